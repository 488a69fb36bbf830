//! A server that says exactly the bytes it is told, and remembers what it was asked.

use fetch::{Fetch, FetchError, Fetched, Fetcher, Lookup, LookupFuture, Policy};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

/// What the server does with one request.
pub(crate) enum Does {
    /// Writes these bytes and closes.
    Says(Vec<u8>),
    /// Writes these, and then the second again and again for ever.
    SaysForEver(Vec<u8>, Vec<u8>),
    /// Writes one byte of these every so often.
    Dribbles(Vec<u8>, Duration),
    /// Writes these and then resets the connection.
    Resets(Vec<u8>),
    /// Nothing, for ever.
    Sleeps,
}

#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) port: u16,
    /// Every request: its head and body as text, and when it came.
    pub(crate) asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

pub(crate) fn says(head: &str, body: impl AsRef<[u8]>) -> Does {
    let body = body.as_ref();
    let mut bytes = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n", body.len()).into_bytes();
    bytes.extend(body);
    Does::Says(bytes)
}

impl Server {
    /// Starts a server; `script` is given the path of each request.
    pub(crate) async fn start(script: impl Fn(&str) -> Does + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self { port: listener.local_addr().unwrap().port(), asked: Arc::default() };
        let (asked, script) = (Arc::clone(&server.asked), Arc::new(script));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&asked), Arc::clone(&script)));
            }
        });
        server
    }

    pub(crate) fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// The first lines of all requests.
    pub(crate) fn lines(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        asked.iter().map(|(head, _)| head.lines().next().unwrap().replace(" HTTP/1.1", "")).collect()
    }

    pub(crate) fn last(&self) -> String {
        self.asked.lock().unwrap().last().unwrap().0.clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    asked: Arc<Mutex<Vec<(String, Instant)>>>,
    script: Arc<impl Fn(&str) -> Does>,
) {
    let Some(request) = read(&mut stream).await else { return };
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.lock().unwrap().push((request, Instant::now()));
    let does = script(&path);
    let _ = act(&mut stream, does).await;
}

/// Reads one request with its body.
pub(crate) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let mut some = [0; 4096];
        let n = stream.read(&mut some).await.ok().filter(|n| *n > 0)?;
        bytes.extend(&some[..n]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok()
            })
            .unwrap_or(0);
        if body.len() >= length {
            return Some(text);
        }
    }
}

pub(crate) async fn act(stream: &mut (impl AsyncWrite + Unpin), does: Does) -> std::io::Result<()> {
    match does {
        Does::Says(bytes) => {
            stream.write_all(&bytes).await?;
            stream.shutdown().await
        }
        Does::SaysForEver(first, again) => {
            stream.write_all(&first).await?;
            loop {
                stream.write_all(&again).await?;
            }
        }
        Does::Dribbles(bytes, pause) => {
            let mut tick = tokio::time::interval(pause);
            for byte in bytes {
                tick.tick().await;
                stream.write_all(&[byte]).await?;
            }
            Ok(())
        }
        Does::Resets(bytes) => {
            stream.write_all(&bytes).await?;
            // The client has written more than we read: closing now makes the system send a reset. Where it does not, the
            // answer is short all the same.
            stream.flush().await
        }
        Does::Sleeps => std::future::pending().await,
    }
}

/// Names that lead to these addresses, each time the next list.
pub(crate) struct Names(pub(crate) Mutex<HashMap<String, Vec<Vec<IpAddr>>>>);

impl Lookup for Names {
    fn addresses(&self, host: &str) -> LookupFuture {
        let mut names = self.0.lock().unwrap();
        let found =
            names.get_mut(host).map(|lists| if lists.len() > 1 { lists.remove(0) } else { lists[0].clone() });
        Box::pin(async move { found.ok_or_else(|| std::io::Error::other("no such name")) })
    }
}

pub(crate) fn names(entries: &[(&str, &[&[&str]])]) -> Arc<Names> {
    let read = |list: &&[&str]| list.iter().map(|it| it.parse().unwrap()).collect();
    Arc::new(Names(Mutex::new(
        entries.iter().map(|(name, lists)| ((*name).to_owned(), lists.iter().map(read).collect())).collect(),
    )))
}

/// A policy for tests: short limits, no gap, the port allowed. What is inside is not.
pub(crate) fn strict(servers: &[&Server]) -> Policy {
    let mut policy = Policy::new("https://tuyenquang.example.vn", "vanphong@tuyenquang.example.vn");
    policy.ports.extend(servers.iter().map(|it| it.port));
    policy.gap = Duration::ZERO;
    policy.connect = Duration::from_secs(20);
    policy.first_byte = Duration::from_secs(20);
    policy.whole = Duration::from_secs(30);
    policy.max_body = 64 * 1024;
    policy
}

/// As [`strict`], and this machine may be reached.
pub(crate) fn open(servers: &[&Server]) -> Policy {
    let mut policy = strict(servers);
    policy.allow.push("127.0.0.0/8".parse().unwrap());
    policy
}

/// `a.test`, `b.test` and `c.test` are this machine.
pub(crate) fn fetcher(policy: Policy) -> Fetcher {
    let here: &[&[&str]] = &[&["127.0.0.1"]];
    Fetcher::with_lookup(policy, names(&[("a.test", here), ("b.test", here), ("c.test", here)])).unwrap()
}

/// Gets something without asking `robots.txt`.
pub(crate) async fn get(fetcher: &Fetcher, url: &str) -> Result<Fetched, FetchError> {
    let ask = Fetch { robots: false, ..Fetch::get(url) };
    fetcher.fetch(&ask).await
}
