//! Terms by the calendar of 2025 to 2027. The comparison with another program's counting is in `tests/it/`.

use super::*;
use crate::pack::Pack;

fn moment(text: &str) -> Moment {
    Moment::parse(&format!("{text}+07:00")).unwrap()
}

/// A rule of our own with this term.
fn rule(term: &str) -> Rule {
    let rule = Pack::shipped().unwrap().in_force("BC-01", "2026-11-22".parse().unwrap()).unwrap().clone();
    Rule { term: term.parse().unwrap(), ..rule }
}

/// `2026-11-30` for its end, or `2026-11-23 16:50:00` for a time of it.
fn ends(rule: &Rule, start: &str, pauses: &[Pause], extended: Option<Span>) -> String {
    let zone = Zone::default();
    let due = due(rule, moment(start), pauses, extended, &zone, &Calendar::shipped().unwrap()).unwrap();
    assert!(due.allows(due.last()) && !due.allows(due.late_from));
    if due.at_a_time {
        zone.local(due.last()).to_string().replace('T', " ")
    } else {
        assert_eq!(Some(due.late_from), zone.start_of(due.last_day.tomorrow().unwrap()));
        due.last_day.to_string()
    }
}

#[test]
fn terms_end_when_the_law_says() {
    for (term, start, end) in [
        // Hours know no night and no holiday.
        ("24 hours", "2026-11-23T16:50:00", "2026-11-24 16:50:00"),
        ("24 hours", "2026-02-13T16:50:00", "2026-02-14 16:50:00"),
        // The first day does not count; the last does to its end.
        ("1 day", "2026-11-25T00:00:00", "2026-11-26"),
        ("1 day", "2026-11-25T23:59:59", "2026-11-26"),
        ("5 working-days", "2026-11-20T16:50:00", "2026-11-30"),
        ("1 working-day", "2026-11-23T08:00:00", "2026-11-25"),
        // Received on a day off: counted from the next day all the same.
        ("1 working-day", "2026-11-22T08:00:00", "2026-11-23"),
        // The eve of Tết, 16:50.
        ("1 working-day", "2026-02-13T16:50:00", "2026-02-23"),
        ("5 working-days", "2027-02-03T16:50:00", "2027-02-17"),
        ("30 days", "2026-01-20T09:00:00", "2026-02-23"),
        // An end on a day off moves, hours never.
        ("15 days", "2026-08-15T09:00:00", "2026-09-03"),
        ("30 days", "2026-10-25T09:00:00", "2026-11-25"),
        // Saturdays made up are working days.
        ("1 working-day", "2026-08-21T09:00:00", "2026-08-22"),
        ("1 day", "2026-08-21T09:00:00", "2026-08-22"),
        ("5 working-days", "2026-08-26T09:00:00", "2026-09-07"),
        // The last day of the year.
        ("1 working-day", "2025-12-31T23:59:59", "2026-01-05"),
        ("1 working-day", "2026-12-31T12:00:00", "2027-01-04"),
        // Months, and months without such a day.
        ("1 month", "2026-01-31T09:00:00", "2026-03-02"),
        ("1 month", "2026-03-31T09:00:00", "2026-05-04"),
        ("3 months", "2026-11-30T09:00:00", "2027-03-01"),
        // Before an event, whole days between.
        ("24 hours before", "2026-11-25T09:00:00", "2026-11-24 09:00:00"),
        ("1 day before", "2026-11-25T09:00:00", "2026-11-23"),
        ("7 working-days before", "2026-11-30T08:00:00", "2026-11-17"),
        ("7 working-days before", "2026-02-23T08:00:00", "2026-02-04"),
        ("yearly before 12-20", "2026-12-19T23:59:59", "2026-12-19"),
        ("yearly before 12-20", "2026-12-20T00:00:00", "2027-12-19"),
        ("at once", "2026-11-25T09:00:00", "2026-11-25 09:00:00"),
    ] {
        assert_eq!(ends(&rule(term), start, &[], None), end, "{term} from {start}");
    }
}

#[test]
fn a_rule_that_does_not_roll_ends_on_a_day_off() {
    let fixed = Rule { rolls: false, ..rule("3 months") };
    assert_eq!(ends(&fixed, "2026-11-30T09:00:00", &[], None), "2027-02-28");
}

#[test]
fn pauses_and_extensions_move_the_end() {
    let pause = |from, to| Pause { from: moment(from), to: Some(moment(to)), reason: "chờ".into() };
    let hour = [
        pause("2026-11-25T10:00:00", "2026-11-25T10:00:30"),
        pause("2026-11-25T12:00:00", "2026-11-26T12:00:00"),
    ];
    assert_eq!(ends(&rule("24 hours"), "2026-11-25T09:00:00", &hour, None), "2026-11-27 09:00:30");
    // Wednesday and Thursday do not count; Friday, on which it goes on, does.
    let days = [pause("2026-12-02T10:00:00", "2026-12-04T10:00:00")];
    for (term, end) in [("5 working-days", "2026-12-09"), ("5 days", "2026-12-07"), ("1 month", "2027-01-04")]
    {
        assert_eq!(ends(&rule(term), "2026-11-30T09:00:00", &days, None), end, "{term}");
    }
    let within_a_day = [pause("2026-12-02T10:00:00", "2026-12-02T17:00:00")];
    assert_eq!(ends(&rule("5 working-days"), "2026-11-30T09:00:00", &within_a_day, None), "2026-12-07");
    let extended = Some("10 working-days".parse().unwrap());
    assert_eq!(ends(&rule("10 working-days"), "2026-11-30T09:00:00", &[], extended), "2026-12-28");
    // Fifteen working days end on 21 December; fifteen days of the calendar more, on 5 January.
    let extended = Some("15 days".parse().unwrap());
    assert_eq!(ends(&rule("15 working-days"), "2026-11-30T09:00:00", &[], extended), "2027-01-05");
    // And an end on a day off moves here too.
    assert_eq!(ends(&rule("15 working-days"), "2026-11-27T09:00:00", &[], extended), "2027-01-04");
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let (zone, calendar) = (Zone::default(), Calendar::shipped().unwrap());
    let open = [Pause { from: moment("2026-12-02T10:00:00"), to: None, reason: "chờ".into() }];
    let start = moment("2026-12-01T10:00:00");
    assert_eq!(due(&rule("5 days"), start, &open, None, &zone, &calendar), Err(NoDue::Paused));
    assert_eq!(
        due(&rule("5 days"), Moment(i64::MAX), &[], None, &zone, &calendar).map(|it| it.estimated),
        Ok(true)
    );
    // The days of 2028 are not announced.
    let guess =
        |start| due(&rule("5 working-days"), moment(start), &[], None, &zone, &calendar).unwrap().estimated;
    assert!(!guess("2027-12-23T10:00:00") && guess("2027-12-27T10:00:00"));
}
