//! Search engines on the same texts, one after another in one run:
//!
//!     search-bench TEXTS COUNT FOLDER [POSTGRES_URL] [ENGINE …]
//!
//! TEXTS has one text a line, ` ⏎ ` between its paragraphs; they are recombined to COUNT. Engines: `embedded`, `shared`
//! (ours in PostgreSQL), `postgres` (its own full text), `fts5` (SQLite). `bench/search.sh` starts what it needs.
#![expect(clippy::print_stdout, reason = "a tool for the shell")]

mod rivals;
mod texts;

use rivals::{Fts5, Ours, Postgres, Rival};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use texts::Texts;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Texts given at once.
const BATCH: usize = 500;
/// Queries asked.
const QUERIES: usize = 500;
/// Each is asked so often and its quickest answer counts: other work on the machine is no property of an engine.
const ROUNDS: usize = 3;
/// Texts added while others read, and how many at once.
const ADDED: usize = 1_000;
const AT_ONCE: usize = 50;
const READERS: usize = 2;

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [texts, count, folder, rest @ ..] = arguments.as_slice() else {
        return Err("usage: search-bench TEXTS COUNT FOLDER [POSTGRES_URL] [ENGINE …]".into());
    };
    let (texts, count, folder) = (Texts::read(texts)?, count.parse()?, Path::new(folder));
    let (url, engines) = rest.split_first().map_or(("", rest), |(url, rest)| (url.as_str(), rest));
    fs::create_dir_all(folder)?;
    let wanted = |name: &str| engines.is_empty() || engines.iter().any(|engine| engine == name);
    if wanted("embedded") {
        measure(Arc::new(Ours::embedded(&folder.join("embedded"))?), &texts, count).await?;
    }
    if wanted("fts5") {
        measure(Arc::new(Fts5::open(&folder.join("fts5.db")).await?), &texts, count).await?;
    }
    if wanted("shared") && !url.is_empty() {
        measure(Arc::new(Ours::shared(url).await?), &texts, count).await?;
    }
    if wanted("postgres") && !url.is_empty() {
        measure(Arc::new(Postgres::open(url).await?), &texts, count).await?;
    }
    Ok(())
}

async fn measure(rival: Arc<dyn Rival>, texts: &Texts, count: usize) -> Outcome<()> {
    let (name, mut bytes) = (rival.name(), 0);
    let started = Instant::now();
    rival.begin().await?;
    for first in (0..count).step_by(BATCH) {
        let batch: Vec<_> = (first..count.min(first + BATCH)).map(|n| texts.entry(n)).collect();
        bytes += batch.iter().map(|entry| entry.title.len() + entry.body.len()).sum::<usize>();
        rival.fill(batch).await?;
    }
    rival.finish().await?;
    let (seconds, size) = (started.elapsed().as_secs_f64(), rival.size().await?);
    println!(
        "{name}: {count} texts, {:.0} MB, built in {seconds:.0} s, {:.0} texts/s; {:.0} MB, {:.2} of the text",
        bytes as f64 / 1e6,
        count as f64 / seconds,
        size as f64 / 1e6,
        size as f64 / bytes as f64
    );
    let queries = texts.queries(QUERIES);
    rival.ask("tin").await?;
    let stripped: Vec<String> = queries.iter().map(|q| viet::fold::fold(q)).collect();
    for (kind, queries) in [("as written", &queries), ("without diacritics", &stripped)] {
        let (mut times, mut found) = (Vec::new(), 0);
        for query in queries {
            let mut best = f64::INFINITY;
            for _ in 0..ROUNDS {
                let started = Instant::now();
                found += usize::from(rival.ask(query).await? > 0);
                best = best.min(started.elapsed().as_secs_f64() * 1e3);
            }
            times.push(best);
        }
        println!(
            "{name}: 1–3 words {kind}: {}; {:.0} % find something",
            quantiles(times),
            found as f64 / (QUERIES * ROUNDS) as f64 * 100.0
        );
    }
    together(&rival, texts, count, &queries).await
}

/// Readers while others write.
async fn together(rival: &Arc<dyn Rival>, texts: &Texts, count: usize, queries: &[String]) -> Outcome<()> {
    let done = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..READERS)
        .map(|reader| {
            let (rival, done, queries) = (Arc::clone(rival), Arc::clone(&done), queries.to_vec());
            tokio::spawn(async move {
                let mut times = Vec::new();
                for query in queries.iter().cycle().skip(reader * 331) {
                    let started = Instant::now();
                    rival.ask(query).await?;
                    times.push(started.elapsed().as_secs_f64() * 1e3);
                    if done.load(Ordering::Acquire) {
                        break;
                    }
                }
                Outcome::Ok(times)
            })
        })
        .collect();
    let started = Instant::now();
    for first in (0..ADDED).step_by(AT_ONCE) {
        rival.add((first..first + AT_ONCE).map(|n| texts.entry(count + n)).collect()).await?;
    }
    let seconds = started.elapsed().as_secs_f64();
    done.store(true, Ordering::Release);
    let mut times = Vec::new();
    for reader in readers {
        times.extend(reader.await??);
    }
    println!(
        "{}: {READERS} readers while {ADDED} texts are added, {AT_ONCE} a commit, {:.0} texts/s: {} of {} searches",
        rival.name(),
        ADDED as f64 / seconds,
        quantiles(times.clone()),
        times.len()
    );
    Ok(())
}

fn quantiles(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| {
        times.get((times.len().saturating_sub(1) as f64 * share) as usize).copied().unwrap_or_default()
    };
    format!("p50 {:.2} ms, p99 {:.2} ms", at(0.5), at(0.99))
}
