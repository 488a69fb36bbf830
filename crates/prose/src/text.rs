//! The words alone: for search, for counting, for reading aloud, for a summary on a list page.

use crate::{Block, Body, Inline};

impl Body {
    /// The words, one line for every paragraph, heading, list item line, table row and caption. Cells of a row are
    /// separated by tabs. Alternative texts and credits are not part of it.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        lines(&mut out, &self.blocks);
        out.truncate(out.trim_end().len());
        out
    }

    /// How many syllables a Vietnamese reader counts: pieces between spaces that hold a letter or digit. The same
    /// figure a word processor shows.
    pub fn word_count(&self) -> usize {
        syllables(&self.to_text())
    }

    /// The beginning of the running text for a summary, at most `most` characters, cut at a word and then ended by
    /// “…”. Headings, tables, pictures and lists are left out unless there is nothing else.
    pub fn first_text(&self, most: usize) -> String {
        let mut words = String::new();
        for block in &self.blocks {
            if let Block::Paragraph { content, .. } = block {
                inline(&mut words, content, ' ');
                words.push(' ');
            }
            if words.chars().nth(most).is_some() {
                break;
            }
        }
        if words.trim().is_empty() { cut(&self.to_text(), most) } else { cut(&words, most) }
    }
}

/// Pieces between spaces that hold a letter or digit.
pub(crate) fn syllables(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The words of a line, with this character for a line break.
pub(crate) fn inline(out: &mut String, content: &[Inline], line_break: char) {
    for piece in content {
        match piece {
            Inline::Text(text) => out.push_str(&text.text),
            Inline::Break => out.push(line_break),
        }
    }
}

/// The words of blocks, line by line.
pub(crate) fn lines(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } if content.is_empty() => {}
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                inline(out, content, '\n');
                out.push('\n');
            }
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                items.iter().for_each(|item| lines(out, item));
            }
            Block::Blockquote(inner) => lines(out, inner),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<String> = row.cells.iter().map(|cell| flat(&cell.content)).collect();
                    out.push_str(&cells.join("\t"));
                    out.push('\n');
                }
            }
            Block::Figure(figure) if figure.caption.is_empty() => {}
            Block::Figure(figure) => {
                out.push_str(&figure.caption);
                out.push('\n');
            }
            Block::Rule => {}
        }
    }
}

fn flat(blocks: &[Block]) -> String {
    let mut out = String::new();
    lines(&mut out, blocks);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(text: &str, most: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let most = most.saturating_sub(1);
    let mut out = String::new();
    let mut length = 0;
    for word in words.split(' ') {
        length += word.chars().count() + usize::from(length > 0);
        if length > most {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() {
        out = words.chars().take(most).collect();
    }
    out.truncate(out.trim_end_matches([',', ';', ':', '.', '-', '–', '(', ' ']).len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use crate::{Body, samples};

    #[test]
    fn the_words_of_everything() {
        let text = samples::everything().to_text();
        assert!(text.starts_with("Họp báo quý III\nSáng 25/9, Sở Thông tin\nhọp."), "{text}");
        assert!(text.contains("\nXã\tSố hộ\nNà Ớt\t120\t\nHọp thôn\n"), "{text}");
        assert!(!text.contains("Bà con") && !text.contains("Lò Thị Mai"), "{text}");
    }

    #[test]
    fn syllables_are_counted_as_a_word_processor_does() {
        for (text, count) in [("", 0), ("Sơn La – 2024", 3), ("Covid-19, đúng!", 2), ("một\n\nhai ba", 3)]
        {
            assert_eq!(Body::from_text(text).unwrap().word_count(), count, "{text}");
        }
    }

    #[test]
    fn summaries_end_at_a_word() {
        let body = Body::from_notation("## Đầu đề\n\nSáng nay, tại xã Nà Ớt\n\nbà con họp").unwrap();
        for (most, wanted) in [
            (80, "Sáng nay, tại xã Nà Ớt bà con họp"),
            (15, "Sáng nay, tại…"),
            (10, "Sáng nay…"),
            (3, "Sá…"),
            (0, "…"),
        ] {
            assert_eq!(body.first_text(most), wanted);
        }
        assert_eq!(Body::from_notation("## Chỉ đầu đề").unwrap().first_text(50), "Chỉ đầu đề");
        assert_eq!(Body::default().first_text(50), "");
    }
}
