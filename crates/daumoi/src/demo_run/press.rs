//! The demo's newspapers: told up to this morning, then printed live under `/demo/press` while somebody watches.

use crate::house::Agency;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use demo::press::{Item as Printed, Press, When};
use http::{StatusCode, header};
use kernel::{Actor, Failure, HandClock, Moment, OutletId, PersonId, SourceId};
use listening::outlet::{Level, OutletKind};
use listening::verbs::{self, OutletWish, SourceKind, SourceWish, TopicWish};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

/// The newspapers as they are being printed.
#[derive(Clone)]
pub(crate) struct Printer {
    agency: Agency,
    press: Arc<Press>,
    /// Address of the demo, without a slash at the end.
    home: String,
    /// When the demo was opened.
    opened: Moment,
    /// How many times faster than they were written the live items come.
    pace: u32,
}

/// Items in a feed at most: the newest.
const IN_FEED: usize = 40;

/// Adds the outlets with one source each, the topics and who is on duty, and hears all that came out before today.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn hear_the_past(
    agency: &Agency,
    press: &Press,
    home: &str,
    clock: &HandClock,
    on_duty: Option<PersonId>,
) -> Result<(), Failure> {
    let today = clock_now(clock);
    let sources = describe(agency, press, home, on_duty).await?;
    for (at, item) in press.past() {
        clock.set(Moment(at.as_microsecond()).plus(Duration::from_secs(240)));
        if let Some((outlet, source)) = sources.get(&item.outlet) {
            let text = format!("{}\n\n{}", item.summary, item.body);
            let link = address(home, item);
            let heard = listening::Item {
                source: *source,
                outlet: *outlet,
                key: listening::key(Some(&link), ""),
                link,
                title: item.title.clone(),
                text,
                published: Some(Moment(at.as_microsecond())),
                in_part: false,
            };
            agency.listening.hear(vec![heard.tidy()]).await?;
        }
    }
    clock.set(today);
    Ok(())
}

fn clock_now(clock: &HandClock) -> Moment {
    kernel::Clock::now(clock)
}

async fn describe(
    agency: &Agency,
    press: &Press,
    home: &str,
    on_duty: Option<PersonId>,
) -> Result<HashMap<String, (OutletId, SourceId)>, Failure> {
    let db = &agency.app.db;
    let mut sources = HashMap::new();
    let mut cx = db.begin(Actor::Machine("demo")).await?;
    for outlet in &press.outlets {
        let wish = OutletWish {
            name: outlet.name.clone(),
            domain: outlet.domain.clone(),
            level: Level::named(outlet.level.id()).unwrap_or(Level::Province),
            kind: OutletKind::named(outlet.kind.id()).unwrap_or(OutletKind::Paper),
            locality: outlet.locality.clone(),
            licensed: false,
        };
        let id = verbs::describe_outlet(&mut cx, None, &wish).await?;
        let wish = SourceWish {
            outlet: id,
            title: outlet.name.clone(),
            url: format!("{home}/demo/press/{}/rss.xml", outlet.key),
            kind: SourceKind::Feed,
            reads_pages: true,
            on: true,
        };
        sources.insert(outlet.key.clone(), (id, verbs::add_source(&mut cx, &wish).await?));
    }
    if let Some(person) = on_duty {
        let today = agency.app.zone.day(cx.now());
        let until = today.checked_add(jiff::Span::new().days(6)).unwrap_or(today);
        verbs::set_duty(&mut cx, person, today, until).await?;
    }
    cx.finish().await?;
    for topic in &press.topics {
        let wish = TopicWish {
            name: topic.name.clone(),
            query: topic.query.clone(),
            importance: i64::from(topic.importance),
        };
        let cx = db.begin(Actor::Machine("demo")).await?;
        verbs::set_topic(&agency.listening, cx, None, &wish).await?;
    }
    Ok(sources)
}

fn address(home: &str, item: &Printed) -> String {
    format!("{home}/demo/press/{}/{}.html", item.outlet, item.key)
}

/// An item as it is printed at a moment.
struct Sheet<'p> {
    item: &'p Printed,
    out: Moment,
    title: &'p str,
    body: &'p str,
}

impl Printer {
    /// A printer whose live items count from `opened`.
    pub(crate) fn new(agency: Agency, press: Press, home: &str, opened: Moment, pace: u32) -> Self {
        Self { agency, press: Arc::new(press), home: home.to_owned(), opened, pace: pace.max(1) }
    }

    /// The doors of the newspapers.
    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/demo/press/{outlet}/rss.xml", get(feed))
            .route("/demo/press/{outlet}/{page}", get(page))
            .with_state(self)
    }

    fn after(&self, seconds: u32) -> Duration {
        Duration::from_secs(seconds.into()) / self.pace
    }

    async fn out_by_now(&self, outlet: &str) -> Result<Vec<Sheet<'_>>, Failure> {
        let now = self.agency.app.db.now();
        let answered = listening::last_answered(self.agency.app.db.reader()).await?;
        let moment = |when: When| match when {
            When::At(at) => Some(Moment(at.as_microsecond())),
            When::After(seconds) => Some(self.opened.plus(self.after(seconds))),
            When::AfterAnswer(seconds) => Some(answered?.plus(self.after(seconds))),
        };
        let mut sheets: Vec<Sheet<'_>> = self
            .press
            .items
            .iter()
            .chain(&self.press.answer.after)
            .filter(|item| item.outlet == outlet)
            .filter_map(|item| {
                let out = moment(item.when).filter(|at| *at <= now)?;
                let edit = item.edit.as_ref().filter(|edit| moment(edit.when).is_some_and(|at| at <= now));
                let (title, body) = edit.map_or((&item.title, &item.body), |edit| (&edit.title, &edit.body));
                Some(Sheet { item, out, title, body })
            })
            .collect();
        sheets.sort_by_key(|sheet| std::cmp::Reverse(sheet.out));
        Ok(sheets)
    }
}

async fn feed(State(printer): State<Printer>, Path(outlet): Path<String>) -> Result<Response, web::Error> {
    let Some(known) = printer.press.outlet(&outlet) else { return Err(Failure::NotFound.into()) };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>{}</title>\
         <link>{}/demo/press/{outlet}/</link><description>{}</description>",
        escape(&known.name),
        printer.home,
        escape(&known.locality)
    );
    for sheet in printer.out_by_now(&outlet).await?.iter().take(IN_FEED) {
        let link = address(&printer.home, sheet.item);
        let _infallible = write!(
            xml,
            "<item><title>{}</title><link>{link}</link><guid>{link}</guid><pubDate>{}</pubDate>\
             <description>{}</description></item>",
            escape(sheet.title),
            sheet.out.timestamp().strftime("%a, %d %b %Y %H:%M:%S +0000"),
            escape(&sheet.item.summary)
        );
    }
    xml.push_str("</channel></rss>\n");
    Ok(([(header::CONTENT_TYPE, "application/rss+xml; charset=utf-8")], xml).into_response())
}

async fn page(
    State(printer): State<Printer>,
    Path((outlet, page)): Path<(String, String)>,
) -> Result<Response, web::Error> {
    let key = page.strip_suffix(".html").unwrap_or_default();
    let sheets = printer.out_by_now(&outlet).await?;
    let (Some(known), Some(sheet)) =
        (printer.press.outlet(&outlet), sheets.iter().find(|sheet| sheet.item.key == key))
    else {
        return Ok((StatusCode::NOT_FOUND, "Không có bài này.").into_response());
    };
    let paragraphs: String =
        sheet.body.split("\n\n").map(|text| format!("<p>{}</p>\n", escape(text.trim()))).collect();
    let local = printer.agency.app.zone.local(sheet.out).strftime("%d/%m/%Y %H:%M").to_string();
    let html = format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{title} – {name}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">\
         <meta property=\"article:published_time\" content=\"{iso}\"><link rel=\"stylesheet\" href=\"{tokens}\">\
         <link rel=\"stylesheet\" href=\"{public}\"></head><body><main class=\"wrap\"><p><strong>{name}</strong> \
         (báo giả lập của bản chạy thử)</p><article><h1>{title}</h1><p><time datetime=\"{iso}\">{local}</time></p>\
         <p><strong>{summary}</strong></p>\n{paragraphs}<p>{byline}</p></article></main></body></html>\n",
        title = escape(sheet.title),
        name = escape(&known.name),
        iso = printer.agency.app.zone.rfc3339(sheet.out),
        tokens = web::asset("css/tokens.css"),
        public = web::asset("css/public.css"),
        summary = escape(&sheet.item.summary),
        byline = escape(&sheet.item.byline),
    );
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
