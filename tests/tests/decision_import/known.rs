//! What is new in a file and what the log has already.

use crate::office::{Office, PLAIN, plain};
use serde_json::{Value, json};

#[test]
fn an_overlapping_export_adds_only_what_is_new() {
    let mut office = Office::new();
    let first = office.file("october.csv", PLAIN);
    office.import(&first, &plain()).unwrap();
    let longer = format!(
        "{PLAIN}2026-11-03 11:00:00,A-4,grant,grant\n2026-11-03 11:00:00,A-4,grant,grant\n"
    );
    let second = office.file("november.csv", longer);
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!(
        (&done["fresh"], &done["known"], &done["repeated"]),
        (&json!(1), &json!(3), &json!(1))
    );
    assert_eq!(office.total(), 4);
    // A corrected record is still the one that the file speaks of.
    let request = json!({ "filter": { "system": office.system, "caseText": "A-2" }, "limit": 1 });
    let row = office.desk.call("decision_list", request)["decisions"][0]["decision"].clone();
    let mut entry = row["facts"].clone();
    entry["caseKey"] = json!("A-2b");
    entry["reasonCode"] = json!("wrong-fact");
    office.desk.call(
        "decision_correct",
        json!({ "id": row["id"], "entry": entry }),
    );
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(4)));
    assert_eq!(done["import"], Value::Null);
    assert_eq!(office.total(), 4);
}

#[test]
fn a_busy_day_is_told_apart_as_well_as_a_moment() {
    let mut office = Office::new();
    let minute = |minute: usize| format!("2026-11-01 {:02}:{:02}", minute / 60, minute % 60);
    let row = |number: usize| format!("{},B-{number},stop,go\n", minute(number));
    let day = |rows: usize| (0..rows).map(row).collect::<String>();
    let bare = |rows: usize| format!("{},,stop,go\n", minute(30)).repeat(rows);
    let heading = "Time,Case,AI,Person\n";
    let first = office.file("first.csv", format!("{heading}{}{}", day(200), bare(2)));
    let done = office.import(&first, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(202), &json!(0)));
    let second = office.file("second.csv", format!("{heading}{}{}", day(300), bare(3)));
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(101), &json!(202)));
    let done = office.import(&second, &plain()).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(0), &json!(303)));
    assert_eq!(office.total(), 303);
}

#[test]
fn alike_records_without_a_case_number_are_taken_as_often_as_the_file_holds_them() {
    let mut office = Office::new();
    let mut mapping = plain();
    mapping["columns"]
        .as_object_mut()
        .unwrap()
        .remove("caseKey");
    let text = "Time,AI,Person\n2026-11-01,stop,go\n2026-11-01,stop,go\n2026-11-01,stop,stop\n";
    let first = office.file("first.csv", text);
    let done = office.import(&first, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["repeated"]), (&json!(3), &json!(0)));
    let second = office.file("second.csv", format!("{text}2026-11-01,stop,go\n"));
    let done = office.import(&second, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(1), &json!(3)));
}
