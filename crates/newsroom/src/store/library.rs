//! `library_item`, `library_edit` and `asset_use`.

use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, anywhere, maybe, one, places, run};
use kernel::{AssetId, Day, Moment, PersonId, StoryId, UnitId};

/// A picture of the library as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct ItemRow {
    pub(crate) asset: AssetId,
    pub(crate) unit: UnitId,
    pub(crate) version: i32,
    pub(crate) words: String,
    pub(crate) added_at: Moment,
    pub(crate) added_by: Option<PersonId>,
    pub(crate) withdrawn_at: Option<Moment>,
    pub(crate) withdrawn_by: Option<PersonId>,
    pub(crate) reason: String,
    pub(crate) for_press_at: Option<Moment>,
}

const ITEM: &str = "i.asset, i.unit, i.version, i.words, i.added_at, i.added_by, i.withdrawn_at, i.withdrawn_by, i.reason, \
                    i.for_press_at";

pub(crate) async fn item(db: &impl ConnectionTrait, asset: AssetId) -> Result<Option<ItemRow>, DbErr> {
    maybe(db, &format!("SELECT {ITEM} FROM library_item i WHERE i.asset = $1"), vec![asset.into()]).await
}

/// A wording as it is to be kept.
pub(crate) struct ItemEdit<'a> {
    pub(crate) asset: AssetId,
    pub(crate) version: i32,
    pub(crate) words: &'a str,
    pub(crate) folded: &'a str,
    pub(crate) until: &'a str,
    pub(crate) at: Moment,
    pub(crate) by: Option<PersonId>,
}

/// Puts a picture in; `false` where it is there already.
pub(crate) async fn insert_item(
    db: &impl ConnectionTrait,
    unit: UnitId,
    edit: &ItemEdit<'_>,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO library_item (asset, unit, version, words, folded, until_day, added_at, added_by, reason)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '') ON CONFLICT (asset) DO NOTHING";
    let args = vec![
        edit.asset.into(),
        unit.into(),
        edit.version.into(),
        edit.words.into(),
        edit.folded.into(),
        edit.until.into(),
        edit.at.into(),
        edit.by.into(),
    ];
    let is_new = run(db, sql, args).await? > 0;
    if is_new {
        keep_edit(db, edit).await?;
    }
    Ok(is_new)
}

async fn keep_edit(db: &impl ConnectionTrait, edit: &ItemEdit<'_>) -> Result<(), DbErr> {
    let sql = "INSERT INTO library_edit (asset, version, words, at, person) VALUES ($1, $2, $3, $4, $5)";
    let args =
        vec![edit.asset.into(), edit.version.into(), edit.words.into(), edit.at.into(), edit.by.into()];
    run(db, sql, args).await.map(drop)
}

/// Says other words of it; `false` where somebody said others meanwhile.
pub(crate) async fn describe_item(db: &impl ConnectionTrait, edit: &ItemEdit<'_>) -> Result<bool, DbErr> {
    let sql = "UPDATE library_item SET version = $2, words = $3, folded = $4, until_day = $5
                WHERE asset = $1 AND version = $6";
    let args = vec![
        edit.asset.into(),
        edit.version.into(),
        edit.words.into(),
        edit.folded.into(),
        edit.until.into(),
        (edit.version - 1).into(),
    ];
    let done = run(db, sql, args).await? > 0;
    if done {
        keep_edit(db, edit).await?;
    }
    Ok(done)
}

/// Takes it out, or with no moment offers it again.
pub(crate) async fn withdraw_item(
    db: &impl ConnectionTrait,
    asset: AssetId,
    at: Option<Moment>,
    by: Option<PersonId>,
    reason: &str,
) -> Result<(), DbErr> {
    let sql = "UPDATE library_item SET withdrawn_at = $2, withdrawn_by = $3, reason = $4 WHERE asset = $1";
    run(db, sql, vec![asset.into(), at.into(), by.into(), reason.into()]).await.map(drop)
}

/// Lets the press take it from a moment on, or with none no more.
pub(crate) async fn set_for_press(
    db: &impl ConnectionTrait,
    asset: AssetId,
    at: Option<Moment>,
) -> Result<(), DbErr> {
    let sql = "UPDATE library_item SET for_press_at = $2 WHERE asset = $1";
    run(db, sql, vec![asset.into(), at.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct EditRow {
    pub(crate) words: String,
    pub(crate) at: Moment,
    pub(crate) person: Option<PersonId>,
}

/// Every wording it had, the newest first.
pub(crate) async fn edits(db: &impl ConnectionTrait, asset: AssetId) -> Result<Vec<EditRow>, DbErr> {
    let sql = "SELECT words, at, person FROM library_edit WHERE asset = $1 ORDER BY version DESC LIMIT 100";
    all(db, sql, vec![asset.into()]).await
}

/// What the library was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// Folded.
    pub(crate) words: Vec<String>,
    pub(crate) unit: Option<UnitId>,
    /// Put in from this moment and before that one.
    pub(crate) within: Option<(Moment, Moment)>,
    /// `open` (may be used), `press` (and the press may take it), `ends`, `ended`, `withdrawn`, or nothing: all that is offered.
    pub(crate) state: String,
    pub(crate) today: String,
    pub(crate) soon: String,
}

fn condition(wanted: &Wanted) -> (String, Args) {
    let mut args: Args = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let place = |args: &mut Args, value: db::Value| {
        args.push(value);
        format!("${}", args.len())
    };
    words.push(
        if wanted.state == "withdrawn" { "i.withdrawn_at IS NOT NULL" } else { "i.withdrawn_at IS NULL" }
            .into(),
    );
    match wanted.state.as_str() {
        "open" | "press" => {
            let today = place(&mut args, wanted.today.as_str().into());
            words.push(format!("(i.until_day = '' OR i.until_day >= {today})"));
            if wanted.state == "press" {
                words.push("i.for_press_at IS NOT NULL".into());
            }
        }
        "ends" => {
            let today = place(&mut args, wanted.today.as_str().into());
            let soon = place(&mut args, wanted.soon.as_str().into());
            words.push(format!("i.until_day <> '' AND i.until_day >= {today} AND i.until_day <= {soon}"));
        }
        "ended" => {
            let today = place(&mut args, wanted.today.as_str().into());
            words.push(format!("i.until_day <> '' AND i.until_day < {today}"));
        }
        _ => {}
    }
    if let Some(unit) = wanted.unit {
        let unit = place(&mut args, unit.into());
        words.push(format!("i.unit = {unit}"));
    }
    if let Some((from, before)) = wanted.within {
        let (from, before) = (place(&mut args, from.into()), place(&mut args, before.into()));
        words.push(format!("i.added_at >= {from} AND i.added_at < {before}"));
    }
    for word in &wanted.words {
        let word = place(&mut args, anywhere(word).into());
        words.push(format!("i.folded LIKE {word} ESCAPE '!'"));
    }
    (words.join(" AND "), args)
}

/// A page of the library, the newest first.
pub(crate) async fn items(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    (number, size): (u32, u32),
) -> Result<Vec<ItemRow>, DbErr> {
    let (when, args) = condition(wanted);
    let skip = u64::from(number.saturating_sub(1)) * u64::from(size);
    let sql = format!(
        "SELECT {ITEM} FROM library_item i WHERE {when} ORDER BY i.added_at DESC, i.asset DESC LIMIT {size} OFFSET {skip}"
    );
    all(db, &sql, args).await
}

pub(crate) async fn count_items(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<u64, DbErr> {
    let (when, args) = condition(wanted);
    let many: i64 = one(db, &format!("SELECT COUNT(*) FROM library_item i WHERE {when}"), args).await?;
    Ok(u64::try_from(many).unwrap_or(0))
}

/// When the first and the last picture was put in.
pub(crate) async fn added_between(db: &impl ConnectionTrait) -> Result<Option<(Moment, Moment)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Ends {
        first: Option<Moment>,
        last: Option<Moment>,
    }
    let sql = "SELECT MIN(added_at) AS first, MAX(added_at) AS last FROM library_item";
    let ends: Option<Ends> = maybe(db, sql, Vec::new()).await?;
    Ok(ends.and_then(|ends| ends.first.zip(ends.last)))
}

/// Notes that a story shows pictures.
pub(crate) async fn note_use(
    db: &impl ConnectionTrait,
    story: StoryId,
    assets: &[AssetId],
) -> Result<(), DbErr> {
    for asset in assets {
        let sql =
            "INSERT INTO asset_use (asset, story) VALUES ($1, $2) ON CONFLICT (asset, story) DO NOTHING";
        run(db, sql, vec![(*asset).into(), story.into()]).await?;
    }
    Ok(())
}

/// The stories that show it or showed it, the newest first.
pub(crate) async fn uses(db: &impl ConnectionTrait, asset: AssetId) -> Result<Vec<StoryId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Use {
        story: StoryId,
    }
    let sql = "SELECT story FROM asset_use WHERE asset = $1 ORDER BY story DESC LIMIT 500";
    let found: Vec<Use> = all(db, sql, vec![asset.into()]).await?;
    Ok(found.into_iter().map(|one| one.story).collect())
}

/// Every picture of the library.
pub(crate) async fn every_item(db: &impl ConnectionTrait) -> Result<Vec<AssetId>, DbErr> {
    #[derive(FromQueryResult)]
    struct One {
        asset: AssetId,
    }
    let found: Vec<One> = all(db, "SELECT asset FROM library_item", Vec::new()).await?;
    Ok(found.into_iter().map(|one| one.asset).collect())
}

/// Which of these fit a condition on their item; `$1` is `first`.
async fn of_these(
    db: &impl ConnectionTrait,
    assets: &[AssetId],
    condition: &str,
    first: db::Value,
) -> Result<Vec<AssetId>, DbErr> {
    #[derive(FromQueryResult)]
    struct One {
        asset: AssetId,
    }
    let mut found: Vec<AssetId> = Vec::new();
    for some in assets.chunks(super::assets::AT_ONCE) {
        let sql = format!(
            "SELECT asset FROM library_item WHERE {condition} AND asset IN ({})",
            places(2, some.len())
        );
        let args = std::iter::once(first.clone()).chain(some.iter().map(|asset| (*asset).into())).collect();
        let rows: Vec<One> = all(db, &sql, args).await?;
        found.extend(rows.into_iter().map(|row| row.asset));
    }
    Ok(found)
}

/// Which of these are or were in the library.
pub(crate) async fn in_library(db: &impl ConnectionTrait, assets: &[AssetId]) -> Result<Vec<AssetId>, DbErr> {
    of_these(db, assets, "version >= $1", 1.into()).await
}

/// Which of these the library no longer offers on a day: taken out, or the right to use them has ended.
pub(crate) async fn spent(
    db: &impl ConnectionTrait,
    assets: &[AssetId],
    today: Day,
) -> Result<Vec<AssetId>, DbErr> {
    let ended = "(withdrawn_at IS NOT NULL OR (until_day <> '' AND until_day < $1))";
    of_these(db, assets, ended, today.to_string().into()).await
}
