//! Numbers in words, as they are said: `1.005` is một nghìn không trăm linh năm.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A whole number in words.
///
/// ```
/// use viet::speak::number;
/// assert_eq!(number(21), "hai mươi mốt");
/// assert_eq!(number(105), "một trăm linh năm");
/// assert_eq!(number(5_259_772), "năm triệu hai trăm năm mươi chín nghìn bảy trăm bảy mươi hai"); // S169
/// assert_eq!(number(2_000_000_015), "hai tỷ không trăm mười lăm");
/// ```
#[must_use]
pub fn number(n: u64) -> String {
    if n == 0 {
        return "không".to_owned();
    }
    let mut out = Vec::new();
    billions(n, false, &mut out);
    out.join(" ")
}

fn billions(n: u64, inside: bool, out: &mut Vec<&'static str>) {
    let (high, low) = (n / 1_000_000_000, n % 1_000_000_000);
    if high > 0 {
        billions(high, inside, out);
        out.push("tỷ");
    }
    let mut inside = inside || high > 0;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = low / size % 1000;
        if group == 0 {
            continue;
        }
        hundreds(group as usize, inside, out);
        if !name.is_empty() {
            out.push(name);
        }
        inside = true;
    }
}

fn digit(n: usize) -> &'static str {
    DIGITS.get(n % 10).copied().unwrap_or("không")
}

/// Three digits; inside a larger number the hundreds are said even when they are none.
fn hundreds(n: usize, inside: bool, out: &mut Vec<&'static str>) {
    let (h, t, u) = (n / 100, n / 10 % 10, n % 10);
    if h > 0 || inside {
        out.push(digit(h));
        out.push("trăm");
    }
    match t {
        0 if u > 0 && (h > 0 || inside) => out.push("linh"),
        0 => {}
        1 => out.push("mười"),
        _ => {
            out.push(digit(t));
            out.push("mươi");
        }
    }
    match (t, u) {
        (_, 0) => {}
        (2.., 1) => out.push("mốt"),
        (2.., 4) => out.push("tư"),
        (1.., 5) => out.push("lăm"),
        _ => out.push(digit(u)),
    }
}

/// Digits one by one, as telephone numbers are read.
#[must_use]
pub fn digits(text: &str) -> String {
    let words: Vec<&str> =
        text.bytes().filter(u8::is_ascii_digit).map(|b| digit(usize::from(b - b'0'))).collect();
    words.join(" ")
}

/// A number in Vietnamese notation: dots between groups, a comma before decimals.
#[must_use]
pub(super) fn notated(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once(',').map_or((text, None), |(w, d)| (w, Some(d)));
    let whole = match crate::dates::number::read(whole)? {
        crate::dates::number::Number::Whole(n) => number(n),
        crate::dates::number::Number::Decimal(_) => return None,
    };
    match decimals {
        None => Some(whole),
        Some(d) if d.is_empty() || !d.bytes().all(|b| b.is_ascii_digit()) => None,
        Some(d) if d.len() <= 2 && !d.starts_with('0') => {
            Some(format!("{whole} phẩy {}", number(d.parse().ok()?)))
        }
        Some(d) => Some(format!("{whole} phẩy {}", digits(d))),
    }
}

/// How an ordinal differs: the first and the fourth have words of their own.
#[must_use]
pub(super) fn ordinal(n: u64) -> String {
    match n {
        1 => "nhất".to_owned(),
        4 => "tư".to_owned(),
        _ => number(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_said() {
        for (n, words) in [
            (0, "không"),
            (4, "bốn"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (24, "hai mươi tư"),
            (30, "ba mươi"),
            (100, "một trăm"),
            (1000, "một nghìn"),
            (1005, "một nghìn không trăm linh năm"),
            (1237, "một nghìn hai trăm ba mươi bảy"),
            (2020, "hai nghìn không trăm hai mươi"),
            (1_000_000_000_000, "một nghìn tỷ"),
        ] {
            assert_eq!(number(n), words);
        }
        assert!(!number(u64::MAX).is_empty());
        assert_eq!(notated("12,5").unwrap(), "mười hai phẩy năm");
        assert_eq!(notated("0,05").unwrap(), "không phẩy không năm");
        assert_eq!(notated("1.23"), None);
    }
}
