//! What is written is read back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod docx;
mod office;
mod samples;
mod xlsx;

use std::io::{Cursor, Read};

/// The parts of an archive, by name, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// One part of an archive.
fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(part, _)| part == name);
    found.unwrap_or_else(|| panic!("no part {name}")).1
}

/// The text of XML without its tags, and its entities read.
fn words(xml: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for letter in xml.replace("</w:p>", "\n</w:p>").replace("</si>", "\n</si>").chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => words.push(letter),
            _ => {}
        }
    }
    words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// Asserts that these stand in a text one after the other.
fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for wish in wanted {
        let Some((_, after)) = rest.split_once(wish) else {
            panic!("{wish:?} is missing or too early in:\n{text}")
        };
        rest = after;
    }
}
