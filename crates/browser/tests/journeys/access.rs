//! Every kind of page, both languages, telephone and screen, light and dark: what the accessibility checker holds
//! against it is nothing.

use crate::office;
use crate::paper::go_home;
use crate::people::{LIEU, QUAN, THU, YEN};
use anyhow::{Context, Result, ensure};
use browser::{Look, Scope, Window, axe_script};

/// The addresses of the links that fit, as the page has them.
async fn links(window: &Window, page: &str, css: &str, most: usize) -> Result<Vec<String>> {
    window.go(page).await?;
    let script = "return [...new Set([...document.querySelectorAll(arguments[0])].map((a) => a.getAttribute('href')))]";
    let found = window.script(script, vec![css.into()]).await?;
    let found = found.as_array().context("no links")?.iter().filter_map(|href| href.as_str());
    Ok(found.take(most).map(ToOwned::to_owned).collect())
}

/// Looks at each page in both languages, on telephone and screen, by day and by night.
async fn hold_against(window: &Window, checker: &str, pages: &[String]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for lang in ["vi", "en"] {
        window.go(&format!("/ngon-ngu/{lang}?ve=/")).await?;
        window.see(&format!("html[lang={lang}]")).await?;
        let words = if lang == "vi" { Scope::Everything } else { Scope::WordsAndShape };
        for page in pages {
            window.size(1280, 900).await?;
            window.dark(false).await?;
            window.go(page).await?;
            let mut look = async |width: u32, scope: Scope| -> Result<()> {
                let found = window.axe(checker, scope).await?;
                faults.extend(
                    found.into_iter().map(|fault| format!("{page} [{lang}, {width}, {scope:?}] {fault}")),
                );
                Ok(())
            };
            look(1280, words).await?;
            window.size(390, 844).await?;
            look(390, words).await?;
            if lang == "vi" {
                window.dark(true).await?;
                look(390, Scope::Colours).await?;
            }
        }
    }
    Ok(faults)
}

#[tokio::test]
async fn no_public_page_shuts_anyone_out() -> Result<()> {
    let office = office!();
    let Some(checker) = axe_script() else {
        crate::skipped("no axe-core (npm ci --ignore-scripts in crates/browser)");
        return Ok(());
    };
    let citizen = office.window(Look::Screen).await?;
    let mut pages: Vec<String> = [
        "/",
        "/muc/su-kien",
        "/muc/su-kien?page=2",
        "/luu-tru",
        "/luu-tru/2026/11/21",
        "/luu-tru/2025/11/30",
        "/dinh-chinh",
        "/tim-kiem",
        "/tim-kiem?q=chay+rung",
        "/tim-kiem?q=khongcogi",
        "/tin/999999",
        "/co-so/",
        "/co-so/muc/can-biet",
        "/co-so/luu-tru",
        "/co-so/tim-kiem",
    ]
    .into_iter()
    .map(ToOwned::to_owned)
    .collect();
    pages.extend(links(&citizen, "/", ".lead-one h3 a", 1).await?);
    pages.extend(links(&citizen, "/dinh-chinh", "main h2 a", 5).await?);
    pages.extend(links(&citizen, "/tim-kiem?q=bang", "main .item a[href^='/tin/']", 2).await?);
    pages.extend(links(&citizen, "/co-so/", "main h2 a", 1).await?);
    let faults = hold_against(&citizen, &checker, &pages).await?;
    ensure!(faults.is_empty(), "{} faults on {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
    go_home(vec![citizen]).await
}

#[tokio::test]
async fn no_page_of_the_desk_shuts_anyone_out() -> Result<()> {
    let office = office!();
    let Some(checker) = axe_script() else {
        crate::skipped("no axe-core (npm ci --ignore-scripts in crates/browser)");
        return Ok(());
    };
    let quan = office.window(Look::Screen).await?;
    let before = hold_against(&quan, &checker, &["/desk/login".to_owned(), "/demo".to_owned()]).await?;
    ensure!(before.is_empty(), "before signing in:\n{}", before.join("\n"));

    // A draft that someone else is writing, for the page that says so.
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    crate::paper::begin(&lieu).await?;
    let held = lieu.path().await?;

    quan.become_person(QUAN.name).await?;
    let mut pages: Vec<String> = [
        "/desk",
        "/desk/newsroom/review",
        "/desk/newsroom/stories",
        "/desk/newsroom/stories?q=khongcogi",
        "/desk/newsroom/stories/new",
        "/desk/newsroom/schedule",
        "/desk/ledger",
        "/desk/keys",
        "/desk/design",
        "/desk/search?q=rung",
        "/desk/search/missed",
        "/desk/search/saved",
        "/desk/search/saved?keep=q%3Drung",
        "/desk/account",
        "/desk/people",
        "/desk/units",
        "/desk/areas",
        "/desk/khong-co",
    ]
    .into_iter()
    .map(ToOwned::to_owned)
    .collect();
    for state in [
        "draft",
        "submitted",
        "returned",
        "approved",
        "scheduled",
        "published",
        "emergency",
        "withdrawn",
        "gone",
    ] {
        pages.extend(links(&quan, &format!("/desk/newsroom/stories?state={state}"), "tbody a", 1).await?);
    }
    let drafts = links(&quan, "/desk/newsroom/stories?state=draft", "tbody a", 10).await?;
    let open = drafts.iter().find(|draft| !held.starts_with(draft.as_str())).context("no draft to open")?;
    pages.push(format!("{open}/edit"));
    pages.push(held);
    let returned = links(&quan, "/desk/newsroom/stories?state=returned", "tbody a", 1).await?;
    pages.extend(returned.first().map(|story| format!("{story}/compare")));
    let faults = hold_against(&quan, &checker, &pages).await?;
    ensure!(faults.is_empty(), "{} faults on {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
    go_home(vec![lieu, quan]).await
}

#[tokio::test]
async fn no_page_of_the_listening_shuts_anyone_out() -> Result<()> {
    let office = crate::office_at_pace!(100);
    let Some(checker) = axe_script() else {
        crate::skipped("no axe-core (npm ci --ignore-scripts in crates/browser)");
        return Ok(());
    };
    let duy = office.window(Look::Screen).await?;
    duy.become_person(crate::people::DUY.name).await?;
    duy.go("/desk/listening").await?;
    duy.see("#hot .spot").await?;
    duy.go("/desk/listening/digests/2026-11-22").await?;
    duy.press("Soạn bản hôm nay").await?;
    duy.reads("Đã soạn xong.").await?;
    let mut pages: Vec<String> = [
        "/desk/listening",
        "/desk/listening/threads",
        "/desk/listening/threads?contrary=1&days=1",
        "/desk/listening/hot-spots",
        "/desk/listening/hot-spots?which=closed",
        "/desk/listening/topics",
        "/desk/listening/topics/new",
        "/desk/listening/sources",
        "/desk/listening/digests",
        "/desk/listening/digests/2026-11-22",
        "/desk/listening/digests/2026-11-22/print",
        "/desk/listening/digests/2026-11-20",
        "/desk/listening/duty",
    ]
    .into_iter()
    .map(ToOwned::to_owned)
    .collect();
    let spots = links(&duy, "/desk/listening/hot-spots", ".spot a", 1).await?;
    let spot = spots.first().context("no hot spot")?;
    let threads = links(&duy, spot, "#h-evidence ~ a", 1).await?;
    let thread = threads.first().context("no thread")?;
    pages.extend(links(&duy, thread, ".mentions a[href^='/desk/']", 1).await?);
    pages.extend(links(&duy, "/desk/listening/topics", "tbody th a", 1).await?);
    pages.extend(spots);
    pages.extend(threads);
    let faults = hold_against(&duy, &checker, &pages).await?;
    ensure!(faults.is_empty(), "{} faults on {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
    go_home(vec![duy]).await
}

#[tokio::test]
async fn no_page_that_asks_or_answers_the_public_shuts_anyone_out() -> Result<()> {
    let office = office!();
    let Some(checker) = axe_script() else {
        crate::skipped("no axe-core (npm ci --ignore-scripts in crates/browser)");
        return Ok(());
    };
    let citizen = office.window(Look::Screen).await?;
    let mut pages: Vec<String> = [
        "/hoi-dap",
        "/hoi-dap?q=khongcogi",
        "/hoi-dap/gui",
        "/hoi-dap/gui?tieu-de=duong",
        "/hoi-dap/so-lieu",
        "/hoi-dap/tra-cuu",
        "/lay-y-kien",
        "/bao-loi",
        "/yeu-cau-thong-tin",
        "/nguoi-phat-ngon",
        "/bao-chi",
        "/bao-chi/lich",
        "/bao-chi/dat-cau-hoi",
        "/bao-chi/dang-ky",
        "/bao-chi/xac-minh",
        "/bao-chi/xac-minh/khong-co",
    ]
    .into_iter()
    .map(ToOwned::to_owned)
    .collect();
    pages.extend(links(&citizen, "/hoi-dap", "main .list h2 a", 1).await?);
    pages.extend(links(&citizen, "/lay-y-kien", "main .list h2 a", 3).await?);
    pages.extend(links(&citizen, "/bao-chi/lich", "main a[href^='/bao-chi/lich/']", 2).await?);
    let releases = links(&citizen, "/bao-chi", "main a[href^='/bao-chi/thong-cao/']", 2).await?;
    let release = releases.first().context("no release in the press room")?;
    pages.extend(links(&citizen, release, "main a[href^='/bao-chi/xac-minh/']", 1).await?);
    pages.extend(releases);
    let faults = hold_against(&citizen, &checker, &pages).await?;
    ensure!(faults.is_empty(), "{} faults on {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
    go_home(vec![citizen]).await
}

/// Looks at the pages that a person of the desk finds.
async fn hold_all_against(name: &str, find: impl AsyncFnOnce(&Window) -> Result<Vec<String>>) -> Result<()> {
    let office = office!();
    let Some(checker) = axe_script() else {
        crate::skipped("no axe-core (npm ci --ignore-scripts in crates/browser)");
        return Ok(());
    };
    let person = office.window(Look::Screen).await?;
    person.become_person(name).await?;
    let pages = find(&person).await?;
    let faults = hold_against(&person, &checker, &pages).await?;
    ensure!(faults.is_empty(), "{} faults on {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
    go_home(vec![person]).await
}

/// Looks at pages of the desk, and at the first thing that each list leads to, in each of its views.
async fn hold_desk_against(name: &str, pages: &[&str], lists: &[(&str, &str)], views: &[&str]) -> Result<()> {
    hold_all_against(name, async |person| {
        let mut pages: Vec<String> = pages.iter().map(|page| (*page).to_owned()).collect();
        for (list, css) in lists {
            let thing = first(person, list, css).await?;
            if views.is_empty() {
                pages.push(thing);
            } else {
                pages.extend(views.iter().map(|view| format!("{thing}{view}")));
            }
        }
        Ok(pages)
    })
    .await
}

/// The first thing that a list leads to.
async fn first(window: &Window, list: &str, css: &str) -> Result<String> {
    let found = links(window, list, css, 1).await?;
    found.into_iter().next().with_context(|| format!("{list} leads nowhere by {css}"))
}

#[tokio::test]
async fn no_page_of_the_press_desk_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        YEN.name,
        &[
            "/desk/press/inquiries",
            "/desk/press/inquiries/new",
            "/desk/press/set-aside",
            "/desk/press/outlets",
            "/desk/press/asked",
            "/desk/press/demands",
            "/desk/press/demands/new",
            "/desk/press/petitions",
            "/desk/press/petitions/new",
            "/desk/press/spokespersons",
            "/desk/press/yearly/2026",
            "/desk/press/yearly/2026/lines/3",
            "/desk/press/letters",
        ],
        &[],
        &[],
    )
    .await
}

#[tokio::test]
async fn nothing_on_the_press_desk_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        YEN.name,
        &["/desk/press/releases", "/desk/press/contacts", "/desk/press/events"],
        &[
            ("/desk/press/inquiries", "main a[href^='/desk/press/inquiries/0']"),
            ("/desk/press/demands", "main a[href^='/desk/press/demands/0']"),
            ("/desk/press/petitions", "main a[href^='/desk/press/petitions/0']"),
            ("/desk/press/releases", "main a[href^='/desk/press/releases/0']"),
            ("/desk/press/contacts", "main a[href^='/desk/press/contacts/0']"),
            ("/desk/press/events", "main a[href^='/desk/press/events/0']"),
        ],
        &[],
    )
    .await
}

#[tokio::test]
async fn no_page_of_answers_and_clocks_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        THU.name,
        &[
            "/desk/answers",
            "/desk/answers/fields",
            "/desk/answers/reports",
            "/desk/answers/requests",
            "/desk/answers/requests/new",
            "/desk/answers/consultations",
            "/desk/answers/consultations/new",
            "/desk/clocks",
            "/desk/clocks?mine=0",
            "/desk/clocks/rules",
            "/desk/clocks/days",
        ],
        &[
            ("/desk/answers", "main a[href^='/desk/answers/questions/0']"),
            ("/desk/answers/consultations", "main a[href^='/desk/answers/consultations/0']"),
            ("/desk/clocks?mine=0", "main a[href^='/desk/clocks/0']"),
        ],
        &[],
    )
    .await
}

#[tokio::test]
async fn no_page_of_plans_shuts_anyone_out() -> Result<()> {
    let plan = "main a[href^='/desk/plans/0']";
    hold_desk_against(
        THU.name,
        &["/desk/plans", "/desk/plans?which=campaigns", "/desk/plans/new"],
        &[("/desk/plans?which=campaigns", plan)],
        &[
            "",
            "/calendar",
            "/timeline",
            "/board",
            "/campaign",
            "/units",
            "/approval",
            "/import",
            "/lines/new",
        ],
    )
    .await
}

#[tokio::test]
async fn no_page_of_the_library_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        QUAN.name,
        &["/desk/newsroom/library", "/desk/newsroom/library?q=khongcogi"],
        &[
            ("/desk/newsroom/library", "main .shots a"),
            ("/desk/newsroom/library?state=ended", "main .shots a"),
        ],
        &[],
    )
    .await
}

#[tokio::test]
async fn no_page_of_displays_shuts_anyone_out() -> Result<()> {
    hold_all_against(THU.name, async |thu| {
        let plan = first(thu, "/desk/plans?which=campaigns", "main a[href^='/desk/plans/0']").await?;
        let all = format!("{plan}/displays");
        let one = first(thu, &format!("{all}?state=checked"), "main table a[href*='/displays/']").await?;
        Ok(vec![format!("{all}/new"), format!("{all}/print"), format!("{one}/edit"), all, one])
    })
    .await
}

#[tokio::test]
async fn no_page_of_work_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        THU.name,
        &[
            "/desk/work",
            "/desk/work/all",
            "/desk/work/board",
            "/desk/work/calendar",
            "/desk/work/late",
            "/desk/work/blocked",
            "/desk/work/new",
            "/desk/work/month-end",
            "/desk/work/input",
            "/desk/work/input/new",
        ],
        &[
            ("/desk/work/all", "main a[href^='/desk/work/0']"),
            ("/desk/work/input", "main a[href^='/desk/work/input/0']"),
        ],
        &[],
    )
    .await
}

#[tokio::test]
async fn no_page_of_meetings_and_what_is_shared_shuts_anyone_out() -> Result<()> {
    hold_desk_against(
        THU.name,
        &[
            "/desk/meetings",
            "/desk/meetings/new",
            "/desk/meetings/rounds",
            "/desk/facilities",
            "/desk/bookings",
            "/desk/agreements",
            "/desk/presenters",
            "/desk/trainings",
            "/desk/observances",
        ],
        &[
            ("/desk/meetings", "main a[href^='/desk/meetings/0']"),
            ("/desk/facilities", "main a[href^='/desk/facilities/0']"),
            ("/desk/agreements", "main a[href^='/desk/agreements/0']"),
            ("/desk/presenters", "main a[href^='/desk/presenters/0']"),
            ("/desk/trainings", "main a[href^='/desk/trainings/0']"),
        ],
        &[],
    )
    .await
}

#[tokio::test]
async fn no_page_of_reports_shuts_anyone_out() -> Result<()> {
    let report = "main a[href^='/desk/reports/0']";
    hold_desk_against(
        THU.name,
        &["/desk/reports", "/desk/briefings/2026-10", "/desk/briefings/2026-11"],
        &[("/desk/reports?state=drafting", report), ("/desk/reports?state=issued", report)],
        &["", "/numbers/stories", "/verify", "/edit"],
    )
    .await
}

#[tokio::test]
async fn no_page_of_projects_shuts_anyone_out() -> Result<()> {
    hold_all_against(THU.name, async |thu| {
        let mut pages: Vec<String> = [
            "/desk/projects",
            "/desk/projects?q=khongcogi",
            "/desk/projects/new",
            "/desk/projects/disbursement",
            "/desk/projects/disbursement?year=2025",
        ]
        .into_iter()
        .map(ToOwned::to_owned)
        .collect();
        let project = first(thu, "/desk/projects", "main tbody th a").await?;
        pages.extend(["", "/money", "/contracts", "/edit"].map(|rest| format!("{project}{rest}")));
        pages.push(first(thu, &format!("{project}/contracts"), "main tbody th a").await?);
        Ok(pages)
    })
    .await
}
