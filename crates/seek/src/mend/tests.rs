//! What is read out of slips and unread keys.

use super::{edits, keys};
use crate::query::Limits;

fn read(text: &str) -> Option<String> {
    keys::typed_keys(text, Limits::default())
}

#[test]
fn telex_and_vni_are_read() {
    for (typed, meant) in [
        ("tuyeen truyeenf", "tuyên truyền"),
        ("tuye6n truye62n", "tuyên truyền"),
        ("tuyene truyenef", "tuyên truyền"),
        ("dduwowngf", "đường"),
        ("duwowngf", "dường"),
        ("dduongwf", "đường"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("d9u7o7ng2", "đường"),
        ("d9iện", "d9iện"),
        ("thuowr", "thuở"),
        ("quys", "quý"),
        ("Nooij vuj", "nội vụ"),
        ("hooij nghij 2026", "hội nghị 2026"),
        ("\"hojp baos\" muc:tin", "\"họp báo\" muc:tin"),
    ] {
        assert_eq!(read(typed).as_deref().unwrap_or(typed), meant, "{typed}");
    }
}

#[test]
fn words_as_they_stand_are_left_alone() {
    for text in ["tuyen truyen", "covid19", "h5n1", "2026", "string", "xyzzy", "", "tuyên truyền"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn slips_of_one_finger() {
    let near = edits::of("truyen");
    for word in ["tuyen", "truyne", "truuyen", "truyem"] {
        assert!(near.iter().any(|n| n == word), "{word}");
    }
    assert!(!near.iter().any(|n| n == "truyen"));
    assert!(
        edits::of("a").is_empty() && edits::of("abc1").is_empty() && edits::of(&"a".repeat(99)).is_empty()
    );
    assert!(edits::halves("thoitiet").contains(&("thoi".into(), "tiet".into())));
}
