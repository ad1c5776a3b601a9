//! Saves answers until it is killed or the disk is full, and prints a line for each one that is saved.
//!
//! `store-writer WORKSPACE [BALLAST]`: when the disk is full and a ballast file is named, it removes
//! that file, saves once more, checks the workspace and prints what came of it. A workspace that is
//! not there yet is made first.
#![allow(clippy::print_stdout)]

use assay_store::{Error, Passphrase, Store};
use assay_tests::store::{PASSPHRASE, answer, create, entry, random};
use serde_json::json;
use std::io::Write;
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = Path::new(&arguments[0]);
    say("begin");
    let mut store = if path.exists() {
        Store::open(path, &Passphrase::from(PASSPHRASE), None, random())
    } else {
        create(path)
    }
    .expect("the workspace opens");
    say("open");
    let refused = loop {
        if let Err(error) = save(&mut store) {
            break error;
        }
    };
    let Some(ballast) = arguments.get(1) else {
        panic!("{refused}");
    };
    assert!(matches!(refused, Error::DiskFull), "{refused:?}");
    say("full");
    std::fs::remove_file(ballast).expect("the ballast is there");
    save(&mut store).expect("there is room again");
    let check = store.check().expect("the workspace can be checked");
    assert!(check.is_clean(), "{check:?}");
    say("clean");
}

/// Saves the next revision of the organisation's answer, and says so once it is on disk.
fn save(store: &mut Store) -> Result<(), Error> {
    let question = "a-01".into();
    let stored = store.read(|read| read.answers().get(None, &question))?;
    let revision = stored.map_or(0, |answer| answer.revision);
    let next = answer("a-01", &format!("{} {}", revision + 1, "备注 ".repeat(100)));
    let payload = json!({ "answer": next });
    store.mutate(entry(2, "answer.save", payload), |tx| {
        tx.answers_mut().save(None, &next, revision)
    })?;
    say(&format!("saved {}", revision + 1));
    Ok(())
}

fn say(line: &str) {
    println!("{line}");
    std::io::stdout().flush().expect("somebody listens");
}
