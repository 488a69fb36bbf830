//! Text as it should be read aloud over a village loudspeaker (S2, S129): no digits, no symbols, no capitals
//! to puzzle over.

mod numbers;
mod symbols;

use std::time::Duration;

use crate::abbreviations;
use crate::dates::{self, Date};
use crate::pieces::pieces;
use crate::tokens::{Kind, Token, roman_value, tokens};
pub use numbers::{digits, number};

/// Syllables a minute of calm reading over a loudspeaker.
pub const CALM: u32 = 180;
/// Syllables a minute of a news reader.
pub const NEWS: u32 = 240;

/// A text as it should be said.
///
/// ```
/// use viet::speak::speak;
/// assert_eq!(speak("Sáng 11.6, UBND tỉnh họp lúc 7h30."),
///            "Sáng mười một tháng sáu, Ủy ban nhân dân tỉnh họp lúc bảy giờ ba mươi phút.");
/// assert_eq!(speak("Đại hội lần thứ XVII, quý II năm 2020"),
///            "Đại hội lần thứ mười bảy, quý hai năm hai nghìn không trăm hai mươi");
/// assert_eq!(speak("Nghị định số 30/2020/NĐ-CP"),
///            "Nghị định số ba mươi năm hai nghìn không trăm hai mươi của Chính phủ");
/// assert_eq!(speak("tăng 12,5% so với 5.259.772 lượt"),
///            "tăng mười hai phẩy năm phần trăm so với năm triệu hai trăm năm mươi chín nghìn bảy trăm bảy mươi hai lượt");
/// ```
#[must_use]
pub fn speak(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for (_, piece) in pieces(text) {
        speak_piece(piece, &mut out);
    }
    out
}

fn speak_piece(text: &str, out: &mut String) {
    let mut at = 0;
    let all: Vec<Token> = tokens(text).collect();
    let mut index = 0;
    while let Some(token) = all.get(index) {
        out.push_str(text.get(at..token.start).unwrap_or_default());
        at = token.end;
        let around = Around {
            text,
            before: index.checked_sub(1).and_then(|i| all.get(i)),
            after: all.get(index + 1),
            second: all.get(index + 2),
            lately: all.get(index.saturating_sub(8)..index).unwrap_or_default(),
            word_before: last_word(out),
        };
        let (said, eaten) = around.say(token);
        out.push_str(&said);
        index += eaten;
        at = all.get(index).map_or(at, |last| last.end);
        index += 1;
    }
    out.push_str(text.get(at..).unwrap_or_default());
}

/// How long a text takes at a speed in syllables a minute, pauses at punctuation included.
///
/// ```
/// use viet::speak::{duration, CALM};
/// let time = duration("Hội nghị có 120 đại biểu.", CALM);
/// assert!((2..6).contains(&time.as_secs()));
/// ```
#[must_use]
pub fn duration(text: &str, syllables_a_minute: u32) -> Duration {
    let (mut syllables, mut pauses) = (0u64, 0u64);
    let mut said = String::new();
    for (_, piece) in pieces(text) {
        said.clear();
        speak_piece(piece, &mut said);
        for token in tokens(&said) {
            match (token.kind, token.text(&said)) {
                (Kind::Punctuation, "." | "?" | "!" | "…" | "..." | "./." | ":") => pauses += 600,
                (Kind::Punctuation, "," | ";" | "-" | "–") => pauses += 250,
                (Kind::Punctuation | Kind::Other, _) => {}
                _ => syllables += 1,
            }
        }
    }
    Duration::from_millis(syllables * 60_000 / u64::from(syllables_a_minute.max(1)) + pauses)
}

/// Whether the tokens before a number, in its own sentence, speak of a game: *thắng Thái Lan 3-2*.
fn in_contest(text: &str, before: &[Token]) -> bool {
    let own = before.iter().rev().map(|t| t.text(text)).take_while(|t| !matches!(*t, "." | ";" | "?" | "!"));
    let said: Vec<String> = own.take(8).map(|t| t.chars().map(crate::letters::lower).collect()).collect();
    let scores = ["thắng", "thua", "hòa", "hoà", "dẫn", "gỡ", "tỉ", "tỷ", "bại"];
    said.iter().any(|word| scores.contains(&word.as_str()))
        || said.windows(2).any(|two| matches!(two, [b, a] if a == "kết" && b == "quả"))
}

fn last_word(out: &str) -> String {
    // No word that matters here is longer, and a text without spaces must not be read back each time.
    let tail = out.get(out.floor_char_boundary(out.len().saturating_sub(40))..).unwrap_or_default();
    let word = tail.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    word.chars().map(crate::letters::lower).collect()
}

struct Around<'a> {
    text: &'a str,
    before: Option<&'a Token>,
    after: Option<&'a Token>,
    second: Option<&'a Token>,
    /// The eight tokens before.
    lately: &'a [Token],
    word_before: String,
}

impl Around<'_> {
    /// What to say for a token, and how many of the next tokens that says too.
    fn say(&self, token: &Token) -> (String, usize) {
        let written = token.text(self.text);
        let said = match token.kind {
            Kind::Number => return self.number(written),
            Kind::Date => self.date(written).or_else(|| self.doubtful_date(written)),
            Kind::Time => time(written),
            Kind::Money => money(written),
            Kind::Phone => Some(numbers::digits(written)),
            Kind::Roman => roman_value(written).map(|n| self.rank(u64::from(n))),
            Kind::Symbol => Some(symbols::say(written)),
            Kind::Code => code(written),
            Kind::Abbreviation => Some(abbreviation(written)),
            Kind::Word => self.word(written),
            Kind::Email => Some(address(written)),
            Kind::Url => Some(address(written)),
            Kind::Punctuation => mark(written),
            Kind::Hyphenated | Kind::Other => None,
        };
        (said.unwrap_or_else(|| written.to_owned()), 0)
    }

    /// Whether two numbers are those of a game and not a range of something that is counted.
    fn is_score(&self, next: &str) -> bool {
        let counted = [
            "ngày", "tháng", "năm", "giờ", "phút", "người", "tuổi", "lần", "triệu", "tỷ", "tỉ", "nghìn", "%",
        ];
        let uncounted = !counted.contains(&next) && symbols::unit(next).is_none();
        self.word_before == "số" || uncounted && in_contest(self.text, self.lately)
    }

    fn rank(&self, n: u64) -> String {
        if self.word_before == "thứ" && n < 10 { numbers::ordinal(n) } else { number(n) }
    }

    /// Roman numbers of one letter after the words that go with them.
    fn word(&self, written: &str) -> Option<String> {
        let counted = matches!(
            self.word_before.as_str(),
            "quý" | "thứ" | "khóa" | "khoá" | "loại" | "hạng" | "cấp" | "phần" | "chương" | "mục" | "kỳ"
        );
        if !counted || written.len() > 4 || !written.bytes().all(|b| b"IVXLCDM".contains(&b)) {
            return None;
        }
        roman_value(written).map(|n| self.rank(u64::from(n)))
    }

    fn number(&self, written: &str) -> (String, usize) {
        if let Some(plain) = written.strip_suffix('%') {
            return (format!("{} phần trăm", range(plain, "đến")), 0);
        }
        let next = self.after.map_or("", |t| t.text(self.text));
        let near = self.after.zip(self.before.or(self.after)).is_some();
        if next == "%" && near {
            return (format!("{} phần trăm", range(written, "đến")), 1);
        }
        let two = |(a, b): &(&str, &str)| (1..=2).contains(&a.len()) && (1..=2).contains(&b.len());
        if let Some((a, b)) = written.split_once(['-', '–']).filter(two).filter(|_| self.is_score(next)) {
            return (format!("{} {}", said_number(a), said_number(b)), 0);
        }
        if next == "°" && self.second.is_some_and(|t| t.text(self.text) == "C") {
            return (format!("{} độ xê", range(written, "đến")), 2);
        }
        if let Some(unit) = symbols::unit(next).filter(|_| next.chars().all(char::is_alphanumeric)) {
            return (format!("{} {unit}", range(written, "đến")), 1);
        }
        // 11.6 after a part of the day is the eleventh of June (S134).
        if matches!(self.word_before.as_str(), "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "ngày" | "hôm")
            && let Some(said) = self.date(&format!("ngày {written}")).filter(|_| written.contains(['.', '/']))
        {
            return (said, 0);
        }
        if self.word_before == "thứ"
            && let Ok(n) = written.parse::<u64>()
        {
            return (self.rank(n), 0);
        }
        (range(written, "đến"), 0)
    }

    /// 02/9 is a day, 24/7 is none where no day is meant; 31/02/2020 stays as it is.
    fn doubtful_date(&self, written: &str) -> Option<String> {
        let day = if written.starts_with('0') { self.date(&format!("ngày {written}")) } else { None };
        day.or_else(|| (written.len() <= 5).then(|| range(written, "đến")))
    }

    fn date(&self, written: &str) -> Option<String> {
        // Any year will do: one that was not written is not said.
        let read = dates::read(written, Date::new(2024, 1, 1)).ok()?;
        let (day, month, year) = (read.start.day(), read.start.month(), read.start.year());
        let mut said = String::new();
        if read.start == read.end {
            said.push_str(&number(u64::from(day)));
            if day <= 10 && !matches!(self.word_before.as_str(), "mồng" | "mùng") {
                said.insert_str(0, "mùng ");
            }
            said.push(' ');
        }
        if read.start == read.end || self.word_before != "tháng" {
            said.push_str("tháng ");
        }
        said.push_str(&month_word(month));
        if !read.year_inferred() {
            said.push_str(&format!(" năm {}", number(u64::try_from(year).ok()?)));
        }
        Some(said)
    }
}

fn month_word(month: u32) -> String {
    if month == 4 { "tư".to_owned() } else { number(u64::from(month)) }
}

fn said_number(written: &str) -> String {
    numbers::notated(written).unwrap_or_else(|| numbers::digits(written))
}

/// A number, a range, or a fraction.
fn range(written: &str, between: &str) -> String {
    let fraction = |part: &str| part.split('/').map(said_number).collect::<Vec<_>>().join(" trên ");
    written.split(['-', '–']).map(fraction).collect::<Vec<_>>().join(&format!(" {between} "))
}

fn time(written: &str) -> Option<String> {
    let parts: Vec<u64> = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|p| !p.is_empty())
        .map(|p| p.parse().unwrap_or(0))
        .collect();
    let names = ["giờ", "phút", "giây"];
    let mut said = Vec::new();
    for (at, (n, name)) in parts.iter().zip(names).enumerate() {
        if at == 0 || *n > 0 || at == 2 {
            said.push(format!("{} {name}", number(*n)));
        }
    }
    (!said.is_empty()).then(|| said.join(" "))
}

fn money(written: &str) -> Option<String> {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–');
    let amount: String = written.chars().filter(|c| digits(*c)).collect();
    let rest: String = written.chars().filter(|c| !digits(*c)).collect();
    let currency = match rest.to_lowercase().as_str() {
        "$" | "usd" => "đô la Mỹ",
        "eur" | "€" => "ơ rô",
        "ngàn" | "nghìn" | "k" => "nghìn đồng",
        _ => "đồng",
    };
    Some(format!("{} {currency}", range(&amount, "đến")))
}

fn abbreviation(written: &str) -> String {
    if let Some(currency) = symbols::unit(written) {
        return currency.to_owned();
    }
    if let Some(entry) = abbreviations::look_up(written).next() {
        return entry.long.to_owned();
    }
    let letters: String = written.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = letters.to_lowercase();
    // ASEAN, UNESCO: said as words where they have vowels enough.
    let vowels = plain.chars().filter(|c| crate::letters::vowel(*c).is_some()).count();
    if letters.is_ascii() && letters.len() >= 4 && vowels * 5 >= letters.len() * 2 {
        written.to_owned()
    } else {
        symbols::spelled(&letters)
    }
}

/// 5kg, 100m2, 3km/h; codes like A5, COVID-19, H5N1.
fn code(written: &str) -> Option<String> {
    if let Some(unit) = symbols::unit(written) {
        return Some(unit.to_owned());
    }
    let split = written.find(|c: char| c.is_alphabetic())?;
    let (amount, rest) = written.split_at_checked(split)?;
    if !amount.is_empty()
        && let Some(unit) = symbols::unit(rest)
    {
        return Some(format!("{} {unit}", range(amount, "đến")));
    }
    let mut said = Vec::new();
    let (road, written) = match written.strip_prefix("QL").map(|n| ("quốc lộ", n)) {
        None => match written.strip_prefix("TL").or_else(|| written.strip_prefix("ĐT")) {
            Some(n) => ("tỉnh lộ", n),
            None => ("", written),
        },
        Some(found) => found,
    };
    said.extend((!road.is_empty()).then(|| road.to_owned()));
    for part in symbols::chunks(written) {
        said.push(match part.parse::<u64>() {
            Ok(n) => number(n),
            Err(_) if part.chars().count() > 3 => part.to_owned(),
            Err(_) => symbols::spelled(part),
        });
    }
    Some(said.join(" "))
}

fn address(written: &str) -> String {
    let bare = written.trim_start_matches("https://").trim_start_matches("http://");
    bare.replace('@', " a còng ")
        .replace('.', " chấm ")
        .replace('/', " gạch chéo ")
        .replace(['-', '_'], " gạch ")
}

fn mark(written: &str) -> Option<String> {
    match written {
        "./." => Some(".".to_owned()),
        "&" => Some("và".to_owned()),
        "%" => Some("phần trăm".to_owned()),
        "/" => Some("hoặc".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_loudspeaker_says() {
        for (written, said) in [
            ("ngày 05/3/2020", "ngày mùng năm tháng ba năm hai nghìn không trăm hai mươi"),
            ("lúc 13:48:46", "lúc mười ba giờ bốn mươi tám phút bốn mươi sáu giây"),
            ("giá 5.000đ, hỗ trợ $20", "giá năm nghìn đồng, hỗ trợ hai mươi đô la Mỹ"),
            ("rộng 100m2, dài 5 km", "rộng một trăm mét vuông, dài năm ki-lô-mét"),
            ("gọi 0912345678", "gọi không chín một hai ba bốn năm sáu bảy tám"),
            ("thắng 2-1", "thắng hai một"),
            (
                "Việt Nam thắng Thái Lan 3–2 sau 5-7 ngày",
                "Việt Nam thắng Thái Lan ba hai sau năm đến bảy ngày",
            ),
            ("nóng 37°C, 12,5 triệu USD", "nóng ba mươi bảy độ xê, mười hai phẩy năm triệu đô la Mỹ"),
            (
                "trực 24/7, nghỉ lễ 02/9, ngày 2/9",
                "trực hai mươi tư trên bảy, nghỉ lễ mùng hai tháng chín, ngày mùng hai tháng chín",
            ),
            ("dịch Covid-19 trên QL1A", "dịch Covid mười chín trên quốc lộ một a"),
            (
                "giai đoạn 2019–2021",
                "giai đoạn hai nghìn không trăm mười chín đến hai nghìn không trăm hai mươi mốt",
            ),
            ("PGĐ Sở, TP. Hải Dương", "Phó Giám đốc Sở, thành phố Hải Dương"),
            ("cấp IV, quý I", "cấp bốn, quý một"),
            ("lần thứ 4", "lần thứ tư"),
            ("tháng 4/2020", "tháng tư năm hai nghìn không trăm hai mươi"),
            ("HTX và ABQ", "hát tê ích và a bê quy"),
            ("03 cơ quan báo chí", "ba cơ quan báo chí"),
        ] {
            assert_eq!(speak(written), said);
        }
    }

    #[test]
    fn symbols_say_what_they_mean() {
        assert_eq!(speak("06/QĐ-TTg"), "không sáu của Thủ tướng Chính phủ");
        assert_eq!(
            speak("Công văn 121/LĐTBXH-VP"),
            "Công văn một trăm hai mươi mốt của Lao động - Thương binh và Xã hội"
        );
        assert_eq!(speak("12-NQ/TW"), "mười hai của Trung ương");
    }

    #[test]
    fn nothing_breaks_on_nothing() {
        assert_eq!(speak(""), "");
        assert_eq!(duration("", 0), Duration::ZERO);
        assert_eq!(speak("31/02/2020"), "31/02/2020");
    }
}
