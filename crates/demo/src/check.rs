//! Keeps the demo whole: every key refers to something, every date is possible, every text is long enough.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::{Genre, Light, Role, Scene, SceneKind, Season, State, Story, World, draw, draw_rgb, world};

fn the_world() -> World {
    world().unwrap_or_else(|flaw| panic!("{flaw}"))
}

fn syllables(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

#[test]
fn keys_are_unique() {
    let world = the_world();
    let unique = |what: &str, keys: Vec<&String>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            assert!(seen.insert(key), "{what} `{key}` appears twice");
        }
    };
    unique("area", world.areas.iter().map(|x| &x.key).collect());
    unique("unit", world.units.iter().map(|x| &x.key).collect());
    unique("post", world.posts.iter().map(|x| &x.key).collect());
    unique("person", world.people.iter().map(|x| &x.key).collect());
    unique("login", world.people.iter().map(|x| &x.login).collect());
    unique("site", world.sites.iter().map(|x| &x.key).collect());
    unique("story", world.stories.iter().map(|x| &x.key).collect());
    unique("title", world.stories.iter().map(|x| &x.title).collect());
    for site in &world.sites {
        unique("section", site.sections.iter().map(|x| &x.key).collect());
    }
}

#[test]
fn the_organisation_holds_together() {
    let world = the_world();
    assert!(world.unit(&world.agency.focal_unit).is_some());
    assert!(world.unit(&world.agency.key).is_some());
    assert!(world.area(&world.agency.area).is_some());
    for area in &world.areas {
        assert!(area.parent.iter().all(|key| world.area(key).is_some()), "{area:?}");
        assert!(area.to.is_none_or(|to| to > area.from), "{area:?}");
        assert!(
            area.languages.iter().all(|tag| world.languages.iter().any(|one| &one.tag == tag)),
            "{area:?}"
        );
    }
    for unit in &world.units {
        assert!(unit.parent.iter().all(|key| world.unit(key).is_some()), "{unit:?}");
        assert!(unit.area.iter().all(|key| world.area(key).is_some()), "{unit:?}");
        assert!(unit.to.is_none_or(|to| to > unit.from), "{unit:?}");
    }
    for edge in &world.unit_successions {
        let (old, new) = (world.unit(&edge.from).expect("old"), world.unit(&edge.to).expect("new"));
        assert!(old.from < edge.on && new.from <= edge.on, "{edge:?}");
    }
    for edge in &world.area_successions {
        let (old, new) = (world.area(&edge.from).expect("old"), world.area(&edge.to).expect("new"));
        assert_eq!(old.to.and_then(|to| to.tomorrow().ok()), Some(edge.on), "{edge:?}");
        assert_eq!(new.from, edge.on, "{edge:?}");
    }
    for unit in world.units.iter().filter(|unit| unit.to.is_some()) {
        assert!(
            world.unit_successions.iter().any(|edge| edge.from == unit.key),
            "{} has no successor",
            unit.key
        );
    }
    for area in world.areas.iter().filter(|area| area.to.is_some()) {
        assert!(
            world.area_successions.iter().any(|edge| edge.from == area.key),
            "{} has no successor",
            area.key
        );
    }
    for post in &world.posts {
        assert!(world.unit(&post.unit).is_some(), "{post:?}");
    }
    for person in &world.people {
        assert!(!person.roles.is_empty() && !person.posts.is_empty(), "{}", person.key);
        assert!(person.login.ends_with(".example"), "{}", person.login);
        for held in &person.posts {
            let post = world.posts.iter().find(|post| post.key == held.post).expect("post");
            let unit = world.unit(&post.unit).expect("unit");
            assert!(held.from >= unit.from && held.to <= unit.to.or(held.to), "{} {held:?}", person.key);
        }
        for role in &person.roles {
            assert!(world.unit(&role.unit).is_some(), "{} {role:?}", person.key);
        }
    }
    for site in &world.sites {
        assert!(
            world.unit(&site.unit).is_some() && world.person(&site.responsible).is_some(),
            "{}",
            site.key
        );
        assert!(site.parent.iter().all(|key| world.site(key).is_some()), "{}", site.key);
    }
}

#[test]
fn every_role_has_someone() {
    let world = the_world();
    let held: BTreeSet<_> =
        world.people.iter().flat_map(|one| &one.roles).map(|role| role.role.id()).collect();
    let all = [
        Role::Contributor,
        Role::Editor,
        Role::ChiefEditor,
        Role::Leader,
        Role::DutyOfficer,
        Role::FocalOfficer,
        Role::PressOfficer,
        Role::Spokesperson,
        Role::RecordsOfficer,
        Role::CommuneOfficer,
        Role::Admin,
        Role::Guest,
    ];
    assert_eq!(held, all.iter().map(|role| role.id()).collect());
}

#[test]
fn the_province_exists_nowhere() {
    let real = "An Giang|Bà Rịa – Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|\
        Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|\
        Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|\
        Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|\
        Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|\
        Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái";
    let world = the_world();
    for area in world.areas.iter().filter(|area| area.parent.is_none()) {
        assert!(real.split('|').all(|name| !area.name.ends_with(name)), "{}", area.name);
    }
}

#[test]
fn stories_refer_to_what_exists() {
    let world = the_world();
    let mut flaws = Vec::new();
    for story in &world.stories {
        let mut flaw = |why: String| flaws.push(format!("{}: {why}", story.key));
        for key in [&story.author, &story.editor, &story.approver] {
            if world.person(key).is_none() {
                flaw(format!("no person `{key}`"));
            }
        }
        if story.author == story.approver || story.editor == story.approver || story.author == story.editor {
            flaw("four eyes".to_owned());
        }
        if world.unit(&story.unit).is_none_or(|unit| unit.to.is_some()) {
            flaw(format!("no unit `{}` today", story.unit));
        }
        if story.places.is_empty() {
            flaw("no section".to_owned());
        }
        for place in &story.places {
            let known = world
                .site(&place.site)
                .is_some_and(|site| site.sections.iter().any(|x| x.key == place.section));
            if !known {
                flaw(format!("no section {place:?}"));
            }
        }
        let sites: BTreeSet<_> = story.places.iter().map(|place| &place.site).collect();
        if sites.len() != story.places.len() {
            flaw("two sections of one site".to_owned());
        }
        for key in &story.areas {
            if world.area(key).is_none_or(|area| area.to.is_some()) {
                flaw(format!("no area `{key}` today"));
            }
        }
        if let State::Replaced { successor, .. } = &story.state
            && world.story(successor).is_none_or(|next| next.published <= story.published)
        {
            flaw(format!("no later story `{successor}`"));
        }
        let people = match &story.state {
            State::Returned { by, .. }
            | State::Withdrawn { by, .. }
            | State::Replaced { by, .. }
            | State::Urgent { by, .. }
            | State::Gone { by, .. } => vec![by],
            State::Corrected { by, approver, .. } => vec![by, approver],
            _ => vec![],
        };
        for key in people {
            if world.person(key).is_none() {
                flaw(format!("no person `{key}`"));
            }
        }
    }
    none(&flaws);
}

#[test]
fn stories_are_written() {
    let world = the_world();
    let mut flaws = Vec::new();
    for story in &world.stories {
        let mut flaw = |why: String| flaws.push(format!("{}: {why}", story.key));
        let length = syllables(&story.body);
        if length < 80 {
            flaw(format!("{length} syllables"));
        }
        if syllables(&story.title) < 5 || story.title.chars().count() > 130 {
            flaw("title too short or too long".to_owned());
        }
        if syllables(&story.summary) < 12 || syllables(&story.summary) > 70 {
            flaw(format!("summary of {} syllables", syllables(&story.summary)));
        }
        if story.tags.is_empty() {
            flaw("no tags".to_owned());
        }
        for text in [&story.title, &story.summary, &story.body] {
            if text.contains('\u{301}')
                || text.contains('\u{300}')
                || text.contains("  ")
                || text.contains('\t')
            {
                flaw("combining marks, doubled spaces or tabs".to_owned());
            }
        }
        if story.key.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '-') {
            flaw("key is not a slug".to_owned());
        }
        for picture in &story.pictures {
            if syllables(&picture.alt) < 5
                || syllables(&picture.caption) < 4
                || picture.alt == picture.caption
            {
                flaw(format!("thin words on {:?}", picture.scene));
            }
        }
    }
    none(&flaws);
}

#[test]
fn times_are_possible() {
    let world = the_world();
    let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("zone");
    let mut flaws = Vec::new();
    for story in &world.stories {
        let mut flaw = |why: &str| flaws.push(format!("{}: {why}", story.key));
        let out = story.published;
        match &story.state {
            State::Draft { .. }
            | State::Submitted { .. }
            | State::Returned { .. }
            | State::Approved { .. } => {
                if out.is_some() {
                    flaw("has a time of publication");
                }
            }
            State::Scheduled { at } => {
                if out.is_none_or(|out| out <= world.today || *at > world.today) {
                    flaw("is not scheduled for later");
                }
            }
            _ => {
                if out.is_none_or(|out| out > world.today) {
                    flaw("was published in the future");
                }
            }
        }
        if story
            .state
            .at()
            .is_some_and(|at| at > world.today || (story.state.was_published() && Some(at) < out))
        {
            flaw("its state was entered at an impossible time");
        }
        if let Some(out) = out {
            let hour = out.to_zoned(zone.clone()).hour();
            if !(5..=22).contains(&hour) {
                flaw("published at night");
            }
        }
        let line = story.timeline();
        if !(line.written < line.submitted && line.submitted < line.edited && line.edited < line.approved) {
            flaw("its history runs backwards");
        }
    }
    none(&flaws);
}

#[test]
fn corrections_find_their_words_once() {
    for story in the_world().stories {
        if let State::Corrected { wrong, right, by, approver, .. } = &story.state {
            let all = [&story.title, &story.summary, &story.body];
            let found: usize = all.iter().map(|text| text.matches(wrong.as_str()).count()).sum();
            assert_eq!(found, 1, "{}: `{wrong}`", story.key);
            assert!(wrong != right && by != approver, "{}", story.key);
        }
    }
}

#[test]
fn pictures_are_always_the_same() {
    let scene = Scene { kind: SceneKind::Market, light: Light::Dawn, season: Season::Spring, seed: 3 };
    let one = draw_rgb(&scene, 120, 80);
    assert_eq!(one.len(), 120 * 80 * 3);
    assert_eq!(one, draw_rgb(&scene, 120, 80));
    assert_ne!(one, draw_rgb(&Scene { seed: 4, ..scene }, 120, 80));
    assert_eq!(&draw(&scene, 60, 40)[1..4], b"PNG");
    assert!(draw(&scene, 0, 40).is_empty());
}

#[test]
fn every_scene_can_be_drawn() {
    for kind in SceneKind::ALL {
        for light in Light::ALL {
            let scene = Scene { kind, light, season: Season::Autumn, seed: 2 };
            assert_eq!(draw_rgb(&scene, 30, 20).len(), 1800, "{scene:?}");
        }
    }
}

#[test]
fn the_year_is_full() {
    let world = the_world();
    let mut states = BTreeMap::<_, usize>::new();
    for story in &world.stories {
        *states.entry(story.state.id()).or_default() += 1;
    }
    let wanted = [
        "approved",
        "corrected",
        "draft",
        "gone",
        "published",
        "replaced",
        "returned",
        "scheduled",
        "submitted",
        "urgent",
        "withdrawn",
    ];
    assert_eq!(states.keys().copied().collect::<Vec<_>>(), wanted, "{states:?}");
    assert!((180..=220).contains(&world.stories.len()), "{states:?}");
    assert!(world.stories.iter().filter(|story| story.source.is_some()).count() >= 8);
    let used = |of: &dyn Fn(&Story) -> bool| world.stories.iter().filter(|story| of(story)).count();
    for genre in [Genre::News, Genre::Feature, Genre::Interview, Genre::Analysis, Genre::Photo, Genre::Notice]
    {
        assert!(used(&|story| story.genre == genre) >= 4, "{genre:?}");
    }
    for site in &world.sites {
        for section in &site.sections {
            let many =
                used(&|story| story.places.iter().any(|x| x.site == site.key && x.section == section.key));
            assert!(many >= 5, "{}/{}: {many}", site.key, section.key);
        }
    }
}
