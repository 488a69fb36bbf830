//! What hangs for the demo's congress, told through the verbs that people use, with photographs drawn for it.

use super::planning::{Teller, moment};
use bytes::Bytes;
use demo::displays::{DISPLAYS, Far, Shown};
use kernel::{Failure, Moment, PlanId};
use planning::display::{Display, Spot, Step};
use planning::verbs::{self, Shot, StepWish, shot_name};
use uuid::Uuid;

/// Width and height of each size.
const SIZES: [(u32, u32); 2] = [(480, 320), (960, 640)];

impl Teller<'_> {
    /// Tells them. `event` is the congress.
    pub(super) async fn displays(&self, plan: PlanId, event: Uuid) -> Result<(), Failure> {
        let db = &self.agency.app.db;
        let areas = people::areas_on(db.reader(), "2026-11-01").await?;
        let mut told = Vec::new();
        self.clock.set(moment("2026-11-10T14:00+07:00")?);
        for shown in DISPLAYS {
            let area = areas.iter().find(|(_, name)| name == shown.area).cloned();
            let wish = Display {
                kind: shown.kind.into(),
                title: shown.title.into(),
                words: shown.words.into(),
                quantity: shown.pieces,
                measure: shown.measure.into(),
                size: shown.size.into(),
                area,
                address: shown.address.into(),
                spot: Spot::read(shown.spot),
                event: Some(event),
                offsets: shown.days.map(Some),
                licence: shown.licence[0].into(),
                licence_number: shown.licence[1].into(),
                ..Display::of(self.unit(shown.unit[0])?)
            };
            // The focal point enters them; the units in charge report from then on.
            let id =
                self.keep("thu", async |cx| verbs::set_display(cx, plan, None, wish.clone()).await).await?;
            told.push((id, shown));
        }
        self.clock.set(moment("2026-11-11T08:00+07:00")?);
        for (id, shown) in told.iter().filter(|(_, shown)| shown.far != Far::Written) {
            let hash = files::sha256(shown.words.as_bytes());
            let yes = async |cx: &mut db::Cx| verbs::approve_words(cx, plan, *id, &hash).await;
            self.keep("khoat", yes).await?;
        }
        told.sort_by_key(|(_, shown)| shown.up_at);
        for (id, shown) in told.iter().filter(|(_, shown)| !shown.up_at.is_empty()) {
            self.hang(plan, *id, shown).await?;
        }
        Ok(())
    }

    async fn hang(&self, plan: PlanId, id: Uuid, shown: &Shown) -> Result<(), Failure> {
        let (Far::Up(hung) | Far::Checked(hung) | Far::Down(hung)) = shown.far else { return Ok(()) };
        let (at, who) = (moment(shown.up_at)?, shown.unit[1]);
        self.clock.set(at);
        let step = async |who: &str, step: Step, hung: Option<i32>| {
            let wish = StepWish { hung, reason: String::new() };
            self.keep(who, async |cx| verbs::step_display(cx, plan, id, step, &wish).await).await
        };
        step(who, Step::PutUp, Some(hung)).await?;
        for (number, (kind, seed, note)) in shown.photos.iter().enumerate() {
            let later = i64::try_from(number + 1).unwrap_or(1) * 4 * 60_000_000;
            let shot = self.shot(&Shown::scene(*kind, *seed), shown.up_at).await?;
            self.clock.set(Moment(at.0 + later));
            let add = async |cx: &mut db::Cx| {
                let words = ("up", *note);
                verbs::add_photos(cx, plan, id, words, std::slice::from_ref(&shot)).await
            };
            self.keep(who, add).await?;
        }
        if matches!(shown.far, Far::Checked(_)) {
            self.clock.set(Moment(at.0 + 20 * 3_600_000_000));
            step("thu", Step::Check, None).await?;
        }
        if matches!(shown.far, Far::Down(_)) {
            self.clock.set(moment("2026-11-19T17:10+07:00")?);
            step(who, Step::TakeDown, None).await?;
        }
        Ok(())
    }

    /// A photograph, drawn and kept as one that came from a telephone.
    async fn shot(&self, scene: &demo::Scene, up_at: &str) -> Result<Shot, Failure> {
        let sha256 = files::sha256(format!("display {scene:?}").as_bytes());
        let mut sizes = Vec::new();
        for (width, height) in SIZES {
            let scene = *scene;
            let drawn = tokio::task::spawn_blocking(move || {
                files::encode_rgb(demo::draw::draw_rgb(&scene, width, height), width, height)
            });
            let jpeg = drawn
                .await
                .map_err(|error| Failure::Broken(Box::new(error)))?
                .map_err(|error| Failure::Broken(Box::new(error)))?;
            let name = format!("w{width}.jpg");
            self.agency.files.keep_as(&sha256, &shot_name(&name), Bytes::from(jpeg)).await?;
            sizes.push((name, width, height));
        }
        Ok(Shot { sha256, sizes, taken: up_at.chars().take(16).collect() })
    }
}
