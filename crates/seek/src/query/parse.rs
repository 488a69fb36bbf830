//! Reads a query; whatever is typed has a meaning.

use viet::dates::{self, Date};
use viet::normalize;

use super::fields::{Name, name_at};
use super::{Clause, Days, Limits, Note, Query, Sought};

/// Understands a query. `today` gives dates without a year their year, and meaning to words as `hôm qua`.
///
/// Time and memory depend on `limits`, not on the text's length.
///
/// ```
/// use seek::query::{Clause, Limits, Sought, parse};
/// let query = parse("\"họp báo\" -hoãn mục:giao-duc", None, Limits::default());
/// assert_eq!(query.clauses[0], Clause::Want(Sought::Phrase("họp báo".into())));
/// assert_eq!(query.clauses[1], Clause::Without(Sought::Word("hoãn".into())));
/// assert!(query.notes.is_empty());
/// ```
#[must_use]
pub fn parse(text: &str, today: Option<Date>, limits: Limits) -> Query {
    let mut notes = Vec::new();
    let cut = text.char_indices().nth(limits.chars).map_or(text.len(), |(at, _)| at);
    if cut < text.len() {
        notes.push(Note::TooLong);
    }
    let clean = tidy(text.get(..cut).unwrap_or_default());
    let mut reader =
        Reader { rest: clean.trim(), today, limits, query: Query { notes, ..Query::default() }, terms: 0 };
    reader.read();
    let mut query = reader.query;
    if matches!((query.days.from, query.days.to), (Some(from), Some(to)) if from > to) {
        query.notes.push(Note::NoDays);
    }
    query
}

/// Composed, one kind of dash and quote, and nothing that is not seen.
fn tidy(text: &str) -> String {
    normalize::key(text)
        .chars()
        .filter_map(|c| match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => None,
            '“' | '”' | '„' | '«' | '»' | '\u{ff02}' => Some('"'),
            c if c.is_control() || c.is_whitespace() => Some(' '),
            c => Some(c),
        })
        .collect()
}

struct Reader<'a> {
    rest: &'a str,
    today: Option<Date>,
    limits: Limits,
    query: Query,
    terms: usize,
}

/// One thing read.
enum Piece {
    Sought(Sought),
    /// Already taken into the days.
    Days,
    Or,
    Nothing,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let mut joined = false;
        while !self.rest.is_empty() {
            let without = self.minus();
            match self.piece() {
                Piece::Or => joined = !self.query.clauses.is_empty(),
                Piece::Sought(sought) => {
                    self.terms += sought.text().split_whitespace().count().max(1);
                    if self.terms > self.limits.terms {
                        self.query.notes.push(Note::TooManyTerms);
                        return;
                    }
                    self.put(sought, without, joined);
                    joined = false;
                }
                Piece::Days => joined = false,
                Piece::Nothing => {}
            }
            self.rest = self.rest.trim_start();
        }
    }

    fn put(&mut self, sought: Sought, without: bool, joined: bool) {
        if without {
            return self.query.clauses.push(Clause::Without(sought));
        }
        let clause = match self.query.clauses.pop() {
            Some(Clause::Want(first)) if joined => Clause::Either(vec![first, sought]),
            Some(Clause::Either(mut list)) if joined => {
                list.push(sought);
                Clause::Either(list)
            }
            before => {
                self.query.clauses.extend(before);
                Clause::Want(sought)
            }
        };
        self.query.clauses.push(clause);
    }

    /// A minus before something, at the beginning of a word.
    fn minus(&mut self) -> bool {
        let after = self.rest.trim_start_matches('-');
        let dashes = self.rest.len() - after.len();
        if dashes > 0 {
            self.rest = after;
        }
        dashes == 1 && after.starts_with(|c: char| c == '"' || c.is_alphanumeric())
    }

    fn piece(&mut self) -> Piece {
        if let Some(after) = self.rest.strip_prefix('"') {
            self.rest = after;
            let phrase = self.until_quote();
            return if has_word(phrase) {
                Piece::Sought(Sought::Phrase(phrase.to_owned()))
            } else {
                Piece::Nothing
            };
        }
        if let Some((name, after)) = name_at(self.rest) {
            return self.field(name, after);
        }
        match self.word() {
            "OR" | "HOẶC" | "HOAC" | "|" | "||" => Piece::Or,
            word if has_word(word) => Piece::Sought(Sought::Word(word.to_owned())),
            _ => Piece::Nothing,
        }
    }

    fn field(&mut self, name: Name, after: &'a str) -> Piece {
        self.rest = after.trim_start();
        match name {
            Name::Date | Name::From | Name::To => return self.date(name),
            Name::Facet(_) | Name::Symbol | Name::Title => {}
        }
        let value = if let Some(after) = self.rest.strip_prefix('"') {
            self.rest = after;
            self.until_quote()
        } else {
            self.word()
        };
        if !has_word(value) {
            return Piece::Nothing;
        }
        let value = value.to_owned();
        Piece::Sought(match name {
            Name::Facet(facet) => Sought::Filed(facet, value),
            Name::Title => Sought::Titled(value),
            _ => Sought::Symbol(value),
        })
    }

    fn date(&mut self, name: Name) -> Piece {
        let Some((days, rest)) = self.longest_date() else {
            let word = self.word();
            if !has_word(word) {
                return Piece::Nothing;
            }
            self.query.notes.push(Note::NoDate(word.to_owned()));
            return Piece::Sought(Sought::Word(word.to_owned()));
        };
        self.rest = rest;
        let asked = match name {
            Name::From => Days { from: days.from, to: None },
            Name::To => Days { from: None, to: days.to },
            _ => days,
        };
        self.query.days = self.query.days.and(asked);
        Piece::Days
    }

    /// The date that takes most of the next five words: `tháng 10 năm 2026`.
    fn longest_date(&mut self) -> Option<(Days, &'a str)> {
        if let Some(after) = self.rest.strip_prefix('"') {
            let end = after.find('"').unwrap_or(after.len());
            let days = read_days(after.get(..end)?, self.today)?;
            return Some((days, after.get(end..)?.trim_start_matches('"')));
        }
        let spaces = self.rest.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
        let mut ends: Vec<usize> = spaces.take(4).collect();
        if ends.len() < 4 {
            ends.push(self.rest.len());
        }
        ends.iter().rev().find_map(|&end| {
            let days = read_days(self.rest.get(..end)?, self.today)?;
            Some((days, self.rest.get(end..)?))
        })
    }

    fn until_quote(&mut self) -> &'a str {
        let (inside, rest) = match self.rest.split_once('"') {
            Some(found) => found,
            None => {
                self.query.notes.push(Note::OpenQuote);
                (self.rest, "")
            }
        };
        self.rest = rest;
        inside.trim()
    }

    fn word(&mut self) -> &'a str {
        let end = self.rest.find([' ', '"']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }
}

impl Sought {
    /// What was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Word(t) | Self::Phrase(t) | Self::Symbol(t) | Self::Titled(t) | Self::Filed(_, t) => t,
        }
    }
}

impl Sought {
    /// As it can be typed.
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Word(t) => t.clone(),
            Self::Phrase(t) => format!("\"{t}\""),
            Self::Symbol(t) => format!("số:\"{t}\""),
            Self::Titled(t) => format!("tiêu đề:\"{t}\""),
            Self::Filed(facet, t) => format!("{}:\"{t}\"", facet.name()),
        }
    }
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// `2026-10`, `2026`, or any date Vietnamese writes.
fn read_days(text: &str, today: Option<Date>) -> Option<Days> {
    let text = text.trim();
    let span = |(first, last): (Date, Date)| Days { from: Some(first), to: Some(last) };
    let number = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse::<i32>().ok()).flatten();
    if let Some((year, month)) = text.split_once('-')
        && year.len() == 4
        && let (Some(year), Some(month)) = (number(year), number(month))
    {
        let first = Date::new(year, u32::try_from(month).ok()?, 1)?;
        let last = Date::new(year, first.month(), dates::days_in_month(year, first.month()))?;
        return Some(span((first, last)));
    }
    if text.len() == 4
        && let Some(year) = number(text)
    {
        return Some(span((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)));
    }
    let when = dates::read(text, today).ok()?;
    Some(span((when.start, when.end)))
}
