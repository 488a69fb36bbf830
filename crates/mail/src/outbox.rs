//! Hands letters to the agency's mail server.

use crate::compose::compose;
use crate::dkim::Dkim;
use crate::letter::{Bounces, Letter};
use crate::sent::{Sent, Trouble};
use crate::tls::{Security, is_this_machine};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use rustls_pki_types::CertificateDer;
use std::fmt;
use std::net::IpAddr;
use std::time::Duration;
use tokio::time::timeout;

/// Longest words of a server that are kept, in characters.
const LONGEST_WORDS: usize = 500;

/// How letters go out.
#[derive(Clone)]
pub struct Sending {
    /// The agency's mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Allows [`Security::None`] to another machine.
    pub plain_allowed: bool,
    /// Name and password.
    pub login: Option<(String, String)>,
    /// How we name ourselves to the server: a host name.
    pub hello: String,
    /// With it letters are signed. Without it the server may do so.
    pub dkim: Option<Dkim>,
    /// Certificates of authorities to trust besides Mozilla's list.
    pub extra_roots: Vec<CertificateDer<'static>>,
    /// How long connecting, and each step, may take.
    pub step: Duration,
}

impl Sending {
    /// Settings for a server on the usual port of that protection.
    #[must_use]
    pub fn new(host: &str, security: Security) -> Self {
        Self {
            host: host.to_owned(),
            port: match security {
                Security::Implicit => SUBMISSIONS_PORT,
                Security::StartTls => SUBMISSION_PORT,
                Security::None => SMTP_PORT,
            },
            security,
            plain_allowed: false,
            login: None,
            hello: "localhost".to_owned(),
            dkim: None,
            extra_roots: Vec::new(),
            step: Duration::from_secs(60),
        }
    }
}

/// Without the password.
impl fmt::Debug for Sending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sending({}:{}, {:?}, {:?})", self.host, self.port, self.security, self.dkim)
    }
}

/// Why settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsFault {
    /// Letters or passwords would cross a network in the clear.
    #[error("without encryption only to this machine")]
    Plain,
    /// The server's name or ours is none.
    #[error("{0:?} is not a host name")]
    Host(String),
    /// A certificate cannot be read, or no encryption can be set up.
    #[error("encryption cannot be set up: {0}")]
    Tls(String),
}

/// Takes letters to the server. Cheap to clone.
#[derive(Clone)]
pub struct Outbox {
    settings: Sending,
    tls: Option<TlsParameters>,
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}

/// An open connection on which letters go one after the other.
pub struct Line<'a> {
    outbox: &'a Outbox,
    connection: AsyncSmtpConnection,
}

/// What a step said when it did not go well; with a code when it is the letter's or the recipient's fault.
type Refused = (Trouble, Option<u16>, String);

/// The step at which the server says something. Whose fault a plain "no" is depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Connect,
    Encrypt,
    Login,
    Sender,
    Recipient,
    Text,
}

impl Outbox {
    /// Checks the settings.
    ///
    /// # Errors
    /// See [`SettingsFault`].
    pub fn new(settings: Sending) -> Result<Self, SettingsFault> {
        for name in [&settings.host, &settings.hello] {
            if name.parse::<IpAddr>().is_err() {
                url::Host::parse(name).map_err(|_| SettingsFault::Host(name.clone()))?;
            }
        }
        let tls = match settings.security {
            Security::None if settings.plain_allowed || is_this_machine(&settings.host) => None,
            Security::None => return Err(SettingsFault::Plain),
            Security::Implicit | Security::StartTls => {
                let fault = |why: Error| SettingsFault::Tls(why.to_string());
                let mut tls = TlsParameters::builder(settings.host.clone())
                    .certificate_store(CertificateStore::WebpkiRoots);
                for root in &settings.extra_roots {
                    tls = tls.add_root_certificate(Certificate::from_der(root.to_vec()).map_err(fault)?);
                }
                Some(tls.build_rustls().map_err(fault)?)
            }
        };
        Ok(Self { settings, tls })
    }

    /// Connects, encrypts and logs in.
    ///
    /// # Errors
    /// What stood in the way, as [`Sent::Later`].
    pub async fn open(&self) -> Result<Line<'_>, Sent> {
        let connection = self.connect().await.map_err(|(trouble, _, said)| Sent::Later { trouble, said })?;
        Ok(Line { outbox: self, connection })
    }

    /// Takes one letter to the server, on a connection of its own.
    pub async fn send(&self, letter: &Letter) -> Sent {
        match self.open().await {
            Ok(mut line) => {
                let sent = line.send(letter).await;
                line.close().await;
                sent
            }
            Err(sent) => sent,
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Refused> {
        let it = &self.settings;
        let hello = ClientId::Domain(it.hello.clone());
        let implicit = self.tls.clone().filter(|_| it.security == Security::Implicit);
        let host = (it.host.as_str(), it.port);
        let connect = AsyncSmtpConnection::connect_tokio1(host, Some(it.step), &hello, implicit, None);
        let mut connection = within(it.step, connect, Stage::Connect).await?;
        if let (Security::StartTls, Some(tls)) = (it.security, &self.tls) {
            if !connection.can_starttls() {
                // Going on in the clear is what an attacker in between would like.
                return Err((Trouble::Tls, None, "the server offers no STARTTLS".to_owned()));
            }
            within(it.step, connection.starttls(tls.clone(), &hello), Stage::Encrypt).await?;
        }
        if let Some((name, password)) = &it.login {
            let login = Credentials::new(name.clone(), password.clone());
            within(it.step, connection.auth(&[Mechanism::Plain, Mechanism::Login], &login), Stage::Login)
                .await?;
        }
        Ok(connection)
    }

    /// The letter as it goes out, signed where there is a key.
    fn form(&self, letter: &Letter) -> Result<Vec<u8>, Sent> {
        let bytes = compose(letter).map_err(|why| Sent::Never { code: 0, said: why.to_string() })?;
        Ok(match &self.settings.dkim {
            Some(dkim) => dkim.sign(&bytes, letter.seconds),
            None => bytes,
        })
    }
}

impl Line<'_> {
    /// Takes one more letter to the server. After [`Trouble::Connection`] or [`Trouble::Slow`] the line is dead.
    pub async fn send(&mut self, letter: &Letter) -> Sent {
        let bytes = match self.outbox.form(letter) {
            Ok(bytes) => bytes,
            Err(sent) => return sent,
        };
        match self.hand_over(letter, &bytes).await {
            Ok(said) => Sent::Accepted { said },
            Err((_, Some(code), said)) => {
                self.reset().await;
                Sent::Never { code, said }
            }
            Err((trouble, _, said)) => {
                self.reset().await;
                Sent::Later { trouble, said }
            }
        }
    }

    /// Says good-bye.
    pub async fn close(mut self) {
        let _ = timeout(self.outbox.settings.step, self.connection.quit()).await;
    }

    /// Envelope and text, step by step, so that it is known of what the server speaks.
    async fn hand_over(&mut self, letter: &Letter, bytes: &[u8]) -> Result<String, Refused> {
        let step = self.outbox.settings.step;
        let from = match &letter.bounces {
            Bounces::ToSender => Some(letter.from.address.inner()),
            Bounces::To(address) => Some(address.inner()),
            Bounces::ToNobody => None,
        };
        let line = &mut self.connection;
        within(step, line.command(Mail::new(from, Vec::new())), Stage::Sender).await?;
        let to = Rcpt::new(letter.to.address.inner(), Vec::new());
        within(step, line.command(to), Stage::Recipient).await?;
        within(step, line.command(Data), Stage::Text).await?;
        // RFC 5321 §4.5.3.2.6: the end of the text may take the server ten minutes; it gets ten steps.
        let said = within(step * 10, line.message(bytes), Stage::Text).await?;
        Ok(words(&said))
    }

    async fn reset(&mut self) {
        if !self.connection.has_broken() {
            let _ = timeout(self.outbox.settings.step, self.connection.command(Rset)).await;
        }
    }
}

/// One step within its time.
async fn within<T>(
    step: Duration,
    what: impl Future<Output = Result<T, Error>>,
    stage: Stage,
) -> Result<T, Refused> {
    match timeout(step, what).await {
        Err(_) => Err((Trouble::Slow, None, "the server took too long".to_owned())),
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(refused(&error, stage)),
    }
}

fn refused(error: &Error, stage: Stage) -> Refused {
    let said = cut(&error.to_string());
    let trouble = match error.status().map(u16::from) {
        // Whatever the step, "come again" is that.
        Some(400..=499) => Trouble::Busy,
        // Codes that speak of our login at every step (RFC 4954 §6).
        Some(530 | 534 | 535 | 538) => Trouble::Login,
        Some(code) => match stage {
            Stage::Connect | Stage::Sender => Trouble::Sender,
            Stage::Encrypt => Trouble::Tls,
            Stage::Login => Trouble::Login,
            // Before it has seen a letter, "security or policy" (RFC 3463, X.7) is about who we are: on a block list, not allowed
            // to relay. That must not be held against somebody's address.
            Stage::Recipient if speaks_of_policy(&said) => Trouble::Sender,
            Stage::Recipient | Stage::Text => return (Trouble::Busy, Some(code), said),
        },
        None if error.is_timeout() => Trouble::Slow,
        None if error.is_tls() || stage == Stage::Encrypt => Trouble::Tls,
        None if error.is_client() && stage == Stage::Login => Trouble::Login,
        None => Trouble::Connection,
    };
    (trouble, None, said)
}

fn speaks_of_policy(said: &str) -> bool {
    said.split_whitespace().any(|word| word.starts_with("5.7."))
}

fn words(response: &Response) -> String {
    cut(&response.message().collect::<Vec<_>>().join(" "))
}

fn cut(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST_WORDS).collect()
}
