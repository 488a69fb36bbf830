//! The archive of digests, day by day.

use super::press_only;
use crate::digest;
use crate::store::digests::{self, DigestRow};
use askama::Template;
use axum::response::Response;
use web::{Asker, Error, Page, html};

struct DigestLine {
    day: String,
    label: String,
    chip: &'static str,
    state: String,
    matters: usize,
}

#[derive(Template)]
#[template(path = "listening_digests.html")]
struct DigestsPage {
    p: Page,
    lines: Vec<DigestLine>,
    today: String,
}

/// The chip and the word of where a digest stands.
pub(crate) fn state(p: &Page, row: &DigestRow) -> (&'static str, String) {
    let (chip, word) = match () {
        () if row.sent_at.is_some() => ("published", "digest-sent"),
        () if digest::is_approved(row) => ("approved", "digest-approved"),
        () => ("draft", "digest-draft"),
    };
    (chip, p.t(word))
}

/// The page.
pub(crate) async fn show(asker: Asker) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let p = asker.desk_page(asker.locale().t("digests-title")).await?;
    let lines = digests::list(look.db(), 400)
        .await?
        .into_iter()
        .map(|row| {
            let (chip, state) = state(&p, &row);
            DigestLine {
                label: row.day.parse().map(|day| p.format.long_day(day)).unwrap_or_else(|_| row.day.clone()),
                matters: digest::lines(&row.lines).iter().filter(|line| line.kept).count(),
                day: row.day,
                chip,
                state,
            }
        })
        .collect();
    let today = asker.app.zone.day(look.now()).to_string();
    html(&DigestsPage { lines, today, p })
}
