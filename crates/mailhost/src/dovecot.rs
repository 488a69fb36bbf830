//! Dovecot: shows mailboxes by IMAP.

use crate::{PASSWORD, comes_up, free_port};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BINARY: &str = "/usr/sbin/dovecot";

pub(crate) struct Dovecot {
    pub(crate) port: u16,
    conf: PathBuf,
}

pub(crate) fn is_here() -> bool {
    Path::new(BINARY).exists()
}

impl Dovecot {
    pub(crate) async fn start(folder: &Path) -> anyhow::Result<Self> {
        let (at, port) = (folder.display(), free_port().await?);
        let text = format!(
            "protocols = imap
base_dir = {at}/run
log_path = {at}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{at}/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 0
first_valid_gid = 0
listen = 127.0.0.1
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={at}/home
}}
"
        );
        let conf = folder.join("dovecot.conf");
        fs::write(&conf, text)?;
        for part in ["home", "run"] {
            fs::create_dir(folder.join(part))?;
        }
        let _goes_on = Command::new(BINARY).arg("-c").arg(&conf).stderr(Stdio::null()).status()?;
        let dovecot = Self { port, conf };
        comes_up(port, &folder.join("dovecot.log")).await?;
        Ok(dovecot)
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let _ = Command::new(BINARY).arg("-c").arg(&self.conf).arg("stop").output();
    }
}
