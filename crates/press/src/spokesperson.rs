//! Who speaks: the three kinds of PN-01, what the public page must show of each, and who may be named by whom.

use kernel::{Day, Refusal};

/// The three kinds (PN-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The head of the agency or of a body. There is always one.
    Head,
    /// The one whom the head named to speak regularly.
    Regular,
    /// One who speaks in one case, for a limited term (PN-04).
    Case,
}

impl Kind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Head, Self::Regular, Self::Case];

    /// The name in tables and in locale keys (`speaker-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Regular => "regular",
            Self::Case => "case",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What is known of one who speaks, for the reasons against.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Which kind.
    pub kind: Kind,
    /// Name.
    pub name: &'a str,
    /// Post.
    pub post: &'a str,
    /// Telephone.
    pub phone: &'a str,
    /// Official e-mail.
    pub email: &'a str,
    /// The deed of assignment or authorisation.
    pub document: &'a str,
    /// In which case.
    pub matter: &'a str,
    /// First and last day.
    pub term: (Option<Day>, Option<Day>),
    /// Whether a head of the same body is in the register.
    pub has_head: bool,
    /// Whether the one who authorises is that head.
    pub by_head: bool,
    /// Whether the decision lies in the future.
    pub ahead: bool,
}

/// Mail boxes of free services: whatever stands there is no official address (PN-02).
const FREE_MAIL: [&str; 12] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "mail.ru",
    "zohomail.com",
];

/// Whether it can be the official address of an office.
#[must_use]
pub fn is_official(email: &str) -> bool {
    let Some((box_, domain)) = email.rsplit_once('@') else { return false };
    let domain = domain.to_lowercase();
    let shaped = !box_.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !email.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;:\"()[]\\".contains(c));
    shaped && !FREE_MAIL.contains(&domain.as_str())
}

/// Whether a telephone number can be dialled.
fn can_be_dialled(phone: &str) -> bool {
    phone.chars().filter(char::is_ascii_digit).count() >= 6
        && phone.chars().all(|c| c.is_ascii_digit() || " .()+-/".contains(c))
}

/// Whether the public page can show everything that PN-02 asks for.
#[must_use]
pub fn is_complete(facts: &Facts<'_>) -> bool {
    !facts.name.is_empty()
        && !facts.post.is_empty()
        && can_be_dialled(facts.phone)
        && is_official(facts.email)
}

/// Every reason against entering it.
#[must_use]
pub fn reasons_against(facts: &Facts<'_>) -> Vec<Refusal> {
    let mut against = Vec::new();
    let mut wrong = |field, key| against.push(Refusal::field(field, key));
    if facts.name.is_empty() {
        wrong("name", "refused-speaker-name");
    }
    if facts.post.is_empty() {
        wrong("post", "refused-speaker-post");
    }
    if !facts.phone.is_empty() && !can_be_dialled(facts.phone) {
        wrong("phone", "refused-speaker-phone");
    }
    if !facts.email.is_empty() && !is_official(facts.email) {
        wrong("email", "refused-speaker-email");
    }
    if facts.ahead {
        wrong("decided_at", "refused-speaker-ahead");
    }
    if facts.kind != Kind::Head {
        // PN-01: the head is always there, and PN-05: only the head hands the word on.
        if !facts.has_head {
            wrong("kind", "refused-speaker-no-head");
        }
        if facts.document.is_empty() {
            wrong("document", "refused-speaker-document");
        }
    }
    if facts.kind == Kind::Case {
        if facts.matter.is_empty() {
            wrong("matter", "refused-speaker-matter");
        }
        match facts.term {
            (Some(from), Some(to)) if from <= to => {}
            (Some(_), Some(_)) => wrong("to_day", "refused-speaker-term-order"),
            _ => wrong("to_day", "refused-speaker-term"),
        }
        if facts.has_head && !facts.by_head {
            wrong("authoriser", "refused-speaker-sub-delegation");
        }
    }
    against
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Facts<'static> = Facts {
        kind: Kind::Regular,
        name: "Đàm Thị Tâm",
        post: "Chánh Văn phòng",
        phone: "0200 3 800 111",
        email: "phatngon@vankhe.example",
        document: "12/QĐ-UBND",
        matter: "",
        term: (None, None),
        has_head: true,
        by_head: true,
        ahead: false,
    };

    fn keys(facts: &Facts<'_>) -> Vec<&'static str> {
        reasons_against(facts).iter().map(|reason| reason.key).collect()
    }

    #[test]
    fn pn_02_what_is_missing_may_come_later_and_what_is_wrong_may_not() {
        assert!(keys(&GOOD).is_empty() && is_complete(&GOOD));
        let without = Facts { phone: "", email: "", ..GOOD };
        assert!(keys(&without).is_empty() && !is_complete(&without));
        for email in ["tam@gmail.com", "tam", "tam@", "@x.example", "a b@x.example", "a@x\n.example", "a@x"] {
            assert_eq!(keys(&Facts { email, ..GOOD }), ["refused-speaker-email"], "{email}");
        }
        assert_eq!(keys(&Facts { phone: "gọi văn phòng", ..GOOD }), ["refused-speaker-phone"]);
        assert_eq!(keys(&Facts { ahead: true, ..GOOD }), ["refused-speaker-ahead"]);
    }

    #[test]
    fn pn_04_a_case_has_its_deed_its_matter_and_its_term() {
        let term = (Some(Day::constant(2026, 11, 1)), Some(Day::constant(2026, 11, 30)));
        let case = Facts { kind: Kind::Case, matter: "Vỡ đập Nậm Ưởng", term, ..GOOD };
        assert!(keys(&case).is_empty());
        assert_eq!(keys(&Facts { document: "", ..case }), ["refused-speaker-document"]);
        assert_eq!(keys(&Facts { matter: "", ..case }), ["refused-speaker-matter"]);
        assert_eq!(keys(&Facts { term: (term.0, None), ..case }), ["refused-speaker-term"]);
        assert_eq!(keys(&Facts { term: (term.1, term.0), ..case }), ["refused-speaker-term-order"]);
    }

    #[test]
    fn pn_01_pn_05_only_the_head_hands_the_word_on() {
        assert_eq!(keys(&Facts { has_head: false, ..GOOD }), ["refused-speaker-no-head"]);
        let term = (Some(Day::constant(2026, 11, 1)), Some(Day::constant(2026, 11, 30)));
        let case = Facts { kind: Kind::Case, matter: "x", term, by_head: false, ..GOOD };
        assert_eq!(keys(&case), ["refused-speaker-sub-delegation"]);
    }
}
