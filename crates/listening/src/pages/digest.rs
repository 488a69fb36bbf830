//! The digest of a day: drafted, edited, approved by a second person, sent, printed.

use super::{counts, press_only, reasons};
use crate::digest::{self as review, Line};
use crate::settings::Settings;
use crate::store::digests::{self, DigestRow};
use crate::{House, verbs};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Look;
use handout::{Form, Particulars};
use http::StatusCode;
use kernel::{Action, Day, DigestId, Failure, Moment, Refusal, Thing};
use paper::{Heading, Level, Paper, Paragraph, Part, Title};
use std::time::Duration;
use web::{Asker, Crumb, Error, Fields, Lang, Page, Refused, html, refusals, said};

struct LineView {
    at: usize,
    line: Line,
    heading: String,
    when: String,
    counts: String,
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

#[derive(Template)]
#[template(path = "listening_digest_print.html")]
struct PrintPage {
    p: Page,
    day: String,
    approved: bool,
    lead: String,
    lines: Vec<LineView>,
    signed: String,
}

fn day(text: &str) -> Result<Day, Failure> {
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

async fn page(
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

async fn signed(house: &House, p: &Page, row: &DigestRow) -> Result<String, Failure> {
    let Some(at) = row.approved_at else { return Ok(String::new()) };
    let names = house.office.names().await?;
    Ok(web::lookup(
        p.locale().0,
        "digest-signed",
        &[("who", names.person(row.approved_by)), ("when", p.format.stamp(at))],
    ))
}

/// Lines with the heading that stands above the first of each topic.
fn views(p: &Page, lines: Vec<Line>) -> Vec<LineView> {
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

/// What leaves the desk of a digest, on paper or as a file: only the lines that are kept.
struct HandedOut {
    p: Page,
    day: Day,
    row: DigestRow,
    lines: Vec<LineView>,
    signed: String,
}

async fn handed_out(house: &House, asker: &Asker, date: &str) -> Result<HandedOut, Error> {
    let look = asker.look();
    press_only(&look)?;
    let day = day(date)?;
    let row = digests::of_day(look.db(), &day.to_string()).await?.ok_or(Failure::NotFound)?;
    let p = asker.desk_page(asker.locale().f("digest-of", "day", asker.format().long_day(day))).await?;
    let mut lines = review::lines(&row.lines);
    lines.retain(|line| line.kept);
    let signed = signed(house, &p, &row).await?;
    Ok(HandedOut { lines: views(&p, lines), p, day, row, signed })
}

/// As it is printed and handed out.
pub(crate) async fn print(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
) -> Result<Response, Error> {
    let HandedOut { p, day, row, lines, signed } = handed_out(&house, &asker, &date).await?;
    html(&PrintPage {
        day: day.to_string(),
        approved: review::is_approved(&row),
        signed,
        lead: row.lead,
        lines,
        p,
    })
}

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

async fn hand_out(house: &House, asker: &Asker, date: &str, form: Form) -> Result<Response, Error> {
    let HandedOut { p, day, row, lines, signed } = handed_out(house, asker, date).await?;
    let paper = paper_of(&p, &row, day, lines, signed);
    Ok(handout::paper(paper, Particulars::default(), form, &format!("diem-bao-{day}")).await?)
}

/// For Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &date, Form::Docx).await
}

/// As PDF.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(date): Path<String>,
) -> Result<Response, Error> {
    hand_out(&house, &asker, &date, Form::Pdf).await
}

/// The press review of a day as it stands now, in the agency's language.
async fn standing(house: &House, day: Day) -> Result<Option<HandedOut>, Failure> {
    let Some(row) = digests::of_day(house.app.db.reader(), &day.to_string()).await? else { return Ok(None) };
    let mut p = house.app.frame.gate(Lang::Vi, "").await;
    p.title = p.f("digest-of", "day", p.format.long_day(day));
    let mut lines = review::lines(&row.lines);
    lines.retain(|line| line.kept);
    let signed = signed(house, &p, &row).await?;
    Ok(Some(HandedOut { lines: views(&p, lines), p, day, row, signed }))
}

/// The press review of a day on paper, for the command line; none when there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn digest_paper(house: &House, day: Day) -> Result<Option<Paper>, Failure> {
    let review = standing(house, day).await?;
    Ok(review.map(|HandedOut { p, day, row, lines, signed }| paper_of(&p, &row, day, lines, signed)))
}

#[derive(Template)]
#[template(path = "listening_digest_alone.html")]
struct AlonePage {
    p: Page,
    approved: bool,
    signed: String,
    lead: String,
    lines: Vec<LineView>,
}

/// The same as one plain page.
///
/// # Errors
/// When the database does not answer.
pub async fn digest_html(house: &House, day: Day) -> Result<Option<String>, Failure> {
    let Some(HandedOut { p, row, lines, signed, .. }) = standing(house, day).await? else { return Ok(None) };
    let page = AlonePage { approved: review::is_approved(&row), lead: row.lead, p, signed, lines };
    page.render().map(Some).map_err(|error| Failure::Broken(Box::new(error)))
}

/// The press review of a day as it goes to a reader by mail.
#[derive(Debug, Clone)]
pub struct DigestLetter {
    /// What the letter is called.
    pub subject: String,
    /// What stands in it: the lead and the headlines.
    pub text: String,
    /// The name of the file that comes along.
    pub file: String,
    /// That file, for Word.
    pub docx: Vec<u8>,
}

/// The letter of a review that was sent; none when there is none.
///
/// # Errors
/// When the database does not answer or the file cannot be made.
pub async fn digest_letter(house: &House, digest: DigestId) -> Result<Option<DigestLetter>, Failure> {
    let db = house.app.db.reader();
    let Some(row) = digests::digest(db, digest).await?.filter(|row| row.sent_at.is_some()) else {
        return Ok(None);
    };
    let day = day(&row.day)?;
    let p = house.app.frame.gate(Lang::Vi, "").await;
    let mut lines = review::lines(&row.lines);
    lines.retain(|line| line.kept);
    let signed = signed(house, &p, &row).await?;
    let lines = views(&p, lines);
    let mut text = format!("{}\n", row.lead);
    for view in &lines {
        if !view.heading.is_empty() {
            text.push_str(&format!("\n{}\n", view.heading.to_uppercase()));
        }
        text.push_str(&format!(
            "\n• {}\n  {}, {} ({})\n",
            view.line.title, view.line.outlet, view.when, view.counts
        ));
        for more in [&view.line.summary, &view.line.link] {
            if !more.is_empty() {
                text.push_str(&format!("  {more}\n"));
            }
        }
    }
    text.push_str(&format!("\n{signed}\n"));
    let subject = p.f("digest-of", "day", p.format.long_day(day));
    let paper = paper_of(&p, &row, day, lines, signed);
    let docx = handout::made(paper, Particulars::default(), Form::Docx).await?.to_vec();
    let file = format!("diem-bao-{day}.docx");
    Ok(Some(DigestLetter { subject: format!("{subject} – {}", p.site.name), text, file, docx }))
}

/// The digest on paper. It has no number and nobody signs it; who approved it stands at its end.
fn paper_of(p: &Page, row: &DigestRow, day: Day, lines: Vec<LineView>, signed: String) -> Paper {
    let mut parts = Vec::new();
    for view in lines {
        if !view.heading.is_empty() {
            parts.push(Part::Heading(Level::Roman, view.heading.as_str().into()));
        }
        parts.push(Part::Heading(Level::Arabic, view.line.title.as_str().into()));
        let source = format!("{}, {} ({})", view.line.outlet, view.when, view.counts);
        parts.push(Part::Text(Paragraph::default().with_italic(source)));
        if !view.line.summary.is_empty() {
            parts.push(Part::Text(view.line.summary.as_str().into()));
        }
        if !view.line.quote.is_empty() {
            parts.push(Part::Quotation {
                said: vec![view.line.quote.as_str().into()],
                by: Some(view.line.outlet.as_str().into()),
            });
        }
        if !view.line.link.is_empty() {
            parts.push(Part::Text(Paragraph::default().with_link(view.line.link.clone(), view.line.link)));
        }
    }
    let mark = if review::is_approved(row) { signed } else { p.t("digest-not-approved") };
    parts.push(Part::Text(Paragraph::default().with_italic(mark)));
    Paper {
        heading: Heading {
            issuer: Some(p.site.name.clone()),
            place: (!p.site.place.is_empty()).then(|| p.site.place.clone()),
            date: Some(day),
            ..Heading::default()
        },
        title: Title { kind: Some(p.t("digest-paper")), subject: p.format.long_day(day) },
        intro: if row.lead.is_empty() { Vec::new() } else { vec![row.lead.as_str().into()] },
        parts,
        ..Paper::default()
    }
}
