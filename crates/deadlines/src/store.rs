//! Every statement of the deadlines, for their own tables only.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, places, run};
use kernel::{ClockId, Moment, PersonId, RuleId, ThingKind, ThingRef, UnitId};
use uuid::Uuid;

const COLUMNS: &str = "id, rule, version, thing_kind, thing, unit, person, state, start_at, recorded_at, late_from, \
     last_day, at_a_time, estimated, ended_at, why, story";

/// A running clock as it is stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ClockRow {
    pub(crate) id: ClockId,
    pub(crate) rule: String,
    pub(crate) version: String,
    pub(crate) thing_kind: String,
    pub(crate) thing: Uuid,
    pub(crate) unit: Option<UnitId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) state: String,
    pub(crate) start_at: Moment,
    pub(crate) recorded_at: Moment,
    pub(crate) late_from: Option<Moment>,
    pub(crate) last_day: String,
    pub(crate) at_a_time: bool,
    pub(crate) estimated: bool,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) why: String,
    pub(crate) story: String,
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: &ClockRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO clock ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
    );
    run(db, &sql, args(row)).await.map(drop)
}

pub(crate) async fn update(db: &impl ConnectionTrait, row: &ClockRow) -> Result<(), DbErr> {
    let sql = "UPDATE clock SET rule = $2, version = $3, thing_kind = $4, thing = $5, unit = $6, person = $7, state = $8,
        start_at = $9, recorded_at = $10, late_from = $11, last_day = $12, at_a_time = $13, estimated = $14,
        ended_at = $15, why = $16, story = $17 WHERE id = $1";
    run(db, sql, args(row)).await.map(drop)
}

fn args(row: &ClockRow) -> db::Args {
    vec![
        row.id.into(),
        row.rule.clone().into(),
        row.version.clone().into(),
        row.thing_kind.clone().into(),
        row.thing.into(),
        row.unit.into(),
        row.person.into(),
        row.state.clone().into(),
        row.start_at.into(),
        row.recorded_at.into(),
        row.late_from.into(),
        row.last_day.clone().into(),
        row.at_a_time.into(),
        row.estimated.into(),
        row.ended_at.into(),
        row.why.clone().into(),
        row.story.clone().into(),
    ]
}

pub(crate) async fn clock(db: &impl ConnectionTrait, id: ClockId) -> Result<Option<ClockRow>, DbErr> {
    maybe(db, &format!("SELECT {COLUMNS} FROM clock WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: ClockId,
) -> Result<Option<ClockRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM clock WHERE id = $1 {}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// Every clock of these things of a kind, oldest first.
pub(crate) async fn of_things(
    db: &impl ConnectionTrait,
    kind: ThingKind,
    things: &[Uuid],
) -> Result<Vec<ClockRow>, DbErr> {
    let mut found = Vec::new();
    for some in things.chunks(200) {
        let sql = format!(
            "SELECT {COLUMNS} FROM clock WHERE thing_kind = $1 AND thing IN ({}) ORDER BY start_at, id",
            places(2, some.len())
        );
        let mut values = vec![kind.name().into()];
        values.extend(some.iter().map(|thing| (*thing).into()));
        found.extend(all(db, &sql, values).await?);
    }
    Ok(found)
}

/// Those of a thing that have not ended.
pub(crate) async fn open_of(
    db: &impl ConnectionTrait,
    engine: Engine,
    on: ThingRef,
) -> Result<Vec<ClockRow>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM clock WHERE thing_kind = $1 AND thing = $2 AND ended_at IS NULL ORDER BY start_at, id {}",
        engine.for_update()
    );
    all(db, &sql, vec![on.kind.name().into(), on.id.into()]).await
}

/// Whose clocks, and which of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// Of these units, or of this person; both empty for all.
    pub(crate) units: Option<Vec<UnitId>>,
    pub(crate) me: Option<PersonId>,
    /// With those, what is no unit's but the agency's own.
    pub(crate) agency: bool,
    /// Only of this unit.
    pub(crate) unit: Option<UnitId>,
    /// Only under this rule.
    pub(crate) rule: String,
    /// Late from an instant after this one.
    pub(crate) after: Option<Moment>,
    /// Late from an instant up to this one.
    pub(crate) until: Option<Moment>,
    /// Only those that stand still.
    pub(crate) paused: bool,
    /// Those that have ended, newest first, instead of those that run.
    pub(crate) ended: bool,
}

impl Wanted {
    fn clause(&self, args: &mut db::Args) -> String {
        let mut parts = vec![if self.ended { "ended_at IS NOT NULL" } else { "ended_at IS NULL" }.to_owned()];
        let mut place = |value: sea_orm::Value| {
            args.push(value);
            format!("${}", args.len())
        };
        if let Some(units) = &self.units {
            let mut own: Vec<String> = units.iter().map(|unit| place((*unit).into())).collect();
            let of_units = if own.is_empty() {
                "1 = 0".to_owned()
            } else {
                own.sort();
                format!("unit IN ({})", own.join(", "))
            };
            let mine =
                self.me.map_or_else(|| "1 = 0".to_owned(), |me| format!("person = {}", place(me.into())));
            let agency = if self.agency { " OR unit IS NULL" } else { "" };
            parts.push(format!("({of_units} OR {mine}{agency})"));
        }
        if let Some(unit) = self.unit {
            parts.push(format!("unit = {}", place(unit.into())));
        }
        if !self.rule.is_empty() {
            parts.push(format!("rule = {}", place(self.rule.clone().into())));
        }
        if let Some(after) = self.after {
            parts.push(format!("late_from > {}", place(after.into())));
        }
        if let Some(until) = self.until {
            parts.push(format!("late_from <= {}", place(until.into())));
        }
        if self.paused {
            parts.push("late_from IS NULL".to_owned());
        }
        parts.join(" AND ")
    }
}

pub(crate) async fn list(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    skip: u64,
    most: u64,
) -> Result<Vec<ClockRow>, DbErr> {
    let mut args = Vec::new();
    let clause = wanted.clause(&mut args);
    let order = if wanted.ended { "ended_at DESC, id" } else { "late_from, id" };
    let sql =
        format!("SELECT {COLUMNS} FROM clock WHERE {clause} ORDER BY {order} LIMIT {most} OFFSET {skip}");
    all(db, &sql, args).await
}

pub(crate) async fn count(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<i64, DbErr> {
    let mut args = Vec::new();
    let clause = wanted.clause(&mut args);
    one(db, &format!("SELECT COUNT(*) FROM clock WHERE {clause}"), args).await
}

/// Who has clocks that run.
pub(crate) async fn persons(db: &impl ConnectionTrait) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Who {
        person: PersonId,
    }
    let sql = "SELECT DISTINCT person FROM clock WHERE ended_at IS NULL AND person IS NOT NULL";
    let found: Vec<Who> = all(db, sql, vec![]).await?;
    Ok(found.into_iter().map(|who| who.person).collect())
}

/// Every clock that started in `[from, to)`, oldest first.
pub(crate) async fn started_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<ClockRow>, DbErr> {
    let sql =
        format!("SELECT {COLUMNS} FROM clock WHERE start_at >= $1 AND start_at < $2 ORDER BY start_at, id");
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// The rules under which clocks have run, for a list of choices.
pub(crate) async fn rules_used(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Name {
        rule: String,
    }
    let names: Vec<Name> = all(db, "SELECT DISTINCT rule FROM clock ORDER BY rule", vec![]).await?;
    Ok(names.into_iter().map(|name| name.rule).collect())
}

/// A rule of the agency's own.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct OwnRuleRow {
    pub(crate) id: RuleId,
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) ended_on: Option<String>,
}

pub(crate) async fn own_rules(db: &impl ConnectionTrait) -> Result<Vec<OwnRuleRow>, DbErr> {
    all(db, "SELECT id, name, text, ended_on FROM own_rule ORDER BY name, set_at, id", vec![]).await
}

pub(crate) async fn insert_rule(
    db: &impl ConnectionTrait,
    row: &OwnRuleRow,
    by: Option<PersonId>,
    at: Moment,
) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO own_rule (id, name, text, ended_on, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let args = vec![
        row.id.into(),
        row.name.clone().into(),
        row.text.clone().into(),
        row.ended_on.clone().into(),
        by.into(),
        at.into(),
    ];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn end_rule(db: &impl ConnectionTrait, id: RuleId, on: &str) -> Result<u64, DbErr> {
    let sql = "UPDATE own_rule SET ended_on = $2 WHERE id = $1 AND ended_on IS NULL";
    run(db, sql, vec![id.into(), on.into()]).await
}

/// A day kept otherwise.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct WorkdayRow {
    pub(crate) day: String,
    pub(crate) kind: String,
    pub(crate) words: String,
}

pub(crate) async fn workdays(db: &impl ConnectionTrait) -> Result<Vec<WorkdayRow>, DbErr> {
    all(db, "SELECT day, kind, words FROM own_workday ORDER BY day", vec![]).await
}

pub(crate) async fn set_workday(
    db: &impl ConnectionTrait,
    row: &WorkdayRow,
    by: Option<PersonId>,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO own_workday (day, kind, words, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (day) DO UPDATE SET kind = $2, words = $3, set_by = $4, set_at = $5";
    let args =
        vec![row.day.clone().into(), row.kind.clone().into(), row.words.clone().into(), by.into(), at.into()];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn clear_workday(db: &impl ConnectionTrait, day: &str) -> Result<u64, DbErr> {
    run(db, "DELETE FROM own_workday WHERE day = $1", vec![day.into()]).await
}

pub(crate) async fn setting(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Set {
        value: String,
    }
    let set: Option<Set> =
        maybe(db, "SELECT value FROM deadline_setting WHERE name = $1", vec![name.into()]).await?;
    Ok(set.map(|set| set.value))
}

pub(crate) async fn set_setting(db: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    let sql = "INSERT INTO deadline_setting (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = $2";
    run(db, sql, vec![name.into(), value.into()]).await.map(drop)
}

pub(crate) async fn set_feed(
    db: &impl ConnectionTrait,
    person: PersonId,
    token_hash: &str,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO clock_feed (person, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (person) DO UPDATE SET token_hash = $2, made_at = $3";
    run(db, sql, vec![person.into(), token_hash.into(), at.into()]).await.map(drop)
}

pub(crate) async fn end_feed(db: &impl ConnectionTrait, person: PersonId) -> Result<u64, DbErr> {
    run(db, "DELETE FROM clock_feed WHERE person = $1", vec![person.into()]).await
}

/// Whose feed a secret opens.
pub(crate) async fn feed_of(db: &impl ConnectionTrait, token_hash: &str) -> Result<Option<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Whose {
        person: PersonId,
    }
    let whose: Option<Whose> =
        maybe(db, "SELECT person FROM clock_feed WHERE token_hash = $1", vec![token_hash.into()]).await?;
    Ok(whose.map(|whose| whose.person))
}

pub(crate) async fn has_feed(db: &impl ConnectionTrait, person: PersonId) -> Result<bool, DbErr> {
    let count: i64 =
        one(db, "SELECT COUNT(*) FROM clock_feed WHERE person = $1", vec![person.into()]).await?;
    Ok(count > 0)
}

#[derive(FromQueryResult)]
struct ThingRow {
    thing: Uuid,
}

/// Things of a kind with a clock that runs and is over.
pub(crate) async fn late_now(db: &impl ConnectionTrait, kind: &str, now: Moment) -> Result<Vec<Uuid>, DbErr> {
    let sql =
        "SELECT DISTINCT thing FROM clock WHERE thing_kind = $1 AND ended_at IS NULL AND late_from <= $2";
    let rows: Vec<ThingRow> = all(db, sql, vec![kind.into(), now.into()]).await?;
    Ok(rows.into_iter().map(|row| row.thing).collect())
}

#[derive(FromQueryResult)]
struct UnrungRow {
    id: ClockId,
    late_from: Moment,
}

/// Clocks that run and whose time was up before an instant, the earliest first.
pub(crate) async fn unrung(
    db: &impl ConnectionTrait,
    before: Moment,
) -> Result<Vec<(ClockId, Moment)>, DbErr> {
    let sql =
        "SELECT id, late_from FROM clock WHERE state = 'running' AND late_from < $1 ORDER BY late_from, id";
    let rows: Vec<UnrungRow> = all(db, sql, vec![before.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.late_from)).collect())
}
