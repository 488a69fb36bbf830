use proptest::prelude::*;

use super::*;

const NEWS: &str = "Sáng 11/6, Ủy ban nhân dân tỉnh họp báo về đợt mưa lớn vừa qua. Ba cây cầu ở vùng cao bị hỏng \
    nặng, hơn hai trăm hộ dân phải di dời. Bộ đội biên phòng đã bắc cầu phao để học sinh kịp đến trường. Tỉnh đề nghị \
    trung ương hỗ trợ kinh phí làm lại cầu trước mùa khô.";

fn add(reprints: &mut Reprints, text: &str, at: i64) -> Option<Copy> {
    reprints.add(text, Some(at)).1
}

#[test]
fn a_copy_is_found_however_it_was_cut_and_typed() {
    use unicode_normalization::UnicodeNormalization;
    let mut reprints = Reprints::new(Settings::default());
    assert_eq!(add(&mut reprints, NEWS, 100), None);
    let upper = NEWS.to_uppercase();
    let decomposed: String = NEWS.nfd().collect();
    let cut: String = NEWS.chars().take(200).collect();
    let framed = format!("Theo báo bạn đưa tin. {NEWS} Ảnh do bạn đọc gửi về tòa soạn hôm nay.");
    for text in [upper, decomposed, cut, framed] {
        let copy = add(&mut reprints, &text, 200).unwrap();
        assert!(copy.containment > 0.95, "{text}");
        assert_eq!(copy.first, MentionNo(0));
    }
    assert_eq!(reprints.family(MentionNo(3)).len(), 5);
    assert_eq!(
        add(&mut reprints, "Tin khác hẳn: đội bóng của tỉnh thắng ba trận liền trên sân nhà.", 300),
        None
    );
}

#[test]
fn the_first_is_who_published_first_not_who_arrived_first() {
    let mut reprints = Reprints::new(Settings::default());
    add(&mut reprints, NEWS, 500);
    assert_eq!(add(&mut reprints, NEWS, 100).unwrap().first, MentionNo(1));
    assert_eq!(reprints.published_first(MentionNo(0)), Some(MentionNo(1)));
}

#[test]
fn a_short_line_inside_a_long_text_is_no_reprint() {
    let mut reprints = Reprints::new(Settings::default());
    add(&mut reprints, NEWS, 1);
    assert_eq!(add(&mut reprints, "Sáng 11/6, Ủy ban nhân dân tỉnh họp báo", 2), None);
}

#[test]
fn difference_of_a_text_with_itself_is_nothing() {
    let same = compare(NEWS, NEWS);
    assert_eq!((same.kept, same.added.len(), same.removed.len()), (1.0, 0, 0));
    let all = compare("", NEWS);
    assert_eq!(all.added.len(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_stream_is_safe_and_bounded(
        stream in proptest::collection::vec("(\\PC|cầu |lũ |xã |mưa ){0,60}", 0..40),
        window in 1usize..20,
    ) {
        let mut reprints = Reprints::new(Settings { window, ..Settings::default() });
        for text in &stream {
            let (no, copy) = reprints.add(text, None);
            prop_assert!(reprints.len() <= window);
            if let Some(copy) = copy {
                prop_assert!(copy.of < no && copy.containment <= 1.0 && copy.resemblance <= copy.containment);
            }
        }
        for _ in 0..window + 1 {
            reprints.drop_oldest();
        }
        prop_assert!(reprints.lists.is_empty() && reprints.families.is_empty());
    }
}
