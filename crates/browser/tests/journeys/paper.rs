//! From a contributor's text to a public page, and what becomes of it.

use crate::office;
use crate::people::{HIEN, LIEU, LOC, PASSWORD, QUAN};
use anyhow::{Context, Result, ensure};
use browser::{Look, Office, Window};
use jiff::{SignedDuration, Timestamp, Zoned, civil, tz};
use serde_json::json;
use std::time::Instant;
use thirtyfour::Key;

const PORTAL: &str = "Cổng Thông tin điện tử tỉnh Vân Khê";

/// Begins a story and stops where the cursor can write.
pub(crate) async fn begin(window: &Window) -> Result<()> {
    window.go("/desk").await?;
    window.follow("Viết tin, bài").await?;
    window.press("Bắt đầu viết").await?;
    window.see("#title").await.map(drop)
}

/// Chooses the section it shall stand in on the portal.
pub(crate) async fn section(window: &Window, words: &str) -> Result<()> {
    window.choose(&format!("#{}", place(window).await?), words).await
}

/// The id of the portal's list of sections.
async fn place(window: &Window) -> Result<String> {
    for label in window.driver().find_all(thirtyfour::By::Css("#h-places ~ .field label")).await? {
        if label.text().await? == PORTAL {
            return label.attr("for").await?.context("a label without a control");
        }
    }
    anyhow::bail!("{PORTAL} is no place a story can stand")
}

/// Waits until the page has saved what was written, by itself.
pub(crate) async fn saved_by_itself(window: &Window) -> Result<()> {
    window.reads_in("[data-save-state]", "Đã lưu lúc").await
}

/// The story of this title, from the list of what waits for review.
async fn open_for_review(window: &Window, title: &str) -> Result<()> {
    window.go("/desk/newsroom/review").await?;
    window.follow(title).await?;
    window.reads_in("h1", title).await
}

/// When the newest thing in the story's history happened, by the agency's clock.
async fn newest(window: &Window) -> Result<Timestamp> {
    let said = window
        .script(
            "return [...document.querySelectorAll('.timeline time')].map((t) => t.dateTime).sort().at(-1)",
            vec![],
        )
        .await?;
    Ok(said.as_str().context("a history without times")?.parse()?)
}

fn wall(at: Timestamp) -> Result<civil::DateTime> {
    Ok(Zoned::new(at, tz::TimeZone::fixed(tz::offset(7))).datetime())
}

/// Closes what a test opened; the office itself ends with the test.
pub(crate) async fn go_home(windows: Vec<Window>) -> Result<()> {
    for window in windows {
        window.close().await?;
    }
    Ok(())
}

const TITLE: &str = "Ủ ấm chuồng trại trước đợt rét: 1.240 hộ ở Lao Chù được phát bạt che";
const FIRST: &str = "Hai trăm cuộn bạt đã đến xã chiều thứ Bảy, mỗi hộ nghèo nhận trước.";
const WRONG: &str = "Hạn đăng ký nhận bạt là thứ Ba, 24/11.";
const RIGHT: &str = "Hạn đăng ký nhận bạt là thứ Sáu, 27/11.";
const REASON: &str = "Xin ghi rõ hạn đăng ký và số điện thoại của xã.";
const NOTE: &str = "Hạn đăng ký nhận bạt là thứ Sáu, 27/11, không phải thứ Ba, 24/11.";

#[tokio::test]
async fn a_story_goes_from_a_contributor_to_the_public_and_is_corrected() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.sign_in(LIEU.login, PASSWORD).await?;
    write_with_everything(&lieu).await?;
    let at_the_desk = lieu.path().await?;

    // An editor returns it with a reason.
    let hien = office.window(Look::Screen).await?;
    hien.become_person(HIEN.name).await?;
    open_for_review(&hien, TITLE).await?;
    hien.press("Trả lại để sửa…").await?;
    hien.fill("#reason", REASON).await?;
    hien.press("Trả lại").await?;
    hien.reads("Đã trả lại cho người viết, kèm lý do.").await?;

    // The writer finds it among what waits for her, reads the reason, mends and sends it again.
    lieu.go("/desk").await?;
    lieu.follow(TITLE).await?;
    lieu.reads_in(".msg-warn", REASON).await?;
    lieu.reads_in(".timeline", REASON).await?;
    lieu.follow("Viết tiếp").await?;
    lieu.fill("#summary", WRONG).await?;
    saved_by_itself(&lieu).await?;
    lieu.press("Lưu và gửi duyệt").await?;
    lieu.reads("Đã gửi duyệt.").await?;

    // Another editor compares, approves and sets the second.
    let loc = office.window(Look::Screen).await?;
    loc.become_person(LOC.name).await?;
    open_for_review(&loc, TITLE).await?;
    loc.follow("So sánh các bản").await?;
    loc.reads_in(".compare ins", WRONG).await?;
    loc.follow("Về bài").await?;
    loc.press("Duyệt bản 2").await?;
    loc.reads("Đã duyệt đúng bản vừa xem.").await?;
    let (approved, seen) = (newest(&loc).await?, Instant::now());
    loc.press("Hẹn giờ đăng…").await?;
    let at = approved + SignedDuration::try_from(seen.elapsed())? + SignedDuration::from_secs(6);
    let at = Timestamp::from_second(at.as_second())?;
    // People choose a minute; here one waits for a second.
    let script = "const at = document.getElementById('at'); at.step = 1; at.value = arguments[0]";
    loc.script(script, vec![json!(wall(at)?.to_string())]).await?;
    loc.press("Hẹn giờ").await?;
    loc.reads("Đã hẹn giờ đăng.").await?;

    // The public sees it at its second: on every page at once.
    let citizen = office.window(Look::Screen).await?;
    citizen.go("/muc/nong-nghiep").await?;
    citizen
        .eventually("the story in its section", async || {
            citizen.go("/muc/nong-nghiep").await?;
            Ok(citizen.text("main").await?.contains(TITLE))
        })
        .await?;
    citizen.follow(TITLE).await?;
    citizen.reads_in("h1", TITLE).await?;
    let address = citizen.path().await?;
    let published: Timestamp =
        citizen.see(".facts time").await?.attr("datetime").await?.context("no date")?.parse()?;
    ensure!(
        (0..=1).contains(&(published.as_second() - at.as_second())),
        "set for {at}, published {published}"
    );
    stands_as_written(&citizen).await?;
    for page in [
        "/",
        "/tin.atom",
        "/muc/nong-nghiep/tin.atom",
        "/luu-tru/2026/11/22",
        "/tim-kiem.atom?q=u+am+chuong+trai",
    ] {
        let (status, body) = citizen.fetch(page).await?;
        ensure!(status == 200 && body.contains(TITLE), "{page} ({status}) does not have the story");
    }

    correct(&lieu, &loc, &at_the_desk).await?;
    citizen.driver().refresh().await?;
    citizen.reads_in(".fix", NOTE).await?;
    let facts = citizen.text(".facts").await?;
    ensure!(
        citizen.driver().find_all(thirtyfour::By::Css(".facts time")).await?.len() == 2,
        "both dates: {facts}"
    );
    citizen.reads(RIGHT).await?;
    for page in [address.as_str(), "/", "/tin.atom", "/muc/nong-nghiep"] {
        let (_, body) = citizen.fetch(page).await?;
        // The note itself may quote what was wrong.
        ensure!(!body.replace(NOTE, "").contains(WRONG), "{page} still has the old text");
    }
    citizen.go("/dinh-chinh").await?;
    citizen.reads(NOTE).await?;

    chain_of_events(&office, &at_the_desk).await?;
    go_home(vec![lieu, hien, loc, citizen]).await
}

/// Title, summary, paragraphs, heading, list, table, picture, section; saved by itself, reloaded, submitted.
async fn write_with_everything(lieu: &Window) -> Result<()> {
    begin(lieu).await?;
    lieu.see(".ProseMirror").await?;
    lieu.fill("#title", TITLE).await?;
    lieu.fill("#summary", "Xã Lao Chù phát bạt che chuồng trước đợt rét đầu mùa.").await?;
    lieu.click(".ProseMirror").await?;
    lieu.keys(FIRST).await?;
    lieu.keys(Key::Enter).await?;
    lieu.choose(".ed-select", "Đề mục lớn").await?;
    lieu.keys("Ai được nhận trước").await?;
    lieu.keys(Key::Enter).await?;
    lieu.press("Danh sách chấm").await?;
    lieu.keys("Hộ nghèo, hộ cận nghèo").await?;
    lieu.keys(Key::Enter).await?;
    lieu.keys("Hộ có trâu, bò đang chửa").await?;
    lieu.keys(Key::Enter).await?;
    lieu.keys(Key::Enter).await?;
    lieu.press("Chèn bảng").await?;
    for (n, cell) in ["Thôn", "Số hộ", "Số bạt", "Nậm Pửng", "42", "40"].into_iter().enumerate()
    {
        if n > 0 {
            lieu.keys(Key::Tab).await?;
        }
        lieu.keys(cell).await?;
    }
    lieu.chord(Key::Control, Key::End).await?;
    put_picture(lieu).await?;
    section(lieu, "Nông nghiệp – Nông thôn mới").await?;
    saved_by_itself(lieu).await?;
    lieu.driver().refresh().await?;
    lieu.reads_in(".ProseMirror", FIRST).await?;
    ensure!(lieu.see("#title").await?.prop("value").await?.as_deref() == Some(TITLE), "the title was kept");
    lieu.press("Lưu và gửi duyệt").await?;
    lieu.reads("Đã gửi duyệt.").await
}

/// A picture from a file, with the description that is asked for.
async fn put_picture(window: &Window) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("bạt che.png");
    window.picture(&file).await?;
    window.press("Chèn ảnh").await?;
    window.see("dialog[open] input[type=file]").await?.send_keys(file.display().to_string()).await?;
    let fields =
        window.driver().find_all(thirtyfour::By::Css("dialog[open] .field .in:not([type=file])")).await?;
    for (field, words) in
        fields.into_iter().zip(["Dân quân chuyển bạt lên xe", "Chiều 21/11 ở Lao Chù", "Ảnh: Bàn Thị Liều"])
    {
        field.send_keys(words).await?;
    }
    window.click("dialog[open] .btn-main").await?;
    window.see("figure img[alt='Dân quân chuyển bạt lên xe'], figure.ed-fig img").await.map(drop)
}

/// What was written stands on the public page in its shape.
async fn stands_as_written(citizen: &Window) -> Result<()> {
    let shape = "const p = document.querySelector('.prose');
        return [p.querySelector('h2')?.textContent, p.querySelectorAll('li').length,
            p.querySelectorAll('th').length, p.querySelector('td')?.textContent, p.querySelector('img')?.alt,
            p.querySelector('img')?.naturalWidth > 100, p.querySelector('p').textContent]";
    let is = citizen.script(shape, vec![]).await?;
    let should = json!(["Ai được nhận trước", 2, 3, "Nậm Pửng", "Dân quân chuyển bạt lên xe", true, FIRST]);
    ensure!(is == should, "on the page: {is}");
    Ok(())
}

/// The writer corrects, an editor approves and says publicly what was wrong.
async fn correct(lieu: &Window, loc: &Window, at_the_desk: &str) -> Result<()> {
    lieu.go(at_the_desk).await?;
    lieu.follow("Viết bản sửa").await?;
    lieu.see(".ProseMirror").await?;
    lieu.fill("#summary", RIGHT).await?;
    saved_by_itself(lieu).await?;
    lieu.press("Lưu và gửi duyệt").await?;
    lieu.reads("Đã gửi duyệt.").await?;
    open_for_review(loc, TITLE).await?;
    loc.press("Duyệt bản 3").await?;
    loc.reads("Đã duyệt đúng bản vừa xem.").await?;
    loc.press("Đăng bản sửa…").await?;
    loc.fill("#note", NOTE).await?;
    loc.press("Đăng bản sửa").await?;
    loc.reads("Đã đăng.").await
}

/// The ledger tells the whole story, in order.
async fn chain_of_events(office: &Office, at_the_desk: &str) -> Result<()> {
    let quan = office.window(Look::Screen).await?;
    quan.become_person(QUAN.name).await?;
    quan.go("/desk/ledger").await?;
    let script = "return [...document.querySelectorAll('tbody tr')]
        .filter((r) => r.querySelector(`a[href='${arguments[0]}']`))
        .map((r) => r.children[3].textContent.trim()).reverse()";
    let told = quan.script(script, vec![json!(at_the_desk)]).await?;
    let told: Vec<&str> =
        told.as_array().context("no ledger")?.iter().filter_map(|line| line.as_str()).collect();
    let wanted = [
        "bắt đầu viết",
        "lưu bản mới",
        "gửi duyệt",
        "trả lại để sửa",
        "lưu bản mới",
        "gửi duyệt",
        "duyệt",
        "hẹn giờ đăng",
        "đăng",
        "lưu bản mới",
        "gửi duyệt",
        "duyệt",
        "đăng bản sửa",
    ];
    let mut rest = told.iter();
    for step in wanted {
        ensure!(rest.any(|line| line.starts_with(step)), "{step:?} is missing or out of order: {told:?}");
    }
    quan.close().await
}

#[tokio::test]
async fn a_story_is_written_approved_and_read_without_scripts() -> Result<()> {
    let office = office!();
    let title = "Chợ phiên Cửa Khâu dời sang thứ Bảy vì mưa rét";
    let lieu = office.window(Look::NoScript).await?;
    lieu.sign_in(LIEU.login, PASSWORD).await?;
    begin(&lieu).await?;
    lieu.fill("#title", title).await?;
    lieu.fill("#summary", "Chợ họp lại từ 6 giờ sáng thứ Bảy.").await?;
    lieu.fill(
        "#body_notation",
        "Bà con mang **áo ấm**.\n\n## Giờ họp chợ\n\n- Sáng: từ 6 giờ\n- Chiều: đến 15 giờ\n",
    )
    .await?;
    section(&lieu, "Thông báo").await?;
    lieu.press("Lưu và gửi duyệt").await?;
    lieu.reads("Đã gửi duyệt.").await?;

    let hien = office.window(Look::NoScript).await?;
    hien.become_person(HIEN.name).await?;
    open_for_review(&hien, title).await?;
    hien.press("Duyệt bản 1").await?;
    hien.reads("Đã duyệt đúng bản vừa xem.").await?;
    hien.press("Đăng ngay").await?;
    hien.reads("Đã đăng.").await?;

    let citizen = office.window(Look::NoScript).await?;
    citizen
        .eventually("the story on the home page", async || {
            citizen.go("/").await?;
            Ok(citizen.text("main").await?.contains(title))
        })
        .await?;
    citizen.follow(title).await?;
    citizen.reads_in(".prose h2", "Giờ họp chợ").await?;
    citizen.reads_in(".prose strong", "áo ấm").await?;
    ensure!(citizen.driver().find_all(thirtyfour::By::Css(".prose li")).await?.len() == 2);
    go_home(vec![lieu, hien, citizen]).await
}

#[tokio::test]
async fn a_story_is_written_and_submitted_with_the_keyboard_alone() -> Result<()> {
    let office = office!();
    let title = "Lịch tiêm phòng đàn gia súc tháng Mười hai";
    let lieu = office.window(Look::Screen).await?;
    lieu.go("/desk/login").await?;
    tab_to(&lieu, "#login").await?;
    lieu.keys(LIEU.login).await?;
    lieu.keys(Key::Tab).await?;
    lieu.keys(PASSWORD).await?;
    lieu.keys(Key::Enter).await?;
    lieu.see(".bar-end .menu").await?;

    // "n" begins a story; the form is one Enter away.
    tab_to(&lieu, "a[href='/desk/newsroom/stories/new']").await?;
    lieu.keys("n").await?;
    lieu.see("#unit").await?;
    tab_to(&lieu, "main form button").await?;
    lieu.keys(Key::Enter).await?;
    lieu.see(".ProseMirror").await?;
    tab_to(&lieu, "#title").await?;
    lieu.keys(title).await?;
    tab_to(&lieu, "#summary").await?;
    lieu.keys("Tiêm từ ngày 01 đến ngày 10/12 tại nhà văn hóa các thôn.").await?;
    // The toolbar is one stop; the text comes after it.
    tab_to(&lieu, ".ProseMirror").await?;
    lieu.keys("Bà con dắt trâu, bò đến trước 8 giờ.").await?;
    let list = format!("#{}", place(&lieu).await?);
    tab_to(&lieu, &list).await?;
    lieu.keys("Thông").await?;
    lieu.until(&format!("document.querySelector('{list}').selectedOptions[0].text === 'Thông báo'")).await?;
    lieu.chord(Key::Control, 's').await?;
    saved_by_itself(&lieu).await?;
    tab_to(&lieu, "button[name=then][value=submit]").await?;
    lieu.keys(Key::Enter).await?;
    lieu.reads("Đã gửi duyệt.").await?;
    lieu.reads_in("h1", title).await?;
    ensure!(
        lieu.script("return document.activeElement.matches('[data-flash]')", vec![]).await? == json!(true),
        "the message about what was done has the focus"
    );
    go_home(vec![lieu]).await
}

/// Presses Tab until it has the focus, and sees that the focus is to be seen on the way.
async fn tab_to(window: &Window, css: &str) -> Result<()> {
    let here = format!("return document.activeElement.matches({})", json!(css));
    let shown = "const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
        return e === document.body || e.matches('.ProseMirror') ||
          (s.outlineStyle !== 'none' || s.boxShadow !== 'none') && r.bottom > 0 && r.top < innerHeight;";
    for _ in 0..150 {
        if window.script(&here, vec![]).await? == json!(true) {
            return Ok(());
        }
        window.keys(Key::Tab).await?;
        let lit = window.script(shown, vec![]).await? == json!(true);
        let at = window.script("return document.activeElement.outerHTML.slice(0, 160)", vec![]).await?;
        ensure!(lit, "the focus is not to be seen at {at}");
    }
    anyhow::bail!("Tab never comes to {css}")
}

#[tokio::test]
async fn a_picture_of_the_library_goes_into_a_text_with_its_words() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    begin(&lieu).await?;
    lieu.see(".ProseMirror").await?;
    lieu.click(".ed-tools button[title='Kho tư liệu']").await?;
    // What may no longer be used is not offered.
    lieu.fill("#lib-q", "rung que thuong van").await?;
    lieu.reads_in("dialog.lib", "Không có ảnh nào như vậy").await?;
    lieu.fill("#lib-q", "can ho").await?;
    lieu.reads_in("dialog.lib", "Khán giả quanh sân bãi Cán Hồ.").await?;
    lieu.reads_in("dialog.lib", "Không cắt riêng khuôn mặt người xem.").await?;
    ensure!(!lieu.text("dialog.lib").await?.contains("Rừng quế"), "only what was sought");
    lieu.click("dialog.lib .lib-take").await?;
    lieu.reads_in(".ProseMirror", "Khán giả quanh sân bãi Cán Hồ.").await?;
    saved_by_itself(&lieu).await?;
    go_home(vec![lieu]).await
}
