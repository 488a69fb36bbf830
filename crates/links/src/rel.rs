//! What one thing can have to do with another: a closed list.

/// The kind of a link, read from its start: “this one … that one”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rel {
    /// Was raised by: a hot spot by a thread, an inquiry by a hot spot.
    RaisedBy,
    /// Answers: a story or a release a hot spot, an inquiry, a question.
    Answers,
    /// Asks for: facts for an inquiry.
    AsksFor,
    /// Delivers: a story or an event an assignment.
    Delivers,
    /// Covers: a story an event.
    Covers,
    /// Cites: a text a document.
    Cites,
    /// Evidences: a thing a line of a report.
    Evidences,
    /// Broadcasts: a placement a story.
    Broadcasts,
    /// Corrects: a demand a mention, a release another.
    Corrects,
    /// Follows from: a task from a meeting, a petition from a question.
    Follows,
    /// Pays for: a project a line of a plan.
    PaysFor,
}

impl Rel {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::RaisedBy,
        Self::Answers,
        Self::AsksFor,
        Self::Delivers,
        Self::Covers,
        Self::Cites,
        Self::Evidences,
        Self::Broadcasts,
        Self::Corrects,
        Self::Follows,
        Self::PaysFor,
    ];

    /// The name in the table and in locale keys: `link-…` from the start, `link-…-back` from the end.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RaisedBy => "raised-by",
            Self::Answers => "answers",
            Self::AsksFor => "asks-for",
            Self::Delivers => "delivers",
            Self::Covers => "covers",
            Self::Cites => "cites",
            Self::Evidences => "evidences",
            Self::Broadcasts => "broadcasts",
            Self::Corrects => "corrects",
            Self::Follows => "follows",
            Self::PaysFor => "pays-for",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rel| rel.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Rel;

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for rel in Rel::ALL {
            assert_eq!(Rel::named(rel.name()), Some(rel));
        }
        assert_eq!(Rel::named("unknown"), None);
    }
}
