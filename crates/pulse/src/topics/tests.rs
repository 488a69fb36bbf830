use proptest::prelude::*;

use super::*;

fn found(query: &str, text: &str) -> Option<Vec<String>> {
    let mut aliases = Aliases::default();
    aliases.add("UBND", "Ủy ban nhân dân");
    let matcher = Matcher::new(&[parse(query, &aliases).unwrap()]);
    let found = matcher.matches("", text).pop()?;
    Some(found.evidence.iter().map(|p| text.get(p.range.clone()).unwrap().to_owned()).collect())
}

fn why(query: &str) -> (usize, Why) {
    let wrong = parse(query, &Aliases::default()).unwrap_err();
    (wrong.at, wrong.why)
}

#[test]
fn words_are_found_with_and_without_diacritics_unless_asked_otherwise() {
    let text = "Lũ quét ở Mường Tè cuốn trôi hai cây cầu.";
    assert_eq!(found("lu quet", text).unwrap(), ["Lũ", "quét"]);
    assert_eq!(found("\"lũ quét\"", text).unwrap(), ["Lũ quét"]);
    assert_eq!(found("~\"LU QUET\"", text).unwrap(), ["Lũ quét"]);
    assert_eq!(found("\"lu quet\"", text), None);
    assert_eq!(found("=lu", text), None);
    assert_eq!(found("=lũ", text).unwrap(), ["Lũ"]);
    assert_eq!(found("\"quét lũ\"", text), None);
    // S178: either tone style, either composition.
    assert_eq!(found("=hoà", "hòa bình").unwrap(), ["hòa"]);
}

#[test]
fn operators_in_both_languages() {
    let text = "Bão số 3 làm vỡ đê biển";
    for yes in
        ["bão AND đê", "bão VÀ đê", "lũ OR bão", "lũ HOẶC bão", "bão NOT phim", "bão -phim", "(lũ OR bão) đê"]
    {
        assert!(found(yes, text).is_some(), "{yes}");
    }
    for no in ["bão AND phim", "bão NOT đê", "bão KHÔNG đê", "lũ (bão OR đê)", "bão -\"đê biển\""]
    {
        assert!(found(no, text).is_none(), "{no}");
    }
    // NOT binds tighter than AND, AND tighter than OR.
    assert!(found("phim lũ OR bão", text).is_some());
    // The same words in small letters are words.
    assert!(found("không", "không có gì").is_some());
}

#[test]
fn near_counts_the_words_between() {
    let text = "Đê biển của xã bị vỡ";
    assert_eq!(found("đê NEAR/4 vỡ", text).unwrap(), ["Đê", "vỡ"]);
    assert_eq!(found("vỡ GẦN/4 đê", text).unwrap(), ["Đê", "vỡ"]);
    assert_eq!(found("đê NEAR/3 vỡ", text), None);
    assert_eq!(found("\"đê biển\" NEAR/3 (vỡ OR sạt)", text).unwrap(), ["Đê biển", "vỡ"]);
}

#[test]
fn s177_other_names_are_found_where_the_table_has_them() {
    assert_eq!(found("UBND", "Uỷ ban Nhân dân tỉnh họp").unwrap(), ["Uỷ ban Nhân dân"]);
    assert_eq!(found("UBND NEAR/2 họp", "Ủy ban nhân dân tỉnh họp").unwrap(), ["Ủy ban nhân dân", "họp"]);
}

#[test]
fn title_and_text_are_two_fields() {
    let both = Matcher::new(&[
        parse("\"vỡ đê\"", &Aliases::default()).unwrap(),
        parse("vỡ đê", &Aliases::default()).unwrap(),
    ]);
    let found = both.matches("Lũ lớn, vỡ", "đê ở xã");
    assert_eq!(found.iter().map(|f| f.topic).collect::<Vec<_>>(), [TopicNo(1)]);
    assert_eq!(found[0].evidence.iter().map(|p| p.field).collect::<Vec<_>>(), [Field::Title, Field::Text]);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    assert_eq!(why("  "), (0, Why::Empty));
    assert_eq!(why("?!"), (0, Why::Empty));
    assert_eq!(why("lũ \"bão"), (4, Why::QuoteOpen));
    assert_eq!(why("a AND (b OR c"), (6, Why::BracketOpen));
    assert_eq!(why("a) b"), (1, Why::BracketAlone));
    assert_eq!(why("a OR"), (4, Why::NothingBeside));
    assert_eq!(why("AND a"), (0, Why::NothingBeside));
    assert_eq!(why("NOT a"), (0, Why::OnlyNot));
    assert_eq!(why("a OR NOT b"), (0, Why::OnlyNot));
    assert_eq!(why("a NEAR b"), (2, Why::Distance));
    assert_eq!(why("a NEAR/0 b"), (2, Why::Distance));
    assert_eq!(why("a NEAR/3 (b c)"), (9, Why::NearWhat));
    assert_eq!(why(&"(".repeat(100)).1, Why::TooDeep);
    assert_eq!(why(&"a ".repeat(5000)).1, Why::TooLong);
}

#[test]
fn thousands_of_topics_give_only_those_that_match() {
    let topics: Vec<Query> =
        (0..3000).map(|n| parse(&format!("\"xã số {n}\" lũ"), &Aliases::default()).unwrap()).collect();
    let found = Matcher::new(&topics).matches("Lũ ở xã số 77 và xã số 2999", "");
    assert_eq!(found.iter().map(|f| f.topic.0).collect::<Vec<_>>(), [77, 2999]);
}

proptest! {
    #[test]
    fn any_query_and_any_text_are_safe(
        query in "(\\PC|[a-cđê() \"~=-]|AND |OR |NOT |NEAR/2 |KHÔNG ){0,40}",
        text in "(\\PC|[a-cđê ]){0,60}",
    ) {
        if let Ok(query) = parse(&query, &Aliases::default()) {
            for found in Matcher::new(&[query]).matches(&text, &text) {
                prop_assert!(!found.evidence.is_empty());
                for place in found.evidence {
                    prop_assert!(text.get(place.range).is_some_and(|t| !t.is_empty()));
                }
            }
        }
    }
}
