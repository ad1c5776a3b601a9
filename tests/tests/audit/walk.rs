//! Whatever is done in whatever order, no result stands unmarked that is not of today.

use crate::office::{PACK, get, items, new_version, read, record, scope, start};
use assay_tests::desk::Desk;
use assay_tests::dice::Dice;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

/// What this test knows of a result: the version and the pack's words it was judged by, the audit in
/// which that was, and whether its evidence has changed since.
#[derive(Clone)]
struct Known {
    version: u64,
    words: u64,
    audit: String,
    evidence: bool,
}

fn keep_pack(desk: &mut Desk, folder: &TempDir, words: u64) {
    let path = folder.path().join("grid.toml");
    fs::write(
        &path,
        PACK.replace("told apart", &format!("told apart {words}")),
    )
    .unwrap();
    desk.call("question_pack_save", read(&path));
}

fn has(item: &Value, mark: &str) -> bool {
    item["marks"]
        .as_array()
        .unwrap()
        .iter()
        .any(|known| known == mark)
}

/// No conforming result survives a change of words, version or evidence without a mark, and a closed
/// audit never changes, whatever is done in whatever order.
#[test]
fn random_walks_keep_the_states_and_mark_every_result_that_is_not_of_today() {
    let (mut desk, folder, system) = Desk::office("Loan scoring");
    let mut dice = Dice::new(0x000A_0D17);
    let (mut version, mut words) = (1, 1);
    new_version(&mut desk, &system, "v1");
    keep_pack(&mut desk, &folder, words);
    let mut known: BTreeMap<(String, String), Known> = BTreeMap::new();
    let mut closed: Vec<(Value, Value)> = Vec::new();
    let mut open: Option<Value> = None;
    let (mut carried_seen, mut marked_seen) = (0, 0);
    for _ in 0..260 {
        match (dice.below(12), &open) {
            (_, None) => {
                let audit = start(&mut desk, &system, scope(&[], &["grid"]), !dice.one_in(5));
                let id = audit["audit"]["id"].as_str().unwrap().to_owned();
                for item in items(&audit)
                    .iter()
                    .filter(|i| !i["item"]["carried"].is_null())
                {
                    let question = item["item"]["question"].as_str().unwrap().to_owned();
                    let from = item["item"]["carried"]["from"].as_str().unwrap().to_owned();
                    let before = known[&(from, question.clone())].clone();
                    assert_eq!((before.version, before.evidence), (version, false));
                    assert!(question == "grid/g-02" || before.words == words);
                    known.insert((id.clone(), question), before);
                    carried_seen += 1;
                }
                open = Some(audit);
            }
            (0, _) => {
                version += 1;
                new_version(&mut desk, &system, &format!("v{version}"));
            }
            (1, _) => {
                words += 1;
                keep_pack(&mut desk, &folder, words);
            }
            (2, Some(audit)) => {
                let now = items(&get(&mut desk, audit));
                let question = now[dice.place(now.len())]["item"]["question"].clone();
                let piece = json!({ "path": null, "locator": "shelf 3", "name": "list", "shows": "",
                    "dated": null, "standing": "attached", "keepContent": false });
                let target =
                    json!({ "audit": audit["audit"]["id"], "question": question, "piece": piece });
                let before = now
                    .iter()
                    .find(|i| i["item"]["question"] == question)
                    .unwrap();
                let bare = before["item"]["evidence"].as_array().unwrap().is_empty();
                desk.call("audit_evidence_add", target);
                let key = (
                    audit["audit"]["id"].as_str().unwrap().to_owned(),
                    question.as_str().unwrap().to_owned(),
                );
                if bare && !before["item"]["carried"].is_null() {
                    known.get_mut(&key).unwrap().evidence = true;
                }
            }
            (3..=8, Some(audit)) => {
                let now = items(&get(&mut desk, audit));
                let item = &now[dice.place(now.len())];
                let result = dice.pick(&[
                    "conforms",
                    "conforms",
                    "conforms",
                    "partly",
                    "fails",
                    "not_applicable",
                ]);
                desk.call("audit_record", record(audit, item, result));
                let id = audit["audit"]["id"].as_str().unwrap().to_owned();
                let question = item["item"]["question"].as_str().unwrap().to_owned();
                // The words of a running audit are those with which it began.
                let asked = item["asked"]["text"]["en"].as_str().unwrap();
                let words = asked
                    .trim_end_matches('?')
                    .rsplit(' ')
                    .next()
                    .unwrap()
                    .parse()
                    .unwrap_or(0);
                known.insert(
                    (id.clone(), question),
                    Known {
                        version,
                        words,
                        audit: id,
                        evidence: false,
                    },
                );
            }
            (_, Some(audit)) => {
                let now = get(&mut desk, audit);
                let request = json!({ "audit": now["audit"]["id"], "revision": now["audit"]["revision"], "conclusion": "" });
                let done = desk.try_call("audit_close", &request);
                match done {
                    Ok(done) => {
                        assert!(items(&now).iter().all(|i| !i["item"]["result"].is_null()));
                        let bare = |i: &Value| i["item"].clone();
                        closed.push((
                            done["audit"].clone(),
                            items(&done).iter().map(bare).collect(),
                        ));
                        open = None;
                    }
                    Err(error) => assert!(error.code.starts_with("audit-"), "{error:?}"),
                }
            }
        }
        let Some(audit) = &open else { continue };
        for item in items(&get(&mut desk, audit))
            .iter()
            .filter(|i| i["item"]["result"] == "conforms")
        {
            let id = audit["audit"]["id"].as_str().unwrap().to_owned();
            let question = item["item"]["question"].as_str().unwrap().to_owned();
            let of = &known[&(id.clone(), question.clone())];
            assert_eq!(has(item, "carried"), of.audit != id, "{item}");
            assert_eq!(has(item, "system_changed"), of.version != version, "{item}");
            assert_eq!(has(item, "evidence_changed"), of.evidence, "{item}");
            if question == "grid/g-01" {
                assert_eq!(has(item, "question_changed"), of.words != words, "{item}");
            }
            marked_seen += u64::from(item["marks"] != json!([]));
        }
    }
    for (audit, before) in &closed {
        let now = desk.call("audit_get", json!({ "id": audit["id"] }));
        let bare: Value = items(&now).iter().map(|i| i["item"].clone()).collect();
        assert_eq!(
            (&now["audit"], &bare),
            (audit, before),
            "a closed audit is final"
        );
    }
    assert!(
        closed.len() > 10 && carried_seen > 3 && marked_seen > 30,
        "{} {carried_seen} {marked_seen}",
        closed.len()
    );
}
