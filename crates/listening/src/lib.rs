//! Hear: what the press publishes, put together into threads, and the few that heat up.
//!
//! A poller asks the sources that are switched on, politely. What is new becomes a mention, finds its thread and its
//! topics, and raises a hot spot when a thread is louder than it should be. People acknowledge, ask units, answer and
//! close; every morning a digest says what mattered. Public published sources only; no person is listed (L1–L3).

mod alerting;
mod asked;
pub mod digest;
mod digest_time;
mod ear;
mod engine;
mod faces;
mod findable;
mod hearing;
pub mod hot_spot;
mod item;
mod notice;
mod office;
pub mod outlet;
mod pages;
mod poll;
mod quotation;
mod reason;
mod saying;
mod settings;
mod site_rule;
mod store;
mod sweep;
mod topic;
pub mod verbs;
mod waiting;

pub use alerting::{Told, alert};
pub use asked::{HeardItem, heard, open_spots, outlet_list};
pub use digest_time::{DIGEST_TOPIC, DigestTime};
pub use faces::{SourceFace, sources, spot_title, thread_title};
pub use findable::findable;
pub use hearing::Tally;
pub use item::{Item, key};
pub use notice::{Notice, notice};
pub use office::{Findable, Names, Office, StoryLine};
pub use pages::{DigestLetter, digest_html, digest_letter, digest_paper};
pub use poll::{Asked, Poller};
pub use quotation::quotation;
pub use reason::Reason;
pub use settings::Readers;
pub use sweep::sweep;
pub use waiting::{Waiting, last_answered, waiting};

use axum::extract::FromRef;
use std::sync::Arc;
use tokio::sync::Mutex;
use web::{App, Door};

/// What listening needs.
#[derive(Clone)]
pub struct House {
    /// What every handler gets.
    pub app: App,
    /// The rest of the house.
    pub office: Arc<dyn Office>,
    /// What its clocks count with.
    pub rules: deadlines::Rules,
    memory: Arc<Mutex<engine::Engine>>,
}

impl House {
    /// A house that remembers nothing yet; it remembers from the database when it first hears something.
    #[must_use]
    pub fn new(app: App, office: Arc<dyn Office>, rules: deadlines::Rules) -> Self {
        Self { app, office, rules, memory: Arc::new(Mutex::new(engine::Engine::default())) }
    }
}

impl FromRef<House> for App {
    fn from_ref(house: &House) -> Self {
        house.app.clone()
    }
}

/// The schema steps of this house.
#[must_use]
pub fn steps() -> Vec<db::Step> {
    vec![
        db::Step { name: "listening_0001_listening", sql: include_str!("../migrations/0001_listening.sql") },
        db::Step { name: "listening_0002_ear", sql: include_str!("../migrations/0002_ear.sql") },
        db::Step { name: "listening_0003_digest", sql: include_str!("../migrations/0003_digest.sql") },
        db::Step { name: "listening_0004_site_rule", sql: include_str!("../migrations/0004_site_rule.sql") },
    ]
}

/// Largest form with a page in it on which a rule is tried, in bytes.
const PAGE_MOST: usize = 6 * 1024 * 1024;

/// The doors of this house.
#[must_use]
pub fn doors() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/listening", pages::morning::show),
        Door::get("/desk/listening/threads", pages::threads::show),
        Door::get("/desk/listening/threads/{thread}", pages::thread::show),
        Door::post("/desk/listening/threads/{thread}/raise", pages::thread::raise),
        Door::post("/desk/listening/threads/{thread}/join", pages::thread::join),
        Door::get("/desk/listening/mentions/{mention}", pages::mention::show),
        Door::get("/desk/listening/hot-spots", pages::spots::show),
        Door::get("/desk/listening/hot-spots/{spot}", pages::spot::show),
        Door::post("/desk/listening/hot-spots/{spot}/acknowledge", pages::spot::acknowledge),
        Door::post("/desk/listening/hot-spots/{spot}/seen", pages::spot::seen),
        Door::post("/desk/listening/hot-spots/{spot}/determine", pages::spot::determine),
        Door::post("/desk/listening/hot-spots/{spot}/assign", pages::spot::assign),
        Door::post("/desk/listening/hot-spots/{spot}/answer", pages::spot::answer),
        Door::post("/desk/listening/hot-spots/{spot}/mute", pages::spot::mute),
        Door::post("/desk/listening/hot-spots/{spot}/unmute", pages::spot::unmute),
        Door::post("/desk/listening/hot-spots/{spot}/close", pages::spot::close),
        Door::post("/desk/listening/hot-spots/{spot}/reopen", pages::spot::reopen),
        Door::get("/desk/listening/topics", pages::topics::show),
        Door::post("/desk/listening/topics", pages::topics::set),
        Door::get("/desk/listening/topics/new", pages::topics::new),
        Door::get("/desk/listening/topics/preview", pages::topics::preview),
        Door::get("/desk/listening/topics/{topic}", pages::topics::edit),
        Door::post("/desk/listening/topics/{topic}", pages::topics::change),
        Door::post("/desk/listening/topics/{topic}/end", pages::topics::end),
        Door::get("/desk/listening/sources", pages::sources::show),
        Door::post("/desk/listening/sources", pages::sources::add),
        Door::post("/desk/listening/sources/listed", pages::sources::take_listed),
        Door::post("/desk/listening/sources/opml", pages::sources::import),
        Door::get("/desk/listening/sources.opml", pages::sources::export),
        Door::post("/desk/listening/sources/{source}/switch", pages::sources::switch),
        Door::get("/desk/listening/outlets/{outlet}/rule", pages::rule::show),
        Door::post("/desk/listening/outlets/{outlet}/rule", pages::rule::set).up_to(PAGE_MOST),
        Door::get("/desk/listening/digests", pages::digests::show),
        Door::get("/desk/listening/digests/{day}", pages::digest::show),
        Door::get("/desk/listening/digests/{day}/print", pages::digest_out::print),
        Door::get("/desk/listening/digests/{day}/docx", pages::digest_out::docx),
        Door::get("/desk/listening/digests/{day}/pdf", pages::digest_out::pdf),
        Door::post("/desk/listening/digests/{day}/draft", pages::digest_steps::draft),
        Door::post("/desk/listening/digests/{day}/save", pages::digest_steps::save),
        Door::post("/desk/listening/digests/{day}/approve", pages::digest_steps::approve),
        Door::post("/desk/listening/digests/{day}/reopen", pages::digest_steps::reopen),
        Door::post("/desk/listening/digests/{day}/send", pages::digest_steps::send),
        Door::get("/desk/listening/duty", pages::duty::show),
        Door::post("/desk/listening/duty", pages::duty::set),
        Door::post("/desk/listening/duty/end", pages::duty::end),
        Door::post("/desk/listening/duty/settings", pages::duty::settings),
        Door::post("/desk/listening/duty/digest", pages::duty::digest),
    ]
}
