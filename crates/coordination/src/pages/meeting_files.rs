//! The papers of a meeting: its record, the notice of its conclusions as Word and PDF, the entry for a calendar; and the form in
//! which the notice is issued.

use super::meeting::number_of;
use super::shared::{crumb, paragraphs};
use crate::House;
use crate::ics;
use crate::meeting::{Facts, Record, State as MeetingState, Step, take};
use crate::meeting_paper;
use crate::office::Names;
use crate::store::meetings::{self, MeetingRow, NoticeRow};
use crate::store::read;
use crate::verbs::{self, NoticeWish, compose_notice, draft_notice, meeting_facts, meeting_work};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use handout::{Form, Particulars};
use kernel::{Action, Failure, MeetingId, Refusal, Thing};
use paper::Paper;
use web::{
    Asker, Crumb, Error, Fields, Format, Lang, Page, Refused, html, id_of, reasons, refusals, said, wish,
    with_status,
};

#[derive(Template)]
#[template(path = "meeting_notice.html")]
struct NoticePage {
    p: Page,
    crumbs: Vec<Crumb>,
    meeting: String,
    title: String,
    number: String,
    issued: String,
    points: Vec<String>,
    shut: Vec<String>,
    refused: Vec<Refused>,
    typed: NoticeWish,
}

struct Seen {
    row: MeetingRow,
    invited: Vec<meetings::InvitedRow>,
    conclusions: Vec<meetings::ConclusionRow>,
    notice: Option<NoticeRow>,
    keeps: bool,
    decides: bool,
}

async fn seen(asker: &Asker, meeting: &str) -> Result<Seen, Failure> {
    let id: MeetingId = id_of(meeting)?;
    let look = asker.look();
    let row = MeetingRow::of(look.db(), id).await?.ok_or(Failure::NotFound)?;
    let invited = meetings::invited(look.db(), id).await?;
    let work = meeting_work(&row, &invited);
    look.may(Action::ReadWork, Thing::Work(&work))?;
    Ok(Seen {
        keeps: look.may(Action::KeepMeetings, Thing::Work(&work)).is_ok(),
        decides: look.actor().id() == Some(row.chair)
            || look.may(Action::ApproveReports, Thing::Work(&work)).is_ok(),
        conclusions: meetings::conclusions(look.db(), id).await?,
        notice: NoticeRow::of(look.db(), id).await?,
        row,
        invited,
    })
}

fn vietnamese(house: &House) -> Format {
    Format::new(Lang::Vi, house.app.zone.clone())
}

/// The form of the notice, or what was issued.
pub(crate) async fn form(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    show(&house, &asker, &meeting, None, Vec::new()).await
}

async fn show(
    house: &House,
    asker: &Asker,
    meeting: &str,
    typed: Option<NoticeWish>,
    refused: Vec<Refusal>,
) -> Result<Response, Error> {
    let seen = seen(asker, meeting).await?;
    if !seen.keeps && seen.notice.is_none() {
        return Err(Failure::NotFound.into());
    }
    let look = asker.look();
    let p = asker.desk_page(asker.locale().t("notice-title")).await?;
    let id = seen.row.id;
    let facts =
        meeting_facts(&seen.row, &seen.conclusions, seen.notice.is_some(), look.now(), look.actor().id());
    let (state, record) = (MeetingState::named(&seen.row.state), Record::named(&seen.row.record_state));
    let shut = match take(state, record, Step::Issue, &Facts { reason_given: true, ..facts }) {
        Ok(_) => Vec::new(),
        Err(_) if seen.notice.is_some() => Vec::new(),
        Err(reasons) => reasons.iter().map(|one| p.locale().refusal(one)).collect(),
    };
    let drafted = match typed {
        Some(typed) => typed,
        None => draft_notice(house, &seen.row, &seen.invited).await?,
    };
    let (number, issued, points) = match &seen.notice {
        Some(row) => (number_of(row), p.format.date_time(row.issued_at), read(&row.body)),
        None => {
            // Shown as it will read; symbol and post may still be empty.
            let whole = NoticeWish { symbol: "TB".into(), post: "…".into(), ..drafted.clone() };
            let body = compose_notice(house, &seen.row, &seen.conclusions, &whole, look.now())
                .await
                .map(|row| read(&row.body))
                .unwrap_or_default();
            (String::new(), String::new(), body)
        }
    };
    let page = html(&NoticePage {
        crumbs: vec![
            crumb("/desk/meetings", p.t("meetings-title")),
            crumb(&format!("/desk/meetings/{id}"), seen.row.title.clone()),
        ],
        meeting: id.to_string(),
        title: seen.row.title.clone(),
        number,
        issued,
        points: points.iter().map(|point: &String| paragraphs(point).join(" ")).collect(),
        shut,
        refused: refusals(asker.locale(), &refused),
        typed: drafted,
        p,
    })?;
    Ok(with_status(page, &refused))
}

fn typed_of(fields: &Fields) -> NoticeWish {
    let text = |name: &str| fields.raw(name).to_owned();
    NoticeWish {
        symbol: text("symbol"),
        subject: text("subject"),
        opening: text("opening"),
        closing: text("closing"),
        authority: text("authority"),
        post: text("post"),
        signer: text("signer"),
        recipients: text("recipients"),
    }
}

/// Issues it.
pub(crate) async fn issue(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let id: MeetingId = id_of(&meeting)?;
    let typed = typed_of(&fields);
    match wish!(asker, |cx| verbs::issue_notice(&mut cx, &house, id, &typed).await) {
        Ok(_) => Ok(said(&format!("/desk/meetings/{id}"), "said-notice-issued")),
        Err(failure) => show(&house, &asker, &meeting, Some(typed), reasons(failure)?).await,
    }
}

/// The record as Word: the draft for who keeps it and who decides, the approved one for all who see the meeting.
pub(crate) async fn record(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    let seen = seen(&asker, &meeting).await?;
    let approved = Record::named(&seen.row.record_state) == Record::Approved;
    if MeetingState::named(&seen.row.state) != MeetingState::Held || !(approved || seen.keeps || seen.decides)
    {
        return Err(Failure::NotFound.into());
    }
    let names = Names::of(house.office.as_ref()).await?;
    let agency = house.office.agency().await?;
    let format = vietnamese(&house);
    let paper = meeting_paper::record(&seen.row, &seen.invited, &seen.conclusions, &names, &agency, &format);
    let day = house.app.zone.day(seen.row.starts_at);
    Ok(handout::paper(paper, Particulars::default(), Form::Docx, &format!("bien-ban-{day}")).await?)
}

async fn notice(house: &House, asker: &Asker, meeting: &str) -> Result<(Paper, String), Failure> {
    let row = seen(asker, meeting).await?.notice.ok_or(Failure::NotFound)?;
    let name = format!("thong-bao-{:02}-{}", row.number, row.year);
    Ok((meeting_paper::notice(&row, &vietnamese(house)), name))
}

/// The notice as Word.
pub(crate) async fn docx(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    let (paper, name) = notice(&house, &asker, &meeting).await?;
    Ok(handout::paper(paper, Particulars::default(), Form::Docx, &name).await?)
}

/// The notice as PDF.
pub(crate) async fn pdf(
    State(house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    let (paper, name) = notice(&house, &asker, &meeting).await?;
    Ok(handout::paper(paper, Particulars::default(), Form::Pdf, &name).await?)
}

/// The meeting for a calendar.
pub(crate) async fn calendar(
    State(_house): State<House>,
    asker: Asker,
    Path(meeting): Path<String>,
) -> Result<Response, Error> {
    let row = seen(&asker, &meeting).await?.row;
    let off = matches!(MeetingState::named(&row.state), MeetingState::Missed | MeetingState::PutOff);
    let entry = ics::Entry {
        id: row.id.0,
        title: row.title,
        from: row.starts_at,
        to: row.ends_at,
        place: row.place,
        words: row.agenda,
        edition: row.edition,
        off,
    };
    let text = ics::calendar(&[entry], asker.look().now());
    Ok(handout::file("text/calendar; charset=utf-8", "hop.ics", text))
}
