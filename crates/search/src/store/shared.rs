//! The tables of the index that lies in PostgreSQL: one row a thing, with its terms as one `tsvector`.
//!
//! They are no schema step: like the folder of an embedded index they are made when the index is opened, can be
//! dropped at any time, and are filled from the cards. Each making is a table of its own, so that a new one is filled
//! beside the one in use and takes its place in one transaction.

use db::{Args, ConnectionTrait, DbErr, FromQueryResult, Value, all, maybe, run};

/// Changes whenever tables of an older program must not be read by this one.
const FORMAT: i32 = 1;
/// Nodes that start together make the tables one after another.
const OPENING: &str = "SELECT pg_advisory_xact_lock(7306)";
/// Who makes the index anew holds it until the end; nobody waits for it.
const REBUILDING: &str = "SELECT pg_try_advisory_xact_lock(7307)";
/// Stands between values that travel in one text.
pub(crate) const BETWEEN: &str = "\u{1f}";

/// Which table is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub(crate) struct State {
    format: i32,
    pub(crate) generation: i32,
    /// How far the cards were followed.
    pub(crate) sequence: i64,
    /// Makes marks of states that tell nothing about how much was written.
    pub(crate) seal: i64,
}

impl State {
    /// Whether this program can read the tables.
    pub(crate) fn is_ours(self) -> bool {
        self.format == FORMAT
    }

    /// The table in use.
    pub(crate) fn table(self) -> String {
        table(self.generation)
    }
}

fn table(generation: i32) -> String {
    format!("search_index_{generation}")
}

/// A thing as its row.
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) stamp: i64,
    pub(crate) tie: i64,
    pub(crate) moment: Option<i64>,
    pub(crate) day: Option<i32>,
    /// The half of its life in days; nothing for what does not age.
    pub(crate) half_life: Option<f32>,
    /// What is left of its score, 0.1 to 1.
    pub(crate) held: f32,
    /// Terms of the text, pairs of it, terms of title and names.
    pub(crate) lengths: [i32; 4],
    pub(crate) audience: String,
    pub(crate) filed: String,
    pub(crate) words: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: String,
}

const COLUMNS: &str = "key, stamp, tie, moment, day, half_life, held, text_terms, pair_terms, title_terms, \
                       name_terms, audience, filed, words, title, summary, body";
/// Rows of one statement.
const ROWS: usize = 40;

/// The state; nothing where no index was ever opened here.
pub(crate) async fn state(db: &impl ConnectionTrait) -> Result<Option<State>, DbErr> {
    let there = "SELECT to_regclass('search_index_state') IS NOT NULL";
    if !db::one::<bool>(db, there, vec![]).await? {
        return Ok(None);
    }
    maybe(db, "SELECT format, generation, sequence, seal FROM search_index_state WHERE one = 1", vec![]).await
}

/// The state, locked until the transaction ends.
pub(crate) async fn locked_state(db: &impl ConnectionTrait) -> Result<Option<State>, DbErr> {
    let sql = "SELECT format, generation, sequence, seal FROM search_index_state WHERE one = 1 FOR UPDATE";
    maybe(db, sql, vec![]).await
}

/// Makes an empty index where there is none, or one of another format.
pub(crate) async fn open(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared(OPENING).await?;
    db.execute_unprepared(
        "CREATE TABLE IF NOT EXISTS search_index_state (
             one        INTEGER PRIMARY KEY,
             format     INTEGER NOT NULL,
             generation INTEGER NOT NULL,
             sequence   BIGINT NOT NULL,
             seal       BIGINT NOT NULL
         )",
    )
    .await?;
    let before = locked_state(db).await?;
    if let Some(state) = before
        && state.is_ours()
        && exists(db, &state.table()).await?
    {
        return Ok(());
    }
    let generation = before.map_or(0, |state| state.generation) + 1;
    make(db, generation).await?;
    index(db, generation).await?;
    take_over(db, before, generation, 0).await
}

async fn exists(db: &impl ConnectionTrait, table: &str) -> Result<bool, DbErr> {
    db::one(db, "SELECT to_regclass($1) IS NOT NULL", vec![table.into()]).await
}

/// Whether this transaction may make the index anew; nobody else may until it ends.
pub(crate) async fn may_rebuild(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    db::one(db, REBUILDING, vec![]).await
}

/// An empty table beside the one in use, without the inverted index: quicker to fill.
pub(crate) async fn make(db: &impl ConnectionTrait, generation: i32) -> Result<(), DbErr> {
    let table = table(generation);
    // Everything long is kept beside the row, so that going through many rows reads little.
    db.execute_unprepared(&format!(
        "CREATE TABLE {table} (
             doc         BIGINT GENERATED ALWAYS AS IDENTITY,
             key         TEXT NOT NULL,
             stamp       BIGINT NOT NULL,
             tie         BIGINT NOT NULL,
             moment      BIGINT,
             day         INTEGER,
             half_life   REAL,
             held        REAL NOT NULL,
             text_terms  INTEGER NOT NULL,
             pair_terms  INTEGER NOT NULL,
             title_terms INTEGER NOT NULL,
             name_terms  INTEGER NOT NULL,
             audience    TEXT[] NOT NULL,
             filed       TEXT[] NOT NULL,
             words       TSVECTOR NOT NULL,
             title       TEXT NOT NULL,
             summary     TEXT NOT NULL,
             body        TEXT NOT NULL
         ) WITH (toast_tuple_target = 256);
         CREATE UNIQUE INDEX {table}_key ON {table} (key)"
    ))
    .await
    .map(drop)
}

/// The indexes of a table that was filled.
pub(crate) async fn index(db: &impl ConnectionTrait, generation: i32) -> Result<(), DbErr> {
    let table = table(generation);
    db.execute_unprepared("SET LOCAL maintenance_work_mem = '256MB'").await?;
    for sql in [
        format!("CREATE UNIQUE INDEX {table}_doc ON {table} (doc)"),
        // Without a list of what is not sorted in yet, which every search would have to read.
        format!("CREATE INDEX {table}_words ON {table} USING gin (words) WITH (fastupdate = off)"),
        format!("ANALYZE {table} (key, doc, stamp, moment, day)"),
    ] {
        db.execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// Puts a table in the place of the one in use, which is dropped.
pub(crate) async fn take_over(
    db: &impl ConnectionTrait,
    before: Option<State>,
    generation: i32,
    sequence: i64,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO search_index_state (one, format, generation, sequence, seal)
         VALUES (1, $1, $2, $3, (random() * 9e18)::BIGINT)
         ON CONFLICT (one) DO UPDATE SET format = excluded.format, generation = excluded.generation,
             sequence = excluded.sequence, seal = excluded.seal",
        vec![FORMAT.into(), generation.into(), sequence.into()],
    )
    .await?;
    if let Some(before) = before.filter(|before| before.generation != generation) {
        db.execute_unprepared(&format!("DROP TABLE IF EXISTS {}", before.table())).await?;
    }
    Ok(())
}

/// Notes how far the cards were followed.
pub(crate) async fn reach(db: &impl ConnectionTrait, sequence: i64) -> Result<(), DbErr> {
    let sql = "UPDATE search_index_state SET sequence = $1 WHERE one = 1";
    run(db, sql, vec![sequence.into()]).await.map(drop)
}

/// Writes rows, each key once, over those with their keys.
pub(crate) async fn put(db: &impl ConnectionTrait, generation: i32, rows: Vec<Row>) -> Result<(), DbErr> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let (mut places, mut args): (Vec<String>, Args) = Default::default();
        for row in rows.by_ref().take(ROWS) {
            places.push(row.bind(&mut args));
        }
        let set: Vec<_> = COLUMNS.split(", ").skip(1).map(|c| format!("{c} = excluded.{c}")).collect();
        let sql = format!(
            "INSERT INTO {} ({COLUMNS}) VALUES {} ON CONFLICT (key) DO UPDATE SET {}",
            table(generation),
            places.join(", "),
            set.join(", ")
        );
        run(db, &sql, args).await?;
    }
    Ok(())
}

impl Row {
    /// Its values, and the places they have in the statement.
    fn bind(self, args: &mut Args) -> String {
        let [text, pairs, title, names] = self.lengths;
        let kinds = ["", "", "", "", "", "", "", "", "", "", "", "list", "list", "::tsvector", "", "", ""];
        let values: [Value; 17] = [
            self.key.into(),
            self.stamp.into(),
            self.tie.into(),
            self.moment.into(),
            self.day.into(),
            self.half_life.into(),
            self.held.into(),
            text.into(),
            pairs.into(),
            title.into(),
            names.into(),
            self.audience.into(),
            self.filed.into(),
            self.words.into(),
            self.title.into(),
            self.summary.into(),
            self.body.into(),
        ];
        let places = kinds.iter().zip(values).map(|(kind, value)| {
            args.push(value);
            let place = args.len();
            if *kind == "list" { list(place) } else { format!("${place}{kind}") }
        });
        format!("({})", places.collect::<Vec<_>>().join(", "))
    }
}

/// A list that travels as one text.
fn list(place: usize) -> String {
    format!("string_to_array(${place}, E'\\x1f')")
}

pub(crate) async fn remove(db: &impl ConnectionTrait, generation: i32, keys: &[String]) -> Result<(), DbErr> {
    if keys.is_empty() {
        return Ok(());
    }
    let sql = format!("DELETE FROM {} WHERE key = ANY({})", table(generation), list(1));
    run(db, &sql, vec![keys.join(BETWEEN).into()]).await.map(drop)
}

#[derive(FromQueryResult)]
pub(crate) struct Stamp {
    pub(crate) key: String,
    pub(crate) stamp: i64,
}

pub(crate) async fn all_stamps(db: &impl ConnectionTrait, state: State) -> Result<Vec<Stamp>, DbErr> {
    all(db, &format!("SELECT key, stamp FROM {}", state.table()), vec![]).await
}
