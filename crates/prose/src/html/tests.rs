//! Pages as they come out, and that nothing hostile can come out.

use expect_test::expect;
use proptest::prelude::*;

use crate::{Body, HtmlOptions, Picture, Pictures, samples};

struct Store;

impl Pictures for Store {
    fn picture(&self, asset: &str) -> Option<Picture> {
        Some(Picture {
            src: format!("/anh/{asset}/800.webp"),
            srcset: format!("/anh/{asset}/400.webp 400w, /anh/{asset}/800.webp 800w"),
            width: 800,
            height: 600,
        })
    }
}

#[test]
fn a_page_shows_everything() {
    let options = HtmlOptions { pictures: &Store, ..HtmlOptions::default() };
    expect![[r#"
        <h2 id="muc-hop-bao-quy-iii">Họp báo quý III</h2>
        <p class="align-center">Sáng <strong>25/9</strong>, <a href="https://so.example.vn/a?b=1&amp;c=2" rel="noopener"><em>Sở Thông tin</em></a><br>họp. Diện tích 5 m<sup>2</sup>, H<sub>2</sub>O, <u>chú ý</u> <s>bỏ</s></p>
        <ul><li>một<ol start="3"><li>ba</li></ol></li><li>hai</li></ul>
        <blockquote><p>“Lời &lt;nói&gt;”</p></blockquote>
        <div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1"><table><thead><tr><th scope="col">Xã</th><th scope="colgroup" colspan="2">Số hộ</th></tr></thead><tbody><tr><th scope="row">Nà Ớt</th><td>120</td><td></td></tr></tbody></table></div>
        <figure><img src="/anh/018f0000-0000-7000-8000-00000000000a/800.webp" srcset="/anh/018f0000-0000-7000-8000-00000000000a/400.webp 400w, /anh/018f0000-0000-7000-8000-00000000000a/800.webp 800w" sizes="(min-width: 48rem) 46rem, 100vw" width="800" height="600" alt="Bà con &quot;họp&quot;" loading="lazy" decoding="async"><figcaption>Họp thôn <span class="credit">Ảnh: Lò Thị Mai</span></figcaption></figure>
        <hr>
        <h3 id="muc-hop-bao-quy-iii-2">Họp báo quý III</h3>
    "#]].assert_eq(&samples::everything().to_html(&options));
}

#[test]
fn a_picture_that_is_gone_leaves_its_words() {
    let html = samples::everything().to_html(&HtmlOptions::default());
    assert!(html.contains(r#"<p class="picture-missing">Bà con "họp"</p><figcaption>Họp thôn"#), "{html}");
}

#[test]
fn links_to_our_own_sites_are_not_external() {
    let body = Body::from_notation("[a](https://ta.vn/x) [b](https://ta.vn.evil.vn/x) [c](/x)").unwrap();
    let options = HtmlOptions { own_hosts: &["ta.vn"], ..HtmlOptions::default() };
    assert_eq!(
        body.to_html(&options),
        "<p><a href=\"https://ta.vn/x\">a</a> <a href=\"https://ta.vn.evil.vn/x\" rel=\"noopener\">b</a> <a href=\"/x\">c</a></p>\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tags_are_ours_and_balanced(body in samples::body()) {
        let html = body.to_html(&HtmlOptions { pictures: &Store, ..HtmlOptions::default() });
        let mut open: Vec<&str> = vec![];
        for tag in html.split('<').skip(1) {
            let name: &str = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => prop_assert_eq!(open.pop(), Some(name)),
                None if matches!(name, "br" | "hr" | "img") => {}
                None => open.push(name),
            }
            prop_assert!(tag.contains('>'));
        }
        prop_assert!(open.is_empty());
        prop_assert!(!html.contains("<script"));
    }
}
