//! A paper as the data the template reads: words, measures, and what stays together. All of it is text and numbers.

mod blocks;

use crate::fonts::OWN;
use crate::particulars::Particulars;
use crate::reckon;
use crate::runs;
use paper::page::{self, Letters};
use paper::{COUNTRY, MOTTO, Paper, RECIPIENTS, Wording};
use serde::Serialize;

/// Half points: the line at the foot.
const FOOT: usize = 18;

/// What the template reads.
#[derive(Serialize)]
pub(crate) struct Data {
    info: Info,
    page: Page,
    letters: Sizes,
    head: Head,
    kind: Option<String>,
    subject: Option<String>,
    addressees: Vec<String>,
    blocks: Vec<blocks::Piece>,
    end: Option<End>,
    annexes: Vec<Annex>,
    check: Option<CheckLine>,
}

#[derive(Serialize)]
struct Info {
    title: String,
    author: String,
    /// Year, month, day.
    date: Option<(i16, i8, i8)>,
    faces: Vec<&'static str>,
}

/// Measures, in points.
#[derive(Serialize)]
struct Page {
    width: f64,
    height: f64,
    above: f64,
    left: f64,
    right: f64,
    text: f64,
    number: f64,
    first_line: f64,
    gap: f64,
    head_columns: Vec<f64>,
}

/// Sizes of letters, in points.
#[derive(Serialize)]
struct Sizes {
    text: f64,
    head: f64,
    reference: f64,
    table: f64,
    recipients: f64,
    recipient: f64,
}

#[derive(Serialize)]
struct Head {
    national: bool,
    country: &'static str,
    motto: &'static str,
    superior: Option<String>,
    issuer: Option<String>,
    reference: Option<String>,
    about: Option<String>,
    day: Option<String>,
}

#[derive(Serialize)]
struct End {
    label: &'static str,
    recipients: Vec<String>,
    signs: bool,
    posts: Vec<String>,
    name: Option<String>,
    /// Whether it fits on a page.
    whole: bool,
}

#[derive(Serialize)]
struct Annex {
    label: String,
    title: Option<String>,
    with: Option<String>,
    blocks: Vec<blocks::Piece>,
}

#[derive(Serialize)]
struct CheckLine {
    words: String,
    address: String,
    shown: String,
}

impl Data {
    /// Leaves out where the paper can be checked.
    pub(crate) fn uncheck(&mut self) {
        self.check = None;
    }

    /// Whether its properties say a day.
    pub(crate) fn is_dated(&self) -> bool {
        self.info.date.is_some()
    }
}

/// The data of a paper.
pub(crate) fn data(paper: &Paper, said: Wording, letters: &Letters, particulars: &Particulars) -> Data {
    let end = end(&said, letters);
    let signed = said.signing.is_some();
    let [column, _] = page::head_columns(paper.size);
    let beside = |words: String| runs::soft(&words, reckon::room(column, letters.head));
    let line = |words: String| runs::soft(&words, reckon::room(page::TEXT * 2 / 3, letters.text));
    Data {
        info: info(paper, &said, particulars),
        page: measures(paper),
        letters: sizes(letters),
        head: Head {
            national: said.head.national,
            country: COUNTRY,
            motto: MOTTO,
            superior: said.head.superior.map(beside),
            issuer: said.head.issuer.map(beside),
            reference: said.head.reference.map(beside),
            about: said.head.about.map(beside),
            day: said.head.day.map(beside),
        },
        kind: said.kind.map(line),
        subject: said.subject.map(line),
        addressees: said.addressees.into_iter().map(line).collect(),
        blocks: blocks::pieces(&said.blocks, signed, letters),
        end,
        annexes: said
            .annexes
            .into_iter()
            .map(|annex| Annex {
                label: annex.label,
                title: annex.title.map(line),
                with: annex.with.map(line),
                blocks: blocks::pieces(&annex.blocks, false, letters),
            })
            .collect(),
        check: particulars.check.as_ref().map(|check| {
            let address = paper::address(&check.address).unwrap_or_default();
            let foot = |words: &str| runs::soft(words, reckon::room(page::TEXT * 4 / 5, FOOT));
            CheckLine { words: foot(&paper::line(&check.words)), shown: foot(&address), address }
        }),
    }
}

fn info(paper: &Paper, said: &Wording, particulars: &Particulars) -> Info {
    let given = |own: &Option<String>, other: &str| -> String {
        let text = own.as_deref().map(paper::line).filter(|text| !text.is_empty());
        text.unwrap_or_else(|| other.to_owned()).chars().take(250).collect()
    };
    let date = particulars.date.or(paper.heading.date).filter(|day| day.year() >= 0);
    Info {
        title: given(&particulars.title, &said.name),
        author: given(&particulars.author, &said.by),
        date: date.map(|day| (day.year(), day.month(), day.day())),
        faces: vec![particulars.fonts.family(), OWN],
    }
}

fn measures(paper: &Paper) -> Page {
    Page {
        width: points(page::WIDTH),
        height: points(page::HEIGHT),
        above: points(page::ABOVE),
        left: points(page::LEFT),
        right: points(page::RIGHT),
        text: points(page::TEXT),
        number: points(page::NUMBER),
        first_line: points(page::FIRST_LINE),
        gap: points(page::GAP),
        head_columns: page::head_columns(paper.size).map(points).to_vec(),
    }
}

fn sizes(letters: &Letters) -> Sizes {
    let points = |half: usize| half as f64 / 2.0;
    Sizes {
        text: points(letters.text),
        head: points(letters.head),
        reference: points(letters.reference),
        table: points(letters.table),
        recipients: points(letters.recipients),
        recipient: points(letters.recipient),
    }
}

/// Twips in points.
fn points(twips: usize) -> f64 {
    twips as f64 / 20.0
}

fn end(said: &Wording, letters: &Letters) -> Option<End> {
    if said.recipients.is_empty() && said.signing.is_none() {
        return None;
    }
    let line = |words: &String| runs::soft(words, reckon::room(page::TEXT / 2, letters.text));
    let signing = said.signing.as_ref();
    Some(End {
        label: RECIPIENTS,
        recipients: said.recipients.iter().map(line).collect(),
        signs: signing.is_some(),
        posts: signing.iter().flat_map(|signing| signing.posts.iter().map(line)).collect(),
        name: signing.and_then(|signing| signing.name.as_ref()).map(line),
        whole: reckon::end_is_whole(said, letters),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use paper::Title;
    use serde_json::{Value, json};

    fn told(paper: &Paper, particulars: &Particulars) -> Value {
        let letters = page::letters(paper.size);
        serde_json::to_value(data(paper, Wording::of(paper), &letters, particulars)).unwrap()
    }

    #[test]
    fn what_anybody_wrote_is_a_string() {
        let words = "#panic(\"x\") $x$ *a* \\ // [";
        let paper = Paper {
            title: Title { kind: Some(words.to_owned()), subject: words.to_owned() },
            parts: vec![paper::Part::Text(words.into())],
            ..Paper::default()
        };
        let told = told(&paper, &Particulars::default());
        assert_eq!(told["subject"], words);
        assert_eq!(told["blocks"], json!([{ "kind": "text", "runs": [words] }]));
        assert_eq!(told["end"], Value::Null);
    }

    #[test]
    fn measures_are_those_of_the_decree_in_points() {
        let told = told(&Paper::default(), &Particulars::default());
        assert_eq!(told["page"]["width"], 595.3);
        assert_eq!(told["page"]["gap"], 6.0);
        assert_eq!(told["letters"]["text"], 14.0);
        assert_eq!(told["letters"]["head"], 13.0);
    }

    #[test]
    fn properties_given_come_before_those_of_the_paper() {
        let title = Title { kind: Some("Báo cáo".to_owned()), subject: "Tháng 11".to_owned() };
        let paper = Paper { title, ..Paper::default() };
        let given = Particulars { title: Some("Khác".to_owned()), ..Particulars::default() };
        let blank = Particulars { title: Some(" \u{0} ".to_owned()), ..Particulars::default() };
        assert_eq!(told(&paper, &given)["info"]["title"], "Khác");
        assert_eq!(told(&paper, &blank)["info"]["title"], "Báo cáo Tháng 11");
    }
}
