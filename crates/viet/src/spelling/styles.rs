//! Which style of tone marks a text keeps to, and where it first does not.

use std::borrow::Cow;
use std::ops::Range;

use super::{Finding, Problem};
use crate::normalize::{ToneStyle, tone_style};
use crate::tokens::{Kind, Token};

/// How often each style of tone marks is used, and where first (S178).
#[derive(Debug, Default)]
pub(super) struct Styles {
    old: Style,
    new: Style,
}

#[derive(Debug, Default)]
struct Style {
    times: usize,
    /// Where it stands first, and the word in the other style.
    first: Option<(Range<usize>, String)>,
}

impl Styles {
    pub(super) fn see(&mut self, text: &str, token: &Token, base: usize) {
        let word = token.text(text);
        if token.kind != Kind::Word || word.len() > 16 || word.is_ascii() {
            return;
        }
        let range = base + token.start..base + token.end;
        if let Cow::Owned(new) = tone_style(word, ToneStyle::New)
            && new != word
        {
            self.old.see(range, new);
        } else if let Cow::Owned(old) = tone_style(word, ToneStyle::Old)
            && old != word
        {
            self.new.see(range, old);
        }
    }

    /// One finding when a text writes tones in both styles: at the first use of the rarer.
    pub(super) fn finding(self) -> Option<Finding> {
        let rarer = if self.old.times < self.new.times { self.old } else { self.new };
        let (range, other) = rarer.first?;
        Some(Finding { range, problem: Problem::MixedToneStyles, suggestions: vec![other] })
    }
}

impl Style {
    fn see(&mut self, range: Range<usize>, other: String) {
        self.times += 1;
        self.first.get_or_insert((range, other));
    }
}
