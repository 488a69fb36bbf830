//! Every way the JSON of a text can be right or wrong, and that what is kept is always the same bytes.

use expect_test::expect;
use proptest::prelude::*;

use crate::{Body, MAX_NODES, samples};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_equal(body in samples::body()) {
        let json = body.to_json();
        let again = Body::parse(&json).unwrap();
        prop_assert_eq!(&again, &body);
        prop_assert_eq!(again.to_json(), json);
    }

    #[test]
    fn canonical_form_is_final(body in samples::body()) {
        let again = Body::from_blocks(body.blocks().to_vec()).unwrap();
        prop_assert_eq!(again, body);
    }

    #[test]
    fn any_json_is_read_or_refused(text in r#"[{}\[\]":,a-z0-9 ]{0,60}"#) {
        let _ = Body::parse(&text);
    }
}

fn paragraph(inner: &str) -> String {
    format!(r#"{{"type":"doc","content":[{{"type":"paragraph","content":[{inner}]}}]}}"#)
}

#[test]
fn equal_content_has_equal_bytes() {
    let one = paragraph(
        r#"{"type":"text","text":"Vie\u0302\u0323t"},{"text":" Nam ","type":"text","marks":[]},{"type":"hardBreak","marks":[{"type":"bold"}]}"#,
    );
    let other = r#"{"content":[{"type":"paragraph","attrs":{"textAlign":"left"},"content":[{"type":"text","text":"Việt Nam"}]},{"type":"paragraph","attrs":{"textAlign":null}}],"type":"doc"}"#;
    assert_eq!(Body::parse(&one).unwrap().hash_input(), Body::parse(other).unwrap().hash_input());
    assert_eq!(
        Body::parse(other).unwrap().to_json(),
        r#"{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Việt Nam"}]}]}"#
    );
}

#[test]
fn an_empty_text_keeps_a_place_for_the_cursor() {
    let empty = Body::parse(r#"{"type":"doc"}"#).unwrap();
    assert!(empty.is_empty());
    assert_eq!(empty.to_json(), r#"{"type":"doc","content":[{"type":"paragraph"}]}"#);
    assert_eq!(Body::parse(&empty.to_json()).unwrap(), empty);
}

#[test]
fn everything_is_kept() {
    expect![[r#"
        {"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Họp báo quý III"}]},{"type":"paragraph","attrs":{"textAlign":"center"},"content":[{"type":"text","text":"Sáng "},{"type":"text","marks":[{"type":"bold"}],"text":"25/9"},{"type":"text","text":", "},{"type":"text","marks":[{"type":"link","attrs":{"href":"https://so.example.vn/a?b=1&c=2"}},{"type":"italic"}],"text":"Sở Thông tin"},{"type":"hardBreak"},{"type":"text","text":"họp. Diện tích 5 m"},{"type":"text","marks":[{"type":"superscript"}],"text":"2"},{"type":"text","text":", H"},{"type":"text","marks":[{"type":"subscript"}],"text":"2"},{"type":"text","text":"O, "},{"type":"text","marks":[{"type":"underline"}],"text":"chú ý"},{"type":"text","text":" "},{"type":"text","marks":[{"type":"strike"}],"text":"bỏ"}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"một"}]},{"type":"orderedList","attrs":{"start":3},"content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"ba"}]}]}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"hai"}]}]}]},{"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"“Lời <nói>”"}]}]},{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Xã"}]}]},{"type":"tableHeader","attrs":{"colspan":2},"content":[{"type":"paragraph","content":[{"type":"text","text":"Số hộ"}]}]}]},{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"Nà Ớt"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"120"}]}]},{"type":"tableCell","content":[{"type":"paragraph"}]}]}]},{"type":"figure","attrs":{"asset":"018f0000-0000-7000-8000-00000000000a","alt":"Bà con \"họp\"","caption":"Họp thôn","credit":"Ảnh: Lò Thị Mai"}},{"type":"horizontalRule"},{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Họp báo quý III"}]}]}
    "#]]
    .assert_eq(&(samples::everything().to_json() + "\n"));
}

#[test]
fn errors_name_the_place_in_words() {
    let nested = r#"{"type":"doc","content":[{"type":"horizontalRule"},{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"bold"},{"type":"blink"}]}]}]}]}]}]}]}]}"#;
    let wanted = expect![[
        r#"block 2 › row 1 › cell 1 › block 1 › item 1 › block 1 › text 1 › mark 2: the mark “blink” is not known"#
    ]];
    wanted.assert_eq(&Body::parse(nested).unwrap_err().to_string());
    let link = paragraph(
        r#"{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}"#,
    );
    expect![[r#"block 1 › text 1 › mark 1: the link “javascript:alert(1)” cannot be kept: the address must begin with https://, http://, mailto:, tel:, / or #"#]]
        .assert_eq(&Body::parse(&link).unwrap_err().to_string());
}

#[test]
fn hostile_json_is_refused_quickly() {
    let deep = |n: usize| {
        format!(
            r#"{{"type":"doc","content":[{}{}{}]}}"#,
            r#"{"type":"blockquote","content":["#.repeat(n),
            r#"{"type":"paragraph","content":[{"type":"text","text":"a"}]}"#,
            "]}".repeat(n)
        )
    };
    assert!(Body::parse(&deep(29)).is_ok());
    assert_eq!(Body::parse(&deep(30)).unwrap_err().reason.key(), "too-deep");
    assert_eq!(Body::parse(&deep(100_000)).unwrap_err().reason.key(), "too-long");
    assert_eq!(Body::parse(&deep(10_000)).unwrap_err().reason.key(), "not-json");
    let many = vec![r#"{"type":"text","text":"a"}"#; MAX_NODES].join(",");
    assert_eq!(Body::parse(&paragraph(&many)).unwrap_err().reason.key(), "too-many");
    let cells = vec![r#"{"type":"tableCell"}"#; 10_001].join(",");
    let wide = format!(
        r#"{{"type":"doc","content":[{{"type":"table","content":[{{"type":"tableRow","content":[{cells}]}}]}}]}}"#
    );
    assert_eq!(Body::parse(&wide).unwrap_err().reason.key(), "too-many-cells");
    let long = paragraph(&format!(r#"{{"type":"text","text":"{}"}}"#, "a".repeat(2_000_000)));
    assert_eq!(Body::parse(&long).unwrap_err().reason.key(), "too-long");
    // Letters that grow when composed are counted as kept.
    let growing = paragraph(&format!(r#"{{"type":"text","text":"{}"}}"#, "\u{1d160}".repeat(450_000)));
    assert_eq!(Body::parse(&growing).unwrap_err().reason.key(), "too-long");
}
