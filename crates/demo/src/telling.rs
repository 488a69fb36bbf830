//! What the province tells the press by itself: releases, contacts, press conferences.

/// A release.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// `release`, `statement` or `holding`.
    pub kind: &'static str,
    /// Heading.
    pub title: &'static str,
    /// The lines under it.
    pub lead: &'static str,
    /// The text in the plain notation.
    pub body: &'static str,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a release.
#[derive(Debug, Clone, Copy)]
pub enum Fate {
    /// Issued so many hours before this morning.
    Issued(u64),
    /// Issued so many hours before this morning, and corrected a day later: passage, right passage, note.
    Corrected(u64, &'static str, &'static str, &'static str),
    /// Approved, and set to go out so many hours after this morning.
    Embargoed(u64),
    /// Waiting for approval.
    Submitted,
    /// Being written.
    Draft,
}

/// Releases, in the order in which they were begun.
pub const RELEASES: [Told; 6] = [
    Told {
        kind: "release",
        title: "Vân Khê bố trí 62 tỷ đồng sửa chữa 41 điểm trường vùng cao trước năm học mới",
        lead: "Ưu tiên điểm trường có nguy cơ sạt lở và lớp học mượn nhà dân.",
        body: "Ủy ban nhân dân tỉnh Vân Khê quyết định bố trí 62 tỷ đồng từ ngân sách tỉnh để sửa chữa 41 điểm trường.\n\n\
               Việc sửa chữa chia làm hai đợt:\n\n- Đợt một: 23 điểm trường có nguy cơ sạt lở.\n- Đợt hai: 18 điểm trường \
               đang mượn nhà dân.\n\nSở Giáo dục và Đào tạo công khai tiến độ từng điểm trường hằng tháng.",
        fate: Fate::Issued(26 * 24),
    },
    Told {
        kind: "statement",
        title: "Phát ngôn về giá nước sạch tại phường Vân Lĩnh",
        lead: "Giá nước không tăng trong năm 2026.",
        body: "Trước phản ánh của báo chí, người phát ngôn Ủy ban nhân dân tỉnh khẳng định: chưa có quyết định nào về tăng giá \
               nước sạch tại phường Vân Lĩnh trong năm 2026.\n\nMọi thay đổi về giá, nếu có, sẽ được lấy ý kiến công khai trước \
               ít nhất 60 ngày.",
        fate: Fate::Issued(9 * 24),
    },
    Told {
        kind: "release",
        title: "Thông xe cầu Nậm Rồng lúc 6 giờ ngày 18/11",
        lead: "Xe tải trên 10 tấn tiếp tục đi đường tránh.",
        body: "Cầu Nậm Rồng trên đường tỉnh 104 thông xe lúc 6 giờ ngày 18/11 sau 35 ngày sửa chữa.\n\nXe khách và xe tải dưới \
               10 tấn được lưu thông 24/24 giờ. Xe tải trên 10 tấn đi đường tránh qua xã Nậm Pha đến hết ngày 30/11.",
        fate: Fate::Corrected(
            5 * 24,
            "đến hết ngày 30/11",
            "đến hết ngày 15/12",
            "Thời hạn đi đường tránh của xe tải trên 10 tấn là hết ngày 15/12, không phải 30/11.",
        ),
    },
    Told {
        kind: "release",
        title: "Công bố kết quả thanh tra việc cấp phép khai thác cát trên sông Vân",
        lead: "Kết luận được công bố toàn văn kèm danh sách kiến nghị xử lý.",
        body: "Thanh tra tỉnh công bố kết luận thanh tra việc cấp phép khai thác cát trên sông Vân giai đoạn 2023–2025.\n\nToàn \
               văn kết luận và danh sách kiến nghị xử lý đăng cùng thông cáo này.",
        fate: Fate::Embargoed(9),
    },
    Told {
        kind: "holding",
        title: "Thông tin ban đầu về nước máy đục tại phường Vân Lĩnh",
        lead: "Ủy ban nhân dân tỉnh đã nắm được phản ánh và đang kiểm tra.",
        body: "Sáng 22/11, cơ quan nhận được phản ánh về nước máy đục tại một số tổ dân phố của phường Vân Lĩnh.\n\nSở Xây dựng \
               đang lấy mẫu kiểm tra. Kết quả được thông tin trước 16 giờ hôm nay.\n\nTrong lúc chờ, người dân dùng nước đun \
               sôi; xe bồn cấp nước tại nhà văn hóa tổ 3 và tổ 7.",
        fate: Fate::Submitted,
    },
    Told {
        kind: "release",
        title: "Vân Khê mở tuyến xe buýt đầu tiên đến ba xã vùng cao",
        lead: "",
        body: "Từ quý I/2027, tuyến xe buýt số 05 nối phường Vân Lĩnh với ba xã vùng cao. Giá vé và giờ chạy đang được hoàn \
               thiện.",
        fate: Fate::Draft,
    },
];

/// Contacts: outlet, name, address, level.
pub const CONTACTS: [(&str, &str, &str, &str); 8] = [
    ("Báo Vân Khê", "Hoàng Thị Ngần", "toasoan@baovankhe.example", "province"),
    ("Đài Phát thanh – Truyền hình Vân Khê", "Lục Văn Thái", "thoisu@ptthvankhe.example", "province"),
    ("Thời báo Miền Ngược", "Đàm Quốc Hưng", "bandoc@mienguoc.example", "central"),
    ("Nhật báo Cộng đồng", "Nguyễn Lan Chi", "lanchi@congdong.example", "central"),
    ("Tạp chí Núi và Rừng", "", "toasoan@nuirung.example", "central"),
    ("Kênh Tin Nhanh 24 giờ", "Phan Đức Kiên", "tin@tinnhanh.example", "central"),
    ("Đài truyền thanh xã Nậm Pha", "Giàng Mí Sử", "namphafm@xa.example", "local"),
    ("Northern Highlands Weekly", "Anna Berg", "desk@highlands.example", "foreign"),
];

/// A press conference.
#[derive(Debug, Clone, Copy)]
pub struct Meeting {
    /// `conference` or `briefing`.
    pub kind: &'static str,
    /// Its name.
    pub title: &'static str,
    /// Hours after this morning; before it when negative.
    pub hours: i64,
    /// What it is about.
    pub content: &'static str,
    /// Whose it is; empty for ours.
    pub host: &'static str,
    /// What units were asked, and what they brought; empty when they have not.
    pub asks: &'static [(&'static str, &'static str)],
    /// Questions expected with their answers.
    pub prepared: &'static [(&'static str, &'static str)],
    /// Questions asked: outlet, question, answer, whether an answer is owed.
    pub asked: &'static [(&'static str, &'static str, &'static str, bool)],
    /// What was said in short.
    pub transcript: &'static str,
}

/// Press conferences, the earliest first.
pub const MEETINGS: [Meeting; 3] = [
    Meeting {
        kind: "briefing",
        title: "Giao ban báo chí quý IV năm 2026",
        hours: -24 * 33,
        content: "Cung cấp thông tin kinh tế – xã hội chín tháng đầu năm.",
        host: "Sở Văn hóa, Thể thao và Du lịch",
        asks: &[],
        prepared: &[],
        asked: &[("Báo Vân Khê", "Tiến độ giải ngân đầu tư công?", "Đạt 71% đến hết tháng 9.", false)],
        transcript: "Đại diện Văn phòng thông tin các số liệu chín tháng.",
    },
    Meeting {
        kind: "conference",
        title: "Họp báo thường kỳ quý IV năm 2026",
        hours: -24 * 12 + 7,
        content: "Kết quả phát triển kinh tế – xã hội mười tháng; kế hoạch sửa chữa trường học vùng cao; cầu Nậm Rồng.",
        host: "",
        asks: &[
            ("Tiến độ sửa chữa 41 điểm trường?", "Xong 23 điểm của đợt một, theo báo cáo ngày 05/11."),
            (
                "Ngày thông xe cầu Nậm Rồng?",
                "Dự kiến 18/11; phương án đường tránh cho xe tải trên 10 tấn đã duyệt.",
            ),
        ],
        prepared: &[
            (
                "Vì sao cầu Nậm Rồng chậm 10 ngày?",
                "Lũ ngày 20/10 cuốn trôi cầu tạm; nhà thầu bị phạt theo hợp đồng.",
            ),
            ("Giá nước sạch có tăng?", "Không tăng trong năm 2026."),
        ],
        asked: &[
            (
                "Thời báo Miền Ngược",
                "Kinh phí sửa trường lấy từ đâu?",
                "Từ ngân sách tỉnh, 62 tỷ đồng.",
                false,
            ),
            (
                "Kênh Tin Nhanh 24 giờ",
                "Bao giờ có kết luận thanh tra khai thác cát?",
                "Sẽ công bố toàn văn trong tháng 11.",
                true,
            ),
        ],
        transcript: "Người phát ngôn trình bày kết quả mười tháng và trả lời tám câu hỏi của báo chí.",
    },
    Meeting {
        kind: "conference",
        title: "Họp báo về Ngày hội văn hóa các dân tộc năm 2026",
        hours: 24 * 6 + 2,
        content: "Chương trình, phương án giao thông, vệ sinh môi trường và đón khách.",
        host: "",
        asks: &[
            ("Phương án giao thông ba ngày hội?", "Phân luồng từ 5 giờ; hai bãi đỗ tạm cho 1.200 xe."),
            ("Số cơ sở lưu trú và giá niêm yết?", ""),
        ],
        prepared: &[("Có bắn pháo hoa không?", "Không; kinh phí dành cho học sinh vùng lũ.")],
        asked: &[],
        transcript: "",
    },
];
