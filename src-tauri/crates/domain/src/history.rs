//! The history: one linear chain of entries, each bound to all before it by SHA-256.
//!
//! # What an entry says
//! The payload is the RFC 8785 canonical JSON of an [`EntryBody`]: who did what to which record,
//! with the values. It is serialised once; the stored bytes are what is hashed, so verification
//! serialises nothing again.
//!
//! # Byte layout of a link
//! The hash of an entry is SHA-256 over these parts, one after the other. Integers are big-endian.
//!
//! | part | bytes |
//! | --- | --- |
//! | domain tag, `assay-history-1` and one zero byte | 16 |
//! | hash of the entry before; 32 zero bytes for the first | 32 |
//! | sequence number from 1, unsigned | 8 |
//! | time in microseconds since 1970-01-01T00:00:00Z, signed | 8 |
//! | length of the payload in bytes, unsigned | 8 |
//! | payload | as many |
//!
//! # Erasable values
//! A person's name or the free text of a decision record must be erasable without breaking the
//! chain. It stands in the payload as `{"sealed": "<hex>"}` with SHA-256 over the tag
//! `assay-erasable-1` and one zero byte, the 32-byte salt and the UTF-8 text. Salt and text are
//! kept beside the chain and can be thinned.
//!
//! # Golden vector
//! Two entries, recomputed in another language by `tests/peers/history_vector.py`; see the tests.

use crate::facts::HistoryHead;
use crate::person::Act;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Domain tag of a link: no other hash in the program starts with it.
pub const LINK_TAG: &[u8; 16] = b"assay-history-1\0";
/// Domain tag of the digest that stands for an erasable value.
pub const ERASABLE_TAG: &[u8; 17] = b"assay-erasable-1\0";

/// Which record an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Subject {
    /// The noun, such as `assessment`.
    pub kind: String,
    /// The record's id; empty for the workspace itself.
    pub id: String,
}

impl Subject {
    /// Names a record by its noun and id.
    #[must_use]
    pub fn new(kind: impl Into<String>, id: impl ToString) -> Self {
        Self {
            kind: kind.into(),
            id: id.to_string(),
        }
    }
}

/// What one entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EntryBody {
    /// Who did it, and when.
    pub act: Act,
    /// What was done, noun and verb, such as `answer.save`.
    pub action: String,
    /// To which record.
    pub subject: Subject,
    /// The values, as an object.
    #[cfg_attr(feature = "contract", ts(type = "unknown"))]
    pub payload: Value,
}

impl EntryBody {
    /// Returns the canonical JSON text that is stored and hashed.
    ///
    /// # Errors
    /// Fails when a number of the payload is not finite.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        serde_json_canonicalizer::to_string(self)
    }
}

/// One entry as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number from 1, without gaps.
    pub sequence: u64,
    /// When it was written.
    pub at: Timestamp,
    /// Canonical JSON of an [`EntryBody`], exactly as hashed.
    pub payload: String,
    /// Hash of the entry before; zeros for the first.
    pub previous: [u8; 32],
    /// Hash of this entry.
    pub hash: [u8; 32],
}

/// Computes the hash of an entry; the layout is in the documentation of this module.
#[must_use]
pub fn link(previous: &[u8; 32], sequence: u64, at: Timestamp, payload: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(LINK_TAG);
    hasher.update(previous);
    hasher.update(sequence.to_be_bytes());
    hasher.update(at.micros().to_be_bytes());
    hasher.update((payload.len() as u64).to_be_bytes());
    hasher.update(payload);
    hasher.finalize().into()
}

/// Computes the digest that stands in the history for an erasable value.
#[must_use]
pub fn erasable_digest(salt: &[u8; 32], text: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(ERASABLE_TAG);
    hasher.update(salt);
    hasher.update(text.as_bytes());
    hasher.finalize().into()
}

/// Where a chain stands: the number and hash of its last entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry; 0 for an empty history.
    pub sequence: u64,
    /// Hash of the last entry; zeros for an empty history.
    pub hash: [u8; 32],
}

impl Head {
    /// Makes the entry that follows this head.
    #[must_use]
    pub fn next(&self, at: Timestamp, payload: String) -> Entry {
        let sequence = self.sequence + 1;
        Entry {
            sequence,
            at,
            previous: self.hash,
            hash: link(&self.hash, sequence, at, payload.as_bytes()),
            payload,
        }
    }

    /// Returns the head as facts and reports print it.
    #[must_use]
    pub fn facts(&self) -> HistoryHead {
        HistoryHead {
            sequence: self.sequence,
            sha256: self.sha256(),
        }
    }

    /// Returns the hash in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex(&self.hash)
    }
}

/// Where and how a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// An entry is missing or stands twice.
    #[error("the history has a gap: entry {expected} expected, {found} found")]
    Gap {
        /// The number that should have come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// An entry does not continue the one before it.
    #[error("entry {sequence} of the history does not continue the one before")]
    Previous {
        /// The entry's number.
        sequence: u64,
    },
    /// An entry's content does not match its hash.
    #[error("entry {sequence} of the history was changed")]
    Content {
        /// The entry's number.
        sequence: u64,
    },
}

/// Checks one entry against the head before it and returns the head after it.
///
/// # Errors
/// Returns how the chain is broken.
pub fn step(head: Head, entry: &Entry) -> Result<Head, Break> {
    let sequence = head.sequence + 1;
    if entry.sequence != sequence {
        return Err(Break::Gap {
            expected: sequence,
            found: entry.sequence,
        });
    }
    if entry.previous != head.hash {
        return Err(Break::Previous { sequence });
    }
    if entry.hash != link(&head.hash, sequence, entry.at, entry.payload.as_bytes()) {
        return Err(Break::Content { sequence });
    }
    Ok(Head {
        sequence,
        hash: entry.hash,
    })
}

/// Checks a whole chain from its first entry and returns its head.
///
/// # Errors
/// Returns the first break.
pub fn verify<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Result<Head, Break> {
    entries.into_iter().try_fold(Head::default(), step)
}

/// Writes bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(head: &Head, second: i64, payload: &str) -> Entry {
        head.next(
            Timestamp::from_micros(second * 1_000_000),
            payload.to_owned(),
        )
    }

    fn chain() -> Vec<Entry> {
        let first = entry(
            &Head::default(),
            1_795_514_730,
            r#"{"action":"workspace.create","note":"电网 é"}"#,
        );
        let head = verify([&first]).expect("one entry is a chain");
        let second = entry(&head, -1, "{}");
        vec![first, second]
    }

    /// The same numbers stand in `tests/peers/history_vector.py`.
    #[test]
    fn the_golden_vector_holds() {
        let hashes: Vec<String> = chain().iter().map(|e| hex(&e.hash)).collect();
        assert_eq!(
            hashes,
            [
                "a87ca2120eb629ce55dd38c02648b55065405f66cf7786e600b204f71b9e5269",
                "ac8499b44f50d5dd6920a7a47c69fd9fda19abeaa44c52d5500ff571b38bd589",
            ]
        );
        let sealed = erasable_digest(&[7; 32], "王");
        assert_eq!(
            hex(&sealed),
            "872ce5a42e796f495fff974da8761a97cf1a3f591454b86cc64e8a2592209089"
        );
    }

    #[test]
    fn a_chain_gives_its_head() {
        let chain = chain();
        let head = verify(&chain).expect("the chain is whole");
        assert_eq!((head.sequence, head.hash), (2, chain[1].hash));
        assert_eq!(verify([]), Ok(Head::default()));
    }

    #[test]
    fn each_kind_of_break_is_named() {
        let whole = chain();
        assert_eq!(
            verify(&whole[1..]),
            Err(Break::Gap {
                expected: 1,
                found: 2
            })
        );
        let mut changed = whole.clone();
        changed[0].payload.push(' ');
        assert_eq!(verify(&changed), Err(Break::Content { sequence: 1 }));
        let mut cut = whole.clone();
        cut[1].previous[0] ^= 1;
        assert_eq!(verify(&cut), Err(Break::Previous { sequence: 2 }));
        let mut later = whole;
        later[1].at = Timestamp::from_micros(0);
        assert_eq!(verify(&later), Err(Break::Content { sequence: 2 }));
    }

    #[test]
    fn a_body_is_written_in_canonical_order() {
        let body = EntryBody {
            act: Act {
                by: crate::id::PersonId::new(uuid::Uuid::nil()),
                at: Timestamp::from_micros(0),
            },
            action: "answer.save".into(),
            subject: Subject::new("assessment", "x"),
            payload: serde_json::json!({"b": 1.0, "a": "é"}),
        };
        assert_eq!(
            body.canonical().expect("finite numbers"),
            concat!(
                r#"{"act":{"at":"1970-01-01T00:00:00.000000Z","by":"00000000-0000-0000-0000-000000000000"},"#,
                r#""action":"answer.save","payload":{"a":"é","b":1},"subject":{"id":"x","kind":"assessment"}}"#
            )
        );
    }
}
