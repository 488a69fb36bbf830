//! Ask: somebody without an account puts a question, or a petition on what was published.

use super::sheet::{letter_words, thing, write_to};
use crate::code::Code;
use crate::flock;
use crate::question::State;
use crate::store::asker::{self, AskerRow, FileRow};
use crate::store::questions::{self, QuestionRow};
use crate::store::{fields, words as word_store};
use crate::words;
use db::Cx;
use gate::Secret;
use kernel::{AnswersEvent, AreaId, Failure, NewId, QuestionId, Refusal};
use typed::Kept;
use typed::{line, lines, too_long};
use viet::fold::fold_lower;

/// What somebody typed.
#[derive(Debug, Clone, Default)]
pub struct AskWish {
    /// `question`, or `petition` on what was published (TT-04).
    pub form: String,
    /// The field's slug.
    pub field: String,
    /// The area, if it is about one.
    pub area: Option<AreaId>,
    /// What it is about, in a line.
    pub title: String,
    /// The question.
    pub body: String,
    /// For a petition: the page it is about.
    pub page: String,
    /// Who asks, if they say.
    pub name: String,
    /// Where the answer goes, if by mail.
    pub email: String,
    /// A telephone number, if they leave one.
    pub phone: String,
    /// Whether question and answer may be public (DL-02): no unless ticked.
    pub consent: bool,
    /// The token of the form, spent with it.
    pub nonce: String,
}

impl AskWish {
    /// The same without what cannot be seen.
    #[must_use]
    pub fn tidy(self) -> Self {
        Self {
            form: if self.form == "petition" { "petition".into() } else { "question".into() },
            title: line(&self.title),
            body: lines(&self.body),
            page: line(&self.page),
            name: line(&self.name),
            email: line(&self.email),
            phone: line(&self.phone),
            ..self
        }
    }

    /// Every reason against it that needs no look at the tables.
    #[must_use]
    pub fn reasons_against(&self) -> Vec<Refusal> {
        let mut against = Vec::new();
        let mut need = |holds: bool, field: &'static str, key: &'static str| {
            if !holds {
                against.push(Refusal::field(field, key));
            }
        };
        need(self.title.chars().count() >= 5, "title", "refused-ask-title");
        need(self.body.chars().count() >= 10, "body", "refused-ask-body");
        need(
            self.email.is_empty() || typed::address("email", &self.email).is_ok(),
            "email",
            "refused-ask-email",
        );
        need(self.form != "petition" || web::is_own_path(&path_of(&self.page)), "page", "refused-ask-page");
        too_long("title", &self.title, 200, &mut against);
        too_long("body", &self.body, 5000, &mut against);
        too_long("page", &self.page, 500, &mut against);
        too_long("name", &self.name, 120, &mut against);
        too_long("phone", &self.phone, 30, &mut against);
        against
    }
}

/// The path of an address of ours: people copy what stands in the browser's bar.
pub(crate) fn path_of(page: &str) -> String {
    let rest = page.split_once("://").map_or(page, |(_, rest)| rest);
    match (page.contains("://"), rest.find('/')) {
        (true, Some(at)) => rest.get(at..).unwrap_or("/").to_owned(),
        (true, None) => "/".to_owned(),
        (false, _) => page.to_owned(),
    }
}

/// Keeps a question with its files; answers the code to come back with. The same form sent twice is one question: its
/// sender sees the same code again.
///
/// # Errors
/// Refused with every reason that the sender can mend.
pub async fn ask(
    cx: &mut Cx,
    secret: &Secret,
    wish: AskWish,
    files: Vec<Kept>,
) -> Result<(QuestionId, Code), Failure> {
    let wish = wish.tidy();
    let mut against = wish.reasons_against();
    let field = fields::one_of(cx.tx(), &wish.field).await?.filter(|field| field.active);
    if field.is_none() {
        against.push(Refusal::field("field", "refused-ask-field"));
    }
    Failure::unless(against)?;
    let code = Code::of_form(secret, &wish.nonce);
    let kept = code.kept(secret);
    let folded = fold_lower(&format!("{}\n{}", wish.title, wish.body));
    if !gate::spend(cx.tx(), &wish.nonce, cx.now()).await? {
        return match questions::with_code(cx.tx(), &kept).await? {
            Some(before) if before.folded == folded => Ok((before.id, code)),
            _ => Err(Failure::refused(Refusal::field("robot", "refused-robot-spent"))),
        };
    }
    let id = QuestionId::fresh();
    let row = begun(cx, id, kept, folded, &wish).await?;
    questions::put(cx.tx(), &row).await?;
    word_store::put(cx.tx(), id, false, &words::of(&row.folded)).await?;
    for file in files {
        let row = FileRow {
            id: file.id,
            question: id,
            name: file.name,
            kind: file.kind.to_owned(),
            sha256: file.sha256,
            bytes: file.bytes,
            at: cx.now(),
        };
        asker::add_file(cx.tx(), &row).await?;
    }
    let who = AskerRow { name: wish.name, email: wish.email, phone: wish.phone };
    if who != AskerRow::default() {
        asker::put(cx.tx(), id, &who).await?;
    }
    let aside = row.state == State::Aside.name();
    cx.record(AnswersEvent::QuestionReceived { question: id, form: row.form, received_at: cx.now(), aside });
    if aside {
        cx.record(AnswersEvent::QuestionSetAside { question: id, reason: row.aside });
    } else {
        receipt(cx, id, &who, &code).await?;
    }
    crate::sweep::arrange(cx).await?;
    Ok((id, code))
}

async fn begun(
    cx: &Cx,
    id: QuestionId,
    code: String,
    folded: String,
    wish: &AskWish,
) -> Result<QuestionRow, Failure> {
    let text = format!("{}\n{}", wish.title, wish.body);
    let joined = flock::join(cx.tx(), id, &text, cx.now()).await?;
    let aside = match (joined.flood, flock::is_advertising(&text)) {
        (true, _) => "flood",
        (false, true) => "advertising",
        (false, false) => "",
    };
    let state = if aside.is_empty() { State::Received } else { State::Aside };
    Ok(QuestionRow {
        id,
        code,
        nonce: wish.nonce.clone(),
        form: wish.form.clone(),
        field: wish.field.clone(),
        area: wish.area,
        title: wish.title.clone(),
        body: wish.body.clone(),
        folded,
        // The desk shows it as a link: nothing but a page of ours, whatever form the question has.
        page: Some(path_of(&wish.page)).filter(|page| web::is_own_path(page)).unwrap_or_default(),
        state: state.name().to_owned(),
        aside: aside.to_owned(),
        flock: Some(joined.flock),
        unit: None,
        consent: wish.consent,
        consent_at: wish.consent.then(|| cx.now()),
        received_at: cx.now(),
        more_asked_at: None,
        more_told_at: None,
        reply: String::new(),
        reply_hash: String::new(),
        writers: String::new(),
        submitted_at: None,
        returned: String::new(),
        approved_by: None,
        refusal: String::new(),
        refusal_words: String::new(),
        merged_into: None,
        ended_at: (!aside.is_empty()).then(|| cx.now()),
        on_time: None,
        public_state: String::new(),
        erased_at: None,
        erased_how: String::new(),
    })
}

/// The letter that says that it came, with the code and nothing of what was asked: an address is anybody's to type.
async fn receipt(cx: &Cx, id: QuestionId, who: &AskerRow, code: &Code) -> Result<(), Failure> {
    let locale = letter_words();
    let text = locale.f("letter-ask-received", "code", code.shown());
    match write_to(cx, id, who, &locale.t("letter-ask-received-subject"), &text).await {
        Err(Failure::Refused(_)) => Err(Failure::refused(Refusal::field("email", "refused-ask-email"))),
        other => other,
    }
    .inspect_err(|_| tracing::debug!(thing = ?thing(id), "a receipt was not written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_needs_is_needed() {
        let wish = AskWish {
            title: "Hồ sơ đất đai".into(),
            body: "Cần những giấy tờ gì ạ?".into(),
            ..AskWish::default()
        };
        assert_eq!(wish.clone().tidy().reasons_against(), []);
        let keys = |wish: AskWish| {
            wish.tidy()
                .reasons_against()
                .iter()
                .map(|r| (r.field.unwrap_or_default(), r.key))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            keys(AskWish { title: "a".into(), body: " ".into(), email: "x".into(), ..AskWish::default() }),
            [("title", "refused-ask-title"), ("body", "refused-ask-body"), ("email", "refused-ask-email")]
        );
        let long = AskWish { body: "ạ".repeat(5001), ..wish.clone() };
        assert_eq!(keys(long), [("body", "refused-too-long")]);
        let petition = AskWish { form: "petition".into(), ..wish.clone() };
        assert_eq!(keys(petition.clone()), [("page", "refused-ask-page")]);
        for page in ["/tin/bai-1", "https://lien.example/tin/bai-1"] {
            assert_eq!(keys(AskWish { page: page.into(), ..petition.clone() }), [], "{page}");
        }
        for page in ["//evil.example", "javascript:alert(1)", "https://lien.example//evil"] {
            assert_ne!(keys(AskWish { page: page.into(), ..petition.clone() }), [], "{page}");
        }
    }
}
