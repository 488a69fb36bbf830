//! The desk's search: everything one may know of, narrowed by kind, unit, section and days.

use super::{Asked, Marks as _, NARROWED, insider};
use crate::{Found, House, audience};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Action, Thing};
use seek::query::Note;
use seek::{Answer, Facet};
use web::{Asker, Error, Locale, Page, Piece, html};

struct Line {
    href: String,
    title: Vec<Piece>,
    excerpt: Vec<Piece>,
    kind: String,
    unit: String,
    state: String,
    state_label: String,
    iso: String,
    when: String,
}

struct Choice {
    href: String,
    label: String,
    count: String,
    chosen: bool,
}

struct Narrowing {
    label: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "search_desk.html")]
struct SearchPage {
    p: Page,
    asked: Asked,
    given: bool,
    newest: bool,
    total: String,
    notes: Vec<String>,
    building: bool,
    mean: Option<(String, String)>,
    lines: Vec<Line>,
    narrowings: Vec<Narrowing>,
    by_relevance: String,
    by_date: String,
    next: String,
    later: bool,
    reads_missed: bool,
}

/// The page.
pub(crate) async fn show(
    State(house): State<House>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let look = asker.look();
    look.may(Action::EnterDesk, Thing::House)?;
    let mut p = asker.desk_page(asker.locale().t("search-title")).await?;
    p.query.clone_from(&asked.q);
    let given = !asked.is_empty();
    let (answer, found) = if given {
        house.find(&audience::held_by(insider(&asker)?), &asked.ask()).await?
    } else {
        (Answer::default(), Vec::new())
    };
    let address = |asked: &Asked| format!("/desk/search?{}", asked.address());
    let order = |order: &str| address(&Asked { order: order.into(), after: String::new(), ..asked.clone() });
    let page = SearchPage {
        given,
        newest: asked.order == "newest",
        total: p.f("search-total", "total", p.format.number(i64::try_from(answer.total).unwrap_or(i64::MAX))),
        notes: notes(asker.locale(), &answer),
        building: !house.is_ready(),
        mean: answer.did_you_mean.as_ref().map(|words| {
            (address(&Asked { q: words.clone(), after: String::new(), ..asked.clone() }), words.clone())
        }),
        lines: found.into_iter().map(|found| line(found, &p)).collect(),
        narrowings: NARROWED
            .iter()
            .map(|(facet, name)| narrowing(&p, &asked, &answer, *facet, name))
            .collect(),
        by_relevance: order(""),
        by_date: order("newest"),
        next: answer
            .next
            .map(|after| format!("{}&{}", address(&asked), after_part(&after)))
            .unwrap_or_default(),
        later: !asked.after.is_empty(),
        reads_missed: look.may(Action::ReviewStory, Thing::House).is_ok(),
        asked,
        p,
    };
    html(&page)
}

fn after_part(after: &str) -> String {
    serde_urlencoded::to_string([("after", after)]).unwrap_or_default()
}

fn line(found: Found, p: &Page) -> Line {
    let Found { hit, card } = found;
    Line {
        title: if hit.title.text.trim().is_empty() {
            vec![Piece { text: p.t("search-untitled"), mark: false }]
        } else {
            hit.title.pieces()
        },
        excerpt: hit.excerpt.pieces(),
        kind: p.t(&format!("kind-{}", card.facet(Facet::Kind))),
        unit: card.facet(Facet::Unit).to_owned(),
        state_label: match (card.state.as_str(), card.state_word.as_str()) {
            ("", _) => String::new(),
            (state, "") => p.t(&format!("state-{state}")),
            (_, word) => p.t(word),
        },
        iso: card.at.map(|at| p.format.iso(at)).unwrap_or_default(),
        when: card.at.map(|at| p.format.stamp(at)).unwrap_or_default(),
        state: card.state,
        href: card.href,
    }
}

fn narrowing(p: &Page, asked: &Asked, answer: &Answer, facet: Facet, name: &str) -> Narrowing {
    let chosen = asked.value(facet);
    let counts = answer.counts.get(&facet).map_or(&[][..], Vec::as_slice);
    let choices = counts.iter().take(12).map(|(value, count)| Choice {
        href: format!(
            "/desk/search?{}",
            asked.narrowed(facet, if value == chosen { "" } else { value }).address()
        ),
        label: if facet == Facet::Kind { p.t(&format!("kind-{value}")) } else { value.clone() },
        count: p.format.number(i64::try_from(*count).unwrap_or(i64::MAX)),
        chosen: value == chosen,
    });
    Narrowing { label: p.t(&format!("search-by-{name}")), choices: choices.collect() }
}

/// What was not heeded, and how the words were read, in the asker's language.
pub(crate) fn notes(locale: Locale, answer: &Answer) -> Vec<String> {
    let mut out: Vec<String> = answer
        .notes
        .iter()
        .map(|note| match note {
            Note::TooLong => locale.t("search-note-long"),
            Note::TooManyTerms => locale.t("search-note-terms"),
            Note::OpenQuote => locale.t("search-note-quote"),
            Note::NoDate(words) => locale.f("search-note-date", "words", words),
            Note::NoDays => locale.t("search-note-days"),
        })
        .collect();
    out.extend(answer.read_as.as_ref().map(|words| locale.f("search-read-as", "words", words)));
    if answer.partial {
        out.push(locale.t("search-partial"));
    }
    out
}
