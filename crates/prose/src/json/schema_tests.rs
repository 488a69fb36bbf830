//! The published schema and the parser say the same.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{Body, samples};

const SCHEMA: &str = include_str!("../../../../docs/story-body.schema.json");

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&serde_json::from_str(SCHEMA).unwrap()).unwrap()
}

fn doc(block: Value) -> Value {
    json!({ "type": "doc", "content": [block] })
}

fn marked(mark: Value) -> Value {
    doc(json!({ "type": "paragraph", "content": [{ "type": "text", "text": "a", "marks": [mark] }] }))
}

fn link(href: &str) -> Value {
    marked(json!({ "type": "link", "attrs": { "href": href } }))
}

const ID: &str = "018f0000-0000-7000-8000-00000000000a";

fn cell(attrs: Value) -> Value {
    doc(
        json!({ "type": "table", "content": [{ "type": "tableRow", "content": [{ "type": "tableCell", "attrs": attrs }] }] }),
    )
}

fn valid() -> Vec<Value> {
    let text = json!({ "type": "text", "text": "a" });
    vec![
        json!({ "type": "doc" }),
        json!({ "type": "doc", "content": null }),
        doc(json!({ "type": "paragraph", "attrs": { "textAlign": null }, "content": [text] })),
        doc(json!({ "type": "paragraph", "attrs": { "textAlign": "justify" } })),
        doc(
            json!({ "type": "paragraph", "content": [{ "type": "hardBreak", "marks": [{ "type": "bold" }] }] }),
        ),
        doc(json!({ "type": "paragraph", "content": [{ "type": "text", "text": "" }] })),
        doc(json!({ "type": "heading", "attrs": { "level": 3, "textAlign": null }, "content": [text] })),
        doc(
            json!({ "type": "bulletList", "content": [{ "type": "listItem", "content": [{ "type": "blockquote" }] }] }),
        ),
        doc(
            json!({ "type": "orderedList", "attrs": { "start": 0, "type": null }, "content": [{ "type": "listItem" }] }),
        ),
        doc(json!({ "type": "figure", "attrs": { "asset": ID, "alt": "a", "caption": null } })),
        doc(json!({ "type": "figure", "attrs": { "asset": ID }, "content": [] })),
        doc(json!({ "type": "horizontalRule" })),
        cell(json!({ "colspan": 2, "rowspan": 1000, "colwidth": [100] })),
        cell(json!(null)),
        marked(json!({ "type": "superscript" })),
        marked(
            json!({ "type": "link", "attrs": { "href": "/a", "target": "_blank", "rel": "noopener", "class": null } }),
        ),
        link("https://a.vn"),
        link("HTTP://a.vn/x y"),
        link("mailto:a@b.vn"),
        link("tel:113"),
        link("/"),
        link("/tin/1"),
        link("#"),
        link("#muc"),
    ]
}

fn invalid() -> Vec<Value> {
    vec![
        json!(null),
        json!([]),
        json!({}),
        json!({ "type": "paragraph" }),
        json!({ "type": "doc", "content": {} }),
        json!({ "type": "doc", "version": 1 }),
        json!({ "type": "doc", "content": ["a"] }),
        doc(json!({ "type": "text", "text": "a" })),
        doc(json!({ "type": "codeBlock" })),
        doc(json!({ "type": "listItem" })),
        doc(json!({ "content": [] })),
        doc(json!({ "type": "paragraph", "attrs": { "textAlign": "middle" } })),
        doc(json!({ "type": "paragraph", "attrs": { "style": "x" } })),
        doc(json!({ "type": "paragraph", "attrs": [] })),
        doc(json!({ "type": "paragraph", "content": [{ "type": "paragraph" }] })),
        doc(json!({ "type": "paragraph", "content": [{ "type": "text" }] })),
        doc(json!({ "type": "paragraph", "content": [{ "type": "text", "text": 1 }] })),
        doc(json!({ "type": "paragraph", "content": [{ "type": "hardBreak", "text": "a" }] })),
        doc(json!({ "type": "paragraph", "content": [{ "type": "image" }] })),
        doc(json!({ "type": "paragraph", "onclick": "x" })),
        doc(json!({ "type": "heading", "attrs": { "level": 1 } })),
        doc(json!({ "type": "heading", "attrs": { "level": 5 } })),
        doc(json!({ "type": "heading", "attrs": { "level": "2" } })),
        doc(json!({ "type": "heading" })),
        doc(json!({ "type": "bulletList", "content": [{ "type": "paragraph" }] })),
        doc(json!({ "type": "bulletList", "attrs": { "start": 2 } })),
        doc(json!({ "type": "orderedList", "attrs": { "start": -1 } })),
        doc(json!({ "type": "orderedList", "attrs": { "start": 1.5 } })),
        doc(json!({ "type": "orderedList", "attrs": { "start": 1_000_000_000 } })),
        doc(json!({ "type": "orderedList", "attrs": { "type": "a" } })),
        doc(json!({ "type": "table", "content": [{ "type": "tableCell" }] })),
        doc(
            json!({ "type": "table", "content": [{ "type": "tableRow", "content": [{ "type": "paragraph" }] }] }),
        ),
        doc(json!({ "type": "figure" })),
        doc(json!({ "type": "figure", "attrs": { "alt": "a" } })),
        doc(json!({ "type": "figure", "attrs": { "asset": "018f00000000700080000000000000aa" } })),
        doc(json!({ "type": "figure", "attrs": { "asset": "../../etc/passwd" } })),
        doc(json!({ "type": "figure", "attrs": { "asset": ID, "src": "x" } })),
        doc(json!({ "type": "figure", "attrs": { "asset": ID }, "content": [{ "type": "paragraph" }] })),
        doc(json!({ "type": "horizontalRule", "content": [{ "type": "paragraph" }] })),
        cell(json!({ "colspan": 0 })),
        cell(json!({ "rowspan": 1001 })),
        cell(json!({ "colwidth": 3 })),
        cell(json!({ "background": "red" })),
        marked(json!({ "type": "code" })),
        marked(json!({ "type": "bold", "attrs": { "x": 1 } })),
        marked(json!("bold")),
        marked(json!({ "type": "link" })),
        marked(json!({ "type": "link", "attrs": { "href": null } })),
        marked(json!({ "type": "link", "attrs": { "href": "/a", "onclick": "x" } })),
        link(""),
        link("javascript:alert(1)"),
        link("data:text/html,x"),
        link("//evil.vn"),
        link("/\\evil.vn"),
        link("https:///evil"),
        link("http:evil"),
        link("mailto:"),
        link("trang.html"),
        link("www.a.vn"),
        link(&format!("/{}", "x".repeat(2_048))),
    ]
}

#[test]
fn schema_and_parser_agree() {
    let schema = validator();
    for sample in valid() {
        assert_eq!(Body::from_value(&sample).map(drop), Ok(()), "{sample}");
        assert!(schema.is_valid(&sample), "schema refuses {sample}");
    }
    for sample in invalid() {
        assert!(Body::from_value(&sample).is_err(), "parser takes {sample}");
        assert!(!schema.is_valid(&sample), "schema takes {sample}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_fits_the_schema(body in samples::body()) {
        let written: Value = serde_json::from_str(&body.to_json()).unwrap();
        prop_assert!(validator().is_valid(&written), "{}", written);
    }
}
