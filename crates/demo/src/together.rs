//! How the province's units work together: the weekly briefing, rooms and vehicles, agreements with outlets, presenters,
//! training, and days of its own.

/// A Monday's briefing.
#[derive(Debug, Clone, Copy)]
pub struct Briefing {
    /// The day, in ISO form.
    pub day: &'static str,
    /// What became of it.
    pub course: Course,
}

/// What became of a briefing.
#[derive(Debug, Clone, Copy)]
pub enum Course {
    /// Held, recorded, approved: what was said, and each conclusion as (words, unit, supporting units, day).
    Held(&'static str, &'static [Conclusion]),
    /// The same, and the record still waits for the chair.
    Waits(&'static str, &'static [Conclusion]),
    /// Not held, and why.
    Missed(&'static str),
}

/// A conclusion.
#[derive(Debug, Clone, Copy)]
pub struct Conclusion {
    /// What is to be done.
    pub words: &'static str,
    /// Which unit answers for it.
    pub lead: &'static str,
    /// Which help.
    pub supports: &'static [&'static str],
    /// Until when, in ISO form; empty without a day.
    pub due: &'static str,
}

const fn to(
    words: &'static str,
    lead: &'static str,
    supports: &'static [&'static str],
    due: &'static str,
) -> Conclusion {
    Conclusion { words, lead, supports, due }
}

/// The units that come every Monday.
pub const INVITED: [&str; 7] = ["so-vhttdl", "so-gddt", "so-yt", "so-nnmt", "so-khcn", "so-dttg", "tttt"];

/// The weekly briefings from September to November.
pub const BRIEFINGS: [Briefing; 11] = [
    Briefing {
        day: "2026-09-07",
        course: Course::Held(
            "Trung tâm Truyền thông báo cáo kết quả tuyên truyền dịp Quốc khánh 2/9: 86 tin, bài, 12 phóng sự.\nSở Giáo dục và Đào tạo báo cáo tình hình khai giảng tại các điểm trường vùng cao.",
            &[
                to(
                    "Đăng tải số liệu khai giảng và danh sách điểm trường còn khó khăn trên Cổng",
                    "so-gddt",
                    &["tttt"],
                    "2026-09-11",
                ),
                to(
                    "Xây dựng kế hoạch tuyên truyền phòng, chống sạt lở mùa mưa bão",
                    "so-nnmt",
                    &["tttt"],
                    "2026-09-14",
                ),
            ],
        ),
    },
    Briefing {
        day: "2026-09-14",
        course: Course::Held(
            "Sở Nông nghiệp và Môi trường báo cáo 14 điểm có nguy cơ sạt lở. Các xã chưa có bản tin phát thanh bằng tiếng dân tộc về sơ tán.",
            &[to(
                "Dịch và thu âm bản tin hướng dẫn sơ tán bằng tiếng Mông, tiếng Dao",
                "so-dttg",
                &["tttt", "so-nnmt"],
                "2026-09-18",
            )],
        ),
    },
    Briefing {
        day: "2026-09-21",
        course: Course::Held(
            "Sở Y tế báo cáo tiến độ tiêm chủng quý III. Trung tâm Truyền thông đề nghị các sở gửi lịch phát ngôn trước thứ Năm hằng tuần.",
            &[
                to(
                    "Gửi lịch phát ngôn và nội dung trọng tâm trước 16 giờ thứ Năm hằng tuần",
                    "so-yt",
                    &["so-gddt", "so-nnmt"],
                    "2026-09-24",
                ),
                to("Tổng hợp báo cáo thông tin quý III", "tttt", &[], "2026-09-30"),
            ],
        ),
    },
    Briefing {
        day: "2026-09-28",
        course: Course::Held(
            "Rà soát kế hoạch Ngày Chuyển đổi số quốc gia 10/10. Sở Khoa học và Công nghệ trình dự thảo chương trình.",
            &[to(
                "Tổ chức tuần lễ hưởng ứng Ngày Chuyển đổi số quốc gia tại 24 xã, phường",
                "so-khcn",
                &["tttt", "so-vhttdl"],
                "2026-10-09",
            )],
        ),
    },
    Briefing {
        day: "2026-10-05",
        course: Course::Held(
            "Trung tâm Truyền thông báo cáo 9 bài báo phản ánh giá nước sạch tại phường Vân Lĩnh, đề nghị thống nhất đầu mối trả lời.",
            &[to(
                "Cung cấp số liệu giá nước sạch để người phát ngôn trả lời báo chí",
                "so-nnmt",
                &["tttt"],
                "2026-10-07",
            )],
        ),
    },
    Briefing {
        day: "2026-10-12",
        course: Course::Missed(
            "Trùng kỳ họp chuyên đề của Hội đồng nhân dân tỉnh; nội dung chuyển sang tuần sau.",
        ),
    },
    Briefing {
        day: "2026-10-19",
        course: Course::Held(
            "Các sở báo cáo kết quả 9 tháng. Ba chuyên mục trên Cổng quá hạn đăng tin hơn 14 ngày.",
            &[
                to(
                    "Khôi phục chuyên mục An ninh – Trật tự và chuyên mục Dân tộc – Miền núi",
                    "tttt",
                    &["so-dttg"],
                    "2026-10-26",
                ),
                to(
                    "Rà soát trang thành phần của các sở, gỡ tên cơ quan cũ trước hợp nhất",
                    "so-khcn",
                    &["tttt"],
                    "2026-10-30",
                ),
            ],
        ),
    },
    Briefing {
        day: "2026-10-26",
        course: Course::Held(
            "Sở Văn hóa, Thể thao và Du lịch báo cáo công tác chuẩn bị Ngày Di sản văn hóa Việt Nam 23/11.",
            &[to(
                "Thực hiện chuyên trang Di sản, bố trí xe và máy quay cho ba phóng sự",
                "so-vhttdl",
                &["tttt"],
                "2026-11-20",
            )],
        ),
    },
    Briefing {
        day: "2026-11-02",
        course: Course::Held(
            "Thống nhất đợt cao điểm phổ biến pháp luật hưởng ứng Ngày Pháp luật 9/11.",
            &[to(
                "Phát bản tin hỏi đáp pháp luật trên hệ thống loa cơ sở, mỗi ngày một bản trong tuần",
                "tttt",
                &["so-dttg"],
                "2026-11-13",
            )],
        ),
    },
    Briefing {
        day: "2026-11-09",
        course: Course::Held(
            "Báo cáo sự cố cầu Nậm Rồng và kế hoạch thông xe 18/11. Báo chí hỏi 6 lượt, trả lời 6 lượt đúng hạn.",
            &[
                to(
                    "Thông báo phương án phân luồng trước ngày thông xe, gửi các xã để đọc loa",
                    "tttt",
                    &["so-nnmt"],
                    "2026-11-16",
                ),
                to("Chuẩn bị số liệu dịch sởi tại ba xã vùng cao để họp báo", "so-yt", &[], "2026-11-18"),
            ],
        ),
    },
    Briefing {
        day: "2026-11-16",
        course: Course::Waits(
            "Rà soát việc tháng 11, dự kiến trọng tâm tháng 12. Sở Giáo dục và Đào tạo báo cáo hoạt động 20/11.\nTrung tâm Truyền thông nêu khó khăn: thiếu một xe cho các chuyến công tác vùng cao.",
            &[
                to(
                    "Đăng ký nội dung tuyên truyền tháng 12 theo mẫu, gửi Văn phòng",
                    "so-gddt",
                    &["so-yt", "so-nnmt", "so-vhttdl"],
                    "2026-11-25",
                ),
                to("Đề xuất phương án dùng chung xe công tác vùng cao", "tttt", &[], "2026-11-27"),
            ],
        ),
    },
];

/// Something shared: kind, name, keeper, place, notes.
pub const FACILITIES: [(&str, &str, &str, &str, &str); 7] = [
    ("room", "Phòng họp 201", "vp", "Nhà A, tầng 2", "30 chỗ, có màn hình và đường truyền họp trực tuyến."),
    ("room", "Hội trường tầng 3", "vp", "Nhà A, tầng 3", "180 chỗ. Nhận chìa khóa tại phòng bảo vệ."),
    (
        "camera",
        "Máy quay Z190 số 1",
        "tttt",
        "Kho thiết bị",
        "Kèm hai pin, một thẻ nhớ 128 GB, một chân máy.",
    ),
    ("camera", "Máy quay Z190 số 2", "tttt", "Kho thiết bị", "Kèm hai pin, một micro cài áo."),
    ("camera", "Bộ thu âm lưu động", "tttt", "Kho thiết bị", "Hai micro, một bàn trộn bốn đường."),
    ("vehicle", "Xe 7 chỗ 99A-012.34", "vp", "Ga-ra nhà B", "Đi được đường vùng cao."),
    ("vehicle", "Xe bán tải 99C-045.67", "tttt", "Sân Trung tâm Truyền thông", "Chở thiết bị và hai người."),
];

/// A booking: facility (by its place in the list), unit, what for, from, to.
pub const BOOKINGS: [(usize, &str, &str, &str, &str); 10] = [
    (0, "so-gddt", "Họp tổ tuyển sinh trường nội trú", "2026-11-23T13:30", "2026-11-23T15:00"),
    (0, "so-yt", "Họp giao ban dịch sởi", "2026-11-24T08:00", "2026-11-24T10:00"),
    (0, "vp", "Tiếp đoàn báo chí Trung ương", "2026-11-26T14:00", "2026-11-26T16:30"),
    (1, "so-vhttdl", "Lễ kỷ niệm Ngày Di sản văn hóa Việt Nam", "2026-11-23T08:00", "2026-11-23T11:30"),
    (1, "so-dttg", "Hội nghị người có uy tín", "2026-11-27T07:30", "2026-11-27T17:00"),
    (2, "tttt", "Phóng sự điểm trường Lũng Pảng", "2026-11-23T06:00", "2026-11-24T18:00"),
    (3, "so-vhttdl", "Quay lễ hội đình làng Hồ Thác", "2026-11-25T06:30", "2026-11-25T12:00"),
    (4, "so-dttg", "Thu âm bản tin tiếng Mông", "2026-11-24T08:00", "2026-11-24T11:00"),
    (5, "so-yt", "Giám sát tiêm chủng xã Lao Chù", "2026-11-24T05:30", "2026-11-25T20:00"),
    (6, "tttt", "Đưa loa đến xã Cửa Khâu", "2026-11-26T06:00", "2026-11-26T18:00"),
];

/// An agreement with an outlet.
#[derive(Debug, Clone, Copy)]
pub struct Agreed {
    /// The outlet.
    pub outlet: &'static str,
    /// What was agreed.
    pub title: &'static str,
    /// Its number.
    pub number: &'static str,
    /// The first and the last day, in ISO form.
    pub term: (&'static str, &'static str),
    /// Stories, minutes, đồng.
    pub quota: (i64, i64, i64),
    /// What was delivered: day, stories, minutes, title, evidence.
    pub delivered: &'static [(&'static str, i64, i64, &'static str, &'static str)],
}

/// The agreements.
pub const AGREEMENTS: [Agreed; 2] = [
    Agreed {
        outlet: "Báo Vân Khê",
        title: "Tuyên truyền cải cách hành chính và chuyển đổi số năm 2026",
        number: "03/TT-VP-BVK",
        term: ("2026-01-15", "2026-12-15"),
        quota: (48, 0, 180_000_000),
        delivered: &[
            ("2026-03-31", 12, 0, "Chuyên trang quý I", "Báo in số 31/3, lưu tại Văn phòng"),
            ("2026-06-30", 13, 0, "Chuyên trang quý II", "Báo in số 30/6, lưu tại Văn phòng"),
            ("2026-09-30", 11, 0, "Chuyên trang quý III", "Báo in số 30/9, lưu tại Văn phòng"),
            (
                "2026-10-20",
                3,
                0,
                "Một cửa ở xã vùng cao",
                "https://bao.vankhe.example/cai-cach/mot-cua-vung-cao",
            ),
        ],
    },
    Agreed {
        outlet: "Đài Phát thanh – Truyền hình Vân Khê",
        title: "Chuyên mục “Tiếng nói bản làng” bằng tiếng Mông và tiếng Dao",
        number: "07/TT-TTTT-PTTH",
        term: ("2026-07-01", "2027-06-30"),
        quota: (24, 720, 420_000_000),
        delivered: &[
            ("2026-08-15", 4, 120, "Bốn số tháng 7 và 8", "Biên bản nghiệm thu số 12/BB-PTTH"),
            ("2026-09-30", 4, 120, "Bốn số tháng 9", "Biên bản nghiệm thu số 15/BB-PTTH"),
            ("2026-11-10", 3, 90, "Ba số tháng 10", "Biên bản nghiệm thu số 19/BB-PTTH"),
        ],
    },
];

/// A presenter: name, office, fields, and sessions as (when, subject, place, audience, forms).
#[derive(Debug, Clone, Copy)]
pub struct Presenter {
    /// Name.
    pub name: &'static str,
    /// Post and office.
    pub office: &'static str,
    /// What they speak about.
    pub fields: &'static str,
    /// What they held.
    pub sessions: &'static [Session],
}

/// A session: when, subject, place, how many listened, and forms as (three marks, words).
pub type Session = (&'static str, &'static str, &'static str, i64, &'static [([i64; 3], &'static str)]);

/// The presenters.
pub const PRESENTERS: [Presenter; 4] = [
    Presenter {
        name: "Nguyễn Thị Hòa",
        office: "Trưởng phòng Phổ biến pháp luật, Sở Tư pháp",
        fields: "Pháp luật, hòa giải ở cơ sở",
        sessions: &[
            (
                "2026-11-09T08:00",
                "Luật Đất đai và những điểm bà con cần biết",
                "Nhà văn hóa xã Lao Chù",
                124,
                &[
                    ([5, 4, 5], "Ví dụ gần gũi, nói chậm, dễ hiểu."),
                    ([4, 4, 5], ""),
                    ([5, 5, 5], "Nên có thêm bản tiếng Mông."),
                ],
            ),
            (
                "2026-10-14T14:00",
                "Phòng, chống tảo hôn",
                "Trường nội trú Lũng Pảng",
                210,
                &[([4, 5, 4], "Học sinh hỏi nhiều."), ([5, 5, 4], "")],
            ),
        ],
    },
    Presenter {
        name: "Triệu Văn Phin",
        office: "Phó Giám đốc Sở Dân tộc và Tôn giáo",
        fields: "Chính sách dân tộc",
        sessions: &[(
            "2026-11-05T08:30",
            "Chương trình mục tiêu quốc gia vùng dân tộc thiểu số",
            "Hội trường tầng 3",
            156,
            &[([4, 4, 4], ""), ([4, 3, 4], "Slide nhiều chữ.")],
        )],
    },
    Presenter {
        name: "Bế Thị Thúy",
        office: "Trưởng khoa Kiểm soát bệnh tật, Sở Y tế",
        fields: "Y tế dự phòng",
        sessions: &[(
            "2026-11-18T09:00",
            "Tiêm sởi nhắc lại cho trẻ dưới 5 tuổi",
            "Trạm y tế xã Phia Luông",
            88,
            &[([5, 5, 5], "Giải đáp từng nhà.")],
        )],
    },
    Presenter {
        name: "Lường Văn Quyết",
        office: "Chánh Văn phòng Đảng ủy xã Cửa Khâu",
        fields: "Biên giới, biên phòng",
        sessions: &[],
    },
];

/// The training: title, from, to, place, teachers, content.
pub const TRAINING: (&str, &str, &str, &str, &str, &str) = (
    "Kỹ năng phát ngôn và cung cấp thông tin cho báo chí năm 2026",
    "2026-10-28T08:00",
    "2026-10-29T17:00",
    "Hội trường tầng 3",
    "Lý Thị Minh Tâm, Chánh Văn phòng UBND tỉnh",
    "Quy chế phát ngôn theo Nghị định 244/2026/NĐ-CP.\nXử lý yêu cầu của báo chí trong ngày.\nThực hành họp báo.",
);

/// Who took part: name, office, whether they came.
pub const TRAINED: [(&str, &str, bool); 10] = [
    ("Nguyễn Thị Hòa", "Sở Tư pháp", true),
    ("Bế Thị Thúy", "Sở Y tế", true),
    ("Hoàng Đình Thi", "UBND xã Lao Chù", true),
    ("Vàng A Sùng", "UBND xã Lũng Pảng", true),
    ("Nông Thị Điệp", "UBND xã Cửa Khâu", true),
    ("Phạm Kiên Trung", "Sở Y tế", true),
    ("Lò Thị Mây", "Sở Giáo dục và Đào tạo", true),
    ("Lương Văn Sơn", "Sở Xây dựng", false),
    ("Cao Phương Thảo", "Sở Văn hóa, Thể thao và Du lịch", true),
    ("Đặng Văn Pao", "UBND xã Phia Luông", false),
];

/// The province's own days: title, day, month, lunar, since.
pub const DAYS: [(&str, u32, u32, bool, Option<i32>); 3] = [
    ("Ngày thành lập tỉnh Vân Khê", 1, 7, false, Some(2025)),
    ("Ngày giải phóng Khê Sơn", 15, 12, false, Some(1951)),
    ("Hội Lồng tồng Hồ Thác", 10, 1, true, None),
];
