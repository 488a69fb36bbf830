//! What hangs for a campaign, its wordings and what became of it.

use super::{Where, day};
use crate::display::{Display, Late, Spot, State, late};
use db::{ConnectionTrait, DbErr, FromQueryResult, all, maybe, one, run};
use kernel::{AreaId, Day, DisplayId, Moment, PageNumber, PersonId, PlanId, UnitId};
use std::collections::HashMap;
use uuid::Uuid;

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct DisplayRow {
    pub(crate) id: Uuid,
    pub(crate) unit: UnitId,
    pub(crate) body: Option<Uuid>,
    pub(crate) kind: String,
    pub(crate) title: String,
    /// Which wording is of today.
    pub(crate) words: i32,
    pub(crate) quantity: i32,
    pub(crate) hung: i32,
    pub(crate) measure: String,
    pub(crate) size: String,
    area: Option<AreaId>,
    pub(crate) area_name: String,
    pub(crate) address: String,
    lat: Option<i64>,
    lon: Option<i64>,
    pub(crate) event: Option<Uuid>,
    up_offset: Option<i32>,
    down_offset: Option<i32>,
    up_day: String,
    down_day: String,
    pub(crate) licence: String,
    pub(crate) licence_number: String,
    pub(crate) note: String,
    state: String,
    pub(crate) put_by: Option<PersonId>,
    pub(crate) put_at: Option<Moment>,
    pub(crate) made_at: Moment,
}

impl DisplayRow {
    pub(crate) fn state(&self) -> State {
        State::named(&self.state)
    }

    pub(crate) fn set_state(&mut self, state: State) {
        state.name().clone_into(&mut self.state);
    }

    /// First and last day.
    pub(crate) fn days(&self) -> (Option<Day>, Option<Day>) {
        let read = |text: &str| (!text.is_empty()).then(|| day(text));
        (read(&self.up_day), read(&self.down_day))
    }

    pub(crate) fn late(&self, today: Day) -> Option<Late> {
        late(self.state(), (self.quantity, self.hung), self.days(), today)
    }

    pub(crate) fn spot(&self) -> Option<Spot> {
        self.lat.zip(self.lon).map(|(lat, lon)| Spot { lat, lon })
    }

    /// As somebody would write it again, with these words.
    pub(crate) fn wish(&self, words: String) -> Display {
        let (up, down) = self.days();
        Display {
            kind: self.kind.clone(),
            title: self.title.clone(),
            words,
            quantity: self.quantity,
            measure: self.measure.clone(),
            size: self.size.clone(),
            area: self.area.map(|area| (area, self.area_name.clone())),
            address: self.address.clone(),
            spot: self.spot(),
            unit: self.unit,
            body: self.body,
            up,
            down,
            event: self.event,
            offsets: [self.up_offset, self.down_offset],
            licence: self.licence.clone(),
            licence_number: self.licence_number.clone(),
            note: self.note.clone(),
        }
    }

    /// With what somebody wrote.
    pub(crate) fn written(&mut self, wish: &Display) {
        let iso = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        (self.unit, self.body, self.event) = (wish.unit, wish.body, wish.event);
        self.kind.clone_from(&wish.kind);
        self.title.clone_from(&wish.title);
        self.quantity = wish.quantity;
        self.hung = self.hung.min(wish.quantity);
        self.measure.clone_from(&wish.measure);
        self.size.clone_from(&wish.size);
        (self.area, self.area_name) = match &wish.area {
            Some((area, name)) => (Some(*area), name.clone()),
            None => (None, String::new()),
        };
        self.address.clone_from(&wish.address);
        (self.lat, self.lon) = (wish.spot.map(|spot| spot.lat), wish.spot.map(|spot| spot.lon));
        [self.up_offset, self.down_offset] = wish.offsets;
        (self.up_day, self.down_day) = (iso(wish.up), iso(wish.down));
        self.licence.clone_from(&wish.licence);
        self.licence_number.clone_from(&wish.licence_number);
        self.note.clone_from(&wish.note);
    }

    /// One that is new.
    pub(crate) fn fresh(wish: &Display, at: Moment) -> Self {
        let mut row = Self {
            id: Uuid::now_v7(),
            unit: wish.unit,
            body: None,
            kind: String::new(),
            title: String::new(),
            words: 0,
            quantity: 0,
            hung: 0,
            measure: String::new(),
            size: String::new(),
            area: None,
            area_name: String::new(),
            address: String::new(),
            lat: None,
            lon: None,
            event: None,
            up_offset: None,
            down_offset: None,
            up_day: String::new(),
            down_day: String::new(),
            licence: String::new(),
            licence_number: String::new(),
            note: String::new(),
            state: State::Planned.name().to_owned(),
            put_by: None,
            put_at: None,
            made_at: at,
        };
        row.written(wish);
        row
    }
}

const COLUMNS: &str = "d.id, d.unit, d.body, d.kind, d.title, d.words, d.quantity, d.hung, d.measure, d.size, d.area,
    d.area_name, d.address, d.lat, d.lon, d.event, d.up_offset, d.down_offset, d.up_day, d.down_day, d.licence,
    d.licence_number, d.note, d.state, d.put_by, d.put_at, d.made_at";

/// One of a plan; one of another plan is not there.
pub(crate) async fn display(
    db: &impl ConnectionTrait,
    plan: PlanId,
    id: Uuid,
) -> Result<Option<DisplayRow>, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM display d WHERE d.plan = $1 AND d.id = $2");
    maybe(db, &sql, vec![plan.into(), id.into()]).await
}

/// What others call one, and of which plan it is.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct FaceRow {
    pub(crate) plan: PlanId,
    pub(crate) title: String,
}

pub(crate) async fn face(db: &impl ConnectionTrait, id: DisplayId) -> Result<Option<FaceRow>, DbErr> {
    maybe(db, "SELECT plan, title FROM display WHERE id = $1", vec![id.into()]).await
}

/// The units that see to them.
pub(crate) async fn units(
    db: &impl ConnectionTrait,
    ids: &[DisplayId],
) -> Result<HashMap<DisplayId, UnitId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Kept {
        id: DisplayId,
        unit: UnitId,
    }
    let mut found = HashMap::new();
    for some in ids.chunks(500) {
        let mut when = Where::default();
        let places = when.list(some);
        let rows: Vec<Kept> =
            all(db, &format!("SELECT id, unit FROM display WHERE id IN {places}"), when.args).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row.unit)));
    }
    Ok(found)
}

/// Those that hang on an event and still follow it.
pub(crate) async fn of_event(
    db: &impl ConnectionTrait,
    plan: PlanId,
    event: Uuid,
) -> Result<Vec<DisplayRow>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM display d WHERE d.plan = $1 AND d.event = $2
            AND d.state IN ('planned', 'up', 'checked') ORDER BY d.up_day, d.id"
    );
    all(db, &sql, vec![plan.into(), event.into()]).await
}

/// Keeps one as it is now.
pub(crate) async fn put(
    db: &impl ConnectionTrait,
    plan: PlanId,
    row: &DisplayRow,
    folded: &str,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO display (id, plan, unit, body, kind, title, words, quantity, hung, measure, size, area,
            area_name, address, lat, lon, event, up_offset, down_offset, up_day, down_day, licence, licence_number, note,
            state, put_by, put_at, folded, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25, $26, $27, $28, $29)
        ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, body = excluded.body, kind = excluded.kind,
            title = excluded.title, words = excluded.words, quantity = excluded.quantity, hung = excluded.hung,
            measure = excluded.measure, size = excluded.size, area = excluded.area, area_name = excluded.area_name,
            address = excluded.address, lat = excluded.lat, lon = excluded.lon, event = excluded.event,
            up_offset = excluded.up_offset, down_offset = excluded.down_offset, up_day = excluded.up_day,
            down_day = excluded.down_day, licence = excluded.licence, licence_number = excluded.licence_number,
            note = excluded.note, state = excluded.state, put_by = excluded.put_by, put_at = excluded.put_at,
            folded = excluded.folded";
    let args = vec![
        row.id.into(),
        plan.into(),
        row.unit.into(),
        row.body.into(),
        row.kind.as_str().into(),
        row.title.as_str().into(),
        row.words.into(),
        row.quantity.into(),
        row.hung.into(),
        row.measure.as_str().into(),
        row.size.as_str().into(),
        row.area.into(),
        row.area_name.as_str().into(),
        row.address.as_str().into(),
        row.lat.into(),
        row.lon.into(),
        row.event.into(),
        row.up_offset.into(),
        row.down_offset.into(),
        row.up_day.as_str().into(),
        row.down_day.as_str().into(),
        row.licence.as_str().into(),
        row.licence_number.as_str().into(),
        row.note.as_str().into(),
        row.state.as_str().into(),
        row.put_by.into(),
        row.put_at.into(),
        folded.into(),
        row.made_at.into(),
    ];
    run(db, sql, args).await.map(drop)
}

/// What a list was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) units: Vec<UnitId>,
    pub(crate) area: Option<AreaId>,
    pub(crate) kind: String,
    /// A state, `late-up` or `late-down`.
    pub(crate) state: String,
    /// Folded.
    pub(crate) words: Vec<String>,
    pub(crate) today: String,
}

const LATE_UP: &str = "d.up_day <> '' AND d.up_day < {today}
    AND (d.state = 'planned' OR (d.state IN ('up', 'checked') AND d.hung < d.quantity))";
const LATE_DOWN: &str = "d.down_day <> '' AND d.down_day < {today} AND d.state IN ('up', 'checked')";

fn wanted(plan: PlanId, asked: &Asked) -> Where {
    let mut when = Where::default();
    let place = when.arg(plan);
    when.and(format!("d.plan = {place}"));
    if !asked.units.is_empty() {
        let units = when.list(&asked.units);
        when.and(format!("d.unit IN {units}"));
    }
    if let Some(area) = asked.area {
        let area = when.arg(area);
        when.and(format!("d.area = {area}"));
    }
    if !asked.kind.is_empty() {
        let kind = when.arg(asked.kind.as_str());
        when.and(format!("d.kind = {kind}"));
    }
    match asked.state.as_str() {
        "" => {}
        "late-up" | "late-down" => {
            let today = when.arg(asked.today.as_str());
            let which = if asked.state == "late-up" { LATE_UP } else { LATE_DOWN };
            when.and(which.replace("{today}", &today));
        }
        state => {
            let state = when.arg(state);
            when.and(format!("d.state = {state}"));
        }
    }
    for word in &asked.words {
        let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let word = when.arg(format!("%{escaped}%"));
        when.and(format!("d.folded LIKE {word} ESCAPE '\\'"));
    }
    when
}

/// A page of them: by their first day.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    plan: PlanId,
    asked: &Asked,
    (number, size): (PageNumber, u32),
) -> Result<Vec<DisplayRow>, DbErr> {
    let when = wanted(plan, asked);
    let skip = u64::from(number.get().saturating_sub(1)) * u64::from(size);
    let sql = format!(
        "SELECT {COLUMNS} FROM display d WHERE {} ORDER BY d.up_day, d.id LIMIT {size} OFFSET {skip}",
        when.text()
    );
    all(db, &sql, when.args).await
}

/// How many there are, and how many of them hang. Items are counted, not pieces: two thousand leaflets are one of them.
#[derive(Debug, Clone, Copy, Default, FromQueryResult)]
pub(crate) struct Tally {
    /// Items, those left out too.
    pub(crate) items: i64,
    /// Items that are to hang, hang or hung.
    pub(crate) wanted: i64,
    /// Items that hang in full or in part, or hung until they were taken down.
    pub(crate) hung: i64,
    /// Items that somebody checked, or that came down.
    pub(crate) checked: i64,
    /// Items that should hang and do not, or not in full.
    pub(crate) late_up: i64,
    /// Items that should be down.
    pub(crate) late_down: i64,
}

pub(crate) async fn tally(db: &impl ConnectionTrait, plan: PlanId, asked: &Asked) -> Result<Tally, DbErr> {
    let mut when = wanted(plan, asked);
    let today = when.arg(asked.today.as_str());
    let sum = |what: &str| format!("CAST(COALESCE(SUM({what}), 0) AS BIGINT)");
    let sql = format!(
        "SELECT COUNT(*) AS items, {} AS wanted, {} AS hung, {} AS checked, {} AS late_up, {} AS late_down
           FROM display d WHERE {}",
        sum("CASE WHEN d.state <> 'dropped' THEN 1 ELSE 0 END"),
        sum("CASE WHEN d.state IN ('up', 'checked', 'down') THEN 1 ELSE 0 END"),
        sum("CASE WHEN d.state IN ('checked', 'down') THEN 1 ELSE 0 END"),
        sum(&format!("CASE WHEN {} THEN 1 ELSE 0 END", LATE_UP.replace("{today}", &today))),
        sum(&format!("CASE WHEN {} THEN 1 ELSE 0 END", LATE_DOWN.replace("{today}", &today))),
        when.text()
    );
    Ok(maybe(db, &sql, when.args).await?.unwrap_or_default())
}

/// How many a campaign has, so that nobody fills it without end.
pub(crate) async fn many(db: &impl ConnectionTrait, plan: PlanId) -> Result<i64, DbErr> {
    one(db, "SELECT COUNT(*) FROM display WHERE plan = $1", vec![plan.into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct WordsRow {
    pub(crate) number: i32,
    pub(crate) words: String,
    pub(crate) hash: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) approved_by: Option<PersonId>,
}

/// Every wording it had, the newest first.
pub(crate) async fn wordings(db: &impl ConnectionTrait, display: Uuid) -> Result<Vec<WordsRow>, DbErr> {
    let sql = "SELECT number, words, hash, at, by_person, approved_at, approved_by FROM display_words
               WHERE display = $1 ORDER BY number DESC LIMIT 200";
    all(db, sql, vec![display.into()]).await
}

/// The wording of today of each of these.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct WordingOf {
    pub(crate) display: Uuid,
    pub(crate) words: String,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) approved_by: Option<PersonId>,
}

/// The wordings of today of a whole campaign.
pub(crate) async fn wordings_of(db: &impl ConnectionTrait, plan: PlanId) -> Result<Vec<WordingOf>, DbErr> {
    let sql = "SELECT w.display, w.words, w.approved_at, w.approved_by FROM display d
               JOIN display_words w ON w.display = d.id AND w.number = d.words WHERE d.plan = $1";
    all(db, sql, vec![plan.into()]).await
}

pub(crate) async fn add_words(db: &impl ConnectionTrait, display: Uuid, row: &WordsRow) -> Result<(), DbErr> {
    let sql = "INSERT INTO display_words (display, number, words, hash, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)";
    let args = vec![
        display.into(),
        row.number.into(),
        row.words.as_str().into(),
        row.hash.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await.map(drop)
}

pub(crate) async fn approve_words(
    db: &impl ConnectionTrait,
    display: Uuid,
    number: i32,
    (at, by): (Moment, Option<PersonId>),
) -> Result<(), DbErr> {
    let sql =
        "UPDATE display_words SET approved_at = $3, approved_by = $4 WHERE display = $1 AND number = $2";
    run(db, sql, vec![display.into(), number.into(), at.into(), by.into()]).await.map(drop)
}

#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct MarkRow {
    pub(crate) what: String,
    pub(crate) words: String,
    pub(crate) at: Moment,
    pub(crate) by_person: Option<PersonId>,
}

/// What became of it, the newest first.
pub(crate) async fn marks(db: &impl ConnectionTrait, display: Uuid) -> Result<Vec<MarkRow>, DbErr> {
    let sql =
        "SELECT what, words, at, by_person FROM display_mark WHERE display = $1 ORDER BY id DESC LIMIT 200";
    all(db, sql, vec![display.into()]).await
}

pub(crate) async fn mark(db: &impl ConnectionTrait, display: Uuid, row: &MarkRow) -> Result<(), DbErr> {
    let sql =
        "INSERT INTO display_mark (id, display, what, words, at, by_person) VALUES ($1, $2, $3, $4, $5, $6)";
    let args = vec![
        Uuid::now_v7().into(),
        display.into(),
        row.what.as_str().into(),
        row.words.as_str().into(),
        row.at.into(),
        row.by_person.into(),
    ];
    run(db, sql, args).await.map(drop)
}
