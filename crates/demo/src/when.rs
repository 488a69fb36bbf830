//! Reads the days and times of the demo files: `2025-07-01` and `2026-03-05T08:30+07:00`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Deserializer, de::Error};

pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|why| D::Error::custom(format!("`{text}` is not a day: {why}")))
}

pub(crate) fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    day(from).map(Some)
}

pub(crate) fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|why| D::Error::custom(format!("`{text}` is not a moment: {why}")))
}

pub(crate) fn maybe_moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    moment(from).map(Some)
}
