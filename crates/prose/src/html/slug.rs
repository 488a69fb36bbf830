//! Names for headings, so that people can link to a part of a story.

use std::collections::HashSet;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest name in characters, before a number is added.
const MOST: usize = 60;

/// Makes the names of one page's headings, no two alike.
#[derive(Default)]
pub(super) struct Slugs {
    used: HashSet<String>,
}

impl Slugs {
    pub(super) fn name(&mut self, prefix: &str, heading: &str) -> String {
        let slug = slug(heading);
        let slug = if slug.is_empty() { "phan".to_owned() } else { slug };
        let plain = format!("{prefix}{slug}");
        let numbered = (2_u32..).map(|n| format!("{plain}-{n}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !self.used.contains(name));
        let name = free.unwrap_or(plain);
        self.used.insert(name.clone());
        name
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
}
