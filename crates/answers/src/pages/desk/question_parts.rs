//! What stands around a question: what was said, sent, handed in, wished and corrected.

use crate::office::Names;
use crate::pages::size;
use crate::store::asker;
use crate::store::public::CorrectionRow;
use crate::store::questions::QuestionRow;
use crate::verbs::question_thing;
use kernel::{Failure, PersonId, QuestionId};
use typed::paragraphs;
use web::Page;

pub(super) struct SaidLine {
    pub(super) who: String,
    pub(super) words: Vec<Vec<String>>,
    pub(super) iso: String,
    pub(super) when: String,
}

pub(super) struct FileLine {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) size: String,
}

pub(super) struct LetterLine {
    pub(super) subject: String,
    pub(super) state: String,
    pub(super) when: String,
}

pub(super) struct WishLine {
    pub(super) what: String,
    pub(super) words: String,
    pub(super) when: String,
    pub(super) outcome: String,
}

pub(super) struct CorrectionLine {
    pub(super) note: String,
    pub(super) reply: Vec<Vec<String>>,
    pub(super) hash: String,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) waits: bool,
}

pub(super) fn writers(row: &QuestionRow, names: &Names) -> String {
    let all: Vec<String> = row
        .writers
        .split(' ')
        .filter_map(|id| id.parse::<PersonId>().ok())
        .map(|id| names.person(Some(id)))
        .filter(|name| !name.is_empty())
        .collect();
    all.join(", ")
}

pub(super) fn correction(row: &CorrectionRow, p: &Page, names: &Names) -> CorrectionLine {
    CorrectionLine {
        note: row.note.clone(),
        reply: paragraphs(&row.reply),
        hash: row.hash.clone(),
        who: names.person(Some(row.by_person)),
        when: p.format.stamp(row.approved_at.unwrap_or(row.proposed_at)),
        waits: row.approved_at.is_none(),
    }
}

pub(super) async fn files(db: &impl db::ConnectionTrait, id: QuestionId) -> Result<Vec<FileLine>, Failure> {
    let all = asker::files(db, id).await?;
    Ok(all
        .into_iter()
        .map(|file| FileLine {
            href: format!("/desk/answers/questions/{id}/files/{}", file.id),
            name: file.name,
            size: size(file.bytes),
        })
        .collect())
}

pub(super) async fn talk(
    db: &impl db::ConnectionTrait,
    p: &Page,
    id: QuestionId,
    names: &Names,
    seen: &impl Fn(&str) -> String,
) -> Result<Vec<SaidLine>, Failure> {
    let all = asker::messages(db, id).await?;
    Ok(all
        .into_iter()
        .map(|one| SaidLine {
            who: if one.from_asker { p.t("answers-the-asker") } else { names.person(one.person) },
            words: paragraphs(&seen(&one.words)),
            iso: p.format.iso(one.at),
            when: p.format.stamp(one.at),
        })
        .collect())
}

pub(super) async fn letters(
    db: &impl db::ConnectionTrait,
    p: &Page,
    id: QuestionId,
    sees: bool,
) -> Result<Vec<LetterLine>, Failure> {
    if !sees {
        return Ok(Vec::new());
    }
    let all = post::about(db, question_thing(id)).await?;
    Ok(all
        .into_iter()
        .map(|letter| LetterLine {
            subject: letter.subject,
            state: p.t(&format!("answers-letter-{}", letter.state.name())),
            when: p.format.stamp(letter.at),
        })
        .collect())
}
