//! The lines of plans.

use super::{Where, whole};
use crate::line::Content;
use crate::sight::Sight;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{ActivityId, Day, Moment, PageNumber, PersonId, PlanId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct LineRow {
    pub(crate) id: ActivityId,
    pub(crate) plan: PlanId,
    pub(crate) lead: UnitId,
    /// `standing` or `dropped`.
    pub(crate) state: String,
    pub(crate) begins: String,
    pub(crate) ends: String,
    pub(crate) hash: String,
    pub(crate) version: i32,
    pub(crate) confidential: bool,
    pub(crate) made_at: Moment,
    pub(crate) edited_at: Moment,
    pub(crate) edited_by: Option<PersonId>,
    content: String,
}

impl LineRow {
    /// Its words.
    pub(crate) fn content(&self) -> Content {
        Content::stored(&self.content).unwrap_or_else(|| Content::of(self.lead))
    }
}

const LINE: &str = "a.id, a.plan, a.lead, a.state, a.begins, a.ends, a.hash, a.version, a.confidential, a.made_at, \
                    a.edited_at, a.edited_by, e.content";
const WITH_WORDS: &str = "activity a JOIN activity_edit e ON e.activity = a.id AND e.version = a.version";

pub(crate) async fn line(db: &impl ConnectionTrait, id: ActivityId) -> Result<Option<LineRow>, DbErr> {
    maybe(db, &format!("SELECT {LINE} FROM {WITH_WORDS} WHERE a.id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ActivityId,
) -> Result<Option<LineRow>, DbErr> {
    #[derive(FromQueryResult)]
    struct Known {
        #[expect(dead_code, reason = "the row is locked, not read")]
        id: ActivityId,
    }
    let sql = format!("SELECT id FROM activity WHERE id = $1{}", engine.for_update());
    let known: Option<Known> = maybe(db, &sql, vec![id.into()]).await?;
    if known.is_none() {
        return Ok(None);
    }
    line(db, id).await
}

/// A line's text as it is to be kept.
pub(crate) struct Edit<'a> {
    pub(crate) id: ActivityId,
    pub(crate) plan: PlanId,
    pub(crate) version: i32,
    pub(crate) content: &'a Content,
    pub(crate) period: (Day, Day),
    pub(crate) at: Moment,
    pub(crate) by: Option<PersonId>,
    pub(crate) made_at: Moment,
}

/// Keeps the next text of a line; answers its hash.
pub(crate) async fn keep(db: &impl ConnectionTrait, edit: &Edit<'_>) -> Result<String, DbErr> {
    let (content, json, hash) = (edit.content, edit.content.json(), edit.content.hash());
    let (begins, ends) = content.span(edit.period);
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    run(
        db,
        "INSERT INTO activity_edit (activity, version, plan, content, hash, at, by_person)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        vec![
            edit.id.into(),
            edit.version.into(),
            edit.plan.into(),
            json.into(),
            hash.as_str().into(),
            edit.at.into(),
            edit.by.into(),
        ],
    )
    .await?;
    run(
        db,
        "INSERT INTO activity (id, plan, lead, state, scope, novelty, phase, event, begins, ends, due_day, budget,
             confidential, folded, hash, version, made_at, edited_at, edited_by)
         VALUES ($1, $2, $3, 'standing', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (id) DO UPDATE SET lead = excluded.lead, scope = excluded.scope, novelty = excluded.novelty,
             phase = excluded.phase, event = excluded.event, begins = excluded.begins, ends = excluded.ends,
             due_day = excluded.due_day, budget = excluded.budget, confidential = excluded.confidential,
             folded = excluded.folded, hash = excluded.hash, version = excluded.version,
             edited_at = excluded.edited_at, edited_by = excluded.edited_by",
        vec![
            edit.id.into(),
            edit.plan.into(),
            content.lead.into(),
            content.scope.as_str().into(),
            content.novelty.as_str().into(),
            content.phase.as_str().into(),
            content.event.into(),
            begins.to_string().into(),
            ends.to_string().into(),
            day(content.due_day()).into(),
            content.budget.into(),
            content.confidential.into(),
            content.folded().into(),
            hash.as_str().into(),
            edit.version.into(),
            edit.made_at.into(),
            edit.at.into(),
            edit.by.into(),
        ],
    )
    .await?;
    run(db, "DELETE FROM activity_support WHERE activity = $1", vec![edit.id.into()]).await?;
    for unit in &content.supports {
        let sql = "INSERT INTO activity_support (activity, plan, unit) VALUES ($1, $2, $3)";
        run(db, sql, vec![edit.id.into(), edit.plan.into(), (*unit).into()]).await?;
    }
    Ok(hash)
}

/// Takes a line out, or lets it stand again. Its texts stay.
pub(crate) async fn set_state(
    db: &impl ConnectionTrait,
    id: ActivityId,
    state: &str,
    at: Moment,
    by: Option<PersonId>,
) -> Result<(), DbErr> {
    let sql = "UPDATE activity SET state = $2, edited_at = $3, edited_by = $4 WHERE id = $1";
    run(db, sql, vec![id.into(), state.into(), at.into(), by.into()]).await.map(drop)
}

/// A list as it was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// The unit that leads or supports, with those that ended in it.
    pub(crate) units: Vec<UnitId>,
    pub(crate) scope: String,
    pub(crate) novelty: String,
    pub(crate) phase: String,
    /// Lines that run in these days.
    pub(crate) days: Option<(Day, Day)>,
    /// `ahead`, `running`, `over`, `dropped`.
    pub(crate) state: String,
    pub(crate) today: Option<Day>,
    /// Folded words that must all be there.
    pub(crate) words: Vec<String>,
    /// By day rather than by unit.
    pub(crate) by_day: bool,
}

/// The last day of a line, for the lists of one plan. As an expression, so that no index over the lines of all plans by their
/// last day is taken for it: SQLite would prefer one and read half a million lines for a plan of a few thousand.
const ENDS: &str = "(a.ends || '')";

impl Asked {
    fn condition(&self, plan: PlanId, sight: &Sight, whole: bool) -> Where {
        let mut when = Where::default();
        let place = when.arg(plan);
        when.and(format!("a.plan = {place}"));
        when.and(if self.state == "dropped" { "a.state = 'dropped'" } else { "a.state = 'standing'" });
        if let Some(units) = &sight.units {
            let units = when.list(units);
            let mine = format!(
                "a.lead IN {units} OR a.id IN (SELECT s.activity FROM activity_support s WHERE s.plan = {place} AND \
                 s.unit IN {units})"
            );
            // Who appraises or was invited sees all but what is held back (S47).
            let more = if whole { " OR a.confidential = FALSE" } else { "" };
            when.and(format!("({mine}{more})"));
        }
        if !self.units.is_empty() {
            let units = when.list(&self.units);
            when.and(format!(
                "(a.lead IN {units} OR a.id IN (SELECT s.activity FROM activity_support s WHERE s.plan = {place} AND \
                 s.unit IN {units}))"
            ));
        }
        for (column, value) in [("scope", &self.scope), ("novelty", &self.novelty), ("phase", &self.phase)] {
            if !value.is_empty() {
                let value = when.arg(value.as_str());
                when.and(format!("a.{column} = {value}"));
            }
        }
        if let Some((first, last)) = self.days {
            let (first, last) = (when.arg(first.to_string()), when.arg(last.to_string()));
            when.and(format!("a.begins <= {last} AND {ENDS} >= {first}"));
        }
        if let Some(today) = self.today {
            let against = match self.state.as_str() {
                "ahead" => Some(("a.begins", ">")),
                "over" => Some((ENDS, "<")),
                "running" => Some(("a.begins", "<=")),
                _ => None,
            };
            if let Some((column, stands)) = against {
                let today = when.arg(today.to_string());
                when.and(format!("{column} {stands} {today}"));
                if self.state == "running" {
                    when.and(format!("{ENDS} >= {today}"));
                }
            }
        }
        for word in self.words.iter().take(8) {
            let like = format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
            let like = when.arg(like);
            when.and(format!("a.folded LIKE {like} ESCAPE '\\'"));
        }
        when
    }
}

/// How many, and how much money.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    pub(crate) lines: u64,
    pub(crate) budget: i64,
}

pub(crate) async fn sum(
    db: &impl ConnectionTrait,
    plan: PlanId,
    sight: &Sight,
    all_lines: bool,
    asked: &Asked,
) -> Result<Sum, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        lines: i64,
        budget: i64,
    }
    let when = asked.condition(plan, sight, all_lines);
    let sql = format!(
        "SELECT COUNT(*) AS lines, CAST(COALESCE(SUM(a.budget), 0) AS BIGINT) AS budget FROM activity a WHERE {}",
        when.text()
    );
    let row: Option<Row> = maybe(db, &sql, when.args).await?;
    Ok(row.map_or_else(Sum::default, |row| Sum { lines: whole(row.lines), budget: row.budget }))
}

/// A page of a plan's lines, of those somebody sees.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    plan: PlanId,
    sight: &Sight,
    all_lines: bool,
    asked: &Asked,
    (page, size): (PageNumber, u32),
) -> Result<Vec<LineRow>, DbErr> {
    let when = asked.condition(plan, sight, all_lines);
    let order = if asked.by_day { "a.begins, a.ends, a.id" } else { "a.lead, a.id" };
    // The few lines of the page are chosen first, so that the words of the others are never read.
    let sql = format!(
        "SELECT {LINE} FROM {WITH_WORDS} WHERE a.id IN (SELECT a.id FROM activity a WHERE {} ORDER BY {order}
             LIMIT {size} OFFSET {}) ORDER BY {order}",
        when.text(),
        page.offset(size)
    );
    all(db, &sql, when.args).await
}

/// Every standing line of a plan, in order, for those who carry the whole of it on.
pub(crate) async fn standing(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<LineRow>, DbErr> {
    let sql = format!(
        "SELECT {LINE} FROM {WITH_WORDS} WHERE a.plan = $1 AND a.state = 'standing' ORDER BY a.lead, a.id"
    );
    all(db, &sql, vec![plan.into()]).await
}

/// The first standing lines of a plan after one and up to another, by id.
pub(crate) async fn standing_between(
    db: &impl ConnectionTrait,
    plan: PlanId,
    after: ActivityId,
    last: ActivityId,
    most: usize,
) -> Result<Vec<ActivityId>, DbErr> {
    let sql = format!(
        "SELECT id FROM activity WHERE plan = $1 AND state = 'standing' AND id > $2 AND id <= $3 ORDER BY id LIMIT {most}"
    );
    let rows: Vec<Id> = all(db, &sql, vec![plan.into(), after.into(), last.into()]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

#[derive(FromQueryResult)]
struct Id {
    id: ActivityId,
}

/// Whether somebody sees this line.
pub(crate) async fn sees(
    db: &impl ConnectionTrait,
    sight: &Sight,
    whole: bool,
    row: &LineRow,
) -> Result<bool, DbErr> {
    let Some(units) = &sight.units else { return Ok(true) };
    if units.contains(&row.lead) || (whole && !row.confidential) {
        return Ok(true);
    }
    let mut when = Where::default();
    let (id, units) = (when.arg(row.id), when.list(units));
    let sql = format!("SELECT COUNT(*) FROM activity_support WHERE activity = {id} AND unit IN {units}");
    Ok(one::<i64>(db, &sql, when.args).await? > 0)
}

/// A text a line had.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EditRow {
    pub(crate) version: i32,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

/// The texts a line had, newest first.
pub(crate) async fn edits(db: &impl ConnectionTrait, id: ActivityId) -> Result<Vec<EditRow>, DbErr> {
    let sql = "SELECT version, at, by_person FROM activity_edit WHERE activity = $1
               ORDER BY version DESC LIMIT 50";
    all(db, sql, vec![id.into()]).await
}

/// Whether a line of a plan ends after a day.
pub(crate) async fn any_after(db: &impl ConnectionTrait, plan: PlanId, last: Day) -> Result<bool, DbErr> {
    let sql = "SELECT COUNT(*) FROM activity WHERE plan = $1 AND state = 'standing' AND ends > $2";
    Ok(one::<i64>(db, sql, vec![plan.into(), last.to_string().into()]).await? > 0)
}

/// The units that lead these lines.
pub(crate) async fn leads(
    db: &impl ConnectionTrait,
    ids: &[ActivityId],
) -> Result<std::collections::HashMap<ActivityId, UnitId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Led {
        id: ActivityId,
        lead: UnitId,
    }
    let mut found = std::collections::HashMap::new();
    for some in ids.chunks(500) {
        let mut when = Where::default();
        let places = when.list(some);
        let rows: Vec<Led> =
            all(db, &format!("SELECT id, lead FROM activity WHERE id IN {places}"), when.args).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row.lead)));
    }
    Ok(found)
}

/// Agreed lines that run in these days, of those whose units they are, by day.
pub(crate) async fn agreed_between(
    db: &impl ConnectionTrait,
    sight: &Sight,
    (first, last): (Day, Day),
    most: u32,
) -> Result<Vec<LineRow>, DbErr> {
    let mut when = Where::default();
    let (first, last) = (when.arg(first.to_string()), when.arg(last.to_string()));
    when.and(format!("a.state = 'standing' AND a.ends >= {first} AND a.begins <= {last}"));
    when.and("a.plan IN (SELECT id FROM plan WHERE state IN ('approved', 'in-force', 'closed'))");
    if let Some(units) = &sight.units {
        let units = when.list(units);
        let mut mine = format!(
            "a.lead IN {units} OR a.id IN (SELECT s.activity FROM activity_support s WHERE s.unit IN {units})"
        );
        if let Some(me) = sight.me {
            let me = when.arg(me);
            mine.push_str(&format!(
                " OR (a.confidential = FALSE AND a.plan IN (SELECT plan FROM plan_member WHERE person = {me}))"
            ));
        }
        when.and(format!("({mine})"));
    }
    let sql = format!(
        "SELECT {LINE} FROM {WITH_WORDS} WHERE {} ORDER BY a.begins, a.ends, a.id LIMIT {most}",
        when.text()
    );
    all(db, &sql, when.args).await
}

/// Lines that run in these days and stand in the month's or quarter's plan that nobody has approved yet, by day; none that is
/// confidential.
pub(crate) async fn drafted_between(
    db: &impl ConnectionTrait,
    (first, last): (Day, Day),
    most: u32,
) -> Result<Vec<LineRow>, DbErr> {
    let mut when = Where::default();
    let (first, last) = (when.arg(first.to_string()), when.arg(last.to_string()));
    when.and(format!("a.state = 'standing' AND a.ends >= {first} AND a.begins <= {last}"));
    when.and("a.confidential = FALSE");
    when.and(
        "a.plan IN (SELECT id FROM plan WHERE kind IN ('monthly', 'quarterly')
         AND state IN ('drafting', 'presented', 'appraisal'))",
    );
    let sql = format!(
        "SELECT {LINE} FROM {WITH_WORDS} WHERE {} ORDER BY a.begins, a.ends, a.id LIMIT {most}",
        when.text()
    );
    all(db, &sql, when.args).await
}

/// The standing lines that hang on an event.
pub(crate) async fn of_event(
    db: &impl ConnectionTrait,
    plan: PlanId,
    event: uuid::Uuid,
) -> Result<Vec<LineRow>, DbErr> {
    let sql = format!(
        "SELECT {LINE} FROM {WITH_WORDS} WHERE a.plan = $1 AND a.event = $2 AND a.state = 'standing'
         ORDER BY a.begins, a.id"
    );
    all(db, &sql, vec![plan.into(), event.into()]).await
}
