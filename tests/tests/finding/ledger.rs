//! The rectification ledger: out, filled in with a spreadsheet program, and in again.

use crate::office::Office;
use assay_exchange::table::{Cell, Table, read, write_xlsx};
use serde_json::{Value, json};

/// Writes the ledger and reads it as a spreadsheet program would.
fn written(office: &mut Office, locale: &str) -> Table {
    let path = office.path("ledger.xlsx");
    office.desk.call(
        "finding_ledger_write",
        json!({ "path": path, "locale": locale, "system": null }),
    );
    read(&std::fs::read(path).unwrap()).unwrap()
}

/// Changes a cell of a row by its heading.
fn set(table: &mut Table, row: usize, heading: &str, value: &str) {
    let place = table
        .columns
        .iter()
        .position(|column| column == heading)
        .unwrap_or_else(|| panic!("{heading} is none of {:?}", table.columns));
    value.clone_into(&mut table.rows[row].cells[place]);
}

fn save(office: &Office, table: &Table) -> String {
    let rows: Vec<Vec<Cell>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().cloned().map(Cell::Text).collect())
        .collect();
    let path = office.path("filled.xlsx");
    std::fs::write(&path, write_xlsx(&table.columns, &rows).unwrap()).unwrap();
    path
}

fn asked(path: &str) -> Value {
    json!({ "path": path, "sha256": null })
}

/// Two findings: one being remedied with two actions, one open without any.
fn two(office: &mut Office) -> (Value, Value) {
    let first = office.finding("h-01");
    office.action(&first, "Wang", json!("2026-12-01"));
    office.action(&first, "=Li", json!("2026-12-15"));
    office.step(&first, "start_remedy", "");
    (first, office.finding("h-02"))
}

#[test]
fn the_ledger_lists_every_finding_with_its_actions_and_changes_nothing_as_it_is() {
    let mut office = Office::new();
    two(&mut office);
    for (locale, title) in [("en", "Finding"), ("zh-CN", "审计发现")] {
        let table = written(&mut office, locale);
        assert_eq!(table.rows.len(), 3);
        assert!(table.columns.iter().any(|column| column == title));
        let path = save(&office, &table);
        let check = office.desk.call("finding_ledger_check", asked(&path));
        assert_eq!(check["rows"], 3);
        assert_eq!(check["changes"], json!([]), "{locale}");
        assert_eq!(check["problems"], json!([]), "{locale}");
        let done = office.desk.call("finding_ledger_take", asked(&path));
        assert_eq!(done, json!({ "findings": 0, "actions": 0 }));
    }
}

#[test]
fn changed_states_dates_and_remarks_are_shown_first_and_then_taken_together() {
    let mut office = Office::new();
    let (first, _) = two(&mut office);
    let mut table = written(&mut office, "zh-CN");
    let mut rows: Vec<usize> = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        if row.cells.iter().any(|cell| first["id"] == **cell) {
            rows.push(place);
        }
    }
    assert_eq!(rows.len(), 2);
    for row in &rows {
        set(&mut table, *row, "事项状态", "已完成");
        set(&mut table, *row, "事项备注", "日志已开启");
        set(&mut table, *row, "期限", "2026/12/20");
        set(&mut table, *row, "发现状态", "待验证");
    }
    let path = save(&office, &table);
    let check = office.desk.call("finding_ledger_check", asked(&path));
    assert_eq!(check["problems"], json!([]));
    let changes = check["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 7, "three for each action, one step: {check}");
    let state = changes.iter().find(|change| change["field"] == "state");
    let state = state.unwrap();
    assert_eq!(
        (&state["before"], &state["after"]),
        (&json!("in_remedy"), &json!("to_verify"))
    );
    assert_eq!(
        office.get(&first)["row"]["state"],
        "in_remedy",
        "only looked at"
    );

    let request = json!({ "path": path, "sha256": check["sha256"] });
    let done = office.desk.call("finding_ledger_take", request.clone());
    assert_eq!(done, json!({ "findings": 1, "actions": 2 }));
    let now = office.get(&first);
    assert_eq!(now["row"]["state"], "to_verify");
    for row in now["actions"].as_array().unwrap() {
        let facts = &row["action"]["facts"];
        assert_eq!(facts["state"], "done");
        assert_eq!(facts["due"], "2026-12-20");
        assert_eq!(facts["note"], "日志已开启");
    }
    let whole = office.desk.call("workspace_check", json!({}));
    assert_eq!(whole["ok"], true, "{whole}");
    // The same file a second time is out of date, row by row.
    let again = office.desk.call("finding_ledger_check", asked(&path));
    let problems = again["problems"].as_array().unwrap();
    assert!(
        problems
            .iter()
            .all(|problem| problem["code"] == "ledger-stale")
    );
    assert_eq!(problems.len(), 2);
    assert_eq!(
        office.desk.refused("finding_ledger_take", request),
        "ledger-refused"
    );
}

#[test]
fn one_wrong_value_takes_nothing_and_is_named_by_row_and_column() {
    let mut office = Office::new();
    let (first, second) = two(&mut office);
    let good = written(&mut office, "en");
    let row_of = |finding: &Value| {
        good.rows
            .iter()
            .position(|row| row.cells.iter().any(|cell| finding["id"] == **cell))
            .unwrap()
    };
    let (of_first, of_second) = (row_of(&first), row_of(&second));
    for (row, heading, value, code) in [
        (of_first, "Due", "soon", "ledger-date"),
        (
            of_first,
            "State of the action",
            "finished-ish",
            "ledger-word",
        ),
        (of_first, "State of the action", "Dropped", "ledger-dropped"),
        (of_first, "Action id", "17", "ledger-action"),
        (of_first, "Action revision", "9", "ledger-stale"),
        (of_first, "Finding id", "17", "ledger-finding"),
        (of_first, "State of the finding", "Closed", "ledger-step"),
        (
            of_first,
            "State of the finding",
            "Accepted for a time",
            "ledger-accept",
        ),
        (
            of_first,
            "State of the finding",
            "To be verified",
            "ledger-finding-actions-running",
        ),
        (
            of_second,
            "State of the finding",
            "Being remedied",
            "ledger-finding-action-missing",
        ),
    ] {
        let mut table = good.clone();
        // Something that could be taken stands beside it.
        let other = (0..3).find(|place| *place != row).unwrap();
        if row == of_second {
            set(&mut table, other, "Remark on the action", "goes on");
        }
        set(&mut table, row, heading, value);
        let path = save(&office, &table);
        let check = office.desk.call("finding_ledger_check", asked(&path));
        let problem = &check["problems"][0];
        assert_eq!(problem["code"], code, "{heading} {value}: {check}");
        assert_eq!(problem["line"], row as u64 + 2, "{heading} {value}");
        let refused = office.desk.refused("finding_ledger_take", asked(&path));
        assert_eq!(refused, "ledger-refused");
        let now = office.get(&first);
        assert_eq!(now["row"]["finding"]["revision"], 2);
        for row in now["actions"].as_array().unwrap() {
            assert_eq!(row["action"]["revision"], 1);
        }
    }
}

#[test]
fn a_file_that_is_no_ledger_or_changed_since_the_look_is_refused() {
    let mut office = Office::new();
    two(&mut office);
    let path = office.path("other.csv");
    std::fs::write(&path, "name,state\na,open\n").unwrap();
    assert_eq!(
        office.desk.refused("finding_ledger_check", asked(&path)),
        "ledger-not-one"
    );
    let table = written(&mut office, "en");
    let path = save(&office, &table);
    let request = json!({ "path": path, "sha256": "0".repeat(64) });
    assert_eq!(
        office.desk.refused("finding_ledger_take", request),
        "ledger-changed"
    );
    let missing = asked(&office.path("missing.xlsx"));
    assert_eq!(
        office.desk.refused("finding_ledger_check", missing),
        "file-missing"
    );
}
