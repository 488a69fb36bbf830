//! The press desk: an inquiry on the eve of Tết, whose two clocks count each in its own way.

use crate::office_at;
use crate::paper::go_home;
use crate::people::YEN;
use anyhow::{Result, ensure};
use browser::Look;

/// Ten minutes before the offices close for Tết; 4 to 10 February 2027 are holidays.
const EVE: &str = "2027-02-03T16:50:00+07:00";

#[tokio::test]
async fn on_the_eve_of_tet_hours_run_and_working_days_wait() -> Result<()> {
    let office = office_at!(EVE);
    let yen = office.window(Look::Screen).await?;
    yen.become_person(YEN.name).await?;
    yen.go("/desk/press/inquiries/new").await?;
    yen.fill("#outlet", "Báo Vân Khê").await?;
    yen.fill("#questions", "Chợ hoa đêm giao thừa có đóng cửa sớm không?\nAi trực cấp nước ba ngày Tết?")
        .await?;
    yen.press("Ghi yêu cầu mới").await?;
    // PN-17: 24 hours of the wall clock, through the night and the holiday.
    yen.reads("PN-17").await?;
    yen.reads("04/02/2027").await?;
    ensure!(yen.text("main").await?.contains("Chợ hoa đêm giao thừa"), "the questions stand apart");
    // Beside it NB-01: the unit has one working day, and the next one is after the holiday.
    yen.press("Hỏi đơn vị").await?;
    yen.choose("#unit", "Sở Công Thương").await?;
    yen.fill("#question", "Chợ hoa đóng cửa mấy giờ?").await?;
    yen.click("form[action$='/ask'] .btn-main").await?;
    yen.reads("NB-01").await?;
    let both = yen.text("main").await?;
    ensure!(both.contains("16:50, 04/02/2027") && both.contains("11/02/2027"), "side by side: {both}");
    yen.go("/desk/press/petitions/new").await?;
    yen.choose("#kind", "Ý kiến, kiến nghị, phê bình").await?;
    yen.fill("#outlet", "Báo Vân Khê").await?;
    yen.fill("#subject", "Đề nghị sửa đường vào bản Pác Nhùng").await?;
    yen.press("Ghi ý kiến mới").await?;
    // BC-03: fifteen working days, none of them in the holiday.
    yen.reads("BC-03").await?;
    yen.reads("03/03/2027").await?;
    yen.go("/desk/clocks").await?;
    let due = yen.text("main").await?;
    ensure!(due.contains("Thời hạn"), "{due}");
    go_home(vec![yen]).await
}

#[tokio::test]
async fn each_number_of_the_yearly_report_opens_its_cases() -> Result<()> {
    let office = crate::office!();
    let yen = office.window(Look::Screen).await?;
    yen.become_person(YEN.name).await?;
    yen.go("/desk/press/yearly/2026").await?;
    yen.reads("15/12/2025").await?;
    yen.click("a[href$='/lines/3']").await?;
    yen.see("table tbody tr").await?;
    yen.click("table tbody tr a").await?;
    yen.see(".timeline").await?;
    ensure!(yen.path().await?.contains("/desk/press/inquiries/"), "a number leads to its inquiries");
    go_home(vec![yen]).await
}
