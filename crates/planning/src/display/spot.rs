//! A place on the map.

/// A point on the map, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Degrees north.
    pub lat: i64,
    /// Degrees east.
    pub lon: i64,
}

const MICRO: f64 = 1_000_000.0;

impl Spot {
    /// Reads `21.389, 103.016`, or `21,389; 103,016` as people write it here.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (lat, lon) = match text.split_once(';') {
            Some((lat, lon)) => (lat.replace(',', "."), lon.replace(',', ".")),
            None => {
                let (lat, lon) = text.split_once(',').or_else(|| text.split_once(char::is_whitespace))?;
                (lat.to_owned(), lon.to_owned())
            }
        };
        let degrees = |text: &str, most: f64| {
            let plain = text.trim();
            let is_number =
                !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_digit() || b".-".contains(&b));
            let value: f64 = if is_number { plain.parse().ok()? } else { return None };
            // Within ±180 degrees: far inside of what the integer holds.
            #[expect(clippy::cast_possible_truncation, reason = "bounded by the line above")]
            (value.abs() <= most).then(|| (value * MICRO).round() as i64)
        };
        Some(Self { lat: degrees(&lat, 90.0)?, lon: degrees(&lon, 180.0)? })
    }

    /// `21.389000, 103.016000`.
    #[must_use]
    pub fn written(self) -> String {
        let part = |micro: i64| {
            let sign = if micro < 0 { "-" } else { "" };
            format!("{sign}{}.{:06}", micro.abs() / 1_000_000, micro.abs() % 1_000_000)
        };
        format!("{}, {}", part(self.lat), part(self.lon))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_as_telephones_and_people_write_them() {
        for text in ["21.389, 103.016", "21,389; 103,016", "21.389 103.016"] {
            assert_eq!(
                Spot::read(text).map(Spot::written).as_deref(),
                Some("21.389000, 103.016000"),
                "{text}"
            );
        }
        assert_eq!(Spot::read("-0.5,-0.25").map(Spot::written).as_deref(), Some("-0.500000, -0.250000"));
        for text in ["", "x", "91,0", "1e3,2", "NaN,NaN", "1,2,3", "inf;1"] {
            assert_eq!(Spot::read(text), None, "{text}");
        }
    }
}
