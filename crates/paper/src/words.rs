//! Days, numbers and letters as Vietnamese offices write them.

use jiff::civil::Date;

/// Place and day as the decree wants them: days under 10 and the months 1 and 2 with a nought before them (NĐ 30/2020,
/// Phụ lục I).
///
/// ```
/// let day = jiff::civil::date(2026, 2, 5);
/// assert_eq!(paper::place_and_day(Some("Vân Khê"), day), "Vân Khê, ngày 05 tháng 02 năm 2026");
/// assert_eq!(paper::place_and_day(None, jiff::civil::date(2026, 3, 15)), "Ngày 15 tháng 3 năm 2026");
/// ```
pub fn place_and_day(place: Option<&str>, day: Date) -> String {
    let rest = full_day(day);
    match place {
        Some(place) => format!("{place}, ngày {rest}"),
        None => format!("Ngày {rest}"),
    }
}

/// A day in words, without the first: `03 tháng 11 năm 2026`.
pub(crate) fn full_day(day: Date) -> String {
    let month = if day.month() < 3 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("{:02} tháng {month} năm {}", day.day(), day.year())
}

/// A day in figures: `22/11/2026`.
pub fn short_day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A whole number with a point between the thousands.
///
/// ```
/// assert_eq!(paper::whole(-1204500), "-1.204.500");
/// ```
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut written = String::with_capacity(digits.len() + 8);
    if number < 0 {
        written.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

/// A number with a decimal comma, rounded to so many places. What is no number, or beyond 15 digits, is a dash.
///
/// ```
/// assert_eq!(paper::decimal(1234.567, 1), "1.234,6");
/// assert_eq!(paper::decimal(f64::NAN, 1), "–");
/// ```
pub fn decimal(number: f64, places: usize) -> String {
    if !number.is_finite() || number.abs() >= 1e15 {
        return "–".to_owned();
    }
    let plain = format!("{:.*}", places.min(9), number.abs());
    let (before, after) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let zero = plain.chars().all(|digit| matches!(digit, '0' | '.'));
    let sign = if number < 0.0 && !zero { "-" } else { "" };
    let before = before.parse::<i64>().map_or_else(|_| before.to_owned(), whole);
    if after.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before},{after}") }
}

/// A share of one as a percentage: 0.125 is `12,5%`.
pub fn percent(share: f64, places: usize) -> String {
    let written = decimal(share * 100.0, places);
    if written == "–" { written } else { format!("{written}%") }
}

/// A Roman numeral. Beyond 3999, which no paper has, the plain number.
pub(crate) fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut written = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            written.push_str(sign);
            left -= worth;
        }
    }
    written
}

/// The letter of a point, in the order of the Vietnamese alphabet without its marked vowels, as laws letter their
/// points: a, b, c, d, đ, e, g, h, i … y. After y comes aa.
pub(crate) fn letter(number: u32) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
        'v', 'x', 'y',
    ];
    let at = number.saturating_sub(1) as usize;
    let letter = LETTERS.get(at % LETTERS.len()).copied().unwrap_or('a');
    std::iter::repeat_n(letter, at / LETTERS.len() + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_noughts_of_the_decree() {
        for (month, day, said) in [
            (1, 9, "ngày 09 tháng 01"),
            (2, 10, "ngày 10 tháng 02"),
            (3, 1, "ngày 01 tháng 3"),
            (9, 30, "ngày 30 tháng 9"),
            (11, 22, "ngày 22 tháng 11"),
        ] {
            let written = place_and_day(Some("Vân Khê"), jiff::civil::date(2026, month, day));
            assert_eq!(written, format!("Vân Khê, {said} năm 2026"));
        }
    }

    #[test]
    fn numbers_are_written_as_here() {
        for (number, said) in [(0, "0"), (999, "999"), (1000, "1.000"), (-12_345_678, "-12.345.678")] {
            assert_eq!(whole(number), said);
        }
        assert_eq!(whole(i64::MIN), "-9.223.372.036.854.775.808");
        assert_eq!(decimal(-0.04, 1), "0,0");
        assert_eq!(decimal(-1.26, 1), "-1,3");
        assert_eq!(decimal(2.0, 0), "2");
        assert_eq!(percent(0.125, 1), "12,5%");
        assert_eq!(percent(f64::INFINITY, 1), "–");
    }

    #[test]
    fn headings_are_counted_as_here() {
        assert_eq!([1, 4, 9, 14, 40, 90].map(roman), ["I", "IV", "IX", "XIV", "XL", "XC"]);
        assert_eq!([1, 4, 5, 6, 7, 23, 24, 28].map(letter), ["a", "d", "đ", "e", "g", "y", "aa", "đđ"]);
    }
}
