//! Whether a row says what the history says of it.

use assay_domain::history::hex;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// How many bytes of a text are kept while the history is read; of a longer one it is the digest.
const LONGEST: usize = 80;
/// The field under which the digest of a long text stands.
const DIGEST: &str = "textSha256";

/// Returns a value whose long texts are digests, so that what is kept stays small.
pub(super) fn shortened(value: &Value) -> Value {
    match value {
        Value::String(text) if text.len() > LONGEST => json!({ DIGEST: digest(text) }),
        Value::Array(items) => items.iter().map(shortened).collect(),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| (name.clone(), shortened(value)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

/// Tells whether everything that is said stands in the row. What the row has beyond it, or no longer has
/// since another program wrote the entry, says nothing. `erasable` gives the text behind a digest.
pub(super) fn agrees(said: &Value, row: &Value, erasable: &dyn Fn(&str) -> Option<String>) -> bool {
    match (said, row) {
        (Value::Object(said), Value::String(text)) => {
            match (said.get("sealed"), said.get(DIGEST)) {
                (Some(Value::String(sealed)), _) => {
                    erasable(sealed).is_none_or(|kept| kept == *text)
                }
                (_, Some(sha256)) => *sha256 == digest(text),
                _ => false,
            }
        }
        (Value::Object(said), Value::Object(row)) => said.iter().all(|(name, said)| {
            row.get(name)
                .is_none_or(|value| agrees(said, value, erasable))
        }),
        (Value::Array(said), Value::Array(row)) => {
            said.len() == row.len()
                && said
                    .iter()
                    .zip(row)
                    .all(|(said, row)| agrees(said, row, erasable))
        }
        // The canonical form writes a whole number without its point.
        (Value::Number(said), Value::Number(row)) => said == row || said.as_f64() == row.as_f64(),
        (said, row) => said == row,
    }
}

fn digest(text: &str) -> String {
    hex(&Sha256::digest(text))
}
