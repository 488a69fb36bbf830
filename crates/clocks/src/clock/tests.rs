//! Every step in every state, and what no order of steps can do.

use super::*;
use crate::pack::Pack;
use proptest::prelude::*;
use std::sync::LazyLock;

struct Office {
    rule: Rule,
    zone: Zone,
    calendar: Calendar,
}

fn office(term: &str, extend: Option<&str>, pause: bool) -> Office {
    static SHIPPED: LazyLock<(Rule, Calendar)> = LazyLock::new(|| {
        let pack = Pack::shipped().unwrap();
        let rule = pack.in_force("PN-17", "2026-11-22".parse().unwrap()).unwrap();
        (rule.clone(), Calendar::shipped().unwrap())
    });
    let (rule, calendar) = SHIPPED.clone();
    let extend = extend.map(|it| it.parse().unwrap());
    let rule = Rule { term: term.parse().unwrap(), extend, pause, ..rule };
    Office { rule, zone: Zone::default(), calendar }
}

impl Office {
    fn start(&self) -> Clock {
        Clock::start(&self.rule, hour(0), hour(0)).unwrap()
    }

    fn take(&self, clock: &Clock, step: Step, at: Moment) -> Result<Clock, Refused> {
        clock.take(&self.rule, &self.zone, &self.calendar, step, at)
    }
}

/// So many hours after a Monday morning, eight o'clock.
fn hour(n: i64) -> Moment {
    Moment(Moment::parse("2026-11-30T08:00:00+07:00").unwrap().0 + n * 3_600_000_000)
}

fn pause() -> Step {
    Step::Pause("chờ sở cung cấp số liệu".into())
}

fn extend() -> Step {
    Step::Extend("nhiều đơn vị".into())
}

#[test]
fn every_step_in_every_state_is_decided() {
    use Refused::*;
    let office = office("24 hours", Some("24 hours"), true);
    let running = office.start();
    let paused = office.take(&running, pause(), hour(1)).unwrap();
    let broken = office.take(&running, Step::Break, hour(25)).unwrap();
    let met = office.take(&running, Step::Meet, hour(24)).unwrap();
    let late = office.take(&broken, Step::Meet, hour(30)).unwrap();
    for (clock, state, answers) in [
        (
            &running,
            State::Running,
            [Ok(State::Paused), Err(NotPaused), Ok(State::Running), Ok(State::Met), Err(NotYet)],
        ),
        (&paused, State::Paused, [Err(Paused), Ok(State::Running), Err(Paused), Ok(State::Met), Err(Paused)]),
        (
            &broken,
            State::Broken,
            [Err(TooLate), Err(NotPaused), Err(TooLate), Ok(State::MetLate), Err(TooLate)],
        ),
        (&met, State::Met, [Err(Closed); 5]),
        (&late, State::MetLate, [Err(Closed); 5]),
    ] {
        assert_eq!(clock.state(), state);
        let at = hour(if state == State::Broken { 26 } else { 2 });
        for (step, answer) in
            [pause(), Step::Resume, extend(), Step::Meet, Step::Break].into_iter().zip(answers)
        {
            let told = office.take(clock, step.clone(), at).map(|it| it.state());
            assert_eq!(told, answer, "{state:?} {step:?}");
        }
    }
}

#[test]
fn the_last_instant_is_in_time_and_the_next_is_not() {
    let office = office("24 hours", None, false);
    let clock = office.start();
    let late = Moment(hour(24).0 + 1);
    assert_eq!(office.take(&clock, Step::Break, hour(24)), Err(Refused::NotYet));
    assert_eq!(office.take(&clock, Step::Break, late).unwrap().state(), State::Broken);
    // Also when nobody has recorded yet that the time is up.
    assert_eq!(office.take(&clock, Step::Meet, late).unwrap().state(), State::MetLate);
    assert_eq!(office.take(&clock, pause(), late), Err(Refused::TooLate));
}

#[test]
fn what_the_rule_does_not_know_is_refused_and_reasons_are_needed() {
    let strict = office("24 hours", None, false);
    assert_eq!(strict.take(&strict.start(), pause(), hour(1)), Err(Refused::NoPause));
    assert_eq!(strict.take(&strict.start(), extend(), hour(1)), Err(Refused::NoExtension));
    let kind = office("24 hours", Some("24 hours"), true);
    for step in [Step::Pause(" ".into()), Step::Extend(String::new())] {
        assert_eq!(kind.take(&kind.start(), step, hour(1)), Err(Refused::NoReason));
    }
    let once = kind.take(&kind.start(), extend(), hour(1)).unwrap();
    assert_eq!(kind.take(&once, extend(), hour(2)), Err(Refused::ExtendedAlready));
    assert_eq!(once.due(&kind.rule, &kind.zone, &kind.calendar).unwrap().last(), hour(48));
    assert_eq!(once.extended(), Some((hour(1), "nhiều đơn vị")));
}

#[test]
fn time_goes_one_way() {
    let office = office("24 hours", None, true);
    assert_eq!(office.take(&office.start(), Step::Meet, hour(-1)), Err(Refused::OutOfOrder));
    let paused = office.take(&office.start(), pause(), hour(5)).unwrap();
    assert_eq!(office.take(&paused, Step::Resume, hour(4)), Err(Refused::OutOfOrder));
    assert_eq!(Clock::start(&office.rule, hour(1), hour(0)), Err(Refused::InTheFuture));
    let before = Rule { term: "24 hours before".parse().unwrap(), ..office.rule.clone() };
    assert!(Clock::start(&before, hour(100), hour(0)).is_ok());
}

#[test]
fn a_start_set_back_is_seen_or_refused() {
    let office = office("24 hours", None, false);
    let clock = Clock::start(&office.rule, hour(0), hour(3)).unwrap();
    assert_eq!(clock.recorded_late_by(), Some(Duration::from_secs(3 * 3600)));
    assert_eq!(clock.due(&office.rule, &office.zone, &office.calendar).unwrap().last(), hour(24));
    assert_eq!(office.start().recorded_late_by(), None);
    // PN-16: whoever determines it determines it now.
    let pack = Pack::shipped().unwrap();
    let rule = pack.in_force("PN-16", "2026-11-30".parse().unwrap()).unwrap();
    assert_eq!(Clock::start(rule, hour(0), hour(1)), Err(Refused::BackDated));
    assert!(Clock::start(rule, hour(1), hour(1)).is_ok());
}

#[test]
fn a_clock_stays_under_its_version() {
    let office = office("24 hours", None, false);
    let clock = office.start();
    let newer = Rule { from: "2027-01-01".parse().unwrap(), ..office.rule.clone() };
    assert_eq!(clock.due(&newer, &office.zone, &office.calendar), Err(Refused::OtherRule));
    assert_eq!(clock.rule(), ("PN-17", "2026-07-01"));
}

fn any_step() -> impl Strategy<Value = Step> {
    prop::sample::select(vec![pause(), Step::Resume, extend(), Step::Meet, Step::Break])
}

proptest! {
    #[test]
    fn no_order_of_steps_leads_astray(
        days in any::<bool>(),
        steps in prop::collection::vec((any_step(), 0_i64..40), 0..14),
    ) {
        let office = if days { office("3 working-days", Some("3 working-days"), true) } else { office("24 hours", Some("24 hours"), true) };
        let due = |clock: &Clock| clock.due(&office.rule, &office.zone, &office.calendar).ok();
        let mut clock = office.start();
        let mut now = 0;
        for (step, later) in steps {
            now += later;
            let Ok(next) = office.take(&clock, step.clone(), hour(now)) else { continue };
            // An end, once named, never comes nearer.
            if let (Some(before), Some(after)) = (due(&clock), due(&next)) {
                prop_assert!(after.late_from >= before.late_from);
            }
            // It is paused exactly while there is no end.
            prop_assert_eq!(next.state() == State::Paused, due(&next).is_none() && next.met_at().is_none());
            // Met in time means before the end that stood at that moment; broken means after it.
            if let Some(end) = due(&clock) {
                match (step, next.state()) {
                    (Step::Meet, State::Met) => prop_assert!(end.allows(hour(now))),
                    (Step::Meet, State::MetLate) | (Step::Break, State::Broken) => prop_assert!(!end.allows(hour(now))),
                    _ => {}
                }
            }
            // What was recorded is kept.
            prop_assert!(next.pauses().len() >= clock.pauses().len());
            clock = next;
        }
    }

    /// Stopping and going on at once changes nothing.
    #[test]
    fn a_pause_of_no_length_moves_nothing(at in 0_i64..24, days in any::<bool>()) {
        let office = office(if days { "5 working-days" } else { "24 hours" }, None, true);
        let clock = office.start();
        let paused = office.take(&clock, pause(), hour(at)).unwrap();
        let on = office.take(&paused, Step::Resume, hour(at)).unwrap();
        prop_assert_eq!(
            on.due(&office.rule, &office.zone, &office.calendar),
            clock.due(&office.rule, &office.zone, &office.calendar)
        );
    }
}
