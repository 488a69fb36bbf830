//! What kind of unit it is: who is one of the agency's bodies and speaks for itself (PN-03).

/// A kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum UnitKind {
    /// People's committee of a province.
    Committee,
    /// văn phòng
    Office,
    /// sở, ban ngang sở
    #[default]
    Department,
    /// thanh tra
    Inspectorate,
    /// công an
    Police,
    /// trung tâm, đài, cổng
    Centre,
    /// People's committee of a commune or ward.
    CommuneCommittee,
    /// Another organisation that works with the agency: a Party body, a newspaper.
    Outside,
}

impl UnitKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Committee,
        Self::Office,
        Self::Department,
        Self::Inspectorate,
        Self::Police,
        Self::Centre,
        Self::CommuneCommittee,
        Self::Outside,
    ];

    /// The name in tables and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Office => "office",
            Self::Department => "department",
            Self::Inspectorate => "inspectorate",
            Self::Police => "police",
            Self::Centre => "centre",
            Self::CommuneCommittee => "commune_committee",
            Self::Outside => "outside",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether such a unit is a body that the list of spokespersons must hold: departments, inspectorate, police and the
    /// committees of communes (PN-03).
    #[must_use]
    pub fn is_body(self) -> bool {
        match self {
            Self::Committee
            | Self::Department
            | Self::Inspectorate
            | Self::Police
            | Self::CommuneCommittee => true,
            Self::Office | Self::Centre | Self::Outside => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_itself_again() {
        for kind in UnitKind::ALL {
            assert_eq!(UnitKind::named(kind.name()), Some(kind));
        }
        assert_eq!(UnitKind::named("communecommittee"), None);
    }
}
