//! Number and symbol of a document (`số, ký hiệu`), read by position.
//!
//! The same letters are a type in one place and a unit in another: `118/LĐTBXH-PC` is a công văn drafted by the
//! legal department (Pháp chế), no phiếu chuyển. So: in `NN/X-Y…` the first place is a type only when a code of a
//! type stands there and something follows; in `NN/YYYY/X-Y` it always is; without a type code it is a công văn,
//! whose places are agency and unit (S116).

use super::kinds::{Family, Kind};
use crate::dates::lex::{self, Kind as Sort, Token, is_dash};
use std::fmt;

/// A number and symbol, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// The number as written, leading zero and suffix kept (`06`, `12a`); nothing where it was left blank.
    pub number: Option<String>,
    /// The year inside the symbol.
    pub year: Option<i32>,
    /// The type by its code; `Luat` and its like have none here and stay open.
    pub kind: Option<Kind>,
    /// The issuer's code: `CP`, `TTg`, `LĐTBXH`, `QH15`.
    pub issuer: String,
    /// What follows the issuer: the drafting unit, or further issuers of a joint document.
    pub units: Vec<String>,
    /// Which rules the symbol follows.
    pub family: Family,
}

impl Symbol {
    /// Reads one symbol that is the whole text. `stated`: the type named before it, which settles `12/TC-KH`
    /// after the words `Công văn số`.
    ///
    /// ```
    /// use viet::refs::{Kind, Symbol};
    /// let letter = Symbol::read("121/LĐTBXH-VP", None).unwrap();
    /// assert_eq!((letter.kind, letter.issuer.as_str()), (Some(Kind::CongVan), "LĐTBXH"));
    /// let decision = Symbol::read("06/QĐ-TTg", None).unwrap();
    /// assert_eq!((decision.kind, decision.issuer.as_str()), (Some(Kind::QuyetDinh), "TTg"));
    /// ```
    #[must_use]
    pub fn read(text: &str, stated: Option<Kind>) -> Option<Self> {
        let tokens = lex::lex(text);
        let (symbol, next) = symbol_at(&tokens, 0, stated, true)?;
        (next == tokens.len()).then_some(symbol)
    }

    /// The symbol without its number and the slash after it: `QĐ-TTg`, `2026/NĐ-CP`, `LĐTBXH-VP`.
    #[must_use]
    pub fn notation(&self) -> String {
        let mut out = String::new();
        if let Some(year) = self.year {
            out += &format!("{year}/");
        }
        let code = self.kind.and_then(|k| if self.shows_code() { self.code(k) } else { None });
        if let Some(code) = code {
            out += code;
            out.push(if self.family == Family::Party { '/' } else { '-' });
        }
        out += &self.issuer;
        for unit in &self.units {
            out.push('-');
            out += unit;
        }
        out
    }

    fn shows_code(&self) -> bool {
        !self.issuer.is_empty()
            && self.kind.is_some_and(|k| k.code().is_some())
            && (!self.of_the_assembly() || self.kind == Some(Kind::NghiQuyetLienTich))
    }

    fn code(&self, kind: Kind) -> Option<&'static str> {
        kind.code()
    }

    /// Whether the National Assembly or its standing committee made it (`126/2025/QH15`).
    #[must_use]
    pub fn of_the_assembly(&self) -> bool {
        is_assembly(&self.issuer)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.as_deref().unwrap_or("…");
        let join = if self.family == Family::Party { '-' } else { '/' };
        write!(f, "{number}{join}{}", self.notation())
    }
}

/// Reads a symbol at a token. `led`: words before it (`số`, a type) already say that a symbol comes.
pub(super) fn symbol_at(
    tokens: &[Token<'_>],
    at: usize,
    stated: Option<Kind>,
    led: bool,
) -> Option<(Symbol, usize)> {
    let (number, next) = number_at(tokens, at)?;
    rest_of_symbol(tokens, next, Some(number), stated, led)
}

/// Reads what follows the number, from the slash (or the Party's dash) on.
pub(super) fn rest_of_symbol(
    tokens: &[Token<'_>],
    at: usize,
    number: Option<String>,
    stated: Option<Kind>,
    led: bool,
) -> Option<(Symbol, usize)> {
    if let Some(party) = party_symbol(tokens, at, number.clone()) {
        return Some(party);
    }
    let slash = tokens.get(at).filter(|t| t.text == "/")?;
    if slash.lined {
        return None;
    }
    let mut next = at + 1;
    let year = year_at(tokens, next).and_then(|(year, after)| {
        (tokens.get(after)?.text == "/").then(|| {
            next = after + 1;
            year
        })
    });
    let (places, next) = places_at(tokens, next, led || year.is_some())?;
    let symbol = by_position(number, year, &places, stated, led)?;
    Some((symbol, next))
}

/// What each place of a symbol means.
fn by_position(
    number: Option<String>,
    year: Option<i32>,
    places: &[String],
    stated: Option<Kind>,
    led: bool,
) -> Option<Symbol> {
    let first = places.first()?;
    if is_assembly(first) {
        let kind = stated.filter(|k| k.families().contains(&Family::Normative));
        let units = places.get(1..)?.to_vec();
        return Some(Symbol { number, year, kind, issuer: first.clone(), units, family: Family::Normative });
    }
    let code = Kind::of_code(first).filter(|_| places.len() > 1);
    let letter = stated == Some(Kind::CongVan) && code != Some(Kind::CongVan);
    if let Some(kind) = code.filter(|_| !letter) {
        let issuer = places.get(1)?.clone();
        let units = places.get(2..)?.to_vec();
        // A year in the symbol is the mark of a normative document, unless only administrative ones have the type.
        let normative = year.is_some() && kind.families().contains(&Family::Normative);
        let lawful = kind.families() == [Family::Normative];
        let family = if normative || lawful { Family::Normative } else { Family::Administrative };
        return Some(Symbol { number, year, kind: Some(kind), issuer, units, family });
    }
    // Without a type code: a công văn, `AGENCY-UNIT`. Bare `12/UBND` needs words before it.
    if !led && (places.len() < 2 || places.iter().any(|p| p.chars().count() < 2)) {
        return None;
    }
    let kind = stated.or((places.len() > 1).then_some(Kind::CongVan));
    let units = places.get(1..)?.to_vec();
    Some(Symbol { number, year, kind, issuer: first.clone(), units, family: Family::Administrative })
}

/// `05-NQ/TW`, `12-CT/TU`: type before the slash, Party body after it.
fn party_symbol(tokens: &[Token<'_>], at: usize, number: Option<String>) -> Option<(Symbol, usize)> {
    if !is_dash(tokens.get(at)?) || tokens.get(at)?.lined {
        return None;
    }
    let (code, next) = place_at(tokens, at + 1)?;
    let kind = Kind::of_code(&code).filter(|k| k.families().contains(&Family::Party))?;
    if tokens.get(next)?.text != "/" {
        return None;
    }
    let (issuer, next) = place_at(tokens, next + 1)?;
    let symbol =
        Symbol { number, year: None, kind: Some(kind), issuer, units: Vec::new(), family: Family::Party };
    Some((symbol, next))
}

/// `224`, `06`, `12a`, and `2O` as scanners read `20`.
pub(super) fn number_at(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let (run, next) = digits_run(tokens, at, 5)?;
    let token = tokens.get(next);
    let suffix = token.filter(|t| {
        t.kind == Sort::Word
            && !t.spaced
            && (t.text.len() == 1 && t.text.bytes().all(|b| b.is_ascii_lowercase()) || t.low == "bis")
    });
    match suffix {
        Some(suffix) => Some((format!("{run}{}", suffix.text), next + 1)),
        None => Some((run, next)),
    }
}

fn year_at(tokens: &[Token<'_>], at: usize) -> Option<(i32, usize)> {
    let (run, next) = digits_run(tokens, at, 4)?;
    let year: i32 = run.parse().ok()?;
    (run.len() == 4 && (1945..=2100).contains(&year)).then_some((year, next))
}

/// Digits, with the letters that scanners put in their place (O for 0, l and I for 1) between or after them.
fn digits_run(tokens: &[Token<'_>], at: usize, longest: usize) -> Option<(String, usize)> {
    let first = tokens.get(at)?;
    let mut run = scanned_digits(first)?;
    if first.kind != Sort::Digits && tokens.get(at + 1).is_none_or(|t| t.kind != Sort::Digits || t.spaced) {
        return None;
    }
    let mut next = at + 1;
    while let Some(token) = tokens.get(next).filter(|t| !t.spaced) {
        let Some(more) = scanned_digits(token) else { break };
        run += &more;
        next += 1;
    }
    (run.len() <= longest).then_some((run, next))
}

fn scanned_digits(token: &Token<'_>) -> Option<String> {
    match token.kind {
        Sort::Digits => Some(token.text.to_owned()),
        Sort::Word if matches!(token.text, "O" | "o" | "OO") => Some("0".repeat(token.text.len())),
        Sort::Word if matches!(token.text, "l" | "I") => Some("1".to_owned()),
        _ => None,
    }
}

/// Places divided by dashes: `QĐ-TTg`, `LĐTBXH - VP`. Spaces around a dash are let pass only where something
/// already says that this is a symbol.
fn places_at(tokens: &[Token<'_>], at: usize, sure: bool) -> Option<(Vec<String>, usize)> {
    let (first, mut next) = place_at(tokens, at)?;
    let typed = Kind::of_code(&first).is_some();
    let mut places = vec![first];
    while places.len() < 6 {
        let Some(dash) = tokens.get(next).filter(|t| is_dash(t) && !t.lined) else { break };
        let Some(after) = tokens.get(next + 1) else { break };
        let glued = !dash.spaced && !after.spaced;
        if !glued && !((sure || typed) && is_code(after)) {
            break;
        }
        let Some((place, end)) = place_at(tokens, next + 1) else { break };
        // "30/2020/NĐ-CP - TTXVN" has its places already.
        if !glued && dash.spaced && after.spaced && places.len() > 1 {
            break;
        }
        places.push(place);
        next = end;
    }
    Some((places, next))
}

/// One place: letters, perhaps with a number (`QH15`) or joined by `&`.
fn place_at(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at).filter(|t| is_code(t) && !t.lined)?;
    let mut place = canonical(token.text);
    let mut next = at + 1;
    while let Some(token) = tokens.get(next).filter(|t| !t.spaced) {
        let joined = token.kind == Sort::Digits && token.text.len() <= 3
            || token.text == "&" && tokens.get(next + 1).is_some_and(|t| is_code(t) && !t.spaced)
            || place.ends_with('&') && is_code(token);
        if !joined {
            break;
        }
        place += token.text;
        next += 1;
    }
    Some((place, next))
}

/// Whether a word is written like a code: mostly capitals (`LĐTBXH`, `TTg`), or a known code in small letters.
fn is_code(token: &Token<'_>) -> bool {
    if token.kind != Sort::Word {
        return false;
    }
    let letters = token.text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = token.text.chars().filter(|c| c.is_uppercase()).count();
    if letters > 16 {
        return false;
    }
    (capitals >= 1 && capitals * 2 >= letters)
        || KNOWN_SMALL.iter().any(|(small, _)| *small == token.low) && capitals == 0
}

/// Codes that people also write in small letters or lose the crossed đ of.
const KNOWN_SMALL: [(&str, &str); 12] = [
    ("nđ", "NĐ"),
    ("nd", "NĐ"),
    ("cp", "CP"),
    ("qđ", "QĐ"),
    ("qd", "QĐ"),
    ("ttg", "TTg"),
    ("ubnd", "UBND"),
    ("hđnd", "HĐND"),
    ("nq", "NQ"),
    ("tt", "TT"),
    ("ct", "CT"),
    ("kh", "KH"),
];

/// One spelling for each code: `ND`, `nđ` and `NÐ` (with the Icelandic letter) are `NĐ`, `TTG` is `TTg`.
fn canonical(text: &str) -> String {
    let text: String = {
        use unicode_normalization::UnicodeNormalization;
        text.nfc().map(|c| if c == 'Ð' || c == 'Ɖ' { 'Đ' } else { c }).collect()
    };
    let low = lex::lower(&text);
    let small = text.chars().all(char::is_lowercase);
    let fixed = match text.as_str() {
        "ND" => Some("NĐ"),
        "QD" => Some("QĐ"),
        "TTG" | "Ttg" => Some("TTg"),
        "QYĐ" | "QyD" => Some("QyĐ"),
        "HDND" => Some("HĐND"),
        _ if small => KNOWN_SMALL.iter().find(|(s, _)| *s == low).map(|(_, code)| *code),
        _ => None,
    };
    fixed.map_or(text, str::to_owned)
}

fn is_assembly(place: &str) -> bool {
    let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(letters, "QH" | "UBTVQH") && letters.len() <= place.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, stated: Option<Kind>) -> String {
        match Symbol::read(text, stated) {
            None => "none".to_owned(),
            Some(s) => format!(
                "{} | {} | {} | {} {:?}",
                s.number.as_deref().unwrap_or("-"),
                s.kind.map_or("-", Kind::name),
                s.issuer,
                s.units.join("+"),
                s.family
            ),
        }
    }

    #[test]
    fn each_place_has_its_meaning() {
        for (text, want) in [
            ("06/QĐ-TTg", "06 | Quyết định | TTg |  Administrative"),
            ("1817/QĐ-LĐTBXH", "1817 | Quyết định | LĐTBXH |  Administrative"),
            ("121/LĐTBXH-VP", "121 | Công văn | LĐTBXH | VP Administrative"),
            ("118/LĐTBXH-PC", "118 | Công văn | LĐTBXH | PC Administrative"),
            ("5389/LĐTBXH-VPQGGN", "5389 | Công văn | LĐTBXH | VPQGGN Administrative"),
            ("12/TB-VP", "12 | Thông báo | VP |  Administrative"),
            ("35/KH-UBND-VX", "35 | Kế hoạch | UBND | VX Administrative"),
            ("224/2026/NĐ-CP", "224 | Nghị định | CP |  Normative"),
            ("126/2025/QH15", "126 | - | QH15 |  Normative"),
            ("10/2020/UBTVQH14", "10 | - | UBTVQH14 |  Normative"),
            ("01/2016/TTLT-BTP-BCA", "01 | Thông tư liên tịch | BTP | BCA Normative"),
            ("22/2023/TT-BTTTT", "22 | Thông tư | BTTTT |  Normative"),
            ("05-NQ/TW", "05 | Nghị quyết | TW |  Party"),
            ("12a/QĐ-SNN&MT", "12a | Quyết định | SNN&MT |  Administrative"),
            ("25/UBND", "25 | - | UBND |  Administrative"),
        ] {
            assert_eq!(parts(text, None), want, "{text}");
        }
    }

    #[test]
    fn the_type_named_before_settles_what_position_cannot() {
        assert_eq!(parts("82/TC-HCSN", None), "82 | Thông cáo | HCSN |  Administrative");
        assert_eq!(parts("82/TC-HCSN", Some(Kind::CongVan)), "82 | Công văn | TC | HCSN Administrative");
        assert_eq!(parts("126/2025/QH15", Some(Kind::Luat)), "126 | Luật | QH15 |  Normative");
    }

    #[test]
    fn spaces_dashes_and_scanning_errors_are_forgiven() {
        for (text, want) in [
            ("224 / 2026 / NĐ - CP", "224/2026/NĐ-CP"),
            ("224/2026/NĐ–CP", "224/2026/NĐ-CP"),
            ("224/2O26/NÐ-CP", "224/2026/NĐ-CP"),
            ("l2/2026/ND-CP", "12/2026/NĐ-CP"),
            ("06/qđ-ttg", "06/QĐ-TTg"),
            ("06/QĐ-TTG", "06/QĐ-TTg"),
            ("06/QÐ–TTg", "06/QĐ-TTg"),
        ] {
            assert_eq!(Symbol::read(text, None).map(|s| s.to_string()).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_symbol_is_none() {
        for text in
            ["", "06/", "/QĐ-TTg", "24/7", "11/6/2020", "km/h", "QĐ-TTg", "123456/QĐ-TTg", "12/abc-def"]
        {
            assert_eq!(Symbol::read(text, None), None, "{text}");
        }
    }
}
