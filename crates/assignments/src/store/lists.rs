//! Lists of work, each by the same rule of who sees what.

use super::assignments::{AssignmentRow, COLUMNS};
use super::obstacles::ObstacleRow;
use super::{among, place, whole};
use crate::sight;
use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, one};
use kernel::{Actor, Moment, Page, PageNumber, PersonId, UnitId};

/// What is still owed.
const OWED: &str = "a.state IN ('given', 'accepted', 'doing')";

/// Which work.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// Where one unit leads or supports.
    pub(crate) unit: Option<UnitId>,
    /// `open`, `late`, `blocked`, `waiting`, `closed`, the name of a state, or nothing for all.
    pub(crate) which: String,
    /// Words of the title, folded.
    pub(crate) words: Vec<String>,
    /// Due at or after this.
    pub(crate) from: Option<Moment>,
    /// Due before this.
    pub(crate) to: Option<Moment>,
    /// What concerns somebody: given to them or by them, or work of these units.
    pub(crate) mine: Option<(PersonId, Vec<UnitId>)>,
    /// Closed after this, for boards that forget.
    pub(crate) closed_after: Option<Moment>,
}

impl Wanted {
    fn clause(&self, actor: &Actor, now: Moment, args: &mut Args) -> String {
        let mut parts = vec![sight::clause(actor, args)];
        if let Some(unit) = self.unit {
            let unit = place(args, unit);
            parts.push(format!(
                "(a.lead = {unit} OR EXISTS (SELECT 1 FROM assignment_part u WHERE u.assignment = a.id AND u.unit = {unit}))"
            ));
        }
        match self.which.as_str() {
            "" => {}
            "open" => parts.push("a.closed_at IS NULL".to_owned()),
            "owed" => parts.push(OWED.to_owned()),
            "late" => {
                let now = place(args, now);
                parts.push(format!("{OWED} AND a.due < {now}"));
            }
            "blocked" => parts.push(format!(
                "{OWED} AND EXISTS (SELECT 1 FROM obstacle o WHERE o.assignment = a.id AND o.resolved_at IS NULL)"
            )),
            "waiting" => parts.push("a.state IN ('done', 'declined')".to_owned()),
            "closed" => parts.push("a.closed_at IS NOT NULL".to_owned()),
            state => {
                let state = place(args, state);
                parts.push(format!("a.state = {state}"));
            }
        }
        for word in &self.words {
            let like: String = word.chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
            let like = place(args, format!("%{like}%"));
            parts.push(format!("a.folded LIKE {like}"));
        }
        if let Some(from) = self.from {
            let from = place(args, from);
            parts.push(format!("a.due >= {from}"));
        }
        if let Some(to) = self.to {
            let to = place(args, to);
            parts.push(format!("a.due < {to}"));
        }
        if let Some(after) = self.closed_after {
            let after = place(args, after);
            parts.push(format!("(a.closed_at IS NULL OR a.closed_at >= {after})"));
        }
        if let Some((me, units)) = &self.mine {
            let me = place(args, *me);
            let leads = among(args, "a.lead", units);
            let supports = among(args, "n.unit", units);
            parts.push(format!(
                "(a.person = {me} OR a.giver = {me} OR {leads}
                OR EXISTS (SELECT 1 FROM assignment_part n WHERE n.assignment = a.id AND {supports})
                OR EXISTS (SELECT 1 FROM assignment_member k WHERE k.assignment = a.id AND k.person = {me}))"
            ));
        }
        parts.join(" AND ")
    }
}

fn columns() -> String {
    COLUMNS.split(", ").map(|column| format!("a.{column}")).collect::<Vec<_>>().join(", ")
}

/// A page of them, the nearest day first; what has none last.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: Moment,
    wanted: &Wanted,
    number: PageNumber,
    size: u32,
) -> Result<Page<AssignmentRow>, DbErr> {
    let total = count(db, actor, now, wanted).await?;
    let mut args = Vec::new();
    let clause = wanted.clause(actor, now, &mut args);
    let order = if wanted.which == "closed" { "a.closed_at DESC, a.id" } else { ORDER };
    let sql = format!(
        "SELECT {} FROM assignment a WHERE {clause} ORDER BY {order} LIMIT {size} OFFSET {}",
        columns(),
        number.offset(size)
    );
    Ok(Page { items: all(db, &sql, args).await?, number: number.get(), size, total })
}

const ORDER: &str = "CASE WHEN a.due IS NULL THEN 1 ELSE 0 END, a.due, a.id";

/// All of them, up to a number nobody reads beyond.
pub(crate) async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: Moment,
    wanted: &Wanted,
    most: u32,
) -> Result<Vec<AssignmentRow>, DbErr> {
    let mut args = Vec::new();
    let clause = wanted.clause(actor, now, &mut args);
    let sql = format!("SELECT {} FROM assignment a WHERE {clause} ORDER BY {ORDER} LIMIT {most}", columns());
    all(db, &sql, args).await
}

/// How many.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: Moment,
    wanted: &Wanted,
) -> Result<u64, DbErr> {
    let mut args = Vec::new();
    let clause = wanted.clause(actor, now, &mut args);
    Ok(whole(one(db, &format!("SELECT COUNT(*) FROM assignment a WHERE {clause}"), args).await?))
}

/// Open obstacles of work that who asks may see, those sent up first.
pub(crate) async fn obstacles(
    db: &impl ConnectionTrait,
    actor: &Actor,
    most: u32,
) -> Result<Vec<ObstacleRow>, DbErr> {
    let mut args = Vec::new();
    let clause = sight::clause(actor, &mut args);
    let columns: Vec<String> =
        super::obstacles::COLUMNS.split(", ").map(|column| format!("o.{column}")).collect();
    let sql = format!(
        "SELECT {} FROM obstacle o JOIN assignment a ON a.id = o.assignment
        WHERE o.resolved_at IS NULL AND a.closed_at IS NULL AND {clause}
        ORDER BY CASE WHEN o.escalated_at IS NOT NULL AND o.answered_at IS NULL THEN 0 ELSE 1 END, o.raised_at, o.id
        LIMIT {most}",
        columns.join(", ")
    );
    all(db, &sql, args).await
}

/// What a unit brought and owes, counted: much beside how well (L19).
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct UnitCount {
    pub(crate) lead: UnitId,
    pub(crate) open: i64,
    pub(crate) late: i64,
    pub(crate) done: i64,
    pub(crate) in_time: i64,
    pub(crate) sent_back: i64,
    pub(crate) rolled: i64,
    pub(crate) reminders: i64,
    pub(crate) marks: i64,
    pub(crate) marked: i64,
}

/// By unit, for work that was open or done since `from`; who is latest first.
pub(crate) async fn by_unit(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: Moment,
    from: Moment,
) -> Result<Vec<UnitCount>, DbErr> {
    let mut args: Args = vec![now.into(), from.into()];
    let clause = sight::clause(actor, &mut args);
    let count = |held: &str| format!("SUM(CASE WHEN {held} THEN 1 ELSE 0 END)");
    let done = "a.done_at IS NOT NULL AND a.done_at >= $2 AND a.state IN ('done', 'confirmed')";
    let sql = format!(
        "SELECT a.lead AS lead, {} AS open, {} AS late, {} AS done, {} AS in_time,
        SUM(a.sent_back) AS sent_back, SUM(a.rolled) AS rolled, SUM(a.reminders) AS reminders,
        SUM(COALESCE(a.quality, 0)) AS marks, {} AS marked
        FROM assignment a WHERE (a.closed_at IS NULL OR a.closed_at >= $2) AND a.state <> 'withdrawn' AND {clause}
        GROUP BY a.lead ORDER BY late DESC, reminders DESC, open DESC, a.lead",
        count(OWED),
        count(&format!("{OWED} AND a.due < $1")),
        count(done),
        count(&format!("{done} AND (a.due IS NULL OR a.done_at <= a.due)")),
        count("a.quality IS NOT NULL"),
    );
    all(db, &sql, args).await
}
