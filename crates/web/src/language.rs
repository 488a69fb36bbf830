//! Choosing the interface's language, on every site and on the desk.

use crate::{Lang, is_own_path, see_other};
use axum::extract::{Path, Query};
use axum::response::Response;
use http::{HeaderValue, header};
use serde::Deserialize;

/// Where to go back to.
#[derive(Debug, Deserialize)]
pub struct Back {
    #[serde(default)]
    ve: String,
}

/// `/ngon-ngu/{code}?ve=/…`: sets the language and goes back to a page of this very server.
pub async fn choose_language(Path(code): Path<String>, Query(back): Query<Back>) -> Response {
    let mut response = see_other(if is_own_path(&back.ve) { &back.ve } else { "/" });
    if let Some(lang) = Lang::parse(&code) {
        let cookie = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", lang.code());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}
