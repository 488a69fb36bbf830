//! Reads `/demo/press`: items as front matter and body like stories, reprints as the original's key and its changes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::{Answer, Edit, Item, Outlet, Press, Topic, When};
use crate::{
    read::{Flaw, flaw, pieces, toml},
    texts,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutletsFile {
    outlets: Vec<Outlet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicsFile {
    topics: Vec<Topic>,
}

/// Front matter of an item: its own text stands below it; a reprint takes the original's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    key: String,
    outlet: String,
    title: String,
    /// The original's where a reprint leaves it out.
    #[serde(default)]
    summary: Option<String>,
    #[serde(default)]
    byline: String,
    #[serde(default, deserialize_with = "crate::when::maybe_moment")]
    at: Option<Timestamp>,
    #[serde(default)]
    after: Option<u32>,
    #[serde(default)]
    after_answer: Option<u32>,
    /// The original's where a reprint leaves it out.
    #[serde(default)]
    event: Option<String>,
    #[serde(default)]
    reprints: Option<String>,
    /// Which paragraphs of the original a reprint keeps, from 1; all where left out.
    #[serde(default)]
    keep: Vec<usize>,
    /// What a reprint changes in the text it took over: old and new words.
    #[serde(default)]
    swap: Vec<(String, String)>,
    #[serde(default)]
    edit: Option<EditHead>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditHead {
    #[serde(default, deserialize_with = "crate::when::maybe_moment")]
    at: Option<Timestamp>,
    #[serde(default)]
    after: Option<u32>,
    #[serde(default)]
    after_answer: Option<u32>,
    /// As before where left out.
    #[serde(default)]
    title: Option<String>,
    /// Old and new words of the body.
    #[serde(default)]
    swap: Vec<(String, String)>,
    /// A paragraph added at the end.
    #[serde(default)]
    add: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerHead {
    unit: String,
    question: String,
    title: String,
    summary: String,
}

pub(super) fn press() -> Result<Press, Flaw> {
    let outlets: OutletsFile = toml("press/outlets.toml", "whole file", texts::OUTLETS)?;
    let topics: TopicsFile = toml("press/topics.toml", "whole file", texts::TOPICS)?;
    let mut read = Read { outlets: outlets.outlets, known: BTreeMap::new() };
    for (file, text) in texts::PRESS {
        for (head, body) in pieces(file, text)? {
            let item = read.item(file, head, body)?;
            if let Some(twin) = read.known.insert(item.key.clone(), item) {
                return Err(flaw(file, &twin.key, "its key appears twice"));
            }
        }
    }
    let mut items: Vec<Item> = read.known.into_values().collect();
    items.sort_by(|one, other| (one.when, &one.key).cmp(&(other.when, &other.key)));
    let first_after = items.partition_point(|one| !matches!(one.when, When::AfterAnswer(_)));
    let after = items.split_off(first_after);
    let answer = answer(after)?;
    Ok(Press { outlets: read.outlets, topics: topics.topics, items, answer })
}

fn answer(after: Vec<Item>) -> Result<Answer, Flaw> {
    const FILE: &str = "press/answer.md";
    let mut found = pieces(FILE, texts::ANSWER)?.into_iter();
    let (Some((head, body)), None) = (found.next(), found.next()) else {
        return Err(flaw(FILE, "whole file", "must hold one statement"));
    };
    let head: AnswerHead = toml(FILE, "statement", head)?;
    Ok(Answer {
        unit: head.unit,
        question: head.question,
        title: head.title,
        summary: head.summary,
        body: body.trim().to_owned(),
        after,
    })
}

/// What has been read so far; an original stands before its reprints.
struct Read {
    outlets: Vec<Outlet>,
    known: BTreeMap<String, Item>,
}

impl Read {
    fn item(&self, file: &str, head: &str, body: &str) -> Result<Item, Flaw> {
        let head: Head = toml(file, head.lines().next().unwrap_or("start"), head)?;
        let wrong = |why: &str| flaw(file, &head.key, why);
        let when = when(head.at, head.after, head.after_answer)
            .ok_or_else(|| wrong("needs one of `at`, `after`, `after_answer`"))?;
        let original = match &head.reprints {
            Some(key) => {
                Some(self.known.get(key).ok_or_else(|| wrong("reprints what does not stand before it"))?)
            }
            None => None,
        };
        let body = match original {
            Some(original) => self.reprint(original, &head, body).map_err(|why| wrong(&why))?,
            None => body.trim().to_owned(),
        };
        let edit = match &head.edit {
            Some(edit) => Some(edited(edit, &head.title, &body).map_err(|why| wrong(&why))?),
            None => None,
        };
        let summary = head.summary.clone().or_else(|| original.map(|one| one.summary.clone()));
        Ok(Item {
            summary: summary.ok_or_else(|| wrong("has no summary"))?,
            event: head.event.clone().or_else(|| original.and_then(|one| one.event.clone())),
            key: head.key,
            outlet: head.outlet,
            title: head.title,
            body,
            byline: head.byline,
            when,
            reprints: head.reprints,
            edit,
        })
    }

    /// The original's text as the other outlet prints it, its own words below, the source in the last line.
    fn reprint(&self, original: &Item, head: &Head, own: &str) -> Result<String, String> {
        let source = self.outlets.iter().find(|one| one.key == original.outlet);
        let source = source.ok_or_else(|| format!("no outlet `{}`", original.outlet))?;
        let kept: Vec<&str> = original
            .body
            .split("\n\n")
            .enumerate()
            .filter(|(at, _)| head.keep.is_empty() || head.keep.contains(&(at + 1)))
            .map(|(_, paragraph)| paragraph)
            .collect();
        let mut body = swapped(&kept.join("\n\n"), &head.swap)?;
        for more in [own.trim(), &format!("Theo {}", source.name)] {
            if !more.is_empty() {
                body.push_str("\n\n");
                body.push_str(more);
            }
        }
        Ok(body)
    }
}

fn when(at: Option<Timestamp>, after: Option<u32>, after_answer: Option<u32>) -> Option<When> {
    match (at, after, after_answer) {
        (Some(at), None, None) => Some(When::At(at)),
        (None, Some(seconds), None) => Some(When::After(seconds)),
        (None, None, Some(seconds)) => Some(When::AfterAnswer(seconds)),
        _ => None,
    }
}

fn edited(edit: &EditHead, title: &str, body: &str) -> Result<Edit, String> {
    let when = when(edit.at, edit.after, edit.after_answer).ok_or("its edit has no time")?;
    let mut body = swapped(body, &edit.swap)?;
    if let Some(more) = &edit.add {
        body.push_str("\n\n");
        body.push_str(more);
    }
    Ok(Edit { when, title: edit.title.clone().unwrap_or_else(|| title.to_owned()), body })
}

fn swapped(text: &str, swaps: &[(String, String)]) -> Result<String, String> {
    swaps.iter().try_fold(text.to_owned(), |text, (old, new)| {
        if text.contains(old.as_str()) {
            Ok(text.replace(old, new))
        } else {
            Err(format!("does not say `{old}`"))
        }
    })
}
