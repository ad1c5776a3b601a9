//! The bytes on disk: nothing can be read from them, and none can change without being noticed.

use assay_store::Error;
use assay_tests::store::{Place, add_assessment, answer, entry, random};
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
