//! An AI system: what is assessed, with the filing facts that the law asks for.

use crate::id::SystemId;
use crate::time::{Date, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

macro_rules! wire_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in the order in which forms list them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}
pub(crate) use wire_enum;

wire_enum! {
    /// The key area in which the AI system works (6.3 speaks of users in key areas).
    KeyArea {
        /// Government departments.
        Government,
        /// Energy.
        Energy,
        /// Finance.
        Finance,
        /// Transport.
        Transport,
        /// Health care.
        Health,
        /// Water.
        Water,
        /// Telecommunications.
        Telecommunications,
        /// Public security and emergency services.
        PublicSafety,
        /// Education.
        Education,
        /// Manufacturing.
        Industry,
        /// Anything else.
        Other,
    }
}

wire_enum! {
    /// The phase of life the system is in; it decides which questions can be answered yet.
    Phase {
        /// Not in use yet.
        BeforeUse,
        /// In use.
        InUse,
        /// After a change of model, scope or supplier.
        AfterChange,
        /// After an incident.
        AfterIncident,
        /// No longer used.
        Retired,
    }
}

wire_enum! {
    /// The grade of data the system handles.
    DataGrade {
        /// Published data.
        Public,
        /// Internal data.
        Internal,
        /// Personal information.
        Personal,
        /// Sensitive personal information.
        SensitivePersonal,
        /// Important data in the sense of the data security law.
        Important,
        /// Core data in the sense of the data security law.
        Core,
    }
}

/// What has been filed, tested or assessed for the system elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FilingFacts {
    /// Level under the classified protection scheme, 1 to 5.
    pub protection_level: Option<u8>,
    /// Filing number under the classified protection scheme.
    pub protection_number: String,
    /// Date of the last commercial cryptography assessment.
    pub cryptography_assessed_on: Option<Date>,
    /// Date of the personal-information impact assessment.
    pub impact_assessed_on: Option<Date>,
    /// Number under which the algorithm or model is filed or registered.
    pub model_filing_number: String,
    /// Whether the system belongs to critical information infrastructure.
    pub critical_infrastructure: Option<bool>,
    /// Whether personal information is handled.
    pub personal_information: Option<bool>,
    /// Whether important data is handled.
    pub important_data: Option<bool>,
    /// Whether any data leaves the country.
    pub cross_border: Option<bool>,
}

/// What a person says about an AI system; the part that a form edits and an import fills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SystemFacts {
    /// Name, never empty.
    pub name: String,
    /// The organisation's own number for the system, may be empty; unique where given.
    pub reference: String,
    /// Who supplies it.
    pub supplier: String,
    /// The model or algorithm behind it.
    pub model: String,
    /// Its exact version.
    pub version: String,
    /// What it is used for.
    pub purpose: String,
    /// The decisions or tasks it takes part in.
    pub decision_points: Vec<String>,
    /// Key area of use.
    pub key_area: KeyArea,
    /// Unit that is responsible for it.
    pub unit: String,
    /// Grades of the data it handles.
    pub data_grades: BTreeSet<DataGrade>,
    /// Who is affected by it.
    pub affected: String,
    /// How many people or cases it handles, in words.
    pub scale: String,
    /// How much it does without a person, in words.
    pub autonomy: String,
    /// Phase of life.
    pub phase: Phase,
    /// Filing facts.
    pub filing: FilingFacts,
}

impl SystemFacts {
    /// Makes facts with a name and nothing else, in use, in another key area.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            reference: String::new(),
            supplier: String::new(),
            model: String::new(),
            version: String::new(),
            purpose: String::new(),
            decision_points: Vec::new(),
            key_area: KeyArea::Other,
            unit: String::new(),
            data_grades: BTreeSet::new(),
            affected: String::new(),
            scale: String::new(),
            autonomy: String::new(),
            phase: Phase::InUse,
            filing: FilingFacts::default(),
        }
    }
}

/// An AI system in the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AiSystem {
    /// Which system.
    pub id: SystemId,
    /// What is said about it.
    pub facts: SystemFacts,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
    /// When it was added.
    pub added_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
}
