//! Ranks a collection for a list of queries: `seek-eval --docs docs.jsonl --queries queries.jsonl`.
//!
//! Prints `{"id":…,"ranked":[…]}` a query; with `--qrels qrels.tsv` (query, 0, document, relevance) also nDCG@10
//! and MRR@10, and with `--strip` every query loses its diacritics first.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the shell")]

use std::collections::HashMap;
use std::error::Error;
use std::fs;

use seek::eval::{Collection, Doc, Ranked, Wish};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).map(String::as_str)
    };
    let (Some(docs), Some(queries)) = (value("--docs"), value("--queries")) else {
        return Err("usage: seek-eval --docs FILE --queries FILE [--qrels FILE] [--strip]".into());
    };
    let docs = lines::<Doc>(docs)?;
    let mut wishes = lines::<Wish>(queries)?;
    if arguments.iter().any(|a| a == "--strip") {
        for wish in &mut wishes {
            wish.text = viet::fold::fold(&wish.text);
        }
    }
    let collection = Collection::new(docs)?;
    let mut answers = Vec::new();
    for wish in &wishes {
        let ranked = collection.rank(wish)?;
        if value("--qrels").is_none() {
            println!("{}", serde_json::to_string(&ranked)?);
        }
        answers.push(ranked);
    }
    if let Some(file) = value("--qrels") {
        let (ndcg, mrr, missed) = score(&answers, &relevant(file)?);
        eprintln!("nDCG@10 {ndcg:.4}  MRR@10 {mrr:.4}  queries {}", answers.len());
        if arguments.iter().any(|a| a == "--missed") {
            missed.iter().for_each(|m| println!("{m}"));
        }
    }
    Ok(())
}

fn lines<T: serde::de::DeserializeOwned>(file: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    Ok(text.lines().filter(|l| !l.trim().is_empty()).map(serde_json::from_str).collect::<Result<_, _>>()?)
}

type Judged = HashMap<String, HashMap<String, f64>>;

fn relevant(file: &str) -> Result<Judged, Box<dyn Error>> {
    let mut judged = Judged::new();
    for line in fs::read_to_string(file)?.lines() {
        let mut parts = line.split('\t');
        let (Some(query), _, Some(doc), Some(grade)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        judged.entry(query.to_owned()).or_default().insert(doc.to_owned(), grade.trim().parse()?);
    }
    Ok(judged)
}

/// Means over the queries that have a relevant text, and the queries whose first answer is not one.
fn score(answers: &[Ranked], judged: &Judged) -> (f64, f64, Vec<String>) {
    let (mut ndcg, mut mrr, mut count, mut missed) = (0.0, 0.0, 0.0, Vec::new());
    for answer in answers {
        let Some(grades) = judged.get(&answer.id) else { continue };
        let gain = |grade: f64, place: usize| grade / ((place + 2) as f64).log2();
        let found: Vec<f64> =
            answer.ranked.iter().take(10).map(|d| grades.get(d).copied().unwrap_or(0.0)).collect();
        let mut ideal: Vec<f64> = grades.values().copied().collect();
        ideal.sort_by(|a, b| b.total_cmp(a));
        let sum = |list: &[f64]| list.iter().take(10).enumerate().map(|(at, g)| gain(*g, at)).sum::<f64>();
        ndcg += sum(&found) / sum(&ideal).max(f64::MIN_POSITIVE);
        let first = found.iter().position(|g| *g > 0.0);
        mrr += first.map_or(0.0, |at| 1.0 / (at + 1) as f64);
        count += 1.0;
        if first != Some(0) {
            missed.push(format!("{}\t{:?}\t{:?}", answer.id, first, grades.keys().collect::<Vec<_>>()));
        }
    }
    (ndcg / count, mrr / count, missed)
}
