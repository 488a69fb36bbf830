//! Bodies kept ready in every encoding a browser may ask for, with their entity tags.

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use std::io::Write;

/// A body in all its encodings.
#[derive(Debug, Clone)]
pub struct Encoded {
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
    content_type: HeaderValue,
    etag: HeaderValue,
}

impl Encoded {
    /// Compresses `plain`; pictures and the like are left as they are. `effort` 0–11 as brotli counts.
    #[must_use]
    pub fn new(plain: Bytes, content_type: &'static str, effort: i32) -> Self {
        let squeezable = content_type.starts_with("text/")
            || ["javascript", "json", "xml"].iter().any(|kind| content_type.contains(kind));
        let hash: String = Sha256::digest(&plain).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self {
            gzip: squeezable.then(|| gzip(&plain)).flatten(),
            brotli: squeezable.then(|| brotli(&plain, effort)).flatten(),
            content_type: HeaderValue::from_static(content_type),
            etag: HeaderValue::from_str(&format!("W/\"{hash}\"")).unwrap_or(HeaderValue::from_static("\"\"")),
            plain,
        }
    }

    /// How many bytes it takes in memory.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.plain.len()
            + self.gzip.as_ref().map_or(0, Bytes::len)
            + self.brotli.as_ref().map_or(0, Bytes::len)
    }

    /// The body as it was given.
    #[must_use]
    pub fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// The answer for a request with these headers: 304 when the asker has it already.
    #[must_use]
    pub fn answer(&self, headers: &HeaderMap, cache_control: &'static str) -> Response {
        self.answer_with(StatusCode::OK, headers, cache_control)
    }

    /// The same for a page that says that something is not there, or no more: those are always sent whole.
    #[must_use]
    pub fn answer_with(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        cache_control: &'static str,
    ) -> Response {
        let (body, encoding) = self.best(headers);
        let mut response = if status == StatusCode::OK && self.is_known_to(headers) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        } else {
            let mut response = Response::new(Body::from(body));
            *response.status_mut() = status;
            let out = response.headers_mut();
            out.insert(header::CONTENT_TYPE, self.content_type.clone());
            if let Some(encoding) = encoding {
                out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            response
        };
        let out = response.headers_mut();
        out.insert(header::ETAG, self.etag.clone());
        out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
        out.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        response
    }

    fn best(&self, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts_brotli(headers) => (brotli.clone(), Some("br")),
            (_, Some(gzip)) if accepts_gzip(headers) => (gzip.clone(), Some("gzip")),
            _ => (self.plain.clone(), None),
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
            let response = page.answer(&asking(header::ACCEPT_ENCODING, accept), "no-cache");
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
            assert_eq!(page.answer(&asking(header::IF_NONE_MATCH, &tag), "no-cache").status(), 304);
        }
        assert_eq!(page.answer(&asking(header::IF_NONE_MATCH, "\"other\""), "no-cache").status(), 200);
    }
}
