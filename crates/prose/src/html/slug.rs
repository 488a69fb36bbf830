//! Names for headings, so that people can link to a part of a story.

use std::collections::{HashMap, HashSet};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest name in characters, before a number is added.
const MOST: usize = 60;

/// Makes the names of one page's headings, no two alike.
#[derive(Default)]
pub(super) struct Slugs {
    used: HashSet<String>,
    /// The number to try next for each plain name: a thousand equal headings are no more work than different ones.
    next: HashMap<String, u32>,
}

impl Slugs {
    pub(super) fn name(&mut self, prefix: &str, heading: &str) -> String {
        let slug = slug(heading);
        let plain = format!("{prefix}{}", if slug.is_empty() { "phan" } else { &slug });
        if self.used.insert(plain.clone()) {
            return plain;
        }
        let next = self.next.entry(plain.clone()).or_insert(2);
        loop {
            // “a” and “a-2” may both be headings: what such a heading took is passed over, once.
            let name = format!("{plain}-{next}");
            *next = next.saturating_add(1);
            if self.used.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// Plain small letters and digits, hyphens between words.
fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    let mut short = String::new();
    for word in out.split('-').filter(|word| !word.is_empty()) {
        if !short.is_empty() && short.len() + word.len() >= MOST {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(MOST));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_names_one_can_type() {
        let mut slugs = Slugs::default();
        for (heading, name) in [
            ("Đường về xã Hồng Ngài", "m-duong-ve-xa-hong-ngai"),
            ("đường về — xã HỒNG NGÀI!", "m-duong-ve-xa-hong-ngai-2"),
            ("???", "m-phan"),
            ("1.2. Kết quả", "m-1-2-ket-qua"),
        ] {
            assert_eq!(slugs.name("m-", heading), name);
        }
        assert!(slug(&"rất dài ".repeat(50)).len() <= MOST);
        assert!(slug(&"x".repeat(500)).len() <= MOST);
    }

    #[test]
    fn equal_headings_are_named_in_one_step_each() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.name("", "a-3"), "a-3");
        let names: Vec<String> = (0..50_000).map(|_| slugs.name("", "a")).collect();
        assert_eq!(names.get(..4).unwrap(), ["a", "a-2", "a-4", "a-5"]);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        // One number is kept for a plain name, and it moved once for each heading: nothing was tried again.
        assert_eq!(slugs.next.get("a"), Some(&50_002));
    }
}
