//! What the office hands out on paper: documents in the official layout as `.docx`, tables as `.xlsx`.
//!
//! A [`Paper`] is told as typed values, and [`docx`] writes it in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. A
//! [`Book`] is told as sheets of typed cells, and [`xlsx`] writes it. Both are pure: values in, bytes out; no clock, no
//! files, and the same value makes the same bytes. Any text may come in: what a file cannot hold is dropped.
//!
//! ```
//! use paper::{Closing, Column, Heading, Level, Paper, Paragraph, Part, Reference, Row, Signer, Table, Title};
//!
//! let report = Paper {
//!     heading: Heading {
//!         national: true,
//!         superior: Some("Ủy ban nhân dân tỉnh Vân Khê".to_owned()),
//!         issuer: Some("Sở Văn hóa, Thể thao và Du lịch".to_owned()),
//!         reference: Some(Reference { number: Some(5), symbol: "BC-SVHTTDL".to_owned() }),
//!         place: Some("Vân Khê".to_owned()),
//!         date: Some(jiff::civil::date(2026, 11, 22)),
//!         ..Heading::default()
//!     },
//!     title: Title { kind: Some("Báo cáo".to_owned()), subject: "Công tác thông tin tháng 11".to_owned() },
//!     parts: vec![
//!         Part::Heading(Level::Roman, "Kết quả".into()),
//!         Part::Text(Paragraph::from("Đã đăng ").with_bold(paper::whole(1204)).with_plain(" tin, bài.")),
//!         Part::Table(Table {
//!             columns: vec![Column::words("Cơ quan", 3), Column::amounts("Tin, bài", 1)],
//!             rows: vec![Row::Cells(vec!["Báo Vân Khê".into(), paper::whole(1204).into()])],
//!             ..Table::default()
//!         }),
//!     ],
//!     closing: Closing {
//!         recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
//!         signer: Some(Signer {
//!             authority: vec!["KT. Giám đốc".to_owned()],
//!             post: "Phó Giám đốc".to_owned(),
//!             name: Some("Lò Văn Thắng".to_owned()),
//!         }),
//!         ..Closing::default()
//!     },
//!     ..Paper::default()
//! };
//! let bytes = paper::docx(&report)?;
//! assert!(bytes.starts_with(b"PK"));
//! # Ok::<(), paper::Failed>(())
//! ```

mod docx;
mod failed;
mod letterhead;
mod model;
pub mod page;
mod part;
mod sheet;
mod text;
mod wording;
mod words;
mod xlsx;

pub use docx::docx;
pub use failed::Failed;
pub use letterhead::Letterhead;
pub use model::{Annex, Closing, Heading, Paper, Reference, Signer, Size, Title};
pub use part::{Align, Column, Level, Part, Row, Table};
pub use sheet::{Book, Cell, Sheet, SheetColumn};
pub use text::{Paragraph, Run, address, line};
pub use wording::{Annexed, Block, COUNTRY, Head, MOTTO, RECIPIENTS, Signing, Wording};
pub use words::{decimal, percent, place_and_day, short_day, whole};
pub use xlsx::xlsx;
