//! What happens at the press desk: spokespersons, inquiries, facts from units, demands for correction, petitions.

use super::of_house::house_events;
use crate::{
    DemandId, FactId, HotSpotId, InquiryId, LetterId, Moment, PersonId, PetitionId, SpokespersonId, UnitId,
    YearlyReportId,
};

house_events! {
    /// What happened at the press desk.
    PressEvent {
        /// A person speaks for the agency, regularly or in one case (PN-01); the clock of PN-02 starts.
        SpokespersonNamed { spokesperson: SpokespersonId, kind: String, decided_at: Moment } => Spokesperson, "spokesperson-named", public;
        /// What the public reads of a spokesperson changed.
        SpokespersonChanged { spokesperson: SpokespersonId } => Spokesperson, "spokesperson-changed", public;
        /// The public page shows a regular spokesperson with everything PN-02 asks for.
        SpokespersonShown { spokesperson: SpokespersonId } => Spokesperson, "spokesperson-shown", public;
        /// A person speaks for the agency no longer.
        SpokespersonEnded { spokesperson: SpokespersonId, reason: String } => Spokesperson, "spokesperson-ended", public;
        /// A journalist asked; `via` is by hand, form or mail.
        InquiryReceived { inquiry: InquiryId, received_at: Moment, via: String } => Inquiry, "inquiry-received";
        /// A person looked at a letter that nobody had understood: it is an inquiry, or set aside.
        LetterSettled { letter: LetterId, inquiry: Option<InquiryId> } => Letter, "letter-settled";
        /// Its particulars were changed.
        InquiryChanged { inquiry: InquiryId } => Inquiry, "inquiry-changed";
        /// It was asked because of a hot spot.
        InquiryTied { inquiry: InquiryId, hot_spot: HotSpotId } => Inquiry, "inquiry-tied";
        /// Somebody took it on.
        InquiryTaken { inquiry: InquiryId, person: PersonId } => Inquiry, "inquiry-taken";
        /// A unit was asked for facts (PN-07).
        FactsAsked { fact: FactId, inquiry: InquiryId, unit: UnitId } => Fact, "facts-asked";
        /// The unit gave them, with its source.
        FactsGiven { fact: FactId, inquiry: InquiryId } => Fact, "facts-given";
        /// They were sent back, with a reason.
        FactsReturned { fact: FactId, inquiry: InquiryId, reason: String } => Fact, "facts-returned";
        /// They are not needed any more.
        FactsDropped { fact: FactId, inquiry: InquiryId } => Fact, "facts-dropped";
        /// An answer was written; `hash` is of its exact text.
        AnswerDrafted { inquiry: InquiryId, hash: String } => Inquiry, "answer-drafted";
        /// Its writer asks for clearance.
        ClearanceAsked { inquiry: InquiryId, hash: String } => Inquiry, "clearance-asked";
        /// It was sent back, with a reason.
        ClearanceRefused { inquiry: InquiryId, reason: String } => Inquiry, "clearance-refused";
        /// A second person cleared exactly this text.
        AnswerCleared { inquiry: InquiryId, hash: String } => Inquiry, "answer-cleared";
        /// The press has the answer, in one of the five forms of PN-09.
        InquiryAnswered { inquiry: InquiryId, form: String, hash: String } => Inquiry, "inquiry-answered";
        /// The press was refused, with a reason of the law (PN-08).
        InquiryRefused { inquiry: InquiryId, code: String, reason: String } => Inquiry, "inquiry-refused";
        /// The press took it back, or it had been logged twice.
        InquiryClosed { inquiry: InquiryId, reason: String } => Inquiry, "inquiry-closed";
        /// It is open again, with a reason.
        InquiryReopened { inquiry: InquiryId, reason: String } => Inquiry, "inquiry-reopened";
        /// Who asked and how to reach them is no longer kept (L13).
        InquiryContactErased { inquiry: InquiryId } => Inquiry, "inquiry-contact-erased";
        /// A demand for correction was begun (PN-18); after the first, it is a further round (BC-09).
        DemandBegun { demand: DemandId, round: i64 } => Demand, "demand-begun";
        /// Its text was written; `hash` is of the exact text.
        DemandWritten { demand: DemandId, hash: String } => Demand, "demand-written";
        /// A second person approved exactly this text.
        DemandApproved { demand: DemandId, hash: String } => Demand, "demand-approved";
        /// It was sent to the outlet; the clock of BC-04 starts.
        DemandSent { demand: DemandId, sent_at: Moment } => Demand, "demand-sent";
        /// The outlet answered.
        DemandAnswered { demand: DemandId, outcome: String } => Demand, "demand-answered";
        /// It was given up, with a reason.
        DemandClosed { demand: DemandId, reason: String } => Demand, "demand-closed";
        /// The press forwarded a petition, a complaint or a criticism (BC-01 to BC-03).
        PetitionForwarded { petition: PetitionId, kind: String, received_at: Moment } => Petition, "petition-forwarded";
        /// A unit was asked to deal with it.
        PetitionAssigned { petition: PetitionId, unit: UnitId } => Petition, "petition-assigned";
        /// The press was told whether a complaint is dealt with (BC-02).
        PetitionAccepted { petition: PetitionId, accepted: bool } => Petition, "petition-accepted";
        /// Its conclusion was reached (BC-02).
        PetitionConcluded { petition: PetitionId, concluded_at: Moment } => Petition, "petition-concluded";
        /// The press was told what was done.
        PetitionAnswered { petition: PetitionId } => Petition, "petition-answered";
        /// The window of a year's report closed: PN-21 runs.
        YearlyOpened { report: YearlyReportId, year: i64, from: Moment } => YearlyReport, "yearly-opened";
        /// Difficulties and proposals of a year's report were written.
        YearlyWritten { report: YearlyReportId } => YearlyReport, "yearly-written";
        /// The year's report was sent, with these numbers.
        YearlySent { report: YearlyReportId, document: String, hash: String } => YearlyReport, "yearly-sent";
    }
}
