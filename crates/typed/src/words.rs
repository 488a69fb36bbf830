//! Words: one composition, nothing unseen in them, not too long.

use kernel::{Failure, Refusal};

/// One line: letters composed (NFC), every run of white space one space, nothing that hides or turns what is read.
#[must_use]
pub fn line(text: &str) -> String {
    let clean = prose::line(text);
    let seen: String = clean.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines, each as [`line`]: at most one empty one between two.
#[must_use]
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut kept: Vec<String> = Vec::new();
    for given in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let clean = line(given);
        if !(clean.is_empty() && kept.last().is_none_or(String::is_empty)) {
            kept.push(clean);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

/// Notes a refusal when a text is longer than it may be.
pub fn too_long(field: &'static str, text: &str, most: usize, against: &mut Vec<Refusal>) {
    if text.chars().count() > most {
        against.push(Refusal::field(field, "refused-too-long").with("most", most));
    }
}

/// One [`line`] that is not too long.
///
/// # Errors
/// Refused when it has more than `most` characters.
pub fn one_line(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    bounded(field, line(text), most)
}

/// Several [`lines`] that are not too long.
///
/// # Errors
/// Refused when they have more than `most` characters.
pub fn words(field: &'static str, text: &str, most: usize) -> Result<String, Failure> {
    bounded(field, lines(text), most)
}

/// [`words`] where nothing is no answer; `missing` is the locale key that asks for them.
///
/// # Errors
/// Refused when there are none, or more than `most` characters.
pub fn reason(
    field: &'static str,
    text: &str,
    most: usize,
    missing: &'static str,
) -> Result<String, Failure> {
    let text = words(field, text, most)?;
    if text.is_empty() {
        return Err(Failure::refused(Refusal::field(field, missing)));
    }
    Ok(text)
}

fn bounded(field: &'static str, text: String, most: usize) -> Result<String, Failure> {
    let mut against = Vec::new();
    too_long(field, &text, most, &mut against);
    Failure::unless(against)?;
    Ok(text)
}

/// Gathers reasons against: what was refused is noted, and the empty value goes on.
///
/// # Errors
/// Every failure that is no refusal.
pub fn noted<T: Default>(against: &mut Vec<Refusal>, outcome: Result<T, Failure>) -> Result<T, Failure> {
    match outcome {
        Ok(value) => Ok(value),
        Err(Failure::Refused(reasons)) => {
            against.extend(reasons);
            Ok(T::default())
        }
        Err(other) => Err(other),
    }
}

/// The first `most` characters of a text as one line, for lists.
#[must_use]
pub fn head(text: &str, most: usize) -> String {
    let one = line(text);
    if one.chars().count() <= most {
        return one;
    }
    let mut cut: String = one.chars().take(most).collect();
    cut.push('…');
    cut
}

/// Paragraphs of a text, each with its lines, as pages show them.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Vec<String>> {
    text.split("\n\n")
        .map(|paragraph| paragraph.lines().map(ToOwned::to_owned).collect::<Vec<_>>())
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// An address that letters can go to, in small letters.
///
/// # Errors
/// Refused when no server would take it, or none outside this house.
pub fn address(field: &'static str, text: &str) -> Result<String, Failure> {
    let refused = || Failure::refused(Refusal::field(field, "refused-address"));
    let address: mail::Address = text.trim().to_lowercase().parse().map_err(|_| refused())?;
    if !address.domain().contains('.') {
        return Err(refused());
    }
    Ok(address.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_kept() {
        assert_eq!(line("  Hồ\tsơ\u{202e}  đất\0\u{200f}  "), "Hồ sơ đất");
        assert_eq!(line("Vie\u{302}\u{323}t\r\nNam"), "Việt Nam");
        assert_eq!(lines(" một\r\n\r\n\r\n\r\nhai\u{7}\n\n"), "một\n\nhai");
        assert_eq!(lines("a\rb\u{2028}c"), "a\nb\nc");
        assert_eq!(paragraphs("một\nhai\n\nba").len(), 2);
    }

    #[test]
    fn what_is_too_long_or_missing_is_refused() {
        assert_eq!(words("note", "đủ", 2).unwrap(), "đủ");
        assert!(words("note", "đủ rồi", 2).is_err());
        assert!(one_line("name", "dài quá", 3).is_err());
        assert!(reason("reason", " \u{200b}\n ", 10, "refused-work-reason").is_err());
        assert_eq!(head("một hai ba", 7), "một hai…");
    }

    #[test]
    fn nothing_typed_smuggles_a_line_or_a_header_in() {
        assert_eq!(one_line("name", " Lò\r\nBcc: x@y.z ", 40).unwrap(), "Lò Bcc: x@y.z");
    }

    #[test]
    fn addresses_are_told_from_tricks() {
        for (given, kept) in [
            ("mai@lien.example", "mai@lien.example"),
            ("lo.thi+mai@thu.lien.example", "lo.thi+mai@thu.lien.example"),
            (" Toa.Soan@Bao.Example ", "toa.soan@bao.example"),
        ] {
            assert_eq!(address("email", given).unwrap(), kept);
        }
        for bad in [
            "",
            "mai",
            "không",
            "@x.y",
            "mai@x",
            "a b@x.y",
            "a@x.y\r\nBcc: b@x.y",
            "a@x..y",
            "a,b@x.y",
            "<a@x.y>",
            "a@b.c, d@e.f",
            "a@[127.0.0.1]",
        ] {
            assert!(address("email", bad).is_err(), "{bad:?}");
        }
    }
}
