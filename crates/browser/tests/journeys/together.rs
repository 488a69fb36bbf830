//! The focal point's own days: a month reported with four units and briefed, a plan through both appraisals, a
//! congress that moves by two weeks.

use crate::office;
use crate::paper::go_home;
use crate::people::{GIANG, HUONG, LAM, LIEU, QUAN, THAO, THU, TRUNG};
use anyhow::{Context, Result, ensure};
use browser::{Look, Office, Window};

async fn signed_in(office: &Office, name: &str) -> Result<Window> {
    let window = office.window(Look::Screen).await?;
    window.become_person(name).await?;
    Ok(window)
}

/// Chooses what reads so in a list.
async fn pick(window: &Window, css: &str, words: &str) -> Result<()> {
    let script = "const list = document.querySelector(arguments[0]);
        const found = [...list.options].find((one) => one.text.trim().startsWith(arguments[1]));
        if (!found) return false; list.value = found.value; return true";
    let found = window.script(script, vec![css.into(), words.into()]).await?;
    ensure!(found.as_bool() == Some(true), "nothing in {css} reads “{words}”");
    Ok(())
}

/// Sets a box that a person would fill with a picker of the browser.
async fn set(window: &Window, css: &str, value: &str) -> Result<()> {
    let script = "document.querySelector(arguments[0]).value = arguments[1]";
    window.script(script, vec![css.into(), value.into()]).await?;
    Ok(())
}

/// How many bytes an address of this window's person hands out, and what they begin with.
async fn handed(window: &Window, path: &str) -> Result<(u64, String)> {
    let (status, text) = window.fetch(path).await?;
    ensure!(status == 200, "{path} answers {status}");
    let head: String = text.chars().take(4).collect();
    Ok((u64::try_from(text.len())?, head))
}

#[tokio::test]
async fn a_month_is_reported_with_four_units_and_briefed() -> Result<()> {
    let office = office!();
    let thu = signed_in(&office, THU.name).await?;
    thu.go("/desk/reports").await?;
    pick(&thu, "#kind", "Tháng").await?;
    set(&thu, "#year", "2026").await?;
    set(&thu, "#nth", "9").await?;
    thu.click("form:has(#kind) button").await?;
    thu.reads("Đã soạn sẵn báo cáo từ số liệu.").await?;
    let report = thu.path().await?;

    // Four units are asked by a day, and each writes its part.
    thu.press("Đề nghị đơn vị gửi nội dung").await?;
    let tick = "for (const label of document.querySelectorAll('fieldset label'))
        if (arguments.includes(label.textContent.trim())) document.getElementById(label.htmlFor).checked = true";
    let units = ["Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Nội vụ", "Sở Tài chính"];
    thu.script(tick, units.map(Into::into).to_vec()).await?;
    set(&thu, "#due", "2026-11-24T17:00").await?;
    thu.click(&format!("form[action='{report}/parts'] button")).await?;
    thu.reads("Đã đề nghị các đơn vị.").await?;
    let said = [
        (LIEU.name, units[0], "Đã tập huấn phòng, chống rét cho 12 xã."),
        (TRUNG.name, units[1], "Đã tiêm bổ sung vắc-xin sởi tại 31 điểm."),
        (HUONG.name, units[2], "Đã mở chuyên mục cải cách hành chính."),
        (GIANG.name, units[3], "Đã công khai dự toán quý IV."),
    ];
    let mut windows = Vec::new();
    for (name, unit, words) in said {
        let writer = signed_in(&office, name).await?;
        writer.go(&report).await?;
        writer.follow(unit).await?;
        writer.fill("#results", words).await?;
        writer.press("Gửi nội dung").await?;
        writer.reads("Đã gửi nội dung.").await?;
        windows.push(writer);
    }

    // The officer drafts it again from the parts; numbers cannot be typed over, only named.
    thu.go(&format!("{report}/edit")).await?;
    thu.press("Soạn lại từ số liệu").await?;
    thu.reads("Đã soạn lại từ số liệu mới.").await?;
    for (_, _, words) in said {
        thu.reads(words.trim_end_matches('.')).await?;
    }
    thu.go(&format!("{report}/edit")).await?;
    thu.fill("#next", "Đăng {khong-co-so-nay} tin.").await?;
    thu.press("Lưu báo cáo").await?;
    thu.reads("khong-co-so-nay").await?;
    thu.fill("#next", "Tháng tới giữ nhịp {tin-bai} tin, bài.").await?;
    thu.press("Lưu báo cáo").await?;
    thu.reads("Đã lưu báo cáo.").await?;
    thu.press("Trình duyệt").await?;
    thu.reads("Đã trình duyệt.").await?;
    ensure!(!thu.has(&format!("form[action='{report}/approve']")).await?, "nobody approves what they wrote");

    let lam = signed_in(&office, LAM.name).await?;
    lam.go(&report).await?;
    lam.click(&format!("form[action='{report}/approve'] button")).await?;
    lam.reads("Đã duyệt.").await?;
    thu.go(&report).await?;
    thu.click(&format!("form[action='{report}/issue'] button")).await?;
    thu.until("document.querySelector('dialog[open]') !== null").await?;
    thu.click("dialog[open] .btn-main").await?;
    thu.reads("Đã cấp số và ban hành.").await?;

    // Each number opens the cases behind it, and all of it can be counted again.
    let (_, cases) = thu.fetch(&format!("{report}/numbers/stories")).await?;
    ensure!(cases.contains("/desk/newsroom/stories/"), "a number opens its stories");
    thu.go(&format!("{report}/verify")).await?;
    thu.reads("khớp").await?;
    ensure!(handed(&thu, &format!("{report}/pdf")).await?.1 == "%PDF", "a PDF");
    ensure!(handed(&thu, &format!("{report}/docx")).await?.1.starts_with("PK"), "a Word file");

    // At the briefing a decision becomes work of its unit.
    thu.go("/desk/briefings/2026-11").await?;
    thu.press("Mở giao ban").await?;
    thu.reads("Đã mở giao ban.").await?;
    let decision = "Rà soát biển báo tuyến ĐT.164 trước ngày 10/12";
    thu.fill("#decision", decision).await?;
    pick(&thu, "#decision_unit", units[0]).await?;
    set(&thu, "#due", "2026-12-10").await?;
    thu.press("Ghi kết luận").await?;
    thu.reads("Đã ghi kết luận.").await?;
    let lieu = windows.first().context("somebody of the unit")?;
    lieu.go("/desk/work/all").await?;
    lieu.follow(decision).await?;
    lieu.press("Nhận việc").await?;
    lieu.reads("Đã nhận việc").await?;
    windows.extend([thu, lam]);
    go_home(windows).await
}

#[tokio::test]
async fn a_plan_of_the_year_goes_through_both_appraisals() -> Result<()> {
    let office = office!();
    let thu = signed_in(&office, THU.name).await?;
    thu.go("/desk/plans").await?;
    thu.follow("Kế hoạch truyền thông năm 2027").await?;
    let plan = thu.path().await?;
    let approval = format!("{plan}/approval");

    // One appraisal is there; while the other is open nobody approves.
    let lam = signed_in(&office, LAM.name).await?;
    lam.go(&approval).await?;
    lam.reads("Còn 1 ý kiến thẩm định chưa có.").await?;
    ensure!(!lam.has(&format!("form[action='{plan}/approve']")).await?, "no approval before both opinions");
    let giang = signed_in(&office, GIANG.name).await?;
    giang.go(&approval).await?;
    giang.press("Cho ý kiến").await?;
    pick(&giang, "select[name=opinion]", "Không đồng ý").await?;
    giang.press("Gửi ý kiến").await?;
    giang.reads("Ghi rõ điều đề nghị sửa hoặc lý do không đồng ý.").await?;
    pick(&giang, "select[name=opinion]", "Đồng ý").await?;
    giang.fill("textarea[name=words]", "Nguồn kinh phí đã cân đối trong dự toán năm 2027.").await?;
    giang.press("Gửi ý kiến").await?;
    giang.reads("Đã gửi ý kiến thẩm định.").await?;

    // Exactly what was presented is approved, and put in force.
    lam.go(&approval).await?;
    lam.reads("Nguồn kinh phí đã cân đối").await?;
    lam.click(&format!("form[action='{plan}/approve'] button")).await?;
    lam.reads("Đã phê duyệt kế hoạch.").await?;
    thu.go(&approval).await?;
    thu.click(&format!("form[action='{plan}/enforce'] button")).await?;
    thu.reads("Kế hoạch được đưa vào thực hiện.").await?;
    ensure!(handed(&thu, &format!("{plan}/xlsx")).await?.1.starts_with("PK"), "a workbook");

    // Its lines are work of their units now.
    let thao = signed_in(&office, THAO.name).await?;
    thao.go("/desk/work/all").await?;
    thao.reads("Tuần văn hóa").await?;
    go_home(vec![thu, lam, giang, thao]).await
}

#[tokio::test]
async fn a_congress_moves_two_weeks_and_its_work_with_it() -> Result<()> {
    let office = office!();
    let thu = signed_in(&office, THU.name).await?;
    thu.go("/desk/plans").await?;
    thu.follow("phục vụ Đại hội").await?;
    let plan = thu.path().await?;
    thu.go(&format!("{plan}/campaign")).await?;
    let script = "return [...document.querySelectorAll('main tr')]
        .find((row) => row.textContent.includes('phiên chính thức')).querySelector('a[href*=\"/events/\"]').getAttribute('href')";
    let event = thu.script(script, vec![]).await?;
    let event = event.as_str().context("no congress")?.to_owned();
    thu.go(&event).await?;
    set(&thu, "#to-day", "2026-12-30").await?;
    thu.press("Xem những gì dời theo").await?;
    thu.reads("Truyền hình trực tiếp phiên khai mạc").await?;
    thu.reads("30/12/2026").await?;

    // Nothing moves without a reason.
    let main = ".form .btn-main";
    thu.script("document.querySelector('#reason').required = false", vec![]).await?;
    thu.click(main).await?;
    thu.see(".refused, .message.bad, [aria-invalid=true]").await?;
    thu.fill("#reason", "Trung ương dời ngày vì bão số 14.").await?;
    thu.click(main).await?;
    thu.reads("Đã dời ngày sự kiện và các nội dung đi theo.").await?;
    thu.reads("16/12/2026 → 30/12/2026").await?;

    // The unit's work has the new day, and says why.
    let quan = signed_in(&office, QUAN.name).await?;
    quan.go("/desk/work/all").await?;
    quan.follow("Truyền hình trực tiếp phiên khai mạc").await?;
    quan.reads("30/12/2026").await?;
    quan.reads("bão số 14").await?;
    // On a telephone too, and as a picture over time.
    let phone = office.window(Look::Phone).await?;
    phone.become_person(QUAN.name).await?;
    phone.go(&format!("{plan}/timeline")).await?;
    phone.see("svg").await?;
    phone.reads("Truyền hình trực tiếp phiên khai mạc").await?;
    go_home(vec![thu, quan, phone]).await
}
