//! Shared things, and who has them when.

use db::{ConnectionTrait, DbErr, Value, all, one, run, table};
use kernel::{BookingId, FacilityId, MeetingId, Moment, PersonId, UnitId};

table! {
    FacilityRow in "facility" {
        id: FacilityId,
        kind: String,
        name: String,
        unit: UnitId,
        place: String,
        notes: String,
        edition: i64,
        made_at: Moment,
        ended_at: Option<Moment>,
        reason: String,
    }
}

table! {
    BookingRow in "booking" {
        id: BookingId,
        facility: FacilityId,
        unit: UnitId,
        person: Option<PersonId>,
        purpose: String,
        from_at: Moment,
        to_at: Moment,
        priority: i64,
        state: String,
        reason: String,
        meeting: Option<MeetingId>,
        made_at: Moment,
        displaced_by: Option<BookingId>,
        seen_at: Option<Moment>,
        out_at: Option<Moment>,
        returned_at: Option<Moment>,
        note: String,
        alarmed_at: Option<Moment>,
    }
}

/// Everything that can be had, by kind and name.
pub(crate) async fn facilities(db: &impl ConnectionTrait) -> Result<Vec<FacilityRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM facility WHERE ended_at IS NULL ORDER BY kind, name, id LIMIT 1000",
        FacilityRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}

/// What holds one of these between two instants: what is taken back or displaced does not.
pub(crate) async fn holding(
    db: &impl ConnectionTrait,
    facility: FacilityId,
    from: Moment,
    to: Moment,
) -> Result<Vec<BookingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM booking WHERE facility = $1 AND to_at > $2 AND from_at < $3
         AND state IN ('booked', 'out', 'returned') ORDER BY from_at, id LIMIT 2000",
        BookingRow::COLUMNS
    );
    all(db, &sql, vec![facility.into(), from.into(), to.into()]).await
}

/// The same of everything: a week on one page.
pub(crate) async fn between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<BookingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM booking WHERE to_at > $1 AND from_at < $2
         AND state IN ('booked', 'out', 'returned') ORDER BY from_at, id LIMIT 5000",
        BookingRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// What somebody booked that is still to come, out, or was displaced and they have not said that they know.
pub(crate) async fn own(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Moment,
) -> Result<Vec<BookingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM booking WHERE person = $1 AND ((state = 'booked' AND to_at > $2) OR state = 'out'
         OR (state = 'displaced' AND seen_at IS NULL)) ORDER BY from_at, id LIMIT 200",
        BookingRow::COLUMNS
    );
    all(db, &sql, vec![person.into(), now.into()]).await
}

/// What is out and past its time.
pub(crate) async fn late(db: &impl ConnectionTrait, now: Moment) -> Result<Vec<BookingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM booking WHERE state = 'out' AND to_at < $1 ORDER BY to_at, id LIMIT 200",
        BookingRow::COLUMNS
    );
    all(db, &sql, vec![now.into()]).await
}

/// How many of somebody's bookings were displaced and wait to be known.
pub(crate) async fn displaced(db: &impl ConnectionTrait, person: PersonId) -> Result<i64, DbErr> {
    let sql = "SELECT COUNT(*) FROM booking WHERE person = $1 AND state = 'displaced' AND seen_at IS NULL";
    one(db, sql, vec![person.into()]).await
}

/// Gives back what was booked for a meeting and has not been used.
pub(crate) async fn of_meeting(
    db: &impl ConnectionTrait,
    meeting: MeetingId,
) -> Result<Vec<BookingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM booking WHERE meeting = $1 AND state = 'booked' ORDER BY from_at, id",
        BookingRow::COLUMNS
    );
    all(db, &sql, vec![meeting.into()]).await
}

/// Says of a displaced booking that its owner knows.
pub(crate) async fn known(
    db: &impl ConnectionTrait,
    id: BookingId,
    person: PersonId,
    now: Moment,
) -> Result<u64, DbErr> {
    let sql = "UPDATE booking SET seen_at = $3 WHERE id = $1 AND person = $2 AND state = 'displaced'";
    let args: Vec<Value> = vec![id.into(), person.into(), now.into()];
    run(db, sql, args).await
}
