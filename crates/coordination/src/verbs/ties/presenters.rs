//! Presenters (báo cáo viên), their sessions, and how these were found.

use super::{keep, own, reason_of, still};
use crate::store::ties::{MarkRow, PresenterRow, SessionRow};
use crate::verbs::is_near;
use db::Cx;
use kernel::{CoordinationEvent, Failure, Moment, NewId, PresenterId, Refusal, UnitId};
use typed::{noted, one_line, words};
use uuid::Uuid;

/// What is said of a presenter: name and office, nothing private.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct PresenterWish {
    pub unit: Option<UnitId>,
    pub name: String,
    pub office: String,
    pub fields: String,
    /// The decision that names them.
    pub document: String,
}

/// Names a presenter.
///
/// # Errors
/// Refused without name and office.
pub async fn name_presenter(cx: &mut Cx, wish: &PresenterWish) -> Result<PresenterId, Failure> {
    let unit = own(cx, wish.unit)?;
    let mut against = Vec::new();
    let name = noted(&mut against, one_line("name", &wish.name, 100))?;
    let office = noted(&mut against, one_line("office", &wish.office, 200))?;
    if name.is_empty() || office.is_empty() {
        against.push(Refusal::field("name", "refused-presenter-name"));
    }
    let fields = noted(&mut against, one_line("fields", &wish.fields, 300))?;
    let document = noted(&mut against, one_line("document", &wish.document, 200))?;
    Failure::unless(against)?;
    let id = PresenterId::fresh();
    let row = PresenterRow {
        id,
        name,
        office,
        unit,
        fields,
        document,
        made_at: cx.now(),
        ended_at: None,
        reason: String::new(),
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::PresenterNamed { presenter: id, unit });
    Ok(id)
}

async fn presenter(cx: &Cx, id: PresenterId) -> Result<PresenterRow, Failure> {
    let row = PresenterRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    Ok(row)
}

/// Ends it.
///
/// # Errors
/// Refused without a reason, and when it is over already.
pub async fn end_presenter(cx: &mut Cx, id: PresenterId, reason: &str) -> Result<(), Failure> {
    let mut row = presenter(cx, id).await?;
    still(row.ended_at)?;
    let reason = reason_of(reason)?;
    row.ended_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(CoordinationEvent::PresenterEnded { presenter: id, reason });
    Ok(row.put(cx.tx()).await?)
}

/// A session that was held.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct SessionWish {
    pub at: Option<Moment>,
    pub title: String,
    pub place: String,
    pub audience: i64,
}

/// Notes a session.
///
/// # Errors
/// Refused for a time to come or after the presenter's end, without a title, and for an audience that is none.
pub async fn note_session(cx: &mut Cx, id: PresenterId, wish: &SessionWish) -> Result<Uuid, Failure> {
    let until = presenter(cx, id).await?.ended_at.unwrap_or(cx.now());
    let mut against = Vec::new();
    if wish.at.is_none_or(|at| at > until || !is_near(at, cx.now())) {
        against.push(Refusal::field("at", "refused-session-time"));
    }
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let place = noted(&mut against, one_line("place", &wish.place, 200))?;
    if !(1..=100_000).contains(&wish.audience) {
        against.push(Refusal::field("audience", "refused-session-audience"));
    }
    Failure::unless(against)?;
    let session = Uuid::now_v7();
    let row = SessionRow {
        id: session,
        presenter: id,
        at: wish.at.unwrap_or(cx.now()),
        title,
        place,
        audience: wish.audience,
        made_at: cx.now(),
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::SessionHeld { presenter: id, audience: wish.audience });
    Ok(session)
}

/// One evaluation form: marks from 1 to 5, and words. Nobody's name is kept with it.
///
/// # Errors
/// Refused for marks beyond 1 to 5; not found when the session is of another.
pub async fn evaluate(
    cx: &mut Cx,
    id: PresenterId,
    session: Uuid,
    marks: [i64; 3],
    said: &str,
) -> Result<(), Failure> {
    presenter(cx, id).await?;
    let row = SessionRow::of(cx.tx(), session).await?.filter(|row| row.presenter == id);
    row.ok_or(Failure::NotFound)?;
    if marks.iter().any(|mark| !(1..=5).contains(mark)) {
        return Err(Failure::refused(Refusal::field("matter", "refused-marks")));
    }
    let [matter, manner, use_of] = marks;
    let words = words("words", said, 2_000)?;
    let row = MarkRow { id: Uuid::now_v7(), session, matter, manner, use_of, words, made_at: cx.now() };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::SessionEvaluated { presenter: id });
    Ok(())
}
