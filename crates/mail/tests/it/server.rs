//! An SMTP server that keeps what it is given and answers as it is told.

use mail::{Letter, Outbox, Party, Security, Sending};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;

/// How a server behaves.
#[derive(Clone, Default)]
pub(crate) struct Manner {
    /// Answers to lines that begin so, instead of the usual ones. `""` as an answer closes the connection.
    pub(crate) answers: Vec<(&'static str, &'static str)>,
    /// Never says anything.
    pub(crate) mute: bool,
    /// Encrypted from the first byte.
    pub(crate) implicit: bool,
    /// Offers STARTTLS.
    pub(crate) starttls: bool,
}

pub(crate) struct Server {
    pub(crate) port: u16,
    pub(crate) certificate: CertificateDer<'static>,
    pub(crate) heard: Arc<Mutex<Vec<String>>>,
    pub(crate) letters: Arc<Mutex<Vec<String>>>,
}

/// A certificate for `localhost` and a server's half of TLS.
pub(crate) fn identity() -> (TlsAcceptor, CertificateDer<'static>) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), cert.der().clone())
}

impl Server {
    pub(crate) async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (acceptor, certificate) = identity();
        let (heard, letters) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<Mutex<Vec<String>>>::default());
        let server = Self { port, certificate, heard: Arc::clone(&heard), letters: Arc::clone(&letters) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (manner, acceptor) = (manner.clone(), acceptor.clone());
                let (heard, letters) = (Arc::clone(&heard), Arc::clone(&letters));
                tokio::spawn(async move {
                    if manner.implicit {
                        let Ok(stream) = acceptor.accept(stream).await else { return };
                        talk(stream, &manner, &heard, &letters, true).await;
                    } else if let Some(stream) = talk(stream, &manner, &heard, &letters, true).await {
                        let Ok(stream) = acceptor.accept(stream).await else { return };
                        talk(stream, &manner, &heard, &letters, false).await;
                    }
                });
            }
        });
        server
    }

    /// Settings for this server.
    pub(crate) fn settings(&self, security: Security) -> Sending {
        let mut settings = Sending::new("localhost", security);
        settings.port = self.port;
        settings.hello = "cong.example.vn".into();
        settings.extra_roots.push(self.certificate.clone());
        settings.step = Duration::from_secs(15);
        settings
    }

    pub(crate) fn outbox(&self) -> Outbox {
        Outbox::new(self.settings(Security::None)).unwrap()
    }

    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

/// Talks until the end, or until the client wants to encrypt.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    manner: &Manner,
    heard: &Mutex<Vec<String>>,
    letters: &Mutex<Vec<String>>,
    greets: bool,
) -> Option<S> {
    let mut stream = BufReader::new(stream);
    if manner.mute {
        std::future::pending::<()>().await;
    }
    if greets {
        stream.write_all(b"220 mail.example.vn ESMTP\r\n").await.ok()?;
    }
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        heard.lock().unwrap().push(line.clone());
        let told =
            manner.answers.iter().find(|(begin, _)| line.starts_with(begin)).map(|(_, answer)| *answer);
        let usual = match line.split([' ', ':']).next().unwrap() {
            "EHLO" if manner.starttls && greets => "250-mail.example.vn\r\n250-STARTTLS\r\n250 8BITMIME",
            "EHLO" => "250-mail.example.vn\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
            "AUTH" => "235 2.7.0 welcome",
            "DATA" => "354 go on",
            "STARTTLS" => "220 ready",
            "QUIT" => "221 bye",
            _ => "250 2.0.0 ok",
        };
        let answer = told.unwrap_or(usual);
        if answer.is_empty() {
            return None;
        }
        stream.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        if line == "STARTTLS" && answer.starts_with('2') {
            return Some(stream.into_inner());
        }
        if line == "DATA" && answer.starts_with('3') {
            let mut letter = String::new();
            loop {
                let mut line = String::new();
                if stream.read_line(&mut line).await.ok()? == 0 {
                    return None;
                }
                if line == ".\r\n" {
                    break;
                }
                letter.push_str(line.strip_prefix('.').unwrap_or(&line));
            }
            letters.lock().unwrap().push(letter);
            let told = manner.answers.iter().find(|(begin, _)| *begin == ".").map(|(_, answer)| *answer);
            let answer = told.unwrap_or("250 2.0.0 kept as 42");
            stream.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
    }
}

pub(crate) fn letter() -> Letter {
    let from = Party::new("Cổng thông tin", "cong@example.vn").unwrap();
    let to = Party::new("Nguyễn Thị Ước", "uoc@bao.example.vn").unwrap();
    let text = "Kính gửi bà,\n.một dòng bắt đầu bằng chấm\n..hai chấm\n.\nTrân trọng.";
    Letter::new(from, to, "Thông cáo số 5".parse().unwrap(), text, "0192f-1", 1_795_000_000).unwrap()
}
