//! One request and its answer, within the limits; the client's many errors become our few.

use crate::client::Client;
use crate::error::{FetchError, Stage};
use crate::policy::Policy;
use crate::unpack::Unpacking;
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use std::error::Error;
use std::io;
use tokio::time::{Instant, timeout_at};

/// How much of an unwanted answer is read so that the connection can be used again, in bytes.
const DREGS: usize = 16 * 1024;

/// The head of an answer, with the body still to come.
pub(crate) struct Head {
    response: Response<Incoming>,
    deadline: Instant,
}

/// Asks, and waits for the head.
///
/// # Errors
/// Everything up to the head.
pub(crate) async fn ask(
    client: &Client,
    policy: &Policy,
    request: Request<Full<Bytes>>,
    deadline: Instant,
) -> Result<Head, FetchError> {
    let first = Instant::now().checked_add(policy.first_byte).unwrap_or(deadline).min(deadline);
    match timeout_at(first, client.request(request)).await {
        Err(_) => Err(FetchError::TimedOut(Stage::FirstByte)),
        Ok(Err(error)) => Err(trouble(&error, error.is_connect())),
        Ok(Ok(response)) => Ok(Head { response, deadline }),
    }
}

impl Head {
    pub(crate) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The body, unpacked, at most `limit` bytes of it.
    ///
    /// # Errors
    /// [`FetchError::TooLarge`] as soon as that is clear; what breaks off or cannot be unpacked.
    pub(crate) async fn body(mut self, limit: usize) -> Result<Bytes, FetchError> {
        let length = self.headers().get(CONTENT_LENGTH).and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
        if length.is_some_and(|it| it > limit as u64) {
            return Err(FetchError::TooLarge { limit });
        }
        let ways: Vec<&str> =
            self.headers().get_all(CONTENT_ENCODING).iter().filter_map(|it| it.to_str().ok()).collect();
        let mut unpacking = Unpacking::new(&ways.join(","), limit)?;
        loop {
            match timeout_at(self.deadline, self.response.body_mut().frame()).await {
                Err(_) => return Err(FetchError::TimedOut(Stage::Whole)),
                Ok(Some(Err(error))) => return Err(trouble(&error, false)),
                Ok(Some(Ok(frame))) => {
                    if let Some(bytes) = frame.data_ref() {
                        unpacking.push(bytes)?;
                    }
                }
                Ok(None) => return unpacking.finish(),
            }
        }
    }

    /// Lets the body go by, so that the connection can serve the next request, unless it is long.
    pub(crate) async fn skip(self) {
        let _ = self.body(DREGS).await;
    }
}

/// Finds in the client's layers of errors what a person needs to be told.
fn trouble(error: &(dyn Error + 'static), connecting: bool) -> FetchError {
    let mut layer = Some(error);
    let mut broke_off = false;
    while let Some(it) = layer {
        if let Some(ours) = it.downcast_ref::<FetchError>() {
            return ours.clone();
        }
        if let Some(tls) = it.downcast_ref::<rustls::Error>() {
            return FetchError::Tls(tls.to_string());
        }
        if let Some(http) = it.downcast_ref::<hyper::Error>() {
            broke_off |= http.is_incomplete_message() || http.is_canceled() || http.is_closed();
        }
        if let Some(io) = it.downcast_ref::<io::Error>() {
            broke_off |= matches!(
                io.kind(),
                io::ErrorKind::UnexpectedEof
                    | io::ErrorKind::ConnectionReset
                    | io::ErrorKind::ConnectionAborted
                    | io::ErrorKind::BrokenPipe
            );
        }
        layer = inside(it);
    }
    match (connecting, broke_off) {
        (true, _) => FetchError::NoConnection,
        (false, true) => FetchError::BrokeOff,
        (false, false) => FetchError::BadAnswer,
    }
}

/// The next layer. An I/O error hides what it wraps from `source`, and they are wrapped in each other.
fn inside<'a>(it: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match it.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => it.source(),
    }
}
