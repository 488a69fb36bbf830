//! What a text is about: its keywords, and the sentences that say most of it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use crate::segment::{Mode, Word, shipped};
use crate::sentences::sentences;
use crate::tokens::Kind;

/// A keyword of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyword {
    /// As it is most fully written in the text: capitals kept when it always has them.
    pub text: String,
    /// Weight; the first keyword has the largest.
    pub score: f64,
    /// How often it stands in the text.
    pub count: usize,
}

/// Words that carry no matter, common as they are in administrative prose.
const EMPTY: [&str; 64] = [
    "và",
    "của",
    "các",
    "là",
    "có",
    "được",
    "trong",
    "cho",
    "những",
    "với",
    "đã",
    "một",
    "không",
    "người",
    "này",
    "khi",
    "đến",
    "từ",
    "để",
    "theo",
    "về",
    "tại",
    "ra",
    "vào",
    "cũng",
    "như",
    "đó",
    "trên",
    "phải",
    "do",
    "bị",
    "sẽ",
    "năm",
    "ngày",
    "tháng",
    "sau",
    "ông",
    "bà",
    "nhiều",
    "nhằm",
    "tiếp tục",
    "thực hiện",
    "tăng cường",
    "đồng chí",
    "cho biết",
    "thời gian",
    "hiện nay",
    "một số",
    "tuy nhiên",
    "đồng thời",
    "bên cạnh",
    "ngoài ra",
    "đặc biệt",
    "thông qua",
    "gồm",
    "bao gồm",
    "đối với",
    "việc",
    "nhất",
    "lần",
    "thứ",
    "còn",
    "rất",
    "đang",
];

/// The keywords of a text, weightiest first.
///
/// A word weighs by how often it stands in the text against how rare it is in the language; longer words and
/// those of the first sentence, which in the news tells the story, weigh more.
///
/// ```
/// let text = "Tỉnh đẩy mạnh xuất khẩu lao động. Xuất khẩu lao động giúp giảm nghèo ở vùng sâu.";
/// let found: Vec<_> = viet::keywords::keywords(text, 2).into_iter().map(|k| k.text).collect();
/// assert_eq!(found[0].to_lowercase(), "xuất khẩu lao động");
/// ```
#[must_use]
pub fn keywords(text: &str, most: usize) -> Vec<Keyword> {
    let mut all: Vec<Keyword> = Weights::of(&[text]).words.into_values().map(Counted::keyword).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.text.cmp(&b.text)));
    all.truncate(most);
    all
}

/// A sentence chosen from one of several texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySentence {
    /// Which text.
    pub text: usize,
    /// Where it stands there.
    pub range: Range<usize>,
}

/// The sentences that say most of one or several texts without repeating each other, in reading order.
///
/// ```
/// let text = "Sở họp. Hội nghị giao ban báo chí quý II bàn về an toàn lao động. Trời đẹp.";
/// let key = viet::keywords::key_sentences(&[text], 1);
/// assert!(text[key[0].range.clone()].starts_with("Hội nghị"));
/// ```
#[must_use]
pub fn key_sentences(texts: &[&str], most: usize) -> Vec<KeySentence> {
    let weights = Weights::of(texts);
    // Words by number, in the order of their letters: sentences are compared as rows of numbers.
    let mut words: Vec<(&str, f64)> =
        weights.words.iter().map(|(key, counted)| (key.as_str(), counted.score())).collect();
    words.sort_unstable_by(|a, b| a.0.cmp(b.0));
    let numbers: HashMap<&str, usize> = words.iter().enumerate().map(|(at, word)| (word.0, at)).collect();
    let scores: Vec<f64> = words.iter().map(|word| word.1).collect();
    let mut said = vec![false; scores.len()];
    let mut open: Vec<Candidate> =
        texts.iter().enumerate().flat_map(|(at, text)| candidates(at, text, &numbers)).collect();
    let mut chosen: Vec<KeySentence> = Vec::new();
    while chosen.len() < most {
        let best = open
            .iter()
            .enumerate()
            .map(|(at, c)| (c.score(&scores, &said), at))
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        let Some((_, at)) = best.filter(|b| b.0 > 0.0) else { break };
        let candidate = open.swap_remove(at);
        for word in candidate.words {
            if let Some(said) = said.get_mut(word) {
                *said = true;
            }
        }
        chosen.push(candidate.sentence);
    }
    chosen.sort_by_key(|c| (c.text, c.range.start));
    chosen
}

/// Sentences looked at in each text; the news says what matters early.
const SENTENCES: usize = 300;

struct Candidate {
    sentence: KeySentence,
    /// Its different words by number, in order.
    words: Vec<usize>,
    length: usize,
    place: usize,
}

fn candidates(at: usize, text: &str, numbers: &HashMap<&str, usize>) -> impl Iterator<Item = Candidate> {
    sentences(text).take(SENTENCES).enumerate().filter_map(move |(place, range)| {
        let sentence = text.get(range.clone())?;
        let (mut words, mut length, mut written) = (Vec::new(), 0, String::new());
        shipped().each_word(sentence, Mode::Fast, |word| {
            length += 1;
            if key(sentence, &word, &mut written) {
                words.extend(numbers.get(written.as_str()));
            }
        });
        words.sort_unstable();
        words.dedup();
        Some(Candidate { sentence: KeySentence { text: at, range }, words, length, place })
    })
}

impl Candidate {
    fn score(&self, scores: &[f64], said: &[bool]) -> f64 {
        let new: f64 = self
            .words
            .iter()
            .filter(|&&word| !said.get(word).copied().unwrap_or(true))
            .filter_map(|&word| scores.get(word))
            .sum();
        // Neither captions of three words nor sentences of a hundred make a good summary.
        let length = (self.length as f64 / 12.0).min(1.0) / (self.length.max(20) as f64).sqrt();
        let place = 1.0 + 0.5 / (1.0 + self.place as f64);
        new * length * place
    }
}

#[derive(Debug, Default)]
struct Weights {
    words: HashMap<String, Counted>,
}

#[derive(Debug)]
struct Counted {
    shown: String,
    count: usize,
    rarity: f64,
    early: bool,
}

/// Different words that are counted; only what is no text has more, and it must not fill the memory.
const DIFFERENT: usize = 100_000;

impl Weights {
    fn of(texts: &[&str]) -> Self {
        let (mut this, mut written) = (Self::default(), String::new());
        for text in texts {
            let first = sentences(text).next().map_or(0, |s| s.end);
            shipped().each_word(text, Mode::Fast, |word| {
                if key(text, &word, &mut written) {
                    this.add(&written, word.text(text), word.start < first);
                }
            });
        }
        this
    }

    fn add(&mut self, key: &str, shown: &str, early: bool) {
        if !self.words.contains_key(key) {
            if self.words.len() >= DIFFERENT {
                return;
            }
            let new = Counted { shown: shown.to_owned(), count: 0, rarity: rarity(key), early: false };
            self.words.insert(key.to_owned(), new);
        }
        let Some(entry) = self.words.get_mut(key) else { return };
        entry.count += 1;
        entry.early |= early;
        // "Hội nghị" at a sentence start is no name when "hội nghị" stands elsewhere.
        if shown.chars().next().is_some_and(char::is_lowercase)
            && !entry.shown.chars().next().is_some_and(char::is_lowercase)
        {
            shown.clone_into(&mut entry.shown);
        }
    }
}

impl Counted {
    fn score(&self) -> f64 {
        (1.0 + (self.count as f64).ln()) * self.rarity * if self.early { 1.3 } else { 1.0 }
    }

    fn keyword(self) -> Keyword {
        Keyword {
            score: self.score(),
            text: self.shown.split_whitespace().collect::<Vec<_>>().join(" "),
            count: self.count,
        }
    }
}

/// Writes the form under which a word is counted; says whether it carries any matter.
fn key(text: &str, word: &Word, written: &mut String) -> bool {
    if !matches!(word.kind, Kind::Word | Kind::Abbreviation | Kind::Symbol | Kind::Hyphenated) {
        return false;
    }
    written.clear();
    for part in word.text(text).split_whitespace() {
        if !written.is_empty() {
            written.push(' ');
        }
        written.extend(part.chars().map(crate::letters::lower));
    }
    let tiny = word.kind == Kind::Word && word.syllables == 1 && written.chars().nth(1).is_none();
    !tiny && !empty().contains(written.as_str())
}

fn empty() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| EMPTY.into_iter().collect())
}

fn rarity(key: &str) -> f64 {
    let cost = f64::from(shipped().model().cost(key).unwrap_or(110));
    // Alone, a syllable says little: it is a verb or half a word.
    let several = if key.contains(' ') { 1.0 } else { 0.45 };
    (cost / 8.0 - 3.0).max(0.2) * several
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "Hội nghị giao ban báo chí quý II. Sáng 11/6, Sở Thông tin và Truyền thông tổ chức hội nghị giao ban \
        báo chí. Hội nghị đánh giá công tác báo chí và nhiệm vụ trọng tâm. Trời nắng đẹp cả ngày.";

    #[test]
    fn keywords_tell_the_matter() {
        let found: Vec<String> = keywords(NEWS, 4).into_iter().map(|k| k.text.to_lowercase()).collect();
        assert!(found.contains(&"báo chí".to_owned()) && found.contains(&"giao ban".to_owned()), "{found:?}");
        assert!(keywords("", 5).is_empty());
        assert!(keywords("và của các", 5).is_empty());
    }

    #[test]
    fn key_sentences_do_not_repeat_each_other() {
        let key = key_sentences(&[NEWS, NEWS], 2);
        assert_eq!(key.len(), 2);
        assert_ne!(NEWS.get(key[0].range.clone()), NEWS.get(key[1].range.clone()));
        assert!(key_sentences(&[], 3).is_empty());
    }
}
