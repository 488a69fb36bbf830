//! Words of complaint, protest, dispute and alarm: how contrary the wording of a mention is.
//!
//! The list was written for this crate. It says how a matter is spoken of, not who is right.

use std::sync::OnceLock;

use crate::commonness::ByHash;
use crate::reading::{Reading, Seen};
use crate::words::pair;

/// Wording and its weight: 3 an open conflict, 2 an accusation or complaint, 1 unease.
const WORDING: &[(u8, &str)] = &[
    (
        3,
        "biểu tình, bạo loạn, đình công, lãn công, tuyệt thực, tẩy chay, tụ tập đông người, khiếu kiện đông người",
    ),
    (
        3,
        "khiếu kiện vượt cấp, kéo đến trụ sở, chặn xe, chặn đường, dựng lều, vây trụ sở, chống người thi hành công vụ",
    ),
    (3, "phản đối dữ dội, phản đối gay gắt, bức xúc kéo dài, điểm nóng, mất an ninh trật tự, vỡ trận"),
    (
        2,
        "phản đối, phản ứng gay gắt, phản ứng dữ dội, bức xúc, phẫn nộ, căm phẫn, kêu cứu, cầu cứu, tố cáo, tố giác",
    ),
    (
        2,
        "khiếu nại, khiếu kiện, đơn thư, đơn kêu cứu, khởi kiện, kiện ra tòa, lên án, chỉ trích, cáo buộc, tố",
    ),
    (
        2,
        "làm ngơ, bao che, tiếp tay, tắc trách, vô cảm, quan liêu, nhũng nhiễu, hạch sách, vòi vĩnh, bảo kê, tham nhũng",
    ),
    (
        2,
        "sai phạm, vi phạm nghiêm trọng, khuất tất, mập mờ, bất minh, gian dối, lừa đảo, chiếm đoạt, trục lợi, thất thoát",
    ),
    (2, "sai sự thật, bịa đặt, tin đồn, tin giả, xuyên tạc, bác bỏ, phủ nhận, đính chính, cải chính"),
    (
        2,
        "cưỡng chế, thu hồi đất, đền bù không thỏa đáng, oan sai, bất công, trái luật, trái pháp luật, lạm quyền",
    ),
    (
        2,
        "gây phẫn nộ, dậy sóng, gây sốc, gây tranh cãi, dư luận bức xúc, làn sóng phản đối, cộng đồng mạng phẫn nộ",
    ),
    (
        1,
        "không đồng tình, không đồng ý, chưa thỏa đáng, chưa đồng thuận, bất bình, bất cập, bất hợp lý, phi lý, vô lý",
    ),
    (
        1,
        "lo ngại, lo lắng, hoang mang, hoài nghi, nghi vấn, nghi ngờ, băn khoăn, tranh cãi, tranh chấp, mâu thuẫn",
    ),
    (
        1,
        "phàn nàn, than phiền, than trời, kêu trời, kêu ca, dân kêu, phản ánh, kiến nghị, chất vấn, yêu cầu làm rõ",
    ),
    (
        1,
        "ô nhiễm, hôi thối, chết hàng loạt, ngộ độc, xuống cấp, chậm trễ, chậm tiến độ, đội vốn, bỏ hoang, lãng phí",
    ),
    (
        1,
        "kỷ luật, đình chỉ, khởi tố, bắt tạm giam, thanh tra vào cuộc, vào cuộc điều tra, trách nhiệm thuộc về ai, xin lỗi",
    ),
];

/// Words after which what follows is denied: `không phản đối`.
const DENIALS: &str = "không, chưa, chẳng, hết, ngừng";

/// How contrary a mention is worded.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Wording {
    /// Weight of the different words of the list that stand in it.
    pub weight: f64,
    /// How many different ones.
    pub different: usize,
}

impl Wording {
    /// Whether it speaks of a conflict rather than in passing.
    #[must_use]
    pub fn is_contrary(&self) -> bool {
        self.weight >= 4.0
    }
}

/// Weighs a mention; what stands in the title counts twice.
///
/// ```
/// use pulse::heat::wording;
/// assert!(wording("Dân bức xúc, kêu cứu vì bãi rác", "Hàng chục hộ dân phản đối.").is_contrary());
/// assert!(!wording("Khai mạc lễ hội", "Đông đảo người dân tham dự.").is_contrary());
/// ```
#[must_use]
pub fn wording(title: &str, text: &str) -> Wording {
    wording_of(&Reading::of(title, text))
}

/// The same for a mention that is read already.
#[must_use]
pub fn wording_of(reading: &Reading) -> Wording {
    let mut found: ByHash<u64, f64> = ByHash::default();
    let (title, text) = reading.parts();
    add(title, 2.0, &mut found);
    add(text, 1.0, &mut found);
    let mut weights: Vec<f64> = found.into_values().collect();
    weights.sort_by(f64::total_cmp);
    Wording { weight: weights.iter().sum(), different: weights.len() }
}

/// The list, ready to be looked up.
#[derive(Default)]
struct Lists {
    /// Weight by the hash of all words of an entry.
    entries: ByHash<u64, f64>,
    /// Longest entry by its last word: most words of a text end none.
    ends: ByHash<u64, usize>,
    denials: Vec<u64>,
}

fn add(words: &[Seen], times: f64, found: &mut ByHash<u64, f64>) {
    let lists = lists();
    for (at, word) in words.iter().enumerate() {
        let Some(&longest) = lists.ends.get(&word.exact) else { continue };
        for from in (0..=at).rev().take(longest) {
            let Some(row) = words.get(from..=at) else { continue };
            let hash = row_hash(row.iter().map(|word| word.exact));
            let Some(&weight) = lists.entries.get(&hash) else { continue };
            let before = from.checked_sub(1).and_then(|before| words.get(before));
            if before.is_some_and(|word| lists.denials.contains(&word.exact)) {
                continue;
            }
            let kept = found.entry(hash).or_default();
            *kept = kept.max(weight * times);
        }
    }
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists = Lists::default();
        for (weight, entries) in WORDING {
            for entry in entries.split(", ") {
                let words: Vec<u64> = entry.split(' ').map(crate::words::exact).collect();
                lists.entries.insert(row_hash(words.iter().copied()), f64::from(*weight));
                if let Some(&end) = words.last() {
                    let longest = lists.ends.entry(end).or_default();
                    *longest = words.len().max(*longest);
                }
            }
        }
        lists.denials = DENIALS.split(", ").map(crate::words::exact).collect();
        lists
    })
}

fn row_hash(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(0x00C0_477A, pair)
}
