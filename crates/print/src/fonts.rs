//! The faces papers are set in: those of the program, and Times New Roman or one of its measure where the office has it.

use crate::fault::Fault;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, FontStyle};
use typst::utils::LazyHash;

/// The families that are looked for in a folder, the best first: the one the decree names, and two of its widths.
const WANTED: [&str; 3] = ["Times New Roman", "Tinos", "Liberation Serif"];
/// The family that is part of the program.
pub(crate) const OWN: &str = "Libertinus Serif";
/// The letters that Vietnamese has beside those of English. A family without one of them would be mixed with another
/// inside of words; some builds of Liberation Serif are.
const LETTERS: &str = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ";
/// More files of a folder are not looked at.
const MOST_FILES: usize = 200;
/// Larger files are no text face.
const LARGEST: u64 = 32 << 20;

/// Faces, read once and shared: a copy costs nothing.
#[derive(Clone)]
pub struct Fonts(Arc<Set>);

struct Set {
    family: &'static str,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

/// Its bold faces are left out, and the half bold ones stand for them: the bold one sets the marks of Ộ, Ệ and Ậ too high,
/// and the bold sloping one has no Ơ and Ư of its own, which are read back double.
static BUILT_IN: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let faces = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data)));
    faces.filter(|face| face.info().family != OWN || face.info().variant.weight.to_number() < 700).collect()
});

impl Fonts {
    /// The faces that are part of the program. They hold all letters of Vietnamese.
    pub fn built_in() -> Fonts {
        static SET: LazyLock<Fonts> = LazyLock::new(|| Fonts::of(OWN, BUILT_IN.clone()));
        SET.clone()
    }

    /// The faces of a folder (`.ttf`, `.otf`, `.ttc`, `.otc`; not of folders in it) before those of the program.
    ///
    /// # Errors
    ///
    /// [`Fault::Fonts`] when the folder cannot be read, or Times New Roman, Tinos or Liberation Serif is not in it with
    /// its four faces and all letters of Vietnamese: a folder that changes nothing is a mistake in the settings.
    pub fn in_folder(folder: &Path) -> Result<Fonts, Fault> {
        let fault = |why: String| Fault::Fonts { folder: folder.to_owned(), why };
        let entries = std::fs::read_dir(folder).map_err(|error| fault(error.to_string()))?;
        let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.retain(|path| is_face(path));
        paths.sort();
        let mut faces = Vec::new();
        for path in paths.iter().take(MOST_FILES) {
            let said = |error: std::io::Error| fault(format!("{}: {error}", path.display()));
            if std::fs::metadata(path).map_err(said)?.len() <= LARGEST {
                faces.extend(Font::iter(Bytes::new(std::fs::read(path).map_err(said)?)));
            }
        }
        let family = family_of(&faces).map_err(fault)?;
        faces.extend(BUILT_IN.iter().cloned());
        Ok(Fonts::of(family, faces))
    }

    /// The family papers are set in.
    pub fn family(&self) -> &'static str {
        self.0.family
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(crate) fn face(&self, at: usize) -> Option<Font> {
        self.0.faces.get(at).cloned()
    }

    fn of(family: &'static str, faces: Vec<Font>) -> Fonts {
        Fonts(Arc::new(Set { family, book: LazyHash::new(FontBook::from_fonts(&faces)), faces }))
    }
}

impl Default for Fonts {
    fn default() -> Fonts {
        Fonts::built_in()
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({} faces, {})", self.0.faces.len(), self.family())
    }
}

/// The first wanted family that is whole, or what is missing.
fn family_of(faces: &[Font]) -> Result<&'static str, String> {
    let mut missing = Vec::new();
    for family in WANTED {
        match lack(faces, family) {
            None => return Ok(family),
            Some(lack) => missing.push(lack),
        }
    }
    Err(missing.join("; "))
}

/// What a family does not have of what papers need.
fn lack(faces: &[Font], family: &str) -> Option<String> {
    for (bold, italic, name) in [
        (false, false, "regular"),
        (true, false, "bold"),
        (false, true, "italic"),
        (true, true, "bold italic"),
    ] {
        let face = faces.iter().find(|face| {
            let FontInfo { family: of, variant, .. } = face.info();
            let is_bold = variant.weight.to_number() >= 600;
            of == family && is_bold == bold && (variant.style != FontStyle::Normal) == italic
        });
        let Some(face) = face else { return Some(format!("{family} has no {name} face")) };
        let coverage = &face.info().coverage;
        if let Some(letter) = LETTERS.chars().find(|letter| !coverage.contains(u32::from(*letter))) {
            return Some(format!("{family} {name} has no {letter}"));
        }
    }
    None
}

fn is_face(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    end.is_some_and(|end| matches!(end.as_str(), "ttf" | "otf" | "ttc" | "otc"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(face: &Font) -> String {
        LETTERS.chars().filter(|letter| !face.info().coverage.contains(u32::from(*letter))).collect()
    }

    #[test]
    fn the_programs_own_faces_hold_all_letters_of_vietnamese() {
        for face in BUILT_IN.iter().filter(|face| face.info().family == OWN) {
            assert_eq!(missing(face), "", "{:?}", face.info().variant);
        }
        assert_eq!(lack(&BUILT_IN, OWN), None);
        assert_eq!(lack(&BUILT_IN, "Tinos").as_deref(), Some("Tinos has no regular face"));
    }
}
