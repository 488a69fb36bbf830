//! Agreements with outlets, presenters, trainings, and the agency's own days.

use db::{ConnectionTrait, DbErr, all, run, table};
use kernel::{AgreementId, Moment, ObservanceId, PersonId, PresenterId, TrainingId, UnitId};
use uuid::Uuid;

table! {
    AgreementRow in "agreement" {
        id: AgreementId,
        outlet: String,
        title: String,
        number: String,
        unit: UnitId,
        from_day: String,
        to_day: String,
        stories: i64,
        minutes: i64,
        money: i64,
        notes: String,
        edition: i64,
        made_at: Moment,
        made_by: Option<PersonId>,
        alarmed_at: Option<Moment>,
        ended_at: Option<Moment>,
        reason: String,
    }
}

table! {
    DeliveryRow in "agreement_delivery" {
        id: Uuid,
        agreement: AgreementId,
        day: String,
        stories: i64,
        minutes: i64,
        title: String,
        evidence: String,
        made_at: Moment,
        made_by: Option<PersonId>,
    }
}

table! {
    PresenterRow in "presenter" {
        id: PresenterId,
        name: String,
        office: String,
        unit: UnitId,
        fields: String,
        document: String,
        made_at: Moment,
        ended_at: Option<Moment>,
        reason: String,
    }
}

table! {
    SessionRow in "presenter_session" {
        id: Uuid,
        presenter: PresenterId,
        at: Moment,
        title: String,
        place: String,
        audience: i64,
        made_at: Moment,
    }
}

table! {
    MarkRow in "presenter_mark" {
        id: Uuid,
        session: Uuid,
        matter: i64,
        manner: i64,
        use_of: i64,
        words: String,
        made_at: Moment,
    }
}

table! {
    TrainingRow in "training" {
        id: TrainingId,
        unit: UnitId,
        title: String,
        starts_at: Moment,
        ends_at: Moment,
        place: String,
        teachers: String,
        content: String,
        made_at: Moment,
        ended_at: Option<Moment>,
        reason: String,
    }
}

table! {
    GuestRow in "training_guest" {
        id: Uuid,
        training: TrainingId,
        place: i64,
        name: String,
        office: String,
        came: bool,
        certificate: bool,
    }
}

table! {
    ObservanceRow in "observance" {
        id: ObservanceId,
        unit: UnitId,
        title: String,
        day: i64,
        month: i64,
        lunar: bool,
        since: Option<i64>,
        made_at: Moment,
        ended_at: Option<Moment>,
    }
}

/// Agreements, those that end first on top.
pub(crate) async fn agreements(db: &impl ConnectionTrait) -> Result<Vec<AgreementRow>, DbErr> {
    let sql = format!("SELECT {} FROM agreement ORDER BY to_day DESC, id LIMIT 500", AgreementRow::COLUMNS);
    all(db, &sql, vec![]).await
}

/// What was delivered under one, the newest first.
pub(crate) async fn deliveries(
    db: &impl ConnectionTrait,
    id: AgreementId,
) -> Result<Vec<DeliveryRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM agreement_delivery WHERE agreement = $1 ORDER BY day DESC, id DESC LIMIT 2000",
        DeliveryRow::COLUMNS
    );
    all(db, &sql, vec![id.into()]).await
}

/// Takes a delivery out.
pub(crate) async fn drop_delivery(
    db: &impl ConnectionTrait,
    id: Uuid,
    agreement: AgreementId,
) -> Result<u64, DbErr> {
    let sql = "DELETE FROM agreement_delivery WHERE id = $1 AND agreement = $2";
    run(db, sql, vec![id.into(), agreement.into()]).await
}

/// Presenters who still are.
pub(crate) async fn presenters(db: &impl ConnectionTrait) -> Result<Vec<PresenterRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM presenter WHERE ended_at IS NULL ORDER BY name, id LIMIT 1000",
        PresenterRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}

/// The sessions of one, the newest first.
pub(crate) async fn sessions(db: &impl ConnectionTrait, id: PresenterId) -> Result<Vec<SessionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM presenter_session WHERE presenter = $1 ORDER BY at DESC, id LIMIT 1000",
        SessionRow::COLUMNS
    );
    all(db, &sql, vec![id.into()]).await
}

/// Sessions of a time.
pub(crate) async fn sessions_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<SessionRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM presenter_session WHERE at >= $1 AND at < $2 ORDER BY at, id LIMIT 5000",
        SessionRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// The forms of all sessions of one.
pub(crate) async fn marks(db: &impl ConnectionTrait, id: PresenterId) -> Result<Vec<MarkRow>, DbErr> {
    let columns = MarkRow::COLUMNS.split(", ").map(|one| format!("m.{one}")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT {columns} FROM presenter_mark m JOIN presenter_session s ON s.id = m.session
         WHERE s.presenter = $1 ORDER BY m.made_at, m.id LIMIT 20000"
    );
    all(db, &sql, vec![id.into()]).await
}

/// Trainings, the newest first.
pub(crate) async fn trainings(db: &impl ConnectionTrait) -> Result<Vec<TrainingRow>, DbErr> {
    let sql = format!("SELECT {} FROM training ORDER BY starts_at DESC, id LIMIT 500", TrainingRow::COLUMNS);
    all(db, &sql, vec![]).await
}

/// Trainings of a time.
pub(crate) async fn trainings_between(
    db: &impl ConnectionTrait,
    from: Moment,
    to: Moment,
) -> Result<Vec<TrainingRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM training WHERE starts_at >= $1 AND starts_at < $2 AND ended_at IS NULL
         ORDER BY starts_at, id LIMIT 5000",
        TrainingRow::COLUMNS
    );
    all(db, &sql, vec![from.into(), to.into()]).await
}

/// Who takes part, in order.
pub(crate) async fn guests(db: &impl ConnectionTrait, id: TrainingId) -> Result<Vec<GuestRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM training_guest WHERE training = $1 ORDER BY place, id LIMIT 2000",
        GuestRow::COLUMNS
    );
    all(db, &sql, vec![id.into()]).await
}

/// The agency's own days.
pub(crate) async fn observances(db: &impl ConnectionTrait) -> Result<Vec<ObservanceRow>, DbErr> {
    let sql = format!(
        "SELECT {} FROM observance WHERE ended_at IS NULL ORDER BY month, day, id LIMIT 500",
        ObservanceRow::COLUMNS
    );
    all(db, &sql, vec![]).await
}
