//! The plain form: what is typed is what is meant, and what it cannot say is told before it is lost.

use expect_test::expect;
use proptest::prelude::*;

use super::Lost;
use crate::{Body, samples};

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_told_as_lost_reads_back_equal(body in samples::body()) {
        if body.lost_in_notation().is_empty() {
            prop_assert_eq!(Body::from_notation(&body.to_notation()).unwrap(), body);
        }
    }

    #[test]
    fn what_the_notation_is_made_for_loses_nothing(body in samples::plain_body()) {
        let notation = body.to_notation();
        prop_assert_eq!(Body::from_notation(&notation).unwrap(), body.clone(), "{}", notation);
        prop_assert_eq!(body.lost_in_notation(), vec![]);
    }

    #[test]
    fn anything_typed_is_read_or_refused(text in r##"([a-c*_#>|`~^\[\]()<&;:!1.\\ -]|\n|\[a\]\(/b\)|<br>|&lt;){0,60}"##) {
        if let Ok(body) = Body::from_notation(&text) {
            let typed: Vec<char> = text.chars().filter(|c| "abc".contains(*c)).collect();
            let kept = body.to_text().chars().filter(|c| "abc".contains(*c)).count();
            prop_assert!(kept <= typed.len() + 4 * text.matches('&').count());
        }
    }
}

fn json(notation: &str) -> String {
    Body::from_notation(notation).unwrap().to_json()
}

#[test]
fn everything_it_can_say() {
    expect![[r###"
        ## Họp báo quý III

        Sáng **25/9**&#8203;, [*Sở Thông tin*](<https://so.example.vn/a?b=1&c=2>)
        họp. Diện tích 5 m&#8203;^2^&#8203;, H&#8203;~2~&#8203;O, chú ý ~~bỏ~~

        - một

          3. ba

        - hai

        > “Lời \<nói>”

        | Xã | Số hộ | |
        | --- | --- | --- |
        | Nà Ớt | 120 | |

        ![Bà con "họp"](asset:018f0000-0000-7000-8000-00000000000a "Họp thôn | Ảnh: Lò Thị Mai")

        ---

        ### Họp báo quý III
    "###]]
    .assert_eq(&samples::everything().to_notation());
    let lost = samples::everything().lost_in_notation();
    assert_eq!(
        lost,
        [
            (2, Lost::Underline),
            (2, Lost::Alignment),
            (5, Lost::Span),
            (5, Lost::HeaderCell),
            (5, Lost::CellContent)
        ]
    );
}

#[test]
fn it_reads_as_an_official_means_it() {
    for (typed, means) in [
        (
            "một\nhai",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"một"},{"type":"hardBreak"},{"type":"text","text":"hai"}]}]"#,
        ),
        (
            "một\r\n\r\n\r\nhai",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"một"}]},{"type":"paragraph","content":[{"type":"text","text":"hai"}]}]"#,
        ),
        ("# To", r#"[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"To"}]}]"#),
        (
            "    thụt vào **đậm**",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"thụt vào "},{"type":"text","marks":[{"type":"bold"}],"text":"đậm"}]}]"#,
        ),
        (
            "Lời\n---",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"Lời"}]},{"type":"horizontalRule"}]"#,
        ),
        (
            "Lời\n===",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"Lời"}]},{"type":"paragraph","content":[{"type":"text","text":"==="}]}]"#,
        ),
        (
            "[1]: https://a.vn",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"[1]: https://a.vn"}]}]"#,
        ),
        (
            "a\n\n[1]: /x\n[2]: /y 'z'\n\nb [1]",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"a"}]},{"type":"paragraph","content":[{"type":"text","text":"[1]: /x"},{"type":"hardBreak"},{"type":"text","text":"[2]: /y 'z'"}]},{"type":"paragraph","content":[{"type":"text","text":"b [1]"}]}]"#,
        ),
        (
            "<b onclick=x>a</b> `c`",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"<b onclick=x>a</b> `c`"}]}]"#,
        ),
        (
            "<script>\nalert(1)\n</script>",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"<script>"},{"type":"hardBreak"},{"type":"text","text":"alert(1)"},{"type":"hardBreak"},{"type":"text","text":"</script>"}]}]"#,
        ),
        (
            "![x](http://a.vn/b.png)",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"![x](http://a.vn/b.png)"}]}]"#,
        ),
        (
            "a ![x](asset:018f0000-0000-7000-8000-00000000000A \"c \\\\| d | e\") b",
            r#"[{"type":"paragraph","content":[{"type":"text","text":"a"}]},{"type":"figure","attrs":{"asset":"018f0000-0000-7000-8000-00000000000a","alt":"x","caption":"c | d","credit":"e"}},{"type":"paragraph","content":[{"type":"text","text":"b"}]}]"#,
        ),
        (
            "|  |  |\n|--|--|\n| a | b<br>c |",
            r#"[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"b"},{"type":"hardBreak"},{"type":"text","text":"c"}]}]}]}]}]"#,
        ),
    ] {
        assert_eq!(json(typed), format!(r#"{{"type":"doc","content":{means}}}"#), "{typed}");
    }
}

#[test]
fn what_cannot_be_kept_is_refused_in_words() {
    for (typed, key) in [
        ("[a](javascript:alert(1))", "link"),
        ("[a](www.a.vn)", "link"),
        ("![a](asset:12)", "value"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "too-many-columns"),
        (&"> ".repeat(40), "too-deep"),
        (&"a".repeat(2_000_001), "too-long"),
    ] {
        assert_eq!(Body::from_notation(typed).unwrap_err().reason.key(), key, "{typed}");
    }
}

#[test]
fn hostile_notation_is_read_quickly() {
    for piece in [
        "> ",
        "- ",
        "[",
        "![",
        "*",
        "**a ",
        "_a *b ",
        "`",
        "<",
        "<!--",
        "~",
        "^",
        "&",
        "\\",
        "|",
        "a|b\n-|-\n",
        "1. ",
        "[a](<",
        "[1]: a\n",
        "# a\n",
    ] {
        let _ = Body::from_notation(&piece.repeat(100_000 / piece.len()));
    }
}
