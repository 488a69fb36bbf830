//! Any bytes through every public door: no panic, places on character borders, the same answer twice.
//!
//! The generator mixes what real texts are made of (syllables, symbols, dates, marks, pieces of UTF-8) with noise,
//! so that the branches of the grammars are reached and not only their first refusals. Let it run longer with
//! `PROPTEST_CASES=100000 cargo test -p viet --release --test anything`.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use viet::dates::Date;
use viet::legacy::Encoding;
use viet::normalize::{Normalizer, ToneStyle};
use viet::segment::Mode;
use viet::terms::Field;

/// Pieces that some grammar here knows, whole and torn.
const PIECES: [&str; 56] = [
    "Ủy ban nhân dân",
    "tỉnh",
    "tuyên truyền",
    "hoà bình",
    "truyển",
    "Trường Sa-Hoàng Sa",
    "Nguyễn Văn ",
    "UBND",
    "LĐ-TB&XH",
    "TP.",
    "PGĐ",
    "06/QĐ-TTg",
    "224/2026/NĐ-CP",
    "82/-VP",
    "Nghị định số ",
    "điểm a khoản 2 Điều 3",
    "các Điều 3, 4 và 5",
    "Luật số ",
    "của Chính phủ",
    "ngày ",
    "tháng ",
    "năm ",
    "11/6",
    "11.6",
    "31/02/2020",
    "6-Jan",
    "June 11, 2020",
    "24h",
    "8h30",
    "13:48:46",
    "Sáng ",
    "quý II",
    "mùng 3 Tết",
    "15/7 âm lịch",
    "3 tháng cuối năm",
    "từ ",
    "đến ",
    "5.259.772",
    "12,5%",
    "5.000đ",
    "XVII",
    "km/h",
    "https://x.vn/a_(b)",
    "a@b.vn",
    "+84912345678",
    "e\u{323}\u{302}",
    "\u{301}",
    "“",
    "”",
    "./.",
    "...",
    "\u{a0}",
    "\u{200b}",
    "\n",
    " ",
    "cong tac tuyen truyen ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => Just(b" ".to_vec()),
        1 => vec(any::<u8>(), 1..6),
        1 => any::<char>().prop_map(|c| c.to_string().into_bytes()),
        1 => "[0-9/.,:%-]{1,6}".prop_map(String::into_bytes),
    ];
    vec(piece, 0..40).prop_map(|pieces| String::from_utf8_lossy(&pieces.concat()).into_owned())
}

fn on_borders(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn forms_of_writing(text in text()) {
        let tidy = Normalizer::new().punctuation().spaces().tones(ToneStyle::New);
        let once = tidy.apply(&text).into_owned();
        prop_assert_eq!(&tidy.apply(&once), &once);
        let mapped = tidy.apply_mapped(&text);
        prop_assert_eq!(&mapped.text, &once);
        for (at, c) in once.char_indices() {
            prop_assert!(on_borders(&text, &mapped.map.source_range(at..at + c.len_utf8())));
        }
        let folded = viet::fold::fold_mapped(&text);
        prop_assert_eq!(&folded.text, &viet::fold::fold(&text));
        for (at, c) in folded.text.char_indices() {
            prop_assert!(on_borders(&text, &folded.source_range(at..at + c.len_utf8())));
        }
        prop_assert!(viet::fold::slug(&text).bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert_eq!(viet::legacy::mend(&text), viet::legacy::mend(&text));
    }

    #[test]
    fn pieces_of_text(text in text()) {
        let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        for mode in [Mode::Accurate, Mode::Fast] {
            let words = viet::segment::words(&text, mode);
            prop_assert_eq!(&words, &viet::segment::words(&text, mode));
            let mut at = 0;
            for word in &words {
                prop_assert!(word.start >= at && word.end > word.start && on_borders(&text, &(word.start..word.end)));
                at = word.end;
            }
            let all: String = words.iter().map(|w| w.text(&text)).collect();
            prop_assert_eq!(visible(&all), visible(&text));
        }
        for range in viet::sentences::sentences(&text) {
            prop_assert!(on_borders(&text, &range));
        }
        for field in [Field::Accented, Field::Folded, Field::FoldedPairs] {
            prop_assert_eq!(
                viet::terms::terms(&text, field).collect::<Vec<_>>(),
                viet::terms::terms(&text, field).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn meanings(text in text()) {
        let reference = Date::from_iso("2020-06-20");
        let dates = viet::dates::find(&text, reference);
        prop_assert_eq!(&dates, &viet::dates::find(&text, reference));
        for found in &dates {
            prop_assert!(on_borders(&text, &found.span));
            if let Ok(when) = &found.when {
                prop_assert!(when.start <= when.end && !when.iso().is_empty());
            }
        }
        let _ = viet::dates::read(&text, reference);
        let _ = viet::dates::number::read(&text);
        let refs = viet::refs::find(&text);
        prop_assert_eq!(format!("{refs:?}"), format!("{:?}", viet::refs::find(&text)));
        for used in viet::abbreviations::find(&text) {
            prop_assert!(on_borders(&text, &used.range));
        }
        for range in viet::abbreviations::undefined(&text) {
            prop_assert!(on_borders(&text, &range));
        }
        let _ = viet::abbreviations::expand_first(&text, reference);
        for finding in viet::spelling::check(&text) {
            prop_assert!(on_borders(&text, &finding.range));
        }
    }

    #[test]
    fn makings(text in text(), rate in any::<u32>()) {
        prop_assert_eq!(viet::speak::speak(&text), viet::speak::speak(&text));
        let _ = viet::speak::duration(&text, rate);
        prop_assert_eq!(viet::restore::restore(&text), viet::restore::restore(&text));
        let _ = viet::restore::candidates(&text);
        let _ = viet::keywords::keywords(&text, 5);
        let _ = viet::keywords::key_sentences(&[&text, &text], 3);
        let _ = viet::language::guess(&text);
        let print = viet::fingerprints::Fingerprint::of(&text);
        prop_assert!((0.0..=1.0).contains(&print.resemblance(&print)));
        let shingles = viet::fingerprints::Shingles::of(&text);
        prop_assert!((0.0..=1.0).contains(&shingles.containment(&shingles)));
        let _ = viet::syllables::parse(&text);
        let _ = viet::syllables::is_plausible_unmarked(&text);
        let _ = viet::tokens::roman_value(&text);
    }

    #[test]
    fn bytes_of_any_encoding(bytes in vec(any::<u8>(), 0..400)) {
        let found = viet::legacy::decode(&bytes);
        prop_assert_eq!(&viet::legacy::decode_as(&bytes, found.encoding), &found.text);
        for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Vps, Encoding::Viscii, Encoding::Windows1258] {
            let _ = viet::legacy::decode_as(&bytes, encoding);
        }
        let _ = viet::segment::Segmenter::from_bytes(&bytes);
    }

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
