//! Days as people write them.

use kernel::Day;

/// A day of a form: `2026-11-22`, or as people write it (`22/11/2026`, `ngày 22 tháng 11 năm 2026`).
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Some(day);
    }
    let when = viet::dates::read(text, None).ok()?;
    (when.start == when.end).then_some(when.start).and_then(day_of)
}

/// The same day in the words of our calendar.
#[must_use]
pub fn day_of(date: viet::dates::Date) -> Option<Day> {
    let (year, month) = (i16::try_from(date.year()).ok()?, i8::try_from(date.month()).ok()?);
    Day::new(year, month, i8::try_from(date.day()).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["2026-11-22", " 22/11/2026 ", "22.11.2026", "ngày 22 tháng 11 năm 2026"] {
            assert_eq!(day(text), Day::new(2026, 11, 22).ok(), "{text}");
        }
        for text in ["", "tháng 11/2026", "31/02/2026", "hôm nào đó"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
