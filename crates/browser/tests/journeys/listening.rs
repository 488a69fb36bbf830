//! A quiet morning, a hot spot, an answer: the round of the office on the press.

use crate::office_at_pace;
use crate::paper::{go_home, saved_by_itself, section};
use crate::people::{DUY, HIEN, LAM, SON};
use anyhow::{Result, ensure};
use browser::Look;

const UNIT: &str = "Sở Xây dựng";
const QUESTION: &str = "Nước có dùng để ăn uống được không, bao giờ trong trở lại?";
const ANSWER: &str =
    "Nước máy ở phường Vân Lĩnh: tạm chưa dùng để ăn uống, dự kiến trong trở lại trước 18 giờ";

#[tokio::test]
async fn a_hot_spot_arrives_is_taken_answered_and_told() -> Result<()> {
    let office = office_at_pace!(40);
    // On a telephone, at half past seven: the page renews itself while one looks.
    let duy = office.window(Look::Phone).await?;
    duy.become_person(DUY.name).await?;
    duy.go("/desk/listening").await?;
    duy.see("#hot .spot").await?;
    let why = duy.text("#hot .why").await?;
    ensure!(why.contains("giờ") && why.contains("bình thường"), "the reason is not plain: {why}");
    // Wait until it has got as hot as it gets, so that nothing moves under the finger.
    duy.eventually("an urgent hot spot", async || {
        duy.go("/desk/listening").await?;
        duy.has("#hot .spot-urgent").await
    })
    .await?;
    duy.press("Nhận việc").await?;
    duy.reads("Đã ghi nhận đồng chí nhận việc.").await?;
    let spot = duy.path().await?;
    duy.reads_in(".clock", "PN-15").await?;
    duy.press("Xác định ảnh hưởng dư luận").await?;
    duy.click("form[action$='/determine'] button").await?;
    duy.reads("đồng hồ 24 giờ bắt đầu chạy").await?;
    duy.reads("PN-16").await?;
    duy.press("Giao đơn vị").await?;
    duy.choose("#unit", UNIT).await?;
    duy.fill("#question", QUESTION).await?;
    duy.click("form[action$='/assign'] button").await?;
    duy.reads("Đã giao đơn vị.").await?;

    // A leader sees it on the desk without having looked for it.
    let lam = office.window(Look::Phone).await?;
    lam.become_person(LAM.name).await?;
    lam.go("/desk/listening").await?;
    lam.reads_in("#hot", "Đã giao").await?;

    // The unit finds what it was asked in its rail, and answers with a story like any other.
    let son = office.window(Look::Screen).await?;
    son.become_person(SON.name).await?;
    son.go("/desk").await?;
    son.script("document.querySelectorAll('#rail details').forEach((part) => { part.open = true; })", vec![])
        .await?;
    son.follow("Điểm nóng").await?;
    son.click(".spot a").await?;
    son.reads(QUESTION).await?;
    ensure!(!son.has("form[action$='/close']").await?, "a unit closes nothing");
    son.press("Soạn trả lời").await?;
    son.see(".ProseMirror").await?;
    son.fill("#title", ANSWER).await?;
    son.fill("#summary", "Khoảng 2.900 hộ ở năm tổ bị ảnh hưởng; sáu điểm cấp nước từ 8 giờ 30.").await?;
    son.click(".ProseMirror").await?;
    son.keys(
        "Từ 5 giờ 50 ngày 22/11, người dân phản ánh nước máy bị đục. Sở Xây dựng trả lời những điều đã rõ.",
    )
    .await?;
    section(&son, "Thông báo").await?;
    saved_by_itself(&son).await?;
    son.press("Lưu và gửi duyệt").await?;
    son.reads("Đã gửi duyệt.").await?;

    // A second pair of eyes, and it is public.
    let hien = office.window(Look::Screen).await?;
    hien.become_person(HIEN.name).await?;
    hien.go("/desk/newsroom/review").await?;
    hien.follow(ANSWER).await?;
    hien.press("Duyệt bản 1").await?;
    hien.reads("Đã duyệt đúng bản vừa xem.").await?;
    hien.press("Đăng ngay").await?;
    hien.click("#confirm [data-yes]").await?;
    hien.reads("Đã đăng.").await?;

    // The hot spot knows that it is answered, and what the press wrote after it.
    duy.go(&spot).await?;
    duy.reads("Đã trả lời").await?;
    // PN-15 from the moment it was taken up, PN-16 from the moment it was determined: both met, neither still running.
    let met = "const clocks = [...document.querySelectorAll('.clock')];
        return clocks.filter((one) => one.textContent.includes('Đúng hạn')).map((one) => one.textContent).join(' ')";
    let met = duy.script(met, vec![]).await?.to_string();
    ensure!(met.contains("PN-15") && met.contains("PN-16"), "met: {met}");
    ensure!(!duy.text("main").await?.contains("Quá hạn"), "something is late");
    duy.follow("Xem cả vụ việc").await?;
    let thread = duy.path().await?;
    duy.eventually("the press taking up the answer", async || {
        duy.go(&thread).await?;
        let told = duy.text(".msg-info").await?;
        Ok(told.contains("Trước khi ta trả lời") && !told.contains("Sau đó: 0."))
    })
    .await?;
    duy.go(&spot).await?;
    duy.press("Đóng").await?;
    duy.fill("#reason-close", "Đã trả lời công khai, các báo đã đưa lại.").await?;
    duy.click("form[action$='/close'] button").await?;
    duy.reads("Đã đóng điểm nóng.").await?;

    // And it stands in the digest, which a second person approves.
    duy.go("/desk/listening").await?;
    duy.follow("Điểm báo hôm nay").await?;
    duy.press("Soạn bản hôm nay").await?;
    duy.reads("Đã soạn xong.").await?;
    duy.fill("#lead", "Nóng nhất sáng nay: nước máy đục ở phường Vân Lĩnh; Sở Xây dựng đã trả lời.").await?;
    duy.press("Lưu").await?;
    duy.reads("Đã lưu.").await?;
    let digest = duy.path().await?;
    lam.go(&digest).await?;
    lam.press("Duyệt bản này").await?;
    lam.reads("Đã duyệt.").await?;
    lam.go(&format!("{digest}/print")).await?;
    lam.reads_in(".paper", "Nóng nhất sáng nay").await?;
    lam.reads_in(".paper", "Vân Lĩnh").await?;
    go_home(vec![duy, lam, son, hien]).await
}
