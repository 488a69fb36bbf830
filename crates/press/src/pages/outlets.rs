//! What each outlet asked in a year and how long answers took. Outlets only: no page counts or marks a journalist (L9).

use super::shared::desk_only;
use crate::store::inquiries;
use askama::Template;
use axum::response::Response;
use std::time::Duration;
use web::{Asker, Error, Page, html};

struct OutletLine {
    outlet: String,
    href: String,
    asked: String,
    answered: String,
    refused: String,
    median: String,
}

#[derive(Template)]
#[template(path = "press_outlets.html")]
struct OutletsPage {
    p: Page,
    lines: Vec<OutletLine>,
}

const YEAR: Duration = Duration::from_secs(365 * 86_400);
const MOST: u32 = 200;

/// The page.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    desk_only(&asker)?;
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("outlets-title")).await?;
    let since = look.now().minus(YEAR);
    let mut lines = Vec::new();
    for row in inquiries::by_outlet(look.db(), since, MOST).await? {
        let spans = inquiries::spans_of(look.db(), &row.outlet_fold, since).await?;
        let median = spans.get(spans.len() / 2).copied().unwrap_or(0);
        let query = serde_urlencoded::to_string([("which", "all"), ("outlet", row.outlet.as_str())]);
        lines.push(OutletLine {
            href: format!("/desk/press/inquiries?{}", query.unwrap_or_default()),
            outlet: row.outlet,
            asked: p.format.number(row.asked),
            answered: p.format.number(row.answered),
            refused: p.format.number(row.refused),
            median: if spans.is_empty() {
                "–".to_owned()
            } else {
                deadlines::span(&p, Duration::from_micros(u64::try_from(median).unwrap_or(0)))
            },
        });
    }
    html(&OutletsPage { lines, p })
}
