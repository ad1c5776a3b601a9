//! Each way in which a file cannot be opened is told apart from every other.

use assay_store::{
    Damage, Error, Layout, Passphrase, Problem, Store, repair_salt, restore_sidecar,
};
use assay_tests::store::{
    PASSPHRASE, Place, add_assessment, answer, create, entry, random, raw_connection,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Makes a workspace with a few pages in it and closes it.
fn closed() -> Place {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    fill(&mut store);
    store.close().unwrap();
    place
}

fn fill(store: &mut Store) {
    let note = "a long note 很长的备注 ".repeat(600);
    for number in 0..20 {
        let saved = answer(&format!("q-{number:02}"), &note);
        store
            .mutate(entry(2, "answer.save", json!({})), |tx| {
                tx.answers_mut().save(None, &saved, 0)
            })
            .unwrap();
    }
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x10;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_wrong_passphrase_is_a_wrong_passphrase() {
    let place = closed();
    let wrong = Passphrase::from("correct horse 电池 stable");
    let refused = Store::open(&place.path(), &wrong, None, random());
    assert!(
        matches!(refused, Err(Error::WrongPassphrase)),
        "{refused:?}"
    );
}

#[test]
fn letters_of_full_width_are_the_same_passphrase() {
    let place = closed();
    let typed = PASSPHRASE.replace("correct", "ｃｏｒｒｅｃｔ");
    Store::open(&place.path(), &Passphrase::new(typed), None, random()).unwrap();
}

#[test]
fn a_file_that_is_not_there_is_missing() {
    let refused = Place::new().open();
    assert!(matches!(refused, Err(Error::FileMissing)), "{refused:?}");
}

#[test]
fn what_is_no_workspace_is_called_that() {
    let plain = Place::new();
    rusqlite::Connection::open(plain.path())
        .unwrap()
        .execute_batch("CREATE TABLE a(b); INSERT INTO a VALUES (1);")
        .unwrap();
    let picture: Vec<u8> = (0..20_001_u32)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
        .take(20_001)
        .collect();
    let texts = ["id,name\n1,a\n", "一份文件\n"].map(|text| text.repeat(3000).into_bytes());
    let [csv, chinese] = texts;
    let others: [&[u8]; 5] = [b"", b"x", &csv, &chinese, &picture];
    let mut places = vec![plain];
    for bytes in others {
        let place = Place::new();
        fs::write(place.path(), bytes).unwrap();
        places.push(place);
    }
    let folder = Place::new();
    fs::create_dir(folder.path()).unwrap();
    places.push(folder);
    for (number, place) in places.iter().enumerate() {
        let before = fs::read(place.path()).ok();
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::NotAWorkspace)),
            "{number}: {refused:?}"
        );
        assert_eq!(fs::read(place.path()).ok(), before);
    }
}

#[test]
fn a_text_put_in_the_place_of_a_workspace_is_none() {
    let place = closed();
    fs::write(place.path(), "something else\n".repeat(1000)).unwrap();
    assert!(matches!(place.open(), Err(Error::NotAWorkspace)));
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let place = closed();
    raw_connection(&place.path())
        .execute_batch("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE);")
        .unwrap();
    let before = fs::read(place.path()).unwrap();
    let refused = place.open();
    assert!(
        matches!(
            refused,
            Err(Error::NewerFile {
                file: 99,
                program: assay_store::SCHEMA_NUMBER
            })
        ),
        "{refused:?}"
    );
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn another_programs_file_under_our_key_is_no_workspace() {
    let place = closed();
    raw_connection(&place.path())
        .execute_batch("PRAGMA application_id = 7;")
        .unwrap();
    assert!(matches!(place.open(), Err(Error::NotAWorkspace)));
}

/// What somebody with the passphrase could plant, and the object that is named.
const PLANTED: [(&str, &str, &str); 6] = [
    (
        "CREATE TRIGGER evil AFTER INSERT ON history BEGIN UPDATE person SET roles = '[]'; END",
        "trigger",
        "evil",
    ),
    ("CREATE TABLE evil (a)", "table", "evil"),
    ("CREATE VIEW evil AS SELECT 1", "view", "evil"),
    ("CREATE INDEX evil ON answer (note)", "index", "evil"),
    (
        "DROP TRIGGER history_is_not_updated",
        "trigger",
        "history_is_not_updated",
    ),
    ("ALTER TABLE system ADD COLUMN evil TEXT", "table", "system"),
];

#[test]
fn a_file_that_is_laid_out_otherwise_is_not_opened() {
    for (statement, kind, name) in PLANTED {
        let place = closed();
        raw_connection(&place.path())
            .execute_batch(statement)
            .unwrap();
        let refused = place.open();
        let object = Layout {
            kind: kind.to_owned(),
            name: name.to_owned(),
        };
        assert!(
            matches!(&refused, Err(Error::Altered(found)) if *found == object),
            "{statement}: {refused:?}"
        );
    }
}

#[test]
fn what_is_planted_while_the_workspace_is_open_is_found_by_the_check() {
    for (statement, kind, name) in PLANTED {
        let place = closed();
        let store = place.open().unwrap();
        raw_connection(&place.path())
            .execute_batch(statement)
            .unwrap();
        let object = Layout {
            kind: kind.to_owned(),
            name: name.to_owned(),
        };
        assert_eq!(
            store.check().unwrap().problems,
            [Problem::Layout(object)],
            "{statement}"
        );
    }
}

#[test]
fn statistics_of_the_engine_change_no_layout() {
    let place = closed();
    raw_connection(&place.path())
        .execute_batch("ANALYZE")
        .unwrap();
    assert!(place.open().unwrap().check().unwrap().is_clean());
}

/// Makes a workspace as a program of schema 5 left it.
fn older() -> Place {
    let place = closed();
    raw_connection(&place.path())
        .execute_batch(
            "ALTER TABLE workspace DROP COLUMN logo; ALTER TABLE workspace DROP COLUMN paper;
             PRAGMA user_version = 5;",
        )
        .unwrap();
    place
}

#[test]
fn an_older_file_is_copied_and_brought_to_the_schema() {
    let place = older();
    let store = place.open().unwrap();
    assert!(store.check().unwrap().is_clean());
    let copy = place.path().with_file_name("office.before-schema-6.assay");
    assert!(copy.exists());
    let number: u32 = raw_connection(&place.path())
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(number, assay_store::SCHEMA_NUMBER);
}

#[test]
fn an_older_file_that_is_laid_out_otherwise_is_not_migrated() {
    let place = older();
    raw_connection(&place.path())
        .execute_batch(
            "CREATE TRIGGER evil AFTER UPDATE ON workspace BEGIN DELETE FROM answer; END",
        )
        .unwrap();
    let refused = place.open();
    assert!(matches!(refused, Err(Error::Altered(_))), "{refused:?}");
    let copy = place.path().with_file_name("office.before-schema-6.assay");
    assert!(!copy.exists());
}

#[test]
fn a_file_that_says_an_older_number_is_left_as_it_is() {
    let place = closed();
    // Taken for a file before schema 1, its tables are already there.
    raw_connection(&place.path())
        .execute_batch("PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE);")
        .unwrap();
    let before = fs::read(place.path()).unwrap();
    let refused = place.open();
    assert!(matches!(refused, Err(Error::Altered(_))), "{refused:?}");
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_damaged_salt_is_named_and_can_be_put_back() {
    for at in [0, 7, 15] {
        let place = closed();
        let whole = fs::read(place.path()).unwrap();
        flip(&place.path(), at);
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::Damaged(Damage::Salt))),
            "{refused:?}"
        );
        repair_salt(&place.path(), &Passphrase::from(PASSPHRASE)).unwrap();
        assert_eq!(fs::read(place.path()).unwrap(), whole);
        place.open().unwrap();
    }
}

#[test]
fn a_damaged_first_page_is_never_a_wrong_passphrase() {
    for at in [16, 100, 8191] {
        let place = closed();
        flip(&place.path(), at);
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::Damaged(Damage::FirstPage))),
            "{refused:?}"
        );
        let kept = fs::read(place.path()).unwrap();
        let repaired = repair_salt(&place.path(), &Passphrase::from(PASSPHRASE));
        assert!(matches!(repaired, Err(Error::Damaged(Damage::FirstPage))));
        assert_eq!(fs::read(place.path()).unwrap(), kept);
    }
}

#[test]
fn a_schema_number_that_the_tables_do_not_have_is_refused() {
    let open = |number: i64| {
        let place = closed();
        raw_connection(&place.path())
            .execute_batch(&format!("PRAGMA user_version = {number};"))
            .unwrap();
        place.open()
    };
    let lower = open(3);
    assert!(matches!(lower, Err(Error::Altered(_))), "{lower:?}");
    let none = open(-1);
    assert!(
        matches!(none, Err(Error::Damaged(Damage::Content(_)))),
        "{none:?}"
    );
}

#[test]
fn keys_of_another_workspace_with_the_same_passphrase_are_no_damage() {
    let (place, other) = (closed(), closed());
    fs::copy(other.beside("-keys"), place.beside("-keys")).unwrap();
    let refused = place.open();
    assert!(matches!(refused, Err(Error::SidecarUnfit)), "{refused:?}");
    let before = fs::read(place.path()).unwrap();
    let repaired = repair_salt(&place.path(), &Passphrase::from(PASSPHRASE));
    assert!(matches!(repaired, Err(Error::SidecarUnfit)), "{repaired:?}");
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn a_damaged_page_further_on_is_found_by_the_check() {
    let place = closed();
    let pages = fs::metadata(place.path()).unwrap().len() / 8192;
    assert!(pages > 20, "{pages}");
    flip(
        &place.path(),
        usize::try_from(pages / 2 * 8192 + 500).unwrap(),
    );
    match place.open() {
        Ok(store) => {
            let check = store.check().unwrap();
            assert!(
                check
                    .problems
                    .iter()
                    .any(|problem| matches!(problem, Problem::Page(_))),
                "{check:?}"
            );
        }
        Err(error) => assert!(matches!(error, Error::Damaged(Damage::Page)), "{error:?}"),
    }
}

#[test]
fn a_connection_that_met_a_damaged_page_is_replaced() {
    let place = closed();
    let store = place.open().unwrap();
    let whole = fs::read(place.path()).unwrap();
    // Everything but the front, where the schema lies.
    let damaged: Vec<u8> = whole
        .iter()
        .enumerate()
        .map(|(at, byte)| byte ^ u8::from(at > 40 * 8192))
        .collect();
    write_in_place(&place.path(), &damaged);
    let notes = |store: &Store| store.read(|read| read.answers().list(None));
    let refused = notes(&store);
    assert!(matches!(refused, Err(Error::Damaged(_))), "{refused:?}");
    write_in_place(&place.path(), &whole);
    assert_eq!(notes(&store).unwrap().len(), 20);
}

fn write_in_place(path: &Path, bytes: &[u8]) {
    use std::io::Write;
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.write_all(bytes).unwrap();
}

#[test]
fn a_file_that_was_cut_short_is_truncated() {
    let size = fs::metadata(closed().path()).unwrap().len();
    for left in [size - 8192, size / 2, size - 1, 8192, 100, 0] {
        let place = closed();
        let file = OpenOptions::new().write(true).open(place.path()).unwrap();
        file.set_len(left).unwrap();
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::Damaged(Damage::Truncated))),
            "{left}: {refused:?}"
        );
    }
}

#[test]
fn missing_keys_are_named() {
    let place = closed();
    fs::remove_file(place.beside("-keys")).unwrap();
    assert!(matches!(place.open(), Err(Error::SidecarMissing)));
}

#[test]
fn damaged_keys_are_named_and_the_ones_before_can_be_put_back() {
    let place = closed();
    let keys = place.beside("-keys");
    let text = fs::read_to_string(&keys).unwrap();
    let sealed = text.find("\"sealed\"").unwrap() + 20;
    for damaged in [
        text.replacen(&text[sealed..=sealed], "z", 1),
        text[..text.len() / 2].to_owned(),
        String::new(),
        text.replace("assay-keys/1", "assay-keys/2"),
    ] {
        fs::write(&keys, damaged).unwrap();
        let refused = place.open();
        assert!(matches!(refused, Err(Error::SidecarDamaged)), "{refused:?}");
    }
    restore_sidecar(&place.path()).unwrap();
    place.open().unwrap();
}

/// Changes the sidecar as somebody would who knows its layout but not the data key.
fn tamper(place: &Place, change: impl FnOnce(&mut Value)) {
    let path = place.beside("-keys");
    let mut keys: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut keys);
    keys.as_object_mut().unwrap().remove("checksum");
    let checksum: String = Sha256::digest(serde_json_canonicalizer::to_vec(&keys).unwrap())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    keys["checksum"] = json!(checksum);
    fs::write(path, keys.to_string()).unwrap();
}

#[test]
fn keys_changed_from_outside_are_noticed() {
    let changes: [fn(&mut Value); 5] = [
        |keys| keys["head"]["sequence"] = json!(1),
        |keys| {
            let slot = keys["slots"][0].clone();
            keys["slots"].as_array_mut().unwrap().push(slot);
        },
        |keys| keys["generation"] = json!(1_000_000),
        |keys| keys["seal"] = json!("00"),
        |keys| keys["slots"][0]["kdf"]["cost"]["memoryKib"] = json!(8),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let place = closed();
        tamper(&place, change);
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::SidecarTampered)),
            "{number}: {refused:?}"
        );
    }
}

/// Nobody needs the passphrase to write such a file, and each slot is tried before the seal can be.
#[test]
fn keys_that_would_take_for_ever_to_try_are_damaged() {
    fn slots(keys: &mut Value, count: usize) {
        let slot = keys["slots"][0].clone();
        keys["slots"] = Value::Array(vec![slot; count]);
    }
    fn cost(keys: &mut Value, memory_kib: u32, iterations: u32) {
        for slot in keys["slots"].as_array_mut().unwrap() {
            slot["kdf"]["cost"] =
                json!({ "memoryKib": memory_kib, "iterations": iterations, "lanes": 4 });
        }
    }
    let changes: [fn(&mut Value); 5] = [
        |keys| cost(keys, 2 * 1024 * 1024, 32),
        |keys| cost(keys, 2 * 1024 * 1024, 3),
        |keys| cost(keys, 64 * 1024, 9),
        |keys| slots(keys, 200),
        |keys| {
            slots(keys, 40);
            cost(keys, 1024 * 1024, 8);
        },
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let place = closed();
        tamper(&place, change);
        let begun = Instant::now();
        let refused = place.open();
        assert!(
            matches!(refused, Err(Error::SidecarDamaged)),
            "{number}: {refused:?}"
        );
        assert!(begun.elapsed() < Duration::from_secs(2), "{number}");
    }
}

/// Reading from a pipe that nobody writes to never ends.
#[test]
fn a_pipe_a_device_or_a_folder_in_the_place_of_a_file_is_refused_at_once() {
    let pipe = |path: &Path| {
        let made = Command::new("mkfifo").arg(path).status().unwrap();
        assert!(made.success());
    };
    let device = |path: &Path| symlink("/dev/zero", path).unwrap();
    let folder = |path: &Path| fs::create_dir(path).unwrap();
    let makers: [&dyn Fn(&Path); 3] = [&pipe, &device, &folder];
    for suffix in [
        "-keys",
        "-keys.previous",
        "-keys.draft",
        "-lock",
        "-drills",
        "-wal",
        "",
    ] {
        for (number, make) in makers.iter().enumerate() {
            let place = closed();
            let path = place.beside(suffix);
            let _ = fs::remove_file(&path);
            make(&path);
            let refused = answered(move || (place.open().map(drop), place)).0;
            let is_named = match &refused {
                Err(Error::NotAFile(named)) => *named == path,
                Err(Error::NotAWorkspace) => suffix.is_empty(),
                _ => false,
            };
            assert!(is_named, "{suffix} {number}: {refused:?}");
        }
    }
}

/// What a function returns, within a time.
fn answered<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> T {
    let (answer, answers) = mpsc::channel();
    std::thread::spawn(move || answer.send(ask()));
    let waited = answers.recv_timeout(Duration::from_secs(60));
    waited.expect("an answer within a minute")
}

#[test]
fn keys_that_vanish_while_the_workspace_is_open_are_found_and_written_again() {
    let place = closed();
    let mut store = place.open().unwrap();
    fs::remove_file(place.beside("-keys")).unwrap();
    assert_eq!(store.check().unwrap().problems, [Problem::Sidecar]);
    store
        .mutate(entry(9, "nothing", json!({})), |_| Ok::<_, Error>(()))
        .unwrap();
    store.close().unwrap();
    assert!(place.open().unwrap().check().unwrap().is_clean());
}

#[test]
fn a_row_that_refers_to_nothing_is_found() {
    let place = closed();
    raw_connection(&place.path())
        .execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM system;")
        .unwrap();
    let store = place.open().unwrap();
    assert_eq!(
        store.check().unwrap().problems,
        [Problem::Reference("assessment".to_owned())]
    );
}

#[test]
fn a_changed_slot_does_not_open() {
    let place = closed();
    tamper(&place, |keys| {
        keys["slots"][0]["kdf"]["cost"]["iterations"] = json!(4);
    });
    assert!(matches!(place.open(), Err(Error::WrongPassphrase)));
}

#[test]
fn a_second_opening_is_refused_while_the_first_lasts() {
    let place = Place::new();
    let store = place.create();
    assert!(matches!(place.open(), Err(Error::AlreadyOpen)));
    drop(store);
    place.open().unwrap();
}

#[test]
fn an_existing_file_is_never_made_again() {
    let place = closed();
    let before = fs::read(place.path()).unwrap();
    let refused = create(&place.path());
    assert!(matches!(refused, Err(Error::AlreadyExists)), "{refused:?}");
    assert_eq!(fs::read(place.path()).unwrap(), before);
}

#[test]
fn nothing_is_made_in_the_place_of_a_file_that_belongs_to_a_workspace() {
    for suffix in ["-keys", "-keys.previous", "-drills", "-wal"] {
        let place = closed();
        fs::remove_file(place.path()).unwrap();
        fs::write(place.beside("-drills"), "a drill").unwrap();
        fs::write(place.beside("-wal"), "a log").unwrap();
        for other in ["-keys", "-keys.previous", "-drills", "-wal"] {
            if other != suffix {
                let _ = fs::remove_file(place.beside(other));
            }
        }
        let before = fs::read(place.beside(suffix)).unwrap();
        let refused = create(&place.path()).map(drop);
        assert!(
            matches!(&refused, Err(Error::NameTaken(path)) if *path == place.beside(suffix)),
            "{suffix}: {refused:?}"
        );
        assert_eq!(fs::read(place.beside(suffix)).unwrap(), before);
        assert!(!place.path().exists());
    }
    let place = Place::new();
    symlink(place.beside("-nowhere"), place.path()).unwrap();
    let refused = create(&place.path()).map(drop);
    assert!(matches!(refused, Err(Error::AlreadyExists)), "{refused:?}");
}

#[test]
fn a_file_that_cannot_be_written_opens_for_reading() {
    let place = closed();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o444)).unwrap();
    let mut store = place.open().unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.read(|read| read.systems().count()).unwrap(), 1);
    assert!(store.check().unwrap().is_clean());
    let refused = store.mutate(entry(9, "nothing", json!({})), |_| Ok::<_, Error>(()));
    assert!(matches!(refused, Err(Error::ReadOnly)), "{refused:?}");
    assert!(matches!(
        store.stage(&mut &b"x"[..], 1),
        Err(Error::ReadOnly)
    ));
}
