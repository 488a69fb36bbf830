//! Letters of the press desk: the answer to an inquiry and the demand for correction, as the agency writes them. In Vietnamese:
//! the outlets' language, whatever language the desk is read in.

use crate::House;
use crate::inquiry::Content;
use crate::store::demands::DemandRow;
use crate::store::inquiries::InquiryRow;
use crate::store::spokespersons::SpokespersonRow;
use db::Cx;
use kernel::{Failure, ThingRef};
use web::{Lang, lookup};

fn vi(key: &str, args: &[(&str, String)]) -> String {
    lookup(Lang::Vi, key, args)
}

/// Sends one.
pub(crate) async fn send(
    cx: &mut Cx,
    about: ThingRef,
    to_name: &str,
    to_address: &str,
    subject: &str,
    text: String,
) -> Result<(), Failure> {
    let letter = post::Outgoing {
        about,
        to_name: to_name.to_owned(),
        to_address: to_address.to_owned(),
        subject: subject.to_owned(),
        text,
        reply_to: None,
        files: Vec::new(),
        unsubscribe: None,
        run_at: cx.now(),
    };
    post::send(cx, letter).await.map(drop)
}

/// `Trả lời báo chí 12/2026`.
pub(crate) fn answer_subject(row: &InquiryRow) -> String {
    vi("letter-answer-subject", &[("number", format!("{}/{}", row.no, row.year))])
}

/// Question and answer in turn, and who speaks for whom: the press must show both (PN-20).
pub(crate) async fn answer(
    house: &House,
    content: &Content,
    speaker: &SpokespersonRow,
) -> Result<String, Failure> {
    let mut parts = vec![vi("letter-answer-opening", &[])];
    for (at, asked) in content.asked.iter().enumerate() {
        parts.push(format!("{}. {}", at + 1, asked.question));
        parts.push(asked.answer.trim().to_owned());
    }
    parts.push(signature(house, speaker).await?);
    Ok(parts.join("\n\n"))
}

/// Name, post and agency of who speaks, to be shown with the answer (PN-20).
pub(crate) async fn signature(house: &House, speaker: &SpokespersonRow) -> Result<String, Failure> {
    let body = house.office.body(speaker.unit).await?;
    let args = [("name", speaker.name.clone()), ("post", speaker.post.clone()), ("agency", body)];
    Ok(vi("letter-speaker", &args))
}

/// `Yêu cầu cải chính: …`.
pub(crate) fn demand_subject(row: &DemandRow) -> String {
    let title: String = row.item_title.chars().take(120).collect();
    vi("letter-demand-subject", &[("title", title)])
}

/// The demand as paragraphs: what was printed, what is wrong, on what grounds, what is asked.
pub(crate) fn demand_lines(row: &DemandRow) -> Vec<String> {
    let item = [
        ("outlet", row.outlet.clone()),
        ("title", row.item_title.clone()),
        ("day", row.item_day.parse().map(paper::short_day).unwrap_or_default()),
    ];
    let mut lines = vec![vi("letter-demand-item", &item)];
    if !row.item_link.is_empty() {
        lines.push(row.item_link.clone());
    }
    for (key, text) in [
        ("letter-demand-wrong", &row.wrong),
        ("letter-demand-grounds", &row.grounds),
        ("letter-demand-right", &row.right_text),
    ] {
        if !text.is_empty() {
            lines.push(vi(key, &[]));
            lines.extend(
                text.split("\n").map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned),
            );
        }
    }
    lines.push(vi(&format!("letter-demand-asks-{}", row.asks), &[]));
    lines.push(vi("letter-demand-term", &[]));
    lines
}
