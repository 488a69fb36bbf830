//! The names of fields in queries, Vietnamese with or without diacritics, and English.

use crate::entry::Facet;

/// What stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    Facet(Facet),
    Symbol,
    Title,
    Date,
    From,
    To,
}

/// Names without diacritics; longer ones before those they begin with.
const NAMES: &[(&str, Name)] = &[
    ("loai", Name::Facet(Facet::Kind)),
    ("type", Name::Facet(Facet::Kind)),
    ("kind", Name::Facet(Facet::Kind)),
    ("trang", Name::Facet(Facet::Site)),
    ("cong", Name::Facet(Facet::Site)),
    ("site", Name::Facet(Facet::Site)),
    ("chuyen muc", Name::Facet(Facet::Column)),
    ("chuyenmuc", Name::Facet(Facet::Column)),
    ("chuyen trang", Name::Facet(Facet::Column)),
    ("chuyentrang", Name::Facet(Facet::Column)),
    ("column", Name::Facet(Facet::Column)),
    ("muc", Name::Facet(Facet::Section)),
    ("section", Name::Facet(Facet::Section)),
    ("don vi", Name::Facet(Facet::Unit)),
    ("donvi", Name::Facet(Facet::Unit)),
    ("unit", Name::Facet(Facet::Unit)),
    ("linh vuc", Name::Facet(Facet::Field)),
    ("linhvuc", Name::Facet(Facet::Field)),
    ("field", Name::Facet(Facet::Field)),
    ("ngon ngu", Name::Facet(Facet::Language)),
    ("ngonngu", Name::Facet(Facet::Language)),
    ("tieng", Name::Facet(Facet::Language)),
    ("language", Name::Facet(Facet::Language)),
    ("lang", Name::Facet(Facet::Language)),
    ("so hieu", Name::Symbol),
    ("ky hieu", Name::Symbol),
    ("so", Name::Symbol),
    ("symbol", Name::Symbol),
    ("number", Name::Symbol),
    ("tieu de", Name::Title),
    ("tieude", Name::Title),
    ("title", Name::Title),
    ("ngay", Name::Date),
    ("date", Name::Date),
    ("tu", Name::From),
    ("from", Name::From),
    ("den", Name::To),
    ("to", Name::To),
];

/// The field name a text begins with, and what follows its colon.
pub(super) fn name_at(text: &str) -> Option<(Name, &str)> {
    let colon = text.char_indices().take(16).find(|(_, c)| *c == ':')?.0;
    let (before, after) = text.split_at_checked(colon)?;
    let plain = viet::fold::fold_lower(before);
    // `http://` and `tu::` are no fields.
    let after = after.strip_prefix(':')?;
    if after.starts_with(['/', ':']) {
        return None;
    }
    NAMES.iter().find(|(name, _)| *name == plain).map(|(_, kind)| (*kind, after))
}
