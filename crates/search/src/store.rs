//! The tables of this house: cards, the clock of their changes, what was missed, and searches people keep.

pub(crate) mod shared;
pub(crate) mod sought;

use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PersonId, SavedSearchId};

#[derive(Debug, FromQueryResult)]
pub(crate) struct CardRow {
    pub(crate) key: String,
    pub(crate) seq: i64,
    pub(crate) gone: bool,
    pub(crate) card: String,
}

#[derive(Debug, Clone, Copy, FromQueryResult)]
pub(crate) struct ClockRow {
    /// The last change.
    pub(crate) seq: i64,
    /// Indexes that have not come this far are to be made anew.
    pub(crate) rebuild: i64,
}

pub(crate) async fn clock(db: &impl ConnectionTrait) -> Result<ClockRow, DbErr> {
    let row = maybe(db, "SELECT seq, rebuild FROM search_clock WHERE one = 1", vec![]).await?;
    row.ok_or_else(|| DbErr::RecordNotFound("search_clock".into()))
}

/// The next number. Its row stays locked until the transaction ends, so numbers become visible in order.
async fn next(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(db, "UPDATE search_clock SET seq = seq + 1 WHERE one = 1 RETURNING seq", vec![]).await
}

/// Asks every node to make its index anew.
pub(crate) async fn ask_rebuild(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    run(db, "UPDATE search_clock SET seq = seq + 1, rebuild = seq + 1 WHERE one = 1", vec![]).await.map(drop)
}

pub(crate) async fn card_text(db: &impl ConnectionTrait, key: &str) -> Result<Option<String>, DbErr> {
    let sql = "SELECT key, seq, gone, card FROM search_card WHERE key = $1";
    let row: Option<CardRow> = maybe(db, sql, vec![key.into()]).await?;
    Ok(row.filter(|row| !row.gone).map(|row| row.card))
}

pub(crate) async fn put(db: &impl ConnectionTrait, key: &str, card: Option<&str>) -> Result<(), DbErr> {
    let seq = next(db).await?;
    run(
        db,
        "INSERT INTO search_card (key, seq, gone, card) VALUES ($1, $2, $3, $4)
         ON CONFLICT (key) DO UPDATE SET seq = excluded.seq, gone = excluded.gone, card = excluded.card",
        vec![key.into(), seq.into(), card.is_none().into(), card.unwrap_or_default().into()],
    )
    .await
    .map(drop)
}

/// Writes cards, each under a number of its own.
pub(crate) async fn put_all(db: &impl ConnectionTrait, cards: &[(&str, &str)]) -> Result<(), DbErr> {
    let many = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    if many == 0 {
        return Ok(());
    }
    let sql = "UPDATE search_clock SET seq = seq + $1 WHERE one = 1 RETURNING seq";
    let last: i64 = one(db, sql, vec![many.into()]).await?;
    let rows: Vec<String> = (0..cards.len())
        .map(|row| format!("(${}, ${}, FALSE, ${})", row * 3 + 1, row * 3 + 2, row * 3 + 3))
        .collect();
    let sql = format!(
        "INSERT INTO search_card (key, seq, gone, card) VALUES {}
         ON CONFLICT (key) DO UPDATE SET seq = excluded.seq, gone = excluded.gone, card = excluded.card",
        rows.join(", ")
    );
    let numbers = last - many + 1..;
    let args =
        cards.iter().zip(numbers).flat_map(|((key, card), seq)| [(*key).into(), seq.into(), (*card).into()]);
    run(db, &sql, args.collect()).await.map(drop)
}

/// Changes after a number, in order.
pub(crate) async fn since(db: &impl ConnectionTrait, seq: i64, most: u32) -> Result<Vec<CardRow>, DbErr> {
    let sql =
        format!("SELECT key, seq, gone, card FROM search_card WHERE seq > $1 ORDER BY seq LIMIT {most}");
    all(db, &sql, vec![seq.into()]).await
}

pub(crate) async fn cards(db: &impl ConnectionTrait, keys: &[&str]) -> Result<Vec<CardRow>, DbErr> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=keys.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT key, seq, gone, card FROM search_card WHERE NOT gone AND key IN ({})",
        places.join(", ")
    );
    let args: Args = keys.iter().map(|key| (*key).into()).collect();
    all(db, &sql, args).await
}

#[derive(FromQueryResult)]
pub(crate) struct StampRow {
    pub(crate) key: String,
    pub(crate) seq: i64,
}

/// Keys and numbers of what can be found, from a key on.
pub(crate) async fn stamps(
    db: &impl ConnectionTrait,
    after: &str,
    most: u32,
) -> Result<Vec<StampRow>, DbErr> {
    let sql =
        format!("SELECT key, seq FROM search_card WHERE NOT gone AND key > $1 ORDER BY key LIMIT {most}");
    all(db, &sql, vec![after.into()]).await
}

pub(crate) async fn missed(
    db: &impl ConnectionTrait,
    day: &str,
    place: &str,
    words: &str,
    count: i64,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO search_missed (day, place, words, count) VALUES ($1, $2, $3, $4)
         ON CONFLICT (day, place, words) DO UPDATE SET count = search_missed.count + excluded.count",
        vec![day.into(), place.into(), words.into(), count.into()],
    )
    .await
    .map(drop)
}

/// How many different words of a day are kept.
pub(crate) async fn missed_on(db: &impl ConnectionTrait, day: &str) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM search_missed WHERE day = $1", vec![day.into()]).await
}

/// Words sought and not found, with how often and when last.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MissedRow {
    pub(crate) words: String,
    pub(crate) count: i64,
    pub(crate) day: String,
}

pub(crate) async fn most_missed(
    db: &impl ConnectionTrait,
    from: &str,
    most: u32,
) -> Result<Vec<MissedRow>, DbErr> {
    // SUM is DECIMAL on one engine and INTEGER on the other.
    let sql = format!(
        "SELECT words, CAST(SUM(count) AS BIGINT) AS count, MAX(day) AS day FROM search_missed WHERE day >= $1
          GROUP BY words ORDER BY 2 DESC, words LIMIT {most}"
    );
    all(db, &sql, vec![from.into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SavedRow {
    pub(crate) id: SavedSearchId,
    pub(crate) name: String,
    pub(crate) asked: String,
    pub(crate) seen_at: Moment,
}

pub(crate) async fn saved(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<SavedRow>, DbErr> {
    let sql = "SELECT id, name, asked, seen_at FROM search_saved WHERE person = $1 ORDER BY name, id";
    all(db, sql, vec![person.into()]).await
}

pub(crate) async fn save(db: &impl ConnectionTrait, row: &SavedRow, person: PersonId) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO search_saved (id, person, name, asked, made_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)",
        vec![row.id.into(), person.into(), row.name.as_str().into(), row.asked.as_str().into(), row.seen_at.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn see(
    db: &impl ConnectionTrait,
    id: SavedSearchId,
    person: PersonId,
    at: Moment,
) -> Result<u64, DbErr> {
    let sql = "UPDATE search_saved SET seen_at = $3 WHERE id = $1 AND person = $2";
    run(db, sql, vec![id.into(), person.into(), at.into()]).await
}

pub(crate) async fn forget(
    db: &impl ConnectionTrait,
    id: SavedSearchId,
    person: PersonId,
) -> Result<u64, DbErr> {
    let sql = "DELETE FROM search_mailed WHERE search = $1 AND person = $2";
    run(db, sql, vec![id.into(), person.into()]).await?;
    run(db, "DELETE FROM search_saved WHERE id = $1 AND person = $2", vec![id.into(), person.into()]).await
}

/// Switches the letter for a search on, from a moment, or off.
pub(crate) async fn mail(
    db: &impl ConnectionTrait,
    id: SavedSearchId,
    person: PersonId,
    from: Option<Moment>,
) -> Result<(), DbErr> {
    run(db, "DELETE FROM search_mailed WHERE search = $1", vec![id.into()]).await?;
    if let Some(from) = from {
        let sql = "INSERT INTO search_mailed (search, person, told_at) VALUES ($1, $2, $3)";
        run(db, sql, vec![id.into(), person.into(), from.into()]).await?;
    }
    Ok(())
}

/// The searches of somebody that they are told of by mail, with when they last were.
pub(crate) async fn mailed(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(SavedRow, Moment)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: SavedSearchId,
        name: String,
        asked: String,
        seen_at: Moment,
        told_at: Moment,
    }
    let sql = "SELECT s.id, s.name, s.asked, s.seen_at, m.told_at FROM search_saved s
                 JOIN search_mailed m ON m.search = s.id WHERE s.person = $1 ORDER BY s.name, s.id";
    let rows: Vec<Row> = all(db, sql, vec![person.into()]).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let saved = SavedRow { id: row.id, name: row.name, asked: row.asked, seen_at: row.seen_at };
            (saved, row.told_at)
        })
        .collect())
}

/// Who is told by mail of any search.
pub(crate) async fn mailed_people(db: &impl ConnectionTrait) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person: PersonId,
    }
    let rows: Vec<Row> = all(db, "SELECT DISTINCT person FROM search_mailed", vec![]).await?;
    Ok(rows.into_iter().map(|row| row.person).collect())
}

/// Notes up to when somebody was told.
pub(crate) async fn note_told(db: &impl ConnectionTrait, person: PersonId, at: Moment) -> Result<(), DbErr> {
    run(db, "UPDATE search_mailed SET told_at = $2 WHERE person = $1", vec![person.into(), at.into()])
        .await
        .map(drop)
}

/// Takes a day's letters; false when somebody has.
pub(crate) async fn take_mail_day(db: &impl ConnectionTrait, day: &str) -> Result<bool, DbErr> {
    let sql = "INSERT INTO search_mail_day (day) VALUES ($1) ON CONFLICT DO NOTHING";
    Ok(run(db, sql, vec![day.into()]).await? > 0)
}
