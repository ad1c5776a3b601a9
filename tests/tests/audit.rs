//! Audits through the api: programme, checklist, packs, the next audit, comparison and trend.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::desk::Desk;
use assay_tests::dice::Dice;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn period() -> Value {
    json!({ "from": "2026-01-01", "to": "2026-09-30" })
}

fn scope(dimensions: &[&str], packs: &[&str]) -> Value {
    json!({ "dimensions": dimensions, "questions": [], "packs": packs })
}

fn start(desk: &mut Desk, system: &str, scope: Value, carry: bool) -> Value {
    let request = json!({
        "system": system, "period": period(), "due": "2026-12-31", "scope": scope, "carry": carry,
    });
    desk.call("audit_start", request)
}

fn record(audit: &Value, item: &Value, result: &str) -> Value {
    let reason = if result == "not_applicable" {
        "no such part"
    } else {
        ""
    };
    json!({
        "audit": audit["audit"]["id"], "question": item["item"]["question"],
        "revision": item["item"]["revision"], "result": result, "reason": reason,
        "observation": "seen on site",
    })
}

fn items(audit: &Value) -> Vec<Value> {
    audit["items"].as_array().unwrap().clone()
}

/// Gives every open question the result that a function says, by its place.
fn judge(desk: &mut Desk, audit: &Value, result: impl Fn(usize) -> &'static str) {
    for (place, item) in items(audit).iter().enumerate() {
        if item["item"]["result"].is_null() {
            desk.call("audit_record", record(audit, item, result(place)));
        }
    }
}

fn get(desk: &mut Desk, audit: &Value) -> Value {
    desk.call("audit_get", json!({ "id": audit["audit"]["id"] }))
}

fn close(desk: &mut Desk, audit: &Value) -> Value {
    let now = get(desk, audit);
    let request = json!({
        "audit": now["audit"]["id"], "revision": now["audit"]["revision"], "conclusion": "done",
    });
    desk.call("audit_close", request)
}

fn refused(desk: &mut Desk, command: &str, request: &Value) -> String {
    desk.try_call(command, request).unwrap_err().code
}

/// Saves another version of the AI system.
fn new_version(desk: &mut Desk, system: &str, version: &str) {
    let mut known = desk.call("system_get", json!({ "id": system }))["system"].clone();
    known["facts"]["version"] = json!(version);
    let request = json!({
        "id": system, "revision": known["revision"], "facts": known["facts"],
    });
    desk.call("system_save", request);
}

fn counts(comparison: &Value) -> BTreeMap<String, u64> {
    let all = comparison["counts"].as_array().unwrap().iter();
    let some = all.filter(|count| count["count"] != 0);
    some.map(|c| {
        (
            c["change"].as_str().unwrap().to_owned(),
            c["count"].as_u64().unwrap(),
        )
    })
    .collect()
}

#[test]
fn a_quarterly_audit_is_due_carried_out_and_due_again() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let proposed = desk.call("plan_propose", json!({ "systems": [system] }));
    assert_eq!(
        proposed["cadence"],
        json!({ "unit": "months", "every": 24 })
    );
    let facts = json!({
        "name": "", "systems": [system], "first": "2026-12-31",
        "cadence": { "unit": "months", "every": 3 },
    });
    let save = json!({ "id": null, "revision": 0, "kind": "system_audit", "facts": facts });
    let plan = desk.call("plan_save", save);
    let due = desk.call("workspace_overview", json!({}))["dueChecks"].clone();
    assert_eq!(
        due.as_array().unwrap().len(),
        0,
        "37 days ahead is not soon"
    );
    desk.wait_days(20);
    let list = desk.call("audit_list", json!({}));
    assert_eq!(list["due"][0]["occurrence"]["due"], "2026-12-31");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    assert_eq!(
        desk.call("audit_list", json!({}))["due"],
        json!([]),
        "it is begun"
    );
    judge(&mut desk, &audit, |_| "conforms");
    let closed = close(&mut desk, &audit);
    assert_eq!(closed["audit"]["state"], "closed");
    desk.wait_days(200);
    let programme = desk.call("programme_get", json!({}));
    let missed = &programme["missed"];
    assert_eq!(missed.as_array().unwrap().len(), 1, "{missed}");
    assert_eq!(missed[0]["occurrence"]["due"], "2027-03-31");
    assert_eq!(programme["due"][0]["occurrence"]["state"], "overdue");
    let dates = desk.call("plan_get", json!({ "id": plan["id"] }))["dates"][0]["dates"].clone();
    let states: Vec<&str> = dates
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["state"].as_str().unwrap())
        .collect();
    assert_eq!(states[..3], ["done", "missed", "overdue"]);
    let overview = desk.call("workspace_overview", json!({}));
    assert_eq!(overview["missedChecks"], *missed);
}

#[test]
fn a_plan_is_skipped_moved_paused_and_never_changed_backwards() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let facts = |every: u32, first: &str| {
        json!({
            "name": "group", "systems": [system], "first": first,
            "cadence": { "unit": "months", "every": every },
        })
    };
    let save =
        |facts: Value| json!({ "id": null, "revision": 0, "kind": "stop_test", "facts": facts });
    assert_eq!(
        refused(&mut desk, "plan_save", &save(facts(0, "2027-01-31"))),
        "plan-cadence-zero"
    );
    assert_eq!(
        refused(&mut desk, "plan_save", &save(facts(1, "2026-11-23"))),
        "plan-first-past"
    );
    let plan = desk.call("plan_save", save(facts(1, "2026-12-31")));
    let except = |revision: u32, due: &str, to: Value, reason: &str| {
        json!({
            "id": plan["id"], "revision": revision, "due": due, "movedTo": to, "reason": reason,
        })
    };
    let silent = except(1, "2027-01-31", Value::Null, " ");
    assert_eq!(refused(&mut desk, "plan_except", &silent), "plan-reason");
    let plan_2 = desk.call(
        "plan_except",
        except(1, "2027-01-31", json!("2027-02-10"), "no auditor"),
    );
    let stale = except(1, "2027-02-28", Value::Null, "holidays");
    assert_eq!(refused(&mut desk, "plan_except", &stale), "stale");
    let kept = desk.call("plan_get", json!({ "id": plan["id"] }));
    assert_eq!(
        kept["row"]["plan"], plan_2,
        "the refused write changed nothing"
    );
    desk.call(
        "plan_except",
        except(2, "2027-02-28", Value::Null, "holidays"),
    );
    desk.wait_days(50);
    let late = except(3, "2026-12-31", Value::Null, "we forgot");
    assert_eq!(refused(&mut desk, "plan_except", &late), "plan-passed");
    let pause = |revision: u32, paused: bool| {
        json!({
            "id": plan["id"], "revision": revision, "paused": paused, "reason": "rebuilding",
        })
    };
    desk.call("plan_pause", pause(3, true));
    assert_eq!(
        refused(&mut desk, "plan_pause", &pause(4, true)),
        "plan-paused"
    );
    desk.wait_days(60);
    desk.call("plan_pause", pause(4, false));
    let dates = desk.call("plan_get", json!({ "id": plan["id"] }))["dates"][0]["dates"].clone();
    let told: Vec<[&str; 2]> = dates
        .as_array()
        .unwrap()
        .iter()
        .map(|d| [d["due"].as_str().unwrap(), d["state"].as_str().unwrap()])
        .collect();
    assert_eq!(
        told[..4],
        [
            ["2026-12-31", "overdue"],
            ["2027-02-10", "paused"],
            ["2027-02-28", "skipped"],
            ["2027-03-31", "ahead"],
        ]
    );
}

#[test]
fn two_open_copies_of_an_audit_lose_nothing() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let audit = start(&mut desk, &system, scope(&["safety"], &[]), true);
    let (first, second) = (&items(&audit)[0], &items(&audit)[1]);
    desk.call("audit_record", record(&audit, first, "partly"));
    let late = record(&audit, first, "conforms");
    assert_eq!(refused(&mut desk, "audit_record", &late), "stale");
    desk.call("audit_record", record(&audit, second, "fails"));
    let kept = items(&get(&mut desk, &audit));
    assert_eq!(kept[0]["item"]["result"], "partly");
    assert_eq!(kept[1]["item"]["result"], "fails");
    let now = get(&mut desk, &audit);
    judge(&mut desk, &now, |_| "not_tested");
    let unseen = json!({
        "audit": audit["audit"]["id"], "revision": audit["audit"]["revision"], "conclusion": "",
    });
    assert_eq!(refused(&mut desk, "audit_close", &unseen), "stale");
    close(&mut desk, &audit);
    let after = record(&audit, &items(&get(&mut desk, &audit))[0], "conforms");
    assert_eq!(refused(&mut desk, "audit_record", &after), "audit-closed");
}

/// Audits everything of safety with results by place, and closes.
fn audited(desk: &mut Desk, system: &str, result: impl Fn(usize) -> &'static str) -> Value {
    let audit = start(desk, system, scope(&["safety"], &[]), true);
    judge(desk, &audit, result);
    close(desk, &audit)
}

fn reopened(audit: &Value) -> Vec<Option<String>> {
    let why = |item: &Value| item["item"]["reopened"].as_str().map(str::to_owned);
    items(audit).iter().map(why).collect()
}

fn carried(audit: &Value) -> Vec<u64> {
    let times = |item: &Value| item["item"]["carried"]["times"].as_u64().unwrap_or(0);
    items(audit).iter().map(times).collect()
}

#[test]
fn the_next_audit_carries_what_still_holds_and_reopens_all_else() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let results = [
        "conforms",
        "partly",
        "fails",
        "conforms",
        "not_applicable",
        "not_tested",
        "conforms",
    ];
    audited(&mut desk, &system, |place| results[place]);
    desk.wait_days(90);
    let second = start(&mut desk, &system, scope(&["safety"], &[]), true);
    assert_eq!(carried(&second), [1, 0, 0, 1, 0, 0, 1]);
    let said = |why: &str| Some(why.to_owned());
    let expected = [
        None,
        said("failing"),
        said("failing"),
        None,
        said("not_judged"),
        said("not_judged"),
        None,
    ];
    assert_eq!(reopened(&second), expected);
    for item in items(&second)
        .iter()
        .filter(|item| !item["item"]["carried"].is_null())
    {
        assert_eq!(
            item["marks"],
            json!(["carried"]),
            "a carried result says so"
        );
    }
    judge(&mut desk, &second, |place| {
        if place == 2 { "partly" } else { "conforms" }
    });
    // A new version comes in the middle: what was carried no longer holds, and closing says so.
    new_version(&mut desk, &system, "2.1");
    let now = get(&mut desk, &second);
    assert_eq!(
        items(&now)[0]["marks"],
        json!(["carried", "system_changed"])
    );
    assert_eq!(items(&now)[1]["marks"], json!(["system_changed"]));
    let request = json!({ "audit": now["audit"]["id"], "revision": now["audit"]["revision"], "conclusion": "" });
    assert_eq!(
        refused(&mut desk, "audit_close", &request),
        "audit-carried-changed"
    );
    for place in [0, 3, 6] {
        desk.call(
            "audit_record",
            record(&now, &items(&now)[place], "conforms"),
        );
    }
    let second = close(&mut desk, &second);
    let compared = desk.call(
        "audit_compare",
        json!({ "audit": second["audit"]["id"], "with": null }),
    );
    let expected = [
        ("better", 1),
        ("fixed", 1),
        ("not_compared", 2),
        ("unchanged", 3),
    ];
    assert_eq!(
        counts(&compared),
        expected.map(|(change, n)| (change.to_owned(), n)).into()
    );
    // What was judged before the new version reopens; the rest is carried twice and no further.
    let (mut last, mut told) = (Value::Null, Vec::new());
    for _ in 0..4 {
        desk.wait_days(90);
        last = start(&mut desk, &system, scope(&["safety"], &[]), true);
        told.push(carried(&last)[0]);
        if told.len() == 1 {
            assert_eq!(reopened(&last)[1].as_deref(), Some("system_changed"));
        }
        judge(&mut desk, &last, |_| "conforms");
        close(&mut desk, &last);
    }
    assert_eq!(told, [1, 2, 0, 1]);
    let trend = desk.call("audit_trend", json!({ "system": system }));
    let shares: Vec<[u64; 2]> = trend["audits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|audit| {
            let tally = &audit["tally"][0];
            ["conforms", "carried"].map(|field| tally[field].as_u64().unwrap())
        })
        .collect();
    assert_eq!(shares.len(), 6);
    assert_eq!(shares[..2], [[3, 0], [6, 0]]);
    assert_eq!(last["audit"]["last"], trend["audits"][4]["id"]);
}

#[test]
fn comparison_tells_new_fixed_worse_reopened_and_what_was_left_out() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let rounds = [
        [
            "conforms",
            "fails",
            "partly",
            "fails",
            "conforms",
            "not_tested",
            "conforms",
        ],
        [
            "fails",
            "conforms",
            "fails",
            "partly",
            "conforms",
            "conforms",
            "not_tested",
        ],
        [
            "conforms", "fails", "fails", "conforms", "conforms", "partly", "fails",
        ],
    ];
    let mut audits = Vec::new();
    for round in rounds {
        let audit = start(&mut desk, &system, scope(&["safety"], &[]), false);
        judge(&mut desk, &audit, |place| round[place]);
        audits.push(close(&mut desk, &audit));
        desk.wait_days(30);
    }
    let changes = |compared: &Value| -> Vec<String> {
        let rows = compared["rows"].as_array().unwrap().iter();
        rows.map(|row| row["compared"]["change"].as_str().unwrap().to_owned())
            .collect()
    };
    let compare = |desk: &mut Desk, audit: &Value, with: Value| {
        desk.call(
            "audit_compare",
            json!({ "audit": audit["audit"]["id"], "with": with }),
        )
    };
    let second = compare(&mut desk, &audits[1], Value::Null);
    assert_eq!(
        changes(&second),
        [
            "new",
            "fixed",
            "worse",
            "better",
            "unchanged",
            "not_compared",
            "not_compared"
        ]
    );
    let third = compare(&mut desk, &audits[2], Value::Null);
    assert_eq!(
        changes(&third),
        [
            "fixed",
            "reopened",
            "unchanged",
            "fixed",
            "unchanged",
            "new",
            "new"
        ]
    );
    let far = compare(&mut desk, &audits[2], audits[0]["audit"]["id"].clone());
    assert_eq!(
        changes(&far),
        [
            "unchanged",
            "unchanged",
            "worse",
            "fixed",
            "unchanged",
            "new",
            "new"
        ]
    );
    let later = json!({ "audit": audits[0]["audit"]["id"], "with": audits[1]["audit"]["id"] });
    assert_eq!(
        refused(&mut desk, "audit_compare", &later),
        "audit-not-earlier"
    );
}

const PACK: &str = r#"
schema = "assay-question-pack/1"
id = "grid"
name = { en = "Grid", zh = "电网" }

[[question]]
id = "g-01"
dimension = "safety"
text = { en = "Is the line told apart?", zh = "是否区分线路？" }
critical = true

[[question]]
id = "g-02"
dimension = "reliability"
clause = "h"
text = { en = "Does it stop?", zh = "能否停下？" }
take = { en = "The log", zh = "日志" }
"#;

fn read(path: &Path) -> Value {
    json!({ "path": path, "id": "grid", "name": { "en": "Grid", "zh": "电网" } })
}

fn problems(file: &Value) -> Vec<String> {
    let all = file["problems"].as_array().unwrap().iter();
    all.map(|p| {
        format!(
            "{} {} {}",
            p["line"],
            p["field"].as_str().unwrap(),
            p["kind"].as_str().unwrap()
        )
    })
    .collect()
}

fn workbook(path: &Path, rows: &[[&str; 6]]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn a_question_pack_is_read_whole_or_its_errors_are_told_by_line() {
    let (mut desk, folder, _) = Desk::office("Loan scoring");
    let path = folder.path().join("grid.toml");
    fs::write(&path, PACK).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(
        (problems(&file), &file["questions"][1]["clause"]),
        (vec![], &json!("h"))
    );
    desk.call("question_pack_save", read(&path));
    let bad = PACK
        .replace("g-02", "g-01")
        .replace("是否区分线路？", " ")
        .replace("reliability", "weather");
    fs::write(&path, bad).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(
        problems(&file),
        [
            "6 text.zh language_missing",
            "12 id id_twice",
            "12 dimension dimension_unknown",
        ]
    );
    assert_eq!(
        refused(&mut desk, "question_pack_save", &read(&path)),
        "pack-refused"
    );
    fs::write(&path, format!("{PACK}colour = 1\n")).unwrap();
    let file = desk.call("question_pack_read", read(&path));
    assert_eq!(problems(&file), ["18  unreadable"]);
    let kept = desk.call("question_pack_list", json!({}));
    assert_eq!(
        kept["packs"][0]["questions"].as_array().unwrap().len(),
        2,
        "nothing was lost"
    );
    let sheet = folder.path().join("grid.xlsx");
    let head = [
        "编号",
        "维度",
        "问题（英文）",
        "问题（中文）",
        "关键",
        "clause",
    ];
    workbook(
        &sheet,
        &[head, ["g-03", "安全性", "Is it?", "是吗？", "是", "c"]],
    );
    let saved = desk.call("question_pack_save", read(&sheet));
    let expected = json!({ "id": "g-03", "clause": "c", "dimension": "safety", "critical": true,
        "text": { "en": "Is it?", "zh": "是吗？" }, "good": { "en": "", "zh": "" },
        "how": { "en": "", "zh": "" }, "take": { "en": "", "zh": "" } });
    assert_eq!(saved["questions"], json!([expected]));
    workbook(
        &sheet,
        &[head, ["G 3", "wetter", "Is it?", "", "maybe", "z"]],
    );
    let file = desk.call("question_pack_read", read(&sheet));
    assert_eq!(
        problems(&file),
        [
            "2 id id_invalid",
            "2 dimension dimension_unknown",
            "2 clause clause_unknown",
            "2 critical not_yes_no",
            "2 text.zh language_missing",
        ]
    );
    workbook(&sheet, &[["id", "weather", "text_en", "text_zh", "", ""]]);
    let file = desk.call("question_pack_read", read(&sheet));
    assert!(
        problems(&file).contains(&"1 dimension field_missing".to_owned()),
        "{file}"
    );
}

#[test]
fn a_question_removed_in_the_middle_of_an_audit_keeps_its_answer() {
    let (mut desk, folder, system) = Desk::office("Loan scoring");
    let path = folder.path().join("grid.toml");
    fs::write(&path, PACK).unwrap();
    desk.call("question_pack_save", read(&path));
    let audit = start(&mut desk, &system, scope(&[], &["grid"]), true);
    judge(&mut desk, &audit, |_| "conforms");
    let shorter = PACK.split("[[question]]\nid = \"g-02\"").next().unwrap();
    fs::write(&path, shorter.replace("told apart", "kept apart")).unwrap();
    desk.call("question_pack_save", read(&path));
    let now = items(&get(&mut desk, &audit));
    assert_eq!(now[0]["marks"], json!(["question_changed"]));
    assert_eq!(now[1]["marks"], json!(["question_removed"]));
    assert_eq!(now[1]["item"]["result"], "conforms");
    assert_eq!(now[1]["asked"]["text"]["en"], "Does it stop?");
    close(&mut desk, &audit);
    let next = start(&mut desk, &system, scope(&[], &["grid"]), true);
    assert_eq!(reopened(&next), [Some("question_changed".to_owned())]);
    judge(&mut desk, &next, |_| "fails");
    let next = close(&mut desk, &next);
    let compared = desk.call(
        "audit_compare",
        json!({ "audit": next["audit"]["id"], "with": null }),
    );
    assert_eq!(
        counts(&compared),
        [
            ("question_changed".to_owned(), 1),
            ("not_compared".to_owned(), 1)
        ]
        .into()
    );
    let gone = scope(&["safety"], &["weather"]);
    let request = json!({ "system": system, "period": period(), "due": "2026-12-31", "scope": gone, "carry": true });
    assert_eq!(
        refused(&mut desk, "audit_start", &request),
        "audit-pack-unknown"
    );
}

#[test]
fn a_closed_audit_feeds_clause_b_of_the_next_assessment_as_proposals() {
    let (mut desk, _folder, system) = Desk::office("Loan scoring");
    let results = [
        "conforms",
        "partly",
        "fails",
        "not_tested",
        "not_applicable",
        "conforms",
        "conforms",
    ];
    audited(&mut desk, &system, |place| results[place]);
    let view = desk.assessment(&system, "public-chatbot");
    let id = view["assessment"]["id"].clone();
    let proposal = |desk: &mut Desk, question: &str| {
        let view = desk.call("assessment_get", json!({ "id": id }));
        let all = view["questions"].as_array().unwrap().iter();
        let mut found = all.filter(|q| q["question"] == question);
        found.next().unwrap()["proposal"].clone()
    };
    let safety = |n: usize| format!("b-sa-{n:02}");
    let told: Vec<Value> = (1..=7)
        .map(|n| proposal(&mut desk, &safety(n))["value"].clone())
        .collect();
    assert_eq!(told[..3], [json!("met"), json!("partly"), json!("not_met")]);
    assert_eq!(told[4], "na");
    let args = &proposal(&mut desk, "b-sa-01");
    assert_eq!(
        (&args["code"], &args["args"]["result"]),
        (&json!("audit"), &json!("conforms"))
    );
    let answer = desk.call("assessment_get", json!({ "id": id }));
    let answered = answer["questions"].as_array().unwrap().iter();
    assert!(
        answered
            .filter(|q| q["question"] == "b-sa-01")
            .all(|q| q["answer"]["value"].is_null())
    );
    new_version(&mut desk, &system, "3");
    let changed = proposal(&mut desk, "b-sa-01");
    assert_eq!(
        (&changed["value"], &changed["code"]),
        (&json!("unknown"), &json!("audit-changed"))
    );
    assert_eq!(changed["args"]["mark"], "system_changed");
    assert_eq!(proposal(&mut desk, "b-sa-03")["value"], "not_met");
}

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
