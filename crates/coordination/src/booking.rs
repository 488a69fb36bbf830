//! Who has a shared thing when: what stands in the way of a wish, who goes first, and when it is free next. Times are half
//! open: what ends at nine leaves nine o'clock to the next.

use kernel::{Moment, Refusal, Zone};
use std::time::Duration;

/// What can be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A room.
    Room,
    /// A camera, a microphone, a projector.
    Camera,
    /// A vehicle.
    Vehicle,
    /// Something else.
    Other,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Room, Self::Camera, Self::Vehicle, Self::Other];

    /// The name in tables and locale keys (`facility-kind-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Camera => "camera",
            Self::Vehicle => "vehicle",
            Self::Other => "other",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Who goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// As everybody.
    Usual,
    /// For the leaders of the agency.
    Leaders,
    /// What cannot wait: a flood, a fire.
    Urgent,
}

impl Priority {
    /// Every priority, the lowest first.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Leaders, Self::Urgent];

    /// The name in locale keys (`booking-priority-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Leaders => "leaders",
            Self::Urgent => "urgent",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// As it is kept.
    #[must_use]
    pub fn rank(self) -> i64 {
        match self {
            Self::Usual => 0,
            Self::Leaders => 1,
            Self::Urgent => 2,
        }
    }

    /// What was kept.
    #[must_use]
    pub fn of(rank: i64) -> Self {
        Self::ALL.into_iter().find(|one| one.rank() == rank).unwrap_or(Self::Usual)
    }
}

/// A time somebody has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From this instant.
    pub from: Moment,
    /// Until before this one.
    pub to: Moment,
    /// How far it goes first.
    pub priority: Priority,
    /// It is out: nobody displaces who holds it in hand.
    pub out: bool,
}

/// The longest booking.
pub const LONGEST: Duration = Duration::from_secs(31 * 86_400);
/// Bookings reach so far ahead.
pub const AHEAD: Duration = Duration::from_secs(366 * 86_400);
/// One who begins now may say so a little later.
const GRACE: Duration = Duration::from_secs(3_600);

/// What is wrong with a wished time in itself.
#[must_use]
pub fn wrong(from: Option<Moment>, to: Option<Moment>, now: Moment) -> Vec<Refusal> {
    let mut against = Vec::new();
    let (Some(from), Some(to)) = (from, to) else {
        against.push(Refusal::field(if from.is_none() { "from" } else { "to" }, "refused-booking-time"));
        return against;
    };
    if from < now.minus(GRACE) {
        against.push(Refusal::field("from", "refused-booking-past"));
    }
    if from > now.plus(AHEAD) {
        against.push(Refusal::field("from", "refused-booking-far"));
    }
    if to <= from {
        against.push(Refusal::field("to", "refused-booking-order"));
    } else if to.since(from) > LONGEST {
        against.push(Refusal::field("to", "refused-booking-long"));
    }
    against
}

/// Which of what is booked stands in the way, by their places.
#[must_use]
pub fn in_the_way(taken: &[Span], from: Moment, to: Moment) -> Vec<usize> {
    let crosses = |one: &Span| one.from < to && from < one.to;
    taken.iter().enumerate().filter(|(_, one)| crosses(one)).map(|(at, _)| at).collect()
}

/// Whether a wish of this priority goes before everything that stands in its way.
#[must_use]
pub fn goes_first(taken: &[Span], way: &[usize], priority: Priority) -> bool {
    way.iter().filter_map(|at| taken.get(*at)).all(|one| one.priority < priority && !one.out)
}

/// The office is open from so many hours after midnight until so many.
const OPEN: (i8, i8) = (7, 18);
/// So many free times are named at most.
const NAMED: usize = 3;
/// They are looked for this far.
const LOOKED: Duration = Duration::from_secs(14 * 86_400);

/// The next times as long as the wish in which it is free: soon after it, in the hours of the office where the wish is.
#[must_use]
pub fn next_free(
    taken: &[Span],
    from: Moment,
    to: Moment,
    now: Moment,
    zone: &Zone,
) -> Vec<(Moment, Moment)> {
    let long = to.since(from);
    let wants_office = in_office(from, to, zone);
    let mut starts = vec![from];
    starts.extend(taken.iter().map(|one| one.to));
    // The mornings of the days that follow.
    let mut day = zone.day(from);
    for _ in 0..15 {
        starts.extend(zone.moment(day.at(OPEN.0, 30, 0, 0)));
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    starts.sort();
    starts.dedup();
    let mut free = Vec::new();
    for start in starts {
        let end = start.plus(long);
        let late = start < from || start < now || start > from.plus(LOOKED);
        let fits = !wants_office || in_office(start, end, zone);
        let apart = free.last().is_none_or(|(_, before): &(Moment, Moment)| start >= *before);
        if !late && fits && apart && in_the_way(taken, start, end).is_empty() {
            free.push((start, end));
        }
        if free.len() == NAMED {
            break;
        }
    }
    free
}

fn in_office(from: Moment, to: Moment, zone: &Zone) -> bool {
    let (begin, end) = (zone.local(from), zone.local(to));
    begin.date() == end.date()
        && begin.hour() >= OPEN.0
        && (end.hour() < OPEN.1 || (end.hour() == OPEN.1 && end.minute() == 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        Moment::parse(&format!("2026-11-{text}:00+07:00")).unwrap()
    }

    fn span(from: &str, to: &str, priority: Priority) -> Span {
        Span { from: at(from), to: at(to), priority, out: false }
    }

    #[test]
    fn what_ends_at_nine_leaves_nine_to_the_next() {
        let taken = [span("23T08:00", "23T09:00", Priority::Usual)];
        assert!(in_the_way(&taken, at("23T09:00"), at("23T10:00")).is_empty());
        assert_eq!(in_the_way(&taken, at("23T08:59"), at("23T10:00")), [0]);
        // Over midnight, too.
        let night = [span("23T22:00", "24T06:00", Priority::Usual)];
        assert_eq!(in_the_way(&night, at("24T05:00"), at("24T07:00")), [0]);
        assert!(in_the_way(&night, at("24T06:00"), at("24T07:00")).is_empty());
    }

    #[test]
    fn only_more_than_equal_goes_first_and_never_before_what_is_out() {
        let mut taken = [span("23T08:00", "23T09:00", Priority::Leaders)];
        assert!(!goes_first(&taken, &[0], Priority::Leaders));
        assert!(goes_first(&taken, &[0], Priority::Urgent));
        taken[0].out = true;
        assert!(!goes_first(&taken, &[0], Priority::Urgent));
    }

    #[test]
    fn the_next_free_times_are_in_office_hours_where_the_wish_is() {
        let zone = Zone::default();
        let taken =
            [span("23T08:00", "23T11:00", Priority::Usual), span("23T13:00", "23T17:30", Priority::Usual)];
        let free = next_free(&taken, at("23T09:00"), at("23T11:00"), at("22T07:30"), &zone);
        let shown: Vec<String> =
            free.iter().map(|(from, to)| format!("{} {}", zone.local(*from), zone.local(*to))).collect();
        assert_eq!(
            shown,
            [
                "2026-11-23T11:00:00 2026-11-23T13:00:00",
                "2026-11-24T07:30:00 2026-11-24T09:30:00",
                "2026-11-25T07:30:00 2026-11-25T09:30:00"
            ]
        );
    }

    #[test]
    fn a_time_that_is_none_is_refused() {
        let now = at("22T07:30");
        let keys = |from: Option<Moment>, to: Option<Moment>| {
            wrong(from, to, now).iter().map(|one| one.key).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(keys(None, None), "refused-booking-time");
        assert_eq!(keys(Some(at("23T08:00")), Some(at("23T08:00"))), "refused-booking-order");
        assert_eq!(keys(Some(at("23T08:00")), Some(at("22T08:00"))), "refused-booking-order");
        assert_eq!(keys(Some(at("21T08:00")), Some(at("23T08:00"))), "refused-booking-past");
        assert_eq!(
            keys(Some(at("23T08:00")), Some(at("23T08:00").plus(LONGEST * 120))),
            "refused-booking-long"
        );
        assert_eq!(
            keys(Some(now.plus(AHEAD * 9)), Some(now.plus(AHEAD * 10))),
            "refused-booking-far refused-booking-long"
        );
        assert_eq!(keys(Some(at("22T07:00")), Some(at("22T09:00"))), "");
    }

    proptest! {
        /// However the bookings lie, what is named as free is free, is as long as the wish, and is not before it.
        #[test]
        fn free_is_free(spans in prop::collection::vec((0i64..300, 1i64..20), 0..30), from in 0i64..300, long in 1i64..12) {
            let hour = |n: i64| Moment(1_795_000_000_000_000 + n * 3_600_000_000);
            let taken: Vec<Span> = spans
                .iter()
                .map(|(from, long)| Span { from: hour(*from), to: hour(from + long), priority: Priority::Usual, out: false })
                .collect();
            let (start, end) = (hour(from), hour(from + long));
            for (a, b) in next_free(&taken, start, end, hour(0), &Zone::default()) {
                prop_assert!(in_the_way(&taken, a, b).is_empty());
                prop_assert_eq!(b.since(a), end.since(start));
                prop_assert!(a >= start);
            }
        }
    }
}
