//! A mention cut into its words once, for all that is asked of it: threads, reprints, topics and wording.

use std::borrow::Cow;

use crate::words::{both, each_token, pair};

/// The words of a mention, title first.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    words: Vec<Seen>,
    in_title: usize,
}

/// A word as it is compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// Without case and without regard to where the tone mark stands.
    pub(crate) exact: u64,
    /// Without diacritics.
    pub(crate) folded: u64,
    /// Nothing but white space parts it from the word before.
    pub(crate) joined: bool,
}

impl Reading {
    /// Reads a mention: two arrays of numbers in memory, some 24 bytes a word, nothing of the text itself.
    ///
    /// ```
    /// use pulse::{Reading, Threads};
    /// let reading = Reading::of("Mưa lớn ở ba xã", "Ba xã bị sạt lở sau mưa lớn.");
    /// let mut threads = Threads::new(Default::default());
    /// let (mention, thread) = threads.add_reading(&reading, None);
    /// assert_eq!(threads.thread_of(mention), Some(thread));
    /// ```
    #[must_use]
    pub fn of(title: &str, text: &str) -> Self {
        let mut this = Self { words: Vec::with_capacity((title.len() + text.len()) / 5), in_title: 0 };
        this.add(title);
        this.in_title = this.words.len();
        this.add(text);
        this
    }

    fn add(&mut self, text: &str) {
        let text = composed(text);
        each_token(&text, |word, joined| {
            let (exact, folded) = both(word);
            self.words.push(Seen { exact, folded, joined });
            true
        });
    }

    /// All words.
    pub(crate) fn words(&self) -> &[Seen] {
        &self.words
    }

    /// How many of them stand in the title.
    pub(crate) fn in_title(&self) -> usize {
        self.in_title
    }

    /// The words of the title and those of the text.
    pub(crate) fn parts(&self) -> (&[Seen], &[Seen]) {
        self.words.split_at(self.in_title.min(self.words.len()))
    }

    /// The rows of four words of the text, as hashes, sorted, each once; a shorter text is one row.
    pub(crate) fn rows(&self) -> Vec<u32> {
        let (_, text) = self.parts();
        let mut rows: Vec<u32> = if text.len() < ROW {
            (!text.is_empty()).then(|| row(text)).into_iter().collect()
        } else {
            text.windows(ROW).map(row).collect()
        };
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// Words in a row.
const ROW: usize = 4;

fn row(words: &[Seen]) -> u32 {
    (words.iter().fold(0x5EED, |hash, word| pair(hash, word.exact)) >> 32) as u32
}

/// A text typed with marks of their own as it is typed without them: the same words either way.
fn composed(text: &str) -> Cow<'_, str> {
    let apart =
        text.as_bytes().chunks(64).any(|block| block.iter().fold(false, |any, b| any | (b & 0xFE == 0xCC)));
    if apart { viet::normalize::nfc(text) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn typing_does_not_matter() {
        let text = "UBND tỉnh Thanh Hóa họp báo: kế hoạch, tuyên truyền.";
        let apart: String = "ubnd tỉnh Thanh Hoá HỌP BÁO kế hoạch tuyên truyền".nfd().collect();
        assert_eq!(Reading::of("", text).rows(), Reading::of("", &apart).rows());
        assert_eq!(Reading::of("", "họp báo").rows().len(), 1);
        assert!(Reading::of("Họp báo hôm nay", "").rows().is_empty());
    }

    #[test]
    fn the_title_goes_before_the_text() {
        let reading = Reading::of("Họp báo", "Sáng nay họp.");
        let (title, text) = reading.parts();
        assert_eq!((title.len(), text.len(), reading.in_title()), (2, 3, 2));
        assert!(!text.first().unwrap().joined && text.last().unwrap().joined);
    }
}
