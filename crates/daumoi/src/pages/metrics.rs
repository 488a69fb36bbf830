//! Figures for Prometheus, for those who sit at the machine itself.

use crate::house::Agency;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::net::IpAddr;
use std::sync::OnceLock;
use web::ORIGIN_HEADER;

fn recorder() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    HANDLE.get_or_init(|| PrometheusBuilder::new().install_recorder().ok()).as_ref()
}

/// Begins to count.
pub(crate) fn begin() {
    let _counting = recorder();
}

/// The figures. Asked from elsewhere, or through a proxy, there is nothing here.
pub(crate) async fn show(State(agency): State<Agency>, request: Request) -> Response {
    if !asked_from_here(request.headers()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Ok(counts) = jobs::counts(agency.app.db.reader(), agency.app.db.now()).await {
        let gauge = |name: &'static str, value: i64| {
            metrics::gauge!(name).set(f64::from(i32::try_from(value).unwrap_or(i32::MAX)));
        };
        gauge("daumoi_jobs_waiting", counts.waiting);
        gauge("daumoi_jobs_due", counts.due);
        gauge("daumoi_jobs_dead", counts.dead);
    }
    match recorder() {
        Some(handle) => {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render())
                .into_response()
        }
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn asked_from_here(headers: &HeaderMap) -> bool {
    let origin = headers.get(ORIGIN_HEADER).and_then(|value| value.to_str().ok());
    let local = origin.and_then(|text| text.parse::<IpAddr>().ok()).is_some_and(|ip| ip.is_loopback());
    local && !headers.contains_key("x-forwarded-for") && !headers.contains_key("forwarded")
}
