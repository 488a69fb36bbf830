//! What is said once after an action: a cookie carries the locale key to the page that follows.

use crate::{Locale, lookup};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

/// A message shown once.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `ok`, `info`, `warn` or `bad`.
    pub kind: &'static str,
    /// Words.
    pub text: String,
}

pub(crate) fn flashes(locale: Locale, said: Option<&str>) -> Vec<Flash> {
    // Only keys made for this: a forged cookie can at most show one of our own sentences.
    said.filter(|key| key.starts_with("said-") && crate::locale::has(locale.0, key))
        .map(|key| Flash { kind: kind(key), text: lookup(locale.0, key, &[]) })
        .into_iter()
        .collect()
}

fn kind(key: &str) -> &'static str {
    if key.ends_with("-warn") { "warn" } else { "ok" }
}

/// Whether `path` is an address of this very server and nothing else, for what came in with a request: browsers
/// drop tabs and line ends before they read an address, and take a backslash for a slash.
#[must_use]
pub fn is_own_path(path: &str) -> bool {
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let turns = bare.contains("//") || bare.split('/').any(|step| matches!(step, "." | ".."));
    path.starts_with('/') && !turns && !path.contains(|c: char| c == '\\' || c.is_control())
}

/// Goes to `path` with GET.
#[must_use]
pub fn see_other(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/desk"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// Goes to `path` and says the words of `key` there, once.
#[must_use]
pub fn said(path: &str, key: &'static str) -> Response {
    let mut response = see_other(path);
    if let Ok(cookie) =
        HeaderValue::from_str(&format!("said={key}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Forgets what was said once a page has shown it.
pub async fn forget_said(request: Request, next: Next) -> Response {
    let carried = crate::cookie(request.headers(), "said").is_some();
    let mut response = next.run(request).await;
    if carried && response.status() == StatusCode::OK {
        response.headers_mut().append(
            header::SET_COOKIE,
            HeaderValue::from_static("said=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
        );
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn a_forged_cookie_says_nothing() {
        for forged in ["<script>", "web-desk", "said-no-such-key", ""] {
            assert!(flashes(Locale(Lang::Vi), Some(forged)).is_empty());
        }
    }

    #[test]
    fn no_address_leads_out_of_the_house() {
        for own in ["/", "/tin/1/mua-lu?page=2", "/tìm", "/a?q=//b"] {
            assert!(is_own_path(own), "{own}");
        }
        for elsewhere in [
            "",
            "desk",
            "//evil.example",
            "/\t/evil.example/",
            "/\n/evil.example/",
            "/\r/evil.example/",
            "/\\evil.example/",
            "/\u{85}/evil.example/",
            "\t//evil.example",
            "https://evil.example/",
            "/a//b",
            "/desk/../..//evil.example",
            "/./desk",
        ] {
            assert!(!is_own_path(elsewhere), "{elsewhere:?}");
        }
    }
}
