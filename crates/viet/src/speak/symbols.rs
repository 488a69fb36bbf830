//! Document symbols, units and single letters, as they are said.

use super::numbers::number;
use crate::abbreviations;
use crate::refs::Symbol;

/// A document symbol: its number, its year, who made it. The type is said before it as a rule.
pub(super) fn say(written: &str) -> String {
    let Some(symbol) = Symbol::read(written, None) else {
        return chunks(written)
            .map(|part| part.parse().map_or_else(|_| spelled(part), number))
            .collect::<Vec<_>>()
            .join(" ");
    };
    let mut said = Vec::new();
    if let Some(n) = &symbol.number {
        said.push(numbered(n));
    }
    if let Some(year) = symbol.year.and_then(|y| u64::try_from(y).ok()) {
        said.push(format!("năm {}", number(year)));
    }
    if !symbol.issuer.is_empty() {
        said.push(format!("của {}", issuer(&symbol.issuer)));
    }
    said.join(" ")
}

/// 06 keeps its zero: lists say không sáu.
fn numbered(n: &str) -> String {
    let digits: String = n.chars().take_while(char::is_ascii_digit).collect();
    let rest: String = n.chars().skip(digits.len()).collect();
    let mut said = digits.parse().map_or_else(|_| super::digits(&digits), number);
    if digits.len() > 1 && digits.starts_with('0') {
        said.insert_str(0, "không ");
    }
    if !rest.is_empty() {
        said.push(' ');
        said.push_str(&spelled(&rest));
    }
    said
}

fn issuer(code: &str) -> String {
    if let Some(term) = code.strip_prefix("QH").and_then(|n| n.parse().ok()) {
        return format!("Quốc hội khóa {}", number(term));
    }
    abbreviations::look_up(code).next().map_or_else(|| spelled(code), |entry| entry.long.to_owned())
}

/// Runs of digits and runs of letters.
pub(super) fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = rest.chars().next()?;
        let same = |c: char| c.is_alphanumeric() && c.is_ascii_digit() == first.is_ascii_digit();
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        let (head, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(head)
    })
}

/// Letters by their names.
pub(super) fn spelled(letters: &str) -> String {
    letters.chars().filter(|c| c.is_alphanumeric()).map(name).collect::<Vec<_>>().join(" ")
}

fn name(c: char) -> String {
    let said = match crate::letters::lower(c) {
        'b' => "bê",
        'c' => "xê",
        'd' => "dê",
        'đ' => "đê",
        'f' => "ép",
        'g' => "giê",
        'h' => "hát",
        'j' => "gi",
        'k' => "ca",
        'l' => "lờ",
        'm' => "mờ",
        'n' => "nờ",
        'p' => "pê",
        'q' => "quy",
        'r' => "rờ",
        's' => "ét",
        't' => "tê",
        'v' => "vê",
        'w' => "vê kép",
        'x' => "ích",
        'y' => "i",
        'z' => "dét",
        other if other.is_ascii_digit() => return number(u64::from(other.to_digit(10).unwrap_or(0))),
        other => return other.to_string(),
    };
    said.to_owned()
}

/// A unit of measure in full.
pub(super) fn unit(written: &str) -> Option<&'static str> {
    Some(match written {
        "km" => "ki-lô-mét",
        "m" => "mét",
        "cm" => "xăng-ti-mét",
        "mm" => "mi-li-mét",
        "kg" => "ki-lô-gam",
        "g" => "gam",
        "mg" => "mi-li-gam",
        "ha" => "héc-ta",
        "m2" | "m²" => "mét vuông",
        "m3" | "m³" => "mét khối",
        "km2" | "km²" => "ki-lô-mét vuông",
        "km/h" => "ki-lô-mét trên giờ",
        "m/s" => "mét trên giây",
        "kW" => "ki-lô-oát",
        "MW" => "mê-ga-oát",
        "kWh" => "ki-lô-oát giờ",
        "ml" => "mi-li-lít",
        "l" => "lít",
        "đ" | "VNĐ" | "VND" | "vnđ" => "đồng",
        "USD" => "đô la Mỹ",
        "MB" => "mê-ga-bai",
        "GB" => "gi-ga-bai",
        "°C" => "độ xê",
        _ => return None,
    })
}
