//! The projects of the demo's province: what was assigned, planned, signed, accepted and paid. Units and people by their keys,
//! days as ISO text, amounts of plans in millions of đồng, all others in đồng.

/// A project.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Project {
    pub unit: &'static str,
    pub name: &'static str,
    pub code: &'static str,
    pub decision: [&'static str; 2],
    pub kind: &'static str,
    pub money: &'static str,
    pub years: [i32; 2],
    pub total: i64,
    pub about: &'static str,
    pub manager: &'static str,
    /// Beginnings of the lines of plans it pays for.
    pub lines: &'static [&'static str],
    pub grants: &'static [Grant],
    /// Year, day on which it was set, months in millions, why.
    pub months: &'static [(i32, &'static str, [i64; 12], &'static str)],
    pub contracts: &'static [Contract],
    pub paid: &'static [Paid],
    /// Document of an entry that was wrong, the day on which it was cancelled, and why.
    pub wrong: Option<[&'static str; 3]>,
    /// When it was raised, what, what is proposed.
    pub hindrance: Option<[&'static str; 3]>,
    /// Steps with their days.
    pub steps: &'static [(&'static str, &'static str)],
}

/// Money of a year: year, đồng up or down, decision, its day, why.
pub type Grant = (i32, i64, &'static str, &'static str, &'static str);

/// A contract.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Contract {
    pub number: &'static str,
    pub on: &'static str,
    pub partner: &'static str,
    pub value: i64,
    pub advance: i64,
    pub retention: i64,
    pub until: &'static str,
    pub about: &'static str,
    /// Number, day, change in đồng, until when, why.
    pub annex: Option<(&'static str, &'static str, i64, &'static str, &'static str)>,
    /// Day, đồng, by whom, what.
    pub accepted: &'static [(&'static str, i64, &'static str, &'static str)],
}

/// A payment: day, đồng, document, contract or nothing, what for, days after which it was entered.
pub type Paid = (&'static str, i64, &'static str, &'static str, &'static str, u64);

const PROJECT: Project = Project {
    unit: "",
    name: "",
    code: "",
    decision: ["", ""],
    kind: "recurrent",
    money: "Ngân sách tỉnh",
    years: [2026, 2026],
    total: 0,
    about: "",
    manager: "",
    lines: &[],
    grants: &[],
    months: &[],
    contracts: &[],
    paid: &[],
    wrong: None,
    hindrance: None,
    steps: &[],
};

const CONTRACT: Contract = Contract {
    number: "",
    on: "",
    partner: "",
    value: 0,
    advance: 0,
    retention: 0,
    until: "",
    about: "",
    annex: None,
    accepted: &[],
};

/// All of them.
pub const PROJECTS: &[Project] = &[
    Project {
        unit: "so-khcn",
        name: "Nâng cấp hệ thống truyền thanh ứng dụng công nghệ thông tin – viễn thông cấp xã, giai đoạn 1",
        code: "VK-TT-2025-04",
        decision: ["1187/QĐ-UBND", "2025-07-14"],
        kind: "investment",
        money: "Chương trình mục tiêu quốc gia",
        years: [2025, 2027],
        total: 28_500_000_000,
        about: "Thay loa FM cũ bằng 180 cụm loa thông minh tại 42 xã vùng cao, biên giới; lắp hệ thống quản lý tập trung của tỉnh.",
        manager: "duong",
        lines: &["Chuyển hệ thống truyền thanh cơ sở"],
        grants: &[
            (2025, 4_200_000_000, "1302/QĐ-UBND", "2025-07-28", ""),
            (2026, 12_600_000_000, "2210/QĐ-UBND", "2025-12-12", ""),
            (
                2026,
                -600_000_000,
                "1045/QĐ-UBND",
                "2026-07-09",
                "Điều chuyển cho dự án khắc phục hậu quả mưa lũ.",
            ),
        ],
        months: &[
            (2025, "2025-08-01", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1_200, 1_500, 1_500], ""),
            (
                2026,
                "2026-01-08",
                [0, 600, 900, 1_000, 1_100, 1_200, 1_300, 1_300, 1_300, 1_300, 1_300, 1_300],
                "",
            ),
            (
                2026,
                "2026-07-15",
                [0, 600, 900, 1_000, 1_100, 1_200, 900, 1_200, 1_200, 1_300, 1_300, 1_300],
                "Giảm theo Quyết định 1045/QĐ-UBND ngày 09/07/2026.",
            ),
        ],
        contracts: &[
            Contract {
                number: "18/2025/HĐ-SKHCN",
                on: "2025-09-10",
                partner: "Công ty cổ phần Thiết bị truyền thanh Sao Khuê",
                value: 15_800_000_000,
                advance: 2_400_000_000,
                retention: 790_000_000,
                until: "2026-09-30",
                about: "Cung cấp, lắp đặt 180 cụm loa thông minh; bảo hành 24 tháng.",
                annex: Some((
                    "PL-01",
                    "2026-10-05",
                    0,
                    "2026-12-20",
                    "Gia hạn do đường vào 9 xã bị sạt lở sau mưa lũ tháng 9.",
                )),
                accepted: &[
                    (
                        "2026-03-20",
                        1_900_000_000,
                        "Hội đồng nghiệm thu Sở Khoa học và Công nghệ",
                        "Đợt 1: 24 cụm loa tại 6 xã",
                    ),
                    (
                        "2026-06-18",
                        2_150_000_000,
                        "Hội đồng nghiệm thu Sở Khoa học và Công nghệ",
                        "Đợt 2: 27 cụm loa tại 7 xã",
                    ),
                ],
            },
            Contract {
                number: "07/2026/HĐ-SKHCN",
                on: "2026-04-02",
                partner: "Trung tâm Công nghệ thông tin và Truyền thông Vân Khê",
                value: 1_250_000_000,
                until: "2026-11-30",
                about: "Phần mềm quản lý tập trung, tập huấn cán bộ 42 xã.",
                accepted: &[(
                    "2026-08-25",
                    700_000_000,
                    "Tổ chuyên gia của Sở",
                    "Phần mềm và 20 lớp tập huấn đầu",
                )],
                ..CONTRACT
            },
        ],
        paid: &[
            ("2025-10-06", 1_200_000_000, "UNC-2025/118", "18/2025/HĐ-SKHCN", "Tạm ứng đợt 1", 1),
            ("2025-11-24", 1_200_000_000, "UNC-2025/164", "18/2025/HĐ-SKHCN", "Tạm ứng đợt 2", 2),
            ("2025-12-18", 1_460_000_000, "UNC-2025/201", "", "Khảo sát, thiết kế, quản lý dự án", 1),
            ("2026-02-26", 540_000_000, "UNC-2026/021", "", "Giám sát thi công, thẩm định giá", 1),
            ("2026-04-09", 1_900_000_000, "UNC-2026/047", "18/2025/HĐ-SKHCN", "Thanh toán đợt 1", 1),
            ("2026-07-07", 2_000_000_000, "UNC-2026/102", "18/2025/HĐ-SKHCN", "Thanh toán đợt 2", 2),
            ("2026-09-11", 665_000_000, "UNC-2026/139", "07/2026/HĐ-SKHCN", "Phần mềm, tập huấn", 1),
        ],
        hindrance: Some([
            "2026-10-12T10:20+07:00",
            "Đường vào 9 xã vùng cao sạt lở sau mưa lũ tháng 9, nhà thầu chưa đưa được thiết bị lên; còn 46 cụm loa chưa lắp.",
            "Sở Xây dựng thông đường vào 9 xã trước 30/11; cho phép lắp trước tại 4 xã đã đi được.",
        ]),
        steps: &[("start", "2025-08-15")],
        ..PROJECT
    },
    Project {
        unit: "so-dttg",
        name: "Sản xuất chương trình phát thanh tiếng dân tộc",
        code: "VK-PT-2026-02",
        decision: ["2231/QĐ-UBND", "2025-12-15"],
        money: "Chương trình mục tiêu quốc gia",
        total: 1_180_000_000,
        about: "Bản tin tiếng Tày, Mông, Dao, Thái phát trên loa cơ sở mỗi tuần hai số; người nói và biên dịch là người tại bản.",
        manager: "say",
        lines: &["Bản tin tiếng dân tộc thiểu số phát trên loa cơ sở"],
        grants: &[(2026, 1_180_000_000, "2244/QĐ-UBND", "2025-12-19", "")],
        months: &[(2026, "2026-01-06", [40, 90, 100, 100, 100, 100, 100, 110, 110, 110, 110, 110], "")],
        paid: &[
            ("2026-01-29", 38_500_000, "CT-11", "", "Thù lao người nói, biên dịch tháng 01", 1),
            ("2026-02-27", 92_000_000, "CT-19", "", "Thù lao, kỹ thuật tháng 02", 3),
            ("2026-03-30", 101_500_000, "CT-31", "", "Thù lao, kỹ thuật tháng 3", 1),
            ("2026-04-28", 99_000_000, "CT-40", "", "Thù lao, kỹ thuật tháng 4", 2),
            ("2026-05-28", 104_200_000, "CT-52", "", "Thù lao, kỹ thuật tháng 5", 1),
            ("2026-06-29", 98_700_000, "CT-66", "", "Thù lao, kỹ thuật tháng 6", 1),
            ("2026-07-30", 103_000_000, "CT-79", "", "Thù lao, kỹ thuật tháng 7", 1),
            ("2026-08-28", 112_400_000, "CT-90", "", "Thù lao, kỹ thuật tháng 8", 4),
            ("2026-09-29", 109_800_000, "CT-104", "", "Thù lao, kỹ thuật tháng 9", 1),
            ("2026-10-29", 111_600_000, "CT-117", "", "Thù lao, kỹ thuật tháng 10", 1),
        ],
        steps: &[("start", "2026-01-06")],
        ..PROJECT
    },
    Project {
        unit: "so-vhttdl",
        name: "Số hóa kho ảnh tư liệu của tỉnh",
        code: "VK-SH-2025-01",
        decision: ["0986/QĐ-UBND", "2025-07-02"],
        kind: "purchase",
        years: [2025, 2026],
        total: 1_500_000_000,
        about: "Quét, ghi chú thích và lưu 38.000 ảnh tư liệu của hai tỉnh cũ; bàn giao cho kho ảnh dùng chung.",
        manager: "thao",
        lines: &["Ấn phẩm ảnh"],
        grants: &[
            (2025, 520_000_000, "1011/QĐ-UBND", "2025-07-08", ""),
            (2026, 930_000_000, "2246/QĐ-UBND", "2025-12-19", ""),
        ],
        months: &[
            (2025, "2025-07-20", [0, 0, 0, 0, 0, 0, 0, 0, 120, 200, 200, 0], ""),
            (2026, "2026-01-12", [0, 0, 200, 0, 250, 0, 0, 250, 0, 215, 0, 0], ""),
        ],
        contracts: &[Contract {
            number: "03/2025/HĐ-SVHTTDL",
            on: "2025-08-18",
            partner: "Công ty trách nhiệm hữu hạn Lưu trữ số Hồng Hà",
            value: 1_310_000_000,
            advance: 150_000_000,
            retention: 65_500_000,
            until: "2026-10-31",
            about: "Quét và ghi chú thích 38.000 ảnh, phim âm bản.",
            annex: None,
            accepted: &[
                (
                    "2025-11-20",
                    420_000_000,
                    "Bảo tàng tỉnh, Sở Văn hóa, Thể thao và Du lịch",
                    "12.400 ảnh đợt 1",
                ),
                (
                    "2026-05-14",
                    480_000_000,
                    "Bảo tàng tỉnh, Sở Văn hóa, Thể thao và Du lịch",
                    "13.900 ảnh đợt 2",
                ),
                (
                    "2026-10-22",
                    410_000_000,
                    "Bảo tàng tỉnh, Sở Văn hóa, Thể thao và Du lịch",
                    "11.700 ảnh đợt 3",
                ),
            ],
        }],
        paid: &[
            ("2025-09-15", 120_000_000, "KB-2025/77", "03/2025/HĐ-SVHTTDL", "Tạm ứng", 1),
            ("2025-11-28", 385_000_000, "KB-2025/103", "03/2025/HĐ-SVHTTDL", "Thanh toán đợt 1", 1),
            ("2026-03-18", 180_000_000, "KB-2026/15", "", "Ổ lưu trữ, thẩm định", 2),
            ("2026-05-27", 345_000_000, "KB-2026/34", "03/2025/HĐ-SVHTTDL", "Thanh toán đợt 2", 1),
            ("2026-10-28", 394_000_000, "KB-2026/81", "03/2025/HĐ-SVHTTDL", "Thanh toán đợt 3", 1),
        ],
        steps: &[("start", "2025-08-20"), ("complete", "2026-11-05")],
        ..PROJECT
    },
    Project {
        unit: "tttt",
        name: "Mua sắm thiết bị sản xuất chương trình đa phương tiện",
        code: "VK-MS-2026-07",
        decision: ["0241/QĐ-UBND", "2026-02-11"],
        kind: "purchase",
        total: 3_200_000_000,
        about: "Hai bộ máy quay lưu động, bàn dựng, máy chủ lưu trữ và hệ thống truyền dẫn trực tiếp từ cơ sở.",
        manager: "hien",
        lines: &["Chuyên mục “Vân Khê sau hợp nhất”"],
        grants: &[(2026, 3_200_000_000, "0267/QĐ-UBND", "2026-02-16", "")],
        months: &[(2026, "2026-02-23", [0, 0, 0, 0, 600, 0, 900, 0, 800, 0, 0, 900], "")],
        contracts: &[Contract {
            number: "12/2026/HĐ-TTTT",
            on: "2026-04-20",
            partner: "Công ty cổ phần Kỹ thuật nghe nhìn Bắc Vân",
            value: 2_860_000_000,
            advance: 600_000_000,
            retention: 143_000_000,
            until: "2026-12-15",
            about: "Cung cấp, lắp đặt, chuyển giao thiết bị.",
            annex: None,
            accepted: &[
                ("2026-07-10", 1_020_000_000, "Hội đồng nghiệm thu của Trung tâm", "Máy quay, bàn dựng"),
                ("2026-09-16", 820_000_000, "Hội đồng nghiệm thu của Trung tâm", "Máy chủ lưu trữ"),
            ],
        }],
        paid: &[
            ("2026-05-12", 600_000_000, "UNC-58", "12/2026/HĐ-TTTT", "Tạm ứng", 1),
            ("2026-07-21", 902_000_000, "UNC-83", "12/2026/HĐ-TTTT", "Máy quay, bàn dựng", 1),
            ("2026-09-24", 880_000_000, "UNC-112", "12/2026/HĐ-TTTT", "Máy chủ lưu trữ", 1),
            ("2026-09-24", 808_000_000, "UNC-113", "12/2026/HĐ-TTTT", "Máy chủ lưu trữ", 19),
        ],
        wrong: Some([
            "UNC-112",
            "2026-10-12",
            "Ghi nhầm số tiền: chứng từ đúng là UNC-113, 808.000.000 đồng.",
        ]),
        steps: &[("start", "2026-04-21")],
        ..PROJECT
    },
    Project {
        unit: "so-vhttdl",
        name: "Truyền thông giảm nghèo về thông tin",
        code: "VK-GN-2026-01",
        decision: ["2230/QĐ-UBND", "2025-12-15"],
        money: "Chương trình mục tiêu quốc gia",
        years: [2026, 2027],
        total: 5_600_000_000,
        about: "Phim ngắn, pa nô, tờ gấp và buổi truyền thông tại 120 thôn nghèo; tiếp cận chính sách bằng tiếng mẹ đẻ.",
        manager: "thao",
        grants: &[
            (2026, 2_400_000_000, "2245/QĐ-UBND", "2025-12-19", ""),
            (2026, 150_000_000, "0871/QĐ-UBND", "2026-06-12", "Bổ sung 15 thôn ở xã Hồ Thác sau sắp xếp."),
        ],
        months: &[(2026, "2026-01-15", [0, 100, 200, 250, 250, 250, 250, 250, 250, 250, 200, 150], "")],
        contracts: &[Contract {
            number: "09/2026/HĐ-SVHTTDL",
            on: "2026-03-16",
            partner: "Hãng phim Tài liệu miền núi",
            value: 860_000_000,
            advance: 200_000_000,
            until: "2026-12-10",
            about: "Tám phim ngắn có lời tiếng Mông, Dao, Thái.",
            accepted: &[("2026-09-03", 430_000_000, "Hội đồng nghệ thuật của Sở", "Bốn phim đầu")],
            ..CONTRACT
        }],
        paid: &[
            ("2026-02-25", 96_000_000, "KB-2026/09", "", "Khảo sát 120 thôn", 1),
            ("2026-03-31", 200_000_000, "KB-2026/18", "09/2026/HĐ-SVHTTDL", "Tạm ứng và khởi động", 1),
            ("2026-04-27", 262_000_000, "KB-2026/27", "", "Pa nô, tờ gấp", 2),
            ("2026-05-29", 244_000_000, "KB-2026/36", "", "Buổi truyền thông quý II", 1),
            ("2026-06-26", 258_000_000, "KB-2026/45", "", "Buổi truyền thông quý II", 1),
            ("2026-07-28", 251_000_000, "KB-2026/52", "", "Tờ gấp bốn thứ tiếng", 1),
            ("2026-08-27", 247_000_000, "KB-2026/60", "", "Buổi truyền thông quý III", 1),
            ("2026-09-22", 230_000_000, "KB-2026/68", "09/2026/HĐ-SVHTTDL", "Bốn phim đầu", 1),
            ("2026-10-27", 268_000_000, "KB-2026/79", "", "15 thôn xã Hồ Thác", 1),
            ("2026-11-17", 121_000_000, "KB-2026/88", "", "Buổi truyền thông quý IV", 1),
        ],
        steps: &[("start", "2026-01-20")],
        ..PROJECT
    },
    Project {
        unit: "so-khcn",
        name: "Lắp đặt cụm loa thông minh giai đoạn 2",
        code: "VK-TT-2027-01",
        decision: ["1922/QĐ-UBND", "2026-11-09"],
        kind: "investment",
        money: "Chương trình mục tiêu quốc gia",
        years: [2026, 2028],
        total: 19_600_000_000,
        about: "140 cụm loa tại 28 xã vùng cao; đang lập hồ sơ mời thầu.",
        manager: "duong",
        ..PROJECT
    },
];
