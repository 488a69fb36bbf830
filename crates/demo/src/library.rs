//! What the province's picture library says of some of its pictures beyond the words they have in their stories.

/// A picture that somebody described.
#[derive(Debug, Clone, Copy)]
pub struct Described {
    /// The caption it has in its story, by which it is found.
    pub caption: &'static str,
    /// Words to find it by.
    pub keywords: &'static str,
    /// Who owns the rights.
    pub owner: &'static str,
    /// What must not be done with it.
    pub terms: &'static str,
    /// The last day it may be used, or nothing.
    pub until: &'static str,
    /// Whether the press officer lets the press take it.
    pub for_press: bool,
}

/// All of them.
pub const DESCRIBED: &[Described] = &[
    Described {
        caption: "Khán giả quanh sân bãi Cán Hồ.",
        keywords: "bóng đá nữ, Tả Khâu, trang phục, lễ hội",
        owner: "Văn phòng UBND tỉnh",
        terms: "Không cắt riêng khuôn mặt người xem.",
        until: "",
        for_press: true,
    },
    Described {
        caption: "Rừng quế Thượng Vân.",
        keywords: "quế, lâm sản, truy xuất nguồn gốc",
        owner: "Hợp tác xã quế Thượng Vân",
        terms: "Chỉ dùng cho tin về vùng quế.",
        until: "2026-11-15",
        for_press: false,
    },
    Described {
        caption: "Ngày hội văn hóa các dân tộc tỉnh.",
        keywords: "ngày hội, cây nêu, văn hóa",
        owner: "Sở Văn hóa, Thể thao và Du lịch",
        terms: "",
        until: "2026-12-10",
        for_press: true,
    },
    Described {
        caption: "Hội nghị đối thoại tại xã Thượng Vân ngày 14/10.",
        keywords: "đối thoại, nông dân, hội nghị",
        owner: "Văn phòng UBND tỉnh",
        terms: "",
        until: "",
        for_press: true,
    },
];
