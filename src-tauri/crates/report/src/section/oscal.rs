//! OSCAL 1.1.3 of an assessment or an audit: assessment results, and the plan of action and milestones.
//!
//! The identifiers are computed from the digest of the facts, so that the same facts give the same files.

use super::Further;
use super::voice::Voice;
use assay_domain::action::{Action, ActionState};
use assay_domain::time::{Period, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The two files as they travel inside a report.
pub(super) fn files<'a>(
    voice: &Voice<'_>,
    results: &Results<'_>,
    system: &str,
    actions: impl Iterator<Item = &'a Action>,
) -> Vec<Further> {
    let plan = plan_of_action(voice, &results.title, system, actions);
    let results = Further {
        name: "assessment-results.oscal.json",
        description: "paper-attachment-oscal-results",
        bytes: assessment_results(voice, results),
    };
    let plan = plan.map(|bytes| Further {
        name: "plan-of-action.oscal.json",
        description: "paper-attachment-oscal-plan",
        bytes,
    });
    std::iter::once(results).chain(plan).collect()
}

/// The version of the format.
const VERSION: &str = "1.1.3";
/// Names the properties that are this project's own.
const NAMESPACE: &str = "https://assay.invalid/facts";

/// Something that was looked at.
pub(super) struct Observation {
    /// Tells it from the others of the same report.
    pub(super) key: String,
    pub(super) title: String,
    pub(super) description: String,
    /// Names and values of what came of it.
    pub(super) props: Vec<(&'static str, String)>,
    pub(super) collected: Timestamp,
}

/// What follows from observations for one clause or question.
pub(super) struct Finding {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) description: String,
    /// The clause or question.
    pub(super) target: String,
    pub(super) satisfied: bool,
    /// Keys of the observations behind it.
    pub(super) observations: Vec<String>,
}

/// A risk with how it was rated.
pub(super) struct Risk {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) statement: String,
    pub(super) open: bool,
    pub(super) facets: Vec<(&'static str, String)>,
}

/// Everything that the two files say.
pub(super) struct Results<'a> {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) period: &'a Period,
    /// The clauses that were looked at.
    pub(super) controls: Vec<String>,
    pub(super) observations: Vec<Observation>,
    pub(super) findings: Vec<Finding>,
    pub(super) risks: Vec<Risk>,
}

/// A token of OSCAL begins with a letter; the framework's numbers do not.
pub(super) fn token(id: &str) -> String {
    let kept = id.chars().map(|c| {
        if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') {
            c
        } else {
            '_'
        }
    });
    std::iter::once('c').chain(['-']).chain(kept).collect()
}

/// Text that is never empty, since OSCAL asks for some.
fn said(text: &str) -> &str {
    let text = text.trim();
    if text.is_empty() { "-" } else { text }
}

/// A UUID of version 5's shape, made from the digest of the facts and a key.
fn uuid(voice: &Voice<'_>, key: &str) -> String {
    let digest = Sha256::digest(format!("{} {key}", voice.facts_sha256));
    let mut bytes: [u8; 16] = std::array::from_fn(|at| digest[at]);
    bytes[6] = bytes[6] & 0x0f | 0x50;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

fn moment(at: Timestamp) -> String {
    at.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn props(props: &[(&'static str, String)]) -> Vec<Value> {
    props
        .iter()
        .map(|(name, value)| {
            // A value stands on one line.
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            json!({ "name": name, "ns": NAMESPACE, "value": said(&value) })
        })
        .collect()
}

fn metadata(voice: &Voice<'_>, title: &str) -> Value {
    json!({
        "title": title,
        "last-modified": moment(voice.head.as_of),
        "version": voice.head.report_number.to_string(),
        "oscal-version": VERSION,
        "props": props(&[
            ("facts-sha256", voice.facts_sha256.clone()),
            ("framework", format!("{} {}", voice.head.framework.id, voice.head.framework.version)),
        ]),
        "parties": [{
            "uuid": uuid(voice, "organisation"),
            "type": "organization",
            "name": said(&voice.head.organisation),
        }],
    })
}

/// Writes the assessment results.
fn assessment_results(voice: &Voice<'_>, results: &Results<'_>) -> Vec<u8> {
    let controls = results.controls.iter();
    let controls: Vec<Value> = controls
        .map(|id| json!({ "control-id": token(id) }))
        .collect();
    let mut result = json!({
        "uuid": uuid(voice, "result"),
        "title": results.title,
        "description": said(&results.description),
        "start": format!("{}T00:00:00Z", results.period.from),
        "end": format!("{}T23:59:59Z", results.period.to),
        "reviewed-controls": {
            "control-selections": [{ "include-controls": controls }],
        },
    });
    let lists = [
        ("observations", observations(voice, &results.observations)),
        ("findings", findings(voice, &results.findings)),
        ("risks", risks(voice, &results.risks)),
    ];
    // OSCAL knows no empty list: what there is none of is left out.
    for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        result[name] = Value::Array(list);
    }
    let file = json!({
        "assessment-results": {
            "uuid": uuid(voice, "assessment-results"),
            "metadata": metadata(voice, &results.title),
            "import-ap": { "href": "urn:assay:no-assessment-plan" },
            "results": [result],
        }
    });
    written(&file)
}

fn observations(voice: &Voice<'_>, observations: &[Observation]) -> Vec<Value> {
    let observations = observations.iter();
    observations
        .map(|seen| {
            json!({
                "uuid": uuid(voice, &format!("observation {}", seen.key)),
                "title": said(&seen.title),
                "description": said(&seen.description),
                "props": props(&seen.props),
                "methods": ["EXAMINE"],
                "collected": moment(seen.collected),
            })
        })
        .collect()
}

fn findings(voice: &Voice<'_>, findings: &[Finding]) -> Vec<Value> {
    let findings = findings.iter();
    findings
        .map(|found| {
            let behind = found.observations.iter();
            let behind: Vec<Value> = behind
                .map(
                    |key| json!({ "observation-uuid": uuid(voice, &format!("observation {key}")) }),
                )
                .collect();
            let state = if found.satisfied {
                "satisfied"
            } else {
                "not-satisfied"
            };
            let mut finding = json!({
                "uuid": uuid(voice, &format!("finding {}", found.key)),
                "title": said(&found.title),
                "description": said(&found.description),
                "target": {
                    "type": "objective-id",
                    "target-id": token(&found.target),
                    "status": { "state": state },
                },
            });
            if !behind.is_empty() {
                finding["related-observations"] = Value::Array(behind);
            }
            finding
        })
        .collect()
}

fn risks(voice: &Voice<'_>, risks: &[Risk]) -> Vec<Value> {
    let actor = json!({ "type": "party", "actor-uuid": uuid(voice, "organisation") });
    let risks = risks.iter();
    risks
        .map(|risk| {
            let facets = risk.facets.iter();
            let facets: Vec<Value> = facets
                .map(|(name, value)| json!({ "name": name, "system": NAMESPACE, "value": value }))
                .collect();
            let mut written = json!({
                "uuid": uuid(voice, &format!("risk {}", risk.key)),
                "title": said(&risk.title),
                "description": said(&risk.title),
                "statement": said(&risk.statement),
                "status": if risk.open { "open" } else { "closed" },
            });
            if !facets.is_empty() {
                let origin = json!({ "actors": [actor] });
                written["characterizations"] = json!([{ "origin": origin, "facets": facets }]);
            }
            written
        })
        .collect()
}

/// Writes the plan of action and milestones; nothing where no action is open.
fn plan_of_action<'a>(
    voice: &Voice<'_>,
    title: &str,
    system: &str,
    actions: impl Iterator<Item = &'a Action>,
) -> Option<Vec<u8>> {
    let open = actions.filter(|action| {
        !matches!(
            action.facts.state,
            ActionState::Closed | ActionState::Dropped
        )
    });
    let items: Vec<Value> = open
        .map(|action| {
            let facts = &action.facts;
            let due = facts.due.map(|due| ("due", due.to_string()));
            let mut stated = vec![
                ("owner", facts.owner.clone()),
                ("state", Voice::word(facts.state)),
            ];
            stated.extend(due);
            json!({
                "uuid": uuid(voice, &format!("action {}", action.id)),
                "title": said(&facts.title),
                "description": said(&facts.note),
                "props": props(&stated),
            })
        })
        .collect();
    (!items.is_empty()).then(|| {
        written(&json!({
            "plan-of-action-and-milestones": {
                "uuid": uuid(voice, "plan-of-action-and-milestones"),
                "metadata": metadata(voice, title),
                "system-id": { "identifier-type": "https://ietf.org/rfc/rfc4122", "id": system },
                "poam-items": items,
            }
        }))
    })
}

fn written(file: &Value) -> Vec<u8> {
    file.to_string().into_bytes()
}
