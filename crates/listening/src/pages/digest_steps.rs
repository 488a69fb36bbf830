//! What is done to a digest: drafted, kept, approved, opened again, sent.

use super::digest::{day, page};
use super::reasons;
use crate::digest::Line;
use crate::{House, verbs};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use kernel::{Day, Failure};
use std::time::Duration;
use web::{Asker, Error, Fields, said};

/// What was typed into the form, line by line, in the order of the numbers that were typed.
fn typed_lines(fields: &Fields) -> Vec<Line> {
    let many = fields.parsed::<usize>("many").unwrap_or(0).min(100);
    let mut lines: Vec<(i64, Line)> = (0..many)
        .map(|at| {
            let text = |name: &str| fields.text(&format!("{name}-{at}")).to_owned();
            let line = Line {
                thread: text("thread"),
                quote: text("quote"),
                summary: text("summary"),
                kept: fields.ticked(&format!("kept-{at}")),
                ..Line::default()
            };
            (text("place").parse().unwrap_or(i64::MAX), line)
        })
        .collect();
    lines.sort_by_key(|(place, _)| *place);
    lines.into_iter().map(|(_, line)| line).collect()
}

async fn answer(
    house: &House,
    asker: &Asker,
    day: Day,
    outcome: Result<&'static str, Failure>,
    typed: Option<(String, Vec<Line>)>,
) -> Result<Response, Error> {
    match outcome {
        Ok(key) => Ok(said(&format!("/desk/listening/digests/{day}"), key)),
        Err(failure) => {
            let stale = matches!(failure, Failure::Stale(_));
            let mut page = page(house, asker, day, reasons(failure)?, typed).await?;
            if stale {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            Ok(page)
        }
    }
}

/// Drafts it from what was heard in the 24 hours before now, or in that whole day when the day is over.
pub(crate) async fn draft(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
) -> Result<Response, Error> {
    let day = day(&date)?;
    let now = house.app.db.now();
    let start = house.app.zone.start_of(day).ok_or(Failure::NotFound)?;
    let whole = Duration::from_secs(86_400);
    let (from, to) =
        if day < house.app.zone.day(now) { (start, start.plus(whole)) } else { (now.minus(whole), now) };
    let outcome = async {
        let mut cx = asker.wish().await?;
        verbs::draft_digest(&mut cx, day, from, to).await?;
        cx.finish().await?;
        Ok("said-digest-drafted")
    }
    .await;
    answer(&house, &asker, day, outcome, None).await
}

/// Keeps what was typed.
pub(crate) async fn save(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let day = day(&date)?;
    let lines = typed_lines(&fields);
    let lead = fields.text("lead").to_owned();
    let outcome = async {
        let mut cx = asker.wish().await?;
        let edition = fields.parsed("edition").unwrap_or(0);
        verbs::edit_digest(&mut cx, day, edition, &lead, &lines).await?;
        cx.finish().await?;
        Ok("said-digest-kept")
    }
    .await;
    answer(&house, &asker, day, outcome, Some((lead, lines))).await
}

macro_rules! step {
    ($(#[$doc:meta])* $name:ident, $said:literal, |$cx:ident, $day:ident, $fields:ident| $verb:expr) => {
        $(#[$doc])*
        pub(crate) async fn $name(
            State(house): State<House>,
            asker: Asker,
            Path(date): Path<String>,
            $fields: Fields,
        ) -> Result<Response, Error> {
            let $day = day(&date)?;
            let outcome = async {
                let mut $cx = asker.wish().await?;
                $verb.await?;
                $cx.finish().await?;
                Ok($said)
            }
            .await;
            answer(&house, &asker, $day, outcome, None).await
        }
    };
}

step!(
    /// A second person approves exactly what was shown.
    approve, "said-digest-approved", |cx, day, fields| verbs::approve_digest(&mut cx, day, fields.text("hash"))
);
step!(
    /// Opens it again.
    reopen, "said-digest-reopened", |cx, day, _fields| verbs::reopen_digest(&mut cx, day)
);
step!(
    /// Sends it.
    send, "said-digest-sent", |cx, day, _fields| verbs::send_digest(&mut cx, day)
);
