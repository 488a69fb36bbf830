//! What a table means: which column is what, which rows are lines, and why the others are not.

use super::Grid;
use crate::line::{Content, Target};
use kernel::{Day, UnitId};
use typed::amount;
use typed::day_of;
use viet::fold::fold_lower;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    Number,
    Title,
    Lead,
    Supports,
    When,
    From,
    To,
    Due,
    Budget,
    Money,
    Areas,
    Targets,
    Product,
    About,
}

impl Column {
    /// The locale key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Number => "plan-col-number",
            Self::Title => "plan-line",
            Self::Lead => "plan-lead-unit",
            Self::Supports => "plan-supports",
            Self::When => "plan-days",
            Self::From => "plan-from",
            Self::To => "plan-to",
            Self::Due => "plan-due",
            Self::Budget => "plan-budget",
            Self::Money => "plan-money",
            Self::Areas => "plan-areas",
            Self::Targets => "plan-targets",
            Self::Product => "plan-product",
            Self::About => "plan-line-about",
        }
    }
}

/// Words of headings, folded. The first that stands in a heading wins, so the longer ones come first.
const HEADINGS: &[(&str, Column)] = &[
    ("nguon", Column::Money),
    ("phoi hop", Column::Supports),
    ("chu tri", Column::Lead),
    ("don vi thuc hien", Column::Lead),
    ("don vi phu trach", Column::Lead),
    ("bat dau", Column::From),
    ("tu ngay", Column::From),
    ("ket thuc", Column::To),
    ("den ngay", Column::To),
    ("han hoan thanh", Column::Due),
    ("thoi han", Column::Due),
    ("thoi gian", Column::When),
    ("tien do", Column::When),
    ("kinh phi", Column::Budget),
    ("du toan", Column::Budget),
    ("dia ban", Column::Areas),
    ("dia diem", Column::Areas),
    ("chi tieu", Column::Targets),
    ("so luong", Column::Targets),
    ("san pham", Column::Product),
    ("ket qua", Column::Product),
    ("ghi chu", Column::About),
    ("noi dung", Column::Title),
    ("nhiem vu", Column::Title),
    ("cong viec", Column::Title),
    ("hoat dong", Column::Title),
    ("don vi", Column::Lead),
];

fn column(heading: &str) -> Option<Column> {
    let folded = fold_lower(heading);
    let folded = folded.trim();
    if matches!(folded, "stt" | "tt" | "so tt" | "so thu tu" | "no" | "no.") {
        return Some(Column::Number);
    }
    HEADINGS.iter().find(|(words, _)| folded.contains(words)).map(|(_, column)| *column)
}

/// How much a number of a column of money is: “(triệu đồng)” stands in its heading.
fn scale(heading: &str) -> i64 {
    let folded = fold_lower(heading);
    if folded.contains("trieu") {
        1_000_000
    } else if folded.contains("nghin") || folded.contains("1.000") {
        1000
    } else if folded.contains("ty d") || folded.contains("ty)") {
        1_000_000_000
    } else {
        1
    }
}

/// What a table is read against.
pub(crate) struct Ground<'a> {
    /// The days of the plan.
    pub(crate) period: (Day, Day),
    /// Whose lines they are where no column says it.
    pub(crate) unit: UnitId,
    /// Names and abbreviations of units.
    pub(crate) units: &'a [(UnitId, String)],
}

/// What was understood.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// Each heading and what it was taken for.
    pub(crate) columns: Vec<(String, Option<Column>)>,
    /// Rows by their number in the file: lines, with what was left open.
    pub(crate) lines: Vec<(usize, Content, Vec<&'static str>)>,
    /// Rows that were not read: number, words, why.
    pub(crate) unread: Vec<(usize, String, &'static str)>,
}

/// The most headings' rows stand above a table's first line.
const HEAD_ROWS: usize = 25;

/// Reads the first table that has headings we know.
pub(crate) fn understand(tables: &[Grid], ground: &Ground<'_>) -> Option<Read> {
    tables.iter().find_map(|grid| read(grid, ground))
}

fn read(grid: &Grid, ground: &Ground<'_>) -> Option<Read> {
    let (head, headings) = headings(grid)?;
    let columns: Vec<(String, Option<Column>)> =
        headings.into_iter().map(|heading| (heading.clone(), column(&heading))).collect();
    let mut read = Read { columns, ..Read::default() };
    let mut unit = ground.unit;
    for (at, row) in grid.iter().enumerate().skip(head) {
        let number = at + 1;
        let said: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
        if said.is_empty() {
            continue;
        }
        let first = said.first().map(|cell| fold_lower(cell)).unwrap_or_default();
        let title = cell(&read, row, Column::Title).unwrap_or_default();
        if [first.as_str(), &fold_lower(&title)]
            .iter()
            .any(|text| text.starts_with("tong cong") || *text == "cong")
        {
            read.unread.push((number, title, "plan-import-sum"));
            continue;
        }
        // A row of one text names the unit, or the part, of the rows below it.
        let mut texts: Vec<&str> =
            said.iter().map(|cell| cell.as_str()).filter(|text| !is_ordinal(text)).collect();
        texts.dedup();
        if texts.len() <= 1 && !is_number(said.first().map(|cell| cell.as_str()).unwrap_or_default()) {
            let words = texts.first().copied().unwrap_or_default();
            match find_unit(words, ground.units) {
                Some(found) => unit = found,
                None if words.is_empty() => {}
                None => read.unread.push((number, words.to_owned(), "plan-import-heading")),
            }
            continue;
        }
        if title.chars().count() < 5 {
            read.unread.push((
                number,
                said.iter().map(|cell| cell.as_str()).collect::<Vec<_>>().join(" · "),
                "plan-import-no-title",
            ));
            continue;
        }
        let (content, open) = line(&read, row, title, unit, ground);
        let content = content.clean();
        match content.reasons_against(ground.period).first() {
            Some(reason) => read.unread.push((number, content.title, reason.key)),
            None => read.lines.push((number, content, open)),
        }
    }
    (!read.lines.is_empty() || !read.unread.is_empty()).then_some(read)
}

/// The headings of a table, and where its first line stands. A heading over two columns is joined with those below it.
fn headings(grid: &Grid) -> Option<(usize, Vec<String>)> {
    let known = |row: &Vec<String>| row.iter().filter(|cell| column(cell).is_some()).count();
    let is_head =
        |row: &Vec<String>| known(row) >= 2 && row.iter().any(|cell| column(cell) == Some(Column::Title));
    let at = grid.iter().take(HEAD_ROWS).position(is_head)?;
    let mut headings = grid.get(at)?.clone();
    let mut next = at + 1;
    if let Some(below) = grid.get(next) {
        // The row below a merged heading repeats it where it goes down, and splits it where it goes across.
        let splits = below.iter().enumerate().any(|(n, cell)| {
            let above = headings.get(n).map(String::as_str).unwrap_or_default();
            !cell.is_empty() && cell != above && column(cell).is_some() && cell.chars().count() < 40
        });
        let numbered = below.first().is_some_and(|cell| is_number(cell));
        if splits && !numbered {
            for (n, cell) in below.iter().enumerate() {
                if let Some(heading) = headings.get_mut(n)
                    && *heading != *cell
                {
                    *heading =
                        if column(cell).is_some() { cell.clone() } else { format!("{heading} {cell}") };
                }
            }
            next += 1;
        }
    }
    // Some tables number their columns: (1) (2) (3).
    while grid.get(next).is_some_and(|row| {
        let said: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
        said.len() >= 2 && said.iter().all(|cell| is_number(cell.trim_matches(['(', ')'])))
    }) {
        next += 1;
    }
    Some((next, headings))
}

fn cell(read: &Read, row: &[String], wanted: Column) -> Option<String> {
    let mut found = read.columns.iter().zip(row).filter(|((_, column), _)| *column == Some(wanted));
    found.find(|(_, cell)| !cell.is_empty()).map(|(_, cell)| cell.clone())
}

fn line(
    read: &Read,
    row: &[String],
    title: String,
    unit: UnitId,
    ground: &Ground<'_>,
) -> (Content, Vec<&'static str>) {
    let mut open = Vec::new();
    let get = |column| cell(read, row, column).unwrap_or_default();
    let lead = get(Column::Lead);
    let mut content = Content { title, ..Content::of(find_unit(&lead, ground.units).unwrap_or(unit)) };
    if !lead.is_empty() && find_unit(&lead, ground.units).is_none() {
        open.push("plan-import-lead-open");
    }
    for name in get(Column::Supports).split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        match find_unit(name, ground.units) {
            Some(unit) => content.supports.push(unit),
            None if !open.contains(&"plan-import-supports-open") => open.push("plan-import-supports-open"),
            None => {}
        }
    }
    let mut when = |text: String, key: &'static str| {
        let read = days(&text, ground.period);
        if read.is_none() && !text.is_empty() {
            open.push(key);
        }
        read
    };
    if let Some((from, to)) = when(get(Column::When), "plan-import-days-open") {
        (content.from, content.to) = (Some(from), Some(to));
    }
    content.from = when(get(Column::From), "plan-import-days-open").map(|(from, _)| from).or(content.from);
    content.to = when(get(Column::To), "plan-import-days-open").map(|(_, to)| to).or(content.to);
    content.due = when(get(Column::Due), "plan-import-days-open").map(|(_, to)| to);
    let heading = read.columns.iter().find(|(_, column)| *column == Some(Column::Budget));
    let scale = heading.map_or(1, |(heading, _)| scale(heading));
    let budget = get(Column::Budget);
    let scaled =
        amount::thousandths(&budget).and_then(|many| many.checked_mul(scale)).map(|many| many / 1000);
    match scaled.filter(|_| scale > 1).or_else(|| amount::money(&budget)) {
        Some(budget) => content.budget = budget,
        None => open.push("plan-import-money-open"),
    }
    let targets = get(Column::Targets);
    if !targets.is_empty() {
        content.targets.push(target(&targets));
    }
    content.money = get(Column::Money);
    content.areas = get(Column::Areas).replace('\n', "; ");
    content.product = get(Column::Product).replace('\n', "; ");
    content.about = get(Column::About);
    (content, open)
}

/// “24 tin, bài” is 24 of “tin, bài”; what has no number is kept as it is.
fn target(text: &str) -> Target {
    let text = typed::line(text);
    let number: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let rest: String = text.chars().skip(number.chars().count()).collect();
    match amount::thousandths(number.trim_end_matches(['.', ','])) {
        Some(amount) => {
            let measure: String = rest.trim().chars().take(60).collect();
            let name = if measure.is_empty() { number } else { measure.clone() };
            Target { name, amount, measure }
        }
        None => Target { name: text.chars().take(200).collect(), amount: 0, measure: String::new() },
    }
}

/// The days a cell means, inside the plan where it does not say the year.
fn days(text: &str, period: (Day, Day)) -> Option<(Day, Day)> {
    let text = typed::line(text);
    if text.is_empty() {
        return None;
    }
    let read = |text: &str| {
        let when = viet::dates::read(text, None).ok()?;
        Some((day_of(when.start)?, day_of(when.end)?))
    };
    let years = (period.0.year()..=period.1.year()).take(6);
    let guesses = years
        .flat_map(|year| [format!("{text} năm {year}"), format!("{text}/{year}"), format!("{text}.{year}")]);
    let inside = |days: &(Day, Day)| days.0 <= period.1 && days.1 >= period.0;
    let found = read(&text).or_else(|| guesses.filter_map(|guess| read(&guess)).find(inside))?;
    // A month or a quarter that reaches over the plan's edge means the part inside.
    if inside(&found) { Some((found.0.max(period.0), found.1.min(period.1))) } else { Some(found) }
}

/// The unit of that name or abbreviation.
fn find_unit(text: &str, units: &[(UnitId, String)]) -> Option<UnitId> {
    let folded = fold_lower(text);
    let wanted = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    if wanted.is_empty() {
        return None;
    }
    let exact = units.iter().find(|(_, name)| fold_lower(name) == wanted);
    let inside =
        || units.iter().find(|(_, name)| name.chars().count() > 7 && wanted.contains(&fold_lower(name)));
    exact.or_else(inside).map(|(unit, _)| *unit)
}

fn is_number(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    !text.is_empty() && text.len() < 8 && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// `I`, `II.`, `A`, `1`, `1.1`: what stands before a text to number it.
fn is_ordinal(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')', '/']);
    is_number(text) || (bare.len() <= 5 && bare.chars().all(|c| "IVXLCABDE".contains(c)) && !bare.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::NewId;

    fn grid(rows: &[&[&str]]) -> Grid {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    const YEAR: (Day, Day) = (Day::constant(2026, 1, 1), Day::constant(2026, 12, 31));

    #[test]
    fn a_table_is_read_as_units_send_it() {
        let (yt, gd) = (UnitId::fresh(), UnitId::fresh());
        let units = [(yt, "Sở Y tế".to_owned()), (yt, "SYT".into()), (gd, "Sở Giáo dục và Đào tạo".into())];
        let ground = Ground { period: YEAR, unit: yt, units: &units };
        let table = grid(&[
            &["ỦY BAN NHÂN DÂN TỈNH", "", "", "", "", "", ""],
            &[
                "STT",
                "Nội dung nhiệm vụ",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Thời gian",
                "Thời gian",
                "Kinh phí (triệu đồng)",
            ],
            &[
                "STT",
                "Nội dung nhiệm vụ",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Bắt đầu",
                "Kết thúc",
                "Kinh phí (triệu đồng)",
            ],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            &["I", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "", "", "", "", ""],
            &["1", "Truyền thông bữa ăn bán trú", "", "SYT, Hội Phụ nữ", "Tháng 6", "Quý IV", "1.200"],
            &["2", "Tuyên truyền tựu trường", "Sở Y tế", "", "15/6/2026", "20/8", "theo dự toán"],
            &["", "Tổng cộng", "", "", "", "", "1.200"],
            &["3", "Ngoài năm kế hoạch", "", "", "15/6/2029", "", ""],
            &["4", "Ít", "", "", "Tháng 3", "", "5"],
        ]);
        let read = understand(&[table], &ground).unwrap();
        assert_eq!(read.lines.len(), 2, "{read:?}");
        let (_, first, open) = &read.lines[0];
        assert_eq!(
            (first.lead, first.supports.as_slice(), first.budget),
            (gd, [yt].as_slice(), 1_200_000_000)
        );
        assert_eq!(first.from, Some(Day::constant(2026, 6, 1)));
        assert_eq!(first.to, Some(Day::constant(2026, 12, 31)));
        assert_eq!(open, &["plan-import-supports-open"]);
        let (_, second, open) = &read.lines[1];
        assert_eq!(
            (second.lead, second.from, second.to),
            (yt, Some(Day::constant(2026, 6, 15)), Some(Day::constant(2026, 8, 20)))
        );
        assert_eq!(open, &["plan-import-money-open"]);
        let why: Vec<&str> = read.unread.iter().map(|(_, _, why)| *why).collect();
        assert_eq!(why, ["plan-import-sum", "refused-line-outside", "plan-import-no-title"]);
    }

    #[test]
    fn a_table_without_our_headings_is_none() {
        let units = [];
        let ground = Ground { period: YEAR, unit: UnitId::fresh(), units: &units };
        assert!(understand(&[grid(&[&["a", "b"], &["1", "2"]])], &ground).is_none());
        assert!(understand(&[], &ground).is_none());
    }
}
