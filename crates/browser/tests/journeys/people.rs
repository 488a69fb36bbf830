//! Who is who in Vân Khê, as `demo/world.toml` has it.

pub(crate) struct Person {
    pub(crate) name: &'static str,
    pub(crate) login: &'static str,
}

/// What everyone in the demo types.
pub(crate) const PASSWORD: &str = "vankhe-demo-2026";

/// Writes for the Department of Agriculture and Environment.
pub(crate) const LIEU: Person = Person { name: "Bàn Thị Liều", login: "lieu@vankhe.example" };
/// Edits.
pub(crate) const HIEN: Person = Person { name: "Nông Thị Hiên", login: "hien@vankhe.example" };
/// Edits too: the second pair of eyes.
pub(crate) const LOC: Person = Person { name: "Đinh Gia Lộc", login: "loc@vankhe.example" };
/// Editor-in-chief.
pub(crate) const QUAN: Person = Person { name: "Ma Thế Quân", login: "quan@vankhe.example" };
/// On duty for the press.
pub(crate) const DUY: Person = Person { name: "Vi Đức Duy", login: "duy@vankhe.example" };
/// Chairs the province.
pub(crate) const LAM: Person = Person { name: "Nguyễn Quế Lâm", login: "lam@vankhe.example" };
/// Writes for the Department of Construction.
pub(crate) const SON: Person = Person { name: "Lương Văn Sơn", login: "son@vankhe.example" };
/// Writes for the Department of Health.
pub(crate) const TRUNG: Person = Person { name: "Phạm Kiên Trung", login: "trung@vankhe.example" };
/// A guest of another organisation, who reads what he was asked to read.
pub(crate) const THUY: Person = Person { name: "Quan Văn Thụy", login: "thuy@tinhuy-vankhe.example" };
/// Answers the press.
pub(crate) const YEN: Person = Person { name: "Phùng Thị Yến", login: "yen@vankhe.example" };
/// Routes what citizens ask, and answers for the office.
pub(crate) const THU: Person = Person { name: "Trần Hoài Thu", login: "thu@vankhe.example" };
/// Writes and appraises for the Department of Finance.
pub(crate) const GIANG: Person = Person { name: "Lục Hoàng Giang", login: "giang@vankhe.example" };
/// Writes for the Department of Home Affairs.
pub(crate) const HUONG: Person = Person { name: "Tô Thị Lan Hương", login: "huong@vankhe.example" };
/// Writes and edits for the Department of Culture.
pub(crate) const THAO: Person = Person { name: "Cao Phương Thảo", login: "thao@vankhe.example" };
