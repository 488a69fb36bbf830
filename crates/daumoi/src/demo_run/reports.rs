//! The report and the briefing of the month before this morning, and those of this month as far as they are, told through the
//! verbs.

use crate::house::Agency;
use ::reports::Texts;
use ::reports::period::{Kind, Period};
use ::reports::verbs::{self, Written};
use assignments::verbs as given;
use kernel::{Actor, Failure, HandClock, Moment, Role, ThingKind, UnitId};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(86_400);
/// The head of the office, who signs its papers.
const SIGNER: &str = "Lý Thị Minh Tâm";
const HOUR: Duration = Duration::from_secs(3600);

macro_rules! deed {
    ($agency:ident, $actor:expr, |$cx:ident| $does:expr) => {{
        let mut $cx = $agency.app.db.begin($actor.clone()).await?;
        let done = $does.await?;
        $cx.finish().await?;
        done
    }};
}

/// Who acts.
struct Desk {
    officer: Actor,
    leader: Actor,
    units: Vec<(UnitId, String)>,
}

/// Tells it all; without the people for it nothing is told.
///
/// # Errors
/// When a verb refuses, which a test of the demo would show.
pub(crate) async fn tell_the_reports(agency: &Agency, clock: &HandClock) -> Result<(), Failure> {
    let today = kernel::Clock::now(clock);
    let zone = &agency.app.zone;
    let this = Period::around(Kind::Month, zone.day(today));
    let (Some(desk), Some(this)) = (desk(agency).await?, this) else { return Ok(()) };
    let Some((start, before)) = this.span(zone).map(|(start, _)| start).zip(this.before()) else {
        return Ok(());
    };
    finish_the_past(agency, clock, &desk, today).await?;
    ring_the_past(agency, clock, today).await?;
    // The month before is reported and talked over in the first days of this one, if they are past.
    if start.plus(DAY * 5) < today {
        tell_last_month(agency, clock, &desk, before, start).await?;
    }
    tell_this_month(agency, clock, &desk, this, today).await?;
    clock.set(today);
    Ok(())
}

async fn desk(agency: &Agency) -> Result<Option<Desk>, Failure> {
    let (db, zone) = (&agency.app.db, &agency.app.zone);
    let today = zone.day(db.now()).to_string();
    let all = people::colleagues(db.reader(), &today).await?;
    let mut found = Vec::new();
    for role in [Role::FocalOfficer, Role::Leader] {
        let Some(one) = all.iter().find(|one| one.roles.iter().any(|(held, _)| held == role.name())) else {
            return Ok(None);
        };
        found.push(people::actor(db.reader(), one.id, zone, db.now()).await?);
    }
    let mut found = found.into_iter();
    let (Some(officer), Some(leader)) = (found.next(), found.next()) else { return Ok(None) };
    let units = ::reports::Office::units(&*agency.reports.office).await?;
    let units = units.into_iter().filter(|(_, name)| name.starts_with("Sở")).take(4).collect();
    Ok(Some(Desk { officer, leader, units }))
}

/// What plans asked for and is past is done by now, but for one in seven.
async fn finish_the_past(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    today: Moment,
) -> Result<(), Failure> {
    let db = agency.app.db.reader();
    let past = assignments::in_period(db, today.minus(DAY * 700), today, None).await?;
    let mut planned = Vec::new();
    for work in past.late {
        let from = assignments::origin(db, work.id).await?;
        if from.is_some_and(|from| from.kind == ThingKind::Activity) {
            planned.push(work);
        }
    }
    for (number, work) in planned.into_iter().enumerate() {
        let Some(due) = work.due.filter(|due| *due < today && number % 7 != 3) else { continue };
        clock.set(due.minus(HOUR * 7));
        deed!(agency, desk.officer, |cx| given::accept(&mut cx, work.id, None));
        deed!(agency, desk.officer, |cx| given::claim(&mut cx, work.id, ""));
        clock.set(due.plus(HOUR * 12).min(today));
        deed!(agency, desk.leader, |cx| given::confirm(&mut cx, work.id, 0, Some(2), ""));
    }
    Ok(())
}

/// What was late was late on its own day, and is told in the report of its own month.
async fn ring_the_past(agency: &Agency, clock: &HandClock, today: Moment) -> Result<(), Failure> {
    let rules = &agency.deadlines.rules;
    for (late, at) in deadlines::verbs::unrung(agency.app.db.reader(), today).await? {
        clock.set(at);
        deed!(agency, Actor::Machine("clock"), |cx| deadlines::verbs::ring(&mut cx, rules, late, at));
    }
    Ok(())
}

async fn tell_last_month(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    month: Period,
    start: Moment,
) -> Result<(), Failure> {
    let house = &agency.reports;
    clock.set(start.plus(DAY + HOUR * 9));
    let report = deed!(agency, desk.officer, |cx| verbs::begin(&mut cx, house, month, ""));
    let drafted = house.texts_of(report).await?;
    let written = Written {
        texts: Texts {
            difficulties: join(
                &drafted.difficulties,
                &[
                    "- Một số đơn vị gửi tin, bài còn chậm, tập trung vào những ngày cuối tháng.",
                    "- Tin, bài bằng tiếng Mông, tiếng Thái còn ít; các xã vùng cao chủ yếu nghe qua loa truyền thanh.",
                ],
            ),
            proposals: join(
                &drafted.proposals,
                &[
                    "- Đề nghị bố trí kinh phí biên dịch, thu âm bản tin tiếng dân tộc thiểu số ngay từ đầu quý.",
                    "- Đề nghị mỗi sở, ngành phân công đầu mối thay thế khi người phụ trách vắng mặt.",
                ],
            ),
            next: join(&drafted.next, &["- Cao điểm tuyên truyền phòng, chống rét cho cây trồng, vật nuôi."]),
            results: drafted.results,
        },
        authority: "TL. CHỦ TỊCH".into(),
        signer_post: "CHÁNH VĂN PHÒNG".into(),
        signer_name: SIGNER.into(),
        recipients:
            "Thường trực Tỉnh ủy;\nChủ tịch, các Phó Chủ tịch UBND tỉnh;\nCác sở, ban, ngành;\nLưu: VT."
                .into(),
    };
    deed!(agency, desk.officer, |cx| verbs::write(&mut cx, house, report, 1, &written));
    let hash = house.hash_of(report).await?;
    deed!(agency, desk.officer, |cx| verbs::submit(&mut cx, house, report, &hash));
    clock.set(start.plus(DAY * 2 + HOUR * 8));
    deed!(agency, desk.leader, |cx| verbs::approve(&mut cx, house, report, &hash));
    clock.set(start.plus(DAY * 2 + HOUR * 10));
    deed!(agency, desk.officer, |cx| verbs::issue(&mut cx, house, report));
    // Talked over two days later.
    clock.set(start.plus(DAY * 4 + HOUR * 8));
    let briefing = deed!(agency, desk.officer, |cx| verbs::open_briefing(&mut cx, month));
    let decisions = [
        "Gửi tin, bài đều trong tháng, mỗi tuần ít nhất một tin; không dồn vào cuối tháng.",
        "Thu âm bản tin phòng, chống rét bằng tiếng Mông, tiếng Thái, gửi các xã trước ngày 25.",
        "Cử đầu mối cung cấp thông tin thay thế, gửi danh sách về Văn phòng.",
    ];
    for ((unit, _), words) in desk.units.iter().zip(decisions) {
        let note = "Đã trao đổi, đơn vị thống nhất thực hiện.";
        deed!(agency, desk.officer, |cx| verbs::note(&mut cx, briefing, Some(*unit), note));
        let due = Some(start.plus(DAY * 24 + HOUR * 17));
        deed!(agency, desk.officer, |cx| verbs::decide(&mut cx, house, briefing, *unit, words, due));
    }
    let leader = desk.leader.person().map(|leader| leader.name.clone()).unwrap_or_default();
    let chair = format!("đồng chí {leader}, Chủ tịch UBND tỉnh");
    deed!(agency, desk.officer, |cx| verbs::close_briefing(&mut cx, house, briefing, &chair));
    Ok(())
}

async fn tell_this_month(
    agency: &Agency,
    clock: &HandClock,
    desk: &Desk,
    month: Period,
    today: Moment,
) -> Result<(), Failure> {
    let house = &agency.reports;
    clock.set(today.minus(DAY * 2));
    let report = deed!(agency, desk.officer, |cx| verbs::begin(&mut cx, house, month, ""));
    let units: Vec<UnitId> = desk.units.iter().map(|(unit, _)| *unit).collect();
    if units.is_empty() {
        return Ok(());
    }
    let due = today.plus(DAY * 3);
    deed!(agency, desk.officer, |cx| verbs::ask_parts(&mut cx, house, report, &units, due));
    clock.set(today.minus(HOUR * 18));
    let words = [
        (
            "Phối hợp với các xã tuyên truyền tại 14 bản vùng cao; phát 1.200 tờ rơi.",
            "Đường vào một số bản bị sạt lở, tổ tuyên truyền đến chậm hai ngày.",
            "Đề nghị hỗ trợ xe đi địa bàn trong tháng tới.",
        ),
        ("Cung cấp 6 bài chuyên sâu cho chuyên mục; tổ chức một buổi đối thoại với bạn đọc.", "", ""),
    ];
    // The machine writes down what units sent by mail; whoever wrote it cannot approve it.
    for ((unit, _), (results, difficulties, proposals)) in desk.units.iter().zip(words) {
        let texts = Texts {
            results: results.into(),
            difficulties: difficulties.into(),
            proposals: proposals.into(),
            next: String::new(),
        };
        deed!(agency, desk.officer, |cx| verbs::give_part(&mut cx, house, report, *unit, 0, &texts));
    }
    Ok(())
}

/// A drafted text with more lines below it.
fn join(drafted: &str, more: &[&str]) -> String {
    let mut lines: Vec<&str> = drafted.lines().filter(|line| !line.is_empty()).collect();
    lines.extend(more);
    lines.join("\n\n")
}
