//! Totals and exposure.

use crate::office::{Office, codes};
use serde_json::{Value, json};

#[test]
fn totals_and_exposure_are_imported_long_and_wide_and_replace_what_changed() {
    let mut office = Office::new();
    let long = office.file(
        "totals.csv",
        "Month,Issued,Followed,Refused\n2026-09,100,90,10\n2026-10,120,100,20\n",
    );
    let mapping = json!({
        "format": 1, "name": "Totals", "content": "volumes",
        "columns": { "period": ["Month"], "issued": ["Issued"], "accepted": ["Followed"], "overridden": ["Refused"] },
    });
    let done = office.import(&long, &mapping).unwrap();
    assert_eq!(
        (&done["phase"], &done["fresh"]),
        (&json!("imported"), &json!(2))
    );
    let again = office.file(
        "totals.csv",
        "Month,Issued,Followed,Refused\n2026-09,100,90,10\n2026-10,130,110,20\n",
    );
    let done = office.import(&again, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["known"]), (&json!(1), &json!(1)));
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let issued: Vec<&Value> = list["volumes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["volume"]["facts"]["totals"]["issued"])
        .collect();
    assert_eq!(issued, [&json!(130), &json!(100)]);
    office
        .desk
        .call("decision_import_undo", json!({ "id": done["import"] }));
    office.finish().unwrap();
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    assert_eq!(
        list["volumes"][0]["volume"]["facts"]["totals"]["issued"],
        120
    );

    let wide = office.file(
        "hours.csv",
        "Site,SEP 2026,OCT 2026,TOTAL\nNorth,\"1,000.5\",,9\nNorth,10,20,9\nSouth,0,7,9\n",
    );
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": wide }),
    );
    assert_eq!(read["mapping"]["content"], "volumes");
    assert_eq!(
        read["mapping"]["wide"]["columns"],
        json!(["SEP 2026", "OCT 2026"])
    );
    let mut mapping = read["mapping"].clone();
    mapping["columns"]["decisionPoint"] = json!(["Site"]);
    let done = office.import(&wide, &mapping).unwrap();
    assert_eq!(done["fresh"], 3);
    let list = office
        .desk
        .call("volume_list", json!({ "system": office.system }));
    let amounts: Vec<(&str, &str)> = list["volumes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["volume"]["facts"]["decisionPoint"] != "")
        .map(|row| {
            (
                row["volume"]["facts"]["decisionPoint"].as_str().unwrap(),
                row["volume"]["facts"]["exposure"]["amount"]
                    .as_str()
                    .unwrap(),
            )
        })
        .collect();
    assert_eq!(
        amounts,
        [("North", "20"), ("South", "7"), ("North", "1010.5")]
    );
    let bad = office.file("bad.csv", "Month,Issued,Followed,Refused\n2026-09,100,90,20\n2031-01,1,1,0\nsoon,1,1,0\n2026-08,1.5,1,0\n");
    let mut mapping = mapping_of_totals();
    mapping["name"] = json!("Bad");
    let refused = office.import(&bad, &mapping).unwrap();
    let found: Vec<&str> = codes(&refused)
        .into_iter()
        .map(|(_, _, code)| code)
        .collect();
    assert_eq!(found, ["parts", "future", "no-date", "not-whole"]);
}

#[test]
fn an_amount_that_cant_be_kept_as_it_is_is_a_bad_row() {
    let mut office = Office::new();
    let wide = office.file("wide.csv", "Site,SEP 2026,OCT 2026\nNorth,12.7,3\n");
    let mut mapping = json!({
        "format": 1, "name": "By month", "content": "volumes", "columns": {},
        "wide": { "field": "issued", "columns": ["SEP 2026", "OCT 2026"] },
    });
    let refused = office.import(&wide, &mapping).unwrap();
    assert_eq!(codes(&refused), [(2, "SEP 2026", "not-whole")]);
    mapping["wide"]["field"] = json!("exposure");
    mapping["exposure"] = json!({ "unit": "kilometres", "factor": "9000000000000" });
    let refused = office.import(&wide, &mapping).unwrap();
    let codes = codes(&refused);
    assert_eq!(codes[0], (2, "SEP 2026", "out-of-range"));
    assert_eq!(codes.len(), 2);
}

fn mapping_of_totals() -> Value {
    json!({
        "format": 1, "name": "Totals", "content": "volumes",
        "columns": { "period": ["Month"], "issued": ["Issued"], "accepted": ["Followed"], "overridden": ["Refused"] },
    })
}
