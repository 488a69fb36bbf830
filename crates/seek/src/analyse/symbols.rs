//! Numbers and symbols of documents, so that half of one is enough.

use viet::fold::fold_lower;

/// Parts of a document's number and symbol, folded, in order, numbers without leading zeros:
/// `06/QĐ-TTg` → `6`, `qd`, `ttg`.
pub(crate) fn symbol_parts(symbol: &str) -> Vec<String> {
    fold_lower(symbol)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|p| !p.is_empty())
        .map(|p| {
            let bare = p.trim_start_matches('0');
            if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.to_owned() } else { p.to_owned() }
        })
        .collect()
}

/// Everything a symbol is found by: its parts, and every beginning of each part and of the letters written
/// together (`ldtbxhvp`), so that half a symbol is enough.
pub(crate) fn symbol_terms(symbol: &str) -> Vec<String> {
    let parts = symbol_parts(symbol);
    let letters: Vec<&str> =
        parts.iter().map(String::as_str).filter(|p| !p.starts_with(|c: char| c.is_ascii_digit())).collect();
    let mut terms = Vec::new();
    for start in 0..letters.len() {
        let together = letters.get(start..).unwrap_or_default().concat();
        terms.extend(beginnings(&together));
    }
    for part in parts {
        terms.extend(beginnings(&part));
        terms.push(part);
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// `ttg` → `t*`, `tt*`, `ttg*`.
fn beginnings(part: &str) -> impl Iterator<Item = String> + '_ {
    part.char_indices().take(24).map(|(at, c)| format!("{}*", part.get(..at + c.len_utf8()).unwrap_or(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_found_by_any_half() {
        assert_eq!(symbol_parts("06/QĐ-TTg"), ["6", "qd", "ttg"]);
        let terms = symbol_terms("121/LĐTBXH-VP");
        for wanted in ["121", "ldtbxh", "12*", "ldtb*", "ldtbxhv*", "vp"] {
            assert!(terms.iter().any(|t| t == wanted), "{wanted}");
        }
    }
}
