//! A question under its lock, as every verb upon it opens it.

use crate::question::{self, Facts, State, Step};
use crate::sight::{Sight, sight};
use crate::store::asker::{self, AskerRow};
use crate::store::questions::{self, QuestionRow};
use db::Cx;
use deadlines::Rules;
use kernel::{Action, Failure, PersonId, QuestionId, Refusal, Thing, ThingKind, ThingRef, UnitId};
use post::Outgoing;
use web::{Lang, Locale};

/// The question a verb works on.
pub(crate) struct Sheet {
    pub(crate) row: QuestionRow,
}

/// A question as the ledger, clocks, links and letters know it.
pub(crate) fn thing(id: QuestionId) -> ThingRef {
    ThingRef { kind: ThingKind::Question, id: id.0 }
}

impl Sheet {
    /// Locks it for who says which unit answers.
    pub(crate) async fn open_to_route(cx: &Cx, id: QuestionId) -> Result<Self, Failure> {
        cx.may(Action::RouteQuestions, Thing::House)?;
        Self::lock(cx, id).await
    }

    /// Locks it for an action of its unit: what is another unit's does not exist.
    pub(crate) async fn open(cx: &Cx, id: QuestionId, action: Action) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        if sight(cx.actor(), &sheet.row) == Sight::Nothing {
            return Err(Failure::NotFound);
        }
        match sheet.row.unit {
            Some(unit) => cx.may(action, Thing::Unit(unit))?,
            None => return Err(Failure::refused(Refusal::new("closed-question-unrouted"))),
        }
        Ok(sheet)
    }

    /// Locks it without asking who wants it: for the asker, who came with the code, and for what follows by itself.
    pub(crate) async fn lock(cx: &Cx, id: QuestionId) -> Result<Self, Failure> {
        let row = questions::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Ok(Self { row })
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.row.state)
    }

    /// The unit that is responsible.
    pub(crate) fn unit(&self) -> Result<UnitId, Failure> {
        self.row.unit.ok_or_else(|| Failure::refused(Refusal::new("closed-question-unrouted")))
    }

    /// What a step needs to know, for this person.
    pub(crate) fn facts(&self, me: Option<PersonId>) -> Facts {
        facts(&self.row, me)
    }

    /// Takes a step, or says every reason against it.
    pub(crate) fn take(&mut self, step: Step, facts: &Facts) -> Result<(), Failure> {
        let next = question::take(self.state(), step, facts).map_err(Failure::Refused)?;
        next.name().clone_into(&mut self.row.state);
        Ok(())
    }

    /// Ends it now: whether in time, by the rule that holds for it.
    pub(crate) async fn end(&mut self, cx: &Cx, rules: &Rules) -> Result<(), Failure> {
        self.row.ended_at = Some(cx.now());
        let book = rules.book(cx.tx()).await?;
        let due = book.due(rule_of(&self.row.form), self.row.received_at);
        self.row.on_time = due.map(|(_, due)| due.allows(cx.now()));
        crate::sweep::arrange(cx).await
    }

    /// Opens it again after an end.
    pub(crate) fn reopen(&mut self) {
        self.row.ended_at = None;
        self.row.on_time = None;
    }

    pub(crate) async fn asker(&self, cx: &Cx) -> Result<AskerRow, Failure> {
        Ok(asker::asker(cx.tx(), self.row.id).await?.unwrap_or_default())
    }

    /// Writes to the asker, if they left an address.
    pub(crate) async fn write(&self, cx: &Cx, subject: &str, text: &str) -> Result<(), Failure> {
        let asker = self.asker(cx).await?;
        write_to(cx, self.row.id, &asker, subject, text).await
    }

    pub(crate) async fn save(self, cx: &Cx) -> Result<(), Failure> {
        Ok(questions::put(cx.tx(), &self.row).await?)
    }
}

/// The rule whose clock a question runs under: TT-04 for petitions, the agency's own for the rest.
pub(crate) fn rule_of(form: &str) -> &'static str {
    if form == "petition" { "TT-04" } else { "NB-HD" }
}

/// What a step needs to know of a question, for this person.
pub(crate) fn facts(row: &QuestionRow, me: Option<PersonId>) -> Facts {
    Facts {
        reason_given: true,
        has_reply: !row.reply.is_empty(),
        is_writer: me.is_some_and(|me| writers(row).contains(&me)),
        consents: row.consent,
        is_public: row.public_state == "live",
        correction_waits: false,
    }
}

/// Everybody who wrote in the answer.
pub(crate) fn writers(row: &QuestionRow) -> Vec<PersonId> {
    row.writers.split(' ').filter_map(|id| id.parse().ok()).collect()
}

/// Words of letters. The office writes in its own language.
pub(crate) fn letter_words() -> Locale {
    Locale(Lang::Vi)
}

/// Writes to somebody who asked, if they left an address that can be written to.
pub(crate) async fn write_to(
    cx: &Cx,
    id: QuestionId,
    asker: &AskerRow,
    subject: &str,
    text: &str,
) -> Result<(), Failure> {
    if asker.email.is_empty() {
        return Ok(());
    }
    let letter = Outgoing {
        about: thing(id),
        to_name: asker.name.clone(),
        to_address: asker.email.clone(),
        subject: subject.to_owned(),
        text: text.to_owned(),
        reply_to: None,
        files: Vec::new(),
        unsubscribe: None,
        run_at: cx.now(),
    };
    post::send(cx, letter).await.map(drop)
}
