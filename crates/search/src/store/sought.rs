//! What is asked of the index that lies in PostgreSQL.
//!
//! Which things match, and in how many there is a term, the inverted index (GIN) answers alone. It does not keep how
//! often a term stands in a text, and reading that out of a long row for each of many results is what makes
//! PostgreSQL's own ranking slow. So a term that stands there twice, four or eight times is indexed under further
//! names, and a score is a sum over lists the inverted index has.

use super::shared::{BETWEEN, State};
use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all};

/// What is asked: who, what, and which filters.
#[derive(Debug, Clone)]
pub(crate) struct Sought {
    /// Tokens of who asks, joined.
    pub(crate) held: String,
    /// What matches, in the language of `tsquery`; nothing for everything.
    pub(crate) matching: Option<String>,
    /// What does not although it matches.
    pub(crate) without: Option<String>,
    /// The first and the last day.
    pub(crate) days: (Option<i32>, Option<i32>),
    /// Values of each facet that is chosen, as `kind=story`, joined.
    pub(crate) filters: Vec<(&'static str, String)>,
}

/// One list the inverted index has, and what a thing on it gains.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gain {
    /// In the language of `tsquery`.
    pub(crate) term: String,
    /// The column that holds the length it is weighed by; nothing for none.
    pub(crate) length: Option<&'static str>,
    /// The weight, the frequency from which on it counts, and the one before, for which it counts already.
    pub(crate) weight: f64,
    pub(crate) often: f64,
    pub(crate) before: f64,
    /// `k1 (1 - b)` and `k1 b / average length` of BM25.
    pub(crate) flat: f64,
    pub(crate) steep: f64,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Ranking {
    /// By score; the day ages are counted from, and what the newest has over the oldest.
    Best { today: Option<i32>, fresh: f64 },
    /// By moment.
    Newest,
}

/// Which part of the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    pub(crate) size: i64,
    /// The last key before it, and how many came before it, should that one be gone.
    pub(crate) after: Option<(String, i64)>,
}

#[derive(FromQueryResult)]
struct Key {
    key: String,
}

#[derive(FromQueryResult)]
pub(crate) struct Line {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: String,
}

#[derive(FromQueryResult)]
pub(crate) struct Counted {
    /// `kind=story`; empty for the sum.
    pub(crate) value: String,
    pub(crate) count: i64,
}

#[derive(FromQueryResult)]
struct Numbered {
    n: i64,
    count: i64,
}

/// Number of things, and how long texts, pairs, titles and names are on average.
#[derive(Debug, Clone, Copy, Default, FromQueryResult)]
pub(crate) struct Sizes {
    pub(crate) docs: i64,
    pub(crate) text: f64,
    pub(crate) pairs: f64,
    pub(crate) title: f64,
    pub(crate) names: f64,
}

/// For the transaction of one search. Going through all rows is never right, for it would read every text, nor is a join
/// row by row: how many rows a query of many terms has, PostgreSQL only guesses.
pub(crate) async fn prepare(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared(
        "SET LOCAL enable_seqscan = off; SET LOCAL enable_nestloop = off; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '32MB'; \
         SET LOCAL statement_timeout = '20s'",
    )
    .await
    .map(drop)
}

/// Builds a statement with its values.
struct Text {
    args: Args,
}

impl Text {
    fn put(&mut self, value: impl Into<db::Value>) -> String {
        self.args.push(value.into());
        format!("${}", self.args.len())
    }

    fn list(&mut self, joined: &str) -> String {
        format!("string_to_array({}, E'\\x1f')", self.put(joined))
    }

    /// What is visible, matches and lies on the days. `t` is the table.
    fn conditions(&mut self, table: &str, sought: &Sought) -> String {
        let mut all = vec![format!("t.audience && {}", self.list(&sought.held))];
        if let Some(matching) = &sought.matching {
            all.push(format!("t.words @@ {}::tsquery", self.put(matching.as_str())));
        }
        if let Some(without) = &sought.without {
            let place = self.put(without.as_str());
            all.push(format!("t.doc NOT IN (SELECT doc FROM {table} WHERE words @@ {place}::tsquery)"));
        }
        if let Some(from) = sought.days.0 {
            all.push(format!("t.day >= {}", self.put(from)));
        }
        if let Some(to) = sought.days.1 {
            all.push(format!("t.day <= {}", self.put(to)));
        }
        all.join(" AND ")
    }

    fn filters(&mut self, sought: &Sought) -> String {
        let each = sought.filters.iter().map(|(_, values)| format!(" AND t.filed && {}", self.list(values)));
        each.collect()
    }
}

/// How many there are, and how many of each value of the facets.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    state: State,
    sought: &Sought,
    facets: &[&'static str],
) -> Result<Vec<Counted>, DbErr> {
    let (mut text, table) = (Text { args: Args::new() }, state.table());
    let conditions = text.conditions(&table, sought);
    let met: Vec<String> = sought
        .filters
        .iter()
        .enumerate()
        .map(|(n, (_, values))| format!(", t.filed && {} AS met{n}", text.list(values)))
        .collect();
    // The filter of a facet does not narrow its own counts.
    let but = |facet: &str| -> String {
        let others = sought.filters.iter().enumerate().filter(|(_, (name, _))| *name != facet);
        others.map(|(n, _)| format!(" AND met{n}")).collect()
    };
    let mut sql = format!(
        "WITH hits AS MATERIALIZED (SELECT t.filed{} FROM {table} t WHERE {conditions})
         SELECT '' AS value, COUNT(*) AS count FROM hits WHERE TRUE{}",
        met.concat(),
        but("")
    );
    for facet in facets {
        sql += &format!(
            " UNION ALL SELECT value, COUNT(*) FROM hits, unnest(filed) value
              WHERE starts_with(value, '{facet}='){} GROUP BY value",
            but(facet)
        );
    }
    all(db, &sql, text.args).await
}

/// Keys of one stretch of what matches.
pub(crate) async fn page(
    db: &impl ConnectionTrait,
    state: State,
    sought: &Sought,
    gains: &[Gain],
    ranking: Ranking,
    stretch: &Stretch,
) -> Result<Vec<String>, DbErr> {
    let (mut text, table) = (Text { args: Args::new() }, state.table());
    let worth = match ranking {
        Ranking::Newest => format!("COALESCE(t.moment, {})", i64::MIN),
        Ranking::Best { .. } if gains.is_empty() => aged("0", ranking, &mut text),
        // As fine as sums in any order agree: what is equally good stays equal.
        Ranking::Best { .. } => aged("COALESCE(scores.score, 0)::REAL", ranking, &mut text),
    };
    let scores = if gains.is_empty() || ranking == Ranking::Newest {
        String::new()
    } else {
        let arms: Vec<String> = gains.iter().map(|gain| arm(&table, gain, &mut text)).collect();
        format!(
            "scores AS (SELECT doc, SUM(gain) AS score FROM ({}) arms GROUP BY doc), ",
            arms.join(" UNION ALL ")
        )
    };
    let join = if scores.is_empty() { "" } else { "LEFT JOIN scores ON scores.doc = t.doc" };
    let conditions = text.conditions(&table, sought);
    let filters = text.filters(sought);
    let size = text.put(stretch.size);
    let (last, from) = match &stretch.after {
        None => (String::new(), String::new()),
        Some((key, before)) => {
            let (key, before) = (text.put(key.as_str()), text.put(*before));
            (
                format!(", last AS (SELECT worth, tie FROM ranked WHERE key = {key})"),
                // The last thing of the page before is gone: count instead.
                format!(
                    " WHERE NOT EXISTS (SELECT 1 FROM last) OR (worth, tie) < (SELECT worth, tie FROM last)
                      ORDER BY worth DESC, tie DESC
                      OFFSET CASE WHEN EXISTS (SELECT 1 FROM last) THEN 0 ELSE {before} END"
                ),
            )
        }
    };
    let from = if from.is_empty() { " ORDER BY worth DESC, tie DESC".to_owned() } else { from };
    let sql = format!(
        "WITH {scores}ranked AS (SELECT t.key, t.tie, {worth} AS worth FROM {table} t {join}
              WHERE {conditions}{filters}){last}
         SELECT key FROM ranked{from} LIMIT {size}"
    );
    Ok(all::<Key>(db, &sql, text.args).await?.into_iter().map(|row| row.key).collect())
}

/// Texts of things, in no order.
pub(crate) async fn texts(
    db: &impl ConnectionTrait,
    state: State,
    keys: &[String],
) -> Result<Vec<Line>, DbErr> {
    let mut text = Text { args: Args::new() };
    let list = text.list(&keys.join(BETWEEN));
    let sql = format!("SELECT key, title, summary, body FROM {} WHERE key = ANY({list})", state.table());
    all(db, &sql, text.args).await
}

/// A score, less what age and rank of the thing take off.
fn aged(score: &str, ranking: Ranking, text: &mut Text) -> String {
    let Ranking::Best { today: Some(today), fresh } = ranking else { return format!("({score}) * t.held") };
    let (today, fresh) = (text.put(today), text.put(fresh));
    format!(
        "({score}) * t.held * CASE WHEN t.half_life IS NULL OR t.day IS NULL THEN 1 ELSE
             1 - {fresh} * (1 - power(0.5::FLOAT8, GREATEST({today} - t.day, 0) / t.half_life)) END"
    )
}

fn arm(table: &str, gain: &Gain, text: &mut Text) -> String {
    let term = text.put(gain.term.as_str());
    let weight = text.put(gain.weight);
    let worth = match gain.length {
        None => format!("{weight}::FLOAT8"),
        Some(length) => {
            let (flat, steep) = (text.put(gain.flat), text.put(gain.steep));
            let share = |often: f64| format!("{often:?} / ({often:?} + {flat} + {steep} * {length})");
            if gain.before > 0.0 {
                format!("{weight} * ({} - {})", share(gain.often), share(gain.before))
            } else {
                format!("{weight} * ({})", share(gain.often))
            }
        }
    };
    format!("SELECT doc, {worth} AS gain FROM {table} WHERE words @@ {term}::tsquery")
}

/// In how many things each query holds, visible to who holds the tokens, counted up to `most`.
pub(crate) async fn seen(
    db: &impl ConnectionTrait,
    state: State,
    held: Option<&str>,
    queries: &[String],
    most: Option<u64>,
) -> Result<Vec<u64>, DbErr> {
    if queries.is_empty() {
        return Ok(Vec::new());
    }
    let mut text = Text { args: Args::new() };
    let list = text.list(&queries.join(BETWEEN));
    let visible = held.map(|held| format!(" AND t.audience && {}", text.list(held))).unwrap_or_default();
    let limit = most.map(|most| format!(" LIMIT {most}")).unwrap_or_default();
    let sql = format!(
        "SELECT asked.n, (SELECT COUNT(*) FROM (SELECT 1 FROM {} t WHERE t.words @@ asked.q::tsquery{visible}{limit}) x)
                AS count
         FROM unnest({list}) WITH ORDINALITY AS asked (q, n)",
        state.table()
    );
    let mut counts = vec![0; queries.len()];
    for row in all::<Numbered>(db, &sql, text.args).await? {
        if let Some(slot) = usize::try_from(row.n - 1).ok().and_then(|n| counts.get_mut(n)) {
            *slot = u64::try_from(row.count).unwrap_or(0);
        }
    }
    Ok(counts)
}

/// How large everything is.
pub(crate) async fn sizes(db: &impl ConnectionTrait, state: State) -> Result<Sizes, DbErr> {
    let sql = format!(
        "SELECT COUNT(*) AS docs, COALESCE(AVG(text_terms), 0)::FLOAT8 AS text,
                COALESCE(AVG(pair_terms), 0)::FLOAT8 AS pairs, COALESCE(AVG(title_terms), 0)::FLOAT8 AS title,
                COALESCE(AVG(name_terms), 0)::FLOAT8 AS names FROM {}",
        state.table()
    );
    db::maybe(db, &sql, vec![]).await.map(Option::unwrap_or_default)
}
