//! The line that says when, by whom and from where: `Đăng lúc: Thứ năm - 11/06/2020 13:48 - Người đăng: Thu Hà`.

mod phrases;

use super::furniture::{self, Role};
use super::lines::{key, words};
use super::model::{Byline, Stamp};
use super::names;
use phrases::{AUTHOR_LABELS, CREDIT_LABELS, DATE_LABELS, POSTER_LABELS, SOURCE_LABELS, UPDATE_WORDS};
use viet::dates::{self, Found, Precision};

/// What a metadata line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    pub(super) published: Option<Stamp>,
    pub(super) updated: Option<Stamp>,
    pub(super) byline: Option<Byline>,
    /// Whether the byline is only who put it on the site.
    pub(super) poster: bool,
    pub(super) source: Option<String>,
    pub(super) credit: Option<String>,
    /// A date that does not exist, as printed.
    pub(super) invalid: Option<String>,
    /// Whether the date stood under a label.
    pub(super) labelled: bool,
}

impl Said {
    pub(super) fn has_date(&self) -> bool {
        self.published.is_some() || self.updated.is_some() || self.invalid.is_some()
    }

    fn is_empty(&self) -> bool {
        !self.has_date() && self.byline.is_none() && self.source.is_none() && self.credit.is_none()
    }
}

/// No line of facts is longer, in bytes.
const LONGEST: usize = 600;

/// Reads a line that holds nothing but such facts; nothing when it says anything else.
pub(super) fn read(text: &str) -> Option<Said> {
    if text.len() > LONGEST || words(text) > 40 {
        return None;
    }
    let mut said = Said::default();
    let mut from = 0;
    let mut rest: Vec<&str> = Vec::new();
    for found in full_days(text) {
        let before = text.get(from..found.span.start)?;
        from = found.span.end;
        let (unlabelled, updated, labelled) = date_label(before);
        rest.push(unlabelled);
        said.labelled |= labelled;
        match found.when {
            Ok(when) => {
                let stamp = Stamp::new(when)?;
                let place = if updated { &mut said.updated } else { &mut said.published };
                place.get_or_insert(stamp);
            }
            Err(_) => said.invalid = Some(text.get(found.span)?.to_owned()),
        }
    }
    rest.push(text.get(from..)?);
    let mut strangers = 0;
    for part in rest.into_iter().flat_map(parts) {
        if !fact(part, &mut said) {
            strangers += words(part);
        }
    }
    // A section's name may stand beside a date: "Tin tức | 14/06/2018".
    let room = if said.labelled { 3 } else { 0 };
    (!said.is_empty() && strangers <= room).then_some(said)
}

/// Whether the line is nothing but the label of a date (its date is on the next line).
pub(super) fn is_date_label(text: &str) -> bool {
    let key = key(text);
    key != "thu"
        && key != "on"
        && key != "vao"
        && (DATE_LABELS.contains(&key.as_str()) || is_update(&key))
        && words(text) <= 5
}

/// Whole days with their year, valid or not.
pub(super) fn full_days(text: &str) -> impl Iterator<Item = Found> {
    dates::find(text, None).into_iter().filter(|found| match &found.when {
        Ok(when) => when.precision <= Precision::Day && when.start == when.end && when.lunar.is_none(),
        Err(_) => true,
    })
}

fn is_update(key: &str) -> bool {
    UPDATE_WORDS.iter().any(|w| key.contains(w))
}

/// The label at the end of what stands before a date: what is left before it, whether it speaks of updating,
/// whether there is one.
fn date_label(before: &str) -> (&str, bool, bool) {
    let trimmed = before
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '(' | ',' | '|'));
    let mut best: Option<(usize, bool)> = None;
    for (at, _) in trimmed.char_indices().filter(|(at, _)| word_starts(trimmed, *at)) {
        let Some(tail) = trimmed.get(at..) else { continue };
        if tail.len() > 60 {
            continue;
        }
        let key = key(tail);
        let update = is_update(&key) && words(tail) <= 6;
        if DATE_LABELS.contains(&key.as_str()) || update {
            best = Some((at, update));
            break;
        }
    }
    match best {
        Some((at, updated)) => (before.get(..at).unwrap_or_default(), updated, true),
        None => (before, false, false),
    }
}

fn word_starts(text: &str, at: usize) -> bool {
    let here = text.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_alphanumeric);
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    here && before.is_none_or(|c| !c.is_alphanumeric())
}

/// Cuts at bars, bullets, tabs and ` - ` before a label; the fields of a byline stay together.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in text.split(['|', '•', '·', '\t', '\n', ';']) {
        let mut start = 0;
        for (at, _) in piece.char_indices().filter(|(at, _)| *at > 0 && word_starts(piece, *at)) {
            let Some(tail) = piece.get(at..) else { continue };
            let known = labelled(tail).is_some() || counter_follows(tail);
            let divided = piece.get(..at).is_some_and(|b| b.ends_with([' ', '-', ',', '(', '\u{a0}']));
            if known
                && divided
                && labelled(piece.get(start..).unwrap_or_default())
                    .is_none_or(|(_, label, _)| start + label <= at)
            {
                parts.push(piece.get(start..at).unwrap_or_default());
                start = at;
            }
        }
        parts.push(piece.get(start..).unwrap_or_default());
    }
    parts
}

fn counter_follows(tail: &str) -> bool {
    let k = key(tail);
    ["luot xem", "so luot xem", "luot doc", "views", "da xem", "binh luan", "so lan doc"]
        .iter()
        .any(|c| k.starts_with(c))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Author,
    Poster,
    Credit,
    Source,
}

/// The label a text begins with (closed by a colon), its length with the colon, and what follows.
fn labelled(text: &str) -> Option<(Label, usize, &str)> {
    let colon = text.char_indices().take(40).find(|(_, c)| matches!(c, ':' | '：'))?;
    let label = key(text.get(..colon.0)?);
    let after = colon.0 + colon.1.len_utf8();
    let label = label.trim_start_matches('(').trim();
    let kind = if AUTHOR_LABELS.contains(&label) {
        Label::Author
    } else if POSTER_LABELS.contains(&label) {
        Label::Poster
    } else if CREDIT_LABELS.contains(&label) {
        Label::Credit
    } else if SOURCE_LABELS.contains(&label) {
        Label::Source
    } else {
        return None;
    };
    Some((kind, after, text.get(after..)?))
}

/// Takes one part of the line; false when it says something else.
fn fact(part: &str, said: &mut Said) -> bool {
    let part = part.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | ',' | '.' | '[' | ']' | '*')
    });
    let part = balanced(part);
    if !part.chars().any(char::is_alphanumeric) {
        return true;
    }
    if let Some((label, _, value)) = labelled(part) {
        let value = balanced(value.trim().trim_end_matches(['-', '–', ',', ';']).trim());
        if value.is_empty() {
            return true;
        }
        if words(value) > 16 {
            return false;
        }
        match label {
            Label::Source => said.source = Some(value.to_owned()),
            Label::Credit => said.credit = Some(value.to_owned()),
            Label::Author | Label::Poster => {
                let machine = label == Label::Poster && names::is_machine(value);
                if !machine && (said.byline.is_none() || (said.poster && label == Label::Author)) {
                    let (byline, source) = byline(value);
                    said.byline = Some(byline);
                    said.poster = label == Label::Poster;
                    if said.source.is_none() {
                        said.source = source;
                    }
                }
            }
        }
        return true;
    }
    let key = key(part);
    if let Some(name) = ["dang boi ", "viet boi ", "boi ", "by "]
        .iter()
        .find_map(|l| key.starts_with(l).then(|| l.split(' ').count() - 1))
    {
        let name: Vec<&str> = part.split_whitespace().skip(name).collect();
        let name = name.join(" ");
        if names::is_machine(&name) {
            return true;
        }
        if words(&name) <= 5 {
            said.byline.get_or_insert_with(|| byline(&name).0);
            said.poster = true;
            return true;
        }
    }
    if let Some(source) = theo(part) {
        said.source.get_or_insert(source);
        return true;
    }
    if matches!(furniture::judge(part), Some(Role::Control | Role::Counter | Role::Section))
        || matches!(key.as_str(), "gmt+7" | "gmt 7" | "utc+7" | "am" | "pm" | "luot")
        || key.starts_with("luot ")
    {
        return true;
    }
    false
}

/// `Theo TTXVN`, `(Theo Báo Nhân Dân)`: short, and the name of a source after it.
pub(super) fn theo(text: &str) -> Option<String> {
    let inner = text.trim().trim_start_matches('(').trim_end_matches([')', '.']).trim();
    let key = key(inner);
    let named = inner.split_whitespace().nth(1)?.chars().next().is_some_and(|c| c.is_uppercase())
        || ["theo cong", "theo bao", "theo trang", "theo dai", "theo website", "theo tap chi"]
            .iter()
            .any(|p| key.starts_with(p));
    let short = words(inner) <= 10 && !inner.contains([',', ';', ':']) && !inner.contains(". ");
    (key.starts_with("theo ") && named && short).then(|| inner.to_owned())
}

/// Takes away brackets that hold the whole text, or have lost their partner.
fn balanced(text: &str) -> &str {
    let (open, close) = (text.matches('(').count(), text.matches(')').count());
    if open < close {
        return text.strip_suffix(')').unwrap_or(text).trim();
    }
    if open > close {
        return text.strip_prefix('(').unwrap_or(text).trim();
    }
    match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) if !inner.contains('(') => inner.trim(),
        _ => text,
    }
}

/// Fields of a byline by position: `author - unit - agency`; two fields are told apart by what the second is.
pub(super) fn byline(text: &str) -> (Byline, Option<String>) {
    let text = text.trim().trim_end_matches('.');
    let (text, source) = match text.find('(').map(|at| text.split_at(at)) {
        Some((before, inside)) if theo(inside).is_some() => (before.trim(), theo(inside)),
        _ => (text, None),
    };
    let (text, bracket) = match text.strip_suffix(')').and_then(|t| t.rsplit_once('(')) {
        Some((before, inside)) if !before.trim().is_empty() => (before.trim(), Some(inside.trim())),
        _ => (text, None),
    };
    let fields = fields(text);
    let field = |i: usize| fields.get(i).copied().filter(|f: &&str| !f.is_empty()).map(str::to_owned);
    let mut byline = match fields.len() {
        0 => Byline::default(),
        1 => one_field(text),
        2 => match fields.get(1).copied().unwrap_or_default() {
            second if names::is_agency(second) => Byline { author: field(0), unit: None, agency: field(1) },
            second if names::is_unit(second) || names::is_acronym(second) => {
                Byline { author: field(0), unit: field(1), agency: None }
            }
            second if names::is_person(second) => {
                Byline { author: Some(text.to_owned()), unit: None, agency: None }
            }
            _ => Byline { author: field(0), unit: field(1), agency: None },
        },
        3 => Byline { author: field(0), unit: field(1), agency: field(2) },
        _ => Byline { author: Some(text.to_owned()), unit: None, agency: None },
    };
    if let Some(inside) = bracket {
        let place = if names::is_unit(inside) { &mut byline.unit } else { &mut byline.agency };
        place.get_or_insert_with(|| inside.to_owned());
    }
    (byline, source)
}

fn one_field(text: &str) -> Byline {
    if let Some((name, body)) = text
        .split_once(", ")
        .filter(|(n, b)| names::is_person(n) && (names::is_agency(b) || names::is_unit(b)))
    {
        let mut byline = Byline { author: Some(name.trim().to_owned()), ..Byline::default() };
        let place = if names::is_agency(body) { &mut byline.agency } else { &mut byline.unit };
        *place = Some(body.trim().to_owned());
        return byline;
    }
    let own = Some(text.to_owned()).filter(|t| !t.is_empty());
    if names::is_desk(text) {
        Byline { author: own, ..Byline::default() }
    } else if names::is_agency(text) {
        Byline { agency: own, ..Byline::default() }
    } else if names::is_unit(text) {
        Byline { unit: own, ..Byline::default() }
    } else {
        Byline { author: own, ..Byline::default() }
    }
}

/// Divides at dashes with a space beside them, and at glued ones before an agency or unit.
fn fields(text: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut start = 0;
    let dashes = text.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '—'));
    for (at, dash) in dashes {
        let (Some(before), Some(after)) = (text.get(start..at), text.get(at + dash.len_utf8()..)) else {
            continue;
        };
        let spaced = before.ends_with(char::is_whitespace)
            || after.starts_with(char::is_whitespace)
            || before.is_empty();
        let body = names::is_agency(after) || names::is_unit(after);
        if spaced || (body && !names::is_acronym(text)) {
            fields.push(before.trim());
            start = at + dash.len_utf8();
        }
    }
    fields.push(text.get(start..).unwrap_or_default().trim());
    fields
}

/// An unlabelled line that signs a story: `Nguyệt Ánh - VPS`, `HOÀNG BIÊN`, `PV`, `(Thu Hà)`.
pub(super) fn signature(text: &str) -> Option<(Byline, Option<String>)> {
    let text = balanced(text.trim()).trim_end_matches('.');
    if text.contains(':') || text.chars().count() > 70 {
        return None;
    }
    let (found, source) = byline(text);
    let author = found.author.as_deref()?;
    let bodies_fit = found.unit.as_deref().is_none_or(|u| words(u) <= 8)
        && found.agency.as_deref().is_none_or(|a| words(a) <= 10);
    (names::is_person(author) && bodies_fit).then_some((found, source))
}

/// A body that signs alone on its line: `Văn phòng Sở Y tế`, `(TTXVN)`.
pub(super) fn signing_body(text: &str) -> Option<String> {
    let body = balanced(text.trim());
    let short = (1..=8).contains(&words(body))
        && !body.ends_with(['.', ':', ';', ','])
        && !body.contains([':', '?', '!']);
    let capital = body.chars().next().is_some_and(char::is_uppercase);
    let known =
        names::is_agency(body) || names::is_unit(body) || (text.starts_with('(') && names::is_acronym(body));
    (short && capital && known && !furniture::is_capitals(body) | names::is_acronym(body))
        .then(|| body.to_owned())
}

/// Splits a headline from the date printed after it on the same line (S135). A date that the headline speaks of
/// (`Lịch họp ngày 5/3/2024`) stays.
pub(super) fn trailing_date(text: &str) -> Option<(&str, Stamp)> {
    let found = full_days(text).last()?;
    let after = text.get(found.span.end..)?;
    let ends = after.chars().all(|c| c.is_whitespace() || matches!(c, ')' | ']' | '.'));
    let (title, printed) = (text.get(..found.span.start)?, text.get(found.span)?);
    let own = printed.starts_with(|c: char| c.is_ascii_digit())
        || key(printed).starts_with("thu ")
        || key(printed).starts_with("chu nhat");
    let title =
        title.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '-' | '–' | '|' | ','));
    let speaks = ["den", "tu", "truoc", "sau", "hom", "va", "den het"]
        .contains(&key(title).rsplit(' ').next().unwrap_or_default());
    let stamp = Stamp::new(found.when.ok()?)?;
    (ends && own && !speaks && words(title) >= 3).then_some((title, stamp))
}
