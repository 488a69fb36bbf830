//! Days that hang on an event: “T-30” is thirty days before it, “T+7” seven after (S59).

use crate::line::Content;
use kernel::Day;

/// Reads “T-30”, “T+7”, “T” or a bare number of days.
#[must_use]
pub fn offset(text: &str) -> Option<i32> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace(['–', '−'], "-");
    let bare = text.strip_prefix(['T', 't', 'D', 'd']).unwrap_or(&text);
    if bare.is_empty() {
        return (!text.is_empty()).then_some(0);
    }
    bare.parse().ok().filter(|days: &i32| days.abs() <= 3660)
}

/// As it is written.
#[must_use]
pub fn written(offset: i32) -> String {
    match offset {
        0 => "T".to_owned(),
        days => format!("T{days:+}"),
    }
}

/// A line with its days as they follow from the day of its event.
#[must_use]
pub fn placed(mut content: Content, event: Day) -> Content {
    let day = |offset: i32| event.checked_add(jiff::Span::new().days(i64::from(offset))).ok();
    let [from, to, due] = content.offsets.map(|offset| offset.and_then(day));
    content.from = from.or(content.from);
    content.to = to.or(content.to);
    content.due = due.or(content.due);
    content
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NewId, UnitId};

    #[test]
    fn s59_days_follow_their_event() {
        for (text, days) in [
            ("T-30", Some(-30)),
            ("t + 7", Some(7)),
            ("T", Some(0)),
            ("–5", Some(-5)),
            ("", None),
            ("Tết", None),
        ] {
            assert_eq!(offset(text), days, "{text}");
        }
        assert_eq!((written(-30), written(0), written(7)), ("T-30".into(), "T".into(), "T+7".into()));
        let line = Content { offsets: [Some(-30), None, Some(1)], ..Content::of(UnitId::fresh()) };
        let line = placed(line, Day::constant(2026, 12, 15));
        assert_eq!(
            (line.from, line.to, line.due),
            (Some(Day::constant(2026, 11, 15)), None, Some(Day::constant(2026, 12, 16)))
        );
    }
}
