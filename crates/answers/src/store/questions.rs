//! Questions: where each stands now.

use db::{ConnectionTrait, DbErr, Engine, FromQueryResult, Value, all, maybe, run};
use kernel::{AreaId, Moment, PersonId, QuestionId, UnitId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct QuestionRow {
    pub(crate) id: QuestionId,
    /// The hash of the tracking code.
    pub(crate) code: String,
    /// The form it was sent with.
    pub(crate) nonce: String,
    /// `question` or `petition`.
    pub(crate) form: String,
    pub(crate) field: String,
    pub(crate) area: Option<AreaId>,
    pub(crate) title: String,
    pub(crate) body: String,
    /// Title and body as people search them; also what tells whether a form was sent twice.
    pub(crate) folded: String,
    /// For a petition: the page it is about.
    pub(crate) page: String,
    pub(crate) state: String,
    /// Why it was set aside: nothing, `flood`, `advertising`, or `person`.
    pub(crate) aside: String,
    pub(crate) flock: Option<Uuid>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) consent: bool,
    pub(crate) consent_at: Option<Moment>,
    pub(crate) received_at: Moment,
    pub(crate) more_asked_at: Option<Moment>,
    pub(crate) more_told_at: Option<Moment>,
    pub(crate) reply: String,
    pub(crate) reply_hash: String,
    /// Everybody who wrote in the answer, their ids with spaces between.
    pub(crate) writers: String,
    pub(crate) submitted_at: Option<Moment>,
    /// Why it was sent back last: by the unit to the desk, or by the approver to the writer.
    pub(crate) returned: String,
    pub(crate) approved_by: Option<PersonId>,
    /// The code of the refusal, or nothing.
    pub(crate) refusal: String,
    pub(crate) refusal_words: String,
    pub(crate) merged_into: Option<QuestionId>,
    pub(crate) ended_at: Option<Moment>,
    pub(crate) on_time: Option<bool>,
    /// Nothing, `live` or `gone`.
    pub(crate) public_state: String,
    pub(crate) erased_at: Option<Moment>,
    /// Nothing, `wish` (who asked), or `schedule` (all that was asked).
    pub(crate) erased_how: String,
}

pub(crate) const COLUMNS: [&str; 33] = [
    "id",
    "code",
    "nonce",
    "form",
    "field",
    "area",
    "title",
    "body",
    "folded",
    "page",
    "state",
    "aside",
    "flock",
    "unit",
    "consent",
    "consent_at",
    "received_at",
    "more_asked_at",
    "more_told_at",
    "reply",
    "reply_hash",
    "writers",
    "submitted_at",
    "returned",
    "approved_by",
    "refusal",
    "refusal_words",
    "merged_into",
    "ended_at",
    "on_time",
    "public_state",
    "erased_at",
    "erased_how",
];

/// The columns as a SELECT names them.
pub(crate) fn columns() -> String {
    COLUMNS.join(", ")
}

pub(crate) async fn question(
    db: &impl ConnectionTrait,
    id: QuestionId,
) -> Result<Option<QuestionRow>, DbErr> {
    maybe(db, &format!("SELECT {} FROM question WHERE id = $1", columns()), vec![id.into()]).await
}

/// The same under its lock.
pub(crate) async fn lock(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: QuestionId,
) -> Result<Option<QuestionRow>, DbErr> {
    let sql = format!("SELECT {} FROM question WHERE id = $1{}", columns(), engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

/// The question of a tracking code.
pub(crate) async fn with_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<QuestionRow>, DbErr> {
    maybe(db, &format!("SELECT {} FROM question WHERE code = $1", columns()), vec![code.into()]).await
}

/// Writes a question as it stands.
pub(crate) async fn put(db: &impl ConnectionTrait, row: &QuestionRow) -> Result<(), DbErr> {
    let names = columns();
    let set: Vec<String> = COLUMNS.iter().skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
    let sql = format!(
        "INSERT INTO question ({names}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        super::places(1, 33),
        set.join(", ")
    );
    run(db, &sql, values(row)).await.map(drop)
}

fn values(row: &QuestionRow) -> Vec<Value> {
    vec![
        row.id.into(),
        row.code.as_str().into(),
        row.nonce.as_str().into(),
        row.form.as_str().into(),
        row.field.as_str().into(),
        row.area.into(),
        row.title.as_str().into(),
        row.body.as_str().into(),
        row.folded.as_str().into(),
        row.page.as_str().into(),
        row.state.as_str().into(),
        row.aside.as_str().into(),
        row.flock.into(),
        row.unit.into(),
        row.consent.into(),
        row.consent_at.into(),
        row.received_at.into(),
        row.more_asked_at.into(),
        row.more_told_at.into(),
        row.reply.as_str().into(),
        row.reply_hash.as_str().into(),
        row.writers.as_str().into(),
        row.submitted_at.into(),
        row.returned.as_str().into(),
        row.approved_by.into(),
        row.refusal.as_str().into(),
        row.refusal_words.as_str().into(),
        row.merged_into.into(),
        row.ended_at.into(),
        row.on_time.into(),
        row.public_state.as_str().into(),
        row.erased_at.into(),
        row.erased_how.as_str().into(),
    ]
}

/// What ended before a moment and still says who asked or what.
pub(crate) async fn ended_before(
    db: &impl ConnectionTrait,
    before: Moment,
    most: u32,
) -> Result<Vec<QuestionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM question WHERE ended_at < $1 AND erased_how <> 'schedule' ORDER BY ended_at LIMIT {most}",
        columns()
    );
    all(db, &sql, vec![before.into()]).await
}

/// What was set aside of a flock, oldest first.
pub(crate) async fn aside_of_flock(
    db: &impl ConnectionTrait,
    flock: Uuid,
    most: u32,
) -> Result<Vec<QuestionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM question WHERE flock = $1 AND state = 'aside' AND aside = 'flood'
         ORDER BY received_at LIMIT {most}",
        columns()
    );
    all(db, &sql, vec![flock.into()]).await
}

/// What was merged into a question.
pub(crate) async fn merged_into(
    db: &impl ConnectionTrait,
    id: QuestionId,
) -> Result<Vec<QuestionRow>, DbErr> {
    let sql = format!("SELECT {} FROM question WHERE merged_into = $1 AND state = 'merged'", columns());
    all(db, &sql, vec![id.into()]).await
}

/// The units of questions that have one.
pub(crate) async fn units_of(
    db: &impl ConnectionTrait,
    questions: &[QuestionId],
) -> Result<Vec<(QuestionId, UnitId)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: QuestionId,
        unit: UnitId,
    }
    let mut all_units = Vec::new();
    for some in questions.chunks(500) {
        let sql = format!(
            "SELECT id, unit FROM question WHERE unit IS NOT NULL AND id IN ({})",
            db::places(1, some.len())
        );
        let rows: Vec<Row> = all(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?;
        all_units.extend(rows.into_iter().map(|row| (row.id, row.unit)));
    }
    Ok(all_units)
}
