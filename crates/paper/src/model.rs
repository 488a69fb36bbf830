//! A paper as it is told, before it is written: head, title, text and end.
//!
//! What is not there is not written: a press digest has no number and nobody signs it, a period report has all.

use crate::part::Part;
use crate::text::Paragraph;
use jiff::civil::Date;

/// A document the office hands out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// What stands above the title.
    pub heading: Heading,
    /// What the paper is called.
    pub title: Title,
    /// Whom a letter is addressed to, after "Kính gửi:". Empty for most papers.
    pub addressees: Vec<String>,
    /// The paragraphs before the first part: the legal bases, or a few words.
    pub intro: Vec<Paragraph>,
    /// The text.
    pub parts: Vec<Part>,
    /// What stands below the text.
    pub closing: Closing,
    /// What goes with it, each on pages of its own after the end (NĐ 30/2020, Phụ lục I).
    pub annexes: Vec<Annex>,
    /// The size of the text.
    pub size: Size,
}

/// Something that goes with a paper: tables of figures, a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annex {
    /// What it is called. Written in capitals whatever comes in; "Phụ lục" and its number stand above it.
    pub title: String,
    /// What it holds.
    pub parts: Vec<Part>,
}

/// The size of the text; the decree allows 13 and 14 points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 13 points, quốc hiệu 12.
    Thirteen,
    /// 14 points, quốc hiệu 13: what most offices use.
    #[default]
    Fourteen,
}

/// The head of a paper. A head without any of it is not written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Whether quốc hiệu and tiêu ngữ are written. Papers that are only handed round inside may do without.
    pub national: bool,
    /// The body above the issuing one: "ỦY BAN NHÂN DÂN TỈNH VÂN KHÊ".
    pub superior: Option<String>,
    /// The issuing body: "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH". Written in capitals whatever comes in.
    pub issuer: Option<String>,
    /// Number and symbol.
    pub reference: Option<Reference>,
    /// What a letter is about, below its number; written after "V/v".
    pub about: Option<String>,
    /// Where it is issued: "Vân Khê".
    pub place: Option<String>,
    /// The day it is issued. Without one, a place leaves room to write it by hand.
    pub date: Option<Date>,
}

/// Number and symbol of a paper: "Số: 05/BC-SVHTTDL".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// The number of the year's book. `None` leaves room for it.
    pub number: Option<u32>,
    /// The symbol after the stroke: "BC-SVHTTDL".
    pub symbol: String,
}

/// What a paper is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Title {
    /// Its kind: "BÁO CÁO", "ĐIỂM BÁO". Written in capitals whatever comes in. `None` for a letter.
    pub kind: Option<String>,
    /// What it is about; may be long. Empty for a letter.
    pub subject: String,
}

/// The end of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closing {
    /// Whether the last paragraph, or the last entry of a list, ends in "./.". After a table there is none.
    pub end_mark: bool,
    /// Who gets it, one a line, below "Nơi nhận:".
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Option<Signer>,
}

/// Who signs a paper, and by what authority.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signer {
    /// The lines of authority, as in "TM. ỦY BAN NHÂN DÂN" and "KT. CHỦ TỊCH" (NĐ 30/2020, art. 13). Empty for a head
    /// who signs for the body the head leads.
    pub authority: Vec<String>,
    /// The post: "PHÓ CHỦ TỊCH".
    pub post: String,
    /// The full name, without academic titles (NĐ 30/2020, Phụ lục I). `None` leaves it to the signer.
    pub name: Option<String>,
}
