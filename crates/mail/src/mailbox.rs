//! Collects letters from the agency's mailbox by IMAP.

use crate::tls::{self, Security, is_this_machine};
use async_imap::error::Error;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use rustls_pki_types::{CertificateDer, ServerName};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// Where letters are collected.
#[derive(Clone)]
pub struct Collecting {
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Allows [`Security::None`] to another machine.
    pub plain_allowed: bool,
    /// Name and password.
    pub login: (String, String),
    /// The folder, as the server names it.
    pub folder: String,
    /// Certificates of authorities to trust besides Mozilla's list.
    pub extra_roots: Vec<CertificateDer<'static>>,
    /// How long one step may take.
    pub step: Duration,
}

impl Collecting {
    /// Settings for the inbox on a server, on the usual port of that protection.
    #[must_use]
    pub fn new(host: &str, security: Security, name: &str, password: &str) -> Self {
        Self {
            host: host.to_owned(),
            port: if security == Security::Implicit { 993 } else { 143 },
            security,
            plain_allowed: false,
            login: (name.to_owned(), password.to_owned()),
            folder: "INBOX".to_owned(),
            extra_roots: Vec::new(),
            step: Duration::from_secs(60),
        }
    }
}

/// Without the password.
impl fmt::Debug for Collecting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Collecting({}@{}:{}/{})", self.login.0, self.host, self.port, self.folder)
    }
}

/// How far letters have been collected. To be kept with the letters, in one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The numbering of the folder; another one makes all numbers new.
    pub numbering: u32,
    /// The last letter that was collected.
    pub last: u32,
}

/// What waits in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The numbering of the folder.
    pub numbering: u32,
    /// The server has numbered anew (or this is the first visit): unread letters are listed, some of which may be known.
    pub renumbered: bool,
    /// The letters, the oldest first.
    pub waiting: Vec<Waiting>,
}

/// A letter that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Its number in this numbering.
    pub uid: u32,
    /// Its size on the wire, in bytes: ask for the head alone when it is too large.
    pub size: u32,
}

/// Why the mailbox cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailboxFault {
    /// The password would cross a network in the clear.
    #[error("without encryption only to this machine")]
    Plain,
    /// No connection, or it broke off.
    #[error("no connection: {0}")]
    Connection(String),
    /// No encrypted connection.
    #[error("no secure connection: {0}")]
    Tls(String),
    /// The server does not believe name and password.
    #[error("login refused: {0}")]
    Login(String),
    /// There is no such folder, or it may not be read.
    #[error("the folder cannot be opened: {0}")]
    Folder(String),
    /// It took too long.
    #[error("the server took too long")]
    Slow,
    /// The server said no, or something that is not IMAP.
    #[error("the server said: {0}")]
    Odd(String),
}

impl MailboxFault {
    /// The key of the words in which people are told.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Plain => "mail-not-in-the-clear",
            Self::Connection(_) => "mail-no-connection",
            Self::Tls(_) => "mail-not-secure",
            Self::Login(_) => "mail-login-refused",
            Self::Folder(_) => "mail-no-folder",
            Self::Slow => "mail-too-slow",
            Self::Odd(_) => "mail-odd-server",
        }
    }
}

trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}

/// An open folder.
pub struct Mailbox {
    session: Session<Box<dyn Wire>>,
    numbering: u32,
    step: Duration,
}

impl Mailbox {
    /// Connects, encrypts, logs in and opens the folder.
    ///
    /// # Errors
    /// See [`MailboxFault`].
    pub async fn open(from: &Collecting) -> Result<Self, MailboxFault> {
        if from.security == Security::None && !from.plain_allowed && !is_this_machine(&from.host) {
            return Err(MailboxFault::Plain);
        }
        let step = from.step;
        let client = within(step, connect(from)).await??;
        let login = client.login(&from.login.0, &from.login.1);
        let mut session = within(step, login).await?.map_err(|(why, _)| match why {
            Error::No(said) | Error::Bad(said) => MailboxFault::Login(cut(&said)),
            Error::Validate(why) => MailboxFault::Login(why.to_string()),
            why => fault(&why),
        })?;
        let folder = within(step, session.select(&from.folder)).await?.map_err(|why| match why {
            Error::No(said) | Error::Bad(said) => MailboxFault::Folder(cut(&said)),
            why => fault(&why),
        })?;
        let numbering = folder
            .uid_validity
            .ok_or_else(|| MailboxFault::Folder("the server numbers no letters".to_owned()))?;
        Ok(Self { session, numbering, step })
    }

    /// Lists at most `most` letters that came after `since`, the oldest first; at the first visit, the unread ones.
    ///
    /// # Errors
    /// See [`MailboxFault`].
    pub async fn new_letters(&mut self, since: Option<Position>, most: usize) -> Result<News, MailboxFault> {
        let known = since.filter(|it| it.numbering == self.numbering);
        let query =
            known.map_or_else(|| "UNSEEN".to_owned(), |it| format!("UID {}:*", it.last.saturating_add(1)));
        let found = within(self.step, self.session.uid_search(query)).await?.map_err(|why| fault(&why))?;
        // "n:*" always names the last letter, also when its number is smaller.
        let mut uids: Vec<u32> =
            found.into_iter().filter(|uid| known.is_none_or(|it| *uid > it.last)).collect();
        uids.sort_unstable();
        uids.truncate(most);
        let mut waiting = Vec::with_capacity(uids.len());
        if !uids.is_empty() {
            let set: Vec<String> = uids.iter().map(u32::to_string).collect();
            let fetched = async {
                self.session
                    .uid_fetch(set.join(","), "(UID RFC822.SIZE)")
                    .await?
                    .try_collect::<Vec<_>>()
                    .await
            };
            let fetched = within(self.step, fetched).await?.map_err(|why| fault(&why))?;
            waiting.extend(fetched.iter().filter_map(|it| Some(Waiting { uid: it.uid?, size: it.size? })));
            waiting.sort_unstable_by_key(|it| it.uid);
        }
        Ok(News { numbering: self.numbering, renumbered: known.is_none(), waiting })
    }

    /// The bytes of a letter, unless it is gone. It stays unread.
    ///
    /// # Errors
    /// See [`MailboxFault`].
    pub async fn letter(&mut self, uid: u32) -> Result<Option<Vec<u8>>, MailboxFault> {
        let found = self.get(uid, "(UID BODY.PEEK[])").await?;
        Ok(found.iter().find(|it| it.uid == Some(uid)).and_then(|it| it.body()).map(<[u8]>::to_vec))
    }

    /// The head of a letter alone, unless it is gone.
    ///
    /// # Errors
    /// See [`MailboxFault`].
    pub async fn head(&mut self, uid: u32) -> Result<Option<Vec<u8>>, MailboxFault> {
        let found = self.get(uid, "(UID BODY.PEEK[HEADER])").await?;
        Ok(found.iter().find(|it| it.uid == Some(uid)).and_then(|it| it.header()).map(<[u8]>::to_vec))
    }

    /// Marks a letter as read, so that people who look into the mailbox see that it has been dealt with.
    ///
    /// # Errors
    /// See [`MailboxFault`].
    pub async fn handled(&mut self, uid: u32) -> Result<(), MailboxFault> {
        let done = async {
            self.session
                .uid_store(uid.to_string(), "+FLAGS.SILENT (\\Seen)")
                .await?
                .try_collect::<Vec<_>>()
                .await
        };
        within(self.step, done).await?.map_err(|why| fault(&why))?;
        Ok(())
    }

    /// Says good-bye.
    pub async fn close(mut self) {
        let _ = timeout(self.step, self.session.logout()).await;
    }

    async fn get(&mut self, uid: u32, what: &str) -> Result<Vec<async_imap::types::Fetch>, MailboxFault> {
        let fetched =
            async { self.session.uid_fetch(uid.to_string(), what).await?.try_collect::<Vec<_>>().await };
        within(self.step, fetched).await?.map_err(|why| fault(&why))
    }
}

async fn connect(from: &Collecting) -> Result<Client<Box<dyn Wire>>, MailboxFault> {
    let refused = |why: std::io::Error| MailboxFault::Connection(why.to_string());
    let stream = TcpStream::connect((from.host.as_str(), from.port)).await.map_err(refused)?;
    let stream: Box<dyn Wire> = match from.security {
        Security::Implicit => encrypt(from, Box::new(stream)).await?,
        Security::StartTls | Security::None => Box::new(stream),
    };
    let mut client = Client::new(stream);
    let greeting = client.read_response().await.map_err(refused)?;
    if greeting.is_none() {
        return Err(MailboxFault::Connection("the server said nothing".to_owned()));
    }
    if from.security == Security::StartTls {
        let begun = client.run_command_and_check_ok("STARTTLS", None).await;
        begun.map_err(|why| MailboxFault::Tls(cut(&why.to_string())))?;
        // What the server said before the encryption is dropped with the old client: it could be anybody's.
        client = Client::new(encrypt(from, client.into_inner()).await?);
    }
    Ok(client)
}

async fn encrypt(from: &Collecting, stream: Box<dyn Wire>) -> Result<Box<dyn Wire>, MailboxFault> {
    let config = tls::client(&from.extra_roots).map_err(MailboxFault::Tls)?;
    let name = ServerName::try_from(from.host.clone()).map_err(|why| MailboxFault::Tls(why.to_string()))?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
    Ok(Box::new(stream.map_err(|why| MailboxFault::Tls(why.to_string()))?))
}

async fn within<T>(step: Duration, what: impl Future<Output = T>) -> Result<T, MailboxFault> {
    timeout(step, what).await.map_err(|_| MailboxFault::Slow)
}

fn fault(why: &Error) -> MailboxFault {
    match why {
        Error::Io(why) => MailboxFault::Connection(why.to_string()),
        Error::ConnectionLost => MailboxFault::Connection("it broke off".to_owned()),
        why => MailboxFault::Odd(cut(&why.to_string())),
    }
}

fn cut(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(500).collect()
}
