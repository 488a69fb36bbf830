//! Lines inside an article that are none of it: advertisements, pleas to subscribe, pointers to other stories.

use super::super::lines::{key, words};
use std::collections::HashMap;

/// Lines that are nothing else, without diacritics in lower case; the language each is met in stands behind.
const WHOLE: [&str; 40] = [
    "ad",
    "ads",
    "advertisement",
    "advertising",
    "article content",
    "continue reading",
    "copy link",
    "download app",
    "embed",
    "follow us",
    "listen to this article",
    "more on this story",
    "most popular",
    "most read",
    "read more",
    "recommended",
    "related",
    "related articles",
    "related stories",
    "related topics",
    "save",
    "share",
    "share this article",
    "sponsored",
    "story continues below",
    "topics",
    "trending",
    "up next",
    "watch", // en
    "anzeige",
    "mehr zum thema",
    "lesen sie auch",
    "werbung", // de
    "lire aussi",
    "publicite",
    "a lire aussi", // fr
    "publicidad",
    "publicidade", // es, pt
    "annonse",
    "advertentie", // no, nl
];

/// How lines begin that are of no article; only lines of at most [`LONGEST`] words are asked.
const BEGINS: [&str; 44] = [
    "article continues below",
    "by clicking",
    "click here to",
    "create an account",
    "don't have an account",
    "download our app",
    "download the",
    "enable javascript",
    "enjoy additional",
    "follow us on",
    "for more information, sign",
    "get email updates",
    "get the latest",
    "get unlimited",
    "join the conversation",
    "manage your",
    "please enable",
    "please try again",
    "read also",
    "read more:",
    "read next",
    "recommended for you",
    "register to unlock",
    "share your thoughts",
    "sign in or",
    "sign up for",
    "sign up to",
    "story continues below",
    "subscribe for",
    "subscribe now",
    "subscribe to",
    "support local journalism",
    "support quality journalism",
    "thank you for subscribing",
    "this advertisement has not loaded",
    "this article is for subscribers",
    "this content is reserved",
    "this site is protected",
    "unlimited online access",
    "your email address", // en
    "ich bin damit einverstanden, dass mir",
    "lesen sie auch:", // de
    "a lire aussi",
    "lire aussi", // fr
];

const LONGEST: usize = 30;

/// The lines without noise. A short line that comes again and again is a label of the page, whatever it says.
pub(in crate::page) fn without<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    let lines: Vec<(&str, String)> =
        lines.map(str::trim).filter(|l| !l.is_empty()).map(|l| (l, short_key(l))).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (_, key) in lines.iter().filter(|(_, key)| !key.is_empty()) {
        *times.entry(key).or_default() += 1;
    }
    let is_noise = |key: &str| {
        !key.is_empty()
            && (times.get(key).is_some_and(|t| *t >= 3)
                || WHOLE.contains(&key)
                || BEGINS.iter().any(|b| key.starts_with(b)))
    };
    lines.iter().filter(|(_, key)| !is_noise(key)).map(|(line, _)| (*line).to_owned()).collect()
}

/// What a short line is compared by; nothing for a long one.
fn short_key(line: &str) -> String {
    if line.len() > 600 || words(line) > LONGEST { String::new() } else { key(line) }
}
