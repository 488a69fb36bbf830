//! The names of the kinds of documents, word by word.

/// The names of [`KINDS`] word by word, in their order.
pub(super) const NAMES: [&[&str]; 40] = [
    &["nghị", "quyết"],
    &["quyết", "định"],
    &["chỉ", "thị"],
    &["quy", "chế"],
    &["quy", "định"],
    &["thông", "cáo"],
    &["thông", "báo"],
    &["hướng", "dẫn"],
    &["chương", "trình"],
    &["kế", "hoạch"],
    &["phương", "án"],
    &["đề", "án"],
    &["dự", "án"],
    &["báo", "cáo"],
    &["biên", "bản"],
    &["tờ", "trình"],
    &["hợp", "đồng"],
    &["công", "văn"],
    &["công", "điện"],
    &["bản", "ghi", "nhớ"],
    &["bản", "thỏa", "thuận"],
    &["giấy", "ủy", "quyền"],
    &["giấy", "mời"],
    &["giấy", "giới", "thiệu"],
    &["giấy", "nghỉ", "phép"],
    &["phiếu", "gửi"],
    &["phiếu", "chuyển"],
    &["phiếu", "báo"],
    &["thư", "công"],
    &["hiến", "pháp"],
    &["bộ", "luật"],
    &["luật"],
    &["pháp", "lệnh"],
    &["lệnh"],
    &["nghị", "định"],
    &["thông", "tư"],
    &["thông", "tư", "liên", "tịch"],
    &["nghị", "quyết", "liên", "tịch"],
    &["văn", "bản", "hợp", "nhất"],
    &["kết", "luận"],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refs::kinds::KINDS;

    #[test]
    fn names_follow_the_table_of_kinds() {
        for kind in KINDS {
            let name = NAMES[*kind as usize].join(" ");
            assert_eq!(name, kind.name().to_lowercase());
        }
    }
}
