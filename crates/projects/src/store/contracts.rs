//! Contracts of projects, their annexes and what was accepted of them.

use db::{ConnectionTrait, DbErr, FromQueryResult, all, run};
use kernel::{Moment, PersonId, ProjectId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ContractRow {
    pub(crate) id: Uuid,
    pub(crate) project: ProjectId,
    pub(crate) number: String,
    pub(crate) signed_on: String,
    pub(crate) partner: String,
    pub(crate) value: i64,
    /// What may be paid before anything is accepted.
    pub(crate) advance: i64,
    /// What is kept back for the warranty.
    pub(crate) retention: i64,
    pub(crate) until_day: String,
    pub(crate) about: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) cancelled_at: Option<Moment>,
    pub(crate) cancelled_by: Option<PersonId>,
    pub(crate) cancel_reason: String,
}

const CONTRACT: &str = "id, project, number, signed_on, partner, value, advance, retention, until_day, about, at, by_person, \
                        cancelled_at, cancelled_by, cancel_reason";

/// Every contract, the oldest first.
pub(crate) async fn contracts(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<ContractRow>, DbErr> {
    let sql = format!(
        "SELECT {CONTRACT} FROM project_contract WHERE project = $1 ORDER BY signed_on, id LIMIT 1000"
    );
    all(db, &sql, vec![id.into()]).await
}

pub(crate) async fn put_contract(db: &impl ConnectionTrait, row: &ContractRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_contract (id, project, number, signed_on, partner, value, advance, retention, until_day,
                   about, at, by_person, cancelled_at, cancelled_by, cancel_reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
               ON CONFLICT (id) DO UPDATE SET cancelled_at = excluded.cancelled_at,
                   cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason";
    let args = vec![
        row.id.into(),
        row.project.into(),
        row.number.as_str().into(),
        row.signed_on.as_str().into(),
        row.partner.as_str().into(),
        row.value.into(),
        row.advance.into(),
        row.retention.into(),
        row.until_day.as_str().into(),
        row.about.as_str().into(),
        row.at.into(),
        row.by_person.into(),
        row.cancelled_at.into(),
        row.cancelled_by.into(),
        row.cancel_reason.as_str().into(),
    ];
    run(db, sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AnnexRow {
    pub(crate) id: Uuid,
    pub(crate) project: ProjectId,
    pub(crate) contract: Uuid,
    pub(crate) number: String,
    pub(crate) signed_on: String,
    /// Up or down.
    pub(crate) change: i64,
    pub(crate) until_day: String,
    pub(crate) about: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

/// Annexes of every contract of a project, the oldest first.
pub(crate) async fn annexes(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<AnnexRow>, DbErr> {
    let sql = "SELECT id, project, contract, number, signed_on, change, until_day, about, at, by_person FROM project_annex
               WHERE project = $1 ORDER BY signed_on, at, id";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn add_annex(db: &impl ConnectionTrait, row: &AnnexRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_annex (id, project, contract, number, signed_on, change, until_day, about, at, by_person)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let args = vec![
        row.id.into(),
        row.project.into(),
        row.contract.into(),
        row.number.as_str().into(),
        row.signed_on.as_str().into(),
        row.change.into(),
        row.until_day.as_str().into(),
        row.about.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AcceptanceRow {
    pub(crate) id: Uuid,
    pub(crate) project: ProjectId,
    pub(crate) contract: Uuid,
    pub(crate) day: String,
    pub(crate) value: i64,
    pub(crate) accepted_by: String,
    pub(crate) note: String,
    pub(crate) file_name: String,
    pub(crate) file_kind: String,
    pub(crate) sha256: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) cancelled_at: Option<Moment>,
    pub(crate) cancelled_by: Option<PersonId>,
    pub(crate) cancel_reason: String,
}

/// What was accepted of every contract of a project, the oldest first; what was cancelled too.
pub(crate) async fn acceptances(
    db: &impl ConnectionTrait,
    id: ProjectId,
) -> Result<Vec<AcceptanceRow>, DbErr> {
    let sql = "SELECT id, project, contract, day, value, accepted_by, note, file_name, file_kind, sha256, at, by_person,
                   cancelled_at, cancelled_by, cancel_reason
               FROM project_acceptance WHERE project = $1 ORDER BY day, at, id";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn put_acceptance(db: &impl ConnectionTrait, row: &AcceptanceRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_acceptance (id, project, contract, day, value, accepted_by, note, file_name, file_kind,
                   sha256, at, by_person, cancelled_at, cancelled_by, cancel_reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
               ON CONFLICT (id) DO UPDATE SET cancelled_at = excluded.cancelled_at,
                   cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason";
    let args = vec![
        row.id.into(),
        row.project.into(),
        row.contract.into(),
        row.day.as_str().into(),
        row.value.into(),
        row.accepted_by.as_str().into(),
        row.note.as_str().into(),
        row.file_name.as_str().into(),
        row.file_kind.as_str().into(),
        row.sha256.as_str().into(),
        row.at.into(),
        row.by_person.into(),
        row.cancelled_at.into(),
        row.cancelled_by.into(),
        row.cancel_reason.as_str().into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// A contract as it stands: with its annexes, what was accepted and what was paid.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) row: ContractRow,
    pub(crate) annexes: Vec<AnnexRow>,
    pub(crate) acceptances: Vec<AcceptanceRow>,
    pub(crate) paid: i64,
}

impl Standing {
    /// Its value with all annexes.
    pub(crate) fn value(&self) -> i64 {
        self.annexes.iter().fold(self.row.value, |sum, annex| sum.saturating_add(annex.change))
    }

    /// What was accepted of it.
    pub(crate) fn accepted(&self) -> i64 {
        let held = self.acceptances.iter().filter(|one| one.cancelled_at.is_none());
        held.fold(0, |sum, one| sum.saturating_add(one.value))
    }

    /// What may be paid on it without a reason.
    pub(crate) fn payable(&self) -> i64 {
        self.accepted().saturating_add(self.row.advance)
    }

    /// Until when it runs.
    pub(crate) fn until(&self) -> &str {
        let moved =
            self.annexes.iter().rev().map(|annex| annex.until_day.as_str()).find(|day| !day.is_empty());
        moved.unwrap_or(&self.row.until_day)
    }
}

/// Every contract of a project as it stands.
pub(crate) async fn standing(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<Standing>, DbErr> {
    #[derive(FromQueryResult)]
    struct Paid {
        contract: Option<Uuid>,
        amount: i64,
    }
    let (annexes, acceptances) = (annexes(db, id).await?, acceptances(db, id).await?);
    let sql = "SELECT contract, CAST(SUM(amount) AS BIGINT) AS amount FROM project_payment
               WHERE project = $1 AND contract IS NOT NULL AND cancelled_at IS NULL GROUP BY contract";
    let paid: Vec<Paid> = all(db, sql, vec![id.into()]).await?;
    let rows = contracts(db, id).await?.into_iter().map(|row| Standing {
        annexes: annexes.iter().filter(|one| one.contract == row.id).cloned().collect(),
        acceptances: acceptances.iter().filter(|one| one.contract == row.id).cloned().collect(),
        paid: paid.iter().find(|one| one.contract == Some(row.id)).map_or(0, |one| one.amount),
        row,
    });
    Ok(rows.collect())
}
