//! The demo's press desk: who speaks, what was asked in the last ten days, one demand, one petition, told through the verbs that
//! people use.

use super::Cast;
use crate::house::Agency;
use db::Cx;
use demo::asked::{DEMAND, PETITION, QUESTIONS, Question, Stage};
use kernel::{Actor, Failure, HandClock, InquiryId, Moment, PersonId, SpokespersonId, UnitId};
use press::verbs::{self, AnswerWish, DemandWish, InquiryWish, PetitionWish, SendDemand, SpokespersonWish};
use std::collections::HashMap;
use std::time::Duration;

struct Teller<'a> {
    agency: &'a Agency,
    clock: &'a HandClock,
    people: HashMap<&'static str, PersonId>,
    units: HashMap<String, UnitId>,
}

const HOUR: Duration = Duration::from_secs(3600);

fn moment(at: &str) -> Result<Moment, Failure> {
    Moment::parse(at).ok_or_else(|| Failure::broken(format!("the demo's time {at} cannot be read")))
}

/// Tells it, up to the demo's morning.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn ask_the_past(
    agency: &Agency,
    world: &demo::World,
    cast: &Cast,
    clock: &HandClock,
) -> Result<SpokespersonId, Failure> {
    let today = kernel::Clock::now(clock);
    let mut people = HashMap::new();
    for (key, address) in [("yen", "yen@"), ("tam", "tam@"), ("lam", "lam@")] {
        let login = cast.logins.iter().find(|login| login.address.starts_with(address));
        people.insert(key, login.map(|login| login.person).ok_or(Failure::NotFound)?);
    }
    let names: HashMap<String, UnitId> =
        people::units(agency.app.db.reader()).await?.into_iter().map(|unit| (unit.name, unit.id)).collect();
    let units = world
        .units
        .iter()
        .filter(|unit| unit.to.is_none())
        .filter_map(|unit| Some((unit.key.clone(), *names.get(&unit.name)?)))
        .collect();
    let teller = Teller { agency, clock, people, units };
    clock.set(moment("2026-07-01T09:00+07:00")?);
    let speaker = teller.speakers().await?;
    for question in &QUESTIONS {
        teller.question(question, speaker).await?;
    }
    teller.demand().await?;
    teller.petition().await?;
    clock.set(today);
    Ok(speaker)
}

impl Teller<'_> {
    async fn wish(&self, who: &str) -> Result<Cx, Failure> {
        let db = &self.agency.app.db;
        let actor = match self.people.get(who) {
            Some(person) => people::actor(db.reader(), *person, &self.agency.app.zone, db.now()).await?,
            None => Actor::Machine("demo"),
        };
        db.begin(actor).await
    }

    fn later(&self, span: Duration) {
        self.clock.set(kernel::Clock::now(self.clock).plus(span));
    }

    /// The head, the regular one, one department's, and one for a single case; and the agency's own rule for facts.
    async fn speakers(&self) -> Result<SpokespersonId, Failure> {
        let zone = &self.agency.app.zone;
        let mut cx = self.wish("yen").await?;
        let wish = |kind: &str, name: &str, post: &str, document: &str| SpokespersonWish {
            kind: kind.to_owned(),
            name: name.to_owned(),
            post: post.to_owned(),
            phone: "0200 3 800 101".to_owned(),
            email: "phatngon@vankhe.example".to_owned(),
            document: document.to_owned(),
            ..SpokespersonWish::default()
        };
        let head = wish("head", "Nguyễn Quế Lâm", "Chủ tịch UBND tỉnh", "");
        let head = verbs::name_spokesperson(&mut cx, zone, &head).await?;
        let regular =
            wish("regular", "Lý Thị Minh Tâm", "Chánh Văn phòng UBND tỉnh", "214/QĐ-UBND ngày 01/7/2026");
        let regular = verbs::name_spokesperson(&mut cx, zone, &regular).await?;
        for (unit, name, post) in
            [("so-yt", "Tẩn Văn Phin", "Giám đốc Sở Y tế"), ("so-gddt", "Đỗ Thị Ngân", "Giám đốc Sở")]
        {
            let unit = self.units.get(unit).copied();
            let own = SpokespersonWish {
                unit,
                email: "vanphong@vankhe.example".to_owned(),
                ..wish("head", name, post, "")
            };
            verbs::name_spokesperson(&mut cx, zone, &own).await?;
            let own = SpokespersonWish { kind: "regular".to_owned(), document: "18/QĐ-S".to_owned(), ..own };
            verbs::name_spokesperson(&mut cx, zone, &own).await?;
        }
        cx.finish().await?;
        let rules = &self.agency.press.rules;
        let mut cx = self.agency.app.db.begin(Actor::Machine("demo")).await?;
        let facts = deadlines::verbs::RuleWish {
            name: "NB-01".to_owned(),
            title: "Đơn vị cung cấp thông tin để trả lời báo chí".to_owned(),
            act: "Quy chế phát ngôn của UBND tỉnh Vân Khê".to_owned(),
            article: "Điều 6".to_owned(),
            from: "2026-07-15".to_owned(),
            starts: "facts-asked".to_owned(),
            count: 1,
            unit: "working-days".to_owned(),
            tell_leader: true,
            words: "Đơn vị cung cấp thông tin trong 01 ngày làm việc từ khi được hỏi.".to_owned(),
            ..deadlines::verbs::RuleWish::default()
        };
        deadlines::verbs::set_rule(&mut cx, rules, &facts).await?;
        cx.finish().await?;
        self.clock.set(moment("2026-11-20T08:00+07:00")?);
        let mut cx = self.wish("yen").await?;
        let case = SpokespersonWish {
            matter: "Tái định cư khu Pác Nhùng".to_owned(),
            from_day: "2026-11-20".to_owned(),
            to_day: "2027-01-31".to_owned(),
            authoriser: Some(head),
            ..wish("case", "Hoàng Văn Khoát", "Phó Chủ tịch UBND tỉnh", "31/GUQ-UBND ngày 20/11/2026")
        };
        verbs::name_spokesperson(&mut cx, zone, &case).await?;
        cx.finish().await?;
        Ok(regular)
    }

    async fn question(&self, told: &Question, speaker: SpokespersonId) -> Result<(), Failure> {
        self.clock.set(moment(told.at)?);
        let zone = &self.agency.app.zone;
        let mut cx = self.wish("yen").await?;
        let wish = InquiryWish {
            outlet: told.outlet.to_owned(),
            journalist: told.journalist.to_owned(),
            contact: told.contact.to_owned(),
            via: told.via.to_owned(),
            questions: told.asked.iter().map(|(question, _)| *question).collect::<Vec<_>>().join("\n"),
            urgent: told.urgent,
            ..InquiryWish::default()
        };
        let id = verbs::log_inquiry(&mut cx, zone, &wish).await?;
        cx.finish().await?;
        if told.stage == Stage::Received {
            return Ok(());
        }
        self.later(HOUR / 4);
        let mut cx = self.wish("yen").await?;
        verbs::take_inquiry(&mut cx, id).await?;
        cx.finish().await?;
        if told.stage == Stage::Refused {
            self.later(HOUR * 3);
            let mut cx = self.wish("yen").await?;
            let reason = "Đoàn thanh tra chưa có kết luận. Có kết luận, tỉnh công khai theo quy định.";
            verbs::refuse_inquiry(&mut cx, id, "inquest-pending", reason).await?;
            return cx.finish().await;
        }
        self.facts(id, told).await?;
        if told.stage != Stage::Asking {
            self.answer(id, told, speaker).await?;
        }
        Ok(())
    }

    async fn facts(&self, id: InquiryId, told: &Question) -> Result<(), Failure> {
        let Some((unit, question, given, source)) = told.facts else { return Ok(()) };
        let unit = self.units.get(unit).copied().ok_or(Failure::NotFound)?;
        let mut cx = self.wish("yen").await?;
        let fact = verbs::ask_facts(&mut cx, id, unit, question).await?;
        cx.finish().await?;
        if !given.is_empty() {
            self.later(HOUR * 2);
            let mut cx = self.wish("machine").await?;
            verbs::give_facts(&mut cx, fact, given, source).await?;
            cx.finish().await?;
        }
        Ok(())
    }

    async fn answer(&self, id: InquiryId, told: &Question, speaker: SpokespersonId) -> Result<(), Failure> {
        self.later(HOUR);
        let answers: Vec<String> = told.asked.iter().map(|(_, answer)| (*answer).to_owned()).collect();
        let mut cx = self.wish("yen").await?;
        let wish =
            verbs::DraftWish { answers: answers.clone(), speaker: Some(speaker), ..Default::default() };
        verbs::draft_answer(&mut cx, &self.agency.app.zone, id, &wish).await?;
        cx.finish().await?;
        if told.stage == Stage::Drafting {
            return Ok(());
        }
        let hash = verbs::text_hash(&answers, told.asked, speaker);
        let mut cx = self.wish("yen").await?;
        verbs::ask_clearance(&mut cx, id, &hash).await?;
        cx.finish().await?;
        if told.stage == Stage::Clearing {
            return Ok(());
        }
        self.later(HOUR);
        let mut cx = self.wish("tam").await?;
        verbs::clear_answer(&mut cx, id, &hash).await?;
        cx.finish().await?;
        self.later(HOUR / 2);
        let mut cx = self.wish("yen").await?;
        let wish = AnswerWish { form: "written".to_owned(), mail_to: told.contact.to_owned() };
        verbs::answer_inquiry(&mut cx, &self.agency.press, id, &wish).await?;
        cx.finish().await
    }

    async fn demand(&self) -> Result<(), Failure> {
        self.clock.set(moment("2026-11-18T09:00+07:00")?);
        let (outlet, title, link, day, wrong, grounds, right) = DEMAND;
        let wish = DemandWish {
            outlet: outlet.to_owned(),
            item_title: title.to_owned(),
            item_link: link.to_owned(),
            item_day: day.to_owned(),
            mention: None,
            wrong: wrong.to_owned(),
            grounds: grounds.to_owned(),
            right_text: right.to_owned(),
            asks: "both".to_owned(),
        };
        let mut cx = self.wish("yen").await?;
        let id = verbs::begin_demand(&mut cx, &self.agency.app.zone, &wish).await?;
        cx.finish().await?;
        self.later(HOUR);
        let mut cx = self.wish("tam").await?;
        verbs::approve_demand(&mut cx, id, &verbs::demand_hash(&wish)).await?;
        cx.finish().await?;
        self.later(HOUR);
        let mut cx = self.wish("yen").await?;
        let send = SendDemand { document: "1.876/UBND-VP".to_owned(), mail_to: String::new() };
        verbs::send_demand(&mut cx, &self.agency.press, id, &send).await?;
        cx.finish().await
    }

    async fn petition(&self) -> Result<(), Failure> {
        self.clock.set(moment("2026-11-18T14:00+07:00")?);
        let (outlet, reference, subject, content, unit) = PETITION;
        let wish = PetitionWish {
            kind: "opinion".to_owned(),
            outlet: outlet.to_owned(),
            reference: reference.to_owned(),
            subject: subject.to_owned(),
            content: content.to_owned(),
            received_at: None,
        };
        let mut cx = self.wish("yen").await?;
        let id = verbs::forward_petition(&mut cx, &self.agency.app.zone, &wish).await?;
        let unit = self.units.get(unit).copied().ok_or(Failure::NotFound)?;
        verbs::assign_petition(&mut cx, id, unit).await?;
        cx.finish().await
    }
}
