//! Mentions into threads.

use super::{seconds, word};
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};

use pulse::threads::{Change, Mention, Settings};
use pulse::{MentionNo, ThreadId, Threads};
use serde_json::{Value, json};

pub(super) fn run(lines: super::Lines, telling: bool) -> io::Result<()> {
    let (mut threads, mut book) = (Threads::new(Settings::default()), Book::default());
    let mut out = BufWriter::new(io::stdout().lock());
    for (at, line) in lines.enumerate() {
        let line = line?;
        let Ok(item) = serde_json::from_str::<Value>(&line) else {
            writeln!(out, "{}", json!({"error": "no JSON", "line": at + 1}))?;
            continue;
        };
        book.ids.push(item.get("id").cloned().unwrap_or_default());
        let published = seconds(word(&item, "published"));
        threads.add(&Mention { title: word(&item, "title"), text: word(&item, "text"), published });
        book.follow(threads.take_changes(), telling.then_some(&mut out))?;
    }
    threads.review();
    book.follow(threads.take_changes(), telling.then_some(&mut out))?;
    if !telling {
        book.print(&mut out)?;
    }
    out.flush()
}

/// Where every mention is, also when it has left the window.
#[derive(Default)]
struct Book {
    ids: Vec<Value>,
    threads: Vec<ThreadId>,
    members: HashMap<ThreadId, Vec<MentionNo>>,
}

impl Book {
    fn follow(&mut self, changes: Vec<Change>, mut out: Option<&mut impl Write>) -> io::Result<()> {
        for change in changes {
            if let Some(out) = &mut out {
                writeln!(out, "{}", self.tell(&change))?;
            }
            match change {
                Change::Opened { thread, mention } | Change::Joined { thread, mention, .. } => {
                    self.threads.push(thread);
                    self.members.entry(thread).or_default().push(mention);
                }
                Change::Merged { kept, gone } => {
                    for mention in self.members.remove(&gone).unwrap_or_default() {
                        self.put(mention, kept);
                    }
                }
                Change::Moved { mention, from, to } => self.shift(&[mention], from, to),
                Change::Split { from, new, mentions } => self.shift(&mentions, from, new),
                Change::Closed { .. } => {}
            }
        }
        Ok(())
    }

    fn shift(&mut self, mentions: &[MentionNo], from: ThreadId, to: ThreadId) {
        self.members.entry(from).or_default().retain(|m| !mentions.contains(m));
        mentions.iter().for_each(|&m| self.put(m, to));
    }

    fn put(&mut self, mention: MentionNo, thread: ThreadId) {
        if let Some(slot) = self.threads.get_mut(mention.0 as usize) {
            *slot = thread;
        }
        self.members.entry(thread).or_default().push(mention);
    }

    fn id(&self, mention: MentionNo) -> &Value {
        self.ids.get(mention.0 as usize).unwrap_or(&Value::Null)
    }

    fn tell(&self, change: &Change) -> Value {
        match change {
            Change::Opened { thread, mention } => {
                json!({"kind": "opened", "thread": thread.0, "id": self.id(*mention)})
            }
            Change::Joined { thread, mention, closeness } => {
                json!({"kind": "joined", "thread": thread.0, "id": self.id(*mention), "closeness": closeness})
            }
            Change::Merged { kept, gone } => json!({"kind": "merged", "thread": kept.0, "gone": gone.0}),
            Change::Moved { mention, from, to } => {
                json!({"kind": "moved", "thread": to.0, "from": from.0, "id": self.id(*mention)})
            }
            Change::Split { from, new, mentions } => {
                let ids: Vec<&Value> = mentions.iter().map(|&m| self.id(m)).collect();
                json!({"kind": "split", "thread": new.0, "from": from.0, "ids": ids})
            }
            Change::Closed { thread } => json!({"kind": "closed", "thread": thread.0}),
        }
    }

    fn print(&self, out: &mut impl Write) -> io::Result<()> {
        self.ids
            .iter()
            .zip(&self.threads)
            .try_for_each(|(id, thread)| writeln!(out, "{}", json!({"id": id, "thread": thread.0})))
    }
}
