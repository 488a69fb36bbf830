//! The faces of a folder.

use crate::{read, samples};
use print::{Fault, Fonts, Particulars};

#[test]
fn a_folder_that_changes_nothing_is_a_mistake() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |wanted: &str| {
        let refused = Fonts::in_folder(folder.path()).unwrap_err();
        assert!(matches!(&refused, Fault::Fonts { why, .. } if why.contains(wanted)), "{refused}");
    };
    refused("Times New Roman has no regular face");
    std::fs::write(folder.path().join("times.ttf"), b"no face at all").unwrap();
    std::fs::write(folder.path().join("readme.txt"), b"words").unwrap();
    refused("Times New Roman has no regular face");
    let missing = Fonts::in_folder(&folder.path().join("none")).unwrap_err();
    assert!(matches!(missing, Fault::Fonts { .. }), "{missing}");
    assert_eq!(Fonts::built_in().family(), "Libertinus Serif");
}

/// Some builds of Liberation Serif lack letters of Vietnamese, and would be mixed with another face inside of words.
/// Where the system has none, this says that it skips.
#[test]
fn faces_of_a_folder_come_first_if_they_are_whole() {
    use std::io::Write as _;
    let folder = std::path::Path::new("/usr/share/fonts/truetype/liberation");
    if !folder.join("LiberationSerif-Regular.ttf").exists() {
        std::io::stderr().write_all(b"skipped: no Liberation Serif here\n").unwrap();
        return;
    }
    match Fonts::in_folder(folder) {
        Err(fault) => assert!(fault.to_string().contains("Liberation Serif regular has no"), "{fault}"),
        Ok(fonts) => {
            assert_eq!(fonts.family(), "Liberation Serif");
            let pdf =
                print::pdf(&samples::notice(), &Particulars { fonts, ..Particulars::default() }).unwrap();
            let faces = read::faces(&pdf);
            assert!(faces.iter().all(|face| face.starts_with("LiberationSerif")), "{faces:?}");
        }
    }
}
