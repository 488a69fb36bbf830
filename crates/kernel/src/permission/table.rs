//! What can be done, and which roles may do it: the table one reads.

use crate::Role;

/// A thing somebody may try to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Open the desk at all.
    EnterDesk,
    /// Read a story that is not public, with its history.
    ReadStory,
    /// Begin a story for a unit.
    BeginStory,
    /// Change a story's text, submit it, take a submission back.
    WriteStory,
    /// Return or approve a submitted story.
    ReviewStory,
    /// Publish, schedule, or correct what was approved.
    PublishStory,
    /// Publish without a second person, with a reason.
    PublishUrgently,
    /// Withdraw a public story, let it stand again, or put another in its place.
    RetireStory,
    /// Leave only a tombstone of a public story.
    RemoveStory,
    /// Add pictures, put them into the library of the agency and keep their words there.
    KeepLibrary,
    /// See people, units and areas.
    ReadPeople,
    /// Add people, give roles, change units and sites.
    Administer,
    /// Read the ledger and the list of failed jobs.
    ReadLedger,
    /// See what the press says: mentions, threads, hot spots, digests.
    ReadPress,
    /// Add outlets and sources, switch them on and off.
    TendSources,
    /// Say what the agency wants to hear about.
    TendTopics,
    /// Acknowledge, assign, mute, raise and close hot spots.
    HandleHotSpot,
    /// Answer a hot spot that one's unit was asked about.
    AnswerHotSpot,
    /// Draft and edit the digest.
    WriteDigest,
    /// Approve the digest of another and send it.
    ApproveDigest,
    /// See which promises are due, of all units.
    ReadClocks,
    /// Pause, extend and drop clocks.
    RunClocks,
    /// See inquiries, facts, demands and petitions of the press.
    ReadPressDesk,
    /// Log inquiries, ask units, draft answers, demands and replies.
    AnswerPress,
    /// Give the facts that one's unit was asked for.
    GiveFacts,
    /// Clear the exact text of an answer, a demand or a release of another.
    ClearPress,
    /// Enter who speaks for the agency.
    NameSpokespersons,
    /// Write releases and statements, plan press events, keep the contact book.
    WriteReleases,
    /// Issue, correct and withdraw what was approved.
    IssueReleases,
    /// See the questions of one's units, with who asked.
    ReadQuestions,
    /// Say which unit answers, set aside, take back.
    RouteQuestions,
    /// Write the answer of one's unit.
    AnswerQuestions,
    /// Approve the exact text of an answer of another, or refuse with a reason.
    ApproveReplies,
    /// Publish question and answer without personal data.
    PublishReplies,
    /// Put drafts to the public and reply to opinions.
    Consult,
    /// Keep the register of requests for information.
    ServeRequests,
    /// Deal with errors that readers report.
    SettleReports,
    /// See plans, assignments and meetings of one's units, and what they support.
    ReadWork,
    /// See the plans and the work of all units.
    ReadAllWork,
    /// Write the plan lines of one's unit.
    WritePlan,
    /// Begin plans and campaigns, present, amend and close them.
    KeepPlans,
    /// Give the opinion of a unit that appraises a plan.
    Appraise,
    /// Approve a plan and its amendments.
    ApprovePlan,
    /// Keep projects, contracts and disbursement.
    RunProjects,
    /// Give work to units, move its day, remind.
    Assign,
    /// Accept or decline work of one's unit, say how far it is, what blocks it.
    DoWork,
    /// Decide on an obstacle that was escalated.
    ResolveObstacle,
    /// Call meetings, keep their record, issue conclusions.
    KeepMeetings,
    /// Book a room, a camera, a vehicle.
    Book,
    /// Say what can be booked, and settle who goes first.
    KeepFacilities,
    /// Keep agreements with outlets, presenters, training, commemorative days.
    KeepTies,
    /// Draft, edit and submit period reports and briefings.
    WriteReports,
    /// Write one's unit's words for a period report or a briefing.
    GiveReport,
    /// Approve or return the exact text of a report of another.
    ApproveReports,
}

impl Action {
    /// Every action, in the order of the table.
    pub const ALL: [Self; 54] = [
        Self::EnterDesk,
        Self::ReadStory,
        Self::BeginStory,
        Self::WriteStory,
        Self::ReviewStory,
        Self::PublishStory,
        Self::PublishUrgently,
        Self::RetireStory,
        Self::RemoveStory,
        Self::KeepLibrary,
        Self::ReadPeople,
        Self::Administer,
        Self::ReadLedger,
        Self::ReadPress,
        Self::TendSources,
        Self::TendTopics,
        Self::HandleHotSpot,
        Self::AnswerHotSpot,
        Self::WriteDigest,
        Self::ApproveDigest,
        Self::ReadClocks,
        Self::RunClocks,
        Self::ReadPressDesk,
        Self::AnswerPress,
        Self::GiveFacts,
        Self::ClearPress,
        Self::NameSpokespersons,
        Self::WriteReleases,
        Self::IssueReleases,
        Self::ReadQuestions,
        Self::RouteQuestions,
        Self::AnswerQuestions,
        Self::ApproveReplies,
        Self::PublishReplies,
        Self::Consult,
        Self::ServeRequests,
        Self::SettleReports,
        Self::ReadWork,
        Self::ReadAllWork,
        Self::WritePlan,
        Self::KeepPlans,
        Self::Appraise,
        Self::ApprovePlan,
        Self::RunProjects,
        Self::Assign,
        Self::DoWork,
        Self::ResolveObstacle,
        Self::KeepMeetings,
        Self::Book,
        Self::KeepFacilities,
        Self::KeepTies,
        Self::WriteReports,
        Self::GiveReport,
        Self::ApproveReports,
    ];
}

/// The table: which roles may do what, inside the units their role covers.
#[must_use]
pub fn role_table(action: Action) -> &'static [Role] {
    use Role::{
        Admin, ChiefEditor, CommuneOfficer, Contributor, DutyOfficer, Editor, FocalOfficer, Leader,
        PressOfficer, RecordsOfficer, Spokesperson,
    };
    match action {
        Action::EnterDesk => &Role::ALL,
        Action::ReadStory => {
            &[Contributor, Editor, ChiefEditor, Leader, FocalOfficer, PressOfficer, CommuneOfficer]
        }
        Action::BeginStory | Action::WriteStory => {
            &[Contributor, Editor, ChiefEditor, PressOfficer, CommuneOfficer]
        }
        Action::KeepLibrary => {
            &[Contributor, Editor, ChiefEditor, FocalOfficer, PressOfficer, CommuneOfficer]
        }
        Action::ReviewStory => &[Editor, ChiefEditor, Leader],
        Action::PublishStory | Action::RetireStory => &[Editor, ChiefEditor],
        Action::PublishUrgently => &[Editor, ChiefEditor, Leader],
        Action::RemoveStory => &[ChiefEditor],
        // Everyone of the house. A guest from elsewhere reads what they were asked to read, and no list of colleagues.
        Action::ReadPeople => &[
            Contributor,
            Editor,
            ChiefEditor,
            Leader,
            DutyOfficer,
            FocalOfficer,
            PressOfficer,
            Spokesperson,
            RecordsOfficer,
            CommuneOfficer,
            Admin,
        ],
        Action::Administer => &[Admin],
        Action::ReadLedger => &[Admin, ChiefEditor, Leader],
        Action::ReadPress => {
            &[Editor, ChiefEditor, Leader, DutyOfficer, FocalOfficer, PressOfficer, Spokesperson]
        }
        Action::TendSources => &[DutyOfficer, PressOfficer, Admin],
        Action::TendTopics => &[DutyOfficer, FocalOfficer, PressOfficer],
        Action::HandleHotSpot => &[Leader, DutyOfficer, FocalOfficer, PressOfficer, Spokesperson],
        Action::AnswerHotSpot => &[Contributor, Editor, ChiefEditor, PressOfficer, CommuneOfficer],
        Action::WriteDigest => &[DutyOfficer, PressOfficer],
        Action::ApproveDigest => &[Leader, FocalOfficer, PressOfficer, Spokesperson],
        Action::ReadClocks => &[Leader, FocalOfficer, PressOfficer, Spokesperson, ChiefEditor],
        Action::RunClocks => &[Leader, FocalOfficer, PressOfficer, Spokesperson],
        Action::ReadPressDesk => &[Leader, DutyOfficer, FocalOfficer, PressOfficer, Spokesperson],
        Action::AnswerPress => &[PressOfficer, Spokesperson],
        Action::GiveFacts => &[Contributor, Editor, ChiefEditor, FocalOfficer, PressOfficer, CommuneOfficer],
        Action::ClearPress => &[Leader, Spokesperson],
        Action::NameSpokespersons => &[Leader, PressOfficer],
        Action::WriteReleases => &[PressOfficer, Spokesperson],
        Action::IssueReleases => &[PressOfficer, Spokesperson],
        Action::ReadQuestions => {
            &[Contributor, Editor, ChiefEditor, Leader, FocalOfficer, PressOfficer, CommuneOfficer]
        }
        Action::RouteQuestions => &[FocalOfficer, PressOfficer],
        Action::AnswerQuestions => &[Contributor, Editor, ChiefEditor, CommuneOfficer],
        Action::ApproveReplies => &[Editor, ChiefEditor, Leader],
        Action::PublishReplies => &[ChiefEditor, FocalOfficer, PressOfficer],
        Action::Consult => &[ChiefEditor, FocalOfficer, PressOfficer],
        Action::ServeRequests => &[FocalOfficer, RecordsOfficer],
        Action::SettleReports => &[Editor, ChiefEditor],
        Action::ReadWork | Action::Book => &[
            Contributor,
            Editor,
            ChiefEditor,
            Leader,
            DutyOfficer,
            FocalOfficer,
            PressOfficer,
            Spokesperson,
            RecordsOfficer,
            CommuneOfficer,
        ],
        Action::ReadAllWork => &[Leader, FocalOfficer],
        Action::WritePlan => &[Contributor, Editor, ChiefEditor, FocalOfficer, PressOfficer, CommuneOfficer],
        Action::KeepPlans => &[FocalOfficer],
        Action::Appraise => &[Editor, ChiefEditor, Leader, FocalOfficer],
        Action::ApprovePlan => &[Leader],
        Action::RunProjects => &[Leader, FocalOfficer],
        Action::Assign => &[Leader, ChiefEditor, FocalOfficer],
        Action::DoWork => {
            &[Contributor, Editor, ChiefEditor, FocalOfficer, PressOfficer, RecordsOfficer, CommuneOfficer]
        }
        Action::ResolveObstacle => &[Leader, FocalOfficer],
        Action::KeepMeetings => &[Leader, FocalOfficer, RecordsOfficer],
        Action::KeepFacilities => &[FocalOfficer, Admin],
        Action::KeepTies => &[FocalOfficer, PressOfficer],
        Action::WriteReports => &[FocalOfficer],
        Action::GiveReport => &[Contributor, Editor, ChiefEditor, FocalOfficer, PressOfficer, CommuneOfficer],
        Action::ApproveReports => &[Leader],
    }
}
