//! A book of sheets as a spreadsheet's file: header row in sight, columns of a width, numbers that can be reckoned with.

use crate::failed::Failed;
use crate::sheet::{Book, Cell, Sheet};
use crate::text::{address, clean, line};
use crate::words::{short_day, whole};
use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

/// Vietnamese (LCID 42A): LibreOffice then writes 1.204,5 whatever its own language; Excel follows the machine's.
const WHOLE: &str = "[$-42A]#,##0";
const PERCENT: &str = "[$-42A]0.0%";
const DAY: &str = r"dd\/mm\/yyyy";
/// The longest text a cell can hold is 32,767 characters of UTF-16.
const LONGEST: usize = 32_000;
/// Whole numbers beyond this lose digits in a spreadsheet, so they are written as words.
const EXACT: u64 = 999_999_999_999_999;
/// The longest address a cell can hold, in characters, and how many a sheet can hold.
const ADDRESS: usize = 2000;
const ADDRESSES: usize = 65_000;

/// Writes a book as `.xlsx`.
///
/// The same book makes the same bytes.
///
/// # Errors
///
/// [`Failed::Book`] when a sheet has more than 1,048,576 rows or 16,384 columns, which no spreadsheet holds.
pub fn xlsx(book: &Book) -> Result<Vec<u8>, Failed> {
    let mut made = Workbook::new();
    let day = book.day.and_then(excel_day);
    let day = day.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    made.set_properties(&DocProperties::new().set_title(line(&book.title)).set_creation_datetime(&day));
    let mut names = Vec::new();
    let empty = [Sheet::default()];
    let sheets = if book.sheets.is_empty() { empty.as_slice() } else { &book.sheets };
    for sheet in sheets {
        let name = name(&sheet.name, &names);
        let page = made.add_worksheet();
        page.set_name(&name)?;
        names.push(name.to_lowercase());
        write(page, sheet)?;
    }
    Ok(made.save_to_buffer()?)
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let forms = Forms::new();
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_footer("&C&P/&N");
    let mut row = 0;
    for title in &sheet.titles {
        page.write_string_with_format(
            row,
            0,
            short(&line(title)),
            if row == 0 { &forms.title } else { &forms.under },
        )?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    for (at, column) in sheet.columns.iter().enumerate() {
        let at = column_at(at)?;
        page.set_column_width(at, f64::from(column.width.max(1)))?;
        page.write_string_with_format(row, at, short(&line(&column.title)), &forms.header)?;
    }
    if !sheet.columns.is_empty() {
        page.set_repeat_rows(row, row)?;
        row += 1;
        page.set_freeze_panes(row, 0)?;
    }
    let mut links = 0;
    for cells in &sheet.rows {
        for (at, cell) in cells.iter().enumerate() {
            put(page, &forms, (row, column_at(at)?), cell, &mut links)?;
        }
        for at in cells.len()..sheet.columns.len() {
            page.write_blank(row, column_at(at)?, &forms.text)?;
        }
        row += 1;
    }
    Ok(())
}

fn put(
    page: &mut Worksheet,
    forms: &Forms,
    at: (u32, u16),
    cell: &Cell,
    links: &mut usize,
) -> Result<(), XlsxError> {
    let (row, column) = at;
    let text = |page: &mut Worksheet, words: &str, form: &Format| {
        page.write_string_with_format(row, column, short(&clean(words)), form).map(drop)
    };
    match cell {
        Cell::Empty => page.write_blank(row, column, &forms.text).map(drop),
        Cell::Text(words) => text(page, words, &forms.text),
        Cell::Strong(words) => text(page, words, &forms.strong),
        Cell::Whole(number) if number.unsigned_abs() > EXACT => text(page, &whole(*number), &forms.dash),
        Cell::Whole(number) => {
            page.write_number_with_format(row, column, *number as f64, &forms.whole).map(drop)
        }
        Cell::Decimal(number, _) | Cell::Percent(number) if !number.is_finite() => {
            text(page, "–", &forms.dash)
        }
        Cell::Decimal(number, places) => {
            let form = forms.decimal(*places);
            page.write_number_with_format(row, column, *number, &form).map(drop)
        }
        Cell::Percent(share) => page.write_number_with_format(row, column, *share, &forms.percent).map(drop),
        Cell::Day(day) => match excel_day(*day) {
            Some(made) => page.write_datetime_with_format(row, column, &made, &forms.day).map(drop),
            None => text(page, &short_day(*day), &forms.dash),
        },
        Cell::Link { text: words, address: link } => {
            let words = clean(words);
            let link =
                address(link).filter(|link| link.encode_utf16().count() <= ADDRESS && *links < ADDRESSES);
            match link {
                Some(link) if !words.trim().is_empty() => {
                    *links += 1;
                    let url = Url::new(link).set_text(short(&words));
                    page.write_url_with_format(row, column, url, &forms.link).map(drop)
                }
                _ => text(page, &words, &forms.text),
            }
        }
    }
}

/// What cells look like.
struct Forms {
    title: Format,
    under: Format,
    header: Format,
    text: Format,
    strong: Format,
    dash: Format,
    whole: Format,
    percent: Format,
    day: Format,
    link: Format,
}

impl Forms {
    fn new() -> Forms {
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(12);
        let boxed = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let text = boxed.clone().set_text_wrap();
        let number = boxed.clone().set_align(FormatAlign::Right);
        Forms {
            title: plain.clone().set_bold().set_font_size(14),
            under: plain.set_italic(),
            header: text
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            strong: text.clone().set_bold(),
            dash: number.clone(),
            whole: number.clone().set_num_format(WHOLE),
            percent: number.set_num_format(PERCENT),
            day: boxed.set_num_format(DAY).set_align(FormatAlign::Center),
            link: text
                .clone()
                .set_font_color(0x000B_4A8F)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            text,
        }
    }

    fn decimal(&self, places: u8) -> Format {
        match places.min(9) {
            0 => self.whole.clone(),
            places => {
                self.whole.clone().set_num_format(format!("{WHOLE}.{}", "0".repeat(usize::from(places))))
            }
        }
    }
}

/// A column's number, or the refusal the library would give.
fn column_at(at: usize) -> Result<u16, XlsxError> {
    u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}

/// A day a spreadsheet can hold.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// What fits a cell.
fn short(words: &str) -> String {
    cut(words, LONGEST)
}

/// The beginning of a text, of so many characters of UTF-16; an ellipsis stands for the rest.
fn cut(words: &str, most: usize) -> String {
    if words.encode_utf16().count() <= most {
        return words.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let mut kept: String = words
        .chars()
        .take_while(|letter| {
            let fits = letter.len_utf16() <= left;
            left = left.saturating_sub(letter.len_utf16());
            fits
        })
        .collect();
    kept.push('…');
    kept
}

/// The name of a sheet as programs take it: 31 characters without `[]:*?/\`, no quote at its edges, none twice.
fn name(wanted: &str, taken: &[String]) -> String {
    let plain: String =
        line(wanted).chars().map(|letter| if "[]:*?/\\".contains(letter) { '-' } else { letter }).collect();
    let plain = plain.trim_matches('\'').trim();
    let plain = if plain.is_empty() { "Trang" } else { plain };
    let whole = cut(plain, 31);
    if !taken.contains(&whole.to_lowercase()) {
        return whole;
    }
    let mut count = 2;
    loop {
        let end = format!(" ({count})");
        let numbered = cut(plain, 31 - end.len()) + &end;
        if !taken.contains(&numbered.to_lowercase()) {
            return numbered;
        }
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_taken_by_programs() {
        assert_eq!(name("Tin 11/2026 [chung]", &[]), "Tin 11-2026 -chung-");
        assert_eq!(name("''", &[]), "Trang");
        assert_eq!(name("Tin", &["tin".to_owned()]), "Tin (2)");
        assert_eq!(name(&"ư".repeat(40), &[]).chars().count(), 31);
    }
}
