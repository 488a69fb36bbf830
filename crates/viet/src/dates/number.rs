//! Numbers as Vietnamese writes them: `5.259.772` is over five million, `0,4` is four tenths.

/// A number read from Vietnamese notation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Whole(u64),
    /// A number with a decimal comma.
    Decimal(f64),
}

/// Reads one number: dots between groups of three digits, a comma before decimals.
/// `1.23` is refused: a dot is never a decimal sign here, and guessing would turn 1.230 into 1,23.
///
/// ```
/// use viet::dates::number::{Number, read};
/// assert_eq!(read("5.259.772"), Some(Number::Whole(5_259_772)));
/// assert_eq!(read("0,4"), Some(Number::Decimal(0.4)));
/// assert_eq!(read("1.23"), None);
/// ```
#[must_use]
pub fn read(text: &str) -> Option<Number> {
    let (whole, decimals) = match text.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let whole = read_grouped(whole)?;
    match decimals {
        None => Some(Number::Whole(whole)),
        Some(d) if !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{whole}.{d}").parse().ok().map(Number::Decimal)
        }
        Some(_) => None,
    }
}

fn read_grouped(text: &str) -> Option<u64> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let mut digits = String::from(first);
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        grouped = true;
        digits.push_str(group);
    }
    let first_fits = if grouped { (1..=3).contains(&first.len()) } else { !first.is_empty() };
    if !first_fits || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Writes a whole number with dots between groups of three: `5259772` → `5.259.772` (S169).
///
/// ```
/// assert_eq!(viet::dates::number::write(5_259_772), "5.259.772");
/// ```
#[must_use]
pub fn write(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_refuses() {
        for (text, want) in [
            ("1.237", Some(Number::Whole(1237))),
            ("03", Some(Number::Whole(3))),
            ("1.234,5", Some(Number::Decimal(1234.5))),
            ("1,234,567", None),
            ("12.34.567", None),
            ("", None),
            (".", None),
            (",5", None),
            ("5,", None),
            ("99999999999999999999999", None),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn written_numbers_read_back() {
        for n in [0, 7, 999, 1000, 1237, 5_259_772, u64::MAX] {
            assert_eq!(read(&write(n)), Some(Number::Whole(n)));
        }
    }
}
