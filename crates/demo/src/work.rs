//! What the demo's office gave to units in October and November, and what became of each piece.

/// What became of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The unit has said nothing yet.
    Waits,
    /// The unit took it on.
    Accepted,
    /// It goes on: so many in the hundred, with a note.
    Doing(i32, &'static str),
    /// It goes on too long: so many reminders.
    Late(i32, u8, &'static str),
    /// The unit says that it is done.
    Done(&'static str),
    /// Done and agreed to, with a mark.
    Confirmed(i32, &'static str),
    /// Done too late, after reminders, and agreed to.
    ConfirmedLate(i32, u8, &'static str),
    /// The office was not content the first time.
    SentBack(&'static str),
    /// Published stories of the demo were tied to it, by their keys; agreed to when all that was wanted is there.
    Stories(&'static [&'static str]),
    /// Something blocks it: words, proposed solution, `focal` or `leader`, the answer or nothing.
    Blocked(&'static str, &'static str, &'static str, &'static str),
    /// The unit will not.
    Declined(&'static str),
    /// It was let go on in the next month.
    Rolled(i32, &'static str),
}

/// A piece of work.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Work {
    /// When it was given, in the province's time.
    pub at: &'static str,
    /// Its last day.
    pub due: &'static str,
    pub unit: &'static str,
    pub supports: &'static [&'static str],
    pub title: &'static str,
    pub words: &'static str,
    /// How many published stories were wanted; 0 for what cannot be counted.
    pub stories: i32,
    pub then: Then,
}

const fn work(
    at: &'static str,
    due: &'static str,
    unit: &'static str,
    title: &'static str,
    then: Then,
) -> Work {
    Work { at, due, unit, supports: &[], title, words: "", stories: 0, then }
}

impl Work {
    const fn with(self, supports: &'static [&'static str]) -> Self {
        Self { supports, ..self }
    }

    const fn said(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    const fn of_stories(self, stories: i32) -> Self {
        Self { stories, ..self }
    }
}

use Then::{
    Accepted, Blocked, Confirmed, ConfirmedLate, Declined, Doing, Done, Late, Rolled, SentBack, Stories,
    Waits,
};

/// Every piece, by unit.
pub const WORK: [Work; 40] = [
    // Agriculture and environment.
    work(
        "2026-10-01T09:00+07:00",
        "2026-10-15",
        "so-nnmt",
        "Gửi lịch xuống giống vụ đông để đăng và phát loa",
        Confirmed(3, "Đã gửi lịch cho 13 vùng."),
    ),
    work(
        "2026-10-01T09:10+07:00",
        "2026-11-15",
        "so-nnmt",
        "Hai tin về vụ đông 2026",
        Stories(&["canh-bao-ret-som-va-vu-dong", "ho-thac-lan-tich-nuoc-dong-xuan"]),
    )
    .of_stories(2),
    work(
        "2026-10-05T10:00+07:00",
        "2026-10-20",
        "so-nnmt",
        "Báo cáo thiệt hại chăn nuôi sau lũ",
        ConfirmedLate(2, 2, "Đã đối chiếu với 21 xã."),
    ),
    work(
        "2026-10-12T08:30+07:00",
        "2026-10-30",
        "so-nnmt",
        "Danh sách chòi canh và trạm bơm chữa cháy rừng",
        Confirmed(3, "Kèm toạ độ 96 chòi."),
    )
    .with(&["catinh"]),
    work(
        "2026-11-02T08:30+07:00",
        "2026-11-12",
        "so-nnmt",
        "Tuyên truyền phòng cháy rừng mùa khô",
        Stories(&["nguy-co-chay-rung-mua-kho-2026"]),
    )
    .of_stories(1)
    .with(&["tttt", "catinh"]),
    work(
        "2026-11-02T08:40+07:00",
        "2026-11-30",
        "so-nnmt",
        "Ba tin, bài về phòng chống rét cho vật nuôi",
        Stories(&["phong-chong-ret-som-2026"]),
    )
    .of_stories(3)
    .said("Viết ngắn, có số điện thoại của trạm thú y từng xã, để loa đọc được."),
    work(
        "2026-11-03T14:00+07:00",
        "2026-11-17",
        "so-nnmt",
        "Cung cấp số liệu nước sạch nông thôn 10 tháng",
        Late(40, 2, "Còn chờ số của sáu xã vùng cao."),
    ),
    work(
        "2026-11-09T09:00+07:00",
        "2026-11-25",
        "so-nnmt",
        "Góp ý kịch bản phóng sự về rừng đầu nguồn Km 37",
        Doing(50, "Đã góp ý phần một."),
    ),
    work(
        "2026-11-16T09:00+07:00",
        "2026-12-04",
        "so-nnmt",
        "Lịch đổ ải vụ xuân 2027 bằng tiếng Tày, tiếng Mông",
        Accepted,
    )
    .with(&["so-dttg"]),
    work(
        "2026-11-20T15:30+07:00",
        "2026-11-27",
        "so-nnmt",
        "Trả lời phản ánh về mùi ở trại lợn Phia Luông",
        Waits,
    ),
    // Health.
    work(
        "2026-10-02T09:00+07:00",
        "2026-10-20",
        "so-yt",
        "Tờ rơi phòng viêm phổi ở trẻ khi giao mùa",
        Confirmed(3, "In 12.000 tờ."),
    )
    .with(&["so-gddt"]),
    work(
        "2026-10-02T09:05+07:00",
        "2026-10-31",
        "so-yt",
        "Một bài về giữ ấm cho trẻ",
        Stories(&["chien-dich-khau-trang-cum-mua-2026"]),
    )
    .of_stories(1),
    work(
        "2026-10-06T08:20+07:00",
        "2026-10-25",
        "so-yt",
        "Lịch tiêm chủng tháng 11 của 21 trạm y tế",
        Confirmed(2, "Đã có lịch của 21 trạm."),
    ),
    work(
        "2026-10-08T10:00+07:00",
        "2026-10-31",
        "so-yt",
        "Rà soát thông tin trạm y tế trên Cổng",
        Rolled(60, "Ba trạm đang chuyển trụ sở, chưa có địa chỉ mới."),
    ),
    work(
        "2026-11-02T09:00+07:00",
        "2026-11-14",
        "so-yt",
        "Thông tin tuyển dụng viên chức y tế vùng xa",
        Stories(&["thong-bao-tuyen-dung-vien-chuc-y-te"]),
    )
    .of_stories(1),
    work(
        "2026-11-02T09:10+07:00",
        "2026-11-20",
        "so-yt",
        "Hỏi đáp về bảo hiểm y tế cho người cao tuổi",
        Done("Đã soạn 12 câu, gửi kèm phiếu."),
    ),
    work(
        "2026-11-04T09:00+07:00",
        "2026-11-28",
        "so-yt",
        "Chiến dịch truyền thông phòng chống HIV/AIDS",
        Doing(70, "Đã xong khẩu hiệu và lịch phát thanh, còn buổi mít tinh 01/12."),
    )
    .with(&["tttt", "so-gddt"]),
    work(
        "2026-11-05T14:00+07:00",
        "2026-11-18",
        "so-yt",
        "Ảnh và thuyết minh triển lãm 20 năm y tế thôn bản",
        Blocked(
            "Phòng triển lãm của Trung tâm Văn hoá đã có lịch khác đến 30/11, chưa có chỗ trưng bày.",
            "Xin mượn sảnh tầng một Nhà khách tỉnh từ 24/11, hoặc lùi khai mạc sang 03/12.",
            "leader",
            "",
        ),
    )
    .with(&["so-vhttdl"]),
    work(
        "2026-11-10T08:30+07:00",
        "2026-11-24",
        "so-yt",
        "Kiểm tra tin giả về vắc-xin, soạn nội dung bác bỏ",
        Doing(30, "Đã xác định ba bài."),
    ),
    work("2026-11-18T08:30+07:00", "2026-12-10", "so-yt", "Danh sách điểm cấp phát thuốc ngày Tết", Waits),
    // Education.
    work(
        "2026-10-01T10:00+07:00",
        "2026-10-12",
        "so-gddt",
        "Số liệu thực đơn bán trú của 20 trường",
        Confirmed(3, "Đủ 20 trường, có so sánh sáu tháng."),
    ),
    work(
        "2026-10-05T10:10+07:00",
        "2026-10-22",
        "so-gddt",
        "Một bài về bữa ăn bán trú",
        Stories(&["do-lai-suc-khoe-hoc-sinh-20-truong"]),
    )
    .of_stories(1),
    work(
        "2026-10-07T09:00+07:00",
        "2026-10-24",
        "so-gddt",
        "Báo cáo trường thiếu giáo viên tiếng Anh",
        ConfirmedLate(1, 3, "Có số của 34 trường, thiếu phân tích."),
    ),
    work(
        "2026-10-15T08:00+07:00",
        "2026-10-30",
        "so-gddt",
        "Danh mục sách song ngữ Mông – Việt cho thư viện",
        SentBack("Thiếu nhà xuất bản và năm; xin bổ sung trước khi đăng."),
    ),
    work(
        "2026-11-02T10:00+07:00",
        "2026-11-20",
        "so-gddt",
        "Tuyên truyền Ngày Nhà giáo Việt Nam 20/11",
        Stories(&["ky-niem-20-11-thay-pan"]),
    )
    .of_stories(1)
    .with(&["tttt"]),
    work(
        "2026-11-02T10:05+07:00",
        "2026-11-13",
        "so-gddt",
        "Lịch nghỉ rét của học sinh và cách báo tin cho phụ huynh",
        Late(60, 3, "Đang lấy ý kiến các trường điểm lẻ."),
    )
    .said("Cần xong trước đợt rét đầu mùa để đăng Cổng và phát loa."),
    work(
        "2026-11-06T09:00+07:00",
        "2026-11-26",
        "so-gddt",
        "Bài phỏng vấn về lớp học buổi tối cho phụ nữ Hà Nhì",
        Doing(20, "Đã hẹn cô giáo và đồn biên phòng."),
    ),
    work(
        "2026-11-09T10:00+07:00",
        "2026-11-30",
        "so-gddt",
        "Góp ảnh cho sách ảnh “Mười bảy mùa dã quỳ”",
        Accepted,
    )
    .with(&["so-vhttdl"]),
    work(
        "2026-11-12T08:40+07:00",
        "2026-12-05",
        "so-gddt",
        "Chuyên đề chuyển đổi số trong trường học",
        Declined("Sở đang tập trung thi học sinh giỏi; đề nghị giao cho Sở Khoa học và Công nghệ chủ trì."),
    ),
    work("2026-11-19T15:00+07:00", "2026-11-27", "so-gddt", "Số học sinh được hỗ trợ gạo kỳ I", Waits),
    // Construction.
    work(
        "2026-10-01T11:00+07:00",
        "2026-10-10",
        "so-xd",
        "Ảnh tiến độ cầu Nà Mấu tuần đầu tháng 10",
        Stories(&["cau-na-mau-lao-dam"]),
    )
    .of_stories(1),
    work(
        "2026-10-05T11:00+07:00",
        "2026-10-20",
        "so-xd",
        "Tổng hợp 412 ý kiến về Km 37 để công bố",
        Confirmed(3, "Đã phân nhóm ý kiến, kèm bản đồ."),
    ),
    work(
        "2026-10-12T10:00+07:00",
        "2026-10-30",
        "so-xd",
        "Danh sách điểm đen tai nạn trên quốc lộ 4",
        Confirmed(2, "Có 14 điểm."),
    )
    .with(&["catinh"]),
    work(
        "2026-10-14T09:30+07:00",
        "2026-10-31",
        "so-xd",
        "Bảng giá vật liệu quý III dễ đọc cho dân",
        Rolled(30, "Chờ giá cát sau đợt lũ."),
    ),
    work(
        "2026-11-02T11:00+07:00",
        "2026-11-18",
        "so-xd",
        "Tin về bàn giao nhà tái định cư Pác Nhùng",
        Stories(&["ban-giao-20-nha-pac-nhung"]),
    )
    .of_stories(1)
    .with(&["tttt"]),
    work(
        "2026-11-03T11:00+07:00",
        "2026-11-21",
        "so-xd",
        "Trả lời phản ánh ổ gà trên ứng dụng, tháng 10",
        Done("Đã trả lời 118 phản ánh; 7 phản ánh chuyển xã."),
    ),
    work(
        "2026-11-04T10:30+07:00",
        "2026-11-16",
        "so-xd",
        "Thông báo phân luồng đèo Khau Liêu khi sửa đường",
        Late(80, 1, "Còn chờ Công an tỉnh thống nhất giờ cấm."),
    )
    .with(&["catinh"]),
    work(
        "2026-11-09T14:00+07:00",
        "2026-11-28",
        "so-xd",
        "Bản đồ quy hoạch phường Vân Lĩnh cho người dân xem",
        Blocked(
            "Bản vẽ gốc chỉ có ở đơn vị tư vấn cũ, nay đã giải thể.",
            "Xin phép dùng bản scan ở Lưu trữ tỉnh và ghi chú tỷ lệ.",
            "focal",
            "Đồng ý dùng bản scan; ghi rõ nguồn, tỷ lệ và ngày lập trên bản đồ.",
        ),
    ),
    work(
        "2026-11-10T14:00+07:00",
        "2026-11-30",
        "so-xd",
        "Kịch bản họp báo về tái định cư",
        Doing(40, "Đã có phần hỏi đáp dự kiến."),
    ),
    work(
        "2026-11-20T10:00+07:00",
        "2026-12-15",
        "so-xd",
        "Kế hoạch tuyên truyền an toàn giao thông dịp Tết",
        Accepted,
    )
    .with(&["catinh", "tttt"]),
];

/// The input asked for the report of the month: what, by when, and what each unit gave; nothing for one that has not.
pub const INPUT: (&str, &str, &str, &str) = (
    "Nội dung báo cáo công tác thông tin, tuyên truyền tháng 11/2026",
    "Đề nghị các đơn vị gửi kết quả nổi bật, khó khăn, kiến nghị và việc trọng tâm tháng 12 (không quá một trang).",
    "2026-11-16T08:30+07:00",
    "2026-11-20",
);

/// What the units gave: unit, when, text; an empty text is “nothing to report”.
pub const GIVEN: [(&str, &str, &str); 3] = [
    (
        "so-nnmt",
        "2026-11-18T15:10+07:00",
        "Kết quả: phối hợp đăng lịch xuống giống vụ đông ở 13 vùng; phát 96 lượt trên loa về phòng cháy rừng.\nKhó khăn: sáu xã vùng cao chưa gửi số liệu nước sạch.\nKiến nghị: hỗ trợ dịch tin nhắn phòng rét sang tiếng Mông.\nTháng 12: lịch đổ ải vụ xuân 2027.",
    ),
    (
        "so-yt",
        "2026-11-19T09:40+07:00",
        "Kết quả: đăng thông báo tuyển 46 viên chức; 12.000 tờ rơi phòng viêm phổi đã đến 21 trạm.\nKhó khăn: chưa có chỗ trưng bày triển lãm y tế thôn bản.\nKiến nghị: lãnh đạo cho mượn sảnh Nhà khách tỉnh.\nTháng 12: mít tinh phòng chống HIV/AIDS ngày 01/12.",
    ),
    (
        "so-xd",
        "2026-11-20T16:20+07:00",
        "Kết quả: bàn giao 20 nhà ở Pác Nhùng; trả lời 118 phản ánh ổ gà.\nKhó khăn: chưa thống nhất giờ phân luồng đèo Khau Liêu.\nTháng 12: tuyên truyền an toàn giao thông dịp Tết.",
    ),
];

/// Who acts for each unit.
pub const HANDS: [(&str, &str); 4] =
    [("so-nnmt", "lieu@"), ("so-yt", "trung@"), ("so-gddt", "may@"), ("so-xd", "son@")];
