//! Every door, knocked on by everyone. A new door fails this test until it is in the table.

use crate::newsdesk::submitted;
use http::Method;
use std::fmt::Write;
use testkit::{TestApp, Who, journey};

journey!(every_door_answers_each_as_the_table_says);

async fn every_door_answers_each_as_the_table_says(app: TestApp) {
    let story = submitted(&app, "Bài của Sở Y tế").await;
    let id = story.address.rsplit('/').next().unwrap().to_owned();
    let mut table = String::from("door");
    for who in Who::ALL {
        let _ = write!(table, " {who:?}");
    }
    table.push('\n');
    for (method, path) in daumoi::doors(&app.agency) {
        let _ = write!(table, "{method} {path}");
        for who in Who::ALL {
            let client = app.as_(who).await;
            let address = path
                .replace("{story}", &id)
                .replace("{asset}", "0190a000-0000-7000-8000-000000000000")
                .replace("{sha}", &"0".repeat(64))
                .replace("{name}", "w480.jpg");
            // Forms are sent empty: what is asked here is who gets as far as being told what is missing.
            let answer = match method {
                Method::GET => client.get(&address).await,
                Method::PUT => client.put_json(&address, &serde_json::json!({ "lock": "none" })).await,
                _ => client.post(&address, &[]).await,
            };
            let _ = write!(table, " {}", answer.status.as_u16());
            // What a door did is undone, so that the next knocks on the same story.
            if answer.status == 303 && address.ends_with("/take-back") {
                story.do_(&app, "submit", &[]).await;
            }
        }
        table.push('\n');
    }
    expect_test::expect_file!["doors.txt"].assert_eq(&table);
}
