//! A word processor reads what was written. Without LibreOffice on the machine these say that they skip.

use crate::samples;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether LibreOffice is here.
fn office() -> Option<&'static str> {
    let found = Command::new("soffice").arg("--version").output().is_ok_and(|said| said.status.success());
    if !found {
        let _ =
            std::io::Write::write_all(&mut std::io::stderr(), b"skipped: no LibreOffice (soffice) here\n");
    }
    found.then_some("soffice")
}

/// Converts a file, in a profile of its own.
fn converted(office: &str, folder: &Path, name: &str, bytes: &[u8], to: &str) -> PathBuf {
    let from = folder.join(name);
    std::fs::write(&from, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let format = to.split(':').next().unwrap();
    let said = Command::new(office)
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(&from)
        .output()
        .unwrap();
    let made = from.with_extension(format);
    assert!(made.exists(), "{}", String::from_utf8_lossy(&said.stderr));
    made
}

#[test]
fn a_word_processor_reads_a_report() {
    let Some(office) = office() else { return };
    let folder = tempfile::tempdir().unwrap();
    let bytes = paper::docx(&samples::report()).unwrap();
    let text = converted(office, folder.path(), "bao-cao.docx", &bytes, "txt:Text (encoded):UTF8");
    let text = std::fs::read_to_string(text).unwrap();
    crate::in_order(
        &text,
        &[
            "SỞ VĂN HÓA",
            "Độc lập - Tự do",
            "Số: 05/BC-SVHTTDL",
            "BÁO CÁO",
            "I. Kết quả",
            "Xã Mường Tía 40",
            "Lò Văn Thắng",
        ],
    );
    let pdf = converted(office, folder.path(), "bao-cao.docx", &bytes, "pdf");
    assert!(std::fs::read(pdf).unwrap().starts_with(b"%PDF"));
}

#[test]
fn a_spreadsheet_reads_a_book() {
    let Some(office) = office() else { return };
    let folder = tempfile::tempdir().unwrap();
    let bytes = paper::xlsx(&samples::book()).unwrap();
    // Field by a comma, text in quotes, UTF-8, as shown on the screen.
    let rows = converted(
        office,
        folder.path(),
        "tin.xlsx",
        &bytes,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
    );
    let rows = std::fs::read_to_string(rows).unwrap();
    crate::in_order(
        &rows,
        &[
            "Tin, bài tháng 11 năm 2026",
            "TT,Tên",
            "1,=1+1,1.204.500,\"1.234,50\",\"12,5%\",22/11/2026,Báo Vân Khê",
            "Cộng",
        ],
    );
}
