//! Dates and numbers as people of a language write them: `22/11/2026`, `5.259.772` (S169), `1,237`.

use crate::Lang;
use kernel::{Day, Moment, Zone};

/// Formats for one language in one zone.
#[derive(Debug, Clone)]
pub struct Format {
    lang: Lang,
    zone: Zone,
}

impl Format {
    /// For `lang` in `zone`.
    #[must_use]
    pub fn new(lang: Lang, zone: Zone) -> Self {
        Self { lang, zone }
    }

    /// `22/11/2026`, in both languages: the portal's readers know it, and the month is never in doubt with a year.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
    }

    /// The day of an instant.
    #[must_use]
    pub fn date(&self, at: Moment) -> String {
        self.day(self.zone.day(at))
    }

    /// `07:30, 22/11/2026`.
    #[must_use]
    pub fn date_time(&self, at: Moment) -> String {
        format!("{}, {}", self.time(at), self.date(at))
    }

    /// The same for what stands in public: a day whose time nobody stated is a day, not midnight.
    #[must_use]
    pub fn stamp(&self, at: Moment) -> String {
        if self.is_whole_day(at) { self.date(at) } else { self.date_time(at) }
    }

    /// Whether a moment stands for its whole day: what was taken over from elsewhere often says no more.
    #[must_use]
    pub fn is_whole_day(&self, at: Moment) -> bool {
        let local = self.zone.local(at);
        (local.hour(), local.minute(), local.second(), local.subsec_nanosecond()) == (0, 0, 0, 0)
    }

    /// `07:30`.
    #[must_use]
    pub fn time(&self, at: Moment) -> String {
        let local = self.zone.local(at);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `07:30:05, 22/11/2026`: where entries of one minute have to be told apart.
    #[must_use]
    pub fn exact(&self, at: Moment) -> String {
        format!("{}:{:02}, {}", self.time(at), self.zone.local(at).second(), self.date(at))
    }

    /// `Thứ Năm, 11/06/2020 13:48` (S133), `Thursday 11 June 2020, 13:48`.
    #[must_use]
    pub fn long(&self, at: Moment) -> String {
        let day = self.long_day(self.zone.day(at));
        match self.lang {
            Lang::Vi => format!("{day} {}", self.time(at)),
            Lang::En => format!("{day}, {}", self.time(at)),
        }
    }

    /// `Chủ nhật, 22/11/2026`, `Sunday 22 November 2026`.
    #[must_use]
    pub fn long_day(&self, day: Day) -> String {
        let weekday = self.weekday(day);
        match self.lang {
            Lang::Vi => format!("{weekday}, {}", self.day(day)),
            Lang::En => format!("{weekday} {} {} {}", day.day(), month_name(day.month()), day.year()),
        }
    }

    /// `11/2026`, `November 2026`.
    #[must_use]
    pub fn month(&self, year: i16, month: i8) -> String {
        match self.lang {
            Lang::Vi => format!("{month:02}/{year}"),
            Lang::En => format!("{} {year}", month_name(month)),
        }
    }

    /// The name of a day of the week, with the capitals of Decree 30/2020/NĐ-CP, annex II.
    #[must_use]
    pub fn weekday(&self, day: Day) -> &'static str {
        let index = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        match self.lang {
            Lang::Vi => WEEKDAYS_VI.get(index).copied().unwrap_or_default(),
            Lang::En => WEEKDAYS_EN.get(index).copied().unwrap_or_default(),
        }
    }

    /// RFC 3339 with the zone's offset, for `<time datetime>`.
    #[must_use]
    pub fn iso(&self, at: Moment) -> String {
        self.zone.rfc3339(at)
    }

    /// A whole number with the language's thousands mark.
    #[must_use]
    pub fn number(&self, n: impl Into<i64>) -> String {
        n.into().grouped(self.lang)
    }

    /// The zone.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

const WEEKDAYS_VI: [&str; 7] = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// English only: Vietnamese months are numbers.
fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month).ok().and_then(|n| NAMES.get(n.checked_sub(1)?).copied()).unwrap_or_default()
}

/// Whole numbers as they are written.
pub trait Numeral {
    /// With a mark between groups of three digits: a dot in Vietnamese, a comma in English.
    fn grouped(&self, lang: Lang) -> String;
}

impl Numeral for i64 {
    fn grouped(&self, lang: Lang) -> String {
        let mark = match lang {
            Lang::Vi => '.',
            Lang::En => ',',
        };
        let digits = self.unsigned_abs().to_string();
        let mut out = String::new();
        if *self < 0 {
            out.push('−');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s169_numbers_carry_dots_in_vietnamese() {
        for (n, vi, en) in [
            (5_259_772, "5.259.772", "5,259,772"),
            (1_237, "1.237", "1,237"),
            (999, "999", "999"),
            (0, "0", "0"),
            (-12_000, "−12.000", "−12,000"),
        ] {
            assert_eq!(n.grouped(Lang::Vi), vi);
            assert_eq!(n.grouped(Lang::En), en);
        }
    }

    #[test]
    fn s133_the_weekday_is_the_calendars() {
        let vi = Format::new(Lang::Vi, Zone::default());
        let at = Moment::parse("2020-06-11T13:48:46+07:00").unwrap();
        assert_eq!(vi.long(at), "Thứ Năm, 11/06/2020 13:48");
        assert_eq!(vi.long_day(Day::constant(2026, 11, 22)), "Chủ nhật, 22/11/2026");
        assert_eq!(vi.month(2026, 3), "03/2026");
        let en = Format::new(Lang::En, Zone::default());
        assert_eq!(en.long(at), "Thursday 11 June 2020, 13:48");
        assert_eq!(en.long_day(Day::constant(2026, 11, 22)), "Sunday 22 November 2026");
        assert_eq!(en.month(2026, 3), "March 2026");
        assert_eq!(vi.date_time(at), "13:48, 11/06/2020");
        assert_eq!(vi.exact(at), "13:48:46, 11/06/2020");
        assert_eq!(vi.stamp(at), "13:48, 11/06/2020");
        assert_eq!(vi.stamp(Moment::parse("2020-06-11T00:00:00+07:00").unwrap()), "11/06/2020");
    }
}
