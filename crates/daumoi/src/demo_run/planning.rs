//! The demo's plans, told through the verbs that people use: written by the units, presented, appraised, approved, amended.

use super::Cast;
use crate::house::Agency;
use db::Cx;
use demo::plans::{self, Line};
use kernel::{Actor, Day, Failure, HandClock, Moment, PersonId, PlanId, UnitId};
use planning::line::{Content, Target};
use planning::verbs::{self, AppraisalWish, Change, OpinionWish, PlanWish, PresentWish};
use std::collections::HashMap;

pub(super) struct Teller<'a> {
    pub(super) agency: &'a Agency,
    pub(super) clock: &'a HandClock,
    pub(super) people: HashMap<String, PersonId>,
    units: HashMap<String, UnitId>,
}

/// Who writes for which unit.
const WRITERS: [(&str, &str); 13] = [
    ("vp", "thu"),
    ("tttt", "hien"),
    ("so-nnmt", "lieu"),
    ("so-xd", "son"),
    ("so-gddt", "may"),
    ("so-yt", "trung"),
    ("so-dttg", "say"),
    ("so-khcn", "duong"),
    ("so-vhttdl", "thao"),
    ("so-tc", "giang"),
    ("so-nv", "huong"),
    ("so-ct", "cong"),
    ("catinh", "ngan"),
];

/// A plan as it is told.
struct Told<'a> {
    at: &'a str,
    kind: &'a str,
    theme: &'a str,
    title: &'a str,
    about: &'a str,
    days: [&'a str; 2],
    parent: Option<PlanId>,
    lines: &'a [Line],
}

pub(super) fn moment(at: &str) -> Result<Moment, Failure> {
    Moment::parse(at).ok_or_else(|| Failure::broken(format!("the demo's time {at} cannot be read")))
}

pub(super) fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

/// Tells them, up to the demo's morning.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn tell_the_plans(
    agency: &Agency,
    world: &demo::World,
    cast: &Cast,
    clock: &HandClock,
) -> Result<(), Failure> {
    let today = kernel::Clock::now(clock);
    let people = cast
        .logins
        .iter()
        .filter_map(|login| Some((login.address.split_once('@')?.0.to_owned(), login.person)))
        .collect();
    let known = people::units(agency.app.db.reader()).await?;
    let names: HashMap<String, UnitId> =
        known.into_iter().filter(|unit| unit.to.is_none()).map(|unit| (unit.name, unit.id)).collect();
    let units = world
        .units
        .iter()
        .filter(|unit| unit.to.is_none())
        .filter_map(|unit| Some((unit.key.clone(), *names.get(&unit.name)?)))
        .collect();
    let teller = Teller { agency, clock, people, units };
    teller.tell().await?;
    clock.set(today);
    Ok(())
}

impl Teller<'_> {
    async fn tell(&self) -> Result<(), Failure> {
        let medium = Told {
            at: "2025-12-01T09:00+07:00",
            kind: "medium",
            theme: "",
            title: "Kế hoạch truyền thông, thông tin cơ sở tỉnh Vân Khê giai đoạn 2026 – 2030",
            about: "Đưa thông tin thiết yếu tới 100% thôn bản, bằng ngôn ngữ người dân hiểu, đúng lúc người dân cần.",
            days: ["2026-01-01", "2030-12-31"],
            parent: None,
            lines: plans::MEDIUM,
        };
        let medium =
            self.approved(&medium, "Hội nghị triển khai nhiệm vụ giai đoạn 2026 – 2030", true).await?;
        let annual = Told {
            at: "2025-12-10T09:00+07:00",
            kind: "annual",
            title: "Kế hoạch truyền thông năm 2026",
            about: "Nhiệm vụ chung của tỉnh và nhiệm vụ riêng của từng đơn vị trong năm đầu sau hợp nhất.",
            days: ["2026-01-01", "2026-12-31"],
            parent: Some(medium),
            lines: plans::ANNUAL,
            theme: "",
        };
        let annual = self.approved(&annual, "Cuộc họp rà soát kế hoạch năm 2026", true).await?;
        self.legal(annual).await?;
        let october = self.monthly("2026-09-21T09:00+07:00", 10, annual, plans::OCTOBER).await?;
        let november = self.monthly("2026-10-20T09:00+07:00", 11, annual, plans::NOVEMBER).await?;
        self.clock.set(moment("2026-11-02T08:00+07:00")?);
        self.keep("thu", async |cx| verbs::close(cx, october).await).await?;
        self.changes(november).await?;
        self.congress().await?;
        self.december(annual).await?;
        self.next_year(medium).await?;
        self.projects().await?;
        self.library().await
    }

    async fn wish(&self, who: &str) -> Result<Cx, Failure> {
        let db = &self.agency.app.db;
        let actor = match self.people.get(who) {
            Some(person) => people::actor(db.reader(), *person, &self.agency.app.zone, db.now()).await?,
            None => Actor::Machine("demo"),
        };
        db.begin(actor).await
    }

    /// One wish in somebody's name.
    pub(super) async fn keep<T>(
        &self,
        who: &str,
        does: impl AsyncFnOnce(&mut Cx) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut cx = self.wish(who).await?;
        let done = does(&mut cx).await?;
        cx.finish().await?;
        Ok(done)
    }

    pub(super) fn unit(&self, key: &str) -> Result<UnitId, Failure> {
        self.units.get(key).copied().ok_or_else(|| Failure::broken(format!("the demo has no unit {key}")))
    }

    fn content(&self, line: &Line) -> Result<Content, Failure> {
        let codes = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
        let [from, to, due] = line.days.map(day);
        let [name, amount, measure] = line.target;
        let targets = match typed::amount::thousandths(amount) {
            Some(amount) => vec![Target { name: name.into(), amount, measure: measure.into() }],
            None => Vec::new(),
        };
        let supports = line.supports.iter().map(|key| self.unit(key)).collect::<Result<Vec<_>, _>>()?;
        Ok(Content {
            title: line.title.into(),
            part: line.part.into(),
            supports,
            scope: if line.common { "common" } else { "own" }.into(),
            novelty: if line.new { "new" } else { "continued" }.into(),
            from,
            to,
            due,
            budget: line.budget,
            money: line.money.into(),
            channels: codes(line.channels),
            audiences: codes(line.audiences),
            languages: codes(line.languages),
            areas: line.areas.into(),
            targets,
            product: line.product.into(),
            ..Content::of(self.unit(line.unit)?)
        })
    }

    /// Begins a plan, asks its units, and lets them write and send their lines.
    async fn begun(&self, told: &Told<'_>, due: &str) -> Result<PlanId, Failure> {
        self.clock.set(moment(told.at)?);
        let wish = PlanWish {
            kind: told.kind.into(),
            theme: told.theme.into(),
            title: told.title.into(),
            about: told.about.into(),
            unit: Some(self.unit("vp")?),
            parent: told.parent,
            from: day(told.days[0]),
            to: day(told.days[1]),
        };
        let id = self.keep("thu", async |cx| verbs::begin_plan(cx, &wish).await).await?;
        let mut keys: Vec<&str> = told.lines.iter().map(|line| line.unit).collect();
        keys.sort_unstable();
        keys.dedup();
        let units = keys.iter().map(|key| self.unit(key)).collect::<Result<Vec<_>, _>>()?;
        let due = moment(due)?;
        self.keep("thu", async |cx| verbs::ask_lines(cx, id, &units, Some(due)).await).await?;
        for (key, unit) in keys.into_iter().zip(units) {
            self.clock.set(kernel::Clock::now(self.clock).plus(std::time::Duration::from_secs(5400)));
            let who = WRITERS.iter().find(|(of, _)| *of == key).map_or("", |(_, who)| *who);
            for line in told.lines.iter().filter(|line| line.unit == key) {
                let content = self.content(line)?;
                self.keep(who, async |cx| verbs::write_line(cx, id, None, content).await).await?;
            }
            self.keep(who, async |cx| verbs::send_lines(cx, id, unit).await).await?;
        }
        Ok(id)
    }

    /// The same presented, appraised where that is needed, approved and in force.
    async fn approved(&self, told: &Told<'_>, meeting: &str, appraised: bool) -> Result<PlanId, Failure> {
        let start = moment(told.at)?;
        let days = |n: u64| start.plus(std::time::Duration::from_secs(n * 86_400));
        let id = self.begun(told, &days(4).to_string()).await?;
        self.clock.set(days(5));
        let on = self.agency.app.zone.day(days(5));
        let wish = PresentWish { meeting: meeting.into(), on: Some(on) };
        let hash = self.keep("thu", async |cx| verbs::present(cx, id, &wish).await).await?;
        if appraised {
            let words = "Nội dung phù hợp định hướng, bám nhiệm vụ trọng tâm.";
            self.appraised(id, "so-vhttdl", "content", Some(("agree", words)), days(8)).await?;
            let words = "Kinh phí trong dự toán được giao. Đề nghị mua sắm theo quy định đấu thầu.";
            self.appraised(id, "so-tc", "finance", Some(("agree", words)), days(9)).await?;
        }
        self.clock.set(days(10));
        self.keep("khoat", async |cx| verbs::approve(cx, id, &hash).await).await?;
        self.keep("thu", async |cx| verbs::enforce(cx, id).await).await?;
        Ok(id)
    }

    async fn appraised(
        &self,
        id: PlanId,
        unit: &str,
        aspect: &str,
        says: Option<(&str, &str)>,
        at: Moment,
    ) -> Result<(), Failure> {
        let zone = &self.agency.app.zone;
        let day = zone.day(at);
        let wish = AppraisalWish { unit: Some(self.unit(unit)?), aspect: aspect.into(), due: Some(day) };
        let asked = self.keep("thu", async |cx| verbs::ask_appraisal(cx, id, &wish).await).await?;
        let Some((opinion, words)) = says else { return Ok(()) };
        self.clock.set(at);
        let who = WRITERS.iter().find(|(of, _)| *of == unit).map_or("", |(_, who)| *who);
        let wish = OpinionWish { opinion: opinion.into(), words: words.into(), on: Some(day) };
        self.keep(who, async |cx| verbs::appraise(cx, zone, id, asked, &wish).await).await
    }

    async fn monthly(&self, at: &str, month: i8, parent: PlanId, lines: &[Line]) -> Result<PlanId, Failure> {
        let first = Day::constant(2026, month, 1);
        let (from, to) = (first.to_string(), first.last_of_month().to_string());
        let told = Told {
            at,
            kind: "monthly",
            theme: "",
            title: &format!("Kế hoạch công tác tháng {month}/2026"),
            about: "",
            days: [&from, &to],
            parent: Some(parent),
            lines,
        };
        self.approved(&told, &format!("Giao ban tháng {}/2026", month - 1), false).await
    }

    async fn legal(&self, parent: PlanId) -> Result<PlanId, Failure> {
        let told = Told {
            at: "2026-08-10T09:00+07:00",
            kind: "thematic",
            theme: "legal",
            title: "Kế hoạch phổ biến, giáo dục pháp luật những tháng cuối năm 2026",
            about: "Trọng tâm: luật mới có hiệu lực từ 01/01/2027 và pháp luật cho đồng bào vùng biên giới.",
            days: ["2026-09-01", "2026-12-31"],
            parent: Some(parent),
            lines: plans::LEGAL,
        };
        self.approved(&told, "Cuộc họp Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", false).await
    }

    /// In November one change is approved and one waits.
    async fn changes(&self, november: PlanId) -> Result<(), Failure> {
        let lines = planning::lines_of(self.agency.app.db.reader(), november).await?;
        let find = |title: &str| {
            lines.iter().find(|line| line.content.title.starts_with(title)).ok_or(Failure::NotFound)
        };
        self.clock.set(moment("2026-11-06T10:00+07:00")?);
        let film = find("Phóng sự")?;
        let later = Content { to: day("2026-11-27"), due: day("2026-11-27"), ..film.content.clone() };
        let change = Change::Change(film.id, film.version, later);
        let reason = "Mưa lớn đầu tháng, chưa ghi hình được ở rừng Khau Đấng.";
        let number = self.keep("hien", async |cx| verbs::propose(cx, november, change, reason).await).await?;
        self.clock.set(moment("2026-11-07T15:00+07:00")?);
        self.keep("khoat", async |cx| verbs::decide_amendment(cx, november, number, true, "").await).await?;
        self.clock.set(moment("2026-11-20T16:20+07:00")?);
        let road = find("Công khai tiến độ đường")?;
        let more = Content { due: day("2026-11-30"), to: day("2026-11-30"), ..road.content.clone() };
        let change = Change::Change(road.id, road.version, more);
        let reason = "Chờ kết quả kiểm tra hiện trường ngày 27/11 để công khai số liệu đúng.";
        self.keep("son", async |cx| verbs::propose(cx, november, change, reason).await).await.map(drop)
    }

    /// December is drafted: one unit has not sent its lines and is late.
    async fn december(&self, annual: PlanId) -> Result<(), Failure> {
        let told = Told {
            at: "2026-11-16T09:00+07:00",
            kind: "monthly",
            theme: "",
            title: "Kế hoạch công tác tháng 12/2026",
            about: "",
            days: ["2026-12-01", "2026-12-31"],
            parent: Some(annual),
            lines: plans::DECEMBER,
        };
        let id = self.begun(&told, "2026-11-20T16:59:59Z").await?;
        self.clock.set(moment("2026-11-16T09:05+07:00")?);
        let late = [self.unit("so-xd")?];
        let due = Some(moment("2026-11-20T16:59:59Z")?);
        self.keep("thu", async |cx| verbs::ask_lines(cx, id, &late, due).await).await
    }

    /// Next year's plan is appraised: one opinion is there, the other is awaited.
    async fn next_year(&self, medium: PlanId) -> Result<(), Failure> {
        let told = Told {
            at: "2026-11-03T09:00+07:00",
            kind: "annual",
            theme: "",
            title: "Kế hoạch truyền thông năm 2027",
            about: "Từ truyền thống sang đa phương tiện; mỗi thôn bản một loa thông minh.",
            days: ["2027-01-01", "2027-12-31"],
            parent: Some(medium),
            lines: plans::NEXT_YEAR,
        };
        let id = self.begun(&told, "2026-11-10T16:59:59Z").await?;
        self.clock.set(moment("2026-11-12T14:00+07:00")?);
        let meeting = "Cuộc họp xây dựng kế hoạch năm 2027 và rà soát kế hoạch trung hạn".to_owned();
        let wish = PresentWish { meeting, on: day("2026-11-12") };
        self.keep("thu", async |cx| verbs::present(cx, id, &wish).await).await?;
        let words = "Đề nghị gắn bản tin tiếng Thái với địa bàn cụ thể; bổ sung chỉ tiêu cho Tuần văn hóa.";
        let at = moment("2026-11-18T10:00+07:00")?;
        self.appraised(id, "so-vhttdl", "content", Some(("changes", words)), at).await?;
        self.appraised(id, "so-tc", "finance", None, moment("2026-11-25T10:00+07:00")?).await
    }
}
