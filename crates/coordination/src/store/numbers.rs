//! Numbers of the year, one series a symbol: given once, without gaps.

use db::{ConnectionTrait, DbErr, one};

/// The next number of a series in a year. Its row stays locked until the wish is over.
pub(crate) async fn next(db: &impl ConnectionTrait, series: &str, year: i64) -> Result<i64, DbErr> {
    let sql = "INSERT INTO coordination_number (series, year, last) VALUES ($1, $2, 1)
        ON CONFLICT (series, year) DO UPDATE SET last = coordination_number.last + 1 RETURNING last";
    one(db, sql, vec![series.into(), year.into()]).await
}
