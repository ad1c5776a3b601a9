//! The next audit: what is carried, what reopens, comparison and trend.

use crate::office::{
    audited, carried, close, counts, get, items, judge, new_version, record, refused, reopened,
    scope, start,
};
use assay_tests::desk::Desk;
use serde_json::{Value, json};

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
