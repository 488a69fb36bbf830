//! Every setting and command has its place in the README.

#[test]
fn every_setting_is_documented() {
    let readme = include_str!("../../../../README.md");
    let vietnamese = include_str!("../../../../README.vi.md");
    for (flag, variable) in daumoi::config::SETTINGS {
        for (name, text) in [("README.md", readme), ("README.vi.md", vietnamese)] {
            assert!(text.contains(flag) && text.contains(variable), "{flag} / {variable} is not in {name}");
        }
    }
}
