//! The machine as a table, and what no sequence of steps can do.

use super::*;
use proptest::prelude::*;

const ALL_WELL: Facts = Facts {
    public: false,
    ready: true,
    filled: true,
    changed: true,
    own_text: false,
    approved_text: true,
    speaker: true,
    reason_given: true,
    note_given: true,
    time_ahead: true,
    time_come: true,
};

#[test]
fn the_machine_as_a_table() {
    let mut table = String::new();
    for public in [false, true] {
        for state in State::ALL {
            for step in Step::ALL {
                let word = match take(state, step, &Facts { public, ..ALL_WELL }) {
                    Ok(next) => next.name().to_owned(),
                    Err(against) => {
                        format!("✗ {}", against.iter().map(|r| r.key).collect::<Vec<_>>().join(", "))
                    }
                };
                let public = if public { "public" } else { "new" };
                table.push_str(&format!(
                    "{public:<7}{:<11}{:<9} {word}\n",
                    state.name(),
                    format!("{step:?}")
                ));
            }
        }
    }
    expect_test::expect_file!["table.txt"].assert_eq(&table);
}

#[test]
fn the_hash_is_of_everything_that_goes_out() {
    let file = |name: &str| Enclosure {
        sha256: "ab".into(),
        name: name.into(),
        kind: "application/pdf".into(),
        size: 1,
    };
    let text = Text { kind: "release".into(), title: "a".into(), lead: "b".into(), ..Text::default() };
    let other = |change: &dyn Fn(&mut Text)| {
        let mut changed = text.clone();
        change(&mut changed);
        assert_ne!(text.hash(), changed.hash());
    };
    other(&|text| text.title = "ab".into());
    other(&|text| (text.title, text.lead) = ("".into(), "ab".into()));
    other(&|text| text.body.push('x'));
    other(&|text| text.kind = "statement".into());
    other(&|text| text.files.push(file("bang.pdf")));
    assert_eq!(text.hash(), text.clone().hash());
    assert_eq!(number_and_symbol(5, "TCBC-UBND"), "05/TCBC-UBND");
    assert_eq!(number_and_symbol(123, "PN-SYT"), "123/PN-SYT");
}

proptest! {
    /// PN-06, L6: nothing becomes public but what a second person approved; nothing public ends but with a reason.
    #[test]
    fn nothing_goes_out_unapproved_and_nothing_public_vanishes(
        steps in proptest::collection::vec((0usize..Step::ALL.len(), any::<u8>()), 0..60),
    ) {
        let (mut state, mut public, mut approved) = (State::Draft, false, false);
        for (at, bits) in steps {
            let step = Step::ALL[at];
            let bit = |n: u8| bits & (1 << n) != 0;
            let facts = Facts {
                public,
                ready: bit(0), filled: bit(0), changed: bit(1), own_text: bit(2), approved_text: approved,
                speaker: bit(3), reason_given: bit(4), note_given: bit(5), time_ahead: bit(6), time_come: bit(7),
            };
            match take(state, step, &facts) {
                Ok(next) => {
                    prop_assert!(state != State::Withdrawn, "no step leads out of withdrawn");
                    if step == Step::Approve { prop_assert!(!facts.own_text && facts.speaker); approved = true; }
                    if matches!(step, Step::Save | Step::Return | Step::Discard) { approved = false; }
                    if matches!(step, Step::Issue | Step::Correct) {
                        prop_assert!(approved && next == State::Issued);
                        prop_assert!(step != Step::Correct || facts.note_given);
                        public = true;
                    }
                    prop_assert!(next != State::Issued || public);
                    prop_assert!(next != State::Withdrawn || facts.reason_given && public);
                    prop_assert!(next != State::Embargoed || approved && !public);
                    state = next;
                }
                Err(against) => prop_assert!(!against.is_empty()),
            }
        }
    }
}
