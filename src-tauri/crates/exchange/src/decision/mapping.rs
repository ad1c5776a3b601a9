//! How a source's columns become decision records or volumes, as a small file that can travel.
//!
//! A mapping is TOML. Every part but `name`, `content` and `columns` may be left out:
//!
//! ```toml
//! format = 1
//! name = "Loan office, monthly export"
//! content = "decisions"              # or "volumes"
//! only = 'Status == "closed"'        # CEL over the columns: which rows are taken
//!
//! [source]                           # empty: recognised from the file
//! encoding = "gb18030"
//! delimiter = ";"
//! sheet = "Export"
//!
//! [reading]
//! dateOrder = "dayFirst"             # or "monthFirst"; the year may always stand first
//! timeZone = "Asia/Shanghai"         # of times without an offset; empty: the workspace's
//! timeOfDay = "12:00"                # of dates without a time
//! decimalComma = true
//! latencyUnit = "seconds"
//!
//! [columns]                          # field to headings; several are joined by a space
//! decidedAt = ["Date", "Time"]
//! caseKey = ["File no."]
//! aiOutput = ["Proposal"]
//! humanFinal = ["Decision"]
//!
//! [constants]                        # for fields that the source does not state
//! modelVersion = "2.1"
//!
//! [values.humanFinal]                # the source's word to ours
//! "genehmigt" = "approve"
//!
//! [rule]                             # where no disposition is stated
//! kind = "differs"                   # or "expression", with `overridden` and `modified` in CEL
//! ```
//!
//! In an expression each column is a variable under its heading when that is a name, and is always
//! `row["heading"]`. A cell that reads as a number is a number, an empty one is `null`, every other
//! is text.

pub use assay_domain::decision::Content;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The newest form of the file.
pub const FORMAT: u32 = 1;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }
    };
}

choice! {
    /// Which of day and month stands first where the year does not.
    DateOrder {
        /// 24.11.2026
        #[default]
        DayFirst,
        /// 11/24/2026
        MonthFirst,
    }
}

choice! {
    /// In what a source states latencies.
    LatencyUnit {
        /// Thousandths of a second.
        #[default]
        Milliseconds,
        /// Seconds.
        Seconds,
        /// Minutes.
        Minutes,
    }
}

choice! {
    /// How long the periods of a source are where it names only their beginning.
    PeriodLength {
        /// Calendar months.
        #[default]
        Month,
        /// Weeks from Monday.
        Week,
        /// Days.
        Day,
    }
}

choice! {
    /// How the disposition is told.
    RuleKind {
        /// The source states it.
        #[default]
        Stated,
        /// The person's decision differs from the AI's output.
        Differs,
        /// By expressions over the columns.
        Expression,
    }
}

choice! {
    /// What a column can fill.
    Field {
        /// The AI system's name or reference, to notice a file of another one.
        #[default]
        System,
        /// Time of the decision.
        DecidedAt,
        /// Decision point.
        DecisionPoint,
        /// Model version.
        ModelVersion,
        /// Prompt version.
        PromptVersion,
        /// Number of the case.
        CaseKey,
        /// Category of the case.
        Category,
        /// AI output.
        AiOutput,
        /// The AI's own score, 0 to 1 or in per cent.
        AiConfidence,
        /// Time of the AI's result.
        AiAt,
        /// Latency.
        LatencyMs,
        /// Who decided.
        Reviewer,
        /// Judgement before seeing the AI's output.
        HumanInitial,
        /// Final decision.
        HumanFinal,
        /// Disposition.
        Disposition,
        /// Reason code.
        ReasonCode,
        /// Reason in words.
        ReasonText,
        /// Harm if the AI had been followed.
        HarmIfFollowed,
        /// Harm if the person is wrong.
        HarmIfWrong,
        /// Whether the decision can be undone.
        Reversible,
        /// Outcome.
        Outcome,
        /// Time of the outcome.
        OutcomeAt,
        /// Source of the outcome.
        OutcomeSource,
        /// Known wrong sample.
        Seeded,
        /// First day of a volume's period, or any day of it.
        Period,
        /// Outputs issued.
        Issued,
        /// Accepted.
        Accepted,
        /// Modified.
        Modified,
        /// Overridden.
        Overridden,
        /// Took effect without a person.
        Automatic,
        /// Not looked at.
        NotReviewed,
        /// Exposure.
        Exposure,
    }
}

/// How the file itself is read; an empty text is recognised from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Source {
    /// Label of the WHATWG encoding standard, such as `gb18030` or `windows-1252`.
    pub encoding: String,
    /// One character.
    pub delimiter: String,
    /// Name of the sheet of a spreadsheet.
    pub sheet: String,
}

/// How values are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Reading {
    /// Which of day and month stands first; nothing refuses dates that need to know.
    pub date_order: Option<DateOrder>,
    /// IANA name of the zone of times without an offset; empty means the workspace's.
    pub time_zone: String,
    /// `HH:MM` for dates without a time; empty means noon.
    pub time_of_day: String,
    /// Whether a comma parts the decimals.
    pub decimal_comma: bool,
    /// Unit of latencies.
    pub latency_unit: LatencyUnit,
    /// Length of a volume's periods.
    pub period_length: PeriodLength,
}

/// How the disposition is told where no column states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Rule {
    /// How.
    pub kind: RuleKind,
    /// CEL: when the output was not followed.
    pub overridden: String,
    /// CEL: when it was followed after a change; empty means never.
    pub modified: String,
}

/// Exposure in a volume file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExposureReading {
    /// The unit that is kept.
    pub unit: assay_domain::volume::ExposureUnit,
    /// How much of that unit one of the source's is, such as `1.609344` for miles.
    #[serde(default)]
    pub factor: String,
}

/// A table with one column for each month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wide {
    /// What the months hold: exposure or one of the totals.
    pub field: Field,
    /// Their headings, each naming a month and a year.
    pub columns: Vec<String>,
}

/// How a source's columns become records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Mapping {
    /// Form of the file.
    pub format: u32,
    /// Name of the source.
    pub name: String,
    /// What the file holds.
    pub content: Content,
    /// CEL: which rows are taken; empty means all.
    pub only: String,
    /// How the file is read.
    pub source: Source,
    /// How values are read.
    pub reading: Reading,
    /// Field to headings.
    pub columns: BTreeMap<Field, Vec<String>>,
    /// What fields hold that the source does not state.
    pub constants: BTreeMap<Field, String>,
    /// Field to the source's words and ours.
    pub values: BTreeMap<Field, BTreeMap<String, String>>,
    /// How the disposition is told.
    pub rule: Rule,
    /// How exposure is read.
    pub exposure: Option<ExposureReading>,
    /// Columns by month.
    pub wide: Option<Wide>,
}
