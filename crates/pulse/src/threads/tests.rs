use proptest::prelude::*;

use super::*;

const BRIDGE: [&str; 3] = [
    "Cầu treo Nậm Mu ở xã Mường Khoa bị lũ cuốn trôi đêm qua, hơn hai trăm hộ dân bị chia cắt",
    "Lũ cuốn trôi cầu treo Nậm Mu, hai trăm hộ dân xã Mường Khoa bị chia cắt từ đêm qua",
    "Xã Mường Khoa: cầu treo Nậm Mu bị lũ cuốn, bộ đội bắc cầu phao cho hai trăm hộ dân bị chia cắt",
];
const SCHOOL: [&str; 3] = [
    "Trường bán trú Tả Leng khai giảng năm học mới với thư viện xanh do phụ huynh dựng",
    "Phụ huynh dựng thư viện xanh tặng trường bán trú Tả Leng nhân ngày khai giảng năm học mới",
    "Thư viện xanh của trường bán trú Tả Leng mở cửa đúng ngày khai giảng năm học mới",
];

fn mention<'a>(title: &'a str) -> Mention<'a> {
    Mention { title, text: title, published: None }
}

#[test]
fn mentions_of_one_event_share_a_thread() {
    let mut threads = Threads::new(Settings::default());
    let mut ids = Vec::new();
    for (bridge, school) in BRIDGE.iter().zip(SCHOOL) {
        ids.push((threads.add(&mention(bridge)).1, threads.add(&mention(school)).1));
    }
    assert!(ids.windows(2).all(|w| w[0] == w[1]), "{ids:?}");
    assert_ne!(ids[0].0, ids[0].1);
    assert_eq!(threads.members(ids[0].0).map(|m| m.0).collect::<Vec<_>>(), [0, 2, 4]);
    assert!(threads.best_member(ids[0].0).is_some_and(|m| m.0 % 2 == 0));
}

#[test]
fn long_ago_is_another_event() {
    let mut threads = Threads::new(Settings::default());
    let (_, first) = threads.add(&Mention { published: Some(0), ..mention(BRIDGE[0]) });
    let (_, later) = threads.add(&Mention { published: Some(200 * 86_400), ..mention(BRIDGE[1]) });
    assert_ne!(first, later);
}

#[test]
fn a_bridge_between_two_threads_merges_them_and_the_older_name_stays() {
    let mut threads = Threads::new(Settings { join: 0.9, merge: 0.3, ..Settings::default() });
    for title in BRIDGE {
        threads.add(&mention(title));
    }
    threads.review();
    let merged: Vec<_> = threads
        .take_changes()
        .into_iter()
        .filter_map(|c| if let Change::Merged { kept, gone } = c { Some((kept.0, gone.0)) } else { None })
        .collect();
    assert!(!merged.is_empty());
    assert!(merged.iter().all(|(kept, gone)| kept < gone));
    assert_eq!(threads.ids().count(), 1);
}

#[test]
fn the_window_forgets_the_oldest_and_says_so() {
    let mut threads = Threads::new(Settings { window: 2, ..Settings::default() });
    threads.add(&mention(BRIDGE[0]));
    for title in SCHOOL {
        threads.add(&mention(title));
    }
    assert_eq!(threads.len(), 2);
    assert_eq!(threads.thread_of(MentionNo(0)), None);
    assert!(threads.take_changes().iter().any(|c| matches!(c, Change::Closed { thread: ThreadId(1) })));
    threads.forget_before(i64::MAX);
    assert!(threads.is_empty() && threads.ids().next().is_none() && threads.index.is_empty());
}

/// Two threads put into one, mention by mention or one after the other.
fn drifted(order: [&str; 6]) -> Threads {
    let mut threads = Threads::new(Settings::default());
    for title in order {
        threads.resume(&Reading::of(title, mention(title).text), mention(title).published, ThreadId(7));
    }
    threads
}

#[test]
fn a_thread_that_has_drifted_to_another_event_is_cut_in_two() {
    let [a, b, c] = BRIDGE;
    let [x, y, z] = SCHOOL;
    for order in [[a, b, c, x, y, z], [a, b, x, c, y, z]] {
        let mut threads = drifted(order);
        threads.review();
        let changes = threads.take_changes();
        let [Change::Split { from, new, mentions }] = changes.as_slice() else { panic!("{changes:?}") };
        assert_eq!((from.0, new.0, mentions.len()), (7, 8, 3));
        for (title, no) in order.iter().zip(0..) {
            let thread = if BRIDGE.contains(title) == BRIDGE.contains(&order[0]) { 7 } else { 8 };
            assert_eq!(threads.thread_of(MentionNo(no)), Some(ThreadId(thread)), "{title}");
        }
        // And it stays so.
        threads.review();
        assert_eq!(threads.take_changes(), []);
    }
}

#[test]
fn a_thread_that_goes_on_about_one_event_is_not_cut() {
    let [a, b, c] = BRIDGE;
    let mut threads = drifted([a, b, c, c, a, b]);
    threads.review();
    assert_eq!(threads.take_changes(), []);
}

/// Where the changes say that every mention is.
fn told(changes: &[Change]) -> BTreeMap<MentionNo, ThreadId> {
    let mut at = BTreeMap::new();
    for change in changes {
        match change {
            Change::Opened { thread, mention } | Change::Joined { thread, mention, .. } => {
                at.insert(*mention, *thread);
            }
            Change::Merged { kept, gone } => at.values_mut().filter(|t| *t == gone).for_each(|t| *t = *kept),
            Change::Moved { mention, to, .. } => {
                at.insert(*mention, *to);
            }
            Change::Split { new, mentions, .. } => mentions.iter().for_each(|m| {
                at.insert(*m, *new);
            }),
            Change::Closed { .. } => {}
        }
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_stream_is_safe_bounded_told_in_full_and_the_same_twice(
        stream in proptest::collection::vec(("(\\PC|cầu|lũ| |trường|xã ){0,30}", proptest::option::of(any::<i64>())), 0..60),
        window in 1usize..40,
    ) {
        let settings = Settings { window, review_every: 7, join: 0.2, leave: 0.15, part: 0.2, ..Settings::default() };
        let run = || {
            let mut threads = Threads::new(settings);
            let mut changes = Vec::new();
            for (text, published) in &stream {
                threads.add(&Mention { title: text, text, published: *published });
                changes.extend(threads.take_changes());
                assert!(threads.len() <= window);
            }
            threads.review();
            changes.extend(threads.take_changes());
            (threads, changes)
        };
        let (threads, changes) = run();
        let told = told(&changes);
        prop_assert_eq!(told.len(), stream.len());
        for (no, thread) in told {
            if let Some(real) = threads.thread_of(no) {
                prop_assert_eq!(real, thread);
                prop_assert!(threads.members(thread).any(|m| m == no));
            }
        }
        prop_assert_eq!(threads.ids().map(|t| threads.members(t).count()).sum::<usize>(), threads.len());
        prop_assert_eq!(changes, run().1);
    }
}

#[test]
fn a_window_built_anew_goes_on_as_the_old_one_would_have() {
    let mut old = Threads::new(Settings::default());
    let mut kept = Vec::new();
    for title in BRIDGE.iter().take(2).chain(SCHOOL.iter().take(2)) {
        kept.push((*title, old.add(&mention(title)).1));
    }
    let mut new = Threads::new(Settings::default());
    for (title, thread) in kept {
        new.resume(&Reading::of(title, mention(title).text), mention(title).published, thread);
    }
    assert!(new.take_changes().is_empty());
    for title in [BRIDGE[2], SCHOOL[2], "Giá cà phê sáng nay ở Tây Nguyên tăng mạnh trở lại"] {
        assert_eq!(new.add(&mention(title)).1, old.add(&mention(title)).1);
    }
    let mut named = Threads::new(Settings::default());
    named.name_from(500);
    assert_eq!(named.add(&mention(BRIDGE[0])).1, ThreadId(500));
}

#[test]
fn threads_are_joined_when_somebody_says_so() {
    let mut threads = Threads::new(Settings::default());
    let (_, bridge) = threads.add(&mention(BRIDGE[0]));
    let (school, other) = threads.add(&mention(SCHOOL[0]));
    threads.join(other, bridge);
    assert_eq!(threads.thread_of(school), Some(bridge));
    assert!(threads.take_changes().contains(&Change::Merged { kept: bridge, gone: other }));
}
