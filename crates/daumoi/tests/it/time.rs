//! Four instants around a whole second sort equally on both databases.

use kernel::{Actor, Moment, NewId, PeopleEvent, PersonId};
use std::time::Duration;
use testkit::{TestApp, journey};

journey!(instants_sort_as_they_pass);

async fn instants_sort_as_they_pass(app: TestApp) {
    let whole = Moment::parse("2026-12-31T23:59:59+07:00").unwrap();
    for micros in [1_000_001, 0, 999_999, 500_000] {
        app.clock.set(whole.plus(Duration::from_micros(micros)));
        let mut cx = app.agency.app.db.begin(Actor::Machine("test")).await.unwrap();
        cx.record(PeopleEvent::SignedIn { person: PersonId::fresh() });
        cx.finish().await.unwrap();
    }
    #[derive(Debug, db::FromQueryResult)]
    struct At {
        at: Moment,
    }
    let rows: Vec<At> = db::all(
        app.agency.app.db.reader(),
        "SELECT at FROM ledger WHERE action = 'signed-in' AND at >= $1 ORDER BY at",
        vec![whole.into()],
    )
    .await
    .unwrap();
    let after: Vec<i64> = rows.iter().map(|row| row.at.0 - whole.0).collect();
    assert_eq!(after, [0, 500_000, 999_999, 1_000_001]);
}
