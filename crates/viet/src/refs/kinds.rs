//! Types of documents: the 29 administrative ones of Decree 30/2020/NĐ-CP and the family of legal normative documents.

use crate::dates::Date;

/// Which rules a document is made under; the same name (Nghị quyết, Quyết định) may exist in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Administrative documents (văn bản hành chính), Decree 30/2020/NĐ-CP.
    Administrative,
    /// Legal normative documents (văn bản quy phạm pháp luật), law 64/2025/QH15 and the laws before it.
    Normative,
    /// Documents of the Party, numbered `05-NQ/TW`.
    Party,
}

macro_rules! kinds {
    ($($variant:ident, $name:literal, $code:literal, $families:expr;)*) => {
        /// A type of document. Variants are the Vietnamese names without diacritics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $name] $variant,)*
        }

        /// Every type.
        pub const KINDS: &[Kind] = &[$(Kind::$variant,)*];

        impl Kind {
            /// The name as it is written: `Quyết định`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The code used in symbols (`QĐ`), or nothing for those that have none (công văn, thư công, laws).
            #[must_use]
            pub fn code(self) -> Option<&'static str> {
                let code = match self { $(Self::$variant => $code,)* };
                (!code.is_empty()).then_some(code)
            }

            /// The families it exists in.
            #[must_use]
            pub fn families(self) -> &'static [Family] {
                match self { $(Self::$variant => $families,)* }
            }
        }
    };
}

const A: &[Family] = &[Family::Administrative];
const N: &[Family] = &[Family::Normative];
const AP: &[Family] = &[Family::Administrative, Family::Party];
const ANP: &[Family] = &[Family::Administrative, Family::Normative, Family::Party];

kinds! {
    // Decree 30/2020/NĐ-CP, article 7, with the codes of its annex III.
    NghiQuyet, "Nghị quyết", "NQ", ANP;
    QuyetDinh, "Quyết định", "QĐ", ANP;
    ChiThi, "Chỉ thị", "CT", ANP;
    QuyChe, "Quy chế", "QC", AP;
    QuyDinh, "Quy định", "QyĐ", AP;
    ThongCao, "Thông cáo", "TC", A;
    ThongBao, "Thông báo", "TB", AP;
    HuongDan, "Hướng dẫn", "HD", AP;
    ChuongTrinh, "Chương trình", "CTr", AP;
    KeHoach, "Kế hoạch", "KH", AP;
    PhuongAn, "Phương án", "PA", A;
    DeAn, "Đề án", "ĐA", AP;
    DuAn, "Dự án", "DA", A;
    BaoCao, "Báo cáo", "BC", AP;
    BienBan, "Biên bản", "BB", A;
    ToTrinh, "Tờ trình", "TTr", AP;
    HopDong, "Hợp đồng", "HĐ", A;
    CongVan, "Công văn", "", AP;
    CongDien, "Công điện", "CĐ", A;
    BanGhiNho, "Bản ghi nhớ", "BGN", A;
    BanThoaThuan, "Bản thỏa thuận", "BTT", A;
    GiayUyQuyen, "Giấy ủy quyền", "GUQ", A;
    GiayMoi, "Giấy mời", "GM", A;
    GiayGioiThieu, "Giấy giới thiệu", "GGT", A;
    GiayNghiPhep, "Giấy nghỉ phép", "GNP", A;
    PhieuGui, "Phiếu gửi", "PG", A;
    PhieuChuyen, "Phiếu chuyển", "PC", A;
    PhieuBao, "Phiếu báo", "PB", A;
    ThuCong, "Thư công", "", A;
    // Legal normative documents beside Nghị quyết, Quyết định and (until 2016) Chỉ thị.
    HienPhap, "Hiến pháp", "", N;
    BoLuat, "Bộ luật", "", N;
    Luat, "Luật", "", N;
    PhapLenh, "Pháp lệnh", "PL", N;
    Lenh, "Lệnh", "L", N;
    NghiDinh, "Nghị định", "NĐ", N;
    ThongTu, "Thông tư", "TT", N;
    ThongTuLienTich, "Thông tư liên tịch", "TTLT", N;
    NghiQuyetLienTich, "Nghị quyết liên tịch", "NQLT", N;
    // Not a type of its own in either law, yet cited like one.
    VanBanHopNhat, "Văn bản hợp nhất", "VBHN", N;
    KetLuan, "Kết luận", "KL", &[Family::Party];
}

/// When a type may be made: dated law, not a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// The first day, or nothing when it is older than the sources used here.
    pub from: Option<Date>,
    /// The last day, or nothing while in force.
    pub to: Option<Date>,
    /// The provision that says so.
    pub basis: &'static str,
}

impl Kind {
    /// The type with this code, as it stands in the first place of a symbol.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        // `QĐi` is how Party offices write Quy định, `CV` how some write công văn though it has no code.
        match code {
            "QĐi" => return Some(Self::QuyDinh),
            "CV" => return Some(Self::CongVan),
            _ => {}
        }
        KINDS.iter().copied().find(|kind| kind.code() == Some(code))
    }

    /// When documents of this type may be made in a family; nothing when the family does not have the type.
    #[must_use]
    pub fn validity(self, family: Family) -> Option<Validity> {
        if !self.families().contains(&family) {
            return None;
        }
        let day = Date::new;
        Some(match (family, self) {
            (Family::Administrative, _) => Validity {
                from: day(2020, 3, 5),
                to: None,
                basis: "30/2020/NĐ-CP, Điều 7 (trước đó: 09/2010/NĐ-CP)",
            },
            (Family::Normative, Self::ChiThi) => {
                Validity { from: None, to: day(2016, 6, 30), basis: "80/2015/QH13, Điều 172" }
            }
            (Family::Normative, _) => {
                Validity {
                    from: None, to: None, basis: "64/2025/QH15, Điều 4 (trước đó: 80/2015/QH13)"
                }
            }
            (Family::Party, _) => Validity { from: None, to: None, basis: "66-QĐ/TW (2017)" },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_29_administrative_types_and_27_have_a_code() {
        let administrative: Vec<Kind> =
            KINDS.iter().copied().filter(|k| k.families().contains(&Family::Administrative)).collect();
        assert_eq!(administrative.len(), 29);
        assert_eq!(administrative.iter().filter(|k| k.code().is_some()).count(), 27);
    }

    #[test]
    fn codes_are_unique() {
        for kind in KINDS {
            if let Some(code) = kind.code() {
                assert_eq!(Kind::of_code(code), Some(*kind));
            }
        }
    }

    #[test]
    fn directives_stopped_being_law_in_2016() {
        let validity = Kind::ChiThi.validity(Family::Normative).unwrap();
        assert_eq!(validity.to, Date::new(2016, 6, 30));
        assert_eq!(Kind::CongVan.validity(Family::Normative), None);
    }
}
