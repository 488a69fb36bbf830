//! What waits at this house for somebody, and what its things are called for those who may see them.

use crate::question::State;
use crate::sight::{Sight, routes, sight, units};
use crate::store::{asker, consultations, lists, opinions, questions, reports, requests};
use db::{ConnectionTrait, Look};
use kernel::{
    Action, ConsultationId, ErrorReportId, Failure, InformationRequestId, QuestionId, Thing, UnitId,
};

/// What waits for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Questions nobody is responsible for, where they route.
    pub new: u64,
    /// Questions of their units to be answered.
    pub routed: u64,
    /// Answers to be approved.
    pub submitted: u64,
    /// Wishes about data.
    pub data: u64,
    /// Errors that readers reported.
    pub reports: u64,
    /// Opinions to be looked at.
    pub opinions: u64,
}

impl Waiting {
    /// Of questions.
    #[must_use]
    pub fn questions(&self) -> u64 {
        self.new + self.routed + self.submitted + self.data
    }

    /// All of it.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.questions() + self.reports + self.opinions
    }
}

/// What waits for who looks.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(look: &Look) -> Result<Waiting, Failure> {
    let mut waits = Waiting::default();
    let may = |action| look.may(action, Thing::House).is_ok();
    let router = routes(look.actor());
    if may(Action::ReadQuestions) || router {
        let mine = units(look.actor());
        for count in lists::by_state(look.db(), mine.as_deref()).await? {
            let many = u64::try_from(count.many).unwrap_or(0);
            match State::named(&count.state) {
                State::Received if router => waits.new += many,
                State::Routed if may(Action::AnswerQuestions) => waits.routed += many,
                State::Submitted if may(Action::ApproveReplies) => waits.submitted += many,
                _ => {}
            }
        }
    }
    if router {
        waits.data = u64::try_from(asker::open_wishes(look.db()).await?).unwrap_or(0);
    }
    if may(Action::SettleReports) {
        waits.reports = reports::open(look.db()).await?;
    }
    if may(Action::Consult) {
        waits.opinions = u64::try_from(opinions::waiting(look.db()).await?).unwrap_or(0);
    }
    Ok(waits)
}

/// The title of a question, for who may see it: without what points to the asker, unless they handle it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_question(look: &Look, id: QuestionId) -> Result<Option<String>, Failure> {
    let Some(row) = questions::question(look.db(), id).await? else { return Ok(None) };
    Ok(match sight(look.actor(), &row) {
        Sight::Nothing => None,
        Sight::Question => Some(crate::private::redacted(&row.title, &[])),
        Sight::Asker => Some(row.title),
    })
}

/// The title of a consultation, for who may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn called_consultation(look: &Look, id: ConsultationId) -> Result<Option<String>, Failure> {
    let row = consultations::consultation(look.db(), id).await?;
    let may = look.may(Action::Consult, Thing::House).is_ok();
    Ok(row.filter(|row| may || row.state != "draft").map(|row| row.title))
}

/// The page a report is about, for who may see reports.
///
/// # Errors
/// When the database does not answer.
pub async fn called_report(look: &Look, id: ErrorReportId) -> Result<Option<String>, Failure> {
    if look.may(Action::SettleReports, Thing::House).is_err() {
        return Ok(None);
    }
    Ok(reports::report(look.db(), id).await?.map(|row| row.page))
}

/// The number of a request for information, for who keeps the book.
///
/// # Errors
/// When the database does not answer.
pub async fn called_request(look: &Look, id: InformationRequestId) -> Result<Option<String>, Failure> {
    if look.may(Action::ServeRequests, Thing::House).is_err() {
        return Ok(None);
    }
    Ok(requests::request(look.db(), id).await?.map(|row| format!("{}/{}", row.number, row.year)))
}

/// The unit that answers each of some questions, where one does.
///
/// # Errors
/// When the database does not answer.
pub async fn units_of(
    db: &impl ConnectionTrait,
    ids: &[QuestionId],
) -> Result<Vec<(QuestionId, UnitId)>, Failure> {
    Ok(questions::units_of(db, ids).await?)
}
