//! The public's side: a citizen with a telephone.

use crate::office;
use crate::paper::go_home;
use anyhow::{Context, Result, ensure};
use browser::{Look, Window};
use serde_json::json;

/// Nothing stands out to the right: a person never has to push a page sideways.
async fn fits(window: &Window) -> Result<()> {
    let script = "const wide = document.documentElement.scrollWidth - innerWidth;
        if (wide <= 0) return '';
        const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
        return `${wide} px too wide: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ')}`";
    let wide = window.script(script, vec![]).await?;
    ensure!(wide == json!(""), "{}: {wide}", window.path().await?);
    Ok(())
}

#[tokio::test]
async fn a_citizen_reads_on_a_telephone() -> Result<()> {
    let office = office!();
    let citizen = office.window(Look::Phone).await?;
    citizen.go("/").await?;
    fits(&citizen).await?;

    // From the sections to a story and the one before it.
    citizen.press("Các mục").await?;
    citizen.follow("Nông nghiệp – Nông thôn mới").await?;
    citizen.reads_in("h1", "Nông nghiệp – Nông thôn mới").await?;
    fits(&citizen).await?;
    let first = citizen.text("main .list h2").await?;
    citizen.click("main .list h2 a").await?;
    citizen.reads_in("h1", &first).await?;
    citizen.reads_in(".facts", "Đăng").await?;
    fits(&citizen).await?;
    let older = citizen.see(".near a[rel=prev]").await?;
    let words = older.text().await?;
    let title = words.lines().last().context("the older story has no title")?.to_owned();
    older.click().await?;
    citizen.reads_in("h1", &title).await?;

    // The archive: a day with stories, then one without.
    citizen.click("footer a[href='/luu-tru']").await?;
    citizen.click(".cal a").await?;
    citizen.reads_in("h1", "2026").await?;
    ensure!(citizen.has(".by-day .item").await?, "a day that is linked has stories");
    fits(&citizen).await?;
    let empty = "const cell = [...document.querySelectorAll('.cal td')].find((c) => c.textContent.trim() && !c.querySelector('a'));
        const [, y, m] = location.pathname.match(/(\\d{4})\\/(\\d\\d)/);
        document.getElementById('ngay').value = `${y}-${m}-${cell.textContent.trim().padStart(2, '0')}`";
    citizen.script(empty, vec![]).await?;
    citizen.press("Xem tin").await?;
    citizen.reads("Ngày này không có tin, bài nào").await?;
    ensure!(citizen.has(".near a").await?, "from an empty day one finds the nearest day with stories");
    fits(&citizen).await?;

    // Without diacritics.
    citizen.fill("#q", "chay rung nam coong").await?;
    citizen.click("form.seek button").await?;
    citizen.reads_in("main", "Cháy rừng tại Nậm Coóng").await?;
    fits(&citizen).await?;

    citizen.click("footer a[href='/dinh-chinh']").await?;
    citizen.reads_in("h1", "Đính chính").await?;
    ensure!(citizen.has("main .item time").await?, "corrections carry their dates");
    fits(&citizen).await?;

    english_and_back(&citizen).await?;

    // The site for communes: bigger words, one column, its own stories.
    citizen.go("/co-so/").await?;
    citizen.see("html.face-light").await?;
    citizen.reads_in("h1", "Tin về cơ sở").await?;
    fits(&citizen).await?;
    citizen.click("main .list h2 a").await?;
    ensure!(citizen.path().await?.starts_with("/co-so/tin/"), "a story of this site stays on this site");
    fits(&citizen).await?;
    go_home(vec![citizen]).await
}

/// The words around the stories change their language on the same page, and change back.
async fn english_and_back(citizen: &Window) -> Result<()> {
    citizen.click("a[hreflang=en]").await?;
    citizen.see("html[lang=en]").await?;
    ensure!(citizen.path().await? == "/dinh-chinh", "one stays where one was");
    citizen.reads_in("h1", "Corrections").await?;
    fits(citizen).await?;
    citizen.click("a[hreflang=vi]").await?;
    citizen.see("html[lang=vi]").await?;
    citizen.reads_in("h1", "Đính chính").await
}
