//! Postfix: takes letters by SMTP, brings them to mailboxes, and returns what it cannot bring.

use crate::{comes_up, free_port};
use anyhow::Context;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BINARY: &str = "/usr/sbin/postfix";

/// The number of the user `mail`, which Debian gives once for all.
const MAIL: u32 = 8;

/// The parts of Postfix that a letter from this machine to a mailbox of this machine, and its report, go through.
const PARTS: &str = "postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
";

pub(crate) struct Postfix {
    pub(crate) port: u16,
    conf: PathBuf,
}

pub(crate) fn is_here() -> bool {
    Path::new(BINARY).exists()
}

impl Postfix {
    pub(crate) async fn start(folder: &Path, addresses: &[&str]) -> anyhow::Result<Self> {
        let (at, port) = (folder.display(), free_port().await?);
        let mut boxes = String::new();
        let mut domains = BTreeSet::new();
        for address in addresses {
            let (name, domain) = address.split_once('@').context("an address without @")?;
            write!(boxes, " {{{address}={name}/}}")?;
            domains.insert(domain);
        }
        let domains = domains.into_iter().collect::<Vec<_>>().join(", ");
        let main = format!(
            "compatibility_level = 3.6
queue_directory = {at}/queue
data_directory = {at}/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = {at}/postfix.log
maillog_file_prefixes = {at}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example
mydestination =
alias_maps =
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = {domains}
virtual_mailbox_base = {at}/mail
virtual_mailbox_maps = inline:{{{boxes} }}
virtual_uid_maps = static:{MAIL}
virtual_gid_maps = static:{MAIL}
virtual_minimum_uid = 1
smtpd_reject_unlisted_recipient = no
"
        );
        let conf = folder.join("postfix.d");
        for part in ["postfix.d", "queue", "postfix"] {
            fs::create_dir(folder.join(part))?;
        }
        fs::write(conf.join("main.cf"), main)?;
        fs::write(conf.join("master.cf"), format!("127.0.0.1:{port} inet n - n - - smtpd\n{PARTS}"))?;
        let owner = Command::new("chown").arg("postfix").arg(folder.join("postfix")).status()?;
        anyhow::ensure!(owner.success(), "there is no user postfix");
        let postfix = Self { port, conf };
        let _goes_on = postfix.say("start")?;
        comes_up(port, &folder.join("postfix.log")).await?;
        Ok(postfix)
    }

    fn say(&self, what: &str) -> std::io::Result<std::process::ExitStatus> {
        let mut command = Command::new(BINARY);
        command.arg("-c").arg(&self.conf).arg(what).stdout(Stdio::null()).stderr(Stdio::null());
        command.status()
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let _ = self.say("stop");
    }
}
