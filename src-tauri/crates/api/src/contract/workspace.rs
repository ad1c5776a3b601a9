//! The program's own state, workspaces, persons, the overview and the history.

pub use assay_domain::person::{Person, Role};
pub use assay_domain::workspace::{PaperSize, Workspace, WorkspaceSettings};

use super::drill::TakenIn;
use super::{AssessmentRow, DueCheck, DueClock, SystemRow};
use assay_domain::action::Action;
use assay_domain::facts::HistoryHead;
use assay_domain::id::{AssessmentId, PersonId};
use assay_domain::locale::Locale;
use assay_domain::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Light, dark, or as the desktop says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop says.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// What a person sets on this computer, outside any workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preferences {
    /// Language of the window; nothing follows the desktop.
    pub locale: Option<Locale>,
    /// Colours of the window.
    pub theme: Theme,
    /// Whether the desktop says how much is due.
    #[serde(default = "wanted")]
    pub reminders: bool,
}

/// Reminders are wanted until somebody says otherwise, in files from before there were any as well.
const fn wanted() -> bool {
    true
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            locale: None,
            theme: Theme::default(),
            reminders: wanted(),
        }
    }
}

/// A workspace opened before on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecentWorkspace {
    /// Where it lies.
    pub path: String,
    /// When it was last opened.
    pub opened_at: Timestamp,
    /// Whether the file is there now.
    pub present: bool,
    /// Whether it is the teaching sample, whose passphrase the first screen may show.
    pub sample: bool,
}

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AppStatus {
    /// Version of the program.
    pub version: String,
    /// Language to show: the preference, else the desktop's, else English.
    pub locale: Locale,
    /// What was set on this computer.
    pub preferences: Preferences,
    /// Workspaces opened before, newest first.
    pub recent: Vec<RecentWorkspace>,
    /// Folder in which a new workspace is proposed.
    pub folder: String,
    /// The workspace that is open now.
    pub open: Option<OpenWorkspace>,
}

/// Makes a workspace and its first person, who holds every role but inspector.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceCreate {
    /// Where to; the file must not exist yet.
    pub path: String,
    /// Passphrase of the first person, at least eight characters.
    pub passphrase: String,
    /// Organisation, language, time zone, marking.
    pub settings: WorkspaceSettings,
    /// Name or role title of the first person.
    pub person_name: String,
    /// Post or unit of the first person, may be empty.
    pub person_title: String,
}

/// Makes the teaching sample with its published passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceCreateSample {
    /// Where to; nothing puts it into the proposed folder under a free name.
    pub path: Option<String>,
    /// Language of the sample's texts.
    pub locale: Locale,
}

/// Opens a workspace.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceOpen {
    /// Where it lies.
    pub path: String,
    /// A person's passphrase; it also says which person.
    pub passphrase: String,
}

/// An open workspace and who opened it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenWorkspace {
    /// Where it lies.
    pub path: String,
    /// The workspace.
    pub workspace: Workspace,
    /// Who opened it.
    pub person: Person,
    /// The screen that person was at, such as `/assessments/…/questions/h-04`.
    pub resume: Option<String>,
    /// Drills that were recorded while it was locked and have just been taken in.
    pub taken_in: Option<TakenIn>,
}

/// Makes the picture in a PNG or SVG file the organisation's logo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LogoSet {
    /// Where the file lies.
    pub path: String,
}

/// Remembers the screen a person is at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResumeSave {
    /// Route of the screen.
    pub route: String,
}

/// How many systems have a certain residual risk grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GradeCount {
    /// Grade 1 to 5; nothing for systems that were never assessed.
    pub grade: Option<u8>,
    /// How many systems.
    pub systems: u32,
}

/// What needs a person today, and the systems by grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overview {
    /// Reporting clocks that run or are overdue, the most urgent first.
    pub clocks: Vec<DueClock>,
    /// Assessments that are not signed yet, the one changed last first.
    pub running: Vec<AssessmentRow>,
    /// Those of them whose report waits for signatures: it is what has to be done next.
    pub to_sign: Vec<AssessmentId>,
    /// Actions past their due date.
    pub overdue: Vec<Action>,
    /// Actions due within thirty days.
    pub due_soon: Vec<Action>,
    /// Recurring checks due within thirty days or overdue, the earliest first.
    pub due_checks: Vec<DueCheck>,
    /// Recurring checks that were missed, the latest first; they stay.
    pub missed_checks: Vec<DueCheck>,
    /// Reports that lack a signature.
    pub unsigned_reports: u32,
    /// Systems in use without a signed assessment.
    pub unassessed: u32,
    /// Systems by grade, worst first, then the ungraded.
    pub grades: Vec<GradeCount>,
    /// All systems, worst grade first.
    pub systems: Vec<SystemRow>,
    /// Where the history stands.
    pub history: HistoryHead,
}

/// One thing that does not hold, as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckProblem {
    /// What was found; the message id is `check-problem-` and this code.
    pub code: String,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

impl CheckProblem {
    /// One thing that does not hold, with what its message names.
    pub(crate) fn new(code: &str, args: &[(&str, String)]) -> Self {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        Self {
            code: code.to_owned(),
            args: args.collect(),
        }
    }
}

/// One finding of the check of a workspace file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckItem {
    /// What was checked, as a message code.
    pub code: String,
    /// Whether it holds.
    pub ok: bool,
    /// What was found in the engine's words, such as a page or entry number; empty when it holds.
    pub detail: String,
    /// What was found beside it, the first hundred of each kind.
    pub problems: Vec<CheckProblem>,
}

/// The check of a workspace file: pages, structure, history, evidence, keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceCheck {
    /// Whether every item holds.
    pub ok: bool,
    /// Each thing checked.
    pub items: Vec<CheckItem>,
    /// Where the history stands.
    pub history: HistoryHead,
}

/// The persons of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonList {
    /// In the order in which they were added.
    pub persons: Vec<Person>,
}

/// Adds a person with a key slot of their own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonAdd {
    /// Name or role title.
    pub name: String,
    /// Post or unit, may be empty.
    pub title: String,
    /// What they may do, at least one role.
    pub roles: BTreeSet<Role>,
    /// Their passphrase, at least eight characters and nobody else's.
    pub passphrase: String,
}

/// Changes what is said about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonChange {
    /// Who.
    pub id: PersonId,
    /// Name or role title.
    pub name: String,
    /// Post or unit.
    pub title: String,
    /// What they may do.
    pub roles: BTreeSet<Role>,
}

/// Changes the passphrase of the person who has the workspace open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PassphraseChange {
    /// The passphrase as it is.
    pub current: String,
    /// The passphrase as it shall be, at least eight characters.
    pub new: String,
}

/// Asks for a page of the history, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryList {
    /// Entries before this number; nothing begins with the newest.
    #[ts(type = "number | null")]
    pub before: Option<u64>,
    /// How many at the most, up to 500.
    pub limit: u32,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryEntry {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub sequence: u64,
    /// When.
    pub at: Timestamp,
    /// Who, as printed; empty when the person is no longer known.
    pub person: String,
    /// What was done, such as `answer.save`; the message id is `history-` and this with a dash.
    pub action: String,
    /// What it was done to, as a person would name it; may be empty.
    pub subject: String,
    /// The recorded content.
    #[ts(type = "unknown")]
    pub payload: serde_json::Value,
    /// SHA-256 of the entry, lower-case hexadecimal.
    pub sha256: String,
}

/// A page of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HistoryPage {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
    /// Where the history stands.
    pub head: HistoryHead,
}
