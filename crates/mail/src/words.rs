//! What may stand in a header: types that cannot hold a line end, so nobody can write a header of his own into a letter.

use std::fmt;
use std::str::FromStr;

/// Why a text cannot stand where it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordFault {
    /// Not an e-mail address, or one with letters that mail servers do not take.
    #[error("not an e-mail address")]
    Address,
    /// A line end or another control character.
    #[error("a control character")]
    Control,
    /// Too long.
    #[error("too long")]
    Long,
    /// Not a message identifier.
    #[error("not a message identifier")]
    Id,
}

/// Longest text of one line, in bytes.
const LONGEST_LINE: usize = 2_000;
/// RFC 5321 §4.5.3.1.3.
const LONGEST_ADDRESS: usize = 254;
/// RFC 5322 §2.1.1: a line, less the field's name.
const LONGEST_ID: usize = 900;

/// Text of one line: a subject or a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct OneLine(String);

impl FromStr for OneLine {
    type Err = WordFault;

    fn from_str(text: &str) -> Result<Self, WordFault> {
        if text.len() > LONGEST_LINE {
            return Err(WordFault::Long);
        }
        // U+2028 and U+2029 end lines for some readers.
        if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            return Err(WordFault::Control);
        }
        Ok(Self(text.trim().to_owned()))
    }
}

impl OneLine {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address that every server takes: ASCII, a domain with foreign letters in its ASCII form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address(lettre::Address);

impl FromStr for Address {
    type Err = WordFault;

    fn from_str(text: &str) -> Result<Self, WordFault> {
        let text = text.trim();
        if text.len() > LONGEST_ADDRESS {
            return Err(WordFault::Long);
        }
        let (user, domain) = text.rsplit_once('@').ok_or(WordFault::Address)?;
        let Ok(url::Host::Domain(domain)) = url::Host::parse(domain) else { return Err(WordFault::Address) };
        if !user.is_ascii() || user.chars().any(|c| c.is_control() || c == ' ') {
            return Err(WordFault::Address);
        }
        lettre::Address::new(user, domain).map(Self).map_err(|_| WordFault::Address)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Address {
    /// The part after the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.domain()
    }

    pub(crate) fn inner(&self) -> lettre::Address {
        self.0.clone()
    }
}

/// Somebody: an address, with a name where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Party {
    /// The name as people read it; may be empty.
    pub name: OneLine,
    /// The address.
    pub address: Address,
}

impl Party {
    /// Somebody with this name, which may be empty, at this address.
    ///
    /// # Errors
    /// What is wrong with either.
    pub fn new(name: &str, address: &str) -> Result<Self, WordFault> {
        Ok(Self { name: name.parse()?, address: address.parse()? })
    }

    pub(crate) fn mailbox(&self) -> lettre::message::Mailbox {
        let name = Some(self.name.as_str()).filter(|it| !it.is_empty()).map(str::to_owned);
        lettre::message::Mailbox::new(name, self.address.inner())
    }
}

/// The identifier of a letter, without its angle brackets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(String);

impl FromStr for MessageId {
    type Err = WordFault;

    fn from_str(text: &str) -> Result<Self, WordFault> {
        let text = text.trim();
        let text = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')).unwrap_or(text);
        if text.len() > LONGEST_ID {
            return Err(WordFault::Long);
        }
        let sound = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>');
        if text.is_empty() || !text.chars().all(sound) {
            return Err(WordFault::Id);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl MessageId {
    /// The identifier of a letter of ours: `id` at the domain the letter is from.
    ///
    /// # Errors
    /// [`WordFault::Id`] when `id` holds anything but letters, digits, `.`, `-` and `_`.
    pub fn ours(id: &str, domain: &str) -> Result<Self, WordFault> {
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)) {
            return Err(WordFault::Id);
        }
        format!("{id}@{domain}").parse()
    }

    /// The id that was given to [`MessageId::ours`], when this is a letter of that domain.
    #[must_use]
    pub fn id_at(&self, domain: &str) -> Option<&str> {
        let (id, at) = self.0.rsplit_once('@')?;
        at.eq_ignore_ascii_case(domain).then_some(id)
    }

    pub(crate) fn bracketed(&self) -> String {
        format!("<{}>", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_with_a_line_end_stands_in_a_header() {
        for bad in ["a\nb", "a\r\nBcc: x@y.vn", "\0", "a\u{2028}b", "a\u{85}b", "a\tb"] {
            assert_eq!(bad.parse::<OneLine>(), Err(WordFault::Control), "{bad:?}");
            assert!(format!("a@b.vn{bad}").parse::<Address>().is_err());
            assert!(format!("a{bad}@b.vn").parse::<Address>().is_err());
            assert!(format!("a{bad}@b.vn").parse::<MessageId>().is_err());
            assert!(MessageId::ours(bad, "b.vn").is_err());
        }
        assert_eq!(" Bản tin ".parse::<OneLine>().unwrap().as_str(), "Bản tin");
        assert_eq!("a".repeat(2001).parse::<OneLine>(), Err(WordFault::Long));
    }

    #[test]
    fn an_address_is_one_that_servers_take() {
        for good in ["a@b.vn", "nguyen.van-a+tin@mail.example.com", " a@b.vn "] {
            assert!(good.parse::<Address>().is_ok(), "{good}");
        }
        assert_eq!("a@Bảo.vn".parse::<Address>().unwrap().to_string(), "a@xn--bo-l5s.vn");
        for bad in [
            "",
            "a",
            "@b.vn",
            "a@",
            "a b@c.vn",
            "a@b@c.vn",
            "ủy@b.vn",
            "a@[10.0.0.1]",
            "<a@b.vn>",
            "a@b.vn, c@d.vn",
        ] {
            assert!(bad.parse::<Address>().is_err(), "{bad}");
        }
    }

    #[test]
    fn an_identifier_of_ours_is_known_again() {
        let id = MessageId::ours("0192f-1", "tuyenquang.gov.vn").unwrap();
        assert_eq!(id.to_string(), "0192f-1@tuyenquang.gov.vn");
        assert_eq!(id.id_at("TuyenQuang.gov.vn"), Some("0192f-1"));
        assert_eq!(id.id_at("gov.vn"), None);
        assert_eq!("<x@y>".parse::<MessageId>().unwrap().to_string(), "x@y");
    }
}
