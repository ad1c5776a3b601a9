//! What of decision records points at persons: texts that are thinned after their period, and names
//! that only those can read who may.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::{Desk, PASSPHRASE};
use assay_tests::store::{
    data_key, decrypted_pages, expanded, open_envelope, own_key, raw_connection_of,
};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

struct Office {
    desk: Desk,
    folder: TempDir,
    system: String,
}

impl Office {
    fn new() -> Self {
        let (desk, folder, system) = Desk::office("Benefit triage");
        Self {
            desk,
            folder,
            system,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("office.assay")
    }

    fn retain(&mut self, months: impl Into<Value>) {
        let settings = json!({ "keepNames": false, "retentionMonths": months.into() });
        self.desk.call("privacy_save", settings);
    }

    fn import(&mut self, csv: &str) -> Value {
        let path = self.folder.path().join("records.csv");
        std::fs::write(&path, csv).unwrap();
        let columns = [
            "decidedAt",
            "caseKey",
            "decisionPoint",
            "modelVersion",
            "category",
            "aiOutput",
            "humanInitial",
            "humanFinal",
            "disposition",
            "reasonCode",
            "reasonText",
            "reviewer",
            "latencyMs",
            "outcome",
            "seeded",
        ]
        .map(|field| (field.to_owned(), json!([field])));
        let mapping = json!({
            "content": "decisions",
            "columns": serde_json::Map::from_iter(columns),
        });
        let plan = json!({ "system": self.system, "path": path, "mapping": mapping });
        self.desk.import(&plan)
    }

    /// Thins to the end, doing something between the steps, and says where it stands.
    fn thin(&mut self, mut between: impl FnMut(&mut Desk)) -> Value {
        for _ in 0..10_000 {
            let state = self.desk.call("decision_thin", json!({}));
            if state["phase"] == "done" {
                return state;
            }
            between(&mut self.desk);
        }
        panic!("the thinning does not end");
    }

    fn stats(&mut self, settings: &Value) -> Value {
        let request = json!({
            "system": self.system, "from": "2026-01-01", "to": "2026-11-24", "settings": settings,
        });
        self.desk.call("decision_stats", request)
    }

    fn actions(&mut self) -> Vec<(String, Value)> {
        let page = self
            .desk
            .call("history_list", json!({ "before": null, "limit": 500 }));
        let entries = page["entries"].as_array().unwrap().iter();
        let entry = |entry: &Value| {
            let action = entry["action"].as_str().unwrap().to_owned();
            (action, entry["payload"].clone())
        };
        entries.map(entry).collect()
    }

    fn whole(&mut self) {
        let check = self.desk.call("workspace_check", json!({}));
        assert_eq!(check["ok"], true, "{check}");
    }
}

/// A label that few records carry; it stands first wherever labels stand in their order.
const RARE: &str = "!refer to the night shift";

/// Records of eight months, with every kind of thing that figures are made of.
fn records(count: u64) -> String {
    let mut csv = String::from(
        "decidedAt,caseKey,decisionPoint,modelVersion,category,aiOutput,humanInitial,humanFinal,\
         disposition,reasonCode,reasonText,reviewer,latencyMs,outcome,seeded\n",
    );
    let scale = ["1", "2", "3", "4", RARE];
    for n in 0..count {
        let pick = |of: u64, salt: u64| (n.wrapping_mul(2_654_435_761) >> salt) % of;
        let ai = scale[usize::try_from(pick(41, 7) % 5)
            .unwrap()
            .min(if pick(97, 3) == 0 { 4 } else { 3 })];
        let disposition = ["accepted", "accepted", "modified", "overridden", "deferred"]
            [usize::try_from(pick(5, 9)).unwrap()];
        let last = match disposition {
            "accepted" => ai,
            _ => scale[usize::try_from(pick(4, 12)).unwrap()],
        };
        let reason = match disposition {
            "modified" | "overridden" => {
                ["wrong-fact", "unfair"][usize::try_from(pick(2, 15)).unwrap()]
            }
            _ => "",
        };
        let text = if reason.is_empty() {
            String::new()
        } else {
            format!("said by citizen {n}")
        };
        let first = if pick(3, 17) == 0 {
            scale[usize::try_from(pick(4, 19)).unwrap()]
        } else {
            ""
        };
        let outcome = if pick(2, 21) == 0 {
            scale[usize::try_from(pick(4, 23)).unwrap()]
        } else {
            ""
        };
        writeln!(
            csv,
            "2026-{:02}-{:02}T{:02}:{:02}:{:02}+08:00,Case {n},point {},v{},kind {},{ai},{first},{last},\
             {disposition},{reason},{text},Reviewer {},{},{outcome},{}",
            1 + n % 8,
            1 + pick(28, 5),
            pick(24, 6),
            pick(60, 8),
            n % 60,
            pick(3, 10),
            1 + n % 8 / 4,
            pick(2, 11),
            pick(6, 13),
            500 + pick(9_000, 4),
            pick(30, 14) == 0,
        )
        .unwrap();
    }
    csv
}

/// Takes away what thinning can't keep: who reviewed, which reasons in words were alike, examples.
fn without_persons(mut stats: Value) -> Value {
    strip(&mut stats["figures"]);
    let figures = stats["figures"].as_object_mut().unwrap();
    figures.remove("reviewers");
    figures["counts"]["thinned"] = json!(0);
    for path in [
        "/rates/reviewers",
        "/rates/phi",
        "/rates/clustered",
        "/reasons/sameText",
        "/likeness",
    ] {
        if let Some(value) = stats["figures"].pointer_mut(path) {
            *value = Value::Null;
        }
    }
    stats["pickers"]["reviewers"] = Value::Null;
    stats["pickers"]["hiddenReviewers"] = Value::Null;
    stats
}

/// Finds where two values differ.
fn differences(place: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            for (name, value) in one {
                differences(&format!("{place}/{name}"), value, &other[name], found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{place}/{at}"), one, other, found);
            }
        }
        _ if one == other => {}
        _ => found.push(format!("{place}: {one} {other}")),
    }
}

/// Caveats say that texts were erased.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("caveats");
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn thinning_keeps_the_sums() {
    let mut office = Office::new();
    office.import(&records(3_000));
    office.retain(1);
    let plain = json!({ "unit": "month" });
    let ordered = json!({ "unit": "week", "labelOrder": ["4", "3", "2", "1"] });
    let before = [&plain, &ordered].map(|settings| office.stats(settings));
    let marks = [
        "stricter",
        "more_lenient",
        "no_direction",
        "labelled",
        "final_as_ai",
        "outcome_known",
        "outcome_unknown",
        "ai_right",
        "ai_wrong",
        "person_right",
        "first_known",
        "first_as_ai",
        "first_right",
        "first_wrong",
        "timed",
        "under_two_seconds",
        "seeded",
        "not_seeded",
    ];
    let count = |office: &mut Office, mark: &str| {
        let filter = json!({ "system": office.system, "marks": [mark] });
        office
            .desk
            .call("decision_counts", json!({ "filter": filter }))
    };
    let counted = marks.map(|mark| count(&mut office, mark));
    let state = office.thin(|_| ());
    assert_eq!(
        (&state["records"], &state["thinned"]),
        (&json!(3_000), &json!(3_000))
    );
    for (settings, before) in [&plain, &ordered].into_iter().zip(before) {
        let after = office.stats(settings);
        assert_eq!(after["figures"]["counts"]["thinned"], 3_000);
        let before: Value = serde_json::from_str(&before.to_string().replace(RARE, "#1")).unwrap();
        let mut found = Vec::new();
        differences(
            "",
            &without_persons(before),
            &without_persons(after),
            &mut found,
        );
        assert_eq!(found, Vec::<String>::new());
    }
    for (mark, counted) in marks.iter().zip(counted) {
        assert_eq!(count(&mut office, mark), counted, "{mark}");
    }
    office.whole();
}

#[test]
fn a_thinning_is_one_entry_and_saving_goes_on_beside_it() {
    let mut office = Office::new();
    office.import(&records(3_000));
    let add = |desk: &mut Desk, system: &str, case: &str, at: &str| {
        let entry = json!({
            "system": system, "decidedAt": at, "caseKey": case, "aiOutput": "grant",
            "humanFinal": "grant", "disposition": "accepted", "reviewer": "Records Clerk",
        });
        desk.call("decision_add", json!({ "entry": entry }))
    };
    let system = office.system.clone();
    let old = add(&mut office.desk, &system, "Old case", "2026-03-03T09:00");
    add(&mut office.desk, &system, "New case", "2026-11-20T09:00");
    office.retain(3);
    let preview = office.desk.call("decision_thin_preview", json!({}));
    assert_eq!(preview["before"], "2026-08-24");
    let due = preview["systems"][0]["records"].as_u64().unwrap();
    assert!((2_500..3_001).contains(&due), "{preview}");
    assert_eq!(preview["systems"][0]["labels"], json!(["1", "2", "3", "4"]));
    assert_eq!(
        preview["systems"][0]["others"], 2,
        "the rare one and that of the two cases"
    );
    let mut saved = 0;
    let state =
        office.thin(|desk| {
            let case = format!("Saved meanwhile {saved}");
            let late = add(desk, &system, &case, "2026-03-03T10:00");
            assert_eq!(late["enteredLate"], true);
            assert_eq!(desk.refused("decision_import_start", json!({
            "plan": { "system": system, "path": "x.csv", "mapping": {} }, "trial": false,
        })), "thinning-running");
            saved += 1;
        });
    assert_eq!(state["thinned"].as_u64(), Some(due));
    assert!(saved >= 5, "{saved} steps");
    let actions = office.actions();
    let entries: Vec<_> = actions
        .iter()
        .filter(|(action, _)| action == "decision.thin")
        .collect();
    let [(_, payload)] = entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(payload["records"].as_u64(), Some(due));
    assert_eq!(
        (&payload["before"], &payload["months"]),
        (&json!("2026-08-24"), &json!(3))
    );
    assert_eq!(payload["ids"].as_str().map(str::len), Some(64));
    let thinned = office.desk.call("decision_get", json!({ "id": old["id"] }));
    assert_eq!(thinned["decision"]["facts"]["caseKey"], "");
    assert_eq!(thinned["decision"]["facts"]["reviewer"], "");
    assert!(thinned["decision"]["thinnedAt"].is_string());
    let left = office.desk.call("decision_thin_preview", json!({}));
    let late = left["systems"][0]["records"].as_u64().unwrap();
    assert!(
        (1..=saved).contains(&late),
        "what was saved once it was looked for comes next time"
    );
    office.whole();
    let path = office.path();
    office.desk.call("workspace_lock", json!({}));
    office.desk.open(&path, PASSPHRASE);
    office.whole();
    assert_eq!(office.thin(|_| ())["thinned"].as_u64(), Some(late));
    assert_eq!(office.thin(|_| ())["thinned"], 0);
    let again = office.actions();
    let count = again.iter().filter(|(action, _)| action == "decision.thin");
    assert_eq!(count.count(), 2, "a run that finds nothing leaves no entry");
}

#[test]
fn a_file_whose_records_were_thinned_brings_none_of_them_again() {
    let mut office = Office::new();
    let csv = records(500);
    office.import(&csv);
    office.retain(1);
    office.thin(|_| ());
    let again = office.import(&csv);
    assert_eq!((&again["fresh"], &again["known"]), (&json!(0), &json!(500)));
    let more = csv + "2026-10-01T08:00:00+08:00,Case x,,,,1,,1,accepted,,,,,,false\n";
    let again = office.import(&more);
    assert_eq!((&again["fresh"], &again["known"]), (&json!(1), &json!(500)));
}

#[test]
fn thinning_needs_a_period_and_an_administrator() {
    let mut office = Office::new();
    let path = office.path();
    assert_eq!(
        office.desk.call("decision_thin_preview", json!({}))["before"],
        Value::Null
    );
    assert_eq!(
        office.desk.refused("decision_thin", json!({})),
        "retention-none"
    );
    for months in [0, 1_201] {
        let settings = json!({ "keepNames": false, "retentionMonths": months });
        assert_eq!(
            office.desk.refused("privacy_save", settings),
            "retention-months"
        );
    }
    office.retain(12);
    assert_eq!(
        office.desk.call("privacy_get", json!({}))["settings"]["retentionMonths"],
        12
    );
    let (action, payload) = office.actions().swap_remove(0);
    assert_eq!(
        (action.as_str(), &payload["retentionMonths"]),
        ("privacy.save", &json!(12))
    );
    office.desk.call("person_add", json!({
        "name": "Operator", "title": "", "roles": ["operator"], "passphrase": "another sentence",
    }));
    office.desk.open(&path, "another sentence");
    let settings = json!({ "keepNames": false, "retentionMonths": null });
    for (command, request) in [
        ("privacy_save", settings),
        ("decision_thin_preview", json!({})),
        ("decision_thin", json!({})),
    ] {
        assert_eq!(
            office.desk.refused(command, request),
            "role-missing",
            "{command}"
        );
    }
}

const OTHER: &str = "another sentence";

impl Office {
    fn keep(&mut self, names: bool) -> Value {
        let settings = json!({ "keepNames": names, "retentionMonths": null });
        self.desk.call("privacy_save", settings)
    }

    fn add(&mut self, reviewer: &str) -> String {
        let entry = json!({
            "system": self.system, "aiOutput": "grant", "humanFinal": "grant",
            "disposition": "accepted", "reviewer": reviewer,
        });
        let made = self.desk.call("decision_add", json!({ "entry": entry }));
        made["facts"]["reviewer"].as_str().unwrap().to_owned()
    }

    fn names(&mut self) -> Vec<(String, String)> {
        let found = self.desk.call("reviewer_names", json!({}));
        let names = found["names"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        names
            .map(|name| (text(&name["pseudonym"]), text(&name["name"])))
            .collect()
    }

    fn person(&mut self, roles: &[&str]) -> Value {
        self.desk.call(
            "person_add",
            json!({
                "name": "Second person", "title": "", "roles": roles, "passphrase": OTHER,
            }),
        )
    }

    fn roles(&mut self, person: &Value, roles: &[&str]) {
        self.desk.call(
            "person_change",
            json!({
                "id": person["id"], "name": "Second person", "title": "", "roles": roles,
            }),
        );
    }

    fn unlock(&mut self, passphrase: &str) {
        let path = self.path();
        self.desk.open(&path, passphrase);
    }
}

#[test]
fn names_are_kept_only_where_asked_and_erased_for_good_where_not() {
    let mut office = Office::new();
    let before = office.add("王小明");
    assert_eq!(
        office.desk.refused("reviewer_names", json!({})),
        "names-not-kept"
    );
    let kept = office.keep(true);
    assert_eq!(
        (&kept["settings"]["keepNames"], &kept["readable"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(
        office.names(),
        [],
        "what was recorded before had no name to keep"
    );
    let li = office.add(" 李华 ");
    assert_eq!(office.add("王小明"), before);
    office.add(&li);
    let mut expected = vec![(li, "李华".to_owned()), (before, "王小明".to_owned())];
    expected.sort();
    assert_eq!(office.names(), expected, "a pseudonym is no name");
    let other = office.desk.system("Letter sorter");
    let of_other = office
        .desk
        .call("reviewer_names", json!({ "system": other }));
    assert_eq!(of_other["names"], json!([]));
    let actions = office.actions();
    let reveals: Vec<_> = actions
        .iter()
        .filter(|(action, _)| action == "reviewer.reveal")
        .collect();
    assert_eq!(reveals.len(), 3);
    assert_eq!(reveals[1].1, json!({ "names": 2 }));
    let history = format!("{actions:?}");
    assert!(!history.contains("王小明") && !history.contains("李华"));
    assert_eq!(office.keep(false)["names"], 0);
    assert_eq!(office.actions()[0].1["namesErased"], 2);
    assert_eq!(
        office.desk.refused("reviewer_names", json!({})),
        "names-not-kept"
    );
    office.keep(true);
    assert_eq!(office.names(), [], "what was erased does not come back");
    office.whole();
}

#[test]
fn an_import_keeps_each_name_once_and_taking_it_back_erases_them() {
    let mut office = Office::new();
    office.keep(true);
    let done = office.import(&records(300));
    let names = office.names();
    let mut shown: Vec<_> = names.iter().map(|(_, name)| name.as_str()).collect();
    shown.sort_unstable();
    assert_eq!(
        shown,
        [
            "Reviewer 0",
            "Reviewer 1",
            "Reviewer 2",
            "Reviewer 3",
            "Reviewer 4",
            "Reviewer 5"
        ]
    );
    let mut state = office
        .desk
        .call("decision_import_undo", json!({ "id": done["import"] }));
    while state["phase"] == "clearing" {
        state = office.desk.call("decision_import_step", json!({}));
    }
    assert_eq!(office.names(), []);
    office.whole();
}

#[test]
fn thinning_erases_the_names_of_reviewers_whom_no_record_names_any_more() {
    let mut office = Office::new();
    office.keep(true);
    office.import(&records(300));
    let clerk = office.add("Records Clerk");
    office.desk.call(
        "privacy_save",
        json!({ "keepNames": true, "retentionMonths": 1 }),
    );
    office.thin(|_| ());
    assert_eq!(office.names(), [(clerk, "Records Clerk".to_owned())]);
    let path = office.path();
    office.desk.call("workspace_lock", json!({}));
    let pages = decrypted_pages(&path, PASSPHRASE);
    let held = |text: &str| {
        pages
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    for text in ["Reviewer 1", "the night shift", "said by citizen", "Case 7"] {
        assert!(!held(text), "{text}");
    }
}

/// The envelopes of a workspace that is closed: its id, the share of a person, one name.
struct Envelopes {
    workspace: Uuid,
    person: Vec<u8>,
    share: Vec<u8>,
    pseudonym: String,
    name: Vec<u8>,
}

fn envelopes(path: &Path) -> Envelopes {
    let raw = raw_connection_of(path, PASSPHRASE);
    let id: [u8; 16] = raw
        .query_row("SELECT id FROM workspace", [], |row| row.get(0))
        .unwrap();
    let share = "SELECT person, envelope FROM name_share";
    let (person, share) = raw
        .query_row(share, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let name = "SELECT pseudonym, envelope FROM reviewer_name";
    let (pseudonym, name) = raw
        .query_row(name, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    Envelopes {
        workspace: Uuid::from_bytes(id),
        person,
        share,
        pseudonym,
        name,
    }
}

impl Envelopes {
    /// Opens the name as somebody with this key of their own.
    fn name(&self, own: &[u8]) -> Option<String> {
        let private = expanded(self.workspace, own, "assay/person-envelope/1");
        let place = ("assay/reviewer-names-key/1", self.person.as_slice());
        let key = open_envelope(self.workspace, private, place, &self.share)?;
        let place = ("assay/reviewer-name/1", self.pseudonym.as_bytes());
        let content = open_envelope(self.workspace, key.try_into().unwrap(), place, &self.name)?;
        let length = u32::from_be_bytes(content[..4].try_into().unwrap()) as usize;
        String::from_utf8(content[4..4 + length].to_vec()).ok()
    }
}

#[test]
fn the_key_of_the_file_alone_reads_no_name() {
    let mut office = Office::new();
    let path = office.path();
    office.keep(true);
    office.add("Records Clerk 档案员");
    office.person(&["operator"]);
    office.desk.call("workspace_lock", json!({}));
    let pages = decrypted_pages(&path, PASSPHRASE);
    let keys = std::fs::read(path.with_extension("assay-keys")).unwrap();
    for bytes in [&pages, &keys] {
        for text in ["Records Clerk", "档案员"] {
            assert!(
                !bytes
                    .windows(text.len())
                    .any(|window| window == text.as_bytes())
            );
        }
    }
    let held = envelopes(&path);
    assert_eq!(
        held.name.len() % 64,
        32 + 16,
        "the length says little of the name"
    );
    let own = own_key(&path, PASSPHRASE);
    assert_eq!(held.name(&own).as_deref(), Some("Records Clerk 档案员"));
    let file = data_key(&path, PASSPHRASE);
    assert_eq!(
        file,
        data_key(&path, OTHER),
        "everybody holds the key of the file"
    );
    assert_eq!(held.name(&file), None);
    assert_eq!(held.name(&own_key(&path, OTHER)), None);
}

#[test]
fn the_key_to_names_goes_with_the_role() {
    let mut office = Office::new();
    office.keep(true);
    let pseudonym = office.add("Records Clerk");
    let expected = [(pseudonym, "Records Clerk".to_owned())];
    let second = office.person(&["operator"]);
    office.unlock(OTHER);
    assert_eq!(
        office.desk.refused("reviewer_names", json!({})),
        "role-missing"
    );
    assert_eq!(
        office.desk.call("privacy_get", json!({}))["readable"],
        false
    );
    office.add("Shift Lead");
    office.unlock(PASSPHRASE);
    assert_eq!(office.names().len(), 2, "anybody who records can add names");
    office.roles(&second, &["operator", "administrator"]);
    office.unlock(OTHER);
    assert_eq!(office.names().len(), 2, "the role brings the key");
    let change = json!({ "current": OTHER, "new": "a third sentence" });
    office.desk.call("person_passphrase_change", change);
    office.unlock("a third sentence");
    assert!(
        office.names().contains(&expected[0]),
        "so does a new passphrase"
    );
    office.unlock(PASSPHRASE);
    office.roles(&second, &["operator"]);
    let path = office.path();
    office.desk.call("workspace_lock", json!({}));
    let shares = |path: &Path| -> i64 {
        raw_connection_of(path, PASSPHRASE)
            .query_row("SELECT count(*) FROM name_share", [], |row| row.get(0))
            .unwrap()
    };
    assert_eq!(shares(&path), 1, "the role takes the key along");
    office.unlock(PASSPHRASE);
    let third = office.desk.call("person_add", json!({
        "name": "Third person", "title": "", "roles": ["administrator"], "passphrase": "a fourth sentence",
    }));
    office.unlock("a fourth sentence");
    assert_eq!(
        office.names().len(),
        2,
        "an administrator is added with the key"
    );
    office.whole();
    office.desk.call("workspace_lock", json!({}));
    // As a program left it that knew no names: the third person has neither address nor key.
    raw_connection_of(&path, PASSPHRASE)
        .execute_batch("DELETE FROM name_share; UPDATE person SET address = NULL;")
        .unwrap();
    office.unlock(PASSPHRASE);
    assert_eq!(
        office.desk.refused("reviewer_names", json!({})),
        "names-not-shared"
    );
    let change = json!({
        "id": third["id"], "name": "Third person", "title": "", "roles": ["operator"],
    });
    assert_eq!(
        office.desk.refused("person_change", change),
        "names-reader-last"
    );
}

#[test]
fn what_was_noted_of_a_case_in_second_review_goes_with_its_texts() {
    let mut office = Office::new();
    office.import(&records(300));
    let draw = json!({
        "system": office.system, "from": "2026-01-01", "to": "2026-08-31", "level": 0.95,
        "tolerable": 0.2, "seed": null, "trial": false,
    });
    let id = office.desk.call("second_review_draw", draw)["review"]["id"].clone();
    let verdict = |place: u32| {
        json!({
            "id": id, "place": place, "verdict": "both", "note": "as the citizen says",
        })
    };
    office.desk.call("verdict_give", verdict(0));
    office.retain(1);
    office.thin(|_| ());
    assert_eq!(
        office.desk.refused("verdict_give", verdict(1)),
        "decision-thinned"
    );
    let detail = office.desk.call("second_review_get", json!({ "id": id }));
    // What it comes to is told once every case has a verdict; that it was given stays.
    assert_eq!(
        (
            &detail["cases"][0]["given"],
            &detail["cases"][0]["verdicts"]
        ),
        (&json!(true), &json!(1)),
        "the verdict stays"
    );
    office.whole();
    let path = office.path();
    office.desk.call("workspace_lock", json!({}));
    let pages = decrypted_pages(&path, PASSPHRASE);
    let note = b"as the citizen says";
    assert!(!pages.windows(note.len()).any(|window| window == note));
}
