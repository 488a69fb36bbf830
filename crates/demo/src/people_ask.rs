//! What people of the province asked in the weeks before this morning, all of it invented.

/// How far a question got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Got {
    /// It waits for the desk.
    Received,
    /// A unit writes the answer.
    Routed,
    /// The answer waits for approval.
    Submitted,
    /// The asker has it.
    Answered,
    /// Everybody has it.
    Published,
    /// It was refused.
    Refused,
}

/// A question of the demo.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Asked {
    /// Its place among [`FIELDS`].
    pub field: usize,
    pub days_ago: u32,
    pub got: Got,
    pub title: &'static str,
    pub body: &'static str,
    pub name: &'static str,
    pub reply: &'static str,
}

/// The fields of questions.
pub const FIELDS: [&str; 4] =
    ["Y tế – Bảo hiểm", "Giáo dục", "Đất đai – Môi trường", "Việc làm – Chính sách xã hội"];

/// The questions, oldest first.
pub const QUESTIONS: [Asked; 9] = [
    Asked {
        field: 0,
        days_ago: 40,
        got: Got::Published,
        title: "Cấp thẻ bảo hiểm y tế cho người từ 75 tuổi",
        body: "Người từ 75 tuổi ở xã vùng cao xin cấp thẻ bảo hiểm y tế ở đâu, cần giấy tờ gì?",
        name: "Lường Thị Ón",
        reply: "Hồ sơ nộp tại bộ phận một cửa của xã, gồm tờ khai theo mẫu và căn cước.\n\nThẻ được trả trong 5 ngày làm việc, không thu phí.",
    },
    Asked {
        field: 1,
        days_ago: 36,
        got: Got::Published,
        title: "Học sinh bán trú được hỗ trợ gạo thế nào",
        body: "Con tôi học bán trú, nhà cách trường 9 km. Gia đình được hỗ trợ gạo mấy tháng trong năm?",
        name: "",
        reply: "Học sinh bán trú được hỗ trợ gạo trong 9 tháng của năm học.\n\nNhà trường lập danh sách từ đầu năm, gia đình không phải làm đơn riêng.",
    },
    Asked {
        field: 2,
        days_ago: 31,
        got: Got::Published,
        title: "Đổi mục đích sử dụng đất vườn sang đất ở",
        body: "Gia đình có 200 m2 đất vườn liền nhà, muốn chuyển sang đất ở thì nộp hồ sơ ở đâu?",
        name: "Tòng Văn Xôm",
        reply: "Hồ sơ nộp tại chi nhánh văn phòng đăng ký đất đai hoặc bộ phận một cửa của xã.\n\nThời gian giải quyết và mức nộp phụ thuộc vào quy hoạch của thửa đất.",
    },
    Asked {
        field: 2,
        days_ago: 24,
        got: Got::Refused,
        title: "Tranh chấp ranh giới đất giữa hai nhà",
        body: "Nhà bên lấn 2 mét đất, đề nghị cơ quan phân xử giúp gia đình.",
        name: "",
        reply: "Việc này giải quyết theo trình tự hoà giải tại Uỷ ban nhân dân xã, sau đó tại toà án. Xin liên hệ Uỷ ban nhân dân xã nơi có đất.",
    },
    Asked {
        field: 3,
        days_ago: 12,
        got: Got::Answered,
        title: "Vay vốn đi làm việc ở nước ngoài",
        body: "Hộ cận nghèo muốn vay vốn cho con đi làm việc ở nước ngoài thì hỏi ở đâu?",
        name: "Vừ A Sềnh",
        reply: "Ông liên hệ tổ tiết kiệm và vay vốn của bản hoặc phòng giao dịch ngân hàng chính sách xã hội.",
    },
    Asked {
        field: 0,
        days_ago: 6,
        got: Got::Submitted,
        title: "Lịch tiêm chủng mở rộng ở bản xa",
        body: "Bản cách trạm y tế 15 km, lịch tiêm cho trẻ tháng này thế nào?",
        name: "",
        reply: "Trạm y tế tổ chức điểm tiêm lưu động tại nhà văn hoá bản vào tuần thứ hai hằng tháng.",
    },
    Asked {
        field: 1,
        days_ago: 4,
        got: Got::Routed,
        title: "Chuyển trường giữa năm học",
        body: "Gia đình chuyển chỗ ở, xin chuyển trường cho con học lớp 4 giữa năm học có được không?",
        name: "Quàng Thị Dung",
        reply: "",
    },
    Asked {
        field: 2,
        days_ago: 1,
        got: Got::Received,
        title: "Bãi rác đầu bản bốc mùi",
        body: "Bãi rác ở đầu bản bốc mùi khi mưa, bao giờ có xe thu gom định kỳ?",
        name: "",
        reply: "",
    },
    Asked {
        field: 3,
        days_ago: 0,
        got: Got::Received,
        title: "Sàn giao dịch việc làm lưu động",
        body: "Tháng này có phiên giao dịch việc làm nào ở xã vùng cao không?",
        name: "Sùng Thị Máy",
        reply: "",
    },
];

/// A draft put to the public.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Draft {
    pub title: &'static str,
    pub about: &'static str,
    pub text: &'static str,
    pub opened_days_ago: u32,
    pub days: u32,
    pub opinions: [(&'static str, &'static str, &'static str, &'static str); 2],
    pub conclusion: &'static str,
}

/// One that is concluded and one that is open.
pub const DRAFTS: [Draft; 2] = [
    Draft {
        title: "Dự thảo Quy chế hoạt động của hệ thống truyền thanh cơ sở",
        about: "Quy định giờ phát, nội dung, ngôn ngữ và trách nhiệm của cấp xã.",
        text: "Điều 1. Giờ phát buổi sáng từ 5 giờ 30 đến 6 giờ 30.\n\nĐiều 2. Bản tin có tiếng Việt và tiếng dân tộc phổ biến ở địa bàn.",
        opened_days_ago: 45,
        days: 25,
        opinions: [
            (
                "Hội Nông dân xã",
                "Điều 1",
                "Mùa đông nên phát muộn hơn 30 phút vì trời tối và lạnh.",
                "Tiếp thu: bổ sung giờ phát riêng từ tháng 11 đến tháng 2.",
            ),
            (
                "",
                "Điều 2",
                "Đề nghị ghi rõ bản tin tiếng dân tộc phát mấy buổi mỗi tuần.",
                "Tiếp thu: ghi rõ ít nhất ba buổi mỗi tuần.",
            ),
        ],
        conclusion: "Hai ý kiến đều được tiếp thu. Quy chế trình ban hành sau khi chỉnh lý Điều 1 và Điều 2.",
    },
    Draft {
        title: "Dự thảo Kế hoạch hỗ trợ bà con vùng cao tránh rét",
        about: "Xin ý kiến về mức hỗ trợ và cách cấp phát vật tư che chắn chuồng trại.",
        text: "1. Hỗ trợ bạt che chuồng trại cho hộ nghèo, hộ cận nghèo có gia súc.\n\n2. Cấp phát tại nhà văn hoá bản trước ngày 15 tháng 12.",
        opened_days_ago: 8,
        days: 30,
        opinions: [
            ("", "Mục 1", "Hộ mới thoát nghèo cũng cần được hỗ trợ một phần.", ""),
            ("Hội Phụ nữ xã", "Mục 2", "Nên cấp phát vào ngày chợ phiên để bà con tiện đi nhận.", ""),
        ],
        conclusion: "",
    },
];

/// A request for information in the book of the year.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Requested {
    pub days_ago: u32,
    /// How it came and how it is to be handed over: `online`, `post`, `person`.
    pub form: &'static str,
    pub complex: bool,
    pub name: &'static str,
    pub email: &'static str,
    pub address: &'static str,
    pub wanted: &'static str,
    pub purpose: &'static str,
    pub became: Became,
}

/// What became of a request.
#[derive(Debug, Clone, Copy)]
pub enum Became {
    /// It waits.
    Open,
    /// The asker was told by when, in these words.
    Told(&'static str),
    /// It was supplied with these words.
    Supplied(&'static str),
    /// It was refused: ground, words, number of the paper.
    Refused(&'static str, &'static str, &'static str),
}

/// The book, oldest first.
pub const REQUESTS: [Requested; 4] = [
    Requested {
        days_ago: 33,
        form: "person",
        complex: true,
        name: "Hoàng Văn Páo",
        email: "",
        address: "Thôn Nà Lũng, xã Lũng Pảng",
        wanted: "Bản đồ các điểm có nguy cơ sạt lở trên địa bàn xã Lũng Pảng năm 2026.",
        purpose: "Chọn chỗ làm nhà.",
        became: Became::Supplied(
            "Đã giao bản đồ tỉ lệ 1/25.000 và danh sách 14 điểm, có đánh dấu thôn Nà Lũng.",
        ),
    },
    Requested {
        days_ago: 19,
        form: "post",
        complex: false,
        name: "Trần Thị Nguyệt",
        email: "",
        address: "Tổ 4, phường Vân Lĩnh",
        wanted: "Hồ sơ cá nhân của các hộ được hỗ trợ xóa nhà tạm ở tổ 4.",
        purpose: "",
        became: Became::Refused(
            "restricted",
            "Hồ sơ có thông tin đời sống riêng tư của các hộ. Danh sách hộ và mức hỗ trợ đã niêm yết công khai tại phường.",
            "86/TB-VP",
        ),
    },
    Requested {
        days_ago: 6,
        form: "online",
        complex: true,
        name: "Lý Tả Mẩy",
        email: "tamay@hoptac.example",
        address: "",
        wanted: "Kết quả quan trắc chất lượng nước suối Nậm Khao các quý năm 2025 và 2026.",
        purpose: "Nuôi cá nước lạnh.",
        became: Became::Told(
            "Số liệu nằm ở nhiều đợt quan trắc, cần tổng hợp; sẽ gửi qua thư điện tử trong 10 ngày làm việc.",
        ),
    },
    Requested {
        days_ago: 1,
        form: "online",
        complex: false,
        name: "Nguyễn Quốc Hưng",
        email: "hung@thuvien.example",
        address: "",
        wanted: "Toàn văn Kế hoạch chuyển đổi số của tỉnh năm 2026.",
        purpose: "",
        became: Became::Open,
    },
];
