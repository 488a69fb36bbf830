//! What happens to what citizens ask, tell and are asked.

use super::of_house::house_events;
use crate::{ConsultationId, ErrorReportId, InformationRequestId, Moment, QuestionId, UnitId};

house_events! {
    /// What happened between the agency and the people.
    AnswersEvent {
        /// A question or a petition came in.
        QuestionReceived { question: QuestionId, received_at: Moment } => Question, "question-received";
        /// It was set aside as not being one; it can be found and taken back.
        QuestionSetAside { question: QuestionId, reason: String } => Question, "question-set-aside";
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
        QuestionAnswered { question: QuestionId, hash: String } => Question, "question-answered", public;
        /// It was refused, with a reason that the asker reads and the public count shows (L5).
        QuestionRefused { question: QuestionId, code: String, reason: String } => Question, "question-refused", public;
        /// Question and answer are public, with the asker's consent and without personal data.
        QuestionPublished { question: QuestionId } => Question, "question-published", public;
        /// They are public no longer, with a reason that stays.
        QuestionUnpublished { question: QuestionId, reason: String } => Question, "question-unpublished", public;
        /// A published answer was corrected, with a public note.
        ReplyCorrected { question: QuestionId, note: String, hash: String } => Question, "reply-corrected", public;
        /// The asker's personal data were corrected at their wish (DL-01).
        PersonalDataChanged { question: QuestionId } => Question, "personal-data-changed";
        /// The asker's personal data were erased: on schedule (L13) or at their wish (DL-01).
        PersonalDataErased { question: QuestionId, why: String } => Question, "personal-data-erased";
        /// A draft was put to the public; its text stays as it is (L18).
        ConsultationOpened { consultation: ConsultationId, hash: String, until: Moment } => Consultation, "consultation-opened", public;
        /// A consultation was begun or changed before it opened.
        ConsultationSet { consultation: ConsultationId } => Consultation, "consultation-set";
        /// Somebody gave an opinion.
        OpinionGiven { consultation: ConsultationId } => Consultation, "opinion-given", public;
        /// Its time was up.
        ConsultationClosed { consultation: ConsultationId } => Consultation, "consultation-closed", public;
        /// The agency replied to the opinions in public.
        ConsultationConcluded { consultation: ConsultationId, hash: String } => Consultation, "consultation-concluded", public;
        /// A reader reported an error on a page.
        ErrorReported { report: ErrorReportId } => ErrorReport, "error-reported";
        /// The report was dealt with.
        ErrorSettled { report: ErrorReportId, outcome: String } => ErrorReport, "error-settled";
        /// Somebody asked for information under the law (TT-05).
        InformationRequested { request: InformationRequestId, form: String, received_at: Moment } => InformationRequest, "information-requested";
        /// The asker was told by when (TT-05).
        InformationTermNotified { request: InformationRequestId } => InformationRequest, "information-term-notified";
        /// The information was supplied.
        InformationSupplied { request: InformationRequestId } => InformationRequest, "information-supplied";
        /// It was refused in writing, with a reason (TT-06).
        InformationRefused { request: InformationRequestId, code: String, reason: String } => InformationRequest, "information-refused";
    }
}
