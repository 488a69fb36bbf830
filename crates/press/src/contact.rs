//! Contacts of the press: on what ground the agency may write to them, and a list of them read from a file.

/// Why the agency may keep a contact (Law 91/2025): a closed list, by its locale key `contact-basis-…`.
pub(crate) const BASES: [&str; 3] = ["consent", "outlet", "event"];
/// What kind of outlet a contact works for, by its locale key `contact-level-…`.
pub(crate) const LEVELS: [&str; 4] = ["central", "province", "local", "foreign"];
/// Lines of one list at most.
pub(crate) const MOST_LINES: usize = 5_000;

/// A line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) no: usize,
    pub(crate) outlet: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) locality: String,
    pub(crate) level: String,
}

/// Why a list cannot be read at all: a locale key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable(pub(crate) &'static str);

/// Reads a list of comma-separated values (RFC 4180; semicolons and tabs as office programs write them) with a line of
/// headings in Vietnamese or English.
pub(crate) fn read_list(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable("refused-list-encoding"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let split = [';', '\t', ','].into_iter().max_by_key(|sign| first.matches(*sign).count()).unwrap_or(',');
    let mut rows = cells(text, split).into_iter();
    let heads: Vec<Option<usize>> =
        rows.next().map(|row| row.iter().map(|head| column(head)).collect()).unwrap_or_default();
    if !heads.contains(&Some(2)) {
        return Err(Unreadable("refused-list-headings"));
    }
    let mut lines = Vec::new();
    for (at, row) in rows.enumerate() {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if lines.len() >= MOST_LINES {
            return Err(Unreadable("refused-list-long"));
        }
        lines.push(line(at + 2, &heads, row));
    }
    if lines.is_empty() { Err(Unreadable("refused-list-empty")) } else { Ok(lines) }
}

fn line(no: usize, heads: &[Option<usize>], row: Vec<String>) -> Line {
    let mut line = Line { no, ..Line::default() };
    for (head, cell) in heads.iter().zip(row) {
        let cell = cell.trim().to_owned();
        match head {
            Some(0) => line.outlet = cell,
            Some(1) => line.name = cell,
            Some(2) => line.email = cell,
            Some(3) => line.phone = cell,
            Some(4) => line.locality = cell,
            Some(5) => line.level = level(&cell).to_owned(),
            _ => {}
        }
    }
    line
}

/// Which field a heading names.
fn column(head: &str) -> Option<usize> {
    let folded = viet::fold::fold_lower(head.trim());
    let names: [&[&str]; 6] = [
        &["outlet", "co quan", "co quan bao chi", "bao", "toa soan"],
        &["name", "ho ten", "ho va ten", "ten", "phong vien"],
        &["email", "e-mail", "mail", "thu dien tu", "dia chi email"],
        &["phone", "dien thoai", "so dien thoai", "di dong"],
        &["locality", "dia ban", "noi"],
        &["level", "cap"],
    ];
    names.iter().position(|names| names.contains(&folded.as_str()))
}

/// The kind of outlet in somebody's words; what is not understood is of the province.
fn level(words: &str) -> &'static str {
    let folded = viet::fold::fold_lower(words);
    let has = |part: &str| folded.contains(part);
    match () {
        () if has("trung uong") || has("central") || folded == "tw" => "central",
        () if has("nuoc ngoai") || has("foreign") => "foreign",
        () if has("xa") || has("co so") || has("local") => "local",
        () => "province",
    }
}

/// Whether a spreadsheet would take a cell for a formula. A telephone number may begin with a plus.
pub(crate) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '@', '\t', '\r'])
        || cell.starts_with(['+', '-']) && cell.chars().any(char::is_alphabetic)
}

/// The cells of each row; quotation marks hold separators and line ends.
fn cells(text: &str, split: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            _ if quoted => cell.push(sign),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if sign == split => row.push(std::mem::take(&mut cell)),
            _ => cell.push(sign),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_offices_write_them() {
        let list = "\u{feff}Cơ quan báo chí;Họ và tên;Thư điện tử;Điện thoại;Cấp\r\n\
                    \"Báo \"\"Liên Sơn\"\"; số 1\";Lò Thị Én;en@bao.example;+84 912;Trung ương\r\n\r\n\
                    Đài;;dai@bao.example;;tỉnh";
        let lines = read_list(list.as_bytes()).unwrap();
        assert_eq!(lines.iter().map(|line| line.no).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(lines[0].outlet, "Báo \"Liên Sơn\"; số 1");
        assert_eq!((lines[0].level.as_str(), lines[0].phone.as_str()), ("central", "+84 912"));
        assert_eq!((lines[1].outlet.as_str(), lines[1].level.as_str()), ("Đài", "province"));
        assert_eq!(read_list(b"outlet,email\nBao,a@b.example").unwrap()[0].email, "a@b.example");
    }

    #[test]
    fn what_is_no_list_is_said_to_be_none() {
        let long = format!("email\n{}", "a@b.example\n".repeat(MOST_LINES + 1));
        for (bytes, key) in [
            (&b"\xff\xfe\x00"[..], "refused-list-encoding"),
            (b"", "refused-list-headings"),
            (b"ten;bao\nA;B", "refused-list-headings"),
            (b"email\n", "refused-list-empty"),
            (long.as_bytes(), "refused-list-long"),
        ] {
            assert_eq!(read_list(bytes), Err(Unreadable(key)));
        }
        for formula in ["=1+1", "@SUM(A1)", "+HYPERLINK(1)", "-cmd"] {
            assert!(is_formula(formula), "{formula}");
        }
        assert!(!is_formula("+84 912 345") && !is_formula("Báo Liên Sơn"));
    }
}
