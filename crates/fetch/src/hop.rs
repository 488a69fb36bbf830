//! One request and its answer, within the limits; the client's many errors become our few.

use crate::error::{FetchError, Stage};
use crate::policy::Policy;
use bytes::{Bytes, BytesMut};
use reqwest::header::{CONTENT_ENCODING, HeaderMap};
use reqwest::{Client, Request, Response};
use std::error::Error;
use std::io;
use tokio::time::{Instant, timeout_at};

/// How much of an unwanted answer is read so that the connection can be used again, in bytes.
const DREGS: usize = 16 * 1024;

/// The head of an answer, with the body still to come.
pub(crate) struct Head {
    pub(crate) response: Response,
    deadline: Instant,
}

/// Asks, and waits for the head.
///
/// # Errors
/// Everything up to the head.
pub(crate) async fn ask(
    client: &Client,
    policy: &Policy,
    request: Request,
    deadline: Instant,
) -> Result<Head, FetchError> {
    let first = Instant::now().checked_add(policy.first_byte).unwrap_or(deadline).min(deadline);
    match timeout_at(first, client.execute(request)).await {
        Err(_) => Err(FetchError::TimedOut(Stage::FirstByte)),
        Ok(Err(error)) => Err(trouble(&error)),
        Ok(Ok(response)) => Ok(Head { response, deadline }),
    }
}

impl Head {
    pub(crate) fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The body, unpacked, at most `limit` bytes of it.
    ///
    /// # Errors
    /// [`FetchError::TooLarge`] as soon as that is clear; what breaks off or cannot be unpacked.
    pub(crate) async fn body(mut self, limit: usize) -> Result<Bytes, FetchError> {
        // What the client unpacks it no longer names here; what is still named is packed in a way we did not ask for.
        if self.headers().get_all(CONTENT_ENCODING).iter().any(|it| it != "identity" && !it.is_empty()) {
            return Err(FetchError::BadAnswer);
        }
        if self.response.content_length().is_some_and(|it| it > limit as u64) {
            return Err(FetchError::TooLarge { limit });
        }
        let mut body = BytesMut::new();
        loop {
            match timeout_at(self.deadline, self.response.chunk()).await {
                Err(_) => return Err(FetchError::TimedOut(Stage::Whole)),
                Ok(Err(error)) => return Err(trouble(&error)),
                Ok(Ok(None)) => return Ok(body.freeze()),
                Ok(Ok(Some(chunk))) if body.len() + chunk.len() > limit => {
                    return Err(FetchError::TooLarge { limit });
                }
                Ok(Ok(Some(chunk))) => body.extend_from_slice(&chunk),
            }
        }
    }

    /// Lets the body go by, so that the connection can serve the next request, unless it is long.
    pub(crate) async fn skip(self) {
        let _ = self.body(DREGS).await;
    }
}

/// Finds in the client's layers of errors what a person needs to be told.
fn trouble(error: &reqwest::Error) -> FetchError {
    let mut kind = None;
    let mut layer: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(it) = layer {
        if let Some(ours) = it.downcast_ref::<FetchError>() {
            return ours.clone();
        }
        if let Some(tls) = it.downcast_ref::<rustls::Error>() {
            return FetchError::Tls(tls.to_string());
        }
        if let Some(io) = it.downcast_ref::<io::Error>() {
            kind = Some(io.kind());
        }
        layer = inside(it);
    }
    if error.is_timeout() || kind == Some(io::ErrorKind::TimedOut) {
        return FetchError::TimedOut(if error.is_connect() { Stage::Connect } else { Stage::Whole });
    }
    if error.is_connect() {
        return FetchError::NoConnection;
    }
    match kind {
        Some(io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::Other) => {
            FetchError::BadAnswer
        }
        Some(_) => FetchError::BrokeOff,
        None if says(error, "incomplete") || says(error, "closed before") || says(error, "end of file") => {
            FetchError::BrokeOff
        }
        None => FetchError::BadAnswer,
    }
}

/// The next layer. An I/O error hides what it wraps from `source`, and they are wrapped in each other.
fn inside<'a>(it: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match it.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => it.source(),
    }
}

/// The HTTP library keeps its own kinds of error to itself; its words are all there is.
fn says(error: &reqwest::Error, word: &str) -> bool {
    let mut layer: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(it) = layer {
        if it.to_string().contains(word) {
            return true;
        }
        layer = inside(it);
    }
    false
}
