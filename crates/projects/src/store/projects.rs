//! Projects, what they pay for and what holds them up.

use super::{Where, day, whole};
use crate::project::State;
use crate::sight::Sight;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{ActivityId, Day, Moment, PageNumber, PersonId, ProjectId, UnitId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ProjectRow {
    pub(crate) id: ProjectId,
    pub(crate) name: String,
    pub(crate) code: String,
    /// Number and day of the decision that assigned it.
    pub(crate) decision: String,
    pub(crate) decided_on: String,
    /// Who leads it.
    pub(crate) unit: UnitId,
    pub(crate) kind: String,
    /// Where its money comes from.
    pub(crate) money: String,
    pub(crate) from_year: i32,
    pub(crate) to_year: i32,
    /// What it may cost.
    pub(crate) total: i64,
    pub(crate) about: String,
    pub(crate) manager: Option<PersonId>,
    pub(crate) bookkeeper: Option<PersonId>,
    pub(crate) state: String,
    /// Why it was stopped or taken up again.
    pub(crate) reason: String,
    pub(crate) edition: i32,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
}

impl ProjectRow {
    pub(crate) fn state(&self) -> State {
        State::named(&self.state)
    }

    pub(crate) fn decided(&self) -> Day {
        day(&self.decided_on)
    }

    fn folded(&self) -> String {
        let all = [&self.name, &self.code, &self.decision, &self.money, &self.about];
        viet::fold::fold_lower(&all.map(String::as_str).join(" ¶ "))
    }
}

const PROJECT: &str = "p.id, p.name, p.code, p.decision, p.decided_on, p.unit, p.kind, p.money, p.from_year, p.to_year, \
                       p.total, p.about, p.manager, p.bookkeeper, p.state, p.reason, p.edition, p.made_at, p.made_by";

pub(crate) async fn project(db: &impl ConnectionTrait, id: ProjectId) -> Result<Option<ProjectRow>, DbErr> {
    maybe(db, &format!("SELECT {PROJECT} FROM project p WHERE p.id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ProjectId,
) -> Result<Option<ProjectRow>, DbErr> {
    let sql = format!("SELECT {PROJECT} FROM project p WHERE p.id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &ProjectRow) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO project (id, name, code, decision, decided_on, unit, kind, money, from_year, to_year, total, about,
             manager, bookkeeper, state, reason, folded, edition, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, code = excluded.code, decision = excluded.decision,
             decided_on = excluded.decided_on, unit = excluded.unit, kind = excluded.kind, money = excluded.money,
             from_year = excluded.from_year, to_year = excluded.to_year, total = excluded.total, about = excluded.about,
             manager = excluded.manager, bookkeeper = excluded.bookkeeper, state = excluded.state,
             reason = excluded.reason, folded = excluded.folded, edition = excluded.edition";
    let args = vec![
        row.id.into(),
        row.name.as_str().into(),
        row.code.as_str().into(),
        row.decision.as_str().into(),
        row.decided_on.as_str().into(),
        row.unit.into(),
        row.kind.as_str().into(),
        row.money.as_str().into(),
        row.from_year.into(),
        row.to_year.into(),
        row.total.into(),
        row.about.as_str().into(),
        row.manager.into(),
        row.bookkeeper.into(),
        row.state.as_str().into(),
        row.reason.as_str().into(),
        row.folded().into(),
        row.edition.into(),
        row.made_at.into(),
        row.made_by.into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// Only projects of units that `sight` sees.
pub(crate) fn seen(sight: &Sight, when: &mut Where) {
    if let Some(units) = &sight.units {
        let units = when.list(units);
        when.and(format!("p.unit IN {units}"));
    }
}

pub(crate) async fn sees(db: &impl ConnectionTrait, sight: &Sight, id: ProjectId) -> Result<bool, DbErr> {
    let mut when = Where::default();
    let place = when.arg(id);
    when.and(format!("p.id = {place}"));
    seen(sight, &mut when);
    let sql = format!("SELECT COUNT(*) FROM project p WHERE {}", when.text());
    Ok(one::<i64>(db, &sql, when.args).await? > 0)
}

/// Which projects a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// The budget year, and the month of it to whose end the plan is due.
    pub(crate) year: i32,
    pub(crate) due: usize,
    /// Units, those that ended in them too.
    pub(crate) units: Option<Vec<UnitId>>,
    pub(crate) money: String,
    pub(crate) state: String,
    pub(crate) words: String,
    /// Only those that are behind their plan.
    pub(crate) behind: bool,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ListedProject {
    pub(crate) id: ProjectId,
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) unit: UnitId,
    pub(crate) kind: String,
    pub(crate) money: String,
    pub(crate) state: String,
    pub(crate) assigned: i64,
    /// Planned to the end of the month that is due.
    pub(crate) planned: i64,
    pub(crate) paid: i64,
    /// What holds it up now, the latest first.
    pub(crate) hindered: Option<String>,
}

impl ListedProject {
    /// How far it is behind its plan; what is settled or stopped is not waited for.
    pub(crate) fn behind(&self) -> i64 {
        if State::named(&self.state).is_awaited() { (self.planned - self.paid).max(0) } else { 0 }
    }
}

impl Asked {
    /// The statement behind a list: every project of the year with its sums, under its conditions.
    fn sql(&self, sight: &Sight, when: &mut Where) -> String {
        let year = when.arg(self.year);
        let due = when.arg(i64::try_from(self.due).unwrap_or(0));
        seen(sight, when);
        when.and(format!(
            "((p.from_year <= {year} AND p.to_year >= {year})
              OR EXISTS (SELECT 1 FROM project_grant g WHERE g.project = p.id AND g.year = {year})
              OR EXISTS (SELECT 1 FROM project_payment e WHERE e.project = p.id AND e.year = {year}))"
        ));
        if let Some(units) = &self.units {
            let units = when.list(units);
            when.and(format!("p.unit IN {units}"));
        }
        for (column, value) in [("p.money", &self.money), ("p.state", &self.state)] {
            if !value.is_empty() {
                let value = when.arg(value.as_str());
                when.and(format!("{column} = {value}"));
            }
        }
        for word in viet::fold::fold_lower(&self.words).split_whitespace().take(8) {
            let word = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let word = when.arg(format!("%{word}%"));
            when.and(format!("p.folded LIKE {word} ESCAPE '\\'"));
        }
        let late = if self.behind {
            "WHERE q.paid < q.planned AND q.state NOT IN ('settled', 'stopped')"
        } else {
            ""
        };
        format!(
            "SELECT * FROM (SELECT p.id, p.name, p.code, p.unit, p.kind, p.money, p.state, p.folded,
                 (SELECT CAST(COALESCE(SUM(g.amount), 0) AS BIGINT) FROM project_grant g
                      WHERE g.project = p.id AND g.year = {year}) AS assigned,
                 (SELECT CAST(COALESCE(SUM(m.amount), 0) AS BIGINT) FROM project_month m
                      WHERE m.project = p.id AND m.year = {year} AND m.month <= {due} AND m.edition =
                      (SELECT MAX(n.edition) FROM project_month n WHERE n.project = p.id AND n.year = {year})) AS planned,
                 (SELECT CAST(COALESCE(SUM(e.amount), 0) AS BIGINT) FROM project_payment e
                      WHERE e.project = p.id AND e.year = {year} AND e.cancelled_at IS NULL) AS paid,
                 (SELECT h.words FROM project_hindrance h WHERE h.project = p.id AND h.over_at IS NULL
                      ORDER BY h.at DESC, h.id DESC LIMIT 1) AS hindered
             FROM project p WHERE {}) q {late}",
            when.text()
        )
    }
}

/// The projects of a year that somebody sees, the one farthest behind first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    sight: &Sight,
    asked: &Asked,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ListedProject>, DbErr> {
    let mut when = Where::default();
    let inner = asked.sql(sight, &mut when);
    let total: i64 = one(db, &format!("SELECT COUNT(*) FROM ({inner}) r"), when.args.clone()).await?;
    let sql = format!(
        "{inner} ORDER BY CASE WHEN q.state IN ('settled', 'stopped') THEN 1 ELSE 0 END, q.paid - q.planned, q.folded, q.id
         LIMIT {size} OFFSET {}",
        page.offset(size)
    );
    let items = all(db, &sql, when.args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

/// How many projects are behind their plan.
pub(crate) async fn behind(db: &impl ConnectionTrait, sight: &Sight, asked: &Asked) -> Result<u64, DbErr> {
    let mut when = Where::default();
    let inner = Asked { behind: true, ..asked.clone() }.sql(sight, &mut when);
    Ok(whole(one(db, &format!("SELECT COUNT(*) FROM ({inner}) r"), when.args).await?))
}

/// The sources of money that projects somebody sees were given.
pub(crate) async fn sources(db: &impl ConnectionTrait, sight: &Sight) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Source {
        money: String,
    }
    let mut when = Where::default();
    when.and("p.money <> ''");
    seen(sight, &mut when);
    let sql =
        format!("SELECT DISTINCT p.money FROM project p WHERE {} ORDER BY p.money LIMIT 60", when.text());
    let rows: Vec<Source> = all(db, &sql, when.args).await?;
    Ok(rows.into_iter().map(|row| row.money).collect())
}

/// The units that lead projects.
pub(crate) async fn leads(
    db: &impl ConnectionTrait,
    ids: &[ProjectId],
) -> Result<Vec<(ProjectId, UnitId)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Lead {
        id: ProjectId,
        unit: UnitId,
    }
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        let mut when = Where::default();
        let places = when.list(some);
        let sql = format!("SELECT id, unit FROM project WHERE id IN {places}");
        let rows: Vec<Lead> = all(db, &sql, when.args).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row.unit)));
    }
    Ok(found)
}

#[derive(Debug, Clone, Copy, FromQueryResult)]
struct PaidLine {
    activity: ActivityId,
}

/// The lines it pays for.
pub(crate) async fn lines(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<ActivityId>, DbErr> {
    let sql = "SELECT activity FROM project_line WHERE project = $1 ORDER BY activity";
    let rows: Vec<PaidLine> = all(db, sql, vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.activity).collect())
}

pub(crate) async fn add_line(
    db: &impl ConnectionTrait,
    id: ProjectId,
    activity: ActivityId,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO project_line (project, activity) VALUES ($1, $2) ON CONFLICT (project, activity) DO NOTHING";
    Ok(run(db, sql, vec![id.into(), activity.into()]).await? > 0)
}

pub(crate) async fn drop_line(
    db: &impl ConnectionTrait,
    id: ProjectId,
    activity: ActivityId,
) -> Result<bool, DbErr> {
    let sql = "DELETE FROM project_line WHERE project = $1 AND activity = $2";
    Ok(run(db, sql, vec![id.into(), activity.into()]).await? > 0)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct HindranceRow {
    pub(crate) id: Uuid,
    pub(crate) words: String,
    pub(crate) proposal: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) over_at: Option<Moment>,
    pub(crate) over_by: Option<PersonId>,
    pub(crate) over_words: String,
}

/// What holds it up, what still does first.
pub(crate) async fn hindrances(db: &impl ConnectionTrait, id: ProjectId) -> Result<Vec<HindranceRow>, DbErr> {
    let sql = "SELECT id, words, proposal, at, by_person, over_at, over_by, over_words FROM project_hindrance
               WHERE project = $1 ORDER BY CASE WHEN over_at IS NULL THEN 0 ELSE 1 END, at DESC, id DESC LIMIT 200";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn put_hindrance(
    db: &impl ConnectionTrait,
    id: ProjectId,
    row: &HindranceRow,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO project_hindrance (id, project, words, proposal, at, by_person, over_at, over_by, over_words)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
               ON CONFLICT (id) DO UPDATE SET over_at = excluded.over_at, over_by = excluded.over_by,
                   over_words = excluded.over_words";
    let args = vec![
        row.id.into(),
        id.into(),
        row.words.as_str().into(),
        row.proposal.as_str().into(),
        row.at.into(),
        row.by_person.into(),
        row.over_at.into(),
        row.over_by.into(),
        row.over_words.as_str().into(),
    ];
    run(db, sql, args).await.map(drop)
}

#[derive(FromQueryResult)]
struct Id {
    id: ProjectId,
}

/// Every project.
pub(crate) async fn every(db: &impl ConnectionTrait) -> Result<Vec<ProjectId>, DbErr> {
    let rows: Vec<Id> = all(db, "SELECT id FROM project", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
