//! Killed at any instant while people publish: no acknowledged write is lost, no story is half public, the ledger
//! holds.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use testkit::postgres;

const ROUNDS: usize = 5;

#[test]
fn killed_while_publishing_on_sqlite() {
    killed_while_publishing(None);
}

#[test]
fn killed_while_publishing_on_postgres() {
    match postgres::database().unwrap() {
        Some(database) => killed_while_publishing(Some(&database.url)),
        None => postgres::say_skipped(),
    }
}

/// The real binary on a data folder of its own.
struct Machine<'a> {
    folder: &'a Path,
    database: Option<&'a str>,
    port: u16,
}

impl Machine<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daumoi"));
        command.args(words).arg("--data").arg(self.folder).stderr(Stdio::null()).stdout(Stdio::piped());
        if let Some(url) = self.database {
            command.args(["--database", url]);
        }
        command
    }

    /// Runs a command with a line on its standard input; it must succeed.
    fn run(&self, words: &[&str], input: &str) -> String {
        let mut child = self.command(words).stdin(Stdio::piped()).spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{input}").unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn serve(&self) -> Child {
        let listen = format!("127.0.0.1:{}", self.port);
        let child = self.command(&["serve", "--listen", &listen]).stdin(Stdio::null()).spawn().unwrap();
        let patience = Instant::now();
        while self.ask("GET", "/healthz", "", "").is_none() {
            assert!(patience.elapsed() < Duration::from_secs(60), "the server does not start");
            std::thread::yield_now();
        }
        child
    }

    /// Status, Location and body; `None` when the server is not there or dies before it has answered.
    fn ask(&self, method: &str, path: &str, cookie: &str, form: &str) -> Option<(u16, String, String)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let header = |name: &str| {
            let line = head.lines().find(|line| line.to_lowercase().starts_with(name));
            line.and_then(|line| line.split_once(": ")).map(|(_, value)| value.to_owned()).unwrap_or_default()
        };
        let location =
            if status == 303 { header("location:") + "|" + &header("set-cookie:") } else { String::new() };
        Some((status, location, body.to_owned()))
    }

    fn sign_in(&self, login: &str) -> String {
        let form = format!("login={login}&password=mua+rung+ngang+deo");
        let (status, location, body) = self.ask("POST", "/desk/login", "", &form).unwrap();
        assert_eq!(status, 303, "{body}");
        let cookie = location.split('|').nth(1).unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// One story from its beginning to the public; `true` when the server said that it is published.
    fn publish(&self, writer: &str, editor: &str, unit: &str, place: &str, title: &str) -> Option<bool> {
        let (_, location, _) = self.ask("POST", "/desk/newsroom/stories", writer, &format!("unit={unit}"))?;
        let story = location.split("/edit").next()?.to_owned();
        let (_, _, page) = self.ask("GET", &format!("{story}/edit"), writer, "")?;
        let lock = page.split("name=\"lock\" value=\"").nth(1)?.split('"').next()?.to_owned();
        let form =
            format!("lock={lock}&version=0&title={title}&body_notation=Text&place={place}&then=submit");
        self.ask("POST", &format!("{story}/save"), writer, &form)?;
        let (_, _, page) = self.ask("GET", &story, editor, "")?;
        let hash = page.split("name=\"revision\" value=\"").nth(1)?.split('"').next()?.to_owned();
        let form = format!("revision={hash}");
        self.ask("POST", &format!("{story}/approve"), editor, &form)?;
        let (status, _, _) = self.ask("POST", &format!("{story}/publish"), editor, &form)?;
        Some(status == 303)
    }
}

fn killed_while_publishing(database: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let machine = Machine { folder: folder.path(), database, port };
    let password = "mua rung ngang deo";
    machine.run(&["init", "Xa Nam Uong", "--admin", "luc@x.example", "--admin-name", "Luc"], password);
    machine.run(&["user", "add", "mai@x.example", "Mai", "--role", "contributor"], password);
    machine.run(&["user", "add", "khoe@x.example", "Khoe", "--role", "editor"], password);
    let (writer, editor, unit, place) = {
        let mut server = machine.serve();
        let (writer, editor) = (machine.sign_in("mai@x.example"), machine.sign_in("khoe@x.example"));
        let (_, _, form) = machine.ask("GET", "/desk/newsroom/stories/new", &writer, "").unwrap();
        let unit = form.split("<option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let (_, location, _) =
            machine.ask("POST", "/desk/newsroom/stories", &writer, &format!("unit={unit}")).unwrap();
        let edit = location.split('|').next().unwrap().to_owned();
        let (_, _, page) = machine.ask("GET", &edit, &writer, "").unwrap();
        let places = page.split("name=\"place\"").nth(1).unwrap();
        let place = places.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        server.kill().unwrap();
        server.wait().unwrap();
        (writer, editor, unit, place)
    };
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    for round in 0..ROUNDS {
        let mut server = machine.serve();
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for hand in 0..2 {
                let (machine, stop, acknowledged) = (&machine, &stop, &acknowledged);
                let (writer, editor, unit, place) = (&writer, &editor, &unit, &place);
                scope.spawn(move || {
                    for n in 0.. {
                        if stop.load(Ordering::Relaxed) {
                            return;
                        }
                        let title = format!("r{round}h{hand}n{n}");
                        if machine.publish(writer, editor, unit, place, &title) == Some(true) {
                            acknowledged.lock().unwrap().push(title);
                        }
                    }
                });
            }
            // Killed after at least one more story is out, and a moment that differs each round.
            let before = acknowledged.lock().unwrap().len();
            let patience = Instant::now();
            while acknowledged.lock().unwrap().len() <= before && patience.elapsed() < Duration::from_secs(30)
            {
                std::thread::yield_now();
            }
            let moment = Instant::now();
            while moment.elapsed() < Duration::from_millis(37 * (round as u64 + 1)) {
                std::thread::yield_now();
            }
            server.kill().unwrap();
            server.wait().unwrap();
            stop.store(true, Ordering::Relaxed);
        });
    }
    let verified = machine.run(&["ledger", "verify"], "");
    assert!(
        verified.contains("\"chain\":\"whole\"") && verified.contains("\"altered_revisions\":[]"),
        "{verified}"
    );
    let mut server = machine.serve();
    let acknowledged = acknowledged.lock().unwrap();
    assert!(acknowledged.len() >= ROUNDS, "too few stories were published to prove anything");
    for title in acknowledged.iter() {
        // The index repairs itself by following on from where the kill left it; asked often enough, it has.
        let found = (0..2_000).any(|_| {
            let answer = machine.ask("GET", &format!("/tim-kiem?q={title}"), "", "");
            answer.is_some_and(|(_, _, page)| page.contains(&format!("/{title}\"")))
        });
        assert!(found, "{title} was acknowledged and is lost");
    }
    server.kill().unwrap();
    server.wait().unwrap();
    no_story_is_half_public(&machine);
}

/// The newsroom, the sites and the ledger agree on what is public.
fn no_story_is_half_public(machine: &Machine<'_>) {
    let settings = match machine.database {
        Some(url) => db::Settings::Url(url.to_owned()),
        None => db::Settings::File(machine.folder.join("daumoi.db")),
    };
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let db = db::Db::open(&settings, Arc::new(kernel::SystemClock)).await.unwrap();
        let count = async |sql: &str| -> i64 { db::one(db.reader(), sql, vec![]).await.unwrap() };
        let live = count("SELECT COUNT(*) FROM story WHERE public = 'live'").await;
        let posted = count("SELECT COUNT(*) FROM posting WHERE state = 'live'").await;
        let told = count("SELECT COUNT(*) FROM ledger WHERE action = 'story-published'").await;
        let approved = count(
            "SELECT COUNT(*) FROM story s WHERE s.public = 'live'
                AND EXISTS (SELECT 1 FROM approval a WHERE a.revision = s.public_revision)",
        )
        .await;
        assert_eq!((live, posted, told, approved), (live, live, live, live));
    });
}
