//! What happens to what citizens ask, tell and are asked.

use super::of_house::house_events;
use crate::{ConsultationId, ErrorReportId, InformationRequestId, Moment, QuestionId, StoryId, UnitId};

house_events! {
    /// What happened between the agency and the people.
    AnswersEvent {
        /// A question or a petition came in.
        QuestionReceived { question: QuestionId, form: String, received_at: Moment, aside: bool } => Question, "question-received";
        /// It was set aside as not being one; it can be found and taken back.
        QuestionSetAside { question: QuestionId, reason: String } => Question, "question-set-aside";
        /// It was taken back and waits again, as if it had never been set aside.
        QuestionTakenBack { question: QuestionId, form: String, received_at: Moment } => Question, "question-taken-back";
        /// It goes on as part of another one.
        QuestionMerged { question: QuestionId, into: QuestionId } => Question, "question-merged";
        /// A unit is responsible.
        QuestionRouted { question: QuestionId, unit: UnitId } => Question, "question-routed";
        /// The unit sent it back, with a reason.
        QuestionReturned { question: QuestionId, reason: String } => Question, "question-returned";
        /// The asker was asked for more.
        MoreAsked { question: QuestionId } => Question, "question-more-asked";
        /// The asker told more.
        MoreTold { question: QuestionId } => Question, "question-more-told";
        /// An answer was written; `hash` is of its exact text.
        ReplyDrafted { question: QuestionId, hash: String } => Question, "reply-drafted";
        /// Its writer asks for approval.
        ReplySubmitted { question: QuestionId, hash: String } => Question, "reply-submitted";
        /// It was sent back to its writer, with a reason.
        ReplyReturned { question: QuestionId, reason: String } => Question, "reply-returned";
        /// A second person approved exactly this text: the asker has it.
        QuestionAnswered { question: QuestionId, hash: String } => Question, "question-answered";
        /// It was refused; the asker reads why, the public count shows the code (L5). The words stay out of the ledger: they
        /// are written to a person, and what is written to a person can be erased.
        QuestionRefused { question: QuestionId, code: String } => Question, "question-refused";
        /// Question and answer are public, with the asker's consent and without personal data.
        QuestionPublished { question: QuestionId } => Question, "question-published", public;
        /// They are public no longer, with a reason that stays.
        QuestionUnpublished { question: QuestionId, reason: String } => Question, "question-unpublished", public;
        /// A correction of a published answer was written; a second person has to approve it.
        CorrectionProposed { question: QuestionId, hash: String } => Question, "correction-proposed";
        /// A published answer was corrected, with a public note.
        ReplyCorrected { question: QuestionId, note: String, hash: String } => Question, "reply-corrected", public;
        /// The asker no longer agrees that question and answer are public (DL-01).
        ConsentWithdrawn { question: QuestionId } => Question, "consent-withdrawn";
        /// The asker wants something done with their data that a person must look at (DL-01).
        DataWishReceived { question: QuestionId } => Question, "data-wish-received";
        /// That wish was answered.
        DataWishAnswered { question: QuestionId } => Question, "data-wish-answered";
        /// The asker's personal data were corrected at their wish (DL-01).
        PersonalDataChanged { question: QuestionId } => Question, "personal-data-changed";
        /// The asker's personal data were erased: on schedule (L13) or at their wish (DL-01).
        PersonalDataErased { question: QuestionId, why: String } => Question, "personal-data-erased";
        /// A draft was put to the public; its text stays as it is (L18).
        ConsultationOpened { consultation: ConsultationId, hash: String, until: Moment } => Consultation, "consultation-opened", public;
        /// A consultation was begun or changed before it opened.
        ConsultationSet { consultation: ConsultationId } => Consultation, "consultation-set";
        /// Somebody gave an opinion.
        OpinionGiven { consultation: ConsultationId } => Consultation, "opinion-given";
        /// An opinion was shown to the public, or not, with the reason in a word.
        OpinionSettled { consultation: ConsultationId, shown: bool, code: String } => Consultation, "opinion-settled";
        /// The agency wrote what it makes of an opinion.
        OpinionReplied { consultation: ConsultationId } => Consultation, "opinion-replied";
        /// Its time was up.
        ConsultationClosed { consultation: ConsultationId } => Consultation, "consultation-closed", public;
        /// The agency replied to the opinions in public.
        ConsultationConcluded { consultation: ConsultationId, hash: String } => Consultation, "consultation-concluded", public;
        /// A reader reported an error on a page.
        ErrorReported { report: ErrorReportId, story: Option<StoryId> } => ErrorReport, "error-reported";
        /// The report was dealt with.
        ErrorSettled { report: ErrorReportId, outcome: String } => ErrorReport, "error-settled";
        /// A field of questions was set: its name, and the unit that answers for it.
        FieldSet { unit: UnitId, slug: String } => Unit, "question-field-set";
        /// Somebody asked for information under the law (TT-05).
        InformationRequested { request: InformationRequestId, form: String, complex: bool, received_at: Moment } => InformationRequest, "information-requested";
        /// The asker was told by when (TT-05).
        InformationTermNotified { request: InformationRequestId, unit: UnitId } => InformationRequest, "information-term-notified";
        /// The information was supplied.
        InformationSupplied { request: InformationRequestId } => InformationRequest, "information-supplied";
        /// It was refused in writing, with a reason (TT-06).
        InformationRefused { request: InformationRequestId, code: String } => InformationRequest, "information-refused";
    }
}
