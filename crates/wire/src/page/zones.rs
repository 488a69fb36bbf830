//! Head, text and tail of a page: which line is the headline, where the story begins and where it is over.

use super::captions::{is_caption, names_people};
use super::furniture::{Role, is_capitals, judge};
use super::html::Facts;
use super::labels::{self, Said};
use super::lines::{Line, Markup, is_prose, last_mark, words};
use super::model::{Block, BlockKind, Note, Page};
use super::{documents, names, text_ends};
use viet::dates;

/// A line with what the rules say of it.
struct Judged<'a> {
    line: &'a Line,
    role: Option<Role>,
    said: Option<Said>,
    prose: bool,
}

pub(super) fn recognise(lines: &[Line], facts: &Facts) -> Option<Page> {
    let lines = judged(lines);
    let mut page = Page {
        title: String::new(),
        title_inferred: false,
        published: None,
        updated: None,
        byline: None,
        source: None,
        captions: Vec::new(),
        body: String::new(),
        blocks: Vec::new(),
        documents: Vec::new(),
        notes: Vec::new(),
    };
    let title = read_head(&lines, facts, &mut page);
    let start = lines.iter().position(|l| l.prose).unwrap_or_else(|| short_start(&lines, title));
    let end = end_of_story(&lines, start);
    read_text(&lines, start, end, &mut page);
    if page.blocks.is_empty() {
        read_whatever(&lines, title, &mut page);
    }
    read_documents(&lines, start, &mut page);
    read_late_facts(&lines, end, &mut page);
    take_facts(facts, &mut page);
    settle_dates(&mut page);
    if page.title.is_empty() {
        page.title = inferred_title(&page)?;
        page.title_inferred = true;
        page.notes.push(Note::new(
            "title-inferred",
            "the page has no headline; it was made from the first sentence",
        ));
    }
    let body: Vec<&str> =
        page.blocks.iter().filter(|b| b.kind != BlockKind::Caption).map(|b| b.text.as_str()).collect();
    page.body = body.join("\n\n");
    Some(page)
}

fn judged(lines: &[Line]) -> Vec<Judged<'_>> {
    let mut out: Vec<Judged<'_>> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let table = line.markup == Markup::Table;
        // "Ngày đăng:" may stand on a line of its own above its date.
        let label = at.checked_sub(1).and_then(|p| lines.get(p)).filter(|l| labels::is_date_label(&l.text));
        let said = match label {
            _ if table => None,
            Some(label) => {
                labels::read(&format!("{} {}", label.text, line.text)).or_else(|| labels::read(&line.text))
            }
            None => labels::read(&line.text),
        };
        // Counters beside a date are part of a metadata line, so facts are read first.
        let role = if said.is_some() || table { None } else { judge(&line.text) };
        let role = role.or_else(|| labels::is_date_label(&line.text).then_some(Role::Control));
        let free = said.is_none() && role.is_none() && !line.linked;
        let running = match line.markup {
            Markup::Paragraph => is_prose(&line.text) || (line.words() >= 8 && ends_sentence(&line.text)),
            Markup::Bare | Markup::ListItem => is_prose(&line.text),
            Markup::Heading(_) | Markup::Table | Markup::Caption => false,
        };
        let prose = free
            && running
            && !line.outside
            && !is_caption(&line.text)
            && documents::split(&line.text).len() < 3;
        out.push(Judged { line, role, said, prose });
    }
    out
}

/// Takes headline, dates and byline from before the text; the place of the headline.
fn read_head(lines: &[Judged<'_>], facts: &Facts, page: &mut Page) -> Option<usize> {
    let start = lines.iter().position(|l| l.prose).unwrap_or(lines.len());
    let head = lines.get(..start)?;
    let stated = stated_headline(head, facts);
    if let Stated::Apart(title) = &stated {
        page.title.clone_from(title);
    }
    let title = match stated {
        Stated::Line(at) => Some(at),
        Stated::Apart(_) => None,
        Stated::Unknown => headline(head),
    };
    if let Some(line) = title.and_then(|at| head.get(at)) {
        match labels::trailing_date(&line.line.text) {
            Some((text, stamp)) => {
                page.title = one_line(text);
                page.published = Some(stamp);
            }
            None => page.title = one_line(&line.line.text),
        }
    }
    let after = title.map_or(0, |at| at + 1);
    for line in head.get(after..)? {
        if title.is_some() && is_lead(line) {
            paragraph(line.line, page);
            continue;
        }
        read_line_after_title(line, page);
    }
    if page.published.is_none() && page.updated.is_none() && facts.published().is_none() {
        read_above(head.get(..after)?, page);
    }
    title
}

fn read_line_after_title(line: &Judged<'_>, page: &mut Page) {
    let text = line.line.text.as_str();
    if let Some(said) = &line.said {
        merge(said, page);
    } else if line.line.outside || line.role.is_some() || line.line.linked || same(text, &page.title) {
    } else if line.line.markup == Markup::Caption || is_caption(text) {
        push(page, BlockKind::Caption, text);
    } else if let Some((byline, source)) =
        labels::signature(text).filter(|_| page.byline.is_none() && !page.title.is_empty())
    {
        page.byline = Some(byline);
        page.source = page.source.take().or(source);
    } else if line.line.words() >= 6 {
        paragraph(line.line, page);
    } else {
        left_out(page, text);
    }
}

/// The lead (sapo) of papers that keep it under the headline, outside the box of the text.
fn is_lead(line: &Judged<'_>) -> bool {
    if line.role.is_some() || line.said.is_some() {
        return false;
    }
    let line = line.line;
    let shaped = matches!(line.markup, Markup::Paragraph | Markup::Heading(2..));
    line.outside && !line.beside && !line.linked && shaped && line.words() >= 10 && ends_sentence(&line.text)
}

/// Dates above the headline count only when there is none below: most are the day the page was looked at.
fn read_above(above: &[Judged<'_>], page: &mut Page) {
    let Some(said) = above.iter().rev().find_map(|l| l.said.as_ref().filter(|s| s.has_date())) else {
        return;
    };
    merge(said, page);
    page.notes.push(Note::new(
        "date-above-title",
        "the only date stands above the headline and may be the day of saving",
    ));
}

enum Stated {
    /// The page prints the title that its markup states.
    Line(usize),
    /// It states one that it does not print.
    Apart(String),
    Unknown,
}

/// The headline by what markup states: as printed where the page prints it, else its one main heading.
fn stated_headline(head: &[Judged<'_>], facts: &Facts) -> Stated {
    let titles = facts.titles();
    let printed = |title: &String, heading: bool| {
        let wanted = super::lines::key(title);
        head.iter().position(|l| {
            let printed = super::lines::key(&l.line.text);
            let kin = printed == wanted
                || (l.line.words() >= 4 && (wanted.starts_with(&printed) || printed.starts_with(&wanted)));
            kin && l.role.is_none()
                && matches!(l.line.markup, Markup::Heading(_)) == heading
                && (heading || !l.line.linked)
        })
    };
    for heading in [true, false] {
        if let Some(at) = titles.iter().filter(|t| words(t) >= 2).find_map(|t| printed(t, heading)) {
            return Stated::Line(at);
        }
    }
    let mut main = head
        .iter()
        .enumerate()
        .filter(|(_, l)| l.line.markup == Markup::Heading(1) && l.role.is_none() && l.line.words() >= 3);
    if let (Some((at, _)), None) = (main.next(), main.next()) {
        return Stated::Line(at);
    }
    match titles.into_iter().find(|t| words(t) >= 3 && judge(t).is_none()) {
        Some(title) => Stated::Apart(title),
        None => Stated::Unknown,
    }
}

fn headline(head: &[Judged<'_>]) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for (at, line) in head.iter().enumerate() {
        let Some(score) = headline_score(head, at, line) else { continue };
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// How much a line looks like the headline; nothing when it cannot be.
fn headline_score(head: &[Judged<'_>], at: usize, line: &Judged<'_>) -> Option<i32> {
    let text = line.line.text.as_str();
    let heading = matches!(line.line.markup, Markup::Heading(_));
    let dated = labels::trailing_date(text).is_some();
    let count = line.line.words();
    if (line.said.is_some() && !dated)
        || line.role.is_some()
        || (line.line.linked && !heading)
        || count > 45
        || (count < 3 && !heading)
    {
        return None;
    }
    let mut score = match line.line.markup {
        Markup::Heading(1) => 6,
        Markup::Heading(2) => 3,
        Markup::Heading(_) => 1,
        Markup::Caption | Markup::Table | Markup::ListItem => -6,
        _ => 0,
    };
    score += if (5..=35).contains(&count) { 3 } else { 0 };
    score += if dated { 4 } else { 0 };
    // The date stands right under the headline on nearly every portal.
    let next = head.get(at + 1..)?.iter().find(|l| !matches!(l.role, Some(Role::Control | Role::Counter)));
    score += if next.and_then(|l| l.said.as_ref()).is_some_and(Said::has_date) { 5 } else { 0 };
    score -= if is_capitals(text) { 1 } else { 0 };
    score -= if names::is_person(text) { 4 } else { 0 };
    score -= if is_caption(text) { 2 } else { 0 };
    score -= if last_mark(text) == Some('.') { 2 } else { 0 };
    Some(score)
}

/// Where the text of a very short story begins: the first sentence after headline and facts.
fn short_start(lines: &[Judged<'_>], title: Option<usize>) -> usize {
    let after = title.map_or(0, |at| at + 1);
    let found = lines.iter().enumerate().skip(after).find(|(_, l)| {
        l.role.is_none()
            && l.said.is_none()
            && !l.line.outside
            && !l.line.linked
            && ends_sentence(&l.line.text)
    });
    found.map_or(lines.len(), |(at, _)| at)
}

/// The first line that is no longer the story.
fn end_of_story(lines: &[Judged<'_>], start: usize) -> usize {
    let prose: Vec<usize> = lines.iter().map(|l| if l.prose { l.line.text.len() } else { 0 }).collect();
    let all: usize = prose.iter().skip(start).sum();
    let mut passed = 0;
    for (at, line) in lines.iter().enumerate().skip(start) {
        let closes = matches!(line.role, Some(Role::Closer | Role::Documents));
        let glued = documents::split(&line.line.text).len() >= 3;
        // A word like "Video" or "Văn bản" may head a part of the story: then much text still follows.
        if at > start && (closes || glued) && (all - passed) * 5 <= all * 2 {
            return at;
        }
        passed += prose.get(at).copied().unwrap_or(0);
    }
    lines.len()
}

fn read_text(lines: &[Judged<'_>], start: usize, end: usize, page: &mut Page) {
    let last_prose = (start..end).rev().find(|at| lines.get(*at).is_some_and(|l| l.prose)).unwrap_or(start);
    let tail = Tail::of(lines, last_prose, end);
    let mut aside = false;
    // After the end mark only captions and signatures are still looked for; after a signature nothing.
    let (mut marked, mut over) = (false, false);
    for at in start..end {
        let Some(line) = lines.get(at) else { break };
        if line.line.outside {
            continue;
        }
        if let Some(said) = &line.said {
            merge(said, page);
            over |= at > last_prose && (said.byline.is_some() || said.source.is_some());
            continue;
        }
        if line.prose || at == start {
            aside = false;
            marked |= paragraph(line.line, page) && at >= last_prose;
            continue;
        }
        if at < last_prose {
            read_inner(line, &mut aside, page);
        } else if !over {
            over = read_after(line, at, &tail, marked, page);
        }
    }
}

/// A page without one full sentence: all that is no furniture, so that nothing said is lost.
fn read_whatever(lines: &[Judged<'_>], title: Option<usize>, page: &mut Page) {
    let free = |l: &&Judged<'_>| {
        l.role.is_none()
            && l.said.is_none()
            && !l.line.linked
            && !l.line.outside
            && !documents::is_title(&l.line.text)
            && documents::split(&l.line.text).len() < 3
    };
    let after = title.map_or(0, |at| at + 1);
    for line in lines.iter().skip(after).filter(free) {
        paragraph(line.line, page);
    }
    if !page.blocks.is_empty() {
        page.notes.push(Note::new(
            "no-sentence",
            "the page holds no full sentence; everything that is no furniture was kept",
        ));
    }
}

/// A line between paragraphs.
fn read_inner(line: &Judged<'_>, aside: &mut bool, page: &mut Page) {
    let text = line.line.text.as_str();
    match line.role {
        Some(Role::Aside) => *aside = true,
        Some(Role::Section | Role::Documents | Role::Closer) if !line.line.linked => {
            push(page, BlockKind::Heading, text)
        }
        Some(_) => {}
        None if line.line.markup == Markup::Caption => push(page, BlockKind::Caption, text),
        None if *aside || line.line.linked => left_out(page, text),
        None if is_caption(text) && line.line.markup != Markup::ListItem => {
            push(page, BlockKind::Caption, text)
        }
        None if same(text, &page.title) => {}
        // A second picture under the first.
        None if page.blocks.last().is_some_and(|b| b.kind == BlockKind::Caption) && names_people(text) => {
            push(page, BlockKind::Caption, text);
        }
        None => {
            paragraph(line.line, page);
        }
    }
}

/// A line after the last long paragraph; true when it ends the story.
fn read_after(line: &Judged<'_>, at: usize, tail: &Tail, marked: bool, page: &mut Page) -> bool {
    let text = line.line.text.as_str();
    if line.role.is_some() || line.line.linked {
        return line.role == Some(Role::Aside);
    }
    if line.line.markup == Markup::Caption || is_caption(text) {
        push(page, BlockKind::Caption, text);
        return false;
    }
    if let Some(source) = labels::theo(text) {
        page.source.get_or_insert(source);
        return true;
    }
    if let Some((byline, source)) = labels::signature(text).filter(|_| page.byline.is_none()) {
        page.byline = Some(byline);
        page.source = page.source.take().or(source);
        return true;
    }
    if marked {
        left_out(page, text);
        return false;
    }
    if !is_capitals(text) && at < tail.last_sentence {
        paragraph(line.line, page);
        return false;
    }
    if let Some(body) = labels::signing_body(text) {
        // In brackets a body is where the story comes from: "(TTXVN)".
        if text.starts_with('(') {
            page.source.get_or_insert(body);
        } else if page.byline.is_none() {
            page.byline = Some(labels::byline(&body).0);
        }
        return true;
    }
    if ends_sentence(text) || matches!(line.line.markup, Markup::ListItem | Markup::Table) || is_item(text) {
        paragraph(line.line, page);
        return false;
    }
    // Lines in capitals, or several that end like no sentence, are links to elsewhere (S150).
    if !is_capitals(text) && at >= tail.last_free && line.line.words() >= 5 {
        paragraph(line.line, page);
        return false;
    }
    left_out(page, text);
    is_capitals(text)
}

/// What follows the last long paragraph.
struct Tail {
    /// The last sentence of the story before anything that ends it.
    last_sentence: usize,
    /// The last line that is neither furniture nor a fact.
    last_free: usize,
}

impl Tail {
    fn of(lines: &[Judged<'_>], last_prose: usize, end: usize) -> Self {
        let mut tail = Self { last_sentence: 0, last_free: 0 };
        let mut over = false;
        for (at, line) in lines.iter().enumerate().take(end).skip(last_prose + 1) {
            let free = line.role.is_none() && line.said.is_none();
            let facts = line.said.as_ref().is_some_and(|s| s.byline.is_some() || s.source.is_some());
            over |= facts
                || matches!(line.role, Some(Role::Aside | Role::Closer))
                || labels::signature(&line.line.text).is_some();
            if free {
                tail.last_free = at;
            }
            if !over && free && !line.line.linked && line.line.words() >= 8 && ends_sentence(&line.line.text)
            {
                tail.last_sentence = at;
            }
        }
        tail
    }
}

/// Puts a line into the body; true when it carried the end mark (S137).
fn paragraph(line: &Line, page: &mut Page) -> bool {
    let kind = match line.markup {
        Markup::Heading(_) => BlockKind::Heading,
        Markup::ListItem => BlockKind::ListItem,
        Markup::Table => BlockKind::Table,
        _ if is_item(&line.text) => BlockKind::ListItem,
        Markup::Bare => heading_or_paragraph(line),
        _ => BlockKind::Paragraph,
    };
    if kind == BlockKind::Table {
        push(page, kind, &line.text);
        return false;
    }
    let ending = text_ends::take(&line.text);
    if let Some((byline, source)) = ending.signature {
        page.byline = page.byline.take().or(byline);
        page.source = page.source.take().or(source);
    }
    push(page, kind, ending.text);
    ending.marked
}

fn heading_or_paragraph(line: &Line) -> BlockKind {
    let short = line.words() <= 20 && !ends_sentence(&line.text) && !line.text.ends_with([';', ',', ':']);
    if short { BlockKind::Heading } else { BlockKind::Paragraph }
}

fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('-' | '+' | '•' | '*' | '–'))
        && chars.next().is_some_and(|c| !c.is_ascii_digit())
}

fn ends_sentence(text: &str) -> bool {
    matches!(last_mark(text), Some('.' | '!' | '?' | '…' | '。' | '！' | '？')) && words(text) >= 4
}

/// A headline with plain single spaces: a hard space in it would only hide it from search.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same(a: &str, b: &str) -> bool {
    super::lines::key(a) == super::lines::key(b)
}

fn push(page: &mut Page, kind: BlockKind, text: &str) {
    if text.is_empty() {
        return;
    }
    if kind == BlockKind::Caption {
        page.captions.push(text.to_owned());
    }
    page.blocks.push(Block { kind, text: text.to_owned() });
}

fn left_out(page: &mut Page, text: &str) {
    if text.chars().count() > 2 && page.notes.len() < 100 {
        page.notes.push(Note::new("left-out", format!("taken for furniture: {text}")));
    }
}

fn merge(said: &Said, page: &mut Page) {
    if page.published.is_none() {
        page.published.clone_from(&said.published);
    }
    if page.updated.is_none() {
        page.updated.clone_from(&said.updated);
    }
    if page.source.is_none() {
        page.source.clone_from(&said.source);
    }
    if let Some(invalid) = &said.invalid {
        page.notes.push(Note::new("date-invalid", format!("there is no such day: {invalid}")));
    }
    // Who put it on the site stands in only until the writer is found.
    let poster = |n: &Note| n.key == "byline-poster";
    let standing_in = page.notes.iter().any(poster);
    if said.byline.is_some() && (page.byline.is_none() || (standing_in && !said.poster)) {
        page.byline.clone_from(&said.byline);
        page.notes.retain(|n| !poster(n));
        if said.poster {
            page.notes.push(Note::new(
                "byline-poster",
                "the page says who put the story on the site, not who wrote it",
            ));
        }
    }
}

/// Lists of documents under their heading, or glued on one line anywhere after the text began.
fn read_documents(lines: &[Judged<'_>], start: usize, page: &mut Page) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let glued = |l: &Judged<'_>| documents::split(&l.line.text).len() >= 3;
        let begins = line.role == Some(Role::Documents) || (at > start && glued(line));
        if !begins {
            continue;
        }
        let first = if line.role == Some(Role::Documents) { at } else { at - 1 };
        let rest = lines.get(first..).unwrap_or_default();
        let length = rest
            .iter()
            .take_while(|l| !l.prose && (glued(l) || l.role.is_none()) && !is_capitals(&l.line.text))
            .count();
        let texts: Vec<&str> =
            rest.iter().take(length).filter(|l| l.said.is_none()).map(|l| l.line.text.as_str()).collect();
        let last = texts.iter().rposition(|t| documents::is_title(t) || documents::split(t).len() >= 3);
        let Some(texts) = last.and_then(|last| texts.get(..=last)) else { continue };
        let (documents, repeated) = documents::read(texts);
        page.documents.extend(documents);
        if repeated {
            page.notes.push(Note::new(
                "documents-repeated",
                "the page prints its list of documents more than once; it was taken once",
            ));
        }
        at = first + length;
    }
    let open = page.documents.iter().filter(|d| d.kind.is_none()).count();
    if open > 0 {
        page.notes.push(Note::new(
            "document-type-open",
            format!("{open} listed documents state no type, or an uncertain one"),
        ));
    }
}

/// Facts that stand beside or under the story's end: a signature outside its part of the page, a labelled date
/// below the lists.
fn read_late_facts(lines: &[Judged<'_>], end: usize, page: &mut Page) {
    let last_inside = lines.iter().rposition(|l| l.prose).map_or(0, |at| at + 1);
    let near = lines.get(last_inside..).unwrap_or_default().iter().filter(|l| l.line.outside);
    for line in near.take(12).take_while(|l| l.role != Some(Role::Closer)) {
        if let Some(said) = line.said.as_ref().filter(|s| s.byline.is_some() || s.source.is_some()) {
            merge(&Said { published: None, updated: None, ..said.clone() }, page);
        }
    }
    if page.published.is_some() || page.updated.is_some() {
        return;
    }
    let mut late =
        lines.get(end.min(last_inside)..).unwrap_or_default().iter().filter_map(|l| l.said.as_ref());
    if let Some(said) = late.find(|s| s.has_date() && s.labelled) {
        merge(&Said { byline: None, source: None, ..said.clone() }, page);
    }
}

/// What markup states for machines fills what the page does not print, and gives the time to a bare day.
fn take_facts(facts: &Facts, page: &mut Page) {
    if let Some(stated) = facts.published() {
        let finer =
            page.published.as_ref().is_none_or(|p| p.when().time.is_none() || p.date() != stated.date());
        if finer {
            page.published = Some(stated.clone());
        }
    }
    if page.updated.is_none() && facts.updated() != page.published.as_ref() {
        page.updated = facts.updated().cloned();
    }
    if page.byline.is_none() {
        page.byline = facts.author().map(|a| labels::byline(a).0);
    }
}

/// A page that only says when it was updated was published then as far as anyone can tell (S132).
fn settle_dates(page: &mut Page) {
    if page.published.is_none() {
        if let Some(updated) = &page.updated {
            page.published = Some(updated.clone());
            page.notes.push(Note::new(
                "published-from-updated",
                "the page only says when it was updated; that day stands for publication",
            ));
        } else {
            page.notes.push(Note::new("published-missing", "the page says nowhere when it was published"));
        }
    }
    let stamps = page.published.iter().chain(page.updated.iter());
    let mut doubts: Vec<dates::Doubt> = stamps.flat_map(|s| s.when().doubts.clone()).collect();
    doubts.dedup();
    for doubt in doubts {
        let note = match doubt {
            dates::Doubt::WeekdayDisagrees { said, is } => Note::new(
                "weekday-disagrees",
                format!("the page says {}, but that day is {}", said.vietnamese(), is.vietnamese()),
            ),
            dates::Doubt::ShortYear => Note::new("short-year", "the year is written with two digits"),
            dates::Doubt::MonthFirst => {
                Note::new("month-first", "the date makes sense only with the month first")
            }
            dates::Doubt::YearInferred | dates::Doubt::PartOnly | dates::Doubt::Relative => continue,
        };
        page.notes.push(note);
    }
}

/// The first sentence without the day it opens with, cut at a clause when it is long.
fn inferred_title(page: &Page) -> Option<String> {
    const LONGEST: usize = 130;
    let first = page.blocks.iter().find(|b| b.kind != BlockKind::Caption).or(page.blocks.first())?;
    let mut text = first.text.as_str();
    let anyday = dates::Date::new(2000, 1, 1);
    if let Some(found) = dates::find(text, anyday)
        .first()
        .filter(|f| f.span.start == 0 && text.get(f.span.end..).is_some_and(|r| r.starts_with(',')))
    {
        text = text.get(found.span.end..).unwrap_or(text).trim_start_matches([',', ' ', '\u{a0}']);
    }
    let sentence = [". ", "! ", "? ", "; ", "\n"]
        .iter()
        .filter_map(|m| text.find(m))
        .min()
        .map_or(text, |at| text.get(..at).unwrap_or(text));
    let sentence = sentence.trim_end_matches(['.', ';', ':', ',', '…', ' ']);
    let mut title = sentence.to_owned();
    if sentence.chars().count() > LONGEST {
        let cut = sentence.char_indices().nth(LONGEST).map_or(sentence.len(), |(at, _)| at);
        let head = sentence.get(..cut).unwrap_or(sentence);
        let clause = [", ", " – ", " nhằm ", " để "]
            .iter()
            .filter_map(|m| head.rfind(m))
            .max()
            .filter(|at| *at > cut / 2);
        let end = clause.or_else(|| head.rfind(' ')).unwrap_or(cut);
        title = head.get(..end).unwrap_or(head).to_owned();
        if clause.is_none() {
            title.push('…');
        }
    }
    let mut chars = title.chars();
    let capital: String = chars.next()?.to_uppercase().collect();
    Some(capital + chars.as_str())
}
