//! From the words of a source to ours: mappings, rules, expressions.

use crate::office::{Office, PLAIN, codes, plain, spoken};
use assay_tests::terminal::Terminal;
use serde_json::{Value, json};

#[test]
fn words_of_the_source_become_ours_and_reviewers_pseudonyms() {
    let mut office = Office::new();
    let text = "When,No,Model said,Clerk said,What,Why,Clerk\n\
        2026-11-01,1,1.0,0,abgelehnt,F7,Schicht Nord\n2026-11-01,2,0,0,ok,,Schicht Nord\n2026-11-01,3,1,1,ok,,Schicht Süd\n";
    let path = office.file("export.csv", text);
    let mapping = json!({
        "format": 1, "name": "Export", "content": "decisions",
        "columns": {
            "decidedAt": ["When"], "caseKey": ["No"], "aiOutput": ["Model said"],
            "humanFinal": ["Clerk said"], "disposition": ["What"], "reasonCode": ["Why"], "reviewer": ["Clerk"],
        },
        "constants": { "modelVersion": "2.1" },
        "values": {
            "aiOutput": { "1": "grant", "0": "refuse" }, "humanFinal": { "1": "grant", "0": "refuse" },
            "disposition": { "abgelehnt": "overridden", "ok": "accepted" },
            "reasonCode": { "F7": "wrong-fact" },
        },
    });
    office.import(&path, &mapping).unwrap();
    let mut records = office.records();
    records.sort_by_key(|facts| facts["caseKey"].as_str().unwrap().to_owned());
    assert_eq!(
        (
            &records[0]["aiOutput"],
            &records[0]["humanFinal"],
            &records[0]["reasonCode"]
        ),
        (&json!("grant"), &json!("refuse"), &json!("wrong-fact"))
    );
    assert_eq!(records[0]["modelVersion"], "2.1");
    let reviewer = records[0]["reviewer"].as_str().unwrap();
    assert!(
        reviewer.starts_with("R-") && reviewer.len() == 10,
        "{reviewer}"
    );
    assert_eq!(records[1]["reviewer"], json!(reviewer));
    assert_ne!(records[2]["reviewer"], json!(reviewer));
    // A pseudonym that an export of the log carries back is the same person.
    let again = office.file(
        "again.csv",
        text.replace("Schicht Nord", reviewer)
            .replace("2026-11-01", "2026-11-02"),
    );
    office.import(&again, &mapping).unwrap();
    let back = office.records();
    assert_eq!(
        back.iter()
            .filter(|facts| facts["reviewer"] == json!(reviewer))
            .count(),
        4
    );
}

#[test]
fn an_expression_tells_overrides_and_rows_where_nothing_states_them() {
    let mut office = Office::new();
    let text = "Time,Case,Score,Limit,Arm\n2026-11-01,1,0.8,0.5,1\n2026-11-01,2,0.2,0.5,1\n2026-11-01,3,0.9,0.5,0\n2026-11-01,4,0.55,0.5,1\n";
    let path = office.file("export.csv", text);
    let mut mapping = json!({
        "format": 1, "name": "Export", "content": "decisions", "only": "Arm == 1",
        "columns": { "decidedAt": ["Time"], "caseKey": ["Case"] },
        "rule": { "kind": "expression", "overridden": "Score - Limit > 0.1", "modified": "Score > Limit" },
    });
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!((&done["fresh"], &done["leftOut"]), (&json!(3), &json!(1)));
    let mut records = office.records();
    records.sort_by_key(|facts| facts["caseKey"].as_str().unwrap().to_owned());
    let dispositions: Vec<&Value> = records.iter().map(|facts| &facts["disposition"]).collect();
    assert_eq!(
        dispositions,
        [&json!("overridden"), &json!("accepted"), &json!("modified")]
    );
    for (text, code) in [
        ("Score >", "mapping-expression"),
        ("Skore > 1", "import-column-missing"),
    ] {
        mapping["rule"]["overridden"] = json!(text);
        assert_eq!(office.failure(&path, &mapping).code, code);
    }
    mapping["rule"]["overridden"] = json!("Score > \"x\"");
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(refused["problemCount"], 3);
    assert_eq!(codes(&refused)[0].2, "undecided");
}

#[test]
fn numbers_differ_by_their_value_in_the_file_s_own_notation() {
    let text = "Time;Case;AI;Person\n2026-11-01;1;3,5;3,50\n2026-11-02;2;1.250;1250,0\n\
        2026-11-03;3;-0,0;0\n2026-11-04;4;3,5;3,51\n2026-11-05;5;35;3,5\n";
    let mut office = Office::new();
    let path = office.file("adjusted.csv", text);
    let mut mapping = plain();
    mapping["reading"]["decimalComma"] = json!(true);
    office.import(&path, &mapping).unwrap();
    let counts = office.desk.call("decision_counts", json!({}));
    assert_eq!(
        (&counts["total"], &counts["overrides"]),
        (&json!(5), &json!(2))
    );
}

#[test]
fn a_mapping_is_kept_for_its_source_and_travels_as_a_file() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let mut mapping = plain();
    mapping["name"] = json!("  ");
    let unnamed = json!({ "system": office.system, "mapping": mapping });
    assert_eq!(
        office.desk.refused("mapping_save", unnamed),
        "mapping-name-empty"
    );
    office.desk.call(
        "mapping_save",
        json!({ "system": office.system, "mapping": plain() }),
    );
    let read = office.desk.call(
        "decision_import_read",
        json!({ "system": office.system, "path": path }),
    );
    assert_eq!(
        (&read["remembered"], &read["mapping"]["name"]),
        (&json!(true), &json!("Office export"))
    );
    assert_eq!(read["mapping"]["columns"], plain()["columns"]);
    let file = office.folder.path().join("office.toml");
    office.desk.call(
        "mapping_write",
        json!({ "path": file, "mapping": read["mapping"] }),
    );
    let back = office.desk.call("mapping_read", json!({ "path": file }));
    assert_eq!(back, read["mapping"]);
    for (text, code) in [
        (
            "format = 1\nname = \"x\"\ncolour = 3\n",
            "mapping-malformed",
        ),
        ("format = 9\nname = \"x\"\n", "mapping-newer"),
        ("name = \"x\"\n", "mapping-malformed"),
    ] {
        let path = office.file("bad.toml", text);
        let error = office
            .desk
            .try_call("mapping_read", &json!({ "path": path }))
            .unwrap_err();
        spoken(&error);
        assert_eq!(error.code, code, "{text}");
    }
}

#[test]
fn a_mapping_that_leaves_out_what_is_needed_is_refused() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let mut without_time = plain();
    without_time["columns"]
        .as_object_mut()
        .unwrap()
        .remove("decidedAt");
    let mut without_rule = plain();
    without_rule["rule"]["kind"] = json!("stated");
    let mut foreign = plain();
    foreign["columns"]["issued"] = json!(["Case"]);
    let mut zone = plain();
    zone["reading"] = json!({ "timeZone": "Mars/Olympus" });
    let mut noon = plain();
    noon["reading"] = json!({ "timeOfDay": "noon" });
    let mut volumes = plain();
    volumes["content"] = json!("volumes");
    volumes["columns"] = json!({ "period": ["Time"] });
    for (mapping, code) in [
        (without_time, "mapping-field-missing"),
        (without_rule, "mapping-disposition-missing"),
        (foreign, "mapping-field-foreign"),
        (zone, "mapping-setting"),
        (noon, "mapping-setting"),
        (volumes, "mapping-nothing-to-sum"),
    ] {
        assert_eq!(office.failure(&path, &mapping).code, code);
    }
}

#[test]
fn a_strange_value_is_refused_at_its_row_and_never_takes_its_column_away() {
    let mut office = Office::new();
    let text = "Decision time,Case,Disposition,AI decision,Human decision,Confidence,Latency,Test item\n\
        2026-11-01,1,rejected,grant,grant,0.5,10,no\n2026-11-01,2,whatever,grant,grant,NaN,soon,perhaps\n";
    let path = office.file("export.csv", text);
    let read = json!({ "system": office.system, "path": path });
    let mapping = office.desk.call("decision_import_read", read)["mapping"].clone();
    assert_eq!(mapping["rule"]["kind"], "stated");
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(
        codes(&refused),
        [
            (3, "Disposition", "unknown-value"),
            // What has no disposition is not read on.
        ]
    );
    assert_eq!((office.total(), &refused["unused"]), (0, &json!([])));
    let path = office.file("export.csv", text.replace("whatever", "同意"));
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(
        codes(&refused),
        [
            (3, "Confidence", "no-number"),
            (3, "Latency", "no-number"),
            (3, "Test item", "not-yes-or-no"),
        ]
    );
    // Of two columns whose headings say the same, the one is taken whose values fit.
    let text = "Decision time,Case,Action,Status,AI decision,Human decision\n\
        2026-11-01,1,letter,rejected,grant,grant\n2026-11-01,2,call,maybe,grant,grant\n";
    let path = office.file("export.csv", text);
    let read = json!({ "system": office.system, "path": path });
    let mapping = office.desk.call("decision_import_read", read)["mapping"].clone();
    assert_eq!(mapping["columns"]["disposition"], json!(["Status"]));
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(codes(&refused), [(3, "Status", "unknown-value")]);
    assert_eq!(refused["unused"], json!(["Action"]));
}

#[test]
fn the_columns_that_are_not_taken_are_named() {
    let mut office = Office::new();
    let text = "Time,Case,Score,Limit,Arm,Desk,Floor\n2026-11-01,1,0.8,0.5,1,2,3\n";
    let path = office.file("export.csv", text);
    let mut mapping = json!({
        "format": 1, "name": "Export", "content": "decisions", "only": "row[\"Arm\"] == 1",
        "columns": { "decidedAt": ["Time"], "caseKey": ["Case"] },
        "rule": { "kind": "expression", "overridden": "Score > Limit", "modified": "" },
    });
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!(done["unused"], json!(["Desk", "Floor"]));
    mapping["columns"]["category"] = json!(["Desk", "Floor"]);
    let done = office.import(&path, &mapping).unwrap();
    assert_eq!(done["unused"], json!([]));
}

#[test]
fn the_terminal_refuses_a_strange_word_and_names_what_it_does_not_take() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path()).as_person("a long first sentence");
    let new = [
        "new",
        "o.assay",
        "--organisation",
        "Office",
        "--person",
        "Lead",
    ];
    terminal.run(&new).with(0);
    let system = [
        "system",
        "add",
        "o.assay",
        "--name",
        "Triage",
        "--reference",
        "T",
    ];
    terminal.run(&system).with(0);
    let write = |text: &str| std::fs::write(folder.path().join("export.csv"), text).unwrap();
    let import = [
        "decision",
        "import",
        "o.assay",
        "export.csv",
        "--system",
        "T",
    ];
    let head = "Decision time,Case,Disposition,AI decision,Human decision,Desk\n2026-11-01,1,rejected,grant,grant,2\n";
    write(&format!("{head}2026-11-01,2,whatever,grant,grant,2\n"));
    let refused = terminal.run(&import).with(1);
    assert!(refused.out.contains("whatever"), "{refused:?}");
    write(head);
    let done = terminal.run(&import).with(0);
    assert!(done.out.contains("not imported: Desk\n"), "{done:?}");
    let counts = terminal
        .run(&["decision", "counts", "o.assay", "--json"])
        .with(0);
    assert_eq!(counts.json()["overrides"], 1);
    write("Name,Stage,Colour\nPost,in use,red\n");
    let done = terminal
        .run(&["system", "import", "o.assay", "export.csv"])
        .with(0);
    assert!(done.out.contains("not imported: Colour\n"), "{done:?}");
}
