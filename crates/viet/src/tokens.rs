//! Text cut into the smallest pieces that should never be torn: syllables, numbers, `06/QĐ-TTg`.

mod addresses;
mod capitals;
mod chars;
mod hyphens;
mod numbers;
mod roman;
mod shapes;
mod symbols;

use chars::{Class, class_at, letter_len};
pub use roman::roman_value;

/// What a token is, by its shape alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters only: a syllable, or a foreign word.
    Word,
    /// An abbreviation or acronym: `UBND`, `LĐ-TB&XH`, `TP.`, `PGĐ`.
    Abbreviation,
    /// A Roman ordinal: `XVII`.
    Roman,
    /// A document number or symbol: `06/QĐ-TTg`, `224/2026/NĐ-CP`, `12-NQ/TW`.
    Symbol,
    /// A number with its marks: `5.259.772`, `03`, `12,5%`, `2019-2021`.
    Number,
    /// A numeric date: `11/06/2020`, `11.6`, `20-11`.
    Date,
    /// A time of day: `13:48:46`, `7h30`.
    Time,
    /// An amount of money written in one piece: `5.000đ`, `$20`.
    Money,
    /// Letters and digits mixed, or units: `m2`, `COVID-19`, `km/h`, `H5N1`.
    Code,
    /// Words of a foreign name or loanword tied by hyphens: `cà-rem`, `Lung-nan`.
    Hyphenated,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Punctuation: one mark, or a run of the same mark.
    Punctuation,
    /// Anything else, one character.
    Other,
}

/// A piece of the text and its byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

impl Token {
    /// The token's text in the text it was cut from; empty for another text.
    #[must_use]
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.start..self.end).unwrap_or_default()
    }
}

/// Cuts a text into tokens; between them is only white space.
///
/// ```
/// use viet::tokens::{tokens, Kind};
/// let text = "Quyết định 06/QĐ-TTg ngày 11/6/2020, 5.000đ.";
/// let cut: Vec<_> = tokens(text).map(|t| (t.text(text), t.kind)).collect();
/// assert_eq!(cut[2], ("06/QĐ-TTg", Kind::Symbol));
/// assert_eq!(cut[4], ("11/6/2020", Kind::Date));
/// assert_eq!(cut[6], ("5.000đ", Kind::Money));
/// assert_eq!(cut.len(), 8);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// Iterator over the tokens of a text.
#[derive(Debug, Clone)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Tokens<'_> {
    /// Moves over a token that somebody else can name: after at most one space, `known` gives its end.
    #[inline]
    pub(crate) fn leap<I, S>(
        &mut self,
        known: impl FnOnce(&[u8], usize) -> Option<(usize, I, S)>,
    ) -> Option<(usize, (usize, I, S))> {
        let bytes = self.text.as_bytes();
        self.at += usize::from(bytes.get(self.at) == Some(&b' '));
        let start = self.at;
        let found = known(bytes, start)?;
        self.at = found.0;
        Some((start, found))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let class = loop {
            match class_at(self.text, at) {
                Class::Space(len) => at += len,
                other => break other,
            }
        };
        if at >= bytes.len() {
            self.at = at;
            return None;
        }
        let start = at;
        if let Class::Letter(len) = class {
            at += len;
            loop {
                let more = letter_len(self.text, at);
                if more == 0 {
                    break;
                }
                at += more;
            }
            // Most words end here; the others may go on with digits, dots, slashes or hyphens.
            let simple = match bytes.get(at) {
                None | Some(b' ' | b',' | b'\n' | b';' | b')' | b'"' | b'?' | b'!') => true,
                Some(b':') => !matches!(bytes.get(at + 1), Some(b'/')),
                _ => false,
            };
            if simple {
                self.at = at;
                return Some(Token { start, end: at, kind: capitals::word_kind(self.text, start, at) });
            }
        }
        if let Some((end, kind)) = plain(bytes, start) {
            self.at = end;
            return Some(Token { start, end, kind });
        }
        let (end, kind) = shapes::scan(self.text, start);
        self.at = end.max(start + 1);
        Some(Token { start, end: self.at, kind })
    }
}

/// The marks and small numbers that need no second look; they are most of what is not a word.
#[inline]
fn plain(bytes: &[u8], start: usize) -> Option<(usize, Kind)> {
    let ends = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\n'));
    match bytes.get(start)? {
        b',' | b';' | b'(' | b')' | b':' | b'"' => Some((start + 1, Kind::Punctuation)),
        b'.' | b'-' if ends(start + 1) => Some((start + 1, Kind::Punctuation)),
        b'0'..=b'9' => {
            let digits = bytes.iter().skip(start).take(7).take_while(|b| b.is_ascii_digit()).count();
            let end = start + digits;
            let alone = match bytes.get(end) {
                None | Some(b' ' | b'\n' | b';' | b')') => true,
                Some(b',' | b'.') => ends(end + 1),
                _ => false,
            };
            (digits < 7 && alone).then_some((end, Kind::Number))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<(&str, Kind)> {
        tokens(text).map(|t| (t.text(text), t.kind)).collect()
    }

    fn whole(kind: Kind, texts: &[&str]) {
        for text in texts {
            assert_eq!(cut(text), [(*text, kind)], "{text}");
            let inside = format!("a ({text}), b");
            assert!(cut(&inside).contains(&(*text, kind)), "{inside}: {:?}", cut(&inside));
            let last = format!("theo {text}.");
            if kind != Kind::Abbreviation {
                assert!(cut(&last).contains(&(*text, kind)), "{last}: {:?}", cut(&last));
            }
        }
    }

    #[test]
    fn s115_s116_document_symbols_stay_whole() {
        whole(
            Kind::Symbol,
            &[
                "06/QĐ-TTg",
                "1974/QĐ-TTg",
                "1817/QĐ-LĐTBXH",
                "121/LĐTBXH-VP",
                "5389/LĐTBXH-VPQGGN",
                "224/2026/NĐ-CP",
                "126/2025/QH15",
                "12-NQ/TW",
                "30/2020/NĐ-CP",
                "01/2019/TTLT-BCA-BQP",
                "06a/QĐ-UBND",
                "82/-VP",
                "15-KL/TW",
                "QĐ-TTg",
                "NĐ-CP",
                "TT-BTTTT",
                "202/2025/QH15",
                "123/TB-VPCP",
                "NQ/TW",
                "45/BC-UBND&HĐND",
            ],
        );
    }

    #[test]
    fn abbreviations_stay_whole() {
        whole(
            Kind::Abbreviation,
            &[
                "UBND",
                "LĐ-TB&XH",
                "LĐ–TB&XH",
                "TT&TT",
                "PGĐ",
                "TP.HCM",
                "GD-ĐT",
                "GD&ĐT",
                "VB&HSCV",
                "TTĐT",
                "VHTTDL",
                "T.Ư",
                "LĐTBXH",
                "TP.",
                "ThS.",
                "TTg",
                "NN&PTNT",
            ],
        );
        assert_eq!(cut("TP. HCM"), [("TP.", Kind::Abbreviation), ("HCM", Kind::Abbreviation)]);
    }

    #[test]
    fn numbers_dates_times_and_money() {
        whole(
            Kind::Number,
            &[
                "5.259.772",
                "1.237",
                "03",
                "12,5%",
                "100%",
                "2019-2021",
                "2019–2021",
                "1/4",
                "24/24",
                "5.000-6.000",
            ],
        );
        whole(
            Kind::Date,
            &[
                "11/06/2020",
                "14-12-2018",
                "11/6",
                "30-4-1975",
                "6/2020",
                "23.10.2020",
                "6-Jan",
                "20-Dec-2020",
            ],
        );
        whole(Kind::Time, &["13:48:46", "7h30", "15h", "08:05", "7g30"]);
        whole(Kind::Money, &["5.000đ", "$20", "100USD", "300.000đồng"]);
        whole(Kind::Code, &["m2", "COVID-19", "km/h", "H5N1", "A5", "5G", "U-23", "4D"]);
        whole(Kind::Roman, &["XVII", "II", "III", "XIV"]);
    }

    #[test]
    fn addresses_stay_whole() {
        whole(
            Kind::Url,
            &["https://chinhphu.vn/a?b=c", "www.laichau.gov.vn", "dantri.com.vn", "http://x.vn/a_(b)"],
        );
        whole(Kind::Email, &["van.thu@laichau.gov.vn", "a-b_c@mic.gov.vn"]);
        whole(
            Kind::Phone,
            &["024.3943.5678", "+84912345678", "0912.345.678", "0912345678", "1900-1234", "1900.1234"],
        );
    }

    #[test]
    fn hyphens_between_vietnamese_words_part_them_and_tie_foreign_ones() {
        whole(Kind::Hyphenated, &["cà-rem", "Lung-nan", "wai-kru", "knock-out", "Lê-nin"]);
        let words: Vec<_> = cut("Trường Sa-Hoàng Sa").into_iter().map(|(t, _)| t).collect();
        assert_eq!(words, ["Trường", "Sa", "-", "Hoàng", "Sa"]);
    }

    #[test]
    fn punctuation_is_its_own() {
        let words: Vec<_> = cut("giao./. “Đổi mới”... (xã, huyện)…").into_iter().map(|(t, _)| t).collect();
        assert_eq!(words, ["giao", "./.", "“", "Đổi", "mới", "”", "...", "(", "xã", ",", "huyện", ")", "…"]);
        let words: Vec<_> = cut("và/hoặc").into_iter().map(|(t, _)| t).collect();
        assert_eq!(words, ["và", "/", "hoặc"]);
    }

    proptest! {
        #[test]
        fn tokens_keep_every_visible_character(text in "(\\PC|[a-zA-Z0-9./:@&\\-– ]|đ|QĐ|http://|www.|0123){0,60}") {
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= at && token.end > token.start);
                prop_assert!(text.get(at..token.start).is_some_and(|gap| gap.chars().all(char::is_whitespace)));
                prop_assert!(text.get(token.start..token.end).is_some_and(|t| !t.contains(char::is_whitespace)
                    || token.kind == Kind::Phone));
                at = token.end;
            }
            prop_assert!(text.get(at..).is_some_and(|gap| gap.chars().all(char::is_whitespace)));
        }
    }
}
