//! What the demo's province plans: from the medium term to next month, a theme, next year. Units by their keys, days as ISO text.

/// A line of a plan.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Line {
    pub unit: &'static str,
    pub title: &'static str,
    pub part: &'static str,
    pub supports: &'static [&'static str],
    pub common: bool,
    pub new: bool,
    /// First day, last day, due day; what is not said is empty.
    pub days: [&'static str; 3],
    pub budget: i64,
    pub money: &'static str,
    pub channels: &'static str,
    pub audiences: &'static str,
    pub languages: &'static str,
    pub areas: &'static str,
    /// What is counted, how much, in what.
    pub target: [&'static str; 3],
    pub product: &'static str,
}

/// A line that says nothing yet.
const LINE: Line = Line {
    unit: "",
    title: "",
    part: "",
    supports: &[],
    common: false,
    new: false,
    days: ["", "", ""],
    budget: 0,
    money: "",
    channels: "",
    audiences: "",
    languages: "",
    areas: "",
    target: ["", "", ""],
    product: "",
};

/// 2026 to 2030.
pub const MEDIUM: &[Line] = &[
    Line {
        unit: "vp",
        title: "Xây dựng và ban hành quy chế phát ngôn, cung cấp thông tin thống nhất sau hợp nhất tỉnh",
        common: true,
        days: ["2026-01-01", "2026-12-31", ""],
        product: "Quy chế của UBND tỉnh",
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Hiện đại hóa Cổng Thông tin điện tử tỉnh và 84 trang thành phần của xã",
        part: "phụ trách nội dung, biên tập",
        supports: &["so-khcn"],
        common: true,
        days: ["2026-01-01", "2029-12-31", ""],
        budget: 18_500_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal",
        areas: "toàn tỉnh",
        target: ["Trang thành phần đạt chuẩn tiếp cận", "84", "trang"],
        ..LINE
    },
    Line {
        unit: "so-khcn",
        title: "Chuyển hệ thống truyền thanh cơ sở sang ứng dụng công nghệ thông tin – viễn thông",
        supports: &["tttt", "so-vhttdl"],
        days: ["2026-06-01", "2030-06-30", ""],
        budget: 42_000_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker",
        areas: "các xã vùng cao, biên giới",
        target: ["Cụm loa thông minh", "620", "cụm"],
        ..LINE
    },
    Line {
        unit: "so-vhttdl",
        title: "Thông tin đối ngoại giới thiệu Vân Khê tới bạn bè quốc tế và kiều bào",
        days: ["2026-01-01", "2030-12-31", ""],
        budget: 9_600_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal tv print",
        audiences: "foreign",
        languages: "en zh",
        target: ["Ấn phẩm, phim tài liệu", "25", "sản phẩm"],
        ..LINE
    },
    Line {
        unit: "so-dttg",
        title: "Bản tin tiếng Tày, Mông, Dao phát trên loa cơ sở hằng tuần",
        supports: &["tttt"],
        days: ["2026-01-01", "2030-12-31", ""],
        budget: 6_300_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker radio",
        audiences: "minorities",
        languages: "tyz hmn ium",
        target: ["Bản tin", "780", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-tp",
        title: "Phổ biến, giáo dục pháp luật cho đồng bào vùng biên giới",
        supports: &["catinh", "so-dttg"],
        days: ["2026-01-01", "2030-12-31", ""],
        budget: 4_200_000_000,
        money: "Ngân sách tỉnh",
        channels: "event training",
        audiences: "border minorities",
        target: ["Hội nghị, phiên tòa giả định", "150", "cuộc"],
        ..LINE
    },
];

/// 2026.
pub const ANNUAL: &[Line] = &[
    Line {
        unit: "vp",
        title: "Tổ chức 4 kỳ giao ban báo chí quý và 2 cuộc họp báo định kỳ",
        supports: &["so-vhttdl", "btgdv"],
        common: true,
        days: ["2026-01-05", "2026-12-31", "2026-12-20"],
        budget: 320_000_000,
        money: "Ngân sách tỉnh",
        channels: "press event",
        audiences: "press",
        target: ["Kỳ giao ban, họp báo", "6", "cuộc"],
        ..LINE
    },
    Line {
        unit: "vp",
        title: "Tập huấn kỹ năng phát ngôn cho người phát ngôn sở, ngành, xã",
        common: true,
        new: true,
        days: ["2026-08-01", "2026-09-30", ""],
        budget: 180_000_000,
        money: "Ngân sách tỉnh",
        channels: "training",
        audiences: "cadres",
        target: ["Lượt người", "160", "người"],
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Sản xuất tin, bài, phóng sự trên Cổng Thông tin điện tử tỉnh",
        part: "phụ trách nội dung, hình ảnh",
        supports: &["so-vhttdl"],
        common: true,
        days: ["2026-01-01", "2026-12-31", ""],
        budget: 1_450_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal",
        audiences: "everyone",
        target: ["Tin, bài", "2.400", "tin"],
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Chuyên mục “Vân Khê sau hợp nhất” trên phát thanh, truyền hình và Cổng",
        supports: &["so-nv"],
        new: true,
        days: ["2026-01-10", "2026-12-31", ""],
        budget: 640_000_000,
        money: "Ngân sách tỉnh",
        channels: "radio tv portal",
        audiences: "everyone",
        target: ["Số chuyên mục", "48", "số"],
        ..LINE
    },
    Line {
        unit: "so-yt",
        title: "Truyền thông tiêm chủng, dinh dưỡng và phòng bệnh mùa đông cho trẻ vùng cao",
        supports: &["so-dttg", "tttt"],
        days: ["2026-09-01", "2026-12-31", ""],
        budget: 410_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker print",
        audiences: "minorities women",
        languages: "vi hmn ium",
        areas: "các xã vùng cao",
        target: ["Buổi truyền thông tại thôn bản", "320", "buổi"],
        ..LINE
    },
    Line {
        unit: "so-gddt",
        title: "Truyền thông bữa ăn bán trú an toàn và duy trì sĩ số học sinh",
        days: ["2026-09-05", "2026-12-31", ""],
        budget: 260_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal event",
        audiences: "youth",
        target: ["Trường tham gia", "140", "trường"],
        ..LINE
    },
    Line {
        unit: "so-nnmt",
        title: "Tuyên truyền phòng, chống thiên tai, sạt lở, rét hại cho cây trồng, vật nuôi",
        supports: &["tttt", "so-xd"],
        common: true,
        days: ["2026-04-01", "2026-12-31", ""],
        budget: 780_000_000,
        money: "Ngân sách tỉnh",
        channels: "loudspeaker radio portal",
        audiences: "everyone minorities",
        languages: "vi tyz hmn ium",
        areas: "toàn tỉnh",
        target: ["Bản tin cảnh báo", "210", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-xd",
        title: "Thông tin về tái định cư Pác Nhùng và các tuyến đường liên xã",
        supports: &["so-nnmt", "vp"],
        new: true,
        days: ["2026-03-01", "2026-12-31", ""],
        budget: 120_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal press",
        areas: "khu Pác Nhùng",
        target: ["Kỳ thông tin công khai tiến độ", "10", "kỳ"],
        ..LINE
    },
    Line {
        unit: "so-vhttdl",
        title: "Ấn phẩm ảnh “Vân Khê – miền biên cương xanh” song ngữ Việt – Anh",
        new: true,
        days: ["2026-05-01", "2026-11-30", ""],
        budget: 850_000_000,
        money: "Ngân sách tỉnh",
        channels: "print exhibition",
        audiences: "foreign everyone",
        languages: "vi en",
        product: "Sách ảnh 180 trang, bản điện tử",
        target: ["Bản in", "2.000", "cuốn"],
        ..LINE
    },
    Line {
        unit: "so-khcn",
        title: "Hướng dẫn người dân dùng dịch vụ công trực tuyến, định danh điện tử",
        supports: &["tttt"],
        days: ["2026-02-01", "2026-12-31", ""],
        budget: 390_000_000,
        money: "Ngân sách tỉnh",
        channels: "training social",
        audiences: "everyone",
        target: ["Lượt người được hướng dẫn", "45.000", "lượt"],
        ..LINE
    },
    Line {
        unit: "so-dttg",
        title: "Bản tin tiếng dân tộc thiểu số phát trên loa cơ sở",
        supports: &["tttt"],
        days: ["2026-01-01", "2026-12-31", ""],
        budget: 1_180_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker",
        audiences: "minorities",
        languages: "tyz hmn ium",
        target: ["Bản tin", "156", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-nv",
        title: "Tuyên truyền cải cách hành chính, văn hóa công vụ ở cấp xã",
        days: ["2026-03-01", "2026-12-15", ""],
        budget: 210_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal event",
        audiences: "cadres",
        target: ["Chuyên đề", "12", "chuyên đề"],
        ..LINE
    },
    Line {
        unit: "so-ct",
        title: "Quảng bá sản phẩm OCOP và thương mại cửa khẩu",
        supports: &["so-nnmt"],
        days: ["2026-06-01", "2026-12-31", ""],
        budget: 540_000_000,
        money: "Ngân sách tỉnh",
        channels: "exhibition social press",
        audiences: "business",
        languages: "vi zh",
        target: ["Sản phẩm được quảng bá", "64", "sản phẩm"],
        ..LINE
    },
    Line {
        unit: "catinh",
        title: "Tuyên truyền an toàn giao thông, phòng, chống ma túy, lừa đảo qua mạng",
        supports: &["tttt"],
        common: true,
        days: ["2026-01-01", "2026-12-31", ""],
        budget: 460_000_000,
        money: "Ngân sách tỉnh",
        channels: "loudspeaker social",
        audiences: "everyone youth",
        target: ["Đợt cao điểm", "6", "đợt"],
        ..LINE
    },
];

/// October 2026.
pub const OCTOBER: &[Line] = &[
    Line {
        unit: "so-nnmt",
        title: "Cảnh báo mưa lũ cuối mùa, hướng dẫn gia cố chuồng trại",
        days: ["2026-10-01", "2026-10-20", ""],
        channels: "loudspeaker radio",
        languages: "vi tyz hmn",
        areas: "các xã ven suối",
        target: ["Bản tin", "18", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-yt",
        title: "Truyền thông chiến dịch uống vitamin A đợt 2",
        days: ["2026-10-05", "2026-10-25", ""],
        budget: 45_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker print",
        audiences: "women minorities",
        target: ["Buổi truyền thông", "64", "buổi"],
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Tin, bài về kết quả 9 tháng và thu ngân sách",
        days: ["2026-10-01", "2026-10-31", ""],
        channels: "portal press",
        target: ["Tin, bài", "180", "tin"],
        ..LINE
    },
    Line {
        unit: "vp",
        title: "Giao ban báo chí quý III",
        common: true,
        days: ["2026-10-15", "2026-10-15", ""],
        budget: 40_000_000,
        money: "Ngân sách tỉnh",
        channels: "press event",
        audiences: "press",
        ..LINE
    },
];

/// November 2026.
pub const NOVEMBER: &[Line] = &[
    Line {
        unit: "vp",
        title: "Họp báo về tiến độ tái định cư Pác Nhùng",
        supports: &["so-xd", "so-nnmt"],
        common: true,
        new: true,
        days: ["2026-11-25", "2026-11-25", "2026-11-25"],
        budget: 35_000_000,
        money: "Ngân sách tỉnh",
        channels: "press event",
        audiences: "press",
        areas: "khu Pác Nhùng",
        product: "Thông cáo báo chí; biên bản hỏi đáp",
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Phóng sự “Bám bản giữ rừng mùa hanh khô”",
        part: "phụ trách nội dung, hình ảnh",
        supports: &["so-nnmt"],
        new: true,
        days: ["2026-11-02", "2026-11-20", "2026-11-20"],
        budget: 60_000_000,
        money: "Ngân sách tỉnh",
        channels: "tv portal",
        target: ["Phóng sự 15 phút", "2", "phóng sự"],
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Tin, bài hằng ngày trên Cổng và trang thông tin về cơ sở",
        common: true,
        days: ["2026-11-01", "2026-11-30", ""],
        channels: "portal loudspeaker",
        audiences: "everyone",
        target: ["Tin, bài", "200", "tin"],
        ..LINE
    },
    Line {
        unit: "so-gddt",
        title: "Tuyên truyền Ngày Nhà giáo Việt Nam 20/11",
        days: ["2026-11-10", "2026-11-20", "2026-11-20"],
        budget: 30_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal event",
        audiences: "youth",
        target: ["Bài viết gương nhà giáo vùng cao", "12", "bài"],
        ..LINE
    },
    Line {
        unit: "so-yt",
        title: "Truyền thông phòng bệnh hô hấp, giữ ấm cho trẻ và người già",
        days: ["2026-11-10", "2026-11-30", ""],
        budget: 48_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker print",
        audiences: "minorities women",
        languages: "vi hmn ium",
        areas: "xã Bản Chang; xã Khau Đấng; xã Thượng Vân",
        target: ["Buổi truyền thông tại thôn bản", "40", "buổi"],
        ..LINE
    },
    Line {
        unit: "so-nnmt",
        title: "Hướng dẫn che chắn chuồng trại, dự trữ thức ăn cho trâu bò",
        days: ["2026-11-05", "2026-11-30", ""],
        budget: 25_000_000,
        money: "Ngân sách tỉnh",
        channels: "loudspeaker radio",
        audiences: "minorities",
        languages: "vi tyz hmn ium",
        areas: "các xã vùng cao",
        target: ["Bản tin", "24", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-xd",
        title: "Công khai tiến độ đường nội bộ nhánh 3 khu Pác Nhùng",
        days: ["2026-11-15", "2026-11-28", "2026-11-28"],
        channels: "portal",
        areas: "khu Pác Nhùng",
        target: ["Kỳ công khai", "1", "kỳ"],
        ..LINE
    },
    Line {
        unit: "so-tp",
        title: "Tuần lễ hưởng ứng Ngày Pháp luật 09/11",
        supports: &["catinh", "so-gddt"],
        common: true,
        days: ["2026-11-04", "2026-11-10", "2026-11-10"],
        budget: 55_000_000,
        money: "Ngân sách tỉnh",
        channels: "event training",
        audiences: "everyone youth",
        target: ["Hội nghị, phiên tòa giả định", "11", "cuộc"],
        ..LINE
    },
    Line {
        unit: "so-dttg",
        title: "Bản tin tiếng Tày, Mông, Dao tháng 11",
        supports: &["tttt"],
        days: ["2026-11-01", "2026-11-30", ""],
        budget: 96_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker",
        audiences: "minorities",
        languages: "tyz hmn ium",
        target: ["Bản tin", "13", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-vhttdl",
        title: "Hoàn thiện bản thảo sách ảnh “Vân Khê – miền biên cương xanh”",
        days: ["2026-11-01", "2026-11-27", "2026-11-27"],
        budget: 120_000_000,
        money: "Ngân sách tỉnh",
        channels: "print",
        languages: "vi en",
        product: "Bản thảo đã biên tập",
        ..LINE
    },
    Line {
        unit: "catinh",
        title: "Cao điểm tuyên truyền phòng, chống lừa đảo qua mạng",
        days: ["2026-11-15", "2026-11-30", ""],
        channels: "social loudspeaker",
        audiences: "everyone",
        target: ["Bài, clip", "30", "sản phẩm"],
        ..LINE
    },
];

/// December 2026, as far as the units have written it.
pub const DECEMBER: &[Line] = &[
    Line {
        unit: "vp",
        title: "Giao ban báo chí quý IV và tổng kết công tác phát ngôn",
        supports: &["so-vhttdl", "btgdv"],
        common: true,
        days: ["2026-12-18", "2026-12-18", "2026-12-18"],
        budget: 45_000_000,
        money: "Ngân sách tỉnh",
        channels: "press event",
        audiences: "press",
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Loạt bài “Vân Khê năm đầu sau hợp nhất: những con số biết nói”",
        new: true,
        days: ["2026-12-01", "2026-12-28", ""],
        budget: 70_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal radio tv",
        audiences: "everyone",
        target: ["Bài", "12", "bài"],
        ..LINE
    },
    Line {
        unit: "so-yt",
        title: "Truyền thông dân số và phòng, chống tảo hôn",
        days: ["2026-12-05", "2026-12-26", ""],
        budget: 52_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker event",
        audiences: "youth minorities",
        languages: "vi hmn ium",
        target: ["Buổi", "36", "buổi"],
        ..LINE
    },
    Line {
        unit: "so-gddt",
        title: "Truyền thông chuẩn bị kỳ nghỉ Tết và duy trì sĩ số",
        days: ["2026-12-15", "2026-12-31", ""],
        channels: "portal loudspeaker",
        audiences: "youth",
        ..LINE
    },
    Line {
        unit: "so-nnmt",
        title: "Phòng, chống rét đậm, rét hại cho đàn vật nuôi",
        days: ["2026-12-01", "2026-12-31", ""],
        budget: 40_000_000,
        money: "Ngân sách tỉnh",
        channels: "loudspeaker radio",
        audiences: "minorities",
        languages: "vi tyz hmn ium",
        areas: "các xã vùng cao",
        target: ["Bản tin", "31", "bản tin"],
        ..LINE
    },
];

/// Legal dissemination of the last quarter.
pub const LEGAL: &[Line] = &[
    Line {
        unit: "so-tp",
        title: "Hội nghị trực tuyến giới thiệu luật mới có hiệu lực từ 01/01/2027",
        supports: &["vp"],
        common: true,
        new: true,
        days: ["2026-12-08", "2026-12-08", ""],
        budget: 60_000_000,
        money: "Ngân sách tỉnh",
        channels: "event",
        audiences: "cadres",
        target: ["Điểm cầu", "85", "điểm"],
        ..LINE
    },
    Line {
        unit: "so-tp",
        title: "Tờ gấp pháp luật song ngữ về hôn nhân, đất đai, biên giới",
        supports: &["so-dttg"],
        days: ["2026-09-01", "2026-12-15", ""],
        budget: 150_000_000,
        money: "Ngân sách tỉnh",
        channels: "print",
        audiences: "minorities border",
        languages: "vi tyz hmn ium",
        target: ["Tờ gấp", "24.000", "tờ"],
        ..LINE
    },
    Line {
        unit: "catinh",
        title: "Phiên tòa giả định về mua bán người tại xã biên giới",
        supports: &["so-tp"],
        days: ["2026-10-10", "2026-12-20", ""],
        budget: 90_000_000,
        money: "Ngân sách tỉnh",
        channels: "event",
        audiences: "border women",
        target: ["Phiên", "8", "phiên"],
        ..LINE
    },
];

/// 2027, being appraised.
pub const NEXT_YEAR: &[Line] = &[
    Line {
        unit: "vp",
        title: "Tổ chức 4 kỳ giao ban báo chí quý và 4 cuộc họp báo định kỳ",
        common: true,
        days: ["2027-01-04", "2027-12-31", ""],
        budget: 380_000_000,
        money: "Ngân sách tỉnh",
        channels: "press event",
        audiences: "press",
        target: ["Kỳ giao ban, họp báo", "8", "cuộc"],
        ..LINE
    },
    Line {
        unit: "tttt",
        title: "Sản xuất tin, bài đa phương tiện trên Cổng và loa cơ sở",
        supports: &["so-vhttdl"],
        common: true,
        days: ["2027-01-01", "2027-12-31", ""],
        budget: 1_900_000_000,
        money: "Ngân sách tỉnh",
        channels: "portal loudspeaker social",
        audiences: "everyone",
        target: ["Tin, bài", "2.800", "tin"],
        ..LINE
    },
    Line {
        unit: "so-khcn",
        title: "Lắp đặt 140 cụm loa thông minh giai đoạn 2",
        supports: &["tttt"],
        days: ["2027-03-01", "2027-11-30", ""],
        budget: 9_800_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker",
        areas: "28 xã vùng cao",
        target: ["Cụm loa", "140", "cụm"],
        ..LINE
    },
    Line {
        unit: "so-dttg",
        title: "Bản tin tiếng dân tộc thiểu số phát trên loa cơ sở",
        supports: &["tttt"],
        days: ["2027-01-01", "2027-12-31", ""],
        budget: 1_260_000_000,
        money: "Chương trình mục tiêu quốc gia",
        channels: "loudspeaker",
        audiences: "minorities",
        languages: "tyz hmn ium blt",
        target: ["Bản tin", "208", "bản tin"],
        ..LINE
    },
    Line {
        unit: "so-vhttdl",
        title: "Tuần văn hóa – du lịch Vân Khê tại Hà Nội",
        supports: &["so-ct"],
        new: true,
        days: ["2027-09-10", "2027-09-17", ""],
        budget: 2_400_000_000,
        money: "Ngân sách tỉnh",
        channels: "exhibition event press",
        audiences: "foreign business",
        languages: "vi en zh",
        ..LINE
    },
];

/// A line of the congress: what, who leads, who supports, phase, first and last day from the congress, channels, money.
pub type Relative =
    (&'static str, &'static str, &'static [&'static str], &'static str, [Option<i32>; 2], &'static str, i64);

/// Before, during and after the congress of ethnic minorities.
pub const CONGRESS: &[Relative] = &[
    (
        "Loạt bài gương người có uy tín, già làng, trưởng bản",
        "tttt",
        &["so-dttg"],
        "before",
        [Some(-45), Some(-1)],
        "portal radio tv",
        80_000_000,
    ),
    (
        "Trang trí khánh tiết, băng rôn, pa-nô tại trung tâm tỉnh và cửa ngõ",
        "so-vhttdl",
        &["so-xd"],
        "before",
        [Some(-15), Some(-2)],
        "visual",
        240_000_000,
    ),
    (
        "Triển lãm ảnh “Bản làng Vân Khê hôm nay”",
        "so-vhttdl",
        &["tttt"],
        "before",
        [Some(-5), Some(3)],
        "exhibition",
        110_000_000,
    ),
    (
        "Họp báo giới thiệu Đại hội",
        "vp",
        &["so-dttg"],
        "before",
        [Some(-7), Some(-7)],
        "press event",
        30_000_000,
    ),
    (
        "Bản tin tiếng Tày, Mông, Dao về Đại hội trên loa cơ sở",
        "so-dttg",
        &["tttt"],
        "during",
        [Some(-3), Some(2)],
        "loudspeaker",
        25_000_000,
    ),
    (
        "Truyền hình trực tiếp phiên khai mạc",
        "tttt",
        &["so-khcn"],
        "during",
        [Some(0), Some(0)],
        "tv portal social",
        95_000_000,
    ),
    ("Trực y tế, cấp cứu tại nơi tổ chức", "so-yt", &[], "during", [Some(-1), Some(1)], "other", 0),
    ("Bảo đảm an ninh, phân luồng giao thông", "catinh", &[], "during", [Some(-1), Some(1)], "other", 0),
    (
        "Tuyên truyền nghị quyết Đại hội tới thôn bản",
        "so-dttg",
        &["tttt", "so-tp"],
        "after",
        [Some(1), Some(40)],
        "loudspeaker event",
        130_000_000,
    ),
];

/// Points to be made ready: kind, what, who, by when.
pub const READY: &[(&str, &str, &str, &str)] = &[
    ("logistics", "Chỗ ở cho 250 đại biểu và xe đưa đón từ 12 cụm xã", "Văn phòng UBND tỉnh", "2026-12-10"),
    ("logistics", "Thực đơn, kiểm tra an toàn thực phẩm", "Sở Y tế", "2026-12-12"),
    (
        "infrastructure",
        "Đường truyền dự phòng và máy phát điện hội trường",
        "Sở Khoa học và Công nghệ",
        "2026-12-08",
    ),
    ("infrastructure", "Thử thiết bị phiên dịch bốn thứ tiếng", "Trung tâm Truyền thông", "2026-11-20"),
    ("security", "Phương án bảo vệ, phòng cháy, chữa cháy", "Công an tỉnh", "2026-12-05"),
    ("other", "Giấy mời, thẻ đại biểu, thẻ phóng viên", "Văn phòng UBND tỉnh", "2026-11-28"),
];
