//! The bytes on disk: nothing can be read from them, and none can change without being noticed.

use assay_domain::decision::{Decision, DecisionFacts, Disposition};
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::{DecisionId, SystemId};
use assay_domain::stats::log::LabelCounts;
use assay_domain::time::StatedTime;
use assay_store::Error;
use assay_store::table::decision::Thinning;
use assay_tests::store::{
    PASSPHRASE, Place, act, add_assessment, answer, decrypted_pages, entry, moment, random,
    raw_connection, uuid,
};
use serde_json::json;
use std::fs;

/// A closed workspace with an answer and a system in it.
fn closed() -> Place {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let saved = answer("b-03", "note 备注");
    store
        .mutate(entry(2, "answer.save", json!({})), |tx| {
            tx.answers_mut().save(None, &saved, 0)
        })
        .unwrap();
    store.close().unwrap();
    place
}

/// Picks a place and a change at random.
fn flip(bytes: &mut [u8], random: &mut assay_store::Random) -> usize {
    let mut chosen = [0; 9];
    random(&mut chosen);
    let (at, change) = chosen.split_at(8);
    let at = u64::from_le_bytes(at.try_into().unwrap()) % bytes.len() as u64;
    let at = usize::try_from(at).unwrap();
    bytes[at] ^= change[0].max(1);
    at
}

#[test]
fn sixty_random_flips_of_the_file_are_all_found() {
    let place = closed();
    let whole = fs::read(place.path()).unwrap();
    let mut random = random();
    for _ in 0..60 {
        let mut bytes = whole.clone();
        let at = flip(&mut bytes, &mut random);
        fs::write(place.path(), &bytes).unwrap();
        match place.open() {
            Err(Error::Damaged(_)) => {}
            Err(other) => panic!("{at}: {other:?}"),
            Ok(store) => assert!(!store.check().unwrap().is_clean(), "{at}"),
        }
    }
}

/// Pages that still hold what was erased stay in the log for as long as somebody reads the file as it was;
/// whoever erases must hear of it.
#[test]
fn a_log_that_a_reader_needs_is_not_called_emptied() {
    let place = closed();
    let mut store = place.open().unwrap();
    let reader = raw_connection(&place.path());
    reader.execute_batch("BEGIN").unwrap();
    let read = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
    reader
        .query_row("SELECT count(*) FROM answer", [], read)
        .unwrap();
    let saved = answer("b-04", "later");
    store
        .mutate(entry(3, "answer.save", json!({})), |tx| {
            tx.answers_mut().save(None, &saved, 0)
        })
        .unwrap();
    assert!(matches!(store.flush(), Err(Error::AlreadyOpen)));
    reader.execute_batch("COMMIT").unwrap();
    store.flush().unwrap();
    assert_eq!(fs::metadata(place.beside("-wal")).unwrap().len(), 0);
}

#[test]
fn sixty_random_flips_of_the_keys_are_all_found_or_change_nothing() {
    let place = closed();
    let keys = place.beside("-keys");
    let whole = fs::read(&keys).unwrap();
    let file = fs::read(place.path()).unwrap();
    let mut random = random();
    for _ in 0..60 {
        let mut bytes = whole.clone();
        let at = flip(&mut bytes, &mut random);
        fs::write(&keys, &bytes).unwrap();
        match place.open() {
            Err(Error::SidecarDamaged) => {}
            Err(other) => panic!("{at}: {other:?}"),
            // White space for white space.
            Ok(store) => assert!(store.check().unwrap().is_clean(), "{at}"),
        }
        assert_eq!(fs::read(place.path()).unwrap(), file, "{at}");
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn nothing_of_a_workspace_can_be_read_without_a_passphrase() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let saved = answer("b-03", "the very words of the note 备注原文");
    let payload = json!({ "answer": saved });
    store
        .mutate(entry(2, "answer.save", payload), |tx| {
            tx.answers_mut().save(None, &saved, 0)
        })
        .unwrap();
    let staged = store.stage(&mut &b"the words of a file"[..], 19).unwrap();
    store
        .mutate(entry(3, "evidence.add", json!({})), |tx| {
            tx.blobs_mut().publish(staged)
        })
        .unwrap();
    let secret = [
        "the very words of the note",
        "备注原文",
        "the words of a file",
        "answer.save",
        "a signing key",
        "Office of the test",
        "Duty officer",
        "CREATE TABLE",
        "SQLite format",
    ];
    let log = fs::read(place.beside("-wal")).unwrap();
    assert!(log.len() > 8192);
    store.close().unwrap();
    let file = fs::read(place.path()).unwrap();
    let keys = fs::read(place.beside("-keys")).unwrap();
    for (name, bytes) in [("log", log), ("file", file), ("keys", keys)] {
        for text in secret {
            assert!(!holds(&bytes, text), "{text} stands in the {name}");
        }
    }
}

/// The texts of a record, short and long enough for pages of their own.
fn texts(number: u64) -> [String; 4] {
    [
        format!("Case of citizen {number} 公民"),
        format!("grant to citizen {number}"),
        format!("reason of citizen {number}: {}", "long ".repeat(4_000)),
        format!("R-CITIZE{:02}", number % 100),
    ]
}

fn record(number: u64) -> Decision {
    let decided_at = StatedTime::utc(moment(number.cast_signed()));
    let [case_key, output, reason_text, reviewer] = texts(number);
    Decision {
        id: DecisionId::new(uuid(6000 + number)),
        facts: DecisionFacts {
            case_key,
            ai_output: output.clone(),
            human_initial: Some(output.clone()),
            human_final: output.clone(),
            outcome: Some(output),
            reason_text,
            reviewer,
            ..DecisionFacts::of(SystemId::new(uuid(1001)), decided_at, Disposition::Accepted)
        },
        supersedes: None,
        entered_late: false,
        thinned_at: None,
        recorded: act(20),
    }
}

#[test]
fn no_page_of_the_file_holds_a_text_that_was_thinned() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let records: Vec<Decision> = (0..150).map(record).collect();
    for record in &records {
        let body = EntryBody {
            act: act(20),
            action: "decision.add".to_owned(),
            subject: Subject::new("decision", record.id),
            payload: json!({}),
        };
        let add = |tx: &mut assay_store::Tx<'_>| {
            tx.note_erasable("caseKey", &record.facts.case_key)?;
            tx.note_erasable("reasonText", &record.facts.reason_text)?;
            tx.decisions_mut().add(record)
        };
        store.mutate(body, add).unwrap();
    }
    store.close().unwrap();
    let held = decrypted_pages(&place.path(), PASSPHRASE);
    assert!(holds(&held, "Case of citizen 7"), "the pages can be read");
    assert!(holds(&held, "R-CITIZE07"));
    let mut store = place.open().unwrap();
    let mut thinning = Thinning::new(moment(9_999), LabelCounts::default());
    let ids: Vec<DecisionId> = records.iter().map(|record| record.id).collect();
    for ids in ids.chunks(40) {
        store.thin(&mut thinning, ids).unwrap();
    }
    store.sweep_reviewers().unwrap();
    let log = fs::metadata(place.beside("-wal")).map_or(0, |log| log.len());
    assert_eq!(log, 0, "the log was written into the file");
    store.close().unwrap();
    let left = decrypted_pages(&place.path(), PASSPHRASE);
    for text in [
        "Case of citizen",
        "grant to citizen",
        "of citizen",
        "long long",
        "R-CITIZE",
    ] {
        assert!(!holds(&left, text), "{text}");
    }
}
