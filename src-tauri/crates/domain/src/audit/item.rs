//! One question of an audit's checklist, its result, and whether the result still holds.

use crate::evidence::Standing;
use crate::framework::{Question, Text};
use crate::id::{AuditId, ClauseId, EvidenceId, QuestionId};
use crate::person::Act;
use crate::system::wire_enum;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

wire_enum! {
    /// What of an AI system an audit looks at; clause b names the first four.
    Dimension {
        /// Applicable scenario.
        Scenario,
        /// Safety.
        Safety,
        /// Reliability.
        Reliability,
        /// Controllability.
        Controllability,
        /// The programme of audits itself.
        Programme,
    }
}

wire_enum! {
    /// What a question of the checklist came to.
    ItemResult {
        /// It is as it should be.
        Conforms,
        /// Some of it is.
        Partly,
        /// It is not.
        Fails,
        /// It does not apply, with a reason.
        NotApplicable,
        /// It was not tested this time.
        NotTested,
    }
}

impl ItemResult {
    /// Tells whether something was looked at and judged.
    #[must_use]
    pub const fn is_judged(self) -> bool {
        matches!(self, Self::Conforms | Self::Partly | Self::Fails)
    }

    /// Tells whether something is wrong.
    #[must_use]
    pub const fn is_failing(self) -> bool {
        matches!(self, Self::Partly | Self::Fails)
    }
}

/// A question as an audit asks it, kept with the audit so that it can be read for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskedQuestion {
    /// Which question; one of a pack begins with the pack's id and a slash.
    pub id: QuestionId,
    /// The clause of 6.3 it belongs to.
    pub clause: ClauseId,
    /// Its dimension.
    pub dimension: Dimension,
    /// The question; "conforms" is always the good state.
    pub text: Text,
    /// What a good state looks like.
    pub good: Text,
    /// How to test it; may be empty in a pack.
    pub how: Text,
    /// What to take as evidence.
    pub take: Text,
    /// Whether much depends on it.
    pub critical: bool,
    /// Whether it is a red line.
    pub red_line: bool,
}

impl AskedQuestion {
    /// Makes the question of an audit from one of the framework; nothing when it has no dimension.
    #[must_use]
    pub fn of_framework(question: &Question) -> Option<Self> {
        Some(Self {
            id: question.id.clone(),
            clause: question.clause.clone(),
            dimension: question.dimension?,
            text: question.text.clone(),
            good: question.good.clone(),
            how: question.test.clone().unwrap_or_default(),
            take: question.evidence.clone(),
            critical: question.critical,
            red_line: question.red_line,
        })
    }

    /// Returns SHA-256 of its texts in canonical JSON, lower-case hexadecimal.
    #[must_use]
    pub fn digest(&self) -> String {
        let texts = serde_json::json!([self.text, self.good, self.how, self.take]);
        // Texts alone are always canonical JSON.
        let bytes = serde_json_canonicalizer::to_vec(&texts).unwrap_or_default();
        crate::history::hex(&Sha256::digest(bytes))
    }
}

/// From which audit a result was taken over, and how often in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Carried {
    /// The audit before, in which it stood.
    pub from: AuditId,
    /// How many audits in a row it has been carried, this one included.
    pub times: u8,
}

wire_enum! {
    /// Why a question is open again although the last audit has a result for it.
    Reopened {
        /// It failed or conformed in part.
        Failing,
        /// It did not apply or was not tested.
        NotJudged,
        /// Its text has changed.
        QuestionChanged,
        /// The AI system has another version.
        SystemChanged,
        /// The standing of its evidence has changed.
        EvidenceChanged,
        /// It was carried as often as the method allows.
        CarriedOften,
        /// Results were not to be carried.
        NotCarried,
    }
}

wire_enum! {
    /// What must be seen beside a result, since it is no result of today.
    Mark {
        /// It was taken over from the audit before.
        Carried,
        /// The question's text has changed since.
        QuestionChanged,
        /// The question is no longer in the framework or the pack.
        QuestionRemoved,
        /// The AI system has another version since.
        SystemChanged,
        /// The standing of its evidence has changed since.
        EvidenceChanged,
    }
}

/// One question of an audit's checklist with its result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditItem {
    /// Of which audit.
    pub audit: AuditId,
    /// Which question.
    pub question: QuestionId,
    /// Its place on the checklist, from 1.
    pub position: u32,
    /// Its dimension.
    pub dimension: Dimension,
    /// Digest of the question's texts as they were asked.
    pub digest: String,
    /// What it came to; nothing while it is open.
    pub result: Option<ItemResult>,
    /// Why it does not apply; required with "not applicable".
    pub reason: String,
    /// What was seen.
    pub observation: String,
    /// Evidence attached to it.
    pub evidence: Vec<EvidenceId>,
    /// The version of the AI system that was judged.
    pub version: String,
    /// Standing of the evidence when it was judged.
    pub standing: Standing,
    /// Who judged it, and when; a carried result keeps who judged it first.
    pub judged: Option<Act>,
    /// Set when the result was taken over from the audit before.
    pub carried: Option<Carried>,
    /// Why it is open again, if the last audit had a result.
    pub reopened: Option<Reopened>,
    /// Counts its saved changes from 1, so that a stale write is noticed.
    pub revision: u32,
}

impl AuditItem {
    /// Puts a question on a checklist, open.
    #[must_use]
    pub fn open(audit: AuditId, position: u32, asked: &AskedQuestion) -> Self {
        Self {
            audit,
            question: asked.id.clone(),
            position,
            dimension: asked.dimension,
            digest: asked.digest(),
            result: None,
            reason: String::new(),
            observation: String::new(),
            evidence: Vec::new(),
            version: String::new(),
            standing: Standing::None,
            judged: None,
            carried: None,
            reopened: None,
            revision: 1,
        }
    }
}

/// What stands today behind a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present<'a> {
    /// Digest of the question's texts; nothing when the question is gone.
    pub digest: Option<&'a str>,
    /// Version of the AI system.
    pub version: &'a str,
    /// Standing of the evidence attached to the result.
    pub standing: Standing,
}

/// Returns what must be seen beside a result.
#[must_use]
pub fn marks(item: &AuditItem, present: &Present<'_>) -> Vec<Mark> {
    if item.result.is_none() {
        let gone = present.digest.is_none();
        return gone.then_some(Mark::QuestionRemoved).into_iter().collect();
    }
    let question = match present.digest {
        None => Some(Mark::QuestionRemoved),
        Some(digest) if digest != item.digest => Some(Mark::QuestionChanged),
        Some(_) => None,
    };
    let judged = item.result.is_some_and(ItemResult::is_judged);
    let system = judged && item.version != present.version;
    let evidence = judged && item.standing != present.standing;
    let carried = item.carried.map(|_| Mark::Carried);
    let changed = [
        question,
        system.then_some(Mark::SystemChanged),
        evidence.then_some(Mark::EvidenceChanged),
    ];
    carried
        .into_iter()
        .chain(changed.into_iter().flatten())
        .collect()
}

/// Says whether the result of a closed audit may stand in the next one, at most so many times in a
/// row.
///
/// # Errors
/// Says why the question must be tested again.
pub fn carry(item: &AuditItem, present: &Present<'_>, most: u8) -> Result<Carried, Reopened> {
    match item.result {
        Some(ItemResult::Conforms) => {}
        Some(result) if result.is_failing() => return Err(Reopened::Failing),
        _ => return Err(Reopened::NotJudged),
    }
    for mark in marks(item, present) {
        match mark {
            Mark::Carried => {}
            Mark::QuestionChanged | Mark::QuestionRemoved => return Err(Reopened::QuestionChanged),
            Mark::SystemChanged => return Err(Reopened::SystemChanged),
            Mark::EvidenceChanged => return Err(Reopened::EvidenceChanged),
        }
    }
    let times = item.carried.map_or(0, |carried| carried.times);
    if times >= most {
        return Err(Reopened::CarriedOften);
    }
    Ok(Carried {
        from: item.audit,
        times: times + 1,
    })
}
