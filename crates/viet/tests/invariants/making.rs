//! Texts to try: what real ones are made of, whole and torn, mixed with noise, all from one seed.

/// Pieces that some grammar here knows, and pieces that trouble them.
const PIECES: [&str; 78] = [
    "Ủy ban nhân dân",
    "tỉnh",
    "tuyên truyền",
    "hoà bình",
    "truyển",
    "Trường Sa-Hoàng Sa",
    "Nguyễn Văn ",
    "UBND",
    "LĐ-TB&XH",
    "LĐ–TB&XH",
    "TP.",
    "PGĐ",
    "06/QĐ-TTg",
    "224/2026/NĐ-CP",
    "82/-VP",
    "Nghị định số ",
    "điểm a khoản 2 Điều 3",
    "các Điều 3, 4 và 5",
    "từ Điều 3 đến Điều 9",
    "Luật số ",
    "của Chính phủ",
    "Bộ luật Lao động năm 2019",
    "ngày ",
    "tháng ",
    "năm ",
    "11/6",
    "11.6",
    "31/02/2020",
    "6-Jan",
    "June 11, 2020",
    "24h",
    "8h30",
    "13:48:46",
    "Sáng ",
    "quý II",
    "mùng 3 Tết",
    "15/7 âm lịch",
    "3 tháng cuối năm",
    "từ ",
    "đến ",
    "5.259.772",
    "12,5%",
    "5.000đ",
    "XVII",
    "km/h",
    "https://x.vn/a_(b)",
    "a@b.vn",
    "+84912345678",
    "e\u{323}\u{302}",
    "\u{301}",
    "“",
    "”",
    "./.",
    "...",
    "\u{a0}",
    "\u{200b}",
    "\n",
    " ",
    ", ",
    "; ",
    "cong tac tuyen truyen ",
    "quý 2/2020",
    "thắng 2-1",
    "(UB)",
    "gọi tắt là ",
    "Ð",
    "ð",
    "\u{feff}",
    "\r\n",
    "\t",
    "đ/c",
    "tham mư",
    "sắc xảo",
    "ﬁ",
    "İ",
    "ß",
    "\u{1f600}",
    "\u{1d15e}",
];

/// Our own words for longer texts.
const PARAGRAPHS: [&str; 5] = [
    "Sáng 11.6, tại hội trường UBND tỉnh, Sở Thông tin và Truyền thông (TT&TT) tổ chức hội nghị giao ban báo chí quý II năm 2020. Dự hội nghị có 03 cơ quan báo chí và 25 đại biểu.",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; khoản 1, 2 Điều 8 và điểm b khoản 3 Điều 15 Luật số 80/2015/QH13.",
    "Thời gian: từ 7h30 đến 11h00, thứ Năm, 23/10/2025; ĐT: 024.3943.5678; thư: van.thu@xa-thanhson.gov.vn.",
    "Giải toả mặt bằng, lan toả thông tin… giai đoạn 2019 – 2021, kinh phí 5.259.772.000 đồng (tăng 12,5%)./.",
    "De nghi cac xa bao cao truoc ngay 15/7 am lich, so dien thoai 0912345678.",
];

/// A small random number generator: one seed, one row of texts.
#[derive(Debug, Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    fn noise(&mut self, most: usize) -> Vec<u8> {
        (0..=self.below(most)).map(|_| self.roll() as u8).collect()
    }
}

/// Bytes made of pieces, paragraphs and noise, then cut, doubled and spoilt. `more` are other texts to take from.
pub(crate) fn bytes(dice: &mut Dice, more: &[String]) -> Vec<u8> {
    let mut out = Vec::new();
    for _ in 0..=dice.below(24) {
        match dice.below(16) {
            0..=7 => out.extend_from_slice(dice.pick(&PIECES).as_bytes()),
            8 | 9 => out.push(b' '),
            10 => out.extend(dice.noise(6)),
            11 => out.extend(character(dice).to_string().into_bytes()),
            12 => out.extend(
                (0..=dice.below(6)).map(|_| b"0123456789/.,:%-".get(dice.below(16)).copied().unwrap_or(b'.')),
            ),
            13 if dice.below(3) == 0 => out.extend_from_slice(dice.pick(&PARAGRAPHS).as_bytes()),
            14 if !more.is_empty() => out.extend(stretch(dice, more)),
            _ => out.extend_from_slice(syllable(dice).as_bytes()),
        }
    }
    for _ in 0..dice.below(5) {
        spoil(dice, &mut out);
    }
    out
}

/// A text out of [`bytes`].
pub(crate) fn text(dice: &mut Dice, more: &[String]) -> String {
    let made = String::from_utf8_lossy(&bytes(dice, more)).into_owned();
    match dice.below(12) {
        0 => unicode_normalization::UnicodeNormalization::nfd(made.as_str()).collect(),
        1 => made.to_uppercase(),
        2 => viet::fold::fold(&made),
        _ => made,
    }
}

fn stretch(dice: &mut Dice, more: &[String]) -> Vec<u8> {
    let Some(text) = more.get(dice.below(more.len())) else { return Vec::new() };
    let from = dice.below(text.len().max(1));
    text.bytes().skip(from).take(dice.below(300)).collect()
}

fn character(dice: &mut Dice) -> char {
    let ranges = [0x80, 0x300, 0x370, 0x2100, 0x1_0000, 0x11_0000];
    let range = ranges.get(dice.below(ranges.len())).copied().unwrap_or(0x80);
    char::from_u32(dice.below(range) as u32).unwrap_or('\u{fffd}')
}

fn syllable(dice: &mut Dice) -> String {
    const HEADS: [&str; 12] = ["", "b", "ch", "đ", "gi", "h", "ngh", "qu", "th", "tr", "Kh", "N"];
    const TAILS: [&str; 14] =
        ["a", "anh", "ươi", "uyển", "ộc", "iết", "oà", "òa", "uý", "ữ", "yêu", "ôn", "ẽo", "ập"];
    format!("{}{}{}", dice.pick(&HEADS), dice.pick(&TAILS), dice.pick(&["", " ", " ", " ", "-", "."]))
}

fn spoil(dice: &mut Dice, out: &mut Vec<u8>) {
    if out.is_empty() {
        return;
    }
    let (a, b) = (dice.below(out.len()), dice.below(out.len()));
    let (from, to) = (a.min(b), a.max(b));
    match dice.below(6) {
        0 => {
            out.drain(from..to);
        }
        1 => {
            let again = out.get(from..to.min(from + 40)).unwrap_or_default().to_vec();
            let times = 1 + dice.below(if again.len() < 8 { 200 } else { 6 });
            let doubled = again.repeat(times);
            out.splice(to..to, doubled);
        }
        2 => {
            let bit = 1 << dice.below(8);
            out.iter_mut().skip(from).take(1).for_each(|byte| *byte ^= bit);
        }
        3 => out.swap(from, to),
        4 => {
            let piece = dice.pick(&PIECES).as_bytes().to_vec();
            out.splice(from..from, piece);
        }
        _ => {
            let noise = dice.noise(4);
            out.splice(from..from, noise);
        }
    }
}
