//! What the other houses may know: conclusions as work, meetings of a time, what waits.

use crate::sight::Sight;
use crate::store::bookings::{self, BookingRow, FacilityRow};
use crate::store::meetings::{self, ConclusionRow, MeetingRow};
use crate::store::read;
use crate::verbs;
use db::{ConnectionTrait, Look};
use kernel::{
    Action, BookingId, ConclusionId, FacilityId, Failure, MeetingId, Moment, PersonId, Thing, UnitId,
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
