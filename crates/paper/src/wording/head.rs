//! The words of the head: bodies, number, place and day, and whom a letter is addressed to.

use super::{Head, said};
use crate::model::{Heading, Reference, Size};
use crate::{page, text, words};

pub(super) fn head(heading: &Heading, size: Size) -> Head {
    let body = |name: Option<&str>| said(name).map(|name| bound(&name.to_uppercase(), room(size)));
    Head {
        national: heading.national,
        superior: body(heading.superior.as_deref()),
        issuer: body(heading.issuer.as_deref()),
        reference: heading.reference.as_ref().map(reference),
        about: said(heading.about.as_deref()).map(|about| format!("V/v {about}")),
        day: day(heading),
    }
}

/// How many capitals stand on a line of the left column, by the width of the average one against its height.
fn room(size: Size) -> usize {
    const AVERAGE_PERCENT: usize = 66;
    let [column, _] = page::head_columns(size);
    // A half point is ten twips.
    column * 10 / (page::letters(size).head * AVERAGE_PERCENT)
}

/// A name that is longer than its line, bound so that the line breaks before the name of a place or before "VÀ", and no
/// word is left alone on the last one.
fn bound(name: &str, room: usize) -> String {
    const PLACES: [&str; 6] = ["TỈNH", "XÃ", "PHƯỜNG", "HUYỆN", "THÀNH", "ĐẶC"];
    if name.chars().count() <= room {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split(' ').collect();
    let place = words.iter().rposition(|word| PLACES.contains(word)).unwrap_or(words.len());
    // The place with its name of up to four words, or the last two words.
    let tied = if words.len() - place.min(words.len()) > 5 { words.len() } else { place };
    let tied = tied.min(words.len().saturating_sub(2));
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        text.push_str(word);
        if at + 1 < words.len() {
            text.push(if at >= tied || *word == "VÀ" { '\u{a0}' } else { ' ' });
        }
    }
    text
}

/// Numbers under 10 have a nought before them; without a number there is room for one.
pub(super) fn reference(reference: &Reference) -> String {
    let symbol = text::line(&reference.symbol);
    match reference.number {
        Some(number) => format!("Số: {number:02}/{symbol}"),
        None => format!("Số:{}/{symbol}", "\u{a0}".repeat(6)),
    }
}

fn day(heading: &Heading) -> Option<String> {
    match (said(heading.place.as_deref()), heading.date) {
        (place, Some(day)) => Some(words::place_and_day(place.as_deref(), day)),
        (Some(place), None) => {
            let room = "\u{a0}".repeat(6);
            Some(format!("{place}, ngày{room}tháng{room}năm{room}"))
        }
        (None, None) => None,
    }
}

/// "Kính gửi:" with one addressee beside it, or several below each other.
pub(super) fn addressees(addressees: &[String]) -> Vec<String> {
    let names: Vec<String> = addressees.iter().filter_map(|name| said(Some(name))).collect();
    if names.len() < 2 {
        return names.iter().map(|one| format!("Kính gửi: {one}")).collect();
    }
    let last = names.len() - 1;
    let line = |(at, name): (usize, &String)| {
        let end = if at == last { "." } else { ";" };
        format!("- {}{end}", name.trim_end_matches([';', '.', ',']))
    };
    std::iter::once("Kính gửi:".to_owned()).chain(names.iter().enumerate().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_break_before_the_place() {
        let long = "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ TỈNH VÂN KHÊ";
        assert_eq!(bound(long, 22), "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ TỈNH\u{a0}VÂN\u{a0}KHÊ");
        assert_eq!(bound(long, 99), long);
        assert_eq!(bound("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 22), "SỞ VĂN HÓA, THỂ THAO VÀ\u{a0}DU\u{a0}LỊCH");
        assert_eq!(bound("MỘTTỪRẤTDÀIKHÔNGCÓKHOẢNGTRỐNG", 22), "MỘTTỪRẤTDÀIKHÔNGCÓKHOẢNGTRỐNG");
    }

    #[test]
    fn addressees_stand_beside_or_below() {
        assert_eq!(addressees(&[" ".to_owned()]), Vec::<String>::new());
        assert_eq!(addressees(&["Báo Vân Khê".to_owned()]), ["Kính gửi: Báo Vân Khê"]);
        let several = ["Sở A;".to_owned(), "Sở B".to_owned()];
        assert_eq!(addressees(&several), ["Kính gửi:", "- Sở A;", "- Sở B."]);
    }
}
