//! What a machine may lack, and which tests then say "skipped" instead of running.

use std::path::Path;
use std::process::{Command, Stdio};

fn answers(program: &str, word: &str) -> bool {
    let asked = Command::new(program).arg(word).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Whether the faster runner is here.
pub(crate) fn has_nextest() -> bool {
    answers("cargo-nextest", "--version")
}

/// Debian keeps the server's programs out of the path, one folder a version.
fn has_postgres() -> bool {
    if answers("initdb", "--version") {
        return true;
    }
    let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") else { return false };
    versions.flatten().any(|version| version.path().join("bin/initdb").is_file())
}

/// One note for each missing thing.
pub(crate) fn about_missing_tools() -> Vec<&'static str> {
    let checker = concat!(env!("CARGO_MANIFEST_DIR"), "/../browser/node_modules/axe-core/axe.min.js");
    let driver = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
    let browser = answers(&driver, "--version");
    [
        (!has_postgres()).then_some(
            "NOTE  no PostgreSQL here: the suite runs on SQLite only. To run it on both: apt-get install postgresql",
        ),
        (!browser).then_some(
            "NOTE  no Chromium here: the browser journeys are skipped. \
             To run them: apt-get install chromium chromium-driver",
        ),
        (browser && !Path::new(checker).is_file()).then_some(
            "NOTE  no axe-core here: the accessibility checks are skipped. \
             To run them: npm ci --ignore-scripts in crates/browser",
        ),
        (!["dovecot", "postfix"].iter().all(|it| Path::new("/usr/sbin").join(it).is_file())).then_some(
            "NOTE  no Dovecot or no Postfix here: letters do not go through servers of others. \
             To do so: apt-get install dovecot-imapd postfix (run as root)",
        ),
        (!answers("/usr/bin/python3", "-cimport aiosmtpd, dkim, nacl")).then_some(
            "NOTE  no mail packages of Python here: letters are not checked by programs of others. \
             To do so: apt-get install python3-aiosmtpd python3-dkim python3-nacl python3-cryptography",
        ),
        (!has_nextest()).then_some("NOTE  no cargo-nextest here: cargo's own runner does, more slowly"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
