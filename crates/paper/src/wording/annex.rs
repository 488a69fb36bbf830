//! The heads of annexes: which of how many, what it is called, and to which paper it belongs (NĐ 30/2020, Phụ lục I).

use super::{Annexed, blocks, head, said};
use crate::model::Paper;
use crate::words;

/// The annexes of a paper.
pub(super) fn annexes(paper: &Paper) -> Vec<Annexed> {
    let several = paper.annexes.len() > 1;
    let with = with(paper);
    let annexed = |(at, annex): (usize, &crate::Annex)| Annexed {
        label: match u32::try_from(at + 1) {
            Ok(number) if several => format!("Phụ lục {}", words::roman(number)),
            _ => "Phụ lục".to_owned(),
        },
        title: said(Some(&annex.title)).map(|title| title.to_uppercase()),
        with: with.clone(),
        blocks: blocks::of_parts(&annex.parts),
    };
    paper.annexes.iter().enumerate().map(annexed).collect()
}

/// "(Kèm theo Báo cáo số 05/BC-UBND ngày 03 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh Vân Khê)"; room where number or
/// day are still to be written. A paper without number and place has nothing to go by.
fn with(paper: &Paper) -> Option<String> {
    let reference = paper.heading.reference.as_ref()?;
    let kind = said(paper.title.kind.as_deref()).unwrap_or_else(|| "Văn bản".to_owned());
    let mut kind = kind.to_lowercase();
    if let Some(first) = kind.chars().next() {
        kind = first.to_uppercase().chain(kind.chars().skip(1)).collect();
    }
    let number = head::reference(reference).replacen("Số:", "số", 1);
    let room = "\u{a0}".repeat(6);
    let day = match paper.heading.date {
        Some(day) => format!("ngày {}", words::full_day(day)),
        None => format!("ngày{room}tháng{room}năm{room}"),
    };
    let by = said(paper.heading.issuer.as_deref()).map(|by| format!(" của {by}")).unwrap_or_default();
    Some(format!("(Kèm theo {kind} {number} {day}{by})"))
}

#[cfg(test)]
mod tests {
    use crate::{Annex, Heading, Paper, Reference, Title, Wording};

    #[test]
    fn annexes_are_counted_and_say_to_what_they_belong() {
        let annex = Annex { title: "Số liệu".to_owned(), parts: vec![] };
        let mut paper = Paper {
            heading: Heading {
                issuer: Some("Ủy ban nhân dân tỉnh Vân Khê".to_owned()),
                reference: Some(Reference { number: Some(5), symbol: "BC-UBND".to_owned() }),
                date: Some(jiff::civil::date(2026, 11, 3)),
                ..Heading::default()
            },
            title: Title { kind: Some("BÁO CÁO".to_owned()), subject: String::new() },
            annexes: vec![annex.clone()],
            ..Paper::default()
        };
        let one = Wording::of(&paper).annexes;
        assert_eq!(one.first().unwrap().label, "Phụ lục");
        assert_eq!(one.first().unwrap().title.as_deref(), Some("SỐ LIỆU"));
        assert_eq!(
            one.first().unwrap().with.as_deref(),
            Some(
                "(Kèm theo Báo cáo số 05/BC-UBND ngày 03 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh Vân Khê)"
            )
        );
        paper.annexes.push(annex);
        assert_eq!(Wording::of(&paper).annexes.last().unwrap().label, "Phụ lục II");
        paper.heading = Heading::default();
        assert_eq!(Wording::of(&paper).annexes.last().unwrap().with, None);
    }
}
