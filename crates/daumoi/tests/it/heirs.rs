//! Reorganisation: what a unit had is with the one after it, in every house, and with nobody else (S83, S180).

use crate::newsdesk::submitted;
use db::Cx;
use kernel::{Actor, Day, Role, UnitId};
use people::UnitKind;
use people::verbs::{Ancestor, UnitWish, found_unit, give_role};
use testkit::{Client, TestApp, Who, search_journey};

search_journey!(
    s180_stories_work_and_what_is_found_are_with_the_unit_after,
    s180_who_took_over_one_field_has_not_the_rest,
);

const TODAY: Day = Day::constant(2026, 11, 22);

/// Founds a unit of a kind, today.
pub(crate) async fn founded(
    cx: &mut Cx,
    name: &str,
    kind: UnitKind,
    ancestors: Vec<Ancestor<UnitId>>,
) -> UnitId {
    let wish = UnitWish {
        name: name.to_owned(),
        abbreviation: String::new(),
        symbol: String::new(),
        kind,
        parent: None,
        area: None,
        from: TODAY,
        to: None,
        ancestors,
    };
    found_unit(cx, wish).await.unwrap()
}

/// Founds a unit after another one, today.
pub(crate) async fn after(app: &TestApp, name: &str, before: &str, how: &str, scope: &str) -> UnitId {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let ancestor =
        Ancestor { id: app.world.units[before], on: TODAY, how: how.to_owned(), scope: scope.to_owned() };
    let unit = founded(&mut cx, name, UnitKind::Department, vec![ancestor]).await;
    cx.finish().await.unwrap();
    unit
}

/// Trang, who came as a guest, works in a unit now.
async fn works_in(app: &TestApp, unit: UnitId) -> Client {
    let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
    let trang = app.world.people[&Who::Trang];
    give_role(&mut cx, trang, Role::Contributor, Some(unit), (None, None)).await.unwrap();
    cx.finish().await.unwrap();
    app.as_(Who::Trang).await
}

/// A piece of work for a unit; answers its address.
async fn work(app: &TestApp, lead: &str, title: &str) -> String {
    let thu = app.newcomer("Trần Hoài Thu", Role::FocalOfficer, None).await.1;
    let lead = app.world.units[lead].to_string();
    let fields = [("title", title), ("lead", lead.as_str()), ("due", "2026-11-29")];
    let answer = thu.post("/desk/work", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().to_owned()
}

async fn s180_stories_work_and_what_is_found_are_with_the_unit_after(app: TestApp) {
    let story = submitted(&app, "Tiêm sởi Qz8 vùng cao").await;
    let at = work(&app, "yt", "Hai tin Qz8 về tiêm sởi").await;
    let next = after(&app, "Sở Y tế và Dân số", "yt", "renamed", "").await;
    let heir = works_in(&app, next).await;
    app.follow_search().await;
    assert_eq!(heir.get(&story.address).await.status, 200);
    assert_eq!(heir.get(&at).await.status, 200);
    let found = heir.get("/desk/search?q=qz8").await.text();
    assert!(
        found.contains(&story.address) && found.contains(&at) && found.contains("Có 2 kết quả"),
        "{found}"
    );
    assert!(heir.get("/desk/work").await.text().contains("Hai tin Qz8"));
    let taken = heir.post(&format!("{at}/accept"), &[]).await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    // History keeps the old name, and another department learns nothing.
    assert!(heir.get(&at).await.text().contains("Sở Y tế"));
    let other = app.as_(Who::Do).await;
    assert_eq!(other.get(&story.address).await.status, 404);
    assert_eq!(other.get(&at).await.status, 404);
    assert!(!other.get("/desk/search?q=qz8").await.text().contains("Qz8<"));
}

async fn s180_who_took_over_one_field_has_not_the_rest(app: TestApp) {
    let story = submitted(&app, "Tiêm sởi Qz8 vùng cao").await;
    let at = work(&app, "yt", "Hai tin Qz8 về tiêm sởi").await;
    let part = after(&app, "Chi cục Dân số", "yt", "transferred", "dân số").await;
    after(&app, "Sở Y tế mới", "yt", "renamed", "").await;
    let clerk = works_in(&app, part).await;
    app.follow_search().await;
    assert_eq!(clerk.get(&story.address).await.status, 404);
    assert_eq!(clerk.get(&at).await.status, 404);
    assert!(clerk.get("/desk/search?q=qz8").await.text().contains("Không tìm thấy"));
}
