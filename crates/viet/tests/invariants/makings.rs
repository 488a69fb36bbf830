//! What is made of a text: speech, diacritics, keywords, fingerprints, a guess of the language.

use viet::fingerprints::{Fingerprint, Shingles};
use viet::fold::fold;
use viet::normalize::nfc;

use super::{Checked, holds, in_order, on_borders, same};

pub(super) fn check(text: &str) -> Checked {
    let said = viet::speak::speak(text);
    same("said again", &viet::speak::speak(text), &said)?;
    holds(said.len() <= 40 * text.len() + 100, || format!("{} bytes said", said.len()))?;
    let (calm, fast) = (viet::speak::duration(text, 100), viet::speak::duration(text, 300));
    holds(calm >= fast, || format!("slow {calm:?}, fast {fast:?}"))?;
    let _ = viet::speak::duration(text, 0);
    let bare = fold(text);
    let restored = viet::restore::restore(&bare);
    same("restored and folded", &fold(&restored), &bare)?;
    let words = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    for candidate in viet::restore::candidates(&bare) {
        same("a candidate folded", &fold(&candidate.text).to_lowercase(), &words.to_lowercase())?;
    }
    for word in viet::keywords::keywords(text, 5) {
        holds(word.count > 0 && word.score.is_finite() && !word.text.is_empty(), || format!("{word:?}"))?;
    }
    let key = viet::keywords::key_sentences(&[text, text], 3);
    holds(key.len() <= 3 && key.iter().all(|k| k.text < 2), || format!("{key:?}"))?;
    for one in &key {
        on_borders("key sentence", text, &one.range)?;
    }
    let of_one = viet::keywords::key_sentences(&[text], 3);
    in_order("key sentences of one text", text, of_one.into_iter().map(|k| k.range))?;
    let guess = viet::language::guess(text);
    same("guessed again", &format!("{:?}", viet::language::guess(text)), &format!("{guess:?}"))?;
    let composed = nfc(text);
    let (print, other) = (Fingerprint::of(text), Fingerprint::of(&composed));
    if text.chars().all(is_ours) {
        same("fingerprint of the text composed", print.numbers(), other.numbers())?;
    }
    holds((print.resemblance(&print) - 1.0).abs() < 1e-9 || print.shingles() == 0, || {
        "unlike itself".into()
    })?;
    let shingles = Shingles::of(text);
    for share in [shingles.resemblance(&shingles), shingles.containment(&shingles)] {
        holds((0.0..=1.0).contains(&share), || format!("{share} of itself"))?;
    }
    let _ = viet::syllables::parse(text);
    let _ = viet::syllables::is_plausible_unmarked(text);
    let _ = viet::tokens::roman_value(text);
    Ok(())
}

/// Letters in which Vietnamese is written, and their marks; others may come apart when composed.
fn is_ours(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{300}'..='\u{333}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2000}'..='\u{2027}')
}
