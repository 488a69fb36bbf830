//! A PostgreSQL of the tests' own, from Debian's binaries: started by whichever test comes first, shared by all.

use anyhow::{Context, bail};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct Database {
    /// Its address.
    pub url: String,
    name: String,
    server: Server,
}

#[derive(Debug, Clone)]
struct Server {
    bin: PathBuf,
    port: u16,
}

/// Says that there is no PostgreSQL here, so that nobody takes silence for success.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
pub fn say_skipped() {
    eprintln!("skipped: no PostgreSQL binaries here (Debian: apt-get install postgresql)");
}

/// A fresh, empty database; `None` where there are no PostgreSQL binaries.
///
/// # Errors
/// When there are binaries and the server does not start.
pub fn database() -> anyhow::Result<Option<Database>> {
    let Some(bin) = binaries() else { return Ok(None) };
    let server = server(&bin)?;
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    server.sql("postgres", &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))?;
    let url = format!("postgres://postgres@127.0.0.1:{}/{name}", server.port);
    Ok(Some(Database { url, name, server }))
}

impl Drop for Database {
    fn drop(&mut self) {
        let _left_behind = self.server.sql("postgres", &format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

impl Database {
    /// Runs a statement from outside, as somebody with the database's own password could.
    ///
    /// # Errors
    /// When the statement fails.
    pub fn tamper(&self, sql: &str) -> anyhow::Result<()> {
        self.server.sql(&self.name, sql)
    }
}

impl Server {
    fn sql(&self, database: &str, sql: &str) -> anyhow::Result<()> {
        let output = Command::new(self.bin.join("psql"))
            .args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-U", "postgres", "-d", database])
            .args(["-v", "ON_ERROR_STOP=1", "-qXc", sql])
            .output()?;
        succeeded(&output, sql)
    }
}

fn succeeded(output: &Output, what: &str) -> anyhow::Result<()> {
    if output.status.success() {
        return Ok(());
    }
    bail!("{what}: {}", String::from_utf8_lossy(&output.stderr))
}

/// The newest of Debian's versions, or what the path has.
fn binaries() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop().or_else(|| {
        std::env::split_paths(&std::env::var_os("PATH")?)
            .find(|dir| dir.join("initdb").exists() && dir.join("pg_ctl").exists())
    })
}

/// The shared server: found running, or initialised and started under a lock.
fn server(bin: &Path) -> anyhow::Result<Server> {
    let home = std::env::temp_dir().join(format!("daumoi-tests-postgres-{}", user()));
    std::fs::create_dir_all(&home)?;
    let lock = File::create(home.join("lock"))?;
    lock.lock().context("another test starts PostgreSQL and does not finish")?;
    let (data, port_file) = (home.join("data"), home.join("port"));
    if let Some(port) = std::fs::read_to_string(&port_file).ok().and_then(|text| text.trim().parse().ok()) {
        let server = Server { bin: bin.to_path_buf(), port };
        if server.sql("postgres", "SELECT 1").is_ok() {
            return Ok(server);
        }
    }
    if !data.join("PG_VERSION").exists() {
        make_cluster(bin, &home, &data)?;
    }
    let port = free_port()?;
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off \
         -c synchronous_commit=off -c full_page_writes=off -c max_connections=400"
    );
    let log = home.join("log");
    let output = as_server_user(&bin.join("pg_ctl"))
        .args(["-D", &data.to_string_lossy(), "-l", &log.to_string_lossy(), "-o", &options, "-w", "start"])
        .output()?;
    succeeded(&output, "pg_ctl start")?;
    std::fs::write(&port_file, port.to_string())?;
    Ok(Server { bin: bin.to_path_buf(), port })
}

fn make_cluster(bin: &Path, home: &Path, data: &Path) -> anyhow::Result<()> {
    if is_root() {
        let output = Command::new("chown").arg("postgres").arg(home).output()?;
        succeeded(&output, "chown")?;
    }
    let output = as_server_user(&bin.join("initdb"))
        .args([
            "-D",
            &data.to_string_lossy(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ])
        .output()?;
    succeeded(&output, "initdb")
}

/// PostgreSQL refuses to run as root: then it runs as the user its package made.
fn as_server_user(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program).current_dir("/");
        command
    } else {
        let mut command = Command::new(program);
        command.current_dir("/");
        command
    }
}

fn user() -> String {
    std::env::var("USER").unwrap_or_else(|_| if is_root() { "root".into() } else { "user".into() })
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0"))
}

fn free_port() -> anyhow::Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
