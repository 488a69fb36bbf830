//! What happens to what the agency tells the press by itself: releases, statements, contacts, press events.

use super::of_house::house_events;
use crate::{ContactId, FactId, Moment, PressEventId, ReleaseId, UnitId};

house_events! {
    /// What happened to what the agency tells the press.
    ReleaseEvent {
        /// A release or a statement was begun.
        Begun { release: ReleaseId, kind: String } => Release, "release-begun";
        /// Its text was saved; `hash` is of the exact text.
        Saved { release: ReleaseId, hash: String } => Release, "release-saved";
        /// Its writer asks for approval.
        Submitted { release: ReleaseId, hash: String } => Release, "release-submitted";
        /// It was sent back, with a reason.
        Returned { release: ReleaseId, reason: String } => Release, "release-returned";
        /// A second person approved exactly this text.
        Approved { release: ReleaseId, hash: String } => Release, "release-approved";
        /// It will be issued at a time; until then nothing of it is public.
        Embargoed { release: ReleaseId, until: Moment } => Release, "release-embargoed";
        /// The time at which it would go out was taken back.
        Lifted { release: ReleaseId } => Release, "release-lifted";
        /// It was issued with its number and is public.
        Issued { release: ReleaseId, number: i64, year: i64, hash: String } => Release, "release-issued", public;
        /// Its time came and it could not be issued; `reasons` are locale keys.
        IssueFailed { release: ReleaseId, reasons: Vec<String> } => Release, "release-issue-failed";
        /// It was corrected in public; everyone who had it is told.
        Corrected { release: ReleaseId, note: String, hash: String } => Release, "release-corrected", public;
        /// A correction was given up; the public text stays.
        Discarded { release: ReleaseId } => Release, "release-discarded";
        /// It was withdrawn, with a reason that stays public.
        Withdrawn { release: ReleaseId, reason: String } => Release, "release-withdrawn", public;
        /// It goes to its readers.
        Sent { release: ReleaseId, recipients: i64 } => Release, "release-sent";
        /// A contact of the press was added or changed.
        ContactSet { contact: ContactId } => Contact, "contact-set";
        /// A contact asked for no more letters, or was removed.
        ContactEnded { contact: ContactId, reason: String } => Contact, "contact-ended";
        /// A press event was planned.
        Planned { press_event: PressEventId, kind: String, starts_at: Moment } => PressEvent, "press-event-planned";
        /// Its particulars changed; announced ones change in public.
        Changed { press_event: PressEventId, kind: String, starts_at: Moment, moved: bool } => PressEvent, "press-event-changed", public;
        /// Something was added to its dossier or its record.
        Noted { press_event: PressEventId } => PressEvent, "press-event-noted";
        /// It was announced to the public and to the press.
        Announced { press_event: PressEventId } => PressEvent, "press-event-announced", public;
        /// The body that must know was notified (BC-10).
        Notified { press_event: PressEventId, at: Moment } => PressEvent, "press-event-notified";
        /// A unit was asked to contribute to its dossier.
        ContributionAsked { press_event: PressEventId, fact: FactId, unit: UnitId } => PressEvent, "press-event-contribution-asked";
        /// The unit contributed.
        ContributionGiven { press_event: PressEventId, fact: FactId, unit: UnitId } => PressEvent, "press-event-contribution-given";
        /// Journalists were invited.
        Invited { press_event: PressEventId, guests: i64 } => PressEvent, "press-event-invited";
        /// A journalist asks to be admitted.
        Registered { press_event: PressEventId } => PressEvent, "press-event-registered";
        /// A journalist was admitted.
        Accredited { press_event: PressEventId } => PressEvent, "press-event-accredited";
        /// A journalist was not admitted, with a reason (L9).
        AccreditationRefused { press_event: PressEventId, reason: String } => PressEvent, "press-event-accreditation-refused";
        /// It took place.
        Held { press_event: PressEventId, kind: String, held_at: Moment } => PressEvent, "press-event-held", public;
        /// It will not take place, with a reason.
        Cancelled { press_event: PressEventId, reason: String } => PressEvent, "press-event-cancelled", public;
    }
}
