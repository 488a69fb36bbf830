//! Lists counted in letters or Roman numerals (“điểm a”, “mục II”): the story's lists count in numbers only, and in
//! legal texts the letter is part of the words, so it becomes words.

use crate::{Block, Inline};

/// How a list counts, where it does not count in numbers.
pub(super) fn counter(kind: &str) -> Option<Box<dyn Fn(u32) -> String>> {
    match kind {
        "a" | "lower-alpha" | "lower-latin" => Some(Box::new(|n| letters(n).to_lowercase())),
        "A" | "upper-alpha" | "upper-latin" => Some(Box::new(letters)),
        "i" | "lower-roman" => Some(Box::new(|n| roman(n).to_lowercase())),
        "I" | "upper-roman" => Some(Box::new(roman)),
        _ => None,
    }
}

/// Puts the count in front of an item's words.
pub(super) fn put_before(item: &mut Vec<Block>, count: &str) {
    let count = Inline::plain(format!("{count}. "));
    match item.first_mut() {
        Some(Block::Paragraph { content, .. }) => content.insert(0, count),
        _ => item.insert(0, Block::paragraph(vec![count])),
    }
}

fn letters(number: u32) -> String {
    let mut rest = number.clamp(1, 1_000_000);
    let mut out = vec![];
    while rest > 0 {
        rest -= 1;
        out.extend(char::from_u32(u32::from('A') + rest % 26));
        rest /= 26;
    }
    out.iter().rev().collect()
}

fn roman(number: u32) -> String {
    if !(1..4_000).contains(&number) {
        return number.to_string();
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in signs {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_as_offices_do() {
        for (number, letter, numeral) in
            [(1, "A", "I"), (4, "D", "IV"), (26, "Z", "XXVI"), (28, "AB", "XXVIII"), (0, "A", "0")]
        {
            assert_eq!((letters(number).as_str(), roman(number).as_str()), (letter, numeral));
        }
    }
}
