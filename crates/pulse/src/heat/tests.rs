use proptest::prelude::*;

use super::*;

const HOUR: i64 = 3600;
const THREAD: Subject = Subject::Thread(ThreadId(1));

fn sighting(no: u64, at: i64, outlet: u64) -> Sighting {
    Sighting {
        mention: MentionNo(no),
        at,
        outlet: Some(outlet),
        central: false,
        copy: false,
        wording: Wording::default(),
    }
}

fn burst(heat: &mut Heat, from: u64, count: u64, at: i64) -> Vec<Alert> {
    (from..from + count).filter_map(|n| heat.see(THREAD, sighting(n, at + n as i64 * 300, n))).collect()
}

#[test]
fn nine_outlets_in_an_hour_are_a_hot_spot_with_its_reason() {
    let mut heat = Heat::new(Settings::default());
    let alerts = burst(&mut heat, 0, 9, 0);
    let first = &alerts[0];
    assert_eq!((first.subject, first.before), (THREAD, None));
    assert_eq!(first.reason.key(), "heat-outlets");
    assert_eq!(first.reason.outlets, Some(first.reason.mentions));
    assert_eq!(first.evidence.len(), first.reason.mentions as usize);
    assert!(first.reason.usual < 1.0);
    // Only worse news is told again.
    assert!(alerts.windows(2).all(|w| w[0].severity < w[1].severity));
}

#[test]
fn one_outlet_repeating_itself_is_none() {
    let mut heat = Heat::new(Settings::default());
    assert!((0..40).all(|n| heat.see(THREAD, sighting(n, n as i64 * 60, 7)).is_none()));
}

#[test]
fn what_is_always_spoken_of_is_none_until_it_rises() {
    let mut heat = Heat::new(Settings::default());
    let topic = Subject::Topic(3);
    let mut alerts = 0;
    for n in 0..24 * 60 {
        let told = heat.see(topic, sighting(n, n as i64 * HOUR, n % 12));
        alerts += usize::from(n > 24 * 14 && told.is_some());
    }
    assert_eq!(alerts, 0);
    let start = 24 * 60 * HOUR;
    assert!((0..40).any(|n| heat.see(topic, sighting(9_000 + n, start + n as i64 * 60, 100 + n)).is_some()));
}

#[test]
fn the_same_rise_is_told_once_and_a_new_one_after_calm() {
    let mut heat = Heat::new(Settings::default());
    let first = burst(&mut heat, 0, 12, 0).len();
    assert!(first > 0);
    assert_eq!(heat.see(THREAD, sighting(50, 2 * HOUR, 50)), None);
    let later = 30 * 24 * HOUR;
    assert!(!burst(&mut heat, 100, 12, later).is_empty());
}

#[test]
fn contrary_wording_makes_it_hotter() {
    let hottest = |wording| {
        let mut heat = Heat::new(Settings { thresholds: [0.1, 0.2, 0.3], ..Settings::default() });
        (0..5)
            .filter_map(|n| heat.see(THREAD, Sighting { wording, ..sighting(n, 60, n) }))
            .next()
            .unwrap()
            .reason
    };
    let (calm, angry) = (hottest(Wording::default()), hottest(Wording { weight: 6.0, different: 3 }));
    assert!(angry.heat > calm.heat);
    assert_eq!((angry.key(), angry.contrary), ("heat-contrary", 5));
}

#[test]
fn denied_wording_does_not_count() {
    assert_eq!(wording("", "Người dân không phản đối dự án").weight, 0.0);
    assert_eq!(wording("", "Người dân PHẢN ĐỐI dự án").weight, 2.0);
}

#[test]
fn the_rhythm_of_the_week_is_learnt() {
    let mut hours = Hours::new(0);
    assert_eq!(hours.factor(0, HOUR), 1.0);
    for week in 0..8 {
        for n in 0..25 {
            hours.learn(week * 168 * HOUR + 9 * HOUR + n);
        }
    }
    let nine = 8 * 168 * HOUR + 9 * HOUR;
    assert!(hours.factor(nine, nine + HOUR - 1) > 3.0);
    assert!(hours.factor(nine + 12 * HOUR, nine + 13 * HOUR) < 1.0);
}

#[test]
fn merged_threads_are_one_subject() {
    let mut heat = Heat::new(Settings::default());
    heat.see(Subject::Thread(ThreadId(2)), sighting(0, 10, 1));
    heat.see(THREAD, sighting(1, 20, 2));
    heat.merge(ThreadId(1), ThreadId(2));
    assert_eq!(heat.len(), 1);
}

#[test]
fn a_part_of_a_thread_that_becomes_its_own_is_hot_by_itself() {
    let mut heat = Heat::new(Settings::default());
    let hot = burst(&mut heat, 0, 12, 0);
    assert!(!hot.is_empty());
    let (new, parted) = (ThreadId(2), (6..12).map(MentionNo).collect::<Vec<_>>());
    heat.part(ThreadId(1), new, &parted);
    assert_eq!((heat.len(), heat.by_age.len()), (2, 2));
    assert!(heat.severity(Subject::Thread(new)).is_none());
    let alert = heat.see(Subject::Thread(new), sighting(20, 4_000, 20)).unwrap();
    let expected: Vec<_> = parted.into_iter().chain([MentionNo(20)]).collect();
    assert_eq!((alert.before, alert.evidence), (None, expected));
    heat.part(ThreadId(99), new, &[MentionNo(7)]);
    heat.part(new, ThreadId(3), &[]);
    assert_eq!(heat.len(), 2);
}

proptest! {
    #[test]
    fn any_stream_is_safe_bounded_and_the_same_twice(
        stream in proptest::collection::vec((0u64..6, any::<i64>(), proptest::option::of(0u64..9), any::<bool>()), 0..80),
    ) {
        let run = || {
            let mut heat = Heat::new(Settings { subjects: 4, ..Settings::default() });
            let mut alerts = Vec::new();
            for (n, (subject, at, outlet, copy)) in stream.iter().enumerate() {
                heat.hear(*at);
                let seen = Sighting { outlet: *outlet, copy: *copy, ..sighting(n as u64, *at, 0) };
                alerts.extend(heat.see(Subject::Topic(*subject), seen));
                assert!(heat.len() <= 4 && heat.by_age.len() <= 4);
                if n % 9 == 0 {
                    heat.merge(ThreadId(*subject), ThreadId(subject + 1));
                    heat.part(ThreadId(*subject), ThreadId(subject + 7), &[MentionNo(n as u64)]);
                }
            }
            alerts
        };
        let alerts = run();
        prop_assert!(alerts.iter().all(|a| a.reason.heat.is_finite() && !a.evidence.is_empty()));
        prop_assert_eq!(alerts, run());
    }
}
