//! `story` and `story_reader`.

use crate::workflow::{Public, Standing, Work};
use db::{Args, ConnectionTrait, DbErr, Engine, FromQueryResult, all, maybe, one, run};
use kernel::{Access, Failure, Moment, Page, PageNumber, PersonId, RevisionId, StoryId, UnitId};

/// A story as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct StoryRow {
    pub(crate) id: StoryId,
    pub(crate) unit: UnitId,
    pub(crate) access: String,
    pub(crate) work: String,
    pub(crate) public: String,
    pub(crate) urgent_pending: bool,
    pub(crate) head_revision: Option<RevisionId>,
    pub(crate) public_revision: Option<RevisionId>,
    pub(crate) scheduled_at: Option<Moment>,
    pub(crate) schedule_note: Option<String>,
    pub(crate) schedule_failure: Option<String>,
    pub(crate) first_published_at: Option<Moment>,
    pub(crate) replaced_by: Option<StoryId>,
    pub(crate) begun_by: Option<PersonId>,
    pub(crate) begun_at: Moment,
    pub(crate) submitted_at: Option<Moment>,
    pub(crate) changed_at: Moment,
    pub(crate) original: Option<String>,
}

impl StoryRow {
    pub(crate) fn standing(&self) -> Result<Standing, Failure> {
        let unknown =
            || Failure::broken(format!("story {} stands at {}/{}", self.id, self.work, self.public));
        Ok(Standing {
            work: Work::parse(&self.work).ok_or_else(unknown)?,
            public: Public::parse(&self.public).ok_or_else(unknown)?,
            urgent_pending: self.urgent_pending,
        })
    }

    pub(crate) fn stands(&mut self, standing: Standing) {
        self.work = standing.work.name().to_owned();
        self.public = standing.public.name().to_owned();
        self.urgent_pending = standing.urgent_pending;
    }

    pub(crate) fn access(&self) -> Access {
        if self.access == "limited" { Access::Limited } else { Access::Unit }
    }
}

const COLUMNS: &str = "id, unit, access, work, public, urgent_pending, head_revision, public_revision, scheduled_at, \
    schedule_note, schedule_failure, first_published_at, replaced_by, begun_by, begun_at, submitted_at, \
    changed_at, original";

pub(crate) async fn insert_story(db: &impl ConnectionTrait, row: &StoryRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO story (id, unit, access, work, public, urgent_pending, begun_by, begun_at, changed_at, original)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        vec![
            row.id.into(),
            row.unit.into(),
            row.access.as_str().into(),
            row.work.as_str().into(),
            row.public.as_str().into(),
            row.urgent_pending.into(),
            row.begun_by.into(),
            row.begun_at.into(),
            row.changed_at.into(),
            row.original.clone().into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn story(db: &impl ConnectionTrait, id: StoryId) -> Result<Option<StoryRow>, DbErr> {
    maybe(db, &format!("SELECT {COLUMNS} FROM story WHERE id = $1"), vec![id.into()]).await
}

/// Reads it and keeps every other wish on it waiting until this one is done.
pub(crate) async fn story_for_update(
    db: &impl ConnectionTrait,
    engine: Engine,
    id: StoryId,
) -> Result<Option<StoryRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM story WHERE id = $1{}", engine.for_update());
    maybe(db, &sql, vec![id.into()]).await
}

pub(crate) async fn save_story(db: &impl ConnectionTrait, row: &StoryRow) -> Result<(), DbErr> {
    run(
        db,
        "UPDATE story SET work = $2, public = $3, urgent_pending = $4, head_revision = $5, public_revision = $6,
                scheduled_at = $7, schedule_note = $8, schedule_failure = $9, first_published_at = $10,
                replaced_by = $11, submitted_at = $12, changed_at = $13, access = $14
          WHERE id = $1",
        vec![
            row.id.into(),
            row.work.as_str().into(),
            row.public.as_str().into(),
            row.urgent_pending.into(),
            row.head_revision.into(),
            row.public_revision.into(),
            row.scheduled_at.into(),
            row.schedule_note.clone().into(),
            row.schedule_failure.clone().into(),
            row.first_published_at.into(),
            row.replaced_by.into(),
            row.submitted_at.into(),
            row.changed_at.into(),
            row.access.as_str().into(),
        ],
    )
    .await
    .map(drop)
}

#[derive(FromQueryResult)]
struct ReaderRow {
    person: PersonId,
}

pub(crate) async fn readers(db: &impl ConnectionTrait, id: StoryId) -> Result<Vec<PersonId>, DbErr> {
    let rows: Vec<ReaderRow> =
        all(db, "SELECT person FROM story_reader WHERE story = $1", vec![id.into()]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

pub(crate) async fn set_readers(
    db: &impl ConnectionTrait,
    id: StoryId,
    people: &[PersonId],
) -> Result<(), DbErr> {
    run(db, "DELETE FROM story_reader WHERE story = $1", vec![id.into()]).await?;
    for person in people {
        run(
            db,
            "INSERT INTO story_reader (story, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            vec![id.into(), (*person).into()],
        )
        .await?;
    }
    Ok(())
}

/// A story in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct LineRow {
    pub(crate) id: StoryId,
    pub(crate) unit: UnitId,
    pub(crate) work: String,
    pub(crate) public: String,
    pub(crate) urgent_pending: bool,
    pub(crate) scheduled_at: Option<Moment>,
    pub(crate) schedule_failure: Option<String>,
    pub(crate) begun_by: Option<PersonId>,
    pub(crate) submitted_at: Option<Moment>,
    pub(crate) changed_at: Moment,
    pub(crate) title: Option<String>,
    pub(crate) draft: Option<String>,
    pub(crate) number: Option<i32>,
}

/// Which stories to list. Every list passes through here, and with it through the same rule of who may read what.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// Standing words as in [`Standing::word`].
    pub(crate) word: Option<String>,
    /// Only what this person began or wrote in.
    pub(crate) writer: Option<PersonId>,
    /// Words in the title.
    pub(crate) title: Option<String>,
    /// Only of this unit.
    pub(crate) unit: Option<UnitId>,
    /// Oldest submission first instead of newest change first.
    pub(crate) oldest_first: bool,
}

/// Who looks, in the terms a list understands. The same rule as `kernel::can` on `ReadStory`, said once in SQL;
/// a test compares the two on every combination.
#[derive(Debug, Clone)]
pub(crate) struct Sight {
    pub(crate) person: PersonId,
    /// Units whose ordinary stories they read; `None` is all.
    pub(crate) units: Option<Vec<UnitId>>,
    /// Units whose limited stories they read; `None` is all.
    pub(crate) limited: Option<Vec<UnitId>>,
}

struct Where {
    sql: String,
    args: Args,
}

impl Where {
    fn new(sight: &Sight) -> Self {
        let mut clause = Self { sql: String::new(), args: Vec::new() };
        let me = clause.place(sight.person);
        let wrote = format!(
            "(EXISTS (SELECT 1 FROM revision r JOIN revision_writer w ON w.revision = r.id
                       WHERE r.story = s.id AND w.person = {me})
              OR EXISTS (SELECT 1 FROM draft_writer d WHERE d.story = s.id AND d.person = {me})
              OR s.begun_by = {me})"
        );
        let ordinary = clause.within(sight.units.as_deref());
        let limited = clause.within(sight.limited.as_deref());
        clause.sql = format!(
            "({wrote}
              OR (s.access = 'unit' AND {ordinary})
              OR (s.access = 'limited' AND ({limited}
                  OR EXISTS (SELECT 1 FROM story_reader x WHERE x.story = s.id AND x.person = {me}))))"
        );
        clause
    }

    fn place(&mut self, value: impl Into<db::Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    fn within(&mut self, units: Option<&[UnitId]>) -> String {
        match units {
            None => "1 = 1".to_owned(),
            Some([]) => "1 = 0".to_owned(),
            Some(units) => {
                let places: Vec<String> = units.iter().map(|unit| self.place(*unit)).collect();
                format!("s.unit IN ({})", places.join(", "))
            }
        }
    }

    fn and(&mut self, clause: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(clause);
    }

    fn filter(mut self, filter: &Filter) -> Self {
        match filter.word.as_deref() {
            None => {}
            Some("published") => {
                self.and("s.public = 'live' AND s.work = 'settled' AND NOT s.urgent_pending")
            }
            Some("emergency") => self.and("s.public = 'live' AND s.urgent_pending"),
            Some("withdrawn") => self.and("s.public = 'withdrawn'"),
            Some("replaced") => self.and("s.public = 'replaced'"),
            Some("gone") => self.and("s.public = 'gone'"),
            Some("failed") => self.and("s.schedule_failure IS NOT NULL"),
            Some(work) => {
                let work = self.place(work);
                self.and(&format!("s.work = {work} AND s.public IN ('never', 'live', 'withdrawn')"));
            }
        }
        if let Some(person) = filter.writer {
            let me = self.place(person);
            self.and(&format!(
                "(s.begun_by = {me} OR EXISTS (SELECT 1 FROM revision r JOIN revision_writer w ON w.revision = r.id
                   WHERE r.story = s.id AND w.person = {me}))"
            ));
        }
        if let Some(unit) = filter.unit {
            let unit = self.place(unit);
            self.and(&format!("s.unit = {unit}"));
        }
        if let Some(words) = &filter.title {
            for word in super::folded(words).replace(['%', '_', '\\'], " ").split_whitespace().take(12) {
                let pattern = self.place(format!("%{word}%"));
                self.and(&format!("COALESCE(h.folded, '') LIKE {pattern}"));
            }
        }
        self
    }
}

const FROM: &str = "FROM story s LEFT JOIN revision h ON h.id = s.head_revision";

pub(crate) async fn list(
    db: &impl ConnectionTrait,
    sight: &Sight,
    filter: &Filter,
    page: PageNumber,
    size: u32,
) -> Result<Page<LineRow>, DbErr> {
    let clause = Where::new(sight).filter(filter);
    let total: i64 =
        one(db, &format!("SELECT COUNT(*) {FROM} WHERE {}", clause.sql), clause.args.clone()).await?;
    let order = if filter.oldest_first {
        "COALESCE(s.submitted_at, s.changed_at), s.id"
    } else {
        "s.changed_at DESC, s.id DESC"
    };
    let sql = format!(
        "SELECT s.id, s.unit, s.work, s.public, s.urgent_pending, s.scheduled_at, s.schedule_failure, s.begun_by,
                s.submitted_at, s.changed_at, h.title, h.number,
                (SELECT d.content FROM draft d WHERE d.story = s.id) AS draft
           {FROM} WHERE {} ORDER BY {order} LIMIT {size} OFFSET {}",
        clause.sql,
        page.offset(size)
    );
    let items = all(db, &sql, clause.args).await?;
    Ok(Page { items, number: page.get(), size, total: u64::try_from(total).unwrap_or(0) })
}

/// How many stories of a filter this person can see.
pub(crate) async fn count(db: &impl ConnectionTrait, sight: &Sight, filter: &Filter) -> Result<u64, DbErr> {
    let clause = Where::new(sight).filter(filter);
    let total: i64 = one(db, &format!("SELECT COUNT(*) {FROM} WHERE {}", clause.sql), clause.args).await?;
    Ok(u64::try_from(total).unwrap_or(0))
}

#[derive(FromQueryResult)]
struct IdRow {
    id: StoryId,
}

pub(crate) async fn every_story(db: &impl ConnectionTrait) -> Result<Vec<StoryId>, DbErr> {
    let rows: Vec<IdRow> = all(db, "SELECT id FROM story", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The units of stories.
pub(crate) async fn units_of(
    db: &impl ConnectionTrait,
    stories: &[StoryId],
) -> Result<Vec<(StoryId, UnitId)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: StoryId,
        unit: UnitId,
    }
    let mut all_units = Vec::new();
    for some in stories.chunks(500) {
        let sql = format!("SELECT id, unit FROM story WHERE id IN ({})", db::places(1, some.len()));
        let rows: Vec<Row> = all(db, &sql, some.iter().map(|id| (*id).into()).collect()).await?;
        all_units.extend(rows.into_iter().map(|row| (row.id, row.unit)));
    }
    Ok(all_units)
}
