//! Signs letters so that receivers know they are the agency's and unaltered: DKIM (RFC 6376) with RSA or Ed25519 (RFC 8463),
//! relaxed on both sides.
//!
//! Our own, over `ring`, because the crates at hand sign with an RSA that leaks its key through time (RUSTSEC-2023-0071).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use ring::{digest, signature};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use std::fmt;
use std::sync::Arc;

/// What is signed, where it is there. `From` is named twice, so that nobody can put a second one on top (RFC 6376 §8.15).
const SIGNED: &[&str] = &[
    "from",
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "in-reply-to",
    "references",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// The agency's key with where receivers find its other half: `selector._domainkey.domain`.
#[derive(Clone)]
pub struct Dkim {
    domain: String,
    selector: String,
    key: Arc<Key>,
}

enum Key {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DkimFault {
    /// The domain or the selector is none.
    #[error("the DKIM domain or selector is not a name")]
    Name,
    /// The key is not PEM with an RSA key of 2048 bits or more, or an Ed25519 key.
    #[error("the DKIM key is not an RSA key of 2048 bits or more, nor an Ed25519 key, in PEM")]
    Key,
}

impl fmt::Debug for Dkim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Dkim({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Dkim {
    /// Reads a private key in PEM: PKCS#8 or PKCS#1, RSA or Ed25519.
    ///
    /// # Errors
    /// See [`DkimFault`].
    pub fn new(domain: &str, selector: &str, pem: &[u8]) -> Result<Self, DkimFault> {
        let name = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c))
        };
        if !name(domain) || !name(selector) {
            return Err(DkimFault::Name);
        }
        let key = match PrivateKeyDer::from_pem_slice(pem).map_err(|_| DkimFault::Key)? {
            PrivateKeyDer::Pkcs1(der) => {
                Key::Rsa(RsaKeyPair::from_der(der.secret_pkcs1_der()).map_err(|_| DkimFault::Key)?)
            }
            PrivateKeyDer::Pkcs8(der) => {
                let der = der.secret_pkcs8_der();
                match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
                    Ok(key) => Key::Ed25519(key),
                    Err(_) => Key::Rsa(RsaKeyPair::from_pkcs8(der).map_err(|_| DkimFault::Key)?),
                }
            }
            _ => return Err(DkimFault::Key),
        };
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key: Arc::new(key) })
    }

    /// The letter with its signature in front. `seconds` is when it is signed.
    pub(crate) fn sign(&self, letter: &[u8], seconds: u64) -> Vec<u8> {
        let (head, body) = split(letter);
        let headers = headers(head);
        let names: Vec<&str> = {
            // A name that is signed once more than it occurs cannot be added later.
            let there = |name: &str| name == "from" || headers.iter().any(|(it, _)| it == name);
            SIGNED.iter().copied().filter(|name| there(name)).collect()
        };
        let hash = STANDARD.encode(digest::digest(&digest::SHA256, &relaxed_body(body)));
        let algorithm = match &*self.key {
            Key::Rsa(_) => "rsa-sha256",
            Key::Ed25519(_) => "ed25519-sha256",
        };
        let unsigned = format!(
            "v=1; a={algorithm}; c=relaxed/relaxed; d={}; s={};\r\n t={seconds}; h={};\r\n bh={hash};\r\n b=",
            self.domain,
            self.selector,
            names.join(":\r\n  "),
        );
        let signature = self.signature(&signing_input(&headers, &names, &unsigned));
        let mut signed = format!("DKIM-Signature: {unsigned}{}\r\n", fold(&signature)).into_bytes();
        signed.extend_from_slice(letter);
        signed
    }

    fn signature(&self, input: &[u8]) -> String {
        match &*self.key {
            // RFC 8463 §3: Ed25519 signs the hash, not the text.
            Key::Ed25519(key) => STANDARD.encode(key.sign(digest::digest(&digest::SHA256, input).as_ref())),
            Key::Rsa(key) => {
                let mut out = vec![0; key.public().modulus_len()];
                // It fails only for a buffer of another length.
                let _ = key.sign(
                    &RSA_PKCS1_SHA256 as &dyn signature::RsaEncoding,
                    &SystemRandom::new(),
                    input,
                    &mut out,
                );
                STANDARD.encode(out)
            }
        }
    }
}

/// Head and body; the empty line between belongs to neither.
fn split(letter: &[u8]) -> (&[u8], &[u8]) {
    let gap = letter.windows(4).position(|it| it == b"\r\n\r\n");
    match gap.and_then(|at| Some((letter.get(..at + 2)?, letter.get(at + 4..)?))) {
        Some(parts) => parts,
        None => (letter, b""),
    }
}

/// The header fields in their order: name in lower case, and the relaxed value.
fn headers(head: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(head).replace("\r\n ", " ").replace("\r\n\t", " ");
    text.split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), relaxed(value)))
        .collect()
}

/// RFC 6376 §3.4.2: white space in one, none at the ends.
fn relaxed(value: &str) -> String {
    value.split([' ', '\t', '\r', '\n']).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// RFC 6376 §3.4.4: white space in one, none at the ends of lines, no empty lines at the end.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut empty = 0;
    for line in body.split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mut words = line.split(|b| matches!(b, b' ' | b'\t')).peekable();
        let mut relaxed = Vec::with_capacity(line.len());
        let mut gap = false;
        while let Some(word) = words.next() {
            if !word.is_empty() {
                if gap {
                    relaxed.push(b' ');
                }
                relaxed.extend_from_slice(word);
                gap = false;
            }
            gap |= words.peek().is_some();
        }
        if relaxed.is_empty() {
            empty += 1;
            continue;
        }
        out.extend(b"\r\n".repeat(empty));
        empty = 0;
        out.extend(relaxed);
        out.extend(b"\r\n");
    }
    out
}

/// What is signed: the named fields, each from the last of its name upwards, then the signature's own field without its end.
fn signing_input(headers: &[(String, String)], names: &[&str], unsigned: &str) -> Vec<u8> {
    let mut left: Vec<Option<&(String, String)>> = headers.iter().map(Some).collect();
    let mut input = String::new();
    for name in names {
        let field = left.iter_mut().rev().find(|it| it.is_some_and(|(its, _)| its == name));
        if let Some((name, value)) = field.and_then(Option::take) {
            input.push_str(&format!("{name}:{value}\r\n"));
        }
    }
    input.push_str(&format!("dkim-signature:{}", relaxed(unsigned)));
    input.into_bytes()
}

fn fold(signature: &str) -> String {
    let mut out = String::new();
    for (n, c) in signature.chars().enumerate() {
        if n > 0 && n % 72 == 0 {
            out.push_str("\r\n ");
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests;
