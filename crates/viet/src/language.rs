//! Which language a text is in: Vietnamese (with or without diacritics), English, or another.

use crate::letters;
use crate::syllables;
use crate::tokens::{Kind, tokens};

/// A language, as far as this crate tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Vietnamese.
    Vietnamese,
    /// Vietnamese typed without diacritics.
    VietnameseUnmarked,
    /// English.
    English,
    /// Another language in Latin letters.
    OtherLatin,
    /// A language in another script: Chinese, Lao, Khmer, Thai, Russian…
    OtherScript,
    /// Too few letters to tell.
    Unknown,
}

/// A guess.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// The likeliest language.
    pub language: Language,
    /// How sure that is, 0 to 1.
    pub sure: f32,
}

/// Words looked at.
const SAMPLE: usize = 400;

const ENGLISH: [&str; 48] = [
    "the", "of", "and", "to", "in", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not",
    "he", "his", "but", "at", "are", "this", "have", "from", "or", "had", "an", "they", "which", "one",
    "you", "were", "all", "her", "she", "there", "would", "their", "we", "him", "been", "has", "when", "who",
    "will", "no", "more", "our",
];

const UNMARKED: [&str; 40] = [
    "va", "cua", "cac", "nguoi", "trong", "duoc", "khong", "mot", "nhung", "voi", "cho", "da", "la", "ngay",
    "nam", "nuoc", "viec", "den", "nay", "tai", "theo", "ve", "tu", "de", "co", "phai", "cung", "nhieu",
    "dang", "tinh", "viet", "thong", "truyen", "hanh", "dan", "so", "bo", "xa", "quyet", "dinh",
];

/// Guesses the language of a text.
///
/// ```
/// use viet::language::{guess, Language};
/// assert_eq!(guess("Ủy ban nhân dân tỉnh họp báo").language, Language::Vietnamese);
/// assert_eq!(guess("uy ban nhan dan tinh hop bao").language, Language::VietnameseUnmarked);
/// assert_eq!(guess("The committee held a press conference").language, Language::English);
/// assert_eq!(guess("Le comité a tenu une conférence de presse").language, Language::OtherLatin);
/// assert_eq!(guess("委员会举行新闻发布会").language, Language::OtherScript);
/// assert_eq!(guess("2020").language, Language::Unknown);
/// ```
#[must_use]
pub fn guess(text: &str) -> Guess {
    let mut seen = Tally::default();
    for token in
        tokens(text).filter(|t| matches!(t.kind, Kind::Word | Kind::Hyphenated | Kind::Other)).take(SAMPLE)
    {
        seen.add(token.text(text));
    }
    seen.guess()
}

#[derive(Debug, Default)]
struct Tally {
    words: f32,
    marked: f32,
    syllables: f32,
    plausible: f32,
    english: f32,
    unmarked: f32,
    foreign_letters: f32,
    other_script: f32,
}

impl Tally {
    fn add(&mut self, word: &str) {
        let lower: String = word.chars().take(24).map(letters::lower).collect();
        let Some(first) = lower.chars().find(|c| c.is_alphabetic()) else { return };
        self.words += 1.0;
        let latin = first.is_ascii() || letters::ascii(first).is_some() || (first as u32) < 0x250;
        if !latin {
            self.other_script += 1.0;
            return;
        }
        if lower.is_ascii() {
            self.english += f32::from(u8::from(ENGLISH.contains(&lower.as_str())));
            self.unmarked += f32::from(u8::from(UNMARKED.contains(&lower.as_str())));
            self.plausible += f32::from(u8::from(syllables::is_plausible_unmarked(&lower)));
        } else {
            let good = syllables::is_valid(&lower);
            self.syllables += f32::from(u8::from(good));
            self.plausible += f32::from(u8::from(good));
            self.marked += f32::from(u8::from(good && lower.chars().any(letters::is_distinctive)));
            self.foreign_letters += f32::from(u8::from(!good));
        }
    }

    fn guess(&self) -> Guess {
        if self.words == 0.0 {
            return Guess { language: Language::Unknown, sure: 0.0 };
        }
        let n = self.words;
        let trust = (n / (n + 2.0)).min(1.0);
        let score = |x: f32| (x / n).min(1.0);
        let vietnamese = score(self.syllables + 0.6 * self.marked) * (self.plausible / n);
        let unmarked = score(self.plausible)
            * (0.55 + score(self.unmarked) * 1.5)
            * (1.0 - 2.0 * score(self.english)).max(0.0)
            - score(self.syllables + self.foreign_letters) * 2.0;
        let english = score(self.english) * 2.2 * (1.0 - score(self.syllables + self.foreign_letters))
            + 0.3 * (1.0 - score(self.plausible));
        let latin = score(n - self.plausible - self.other_script) * 0.7 + score(self.foreign_letters);
        let script = score(self.other_script) * 1.2;
        let all = [
            (vietnamese * 1.6, Language::Vietnamese),
            (unmarked, Language::VietnameseUnmarked),
            (english, Language::English),
            (latin, Language::OtherLatin),
            (script, Language::OtherScript),
        ];
        let best = all.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, Language::Unknown));
        let second = all.iter().filter(|a| a.1 != best.1).fold(0.0f32, |m, a| m.max(a.0));
        let sure = ((best.0 - second) / best.0.max(0.01)).clamp(0.0, 1.0) * trust;
        Guess { language: best.1, sure }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages_apart() {
        for (text, language) in [
            ("Hội nghị giao ban báo chí quý II năm 2018 của tỉnh Lai Châu", Language::Vietnamese),
            ("Kế hoạch COVID-19 của Facebook và Google tại Việt Nam", Language::Vietnamese),
            ("hoi nghi giao ban bao chi cua tinh", Language::VietnameseUnmarked),
            ("cong tac tuyen truyen phai duoc day manh trong nam nay", Language::VietnameseUnmarked),
            ("The quick brown fox jumps over the lazy dog and it was not there", Language::English),
            ("Ministry of Information and Communications", Language::English),
            ("Der schnelle braune Fuchs springt über den faulen Hund", Language::OtherLatin),
            ("Быстрая лиса прыгает через собаку", Language::OtherScript),
            ("ສະບາຍດີ", Language::OtherScript),
            ("", Language::Unknown),
        ] {
            assert_eq!(guess(text).language, language, "{text}");
        }
    }
}
