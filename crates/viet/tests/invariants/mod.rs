//! What must hold of every text: the one list that the property tests and `examples/fuzz.rs` both check.

mod forms;
pub(crate) mod making;
mod makings;
mod meanings;
mod pieces;

use std::ops::Range;

/// What did not hold, for a person to read; a panic is the other way to fail.
pub(crate) type Checked = Result<(), String>;

/// A group of promises.
pub(crate) type Check = fn(&str) -> Checked;

/// All that is promised of a text, by name.
pub(crate) const TEXT: [(&str, Check); 4] = [
    ("forms of writing", forms::check),
    ("pieces of text", pieces::check),
    ("meanings", meanings::check),
    ("makings", makings::check),
];

/// All that is promised of bytes in an unknown encoding.
pub(crate) fn bytes(bytes: &[u8]) -> Checked {
    use viet::legacy::{Encoding, decode, decode_as};
    let found = decode(bytes);
    same("decoding again as the encoding found", &decode_as(bytes, found.encoding), &found.text)?;
    holds((0.0..=1.0).contains(&found.sure), || format!("sure by {}", found.sure))?;
    let parts = viet::legacy::decode_mixed(bytes);
    let unsure = parts.iter().find(|p| !(0.0..=1.0).contains(&p.sure));
    holds(unsure.is_none(), || format!("{unsure:?}"))?;
    holds(parts.windows(2).all(|two| matches!(two, [a, b] if a.encoding != b.encoding)), || {
        "two parts alike".into()
    })?;
    if bytes.iter().all(u8::is_ascii) && !bytes.is_empty() {
        same("ASCII in parts", &parts.len(), &1)?;
    }
    for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Vps, Encoding::Viscii, Encoding::Windows1258] {
        let text = decode_as(bytes, encoding);
        holds(text.len() <= 8 * bytes.len(), || format!("{encoding:?} made {} bytes", text.len()))?;
    }
    // Bytes are no model; and if they were, it would have to be harmless.
    if let Ok(model) = viet::segment::Segmenter::from_bytes(bytes) {
        let _ = model.line("Ủy ban nhân dân", viet::segment::Mode::Accurate);
    }
    Ok(())
}

pub(crate) fn holds(holds: bool, what: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(what()) }
}

pub(crate) fn same<T: PartialEq + std::fmt::Debug>(what: &str, left: &T, right: &T) -> Checked {
    holds(left == right, || format!("{what}: {left:?} is not {right:?}"))
}

/// A place lies on the borders of characters.
pub(crate) fn on_borders(what: &str, text: &str, range: &Range<usize>) -> Checked {
    holds(text.get(range.clone()).is_some(), || format!("{what}: {range:?} cuts a character"))
}

/// Places lie on the borders of characters, are not empty, stand in order and do not overlap.
pub(crate) fn in_order(what: &str, text: &str, ranges: impl Iterator<Item = Range<usize>>) -> Checked {
    let mut done = 0;
    for range in ranges {
        on_borders(what, text, &range)?;
        holds(range.start >= done && range.end > range.start, || format!("{what}: {range:?} after {done}"))?;
        done = range.end;
    }
    Ok(())
}

/// The characters that are no white space.
pub(crate) fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
