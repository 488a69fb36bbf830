//! Promises with a deadline: which rule holds, when its time is up, and what has become of it.
//!
//! ```
//! use clocks::{Calendar, Clock, Pack, Step};
//! use kernel::{Moment, Zone};
//!
//! let (pack, calendar, zone) = (Pack::shipped()?, Calendar::shipped()?, Zone::default());
//! let received = Moment::parse("2026-11-20T16:50:00+07:00").unwrap();
//! let rule = pack.in_force("BC-02", zone.day(received)).unwrap();      // 5 working days; 24 November is a holiday
//! let clock = Clock::start(rule, received, received)?;
//! let due = clock.due(rule, &zone, &calendar)?;
//! assert_eq!(due.last_day.to_string(), "2026-11-30");
//! let clock = clock.take(rule, &zone, &calendar, Step::Meet, Moment::parse("2026-11-27T09:00:00+07:00").unwrap())?;
//! assert!(clock.was_in_time());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! How terms are counted (Civil Code 91/2015/QH13, articles 147 and 148):
//!
//! * **Hours** run from the moment itself (147.1), through nights and holidays. The last instant still counts.
//! * **Days, working days and months**: the day on which it starts does not count (147.2, 147.3); the last day counts to its
//!   end, 24:00 (148.6), not to the end of office hours. A month ends on the day of the same number, or on the last of a
//!   shorter month (148.3).
//! * **An end on a day off** moves to the end of the next working day (148.5), unless the rule says `rolls = false`: a deadline
//!   that must not become later by it, such as one conference in three months.
//! * **Before an event** the days must lie wholly between notice and event: neither day counts. That is the stricter
//!   reading, and the safe one for who gives notice.
//! * **While a clock is paused**, hours stand still to the second, and days do not count from the day of the pause to the day
//!   before it goes on. Only rules that say so can be paused, and each can be extended once at most.
//!
//! Rules and calendar are data, in `rules/`; an [`Overlay`] changes days, [`Pack::with`] adds rules. No number of a deadline
//! stands in the code. Everything here is pure; the only thing read is what was built in.

mod calendar;
mod clock;
mod due;
mod duty;
mod pack;
mod refused;
mod remaining;
mod rule;
mod term;

pub use calendar::{Calendar, CalendarFault, DayKind, Overlay};
pub use clock::{Clock, Pause, State, Step};
pub use due::{Due, NoDue, due};
pub use duty::Duty;
pub use pack::{Pack, PackFault};
pub use refused::Refused;
pub use remaining::{Remaining, remaining};
pub use rule::{Breach, Level, Rule};
pub use term::{Span, Term, TermFault, Unit};
