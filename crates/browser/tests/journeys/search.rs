//! Finding: without Vietnamese keys, by half a symbol, by field, and never what is not one's own.

use crate::office;
use crate::paper::{begin, go_home, saved_by_itself};
use crate::people::{HIEN, LAM, LIEU, THUY, TRUNG};
use anyhow::{Context, Result, ensure};
use browser::{Look, Window};
use serde_json::json;

/// A story that is only its title and a sentence, in a revision.
async fn write(window: &Window, title: &str, text: &str) -> Result<()> {
    begin(window).await?;
    window.see(".ProseMirror").await?;
    window.fill("#title", title).await?;
    window.click(".ProseMirror").await?;
    window.keys(text).await?;
    saved_by_itself(window).await?;
    window.press("Lưu bản nháp").await?;
    window.reads("Đã lưu thành bản mới.").await
}

/// Waits until the demo's index has everything.
async fn indexed(window: &Window) -> Result<()> {
    window
        .eventually("the index", async || {
            Ok(!window.fetch("/tim-kiem?q=tin").await?.1.contains("Đang lập chỉ mục"))
        })
        .await
}

/// Searches from the desk's own page until the results have the words: the index follows a moment later.
async fn finds(window: &Window, typed: &str, words: &str) -> Result<()> {
    window
        .eventually(&format!("{words:?} for {typed:?}"), async || {
            window.go("/desk/search").await?;
            window.fill("#sq", typed).await?;
            window.click("form.filters button.btn-main").await?;
            Ok(window.text("main").await?.contains(words))
        })
        .await
}

async fn number(window: &Window, css: &str) -> Result<u32> {
    let text = window.text(css).await?;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().with_context(|| format!("no number in {text:?}"))
}

#[tokio::test]
async fn a_citizen_without_vietnamese_keys_finds_a_notice() -> Result<()> {
    let office = office!();
    let citizen = office.window(Look::Phone).await?;
    citizen.go("/").await?;
    indexed(&citizen).await?;
    for typed in ["lich hien mau", "lichj hieens maus", "LICH HIEN MAU THANG 7"] {
        citizen.go("/").await?;
        citizen.fill("#q", typed).await?;
        citizen.click("form.seek button").await?;
        citizen.reads_in(".hits li:first-child h3", "Lịch hiến máu tình nguyện tháng 7").await?;
    }
    // A slip of the thumb.
    citizen.fill("#tim", "lich hine mau").await?;
    citizen.click("form.find button.btn-main").await?;
    citizen.reads_in(".mean", "hiến máu").await?;
    citizen.click(".mean a").await?;
    citizen.reads_in(".hits", "Lịch hiến máu tình nguyện tháng 7").await?;
    citizen.follow("Lịch hiến máu tình nguyện tháng 7").await?;
    citizen.reads_in("h1", "Lịch hiến máu tình nguyện tháng 7").await?;
    go_home(vec![citizen]).await
}

#[tokio::test]
async fn a_clerk_finds_a_document_by_half_its_symbol() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    indexed(&lieu).await?;
    let title = "Triển khai chính sách mới về rừng";
    write(&lieu, title, "Thực hiện Công văn số 2719/SNNMT-KL ngày 19/11/2026 của Sở.").await?;
    for typed in ["2719/SNNMT-KL", "2719/snn", "số:2719", "snnmt-kl"] {
        finds(&lieu, typed, title).await?;
    }
    lieu.go("/desk/search?q=2718%2FSNNMT-KL").await?;
    ensure!(!lieu.text("main").await?.contains(title), "another number is another document");
    go_home(vec![lieu]).await
}

#[tokio::test]
async fn a_leader_narrows_the_years_stories_by_field() -> Result<()> {
    let office = office!();
    let lam = office.window(Look::Phone).await?;
    lam.become_person(LAM.name).await?;
    indexed(&lam).await?;
    lam.go("/desk/search").await?;
    let days = "document.getElementById('from').value = '2026-01-01'; document.getElementById('to').value = '2026-12-31'";
    lam.script(days, vec![]).await?;
    lam.click("form.filters button.btn-main").await?;
    lam.until("location.search.includes('2026-01-01')").await?;
    let all = number(&lam, ".head p").await?;
    let count = "const link = [...document.querySelectorAll('.narrow a')].find((a) => a.textContent.includes(arguments[0]));
        return link?.closest('li').querySelector('.num').textContent";
    let promised = lam.script(count, vec![json!("Giáo dục – Y tế")]).await?;
    let promised: u32 = promised.as_str().context("no such field")?.parse()?;
    ensure!(promised > 5 && promised < all, "{promised} of {all}");
    lam.follow("Giáo dục – Y tế").await?;
    lam.see(".narrow a[aria-current]").await?;
    ensure!(number(&lam, ".head p").await? == promised, "the number promised is the number found");
    // The others can still be chosen, and this one can be taken back.
    ensure!(lam.text(".found aside").await?.contains("Kinh tế – Đầu tư"));
    lam.click(".narrow a[aria-current]").await?;
    lam.eventually("all again", async || Ok(number(&lam, ".head p").await? == all)).await?;
    go_home(vec![lam]).await
}

#[tokio::test]
async fn each_finds_only_their_own() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    let title = "Phương án Xyq9 chưa ai được biết";
    write(&lieu, title, "Chỉ dùng trong đơn vị.").await?;
    finds(&lieu, "xyq9", title).await?;
    // An editor of the whole agency reads it; another unit's writer, a guest and the public do not know of it.
    let hien = office.window(Look::Screen).await?;
    hien.become_person(HIEN.name).await?;
    finds(&hien, "phuong an xyq9", title).await?;
    for person in [TRUNG, THUY] {
        let other = office.window(Look::Screen).await?;
        other.become_person(person.name).await?;
        other.go("/desk/search?q=xyq9").await?;
        other.reads("Không tìm thấy").await?;
        let (_, told) = other.fetch("/desk/search/suggest?q=phuong+an+xy").await?;
        ensure!(!told.contains("Xyq9"), "{}: {told}", person.name);
        other.close().await?;
    }
    let citizen = office.window(Look::Screen).await?;
    citizen.go("/tim-kiem?q=xyq9").await?;
    ensure!(!citizen.has(".hits").await?, "the public finds it");
    // Colleagues find each other; a guest finds nobody.
    finds(&lieu, "nong thi hien", HIEN.name).await?;
    go_home(vec![lieu, hien, citizen]).await
}
