//! Lunar days and feasts: `15/7 âm lịch`, `mùng 3 Tết`, `rằm tháng Giêng năm Giáp Thìn`.

use super::civil::Date;
use super::grammar::{Grammar, Meant};
use super::lex::Kind;
use super::lunar::LunarDate;
use super::when::{Doubt, Invalid, When};

const CAN: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
const CHI: [&str; 12] = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];

impl Grammar<'_, '_> {
    /// `âm lịch`, `(ÂL)`, `nhuận`; whether it is the leap month.
    pub(super) fn lunar_mark(&self, at: usize) -> Option<(bool, usize)> {
        let (leap, at) = if self.word(at, "nhuận") { (true, at + 1) } else { (false, at) };
        let opened = self.mark(at, &["("]);
        let inner = at + usize::from(opened);
        let next = if self.words(inner, &["âm", "lịch"]) {
            inner + 2
        } else if self.token(inner).is_some_and(|t| t.text == "ÂL" || t.text == "AL") {
            inner + 1
        } else {
            return leap.then_some((true, at));
        };
        Some((leap, next + usize::from(opened && self.mark(next, &[")"]))))
    }

    /// A lunar year after a lunar day: `năm Kỷ Hợi`, `Kỷ Hợi`, `năm 2019`, `2019`.
    pub(super) fn lunar_year(&self, at: usize) -> (Option<i32>, usize) {
        let bare = if self.word(at, "năm") { at + 1 } else { at };
        if let Some((year, next)) = self.can_chi(bare) {
            // "Tết Kỷ Hợi 2019", "Kỷ Hợi - 2019": the number says the same again.
            let after = if self.dash(next) || self.mark(next, &["("]) { next + 1 } else { next };
            return match self.year4(after) {
                Some((number, end)) if !self.goes_on(end) => {
                    (Some(number), end + usize::from(self.mark(end, &[")"])))
                }
                _ => (Some(year), next),
            };
        }
        match self.year_after(at) {
            Some((year, next)) => (Some(year), next),
            None => match self.year4(at) {
                Some((year, next)) if !self.goes_on(next) => (Some(year), next),
                _ => (None, at),
            },
        }
    }

    pub(super) fn can_chi(&self, at: usize) -> Option<(i32, usize)> {
        let can = CAN
            .iter()
            .position(|w| self.word(at, w))
            .or_else(|| if self.word(at, "kỉ") { Some(5) } else { self.word(at, "quí").then_some(9) })?
            as i32;
        let spelt = [("tí", 0), ("mẹo", 3), ("tị", 5)];
        let chi = CHI.iter().position(|w| self.word(at + 1, w)).map(|p| p as i32);
        let chi = chi.or_else(|| spelt.iter().find(|(w, _)| self.word(at + 1, w)).map(|(_, p)| *p))?;
        let near = self.reference.map_or(2020, Date::year);
        let year = (near - 30..=near + 30)
            .find(|y| (y - 4).rem_euclid(10) == can && (y - 4).rem_euclid(12) == chi)?;
        Some((year, at + 2))
    }

    pub(super) fn lunar(&self, year: Option<i32>, month: u32, leap: bool, day: u32) -> Result<When, Invalid> {
        let solar = |year| {
            let lunar = LunarDate { year, month, leap, day };
            lunar.to_solar().map(|date| (lunar, date))
        };
        let (lunar, date) = match year {
            Some(year) => solar(year).ok_or(Invalid::Lunar)?,
            None => {
                let reference = self.reference.ok_or(Invalid::YearUnknown)?;
                let near = reference.year();
                // The year is chosen by a day every month has: a 30th that is missing is refused, not moved a year.
                let away = |year: &i32| {
                    let sure = LunarDate { year: *year, month, leap, day: day.min(29) };
                    sure.to_solar().map_or(i64::MAX, |date| (date.days() - reference.days()).abs())
                };
                let year = (near - 1..=near + 1).min_by_key(away).ok_or(Invalid::Lunar)?;
                solar(year).ok_or(Invalid::Lunar)?
            }
        };
        let mut when = When::day(date);
        when.lunar = Some(lunar);
        Ok(if year.is_none() { when.doubt(Doubt::YearInferred) } else { when })
    }

    /// Days the lunar calendar names: `rằm tháng Giêng`, `mùng 3 Tết`, `giao thừa`, `Tết Nguyên đán Kỷ Hợi`.
    pub(super) fn feast(&self, at: usize) -> Option<Meant> {
        if self.words(at, &["rằm", "tháng"]) {
            let (month, _, next) = self.month(at + 2)?;
            let (year, next) = self.lunar_year(next);
            return Some((self.lunar(year, month, false, 15), next));
        }
        if self.words(at, &["giao", "thừa"]) {
            let next = if self.word(at + 2, "tết") { at + 3 } else { at + 2 };
            let (year, next) = self.lunar_year(next);
            // Named after the year that begins the next morning.
            let tet = self.lunar(year, 1, false, 1);
            return Some((
                tet.and_then(|tet| {
                    let eve = tet.start.plus_days(-1).ok_or(Invalid::Lunar)?;
                    Ok(When { start: eve, end: eve, lunar: LunarDate::from_solar(eve), ..tet })
                }),
                next,
            ));
        }
        let named: [(&[&str], u32, u32); 4] = [
            (&["tết", "nguyên", "đán"], 1, 1),
            (&["tết", "trung", "thu"], 8, 15),
            (&["tết", "đoan", "ngọ"], 5, 5),
            (&["giỗ", "tổ", "hùng", "vương"], 3, 10),
        ];
        if let Some((words, month, day)) = named.iter().find(|(words, _, _)| self.words(at, words)) {
            let (year, next) = self.lunar_year(at + words.len());
            return Some((self.lunar(year, *month, false, *day), next));
        }
        self.day_of_tet(at)
    }

    /// `mùng 3 Tết` is in the first month, `28 Tết` in the last of the year before.
    pub(super) fn day_of_tet(&self, at: usize) -> Option<Meant> {
        let early = self.word(at, "mùng") || self.word(at, "mồng");
        let (day, next) = self.int(if early { at + 1 } else { at }, 1, 2)?;
        if !self.word(next, "tết") || (!early && !(20..=30).contains(&day)) {
            return None;
        }
        let after = if self.words(next + 1, &["nguyên", "đán"]) { next + 3 } else { next + 1 };
        let (year, after) = self.lunar_year(after);
        let when = if early {
            self.lunar(year, 1, false, day)
        } else {
            self.lunar(year.map(|y| y - 1), 12, false, day)
        };
        Some((when, after))
    }

    /// A month by number or name; whether the name is one of the lunar calendar's own.
    pub(super) fn month(&self, at: usize) -> Option<(u32, bool, usize)> {
        if let Some((month, next)) = self.int(at, 1, 2) {
            return Some((month, false, next));
        }
        let token = self.token(at).filter(|t| t.kind == Kind::Word)?;
        if self.word(at, "giêng") {
            return Some((1, true, at + 1));
        }
        if self.word(at, "chạp") {
            return Some((12, true, at + 1));
        }
        // Other names are common words; only a capital tells.
        if !token.text.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        if self.word(at, "mười") {
            let more = if self.word(at + 1, "một") {
                1
            } else if self.word(at + 1, "hai") {
                2
            } else {
                0
            };
            return Some((10 + more, false, at + 1 + usize::from(more > 0)));
        }
        let names = ["hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín"];
        names.iter().position(|n| self.word(at, n)).map(|p| (p as u32 + 2, false, at + 1))
    }
}
