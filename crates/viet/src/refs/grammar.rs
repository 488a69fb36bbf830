//! The grammar of a citation: articles, type, number and symbol, day, issuer; lists carry the type on.

use super::issuers::capital;
use super::kinds::{Family, KINDS, Kind};
use super::names::NAMES;
use super::provision::Provision;
use super::symbol::{Symbol, number_at, rest_of_symbol, symbol_at};
use super::{Doubt, Reference};
use crate::dates::lex::{Kind as Sort, Token, is_dash, is_word};

pub(super) struct Reader<'a, 't> {
    pub(super) tokens: &'a [Token<'t>],
}

/// A symbol with its first token and the token after it.
type Placed = (Symbol, usize, usize);

/// More documents than this in one list are read as two lists.
const LONGEST_LIST: usize = 200;

impl<'t> Reader<'_, 't> {
    pub(super) fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at)
    }

    pub(super) fn word(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|t| is_word(t, false, word))
    }

    pub(super) fn mark(&self, at: usize, mark: &str) -> bool {
        self.token(at).is_some_and(|t| t.text == mark)
    }

    /// The references of a citation that begins at a token.
    pub(super) fn references(&self, at: usize) -> Option<(Vec<Reference>, usize)> {
        if let Some((provision, next)) = self.provision(at) {
            let beyond = self.past_of(next);
            if let Some((mut found, end)) = self.documents(beyond) {
                if let (Some(first), Some(start)) = (found.first_mut(), self.token(at)) {
                    first.span.start = start.start;
                    first.provision = provision;
                }
                return Some((found, end));
            }
            // "Điều 5 Luật này": of the document itself; without such words an article says too little.
            let (kind, after) = self.kind(beyond)?;
            if !self.word(after, "này") {
                return None;
            }
            let mut own = self.reference(at, after + 1, Some(kind))?;
            own.provision = provision;
            return Some((vec![own], after + 1));
        }
        self.documents(at)
    }

    fn past_of(&self, at: usize) -> usize {
        let at = at + usize::from(self.mark(at, ","));
        at + usize::from(self.word(at, "của") || self.word(at, "tại") || self.word(at, "theo"))
    }

    fn documents(&self, at: usize) -> Option<(Vec<Reference>, usize)> {
        let named = self.kind(at);
        let (kind, after) = match named {
            Some((kind, after)) => (Some(kind), after),
            None => (None, at),
        };
        let (numbered, first) = self.number_word(after);
        let led = kind.is_some() || numbered;
        if let Some((symbols, next)) = self.symbols(first, kind, led) {
            return self.list(at, kind, symbols, next);
        }
        if numbered && let Some((symbol, next)) = self.blank_number(first, kind) {
            return self.list(at, kind, vec![(symbol, at, next)], next);
        }
        self.number_and_year(at, kind?, first).or_else(|| self.law_by_name(at, kind?, after))
    }

    /// `Nghị định 147 năm 2024`, `Nghị định 168/2024`: how the press cites, without the letters.
    fn number_and_year(&self, at: usize, kind: Kind, first: usize) -> Option<(Vec<Reference>, usize)> {
        if !matches!(kind, Kind::NghiDinh | Kind::ThongTu | Kind::QuyetDinh | Kind::NghiQuyet | Kind::ChiThi)
        {
            return None;
        }
        let (number, after) = number_at(self.tokens, first)?;
        let joins = self.word(after, "năm") || self.mark(after, "/");
        let year = self.token(after + 1).filter(|t| t.kind == Sort::Digits && t.text.len() == 4)?;
        let year = year.text.parse().ok().filter(|y: &i32| (1945..=2100).contains(y))?;
        // With a slash behind the year there are letters, and they did not read as a symbol.
        if !joins || number.len() > 4 || self.mark(after + 2, "/") || self.mark(after + 2, "-") {
            return None;
        }
        let mut reference = self.reference(at, after + 2, Some(kind))?;
        let symbol = Symbol {
            number: Some(number),
            year: Some(year),
            kind: Some(kind),
            issuer: String::new(),
            units: Vec::new(),
            family: Family::Normative,
        };
        take_symbol(&mut reference, symbol, Some(kind));
        let end = self.day_and_issuer(&mut reference, after + 2);
        reference.span.end = self.token(end.saturating_sub(1))?.end;
        Some((vec![reference], end))
    }

    /// A type, longest name first, perhaps after `các` or `những`.
    pub(super) fn kind(&self, at: usize) -> Option<(Kind, usize)> {
        let first = self.token(at).filter(|t| t.kind == Sort::Word)?;
        let mut best: Option<(Kind, usize)> = None;
        for kind in KINDS {
            let mut next = at;
            let mut words = NAMES.get(*kind as usize).copied().unwrap_or_default().iter();
            if words.clone().next().is_none_or(|w| first.low != *w) {
                continue;
            }
            if words.all(|w| {
                next += 1;
                self.word(next - 1, w)
            }) && best.is_none_or(|(_, end)| next > end)
            {
                best = Some((*kind, next));
            }
        }
        let (kind, next) = best?;
        let joint = self.word(next, "liên") && self.word(next + 1, "tịch");
        let kind = match kind {
            Kind::ThongTu if joint => Kind::ThongTuLienTich,
            Kind::NghiQuyet if joint => Kind::NghiQuyetLienTich,
            kind => kind,
        };
        Some((kind, if joint { next + 2 } else { next }))
    }

    fn number_word(&self, at: usize) -> (bool, usize) {
        let said = self.word(at, "số")
            || self.token(at).is_some_and(|t| matches!(t.text, "No" | "no" | "Sô" | "sô"));
        if !said {
            return (false, at);
        }
        (true, at + 1 + usize::from(self.mark(at + 1, ":")))
    }

    /// One symbol, or `12, 13 và 14/QĐ-UBND`: numbers that share the last one's symbol.
    fn symbols(&self, at: usize, kind: Option<Kind>, led: bool) -> Option<(Vec<Placed>, usize)> {
        if !self.free(at) {
            return None;
        }
        if let Some((symbol, next)) = symbol_at(self.tokens, at, kind, led) {
            return Some((vec![(symbol, at, next)], next));
        }
        let mut numbers = Vec::new();
        let mut next = at;
        while led && numbers.len() < LONGEST_LIST {
            if let Some((symbol, end)) = symbol_at(self.tokens, next, kind, led) {
                let shared = numbers
                    .into_iter()
                    .map(|(number, from, to)| (Symbol { number: Some(number), ..symbol.clone() }, from, to));
                let mut all: Vec<(Symbol, usize, usize)> = shared.collect();
                all.push((symbol, next, end));
                return Some((all, end));
            }
            let (number, after) = number_at(self.tokens, next)?;
            let joins =
                self.mark(after, ",") || self.word(after, "và") || self.token(after).is_some_and(is_dash);
            if !joins {
                return None;
            }
            numbers.push((number, next, after));
            next = self.number_word(after + 1).1;
        }
        None
    }

    /// Whether a number can begin here, not inside `A/12/QĐ` or `1.12/…`.
    fn free(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|p| self.token(p)) else { return true };
        self.token(at).is_some_and(|t| t.spaced)
            || !(matches!(before.text, "/" | "." | "," | "-" | "_" | "@") || before.kind == Sort::Digits)
    }

    /// `số      /QĐ-UBND`, `số …./2026/NĐ-CP`: the number is yet to be given.
    fn blank_number(&self, at: usize, kind: Option<Kind>) -> Option<(Symbol, usize)> {
        let mut next = at;
        while next < at + 40
            && self.token(next).is_some_and(|t| matches!(t.text, "." | "…" | "_" | "-" | "·"))
        {
            next += 1;
        }
        let (symbol, end) =
            self.mark(next, "/").then(|| rest_of_symbol(self.tokens, next, None, kind, true)).flatten()?;
        // A slash and one word in capitals is as often a form's layout.
        (kind.is_some() || symbol.kind.is_some()).then_some((symbol, end))
    }

    /// Further symbols after the first carry its type: `các Nghị định số 01/2020/NĐ-CP, 02/2021/NĐ-CP và …`.
    fn list(
        &self,
        at: usize,
        kind: Option<Kind>,
        first: Vec<(Symbol, usize, usize)>,
        next: usize,
    ) -> Option<(Vec<Reference>, usize)> {
        let mut out: Vec<Reference> = Vec::new();
        let mut end = next;
        let mut batch = first;
        let mut start = at;
        loop {
            let many = batch.len() > 1;
            let last = batch.len().saturating_sub(1);
            for (place, (symbol, from, to)) in batch.into_iter().enumerate() {
                let from = if place == 0 { start } else { from };
                let mut reference = self.reference(from, to, kind)?;
                take_symbol(&mut reference, symbol, kind);
                if place == last {
                    end = self.day_and_issuer(&mut reference, to);
                    reference.span.end = self.token(end.saturating_sub(1))?.end;
                }
                if many {
                    reference.doubts.retain(|d| *d != Doubt::NumberMissing);
                }
                out.push(reference);
            }
            let joins = self.mark(end, ",")
                || self.mark(end, ";")
                || self.word(end, "và")
                || self.word(end, "hoặc")
                || self.word(end, "đến");
            let comma_and = self.mark(end, ",") && self.word(end + 1, "và");
            let after = end + 1 + usize::from(comma_and);
            let (_, number) = self.number_word(after);
            let more = if joins && out.len() < LONGEST_LIST {
                self.symbols(number, kind, number > after)
            } else {
                None
            };
            let Some((symbols, next)) = more else { return Some((out, end)) };
            (batch, end, start) = (symbols, next, number);
        }
    }

    fn reference(&self, from: usize, to: usize, kind: Option<Kind>) -> Option<Reference> {
        Some(Reference {
            span: self.token(from)?.start..self.token(to.checked_sub(1)?)?.end,
            kind,
            name: None,
            symbol: None,
            year: None,
            date: None,
            issuer: None,
            provision: Provision::default(),
            doubts: Vec::new(),
        })
    }

    /// `Luật Báo chí năm 2025`, `Bộ luật Dân sự 2015`, `Hiến pháp năm 2013`, `Luật Chuyển đổi số số 148/2025/QH15`.
    fn law_by_name(&self, at: usize, kind: Kind, after: usize) -> Option<(Vec<Reference>, usize)> {
        if !matches!(kind, Kind::HienPhap | Kind::BoLuat | Kind::Luat | Kind::PhapLenh)
            || !self.token(at).is_some_and(capital)
        {
            return None;
        }
        // The name of an amending law holds the names of those it amends; others end before the next document.
        let amends = self.word(after, "sửa") && self.word(after + 1, "đổi");
        let named = self.token(after).is_some_and(capital) || kind == Kind::HienPhap || amends;
        if !named {
            return None;
        }
        for next in after..after + if amends { 80 } else { 16 } {
            let another = self.token(next).is_some_and(capital) && self.kind(next).is_some();
            if !amends && next > after && (another || self.word(next, "được")) {
                return None;
            }
            if next > after
                && self.token(next).is_none_or(|t| t.kind == Sort::Mark && t.text != "," || t.lined)
            {
                return None;
            }
            let (numbered, first) = self.number_word(next);
            if numbered && let Some((symbol, end)) = symbol_at(self.tokens, first, Some(kind), true) {
                let (mut found, end) = self.list(at, Some(kind), vec![(symbol, at, end)], end)?;
                if let Some(first) = found.first_mut() {
                    first.name = self.text_between(after, next);
                }
                return Some((found, end));
            }
            let year_at = next + usize::from(self.word(next, "năm"));
            let year = self
                .token(year_at)
                .filter(|t| t.kind == Sort::Digits && t.text.len() == 4 && !self.mark(year_at + 1, "/"));
            if let Some(year) =
                year.and_then(|t| t.text.parse().ok()).filter(|y: &i32| (1945..=2100).contains(y))
            {
                let mut reference = self.reference(at, year_at + 1, Some(kind))?;
                reference.year = Some(year);
                reference.name = self.text_between(after, next);
                return Some((vec![reference], year_at + 1));
            }
        }
        None
    }

    fn text_between(&self, from: usize, to: usize) -> Option<String> {
        let mut text = String::new();
        for at in from..to {
            let token = self.token(at)?;
            if token.spaced && at > from {
                text.push(' ');
            }
            text.push_str(token.text);
        }
        (!text.is_empty()).then_some(text)
    }
}

fn take_symbol(reference: &mut Reference, symbol: Symbol, named: Option<Kind>) {
    if symbol.number.is_none() {
        reference.doubts.push(Doubt::NumberMissing);
    }
    if let (Some(named), Some(coded)) = (named, symbol.kind)
        && named != coded
    {
        reference.doubts.push(Doubt::KindDisagrees { named, coded });
    }
    reference.kind = named.or(symbol.kind);
    reference.year = symbol.year;
    reference.symbol = Some(symbol);
}
