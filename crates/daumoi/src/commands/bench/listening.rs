//! `daumoi bench listening`: a press of any size told into an empty agency, through everything from item to hot spot.

use super::asking::{ask_as, peak_memory};
use crate::commands::{in_words, put, say};
use crate::config::DataArgs;
use crate::house::{Agency, IndexPlace, assemble_with};
use crate::routes::routes;
use db::Settings;
use kernel::{Actor, HandClock, Moment, OutletId, PersonId, Role, SourceId};
use listening::Item;
use listening::outlet::{Level, OutletKind};
use listening::verbs::{self, OutletWish, SourceKind, SourceWish, TopicWish};
use people::verbs::PersonWish;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// Items heard in one call.
const BATCH: usize = 200;

/// What is told.
enum Press {
    /// The invented press, told again and again.
    Invented(demo::Press),
    /// Titles and texts of a file, of more days than the window of the listening.
    Stream(Vec<(String, String)>),
}

impl Press {
    fn read(stream: Option<&Path>) -> anyhow::Result<Self> {
        let Some(file) = stream else { return Ok(Self::Invented(demo::press()?)) };
        let mut told = Vec::new();
        for line in std::fs::read_to_string(file)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let of = |name: &str| row.get(name).and_then(|value| value.as_str()).unwrap_or_default();
            told.push((of("title").to_owned(), format!("{}\n\n{}", of("sapo"), of("text"))));
        }
        Ok(Self::Stream(told))
    }

    /// How long after the one before each is published.
    fn step(&self, mentions: usize) -> Duration {
        match self {
            // A hundred days, however many mentions there are.
            Self::Invented(_) => {
                Duration::from_secs(100 * 86_400) / u32::try_from(mentions.max(1)).unwrap_or(u32::MAX)
            }
            Self::Stream(_) => Duration::from_secs(86_400) / 420,
        }
    }
}

pub(super) async fn run(mentions: usize, outlets: usize, stream: Option<&Path>) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().to_path_buf();
    let data =
        DataArgs { data: home.clone(), database: None, zone: "Asia/Ho_Chi_Minh".into(), search_index: None };
    let settings = Settings::File(home.join("daumoi.db"));
    let began = Moment::parse("2026-08-01T00:00:00+07:00").unwrap_or(Moment(0));
    let clock = HandClock::at(began);
    let agency =
        assemble_with(&data, &settings, Arc::new(clock.clone()), false, 16, IndexPlace::Memory).await?;
    let person = somebody_on_duty(&agency).await?;
    let press = Press::read(stream)?;
    let sources = describe(&agency, &demo::press()?, outlets).await?;
    let step = press.step(mentions);
    let mut chance = Chance(7);
    let started = Instant::now();
    let mut told = 0;
    let mut alerts = 0;
    while told < mentions {
        let items: Vec<Item> = (0..BATCH.min(mentions - told))
            .map(|n| item(&press, &sources, &mut chance, told + n, clock_after(began, step, told + n)))
            .collect();
        told += items.len();
        clock.set(clock_after(began, step, told));
        alerts += agency.listening.hear(items).await.map_err(in_words)?.alerts;
        if told.is_multiple_of(BATCH * 100) {
            say(&format!("{told} mentions, {:.0} a second", told as f64 / started.elapsed().as_secs_f64()));
        }
    }
    let took = started.elapsed().as_secs_f64();
    let bytes = std::fs::metadata(home.join("daumoi.db")).map_or(0, |file| file.len());
    let line = serde_json::json!({ "mentions": mentions, "outlets": sources.len(), "seconds": took,
        "mentions_per_second": mentions as f64 / took, "hot_spots": alerts, "database_mb": bytes / 1_000_000,
        "peak_memory_mb": peak_memory() });
    put(&line.to_string());
    let token = people::verbs::sign_in_as(&agency.app.db, person).await.map_err(in_words)?.token;
    let site = routes(&agency, None);
    for path in [
        "/desk/listening",
        "/desk/listening/threads?days=7",
        "/desk/listening/threads?days=365",
        "/desk/listening/sources",
        "/desk/listening/topics",
        "/desk/listening/hot-spots",
    ] {
        let mut times = Vec::new();
        for _ in 0..20 {
            times.push(ask_as(&site, path, &token).await?.0);
        }
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        put(&serde_json::json!({ "page": path, "mentions": mentions, "p50_ms": median.as_secs_f64() * 1e3 })
            .to_string());
    }
    Ok(())
}

fn clock_after(began: Moment, step: Duration, n: usize) -> Moment {
    began.plus(step * u32::try_from(n).unwrap_or(u32::MAX))
}

async fn somebody_on_duty(agency: &Agency) -> anyhow::Result<PersonId> {
    let mut cx = agency.app.db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
    let wish = PersonWish {
        login: "truc@bench.example".into(),
        name: "Trực điểm báo".into(),
        honorific: String::new(),
        tenures: vec![],
    };
    let person = people::verbs::add_person(&mut cx, wish).await.map_err(in_words)?;
    people::verbs::give_role(&mut cx, person, Role::DutyOfficer, None, (None, None))
        .await
        .map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    Ok(person)
}

async fn describe(
    agency: &Agency,
    press: &demo::Press,
    outlets: usize,
) -> anyhow::Result<Vec<(OutletId, SourceId)>> {
    let mut sources = Vec::new();
    let mut cx = agency.app.db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
    for n in 0..outlets.max(1) {
        let wish = OutletWish {
            name: format!("Báo {n}"),
            domain: format!("bao{n}.example"),
            level: if n % 5 == 0 { Level::Central } else { Level::Province },
            kind: OutletKind::Paper,
            locality: String::new(),
            licensed: false,
        };
        let outlet = verbs::describe_outlet(&mut cx, None, &wish).await.map_err(in_words)?;
        let wish = SourceWish {
            outlet,
            title: String::new(),
            url: format!("https://bao{n}.example/rss"),
            kind: SourceKind::Feed,
            reads_pages: false,
            on: true,
        };
        sources.push((outlet, verbs::add_source(&mut cx, &wish).await.map_err(in_words)?));
    }
    cx.finish().await.map_err(in_words)?;
    for topic in &press.topics {
        let wish = TopicWish {
            name: topic.name.clone(),
            query: topic.query.clone(),
            importance: topic.importance.into(),
        };
        let cx = agency.app.db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
        verbs::set_topic(&agency.listening, cx, None, &wish).await.map_err(in_words)?;
    }
    Ok(sources)
}

/// The next mention, of any outlet.
fn item(press: &Press, sources: &[(OutletId, SourceId)], chance: &mut Chance, n: usize, at: Moment) -> Item {
    let (outlet, source) =
        sources.get(chance.below(sources.len())).copied().unwrap_or_else(unreachable_source);
    let (title, text) = match press {
        Press::Invented(press) => invented(press, chance, n),
        // Told again when it ends: by then what was told before has left the window.
        Press::Stream(all) => all.get(n % all.len().max(1)).cloned().unwrap_or_default(),
    };
    let link = format!("https://bao.example/{n}.html");
    Item { source, outlet, key: link.clone(), link, title, text, published: Some(at), in_part: false }.tidy()
}

/// Title and text of one of the invented press, its paragraphs mixed with those of others, so that some tell one event.
fn invented(press: &demo::Press, chance: &mut Chance, n: usize) -> (String, String) {
    let many = press.items.len();
    // A matter lives for some two thousand mentions, then the same words tell another one.
    let matter = press.items.get((n / 2_000 * 31 + chance.below(60)) % many);
    let other = press.items.get(chance.below(many));
    let mut paragraphs: Vec<&str> = matter.map(|item| item.body.split("\n\n").collect()).unwrap_or_default();
    paragraphs.extend(other.and_then(|item| item.body.split("\n\n").next()));
    let from = chance.below(paragraphs.len());
    paragraphs.rotate_left(from);
    let title = matter.map(|item| item.title.as_str()).unwrap_or_default();
    (format!("{title} ({})", n / 2_000), paragraphs.join("\n\n"))
}

fn unreachable_source() -> (OutletId, SourceId) {
    use kernel::NewId;
    (OutletId::fresh(), SourceId::fresh())
}
