//! Failures as answers: the one file that turns them into pages or JSON.
//!
//! The asker never sees inside words, the log never lacks them; a broken page shows a reference number.

use crate::asker::{language, path_of};
use crate::{App, Locale, Page};
use askama::Template;
use axum::Json;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use db::DbErr;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kernel::{Failure, Refusal};
use serde::Serialize;
use std::sync::Arc;

/// What handlers return when they fail: `?` makes it from any [`Failure`].
#[derive(Debug)]
pub struct Error(pub Failure);

impl<E: Into<Failure>> From<E> for Error {
    fn from(failure: E) -> Self {
        Self(failure.into())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(Failed(Arc::new(self.0)));
        response
    }
}

#[derive(Clone)]
struct Failed(Arc<Failure>);

fn status(failure: &Failure) -> StatusCode {
    match failure {
        Failure::Refused(reasons) => refused_status(reasons),
        Failure::NotFound => StatusCode::NOT_FOUND,
        Failure::SignIn => StatusCode::UNAUTHORIZED,
        Failure::Forbidden(_) => StatusCode::FORBIDDEN,
        Failure::Stale(_) => StatusCode::CONFLICT,
        Failure::Broken(_) if is_busy(failure) => StatusCode::SERVICE_UNAVAILABLE,
        Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Whether somebody waited their turn at the database in vain: nothing is broken, and coming again helps.
fn is_busy(failure: &Failure) -> bool {
    let Failure::Broken(error) = failure else { return false };
    matches!(error.downcast_ref::<DbErr>(), Some(DbErr::ConnectionAcquire(_)))
}

/// After how many seconds it is worth coming again.
const AGAIN: &str = "5";

/// The status of a page that says why something was refused.
#[must_use]
pub fn refused_status(reasons: &[Refusal]) -> StatusCode {
    let any = |key: &str| reasons.iter().any(|reason| reason.key == key);
    if any("refused-too-large") {
        StatusCode::PAYLOAD_TOO_LARGE
    } else if any("refused-busy") {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// A refusal in words, with the field it belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    /// The control's name, or nothing.
    pub field: &'static str,
    /// Words.
    pub message: String,
}

/// Refusals in words.
#[must_use]
pub fn refusals(locale: Locale, reasons: &[Refusal]) -> Vec<Refused> {
    reasons
        .iter()
        .map(|reason| Refused { field: reason.field.unwrap_or_default(), message: locale.refusal(reason) })
        .collect()
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    p: Page,
    code: u16,
    explanation: String,
    reasons: Vec<Refused>,
    reference: String,
}

/// The path as the log tells it: without what was asked for, which may be about people, and not endless.
fn told(path: &str) -> &str {
    let path = path.split('?').next().unwrap_or_default();
    let end = path.char_indices().nth(200).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or_default()
}

/// The layer of the desk that asks a visitor to sign in instead of saying that something is not there: who comes by a link of a
/// letter after a working day finds what it leads to, and nobody learns what there is. Calendars come by a secret address and
/// cannot sign in.
pub async fn visitors_sign_in(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_stranger = request.extensions().get::<kernel::Actor>().is_none();
    let may_sign_in = is_stranger && path.starts_with("/desk/") && !path.contains("/feed/");
    let response = next.run(request).await;
    let is_missing = |failed: &Failed| matches!(*failed.0, Failure::NotFound);
    if may_sign_in && response.extensions().get::<Failed>().is_some_and(is_missing) {
        return Error::from(Failure::SignIn).into_response();
    }
    response
}

/// The layer that gives every failure its page.
pub async fn failures_as_pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = path_of(request.uri());
    let lang = language(request.headers());
    let wants_json = wants_json(request.headers());
    let response = next.run(request).await;
    let failure = match response.extensions().get::<Failed>() {
        Some(Failed(failure)) => Arc::clone(failure),
        None => return response,
    };
    if matches!(*failure, Failure::SignIn) && method == Method::GET && !wants_json {
        return crate::see_other(&format!("/desk/login?back={}", back(&path)));
    }
    let locale = Locale(lang);
    let code = status(&failure);
    let busy = is_busy(&failure);
    let reference = match &*failure {
        Failure::Broken(error) if busy => {
            let path = told(&path);
            tracing::warn!(%method, path, error = %error, "a request waited its turn in vain");
            String::new()
        }
        Failure::Broken(error) => {
            let reference = reference();
            let path = told(&path);
            tracing::error!(%reference, %method, path, error = %error, "a request broke");
            reference
        }
        _ => String::new(),
    };
    let reasons = match &*failure {
        Failure::Refused(reasons) => refusals(locale, reasons),
        Failure::Forbidden(reason) | Failure::Stale(reason) => refusals(locale, std::slice::from_ref(reason)),
        Failure::Broken(_) if busy => refusals(locale, &[Refusal::new("refused-busy")]),
        Failure::NotFound | Failure::SignIn | Failure::Broken(_) => Vec::new(),
    };
    let mut answer = if wants_json {
        let message =
            reasons.first().map_or_else(|| locale.t(explanation_key(&failure)), |r| r.message.clone());
        Json(serde_json::json!({ "message": message, "errors": reasons, "reference": reference }))
            .into_response()
    } else {
        let mut page = app.frame.gate(lang, &path).await;
        page.title = locale.t(title_key(&failure));
        let explanation = locale.t(explanation_key(&failure));
        crate::html(&FailurePage { p: page, code: code.as_u16(), explanation, reasons, reference })
            .unwrap_or_else(|_| code.into_response())
    };
    if busy {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(AGAIN));
    }
    *answer.status_mut() = code;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// Scripts of ours say who they are.
fn wants_json(headers: &HeaderMap) -> bool {
    headers.get("x-requested-with").is_some_and(|value| value == "daumoi")
        || headers
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|accept| accept.starts_with("application/json"))
}

fn title_key(failure: &Failure) -> &'static str {
    match failure {
        Failure::Refused(_) => "failure-refused",
        Failure::NotFound => "failure-not-found",
        Failure::SignIn => "failure-sign-in",
        Failure::Forbidden(_) => "failure-forbidden",
        Failure::Stale(_) => "failure-stale",
        Failure::Broken(_) if is_busy(failure) => "failure-refused",
        Failure::Broken(_) => "failure-broken",
    }
}

fn explanation_key(failure: &Failure) -> &'static str {
    match failure {
        Failure::Refused(_) => "failure-refused-why",
        Failure::NotFound => "failure-not-found-why",
        Failure::SignIn => "failure-sign-in-why",
        Failure::Forbidden(_) => "failure-forbidden-why",
        Failure::Stale(_) => "failure-stale-why",
        Failure::Broken(_) if is_busy(failure) => "failure-refused-why",
        Failure::Broken(_) => "failure-broken-why",
    }
}

/// Short enough to read out on the telephone.
fn reference() -> String {
    let id = uuid::Uuid::now_v7().simple().to_string();
    id.chars().skip(20).collect::<String>().to_uppercase()
}

fn back(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
