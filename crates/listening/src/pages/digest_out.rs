//! What leaves the desk of a digest: on paper, as a file, as a letter.

use super::digest::{LineView, day, signed, views};
use super::press_only;
use crate::House;
use crate::digest as review;
use crate::store::digests::{self, DigestRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Day, DigestId, Failure};
use paper::{Heading, Level, Paper, Paragraph, Part, Title};
use web::{Asker, Error, Lang, Page, html};

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
