//! Reports, their editions and the parts of units.

use crate::period::Period;
use crate::report::State;
use db::{ConnectionTrait, DbErr, all, maybe, one, run, table};
use kernel::{Moment, PeriodReportId, PersonId, UnitId};

table! {
    /// A report of a period.
    ReportRow in "period_report" {
        id: PeriodReportId,
        period: String,
        first_day: String,
        last_day: String,
        subject: String,
        state: String,
        edition: i64,
        results: String,
        difficulties: String,
        proposals: String,
        next_words: String,
        authority: String,
        signer_post: String,
        signer_name: String,
        recipients: String,
        numbers: String,
        counted_at: Moment,
        parts_due: Option<Moment>,
        writers: String,
        hash: String,
        returned: String,
        approved_by: Option<PersonId>,
        approved_at: Option<Moment>,
        number: Option<i64>,
        issued_at: Option<Moment>,
        begun_at: Moment,
    }
}

/// The four texts of a report, or of a unit's part in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// What was done.
    pub results: String,
    /// What was hard.
    pub difficulties: String,
    /// What is proposed.
    pub proposals: String,
    /// What comes next.
    pub next: String,
}

impl Texts {
    /// The texts with the names of their fields.
    #[must_use]
    pub fn named(&self) -> [(&'static str, &str); 4] {
        [
            ("results", &self.results),
            ("difficulties", &self.difficulties),
            ("proposals", &self.proposals),
            ("next", &self.next),
        ]
    }

    /// The texts as people meant them: without what cannot be seen.
    pub(crate) fn clean(&self) -> Self {
        Self {
            results: typed::lines(&self.results),
            difficulties: typed::lines(&self.difficulties),
            proposals: typed::lines(&self.proposals),
            next: typed::lines(&self.next),
        }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named().iter().all(|(_, text)| text.trim().is_empty())
    }
}

impl ReportRow {
    pub(crate) fn texts(&self) -> Texts {
        Texts {
            results: self.results.clone(),
            difficulties: self.difficulties.clone(),
            proposals: self.proposals.clone(),
            next: self.next_words.clone(),
        }
    }

    pub(crate) fn set_texts(&mut self, texts: Texts) {
        (self.results, self.difficulties) = (texts.results, texts.difficulties);
        (self.proposals, self.next_words) = (texts.proposals, texts.next);
    }

    pub(crate) fn state(&self) -> State {
        State::named(&self.state).unwrap_or(State::Drafting)
    }

    pub(crate) fn period(&self) -> Option<Period> {
        Period::parse(&self.period)
    }

    /// Who wrote in it, the units' writers among them.
    pub(crate) fn writers(&self) -> Vec<PersonId> {
        self.writers.split(' ').filter_map(|id| id.parse().ok()).collect()
    }

    pub(crate) fn note_writer(&mut self, person: Option<PersonId>) {
        let Some(person) = person else { return };
        if !self.writers().contains(&person) {
            self.writers = format!("{} {person}", self.writers).trim().to_owned();
        }
    }
}

/// The report of a period, once there is one.
pub(crate) async fn of_period(db: &impl ConnectionTrait, period: &str) -> Result<Option<ReportRow>, DbErr> {
    let sql = format!("SELECT {} FROM period_report WHERE period = $1", ReportRow::COLUMNS);
    maybe(db, &sql, vec![period.into()]).await
}

/// Reports of a year and state, or of all, the newest period first; with `beyond` so many rows are left out.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    state: &str,
    beyond: u64,
    most: u64,
) -> Result<Vec<ReportRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM period_report WHERE ($1 = '' OR state = $1) ORDER BY last_day DESC, first_day, id
         LIMIT {most} OFFSET {beyond}",
        ReportRow::COLUMNS
    );
    all(db, &sql, vec![state.into()]).await
}

/// How many there are of a state, or in all.
pub(crate) async fn count(db: &impl ConnectionTrait, state: &str) -> Result<u64, DbErr> {
    let sql = "SELECT COUNT(*) FROM period_report WHERE ($1 = '' OR state = $1)";
    one::<i64>(db, sql, vec![state.into()]).await.map(|n| u64::try_from(n).unwrap_or(0))
}

/// The newest report with a signer: what the next one begins with.
pub(crate) async fn last_signed(db: &impl ConnectionTrait) -> Result<Option<ReportRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM period_report WHERE signer_post <> '' ORDER BY begun_at DESC LIMIT 1",
        ReportRow::COLUMNS
    );
    maybe(db, &sql, vec![]).await
}

/// The next number of a year (VT-01). Its row stays locked until the wish is over.
pub(crate) async fn next_number(db: &impl ConnectionTrait, year: i64) -> Result<i64, DbErr> {
    let sql = "INSERT INTO report_number (year, last) VALUES ($1, 1)
        ON CONFLICT (year) DO UPDATE SET last = report_number.last + 1 RETURNING last";
    one(db, sql, vec![year.into()]).await
}

/// A text that was kept.
#[derive(Debug, Clone, db::FromQueryResult)]
pub(crate) struct EditionRow {
    pub(crate) edition: i64,
    pub(crate) results: String,
    pub(crate) difficulties: String,
    pub(crate) proposals: String,
    pub(crate) next_words: String,
    pub(crate) written_by: Option<PersonId>,
    pub(crate) written_at: Moment,
}

impl EditionRow {
    pub(crate) fn texts(self) -> Texts {
        Texts {
            results: self.results,
            difficulties: self.difficulties,
            proposals: self.proposals,
            next: self.next_words,
        }
    }
}

/// Keeps the text as it stands under its edition.
pub(crate) async fn keep_edition(
    db: &impl ConnectionTrait,
    row: &ReportRow,
    by: Option<PersonId>,
    at: Moment,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO period_report_edition
        (report, edition, results, difficulties, proposals, next_words, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let texts = row.texts();
    let values = vec![
        row.id.into(),
        row.edition.into(),
        texts.results.into(),
        texts.difficulties.into(),
        texts.proposals.into(),
        texts.next.into(),
        by.into(),
        at.into(),
    ];
    run(db, sql, values).await.map(drop)
}

/// The editions of a report, the newest first.
pub(crate) async fn editions(
    db: &impl ConnectionTrait,
    report: PeriodReportId,
) -> Result<Vec<EditionRow>, DbErr> {
    let sql = "SELECT edition, results, difficulties, proposals, next_words, written_by, written_at
        FROM period_report_edition WHERE report = $1 ORDER BY edition DESC LIMIT 100";
    all(db, sql, vec![report.into()]).await
}

/// A unit's words.
#[derive(Debug, Clone, db::FromQueryResult)]
pub(crate) struct PartRow {
    pub(crate) report: PeriodReportId,
    pub(crate) unit: UnitId,
    pub(crate) results: String,
    pub(crate) difficulties: String,
    pub(crate) proposals: String,
    pub(crate) next_words: String,
    pub(crate) edition: i64,
    pub(crate) given_by: Option<PersonId>,
    pub(crate) given_at: Option<Moment>,
    pub(crate) reminders: i64,
    pub(crate) reminded_at: Option<Moment>,
}

const PART: &str = "report, unit, results, difficulties, proposals, next_words, edition, given_by, given_at, reminders, reminded_at";

impl PartRow {
    /// One that nobody wrote in yet.
    pub(crate) fn asked(report: PeriodReportId, unit: UnitId) -> Self {
        Self {
            report,
            unit,
            results: String::new(),
            difficulties: String::new(),
            proposals: String::new(),
            next_words: String::new(),
            edition: 0,
            given_by: None,
            given_at: None,
            reminders: 0,
            reminded_at: None,
        }
    }

    pub(crate) fn texts(&self) -> Texts {
        Texts {
            results: self.results.clone(),
            difficulties: self.difficulties.clone(),
            proposals: self.proposals.clone(),
            next: self.next_words.clone(),
        }
    }

    pub(crate) fn set_texts(&mut self, texts: Texts) {
        (self.results, self.difficulties) = (texts.results, texts.difficulties);
        (self.proposals, self.next_words) = (texts.proposals, texts.next);
    }

    pub(crate) async fn put(&self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let sql = format!(
            "INSERT INTO period_report_part ({PART}) VALUES ({})
             ON CONFLICT (report, unit) DO UPDATE SET results = excluded.results, difficulties = excluded.difficulties,
             proposals = excluded.proposals, next_words = excluded.next_words, edition = excluded.edition,
             given_by = excluded.given_by, given_at = excluded.given_at, reminders = excluded.reminders,
             reminded_at = excluded.reminded_at",
            db::places(1, 11)
        );
        let values = vec![
            self.report.into(),
            self.unit.into(),
            self.results.clone().into(),
            self.difficulties.clone().into(),
            self.proposals.clone().into(),
            self.next_words.clone().into(),
            self.edition.into(),
            self.given_by.into(),
            self.given_at.into(),
            self.reminders.into(),
            self.reminded_at.into(),
        ];
        run(db, &sql, values).await.map(drop)
    }
}

/// The parts of a report.
pub(crate) async fn parts(db: &impl ConnectionTrait, report: PeriodReportId) -> Result<Vec<PartRow>, DbErr> {
    let sql = format!("SELECT {PART} FROM period_report_part WHERE report = $1 ORDER BY unit");
    all(db, &sql, vec![report.into()]).await
}

/// The part of a unit.
pub(crate) async fn part(
    db: &impl ConnectionTrait,
    report: PeriodReportId,
    unit: UnitId,
) -> Result<Option<PartRow>, DbErr> {
    let sql = format!("SELECT {PART} FROM period_report_part WHERE report = $1 AND unit = $2");
    maybe(db, &sql, vec![report.into(), unit.into()]).await
}

/// Units that still owe their words to a report that is being written: (report, period, unit).
pub(crate) async fn owed(db: &impl ConnectionTrait) -> Result<Vec<(PeriodReportId, String, UnitId)>, DbErr> {
    #[derive(db::FromQueryResult)]
    struct Row {
        id: PeriodReportId,
        period: String,
        unit: UnitId,
    }
    let sql =
        "SELECT r.id, r.period, p.unit FROM period_report_part p JOIN period_report r ON r.id = p.report
        WHERE p.given_at IS NULL AND r.state = 'drafting' ORDER BY r.last_day DESC";
    let rows: Vec<Row> = all(db, sql, vec![]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.period, row.unit)).collect())
}
