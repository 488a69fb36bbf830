//! The digest of a day, as it is edited.

use super::{counts, press_only};
use crate::House;
use crate::digest::{self as review, Line};
use crate::settings::Settings;
use crate::store::digests::{self, DigestRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use http::StatusCode;
use kernel::{Action, Day, Failure, Moment, Refusal, Thing};
use web::{Asker, Crumb, Error, Page, Refused, html, refusals};

pub(super) struct LineView {
    pub(super) at: usize,
    pub(super) line: Line,
    pub(super) heading: String,
    pub(super) when: String,
    pub(super) counts: String,
}

#[derive(Template)]
#[template(path = "listening_digest.html")]
struct DigestPage {
    p: Page,
    crumbs: Vec<Crumb>,
    day: String,
    state: Option<(&'static str, String)>,
    edition: i64,
    lead: String,
    lines: Vec<LineView>,
    hash: String,
    can_draft: bool,
    can_edit: bool,
    can_approve: bool,
    can_reopen: bool,
    can_send: bool,
    shut: Vec<String>,
    signed: String,
    /// When it goes out, or when and to whom it was sent.
    time: String,
    late: bool,
    refused: Vec<Refused>,
}

pub(super) fn day(text: &str) -> Result<Day, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
) -> Result<Response, Error> {
    page(&house, &asker, day(&date)?, Vec::new(), None).await
}

pub(super) async fn page(
    house: &House,
    asker: &Asker,
    day: Day,
    refused: Vec<Refusal>,
    typed: Option<(String, Vec<Line>)>,
) -> Result<Response, Error> {
    let look = asker.look();
    press_only(&look)?;
    let p = asker.desk_page(asker.locale().f("digest-of", "day", asker.format().long_day(day))).await?;
    let row = digests::of_day(look.db(), &day.to_string()).await?;
    let may = |action: Action| look.may(action, Thing::House).is_ok();
    let approved = row.as_ref().is_some_and(|row| row.approved_by.is_some());
    let sent = row.as_ref().is_some_and(|row| row.sent_at.is_some());
    let own = row.as_ref().is_some_and(|row| row.edited_by == asker.actor.id());
    let kept = row.as_ref().map(|row| (row.lead.clone(), review::lines(&row.lines)));
    let hash = kept.as_ref().map(|(lead, lines)| review::hash(lead, lines)).unwrap_or_default();
    let (lead, lines) = match (typed, kept) {
        (Some((lead, typed)), Some((_, known))) => (lead, with_typed(known, &typed)),
        (_, kept) => kept.unwrap_or_default(),
    };
    let mut shut = Vec::new();
    if row.is_some() && !approved && own && may(Action::ApproveDigest) {
        shut.push(p.t("closed-own-digest"));
    }
    let ahead = day > house.app.zone.day(look.now());
    let time = match &row {
        Some(row) if sent => sent_to(house, &look, &p, row).await?,
        _ => goes_out(house, &look, &p, day, approved).await?,
    };
    let signed = match &row {
        Some(row) => signed(house, &p, row).await?,
        None => String::new(),
    };
    let mut response = html(&DigestPage {
        crumbs: vec![
            Crumb { href: "/desk/listening".into(), label: p.t("listening-title") },
            Crumb { href: "/desk/listening/digests".into(), label: p.t("digests-title") },
        ],
        day: day.to_string(),
        state: row.as_ref().map(|row| super::digests::state(&p, row)),
        edition: row.as_ref().map_or(0, |row| row.edition),
        can_draft: may(Action::WriteDigest) && !approved && !ahead,
        can_edit: may(Action::WriteDigest) && !approved && row.is_some(),
        can_approve: may(Action::ApproveDigest) && row.is_some() && !approved && !own,
        can_reopen: may(Action::WriteDigest) && approved && !sent,
        can_send: (may(Action::WriteDigest) || may(Action::ApproveDigest)) && approved && !sent,
        lines: views(&p, lines),
        lead,
        hash,
        shut,
        signed,
        late: !sent && is_late(house, &look, day).await?,
        time,
        refused: refusals(asker.locale(), &refused),
        p,
    })?;
    if !refused.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// When a review goes out by itself; empty when it does not.
async fn goes_out(house: &House, look: &Look, p: &Page, day: Day, approved: bool) -> Result<String, Failure> {
    let Some(due) = Settings::read(look.db()).await?.digest_due(&house.app.zone, day) else {
        return Ok(String::new());
    };
    let key = match (due > look.now(), approved) {
        (true, true) => "digest-goes-out",
        (true, false) => "digest-would-go-out",
        (false, true) => "digest-hour-over-approved",
        (false, false) => "digest-hour-over",
    };
    Ok(p.f(key, "time", p.format.stamp(due)))
}

/// Whether the hour of a day's review is over and it was not sent.
pub(super) async fn is_late(house: &House, look: &Look, day: Day) -> Result<bool, Failure> {
    let due = Settings::read(look.db()).await?.digest_due(&house.app.zone, day);
    Ok(day == house.app.zone.day(look.now()) && due.is_some_and(|due| due <= look.now()))
}

/// When a review was sent, and to whom.
async fn sent_to(house: &House, look: &Look, p: &Page, row: &DigestRow) -> Result<String, Failure> {
    let names = house.office.names().await?;
    let readers = digests::readers(look.db(), row.id).await?;
    let waiting = readers.iter().filter(|reader| reader.at.0 == 0).count();
    let gone = readers.iter().filter(|reader| reader.at.0 > 0);
    let mut gone: Vec<String> = gone.map(|reader| names.person(Some(reader.person))).collect();
    gone.sort();
    let when = row.sent_at.map(|at| p.format.stamp(at)).unwrap_or_default();
    let mut said = match gone.is_empty() {
        true => p.f("digest-sent-at", "when", when),
        false => {
            let said = [("when", when), ("count", gone.len().to_string()), ("who", gone.join(", "))];
            web::lookup(p.locale().0, "digest-sent-to", &said)
        }
    };
    if waiting > 0 {
        said = format!("{said} {}", p.f("digest-not-gone", "count", waiting));
    }
    Ok(said)
}

pub(super) async fn signed(house: &House, p: &Page, row: &DigestRow) -> Result<String, Failure> {
    let Some(at) = row.approved_at else { return Ok(String::new()) };
    let names = house.office.names().await?;
    Ok(web::lookup(
        p.locale().0,
        "digest-signed",
        &[("who", names.person(row.approved_by)), ("when", p.format.stamp(at))],
    ))
}

/// Lines with the heading that stands above the first of each topic.
pub(super) fn views(p: &Page, lines: Vec<Line>) -> Vec<LineView> {
    let mut last: Option<(bool, String)> = None;
    lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let group = (line.hot, line.topic.clone());
            let heading = match &last {
                Some(before) if *before == group => String::new(),
                _ if line.hot => p.t("spots-title"),
                _ => line.topic.clone(),
            };
            last = Some(group);
            LineView {
                at,
                heading,
                when: p.format.stamp(Moment(line.published)),
                counts: counts(p, line.mentions, line.outlets),
                line,
            }
        })
        .collect()
}

/// What is kept, with what was typed for it: a refusal loses nothing.
fn with_typed(known: Vec<Line>, typed: &[Line]) -> Vec<Line> {
    known
        .into_iter()
        .map(|line| match typed.iter().find(|typed| typed.thread == line.thread) {
            Some(typed) => {
                Line { quote: typed.quote.clone(), summary: typed.summary.clone(), kept: typed.kept, ..line }
            }
            None => line,
        })
        .collect()
}
