//! The ledger shows what was touched, wherever it was touched.

use crate::newsdesk::published;
use db::LedgerReport;
use testkit::{TestApp, Who, journey};

journey!(whatever_is_touched_shows, two_at_once_make_one_chain);

async fn whatever_is_touched_shows(app: TestApp) {
    published(&app, "Có trong sổ").await;
    let db = &app.agency.app.db;
    let whole = |report: LedgerReport| matches!(report, LedgerReport::Whole { .. });
    assert!(whole(db::verify(db).await.unwrap()));
    for (touch, mend) in [
        (
            "UPDATE ledger SET detail = detail || ' ' WHERE seq = 5",
            "UPDATE ledger SET detail = trim(detail) WHERE seq = 5",
        ),
        ("UPDATE ledger SET at = at + 1 WHERE seq = 3", "UPDATE ledger SET at = at - 1 WHERE seq = 3"),
        ("UPDATE ledger_head SET seq = seq - 1", "UPDATE ledger_head SET seq = seq + 1"),
        ("UPDATE ledger SET seq = 100000 WHERE seq = 4", "UPDATE ledger SET seq = 4 WHERE seq = 100000"),
    ] {
        app.tamper(touch).await;
        let report = db::verify(db).await.unwrap();
        assert!(!whole(report.clone()), "{touch}: {report:?}");
        app.tamper(mend).await;
        assert!(whole(db::verify(db).await.unwrap()), "{mend}");
    }
    app.tamper("UPDATE revision SET content = replace(content, '312', '999')").await;
    let found = newsroom::verify_revisions(db.reader()).await.unwrap();
    assert_eq!(found.altered.len(), 1);
    app.tamper("DELETE FROM revision_writer").await;
    app.tamper("DELETE FROM approval").await;
    app.tamper("DELETE FROM revision").await;
    assert_eq!(newsroom::verify_revisions(db.reader()).await.unwrap().missing, 1);
    let page = app.as_(Who::Luc).await.get("/desk/ledger").await;
    assert_eq!(page.status, 200);
    assert_eq!(app.as_(Who::Mai).await.get("/desk/ledger").await.status, 403);
}

async fn two_at_once_make_one_chain(app: TestApp) {
    let app = std::sync::Arc::new(app);
    let many: Vec<_> = (0..12)
        .map(|n| {
            let app = std::sync::Arc::clone(&app);
            tokio::spawn(async move {
                published(&app, &format!("Cùng lúc {n}")).await;
            })
        })
        .collect();
    for one in many {
        one.await.unwrap();
    }
    assert!(matches!(db::verify(&app.agency.app.db).await.unwrap(), LedgerReport::Whole { .. }));
    let home = app.as_(Who::Visitor).await.get("/muc/y-te").await.text();
    for n in 0..12 {
        assert!(home.contains(&format!("Cùng lúc {n}<")), "{n}");
    }
}
