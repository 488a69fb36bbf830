//! Styles, scripts and drawings: part of the binary, compressed once, kept by browsers for ever.

use crate::Encoded;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets"]
struct Files;

/// The rich editor's library, as its crate ships it.
const EDITOR_LIBRARY: (&str, &str) = ("js/tiptap.js", leptos_tiptap_build::TIPTAP_BUNDLE_MIN_JS);

/// One version for all assets: modules can then import each other by relative address.
#[must_use]
pub fn asset_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut paths: Vec<_> = Files::iter().collect();
        paths.sort();
        let mut sum = Sha256::new();
        for path in paths {
            sum.update(path.as_bytes());
            if let Some(file) = Files::get(&path) {
                sum.update(file.metadata.sha256_hash());
            }
        }
        sum.update(EDITOR_LIBRARY.1.len().to_le_bytes());
        sum.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    })
}

/// The address of an asset: `css/public.css` → `/assets/1f2e…/css/public.css`.
#[must_use]
pub fn asset(path: &str) -> String {
    format!("/assets/{}/{path}", asset_version())
}

/// Serves `/assets/{version}/{*path}`.
pub async fn serve_asset(Path((version, path)): Path<(String, String)>, headers: HeaderMap) -> Response {
    // While nodes are upgraded one by one, a page of one may ask the other: what is then given is not kept.
    let kept = if version == asset_version() { "public, max-age=31536000, immutable" } else { "no-store" };
    let Some(body) = encoded(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = body.answer(&headers);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

fn encoded(path: &str) -> Option<Arc<Encoded>> {
    static READY: OnceLock<Mutex<HashMap<String, Arc<Encoded>>>> = OnceLock::new();
    let ready = READY.get_or_init(Mutex::default);
    if let Some(body) = ready.lock().ok()?.get(path) {
        return Some(Arc::clone(body));
    }
    let bytes = load(path)?;
    let body = Arc::new(Encoded::new(bytes, content_type(path), 9));
    ready.lock().ok()?.insert(path.to_owned(), Arc::clone(&body));
    Some(body)
}

fn load(path: &str) -> Option<Bytes> {
    if path == EDITOR_LIBRARY.0 {
        return Some(Bytes::from_static(EDITOR_LIBRARY.1.as_bytes()));
    }
    Some(match Files::get(path)?.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
