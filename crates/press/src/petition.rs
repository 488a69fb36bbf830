//! What the press forwards for an answer (BC-01 to BC-03), and the guard that keeps out who denounced whom (L17).

/// The three kinds, each with a promise of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The head of a press body asks for an answer in the press (BC-01).
    Request,
    /// A complaint or a denunciation (BC-02).
    Complaint,
    /// An opinion, a petition or a criticism (BC-03).
    Opinion,
}

impl Kind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Request, Self::Complaint, Self::Opinion];

    /// The name in tables and in locale keys (`petition-kind-…`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Complaint => "complaint",
            Self::Opinion => "opinion",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The rule whose clock starts when it arrives.
    #[must_use]
    pub fn rule_on_arrival(self) -> Option<&'static str> {
        match self {
            Self::Request => Some("BC-01"),
            Self::Complaint => Some("BC-02a"),
            Self::Opinion => Some("BC-03"),
        }
    }

    /// The rule whose clock starts with the conclusion.
    #[must_use]
    pub fn rule_on_conclusion(self) -> Option<&'static str> {
        match self {
            Self::Complaint => Some("BC-02"),
            Self::Request | Self::Opinion => None,
        }
    }
}

/// Words after which the name of the one who complained or denounced is about to be said, folded.
const NAMING: [&str; 9] = [
    "nguoi to cao la",
    "nguoi to cao:",
    "nguoi khieu nai la",
    "nguoi khieu nai:",
    "ten nguoi to cao",
    "ho ten nguoi",
    "don cua ong",
    "don cua ba",
    "don to cao cua",
];

/// Whether a text seems to say who complained or denounced: their name announced, a number of an identity card or a telephone,
/// an address for mail. Names and numbers of officials need none of these words (L17).
#[must_use]
pub fn seems_to_name(text: &str) -> bool {
    let folded = viet::fold::fold_lower(text);
    NAMING.iter().any(|words| folded.contains(words)) || has_number(text) || has_mail(text)
}

/// Nine, ten or twelve digits that are no date and no sum: an identity card or a telephone.
fn has_number(text: &str) -> bool {
    let joined: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    joined
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 12 || ((9..=11).contains(&run.len()) && run.starts_with('0')))
}

fn has_mail(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l17_who_denounced_is_kept_out() {
        for named in [
            "Người tố cáo là bà Nguyễn Thị B., bản Lùng Tao",
            "NGƯỜI TỐ CÁO: Lò Văn C",
            "Đơn của ông Vàng A D. gửi báo",
            "Đơn tố cáo của một hộ dân",
            "CCCD 001 203 004 567",
            "liên hệ 0912 345 678",
            "liên hệ 0912-345-678 khi cần",
            "thư a.b@thu.example",
        ] {
            assert!(seems_to_name(named), "{named}");
        }
        for free in [
            "Bạn đọc phản ánh trạm y tế xã đóng cửa ngày 12/11/2026.",
            "Tố cáo cán bộ xã thu tiền trái quy định, số tiền 1.250.000.000 đồng",
            "Công văn số 1203/BTNVK-BĐ ngày 14/11/2026",
            "Ông Lò Văn Thắng, Phó Giám đốc Sở, trả lời chậm",
        ] {
            assert!(!seems_to_name(free), "{free}");
        }
    }

    #[test]
    fn bc_01_bc_02_bc_03_each_kind_has_its_promises() {
        for kind in Kind::ALL {
            assert!(kind.rule_on_arrival().is_some(), "{kind:?}");
            assert_eq!(kind.rule_on_conclusion().is_some(), kind == Kind::Complaint, "{kind:?}");
            assert_eq!(Kind::named(kind.name()), Some(kind));
        }
    }
}
