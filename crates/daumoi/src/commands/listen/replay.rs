//! Mentions in time order → the hot spots they would have raised. Memory is bounded by the windows.

use super::{seconds, word};
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, BufWriter, Write};

use pulse::heat::{Alert, Heat, Sighting, Subject, wording};
use pulse::reprints::Reprints;
use pulse::threads::{Change, Mention, Settings};
use pulse::{MentionNo, Threads};
use serde_json::{Value, json};

pub(super) fn run(files: Vec<super::Lines>) -> io::Result<()> {
    let mut desk = Desk::default();
    let mut out = BufWriter::new(io::stdout().lock());
    for line in files.into_iter().flatten() {
        let Ok(item) = serde_json::from_str::<Value>(&line?) else { continue };
        if let Some(told) = desk.take(&item) {
            writeln!(out, "{told}")?;
            out.flush()?;
        }
    }
    Ok(())
}

struct Desk {
    threads: Threads,
    reprints: Reprints,
    heat: Heat,
    outlets: BTreeMap<String, u64>,
    /// Id, title and text of the mentions in the window.
    shown: VecDeque<(Value, (String, String))>,
    first: u64,
    now: i64,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            threads: Threads::new(Settings::default()),
            reprints: Reprints::new(pulse::reprints::Settings::default()),
            heat: Heat::new(pulse::heat::Settings::default()),
            outlets: BTreeMap::new(),
            shown: VecDeque::new(),
            first: 0,
            now: 0,
        }
    }
}

impl Desk {
    fn take(&mut self, item: &Value) -> Option<Value> {
        let (title, text) = (word(item, "title"), format!("{}\n{}", word(item, "sapo"), word(item, "text")));
        let at = seconds(word(item, "published")).or_else(|| seconds(word(item, "first_seen")));
        self.now = self.now.max(at.unwrap_or(self.now));
        let next = self.outlets.len() as u64;
        let outlet = Some(word(item, "outlet")).filter(|o| !o.is_empty());
        let outlet = outlet.map(|o| *self.outlets.entry(o.to_owned()).or_insert(next));
        self.shown.push_back((item.get("id").cloned().unwrap_or_default(), (title.to_owned(), text.clone())));

        let (mention, thread) = self.threads.add(&Mention { title, text: &text, published: at });
        let (_, copy) = self.reprints.add(&text, at);
        self.follow();
        self.heat.hear(self.now);
        let sighting = Sighting {
            mention,
            at: self.now,
            outlet,
            central: item.get("central").and_then(Value::as_bool).unwrap_or_default(),
            copy: copy.is_some(),
            wording: wording(title, &text),
        };
        let alert = self.heat.see(Subject::Thread(thread), sighting);
        alert.map(|a| self.tell(&a))
    }

    fn follow(&mut self) {
        for change in self.threads.take_changes() {
            match change {
                Change::Merged { kept, gone } => self.heat.merge(kept, gone),
                Change::Split { from, new, mentions } => self.heat.part(from, new, &mentions),
                Change::Opened { .. }
                | Change::Joined { .. }
                | Change::Moved { .. }
                | Change::Closed { .. } => {}
            }
        }
        while self.shown.len() > self.threads.len() {
            self.shown.pop_front();
            self.first += 1;
        }
    }

    fn tell(&self, alert: &Alert) -> Value {
        let Subject::Thread(thread) = alert.subject else { return Value::Null };
        let shown = |no: MentionNo| self.shown.get(no.0.saturating_sub(self.first) as usize);
        let best = self.threads.best_member(thread).and_then(shown);
        let texts: Vec<&str> =
            alert.evidence.iter().filter_map(|&no| shown(no)).map(|s| s.1.1.as_str()).collect();
        let key: Vec<&str> = pulse::summary::key_sentences(&texts, 3)
            .into_iter()
            .filter_map(|k| texts.get(k.text)?.get(k.range))
            .collect();
        let r = &alert.reason;
        json!({
            "kind": if alert.before.is_some() { "worse" } else { "hot" },
            "thread": thread.0,
            "at": jiff::Timestamp::from_second(alert.at).map(|t| t.to_string()).unwrap_or_default(),
            "severity": format!("{:?}", alert.severity).to_lowercase(),
            "reason": {
                "key": r.key(), "mentions": r.mentions, "outlets": r.outlets, "hours": r.hours,
                "usual": (r.usual * 100.0).round() / 100.0, "contrary": r.contrary, "central": r.central,
                "copies": r.copies, "heat": (r.heat * 10.0).round() / 10.0,
            },
            "evidence": alert.evidence.iter().filter_map(|&no| shown(no)).map(|s| &s.0).collect::<Vec<_>>(),
            "title": best.map(|s| &s.1.0),
            "key": key,
        })
    }
}
