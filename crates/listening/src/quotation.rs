//! Quotations no longer than the agency allows itself (L14): whole sentences where they fit, never a cut word.

/// Words quoted of one mention at most, unless the agency sets another number.
pub(crate) const MOST_WORDS: usize = 60;

/// The beginning of a text, at most `most` words long: ends with a sentence where half of what is allowed is reached
/// by one, otherwise with an ellipsis.
#[must_use]
pub fn quotation(text: &str, most: usize) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut sentence_end = 0;
    let mut words = text.split_whitespace();
    for word in words.by_ref().take(most) {
        out.push(word);
        if word.trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?', '…'])
            && word.chars().count() > 2
        {
            sentence_end = out.len();
        }
    }
    if words.next().is_none() {
        return out.join(" ");
    }
    if sentence_end * 2 >= most {
        out.truncate(sentence_end);
        return out.join(" ");
    }
    if out.is_empty() { String::new() } else { format!("{} …", out.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn l14_a_quotation_ends_with_a_sentence_or_says_that_it_goes_on() {
        let text = "Nước máy đục hai ngày nay. Người dân tổ 5 đã gọi ba lần. Chưa ai trả lời.";
        assert_eq!(quotation(text, 100), text);
        assert_eq!(quotation(text, 14), "Nước máy đục hai ngày nay. Người dân tổ 5 đã gọi ba lần.");
        assert_eq!(quotation(text, 4), "Nước máy đục hai …");
        assert_eq!(quotation("", 10), "");
    }

    proptest! {
        #[test]
        fn l14_no_quotation_is_longer_than_allowed(text in "(\\PC{0,12}[ .!?\n]){0,80}", most in 0usize..100) {
            let quoted = quotation(&text, most);
            let words = quoted.split_whitespace().filter(|word| *word != "…").count();
            prop_assert!(words <= most);
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(plain.starts_with(quoted.trim_end_matches(" …")));
        }
    }
}
