//! Roman numbers, which count congresses and quarters (S171).

/// Value of a Roman number in capitals, 1–3999, written the regular way.
///
/// ```
/// use viet::tokens::roman_value;
/// assert_eq!(roman_value("XVII"), Some(17));
/// assert_eq!(roman_value("IIX"), None);
/// ```
#[must_use]
pub fn roman_value(text: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if text.is_empty() || text.len() > 15 || !text.bytes().all(|b| b"IVXLCDM".contains(&b)) {
        return None;
    }
    let (mut rest, mut value) = (text, 0);
    for (part, worth) in PARTS {
        let repeats = if matches!(worth, 1 | 10 | 100 | 1000) { 3 } else { 1 };
        for _ in 0..repeats {
            if let Some(after) = rest.strip_prefix(part) {
                rest = after;
                value += worth;
            }
        }
    }
    // 9 and 4 exclude what they subtract from: IXI, XIXI never appear because PARTS is ordered.
    let regular = rest.is_empty()
        && !["IXI", "IXV", "IVI", "XCX", "XCL", "XLX", "CMC", "CMD", "CDC"]
            .iter()
            .any(|bad| text.contains(bad));
    regular.then_some(value)
}
