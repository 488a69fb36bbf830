//! Money and numbers as units write them: `1.200.000.000`, `1,2 tỷ`, `350 triệu đồng`, `12,5`.

/// More than any agency spends on anything, in đồng: what is above it was mistyped.
pub const MOST_MONEY: i64 = 1_000_000_000_000_000;

/// Reads an amount of money in đồng. Nothing written is nothing; what cannot be read is `None`.
#[must_use]
pub fn money(text: &str) -> Option<i64> {
    let text = viet::fold::fold_lower(text);
    let text = text.trim().trim_end_matches(['.', ';']).trim();
    if text.is_empty() || matches!(text, "-" | "–" | "khong" | "0") {
        return Some(0);
    }
    let bare =
        text.trim_end_matches("viet nam").trim().trim_end_matches("vnd").trim().trim_end_matches("dong");
    let bare = bare.trim().trim_end_matches(['đ', 'd']).trim();
    let scales = [
        ("ty", 1_000_000_000),
        ("ti", 1_000_000_000),
        ("trieu", 1_000_000),
        ("tr", 1_000_000),
        ("nghin", 1000),
        ("ngan", 1000),
    ];
    let mut total: i64 = 0;
    let mut rest = bare.to_owned();
    let mut scaled = false;
    for (word, scale) in scales {
        if let Some((before, after)) = rest.clone().split_once(word) {
            total = total.checked_add(thousandths(before.trim())?.checked_mul(scale)? / 1000)?;
            rest = after.trim().to_owned();
            scaled = true;
        }
    }
    if rest.is_empty() {
        return Some(total).filter(|_| scaled);
    }
    total.checked_add(thousandths(&rest)? / 1000).filter(|sum| *sum >= 0)
}

/// Reads a number of at most three decimals, in thousandths. A dot stands between groups, or before decimals where no
/// group of three follows: people type both.
#[must_use]
pub fn thousandths(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, decimals) = match text.split_once(',') {
        Some((_, rest)) if rest.contains(',') || rest.contains('.') => (text.replace(',', ""), String::new()),
        Some((whole, rest)) => (whole.replace('.', ""), rest.to_owned()),
        None => match text.rsplit_once('.') {
            Some((whole, rest)) if rest.len() != 3 && !whole.contains('.') => {
                (whole.to_owned(), rest.to_owned())
            }
            _ => (text.replace('.', ""), String::new()),
        },
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || decimals.len() > 3 || !digits(&whole) || !digits(&decimals) {
        return None;
    }
    let part: i64 = format!("{decimals:0<3}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(part)
}

/// Thousandths as they are written, with dots between groups and a comma.
#[must_use]
pub fn written(thousandths: i64) -> String {
    let (whole, part) = (thousandths / 1000, (thousandths % 1000).unsigned_abs());
    let whole = viet::dates::number::write(whole.unsigned_abs());
    let decimals = format!("{part:03}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { whole } else { format!("{whole},{decimals}") }
}

/// Đồng as they are written.
#[must_use]
pub fn dong(amount: i64) -> String {
    viet::dates::number::write(amount.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_is_read_as_units_write_it() {
        for (text, amount) in [
            ("1.200.000.000", Some(1_200_000_000)),
            ("1,2 tỷ", Some(1_200_000_000)),
            ("1 tỷ 200 triệu đồng", Some(1_200_000_000)),
            ("350 triệu", Some(350_000_000)),
            ("350tr", Some(350_000_000)),
            ("45.000.000 đ", Some(45_000_000)),
            ("45000000", Some(45_000_000)),
            ("1,200,000", Some(1_200_000)),
            ("", Some(0)),
            ("-", Some(0)),
            ("Không", Some(0)),
            ("theo dự toán", None),
            ("-5", None),
            ("999999999999999999999", None),
        ] {
            assert_eq!(money(text), amount, "{text}");
        }
    }

    #[test]
    fn numbers_keep_their_decimals() {
        assert_eq!(thousandths("12,5"), Some(12_500));
        assert_eq!(thousandths("1.250"), Some(1_250_000));
        assert_eq!(thousandths("12.5"), Some(12_500));
        assert_eq!(written(12_500), "12,5");
        assert_eq!(written(1_250_000), "1.250");
        assert_eq!(thousandths("hai"), None);
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_it(text in "\\PC{0,40}") {
            let _read = (money(&text), thousandths(&text));
        }

        #[test]
        fn what_is_written_is_read_again(amount in 0i64..1_000_000_000_000) {
            prop_assert_eq!(money(&dong(amount)), Some(amount));
            prop_assert_eq!(thousandths(&written(amount)), Some(amount));
        }
    }
}
