//! The whole house put together: one database, one file store, every part with what it needs of the others.

use crate::carrier::Carrier;
use crate::config::DataArgs;
use crate::deadline_letters::{CLOCK_LETTER_TOPIC, DeadlineLetters};
use crate::directory::HouseDirectory;
use crate::finding::{Finding, SiteFinder};
use crate::frame::DeskFrame;
use crate::post_office::{LETTER_TOPIC, Outward, PostOffice, REVIEW_TOPIC, TELL_TOPIC};
use crate::press_office::PressOffice;
use crate::reactions::HouseReactions;
use crate::work_letters::{WORK_LETTER_TOPIC, WorkLetters};
use anyhow::Context;
use db::{Db, Step};
use deadlines::{DUE_TOPIC, Rules, verbs::DueBell};
use files::FileStore;
use jobs::{Handler, Worker};
use kernel::{Clock, Zone};
use listening::{DIGEST_TOPIC, DigestTime};
use newsroom::{PUBLISH_TOPIC, ScheduledPublication};
use portal::PageCache;
use search::{Embedded, Shared};
use std::sync::{Arc, OnceLock};
use web::App;

/// A running agency.
#[derive(Clone)]
pub struct Agency {
    /// What every handler gets.
    pub app: App,
    /// Pictures and originals.
    pub files: FileStore,
    /// Who we are.
    pub people: people::House,
    /// Write and approve.
    pub newsroom: newsroom::House,
    /// Publish.
    pub portal: portal::House,
    /// Hear.
    pub listening: listening::House,
    /// Answer the press.
    pub press: press::House,
    /// Answer the people.
    pub answers: answers::House,
    /// Plan.
    pub planning: planning::House,
    /// Projects and their money.
    pub projects: projects::House,
    /// Work given to units.
    pub assignments: assignments::House,
    /// Working together.
    pub coordination: coordination::House,
    /// Measure.
    pub reports: reports::House,
    /// Find.
    pub search: search::House,
    /// Writes what can be found.
    pub(crate) finding: Arc<Finding>,
    /// What is due.
    pub deadlines: deadlines::House,
    /// Later and on time.
    pub worker: Worker,
    /// The ways out of the house, once they are known.
    outward: Arc<OnceLock<Outward>>,
    /// Visitors come through a proxy of ours.
    pub behind_proxy: bool,
}

impl Agency {
    /// The ways out of the house, where somebody has said them.
    pub(crate) fn outward(&self) -> Option<&Outward> {
        self.outward.get()
    }

    /// Says, once, how letters and webhooks leave the house. Without it alerts stay on the desk.
    pub fn goes_out(&self, outward: Outward) {
        let _already_said = self.outward.set(outward);
    }
}

/// Every schema step of every part, in the order they are applied.
#[must_use]
pub fn schema() -> Vec<Step> {
    let mut steps = db::own_steps();
    steps.extend(jobs::steps());
    steps.extend(deadlines::steps());
    steps.extend(links::steps());
    steps.extend(post::steps());
    steps.extend(people::steps());
    steps.extend(search::steps());
    steps.extend(portal::steps());
    steps.extend(newsroom::steps());
    steps.extend(listening::steps());
    steps.extend(press::steps());
    steps.extend(answers::steps());
    steps.extend(gate::steps());
    steps.extend(planning::steps());
    steps.extend(projects::steps());
    steps.extend(assignments::steps());
    steps.extend(coordination::steps());
    steps.extend(reports::steps());
    steps
}

/// Where a process keeps its search index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexPlace {
    /// Where the settings say, a folder or PostgreSQL: what serves.
    Kept,
    /// There too, only looked at: what checks.
    Look,
    /// In memory: what does not search, and tests.
    Memory,
}

/// Opens the data and puts the house together; migrates what is behind.
///
/// # Errors
/// In words: what could not be opened and why.
pub async fn assemble(
    data: &DataArgs,
    clock: Arc<dyn Clock>,
    secure: bool,
    page_cache_mb: u64,
    index: IndexPlace,
) -> anyhow::Result<Agency> {
    assemble_with(data, &data.settings(), clock, secure, page_cache_mb, index).await
}

/// The same with the database somewhere else than the folder says.
pub(crate) async fn assemble_with(
    data: &DataArgs,
    settings: &db::Settings,
    clock: Arc<dyn Clock>,
    secure: bool,
    page_cache_mb: u64,
    index: IndexPlace,
) -> anyhow::Result<Agency> {
    let zone = Zone::named(&data.zone).with_context(|| format!("no time zone is called “{}”", data.zone))?;
    std::fs::create_dir_all(&data.data)
        .with_context(|| format!("the data folder {} cannot be made", data.data.display()))?;
    let files =
        FileStore::folder(&data.files()).context("the folder for pictures and originals cannot be opened")?;
    let db = Db::open(settings, clock).await?;
    db::migrate(&db, schema()).await.context("the database could not be brought up to date")?;
    let finding = Arc::new(Finding::default());
    let frame = Arc::new(DeskFrame { db: db.clone(), zone: zone.clone() });
    let app = App { db: db.clone(), zone: zone.clone(), frame, secure };
    let rules = Rules::shipped(zone.clone())
        .map_err(|failure| anyhow::anyhow!("the rules of deadlines cannot be read: {failure}"))?;
    let outward = Arc::new(OnceLock::new());
    let office = Arc::new(PressOffice {
        db: db.clone(),
        zone: zone.clone(),
        finding: Arc::clone(&finding),
        outward: Arc::clone(&outward),
    });
    let listening =
        listening::House::new(app.clone(), Arc::clone(&office) as Arc<dyn listening::Office>, rules.clone());
    db.react_with(Arc::new(HouseReactions {
        zone: zone.clone(),
        finding: Arc::clone(&finding),
        listening: listening.clone(),
        rules: rules.clone(),
    }));
    let directory = Arc::new(HouseDirectory { db: db.clone(), zone });
    let deadlines = deadlines::House {
        app: app.clone(),
        rules: rules.clone(),
        office: Arc::clone(&office) as Arc<dyn deadlines::Office>,
    };
    let gate = Arc::new(gate::Gate::default());
    let press = press::House {
        app: app.clone(),
        files: files.clone(),
        office: Arc::clone(&office) as Arc<dyn press::Office>,
        rules: rules.clone(),
        gate: Arc::clone(&gate),
    };
    let answers = answers::House {
        app: app.clone(),
        files: files.clone(),
        office: Arc::clone(&office) as Arc<dyn answers::Office>,
        rules: rules.clone(),
        gate,
    };
    let planning = planning::House {
        app: app.clone(),
        files: files.clone(),
        office: Arc::clone(&office) as Arc<dyn planning::Office>,
    };
    let projects = projects::House {
        app: app.clone(),
        files: files.clone(),
        office: Arc::clone(&office) as Arc<dyn projects::Office>,
    };
    let assignments = assignments::House {
        app: app.clone(),
        files: files.clone(),
        office: Arc::clone(&office) as Arc<dyn assignments::Office>,
        rules: rules.clone(),
    };
    let coordination = coordination::House {
        app: app.clone(),
        office: Arc::clone(&office) as Arc<dyn coordination::Office>,
    };
    let reports =
        reports::House { app: app.clone(), office: Arc::clone(&office) as Arc<dyn reports::Office> };
    let newsroom = newsroom::House { app: app.clone(), files: files.clone(), directory };
    let search = search::House::new(app.clone(), engine(data, &db, index).await?);
    let finder = Arc::new(SiteFinder(search.clone()));
    let cache = PageCache::of_bytes(page_cache_mb * 1024 * 1024);
    let post: Arc<dyn Handler> = Arc::new(PostOffice {
        db: db.clone(),
        zone: app.zone.clone(),
        outward: Arc::clone(&outward),
        listening: listening.clone(),
    });
    let carrier: Arc<dyn Handler> =
        Arc::new(Carrier { db: db.clone(), files: files.clone(), outward: Arc::clone(&outward) });
    let bell: Arc<dyn Handler> = Arc::new(DueBell { db: db.clone(), rules: rules.clone() });
    let releases: Arc<dyn Handler> = Arc::new(press::ReleaseJobs(press.clone()));
    let worker = Worker::new(
        db.clone(),
        vec![
            (DUE_TOPIC, bell),
            (post::LETTER_TOPIC, carrier),
            (answers::ANSWERS_TOPIC, Arc::new(answers::Sweeper(answers.clone()))),
            (
                CLOCK_LETTER_TOPIC,
                Arc::new(DeadlineLetters {
                    db: db.clone(),
                    rules: rules.clone(),
                    office: Arc::clone(&office),
                    outward: Arc::clone(&outward),
                }),
            ),
            (
                WORK_LETTER_TOPIC,
                Arc::new(WorkLetters {
                    db: db.clone(),
                    office: Arc::clone(&office),
                    outward: Arc::clone(&outward),
                }),
            ),
            (PUBLISH_TOPIC, Arc::new(ScheduledPublication(newsroom.clone()))),
            (TELL_TOPIC, Arc::clone(&post)),
            (LETTER_TOPIC, Arc::clone(&post)),
            (REVIEW_TOPIC, post),
            (DIGEST_TOPIC, Arc::new(DigestTime(listening.clone()))),
            (press::DUE_RELEASE_TOPIC, Arc::clone(&releases)),
            (press::SEND_TOPIC, Arc::clone(&releases)),
            (press::FORGET_TOPIC, releases),
            (planning::AGREE_TOPIC, Arc::new(planning::Agreeing(planning.clone()))),
            (coordination::COORDINATION_TOPIC, Arc::new(coordination::Watch(coordination.clone()))),
        ],
    );
    Ok(Agency {
        people: people::House { app: app.clone() },
        portal: portal::House { app: app.clone(), files: files.clone(), cache, finder },
        listening,
        press,
        answers,
        planning,
        projects,
        assignments,
        coordination,
        reports,
        search,
        finding,
        newsroom,
        deadlines,
        worker,
        outward,
        files,
        app,
        behind_proxy: false,
    })
}

async fn engine(data: &DataArgs, db: &Db, index: IndexPlace) -> anyhow::Result<Arc<dyn seek::Engine>> {
    if data.index_is_shared() && index != IndexPlace::Memory {
        let shared = match index {
            IndexPlace::Look => Shared::open_to_look(db.clone()),
            _ => Shared::open(db.clone()).await,
        };
        return Ok(Arc::new(shared.context("the search index in the database cannot be opened")?));
    }
    let folder = data.index_folder();
    let embedded = match index {
        IndexPlace::Kept => Embedded::open(&folder),
        IndexPlace::Look => Embedded::open_to_look(&folder),
        IndexPlace::Memory => Embedded::in_memory(),
    };
    let embedded = embedded.with_context(|| {
        format!(
            "the search index in {} cannot be opened; each process that serves needs its own, see --search-index",
            folder.display()
        )
    })?;
    Ok(Arc::new(embedded))
}
