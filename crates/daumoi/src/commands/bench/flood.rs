//! `daumoi bench flood`: so many questions of robots with some of people among them, through the verb that the form calls; what
//! becomes of both, and how the desk's inbox opens afterwards.

use super::asking::{ask_as, peak_memory};
use crate::commands::{in_words, put, say};
use crate::config::DataArgs;
use crate::house::{Agency, IndexPlace, assemble_with};
use crate::routes::routes;
use ::answers::verbs::{AskWish, FieldWish, ask, set_field};
use anyhow::Context;
use db::Settings;
use kernel::{Actor, HandClock, Moment, PersonId, Role};
use people::verbs::{PersonWish, UnitWish};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What people ask among the flood: each is sought afterwards by words that no other has.
const PEOPLE: [(&str, &str, &str); 6] = [
    ("Cấp lại sổ hộ nghèo", "Gia đình tôi bị mất sổ hộ nghèo trong đợt mưa, xin cấp lại ở đâu?", "hộ nghèo"),
    ("Đường vào bản Pác Nhùng", "Cầu tràn bị nước cuốn, bao giờ xã cho làm lại để trẻ đi học?", "pác nhùng"),
    ("Tiêm vắc-xin lở mồm long móng", "Bao giờ cán bộ thú y lên tiêm cho đàn trâu của bản?", "lở mồm"),
    (
        "Học bổng cho trẻ nội trú",
        "Con tôi học nội trú thì hồ sơ xin học bổng nộp ở trường hay ở xã?",
        "nội trú",
    ),
    ("Nước sinh hoạt mùa khô", "Bể nước của xóm cạn từ tháng mười, có kế hoạch chở nước không?", "mùa khô"),
    (
        "Giấy khai sinh muộn",
        "Cháu tôi ba tuổi chưa có giấy khai sinh, làm ở Uỷ ban xã được không?",
        "khai sinh",
    ),
];

struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// What a robot sends: the same words with a number, one of some templates with words put in, bare advertising, or words
/// thrown together.
fn robot(chance: &mut Chance, n: usize) -> (String, String) {
    const WORDS: [&str; 24] = [
        "vay", "nhanh", "lãi", "thấp", "giải", "ngân", "trong", "ngày", "không", "thế", "chấp", "hỗ", "trợ",
        "toàn", "quốc", "liên", "hệ", "ngay", "uy", "tín", "duyệt", "hồ", "sơ", "online",
    ];
    let mut word = || WORDS.get(chance.below(WORDS.len())).copied().unwrap_or_default();
    match n % 10 {
        0..=5 => (
            format!("Phản đối dự án thuỷ điện {n}"),
            "Chúng tôi phản đối dự án vì ảnh hưởng đến ruộng nước và nhà cửa của bà con trong bản."
                .to_owned(),
        ),
        6 | 7 => (
            format!("Kiến nghị khẩn {} {}", word(), word()),
            format!(
                "Đề nghị tỉnh trả lời ngay việc {} {} cho người dân, chúng tôi đã chờ rất lâu và không ai trả lời.",
                word(),
                word()
            ),
        ),
        8 => (
            "Vay tiền nhanh".to_owned(),
            (0..5).map(|k| format!("Bấm vào https://vay{n}-{k}.example/{} nhé. ", word())).collect(),
        ),
        _ => {
            let text: Vec<&str> = (0..40).map(|_| word()).collect();
            (format!("Hỏi {} {}", word(), n), text.join(" "))
        }
    }
}

pub(super) async fn run(questions: usize) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let home = folder.path().to_path_buf();
    let data =
        DataArgs { data: home.clone(), database: None, zone: "Asia/Ho_Chi_Minh".into(), search_index: None };
    let settings = Settings::File(home.join("daumoi.db"));
    let began = Moment::parse("2026-11-22T07:30:00+07:00").unwrap_or(Moment(0));
    let clock = HandClock::at(began);
    let agency =
        assemble_with(&data, &settings, Arc::new(clock.clone()), false, 16, IndexPlace::Memory).await?;
    let person = somebody_at_the_desk(&agency).await?;
    let secret = agency.answers.secret().await.map_err(in_words)?.clone();
    let mut chance = Chance(11);
    let every = (questions / PEOPLE.len()).max(1);
    let mut slowest = Duration::ZERO;
    let started = Instant::now();
    for n in 0..questions {
        clock.forward(Duration::from_millis(360));
        let human = PEOPLE.get(n / every).filter(|_| n % every == every / 2);
        let (title, body) = match human {
            Some((title, body, _)) => ((*title).to_owned(), (*body).to_owned()),
            None => robot(&mut chance, n),
        };
        let wish = AskWish {
            title,
            body,
            field: "hoi-dap-chung".into(),
            nonce: format!("flood-{n:020}"),
            ..AskWish::default()
        };
        let one = Instant::now();
        let mut cx = agency.app.db.begin(Actor::Visitor).await.map_err(in_words)?;
        ask(&mut cx, &secret, wish, Vec::new()).await.map_err(in_words)?;
        cx.finish().await.map_err(in_words)?;
        slowest = slowest.max(one.elapsed());
        if n > 0 && n.is_multiple_of(2_000) {
            say(&format!("{n} questions, {:.0} a second", n as f64 / started.elapsed().as_secs_f64()));
        }
    }
    let took = started.elapsed().as_secs_f64();
    let line = serde_json::json!({ "questions": questions, "of_people": PEOPLE.len(), "seconds": took,
        "questions_per_second": questions as f64 / took, "slowest_ms": slowest.as_secs_f64() * 1e3,
        "peak_memory_mb": peak_memory() });
    put(&line.to_string());
    find_them(&agency, person).await
}

/// Seeks each of the real ones as the desk does, and says how long the inbox takes.
async fn find_them(agency: &Agency, person: PersonId) -> anyhow::Result<()> {
    let token = people::verbs::sign_in_as(&agency.app.db, person).await.map_err(in_words)?.token;
    let site = routes(agency, None);
    let mut found = 0;
    for (title, _, words) in PEOPLE {
        let sought = words.replace(' ', "+");
        let (_, page) = ask_as(&site, &format!("/desk/answers?which=new&q={sought}"), &token).await?;
        found += usize::from(page.contains(title));
    }
    put(&serde_json::json!({ "of_people": PEOPLE.len(), "found_waiting": found }).to_string());
    for path in ["/desk/answers", "/desk/answers?which=aside", "/desk/answers?which=new&q=khai+sinh", "/desk"]
    {
        let mut times = Vec::new();
        let mut shown = String::new();
        for _ in 0..20 {
            let (took, page) = ask_as(&site, path, &token).await?;
            times.push(took);
            shown = page;
        }
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let floods = shown.matches("/take-back").count();
        let line = serde_json::json!({ "page": path, "p50_ms": median.as_secs_f64() * 1e3,
            "bytes": shown.len(), "floods_shown": floods });
        put(&line.to_string());
    }
    Ok(())
}

async fn somebody_at_the_desk(agency: &Agency) -> anyhow::Result<PersonId> {
    let mut cx = agency.app.db.begin(Actor::Machine("bench")).await.map_err(in_words)?;
    let office = UnitWish {
        name: "Văn phòng".into(),
        abbreviation: String::new(),
        symbol: String::new(),
        kind: people::UnitKind::Office,
        parent: None,
        area: None,
        from: agency.app.zone.day(cx.now()),
        to: None,
        ancestors: Vec::new(),
    };
    let unit = people::verbs::found_unit(&mut cx, office).await.map_err(in_words)?;
    let wish = PersonWish {
        login: "thu@bench.example".into(),
        name: "Trực hỏi đáp".into(),
        honorific: String::new(),
        tenures: vec![],
    };
    let person = people::verbs::add_person(&mut cx, wish).await.map_err(in_words)?;
    people::verbs::give_role(&mut cx, person, Role::FocalOfficer, None, (None, None))
        .await
        .map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    let now = agency.app.db.now();
    let actor = people::actor(agency.app.db.reader(), person, &agency.app.zone, now)
        .await
        .map_err(in_words)
        .context("who reads what is asked")?;
    let mut cx = agency.app.db.begin(actor).await.map_err(in_words)?;
    let field = FieldWish {
        slug: String::new(),
        name: "Hỏi đáp chung".into(),
        unit,
        person: None,
        place: 1,
        active: true,
    };
    set_field(&mut cx, &field).await.map_err(in_words)?;
    cx.finish().await.map_err(in_words)?;
    Ok(person)
}
