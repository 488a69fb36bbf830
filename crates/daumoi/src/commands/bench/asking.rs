//! Asking pages as somebody who is signed in, and what this process took.

use crate::front::Front;
use axum::body::{Body, to_bytes};
use http::{Request, header};
use std::time::{Duration, Instant};
use tower::ServiceExt;

/// Most memory this process ever held, in megabytes, where the system says so.
pub(super) fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

/// Asks for a page in somebody's name: how long it took to make, and what stands on it.
pub(super) async fn ask_as(site: &Front, path: &str, token: &str) -> anyhow::Result<(Duration, String)> {
    let cookie =
        people::session_cookie(token, false).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
    let cookie = String::from_utf8_lossy(&cookie).split(';').next().unwrap_or_default().to_owned();
    let request = Request::builder()
        .uri(path)
        .header("host", "bench")
        .header(header::COOKIE, cookie)
        .body(Body::empty())?;
    let began = Instant::now();
    let response = site.clone().oneshot(request).await?;
    let took = began.elapsed();
    anyhow::ensure!(response.status().is_success(), "{path} answered {}", response.status());
    let bytes = to_bytes(response.into_body(), 16 << 20).await?;
    Ok((took, String::from_utf8_lossy(&bytes).into_owned()))
}
