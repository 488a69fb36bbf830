//! Spaces as HTML means them: runs count as one, and the no-break spaces that word processors use for layout are
//! ordinary ones.

use crate::Inline;

const NO_BREAK: char = '\u{a0}';

/// One line of text with its spaces in order. A single no-break space beside a digit stays: it holds "10 km" together.
pub(super) fn tidy(line: &mut [Inline]) {
    let all: Vec<char> = line.iter().flat_map(chars).collect();
    let mut at = 0;
    let mut before: Option<char> = None;
    for inline in line {
        let Inline::Text(text) = inline else {
            at += 1;
            before = None;
            continue;
        };
        let mut out = String::with_capacity(text.text.len());
        for c in text.text.chars() {
            at += 1;
            let next = all.get(at).copied();
            let kept = match c {
                c if !is_space(c) => Some(c),
                _ if before.is_none_or(is_space) => None,
                NO_BREAK if next.is_some_and(|next| !is_space(next)) => {
                    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
                    Some(if digit(before) || digit(next) { NO_BREAK } else { ' ' })
                }
                _ => Some(' '),
            };
            if let Some(c) = kept {
                out.push(c);
                before = Some(c);
            }
        }
        text.text = out;
    }
}

fn chars(inline: &Inline) -> Vec<char> {
    match inline {
        Inline::Text(text) => text.text.chars().collect(),
        Inline::Break => vec!['\n'],
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | NO_BREAK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_spaces_become_ordinary() {
        for (given, wanted) in [
            ("a\u{a0}b", "a b"),
            ("10\u{a0}km", "10\u{a0}km"),
            ("Điều\u{a0}5", "Điều\u{a0}5"),
            ("a \u{a0} \n b", "a b"),
            ("10\u{a0}\u{a0}km", "10 km"),
            ("\u{a0}\u{a0}a\u{a0}", "a "),
        ] {
            let mut line = [Inline::plain(given)];
            tidy(&mut line);
            assert_eq!(line, [Inline::plain(wanted)], "{given:?}");
        }
    }
}
