//! The demo's campaign: a congress whose day moved by two weeks, its bodies with guests, what is made ready for it.

use super::planning::{Teller, day, moment};
use demo::plans::{CONGRESS, READY};
use kernel::{Failure, PersonId, PlanId};
use planning::line::Content;
use planning::relative::placed;
use planning::verbs::{self, CheckWish, EventWish, PlanWish, PresentWish, SeatWish};

/// A body: its name, its task, who sits in it (by log-in or by name), and the places of its lines in [`CONGRESS`].
type Body =
    (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)], &'static [usize]);

const BODIES: [Body; 3] = [
    (
        "Tiểu ban Tuyên truyền",
        "Định hướng, cung cấp thông tin, tuyên truyền trước, trong và sau Đại hội",
        &[
            ("quan", "", "Trưởng tiểu ban"),
            ("thuy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Phó trưởng tiểu ban"),
            ("ngoc", "Báo Miền Ngược", "Đầu mối báo chí"),
        ],
        &[0, 3, 4, 5, 8],
    ),
    (
        "Tiểu ban Khánh tiết",
        "Trang trí, triển lãm, trưng bày",
        &[
            ("thao", "", "Trưởng tiểu ban"),
            ("Nghệ nhân Ưu tú Bàn A Tải", "Hội Văn học nghệ thuật tỉnh", "Cố vấn"),
        ],
        &[1, 2],
    ),
    (
        "Tiểu ban Hậu cần, an ninh",
        "Ăn ở, đi lại, y tế, an ninh, an toàn",
        &[("thu", "", "Trưởng tiểu ban"), ("ngan", "", "Phụ trách an ninh"), ("trung", "", "Phụ trách y tế")],
        &[6, 7],
    ),
];

impl Teller<'_> {
    pub(super) async fn congress(&self) -> Result<(), Failure> {
        self.clock.set(moment("2026-10-06T09:00+07:00")?);
        let wish = PlanWish {
            kind: "campaign".into(),
            title: "Tuyên truyền, phục vụ Đại hội đại biểu các dân tộc thiểu số tỉnh Vân Khê lần thứ IV"
                .into(),
            about: "Đại hội đầu tiên sau hợp nhất; mỗi thôn bản biết trước, theo dõi được và bàn về kết quả."
                .into(),
            unit: Some(self.unit("vp")?),
            from: day("2026-10-01"),
            to: day("2027-02-28"),
            ..PlanWish::default()
        };
        let id = self.keep("thu", async |cx| verbs::begin_plan(cx, &wish).await).await?;
        let wish = |name: &str, on: &str| EventWish {
            name: name.into(),
            day: day(on),
            place: "Trung tâm Hội nghị tỉnh".into(),
        };
        let (congress, eve) =
            (wish("Đại hội (phiên chính thức)", "2026-12-02"), wish("Phiên trù bị", "2026-12-01"));
        let event = self.keep("thu", async |cx| verbs::set_event(cx, id, &congress).await).await?;
        let eve = self.keep("thu", async |cx| verbs::set_event(cx, id, &eve).await).await?;
        let first = day("2026-12-02").ok_or(Failure::NotFound)?;
        for (title, lead, supports, phase, [from, to], channels, budget) in CONGRESS {
            let content = Content {
                title: (*title).into(),
                supports: supports.iter().map(|key| self.unit(key)).collect::<Result<_, _>>()?,
                phase: (*phase).into(),
                channels: channels.split(' ').map(Into::into).collect(),
                budget: *budget,
                money: if *budget == 0 { String::new() } else { "Ngân sách tỉnh".into() },
                scope: "common".into(),
                event: Some(event),
                offsets: [*from, *to, None],
                ..Content::of(self.unit(lead)?)
            };
            let content = placed(content, first);
            self.keep("thu", async |cx| verbs::write_line(cx, id, None, content).await).await?;
        }
        let meeting = "Cuộc họp Ban Tổ chức Đại hội".to_owned();
        let wish = PresentWish { meeting, on: day("2026-10-12") };
        self.clock.set(moment("2026-10-12T15:00+07:00")?);
        let hash = self.keep("thu", async |cx| verbs::present(cx, id, &wish).await).await?;
        self.clock.set(moment("2026-10-13T08:30+07:00")?);
        self.keep("khoat", async |cx| verbs::approve(cx, id, &hash).await).await?;
        self.keep("thu", async |cx| verbs::enforce(cx, id).await).await?;
        self.bodies(id).await?;
        // Two weeks later than first said.
        self.clock.set(moment("2026-11-10T10:00+07:00")?);
        let reason = "Trung ương điều chỉnh lịch dự Đại hội các tỉnh miền núi.";
        for (event, to, many) in [(event, "2026-12-16", CONGRESS.len()), (eve, "2026-12-15", 0)] {
            let to = (day(to).ok_or(Failure::NotFound)?, many);
            self.keep("thu", async |cx| verbs::move_event(cx, id, event, to, reason).await).await?;
        }
        self.displays(id, event).await
    }

    async fn bodies(&self, id: PlanId) -> Result<(), Failure> {
        let lines = planning::lines_of(self.agency.app.db.reader(), id).await?;
        for (name, task, seats, places) in BODIES {
            let body = self.keep("thu", async |cx| verbs::add_body(cx, id, name, task).await).await?;
            for (who, organisation, task) in seats {
                let person: Option<PersonId> = self.people.get(*who).copied();
                let wish = SeatWish {
                    person,
                    name: (*who).into(),
                    organisation: (*organisation).into(),
                    task: (*task).into(),
                };
                self.keep("thu", async |cx| verbs::seat(cx, id, body, &wish).await).await?;
            }
            for line in places.iter().filter_map(|place| CONGRESS.get(*place)) {
                let Some(line) = lines.iter().find(|one| one.content.title == line.0) else { continue };
                self.keep("thu", async |cx| verbs::give_part(cx, id, line.id, &[body]).await).await?;
            }
        }
        for (kind, what, who, due) in READY {
            let wish =
                CheckWish { kind: (*kind).into(), what: (*what).into(), who: (*who).into(), due: day(due) };
            let check = self.keep("thu", async |cx| verbs::add_check(cx, id, &wish).await).await?;
            if *kind == "security" {
                self.keep("ngan", async |cx| verbs::tick(cx, id, check, true).await).await?;
            }
        }
        Ok(())
    }
}
