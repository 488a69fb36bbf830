//! A citizen asks on a telephone, without an account, and reads the answer under a code; then everybody can.

use crate::office;
use crate::paper::go_home;
use crate::people::{HIEN, THU};
use anyhow::{Context, Result, ensure};
use browser::Look;

const TITLE: &str = "Lịch tiêm vắc-xin cho trâu bò ở xã vùng cao";
const REPLY: &str = "Cán bộ thú y tiêm tại bản từ ngày 25/11. Bà con không phải trả tiền.";
const NUMBERS: [&str; 19] = [
    "không",
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
    "mười ba",
    "mười bốn",
    "mười lăm",
    "mười sáu",
    "mười bảy",
    "mười tám",
];

/// What the plain question in front of the form wants to hear.
fn solved(asked: &str) -> Option<usize> {
    let number = |word: &str| NUMBERS.iter().position(|known| *known == word.trim().trim_end_matches('?'));
    if let Some((a, rest)) = asked.split_once(" cộng ") {
        return Some(number(a)? + number(rest.split(" bằng").next()?)?);
    }
    if let Some((_, both)) = asked.split_once(": ") {
        let (a, b) = both.split_once(" hay ")?;
        return Some(number(a)?.max(number(b)?));
    }
    Some(number(asked.split("ngay sau ").nth(1)?.split(" là").next()?)? + 1)
}

#[tokio::test]
async fn a_question_is_asked_answered_tracked_and_published() -> Result<()> {
    let office = office!();
    let citizen = office.window(Look::Phone).await?;
    citizen.go("/hoi-dap/gui").await?;
    citizen.fill("#tieu-de", TITLE).await?;
    citizen.press("Tiếp tục").await?;
    citizen.fill("#body", "Xã Sín Chải bao giờ có lịch tiêm, có mất tiền không?").await?;
    let first = "const list = document.querySelector('#field'); list.selectedIndex = 1; return list.value";
    citizen.script(first, vec![]).await?;
    citizen.click("#consent").await?;
    let asked = citizen.text("label[for=robot]").await?;
    let answer = solved(&asked).with_context(|| format!("what is asked by “{asked}”?"))?;
    citizen.fill("#robot", &answer.to_string()).await?;
    // Nobody reads and writes that fast but a robot: the form wants three seconds.
    citizen.until("performance.now() > 4000").await?;
    citizen.press("Gửi câu hỏi").await?;
    let code = citizen.text(".code").await?;
    ensure!(code.len() > 8, "a code to come back with: {code}");
    citizen.press("Xem tình trạng").await?;
    citizen.reads(TITLE).await?;

    // The office routes it, a unit answers, a second person approves exactly that.
    let thu = office.window(Look::Screen).await?;
    thu.become_person(THU.name).await?;
    thu.go("/desk/answers").await?;
    thu.follow(TITLE).await?;
    let question = thu.path().await?;
    ensure!(!thu.text("main").await?.contains(&code), "the code is the citizen's alone");
    thu.press("Chuyển đơn vị").await?;
    thu.reads("Đã chuyển đơn vị.").await?;
    thu.fill("#reply", REPLY).await?;
    thu.press("Lưu và trình duyệt").await?;
    thu.reads("Đã trình duyệt.").await?;
    let hien = office.window(Look::Screen).await?;
    hien.become_person(HIEN.name).await?;
    hien.go(&question).await?;
    hien.press("Duyệt và gửi trả lời").await?;
    hien.reads("Người hỏi đã có câu trả lời.").await?;

    citizen.go("/hoi-dap/tra-cuu").await?;
    citizen.fill("#code", &code).await?;
    citizen.click("main form[action='/hoi-dap/tra-cuu'] button").await?;
    citizen.reads("không phải trả tiền").await?;

    thu.go(&question).await?;
    thu.click("#looked").await?;
    thu.press("Công khai").await?;
    thu.reads("Đã công khai.").await?;
    let anyone = office.window(Look::Phone).await?;
    anyone.go("/hoi-dap").await?;
    anyone.follow(TITLE).await?;
    anyone.reads("không phải trả tiền").await?;
    go_home(vec![citizen, thu, hien, anyone]).await
}
