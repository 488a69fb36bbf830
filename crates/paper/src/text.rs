//! The words of a paper: paragraphs of runs, and what of any text may stand in a file at all.

use unicode_normalization::UnicodeNormalization as _;

/// A stretch of text in one form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words. A line feed is a new line in the same paragraph.
    pub text: String,
    /// In bold letters.
    pub bold: bool,
    /// In sloping letters.
    pub italic: bool,
    /// Where the words lead: an `http:`, `https:` or `mailto:` address. Others are written as bare words.
    pub link: Option<String>,
}

/// A paragraph, or the text of a table's cell.
///
/// ```
/// let said = paper::Paragraph::from("Tổng số tin: ").with_bold("1.204").with_plain(".");
/// assert_eq!(said.to_string(), "Tổng số tin: 1.204.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Its runs, in order.
    pub runs: Vec<Run>,
}

impl Paragraph {
    /// A paragraph without words.
    pub fn new() -> Paragraph {
        Paragraph::default()
    }

    /// One run of bold letters.
    pub fn bold(text: impl Into<String>) -> Paragraph {
        Paragraph::new().with_bold(text)
    }

    /// One run of sloping letters.
    pub fn italic(text: impl Into<String>) -> Paragraph {
        Paragraph::new().with_italic(text)
    }

    /// Words that lead to an address.
    pub fn link(text: impl Into<String>, address: impl Into<String>) -> Paragraph {
        Paragraph::new().with_link(text, address)
    }

    /// Adds plain words.
    #[must_use]
    pub fn with_plain(self, text: impl Into<String>) -> Paragraph {
        self.with(Run { text: text.into(), ..Run::default() })
    }

    /// Adds bold words.
    #[must_use]
    pub fn with_bold(self, text: impl Into<String>) -> Paragraph {
        self.with(Run { text: text.into(), bold: true, ..Run::default() })
    }

    /// Adds sloping words.
    #[must_use]
    pub fn with_italic(self, text: impl Into<String>) -> Paragraph {
        self.with(Run { text: text.into(), italic: true, ..Run::default() })
    }

    /// Adds words that lead to an address.
    #[must_use]
    pub fn with_link(self, text: impl Into<String>, address: impl Into<String>) -> Paragraph {
        self.with(Run { text: text.into(), link: Some(address.into()), ..Run::default() })
    }

    /// Adds a run.
    #[must_use]
    pub fn with(mut self, run: Run) -> Paragraph {
        self.runs.push(run);
        self
    }

    /// Whether nothing would be seen of it.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| clean(&run.text).trim().is_empty())
    }

    /// The same words, all bold.
    pub(crate) fn strong(&self) -> Paragraph {
        Paragraph { runs: self.runs.iter().map(|run| Run { bold: true, ..run.clone() }).collect() }
    }

    /// The same words, all sloping.
    pub(crate) fn sloping(&self) -> Paragraph {
        Paragraph { runs: self.runs.iter().map(|run| Run { italic: true, ..run.clone() }).collect() }
    }

    /// The same words as they may stand in a file, without runs that say nothing and links that lead nowhere.
    pub(crate) fn clean(&self) -> Paragraph {
        let runs = self.runs.iter().map(|run| Run {
            text: clean(&run.text),
            link: run.link.as_deref().and_then(address),
            ..*run
        });
        Paragraph { runs: runs.filter(|run| !run.text.is_empty()).collect() }
    }
}

impl std::fmt::Display for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.runs.iter().try_for_each(|run| f.write_str(&run.text))
    }
}

impl From<&str> for Paragraph {
    fn from(text: &str) -> Paragraph {
        Paragraph::new().with_plain(text)
    }
}

impl From<String> for Paragraph {
    fn from(text: String) -> Paragraph {
        Paragraph::new().with_plain(text)
    }
}

/// Text as it may stand in a file: without the characters XML 1.0 forbids, line ends as line feeds, and composed
/// (NFC), because fonts and the decree's character set (TCVN 6909:2001) are made for composed Vietnamese letters.
pub(crate) fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().nfc().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => kept.push('\n'),
            // U+0085 and U+2028/2029 are line ends that word processors draw as boxes.
            '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\t' | '\n' => kept.push(letter),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => kept.push(letter),
        }
    }
    kept
}

/// As [`clean`], on one line.
pub fn line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address a run may lead to, safe to stand in a file; `None` for what is no address of the web or of a letter.
pub fn address(link: &str) -> Option<String> {
    let link = clean(link);
    let link = link.trim();
    let scheme = link.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    if !matches!(scheme.as_str(), "http" | "https" | "mailto") {
        return None;
    }
    let mut safe = String::with_capacity(link.len());
    for letter in link.chars() {
        match letter {
            ' ' => safe.push_str("%20"),
            '"' => safe.push_str("%22"),
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '\\' => safe.push_str("%5C"),
            _ if letter.is_whitespace() => return None,
            _ => safe.push(letter),
        }
    }
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_dropped() {
        assert_eq!(clean("a\u{0}b\u{b}c\u{1f}\u{fffe}\u{ffff}\u{7f}d"), "abcd");
        assert_eq!(clean("một\r\nhai\rba\tbốn"), "một\nhai\nba\tbốn");
        assert_eq!(clean("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"), "Tiếng Việt");
        assert_eq!(clean("𝒜 👩‍🌾"), "𝒜 👩‍🌾");
    }

    #[test]
    fn only_addresses_lead_anywhere() {
        assert_eq!(address("https://bao.vn/a b?q=\"x\"").as_deref(), Some("https://bao.vn/a%20b?q=%22x%22"));
        assert_eq!(address("HTTP://bao.vn").as_deref(), Some("HTTP://bao.vn"));
        for not in ["javascript:alert(1)", "file:///etc/passwd", "bao.vn", "", "https://a\nb"] {
            assert_eq!(address(not), None, "{not}");
        }
    }
}
