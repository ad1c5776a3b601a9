//! What the log says after imports, from the columns kept, page by page and in an assessment.

use crate::office::{Office, PLAIN, plain};
use assay_domain::id::SystemId;
use assay_domain::stats::figures::{DaySpan, FigureSettings, figures};
use assay_domain::stats::log::Log;
use assay_domain::time::{Date, Month, Timestamp};
use assay_store::Store;
use assay_tests::desk::PASSPHRASE;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Compares the columns that are kept of each month with the records; returns the rows of the kept ones.
fn kept_columns(office: &mut Office) -> Vec<usize> {
    office.desk.call("workspace_lock", json!({}));
    let path = office.folder.path().join("office.assay");
    let system: SystemId = office.system.parse().unwrap();
    let store = Store::open(
        &path,
        &PASSPHRASE.into(),
        None,
        Box::new(|bytes| bytes.fill(7)),
    )
    .unwrap();
    let mut rows = Vec::new();
    let (from, to) = (date("2026-09-01"), date("2026-11-30"));
    let period = DaySpan {
        from,
        to,
        start: moment("2026-09-01"),
        end: moment("2026-12-01"),
    };
    let mut month = Month::of(moment("2026-09-01"));
    while month.start() < moment("2026-12-01") {
        let (kept, made) = store
            .read(|read| {
                Ok::<_, assay_store::Error>((
                    read.decision_blocks().get(system, month)?,
                    read.decisions().columns(system, month)?,
                ))
            })
            .unwrap();
        if let Some(kept) = &kept {
            let shown = |log: &Log| {
                figures(
                    log,
                    std::slice::from_ref(&period),
                    &[],
                    &FigureSettings::default(),
                )
            };
            assert_eq!(kept.len(), made.len());
            assert_eq!(json!(shown(kept)), json!(shown(&made)));
        }
        rows.push(kept.map_or(0, |log| log.len()));
        month = month.next();
    }
    store.close().unwrap();
    office.desk.open(&path, PASSPHRASE);
    rows
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(&format!("{text}T00:00:00Z")).unwrap()
}

#[test]
fn the_columns_that_are_kept_say_the_same_as_the_records() {
    let mut office = Office::new();
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..9_000 {
        let (month, day) = (9 + row / 3_000, 2 + row % 20);
        let last = if row % 7 == 0 { "refuse" } else { "grant" };
        writeln!(
            text,
            "2026-{month:02}-{day:02} 09:{:02}:00,A-{row},grant,{last}",
            row % 60
        )
        .unwrap();
    }
    let path = office.file("export.csv", text);
    let import = office.import(&path, &plain()).unwrap();
    assert_eq!(kept_columns(&mut office), [3_000, 3_000, 3_000]);

    // One more record in October, a correction in November: both months are made again when needed.
    let entry = |case: &str, at: &str| {
        json!({
            "system": office.system, "decidedAt": at, "caseKey": case, "aiOutput": "grant",
            "humanFinal": "refuse", "disposition": "overridden", "reasonCode": "wrong-fact",
        })
    };
    let added = entry("hand", "2026-10-05T10:00");
    let corrected = entry("A-6007", "2026-11-09T09:07");
    office.desk.call("decision_add", json!({ "entry": added }));
    let request =
        json!({ "filter": { "system": office.system, "caseText": "A-6007" }, "limit": 1 });
    let id = office.desk.call("decision_list", request)["decisions"][0]["decision"]["id"].clone();
    office
        .desk
        .call("decision_correct", json!({ "id": id, "entry": corrected }));
    assert_eq!(kept_columns(&mut office), [3_000, 0, 0]);
    let request = json!({ "system": office.system, "from": "2026-09-01", "to": "2026-11-23" });
    let stats = office.desk.call("decision_stats", request.clone());
    assert_eq!(
        stats["figures"]["counts"]["records"], 9_001,
        "{}",
        stats["figures"]["counts"]
    );
    assert_eq!(kept_columns(&mut office), [3_000, 3_001, 3_000]);
    assert_eq!(office.desk.call("decision_stats", request.clone()), stats);

    // A second import joins what is there; one that is taken back leaves the months to be made again.
    let second = office.file(
        "more.csv",
        "Time,Case,AI,Person\n2026-09-10,B-1,grant,grant\n",
    );
    let second = office.import(&second, &plain()).unwrap();
    assert_eq!(kept_columns(&mut office), [3_001, 3_001, 3_000]);
    office
        .desk
        .call("decision_import_undo", json!({ "id": second["import"] }));
    office.finish().unwrap();
    assert_eq!(kept_columns(&mut office), [0, 0, 0]);
    let again = office.desk.call("decision_stats", request);
    assert_eq!(again["figures"], stats["figures"]);
    assert!(import["import"].is_string());
}

#[test]
fn a_page_anywhere_in_the_log_is_the_one_that_paging_comes_to() {
    let mut office = Office::new();
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..9_000 {
        // Many records of one second, and months of different size.
        let (month, day) = (if row < 2_500 { 9 } else { 10 + row % 2 }, 2 + row / 7 % 20);
        writeln!(
            text,
            "2026-{month:02}-{day:02} 09:00:{:02},A-{row},grant,grant",
            row % 5
        )
        .unwrap();
    }
    let path = office.file("export.csv", text);
    office.import(&path, &plain()).unwrap();
    let page = |office: &mut Office, filter: &Value, after: Option<&str>, skip: u64| {
        let request = json!({ "filter": filter, "after": after, "skip": skip, "limit": 500 });
        office.desk.call("decision_list", request)
    };
    let ids = |page: &Value| -> Vec<String> {
        let rows = page["decisions"].as_array().unwrap().iter();
        rows.map(|row| row["decision"]["id"].as_str().unwrap().to_owned())
            .collect()
    };
    for days in [
        json!({}),
        json!({ "from": "2026-09-05", "to": "2026-11-10" }),
    ] {
        let mut filter = days;
        filter["system"] = json!(office.system);
        let mut all = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let found = page(&mut office, &filter, after.as_deref(), 0);
            all.extend(ids(&found));
            match found["next"].as_str() {
                Some(next) => after = Some(next.to_owned()),
                None => break,
            }
        }
        let last = all.len() as u64;
        for skip in [
            0,
            1,
            1_999,
            2_001,
            2_500,
            4_321,
            6_499,
            6_500,
            6_501,
            last - 3,
            last,
            last + 9,
        ] {
            let skip_to = usize::try_from(skip).unwrap().min(all.len());
            let expected: Vec<String> = all[skip_to..].iter().take(500).cloned().collect();
            assert_eq!(
                ids(&page(&mut office, &filter, None, skip)),
                expected,
                "{filter} {skip}"
            );
        }
    }
    // A changed month is made again on the way.
    let entry = json!({
        "system": office.system, "decidedAt": "2026-10-05T10:00", "caseKey": "hand", "aiOutput": "grant",
        "humanFinal": "grant", "disposition": "accepted",
    });
    let added = office.desk.call("decision_add", json!({ "entry": entry }));
    let filter = json!({ "system": office.system });
    let later = page(&mut office, &filter, None, 5_000);
    assert_eq!(ids(&later).len(), 500);
    assert_eq!(office.total(), 9_001);
    assert!(added["id"].is_string());
}

#[test]
fn what_the_log_says_in_an_assessment_follows_every_change_of_it() {
    let mut office = Office::new();
    let system = office.system.clone();
    let id = office.desk.assessment(&system, "public-chatbot")["assessment"]["id"].clone();
    let proposals = |office: &mut Office| -> Vec<Value> {
        let view = office.desk.call("assessment_get", json!({ "id": id }));
        let questions = view["questions"].as_array().unwrap().iter();
        questions
            .map(|question| question["proposal"].clone())
            .collect()
    };
    let nothing = proposals(&mut office);
    assert_eq!(proposals(&mut office), nothing);
    let path = office.file("export.csv", PLAIN);
    let import = office.import(&path, &plain()).unwrap()["import"].clone();
    let some = proposals(&mut office);
    assert_ne!(some, nothing, "records of the period are there now");
    office
        .desk
        .call("decision_import_undo", json!({ "id": import }));
    office.finish().unwrap();
    assert_eq!(proposals(&mut office), nothing);
    let entry = json!({
        "system": system, "decidedAt": "2026-11-01T09:00", "aiOutput": "grant", "humanFinal": "grant",
        "disposition": "accepted",
    });
    office.desk.call("decision_add", json!({ "entry": entry }));
    assert_ne!(proposals(&mut office), nothing);
}
