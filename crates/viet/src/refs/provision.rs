//! The articles of a document that a text cites: `điểm a, b khoản 2 Điều 5`, `Điều 3 đến Điều 7`, `Chương II`.

use super::grammar::Reader;
use crate::dates::lex::{Kind as Sort, Token, is_dash};
use std::fmt;

/// A level of a document's division, from the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// điểm
    Point,
    /// khoản
    Clause,
    /// Điều
    Article,
    /// Mục
    Section,
    /// Chương
    Chapter,
    /// Phần
    Division,
    /// Phụ lục
    Annex,
}

impl Part {
    /// How it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "điểm",
            Self::Clause => "khoản",
            Self::Article => "Điều",
            Self::Section => "Mục",
            Self::Chapter => "Chương",
            Self::Division => "Phần",
            Self::Annex => "Phụ lục",
        }
    }
}

/// One or a run of parts of the same level.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The level.
    pub part: Part,
    /// The first, as written: `5`, `a`, `II`, `12a`.
    pub from: String,
    /// The last of a run (`Điều 3 đến Điều 7`).
    pub to: Option<String>,
}

/// The parts cited, in the order written; empty when the whole document is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Provision {
    /// Smaller parts stand before the larger ones they belong to.
    pub stretches: Vec<Stretch>,
}

impl Provision {
    /// Whether the whole document is meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before: Option<Part> = None;
        for stretch in &self.stretches {
            match before {
                Some(part) if part == stretch.part => f.write_str(", ")?,
                Some(_) => write!(f, " {} ", stretch.part.name())?,
                None => write!(f, "{} ", stretch.part.name())?,
            }
            f.write_str(&stretch.from)?;
            if let Some(to) = &stretch.to {
                write!(f, "–{to}")?;
            }
            before = Some(stretch.part);
        }
        Ok(())
    }
}

impl Reader<'_, '_> {
    /// The parts cited from a token on.
    pub(super) fn provision(&self, at: usize) -> Option<(Provision, usize)> {
        let mut provision = Provision::default();
        let mut next = at;
        while provision.stretches.len() < 40 {
            let joined = match provision.stretches.is_empty() {
                true => next,
                false => self.past_comma(next),
            };
            let Some((part, after)) = self.part(joined) else { break };
            let Some(end) = self.stretches(part, after, &mut provision) else { break };
            next = end;
        }
        (!provision.is_empty()).then_some((provision, next))
    }

    fn past_comma(&self, at: usize) -> usize {
        let joins = self.mark(at, ",") || self.word(at, "và") || self.word(at, "của") || self.word(at, "tại");
        at + usize::from(joins)
    }

    fn part(&self, at: usize) -> Option<(Part, usize)> {
        let words = [
            ("điểm", Part::Point),
            ("khoản", Part::Clause),
            ("điều", Part::Article),
            ("mục", Part::Section),
            ("chương", Part::Chapter),
        ];
        if let Some((_, part)) = words.iter().find(|(w, _)| self.word(at, w)) {
            return Some((*part, at + 1));
        }
        let annex = self.word(at, "phụ") && self.word(at + 1, "lục");
        annex.then_some((Part::Annex, at + 2))
    }

    /// `2, 3 và 5`, `3 đến 7`, `a, b`: everything up to the next level.
    fn stretches(&self, part: Part, at: usize, provision: &mut Provision) -> Option<usize> {
        let (first, mut next) = self.label(part, at)?;
        provision.stretches.push(Stretch { part, from: first, to: None });
        for _ in 0..30 {
            let run = self.word(next, "đến") || self.token(next).is_some_and(|t| is_dash(t) && !t.lined);
            let again = self.part(next + 1).filter(|(p, _)| *p == part).map_or(next + 1, |(_, n)| n);
            if run && let Some((last, after)) = self.label(part, again) {
                if let Some(open) = provision.stretches.last_mut() {
                    open.to = Some(last);
                }
                next = after;
                continue;
            }
            let more = self.mark(next, ",")
                || self.mark(next, ";")
                || self.word(next, "và")
                || self.word(next, "hoặc");
            let Some((label, after)) = self.label(part, again).filter(|_| more) else { return Some(next) };
            // "Điều 5, 30/2020/NĐ-CP": the number opens the next document.
            if self.mark(after, "/") {
                return Some(next);
            }
            provision.stretches.push(Stretch { part, from: label, to: None });
            next = after;
        }
        Some(next)
    }

    fn label(&self, part: Part, at: usize) -> Option<(String, usize)> {
        let token = self.token(at)?;
        match (part, token.kind) {
            (Part::Point, Sort::Word) if letters(token, 2) && !matches!(token.text, "và" | "có" | "là") => {
                Some((token.text.to_owned(), at + 1))
            }
            (Part::Chapter | Part::Section | Part::Annex | Part::Division, Sort::Word) if roman(token) => {
                Some((token.text.to_owned(), at + 1))
            }
            (_, Sort::Digits) if token.text.len() <= 3 => {
                let suffix =
                    self.token(at + 1).filter(|t| !t.spaced && t.kind == Sort::Word && letters(t, 1));
                match suffix {
                    Some(suffix) => Some((format!("{}{}", token.text, suffix.text), at + 2)),
                    None => Some((token.text.to_owned(), at + 1)),
                }
            }
            _ => None,
        }
    }
}

fn letters(token: &Token<'_>, most: usize) -> bool {
    let count = token.text.chars().count();
    // Points run a, b, c, d, đ, e …, then aa; a longer word is no label.
    count <= most
        && token.text.chars().all(|c| c.is_lowercase())
        && (count == 1 || token.text == "aa" || token.text == "bb")
}

fn roman(token: &Token<'_>) -> bool {
    token.text.len() <= 6 && token.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
        || (token.text.len() == 1 && token.text.bytes().all(|b| b.is_ascii_uppercase()))
}
