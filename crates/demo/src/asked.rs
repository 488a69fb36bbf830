//! What the press asked the demo's province in the days before its morning, and what became of each question.

/// How far an inquiry of the demo has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nobody took it on.
    Received,
    /// A unit was asked and has not answered.
    Asking,
    /// A unit gave facts and an answer is being written.
    Drafting,
    /// The spokesperson is asked to clear the text.
    Clearing,
    /// The press has the answer.
    Answered,
    /// Refused, because an inspection is not concluded.
    Refused,
}

/// An inquiry.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Question {
    /// When it came, in the province's time.
    pub at: &'static str,
    pub outlet: &'static str,
    pub journalist: &'static str,
    pub contact: &'static str,
    pub via: &'static str,
    pub urgent: bool,
    /// Question and answer; what is not answered yet is empty.
    pub asked: &'static [(&'static str, &'static str)],
    /// The unit that is asked, what, and what it says with its source.
    pub facts: Option<(&'static str, &'static str, &'static str, &'static str)>,
    pub stage: Stage,
}

/// Every question, the oldest first.
pub const QUESTIONS: [Question; 6] = [
    Question {
        at: "2026-11-12T09:10+07:00",
        outlet: "Báo Miền Ngược",
        journalist: "Đinh Thảo",
        contact: "thao@miennguoc.example",
        via: "mail",
        urgent: false,
        asked: &[
            (
                "Bao nhiêu hộ ở Pác Nhùng đã nhận đất tái định cư?",
                "Đến ngày 10/11/2026, 118 trong 142 hộ đã nhận đất và giấy chứng nhận.",
            ),
            (
                "Các hộ còn lại bao giờ nhận?",
                "24 hộ còn lại nhận trước ngày 31/12/2026, khi đường nội bộ nhánh 3 thông xe.",
            ),
        ],
        facts: Some((
            "so-nnmt",
            "Số hộ đã nhận đất tái định cư ở Pác Nhùng và tiến độ các hộ còn lại.",
            "118/142 hộ đã nhận; 24 hộ còn lại chờ đường nhánh 3, hạn 31/12/2026.",
            "Báo cáo 412/BC-SNNMT ngày 10/11/2026",
        )),
        stage: Stage::Answered,
    },
    Question {
        at: "2026-11-16T14:05+07:00",
        outlet: "Khê Sơn Hôm Nay",
        journalist: "Lường Hạnh",
        contact: "0200 3 811 204",
        via: "phone",
        urgent: false,
        asked: &[("Vì sao chưa công bố kết luận thanh tra đấu thầu thuốc ở bệnh viện tỉnh?", "")],
        facts: None,
        stage: Stage::Refused,
    },
    Question {
        at: "2026-11-20T10:20+07:00",
        outlet: "Đài PT-TH Vân Khê",
        journalist: "Hoàng Kiên",
        contact: "kien@ptthvankhe.example",
        via: "meeting",
        urgent: false,
        asked: &[
            (
                "Rét hại sắp tới, tỉnh hỗ trợ bà con giữ trâu bò thế nào?",
                "Tỉnh cấp 2.300 tấm bạt và 140 tấn cỏ ủ cho 11 xã vùng cao, xong trước ngày 25/11.",
            ),
            (
                "Có trường học nào cho học sinh nghỉ không?",
                "Khi trời dưới 10 độ, học sinh tiểu học nghỉ; dưới 7 độ, cả trung học cơ sở nghỉ.",
            ),
        ],
        facts: Some((
            "so-gddt",
            "Quy định nghỉ học khi rét hại năm học này.",
            "Dưới 10 độ: tiểu học nghỉ; dưới 7 độ: trung học cơ sở nghỉ.",
            "Công văn 1.204/SGDĐT ngày 02/11/2026",
        )),
        stage: Stage::Clearing,
    },
    Question {
        at: "2026-11-21T08:40+07:00",
        outlet: "Thời Sự Miền Núi",
        journalist: "Phạm Lệ Quyên",
        contact: "quyen@thoisumiennui.example",
        via: "mail",
        urgent: false,
        asked: &[
            ("Kế hoạch tiêm bù vắc xin sởi của tỉnh?", "Tiêm bù tại 24 trạm y tế từ ngày 23/11."),
            ("Bao nhiêu trẻ chưa tiêm mũi hai?", ""),
        ],
        facts: Some((
            "so-yt",
            "Số trẻ chưa tiêm mũi hai vắc xin sởi, theo xã.",
            "1.046 trẻ; nhiều nhất ở Lao Chù (212) và Lũng Pảng (187).",
            "Sổ quản lý tiêm chủng, chốt ngày 20/11/2026",
        )),
        stage: Stage::Drafting,
    },
    Question {
        at: "2026-11-21T16:30+07:00",
        outlet: "Báo Vân Khê",
        journalist: "Nông Duy",
        contact: "duy.nong@baovankhe.example",
        via: "phone",
        urgent: true,
        asked: &[("Cầu Nà Lặng còn cho xe tải đi không, giới hạn bao nhiêu tấn?", "")],
        facts: Some(("so-xd", "Tình trạng cầu Nà Lặng và tải trọng cho phép từ hôm nay.", "", "")),
        stage: Stage::Asking,
    },
    Question {
        at: "2026-11-22T07:05+07:00",
        outlet: "Thông tấn Đại Ngàn",
        journalist: "Trịnh Mỹ",
        contact: "0200 3 899 002",
        via: "phone",
        urgent: false,
        asked: &[
            ("Cửa khẩu Pác Lạn bao giờ thông quan lại hàng nông sản?", ""),
            ("Còn bao nhiêu xe đang chờ?", ""),
        ],
        facts: None,
        stage: Stage::Received,
    },
];

/// A demand for correction: outlet, title, address, day, what is wrong, grounds, what is right.
pub const DEMAND: (&str, &str, &str, &str, &str, &str, &str) = (
    "Trang tin Phố Bờ Sông",
    "Vân Khê bỏ hỗ trợ bữa ăn bán trú cho học sinh vùng cao",
    "https://phobosong.example/bo-ho-tro-ban-tru",
    "2026-11-17",
    "“Từ tháng 11, tỉnh dừng chi tiền ăn bán trú cho học sinh các xã vùng cao.”",
    "Nghị quyết 31/2026/NQ-HĐND ngày 08/7/2026 giữ mức hỗ trợ đến hết năm 2028; bảng chi tháng 11 đã cấp cho 41 trường.",
    "Tỉnh vẫn chi hỗ trợ bữa ăn bán trú theo Nghị quyết 31/2026/NQ-HĐND; tháng 11/2026 chi cho 41 trường.",
);

/// A criticism that the press forwarded: outlet, its letter, subject, content, unit.
pub const PETITION: (&str, &str, &str, &str, &str) = (
    "Báo Miền Ngược",
    "Công văn 88/CV-BMN ngày 17/11/2026",
    "Bạn đọc phản ánh xe chở vật liệu làm hỏng đường liên xã",
    "Bạn đọc phản ánh xe chở cát quá tải chạy ban đêm trên đường Lao Chù – Lũng Pảng, mặt đường hỏng 2 km.",
    "so-xd",
);
