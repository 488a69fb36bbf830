//! The fields of a form as people send them: read by name, never refused for an extra or a missing one.

use crate::Error;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use kernel::{Failure, Refusal};

/// A submitted form.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// From pairs: for JSON bodies and tests.
    #[must_use]
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name, without_nul(value))).collect())
    }

    /// The value of a field, without the white space around it; nothing when absent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value of a field exactly as sent.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that may be chosen several times.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// A value of a type that reads itself, if present and readable.
    #[must_use]
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            let key = if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                "refused-too-large"
            } else {
                "refused-unreadable"
            };
            Error(Failure::refused(Refusal::new(key))).into_response()
        })?;
        serde_urlencoded::from_bytes::<Vec<(String, String)>>(&body)
            .map(Self::from_pairs)
            .map_err(|_| Error(Failure::refused(Refusal::new("refused-unreadable"))).into_response())
    }
}

/// No database keeps U+0000 in a text, and nobody types it.
fn without_nul(value: String) -> String {
    if value.contains('\0') { value.replace('\0', "") } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_by_name() {
        let fields =
            Fields(serde_urlencoded::from_str("title=+Tin+m%E1%BB%9Bi+&site=a&site=b&urgent=1").unwrap());
        assert_eq!(fields.text("title"), "Tin mới");
        assert_eq!(fields.all("site").collect::<Vec<_>>(), ["a", "b"]);
        assert!(fields.ticked("urgent") && !fields.ticked("other"));
        assert_eq!(fields.parsed::<u32>("title"), None);
    }
}
