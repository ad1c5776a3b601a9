//! A copy of a workspace is a workspace.

use assay_store::{Error, Passphrase, Store};
use assay_tests::store::{PASSPHRASE, Place, add_assessment, entry, random};
use serde_json::json;
use std::fs;

#[test]
fn a_copy_opens_is_clean_and_holds_what_was_saved() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let head = store.head().unwrap();
    let target = place.path().with_file_name("copy.assay");
    store.backup(&target).unwrap();
    store.backup(&target).unwrap();
    store
        .mutate(entry(9, "later", json!({})), |_| Ok::<_, Error>(()))
        .unwrap();

    let copy = Store::open(&target, &Passphrase::from(PASSPHRASE), None, random()).unwrap();
    assert_eq!(copy.head().unwrap(), head);
    assert_eq!(copy.read(|read| read.systems().count()).unwrap(), 1);
    assert!(copy.check().unwrap().is_clean());
    copy.close().unwrap();
    assert!(store.check().unwrap().is_clean());
    let names: Vec<String> = fs::read_dir(place.path().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("draft"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn a_damaged_workspace_gives_no_copy() {
    let place = Place::new();
    let mut store = place.create();
    for number in 1..40 {
        add_assessment(&mut store, number).unwrap();
    }
    store.close().unwrap();
    let mut bytes = fs::read(place.path()).unwrap();
    let middle = bytes.len() / 8192 / 2 * 8192 + 99;
    bytes[middle] ^= 1;
    fs::write(place.path(), bytes).unwrap();
    let Ok(store) = place.open() else {
        return; // Opening reads that page already, which is as good.
    };
    let target = place.path().with_file_name("copy.assay");
    assert!(matches!(store.backup(&target), Err(Error::Damaged(_))));
    assert!(!target.exists());
}
