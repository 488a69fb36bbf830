//! The tracking code: what somebody without an account comes back with. Twelve letters and digits, the last of them a check,
//! kept only as a hash.

use gate::Secret;

/// No I, L, O, U: what is read out on the telephone is written down right.
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M',
    'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// Letters without the check: 55 bits that nobody guesses at ten tries a quarter of an hour.
const FREE: usize = 11;

/// A tracking code that reads right; whether it is anybody's is the table's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code of a form that was sent: the same form sent twice has the same one, and nobody without our secret can tell.
    #[must_use]
    pub fn of_form(secret: &Secret, nonce: &str) -> Self {
        let mac = secret.mac("code", nonce);
        let free: Vec<usize> = mac.iter().take(FREE).map(|byte| usize::from(byte & 31)).collect();
        let mut text: String = free.iter().filter_map(|at| LETTERS.get(*at)).collect();
        text.extend(LETTERS.get(check(&free)));
        Self(text)
    }

    /// Reads what was typed: with or without groups, in either case, with the letters people mistake.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let mut at = Vec::new();
        for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '.').take(40) {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            at.push(LETTERS.iter().position(|letter| *letter == c)?);
        }
        let (last, free) = at.split_last()?;
        (free.len() == FREE && check(free) == *last)
            .then(|| Self(at.iter().filter_map(|at| LETTERS.get(*at)).collect()))
    }

    /// In groups of four, to be read and written down.
    #[must_use]
    pub fn shown(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What is kept of it.
    #[must_use]
    pub fn kept(&self, secret: &Secret) -> String {
        gate::hex(&secret.mac("tracking", &self.0))
    }
}

/// Luhn's check over 32 letters: every single slip and nearly every swap of neighbours is found.
fn check(free: &[usize]) -> usize {
    let sum: usize = free
        .iter()
        .rev()
        .enumerate()
        .map(|(place, at)| {
            let weighed = if place % 2 == 0 { at * 2 } else { *at };
            weighed / 32 + weighed % 32
        })
        .sum();
    (32 - sum % 32) % 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = Code::of_form(&Secret::of_bytes(b"x"), "nonce");
        let shown = code.shown();
        assert_eq!(shown.len(), 14);
        for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('0', "o")] {
            assert_eq!(Code::read(&typed).as_ref(), Some(&code), "{typed}");
        }
        for wrong in ["", "-", "ABCD-EFGH-JKM", "đđđđ-đđđđ-đđđđ", "' OR 1=1 --", &"A".repeat(10_000)]
        {
            assert_eq!(Code::read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_single_slip_is_no_code(nonce in "[a-z0-9]{8}", at in 0usize..12, by in 1usize..32) {
            let code = Code::of_form(&Secret::of_bytes(b"x"), &nonce);
            let mut letters: Vec<char> = code.0.chars().collect();
            let was = LETTERS.iter().position(|l| *l == letters[at]).unwrap();
            letters[at] = LETTERS[(was + by) % 32];
            prop_assert_eq!(Code::read(&letters.into_iter().collect::<String>()), None);
        }
    }
}
