//! Pastes as they really come: from Word, from a browser, from an attacker.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::Dropped;
use crate::{Body, HtmlOptions};

#[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
fn check(html: &str, wanted: Expect) {
    let (body, cleaned) = Body::from_html(html);
    let mut seen = body.to_html(&HtmlOptions { table_label: "", ..HtmlOptions::default() });
    for left in cleaned {
        seen.push_str(&format!("[{} {} {:?}]\n", left.count, left.what.key(), left.examples));
    }
    wanted.assert_eq(&seen);
    assert_eq!(Body::parse(&body.to_json()).unwrap(), body);
}

#[test]
fn word_lists_become_lists() {
    check(
        r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- @font-face {font-family:Symbol;} --></style></head><body lang=VI>
<!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><b><span style='font-size:14.0pt;color:red'>Kính gửi:<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Họp <st1:place>Sơn La</st1:place><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><!--[endif]-->Phụ một</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>§<span>&nbsp;</span></span>Sâu hơn</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Hai</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;</span></span>Ba</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp;&nbsp;</span></span>Bốn</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp;</span></span>Điểm a</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"#,
        expect![[r#"
            <p><strong>Kính gửi:</strong></p>
            <ul><li>Họp Sơn La<ul><li>Phụ một<ul><li>Sâu hơn</li></ul></li></ul></li><li>Hai</li></ul>
            <ol start="3"><li>Ba</li><li>Bốn</li></ol>
            <p>a) Điểm a</p>
        "#]],
    );
}

#[test]
fn word_lists_saved_as_filtered_page_become_lists() {
    check(
        r#"<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>Một</p>
<p class=MsoListParagraph style='margin-left:72.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp; </span></span>trong một</p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>Hai</p>
<p class=MsoListParagraph>2019. Không phải danh sách</p>
<p>• gõ tay</p><p>- gạch đầu dòng</p>"#,
        expect![[r#"
            <ol><li>Một<ul><li>trong một</li></ul></li><li>Hai</li></ol>
            <p>2019. Không phải danh sách</p>
            <ul><li>gõ tay</li></ul>
            <p>- gạch đầu dòng</p>
        "#]],
    );
}

#[test]
fn marks_come_from_tags_and_styles() {
    check(
        r#"<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">đậm</span> <span style="font-style:italic;color:#f00">nghiêng</span> <font color=red>đỏ</font> <span style="text-decoration:underline line-through">gạch</span> m<span style="vertical-align:super;font-size:60%">2</span> H<sub>2</sub>O</p></b><p><strong><em>cả hai</em></strong>&nbsp;<a href="https://a.vn" onclick="x()"><u>liên kết</u></a></p>"#,
        expect![[r#"
            <p><strong>đậm</strong> <em>nghiêng</em> đỏ <u><s>gạch</s></u> m<sup>2</sup> H<sub>2</sub>O</p>
            <p><strong><em>cả hai</em></strong> <a href="https://a.vn" rel="noopener">liên kết</a></p>
        "#]],
    );
}

#[test]
fn tables_keep_their_spans_and_find_their_headers() {
    check(
        r#"<table class=MsoTableGrid border=1><caption>Bảng số</caption><tr><td width=100><p class=MsoNormal align=center style='text-align:center'><b>Xã</b></p></td><td colspan=2><p><b>Số hộ</b></p></td></tr>
<tr><td rowspan=2><p>Nà Ớt</p></td><td>1</td><td><ul><li>a<li>b</ul></td></tr><tr><td>2</td><td colspan="99999999">3</td></tr></table>
<table><tr><td><h2>Khung</h2><p>chữ</p></td></tr></table>"#,
        expect![[r#"
            <p>Bảng số</p>
            <div class="table-scroll" role="region" tabindex="0" aria-label="1"><table><thead><tr><th scope="col"><p class="align-center">Xã</p></th><th scope="colgroup" colspan="2">Số hộ</th></tr></thead><tbody><tr><td rowspan="2">Nà Ớt</td><td>1</td><td><ul><li>a</li><li>b</li></ul></td></tr><tr><td>2</td><td>3</td></tr></tbody></table></div>
            <p><strong>Khung</strong></p>
            <p>chữ</p>
        "#]],
    );
}

#[test]
fn blocks_of_old_pages() {
    check(
        r#"<h1>Tên</h1><h5>Nhỏ</h5><p class=MsoTitle>Báo cáo</p><div>một<br>hai<br><br>ba<p align=right>ký tên</div><center>giữa</center><ul><li>a<ul><li>b</ul><ul><li>c</ul><p>x</ul><ol start=5><li><h3>năm</h3><p>sáu</ol><ol type=a><li>điểm<li>khoản</ol><blockquote>trích<p>dẫn</blockquote><dl><dt>T<dd>nghĩa</dl><hr><pre>dòng  một
dòng hai</pre>"#,
        expect![[r#"
            <h2 id="muc-ten">Tên</h2>
            <h4 id="muc-nho">Nhỏ</h4>
            <h2 id="muc-bao-cao">Báo cáo</h2>
            <p>một<br>hai</p>
            <p>ba</p>
            <p class="align-right">ký tên</p>
            <p class="align-center">giữa</p>
            <ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul><p>x</p></li></ul>
            <ol start="5"><li><p><strong>năm</strong></p><p>sáu</p></li></ol>
            <p>a. điểm</p>
            <p>b. khoản</p>
            <blockquote><p>trích</p><p>dẫn</p></blockquote>
            <p><strong>T</strong></p>
            <p>nghĩa</p>
            <hr>
            <p>dòng một<br>dòng hai</p>
        "#]],
    );
}

#[test]
fn pictures_stay_where_the_store_has_them() {
    check(
        r#"<p>a<img src="file:///C:/Users/x/anh_hop.jpg">b</p><img src="data:image/png;base64,AAAA" alt="Biểu đồ"><figure data-asset="018f0000-0000-7000-8000-00000000000a"><img src=/x alt="Bà con"><figcaption>Họp <b>thôn</b> <span class="credit">Ảnh: <i>Mai</i></span></figcaption></figure><figure><img src="http://a.vn/b.png"><figcaption>Chú thích</figcaption></figure><img data-asset="018f0000-0000-7000-8000-00000000000B" alt=x>"#,
        expect![[r#"
            <p>ab</p>
            <figure><p class="picture-missing">Bà con</p><figcaption>Họp thôn <span class="credit">Ảnh: Mai</span></figcaption></figure>
            <p>Chú thích</p>
            <figure><p class="picture-missing">x</p></figure>
            [3 picture ["anh_hop.jpg", "Biểu đồ", "b.png"]]
        "#]],
    );
}

#[test]
fn a_picture_of_a_known_address_becomes_its_asset() {
    let known = |address: &str| (address == "/anh/1.jpg").then(|| uuid::Uuid::from_u128(7));
    let (body, cleaned) =
        Body::from_html_with("<p><img src='/anh/1.jpg' alt='x'><img src='/anh/2.jpg'></p>", &known);
    assert_eq!(body.figures().map(|figure| figure.asset.as_u128()).collect::<Vec<_>>(), [7]);
    assert_eq!((cleaned[0].what, cleaned[0].count), (Dropped::Picture, 1));
}

#[test]
fn danger_does_not_come_in() {
    check(
        r#"<script>alert(1)</script><p onclick="x()" style="background:url(javascript:x)">a<svg onload=x><circle/><a xlink:href="javascript:x"><text>svg</text></a></svg><iframe src="https://evil.vn/f"></iframe><object data=x><embed src=y></object></p><a href="javascript:alert(1)">b</a><a href=" java&#10;script:x">c</a><a href="data:text/html,x">d</a><img src=x onerror=alert(1)><form action=/x><input name=q><button>Gửi</button><textarea></textarea></form><math><mtext><style><img src=x onerror=x></style></mtext></math><p style="display:none">ẩn</p><template><p>t</p></template><noscript><p title="</noscript><img src=x onerror=x>">n</p></noscript><meta http-equiv=refresh content="0;url=//evil"><base href=//evil><style>p{}</style><a href="//evil.vn">e</a><!--[if gte mso 9]><xml><w:x>w</w:x></xml><![endif]--><title>t</title><plaintext>f"#,
        expect![[r#"
            <p>a</p>
            <p>bcdef</p>
            [2 picture ["x"]]
            [4 embed ["https://evil.vn/f"]]
            [3 control []]
            [4 link ["javascript:alert(1)", "java script:x", "data:text/html,x"]]
            [1 hidden ["ẩn"]]
        "#]],
    );
}

#[test]
fn hostile_pages_are_read_quickly() {
    let pages = [
        "<div>".repeat(20_000) + "sâu",
        "<div><p>".repeat(20_000) + "sâu",
        "<b>".repeat(20_000) + "đậm",
        (0..10_000).map(|n| format!("<p><b class=c{n}><i style='x:{n}'>a")).collect(),
        (0..10_000).map(|n| format!("<a href=/{n}><table>")).collect(),
        "<table><tr><td>".repeat(10_000) + "ô",
        "<ul><li>".repeat(10_000) + "mục",
        "<li>".repeat(30_000),
        "<blockquote>".repeat(10_000) + "trích",
        "<span>".repeat(30_000) + "x",
        "<svg>".repeat(10_000) + "x",
        "<svg><foreignObject>".repeat(10_000) + "x",
        "<select><template>".repeat(10_000) + "x",
        "</p>".repeat(30_000),
        "</div></b></i></a>".repeat(10_000),
        "<br>".repeat(30_000),
        "&nbsp;".repeat(50_000),
        "<".repeat(50_000),
        "<!--".repeat(30_000),
        "<p ".repeat(30_000),
        "<figure><figcaption>a".repeat(10_000),
        format!("<table><tr>{}</tr></table>", "<td>a".repeat(12_000)),
        "<i>a</i>".repeat(20_000),
        "\0\u{1}\u{fffe}".repeat(10_000),
    ];
    for page in pages {
        let (body, _) = Body::from_html(&page);
        assert_eq!(Body::parse(&body.to_json()).unwrap(), body);
    }
    let (body, _) = Body::from_html(&("<div>".repeat(100_000) + "sâu"));
    assert_eq!(body.to_text(), "sâu");
    let long = format!("<p>a</p><p {}>b</p>", (0..300_000).map(|n| format!("a{n}=1 ")).collect::<String>());
    let (body, cleaned) = Body::from_html(&long);
    assert_eq!((body.to_text().as_str(), cleaned[0].what), ("a", Dropped::Rest));
}

#[test]
fn what_is_too_long_is_cut_and_told() {
    let (body, cleaned) = Body::from_html(&"<p>một đoạn văn bản khá dài để đủ cỡ</p>".repeat(60_000));
    assert!(body.blocks().len() > 10_000);
    assert_eq!(cleaned.last().map(|left| left.what), Some(Dropped::Rest));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn our_own_pages_come_back_equal_in_words(body in crate::samples::body()) {
        let options = HtmlOptions { mark_assets: true, ..HtmlOptions::default() };
        let (again, _) = Body::from_html(&body.to_html(&options));
        let words = |body: &Body| body.to_text().split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(again.figures().count(), body.figures().count());
        if body.figures().next().is_none() {
            prop_assert_eq!(words(&again), words(&body));
        }
    }

    #[test]
    fn any_page_is_read(html in r##"(<(/)?(p|b|a href="x"|table|tr|td|ul|li|h1|svg|script|br|img|span style='mso-list:Ignore')>|[a-c &;"'<>=!-]){0,60}"##) {
        let (body, _) = Body::from_html(&html);
        prop_assert_eq!(Body::parse(&body.to_json()).unwrap(), body);
    }
}
