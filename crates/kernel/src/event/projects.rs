//! What happens to projects and their money.

use super::of_house::house_events;
use crate::{ActivityId, ProjectId, UnitId};
use uuid::Uuid;

house_events! {
    /// What happened to a project.
    ProjectEvent {
        /// A project was entered.
        ProjectBegun { project: ProjectId, unit: UnitId } => Project, "project-begun";
        /// Its particulars changed; `total` is what it may cost, in đồng.
        ProjectChanged { project: ProjectId, total: i64 } => Project, "project-changed";
        /// It is in another state, with the reason where one is asked.
        ProjectStepped { project: ProjectId, state: String, reason: String } => Project, "project-stepped";
        /// It pays for a line of a plan.
        ProjectPays { project: ProjectId, activity: ActivityId } => Project, "project-pays";
        /// It pays for that line no longer.
        ProjectPaysNot { project: ProjectId, activity: ActivityId } => Project, "project-pays-not";
        /// Something holds it up.
        ProjectHindered { project: ProjectId, hindrance: Uuid } => Project, "project-hindered";
        /// What held it up is over.
        ProjectFreed { project: ProjectId, hindrance: Uuid } => Project, "project-freed";
        /// Money of a budget year was assigned, or adjusted up or down by so many đồng.
        MoneyAssigned { project: ProjectId, year: i32, amount: i64, reason: String } => Project, "money-assigned";
        /// What is to be spent in each month of a year, in đồng.
        MoneyPlanned { project: ProjectId, year: i32, months: Vec<i64>, reason: String } => Project, "money-planned";
        /// Money of a budget year was paid on a day, in đồng (S42): sums as of an entry are read from here.
        MoneySpent { project: ProjectId, entry: Uuid, year: i32, day: String, amount: i64 } => Project, "money-spent";
        /// What was entered as paid was wrong.
        MoneyCancelled { project: ProjectId, entry: Uuid, reason: String } => Project, "money-cancelled";
        /// A contract, or an annex of it, was entered.
        ContractSet { project: ProjectId, contract: Uuid } => Project, "contract-set";
        /// What a contract delivered was accepted; `sha256` is of the record that was attached.
        ContractAccepted { project: ProjectId, contract: Uuid, sha256: String } => Project, "contract-accepted";
        /// A contract or an acceptance that was entered is void.
        ContractVoided { project: ProjectId, contract: Uuid, reason: String } => Project, "contract-voided";
    }
}
