//! What the demo's province shows in the open for its congress: exact words, places, days by the event, and how far each is.

use crate::scene::{Light, Scene, SceneKind, Season};

/// How far one is on the demo's morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// Its words wait for a yes.
    Written,
    /// Approved, not up.
    Approved,
    /// Up: so many pieces.
    Up(i32),
    /// Checked by a second person.
    Checked(i32),
    /// Taken down again.
    Down(i32),
}

/// One of them.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is what its name says")]
pub struct Shown {
    pub kind: &'static str,
    pub title: &'static str,
    pub words: &'static str,
    pub pieces: i32,
    pub measure: &'static str,
    pub size: &'static str,
    /// Name of the area today.
    pub area: &'static str,
    pub address: &'static str,
    pub spot: &'static str,
    /// Key of the unit, and who writes for it.
    pub unit: [&'static str; 2],
    /// Days after the congress.
    pub days: [i32; 2],
    pub licence: [&'static str; 2],
    pub far: Far,
    /// When it was put up: `2026-11-14T16:20`, or nothing.
    pub up_at: &'static str,
    pub photos: &'static [(SceneKind, u32, &'static str)],
}

impl Shown {
    /// The scene of one of its photographs.
    #[must_use]
    pub fn scene(kind: SceneKind, seed: u32) -> Scene {
        Scene { kind, light: Light::default(), season: Season::default(), seed }
    }
}

const SHOWN: Shown = Shown {
    kind: "banner",
    title: "",
    words: "",
    pieces: 1,
    measure: "tấm",
    size: "",
    area: "",
    address: "",
    spot: "",
    unit: ["so-vhttdl", "thao"],
    days: [-30, 5],
    licence: ["none", ""],
    far: Far::Approved,
    up_at: "",
    photos: &[],
};

/// The displays of the congress.
pub const DISPLAYS: &[Shown] = &[
    Shown {
        title: "Băng rôn ngang trục đường trung tâm",
        words: "NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI ĐẠI BIỂU CÁC DÂN TỘC THIỂU SỐ TỈNH VÂN KHÊ LẦN THỨ IV",
        pieces: 24,
        size: "6 × 0,9 m",
        area: "phường Trung Tâm",
        address: "Đường Hùng Vương, từ quảng trường đến cầu Sông Vân",
        spot: "22.1463, 103.8712",
        far: Far::Checked(24),
        up_at: "2026-11-16T16:20+07:00",
        photos: &[(SceneKind::Road, 11, "Đoạn quảng trường"), (SceneKind::Bridge, 12, "Đầu cầu Sông Vân")],
        ..SHOWN
    },
    Shown {
        kind: "gate",
        title: "Cổng chào đầu cầu Sông Vân",
        words: "CÁC DÂN TỘC VÂN KHÊ ĐOÀN KẾT, TỰ LỰC, CÙNG PHÁT TRIỂN",
        measure: "cổng",
        size: "14 × 6 m",
        area: "phường Sông Vân",
        address: "Đầu cầu Sông Vân phía Quốc lộ 12",
        far: Far::Up(1),
        up_at: "2026-11-18T10:05+07:00",
        photos: &[(SceneKind::Bridge, 31, "Dựng xong sáng 18/11")],
        ..SHOWN
    },
    Shown {
        kind: "flags",
        title: "Cờ, phướn các tuyến phố",
        words: "Cờ Tổ quốc; phướn biểu trưng Đại hội, nền đỏ, chữ vàng",
        pieces: 400,
        measure: "chiếc",
        size: "0,8 × 2,4 m",
        area: "phường Trung Tâm",
        address: "Các tuyến phố quanh Trung tâm Hội nghị tỉnh",
        days: [-28, 3],
        far: Far::Up(340),
        up_at: "2026-11-19T08:30+07:00",
        photos: &[(SceneKind::Festival, 21, "Phố Nà Sản")],
        ..SHOWN
    },
    Shown {
        kind: "billboard",
        title: "Pa nô lớn tại quảng trường",
        words: "ĐẠI HỘI ĐẠI BIỂU CÁC DÂN TỘC THIỂU SỐ TỈNH VÂN KHÊ LẦN THỨ IV\n15 – 16/12/2026",
        pieces: 2,
        size: "10 × 4 m",
        area: "phường Vân Lĩnh",
        address: "Quảng trường 24 tháng 8",
        licence: ["sent", "Thông báo số 212/TB-SVHTTDL ngày 05/11/2026"],
        far: Far::Approved,
        ..SHOWN
    },
    Shown {
        title: "Băng rôn trụ sở và chợ phiên xã Lao Chù",
        words: "NHÂN DÂN CÁC DÂN TỘC XÃ LAO CHÙ HƯỚNG VỀ ĐẠI HỘI",
        pieces: 6,
        size: "5 × 0,8 m",
        area: "xã Lao Chù",
        address: "Trụ sở UBND xã, chợ phiên, 4 điểm trường",
        unit: ["xa-lao-chu", "sinh"],
        far: Far::Checked(6),
        up_at: "2026-11-15T14:40+07:00",
        photos: &[
            (SceneKind::CommuneOffice, 41, "Trụ sở xã"),
            (SceneKind::Market, 42, "Cổng chợ phiên"),
            (SceneKind::SchoolYard, 43, "Điểm trường bản Pa Khôm"),
        ],
        ..SHOWN
    },
    Shown {
        kind: "poster",
        title: "Áp phích song ngữ Việt – Mông tại nhà văn hóa bản",
        words: "Ai cũng biết – ai cũng bàn: gửi ý kiến tới Đại hội qua trưởng bản trước 30/11/2026",
        pieces: 18,
        measure: "tờ",
        size: "60 × 90 cm",
        area: "xã Lao Chù",
        address: "18 nhà văn hóa bản",
        unit: ["xa-lao-chu", "sinh"],
        days: [-32, -16],
        far: Far::Up(14),
        up_at: "2026-11-14T09:15+07:00",
        photos: &[(SceneKind::StiltHouses, 51, "Bản Pa Khôm")],
        ..SHOWN
    },
    Shown {
        title: "Băng rôn đường vào xã Lũng Pảng",
        words: "LŨNG PẢNG ĐOÀN KẾT, BẢN LÀNG NO ẤM, CHÀO MỪNG ĐẠI HỘI",
        pieces: 4,
        size: "5 × 0,8 m",
        area: "xã Lũng Pảng",
        address: "Ngã ba đường tỉnh 128 và cổng trường nội trú",
        unit: ["xa-lung-pang", "pham"],
        far: Far::Approved,
        ..SHOWN
    },
    Shown {
        kind: "vehicle",
        title: "Xe loa lưu động lên các bản vùng cao",
        words: "Bài tuyên truyền số 3 (tiếng Việt, tiếng Mông, tiếng Dao), 6 phút",
        pieces: 3,
        measure: "xe",
        area: "xã Lũng Pảng",
        address: "Theo lịch chợ phiên 8 xã vùng cao",
        unit: ["tttt", "hien"],
        days: [-27, -1],
        far: Far::Up(3),
        up_at: "2026-11-19T06:30+07:00",
        photos: &[(SceneKind::Road, 61, "Chuyến đầu, dốc Khau Phạ")],
        ..SHOWN
    },
    Shown {
        kind: "led",
        title: "Màn hình LED Trung tâm Hội nghị",
        words: "Phóng sự ngắn 90 giây và số liệu 5 năm công tác dân tộc, phát lặp",
        measure: "màn hình",
        size: "8 × 4,5 m",
        area: "phường Trung Tâm",
        address: "Mặt trước Trung tâm Hội nghị tỉnh",
        unit: ["tttt", "hien"],
        days: [-7, 1],
        far: Far::Written,
        ..SHOWN
    },
    Shown {
        kind: "exhibition",
        title: "Triển lãm ảnh “Sắc màu các dân tộc Vân Khê”",
        words: "120 ảnh của 34 tác giả; 5 phần: đất và người, lễ hội, lao động, biên cương, hôm nay",
        measure: "điểm",
        area: "phường Trung Tâm",
        address: "Bảo tàng tỉnh, tầng 1",
        days: [-5, 12],
        licence: ["needed", ""],
        far: Far::Written,
        ..SHOWN
    },
    Shown {
        kind: "showcase",
        title: "Trưng bày sản phẩm OCOP và nghề dệt, rèn",
        words: "26 gian của 26 xã; mỗi gian có mã QR dẫn tới bài giới thiệu trên Cổng",
        pieces: 26,
        measure: "gian",
        area: "phường Trung Tâm",
        address: "Sân Trung tâm Hội nghị tỉnh",
        unit: ["so-ct", "cong"],
        days: [-1, 1],
        far: Far::Approved,
        ..SHOWN
    },
    Shown {
        kind: "show",
        title: "Chương trình nghệ thuật chào mừng",
        words: "Chủ đề “Vân Khê – bản hòa ca trên núi”, 75 phút, đội văn nghệ 12 cụm xã",
        measure: "buổi",
        area: "phường Vân Lĩnh",
        address: "Quảng trường 24 tháng 8",
        days: [-1, -1],
        licence: ["sent", "Hồ sơ gửi 12/11/2026"],
        far: Far::Approved,
        ..SHOWN
    },
    Shown {
        title: "Băng rôn hội nghị trù bị cấp cụm xã",
        words: "HỘI NGHỊ HIỆP THƯƠNG ĐẠI BIỂU DỰ ĐẠI HỘI CẤP TỈNH",
        pieces: 3,
        size: "4 × 0,7 m",
        area: "xã Phia Luông",
        address: "Hội trường cụm xã Phia Luông, Thượng Lương, Nà Đồng",
        unit: ["so-dttg", "say"],
        days: [-35, -28],
        far: Far::Up(3),
        up_at: "2026-11-11T15:00+07:00",
        photos: &[(SceneKind::MeetingHall, 71, "Hội trường Phia Luông")],
        ..SHOWN
    },
    Shown {
        kind: "leaflet",
        title: "Tờ gấp hỏi – đáp về Đại hội tại cửa khẩu",
        words: "8 câu hỏi và trả lời về Đại hội, tiếng Việt và tiếng Dao",
        pieces: 2000,
        measure: "tờ",
        size: "A5, gấp 3",
        area: "xã Cửa Khâu",
        address: "Bàn hướng dẫn cửa khẩu và bến xe",
        unit: ["xa-cua-khau", "tin"],
        days: [-31, -27],
        far: Far::Down(2000),
        up_at: "2026-11-15T07:30+07:00",
        photos: &[(SceneKind::BorderGate, 81, "Bàn hướng dẫn")],
        ..SHOWN
    },
];
