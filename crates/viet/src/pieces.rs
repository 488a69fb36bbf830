//! Text of any length in pieces of bounded size, cut where no sentence, date or reference lies across: how a line of
//! a hundred megabytes is read in the memory of a page.

/// Bytes that no piece exceeds.
pub const LONGEST: usize = 64 * 1024;

/// The pieces of a text, each with the offset where it begins; together they are the text.
///
/// ```
/// use viet::pieces::{LONGEST, pieces};
/// let text = "Sở họp. ".repeat(20_000);
/// let all: Vec<(usize, &str)> = pieces(&text).collect();
/// assert!(all.iter().all(|(_, piece)| piece.len() <= LONGEST && piece.ends_with(". ")));
/// assert_eq!(all.iter().map(|(_, piece)| piece.len()).sum::<usize>(), text.len());
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut base = 0;
    std::iter::from_fn(move || {
        let rest = text.get(base..).filter(|rest| !rest.is_empty())?;
        let piece = rest.get(..cut(rest))?;
        let start = base;
        base += piece.len();
        Some((start, piece))
    })
}

/// How many bytes of a text are its first piece: all of a short one, else up to the last end of a line, of a
/// sentence, of a part of one, or of a word, whichever there is. For reading a stream: hold back what is behind it until
/// more has come.
///
/// ```
/// assert_eq!(viet::pieces::cut("Sở họp. Tỉnh "), "Sở họp. Tỉnh ".len());
/// ```
#[must_use]
pub fn cut(text: &str) -> usize {
    if text.len() <= LONGEST {
        return text.len();
    }
    let window = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    ["\n", ". ", "; ", ", ", " "]
        .iter()
        .find_map(|mark| window.rfind(mark).map(|at| at + mark.len()))
        .unwrap_or(window.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_makes_a_longer_piece() {
        for unit in ["a", "ệ", "a ", "Sở họp. ", "a, b", "\n", "\u{301}", "1.000.000"] {
            let text = unit.repeat(300_000 / unit.len());
            let all: Vec<(usize, &str)> = pieces(&text).collect();
            assert_eq!(all.iter().map(|(_, p)| *p).collect::<String>(), text);
            let mut at = 0;
            for (base, piece) in all {
                assert_eq!(base, at);
                assert!((1..=LONGEST).contains(&piece.len()), "{unit}: {}", piece.len());
                at += piece.len();
            }
        }
        assert_eq!(pieces("").count(), 0);
    }
}
