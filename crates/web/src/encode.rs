//! Bodies kept ready in every encoding a browser may ask for, with their entity tags.

use crate::headers::secure;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use std::io::Write;

/// A body in all its encodings, each with the headers it is sent under, security's own among them.
#[derive(Debug, Clone)]
pub struct Encoded {
    plain: Form,
    gzip: Option<Form>,
    brotli: Option<Form>,
    etag: HeaderValue,
}

/// One encoding: made once, so that an answer is a copy of it and nothing is put together for each reader.
#[derive(Debug, Clone)]
struct Form {
    head: HeaderMap,
    body: Bytes,
}

impl Encoded {
    /// Compresses `plain`; pictures and the like are left as they are. `effort` 0–11 as brotli counts.
    #[must_use]
    pub fn new(plain: Bytes, content_type: &'static str, effort: i32) -> Self {
        let squeezable = content_type.starts_with("text/")
            || ["javascript", "json", "xml"].iter().any(|kind| content_type.contains(kind));
        let hash: String = Sha256::digest(&plain).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        let etag =
            HeaderValue::from_str(&format!("W/\"{hash}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        let mut head = HeaderMap::with_capacity(16);
        secure(&mut head);
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        head.insert(header::ETAG, etag.clone());
        head.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let form = |body: Bytes, encoding: &'static str| {
            let mut head = head.clone();
            head.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            head.insert(header::CONTENT_LENGTH, body.len().into());
            Form { head, body }
        };
        let mut whole = head.clone();
        whole.insert(header::CONTENT_LENGTH, plain.len().into());
        Self {
            gzip: squeezable.then(|| gzip(&plain)).flatten().map(|body| form(body, "gzip")),
            brotli: squeezable.then(|| brotli(&plain, effort)).flatten().map(|body| form(body, "br")),
            plain: Form { head: whole, body: plain },
            etag,
        }
    }

    /// The same with one more header on every answer.
    #[must_use]
    pub fn also(mut self, name: &HeaderName, value: &HeaderValue) -> Self {
        for form in [Some(&mut self.plain), self.gzip.as_mut(), self.brotli.as_mut()].into_iter().flatten() {
            form.head.append(name, value.clone());
        }
        self
    }

    /// How many bytes it takes in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        let forms = [Some(&self.plain), self.gzip.as_ref(), self.brotli.as_ref()];
        forms.into_iter().flatten().map(|form| form.body.len() + 1000).sum()
    }

    /// The answer for a request with these headers: 304 when the asker has it already.
    #[must_use]
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        self.answer_with(StatusCode::OK, headers)
    }

    /// The same for a page that says that something is not there, or no more: those are always sent whole.
    #[must_use]
    pub fn answer_with(&self, status: StatusCode, headers: &HeaderMap) -> Response {
        let form = self.best(headers);
        let known = status == StatusCode::OK && self.is_known_to(headers);
        let mut response = Response::new(if known { Body::empty() } else { Body::from(form.body.clone()) });
        *response.status_mut() = if known { StatusCode::NOT_MODIFIED } else { status };
        *response.headers_mut() = form.head.clone();
        if known {
            response.headers_mut().remove(header::CONTENT_TYPE);
            response.headers_mut().remove(header::CONTENT_ENCODING);
            response.headers_mut().remove(header::CONTENT_LENGTH);
        }
        response
    }

    fn best(&self, headers: &HeaderMap) -> &Form {
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts_brotli(headers) => brotli,
            (_, Some(gzip)) if accepts_gzip(headers) => gzip,
            _ => &self.plain,
        }
    }

    fn is_known_to(&self, headers: &HeaderMap) -> bool {
        // Weak on both sides: the same page in three encodings is three strings of bytes and one page.
        let own = self.etag.as_bytes().strip_prefix(b"W/").unwrap_or_default();
        headers.get_all(header::IF_NONE_MATCH).iter().any(|value| {
            value.as_bytes().split(|byte| *byte == b',').any(|tag| {
                let tag = tag.trim_ascii();
                // Proxies mark tags weak when they touch the encoding.
                tag == own || tag.strip_prefix(b"W/") == Some(own) || tag == b"*"
            })
        })
    }
}

/// Whether the asker takes brotli.
#[must_use]
pub fn accepts_brotli(headers: &HeaderMap) -> bool {
    accepts(headers, "br")
}

/// Whether the asker takes gzip.
#[must_use]
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    accepts(headers, "gzip")
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(|line| {
        line.split(',').any(|item| {
            let mut parts = item.split(';').map(str::trim);
            parts.next() == Some(encoding)
                && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    })
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(7));
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

fn brotli(plain: &[u8], effort: i32) -> Option<Bytes> {
    let params = brotli::enc::BrotliEncoderParams { quality: effort, lgwin: 20, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut out, &params).ok()?;
    Some(Bytes::from(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn the_best_encoding_the_asker_takes_is_given() {
        let page = Encoded::new(Bytes::from("tin ".repeat(500)), "text/html; charset=utf-8", 5);
        let encoding = |accept: &str| {
            let response = page.answer(&asking(header::ACCEPT_ENCODING, accept));
            response.headers().get(header::CONTENT_ENCODING).map(|v| v.to_str().unwrap().to_owned())
        };
        assert_eq!(encoding("gzip, deflate, br").as_deref(), Some("br"));
        assert_eq!(encoding("gzip;q=0.5").as_deref(), Some("gzip"));
        assert_eq!(encoding("br;q=0, identity"), None);
    }

    #[test]
    fn who_has_it_already_gets_304() {
        let page = Encoded::new(Bytes::from("x"), "text/html; charset=utf-8", 5);
        let etag = page.etag.to_str().unwrap().to_owned();
        for tag in [etag.clone(), etag.trim_start_matches("W/").to_owned(), format!("\"other\", {etag}")] {
            assert_eq!(page.answer(&asking(header::IF_NONE_MATCH, &tag)).status(), 304);
        }
        assert_eq!(page.answer(&asking(header::IF_NONE_MATCH, "\"other\"")).status(), 200);
    }
}
