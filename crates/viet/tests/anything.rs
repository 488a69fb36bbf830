//! Any text and any bytes through every public door: every promise of `tests/invariants` holds.
//!
//! A thousand texts a group here; `cargo run --release -p viet --example fuzz -- --seconds 600` tries more, and
//! `PROPTEST_CASES=100000 cargo test -p viet --release --test anything` searches in another way.

mod invariants;

use invariants::making::{self, Dice};
use proptest::collection::vec;
use proptest::prelude::*;
use viet::segment::Mode;

/// What was found once, kept for ever.
const FOUND: [&str; 6] =
    ["İ", "a-Ha\u{300}", "a@.y\u{301}", "B&XHe\u{323}\u{302}", "7n-e\u{323}", "\u{f5c}\u{fb7}"];

/// The same of bytes.
const FOUND_BYTES: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xef\xbb\xbf\xf1", b"\xef\xbb\xbf\xef\xbb\xbf\xbf"];

fn every_text(check: invariants::Check) {
    for text in FOUND {
        assert_eq!(check(text), Ok(()), "{text:?}");
    }
    for seed in 0..1000 {
        let text = making::text(&mut Dice(seed), &[]);
        assert_eq!(check(&text), Ok(()), "seed {seed}: {text:?}");
    }
}

#[test]
fn forms_of_writing() {
    every_text(invariants::TEXT[0].1);
}

#[test]
fn pieces_of_text() {
    every_text(invariants::TEXT[1].1);
}

#[test]
fn meanings() {
    every_text(invariants::TEXT[2].1);
}

#[test]
fn makings() {
    every_text(invariants::TEXT[3].1);
}

#[test]
fn bytes_of_any_encoding() {
    for bytes in FOUND_BYTES {
        assert_eq!(invariants::bytes(bytes), Ok(()), "{bytes:?}");
    }
    for seed in 0..2000 {
        let bytes = making::bytes(&mut Dice(seed), &[]);
        assert_eq!(invariants::bytes(&bytes), Ok(()), "seed {seed}");
    }
}

proptest! {
    #[test]
    fn any_characters_at_all(text in "\\PC{0,60}") {
        for (name, check) in invariants::TEXT {
            prop_assert_eq!(check(&text), Ok(()), "{}", name);
        }
    }

    #[test]
    fn any_bytes_at_all(bytes in vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(invariants::bytes(&bytes), Ok(()));
    }

}

proptest! {
    // Each reads a whole model.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_model_is_refused_or_harmless(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = include_bytes!("../data/words.bin").to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(model) = viet::segment::Segmenter::from_bytes(&bytes) {
            let _ = model.line("Ủy ban nhân dân tỉnh tuyên truyền 06/QĐ-TTg", Mode::Accurate);
        }
    }
}
