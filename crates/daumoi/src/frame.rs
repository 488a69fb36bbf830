//! The frame of desk pages: the rail, what waits, and in whose name the desk speaks.

use async_trait::async_trait;
use db::{Db, Look};
use kernel::{Action, Actor, Failure, Insider, Thing, ThingRef, Zone, can};
use std::collections::HashMap;
use web::{Called, ChainLine, Format, Frame, Lang, Locale, NavItem, Page, PersonFace, SiteFace};

/// Made from what the houses say.
pub(crate) struct DeskFrame {
    pub(crate) db: Db,
    pub(crate) zone: Zone,
}

impl DeskFrame {
    async fn bare(&self, lang: Lang, path: &str) -> Result<Page, Failure> {
        let agency = people::agency(self.db.reader()).await?.unwrap_or_default();
        let mut page = self.nameless(lang, path);
        if !agency.name.is_empty() {
            page.site.name = agency.name;
        }
        (page.site.over, page.site.place) = (agency.over, agency.place);
        Ok(page)
    }

    /// What needs no database.
    fn nameless(&self, lang: Lang, path: &str) -> Page {
        nameless(&self.zone, lang, path)
    }

    async fn face_of(&self, me: &Insider, locale: Locale) -> Result<PersonFace, Failure> {
        let units = people::unit_names(self.db.reader()).await?;
        let mut roles: Vec<String> = me
            .grants
            .iter()
            .map(|grant| locale.t(&format!("role-{}", grant.role.name().replace('_', "-"))))
            .collect();
        roles.dedup();
        Ok(PersonFace {
            name: me.name.clone(),
            unit: me.unit.and_then(|unit| units.get(&unit).cloned()).unwrap_or_default(),
            role: roles.join(", "),
        })
    }
}

impl DeskFrame {
    /// Projects behind their plan, for those who run some.
    async fn behind(&self, look: &Look) -> Result<u64, Failure> {
        if look.may(Action::RunProjects, Thing::House).is_err() {
            return Ok(0);
        }
        projects::behind(look, self.zone.day(look.now())).await
    }
}

fn nameless(zone: &Zone, lang: Lang, path: &str) -> Page {
    Page {
        lang: lang.code(),
        content_lang: Lang::Vi.code(),
        title: String::new(),
        theme: "theme-cham".into(),
        face: "",
        site: SiteFace { name: "Đầu Mối".into(), home: "/".into(), ..SiteFace::default() },
        langs: Page::langs(lang, path),
        query: String::new(),
        person: None,
        nav: Vec::new(),
        waiting: 0,
        flashes: Vec::new(),
        may_write: false,
        format: Format::new(lang, zone.clone()),
    }
}

/// The words and numbers of letters: the agency's own language.
pub(crate) fn letter_page(zone: &Zone) -> Page {
    nameless(zone, Lang::Vi, "/")
}

/// The rail's entries: (group, address, words, icon, which count, who may).
const RAIL: &[(&str, &str, &str, &str, Action)] = &[
    ("rail-newsroom", "/desk", "work-title", "inbox", Action::EnterDesk),
    ("", "/desk/newsroom/review", "review-title", "eye", Action::ReviewStory),
    ("", "/desk/newsroom/stories", "list-title", "doc", Action::EnterDesk),
    ("", "/desk/newsroom/library", "library-title", "image", Action::ReadPeople),
    ("", "/desk/newsroom/schedule", "timetable-title", "calendar", Action::EnterDesk),
    ("rail-listening", "/desk/listening", "listening-title", "feed", Action::ReadPress),
    ("", "/desk/listening/hot-spots", "spots-title", "alert", Action::EnterDesk),
    ("rail-press", "/desk/press/inquiries", "inquiries-title", "mail", Action::ReadPressDesk),
    ("", "/desk/press/asked", "asked-title", "list", Action::GiveFacts),
    ("", "/desk/press/releases", "release-title", "doc", Action::ReadPressDesk),
    ("", "/desk/press/events", "pevent-title", "calendar", Action::EnterDesk),
    ("", "/desk/press/contacts", "contact-title", "people", Action::ReadPressDesk),
    ("rail-planning", "/desk/plans", "plan-title", "calendar", Action::EnterDesk),
    ("", "/desk/projects", "projects-title", "chart", Action::ReadWork),
    ("rail-due", "/desk/clocks", "clocks-title", "clock", Action::ReadPeople),
    ("rail-work", "/desk/work", "work-title-rail", "check", Action::EnterDesk),
    ("rail-answers", "/desk/answers", "answers-title", "inbox", Action::ReadQuestions),
    ("", "/desk/answers/requests", "inforeq-book", "doc", Action::ServeRequests),
    ("", "/desk/answers/consultations", "consult-title", "edit", Action::Consult),
    ("", "/desk/answers/reports", "report-list", "alert", Action::SettleReports),
    ("rail-together", "/desk/meetings", "meetings-title", "people", Action::EnterDesk),
    ("", "/desk/facilities", "facilities-title", "calendar", Action::Book),
    ("", "/desk/agreements", "ties-title", "link", Action::ReadWork),
    ("rail-reports", "/desk/reports", "reports-title", "chart", Action::ReadWork),
    ("", "/desk/briefings", "briefing-title", "people", Action::ReadWork),
    ("rail-agency", "/desk/people", "people-people", "people", Action::ReadPeople),
    ("", "/desk/units", "people-units", "list", Action::ReadPeople),
    ("", "/desk/areas", "people-areas", "globe", Action::ReadPeople),
    ("rail-system", "/desk/ledger", "ledger-title", "history", Action::ReadLedger),
];

/// Pages that are tabs beside the log of inquiries and have no entry of their own.
const BESIDE_INQUIRIES: [&str; 7] = [
    "/desk/press/set-aside",
    "/desk/press/letters",
    "/desk/press/outlets",
    "/desk/press/demands",
    "/desk/press/petitions",
    "/desk/press/spokespersons",
    "/desk/press/yearly",
];

/// Pages that are tabs beside the agreements.
const BESIDE_AGREEMENTS: [&str; 3] = ["/desk/presenters", "/desk/trainings", "/desk/observances"];

#[async_trait]
impl Frame for DeskFrame {
    async fn kept(&self, look: &Look, list: &str) -> Result<Vec<(String, String, String)>, Failure> {
        let Some(me) = look.actor().id() else { return Ok(Vec::new()) };
        let kept = people::kept_views(look.db(), me, list).await?;
        Ok(kept.into_iter().map(|(id, name, query)| (id.to_string(), name, query)).collect())
    }

    async fn desk(&self, look: &Look, lang: Lang, path: &str) -> Result<Page, Failure> {
        let Actor::Person(me) = look.actor() else { return Err(Failure::SignIn) };
        let mut page = self.bare(lang, path).await?;
        let waiting = newsroom::waiting(look).await?;
        let heard = listening::waiting(look).await?;
        let contributions = press::asked_of(self.db.reader())
            .await?
            .iter()
            .filter(|one| look.may(Action::GiveFacts, Thing::Unit(one.unit)).is_ok())
            .count() as u64;
        let citizens = answers::waiting(look).await?;
        let (late, _) = deadlines::open_now(look).await?;
        let reported = reports::waiting(look).await?;
        let asked = press::waiting(look).await?;
        let work = assignments::waiting(look).await?;
        let together = coordination::waiting(look).await?;
        let plans = planning::waiting(look).await?;
        let behind = self.behind(look).await?;
        let here = path.split('?').next().unwrap_or_default();
        let beside = BESIDE_INQUIRIES.iter().any(|tab| here.starts_with(tab));
        let here = if beside { "/desk/press/inquiries" } else { here };
        // Bookings are of facilities.
        let here = if here.starts_with("/desk/bookings") { "/desk/facilities" } else { here };
        let beside = BESIDE_AGREEMENTS.iter().any(|tab| here.starts_with(tab));
        let here = if beside { "/desk/agreements" } else { here };
        // A page without an entry of its own is shown under the nearest one above it.
        let above =
            |href: &str| href != "/desk" && here.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
        let nearest = RAIL
            .iter()
            .map(|(_, href, ..)| *href)
            .filter(|href| here == *href || above(href))
            .max_by_key(|href| href.len());
        let mut group = "";
        for &(begins, href, words, icon, action) in RAIL {
            group = if begins.is_empty() { group } else { begins };
            if look.may(action, Thing::House).is_err() {
                continue;
            }
            // Who does not read the press sees of it what they were asked.
            let asked_only =
                href == "/desk/listening/hot-spots" && look.may(Action::ReadPress, Thing::House).is_err();
            if asked_only && heard.asked == 0 {
                continue;
            }
            // Guests see what they were invited to; who neither works nor was invited, nothing.
            let no_work = look.may(Action::ReadWork, Thing::House).is_err() && !me.is(kernel::Role::Guest);
            if href == "/desk/work" && no_work {
                continue;
            }
            // A unit that was asked to contribute to a press event sees that it was.
            let no_press_desk = look.may(Action::ReadPressDesk, Thing::House).is_err();
            if href == "/desk/press/events" && no_press_desk && contributions == 0 {
                continue;
            }
            // A guest sees the meetings they were invited to, where there are any.
            let no_work = look.may(Action::ReadWork, Thing::House).is_err();
            if href == "/desk/meetings" && no_work && !coordination::sees_meetings(look).await? {
                continue;
            }
            // A heading is said by the first entry of its group that is shown.
            let said = page.nav.iter().any(|item: &NavItem| item.group == page.t(group));
            page.nav.push(NavItem {
                href: href.to_owned(),
                label: page.t(words),
                icon,
                count: match href {
                    "/desk/newsroom/review" => waiting.review,
                    "/desk/press/events" => contributions,
                    "/desk/listening/hot-spots" => heard.unseen + heard.asked,
                    "/desk/press/inquiries" => asked.untaken + asked.clearing,
                    "/desk/press/asked" => asked.asked,
                    "/desk/plans" => plans.total(),
                    "/desk/projects" => behind,
                    "/desk/clocks" => u64::try_from(late).unwrap_or(0),
                    "/desk/work" => work,
                    "/desk/answers" => citizens.questions(),
                    "/desk/answers/consultations" => citizens.opinions,
                    "/desk/answers/reports" => citizens.reports,
                    "/desk/reports" => reported,
                    "/desk/meetings" => together.meetings,
                    "/desk/facilities" => together.bookings,
                    _ => 0,
                },
                current: nearest == Some(href),
                group: if said { String::new() } else { page.t(group) },
            });
        }
        page.waiting = waiting.total()
            + heard.told
            + heard.asked
            + asked.total()
            + work
            + plans.total()
            + reported
            + together.meetings
            + together.bookings;
        page.may_write = can(look.actor(), Action::BeginStory, Thing::House).is_ok();
        page.person = Some(self.face_of(me, page.locale()).await?);
        Ok(page)
    }

    async fn called(&self, look: &Look, things: &[ThingRef]) -> Result<HashMap<ThingRef, Called>, Failure> {
        crate::called::called(look, things).await
    }

    async fn chain(&self, look: &Look, p: &Page, thing: ThingRef) -> Result<Vec<ChainLine>, Failure> {
        crate::called::chain(look, p, thing).await
    }

    async fn site(&self, lang: Option<Lang>, host: &str, path: &str) -> Result<Page, Failure> {
        portal::site_frame(self.db.reader(), &self.zone, lang, host, path).await
    }

    async fn gate(&self, lang: Lang, path: &str) -> Page {
        match self.bare(lang, path).await {
            Ok(page) => page,
            // The page that says the database is down cannot ask the database for our name.
            Err(error) => {
                tracing::error!(%error, "the frame of a page could not be made");
                self.nameless(lang, path)
            }
        }
    }
}
