//! The workspace file: made, opened, changed, refused.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::id::QuestionId;
use assay_store::Error;
use assay_tests::store::{Place, act, add_assessment, administrator, answer, entry, workspace};
use serde_json::json;

#[test]
fn a_new_workspace_opens_again_with_everything_in_it() {
    let place = Place::new();
    let mut store = place.create();
    let own_key = store.secrets().own_key.clone();
    let assessment = add_assessment(&mut store, 1).unwrap();
    let saved = answer("b-03", "a note 备注");
    let revision = store
        .mutate(entry(2, "answer.save", json!({ "answer": saved })), |tx| {
            tx.answers_mut().save(Some(assessment), &saved, 0)
        })
        .unwrap();
    assert_eq!(revision, 1);
    store.close().unwrap();

    let store = place.open().unwrap();
    assert_eq!(store.opened_by(), administrator().id);
    assert_eq!(store.secrets().own_key, own_key);
    assert_eq!(store.secrets().signing_key.as_slice(), b"a signing key");
    store
        .read(|read| {
            assert_eq!(read.workspace().get()?, workspace());
            assert_eq!(read.persons().list()?, [administrator()]);
            let answers = read.answers().list(Some(assessment))?;
            assert_eq!(answers.len(), 1);
            assert_eq!(answers[0].note, "a note 备注");
            assert_eq!(answers[0].saved, act(2));
            assert_eq!(answers[0].revision, 1);
            let one = read
                .answers()
                .get(Some(assessment), &QuestionId::from("b-03"))?;
            assert_eq!(one.as_ref(), answers.first());
            assert!(read.answers().list(None)?.is_empty());
            Ok::<_, Error>(())
        })
        .unwrap();
    let check = store.check().unwrap();
    assert!(check.is_clean(), "{check:?}");
    assert_eq!(check.head.sequence, 3);
}
