//! The typesetter: a fixed template, the data of one paper, and faces in memory. It reaches no file and no network.

use crate::fault::Fault;
use crate::fonts::Fonts;
use std::sync::{LazyLock, Mutex, PoisonError};
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The typesetter follows the nesting of content; a thread of a server may have less of a stack than that takes.
const STACK: usize = 32 << 20;
/// What was set is remembered for so many papers, because heads are alike; but not of large ones.
const REMEMBERED: usize = 4;
/// Bytes of data of a paper that counts as large.
const LARGE: usize = 200_000;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("paper.typ")));

/// All the typesetter can see.
struct Sheet<'a> {
    fonts: &'a Fonts,
    data: Bytes,
    /// A QR code as a drawing.
    code: Option<Bytes>,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.get().vpath().get_with_slash() {
            "/paper.json" => Ok(self.data.clone()),
            "/code.svg" => self.code.clone().ok_or(FileError::AccessDenied),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, at: usize) -> Option<Font> {
        self.fonts.face(at)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a paper. One at a time, whoever asks: a long one takes much memory, and all processors as it is.
pub(crate) fn typeset(
    data: Vec<u8>,
    code: Option<Vec<u8>>,
    fonts: &Fonts,
    archival: bool,
) -> Result<Vec<u8>, Fault> {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let remembered = if data.len() > LARGE { 0 } else { REMEMBERED };
    let sheet = Sheet { fonts, data: Bytes::new(data), code: code.map(Bytes::new) };
    // In a thread of its own, a breakdown of the typesetter ends the thread and nothing else.
    let made = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().name("print".to_owned()).stack_size(STACK);
        let working = thread.spawn_scoped(scope, || set(&sheet, archival)).map_err(broken)?;
        working.join().unwrap_or_else(|cause| Err(Fault::Broken(told(cause.as_ref()))))
    });
    typst::comemo::evict(remembered);
    made
}

fn set(sheet: &Sheet<'_>, archival: bool) -> Result<Vec<u8>, Fault> {
    let standards = if archival { PdfStandards::new(&[PdfStandard::A_2a]) } else { PdfStandards::new(&[]) };
    let options = PdfOptions {
        creator: Smart::Custom(Some("Đầu Mối".to_owned())),
        standards: standards.map_err(|error| Fault::Typesetter(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    let Warned { output, .. } = typst::compile(sheet);
    let pages = output.map_err(|errors| Fault::Typesetter(listed(&errors)))?;
    typst_pdf::pdf(&pages, &options).map_err(|errors| {
        let said = listed(&errors);
        if archival { Fault::NotArchival(said) } else { Fault::Typesetter(said) }
    })
}

fn listed(errors: &[SourceDiagnostic]) -> String {
    let said = errors.iter().take(3).map(|error| error.message.as_str());
    said.collect::<Vec<_>>().join("; ")
}

fn broken(error: std::io::Error) -> Fault {
    Fault::Broken(error.to_string())
}

/// What a panic said.
fn told(cause: &(dyn std::any::Any + Send)) -> String {
    let words = cause.downcast_ref::<String>().map(String::as_str);
    words.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or("without a word").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_typesetter_refuses_is_told_and_the_next_paper_is_made() {
        let refused = typeset(b"no data".to_vec(), None, &Fonts::built_in(), false);
        assert!(matches!(refused, Err(Fault::Typesetter(_))), "{refused:?}");
        assert!(crate::pdf(&paper::Paper::default(), &crate::Particulars::default()).is_ok());
    }

    #[test]
    fn the_typesetter_sees_nothing_else() {
        let sheet = Sheet { fonts: &Fonts::built_in(), data: Bytes::from_string("{}"), code: None };
        let other = Source::detached("").id().get().map(|path| path.with_extension("txt")).intern();
        assert!(sheet.file(other).is_err() && sheet.source(other).is_err() && sheet.today(None).is_none());
    }

    #[test]
    fn a_breakdown_says_what_it_said() {
        assert_eq!(told(&"no glyph"), "no glyph");
        assert_eq!(told(&"no glyph 7".to_owned()), "no glyph 7");
        assert_eq!(told(&7), "without a word");
    }
}
