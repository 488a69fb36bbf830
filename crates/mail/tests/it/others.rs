//! Programs of others that check ours: where Python with its mail packages is not, the tests say that they skip.

use std::io::Write;
use std::process::{Command, Stdio};

/// Says on the terminal that a test did not run.
#[expect(clippy::print_stderr, reason = "read by whoever runs the tests")]
pub(crate) fn skip(why: &str) {
    eprintln!("SKIPPED: {why}");
}

/// The Python that has these packages: the one in the path, or the system's, to which Debian's packages belong.
pub(crate) fn python_with(packages: &str) -> Option<&'static str> {
    ["python3", "/usr/bin/python3"].into_iter().find(|python| {
        let asked = Command::new(python).args(["-c", &format!("import {packages}")]).output();
        asked.is_ok_and(|it| it.status.success())
    })
}

/// Runs a Python program on some input and gives what it prints.
pub(crate) fn run(python: &str, program: &str, arguments: &[&str], input: &[u8]) -> String {
    let mut child = Command::new(python)
        .arg("-c")
        .arg(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A server of others takes a letter from us.
#[tokio::test]
async fn an_independent_server_takes_our_letter() {
    use crate::server::letter;
    use mail::{Outbox, Security, Sending, Sent};
    use std::io::{BufRead, BufReader, Read};
    use tokio::task::spawn_blocking;

    let Some(python) = python_with("aiosmtpd") else { return skip("python3 with aiosmtpd is not here") };
    // It says its port, takes one letter, prints it, and ends; at the latest when its input is closed.
    let program = r#"
import asyncio, sys
from aiosmtpd.smtp import SMTP
class Keeper:
    def __init__(self): self.done = asyncio.Event()
    async def handle_DATA(self, server, session, envelope):
        print(envelope.mail_from, envelope.rcpt_tos[0]); print(envelope.original_content.decode('ascii'), flush=True)
        self.done.set()
        return '250 2.0.0 kept'
async def main():
    keeper = Keeper()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(keeper, hostname='x.test'), '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.wait_for(keeper.done.wait(), 30)
asyncio.run(main())
"#;
    let mut child = Command::new(python).args(["-c", program]).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (port, mut out) = spawn_blocking(move || {
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        (line.trim().parse::<u16>().unwrap(), out)
    })
    .await
    .unwrap();
    let mut settings = Sending::new("127.0.0.1", Security::None);
    settings.port = port;
    let sent = Outbox::new(settings).unwrap().send(&letter()).await;
    assert_eq!(sent, Sent::Accepted { said: "2.0.0 kept".into() });
    let text = spawn_blocking(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).unwrap();
        let _ = child.wait();
        text
    })
    .await
    .unwrap();
    let (envelope, letter_text) = text.split_once('\n').unwrap();
    assert_eq!(envelope, "cong@example.vn uoc@bao.example.vn");
    let got = mail::read(letter_text.as_bytes(), &mail::Bounds::default()).unwrap();
    assert_eq!(got.text.trim_end(), letter().text);
}
