//! Words of one or several syllables: `Ủy ban nhân dân tỉnh` is three.
//!
//! Two ways lead from syllables to words. [`Mode::Fast`] looks for the likeliest row of words by their
//! counts alone. [`Mode::Accurate`] asks, at each gap that a known word could bridge, a linear model
//! that sees the neighbours and the capitals too. Both keep byte offsets into the text given, never
//! change a character, and take text without diacritics by a folded copy of the same lexicon.

pub(crate) mod gaps;
pub(crate) mod lexicon;
pub(crate) mod model;
mod places;
mod runs;
pub(crate) mod table;
mod viterbi;

use std::sync::OnceLock;

use crate::normalize::{Normalizer, may_be_apart};
use crate::tokens::Kind;
pub use model::BadModel;
use model::Model;
pub(crate) use runs::Run;
pub(crate) use table::FIRST;
#[cfg(feature = "train")]
pub use table::canonical;

/// How hard to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// By the linear model; what to use when words are shown, counted or compared.
    #[default]
    Accurate,
    /// By word counts alone, about twice as fast.
    Fast,
}

/// A word and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// How many tokens it has.
    pub syllables: usize,
    /// The kind of its tokens; [`Kind::Word`] for every word of several.
    pub kind: Kind,
}

impl Word {
    /// The word's text in the text it was found in, inner spaces and all.
    #[must_use]
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.start..self.end).unwrap_or_default()
    }
}

/// Words of a text by the shipped model.
///
/// ```
/// use viet::segment::{words, Mode};
/// let text = "Ủy ban nhân dân tỉnh ban hành Quyết định 06/QĐ-TTg.";
/// let found: Vec<_> = words(text, Mode::Accurate).iter().map(|w| w.text(text)).collect();
/// assert_eq!(found, ["Ủy ban", "nhân dân", "tỉnh", "ban hành", "Quyết định", "06/QĐ-TTg", "."]);
/// ```
#[must_use]
pub fn words(text: &str, mode: Mode) -> Vec<Word> {
    shipped().words(text, mode)
}

/// A text with the syllables of a word joined by `_` and tokens parted by a space.
///
/// ```
/// use viet::segment::{line, Mode};
/// assert_eq!(line("Tuyên truyền ở cơ sở.", Mode::Accurate), "Tuyên_truyền ở cơ_sở .");
/// ```
#[must_use]
pub fn line(text: &str, mode: Mode) -> String {
    shipped().line(text, mode)
}

/// The shipped model; built once, in a few milliseconds, when first asked for.
#[must_use]
pub fn shipped() -> &'static Segmenter {
    static SHIPPED: OnceLock<Segmenter> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        // A damaged build still cuts syllables; the test below makes sure that it never is one.
        Segmenter::from_bytes(include_bytes!("../data/words.bin")).unwrap_or_default()
    })
}

/// A lexicon with a model, ready to find words.
#[derive(Debug, Default)]
pub struct Segmenter {
    model: Model,
    folded: OnceLock<Model>,
}

impl Segmenter {
    /// Reads a model written by the training tool.
    ///
    /// # Errors
    /// When the bytes are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadModel> {
        Ok(Self { model: Model::read(bytes)?, folded: OnceLock::new() })
    }

    /// All words of a text, in order.
    #[must_use]
    pub fn words(&self, text: &str, mode: Mode) -> Vec<Word> {
        let mut out = Vec::with_capacity(text.len() / 6 + 1);
        self.each_word(text, mode, |word| out.push(word));
        out
    }

    /// Hands over word by word; memory does not grow with the text.
    pub fn each_word(&self, text: &str, mode: Mode, mut take: impl FnMut(Word)) {
        let unmarked = is_unmarked(text);
        if !may_be_apart(text) {
            return self.each_composed(text, mode, unmarked, take);
        }
        // Only the pieces that need it are composed, one at a time.
        let mut rest = text;
        while !rest.is_empty() {
            let from = text.len() - rest.len();
            let (piece, after) = rest.split_at_checked(piece_len(rest)).unwrap_or((rest, ""));
            rest = after;
            let mut moved =
                |word: Word| take(Word { start: from + word.start, end: from + word.end, ..word });
            if may_be_apart(piece) {
                self.each_decomposed(piece, mode, unmarked, moved);
            } else {
                self.each_composed(piece, mode, unmarked, &mut moved);
            }
        }
    }

    fn each_decomposed(&self, text: &str, mode: Mode, unmarked: bool, mut take: impl FnMut(Word)) {
        let normal = Normalizer::new().apply_mapped(text);
        let mut done = 0;
        self.each_composed(&normal.text, mode, unmarked, |word| {
            let there = normal.map.source_range(word.start..word.end);
            // A few signs are one character as typed and two when composed; the second adds nothing.
            let start = there.start.max(done);
            if start < there.end {
                done = there.end;
                take(Word { start, end: there.end, ..word });
            }
        });
    }

    fn each_composed(&self, text: &str, mode: Mode, unmarked: bool, take: impl FnMut(Word)) {
        if unmarked {
            return self.each_unmarked(text, take);
        }
        each_run(text, &self.model, mode, take);
    }

    /// Words of a text whose diacritics are not to be believed, by the folded lexicon.
    pub(crate) fn each_unmarked(&self, text: &str, take: impl FnMut(Word)) {
        each_run(text, self.folded(), Mode::Fast, take);
    }

    /// A text with the syllables of a word joined by `_` and tokens parted by a space.
    #[must_use]
    pub fn line(&self, text: &str, mode: Mode) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 8);
        self.each_word(text, mode, |word| {
            if !out.is_empty() {
                out.push(' ');
            }
            let text = word.text(text);
            if word.syllables == 1 && !text.contains(char::is_whitespace) {
                return out.push_str(text);
            }
            for (at, part) in text.split_whitespace().enumerate() {
                if at > 0 {
                    out.push('_');
                }
                out.push_str(part);
            }
        });
        out
    }

    pub(crate) fn model(&self) -> &Model {
        &self.model
    }

    pub(crate) fn folded(&self) -> &Model {
        self.folded.get_or_init(|| self.model.fold())
    }
}

fn each_run(text: &str, model: &Model, mode: Mode, mut take: impl FnMut(Word)) {
    let mut run = Run::default();
    let mut rest = crate::tokens::tokens(text);
    let mut costs = viterbi::Costs::new();
    while run.fill(text, &mut rest, model) {
        match mode {
            Mode::Accurate => {
                gaps::decide(&mut run, model);
                run.emit(&mut take);
            }
            Mode::Fast if run.is_plain() => {
                viterbi::each_word(&run, model, &mut costs, |from, len| run.emit_word(from, len, &mut take));
                run.emit_mark(&mut take);
            }
            Mode::Fast => {
                let mut joins = std::mem::take(&mut run.joins);
                joins.clear();
                viterbi::each_word(&run, model, &mut costs, |_, len| {
                    joins.extend(std::iter::repeat_n(true, len - 1));
                    joins.push(false);
                });
                run.joins = joins;
                run.emit(&mut take);
            }
        }
    }
    run.finish(&mut take);
}

/// Bytes up to where a text may be cut without cutting a word: behind a comma or semicolon soon, else before a
/// space, else nowhere.
fn piece_len(text: &str) -> usize {
    const LEAST: usize = 512;
    const MOST: usize = 1 << 16;
    let bytes = text.as_bytes();
    let soon = bytes.get(LEAST..bytes.len().min(MOST)).unwrap_or_default();
    let mark = soon.windows(2).position(|two| matches!(two, [b',' | b';', b' ']));
    let space = || {
        bytes
            .get(MOST..)
            .and_then(|far| far.iter().position(|b| matches!(b, b' ' | b'\n')))
            .map(|at| MOST + at)
    };
    mark.map(|at| LEAST + at + 1).or_else(space).unwrap_or(text.len())
}

/// Long enough to tell and without a single Vietnamese letter outside ASCII.
fn is_unmarked(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(2000)).unwrap_or(text);
    !head.bytes().any(|b| (0xC3..=0xE1).contains(&b)) && head.bytes().filter(|b| *b == b' ').count() > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_shipped_model_is_sound() {
        assert!(Segmenter::from_bytes(include_bytes!("../data/words.bin")).is_ok());
        assert!(Segmenter::from_bytes(b"VIET").is_err());
        let mut cut = include_bytes!("../data/words.bin").to_vec();
        cut.truncate(cut.len() / 2);
        assert!(Segmenter::from_bytes(&cut).is_err());
    }

    #[test]
    fn seeds_read_as_an_officer_would_read_them() {
        for (text, expected) in [
            ("Phát biểu kết luận Hội nghị", "Phát_biểu kết_luận Hội_nghị"),
            ("lan toả thông tin", "lan_toả thông_tin"),
            ("lan tỏa thông tin", "lan_tỏa thông_tin"),
            ("Nghị định số 30/2020/NĐ-CP", "Nghị_định số 30/2020/NĐ-CP"),
            ("xây dựng kế hoạch tuyên truyền", "xây_dựng kế_hoạch tuyên_truyền"),
            ("ngành LĐ-TB&XH, 5.259.772 lượt", "ngành LĐ-TB&XH , 5.259.772 lượt"),
        ] {
            assert_eq!(line(text, Mode::Accurate), expected);
            assert_eq!(line(text, Mode::Fast), expected);
        }
    }

    #[test]
    fn pairs_of_names_tied_by_a_hyphen_are_one_word() {
        for (text, expected) in [
            ("quần đảo Trường Sa-Hoàng Sa của", "quần_đảo Trường_Sa-Hoàng_Sa của"),
            ("Trường Sa - Hoàng Sa", "Trường_Sa - Hoàng_Sa"),
            ("Trường Sa-", "Trường_Sa -"),
            ("Trường Sa-,", "Trường_Sa - ,"),
        ] {
            for mode in [Mode::Accurate, Mode::Fast] {
                assert_eq!(line(text, mode), expected, "{mode:?}");
            }
        }
    }

    #[test]
    fn signs_that_come_apart_when_composed_are_given_once() {
        let text = "nha\u{300} nước\u{1d15e}";
        let found: String = words(text, Mode::Accurate).iter().map(|w| w.text(text)).collect();
        assert_eq!(found, "nha\u{300} nước\u{1d15e}");
    }

    #[test]
    fn marks_apart_make_the_same_words_far_into_a_text() {
        use unicode_normalization::UnicodeNormalization;
        for (piece, times) in [
            ("Ủy ban nhân dân tỉnh họp, Trường Sa-Hoàng Sa; hội nghị tổng kết 1,5 năm ", 700),
            ("hội nghị tổng kết của nhà nước ", 5000),
        ] {
            let whole = piece.repeat(times);
            let apart: String = whole.nfd().collect();
            for mode in [Mode::Accurate, Mode::Fast] {
                let (a, b) = (words(&whole, mode), words(&apart, mode));
                // Where no comma comes for long, one word may be parted.
                assert!(a.len().abs_diff(b.len()) <= if times > 1000 { 4 } else { 0 });
                if times < 1000 {
                    let texts = |words: &[Word], of: &str| -> Vec<String> {
                        words.iter().map(|w| w.text(of).nfc().collect()).collect()
                    };
                    assert_eq!(texts(&a, &whole), texts(&b, &apart));
                }
            }
        }
    }

    #[test]
    fn works_without_diacritics() {
        assert_eq!(line("cong tac tuyen truyen o co so", Mode::Accurate), "cong_tac tuyen_truyen o co_so");
    }

    #[test]
    fn one_endless_line_is_no_trouble() {
        let text = "hội nghị ".repeat(200_000);
        assert_eq!(words(&text, Mode::Accurate).len(), 200_000);
        let glued = "a".repeat(3_000_000);
        assert_eq!(words(&glued, Mode::Fast).len(), 1);
    }

    proptest! {
        #[test]
        fn words_keep_every_visible_character(text in "(\\PC|hội nghị|Ủy ban| |nha\u{300} nước|tuyen truyen|[A-ZĐa-zê0-9./&-]){0,50}") {
            for mode in [Mode::Accurate, Mode::Fast] {
                let found: String = words(&text, mode).iter().map(|w| w.text(&text)).collect();
                let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                prop_assert_eq!(squeeze(&found), squeeze(&text));
            }
        }
    }
}
