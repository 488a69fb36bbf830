//! Normal forms and folding: the same when done twice, and every offset leads back.

use unicode_normalization::UnicodeNormalization;
use viet::OffsetMap;
use viet::fold;
use viet::normalize::{Normalizer, ToneStyle, key, nfc};

use super::{Checked, holds, on_borders, same};

pub(super) fn check(text: &str) -> Checked {
    same("NFC", &nfc(text).into_owned(), &text.nfc().collect::<String>())?;
    let plain = Normalizer::new();
    for normalizer in [
        plain,
        plain.punctuation(),
        plain.spaces(),
        plain.tones(ToneStyle::Old),
        plain.punctuation().spaces().tones(ToneStyle::New),
    ] {
        let once = normalizer.apply(text).into_owned();
        same("normalised twice", &normalizer.apply(&once).into_owned(), &once)?;
        let mapped = normalizer.apply_mapped(text);
        same("with offsets and without", &mapped.text, &once)?;
        map(text, &once, &mapped.map)?;
    }
    // However tones are placed and marks are composed, one key.
    let apart: String = text.nfd().collect();
    same("the key of the text taken apart", &key(&apart), &key(&nfc(text)))?;
    let folded = fold::fold_mapped(text);
    same("folded with offsets and without", &folded.text, &fold::fold(text))?;
    same("folded twice", &fold::fold(&folded.text), &folded.text)?;
    for (at, c) in folded.text.char_indices() {
        on_borders("source of a folded character", text, &folded.source_range(at..at + c.len_utf8()))?;
    }
    let whole = folded.source_range(0..folded.text.len());
    holds(whole == (0..text.len()) || folded.text.is_empty(), || {
        format!("all of the folded text is {whole:?}")
    })?;
    let slug = fold::slug(text);
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    holds(slug.bytes().all(plain), || format!("slug {slug:?}"))?;
    same("slug of a slug", &fold::slug(&slug), &slug)?;
    let mended = viet::legacy::mend(text);
    same("mended again", &viet::legacy::mend(text), &mended)
}

/// Every character leads to characters, in order, and there and back again covers where one began.
fn map(text: &str, made: &str, map: &OffsetMap) -> Checked {
    same("length of the source", &map.source_len(), &text.len())?;
    same("length of the output", &map.output_len(), &made.len())?;
    let mut before = 0;
    for (at, c) in made.char_indices() {
        let there = map.source_range(at..at + c.len_utf8());
        on_borders("source of a character", text, &there)?;
        holds(there.start >= before, || format!("source {there:?} stands before {before}"))?;
        before = there.start;
        let back = map.output_range(there.clone());
        holds(back.start <= at && back.end >= at + c.len_utf8(), || {
            format!("{at} came from {there:?}, which became {back:?}")
        })?;
    }
    for (at, c) in text.char_indices() {
        on_borders("output of a character", made, &map.output_range(at..at + c.len_utf8()))?;
    }
    Ok(())
}
