//! A meeting under its lock, as every verb upon it opens it.

use crate::meeting::{self, Facts, Record, State, Step};
use crate::store::meetings::{self, ConclusionRow, InvitedRow, MeetingRow};
use crate::store::read;
use db::Cx;
use kernel::{Action, Failure, MeetingId, Moment, PersonId, Thing, WorkFacts};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The meeting a verb works on.
pub(crate) struct MeetingSheet {
    pub(crate) row: MeetingRow,
    pub(crate) invited: Vec<InvitedRow>,
    pub(crate) conclusions: Vec<ConclusionRow>,
    pub(crate) issued: bool,
}

impl MeetingSheet {
    /// Locks it for who keeps meetings of its unit.
    pub(crate) async fn open(cx: &Cx, id: MeetingId) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        cx.may(Action::KeepMeetings, Thing::Work(&work(&sheet.row, &sheet.invited)))?;
        Ok(sheet)
    }

    /// Locks it for who decides on its record: its chair, or a leader of its unit.
    pub(crate) async fn open_to_decide(cx: &Cx, id: MeetingId) -> Result<Self, Failure> {
        let sheet = Self::lock(cx, id).await?;
        let work = work(&sheet.row, &sheet.invited);
        cx.may(Action::ReadWork, Thing::Work(&work))?;
        if cx.actor().id() != Some(sheet.row.chair) {
            cx.may(Action::ApproveReports, Thing::Work(&work))?;
        }
        Ok(sheet)
    }

    /// Locks it without asking who wants it: for the machine.
    pub(crate) async fn lock(cx: &Cx, id: MeetingId) -> Result<Self, Failure> {
        let row = MeetingRow::lock(cx.tx(), cx.engine(), id).await?.ok_or(Failure::NotFound)?;
        Ok(Self {
            row,
            invited: meetings::invited(cx.tx(), id).await?,
            conclusions: meetings::conclusions(cx.tx(), id).await?,
            issued: meetings::NoticeRow::of(cx.tx(), id).await?.is_some(),
        })
    }

    pub(crate) fn take(&mut self, step: Step, cx: &Cx, more: Facts) -> Result<(), Failure> {
        let known = facts(&self.row, &self.conclusions, self.issued, cx.now(), cx.actor().id());
        let facts = Facts { reason_given: more.reason_given, another_time: more.another_time, ..known };
        let (state, record) = (State::named(&self.row.state), Record::named(&self.row.record_state));
        let (state, record) = meeting::take(state, record, step, &facts).map_err(Failure::Refused)?;
        state.name().clone_into(&mut self.row.state);
        record.name().clone_into(&mut self.row.record_state);
        Ok(())
    }

    /// The hash of the record as it stands now.
    pub(crate) fn hash(&self) -> String {
        exact_hash(&self.row, &self.invited, &self.conclusions)
    }

    pub(crate) async fn save(self, cx: &Cx) -> Result<(), Failure> {
        Ok(self.row.put(cx.tx()).await?)
    }
}

/// Who may see a meeting: its unit leads, those invited support, and persons are named.
pub(crate) fn work(row: &MeetingRow, invited: &[InvitedRow]) -> WorkFacts {
    let mut members: Vec<PersonId> = invited.iter().filter_map(|one| one.person).collect();
    members.push(row.chair);
    members.extend(row.made_by);
    WorkFacts {
        leads: vec![row.unit],
        supports: invited.iter().filter_map(|one| one.unit).collect(),
        members,
    }
}

/// What the machine asks, as the rows say it.
pub(crate) fn facts(
    row: &MeetingRow,
    conclusions: &[ConclusionRow],
    issued: bool,
    now: Moment,
    me: Option<PersonId>,
) -> Facts {
    let writers: Vec<PersonId> = read(&row.writers);
    Facts {
        begun: row.starts_at <= now,
        reason_given: false,
        another_time: false,
        written: !row.record.is_empty() || !conclusions.is_empty(),
        own_words: me.is_some_and(|me| writers.contains(&me)),
        issued,
        concluded: !conclusions.is_empty(),
    }
}

/// The hash of the exact text that is approved: the record, who came, and each conclusion with who has to do it by when.
pub(crate) fn exact_hash(row: &MeetingRow, invited: &[InvitedRow], conclusions: &[ConclusionRow]) -> String {
    let came: Vec<_> =
        invited.iter().map(|one| (one.unit, one.person, &one.presence, &one.stood_in)).collect();
    let said: Vec<_> =
        conclusions.iter().map(|one| (&one.words, one.lead, &one.supports, one.due_at)).collect();
    let text =
        serde_json::to_string(&(&row.title, row.starts_at, &row.record, came, said)).unwrap_or_default();
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut out, byte| {
        let _infallible = write!(out, "{byte:02x}");
        out
    })
}
