//! The past cannot change unnoticed.

use assay_domain::history::{Break, Entry, verify};
use assay_domain::time::Timestamp;
use assay_store::{Error, HistoryCheck, Problem, Store};
use assay_tests::store::{
    Place, add_assessment, administrator, answer, edit, entry, raw_connection,
};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::process::Command;
use std::sync::OnceLock;

fn with_answers(count: u64) -> Place {
    let place = Place::new();
    let mut store = place.create();
    save_answers(&mut store, count);
    store.close().unwrap();
    place
}

fn save_answers(store: &mut Store, count: u64) {
    for number in 0..count {
        let saved = answer(&format!("q-{number:02}"), "note 备注");
        store
            .mutate(entry(2, "answer.save", json!({ "answer": saved })), |tx| {
                tx.answers_mut().save(None, &saved, 0)
            })
            .unwrap();
    }
}

fn stored(connection: &Connection) -> Vec<Entry> {
    let mut statement = connection
        .prepare("SELECT sequence, at, payload, previous, hash FROM history ORDER BY sequence")
        .unwrap();
    let entries = statement
        .query_map([], |row| {
            Ok(Entry {
                sequence: row.get::<_, i64>(0)?.try_into().unwrap(),
                at: Timestamp::from_micros(row.get(1)?),
                payload: row.get(2)?,
                previous: row.get(3)?,
                hash: row.get(4)?,
            })
        })
        .unwrap();
    entries.map(Result::unwrap).collect()
}

#[test]
fn every_change_leaves_one_entry_that_says_who_what_and_when() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    store
        .mutate(entry(5, "answer.save", json!({ "value": "met" })), |tx| {
            tx.note("revision", 1);
            Ok::<_, Error>(())
        })
        .unwrap();
    let entries = store.read(|read| read.history().entries(None, 10)).unwrap();
    let actions: Vec<&str> = entries.iter().map(|e| e.body.action.as_str()).collect();
    assert_eq!(
        actions,
        ["answer.save", "assessment.start", "workspace.create"]
    );
    assert_eq!(entries[0].sequence, 3);
    assert_eq!(entries[0].body.act, assay_tests::store::act(5));
    assert_eq!(
        entries[0].body.payload,
        json!({ "value": "met", "revision": 1 })
    );
    let page = store
        .read(|read| read.history().entries(Some(3), 1))
        .unwrap();
    assert_eq!(page, entries[1..2]);
    let about = store
        .read(|read| {
            read.history()
                .of(&assay_tests::store::workspace().id.to_string())
        })
        .unwrap();
    assert_eq!(about, entries[2..]);
    assert_eq!(store.head().unwrap().hash, entries[0].hash);
}

#[test]
fn a_change_that_fails_leaves_neither_rows_nor_entry() {
    let place = Place::new();
    let mut store = place.create();
    let head = store.head().unwrap();
    let saved = answer("b-03", "half done");
    let failed = store.mutate(entry(2, "answer.save", json!({})), |tx| {
        tx.answers_mut().save(None, &saved, 0)?;
        tx.note_erasable("text", "half done")?;
        Err::<(), _>(Error::NotFound { noun: "test" })
    });
    assert!(matches!(failed, Err(Error::NotFound { noun: "test" })));
    assert_eq!(store.head().unwrap(), head);
    let answers = store.read(|read| read.answers().list(None)).unwrap();
    assert!(answers.is_empty());
    assert!(store.check().unwrap().is_clean());
}

#[test]
fn the_tables_own_rules_refuse_to_rewrite_the_history() {
    let place = with_answers(3);
    let connection = raw_connection(&place.path());
    connection
        .execute_batch("PRAGMA recursive_triggers = ON")
        .unwrap();
    for statement in [
        "UPDATE history SET payload = '{}' WHERE sequence = 2",
        "UPDATE history SET sequence = 9 WHERE sequence = 4",
        "DELETE FROM history WHERE sequence = 4",
        "DELETE FROM history",
        "INSERT INTO history SELECT 9, at, payload, hash, hash FROM history WHERE sequence = 4",
        "INSERT INTO history SELECT 5, at, payload, zeroblob(32), hash FROM history
         WHERE sequence = 4",
        "INSERT OR REPLACE INTO history SELECT 4, at, '{}', previous, hash FROM history
         WHERE sequence = 4",
    ] {
        let refused = connection.execute(statement, []).unwrap_err();
        assert!(
            refused.to_string().contains("final: history"),
            "{statement}: {refused}"
        );
    }
    drop(connection);
    assert!(place.open().unwrap().verify().unwrap().is_whole());
}

fn verified_after(statement: &str) -> (HistoryCheck, Vec<Problem>) {
    let place = with_answers(4);
    edit(&raw_connection(&place.path()), statement);
    let store = place.open().unwrap();
    (store.verify().unwrap(), store.check().unwrap().problems)
}

#[test]
fn a_history_changed_past_the_program_is_found() {
    let cases = [
        (
            "UPDATE history SET payload = '{}' WHERE sequence = 3",
            Break::Content { sequence: 3 },
        ),
        (
            "UPDATE history SET at = at + 1 WHERE sequence = 2",
            Break::Content { sequence: 2 },
        ),
        (
            "UPDATE history SET previous = zeroblob(32) WHERE sequence = 4",
            Break::Previous { sequence: 4 },
        ),
        (
            "DELETE FROM history WHERE sequence = 2",
            Break::Gap {
                expected: 2,
                found: 3,
            },
        ),
    ];
    for (statement, broken) in cases {
        let (check, problems) = verified_after(statement);
        assert_eq!(check.broken, Some(broken), "{statement}");
        assert_eq!(problems, [Problem::History(broken)], "{statement}");
    }
}

#[test]
fn a_history_that_was_cut_back_contradicts_its_anchor() {
    let (check, problems) = verified_after("DELETE FROM history WHERE sequence > 3");
    assert_eq!(check.broken, None);
    assert!(!check.anchor_holds);
    assert_eq!(problems, [Problem::Anchor]);
}

#[test]
fn erasable_text_goes_and_the_chain_stays() {
    let place = Place::new();
    let mut store = place.create();
    let person = administrator();
    let sealed: Vec<[u8; 32]> = {
        let first = store.read(|read| read.history().entries(None, 1)).unwrap();
        let payload = &first[0].body.payload;
        assert!(!payload.to_string().contains(&person.name));
        ["name", "title"]
            .map(|field| digest(&payload[field]))
            .into()
    };
    let name = store
        .read(|read| read.history().erasable(&sealed[0]))
        .unwrap();
    assert_eq!(name, Some(person.name));

    let workspace = assay_tests::store::workspace().id.to_string();
    let erased = store
        .mutate(entry(3, "person.erase", json!({})), |tx| {
            tx.erase(&workspace)
        })
        .unwrap();
    assert_eq!(erased, 2);
    let name = store
        .read(|read| read.history().erasable(&sealed[0]))
        .unwrap();
    assert_eq!(name, None);
    assert!(store.verify().unwrap().is_whole());
}

fn digest(sealed: &Value) -> [u8; 32] {
    let text = sealed["sealed"].as_str().unwrap();
    let bytes: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap())
        .collect();
    bytes.try_into().unwrap()
}

#[test]
fn a_changed_erasable_text_is_found() {
    let place = with_answers(1);
    raw_connection(&place.path())
        .execute_batch("UPDATE erasable SET value = 'somebody else' WHERE value <> ''")
        .unwrap();
    let store = place.open().unwrap();
    assert_eq!(store.verify().unwrap().changed_values, 1);
    assert_eq!(store.check().unwrap().problems, [Problem::Erasable(1)]);
}

/// The chain of a workspace, read once; the property edits copies of it.
fn chain() -> &'static [Entry] {
    static CHAIN: OnceLock<Vec<Entry>> = OnceLock::new();
    CHAIN.get_or_init(|| stored(&raw_connection(&with_answers(12).path())))
}

proptest! {
    #[test]
    fn any_one_byte_edit_of_a_stored_payload_breaks_the_chain(
        entry in 0..13_usize,
        position in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut entries = chain().to_vec();
        let mut bytes = entries[entry].payload.clone().into_bytes();
        let at = position.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        // What is no text any more cannot even be stored.
        if let Ok(text) = String::from_utf8(bytes) {
            entries[entry].payload = text;
            let sequence = entry as u64 + 1;
            prop_assert_eq!(verify(&entries), Err(Break::Content { sequence }));
        }
    }

    #[test]
    fn any_edit_of_a_hash_breaks_the_chain(
        entry in 0..13_usize,
        at in 0..32_usize,
        flip in 1..=255_u8,
        of_previous in any::<bool>(),
    ) {
        let mut entries = chain().to_vec();
        if of_previous {
            entries[entry].previous[at] ^= flip;
        } else {
            entries[entry].hash[at] ^= flip;
        }
        prop_assert!(verify(&entries).is_err());
    }
}

#[test]
fn python_recomputes_the_vector_and_a_stored_chain() {
    let place = Place::new();
    let lines: String = chain()
        .iter()
        .map(|entry| {
            let hex = |bytes: &[u8]| assay_domain::history::hex(bytes);
            let line = json!({
                "sequence": entry.sequence,
                "atMicros": entry.at.micros(),
                "payload": entry.payload,
                "previous": hex(&entry.previous),
                "hash": hex(&entry.hash),
            });
            format!("{line}\n")
        })
        .collect();
    let file = place.beside(".jsonl");
    std::fs::write(&file, lines).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/history_vector.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(&file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let head = verify(chain()).unwrap();
    assert_eq!(
        said,
        json!({ "sequence": head.sequence, "head": head.sha256() })
    );
}
