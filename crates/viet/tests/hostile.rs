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
        let _ = viet::dates::find(text, None);
        let _ = viet::refs::find(text);
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

/// Every door that looks at a long text looks at one bounded piece after the other: what it makes of a text without a
/// line end is, piece by piece, what it makes of the pieces. Work is then in proportion to length, whatever the clock says.
#[test]
fn an_endless_line_is_read_in_pieces() {
    let unit = "Sáng 11/6/2020, UBND tỉnh ban hành Quyết định số 06/QĐ-TTg về công tác truyển thông và lan toả thông tin. ";
    let line = unit.repeat(8 * viet::pieces::LONGEST / unit.len());
    let parts: Vec<(usize, &str)> = viet::pieces::pieces(&line).collect();
    assert!(parts.len() >= 8 && parts.iter().all(|(_, part)| part.len() <= viet::pieces::LONGEST));
    let joined =
        |door: &dyn Fn(&str) -> String| -> String { parts.iter().map(|(_, part)| door(part)).collect() };
    let normal = |t: &str| viet::normalize::key(t).into_owned();
    assert!(normal(&line) == joined(&normal));
    assert!(viet::fold::fold(&line) == joined(&|t| viet::fold::fold(t)));
    assert!(viet::speak::speak(&line) == joined(&|t| viet::speak::speak(t)));
    type Ranges = Vec<std::ops::Range<usize>>;
    type Door<'a> = &'a dyn Fn(&str) -> Ranges;
    let moved = |of: Door<'_>| -> Ranges {
        let one = |(base, part): &(usize, &str)| -> Ranges {
            of(part).into_iter().map(|r| base + r.start..base + r.end).collect()
        };
        parts.iter().flat_map(one).collect()
    };
    let doors: [(&str, Door<'_>); 5] = [
        ("words", &|t| viet::segment::words(t, Mode::Accurate).into_iter().map(|w| w.start..w.end).collect()),
        ("sentences", &|t| viet::sentences::sentences(t).collect()),
        ("dates", &|t| viet::dates::find(t, None).into_iter().map(|d| d.span).collect()),
        ("references", &|t| viet::refs::find(t).into_iter().map(|r| r.span).collect()),
        ("findings", &|t| viet::spelling::check(t).into_iter().map(|f| f.range).collect()),
    ];
    for (name, door) in doors {
        let whole = door(&line);
        assert!(whole.len() >= line.len() / unit.len(), "{name}");
        assert!(whole == moved(door), "{name}");
    }
    let words = viet::keywords::keywords(&line, 3);
    assert_eq!(words.first().map(|w| w.count), Some(line.len() / unit.len()));
}
