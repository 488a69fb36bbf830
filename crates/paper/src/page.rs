//! The page of the decree (NĐ 30/2020, Phụ lục I), in twips: 1/20 of a point, 1/1440 of an inch.

use crate::model::Size;

/// The width of A4.
pub const WIDTH: usize = 11_906;
/// The height of A4.
pub const HEIGHT: usize = 16_838;
/// The margins above and below: 20 mm; the decree allows 20 to 25.
pub const ABOVE: usize = 1134;
/// The left margin: 30 mm; the decree allows 30 to 35.
pub const LEFT: usize = 1701;
/// The right margin: 15 mm; the decree allows 15 to 20. A twip more than 15 mm would round to.
pub const RIGHT: usize = 851;
/// What is left for text.
pub const TEXT: usize = WIDTH - LEFT - RIGHT;
/// From the edge of the paper to the page number: 10 mm.
pub const NUMBER: usize = 567;
/// How far the first line of a paragraph is set in: 1 cm.
pub const FIRST_LINE: usize = 567;
/// Between paragraphs: six points, the least the decree allows.
pub const GAP: usize = 120;

/// The sizes of a paper's letters, in half points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// The text, tiêu ngữ, place and day.
    pub text: usize,
    /// Quốc hiệu and the names of bodies.
    pub head: usize,
    /// Number and symbol: 13 points in either size.
    pub reference: usize,
    /// Tables.
    pub table: usize,
    /// "Nơi nhận:".
    pub recipients: usize,
    /// The list below it.
    pub recipient: usize,
}

/// The sizes of letters that go with the size of the text.
pub fn letters(size: Size) -> Letters {
    let (text, head) = match size {
        Size::Thirteen => (26, 24),
        Size::Fourteen => (28, 26),
    };
    Letters { text, head, reference: 26, table: 24, recipients: 24, recipient: 22 }
}

/// The left and the right column of the head. The right one just holds quốc hiệu on one line: 5424 twips in 13 points.
pub fn head_columns(size: Size) -> [usize; 2] {
    let right = 5500 * letters(size).head / 26;
    [TEXT - right, right]
}

/// The widths of a table's columns: shares of the text's width, none under a hundredth of it, together the whole.
///
/// ```
/// let widths = paper::page::table_columns(&[1, 3]);
/// assert_eq!(widths.iter().sum::<usize>(), paper::page::TEXT);
/// ```
pub fn table_columns(shares: &[u16]) -> Vec<usize> {
    let all: usize = shares.iter().map(|share| usize::from(*share).max(1)).sum();
    let least = TEXT / 100;
    let spare = TEXT.saturating_sub(least * shares.len());
    let mut widths: Vec<usize> =
        shares.iter().map(|share| least + spare * usize::from(*share).max(1) / all.max(1)).collect();
    let given: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += TEXT.saturating_sub(given);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_text() {
        for shares in [vec![1], vec![0, 0, 0], vec![1, 5, 2], vec![1, u16::MAX], vec![3; crate::Table::MOST]]
        {
            let widths = table_columns(&shares);
            assert_eq!(widths.iter().sum::<usize>(), TEXT, "{shares:?}");
            assert!(widths.iter().all(|width| *width >= TEXT / 100), "{widths:?}");
        }
    }
}
