//! "Thông báo kết luận": the paper that tells what a meeting concluded, with the next number of the year. Once issued it does
//! not change, and names in it are those of the day.

use super::meeting_sheet::MeetingSheet;
use crate::House;
use crate::meeting::{Facts, Step};
use crate::office::Names;
use crate::store::meetings::{ConclusionRow, InvitedRow, MeetingRow, NoticeRow};
use crate::store::{kept, numbers, read};
use db::Cx;
use kernel::{CoordinationEvent, Failure, MeetingId, Moment, Refusal, UnitId};
use typed::{noted, one_line, words};
use web::{Format, Lang, lookup};

/// What the paper says beside the conclusions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeWish {
    /// The mark behind the number: `TB-VP`.
    pub symbol: String,
    /// What it is about.
    pub subject: String,
    /// The paragraphs before the conclusions.
    pub opening: String,
    /// The paragraph behind them.
    pub closing: String,
    /// By what authority it is signed, one a line: `TL. CHỦ TỊCH`. Empty for who signs as the head.
    pub authority: String,
    /// The post of who signs.
    pub post: String,
    /// Who signs.
    pub signer: String,
    /// Who gets it, one a line.
    pub recipients: String,
}

/// Issues it.
///
/// # Errors
/// Refused before the record is approved, twice, without conclusions, without a symbol or a signer's post.
pub async fn issue_notice(
    cx: &mut Cx,
    house: &House,
    id: MeetingId,
    wish: &NoticeWish,
) -> Result<i64, Failure> {
    let mut sheet = MeetingSheet::open(cx, id).await?;
    sheet.take(Step::Issue, cx, Facts::default())?;
    let mut row = compose(house, &sheet.row, &sheet.conclusions, wish, cx.now()).await?;
    row.issued_by = cx.actor().id();
    row.number = numbers::next(cx.tx(), &row.symbol, row.year).await?;
    row.put(cx.tx()).await?;
    let number = row.number;
    cx.record(CoordinationEvent::NoticeIssued { meeting: id, number, year: row.year });
    Ok(number)
}

/// The paper as it would be issued now, without its number.
pub(crate) async fn compose(
    house: &House,
    meeting: &MeetingRow,
    conclusions: &[ConclusionRow],
    wish: &NoticeWish,
    now: Moment,
) -> Result<NoticeRow, Failure> {
    let mut against = Vec::new();
    let symbol = noted(&mut against, one_line("symbol", &wish.symbol, 40))?;
    // What a number is written with: letters, digits, strokes (NĐ 30/2020, Phụ lục I).
    let fits = symbol.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '&'));
    if symbol.is_empty() || !fits {
        against.push(Refusal::field("symbol", "refused-notice-symbol"));
    }
    let subject = noted(&mut against, one_line("subject", &wish.subject, 500))?;
    if subject.is_empty() {
        against.push(Refusal::field("subject", "refused-notice-subject"));
    }
    let post = noted(&mut against, one_line("post", &wish.post, 200))?;
    if post.is_empty() {
        against.push(Refusal::field("post", "refused-notice-post"));
    }
    let opening = noted(&mut against, words("opening", &wish.opening, 8_000))?;
    let closing = noted(&mut against, words("closing", &wish.closing, 2_000))?;
    let authority = noted(&mut against, words("authority", &wish.authority, 300))?;
    let signer = noted(&mut against, one_line("signer", &wish.signer, 100))?;
    let recipients = noted(&mut against, words("recipients", &wish.recipients, 4_000))?;
    Failure::unless(against)?;
    let names = Names::of(house.office.as_ref()).await?;
    let agency = house.office.agency().await?;
    let unit = names.unit(meeting.unit);
    let whole = unit == agency.name;
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let body: Vec<String> = conclusions.iter().map(|one| point(one, &names, &format)).collect();
    Ok(NoticeRow {
        meeting: meeting.id,
        year: i64::from(house.app.zone.day(now).year()),
        number: 0,
        symbol: symbol.to_uppercase(),
        issued_at: now,
        issued_by: None,
        superior: if whole { agency.over } else { agency.name },
        issuer: unit,
        place: agency.place,
        subject,
        opening,
        body: kept(&body),
        closing,
        authority,
        post,
        signer,
        recipients,
    })
}

/// One conclusion as the paper says it.
fn point(row: &ConclusionRow, names: &Names, format: &Format) -> String {
    let supports: Vec<UnitId> = read(&row.supports);
    let others: Vec<String> = supports.iter().map(|unit| names.unit(*unit)).collect();
    let key = if others.is_empty() { "notice-point" } else { "notice-point-with" };
    let args = [("lead", names.unit(row.lead)), ("others", others.join(", ")), ("words", row.words.clone())];
    let mut said = lookup(Lang::Vi, key, &args);
    if let Some(due) = row.due_at {
        said = said.trim_end_matches(['.', ';', ' ']).to_owned();
        said.push_str(&lookup(Lang::Vi, "notice-point-due", &[("day", format.date(due))]));
    }
    if !said.ends_with(['.', ';', '!', '?']) {
        said.push('.');
    }
    said
}

/// What the form of the paper holds before anybody touched it.
pub(crate) async fn draft_notice(
    house: &House,
    meeting: &MeetingRow,
    invited: &[InvitedRow],
) -> Result<NoticeWish, Failure> {
    let names = Names::of(house.office.as_ref()).await?;
    let format = Format::new(Lang::Vi, house.app.zone.clone());
    let chair = house.office.colleagues().await?.into_iter().find(|one| one.id == meeting.chair);
    let name = names.person(Some(meeting.chair));
    let post = chair.map(|one| one.post).unwrap_or_default();
    let titled = if post.is_empty() { name.clone() } else { format!("{name}, {post}") };
    let say = |key: &str, args: &[(&str, String)]| lookup(Lang::Vi, key, args);
    let came: Vec<String> = invited
        .iter()
        .filter(|one| one.presence != "absent" && one.presence != "excused")
        .filter_map(|one| one.unit.map(|unit| names.unit(unit)))
        .collect();
    let mut opening = say(
        "notice-opening",
        &[
            ("day", format.date(meeting.starts_at)),
            (
                "place",
                if meeting.place.is_empty() { String::new() } else { format!(", tại {}", meeting.place) },
            ),
            ("chair", titled.clone()),
            ("title", meeting.title.clone()),
        ],
    );
    if !came.is_empty() {
        opening.push(' ');
        opening.push_str(&say("notice-came", &[("units", came.join(", "))]));
    }
    opening.push('\n');
    opening.push_str(&say("notice-concluded", &[("chair", name.clone())]));
    let mut recipients: Vec<String> =
        invited.iter().filter_map(|one| one.unit.map(|unit| names.unit(unit))).collect();
    recipients.insert(0, say("notice-recipient-chair", &[("chair", name.clone())]));
    recipients.push(say("notice-recipient-kept", &[]));
    let symbol = house.office.symbol(meeting.unit).await?;
    Ok(NoticeWish {
        symbol: if symbol.is_empty() { "TB".to_owned() } else { format!("TB-{symbol}") },
        subject: say("notice-subject", &[("chair", titled), ("title", meeting.title.clone())]),
        opening,
        closing: say("notice-closing", &[("unit", names.unit(meeting.unit))]),
        authority: String::new(),
        post: String::new(),
        signer: String::new(),
        recipients: recipients.join("\n"),
    })
}
