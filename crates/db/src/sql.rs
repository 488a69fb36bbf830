//! SQL as text with `$1` places: the same on both engines. Every `store.rs` speaks through these four words.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, TryGetableMany, Value};

/// The values for the `$1`, `$2` … of a statement.
pub type Args = Vec<Value>;

fn statement(db: &impl ConnectionTrait, sql: &str, args: Args) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, args)
}

/// All rows.
///
/// # Errors
/// Whatever the database says.
pub async fn all<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    args: Args,
) -> Result<Vec<T>, DbErr> {
    let rows = db.query_all_raw(statement(db, sql, args)).await?;
    rows.iter().map(|row| T::from_query_result(row, "")).collect()
}

/// The first row, if any.
///
/// # Errors
/// Whatever the database says.
pub async fn maybe<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    sql: &str,
    args: Args,
) -> Result<Option<T>, DbErr> {
    let row = db.query_one_raw(statement(db, sql, args)).await?;
    row.map(|row| T::from_query_result(&row, "")).transpose()
}

/// The one value of a row that is always there, such as a count.
///
/// # Errors
/// Whatever the database says; `RecordNotFound` when there was no row.
pub async fn one<T: sea_orm::TryGetable>(
    db: &impl ConnectionTrait,
    sql: &str,
    args: Args,
) -> Result<T, DbErr> {
    let row = db.query_one_raw(statement(db, sql, args)).await?;
    row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?.try_get_by_index(0)
}

pub(crate) async fn tuples<T: TryGetableMany>(
    db: &impl ConnectionTrait,
    sql: &str,
    args: Args,
) -> Result<Option<T>, DbErr> {
    let row = db.query_one_raw(statement(db, sql, args)).await?;
    row.map(|row| T::try_get_many_by_index(&row).map_err(Into::into)).transpose()
}

/// A change; answers how many rows it touched.
///
/// # Errors
/// Whatever the database says.
pub async fn run(db: &impl ConnectionTrait, sql: &str, args: Args) -> Result<u64, DbErr> {
    Ok(db.execute_raw(statement(db, sql, args)).await?.rows_affected())
}

/// `$n, $n+1 …` for so many values, beginning with the place `from`.
#[must_use]
pub fn places(from: usize, many: usize) -> String {
    (from..from + many).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Letters of a pattern: more than anybody types, less than either engine refuses (SQLite: 50,000 bytes).
const MOST_SOUGHT: usize = 500;

/// A pattern for LIKE … ESCAPE '!' that finds these words anywhere; of very long ones, their beginning.
#[must_use]
pub fn anywhere(words: &str) -> String {
    let end = words.char_indices().nth(MOST_SOUGHT).map_or(words.len(), |(at, _)| at);
    let shielded =
        words.get(..end).unwrap_or_default().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{shielded}%")
}

/// A count that is never negative.
#[must_use]
pub fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// A statement's condition that grows, with its values.
#[derive(Debug, Clone, Default)]
pub struct Where {
    words: Vec<String>,
    /// The values, in the order of their places.
    pub args: Args,
}

impl Where {
    /// The place of one more value.
    pub fn arg(&mut self, value: impl Into<Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    /// The places of several, in brackets; nothing is in an empty list.
    pub fn list<T: Into<Value> + Copy>(&mut self, values: &[T]) -> String {
        if values.is_empty() {
            return "(NULL)".to_owned();
        }
        let places: Vec<String> = values.iter().map(|value| self.arg(*value)).collect();
        format!("({})", places.join(", "))
    }

    /// One more thing that must hold.
    pub fn and(&mut self, words: impl Into<String>) {
        self.words.push(words.into());
    }

    /// The condition.
    #[must_use]
    pub fn text(&self) -> String {
        self.words.join(" AND ")
    }
}
