//! The machine as a table, and what must hold on every path through it.

use super::*;
use proptest::prelude::*;

/// Facts under which nobody objects.
fn willing() -> Facts {
    Facts {
        approved: true,
        has_text: true,
        reason_given: true,
        note_given: true,
        time_ahead: true,
        successor_live: true,
        ..Facts::default()
    }
}

fn standing(work: Work, public: Public) -> Standing {
    Standing { work, public, urgent_pending: false }
}

#[test]
fn every_step_from_every_standing_is_decided() {
    let mut table = String::new();
    for public in Public::ALL {
        for work in Work::ALL {
            let open: Vec<String> = Step::ALL
                .into_iter()
                .filter_map(|step| {
                    take(standing(*work, *public), step, &willing())
                        .ok()
                        .map(|next| format!("{step:?}→{}/{}", next.work.name(), next.public.name()))
                })
                .collect();
            table.push_str(&format!("{}/{}: {}\n", work.name(), public.name(), open.join(" ")));
        }
    }
    expect_test::expect_file!["table.txt"].assert_eq(&table);
}

#[test]
fn whoever_wrote_a_part_cannot_approve() {
    let facts = Facts { actor_wrote_it: true, ..willing() };
    let refused = take(standing(Work::Submitted, Public::Never), Step::Approve, &facts).unwrap_err();
    assert_eq!(refused, [Refusal::new("refused-own-text")]);
}

#[test]
fn writing_after_approval_leads_back_to_draft() {
    for work in [Work::Approved, Work::Scheduled] {
        let next = take(standing(work, Public::Never), Step::Write, &willing()).unwrap();
        assert_eq!(next.work, Work::Draft);
    }
}

#[test]
fn l6_a_correction_demands_a_public_note() {
    let facts = Facts { note_given: false, ..willing() };
    for step in [Step::Publish, Step::Schedule] {
        let refused = take(standing(Work::Approved, Public::Live), step, &facts).unwrap_err();
        assert_eq!(refused, [Refusal::field("note", "refused-note-missing")]);
        assert!(take(standing(Work::Approved, Public::Never), step, &facts).is_ok());
    }
}

#[test]
fn l7_nothing_leaves_the_public_without_a_reason() {
    let facts = Facts { reason_given: false, ..willing() };
    for step in [Step::Withdraw, Step::Replace, Step::Remove] {
        let refused = take(standing(Work::Settled, Public::Live), step, &facts).unwrap_err();
        assert!(refused.contains(&Refusal::field("reason", "refused-reason-missing")), "{step:?}");
    }
}

#[test]
fn an_urgent_publication_waits_for_somebody_else() {
    let out = take(standing(Work::Draft, Public::Never), Step::PublishUrgently, &willing()).unwrap();
    assert!(out.urgent_pending);
    let own = Facts { actor_stands_behind_public: true, ..willing() };
    assert_eq!(take(out, Step::ApproveAfterwards, &own).unwrap_err(), [Refusal::new("refused-own-urgent")]);
    assert!(!take(out, Step::ApproveAfterwards, &willing()).unwrap().urgent_pending);
}

fn any_step() -> impl Strategy<Value = Step> {
    (0..Step::ALL.len()).prop_map(|i| Step::ALL[i])
}

fn any_facts() -> impl Strategy<Value = Facts> {
    proptest::collection::vec(any::<bool>(), 10).prop_map(|b| Facts {
        actor_wrote_it: b[0],
        actor_stands_behind_public: b[1],
        approved: b[2],
        has_text: b[3],
        unsaved_draft: b[4],
        flaws: if b[5] { vec![Refusal::new("flaw")] } else { vec![] },
        reason_given: b[6],
        note_given: b[7],
        time_ahead: b[8],
        successor_live: b[9],
    })
}

proptest! {
    /// Whatever people try in whatever order, nothing becomes public but an approved complete text, or an urgent
    /// one with its reason; what was public never becomes as if it had not been.
    #[test]
    fn only_the_approved_or_the_urgent_becomes_public(
        tries in proptest::collection::vec((any_step(), any_facts()), 1..40)
    ) {
        let mut now = Standing::BEGUN;
        for (step, facts) in tries {
            let Ok(next) = take(now, step, &facts) else { continue };
            if now.public == Public::Never && next.public != Public::Never {
                prop_assert_eq!(next.public, Public::Live);
                prop_assert!(facts.flaws.is_empty());
                prop_assert!(
                    (step == Step::Publish && facts.approved)
                        || (step == Step::PublishUrgently && facts.reason_given && next.urgent_pending)
                );
            }
            if now.public != Public::Never {
                prop_assert!(next.public != Public::Never);
            }
            if now.public == Public::Gone {
                prop_assert_eq!(next, now);
            }
            if next.work == Work::Approved && now.work == Work::Submitted {
                prop_assert!(!facts.actor_wrote_it);
            }
            if now.urgent_pending && !next.urgent_pending {
                prop_assert!(step == Step::Publish || !facts.actor_stands_behind_public);
            }
            now = next;
        }
    }
}
