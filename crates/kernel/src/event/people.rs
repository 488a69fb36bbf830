//! What happens to the agency, its units and areas, and the people who work here.

use super::of_house::house_events;
use crate::{AgencyId, AreaId, PersonId, Role, UnitId};

house_events! {
    /// What happened to the agency and its people.
    PeopleEvent {
        /// The agency was set up or its particulars changed.
        AgencyDescribed { agency: AgencyId } => Agency, "agency-described", public;
        /// A unit came into being, from none or several predecessors.
        UnitFounded { unit: UnitId, from: Vec<UnitId> } => Unit, "unit-founded";
        /// A unit ended; its successors take over.
        UnitEnded { unit: UnitId, into: Vec<UnitId> } => Unit, "unit-ended";
        /// An area came into being, from none or several predecessors.
        AreaFounded { area: AreaId, from: Vec<AreaId> } => Area, "area-founded";
        /// A person was added.
        PersonAdded { person: PersonId } => Person, "person-added";
        /// A person left; the account is closed.
        PersonLeft { person: PersonId } => Person, "person-left";
        /// A person was given a post.
        PostGiven { person: PersonId, unit: UnitId } => Person, "post-given";
        /// A person was given a role; without a unit it covers the agency.
        RoleGiven { person: PersonId, role: Role, unit: Option<UnitId> } => Person, "role-given";
        /// A role was taken back.
        RoleWithdrawn { person: PersonId, role: Role, unit: Option<UnitId> } => Person, "role-withdrawn";
        /// A password was set.
        PasswordSet { person: PersonId } => Person, "password-set";
        /// A person signed in.
        SignedIn { person: PersonId } => Person, "signed-in";
        /// A person signed out.
        SignedOut { person: PersonId } => Person, "signed-out";
        /// For how many days a part of the house keeps what points to a person was set (L13); `of` names the part.
        KeepingSet { agency: AgencyId, of: String, days: u64 } => Agency, "keeping-set";
    }
}
