//! Whether a person sends a form (S18, S145): a plain question answered in writing, a field to be left empty, a little time,
//! and a token that is good once. No picture, no script, no third party; it can be read aloud and works on any keyboard.

use crate::secret::{Secret, hex, random_hex};
use kernel::{Failure, Moment, Refusal};
use std::time::Duration;
use viet::fold::fold_lower;
use web::{Fields, Locale, lookup};

/// Nobody reads and fills a form in less.
const LEAST: Duration = Duration::from_secs(3);
/// A form left open longer gets a new question; what was typed stays.
pub(crate) const MOST: Duration = Duration::from_secs(6 * 3600);

/// The test as a form shows it.
#[derive(Debug, Clone, Default)]
pub struct Test {
    /// What comes back with the form.
    pub token: String,
    /// What is asked.
    pub question: String,
    /// What was answered before, when the form is shown again.
    pub answer: String,
}

/// A token that was found good: its nonce, to be spent.
#[derive(Debug, Clone)]
pub struct Passed {
    /// What is spent.
    pub nonce: String,
}

impl Test {
    /// A new test.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn new(secret: &Secret, now: Moment, locale: Locale) -> Result<Self, Failure> {
        let nonce = random_hex(12)?;
        let riddle = Riddle::of(secret, &nonce);
        let body = format!("{nonce}.{}", now.0);
        let token = format!("{body}.{}", mark(secret, &body));
        Ok(Self { token, question: riddle.question(locale), answer: String::new() })
    }

    /// The same test for a form that is shown again, if its token still is one; else a new one.
    pub(crate) fn again(
        secret: &Secret,
        now: Moment,
        locale: Locale,
        fields: &Fields,
    ) -> Result<Self, Failure> {
        match read(secret, now, fields.text("token")) {
            Ok((nonce, _)) => Ok(Self {
                token: fields.text("token").to_owned(),
                question: Riddle::of(secret, &nonce).question(locale),
                answer: fields.text("robot").chars().take(40).collect(),
            }),
            Err(_) => Self::new(secret, now, locale),
        }
    }
}

/// Whether the field was filled in that people do not see.
#[must_use]
pub fn is_trapped(fields: &Fields) -> bool {
    !fields.text("leave_empty").is_empty()
}

/// Asks whether a person sent this form; every reason against is one a person can mend.
pub(crate) fn passed(secret: &Secret, now: Moment, fields: &Fields) -> Result<Passed, Refusal> {
    let (nonce, made) = read(secret, now, fields.text("token"))?;
    if is_trapped(fields) {
        return Err(Refusal::field("leave_empty", "refused-robot-trap"));
    }
    if now.since(made) < LEAST {
        return Err(Refusal::field("robot", "refused-robot-fast"));
    }
    if !Riddle::of(secret, &nonce).is_answered_by(fields.text("robot")) {
        return Err(Refusal::field("robot", "refused-robot-answer"));
    }
    Ok(Passed { nonce })
}

fn read(secret: &Secret, now: Moment, token: &str) -> Result<(String, Moment), Refusal> {
    let stale = || Refusal::field("robot", "refused-robot-stale");
    let mut parts = token.split('.');
    let (Some(nonce), Some(made), Some(given), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(stale());
    };
    let genuine = mark(secret, &format!("{nonce}.{made}"));
    let made = made.parse().map(Moment).map_err(|_| stale())?;
    if !same(genuine.as_bytes(), given.as_bytes()) || made > now || now.since(made) > MOST {
        return Err(stale());
    }
    Ok((nonce.to_owned(), made))
}

fn mark(secret: &Secret, body: &str) -> String {
    hex(&secret.mac("form", body))
}

/// Compares without telling by its time how much was right.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// What is asked: two small numbers to add, the larger of two, or the one after.
struct Riddle {
    kind: u8,
    first: u8,
    second: u8,
}

impl Riddle {
    /// The riddle of a nonce; it stands nowhere in the form.
    fn of(secret: &Secret, nonce: &str) -> Self {
        let mac = secret.mac("riddle", nonce);
        let byte = |at: usize| mac.get(at).copied().unwrap_or_default();
        let first = byte(1) % 9 + 1;
        let second = (first + byte(2) % 8) % 9 + 1;
        Self { kind: byte(0) % 3, first, second }
    }

    fn key(&self) -> &'static str {
        match self.kind {
            0 => "ask-robot-sum",
            1 => "ask-robot-larger",
            _ => "ask-robot-next",
        }
    }

    fn question(&self, locale: Locale) -> String {
        let word = |n: u8| locale.t(&format!("ask-number-{n}"));
        lookup(locale.0, self.key(), &[("a", word(self.first)), ("b", word(self.second))])
    }

    fn answer(&self) -> u8 {
        match self.kind {
            0 => self.first + self.second,
            1 => self.first.max(self.second),
            _ => self.first + 1,
        }
    }

    /// In digits or in words, in either language, with or without diacritics.
    fn is_answered_by(&self, given: &str) -> bool {
        let given = fold_lower(given.trim().trim_end_matches('.'));
        let right = self.answer();
        if let Ok(number) = given.parse::<u8>() {
            return number == right;
        }
        web::Lang::ALL
            .into_iter()
            .any(|lang| given == fold_lower(&lookup(lang, &format!("ask-number-{right}"), &[])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(token: &str, robot: &str, trap: &str) -> Fields {
        Fields::from_pairs(vec![
            ("token".into(), token.into()),
            ("robot".into(), robot.into()),
            ("leave_empty".into(), trap.into()),
        ])
    }

    #[test]
    fn a_person_passes_and_a_robot_is_told_why_not() {
        let secret = Secret::of_bytes(b"of the agency");
        let start = Moment(1_000_000_000);
        let later = |seconds: u64| start.plus(Duration::from_secs(seconds));
        for _ in 0..40 {
            let test = Test::new(&secret, start, Locale(web::Lang::Vi)).unwrap();
            let nonce = test.token.split('.').next().unwrap().to_owned();
            let riddle = Riddle::of(&secret, &nonce);
            let right = riddle.answer().to_string();
            let word = lookup(web::Lang::Vi, &format!("ask-number-{right}"), &[]);
            let key = |token: &str, robot: &str, trap: &str, at: Moment| {
                passed(&secret, at, &form(token, robot, trap)).err().map(|refusal| refusal.key)
            };
            assert_eq!(key(&test.token, &right, "", later(5)), None);
            assert_eq!(key(&test.token, &word.to_uppercase(), "", later(5)), None, "{word}");
            assert_eq!(key(&test.token, &fold_lower(&word), "", later(5)), None, "{word}");
            assert_eq!(key(&test.token, &right, "", later(1)), Some("refused-robot-fast"));
            assert_eq!(key(&test.token, "99", "", later(5)), Some("refused-robot-answer"));
            assert_eq!(key(&test.token, &right, "x", later(5)), Some("refused-robot-trap"));
            assert_eq!(key(&test.token, &right, "", later(7 * 3600)), Some("refused-robot-stale"));
            let other = Secret::of_bytes(b"of somebody else");
            let forged = Test::new(&other, start, Locale(web::Lang::Vi)).unwrap().token;
            assert_eq!(key(&forged, &right, "", later(5)), Some("refused-robot-stale"));
            let shifted = test.token.replacen(&start.0.to_string(), "0", 1);
            assert_eq!(key(&shifted, &right, "", later(5)), Some("refused-robot-stale"));
            assert!(!test.token.contains(&format!(".{right}.")));
        }
        for junk in ["", ".", "...", "a.b.c", "a.1.c.d", &"9".repeat(100_000)] {
            assert!(passed(&secret, start, &form(junk, "7", "")).is_err());
        }
    }

    #[test]
    fn every_number_that_can_be_asked_has_its_word() {
        for lang in web::Lang::ALL {
            for number in 1..=18 {
                assert!(!lookup(lang, &format!("ask-number-{number}"), &[]).starts_with("ask-"));
            }
        }
    }
}
