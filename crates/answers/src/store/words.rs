//! The words questions are found by.

use super::places;
use db::{ConnectionTrait, DbErr, FromQueryResult, Value, all, run};
use kernel::QuestionId;

pub(crate) async fn put(
    db: &impl ConnectionTrait,
    id: QuestionId,
    public: bool,
    words: &[String],
) -> Result<(), DbErr> {
    forget(db, id, public).await?;
    for some in words.chunks(200) {
        let rows: Vec<String> = (0..some.len()).map(|n| format!("(${}, $1, $2)", n + 3)).collect();
        let mut args: Vec<Value> = vec![id.into(), public.into()];
        args.extend(some.iter().map(|word| Value::from(word.as_str())));
        let sql = format!("INSERT INTO question_word (word, question, public) VALUES {}", rows.join(", "));
        run(db, &sql, args).await?;
    }
    Ok(())
}

pub(crate) async fn forget(db: &impl ConnectionTrait, id: QuestionId, public: bool) -> Result<(), DbErr> {
    let sql = "DELETE FROM question_word WHERE question = $1 AND public = $2";
    run(db, sql, vec![id.into(), public.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Scored {
    pub(crate) question: QuestionId,
    pub(crate) many: i64,
}

/// Public questions that share most of these words.
pub(crate) async fn similar(db: &impl ConnectionTrait, words: &[String]) -> Result<Vec<Scored>, DbErr> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT question, COUNT(*) AS many FROM question_word WHERE public = TRUE AND word IN ({})
         GROUP BY question ORDER BY COUNT(*) DESC, question DESC LIMIT 10",
        places(1, words.len())
    );
    all(db, &sql, words.iter().map(|word| Value::from(word.as_str())).collect()).await
}
