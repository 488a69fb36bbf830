//! `viet-train`: rebuilds the shipped word model, and measures one.
//!
//!     viet-train build OUT --gold F.conllu --plain F.txt… --words F.txt… --parted F.txt --whole F.txt
//!                     [--held F.conllu] [--vectors CACHE]
//!     viet-train evaluate [MODEL] --gold F.conllu [--dump]
//!     viet-train speed [MODEL] --plain F.txt

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Instant;

use viet::segment::{Mode, Segmenter};
use viet::train::{Sources, build, corpus, evaluate, student::Options};

#[derive(Default)]
struct Arguments {
    free: Vec<String>,
    gold: Vec<PathBuf>,
    plain: Vec<PathBuf>,
    words: Vec<PathBuf>,
    parted: Vec<PathBuf>,
    whole: Vec<PathBuf>,
    held: Vec<PathBuf>,
    vectors: Vec<PathBuf>,
    dump: bool,
}

fn main() -> io::Result<()> {
    let arguments = arguments();
    let mut out = io::stdout().lock();
    match arguments.free.first().map(String::as_str) {
        Some("build") => make(&arguments, &mut out),
        Some("evaluate") => measure(&arguments, &mut out),
        Some("speed") => time(&arguments, &mut out),
        _ => writeln!(out, "viet-train build|evaluate|speed …; see the head of its source"),
    }
}

fn arguments() -> Arguments {
    let mut all = Arguments::default();
    let mut given = std::env::args().skip(1);
    while let Some(word) = given.next() {
        let list = match word.as_str() {
            "--gold" => &mut all.gold,
            "--plain" => &mut all.plain,
            "--words" => &mut all.words,
            "--parted" => &mut all.parted,
            "--whole" => &mut all.whole,
            "--held" => &mut all.held,
            "--vectors" => &mut all.vectors,
            "--dump" => {
                all.dump = true;
                continue;
            }
            _ => {
                all.free.push(word);
                continue;
            }
        };
        list.extend(given.next().map(PathBuf::from));
    }
    all
}

fn lines(paths: &[PathBuf]) -> io::Result<Vec<String>> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(corpus::read(path)?.lines().map(str::to_owned));
    }
    Ok(all)
}

fn gold(paths: &[PathBuf]) -> io::Result<Vec<Vec<String>>> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(corpus::conllu(&corpus::read(path)?));
    }
    Ok(all)
}

fn make(arguments: &Arguments, out: &mut impl Write) -> io::Result<()> {
    let sources = Sources {
        gold: gold(&arguments.gold)?,
        plain: lines(&arguments.plain)?,
        words: lines(&arguments.words)?,
        parted: lines(&arguments.parted)?,
        whole: lines(&arguments.whole)?,
        held: gold(&arguments.held)?,
        vectors: arguments.vectors.first().cloned(),
    };
    let began = Instant::now();
    let model = build(&sources, &Options::default(), &mut |text| {
        // Progress is a courtesy; a closed terminal must not end hours of work.
        let _ = writeln!(out, "{:6.1} s  {text}", began.elapsed().as_secs_f32());
    });
    let path = arguments.free.get(1).ok_or(io::ErrorKind::InvalidInput)?;
    std::fs::write(path, &model)?;
    writeln!(out, "{:6.1} s  {} bytes written", began.elapsed().as_secs_f32(), model.len())
}

fn model(arguments: &Arguments) -> io::Result<Segmenter> {
    match arguments.free.get(1) {
        Some(path) => Segmenter::from_bytes(&std::fs::read(path)?).map_err(io::Error::other),
        None => Segmenter::from_bytes(include_bytes!("../../data/words.bin")).map_err(io::Error::other),
    }
}

fn measure(arguments: &Arguments, out: &mut impl Write) -> io::Result<()> {
    let model = model(arguments)?;
    let gold = gold(&arguments.gold)?;
    if arguments.dump {
        for words in &gold {
            writeln!(out, "{}", model.line(&words.join(" "), Mode::Accurate))?;
        }
        return Ok(());
    }
    for mode in [Mode::Accurate, Mode::Fast] {
        let score = evaluate(&model, &gold, mode);
        let (precision, recall) =
            (score.right as f64 / score.found as f64, score.right as f64 / score.gold as f64);
        writeln!(out, "{mode:?}: precision {precision:.4} recall {recall:.4} F1 {:.4}", score.f1())?;
    }
    Ok(())
}

fn time(arguments: &Arguments, out: &mut impl Write) -> io::Result<()> {
    let began = spent();
    let model = model(arguments)?;
    writeln!(out, "loaded in {:.1} ms", (spent() - began) * 1e3)?;
    let lines = lines(&arguments.plain)?;
    let bytes: usize = lines.iter().map(|l| l.len() + 1).sum();
    let mut rounds = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        for (mode, rates) in [Some(Mode::Accurate), Some(Mode::Fast), None].into_iter().zip(&mut rounds) {
            for _ in 0..ROUNDS {
                let began = Instant::now();
                let mut found = 0usize;
                for line in &lines {
                    match mode {
                        Some(mode) => model.each_word(line, mode, |_| found += 1),
                        None => found += viet::tokens::tokens(line).count(),
                    }
                }
                std::hint::black_box(found);
                rates.push(bytes as f64 / 1e6 / began.elapsed().as_secs_f64());
            }
        }
    }
    for (name, rates) in ["accurate", "fast", "tokens alone"].into_iter().zip(&mut rounds) {
        rates.sort_by(f64::total_cmp);
        let of = |at: usize| rates.get(at).copied().unwrap_or(0.0);
        writeln!(
            out,
            "{name:14} best {:6.1} MB/s, median {:6.1} MB/s",
            of(rates.len() - 1),
            of(rates.len() / 2)
        )?;
    }
    Ok(())
}

/// Each mode has its turns of some rounds, one after the other, so that what else the machine does hits all alike.
const TURNS: usize = 3;
const ROUNDS: usize = 8;

/// Seconds this process has been on a processor, where the system tells; wall time elsewhere. What others
/// do on a shared machine then costs us caches, but not the figure.
fn spent() -> f64 {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next().and_then(|n| n.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64(), |n| n / 1e9)
}
