//! What the other houses may know: conclusions as work, meetings of a time, what waits.

use crate::House;
use crate::observance::{self, Observance, Weight};
use crate::sight::Sight;
use crate::store::bookings::{self, BookingRow, FacilityRow};
use crate::store::meetings::{self, ConclusionRow, MeetingRow};
use crate::store::read;
use crate::store::ties::{self, AgreementRow, ObservanceRow, PresenterRow, TrainingRow};
use crate::verbs;
use db::{ConnectionTrait, Look};
use kernel::{
    Action, AgreementId, BookingId, ConclusionId, Day, FacilityId, Failure, MeetingId, Moment, ObservanceId,
    PersonId, PresenterId, Thing, ThingKind, ThingRef, TrainingId, UnitId,
};

/// A conclusion as work for units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluded {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What is to be done, in a line.
    pub title: String,
    /// The same in full, with the meeting it comes from.
    pub words: String,
    /// The unit that answers for it.
    pub lead: UnitId,
    /// Those that help.
    pub supports: Vec<UnitId>,
    /// Until when, where a day was set.
    pub due: Option<Moment>,
    /// Persons who see it because they were at the meeting: who chairs it, and who keeps it.
    pub members: Vec<PersonId>,
}

/// A title is no longer than this.
const TITLE: usize = 160;

/// A conclusion of an approved record, as work.
///
/// # Errors
/// [`Failure::NotFound`] for an id that is none.
pub async fn concluded(db: &impl ConnectionTrait, id: ConclusionId) -> Result<Concluded, Failure> {
    let row = ConclusionRow::of(db, id).await?.ok_or(Failure::NotFound)?;
    let meeting = MeetingRow::of(db, row.meeting).await?.ok_or(Failure::NotFound)?;
    let mut members = vec![meeting.chair];
    members.extend(meeting.made_by.filter(|keeper| *keeper != meeting.chair));
    Ok(Concluded {
        meeting: meeting.id,
        title: first_line(&row.words),
        words: format!("{}\n\n({})", row.words, meeting.title),
        lead: row.lead,
        supports: read(&row.supports),
        due: row.due_at,
        members,
    })
}

fn first_line(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    if line.chars().count() <= TITLE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole}…")
}

/// Of which meeting a conclusion is.
///
/// # Errors
/// When the database does not answer.
pub async fn conclusion_meeting(
    db: &impl ConnectionTrait,
    id: ConclusionId,
) -> Result<Option<(MeetingId, String)>, Failure> {
    Ok(ConclusionRow::of(db, id).await?.map(|row| (row.meeting, first_line(&row.words))))
}

/// The title of a meeting, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_meeting(look: &Look, id: MeetingId) -> Result<Option<String>, Failure> {
    let Some(row) = MeetingRow::of(look.db(), id).await? else { return Ok(None) };
    let invited = meetings::invited(look.db(), id).await?;
    let work = verbs::meeting_work(&row, &invited);
    Ok(look.may(Action::ReadWork, Thing::Work(&work)).is_ok().then_some(row.title))
}

/// The name of a shared thing.
///
/// # Errors
/// When the database does not answer.
pub async fn called_facility(look: &Look, id: FacilityId) -> Result<Option<String>, Failure> {
    if look.may(Action::Book, Thing::House).is_err() {
        return Ok(None);
    }
    Ok(FacilityRow::of(look.db(), id).await?.map(|row| row.name))
}

/// What a booking is for, for who may know it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_booking(look: &Look, id: BookingId) -> Result<Option<String>, Failure> {
    let Some(row) = BookingRow::of(look.db(), id).await? else { return Ok(None) };
    let Some(facility) = FacilityRow::of(look.db(), row.facility).await? else { return Ok(None) };
    let work = verbs::booking_work(&row, &facility);
    let sees = look.may(Action::ReadWork, Thing::Work(&work)).is_ok();
    Ok(sees.then(|| format!("{} – {}", facility.name, row.purpose)))
}

/// A meeting as reports count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLine {
    /// Which.
    pub id: MeetingId,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub unit: UnitId,
    /// The units that were invited.
    pub invited: Vec<UnitId>,
    /// When.
    pub starts_at: Moment,
    /// `called`, `put-off`, `held` or `missed`: held of all is S154.
    pub state: &'static str,
    /// Whether it is one of a round of regular meetings.
    pub regular: bool,
    /// How many conclusions were reached.
    pub conclusions: i64,
}

/// The meetings of a time, of all units.
///
/// # Errors
/// When the database does not answer.
pub async fn meetings_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<MeetingLine>, Failure> {
    let rows = meetings::between(db, from, to).await?;
    let ids: Vec<MeetingId> = rows.iter().map(|row| row.id).collect();
    let mut counts = Vec::new();
    let mut invited = Vec::new();
    for some in ids.chunks(500) {
        counts.extend(meetings::counted(db, some).await?);
        invited.extend(meetings::invited_units(db, some).await?);
    }
    Ok(rows
        .into_iter()
        .map(|row| MeetingLine {
            id: row.id,
            unit: row.unit,
            invited: invited.iter().filter(|one| one.meeting == row.id).map(|one| one.unit).collect(),
            starts_at: row.starts_at,
            state: crate::meeting::State::named(&row.state).name(),
            regular: row.round.is_some(),
            conclusions: counts.iter().find(|one| one.meeting == row.id).map_or(0, |one| one.many),
            title: row.title,
        })
        .collect())
}

/// What waits for somebody in this house.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Records to approve, and meetings of which nobody said what became.
    pub meetings: u64,
    /// Bookings that had to give way, which their owner does not know yet.
    pub bookings: u64,
}

impl Waiting {
    /// Everything together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.meetings + self.bookings
    }
}

/// What waits for who looks.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let Some(me) = look.actor().id() else { return Ok(Waiting::default()) };
    let count = |many: i64| u64::try_from(many).unwrap_or(0);
    Ok(Waiting {
        meetings: count(meetings::waiting(look.db(), me).await?),
        bookings: count(bookings::displaced(look.db(), me).await?),
    })
}

/// Whether who looks has a meeting to see at all: a guest who was invited to none has no entry in the rail.
///
/// # Errors
/// When the database does not answer.
pub async fn sees_meetings(look: &Look) -> Result<bool, Failure> {
    Ok(meetings::any(look.db(), &Sight::of(look.actor())).await?)
}

/// A thing of this house as reports count it: what it is, its title, whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub thing: ThingRef,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub unit: UnitId,
    /// When.
    pub at: Moment,
    /// How many came.
    pub people: i64,
}

/// A session of a presenter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// Who spoke.
    pub presenter: PresenterId,
    /// About what.
    pub title: String,
    /// Whose presenter it is.
    pub unit: UnitId,
    /// When.
    pub at: Moment,
    /// How many listened.
    pub audience: i64,
}

/// The sessions of a time, of all units.
///
/// # Errors
/// When the database does not answer.
pub async fn sessions_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<SessionLine>, Failure> {
    let mut lines = Vec::new();
    for row in ties::sessions_between(db, from, to).await? {
        if let Some(presenter) = PresenterRow::of(db, row.presenter).await? {
            lines.push(SessionLine {
                presenter: row.presenter,
                title: row.title,
                unit: presenter.unit,
                at: row.at,
                audience: row.audience,
            });
        }
    }
    Ok(lines)
}

/// The trainings that began in a time, of all units, with how many came.
///
/// # Errors
/// When the database does not answer.
pub async fn trainings_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::new();
    for row in ties::trainings_between(db, from, to).await? {
        let came = ties::guests(db, row.id).await?.iter().filter(|one| one.came).count();
        lines.push(Line {
            thing: ThingRef { kind: ThingKind::Training, id: row.id.0 },
            title: row.title,
            unit: row.unit,
            at: row.starts_at,
            people: i64::try_from(came).unwrap_or(0),
        });
    }
    Ok(lines)
}

/// The units a thing of this house belongs to, the one that leads first; none for what is not there.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(db: &impl ConnectionTrait, thing: ThingRef) -> Result<Vec<UnitId>, Failure> {
    let unit = match thing.kind {
        ThingKind::Meeting => {
            let id = MeetingId(thing.id);
            let Some(row) = MeetingRow::of(db, id).await? else { return Ok(Vec::new()) };
            let mut units = vec![row.unit];
            units.extend(meetings::invited(db, id).await?.into_iter().filter_map(|one| one.unit));
            return Ok(units);
        }
        ThingKind::Conclusion => {
            let Some(row) = ConclusionRow::of(db, ConclusionId(thing.id)).await? else {
                return Ok(Vec::new());
            };
            let mut units = vec![row.lead];
            units.extend(read::<UnitId>(&row.supports));
            return Ok(units);
        }
        ThingKind::Facility => FacilityRow::of(db, FacilityId(thing.id)).await?.map(|row| row.unit),
        ThingKind::Booking => BookingRow::of(db, BookingId(thing.id)).await?.map(|row| row.unit),
        ThingKind::Agreement => AgreementRow::of(db, AgreementId(thing.id)).await?.map(|row| row.unit),
        ThingKind::Presenter => PresenterRow::of(db, PresenterId(thing.id)).await?.map(|row| row.unit),
        ThingKind::Training => TrainingRow::of(db, TrainingId(thing.id)).await?.map(|row| row.unit),
        ThingKind::Observance => ObservanceRow::of(db, ObservanceId(thing.id)).await?.map(|row| row.unit),
        _ => None,
    };
    Ok(unit.into_iter().collect())
}

/// A commemorative day as it falls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObservanceLine {
    /// When.
    pub day: Day,
    /// What.
    pub title: String,
    /// Of the lunar calendar.
    pub lunar: bool,
    /// Which anniversary, where one is counted.
    pub anniversary: Option<i32>,
    /// How much it weighs.
    pub weight: Weight,
    /// The agency's own.
    pub own: bool,
}

/// The commemorative days between two days, both counted, in order: those of the country and the agency's own.
///
/// # Errors
/// When the database does not answer.
pub async fn observances_between(
    db: &impl ConnectionTrait,
    from: Day,
    to: Day,
) -> Result<Vec<ObservanceLine>, Failure> {
    let own = ties::observances(db).await?.into_iter().map(|row| Observance {
        title: row.title,
        day: u32::try_from(row.day).unwrap_or(0),
        month: u32::try_from(row.month).unwrap_or(0),
        lunar: row.lunar,
        since: row.since.and_then(|since| i32::try_from(since).ok()),
    });
    let all = observance::national().into_iter().map(|one| (one, false)).chain(own.map(|one| (one, true)));
    let mut lines: Vec<ObservanceLine> = all
        .flat_map(|(one, own)| {
            one.between(from, to).into_iter().map(move |(day, anniversary)| ObservanceLine {
                day,
                title: one.title.clone(),
                lunar: one.lunar,
                anniversary,
                weight: observance::weight(anniversary),
                own,
            })
        })
        .collect();
    lines.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
    Ok(lines)
}

fn seen(look: &Look, unit: UnitId, title: String) -> Option<String> {
    look.may(Action::ReadWork, Thing::Unit(unit)).is_ok().then_some(title)
}

/// The name of an agreement, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_agreement(look: &Look, id: AgreementId) -> Result<Option<String>, Failure> {
    Ok(AgreementRow::of(look.db(), id).await?.and_then(|row| seen(look, row.unit, row.title)))
}

/// The name of a presenter, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_presenter(look: &Look, id: PresenterId) -> Result<Option<String>, Failure> {
    Ok(PresenterRow::of(look.db(), id).await?.and_then(|row| seen(look, row.unit, row.name)))
}

/// The name of a training, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_training(look: &Look, id: TrainingId) -> Result<Option<String>, Failure> {
    Ok(TrainingRow::of(look.db(), id).await?.and_then(|row| seen(look, row.unit, row.title)))
}

/// The name of a day of the agency's own, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_observance(look: &Look, id: ObservanceId) -> Result<Option<String>, Failure> {
    Ok(ObservanceRow::of(look.db(), id).await?.and_then(|row| seen(look, row.unit, row.title)))
}

/// The lines of those invited to a meeting, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn invited_to(db: &impl ConnectionTrait, id: MeetingId) -> Result<Vec<uuid::Uuid>, Failure> {
    Ok(meetings::invited(db, id).await?.into_iter().map(|one| one.id).collect())
}

/// The edition of a meeting that a change must name.
///
/// # Errors
/// Not found for an id that is none.
pub async fn edition_of(db: &impl ConnectionTrait, id: MeetingId) -> Result<i64, Failure> {
    Ok(MeetingRow::of(db, id).await?.ok_or(Failure::NotFound)?.edition)
}

/// The hash of a meeting's record as it stands.
///
/// # Errors
/// Not found for an id that is none.
pub async fn record_hash(db: &impl ConnectionTrait, id: MeetingId) -> Result<String, Failure> {
    let row = MeetingRow::of(db, id).await?.ok_or(Failure::NotFound)?;
    let (invited, conclusions) = (meetings::invited(db, id).await?, meetings::conclusions(db, id).await?);
    Ok(verbs::exact_hash(&row, &invited, &conclusions))
}

/// What the form of a meeting's notice holds before anybody touched it.
///
/// # Errors
/// Not found for an id that is none.
pub async fn drafted_notice(house: &House, id: MeetingId) -> Result<verbs::NoticeWish, Failure> {
    let db = house.app.db.reader();
    let row = MeetingRow::of(db, id).await?.ok_or(Failure::NotFound)?;
    verbs::draft_notice(house, &row, &meetings::invited(db, id).await?).await
}

/// The lines of those on the list of a training, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn enrolled(db: &impl ConnectionTrait, id: TrainingId) -> Result<Vec<uuid::Uuid>, Failure> {
    Ok(ties::guests(db, id).await?.into_iter().map(|one| one.id).collect())
}
