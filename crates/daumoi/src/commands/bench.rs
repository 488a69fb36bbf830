//! `daumoi bench`: the repeatable measurements behind `bench/RESULTS.md`.

mod asking;
mod flood;
mod listening;
mod planning;

use super::{in_words, put, say};
use crate::config::DataArgs;
use crate::front::Front;
use crate::house::{Agency, IndexPlace, assemble_with};
use crate::routes::routes;
use axum::body::Body;
use clap::Subcommand;
use db::Settings;
use http::Request;
use kernel::{Actor, Moment, NewId, SectionId, SiteId, StoryId, SystemClock};
use portal::verbs::{PostingWish, SectionWish, SiteWish, add_section, open_site, post};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower::ServiceExt;

#[derive(Debug, Subcommand)]
pub(super) enum BenchCommand {
    /// Server time of public pages that nobody asked for before, at so many stories.
    Pages {
        /// How many stories the site has.
        #[arg(long, default_value_t = 1000)]
        stories: u32,
        /// How many pages of each kind to ask for.
        #[arg(long, default_value_t = 500)]
        ask: u32,
        /// Keep the filled folder here, for `daumoi serve --data`.
        #[arg(long)]
        keep: Option<std::path::PathBuf>,
    },
    /// The listening from item to hot spot on a press of any size, and its pages afterwards.
    Listening {
        /// How many mentions are heard.
        #[arg(long, default_value_t = 20_000)]
        mentions: usize,
        /// How many outlets they come from, each with one source.
        #[arg(long, default_value_t = 200)]
        outlets: usize,
        /// Mentions as they were published, JSON Lines {title, sapo?, text}, in place of invented ones that reprint each
        /// other; 420 of them a day.
        #[arg(long)]
        stream: Option<std::path::PathBuf>,
    },
    /// A flood of questions by robots with some of people among them, and the desk's inbox afterwards.
    Flood {
        /// How many questions come.
        #[arg(long, default_value_t = 10_000)]
        questions: usize,
    },
    /// Plans of many units over years, and their pages afterwards.
    Planning {
        /// How many units write.
        #[arg(long, default_value_t = 200)]
        units: usize,
        /// How many lines each has in a year.
        #[arg(long, default_value_t = 500)]
        lines: usize,
        /// How many years.
        #[arg(long, default_value_t = 5)]
        years: i16,
    },
}

pub(super) async fn run(command: BenchCommand) -> anyhow::Result<ExitCode> {
    let (stories, ask, keep) = match command {
        BenchCommand::Pages { stories, ask, keep } => (stories, ask, keep),
        BenchCommand::Flood { questions } => {
            return flood::run(questions).await.map(|()| ExitCode::SUCCESS);
        }
        BenchCommand::Planning { units, lines, years } => {
            return planning::run(units, lines, years).await.map(|()| ExitCode::SUCCESS);
        }
        BenchCommand::Listening { mentions, outlets, stream } => {
            return listening::run(mentions, outlets, stream.as_deref()).await.map(|()| ExitCode::SUCCESS);
        }
    };
    let folder = tempfile::tempdir()?;
    let home = keep.unwrap_or_else(|| folder.path().to_path_buf());
    let data =
        DataArgs { data: home.clone(), database: None, zone: "Asia/Ho_Chi_Minh".into(), search_index: None };
    let settings = Settings::Throwaway(home.join("daumoi.db"));
    let agency =
        assemble_with(&data, &settings, Arc::new(SystemClock), false, 64, IndexPlace::Memory).await?;
    let began = Instant::now();
    fill(&agency, stories).await?;
    say(&format!("{stories} stories in {:.1} s", began.elapsed().as_secs_f64()));
    let site = routes(&agency, None);
    let step = (stories / ask).max(1);
    let numbers: Vec<u32> = (0..ask).map(|n| (n * step) % stories + 1).collect();
    let kinds: [(&str, Vec<String>); 4] = [
        ("story", numbers.iter().map(|n| format!("/tin/{n}/{}", slug(*n))).collect()),
        (
            "section",
            (1..=ask.min(stories / 200).max(1)).map(|n| format!("/muc/s{}?page={n}", n % 10)).collect(),
        ),
        ("archive day", (1..=28).map(|day| format!("/luu-tru/2026/05/{day:02}")).collect()),
        ("feed", vec!["/tin.atom".into()]),
    ];
    for (kind, paths) in kinds {
        let mut times = Vec::new();
        for path in &paths {
            times.push(ask_once(&site, path).await?);
        }
        times.sort_unstable();
        let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default().as_micros();
        let line = serde_json::json!({ "page": kind, "stories": stories, "asked": times.len(),
            "p50_us": at(50), "p99_us": at(99).max(at(50)) });
        put(&line.to_string());
    }
    Ok(ExitCode::SUCCESS)
}

async fn ask_once(site: &Front, path: &str) -> anyhow::Result<Duration> {
    let request = Request::builder().uri(path).header("host", "bench").body(Body::empty())?;
    let began = Instant::now();
    let response = site.clone().oneshot(request).await?;
    let took = began.elapsed();
    anyhow::ensure!(response.status().is_success(), "{path} answered {}", response.status());
    Ok(took)
}

fn slug(n: u32) -> String {
    format!("tin-so-{n}-ve-san-xuat-vu-dong-xuan")
}

async fn fill(agency: &Agency, stories: u32) -> anyhow::Result<()> {
    let db = &agency.app.db;
    let mut cx = db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
    let portal =
        SiteWish {
            slug: "portal".into(), name: "Cổng thông tin điện tử".into(), ..SiteWish::default()
        };
    let site = open_site(&mut cx, portal).await.map_err(in_words)?;
    let mut sections = Vec::new();
    for n in 0..10 {
        let section =
            SectionWish { slug: format!("s{n}"), name: format!("Mục {n}"), ..SectionWish::default() };
        sections.push(add_section(&mut cx, site, section).await.map_err(in_words)?);
    }
    cx.finish().await.map_err(in_words)?;
    let mut n = 0;
    while n < stories {
        let mut cx = db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
        for _ in 0..500.min(stories - n) {
            n += 1;
            let section = sections.get(n as usize % sections.len()).copied().unwrap_or(SectionId::fresh());
            post(&mut cx, &agency.app.zone, &wish(n, site, section)).await.map_err(in_words)?;
        }
        cx.finish().await.map_err(in_words)?;
    }
    Ok(())
}

fn wish(n: u32, site: SiteId, section: SectionId) -> PostingWish {
    let paragraph = "<p>Sáng nay, các xã ra quân làm thuỷ lợi, nạo vét kênh mương trước vụ đông xuân; bà con góp \
        ngày công, tỉnh hỗ trợ giống và phân bón theo kế hoạch đã công bố.</p>";
    PostingWish {
        story: StoryId::fresh(),
        places: vec![(site, section)],
        title: format!("Tin số {n} về sản xuất vụ đông xuân"),
        summary: "Các xã ra quân làm thuỷ lợi trước vụ.".into(),
        html: paragraph.repeat(12),
        light_html: String::new(),
        lead_src: String::new(),
        pictures: vec![],
        genre: "news".into(),
        byline: "Lò Thị Mai".into(),
        unit: "Sở Nông nghiệp và Môi trường".into(),
        source_name: String::new(),
        source_url: String::new(),
        // Spread over the year that ends with November 2026.
        published_at: Moment(1_764_000_000_000_000)
            .plus(Duration::from_secs(u64::from(n) * 7919 % 31_000_000)),
        taken_over_at: None,
    }
}
