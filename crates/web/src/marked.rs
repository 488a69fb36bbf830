//! A text with the words in it that were sought, in pieces a template can write.

use std::ops::Range;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether it was sought.
    pub mark: bool,
}

/// Cuts a text at its marks. Ranges that do not fit it are passed over.
#[must_use]
pub fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut push = |range: Range<usize>, mark| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            out.push(Piece { text: text.to_owned(), mark });
        }
    };
    let mut at = 0;
    for range in marks {
        if range.start < at || text.get(range.clone()).is_none() {
            continue;
        }
        push(at..range.start, false);
        push(range.clone(), true);
        at = range.end;
    }
    push(at..text.len(), false);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_marks_and_nothing_is_lost() {
        let words = |marks: &[(usize, usize)]| {
            let marks: Vec<Range<usize>> = marks.iter().map(|(from, to)| *from..*to).collect();
            let all = pieces("Lũ về đêm", &marks);
            assert_eq!(all.iter().map(|p| p.text.as_str()).collect::<String>(), "Lũ về đêm");
            all.into_iter().filter(|p| p.mark).map(|p| p.text).collect::<Vec<_>>()
        };
        assert_eq!(words(&[(0, 3)]), ["Lũ"]);
        assert_eq!(words(&[(0, 3), (9, 14)]), ["Lũ", "đêm"]);
        // Inside a letter, backwards, beyond the end: passed over.
        assert_eq!(words(&[(0, 2), (90, 95)]), Vec::<String>::new());
    }
}
