//! Tokens, words, sentences, terms: nothing is lost, nothing is said twice.

use viet::segment::{Mode, line, words};
use viet::sentences::sentences;
use viet::terms::{Field, terms};
use viet::tokens::{Token, tokens};

use super::{Checked, holds, in_order, same, visible};

pub(super) fn check(text: &str) -> Checked {
    let all: Vec<Token> = tokens(text).collect();
    in_order("tokens", text, all.iter().map(|t| t.start..t.end))?;
    let said: String = all.iter().map(|t| t.text(text)).collect();
    same("tokens make the text", &visible(&said), &visible(text))?;
    for mode in [Mode::Accurate, Mode::Fast] {
        let found = words(text, mode);
        same("words again", &words(text, mode), &found)?;
        in_order("words", text, found.iter().map(|w| w.start..w.end))?;
        let said: String = found.iter().map(|w| w.text(text)).collect();
        same("words make the text", &visible(&said), &visible(text))?;
        holds(found.iter().all(|w| w.syllables > 0), || "a word of nothing".into())?;
        let joined = line(text, mode).replace('_', "");
        same("the line of words makes the text", &visible(&joined), &visible(text).replace('_', ""))?;
    }
    in_order("sentences", text, sentences(text))?;
    let said: String = sentences(text).filter_map(|s| text.get(s)).collect();
    same("sentences make the text", &visible(&said), &visible(text))?;
    for field in [Field::Accented, Field::Folded, Field::AccentedPairs, Field::FoldedPairs] {
        let mut before = 0;
        for term in terms(text, field) {
            super::on_borders("term", text, &(term.start..term.end))?;
            holds(term.end > term.start && term.position >= before, || format!("{term:?} after {before}"))?;
            before = term.position;
        }
    }
    Ok(())
}
