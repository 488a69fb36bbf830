//! The library of pictures: what is public is everybody's to find, what is not belongs to its story; words, rights, taking out (S67).

use crate::newsdesk::{Desk, TEXT};
use kernel::Role;
use testkit::{Client, TestApp, Who, journey};

journey!(
    a_picture_enters_with_its_story,
    a_picture_of_a_draft_is_shown_to_who_reads_the_draft,
    pictures_are_put_in_and_described_and_taken_out,
    a_right_that_ended_is_said_where_the_picture_is_used,
    the_press_takes_what_the_press_desk_lets_out,
);

const LIBRARY: &str = "/desk/newsroom/library";

fn png(grey: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let plain = image::RgbImage::from_pixel(400, 300, image::Rgb([grey, grey, 90]));
    image::DynamicImage::from(plain).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

/// Adds a picture as the editor does; its id.
async fn added(who: &Client, grey: u8) -> String {
    let answer = who.upload("/desk/newsroom/assets", "anh.png", &png(grey), "Trẻ em xếp hàng").await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn with_picture(id: &str) -> String {
    format!("{TEXT}\n\n![Trẻ em xếp hàng trước trạm](asset:{id} \"Tiêm sởi ở Nậm Ưởng | Lò Thị Mai\")")
}

async fn put_in(app: &TestApp, who: &Client, unit: &str, grey: u8, fields: &[(&str, &str)]) -> String {
    let unit = app.world.units[unit].to_string();
    let mut all = vec![
        ("unit", unit.as_str()),
        ("caption", "Ruộng bậc thang Tả Van mùa lúa chín"),
        ("alt", "Ruộng bậc thang vàng dưới nắng chiều"),
    ];
    all.extend_from_slice(fields);
    let answer = who.upload_with(LIBRARY, "tả van.png", &png(grey), &all).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().split('?').next().unwrap().to_owned()
}

async fn a_picture_enters_with_its_story(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let id = added(&mai.who, 10).await;
    assert_eq!(mai.write(&app, "Tiêm sởi cho trẻ", &with_picture(&id), "submit").await.status, 303);
    let pao = app.as_(Who::Pao).await;
    let one = format!("{LIBRARY}/{id}");
    assert_eq!(pao.get(&one).await.status, 404, "it belongs to its story");
    assert!(pao.get(LIBRARY).await.text().contains("Kho chưa có ảnh nào"));

    let khoe = mai.for_(&app, Who::Khoe).await;
    khoe.do_(&app, "approve", &[]).await;
    khoe.do_(&app, "publish", &[]).await;
    // Everybody of the house finds it, by words without marks too, with the story that shows it.
    for who in [Who::Pao, Who::Do, Who::Duy, Who::Son] {
        let client = app.as_(who).await;
        assert!(
            client.get(&format!("{LIBRARY}?q=nam+uong")).await.text().contains("Tiêm sởi ở Nậm Ưởng"),
            "{who:?}"
        );
        let page = client.get(&one).await.text();
        assert!(page.contains("Tiêm sởi cho trẻ") && page.contains("Lò Thị Mai"), "{who:?}");
    }
    assert!(pao.get(&format!("{LIBRARY}?q=khongco")).await.text().contains("Không có ảnh nào như vậy"));
    assert!(pao.get(&format!("{LIBRARY}?page=9")).await.status == 404);
    app.follow_search().await;
    assert!(pao.get("/desk/search?q=tiem+soi+nam+uong").await.text().contains(&one), "search finds it");
    // A guest from elsewhere sees no library; nor does a visitor.
    let trang = app.as_(Who::Trang).await;
    assert_eq!(trang.get(LIBRARY).await.status, 403);
    assert_eq!(trang.get(&one).await.status, 403);
    assert_eq!(app.as_(Who::Visitor).await.get(&one).await.status, 303);
    // Another writer takes it into a story of her own, with its words.
    let dao = app.as_(Who::Do).await;
    let choices = dao.get(&format!("{LIBRARY}/choices?q=tiem")).await.json();
    assert_eq!(choices[0]["id"], id.as_str());
    assert_eq!(choices[0]["alt"], "Trẻ em xếp hàng trước trạm");
    let own = Desk::begin(&app, Who::Do, "gd").await;
    assert_eq!(own.write(&app, "Trường học phòng bệnh", &with_picture(&id), "save").await.status, 303);
    assert!(dao.get(&one).await.text().contains("Trường học phòng bệnh"));
}

async fn a_picture_of_a_draft_is_shown_to_who_reads_the_draft(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let id = added(&mai.who, 20).await;
    let picture = format!("/desk/newsroom/assets/{id}");
    let pao = mai.for_(&app, Who::Pao).await;
    assert_eq!(mai.who.get(&picture).await.status, 303, "her own");
    assert_eq!(pao.who.get(&picture).await.status, 404, "nobody's else");
    assert_eq!(mai.write(&app, "Bản nháp có ảnh", &with_picture(&id), "save").await.status, 303);
    assert_eq!(pao.who.get(&picture).await.status, 303, "a draft of his own unit");
    assert_eq!(app.as_(Who::Do).await.get(&picture).await.status, 404, "of another unit");
    assert_eq!(app.as_(Who::Trang).await.get(&picture).await.status, 404, "a guest");
    // Put in by hand before the story is public; only by who writes the story.
    let form = format!("{}/library", mai.address);
    let asked = [("asset", id.as_str())];
    assert_eq!(app.as_(Who::Do).await.post(&form, &asked).await.status, 404);
    assert!(mai.page().await.text().contains(&form), "the page offers it");
    assert_eq!(mai.who.post(&form, &asked).await.status, 303);
    assert!(!mai.page().await.text().contains(&form), "once");
    assert_eq!(app.as_(Who::Do).await.get(&picture).await.status, 303);
    // The draft itself stays what it was: another unit reads neither its name nor that there is one.
    let page = app.as_(Who::Do).await.get(&format!("{LIBRARY}/{id}")).await.text();
    assert!(page.contains("Tiêm sởi ở Nậm Ưởng") && !page.contains("Bản nháp có ảnh"));
    assert!(page.contains("Chưa có bài nào"));
}

async fn pictures_are_put_in_and_described_and_taken_out(app: TestApp) {
    let (mai, dao) = (app.as_(Who::Mai).await, app.as_(Who::Do).await);
    let unit = app.world.units["yt"].to_string();
    // What lacks is said, and nothing typed is lost.
    let typed = [("unit", unit.as_str()), ("caption", "Chợ phiên Cốc Ly"), ("alt", ""), ("until", "Tết")];
    let refused = mai.upload_with(LIBRARY, "a.png", &png(1), &typed).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(
        text.contains("Ghi mô tả ảnh")
            && text.contains("Ngày hết hạn không đúng")
            && text.contains("Chợ phiên Cốc Ly")
    );
    let no_picture = mai
        .upload_with(
            LIBRARY,
            "a.png",
            b"<svg onload=alert(1)>",
            &[("unit", &unit), ("caption", "a"), ("alt", "b")],
        )
        .await;
    assert_eq!(no_picture.status, 422);
    let others = app.world.units["gd"].to_string();
    assert_eq!(
        mai.upload_with(LIBRARY, "a.png", &png(1), &[("unit", &others), ("caption", "a"), ("alt", "b")])
            .await
            .status,
        403
    );

    let one = put_in(&app, &mai, "yt", 30, &[("keywords", "Sa Pa, du lịch"), ("credit", "Sùng A Lử")]).await;
    assert!(dao.get(&format!("{LIBRARY}?q=sa+pa&state=open")).await.text().contains("Ruộng bậc thang"));
    // The file of the camera, as a file; never as a page.
    let original = dao.get(&format!("{one}/original")).await;
    assert_eq!((original.status.as_u16(), original.header("content-type")), (200, "image/png"));
    assert!(original.header("content-disposition").starts_with("attachment"));

    // Words: by who keeps it, the last one who read it.
    let said = [("version", "1"), ("caption", "Tả Van"), ("alt", "Ruộng bậc thang"), ("until", "2027-03-01")];
    assert_eq!(dao.post(&one, &said).await.status, 403, "another unit's");
    assert_eq!(mai.post(&one, &said).await.status, 303);
    let stale = mai.post(&one, &[("version", "1"), ("caption", "Cũ"), ("alt", "Ruộng")]).await;
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("Cũ"));
    let page = mai.get(&one).await.text();
    assert!(page.contains("Ruộng bậc thang Tả Van mùa lúa chín"), "what it said before stays to be read");

    // Out with a reason, in again.
    assert_eq!(mai.post(&format!("{one}/withdraw"), &[("reason", " ")]).await.status, 422);
    assert_eq!(dao.post(&format!("{one}/withdraw"), &[("reason", "x")]).await.status, 403);
    assert_eq!(
        mai.post(&format!("{one}/withdraw"), &[("reason", "Người trong ảnh không đồng ý.")]).await.status,
        303
    );
    assert_eq!(mai.post(&format!("{one}/withdraw"), &[("reason", "nữa")]).await.status, 422);
    assert!(!dao.get(LIBRARY).await.text().contains("Tả Van"));
    assert_eq!(dao.get(&format!("{LIBRARY}/choices")).await.json().as_array().unwrap().len(), 0);
    assert_eq!(dao.get(&format!("{one}/original")).await.status, 403);
    assert!(dao.get(&format!("{LIBRARY}?state=withdrawn")).await.text().contains("Tả Van"));
    assert!(dao.get(&one).await.text().contains("Người trong ảnh không đồng ý."));
    assert_eq!(mai.post(&format!("{one}/offer"), &[]).await.status, 303);
    assert_eq!(mai.post(&format!("{one}/offer"), &[]).await.status, 422);
    assert!(dao.get(LIBRARY).await.text().contains("Tả Van"));
}

async fn a_right_that_ended_is_said_where_the_picture_is_used(app: TestApp) {
    let mai = Desk::begin(&app, Who::Mai, "yt").await;
    let one = put_in(&app, &mai.who, "yt", 40, &[("until", "2026-11-25")]).await;
    let id = one.rsplit('/').next().unwrap();
    assert!(mai.who.get(&format!("{LIBRARY}?state=ends")).await.text().contains("Tả Van"));
    assert_eq!(mai.write(&app, "Mùa lúa chín", &with_picture(id), "save").await.status, 303);
    assert!(!mai.page().await.text().contains("không còn được dùng"));
    app.forward(std::time::Duration::from_secs(5 * 24 * 3600));
    let mai = mai.for_(&app, Who::Mai).await;
    assert!(mai.page().await.text().contains("Ảnh 1: kho tư liệu ghi không còn được dùng"));
    assert!(mai.who.get(&format!("{LIBRARY}?state=ended")).await.text().contains("Tả Van"));
    assert_eq!(mai.who.get(&format!("{LIBRARY}/choices")).await.json().as_array().unwrap().len(), 0);
}

async fn the_press_takes_what_the_press_desk_lets_out(app: TestApp) {
    const ROOM: &str = "/bao-chi/anh";
    let (mai, visitor) = (app.as_(Who::Mai).await, app.as_(Who::Visitor).await);
    let (_, yen) = app.newcomer("Hà Thị Yến", Role::PressOfficer, None).await;
    let one = put_in(&app, &mai, "yt", 50, &[("terms", "Không cắt xén"), ("until", "2026-12-01")]).await;
    let press = format!("{one}/press");
    assert!(visitor.get(ROOM).await.text().contains("Chưa có ảnh nào"));
    assert_eq!(
        mai.post(&press, &[]).await.status,
        403,
        "who keeps a picture does not yet speak to the press"
    );
    let nameless = yen.post(&press, &[]).await;
    assert!(nameless.status == 422 && nameless.text().contains("Ghi tác giả hoặc chủ sở hữu"));
    let said = [
        ("version", "1"),
        ("caption", "Ruộng bậc thang Tả Van"),
        ("alt", "Ruộng bậc thang vàng"),
        ("credit", "Sùng A Lử"),
        ("terms", "Không cắt xén"),
        ("until", "2026-12-01"),
    ];
    assert_eq!(mai.post(&one, &said).await.status, 303);
    assert_eq!(yen.post(&press, &[]).await.status, 303);
    let page = visitor.get(ROOM).await;
    for shown in ["Ruộng bậc thang Tả Van", "Sùng A Lử", "Không cắt xén", "ruong-bac-thang-ta-van"]
    {
        assert!(page.text().contains(shown), "{shown}: {}", page.text());
    }
    assert!(visitor.get("/bao-chi").await.text().contains(ROOM));
    let file = page.between("class=\"btn\" href=\"", "\"");
    let taken = visitor.get(&file).await;
    assert_eq!(taken.status, 200);
    assert!(taken.header("content-type").starts_with("image/"), "{}", taken.header("content-type"));
    // No other size, no original with what its camera wrote, no other picture, no path out.
    let at = file.rsplit_once('/').unwrap().0;
    for other in ["original", "w1.jpg", "..%2f..%2fdaumoi.db", "%00"] {
        assert_eq!(visitor.get(&format!("{at}/{other}")).await.status, 404, "{other}");
    }
    let kept = put_in(&app, &mai, "yt", 60, &[("credit", "Sùng A Lử")]).await;
    let name = file.rsplit('/').next().unwrap();
    let (_, sha) = at.rsplit_once('/').unwrap();
    let kept = format!("{ROOM}/{}/{sha}/{name}", kept.rsplit('/').next().unwrap());
    assert_eq!(visitor.get(&kept).await.status, 404, "not let out");
    // Taken back, out of the library, or past its right: gone from the room at once.
    assert_eq!(yen.post(&format!("{press}/end"), &[]).await.status, 303);
    assert_eq!(visitor.get(&file).await.status, 404);
    assert_eq!(yen.post(&press, &[]).await.status, 303);
    assert_eq!(mai.post(&format!("{one}/withdraw"), &[("reason", "Chủ ảnh rút.")]).await.status, 303);
    assert_eq!(visitor.get(&file).await.status, 404);
    assert_eq!(mai.post(&format!("{one}/offer"), &[]).await.status, 303);
    assert_eq!(visitor.get(&file).await.status, 200);
    app.forward(std::time::Duration::from_secs(12 * 24 * 3600));
    assert_eq!(visitor.get(&file).await.status, 404);
    assert!(visitor.get(ROOM).await.text().contains("Chưa có ảnh nào"));
    assert_eq!(visitor.get(&format!("{ROOM}?page=2")).await.status, 404);
}
