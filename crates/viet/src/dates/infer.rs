//! What is not written: the year of `11/6`, the century of `11/6/20`.

use super::civil::Date;

/// Past this many days from the reference, `25/12` read in January is last year's. Below it the reference's own
/// year is meant: plans made in March speak of December.
const FAR: i64 = 300;

/// The year meant by a day and month without one.
pub(super) fn year_of(reference: Date, month: u32, day: u32, ahead: bool) -> i32 {
    let same = reference.year();
    let Some(date) = Date::new(same, month, day).or_else(|| Date::new(same, month, day.min(28))) else {
        return same;
    };
    let away = date.days() - reference.days();
    if ahead {
        // After "đến", "trước", "hết": the first such day that is not long past.
        return if away < -60 { same + 1 } else { same };
    }
    if away > FAR {
        same - 1
    } else if away < -FAR {
        same + 1
    } else {
        same
    }
}

/// The year meant by two digits: nearest to the reference, else 20YY.
pub(super) fn full_year(reference: Option<Date>, short: i32) -> i32 {
    let near = reference.map_or(2020, Date::year);
    let century = near.div_euclid(100) * 100;
    [century - 100 + short, century + short, century + 100 + short]
        .into_iter()
        .min_by_key(|year| (year - near).abs())
        .unwrap_or(2000 + short)
}
