//! When a photograph was taken, as its camera wrote it: the one thing of a picture's metadata that is kept as words, while
//! the picture itself is encoded anew without any.

use image::{ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// The Exif directory, in the first one.
const EXIF: u16 = 0x8769;
/// When it was taken, in the Exif directory.
const ORIGINAL: u16 = 0x9003;
/// When the file was last written, in the first one.
const CHANGED: u16 = 0x0132;
/// More entries than any camera writes into one directory.
const MOST_ENTRIES: usize = 256;

/// The local time a camera wrote into a picture: `2026-11-18T08:12`. It is what the file says, and proves nothing by itself.
#[must_use]
pub fn taken_at(bytes: &[u8]) -> Option<String> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(Limits::default());
    let exif = reader.into_decoder().ok()?.exif_metadata().ok()??;
    time_of(&exif)
}

/// The same of a TIFF block by itself.
fn time_of(tiff: &[u8]) -> Option<String> {
    let block = Block { bytes: tiff, little: tiff.starts_with(b"II") };
    if !(block.little || tiff.starts_with(b"MM")) || block.short(2)? != 42 {
        return None;
    }
    let first = block.long(4)?;
    let inner = block.entry(first, EXIF).and_then(|at| block.long(at + 8));
    let original = inner.and_then(|inner| block.text(inner, ORIGINAL));
    original.or_else(|| block.text(first, CHANGED))
}

struct Block<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Block<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let pair: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        usize::try_from(value).ok()
    }

    /// Where the entry of a tag lies in the directory at `at`.
    fn entry(&self, at: usize, tag: u16) -> Option<usize> {
        let many = usize::from(self.short(at)?).min(MOST_ENTRIES);
        (0..many).map_while(|n| at.checked_add(2 + n * 12)).find(|at| self.short(*at) == Some(tag))
    }

    /// `2026:11:18 08:12:05` of a tag, as ISO.
    fn text(&self, at: usize, tag: u16) -> Option<String> {
        let entry = self.entry(at, tag)?;
        let from = self.long(entry.checked_add(8)?)?;
        let text = std::str::from_utf8(self.bytes.get(from..from.checked_add(16)?)?).ok()?;
        let (day, time) = text.split_once(' ')?;
        let parts: Vec<&str> = day.split(':').chain(time.split(':')).collect();
        let numbers = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let [year, month, day, hour, minute] = parts.as_slice() else { return None };
        let is_time = parts.iter().all(numbers)
            && (1..=12).contains(&month.parse::<u8>().ok()?)
            && (1..=31).contains(&day.parse::<u8>().ok()?)
            && hour.parse::<u8>().ok()? < 24
            && minute.parse::<u8>().ok()? < 60
            && year.parse::<u16>().ok()? >= 1990;
        is_time.then(|| format!("{year}-{month}-{day}T{hour}:{minute}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(time: &str) -> Vec<u8> {
        let mut out = b"II*\0\x08\0\0\0".to_vec();
        // One entry: the Exif directory at 26.
        out.extend_from_slice(&[1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]);
        // One entry: the time at 44.
        out.extend_from_slice(&[1, 0, 0x03, 0x90, 2, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]);
        out.extend_from_slice(time.as_bytes());
        out.push(0);
        out
    }

    #[test]
    fn the_time_of_a_camera_is_read_and_nothing_else_is_taken_for_one() {
        assert_eq!(time_of(&block("2026:11:18 08:12:05")).as_deref(), Some("2026-11-18T08:12"));
        for wrong in
            ["0000:00:00 00:00:00", "2026:13:18 08:12:05", "<script>alert(1)</", "2026-11-18T08:12:05"]
        {
            assert_eq!(time_of(&block(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn a_block_that_lies_about_its_places_is_read_to_its_end_and_no_further() {
        let whole = block("2026:11:18 08:12:05");
        for end in 0..whole.len() {
            assert!(time_of(whole.get(..end).unwrap()).is_none() || end >= 60);
        }
        for at in 0..whole.len() {
            let mut odd = whole.clone();
            *odd.get_mut(at).unwrap() = 0xFF;
            let _whatever = time_of(&odd);
        }
        assert_eq!(taken_at(b"<svg>"), None);
    }
}
