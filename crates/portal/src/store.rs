//! The tables of this house. Nobody else reads or writes them.

use db::{Args, ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{Moment, PostingId, SectionId, SiteId, StoryId};
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SiteRow {
    pub(crate) id: SiteId,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) over: String,
    pub(crate) motto: String,
    pub(crate) host: String,
    pub(crate) prefix: String,
    pub(crate) theme: String,
    pub(crate) light: bool,
    pub(crate) language: String,
    pub(crate) parent: Option<SiteId>,
    pub(crate) place: String,
    pub(crate) address: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) in_charge: String,
    pub(crate) position: i32,
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct SectionRow {
    pub(crate) id: SectionId,
    pub(crate) site: SiteId,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) position: i32,
    pub(crate) cadence_days: i32,
    pub(crate) live: i64,
}

/// A posting as stored.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PostingRow {
    pub(crate) id: PostingId,
    pub(crate) story: StoryId,
    pub(crate) site: SiteId,
    pub(crate) section: SectionId,
    pub(crate) number: i64,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: String,
    pub(crate) lead_src: String,
    pub(crate) genre: String,
    pub(crate) byline: String,
    pub(crate) unit: String,
    pub(crate) source_name: String,
    pub(crate) source_url: String,
    pub(crate) state: String,
    pub(crate) state_at: Moment,
    pub(crate) state_reason: String,
    pub(crate) replaced_by: Option<StoryId>,
    pub(crate) published_at: Moment,
    pub(crate) day: String,
    pub(crate) taken_over_at: Option<Moment>,
    pub(crate) updated_at: Option<Moment>,
}

const POSTING: &str = "id, story, site, section, number, slug, title, summary, body, lead_src, genre, byline, unit, \
    source_name, source_url, state, state_at, state_reason, replaced_by, published_at, day, taken_over_at, updated_at";

/// A posting in a list.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct LineRow {
    pub(crate) id: PostingId,
    pub(crate) section: SectionId,
    pub(crate) number: i64,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) lead_src: String,
    pub(crate) published_at: Moment,
    pub(crate) updated_at: Option<Moment>,
    pub(crate) byline: String,
}

const LINE: &str = "p.id, p.section, p.number, p.slug, p.title, p.summary, p.lead_src, p.published_at, p.updated_at, p.byline";

pub(crate) async fn sites(db: &impl ConnectionTrait) -> Result<Vec<SiteRow>, DbErr> {
    all(
        db,
        "SELECT id, slug, name, over, motto, host, prefix, theme, light, language, parent, place, address, phone,
                email, in_charge, position FROM site ORDER BY position, slug",
        vec![],
    )
    .await
}

pub(crate) async fn insert_site(db: &impl ConnectionTrait, row: SiteRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO site (id, slug, name, over, motto, host, prefix, theme, light, language, parent, place, address,
                           phone, email, in_charge, position, last_number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0)",
        vec![
            row.id.into(),
            row.slug.into(),
            row.name.into(),
            row.over.into(),
            row.motto.into(),
            row.host.into(),
            row.prefix.into(),
            row.theme.into(),
            row.light.into(),
            row.language.into(),
            row.parent.into(),
            row.place.into(),
            row.address.into(),
            row.phone.into(),
            row.email.into(),
            row.in_charge.into(),
            row.position.into(),
        ],
    )
    .await
    .map(drop)
}

pub(crate) async fn sections(db: &impl ConnectionTrait) -> Result<Vec<SectionRow>, DbErr> {
    all(
        db,
        "SELECT id, site, slug, name, about, position, cadence_days, live FROM section ORDER BY position, slug",
        vec![],
    )
    .await
}

pub(crate) async fn insert_section(db: &impl ConnectionTrait, row: SectionRow) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO section (id, site, slug, name, about, position, cadence_days, live)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        vec![
            row.id.into(),
            row.site.into(),
            row.slug.into(),
            row.name.into(),
            row.about.into(),
            row.position.into(),
            row.cadence_days.into(),
            row.live.into(),
        ],
    )
    .await
    .map(drop)
}

/// The next number of a site; the row lock keeps two publications from taking the same.
pub(crate) async fn next_number(db: &impl ConnectionTrait, site: SiteId) -> Result<i64, DbErr> {
    one(
        db,
        "UPDATE site SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number",
        vec![site.into()],
    )
    .await
}

pub(crate) async fn insert_posting(db: &impl ConnectionTrait, row: &PostingRow) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO posting ({POSTING}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)"
    );
    run(db, &sql, posting_args(row)).await.map(drop)
}

pub(crate) async fn save_posting(db: &impl ConnectionTrait, row: &PostingRow) -> Result<(), DbErr> {
    run(
        db,
        "UPDATE posting SET story = $2, site = $3, section = $4, number = $5, slug = $6, title = $7, summary = $8,
                body = $9, lead_src = $10, genre = $11, byline = $12, unit = $13, source_name = $14,
                source_url = $15, state = $16, state_at = $17, state_reason = $18, replaced_by = $19,
                published_at = $20, day = $21, taken_over_at = $22, updated_at = $23
          WHERE id = $1",
        posting_args(row),
    )
    .await
    .map(drop)
}

fn posting_args(row: &PostingRow) -> Args {
    vec![
        row.id.into(),
        row.story.into(),
        row.site.into(),
        row.section.into(),
        row.number.into(),
        row.slug.as_str().into(),
        row.title.as_str().into(),
        row.summary.as_str().into(),
        row.body.as_str().into(),
        row.lead_src.as_str().into(),
        row.genre.as_str().into(),
        row.byline.as_str().into(),
        row.unit.as_str().into(),
        row.source_name.as_str().into(),
        row.source_url.as_str().into(),
        row.state.as_str().into(),
        row.state_at.into(),
        row.state_reason.as_str().into(),
        row.replaced_by.into(),
        row.published_at.into(),
        row.day.as_str().into(),
        row.taken_over_at.into(),
        row.updated_at.into(),
    ]
}

/// Sets only how a posting stands.
pub(crate) async fn set_state(
    db: &impl ConnectionTrait,
    id: PostingId,
    state: &str,
    at: Moment,
    reason: &str,
    replaced_by: Option<StoryId>,
) -> Result<(), DbErr> {
    run(
        db,
        "UPDATE posting SET state = $2, state_at = $3, state_reason = $4, replaced_by = $5 WHERE id = $1",
        vec![id.into(), state.into(), at.into(), reason.into(), replaced_by.into()],
    )
    .await
    .map(drop)
}

pub(crate) async fn set_pictures(
    db: &impl ConnectionTrait,
    id: PostingId,
    shas: &[String],
) -> Result<(), DbErr> {
    run(db, "DELETE FROM posting_picture WHERE posting = $1", vec![id.into()]).await?;
    for sha in shas {
        run(
            db,
            "INSERT INTO posting_picture (posting, sha256) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            vec![id.into(), sha.as_str().into()],
        )
        .await?;
    }
    Ok(())
}

/// Whether a live posting of any site shows this picture.
pub(crate) async fn picture_is_public(db: &impl ConnectionTrait, sha: &str) -> Result<bool, DbErr> {
    let shown: i64 = one(
        db,
        "SELECT COUNT(*) FROM (SELECT 1 FROM posting_picture x JOIN posting p ON p.id = x.posting
          WHERE x.sha256 = $1 AND p.state = 'live' LIMIT 1) shown",
        vec![sha.into()],
    )
    .await?;
    Ok(shown > 0)
}

/// Adds to the number of live stories of a section: counting them anew each time would cost as much as there are.
pub(crate) async fn add_live(db: &impl ConnectionTrait, section: SectionId, by: i64) -> Result<(), DbErr> {
    if by == 0 {
        return Ok(());
    }
    run(db, "UPDATE section SET live = live + $2 WHERE id = $1", vec![section.into(), by.into()])
        .await
        .map(drop)
}

/// Sections whose number of live stories is not what it should be, for `doctor`.
pub(crate) async fn miscounted(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    one(
        db,
        "SELECT COUNT(*) FROM section s WHERE s.live <>
            (SELECT COUNT(*) FROM posting p WHERE p.section = s.id AND p.state = 'live')",
        vec![],
    )
    .await
}

pub(crate) async fn postings_of(db: &impl ConnectionTrait, story: StoryId) -> Result<Vec<PostingRow>, DbErr> {
    all(db, &format!("SELECT {POSTING} FROM posting WHERE story = $1 ORDER BY site"), vec![story.into()])
        .await
}

pub(crate) async fn posting(
    db: &impl ConnectionTrait,
    site: SiteId,
    number: i64,
) -> Result<Option<PostingRow>, DbErr> {
    maybe(
        db,
        &format!("SELECT {POSTING} FROM posting WHERE site = $1 AND number = $2"),
        vec![site.into(), number.into()],
    )
    .await
}

pub(crate) async fn newest(
    db: &impl ConnectionTrait,
    site: SiteId,
    section: Option<SectionId>,
    most: u32,
    offset: i64,
) -> Result<Vec<LineRow>, DbErr> {
    let (column, id): (&str, Uuid) = match section {
        Some(section) => ("section", section.0),
        None => ("site", site.0),
    };
    let sql = format!(
        "SELECT {LINE} FROM posting p WHERE p.{column} = $1 AND p.state = 'live'
          ORDER BY p.published_at DESC, p.number DESC LIMIT {most} OFFSET {offset}"
    );
    all(db, &sql, vec![id.into()]).await
}

/// Which side of a posting to look at.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Newer,
    Older,
}

/// The next live posting of the same section on one side: stable by (published_at, number) (S142).
pub(crate) async fn neighbour(
    db: &impl ConnectionTrait,
    row: &PostingRow,
    side: Side,
) -> Result<Option<LineRow>, DbErr> {
    let (sign, order) = match side {
        Side::Newer => (">", "ASC"),
        Side::Older => ("<", "DESC"),
    };
    let sql = format!(
        "SELECT {LINE} FROM posting p WHERE p.section = $1 AND p.state = 'live'
            AND (p.published_at {sign} $2 OR (p.published_at = $2 AND p.number {sign} $3))
          ORDER BY p.published_at {order}, p.number {order} LIMIT 1"
    );
    maybe(db, &sql, vec![row.section.into(), row.published_at.into(), row.number.into()]).await
}

pub(crate) async fn of_day(
    db: &impl ConnectionTrait,
    site: SiteId,
    day: &str,
) -> Result<Vec<LineRow>, DbErr> {
    let sql = format!(
        "SELECT {LINE} FROM posting p WHERE p.site = $1 AND p.state = 'live' AND p.day = $2
          ORDER BY p.published_at DESC, p.number DESC LIMIT 500"
    );
    all(db, &sql, vec![site.into(), day.into()]).await
}

#[derive(Debug, FromQueryResult)]
pub(crate) struct DayRow {
    pub(crate) day: String,
    pub(crate) count: i64,
}

/// How many stories each day from `first` to `last` has.
pub(crate) async fn days(
    db: &impl ConnectionTrait,
    site: SiteId,
    first: &str,
    last: &str,
) -> Result<Vec<DayRow>, DbErr> {
    all(
        db,
        "SELECT day, COUNT(*) AS count FROM posting
          WHERE site = $1 AND state = 'live' AND day >= $2 AND day <= $3 GROUP BY day ORDER BY day",
        vec![site.into(), first.into(), last.into()],
    )
    .await
}

/// The last day before, or the first after, on which something was published.
pub(crate) async fn day_beyond(
    db: &impl ConnectionTrait,
    site: SiteId,
    day: &str,
    side: Side,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Found {
        day: Option<String>,
    }
    let (what, sign) = match side {
        Side::Newer => ("MIN(day)", ">"),
        Side::Older => ("MAX(day)", "<"),
    };
    let sql =
        format!("SELECT {what} AS day FROM posting WHERE site = $1 AND state = 'live' AND day {sign} $2");
    let found: Option<Found> = maybe(db, &sql, vec![site.into(), day.into()]).await?;
    Ok(found.and_then(|found| found.day))
}

/// Those of some postings of a site that are live.
pub(crate) async fn live_lines(
    db: &impl ConnectionTrait,
    site: SiteId,
    ids: &[PostingId],
) -> Result<Vec<LineRow>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut args: Args = vec![site.into()];
    let mut places = Vec::new();
    for id in ids {
        args.push((*id).into());
        places.push(format!("${}", args.len()));
    }
    let sql = format!(
        "SELECT {LINE} FROM posting p WHERE p.site = $1 AND p.state = 'live' AND p.id IN ({})",
        places.join(", ")
    );
    all(db, &sql, args).await
}

pub(crate) async fn insert_correction(
    db: &impl ConnectionTrait,
    row: &PostingRow,
    at: Moment,
    kind: &str,
    note: &str,
) -> Result<(), DbErr> {
    run(
        db,
        "INSERT INTO correction (id, posting, site, at, kind, note) VALUES ($1, $2, $3, $4, $5, $6)",
        vec![Uuid::now_v7().into(), row.id.into(), row.site.into(), at.into(), kind.into(), note.into()],
    )
    .await
    .map(drop)
}

/// A correction with the story it belongs to.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct CorrectionRow {
    pub(crate) at: Moment,
    pub(crate) kind: String,
    pub(crate) note: String,
    pub(crate) title: String,
    pub(crate) number: i64,
    pub(crate) slug: String,
    pub(crate) state: String,
}

const CORRECTION: &str = "c.at, c.kind, c.note, p.title, p.number, p.slug, p.state
    FROM correction c JOIN posting p ON p.id = c.posting";

pub(crate) async fn corrections_of(
    db: &impl ConnectionTrait,
    posting: PostingId,
) -> Result<Vec<CorrectionRow>, DbErr> {
    all(
        db,
        &format!("SELECT {CORRECTION} WHERE c.posting = $1 ORDER BY c.at DESC, c.id DESC"),
        vec![posting.into()],
    )
    .await
}

pub(crate) async fn corrections(
    db: &impl ConnectionTrait,
    site: SiteId,
    most: u32,
    offset: i64,
) -> Result<Vec<CorrectionRow>, DbErr> {
    let sql = format!(
        "SELECT {CORRECTION} WHERE c.site = $1 ORDER BY c.at DESC, c.id DESC LIMIT {most} OFFSET {offset}"
    );
    all(db, &sql, vec![site.into()]).await
}

pub(crate) async fn count_corrections(db: &impl ConnectionTrait, site: SiteId) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM correction WHERE site = $1", vec![site.into()]).await
}
