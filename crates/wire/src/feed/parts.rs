//! Pieces that every kind of feed is made of: headlines, texts, persons, addresses, moments.

use super::dates::{self, Reading};
use super::markup::{headline as headline_of, safe, squeeze};
use super::model::{Enclosure, Person, Text};
use super::tree::Node;
use jiff::Timestamp;

/// A value from the best of the places that may hold it: a lower rank is better, the first of a rank stays.
pub(super) struct Best<T>(Option<(u8, T)>);

impl<T> Default for Best<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Best<T> {
    /// Looks at a place only if it may be better.
    pub(super) fn offer(&mut self, rank: u8, value: impl FnOnce() -> Option<T>) {
        if self.0.as_ref().is_none_or(|(held, _)| *held > rank)
            && let Some(value) = value()
        {
            self.0 = Some((rank, value));
        }
    }

    pub(super) fn take(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }
}

/// Several values from the best place: those of a better rank displace the others.
pub(super) struct Ranked<T>(u8, Vec<T>);

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Self(u8::MAX, Vec::new())
    }
}

impl<T: PartialEq> Ranked<T> {
    pub(super) fn offer(&mut self, rank: u8, value: Option<T>) {
        let Some(value) = value.filter(|_| rank <= self.0) else { return };
        if rank < self.0 {
            self.0 = rank;
            self.1.clear();
        }
        if self.1.len() < 100 && !self.1.contains(&value) {
            self.1.push(value);
        }
    }

    pub(super) fn take(self) -> Vec<T> {
        self.1
    }
}

/// A headline as bare text; `None` when it says nothing.
pub(super) fn headline(node: Node<'_, '_>) -> Option<String> {
    let text =
        if node.has_markup() { headline_of(&node.markup(), true) } else { headline_of(&node.text(), true) };
    Some(text).filter(|t| !t.is_empty())
}

/// Words on one line, no markup looked for.
pub(super) fn words(node: Node<'_, '_>) -> Option<String> {
    Some(squeeze(&node.text())).filter(|t| !t.is_empty())
}

/// Markup made safe, or text that may be markup.
pub(super) fn html(node: Node<'_, '_>) -> Option<Text> {
    let value = if node.has_markup() { node.markup() } else { node.text().into_owned() };
    let value = safe(value.trim(), node.base());
    (!value.is_empty()).then_some(Text { value, html: true })
}

/// The text of an element as an absolute address.
pub(super) fn address(node: Node<'_, '_>) -> Option<String> {
    node.base().resolve(&node.text()).map(std::borrow::Cow::into_owned)
}

/// An attribute as an absolute address.
pub(super) fn address_in(node: Node<'_, '_>, attribute: &str) -> Option<String> {
    node.base().resolve(node.attribute(attribute)?).map(std::borrow::Cow::into_owned)
}

/// The text of an element as a moment.
pub(super) fn moment(node: Node<'_, '_>, reading: &Reading) -> Option<Timestamp> {
    dates::read(&node.text(), reading)
}

/// An address to fetch a file from, with what is said of it.
pub(super) fn enclosure(node: Node<'_, '_>, address: &str, length: &str) -> Option<Enclosure> {
    Some(Enclosure {
        url: address_in(node, address)?,
        kind: node.attribute("type").map(str::to_owned),
        length: node.attribute(length).and_then(|l| l.parse().ok()),
    })
}

/// `name`, `mail`, `mail (name)`, `name (mail)`, `name <mail>`.
pub(super) fn person(text: &str) -> Option<Person> {
    // Markup around a name is dropped; `<a@b.vn>` is none.
    let text = headline_of(text, true);
    let (outside, inside) = match (text.split_once('('), text.split_once('<')) {
        (Some((outside, inside)), _) => (outside, inside.trim_end().trim_end_matches(')')),
        (None, Some((outside, inside))) => (outside, inside.trim_end().trim_end_matches('>')),
        (None, None) => (text.as_str(), ""),
    };
    let mut person = Person::default();
    for part in [outside.trim(), inside.trim()].into_iter().filter(|p| !p.is_empty()) {
        let mail = part.strip_prefix("mailto:").unwrap_or(part);
        if is_mail(mail) {
            person.email.get_or_insert_with(|| mail.to_owned());
        } else if let Some((mail, name)) = mail.split_once(' ').filter(|(m, _)| is_mail(m)) {
            person.email.get_or_insert_with(|| mail.to_owned());
            person.name.get_or_insert_with(|| name.trim_start_matches(['-', ' ']).to_owned());
        } else if let Some((name, mail)) = mail.rsplit_once(' ').filter(|(_, m)| is_mail(m)) {
            person.email.get_or_insert_with(|| mail.to_owned());
            person.name.get_or_insert_with(|| name.trim_end_matches(['-', ' ', ',']).to_owned());
        } else {
            person.name.get_or_insert_with(|| part.to_owned());
        }
    }
    (person != Person::default()).then_some(person)
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(|c: char| c.is_whitespace())
    })
}
