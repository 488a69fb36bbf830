//! An article is found whole and alone, and bad pages do no harm.

use super::*;
use proptest::prelude::*;
use std::time::Instant;

const PARAGRAPH: &str = "Sáng 5/3, xã Bình An ra quân dọn vệ sinh đường làng với hơn hai trăm người tham gia, thu gom ba tấn rác thải nhựa, trồng mới một nghìn cây xanh dọc hai bên đường.";

fn page(body: &str) -> Article {
    let html = format!(
        "<html lang=vi><head><title>Bình An dọn đường làng - Báo Mẫu</title>
        <meta property='og:site_name' content='Báo Mẫu'><meta property='og:image' content='https://bao.vn/a.jpg'>
        <link rel=canonical href='https://bao.vn/1.html'></head><body><nav><a href=/>Trang chủ</a></nav>
        <article><h1>Bình An dọn đường làng</h1>{body}</article><footer>Bản quyền</footer></body></html>"
    );
    article(html.as_bytes(), &Hint::default()).unwrap()
}

#[test]
fn the_article_is_told_with_its_facts() {
    let got = page(&format!(
        "<p class=sapo>Hơn hai trăm người dân xã Bình An cùng dọn đường làng trong buổi sáng chủ nhật.</p><p>{PARAGRAPH}</p>
        <figure><img><figcaption>Người dân dọn đường. Ảnh: An</figcaption></figure><p>{PARAGRAPH} Lần hai.</p>"
    ));
    assert_eq!(got.title, "Bình An dọn đường làng");
    assert!(got.text.starts_with("Hơn hai trăm người dân"), "{}", got.text);
    assert!(got.text.ends_with("Lần hai."), "{}", got.text);
    assert!(!got.text.contains("Ảnh:") && !got.text.contains("Bản quyền") && !got.text.contains("Trang chủ"));
    assert_eq!(got.site.as_deref(), Some("Báo Mẫu"));
    assert_eq!(got.language.as_deref(), Some("vi"));
    assert_eq!(got.link.as_deref(), Some("https://bao.vn/1.html"));
    assert_eq!(got.image.as_deref(), Some("https://bao.vn/a.jpg"));
}

#[test]
fn labels_between_paragraphs_are_left_out() {
    let paragraphs: String =
        (0..4).map(|n| format!("<p>{PARAGRAPH} {n}.</p><p>Nội dung bài</p><p>Advertisement</p>")).collect();
    let got = page(&paragraphs);
    assert_eq!(got.text.split("\n\n").count(), 4, "{}", got.text);
}

#[test]
fn what_is_stated_for_machines_helps_where_the_page_hides_its_text() {
    let whole: Vec<String> = (0..8).map(|n| format!("{PARAGRAPH} Đoạn {n}.")).collect();
    let stated = serde_json::json!({ "@type": "NewsArticle", "headline": "Bình An dọn đường làng", "articleBody": whole.join("\n") });
    let got = page(&format!("<script type='application/ld+json'>{stated}</script><p>{PARAGRAPH}</p>"));
    assert_eq!(got.text.split("\n\n").count(), 8, "{}", got.text);
    assert!(got.notes.iter().any(|n| n.key == "other-reading"));
}

#[test]
fn hostile_pages_take_no_longer_than_their_length() {
    for text in [
        format!("<html><body>{}{PARAGRAPH}", "<div>".repeat(50_000)),
        format!("<html><body><p>{PARAGRAPH}{}", "<b><i>".repeat(100)),
        format!("<html><body><p>{PARAGRAPH}{}", "<p>a".repeat(20_000)),
        format!("<html><body><table>{}", "<tr><td>a".repeat(10_000)),
    ] {
        let start = Instant::now();
        let _ = article(text.as_bytes(), &Hint::default());
        assert!(
            start.elapsed().as_secs() < 20,
            "{:?} {}",
            start.elapsed(),
            text.get(..30).unwrap_or_default()
        );
    }
}

proptest! {
    #[test]
    fn no_pieces_of_pages_panic(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "<p>", "</p>", "<div>", "</div>", "<table>", "<td>", "<article>", "<h1>", "<a href='", "'>", "<script>", "<!--", "-->",
        "<br>", "<ul><li>", "<svg>", "<math>", "<template>", "<select>", "Đ", "\u{0}", "&#x", "&amp", "<form>", "Sáng 5/3, xã An. ",
    ]), 0..60)) {
        let text = format!("<html><body>{}", pieces.concat());
        let _ = article(text.as_bytes(), &Hint::default());
    }
}
