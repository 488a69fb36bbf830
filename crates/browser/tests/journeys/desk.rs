//! What happens at the desk before anything is public.

use crate::office;
use crate::paper::{begin, go_home, saved_by_itself};
use crate::people::{HIEN, LIEU, QUAN};
use anyhow::{Context, Result, ensure};
use browser::{Look, Window};
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::Key;

/// The address of the story one is writing.
async fn story_path(window: &Window) -> Result<String> {
    Ok(window.path().await?.trim_end_matches("/edit").to_owned())
}

#[tokio::test]
async fn a_text_from_word_keeps_its_shape_and_loses_words_junk() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    begin(&lieu).await?;
    lieu.see(".ProseMirror").await?;
    lieu.fill("#title", "Tình hình tuyến ĐT.164 lúc 16 giờ").await?;
    lieu.click(".ProseMirror").await?;
    let paste = "const data = new DataTransfer();
        data.setData('text/html', arguments[0]);
        document.querySelector('.ProseMirror').dispatchEvent(
          new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))";
    lieu.script(paste, vec![json!(include_str!("word.html"))]).await?;
    saved_by_itself(&lieu).await?;
    let story = story_path(&lieu).await?;
    lieu.press("Lưu bản nháp").await?;
    lieu.reads("Đã lưu thành bản mới.").await?;
    ensure!(lieu.path().await?.starts_with(&story));
    let shape = "const p = document.querySelector('article.prose');
        const words = (css) => [...p.querySelectorAll(css)].map((e) => e.textContent.trim());
        return [words('ul > li'), words('ol > li'), words('tr:first-child > *'), words('tr:last-child > *')]";
    let is = lieu.script(shape, vec![]).await?;
    let should = json!([
        ["Km 12: thông một làn", "Km 37: thông hai làn"],
        ["Xe tải đi vòng qua Tả Khâu", "Xe con đi theo hướng dẫn"],
        ["Vị trí", "Khối lượng"],
        ["Km 12", "420 m³"],
    ]);
    ensure!(is == should, "the story holds {is}");
    let html = lieu.see("article.prose").await?.inner_html().await?;
    for junk in ["mso", "Mso", "style=", "o:p", "font", "supportLists", "·"] {
        ensure!(!html.contains(junk), "{junk} was left of Word: {html}");
    }
    go_home(vec![lieu]).await
}

#[tokio::test]
async fn two_people_at_one_story_know_of_each_other_and_lose_nothing() -> Result<()> {
    let office = office!();
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    begin(&lieu).await?;
    lieu.see(".ProseMirror").await?;
    lieu.fill("#title", "Hai người cùng mở một bài").await?;
    lieu.click(".ProseMirror").await?;
    lieu.keys("Đoạn đã lưu.").await?;
    saved_by_itself(&lieu).await?;
    let story = story_path(&lieu).await?;

    // An editor sees who is writing, and has no way to push her aside.
    let hien = office.window(Look::Screen).await?;
    hien.become_person(HIEN.name).await?;
    hien.go(&format!("{story}/edit")).await?;
    hien.reads_in("h1", "Bàn Thị Liều đang sửa bài này").await?;
    ensure!(!hien.has("form[action$='/seize']").await?, "an editor may not take the pen");

    // The editor-in-chief may, after being asked whether he is sure.
    let quan = office.window(Look::Screen).await?;
    quan.become_person(QUAN.name).await?;
    quan.go(&format!("{story}/edit")).await?;
    quan.press("Lấy quyền sửa").await?;
    quan.reads_in("#confirm", "Người đang sửa sẽ không lưu tiếp được nữa.").await?;
    quan.click("#confirm [data-yes]").await?;
    quan.see(".ProseMirror").await?;
    quan.reads_in(".ProseMirror", "Đoạn đã lưu.").await?;

    // What she types after that is refused, stays to be read and copied, and never reaches the story.
    lieu.click(".ProseMirror").await?;
    lieu.chord(Key::Control, Key::End).await?;
    lieu.keys(" Câu viết sau khi mất quyền.").await?;
    lieu.reads_in("[data-recover]", "Ma Thế Quân đang sửa bài này").await?;
    lieu.reads_in(".ProseMirror", "Câu viết sau khi mất quyền.").await?;
    lieu.until("document.querySelector('.ProseMirror').getAttribute('contenteditable') === 'false'").await?;
    lieu.until("[...document.querySelectorAll('button[name=then]')].every((b) => b.disabled)").await?;
    quan.driver().refresh().await?;
    quan.reads_in(".ProseMirror", "Đoạn đã lưu.").await?;
    ensure!(!quan.text(".ProseMirror").await?.contains("mất quyền"));
    go_home(vec![lieu, hien, quan]).await
}

/// Where a visitor would look for what is not to be found yet.
async fn public_places(citizen: &Window, words: &[String]) -> Result<BTreeSet<String>> {
    let mut places: BTreeSet<String> = [
        "/",
        "/tin.atom",
        "/luu-tru",
        "/luu-tru/2026/11/22",
        "/luu-tru/2026/12",
        "/luu-tru/2027/01",
        "/dinh-chinh",
        "/co-so/",
        "/co-so/tin.atom",
        "/co-so/luu-tru",
        "/co-so/dinh-chinh",
    ]
    .into_iter()
    .map(ToOwned::to_owned)
    .collect();
    for home in ["/", "/co-so/"] {
        citizen.go(home).await?;
        let list = citizen
            .script(
                "return [...document.querySelectorAll('#sections a')].map((a) => a.getAttribute('href'))",
                vec![],
            )
            .await?;
        for section in list.as_array().context("no sections")?.iter().filter_map(|href| href.as_str()) {
            places.insert(section.to_owned());
            places.insert(format!("{section}/tin.atom"));
        }
    }
    for day in 1..=31 {
        places.insert(format!("/luu-tru/2026/12/{day:02}"));
    }
    for title in words {
        let asked: String = title.split_whitespace().take(5).collect::<Vec<_>>().join("+");
        places.insert(format!("/tim-kiem?q={asked}"));
        places.insert(format!("/co-so/tim-kiem?q={asked}"));
    }
    Ok(places)
}

/// The titles of everything that was never public, as the editor-in-chief's list has them.
async fn never_public(quan: &Window) -> Result<Vec<String>> {
    let mut titles = Vec::new();
    for state in ["draft", "submitted", "returned", "approved", "scheduled"] {
        quan.go(&format!("/desk/newsroom/stories?state={state}")).await?;
        // A correction on its way belongs to a story that is public.
        let script = "return [...document.querySelectorAll('tbody tr')]
            .filter((r) => !/^Đã (đăng|gỡ)/.test(r.children[1].textContent.trim()))
            .map((r) => r.querySelector('a').textContent.trim())";
        let found = quan.script(script, vec![]).await?;
        titles.extend(
            found.as_array().context("no list")?.iter().filter_map(|t| t.as_str()).map(ToOwned::to_owned),
        );
    }
    titles.retain(|title| title.chars().count() > 12 && !title.starts_with('('));
    Ok(titles)
}

#[tokio::test]
async fn drafts_and_scheduled_stories_are_nowhere_to_be_found() -> Result<()> {
    let office = office!();
    let mine = "Dự thảo chưa ai được biết về bến xe Vân Lĩnh";
    let lieu = office.window(Look::Screen).await?;
    lieu.become_person(LIEU.name).await?;
    begin(&lieu).await?;
    lieu.see(".ProseMirror").await?;
    lieu.fill("#title", mine).await?;
    saved_by_itself(&lieu).await?;
    let story = story_path(&lieu).await?;

    let quan = office.window(Look::Screen).await?;
    quan.become_person(QUAN.name).await?;
    let mut titles = never_public(&quan).await?;
    titles.push(mine.to_owned());
    ensure!(titles.len() > 8, "the demo should have more that waits than {titles:?}");

    let citizen = office.window(Look::Screen).await?;
    let places = public_places(&citizen, &titles).await?;
    citizen.go("/").await?;
    let look = "const done = arguments[arguments.length - 1], [places, titles] = arguments;
        const see = async (place) => {
          const r = await fetch(place, {credentials: 'omit', cache: 'no-store'});
          const doc = new DOMParser().parseFromString(await r.text(), 'text/html');
          // The words searched for stand in their own field.
          doc.querySelectorAll('input').forEach((i) => i.remove());
          const text = doc.documentElement.outerHTML.replaceAll('&amp;', '&');
          return titles.filter((t) => text.includes(t)).map((t) => `${place} (${r.status}): ${t}`);
        };
        (async () => { const out = []; for (const p of places) out.push(...await see(p)); return out; })()
          .then(done, (e) => done([String(e)]))";
    let found = citizen.driver().execute_async(look, vec![json!(places), json!(titles)]).await?;
    ensure!(found.json() == &json!([]), "public already: {}", found.json());

    // Guessing numbers: what is not public answers exactly as what never was.
    let guess = "const done = arguments[arguments.length - 1], [titles] = arguments;
        (async () => {
          const out = [], none = await (await fetch('/tin/999999')).text();
          let wrong = 0, seen = 0;
          for (let n = 1; wrong < 40; n++) {
            const r = await fetch(`/tin/${n}`, {credentials: 'omit'});
            const text = await r.text();
            if (r.status === 404) { wrong++; if (text.replaceAll(`/tin/${n}`, '/tin/999999') !== none) out.push(`/tin/${n} differs`); }
            else seen++;
            out.push(...titles.filter((t) => text.includes(t)).map((t) => `/tin/${n}: ${t}`));
          }
          return [out, seen];
        })().then(done, (e) => done([[String(e)], 0]))";
    let guessed = citizen.driver().execute_async(guess, vec![json!(titles)]).await?;
    let (leaks, seen): (Vec<String>, u64) = guessed.convert()?;
    ensure!(leaks.is_empty(), "guessed: {leaks:?}");
    ensure!(seen > 100, "only {seen} public stories were found at all");

    // The desk's own address tells a visitor nothing but where to sign in.
    let (_, body) = citizen.fetch(&story).await?;
    ensure!(!body.contains(mine));
    go_home(vec![lieu, quan, citizen]).await
}
