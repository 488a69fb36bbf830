//! Writes the sample papers as `.pdf` and `.docx` into a folder, to be looked at beside each other:
//! `cargo run -p print --example side_by_side -- FOLDER [FOLDER OF FONTS]`.

use std::path::PathBuf;

#[path = "../tests/it/samples.rs"]
#[expect(dead_code, reason = "the long papers are for measuring")]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = words.next().ok_or("which folder?")?;
    let fonts = words
        .next()
        .map_or_else(|| Ok(print::Fonts::built_in()), |folder| print::Fonts::in_folder(&folder))?;
    let check = print::Check {
        words: "Kiểm tra văn bản tại".to_owned(),
        address: "https://vankhe.vn/kiem-tra/7K2M-QX4D".to_owned(),
    };
    for (name, paper) in samples::all() {
        let check = (name == "notice").then(|| check.clone());
        let particulars = print::Particulars { fonts: fonts.clone(), check, ..Default::default() };
        std::fs::write(folder.join(name).with_extension("pdf"), print::pdf(&paper, &particulars)?)?;
        std::fs::write(folder.join(name).with_extension("docx"), paper::docx(&paper)?)?;
    }
    Ok(())
}
