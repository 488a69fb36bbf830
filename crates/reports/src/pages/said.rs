//! Periods, counts and changes in words.

use crate::period::{Kind, Period};
use web::{Lang, lookup};

/// “tháng 10 năm 2026”.
pub(crate) fn named(lang: Lang, period: Period) -> String {
    let roman = ["I", "II", "III", "IV"];
    let nth = match period.kind {
        Kind::Quarter => {
            usize::try_from(period.nth - 1).ok().and_then(|at| roman.get(at)).map(ToString::to_string)
        }
        _ => Some(period.nth.to_string()),
    };
    let args = [
        ("nth", nth.unwrap_or_default()),
        // As text: a year has no thousands.
        ("year", format!("{:04}", period.year)),
        ("from", paper::short_day(period.first)),
        ("to", paper::short_day(period.last)),
    ];
    lookup(lang, &format!("period-{}", period.kind.name().replace('_', "-")), &args)
}

/// What a report is about, for its title on paper.
pub(crate) fn subject_of(lang: Lang, period: Period, subject: &str) -> String {
    if subject.is_empty() {
        let next = period.next().map(|next| named(lang, next)).unwrap_or_default();
        lookup(lang, "report-subject", &[("period", named(lang, period)), ("next", next)])
    } else {
        lookup(
            lang,
            "report-subject-campaign",
            &[("subject", subject.to_owned()), ("period", named(lang, period))],
        )
    }
}

/// What a report is called in lists.
pub(crate) fn title_of(lang: Lang, period: Period, subject: &str) -> String {
    if subject.is_empty() {
        lookup(lang, "report-called", &[("period", named(lang, period))])
    } else {
        format!("{subject} ({})", named(lang, period))
    }
}

/// What a briefing is called.
pub(crate) fn briefing_title(lang: Lang, month: Period) -> String {
    lookup(lang, "briefing-called", &[("period", named(lang, month))])
}

/// A count as offices write it: below ten with a nought before it (S170).
pub(crate) fn in_text(count: usize) -> String {
    match count {
        0 => "0".into(),
        1..=9 => format!("0{count}"),
        _ => paper::whole(i64::try_from(count).unwrap_or(i64::MAX)),
    }
}

/// “tăng 5 so với tháng 9 năm 2026”; with a percentage from ten on.
pub(crate) fn change(lang: Lang, now: usize, before: usize, period: Period) -> String {
    let like = period.before().map(|before| named(lang, before)).unwrap_or_default();
    let more = now.abs_diff(before);
    let share = if before >= 10 {
        #[expect(clippy::cast_precision_loss, reason = "counts of cases are small")]
        let share = more as f64 / before as f64;
        format!(" ({})", paper::percent(share, 1))
    } else {
        String::new()
    };
    let key = match now.cmp(&before) {
        std::cmp::Ordering::Greater => "change-more",
        std::cmp::Ordering::Less => "change-less",
        std::cmp::Ordering::Equal => "change-same",
    };
    lookup(lang, key, &[("n", format!("{}{share}", in_text(more))), ("period", like)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_called_as_offices_call_them() {
        for (code, vi, en) in [
            ("2026-10", "tháng 10 năm 2026", "October 2026"),
            ("2026-q3", "quý III năm 2026", "quarter III of 2026"),
            (
                "2026-w47",
                "tuần 47 năm 2026 (16/11/2026 – 22/11/2026)",
                "week 47 of 2026 (16/11/2026 – 22/11/2026)",
            ),
            ("2026-6m", "6 tháng đầu năm 2026", "the first six months of 2026"),
            ("2026", "năm 2026", "2026"),
        ] {
            let period = Period::parse(code).unwrap();
            assert_eq!(named(Lang::Vi, period), vi);
            assert_eq!(named(Lang::En, period), en);
        }
    }

    #[test]
    fn changes_say_how_much_and_against_what() {
        let period = Period::parse("2026-10").unwrap();
        assert_eq!(change(Lang::Vi, 25, 20, period), "tăng 05 (25,0%) so với tháng 9 năm 2026");
        assert_eq!(change(Lang::Vi, 1, 3, period), "giảm 02 so với tháng 9 năm 2026");
        assert_eq!(change(Lang::Vi, 3, 3, period), "bằng tháng 9 năm 2026");
    }
}
