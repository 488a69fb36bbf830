//! What a paper says word for word: capitals made, headings counted, marks set, what no file can hold dropped.
//!
//! Every writer takes its words from here (`.docx` in this crate, PDF in `print`), so that no two files of one paper
//! say different things.

mod annex;
mod blocks;
mod head;

use crate::model::{Closing, Paper};
use crate::part::{Level, Table};
use crate::text::{self, Paragraph};

/// Quốc hiệu.
pub const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// What stands above the list of recipients.
pub const RECIPIENTS: &str = "Nơi nhận:";

/// A paper word for word. All texts are clean: composed letters, without what XML forbids, line feeds as only line ends.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wording {
    /// What the file's properties call it: kind and subject, at most 250 letters.
    pub name: String,
    /// Whose it is, for the file's properties: the issuing body, as it came.
    pub by: String,
    /// What stands above the title.
    pub head: Head,
    /// The kind, in capitals.
    pub kind: Option<String>,
    /// The subject, on one line.
    pub subject: Option<String>,
    /// Nothing; or "Kính gửi: …" in one line; or "Kính gửi:" and a line for each addressee.
    pub addressees: Vec<String>,
    /// The text.
    pub blocks: Vec<Block>,
    /// A line for each recipient, from its dash to its mark.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signing: Option<Signing>,
    /// What goes with it.
    pub annexes: Vec<Annexed>,
}

/// An annex, which begins a page after the end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annexed {
    /// "Phụ lục", with a Roman number where there are several.
    pub label: String,
    /// The title, in capitals.
    pub title: Option<String>,
    /// "(Kèm theo …)": to which paper it belongs, where that has a number or a day.
    pub with: Option<String>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What stands above the title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// Whether [`COUNTRY`] and [`MOTTO`] are written.
    pub national: bool,
    /// The body above, in capitals, bound so that its lines break where they should.
    pub superior: Option<String>,
    /// The issuing body, in the same form.
    pub issuer: Option<String>,
    /// "Số: 05/BC-SVHTTDL", or room for the number.
    pub reference: Option<String>,
    /// "V/v …".
    pub about: Option<String>,
    /// Place and day, or room for the day.
    pub day: Option<String>,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading with its number, its bold letters set.
    Heading(Level, Paragraph),
    /// A paragraph, or an entry of a list with its dash.
    Text(Paragraph),
    /// A table. Each row has a cell for each column, or one over all; sums, groups and the caption, if it says anything,
    /// are bold. Without columns there is only the caption.
    Table(Table),
    /// A paragraph of somebody else's words, sloping.
    Quotation(Paragraph),
    /// Whose they are, with a dash.
    Source(Paragraph),
    /// What follows begins a page.
    PageBreak,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signing {
    /// Authority and post, in capitals, one a line.
    pub posts: Vec<String>,
    /// The name.
    pub name: Option<String>,
}

impl Wording {
    /// What a paper says.
    ///
    /// ```
    /// let title = paper::Title { kind: Some("Báo cáo".to_owned()), subject: "Tháng 11".to_owned() };
    /// let wording = paper::Wording::of(&paper::Paper { title, ..Default::default() });
    /// assert_eq!(wording.kind.as_deref(), Some("BÁO CÁO"));
    /// assert_eq!(wording.name, "Báo cáo Tháng 11");
    /// ```
    pub fn of(paper: &Paper) -> Wording {
        Wording {
            name: name(paper),
            by: text::line(paper.heading.issuer.as_deref().unwrap_or("")),
            head: head::head(&paper.heading, paper.size),
            kind: said(paper.title.kind.as_deref()).map(|kind| kind.to_uppercase()),
            subject: said(Some(&paper.title.subject)),
            addressees: head::addressees(&paper.addressees),
            blocks: blocks::blocks(paper),
            recipients: recipients(&paper.closing),
            signing: paper.closing.signer.as_ref().map(|signer| Signing {
                posts: (signer.authority.iter().chain([&signer.post]))
                    .filter_map(|words| said(Some(words)))
                    .map(|words| words.to_uppercase())
                    .collect(),
                name: said(signer.name.as_deref()),
            }),
            annexes: annex::annexes(paper),
        }
    }
}

fn name(paper: &Paper) -> String {
    let whole = text::line(&format!("{} {}", paper.title.kind.as_deref().unwrap_or(""), paper.title.subject));
    // Programs show no more of a property.
    whole.chars().take(250).collect()
}

/// Each line between a dash and a semicolon, the last one ending in a full stop.
fn recipients(closing: &Closing) -> Vec<String> {
    let names: Vec<String> = closing.recipients.iter().filter_map(|name| said(Some(name))).collect();
    let last = names.len().saturating_sub(1);
    let line = |(at, name): (usize, &String)| {
        let end = if at == last { "." } else { ";" };
        let name = name.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ',']);
        format!("- {name}{end}")
    };
    names.iter().enumerate().map(line).collect()
}

/// The text on one line, if there is any.
fn said(words: Option<&str>) -> Option<String> {
    words.map(text::line).filter(|words| !words.is_empty())
}
