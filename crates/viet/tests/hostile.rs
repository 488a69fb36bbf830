//! Whatever comes in, every front door answers: long, glued, broken or absurd input takes time in proportion
//! to its length and never a panic.

use viet::segment::Mode;
use viet::terms::Field;

const SIZE: usize = 200_000;

fn absurd() -> Vec<(&'static str, String)> {
    let fill = |piece: &str| piece.repeat(SIZE / piece.len());
    vec![
        ("glued letters", fill("a")),
        ("glued capitals", fill("QĐ")),
        ("marks", format!("e{}", fill("\u{323}\u{302}\u{301}"))),
        ("digits", fill("1")),
        ("dotted digits", fill("1.")),
        ("slashes", fill("1/")),
        ("symbol parts", fill("QĐ-")),
        ("ampersands", fill("A&")),
        ("brackets", format!("http://x.vn/{}", fill(")"))),
        ("open brackets", fill("(")),
        ("at signs", fill("a@")),
        ("dots", fill(".")),
        ("hyphens", fill("a-")),
        ("abbreviations", fill("ABC ")),
        ("explained", fill("Ủy ban (UB) ")),
        ("misspelt", fill("truyển thông ")),
        ("confusions", fill("sử lý ")),
        ("quotes", fill("“”")),
        ("spaces", fill(" ")),
        ("lines", fill("a\n")),
        ("sentences", fill("Tỉnh họp báo. ")),
        ("capitals", fill("Nguyễn Văn ")),
        ("unmarked", fill("tuyen truyen ")),
        ("dates", fill("11/6/2020 ")),
        ("other scripts", fill("会議 ສະບາຍດີ ")),
        ("zero width", fill("a\u{200b}\u{301}")),
        ("nothing", String::new()),
    ]
}

#[test]
fn every_door_answers_the_absurd() {
    for (name, text) in absurd() {
        let text = text.as_str();
        let tidy =
            viet::normalize::Normalizer::new().punctuation().spaces().tones(viet::normalize::ToneStyle::New);
        assert_eq!(tidy.apply_mapped(text).map.source_len(), text.len(), "{name}");
        assert_eq!(viet::fold::fold_mapped(text).map.source_len(), text.len(), "{name}");
        let _ = viet::fold::slug(text);
        let _ = viet::tokens::tokens(text).count();
        let _ = viet::sentences::sentences(text).count();
        for mode in [Mode::Accurate, Mode::Fast] {
            let _ = viet::segment::words(text, mode);
        }
        let _ = viet::fingerprints::Fingerprint::of(text);
        let _ = viet::terms::terms(text, Field::FoldedPairs).count();
        let _ = viet::language::guess(text);
        let _ = viet::keywords::keywords(text, 5);
        let _ = viet::keywords::key_sentences(&[text], 3);
        let _ = viet::restore::restore(text);
        let _ = viet::legacy::mend(text);
        let _ = viet::syllables::parse(text);
    }
}

#[test]
fn the_slower_doors_answer_too() {
    for (name, text) in absurd() {
        let cut = text.floor_char_boundary(SIZE / 4);
        let text = text.get(..cut).unwrap_or_default();
        let _ = viet::spelling::check(text);
        let _ = viet::abbreviations::undefined(text);
        let _ = viet::abbreviations::expand_first(text, None);
        assert!(viet::speak::speak(text).len() < 40 * text.len() + 100, "{name}");
    }
}

#[test]
fn any_bytes_are_text() {
    let bytes: Vec<u8> = (0..SIZE).map(|i| (i * 7919 % 251) as u8 ^ (i >> 8) as u8).collect();
    let found = viet::legacy::decode(&bytes);
    let _ = viet::segment::words(&found.text, Mode::Accurate);
}
