//! Plans, who is asked for lines, who wrote them, who was invited.

use super::{Where, day, whole};
use crate::plan::{Kind, State};
use crate::sight::Sight;
use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{Day, Moment, PageNumber, PersonId, PlanId, UnitId};

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PlanRow {
    pub(crate) id: PlanId,
    pub(crate) kind: String,
    pub(crate) theme: String,
    pub(crate) title: String,
    pub(crate) about: String,
    /// The focal unit that keeps it.
    pub(crate) unit: UnitId,
    pub(crate) parent: Option<PlanId>,
    pub(crate) from_day: String,
    pub(crate) to_day: String,
    pub(crate) state: String,
    /// Number and hash of the version that was presented last.
    pub(crate) version: i32,
    pub(crate) hash: String,
    pub(crate) returned: String,
    pub(crate) approved_by: Option<PersonId>,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) made_at: Moment,
    pub(crate) made_by: Option<PersonId>,
}

impl PlanRow {
    pub(crate) fn state(&self) -> State {
        State::named(&self.state)
    }

    pub(crate) fn kind(&self) -> Kind {
        Kind::named(&self.kind).unwrap_or(Kind::Thematic)
    }

    /// First and last day.
    pub(crate) fn period(&self) -> (Day, Day) {
        (day(&self.from_day), day(&self.to_day))
    }
}

const PLAN: &str = "id, kind, theme, title, about, unit, parent, from_day, to_day, state, version, hash, returned, \
                    approved_by, approved_at, made_at, made_by";

pub(crate) async fn plan(db: &impl ConnectionTrait, id: PlanId) -> Result<Option<PlanRow>, DbErr> {
    maybe(db, &format!("SELECT {PLAN} FROM plan WHERE id = $1"), vec![id.into()]).await
}

pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: PlanId,
) -> Result<Option<PlanRow>, DbErr> {
    let sql = format!("SELECT {PLAN} FROM plan WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn put(db: &impl ConnectionTrait, row: &PlanRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO plan (id, kind, theme, title, about, unit, parent, from_day, to_day, state, version, hash, returned,
             approved_by, approved_at, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT (id) DO UPDATE SET theme = excluded.theme, title = excluded.title, about = excluded.about,
             unit = excluded.unit, parent = excluded.parent, from_day = excluded.from_day, to_day = excluded.to_day,
             state = excluded.state, version = excluded.version, hash = excluded.hash, returned = excluded.returned,
             approved_by = excluded.approved_by, approved_at = excluded.approved_at",
        vec![
            row.id.into(),
            row.kind.as_str().into(),
            row.theme.as_str().into(),
            row.title.as_str().into(),
            row.about.as_str().into(),
            row.unit.into(),
            row.parent.into(),
            row.from_day.as_str().into(),
            row.to_day.as_str().into(),
            row.state.as_str().into(),
            row.version.into(),
            row.hash.as_str().into(),
            row.returned.as_str().into(),
            row.approved_by.into(),
            row.approved_at.into(),
            row.made_at.into(),
            row.made_by.into(),
        ],
    )
    .await
    .map(drop)
}

/// Which plans a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Which {
    /// What runs or will.
    #[default]
    Open,
    /// What is being drafted or appraised.
    Making,
    /// What is over.
    Closed,
    /// Campaigns.
    Campaigns,
}

impl Which {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("open", Self::Open),
        ("making", Self::Making),
        ("campaigns", Self::Campaigns),
        ("closed", Self::Closed),
    ];

    fn wanted(self) -> &'static str {
        match self {
            Self::Open => "p.state <> 'closed'",
            Self::Making => "p.state IN ('drafting', 'presented', 'appraisal')",
            Self::Closed => "p.state = 'closed'",
            Self::Campaigns => "p.kind = 'campaign'",
        }
    }
}

/// Only plans of which `sight` sees anything.
fn seen(sight: &Sight, when: &mut Where) {
    let Some(units) = &sight.units else { return };
    let units = when.list(units);
    let mut ways = vec![
        format!("p.unit IN {units}"),
        format!("EXISTS (SELECT 1 FROM plan_unit u WHERE u.plan = p.id AND u.unit IN {units})"),
        format!(
            "EXISTS (SELECT 1 FROM activity a WHERE a.plan = p.id AND a.state = 'standing' AND a.lead IN {units})"
        ),
        format!("EXISTS (SELECT 1 FROM activity_support s WHERE s.plan = p.id AND s.unit IN {units})"),
        format!("EXISTS (SELECT 1 FROM display d WHERE d.plan = p.id AND d.unit IN {units})"),
    ];
    match &sight.appraises {
        Some(appraises) if appraises.is_empty() => {}
        Some(appraises) => {
            let appraises = when.list(appraises);
            ways.push(format!(
                "EXISTS (SELECT 1 FROM appraisal r WHERE r.plan = p.id AND r.unit IN {appraises})"
            ));
        }
        None => ways.push("EXISTS (SELECT 1 FROM appraisal r WHERE r.plan = p.id)".to_owned()),
    }
    if let Some(me) = sight.me {
        let me = when.arg(me);
        ways.push(format!("EXISTS (SELECT 1 FROM plan_member m WHERE m.plan = p.id AND m.person = {me})"));
    }
    when.and(format!("({})", ways.join(" OR ")));
}

/// Whether they see anything of it.
pub(crate) async fn sees(db: &impl ConnectionTrait, sight: &Sight, id: PlanId) -> Result<bool, DbErr> {
    let mut when = Where::default();
    let place = when.arg(id);
    when.and(format!("p.id = {place}"));
    seen(sight, &mut when);
    let sql = format!("SELECT COUNT(*) FROM plan p WHERE {}", when.text());
    Ok(one::<i64>(db, &sql, when.args).await? > 0)
}

/// Whether they see all of its lines although they are not theirs: who appraises it, who was invited.
pub(crate) async fn sees_whole(db: &impl ConnectionTrait, sight: &Sight, id: PlanId) -> Result<bool, DbErr> {
    if sight.is_whole() {
        return Ok(true);
    }
    let mut when = Where::default();
    let place = when.arg(id);
    let mut sql = format!("SELECT (SELECT COUNT(*) FROM appraisal WHERE plan = {place}");
    if let Some(appraises) = &sight.appraises {
        sql.push_str(&format!(" AND unit IN {}", when.list(appraises)));
    }
    sql.push(')');
    if let Some(me) = sight.me {
        let me = when.arg(me);
        sql.push_str(&format!(
            " + (SELECT COUNT(*) FROM plan_member WHERE plan = {place} AND person = {me})"
        ));
    }
    Ok(one::<i64>(db, &sql, when.args).await? > 0)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ListedPlan {
    pub(crate) id: PlanId,
    pub(crate) kind: String,
    pub(crate) theme: String,
    pub(crate) title: String,
    pub(crate) unit: UnitId,
    pub(crate) from_day: String,
    pub(crate) to_day: String,
    pub(crate) state: String,
    pub(crate) returned: String,
    /// Units that were asked, and those that sent theirs.
    pub(crate) asked: i64,
    pub(crate) sent: i64,
    /// Changes that wait for a decision.
    pub(crate) changes: i64,
}

/// The plans somebody sees, what runs now first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    sight: &Sight,
    which: Which,
    today: Day,
    page: PageNumber,
    size: u32,
) -> Result<kernel::Page<ListedPlan>, DbErr> {
    let mut when = Where::default();
    when.and(which.wanted());
    seen(sight, &mut when);
    let sql = format!("SELECT COUNT(*) FROM plan p WHERE {}", when.text());
    let total: i64 = one(db, &sql, when.args.clone()).await?;
    let today = when.arg(today.to_string());
    let sql = format!(
        "SELECT p.id, p.kind, p.theme, p.title, p.unit, p.from_day, p.to_day, p.state, p.returned,
             (SELECT COUNT(*) FROM plan_unit u WHERE u.plan = p.id) AS asked,
             (SELECT COUNT(*) FROM plan_unit u WHERE u.plan = p.id AND u.sent_at IS NOT NULL) AS sent,
             (SELECT COUNT(*) FROM amendment c WHERE c.plan = p.id AND c.state = 'proposed') AS changes
         FROM plan p WHERE {}
         ORDER BY CASE WHEN p.from_day <= {today} AND p.to_day >= {today} THEN 0 WHEN p.from_day > {today} THEN 1
             ELSE 2 END,
             CASE p.kind WHEN 'monthly' THEN 0 WHEN 'quarterly' THEN 1 WHEN 'campaign' THEN 2 WHEN 'thematic' THEN 3
             WHEN 'annual' THEN 4 ELSE 5 END, p.from_day DESC, p.id
         LIMIT {size} OFFSET {}",
        when.text(),
        page.offset(size)
    );
    let items = all(db, &sql, when.args).await?;
    Ok(kernel::Page { items, number: page.get(), size, total: whole(total) })
}

/// Plans that lie inside one, those somebody sees.
pub(crate) async fn children(
    db: &impl ConnectionTrait,
    sight: &Sight,
    of: PlanId,
) -> Result<Vec<PlanRow>, DbErr> {
    let mut when = Where::default();
    let place = when.arg(of);
    when.and(format!("p.parent = {place}"));
    seen(sight, &mut when);
    let sql = format!("SELECT {PLAN} FROM plan p WHERE {} ORDER BY from_day, id LIMIT 100", when.text());
    all(db, &sql, when.args).await
}

/// First day of the earliest and last day of the latest plan inside one.
pub(crate) async fn reach_of_children(
    db: &impl ConnectionTrait,
    of: PlanId,
) -> Result<Option<(Day, Day)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Reach {
        first: Option<String>,
        last: Option<String>,
    }
    let sql = "SELECT MIN(from_day) AS first, MAX(to_day) AS last FROM plan WHERE parent = $1";
    let reach: Option<Reach> = maybe(db, sql, vec![of.into()]).await?;
    Ok(reach.and_then(|reach| Some((day(&reach.first?), day(&reach.last?)))))
}

/// Plans that one of these days can lie inside: not closed, and of the calendar.
pub(crate) async fn parents(db: &impl ConnectionTrait, sight: &Sight) -> Result<Vec<PlanRow>, DbErr> {
    let mut when = Where::default();
    when.and("p.state <> 'closed' AND p.kind IN ('medium', 'annual', 'quarterly', 'monthly')");
    seen(sight, &mut when);
    let sql = format!("SELECT {PLAN} FROM plan p WHERE {} ORDER BY from_day DESC, id LIMIT 60", when.text());
    all(db, &sql, when.args).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct AskedUnit {
    pub(crate) unit: UnitId,
    pub(crate) due_at: Option<Moment>,
    pub(crate) sent_at: Option<Moment>,
    pub(crate) sent_by: Option<PersonId>,
    /// Lines it leads.
    pub(crate) lines: i64,
}

/// Who is asked for lines, and who sent them.
pub(crate) async fn asked_units(db: &impl ConnectionTrait, id: PlanId) -> Result<Vec<AskedUnit>, DbErr> {
    let sql = "SELECT u.unit, u.due_at, u.sent_at, u.sent_by,
                   (SELECT COUNT(*) FROM activity a WHERE a.plan = u.plan AND a.state = 'standing' AND a.lead = u.unit)
                   AS lines
               FROM plan_unit u WHERE u.plan = $1 ORDER BY u.unit";
    all(db, sql, vec![id.into()]).await
}

pub(crate) async fn ask_unit(
    db: &impl ConnectionTrait,
    id: PlanId,
    unit: UnitId,
    due: Option<Moment>,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO plan_unit (plan, unit, due_at) VALUES ($1, $2, $3)
               ON CONFLICT (plan, unit) DO UPDATE SET due_at = excluded.due_at";
    run(db, sql, vec![id.into(), unit.into(), due.into()]).await.map(drop)
}

/// A unit says that its lines are complete.
pub(crate) async fn send(
    db: &impl ConnectionTrait,
    id: PlanId,
    unit: UnitId,
    at: Moment,
    by: Option<PersonId>,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO plan_unit (plan, unit, due_at, sent_at, sent_by) VALUES ($1, $2, NULL, $3, $4)
               ON CONFLICT (plan, unit) DO UPDATE SET sent_at = excluded.sent_at, sent_by = excluded.sent_by";
    run(db, sql, vec![id.into(), unit.into(), at.into(), by.into()]).await.map(drop)
}

/// Notes that somebody wrote one of its lines.
pub(crate) async fn note_writer(db: &impl ConnectionTrait, id: PlanId, who: PersonId) -> Result<(), DbErr> {
    let sql = "INSERT INTO plan_writer (plan, person) VALUES ($1, $2) ON CONFLICT (plan, person) DO NOTHING";
    run(db, sql, vec![id.into(), who.into()]).await.map(drop)
}

pub(crate) async fn is_writer(db: &impl ConnectionTrait, id: PlanId, who: PersonId) -> Result<bool, DbErr> {
    let sql = "SELECT COUNT(*) FROM plan_writer WHERE plan = $1 AND person = $2";
    Ok(one::<i64>(db, sql, vec![id.into(), who.into()]).await? > 0)
}

#[derive(Debug, Clone, Copy, FromQueryResult)]
struct Member {
    person: PersonId,
}

/// Who was invited by name.
pub(crate) async fn members(db: &impl ConnectionTrait, id: PlanId) -> Result<Vec<PersonId>, DbErr> {
    let rows: Vec<Member> =
        all(db, "SELECT person FROM plan_member WHERE plan = $1 ORDER BY person", vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// Drafts for which these units have not sent their lines, and plans in which something waits for who decides.
pub(crate) async fn unsent(db: &impl ConnectionTrait, units: Option<&[UnitId]>) -> Result<u64, DbErr> {
    let mut when = Where::default();
    when.and("p.state = 'drafting' AND u.sent_at IS NULL");
    if let Some(units) = units {
        let units = when.list(units);
        when.and(format!("u.unit IN {units}"));
    }
    let sql = format!("SELECT COUNT(*) FROM plan_unit u JOIN plan p ON p.id = u.plan WHERE {}", when.text());
    Ok(whole(one(db, &sql, when.args).await?))
}

/// Plans of these units that wait for approval: presented or appraised, with no appraisal open.
pub(crate) async fn to_approve(db: &impl ConnectionTrait, units: Option<&[UnitId]>) -> Result<u64, DbErr> {
    let mut when = Where::default();
    when.and(
        "p.state IN ('presented', 'appraisal') AND NOT EXISTS
         (SELECT 1 FROM appraisal r WHERE r.plan = p.id AND r.version = p.version AND r.opinion = '')
         AND (p.kind NOT IN ('medium', 'annual')
              OR 2 <= (SELECT COUNT(*) FROM appraisal r WHERE r.plan = p.id AND r.version = p.version))",
    );
    if let Some(units) = units {
        let units = when.list(units);
        when.and(format!("p.unit IN {units}"));
    }
    let sql = format!("SELECT COUNT(*) FROM plan p WHERE {}", when.text());
    Ok(whole(one(db, &sql, when.args).await?))
}

#[derive(FromQueryResult)]
struct Unit {
    unit: UnitId,
}

/// The units that see something of it: who keeps it, who was asked, leads, supports or hangs something up (as [`seen`] asks).
pub(crate) async fn units_in(db: &impl ConnectionTrait, id: PlanId) -> Result<Vec<UnitId>, DbErr> {
    let sql = "SELECT unit FROM plan WHERE id = $1
         UNION SELECT unit FROM plan_unit WHERE plan = $1
         UNION SELECT lead FROM activity WHERE plan = $1 AND state = 'standing'
         UNION SELECT unit FROM activity_support WHERE plan = $1
         UNION SELECT unit FROM display WHERE plan = $1";
    let rows: Vec<Unit> = all(db, sql, vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.unit).collect())
}

/// The units that appraise it or did.
pub(crate) async fn appraisers(db: &impl ConnectionTrait, id: PlanId) -> Result<Vec<UnitId>, DbErr> {
    let sql = "SELECT DISTINCT unit FROM appraisal WHERE plan = $1";
    let rows: Vec<Unit> = all(db, sql, vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.unit).collect())
}

#[derive(FromQueryResult)]
struct Id {
    id: PlanId,
}

/// Every plan.
pub(crate) async fn every(db: &impl ConnectionTrait) -> Result<Vec<PlanId>, DbErr> {
    let rows: Vec<Id> = all(db, "SELECT id FROM plan", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
