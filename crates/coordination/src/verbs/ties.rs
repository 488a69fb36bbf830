//! What ties the agency to others: agreements with outlets and what they deliver; presenters, their sessions and how these were
//! found; trainings and who took part; the agency's own commemorative days.

use super::is_near;
use crate::House;
use crate::observance::Observance;
use crate::store::ties::{
    self, AgreementRow, DeliveryRow, GuestRow, MarkRow, ObservanceRow, PresenterRow, SessionRow, TrainingRow,
};
use crate::watch;
use db::Cx;
use kernel::{
    Action, AgreementId, CoordinationEvent, Day, Failure, Moment, NewId, ObservanceId, PresenterId, Refusal,
    Thing, TrainingId, UnitId,
};
use std::time::Duration;
use typed::{noted, one_line, words};
use uuid::Uuid;
use web::{Format, Lang, lookup};

/// What is said of an agreement.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct AgreementWish {
    pub unit: Option<UnitId>,
    pub outlet: String,
    pub title: String,
    /// Its number as a paper.
    pub number: String,
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub stories: i64,
    pub minutes: i64,
    /// In đồng.
    pub money: i64,
    pub notes: String,
}

/// Quotas and amounts beyond these are a slip of the finger.
const MOST: i64 = 100_000;
const MOST_MONEY: i64 = 1_000_000_000_000_000;
/// Its end is told so long before.
const AHEAD: Duration = Duration::from_secs(30 * 86_400);

fn reason_of(text: &str) -> Result<String, Failure> {
    let reason = words("reason", text, 1_000)?;
    if reason.is_empty() {
        return Err(Failure::refused(Refusal::field("reason", "refused-reason")));
    }
    Ok(reason)
}

fn own(cx: &Cx, unit: Option<UnitId>) -> Result<UnitId, Failure> {
    let unit = unit.ok_or_else(|| Failure::refused(Refusal::field("unit", "refused-facility-unit")))?;
    cx.may(Action::KeepTies, Thing::Unit(unit))?;
    Ok(unit)
}

/// Who does not see a unit's work does not learn that the thing is there.
fn keep(cx: &Cx, unit: UnitId) -> Result<(), Failure> {
    if cx.may(Action::ReadWork, Thing::Unit(unit)).is_err() {
        return Err(Failure::NotFound);
    }
    cx.may(Action::KeepTies, Thing::Unit(unit))
}

/// Enters an agreement.
///
/// # Errors
/// Refused without outlet, title and term, and for amounts that are none.
pub async fn make_agreement(
    cx: &mut Cx,
    house: &House,
    wish: &AgreementWish,
) -> Result<AgreementId, Failure> {
    let unit = own(cx, wish.unit)?;
    let mut against = Vec::new();
    let outlet = noted(&mut against, one_line("outlet", &wish.outlet, 200))?;
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if outlet.is_empty() {
        against.push(Refusal::field("outlet", "refused-agreement-outlet"));
    }
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let near = |day: Day| house.app.zone.start_of(day).is_some_and(|at| is_near(at, cx.now()));
    let term = match (wish.from, wish.to) {
        (Some(from), Some(to)) if from < to && near(from) && near(to) => Some((from, to)),
        _ => None,
    };
    if term.is_none() {
        against.push(Refusal::field("to_day", "refused-agreement-term"));
    }
    let fits = |n: i64| (0..=MOST).contains(&n);
    if !fits(wish.stories) || !fits(wish.minutes) || !(0..=MOST_MONEY).contains(&wish.money) {
        against.push(Refusal::field("stories", "refused-agreement-amount"));
    }
    let number = noted(&mut against, one_line("number", &wish.number, 100))?;
    let notes = noted(&mut against, words("notes", &wish.notes, 4_000))?;
    Failure::unless(against)?;
    let Some((from, to)) = term else { return Err(Failure::NotFound) };
    let row = AgreementRow {
        id: AgreementId::fresh(),
        outlet,
        title,
        number,
        unit,
        from_day: from.to_string(),
        to_day: to.to_string(),
        stories: wish.stories,
        minutes: wish.minutes,
        money: wish.money,
        notes,
        edition: 1,
        made_at: cx.now(),
        made_by: cx.actor().id(),
        alarmed_at: None,
        ended_at: None,
        reason: String::new(),
    };
    row.put(cx.tx()).await?;
    if let Some(end) = house.app.zone.start_of(to) {
        watch::set_end(cx, row.id, end.minus(AHEAD)).await?;
    }
    cx.record(CoordinationEvent::AgreementMade { agreement: row.id, unit }.into());
    Ok(row.id)
}

async fn agreement(cx: &Cx, id: AgreementId) -> Result<AgreementRow, Failure> {
    let row = AgreementRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    Ok(row)
}

/// What was delivered.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct DeliveryWish {
    pub day: Option<Day>,
    pub stories: i64,
    pub minutes: i64,
    pub title: String,
    pub evidence: String,
}

/// Counts what an outlet delivered, with evidence.
///
/// # Errors
/// Refused without evidence, without an amount, and for a day to come or outside the term.
pub async fn note_delivery(
    cx: &mut Cx,
    house: &House,
    id: AgreementId,
    wish: &DeliveryWish,
) -> Result<(), Failure> {
    let row = agreement(cx, id).await?;
    let mut against = Vec::new();
    let today = house.app.zone.day(cx.now());
    let day = wish.day.filter(|day| *day <= today).map(|day| day.to_string());
    let day = day.filter(|day| (&row.from_day..=&row.to_day).contains(&day));
    if day.is_none() {
        against.push(Refusal::field("day", "refused-delivery-day"));
    }
    let fits = |n: i64| (0..=1_000).contains(&n);
    if !fits(wish.stories) || !fits(wish.minutes) || wish.stories + wish.minutes == 0 {
        against.push(Refusal::field("stories", "refused-delivery-amount"));
    }
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    let evidence = noted(&mut against, one_line("evidence", &wish.evidence, 500))?;
    if evidence.is_empty() {
        against.push(Refusal::field("evidence", "refused-delivery-evidence"));
    }
    Failure::unless(against)?;
    let delivery = DeliveryRow {
        id: Uuid::now_v7(),
        agreement: id,
        day: day.unwrap_or_default(),
        stories: wish.stories,
        minutes: wish.minutes,
        title,
        evidence,
        made_at: cx.now(),
        made_by: cx.actor().id(),
    };
    delivery.put(cx.tx()).await?;
    cx.record(
        CoordinationEvent::Delivered { agreement: id, stories: wish.stories, minutes: wish.minutes }.into(),
    );
    Ok(())
}

/// Takes out what was counted by mistake.
///
/// # Errors
/// Not found when it is of another agreement.
pub async fn drop_delivery(cx: &mut Cx, id: AgreementId, delivery: Uuid) -> Result<(), Failure> {
    agreement(cx, id).await?;
    if ties::drop_delivery(cx.tx(), delivery, id).await? == 0 {
        return Err(Failure::NotFound);
    }
    cx.record(CoordinationEvent::DeliveryDropped { agreement: id }.into());
    Ok(())
}

/// Ends it before its time.
///
/// # Errors
/// Refused without a reason.
pub async fn end_agreement(cx: &mut Cx, id: AgreementId, reason: &str) -> Result<(), Failure> {
    let mut row = agreement(cx, id).await?;
    let reason = reason_of(reason)?;
    row.ended_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(CoordinationEvent::AgreementEnded { agreement: id, reason }.into());
    Ok(row.put(cx.tx()).await?)
}

/// Tells, once, that it ends soon.
///
/// # Errors
/// When the database does not answer.
pub async fn watch_agreement(cx: &mut Cx, house: &House, id: AgreementId) -> Result<(), Failure> {
    let Some(mut row) = AgreementRow::lock(cx.tx(), cx.engine(), id).await? else { return Ok(()) };
    if row.alarmed_at.is_some() || row.ended_at.is_some() {
        return Ok(());
    }
    row.alarmed_at = Some(cx.now());
    if let Some(person) = row.made_by {
        let format = Format::new(Lang::Vi, house.app.zone.clone());
        let args = [
            ("title", row.title.clone()),
            ("outlet", row.outlet.clone()),
            ("day", row.to_day.parse().map(|day| format.day(day)).unwrap_or_default()),
            ("address", format!("/desk/agreements/{id}")),
        ];
        let subject = lookup(Lang::Vi, "agreement-letter-subject", &args);
        house.office.tell(cx, person, &subject, &lookup(Lang::Vi, "agreement-letter", &args)).await?;
    }
    cx.record(CoordinationEvent::AgreementEnding { agreement: id }.into());
    Ok(row.put(cx.tx()).await?)
}

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
    cx.record(CoordinationEvent::PresenterNamed { presenter: id, unit }.into());
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
/// Refused without a reason.
pub async fn end_presenter(cx: &mut Cx, id: PresenterId, reason: &str) -> Result<(), Failure> {
    let mut row = presenter(cx, id).await?;
    let reason = reason_of(reason)?;
    row.ended_at = Some(cx.now());
    row.reason.clone_from(&reason);
    cx.record(CoordinationEvent::PresenterEnded { presenter: id, reason }.into());
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
/// Refused for a time to come, without a title, and for an audience that is none.
pub async fn note_session(cx: &mut Cx, id: PresenterId, wish: &SessionWish) -> Result<Uuid, Failure> {
    presenter(cx, id).await?;
    let mut against = Vec::new();
    if wish.at.is_none_or(|at| at > cx.now() || !is_near(at, cx.now())) {
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
    cx.record(CoordinationEvent::SessionHeld { presenter: id, audience: wish.audience }.into());
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
    cx.record(CoordinationEvent::SessionEvaluated { presenter: id }.into());
    Ok(())
}

/// What is said of a training.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct TrainingWish {
    pub unit: Option<UnitId>,
    pub title: String,
    pub starts_at: Option<Moment>,
    pub ends_at: Option<Moment>,
    pub place: String,
    pub teachers: String,
    pub content: String,
}

/// Plans a training.
///
/// # Errors
/// Refused without a title and a time.
pub async fn plan_training(cx: &mut Cx, wish: &TrainingWish) -> Result<TrainingId, Failure> {
    let unit = own(cx, wish.unit)?;
    let mut against = Vec::new();
    let title = noted(&mut against, one_line("title", &wish.title, 300))?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let time = match (wish.starts_at, wish.ends_at) {
        (Some(from), Some(to)) if from < to && is_near(from, cx.now()) && is_near(to, cx.now()) => {
            Some((from, to))
        }
        _ => None,
    };
    if time.is_none() {
        against.push(Refusal::field("starts_at", "refused-training-time"));
    }
    let place = noted(&mut against, one_line("place", &wish.place, 200))?;
    let teachers = noted(&mut against, one_line("teachers", &wish.teachers, 300))?;
    let content = noted(&mut against, words("content", &wish.content, 4_000))?;
    Failure::unless(against)?;
    let Some((starts_at, ends_at)) = time else { return Err(Failure::NotFound) };
    let id = TrainingId::fresh();
    let row = TrainingRow {
        id,
        unit,
        title,
        starts_at,
        ends_at,
        place,
        teachers,
        content,
        made_at: cx.now(),
        ended_at: None,
        reason: String::new(),
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::TrainingPlanned { training: id, unit }.into());
    Ok(id)
}

async fn training(cx: &Cx, id: TrainingId) -> Result<TrainingRow, Failure> {
    let row = TrainingRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    Ok(row)
}

/// So many take part at most.
const MOST_GUESTS: usize = 1_000;

/// Adds those who take part: one a line, `name; office`.
///
/// # Errors
/// Refused for a list that is too long.
pub async fn enrol(cx: &mut Cx, id: TrainingId, list: &str) -> Result<usize, Failure> {
    training(cx, id).await?;
    let text = words("list", list, 100_000)?;
    let before = ties::guests(cx.tx(), id).await?.len();
    let mut many = 0;
    for entry in text.lines().filter(|entry| !entry.trim().is_empty()) {
        let (name, office) = entry.split_once([';', '\t']).unwrap_or((entry, ""));
        let (name, office) = (one_line("list", name, 100)?, one_line("list", office, 200)?);
        if name.is_empty() {
            continue;
        }
        many += 1;
        if before + many > MOST_GUESTS {
            return Err(Failure::refused(
                Refusal::field("list", "refused-training-many").with("most", MOST_GUESTS),
            ));
        }
        let row = GuestRow {
            id: Uuid::now_v7(),
            training: id,
            place: i64::try_from(before + many).unwrap_or(i64::MAX),
            name,
            office,
            came: false,
            certificate: false,
        };
        row.put(cx.tx()).await?;
    }
    if many == 0 {
        return Err(Failure::refused(Refusal::field("list", "refused-training-list")));
    }
    cx.record(CoordinationEvent::Enrolled { training: id, many: i64::try_from(many).unwrap_or(0) }.into());
    Ok(many)
}

/// Notes who came, and who has a certificate: only who came.
///
/// # Errors
/// Refused before it begins.
pub async fn keep_presence(
    cx: &mut Cx,
    id: TrainingId,
    came: &[Uuid],
    certified: &[Uuid],
) -> Result<(), Failure> {
    let training = training(cx, id).await?;
    if training.starts_at > cx.now() {
        return Err(Failure::refused(Refusal::new("closed-training-not-begun")));
    }
    let mut present = 0;
    for mut row in ties::guests(cx.tx(), id).await? {
        row.came = came.contains(&row.id);
        row.certificate = row.came && certified.contains(&row.id);
        present += i64::from(row.came);
        row.put(cx.tx()).await?;
    }
    cx.record(CoordinationEvent::TrainingAttended { training: id, present }.into());
    Ok(())
}

/// Adds a day of the agency's own.
///
/// # Errors
/// Refused without a title and a day there is.
pub async fn add_observance(
    cx: &mut Cx,
    house: &House,
    unit: Option<UnitId>,
    wish: &Observance,
) -> Result<ObservanceId, Failure> {
    let unit = own(cx, unit)?;
    let mut against = Vec::new();
    let title = noted(&mut against, one_line("title", &wish.title, 200))?;
    if title.is_empty() {
        against.push(Refusal::field("title", "refused-tie-title"));
    }
    let year = house.app.zone.day(cx.now()).year();
    // The 29th of February and the 30th of a lunar month are days of some years.
    let is_day = (year..year.saturating_add(9)).any(|year| wish.in_year(year).is_some());
    if !is_day {
        against.push(Refusal::field("day", "refused-observance-day"));
    }
    if wish.since.is_some_and(|since| since > i32::from(year) || since < 1) {
        against.push(Refusal::field("since", "refused-observance-since"));
    }
    Failure::unless(against)?;
    let id = ObservanceId::fresh();
    let row = ObservanceRow {
        id,
        unit,
        title,
        day: i64::from(wish.day),
        month: i64::from(wish.month),
        lunar: wish.lunar,
        since: wish.since.map(i64::from),
        made_at: cx.now(),
        ended_at: None,
    };
    row.put(cx.tx()).await?;
    cx.record(CoordinationEvent::ObservanceAdded { observance: id, unit }.into());
    Ok(id)
}

/// Takes one out.
///
/// # Errors
/// Not found for who does not see it.
pub async fn drop_observance(cx: &mut Cx, id: ObservanceId) -> Result<(), Failure> {
    let mut row = ObservanceRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
    keep(cx, row.unit)?;
    row.ended_at = Some(cx.now());
    cx.record(CoordinationEvent::ObservanceDropped { observance: id }.into());
    Ok(row.put(cx.tx()).await?)
}
