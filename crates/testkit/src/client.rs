//! A browser without a screen: keeps its cookie, sends what browsers send, follows nothing by itself.

use axum::body::Body;
use bytes::Bytes;
use daumoi::Front;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Who asks, with their session.
#[derive(Clone)]
pub struct Client {
    site: Front,
    token: Option<String>,
    /// Sent with every request.
    pub headers: HeaderMap,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub bytes: Bytes,
}

impl Answer {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Where it leads.
    #[must_use]
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// A header's value, or nothing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON; null when it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    /// What stands between `before` and `after` in the body, the first time.
    #[must_use]
    pub fn between(&self, before: &str, after: &str) -> String {
        let text = self.text();
        let rest = text.split_once(before).map(|(_, rest)| rest.to_owned()).unwrap_or_default();
        rest.split_once(after).map(|(found, _)| found.to_owned()).unwrap_or_default()
    }
}

impl Client {
    pub(crate) fn new(site: Front, token: Option<String>) -> Self {
        Self { site, token, headers: HeaderMap::new() }
    }

    /// Sends a request as it stands.
    ///
    /// # Panics
    /// When the router breaks, which it does not.
    #[expect(clippy::expect_used, reason = "a test whose server gives no answer has failed")]
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "lien.example");
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(token) = &self.token {
            request = request.header(header::COOKIE, format!("daumoi={token}"));
        }
        let mut request = request.body(body.into()).expect("a request");
        request.headers_mut().extend(self.headers.clone());
        let response = self.site.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// Looks at a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap_or_default();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), body).await
    }

    /// Sends JSON, as our scripts do.
    pub async fn put_json(&self, path: &str, json: &serde_json::Value) -> Answer {
        let mut client = self.clone();
        client.headers.insert("x-requested-with", http::HeaderValue::from_static("daumoi"));
        client.send(Method::PUT, path, Some("application/json"), json.to_string()).await
    }

    /// Uploads a file with its words.
    pub async fn upload(&self, path: &str, name: &str, file: &[u8], alt: &str) -> Answer {
        self.upload_with(path, name, file, &[("alt", alt)]).await
    }

    /// Uploads a file beside other fields of its form.
    pub async fn upload_with(&self, path: &str, name: &str, file: &[u8], fields: &[(&str, &str)]) -> Answer {
        let edge = "----daumoi-test-edge";
        let mut body = Vec::new();
        for (field, words) in fields {
            let part =
                format!("--{edge}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{words}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for part in [
            format!("--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
                .into_bytes(),
            file.to_vec(),
            format!("\r\n--{edge}--\r\n").into_bytes(),
        ] {
            body.extend_from_slice(&part);
        }
        self.send(Method::POST, path, Some(&format!("multipart/form-data; boundary={edge}")), body).await
    }
}
