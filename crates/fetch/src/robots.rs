//! Reads `robots.txt` as RFC 9309 says: which group is ours, and the longest rule that fits decides.
//!
//! Our own, in one pass and with no compiled patterns, because the file is hostile input: the crates at hand turn each rule
//! into a regular expression, and half a megabyte of those is a gigabyte of memory.

use std::time::Duration;

/// The name under which a site can address us in its `robots.txt`, and the first word of our `User-Agent`.
pub(crate) const TOKEN: &str = "DauMoi";
/// What is read of the file; RFC 9309 §2.5 asks for at least 500 KiB.
pub(crate) const LONGEST: usize = 512 * 1024;
/// Rules kept of one group. A file with more is kept in part, in its order.
const MOST_RULES: usize = 5_000;
/// A longer pattern is left out: it costs time at each comparison, and no honest file has one.
const LONGEST_PATTERN: usize = 1_000;
/// Longest delay that is believed.
const LONGEST_DELAY: f64 = 24.0 * 3600.0;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allow: bool,
    pattern: Vec<u8>,
}

/// What a `robots.txt` says to us.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Robots {
    rules: Vec<Rule>,
    delay: Option<Duration>,
}

/// One group while the file is read.
#[derive(Default)]
struct Group {
    named: bool,
    robots: Robots,
}

impl Robots {
    /// Reads a file for the program `token`. It never fails: what cannot be read says nothing.
    #[must_use]
    pub fn read(token: &str, file: &[u8]) -> Self {
        let file = file.get(..LONGEST).unwrap_or(file);
        let text = String::from_utf8_lossy(file);
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let (mut ours, mut all) = (Group::default(), Group::default());
        // Lines naming a program that follow each other open one group together.
        let (mut for_us, mut for_all, mut naming) = (false, false, false);
        for line in text.split(['\n', '\r']) {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            if key == "user-agent" {
                if !naming {
                    (for_us, for_all, naming) = (false, false, true);
                }
                for_all |= value == "*";
                for_us |= product(value).eq_ignore_ascii_case(token);
                ours.named |= for_us;
                continue;
            }
            let groups = [(for_us, &mut ours), (for_all, &mut all)];
            match key.as_str() {
                "allow" | "disallow" => {
                    naming = false;
                    for (_, group) in groups.into_iter().filter(|(is, _)| *is) {
                        group.robots.rule(key == "allow", value);
                    }
                }
                "crawl-delay" => {
                    naming = false;
                    let delay = value.parse::<f64>().ok().filter(|it| it.is_finite() && *it >= 0.0);
                    for (_, group) in groups.into_iter().filter(|(is, _)| *is) {
                        group.robots.delay = delay.map(|it| Duration::from_secs_f64(it.min(LONGEST_DELAY)));
                    }
                }
                // Sitemap and the like belong to no group and end none.
                _ => {}
            }
        }
        if ours.named { ours.robots } else { all.robots }
    }

    /// Whether a path with its query, as it stands in the address, may be read.
    #[must_use]
    pub fn allows(&self, path: &str) -> bool {
        if path == "/robots.txt" {
            return true;
        }
        let path = normal(path);
        let best = self
            .rules
            .iter()
            .filter(|rule| fits(&rule.pattern, &path))
            // The longest pattern decides; of two as long, the one that allows (RFC 9309 §2.2.2).
            .max_by_key(|rule| (rule.pattern.len(), rule.allow));
        best.is_none_or(|rule| rule.allow)
    }

    /// The pause the site asks for between two requests. Not of RFC 9309, but of many files.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }

    fn rule(&mut self, allow: bool, value: &str) {
        // An empty rule says nothing. Only paths and patterns begin as these do.
        if value.starts_with(['/', '*']) && value.len() <= LONGEST_PATTERN && self.rules.len() < MOST_RULES {
            self.rules.push(Rule { allow, pattern: normal(value) });
        }
    }
}

/// The product token at the start of a name: letters, `-` and `_` (RFC 9309 §2.2.1).
fn product(value: &str) -> &str {
    let end = value.find(|c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_')).unwrap_or(value.len());
    value.split_at_checked(end).map_or("", |(token, _)| token)
}

/// One spelling for the two sides: what is not ASCII becomes percent signs, those in upper case, and what need not be escaped
/// is not (RFC 9309 §2.2.2).
fn normal(path: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut ahead = bytes.clone();
            let pair = ahead.next().and_then(hex).zip(ahead.next().and_then(hex));
            if let Some((high, low)) = pair {
                bytes = ahead;
                let value = high * 16 + low;
                if value.is_ascii_alphanumeric() || b"-._~".contains(&value) {
                    out.push(value);
                } else {
                    out.extend(format!("%{value:02X}").bytes());
                }
                continue;
            }
        }
        if byte.is_ascii_graphic() { out.push(byte) } else { out.extend(format!("%{byte:02X}").bytes()) }
    }
    out
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok())
}

/// Whether a pattern fits the beginning of a path. `*` is anything, a final `$` is the end. Time is at most the product of both
/// lengths, memory is none: the last star is the only one that ever needs to be tried again.
fn fits(pattern: &[u8], path: &[u8]) -> bool {
    let (pattern, whole) = match pattern.split_last() {
        Some((b'$', rest)) => (rest, true),
        _ => (pattern, false),
    };
    let (mut p, mut at) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        match (pattern.get(p), path.get(at)) {
            (Some(b'*'), _) => {
                star = Some((p + 1, at));
                p += 1;
            }
            (Some(want), Some(have)) if want == have => (p, at) = (p + 1, at + 1),
            (None, None) => return true,
            (None, Some(_)) if !whole => return true,
            (_, rest) => match star {
                Some((after, tried)) if tried < path.len() && rest.is_some() => {
                    star = Some((after, tried + 1));
                    (p, at) = (after, tried + 1);
                }
                _ => return false,
            },
        }
    }
}

#[cfg(test)]
mod tests;
