//! One small agency with people one remembers.

use kernel::{Actor, Day, Failure, PersonId, Role, SectionId, SiteId, UnitId};
use people::verbs::{self as people_verbs, AgencyWish, PersonWish, UnitWish};
use portal::verbs::{SectionWish, SiteWish, add_section, open_site};
use std::collections::HashMap;

/// Who is who.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Nobody: a visitor.
    Visitor,
    /// Lò Thị Mai, contributor of the health department.
    Mai,
    /// Giàng A Páo, contributor of the same department.
    Pao,
    /// Vàng Thị Dợ, contributor of the education department.
    Do,
    /// Trần Văn Khoẻ, editor of the whole agency.
    Khoe,
    /// Nguyễn Thị Hạnh, the other editor.
    Hanh,
    /// Hoàng Minh Quân, editor-in-chief.
    Quan,
    /// Bùi Thanh Sơn, leader.
    Son,
    /// Đinh Văn Lực, system administrator.
    Luc,
    /// Phạm Thu Trang, a guest from another organisation.
    Trang,
    /// Bàn Văn Duy, on duty for the press.
    Duy,
}

impl Who {
    /// Everyone, visitor first.
    pub const ALL: [Self; 11] = [
        Self::Visitor,
        Self::Mai,
        Self::Pao,
        Self::Do,
        Self::Khoe,
        Self::Hanh,
        Self::Quan,
        Self::Son,
        Self::Luc,
        Self::Trang,
        Self::Duy,
    ];

    /// Name, log-in, role and unit (`None` is the whole agency).
    fn particulars(self) -> Option<(&'static str, &'static str, Role, Option<&'static str>)> {
        Some(match self {
            Self::Visitor => return None,
            Self::Mai => ("Lò Thị Mai", "mai@lien.example", Role::Contributor, Some("yt")),
            Self::Pao => ("Giàng A Páo", "pao@lien.example", Role::Contributor, Some("yt")),
            Self::Do => ("Vàng Thị Dợ", "do@lien.example", Role::Contributor, Some("gd")),
            Self::Khoe => ("Trần Văn Khoẻ", "khoe@lien.example", Role::Editor, None),
            Self::Hanh => ("Nguyễn Thị Hạnh", "hanh@lien.example", Role::Editor, None),
            Self::Quan => ("Hoàng Minh Quân", "quan@lien.example", Role::ChiefEditor, None),
            Self::Son => ("Bùi Thanh Sơn", "son@lien.example", Role::Leader, None),
            Self::Luc => ("Đinh Văn Lực", "luc@lien.example", Role::Admin, None),
            Self::Trang => ("Phạm Thu Trang", "trang@khac.example", Role::Guest, Some("yt")),
            Self::Duy => ("Bàn Văn Duy", "duy@lien.example", Role::DutyOfficer, None),
        })
    }

    /// The address they sign in with.
    #[must_use]
    pub fn login(self) -> &'static str {
        self.particulars().map_or("", |p| p.1)
    }
}

/// Mai's password; the others have none and are signed in by the kit.
pub const PASSWORD: &str = "mưa rừng ngang đèo";

/// Ids of what the agency is made of.
#[derive(Debug, Default)]
pub struct World {
    /// Units by short name: `vp`, `yt`, `gd`.
    pub units: HashMap<&'static str, UnitId>,
    /// People.
    pub people: HashMap<Who, PersonId>,
    /// The portal.
    pub portal: Option<SiteId>,
    /// The light site for communes.
    pub light: Option<SiteId>,
    /// Sections as `portal/su-kien`.
    pub sections: HashMap<&'static str, SectionId>,
}

impl World {
    /// The value of the form field `place` for a section.
    #[must_use]
    pub fn place(&self, key: &str) -> String {
        let site = if key.starts_with("portal") { self.portal } else { self.light };
        match (site, self.sections.get(key)) {
            (Some(site), Some(section)) => format!("{site}/{section}"),
            _ => String::new(),
        }
    }
}

pub(crate) async fn found(db: &db::Db) -> Result<World, Failure> {
    let mut world = World::default();
    let password = people_verbs::NewPassword::of(Who::Mai.login(), PASSWORD.into()).await?;
    let mut cx = db.begin(Actor::Machine("test")).await?;
    let wish = AgencyWish {
        name: "Uỷ ban nhân dân tỉnh Liên Sơn".into(),
        place: "Liên Sơn".into(),
        ..AgencyWish::default()
    };
    people_verbs::describe_agency(&mut cx, wish).await?;
    for (key, name) in [("vp", "Văn phòng"), ("yt", "Sở Y tế"), ("gd", "Sở Giáo dục và Đào tạo")]
    {
        let wish = UnitWish {
            name: name.into(),
            abbreviation: key.to_uppercase(),
            symbol: key.to_uppercase(),
            kind: people::UnitKind::Department,
            parent: None,
            area: None,
            from: Day::constant(2025, 7, 1),
            to: None,
            ancestors: vec![],
        };
        world.units.insert(key, people_verbs::found_unit(&mut cx, wish).await?);
    }
    for who in Who::ALL {
        let Some((name, login, role, unit)) = who.particulars() else { continue };
        let wish = PersonWish {
            login: login.into(),
            name: name.into(),
            honorific: "đồng chí".into(),
            tenures: vec![],
        };
        let person = people_verbs::add_person(&mut cx, wish).await?;
        let unit = unit.and_then(|unit| world.units.get(unit).copied());
        people_verbs::give_role(&mut cx, person, role, unit, (None, None)).await?;
        if who == Who::Mai {
            people_verbs::set_password(&mut cx, person, password.clone()).await?;
        }
        world.people.insert(who, person);
    }
    let site = |slug: &str, name: &str, prefix: &str, light: bool| SiteWish {
        slug: slug.into(),
        name: name.into(),
        prefix: prefix.into(),
        light,
        ..SiteWish::default()
    };
    let portal =
        open_site(&mut cx, site("portal", "Cổng thông tin điện tử tỉnh Liên Sơn", "", false)).await?;
    let light = open_site(&mut cx, site("co-so", "Trang thông tin về cơ sở", "co-so", true)).await?;
    for (key, site, slug, name) in [
        ("portal/su-kien", portal, "su-kien", "Tin tức – Sự kiện"),
        ("portal/y-te", portal, "y-te", "Y tế"),
        ("co-so/can-biet", light, "can-biet", "Việc cần biết"),
    ] {
        let wish = SectionWish { slug: slug.into(), name: name.into(), ..SectionWish::default() };
        world.sections.insert(key, add_section(&mut cx, site, wish).await?);
    }
    (world.portal, world.light) = (Some(portal), Some(light));
    cx.finish().await?;
    Ok(world)
}
