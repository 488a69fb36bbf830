//! What every engine must pass before people search with it.
//!
//! ```no_run
//! # async fn tests(engine: Box<dyn seek::Engine>) {
//! // An engine that holds nothing yet.
//! let broken = seek::suite::broken_promises(engine.as_ref()).await;
//! assert!(broken.is_empty(), "{broken:#?}");
//! # }
//! ```

mod expected;
mod office;

use std::collections::BTreeSet;

use crate::ask::{Ask, Order};
use crate::engine::{Building, Engine};
use crate::entry::{Change, Facet, Held};
use crate::trouble::Trouble;

pub use expected::{FOUND, ODD};
pub use office::{DESK, PUBLIC, office};

/// Feeds an empty engine and asks it everything; what it does not hold to, in words.
pub async fn broken_promises(engine: &dyn Engine) -> Vec<String> {
    let mut report = Report { engine, broken: Vec::new() };
    if let Err(trouble) = report.all().await {
        report.broken.push(format!("trouble: {trouble}"));
    }
    report.broken
}

struct Report<'a> {
    engine: &'a dyn Engine,
    broken: Vec<String>,
}

impl Report<'_> {
    async fn all(&mut self) -> Result<(), Trouble> {
        let changes: Vec<Change> = office().into_iter().map(|e| Change::Put(Box::new(e))).collect();
        self.engine.apply(&changes, 7).await?;
        self.finds().await?;
        self.counts().await?;
        self.corrects_and_completes().await?;
        self.pages().await?;
        self.hides().await?;
        self.bears_odd_texts().await?;
        self.follows().await?;
        self.rebuilds().await
    }

    fn holds(&mut self, held: bool, promise: impl FnOnce() -> String) {
        if !held {
            self.broken.push(promise());
        }
    }

    async fn ids(&self, typed: &str) -> Result<Vec<String>, Trouble> {
        let answer = self.engine.search(&public(), &Ask::new(typed)).await?;
        Ok(answer.hits.into_iter().map(|h| h.id).collect())
    }

    async fn finds(&mut self) -> Result<(), Trouble> {
        for (typed, wanted) in FOUND {
            let found: BTreeSet<String> = self.ids(typed).await?.into_iter().collect();
            let same = found.iter().map(String::as_str).eq(wanted.iter().copied());
            self.holds(same, || format!("{typed:?} finds {wanted:?}, not {found:?}"));
        }
        let newest = Ask { order: Order::Newest, ..Ask::new("công tác") };
        let newest = self.engine.search(&public(), &newest).await?;
        let first = newest.hits.first().map(|h| h.id.as_str());
        self.holds(first == Some("story:1"), || "the newest comes first".into());
        Ok(())
    }

    async fn counts(&mut self) -> Result<(), Trouble> {
        let mut ask = Ask { count: vec![Facet::Kind], ..Ask::new("công tác") };
        ask.filters.insert(Facet::Kind, vec!["document".into()]);
        let answer = self.engine.search(&public(), &ask).await?;
        let kinds = answer.counts.get(&Facet::Kind).cloned().unwrap_or_default();
        let wanted = [("document".to_owned(), 1), ("story".to_owned(), 1)];
        self.holds(answer.total == 1 && kinds == wanted, || {
            format!("a filter leaves its own counts: {kinds:?}")
        });
        for text in ["công tác", ""] {
            let mut ask = Ask { count: vec![Facet::Kind], ..Ask::new(text) };
            ask.filters.insert(Facet::Kind, vec!["nothing is of this kind".into()]);
            let answer = self.engine.search(&public(), &ask).await?;
            self.holds(answer.total == 0 && answer.hits.is_empty(), || {
                format!("a kind nothing is of finds {} for {text:?}", answer.total)
            });
        }
        Ok(())
    }

    async fn corrects_and_completes(&mut self) -> Result<(), Trouble> {
        let slip = self.engine.search(&public(), &Ask::new("tuyen truyne")).await?;
        self.holds(slip.did_you_mean.as_deref() == Some("tuyên truyền"), || {
            format!("a slip is put right, not {:?}", slip.did_you_mean)
        });
        let found = self.engine.suggest(&public(), "hop b", 5, None).await?;
        let whole = found.iter().any(|s| s.id.as_deref() == Some("story:1"));
        self.holds(whole, || format!("a title is completed, not {found:?}"));
        let hit = self.engine.search(&public(), &Ask::new("tuyen")).await?.hits.into_iter().next();
        let title = hit.map(|h| h.title).unwrap_or_default();
        let marked: Vec<&str> = title.marks.iter().filter_map(|m| title.text.get(m.clone())).collect();
        self.holds(marked == ["tuyên"], || format!("words are marked to the letter, not {marked:?}"));
        Ok(())
    }

    async fn pages(&mut self) -> Result<(), Trouble> {
        for order in [Order::Relevance, Order::Newest] {
            let (mut seen, mut after) = (Vec::new(), None);
            for _ in 0..10 {
                let ask = Ask { order, size: 2, after, ..Ask::new("") };
                let page = self.engine.search(&public(), &ask).await?;
                seen.extend(page.hits.into_iter().map(|h| h.id));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            let once: BTreeSet<&String> = seen.iter().collect();
            self.holds(once.len() == 6 && seen.len() == 6, || {
                format!("pages show each thing once: {seen:?}")
            });
        }
        Ok(())
    }

    async fn hides(&mut self) -> Result<(), Trouble> {
        for typed in ["sáp nhập", "sap nhap", "sáp nhậpp", "sapnhap", "bản thảo tuyệt mật"] {
            let answer = self.engine.search(&public(), &Ask::new(typed)).await?;
            let hidden = answer.hits.iter().all(|h| h.id != "story:9")
                && !answer.did_you_mean.is_some_and(|t| t.contains("sáp nhập"));
            self.holds(hidden, || format!("{typed:?} tells the public nothing"));
        }
        let told = self.engine.suggest(&public(), "bản th", 5, None).await?;
        self.holds(told.is_empty(), || format!("nothing hidden is suggested: {told:?}"));
        let desk = self.engine.search(&Held::new([DESK]), &Ask::new("sap nhap")).await?;
        self.holds(desk.total == 1, || "the desk finds its own".into());
        let nobody = self.engine.search(&Held::default(), &Ask::new("")).await?;
        self.holds(nobody.total == 0, || "who holds nothing finds nothing".into());
        Ok(())
    }

    async fn bears_odd_texts(&mut self) -> Result<(), Trouble> {
        let long = "tuyên truyền ".repeat(700_000);
        let quotes = "\"-(".repeat(3_000_000);
        let terms: String = (0..10_000).map(|n| format!("t{n} ")).collect();
        for typed in ODD.iter().copied().chain([long.as_str(), quotes.as_str(), terms.as_str()]) {
            let answered = self.engine.search(&public(), &Ask::new(typed)).await.is_ok();
            let completed = self.engine.suggest(&public(), typed, 5, None).await.is_ok();
            let shown: String = typed.chars().take(40).collect();
            self.holds(answered && completed, || format!("{shown:?} is answered"));
        }
        Ok(())
    }

    async fn follows(&mut self) -> Result<(), Trouble> {
        self.holds(self.engine.sequence().await? == 7, || "the number of the last batch is kept".into());
        let before = self.engine.stamps().await?.len();
        let changed = office().into_iter().find(|e| e.id == "story:2").map(|mut entry| {
            entry.title = "Hạn hán kéo dài".into();
            entry.stamp = 99;
            Change::Put(Box::new(entry))
        });
        let changes: Vec<Change> = changed.into_iter().chain([Change::Remove("question:1".into())]).collect();
        self.engine.apply(&changes, 8).await?;
        self.engine.apply(&changes, 8).await?;
        self.holds(self.ids("hạn hán").await? == ["story:2"], || "a change is found at once".into());
        self.holds(self.ids("thôi").await?.is_empty(), || "what is removed is gone".into());
        let stamps = self.engine.stamps().await?;
        self.holds(stamps.len() == before - 1 && stamps.contains(&("story:2".into(), 99)), || {
            format!("stamps are those of the last state: {stamps:?}")
        });
        Ok(())
    }

    /// A store may need a moment to hear that the one before was given up.
    async fn after_giving_up(&self) -> Result<Box<dyn Building>, Trouble> {
        for _ in 0..1_000 {
            match self.engine.rebuild().await {
                Err(Trouble::Busy) => {}
                other => return other,
            }
        }
        Err(Trouble::Busy)
    }

    /// Making it anew beside the one in use: that one answers meanwhile, and an unfinished one leaves nothing.
    async fn rebuilds(&mut self) -> Result<(), Trouble> {
        let only = |id: &str| -> Vec<Change> {
            office().into_iter().filter(|e| e.id == id).map(|e| Change::Put(Box::new(e))).collect()
        };
        let mut unfinished = self.engine.rebuild().await?;
        unfinished.add(only("story:1")).await?;
        drop(unfinished);
        let mut building = self.after_giving_up().await?;
        building.add(only("story:2")).await?;
        self.holds(self.ids("hạn hán").await? == ["story:2"], || "the old index answers meanwhile".into());
        building.finish(9).await?;
        let stamps = self.engine.stamps().await?;
        self.holds(stamps.len() == 1, || format!("the new index holds what it was given: {stamps:?}"));
        self.holds(self.ids("hạn hán").await?.is_empty(), || "what it was not given is gone".into());
        self.holds(self.engine.sequence().await? == 9, || "its number is kept".into());
        self.engine.apply(&only("story:3"), 10).await?;
        self.holds(self.ids("mạ").await? == ["story:3"], || "it follows on".into());
        Ok(())
    }
}

fn public() -> Held {
    Held::new([PUBLIC])
}
