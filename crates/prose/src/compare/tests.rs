//! What an approver sees between two versions.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{Change, CompareOptions, State, compare, compare_text, text_to_html};
use crate::{Block, Body, HtmlOptions, Inline, samples, text};

fn options() -> CompareOptions<'static> {
    CompareOptions {
        added: "thêm:",
        removed: "bỏ:",
        form_changed: "đổi cách trình bày",
        picture_changed: "đổi ảnh",
        alt: "Mô tả ảnh",
        caption: "Chú thích",
        credit: "Tác giả",
        unchanged: &|n| format!("{n} đoạn không đổi"),
        fold_from: 3,
        html: HtmlOptions::default(),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "expectations are written in place")]
fn check(old: &str, new: &str, wanted: Expect) {
    let (old, new) = (Body::from_notation(old).unwrap(), Body::from_notation(new).unwrap());
    let comparison = compare(&old, &new);
    let html = comparison
        .to_html(&options())
        .replace(r#"<span class="visually-hidden">"#, "<")
        .replace(": </span>", ">");
    wanted.assert_eq(&format!("+{} -{}\n{html}", comparison.words_added, comparison.words_removed));
}

#[test]
fn changed_words_are_seen() {
    check(
        "## Giai đoạn 2019 - 2021\n\nSở tổ chức họp báo **quý III** tại Sơn La.\n\nGiữ nguyên.",
        "## Giai đoạn 2019 – 2021\n\nSở đã tổ chức họp báo quý III tại thành phố Sơn La.\n\nGiữ nguyên.",
        expect![[r#"
            +5 -2
            <h2>Giai đoạn 2019 <del><bỏ>-</del><ins><thêm>–</ins> 2021</h2>
            <p>Sở <ins><thêm>đã </ins>tổ chức họp báo <del><bỏ><strong>quý III</strong></del><ins><thêm>quý III</ins> tại <ins><thêm>thành phố </ins>Sơn La.</p>
            <p>Giữ nguyên.</p>
        "#]],
    );
}

#[test]
fn blocks_come_and_go_and_the_rest_is_folded() {
    check(
        "một a b c\n\nhai\n\nba\n\nbốn\n\nnăm x y z",
        "mới hoàn toàn khác\n\nmột a b c\n\nhai\n\nba\n\nbốn\n\n### năm x y z\n\n---",
        expect![[r#"
            +4 -0
            <ins class="block"><thêm><p>mới hoàn toàn khác</p></ins>
            <details class="unchanged"><summary>4 đoạn không đổi</summary>
            <p>một a b c</p>
            <p>hai</p>
            <p>ba</p>
            <p>bốn</p>
            </details>
            <p class="change-note">đổi cách trình bày</p><h3>năm x y z</h3>
            <ins class="block"><thêm><hr></ins>
        "#]],
    );
}

#[test]
fn a_link_that_leads_elsewhere_is_seen() {
    check(
        "xem [tại đây](https://so.example.vn) nhé",
        "xem [tại đây](https://khac.example.vn) nhé",
        expect![[r#"
            +2 -2
            <p>xem <del><bỏ><a href="https://so.example.vn" rel="noopener">tại đây</a> <span class="href">https://so.example.vn</span></del><ins><thêm><a href="https://khac.example.vn" rel="noopener">tại đây</a> <span class="href">https://khac.example.vn</span></ins> nhé</p>
        "#]],
    );
}

#[test]
fn lists_tables_quotes_and_pictures_are_compared_inside() {
    check(
        "- một hai\n- ba bốn\n- năm\n\n> lời nói cũ của ông\n\n| Xã | Hộ |\n|---|---|\n| Nà Ớt | 120 |\n| Mường | 80 |\n\n![Họp](asset:018f0000-0000-7000-8000-00000000000a \"Họp thôn | Mai\")",
        "- một hai\n- ba bốn sáu\n- năm\n- bảy\n\n> lời nói mới của ông\n\n| Xã | Hộ |\n|---|---|\n| Nà Ớt | 125 |\n\n![Họp dân](asset:018f0000-0000-7000-8000-00000000000b \"Họp thôn | Mai\")",
        expect![[r#"
            +5 -4
            <ul><li>một hai</li><li class="changed"><p>ba bốn<ins><thêm> sáu</ins></p>
            </li><li>năm</li><li class="added"><ins class="block"><thêm><p>bảy</p></ins>
            </li></ul>
            <blockquote><p>lời nói <del><bỏ>cũ</del><ins><thêm>mới</ins> của ông</p>
            </blockquote>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 1"><table><tbody><tr><th>Xã</th><th>Hộ</th></tr><tr class="changed"><td>Nà Ớt</td><td class="changed"><del class="block"><bỏ><p>120</p></del>
            <ins class="block"><thêm><p>125</p></ins>
            </td></tr><tr class="removed"><td class="removed"><del class="block"><bỏ><p>Mường</p></del>
            </td><td class="removed"><del class="block"><bỏ><p>80</p></del>
            </td></tr></tbody></table></div>
            <div class="figure-changed"><p class="change-note">đổi ảnh</p><del class="block"><bỏ><figure><p class="picture-missing">Họp</p><figcaption>Họp thôn <span class="credit">Mai</span></figcaption></figure></del><ins class="block"><thêm><figure><p class="picture-missing">Họp dân</p><figcaption>Họp thôn <span class="credit">Mai</span></figcaption></figure></ins><p>Mô tả ảnh: Họp<ins><thêm> dân</ins></p></div>
        "#]],
    );
}

#[test]
fn titles_are_compared_word_by_word() {
    let runs = compare_text("Hội nghị tổng kết năm 2024", "Hội nghị sơ kết năm 2024");
    expect![[r#"Hội nghị <del><span class="visually-hidden">bỏ: </span>tổng</del><ins><span class="visually-hidden">thêm: </span>sơ</ins> kết năm 2024"#]]
        .assert_eq(&text_to_html(&runs, &options()));
    assert_eq!(compare_text("a <b>", "a <b>").len(), 1);
    assert!(compare_text("", "").is_empty());
}

fn story(words: usize, seed: usize) -> Body {
    let word = |n: usize| format!("từ{}", n.wrapping_mul(2_654_435_761).wrapping_add(seed) % 997);
    let paragraph = |p: usize| (0..100).map(|n| word(p * 100 + n)).collect::<Vec<_>>().join(" ");
    Body::from_text(&(0..words / 100).map(paragraph).collect::<Vec<_>>().join("\n")).unwrap()
}

#[test]
fn long_texts_are_compared_quickly() {
    let one = story(20_000, 0);
    let mut blocks = one.blocks().to_vec();
    blocks.remove(50);
    blocks.insert(10, Block::paragraph(vec![Inline::plain("một đoạn mới")]));
    blocks[100] = Block::paragraph(vec![Inline::plain("từ1 từ2")]);
    let two = Body::from_blocks(blocks).unwrap();
    assert!(!compare(&one, &two).is_same());
    // Nothing in common, all in one paragraph, thousands of short paragraphs.
    assert!(!compare(&one, &story(20_000, 500)).is_same());
    let flat = |body: &Body| Body::from_text(&body.to_text().replace('\n', " ")).unwrap();
    assert!(!compare(&flat(&one), &flat(&story(20_000, 500))).is_same());
    let lines = |seed: usize| {
        Body::from_text(&(0..20_000).map(|n| format!("d{}\n", n * 2 + seed)).collect::<String>()).unwrap()
    };
    assert!(!compare(&lines(0), &lines(1)).is_same());
}

fn sides(changes: &[Change<'_>], old: &mut String, new: &mut String) {
    for change in changes {
        match change {
            Change::Same(block) => {
                text::lines(old, std::slice::from_ref(block));
                text::lines(new, std::slice::from_ref(block));
            }
            Change::Added(block) => text::lines(new, std::slice::from_ref(block)),
            Change::Removed(block) => text::lines(old, std::slice::from_ref(block)),
            Change::Words { runs, .. } => {
                for run in runs {
                    if run.state != State::Added {
                        text::inline(old, &run.content, '\n');
                    }
                    if run.state != State::Removed {
                        text::inline(new, &run.content, '\n');
                    }
                }
            }
            Change::List { items, .. } => items.iter().for_each(|item| sides(&item.changes, old, new)),
            Change::Quote(inner) => sides(inner, old, new),
            Change::Table(rows) => {
                for (_, cell) in rows.iter().flat_map(|row| &row.cells) {
                    sides(&cell.changes, old, new);
                }
            }
            Change::Figure { old: one, new: other } => {
                old.push_str(&one.caption);
                new.push_str(&other.caption);
            }
        }
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_texts_can_be_read_from_the_comparison(old in samples::body(), new in samples::body()) {
        let comparison = compare(&old, &new);
        let (mut left, mut right) = (String::new(), String::new());
        sides(&comparison.changes, &mut left, &mut right);
        prop_assert_eq!(bare(&left), bare(&old.to_text()));
        prop_assert_eq!(bare(&right), bare(&new.to_text()));
        prop_assert_eq!(comparison.is_same(), old == new);
        let html = comparison.to_html(&options());
        prop_assert_eq!(html.matches("<ins").count(), html.matches("</ins>").count());
        prop_assert_eq!(html.matches("<del").count(), html.matches("</del>").count());
    }
}
