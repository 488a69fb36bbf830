//! Reads a query.

use super::{Aliases, DEEPEST, LONGEST, Misread, Query, Row, Why};

/// Understands a query, with the other names that the table gives.
///
/// # Errors
/// The first thing that is wrong, with its place.
///
/// ```
/// use pulse::topics::{parse, Aliases, Why};
/// assert!(parse("(lũ OR bão) NOT phim", &Aliases::default()).is_ok());
/// let wrong = parse("lũ AND (đê", &Aliases::default()).unwrap_err();
/// assert_eq!((wrong.at, wrong.why), (8, Why::BracketOpen));
/// ```
pub fn parse(query: &str, aliases: &Aliases) -> Result<Query, Misread> {
    if query.len() > LONGEST {
        return Err(Misread { at: LONGEST, why: Why::TooLong });
    }
    let mut reader = Reader { pieces: pieces(query)?, at: 0, end: query.len(), depth: 0, aliases };
    if reader.pieces.is_empty() {
        return Err(Misread { at: 0, why: Why::Empty });
    }
    let found = reader.either()?;
    if let Some((at, _)) = reader.peek() {
        return Err(Misread { at, why: Why::BracketAlone });
    }
    if needs_something_positive(&found) {
        return Err(Misread { at: 0, why: Why::OnlyNot });
    }
    Ok(found)
}

/// Whether a text without any of the words could answer.
fn needs_something_positive(query: &Query) -> bool {
    match query {
        Query::Words(_) | Query::Near { .. } => false,
        Query::Not(_) => true,
        Query::And(all) => all.iter().all(needs_something_positive),
        Query::Or(any) => any.iter().any(needs_something_positive),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Row(Row),
    And,
    Or,
    Not,
    Near(usize),
    Open,
    Close,
}

fn pieces(query: &str) -> Result<Vec<(usize, Piece)>, Misread> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = query.get(at..).filter(|r| !r.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        let (piece, length) = match first {
            c if c.is_whitespace() => (None, c.len_utf8()),
            '(' => (Some(Piece::Open), 1),
            ')' => (Some(Piece::Close), 1),
            '-' | '–' if rest.chars().nth(1).is_some_and(|c| !c.is_whitespace()) => {
                (Some(Piece::Not), first.len_utf8())
            }
            _ => quoted_or_word(rest, at)?,
        };
        if let Some(piece) = piece {
            out.push((at, piece));
        }
        at += length;
    }
    Ok(out)
}

fn quoted_or_word(rest: &str, at: usize) -> Result<(Option<Piece>, usize), Misread> {
    let folded = rest.starts_with('~');
    let mark = if folded || rest.starts_with('=') { 1 } else { 0 };
    let body = rest.get(mark..).unwrap_or_default();
    if let Some(quote) = body.chars().next().filter(|c| is_quote(*c)) {
        let inside = body.get(quote.len_utf8()..).unwrap_or_default();
        let Some((end, close)) = inside.char_indices().find(|(_, c)| is_quote(*c)) else {
            return Err(Misread { at, why: Why::QuoteOpen });
        };
        let length = mark + quote.len_utf8() + end + close.len_utf8();
        return Ok((row(inside.get(..end).unwrap_or_default(), !folded), length));
    }
    let end = body
        .char_indices()
        .find(|&(i, c)| i > 0 && (c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)))
        .map_or(body.len(), |(i, _)| i);
    let word = body.get(..end).unwrap_or_default();
    let piece = if mark == 1 { row(word, !folded) } else { operator(word, at)?.or_else(|| row(word, false)) };
    Ok((piece, mark + end))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// A row of words; none when there is only punctuation.
fn row(words: &str, exact: bool) -> Option<Piece> {
    let mut any = false;
    crate::words::each_token(words, |_, _| {
        any = true;
        false
    });
    any.then(|| Piece::Row(Row { words: words.trim().to_owned(), exact }))
}

fn operator(word: &str, at: usize) -> Result<Option<Piece>, Misread> {
    let word = viet::normalize::nfc(word);
    if let Some((name, number)) = word.split_once('/')
        && matches!(name, "NEAR" | "GẦN")
    {
        let distance = number.parse().ok().filter(|n| (1..=100).contains(n));
        return distance.map(|n| Some(Piece::Near(n))).ok_or(Misread { at, why: Why::Distance });
    }
    Ok(match word.as_ref() {
        "AND" | "VÀ" => Some(Piece::And),
        "OR" | "HOẶC" => Some(Piece::Or),
        "NOT" | "KHÔNG" => Some(Piece::Not),
        "NEAR" | "GẦN" => return Err(Misread { at, why: Why::Distance }),
        _ => None,
    })
}

struct Reader<'a> {
    pieces: Vec<(usize, Piece)>,
    at: usize,
    end: usize,
    depth: usize,
    aliases: &'a Aliases,
}

impl Reader<'_> {
    fn peek(&self) -> Option<(usize, Piece)> {
        self.pieces.get(self.at).cloned()
    }

    fn eat(&mut self, piece: &Piece) -> bool {
        let there = self.pieces.get(self.at).is_some_and(|p| p.1 == *piece);
        self.at += usize::from(there);
        there
    }

    fn either(&mut self) -> Result<Query, Misread> {
        let mut all = vec![self.both()?];
        while self.eat(&Piece::Or) {
            all.push(self.both()?);
        }
        Ok(single(all, Query::Or))
    }

    fn both(&mut self) -> Result<Query, Misread> {
        let mut all = vec![self.without()?];
        loop {
            let said = self.eat(&Piece::And);
            match self.peek() {
                Some((_, Piece::Row(_) | Piece::Open | Piece::Not)) => all.push(self.without()?),
                _ if said => return Err(self.nothing()),
                Some((_, Piece::Near(_))) => return Err(self.near_what()),
                _ => return Ok(single(all, Query::And)),
            }
        }
    }

    fn without(&mut self) -> Result<Query, Misread> {
        let mut not = false;
        while self.eat(&Piece::Not) {
            not = !not;
        }
        let found = self.near()?;
        Ok(if not { Query::Not(Box::new(found)) } else { found })
    }

    fn near(&mut self) -> Result<Query, Misread> {
        let first = self.one()?;
        let Some((_, Piece::Near(distance))) = self.peek() else { return Ok(first) };
        let Some(left) = rows(&first) else { return Err(self.near_what()) };
        self.at += 1;
        let there = self.peek().map_or(self.end, |p| p.0);
        let right = rows(&self.one()?).ok_or(Misread { at: there, why: Why::NearWhat })?;
        Ok(Query::Near { distance, left, right })
    }

    fn one(&mut self) -> Result<Query, Misread> {
        match self.peek() {
            Some((_, Piece::Row(row))) => {
                self.at += 1;
                Ok(Query::Words(self.with_other_names(row)))
            }
            Some((open, Piece::Open)) => self.bracket(open),
            _ => Err(self.nothing()),
        }
    }

    fn bracket(&mut self, open: usize) -> Result<Query, Misread> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Misread { at: open, why: Why::TooDeep });
        }
        let found = self.either()?;
        self.depth -= 1;
        if self.eat(&Piece::Close) {
            return Ok(found);
        }
        Err(Misread { at: open, why: Why::BracketOpen })
    }

    fn with_other_names(&self, row: Row) -> Vec<Row> {
        let others = self.aliases.of(&row.words);
        let mut all = vec![row];
        all.extend(others.iter().map(|words| Row { words: words.clone(), exact: true }));
        all
    }

    fn nothing(&self) -> Misread {
        Misread { at: self.peek().map_or(self.end, |p| p.0), why: Why::NothingBeside }
    }

    fn near_what(&self) -> Misread {
        Misread { at: self.peek().map_or(self.end, |p| p.0), why: Why::NearWhat }
    }
}

fn single(mut all: Vec<Query>, many: impl Fn(Vec<Query>) -> Query) -> Query {
    match (all.len(), all.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            all.extend(last);
            many(all)
        }
    }
}

/// The rows of words that a part is made of, when it is made of nothing else.
fn rows(query: &Query) -> Option<Vec<Row>> {
    match query {
        Query::Words(rows) => Some(rows.clone()),
        Query::Or(any) => Some(any.iter().map(rows).collect::<Option<Vec<_>>>()?.concat()),
        Query::And(_) | Query::Not(_) | Query::Near { .. } => None,
    }
}
