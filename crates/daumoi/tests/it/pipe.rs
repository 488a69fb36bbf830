//! The command line in a pipe whose reader has gone: it ends, without a word and without a panic.

use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn a_command_whose_reader_has_gone_ends_quietly() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_daumoi"));
    command.args(["text", "fold"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    drop(running.stdout.take());
    let mut stdin = running.stdin.take().unwrap();
    // More than any pipe holds; the command may end before it has read it all.
    for _ in 0..20_000 {
        if stdin.write_all("Đường lên bản Huổi Ưởng\n".as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    let done = running.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    assert_eq!(done.status.code(), Some(1));
}
