//! The facts of every kind of report, read.

use assay_domain::facts::assessments::{
    COMPARISON_SCHEMA, FrozenComparison, FrozenOverview, OVERVIEW_SCHEMA,
};
use assay_domain::facts::audit::{self, FrozenAudit};
use assay_domain::facts::decisions::{self, FrozenDecisions};
use assay_domain::facts::fallback::{CARD_SCHEMA, DRILL_SCHEMA, FrozenCard, FrozenDrill};
use assay_domain::facts::incident::{self, FrozenIncident};
use assay_domain::facts::ledger::{self, FrozenLedger};
use assay_domain::facts::{Facts, Head, SCHEMA};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Returns the schema that facts name; empty where they name none.
pub(crate) fn schema_of(facts: &Value) -> &str {
    let named = facts
        .get("schema")
        .or_else(|| facts.pointer("/head/schema"));
    named.and_then(Value::as_str).unwrap_or_default()
}

/// Reads the facts of an assessment; nothing where they are of another kind.
pub(crate) fn assessment(facts: &Value) -> Option<Facts> {
    read(facts).filter(|facts: &Facts| facts.schema == SCHEMA)
}

/// Reads what facts of any kind say about the report; nothing where this version does not understand them.
pub(crate) fn head(facts: &Value) -> Option<Head> {
    let follows = match schema_of(facts) {
        SCHEMA => return assessment(facts).map(|facts| facts.head()),
        audit::SCHEMA => read::<FrozenAudit>(facts).is_some(),
        ledger::SCHEMA => read::<FrozenLedger>(facts).is_some(),
        incident::SCHEMA => read::<FrozenIncident>(facts).is_some(),
        CARD_SCHEMA => read::<FrozenCard>(facts).is_some(),
        DRILL_SCHEMA => read::<FrozenDrill>(facts).is_some(),
        OVERVIEW_SCHEMA => read::<FrozenOverview>(facts).is_some(),
        decisions::SCHEMA => read::<FrozenDecisions>(facts).is_some(),
        COMPARISON_SCHEMA => read::<FrozenComparison>(facts).is_some(),
        _ => false,
    };
    follows.then(|| read(facts.get("head")?)).flatten()
}

/// Returns the name of the AI system; empty where the facts are about several.
pub(crate) fn system_name(facts: &Value) -> String {
    let named = facts
        .get("systemName")
        .or_else(|| facts.pointer("/system/name"));
    named.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn read<T: DeserializeOwned>(facts: &Value) -> Option<T> {
    serde_json::from_value(facts.clone()).ok()
}
