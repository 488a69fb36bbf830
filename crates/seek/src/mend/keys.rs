//! Telex and VNI keys that no typing program took up: `tuyeen truyeenf`, `tuye6n truye62n`.

use viet::letters::Tone;
use viet::normalize::ToneStyle;
use viet::syllables::{self, Syllable};

use crate::query::Limits;

/// The text with every such word read; nothing when there is none.
pub(crate) fn typed_keys(text: &str, limits: Limits) -> Option<String> {
    let end = text.char_indices().nth(limits.chars).map_or(text.len(), |(at, _)| at);
    let mut changed = false;
    let mut out = String::new();
    for piece in text.get(..end)?.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let read = syllable(word);
        changed |= read.is_some();
        out.push_str(read.as_deref().unwrap_or(word));
        out.push_str(piece.get(word.len()..).unwrap_or_default());
    }
    changed.then_some(out)
}

/// The syllable that keys spell; nothing for what is a word as it stands.
pub(super) fn syllable(word: &str) -> Option<String> {
    if !(2..=11).contains(&word.len()) || !word.is_ascii() || syllables::is_plausible_unmarked(word) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let vni = lower.bytes().any(|b| b.is_ascii_digit());
    [true, false].into_iter().find_map(|both_horns| {
        let mut keys = Keys { letters: Vec::new(), tone: Tone::Level, both_horns };
        for key in lower.chars() {
            if vni { keys.vni(key)? } else { keys.telex(key) }
        }
        keys.spelt()
    })
}

struct Keys {
    letters: Vec<char>,
    tone: Tone,
    /// Whether a horn after *uo* goes on both: `ươ`, else `uơ` as in *thuở*.
    both_horns: bool,
}

impl Keys {
    fn telex(&mut self, key: char) {
        let tone = match key {
            's' => Some(Tone::Acute),
            'f' => Some(Tone::Grave),
            'r' => Some(Tone::Hook),
            'x' => Some(Tone::Tilde),
            'j' => Some(Tone::Dot),
            _ => None,
        };
        if let Some(tone) = tone.filter(|_| self.has_vowel()) {
            self.tone = tone;
            return;
        }
        let taken = match key {
            'a' | 'e' | 'o' => self.change(&[key], circumflex),
            'w' => self.horn() || self.change(&['a'], |_| 'ă'),
            'd' => self.bar(),
            _ => false,
        };
        if !taken {
            self.letters.push(key);
        }
    }

    /// Nothing for a digit that has no letter to go on.
    fn vni(&mut self, key: char) -> Option<()> {
        let tone = match key {
            '1' => Tone::Acute,
            '2' => Tone::Grave,
            '3' => Tone::Hook,
            '4' => Tone::Tilde,
            '5' => Tone::Dot,
            '6' => return self.change(&['a', 'e', 'o'], circumflex).then_some(()),
            '7' => return self.horn().then_some(()),
            '8' => return self.change(&['a'], |_| 'ă').then_some(()),
            '9' => return self.bar().then_some(()),
            '0' => return None,
            letter => {
                self.letters.push(letter);
                return Some(());
            }
        };
        self.tone = tone;
        self.has_vowel().then_some(())
    }

    /// Changes the last of these letters.
    fn change(&mut self, of: &[char], to: fn(char) -> char) -> bool {
        let found = self.letters.iter_mut().rev().find(|l| of.contains(l));
        found.map(|l| *l = to(*l)).is_some()
    }

    fn horn(&mut self) -> bool {
        let o = self.letters.iter().rposition(|l| *l == 'o');
        let Some(o) = o else { return self.change(&['u'], |_| 'ư') };
        if let (true, Some(before)) = (self.both_horns, o.checked_sub(1))
            && let Some(u) = self.letters.get_mut(before).filter(|l| **l == 'u')
        {
            *u = 'ư';
        }
        self.letters.get_mut(o).map(|l| *l = 'ơ').is_some()
    }

    fn bar(&mut self) -> bool {
        self.letters.first_mut().filter(|l| **l == 'd').map(|l| *l = 'đ').is_some()
    }

    fn has_vowel(&self) -> bool {
        self.letters.iter().any(|l| viet::letters::vowel(*l).is_some())
    }

    fn spelt(self) -> Option<String> {
        let letters: String = self.letters.into_iter().collect();
        let syllable = Syllable { tone: self.tone, ..syllables::parse(&letters)? };
        let spelt = syllables::spell(&syllable, ToneStyle::Old);
        syllables::is_valid(&spelt).then_some(spelt)
    }
}

fn circumflex(letter: char) -> char {
    match letter {
        'a' => 'â',
        'e' => 'ê',
        _ => 'ô',
    }
}
