//! `daumoi bench planning`: plans of so many units over so many years, each unit with so many lines a year, and how long
//! their pages take afterwards, for who sees all and for a unit that sees its own.

use super::asking::{ask_as, peak_memory};
use crate::commands::{in_words, put, say};
use crate::config::DataArgs;
use crate::house::{Agency, IndexPlace, assemble_with};
use crate::routes::routes;
use ::planning::line::Content;
use ::planning::verbs::{PlanWish, begin_plan, import_lines};
use anyhow::Context;
use db::Settings;
use kernel::{Actor, Day, HandClock, Moment, PersonId, PlanId, Role, UnitId};
use people::verbs::{PersonWish, UnitWish};
use std::sync::Arc;
use std::time::Instant;

/// How the lines of a unit in a year lie: in the plan of the year, of its quarters, of its months.
const SHARES: [(usize, usize); 3] = [(20, 1), (20, 4), (400, 12)];
/// Lines written in one transaction.
const PIECE: usize = 1000;
const DEEDS: [&str; 8] = [
    "Tuyên truyền phòng, chống thiên tai",
    "Truyền thông tiêm chủng mở rộng",
    "Phổ biến luật mới có hiệu lực",
    "Bản tin tiếng dân tộc trên loa cơ sở",
    "Quảng bá sản phẩm địa phương",
    "Chuyên mục cải cách hành chính",
    "Triển lãm ảnh lưu động",
    "Tập huấn cán bộ truyền thông xã",
];

fn day(year: i16, month: i8, last: bool) -> Option<Day> {
    let first = Day::new(year, month, 1).ok()?;
    Some(if last { first.last_of_month() } else { first })
}

/// First and last month of a plan: `nth` of `many` in the year.
fn months(nth: usize, many: usize) -> (i8, i8) {
    let span = 12 / many.max(1);
    (i8::try_from(nth * span + 1).unwrap_or(1), i8::try_from((nth + 1) * span).unwrap_or(12))
}

struct Office {
    focal: PersonId,
    clerk: PersonId,
    units: Vec<UnitId>,
}

pub(super) async fn run(units: usize, lines: usize, years: i16) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().to_path_buf();
    let data =
        DataArgs { data: home.clone(), database: None, zone: "Asia/Ho_Chi_Minh".into(), search_index: None };
    let settings = Settings::Throwaway(home.join("daumoi.db"));
    let now = Moment::parse("2026-11-22T07:30:00+07:00").unwrap_or(Moment(0));
    let clock = HandClock::at(now);
    let agency = assemble_with(&data, &settings, Arc::new(clock), false, 16, IndexPlace::Memory).await?;
    let office = settle(&agency, units).await?;
    let actor = people::actor(agency.app.db.reader(), office.focal, &agency.app.zone, now)
        .await
        .map_err(in_words)
        .context("who keeps the plans")?;
    let (mut written, mut plans) = (0, Vec::new());
    let began = Instant::now();
    for year in (0..years).map(|back| 2026 - back) {
        let mut parent = None;
        for ((share, many), kind) in SHARES.into_iter().zip(["annual", "quarterly", "monthly"]) {
            for nth in 0..many {
                // Shares are of 440 lines; what was asked for is spread in the same proportion.
                let each = (lines * share / 440 / many).max(1);
                let plan = fill(&agency, &actor, &office, (kind, year, nth, many), each, parent).await?;
                parent = parent.or(Some(plan));
                plans.push((kind, plan));
                written += each * office.units.len();
            }
        }
        say(&format!("{year}: {written} lines so far, {:.0} s", began.elapsed().as_secs_f64()));
    }
    let took = began.elapsed().as_secs_f64();
    put(&serde_json::json!({ "units": units, "years": years, "plans": plans.len(), "lines": written, "seconds": took,
        "peak_memory_mb": peak_memory() }).to_string());
    look(&agency, &office, &plans).await
}

/// One plan with so many lines of each unit.
async fn fill(
    agency: &Agency,
    actor: &Actor,
    office: &Office,
    (kind, year, nth, many): (&str, i16, usize, usize),
    each: usize,
    parent: Option<PlanId>,
) -> anyhow::Result<PlanId> {
    let (first, last) = months(nth, many);
    let (from, to) = (day(year, first, false), day(year, last, true));
    let wish = PlanWish {
        kind: kind.to_owned(),
        title: format!("Kế hoạch {kind} {}/{year}", nth + 1),
        unit: office.units.first().copied(),
        parent,
        from,
        to,
        ..PlanWish::default()
    };
    let mut cx = agency.app.db.begin(actor.clone()).await.map_err(in_words)?;
    let plan = begin_plan(&mut cx, &wish).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    let mut waiting: Vec<Content> = Vec::new();
    for unit in &office.units {
        for n in 0..each {
            let deed = DEEDS.get((n + nth) % DEEDS.len()).copied().unwrap_or_default();
            waiting.push(Content {
                title: format!("{deed}, đợt {} năm {year}", n + 1),
                areas: "toàn tỉnh".into(),
                channels: vec!["portal".into(), "loudspeaker".into()],
                budget: 5_000_000,
                money: "Ngân sách tỉnh".into(),
                from,
                to,
                due: to,
                ..Content::of(*unit)
            });
        }
        if waiting.len() >= PIECE {
            write(agency, actor, plan, std::mem::take(&mut waiting)).await?;
        }
    }
    if !waiting.is_empty() {
        write(agency, actor, plan, waiting).await?;
    }
    Ok(plan)
}

async fn write(agency: &Agency, actor: &Actor, plan: PlanId, lines: Vec<Content>) -> anyhow::Result<()> {
    let Some(unit) = lines.first().map(|line| line.lead) else { return Ok(()) };
    let mut cx = agency.app.db.begin(actor.clone()).await.map_err(in_words)?;
    import_lines(&mut cx, plan, unit, lines).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)
}

/// How long the pages take, of the largest plan of each kind.
async fn look(agency: &Agency, office: &Office, plans: &[(&str, PlanId)]) -> anyhow::Result<()> {
    let site = routes(agency, None);
    for (who, person) in [("all", office.focal), ("unit", office.clerk)] {
        let token = people::verbs::sign_in_as(&agency.app.db, person).await.map_err(in_words)?.token;
        let mut pages = vec![("plans".to_owned(), "/desk/plans".to_owned())];
        for kind in ["annual", "monthly"] {
            let Some((_, plan)) = plans.iter().find(|(of, _)| *of == kind) else { continue };
            for view in ["", "?page=2", "?q=tiem+chung", "?sort=day", "/calendar", "/timeline", "/board"] {
                pages.push((format!("{kind}{view}"), format!("/desk/plans/{plan}{view}")));
            }
        }
        pages.push(("desk".to_owned(), "/desk".to_owned()));
        for (name, path) in pages {
            let mut times = Vec::new();
            let mut bytes = 0;
            for _ in 0..20 {
                // A small plan has no second page.
                let Ok((took, page)) = ask_as(&site, &path, &token).await else { break };
                times.push(took);
                bytes = page.len();
            }
            if times.is_empty() {
                continue;
            }
            times.sort_unstable();
            let at =
                |share: usize| times.get(times.len() * share / 100).map_or(0.0, |t| t.as_secs_f64() * 1e3);
            put(&serde_json::json!({ "who": who, "page": name, "p50_ms": at(50), "p95_ms": at(95), "bytes": bytes })
                .to_string());
        }
    }
    Ok(())
}

/// Units, who keeps plans for all of them, and somebody of one.
async fn settle(agency: &Agency, many: usize) -> anyhow::Result<Office> {
    let mut cx = agency.app.db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
    let mut units = Vec::new();
    for n in 0..many {
        let wish = UnitWish {
            name: format!("Ủy ban nhân dân xã thứ {}", n + 1),
            abbreviation: String::new(),
            symbol: String::new(),
            kind: people::UnitKind::Office,
            parent: None,
            area: None,
            from: Day::new(2015, 1, 1).unwrap_or(agency.app.zone.day(cx.now())),
            to: None,
            ancestors: Vec::new(),
        };
        units.push(people::verbs::found_unit(&mut cx, wish).await.map_err(in_words)?);
    }
    let mut people = Vec::new();
    for (login, role, unit) in [
        ("thu@bench.example", Role::FocalOfficer, None),
        ("xa@bench.example", Role::Contributor, units.get(many / 2).copied()),
    ] {
        let wish =
            PersonWish { login: login.into(), name: login.into(), honorific: String::new(), tenures: vec![] };
        let person = people::verbs::add_person(&mut cx, wish).await.map_err(in_words)?;
        people::verbs::give_role(&mut cx, person, role, unit, (None, None)).await.map_err(in_words)?;
        people.push(person);
    }
    cx.finish().await.map_err(in_words)?;
    let [focal, clerk] = people.try_into().map_err(|_| anyhow::anyhow!("two people"))?;
    Ok(Office { focal, clerk, units })
}
