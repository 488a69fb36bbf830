//! What journeys of the newsroom have in common: people writing, submitting, approving by the forms of the desk.

use testkit::{Answer, Client, TestApp, Who};

/// A text in plain notation.
pub(crate) const TEXT: &str = "Sáng 22/11, trạm y tế xã Nậm Ưởng tiêm sởi cho 312 trẻ.\n\n## Ai được tiêm\n\n- Trẻ từ 9 tháng\n- Trẻ chưa tiêm nhắc\n\nBà con mang theo sổ tiêm.";

/// A story in somebody's hands.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) who: Client,
    pub(crate) address: String,
}

impl Desk {
    /// Begins a story for a unit.
    pub(crate) async fn begin(app: &TestApp, who: Who, unit: &str) -> Self {
        let client = app.as_(who).await;
        let unit = app.world.units[unit].to_string();
        let answer = client.post("/desk/newsroom/stories", &[("unit", &unit)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let address = answer.location().trim_end_matches("/edit").to_owned();
        Self { who: client, address }
    }

    /// The same story in other hands.
    pub(crate) async fn for_(&self, app: &TestApp, who: Who) -> Self {
        Self { who: app.as_(who).await, address: self.address.clone() }
    }

    pub(crate) async fn page(&self) -> Answer {
        self.who.get(&self.address).await
    }

    /// Opens the editor: the pen and the version to save with.
    pub(crate) async fn open(&self) -> (String, String) {
        let editor = self.who.get(&format!("{}/edit", self.address)).await;
        assert_eq!(editor.status, 200, "{}", editor.text());
        (editor.between("name=\"lock\" value=\"", "\""), editor.between("name=\"version\" value=\"", "\""))
    }

    /// Writes in the plain form, as without scripts.
    pub(crate) async fn write(&self, app: &TestApp, title: &str, text: &str, then: &str) -> Answer {
        let (lock, version) = self.open().await;
        let (place, light) = (app.world.place("portal/y-te"), app.world.place("co-so/can-biet"));
        self.who
            .post(
                &format!("{}/save", self.address),
                &[
                    ("lock", &lock),
                    ("version", &version),
                    ("title", title),
                    ("summary", "Một câu nói hết chuyện."),
                    ("body_format", "notation"),
                    ("body_notation", text),
                    ("genre", "news"),
                    ("place", &place),
                    ("place", &light),
                    ("byline", "Lò Thị Mai"),
                    ("then", then),
                ],
            )
            .await
    }

    /// The hash of the newest revision, as the forms of the page carry it.
    pub(crate) async fn hash(&self, app: &TestApp) -> String {
        let story = self.address.rsplit('/').next().unwrap().parse().unwrap();
        newsroom::head_hash(app.agency.app.db.reader(), story).await.unwrap()
    }

    /// Sends one of the page's forms with the hash of the newest revision.
    pub(crate) async fn act(&self, app: &TestApp, verb: &str, fields: &[(&str, &str)]) -> Answer {
        let hash = self.hash(app).await;
        let mut all = vec![("revision", hash.as_str())];
        all.extend_from_slice(fields);
        self.who.post(&format!("{}/{verb}", self.address), &all).await
    }

    /// As [`Desk::act`], and it must be done.
    pub(crate) async fn do_(&self, app: &TestApp, verb: &str, fields: &[(&str, &str)]) {
        let answer = self.act(app, verb, fields).await;
        assert_eq!(answer.status, 303, "{verb}: {}", answer.text());
    }
}

/// A story by Mai that is public: written, submitted, approved and published by Khoẻ.
pub(crate) async fn published(app: &TestApp, title: &str) -> Desk {
    let mai = approved(app, title).await;
    mai.for_(app, Who::Khoe).await.do_(app, "publish", &[]).await;
    mai
}

/// A story by Mai that Khoẻ approved.
pub(crate) async fn approved(app: &TestApp, title: &str) -> Desk {
    let mai = submitted(app, title).await;
    mai.for_(app, Who::Khoe).await.do_(app, "approve", &[]).await;
    mai
}

/// A story by Mai that waits for review.
pub(crate) async fn submitted(app: &TestApp, title: &str) -> Desk {
    let mai = Desk::begin(app, Who::Mai, "yt").await;
    let answer = mai.write(app, title, TEXT, "submit").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = mai.page().await.text();
    assert!(page.contains("chip-submitted"), "not submitted: {page}");
    mai
}
