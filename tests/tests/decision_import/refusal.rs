//! What is refused, by line and column or as a whole, with not one row more than before.

use crate::office::{Office, PLAIN, codes, many, plain, texts};
use assay_api::l10n::Locale;
use assay_tests::terminal;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::process::Command;
use tempfile::TempDir;

#[test]
fn bad_rows_are_listed_by_line_and_column_and_the_list_can_be_saved() {
    let mut office = Office::new();
    let text = "Time,Case,AI,Person,Latency,Score,Why,Harm,Output\n\
        0001-01-01,1,a,a,,,,,\n9999-12-31,2,a,a,,,,,\n2026-11-01,3,a,a,-5,,,,\n2026-11-01,4,a,a,,1.5,,,\n\
        2026-11-01,5,a,b,,,whim,,\n2026-11-01,6,a,a,,,,9,\nsoon,7,a,a,,,,,\n2026-11-01 25:00,8,a,a,,,,,\n\
        ,9,a,a,,,,,\n2026-11-01,10,a,a,x,,,,\n2026-11-01,11,a,a,,,,,2026-11-02\n2026-11-01,12,a,a,,,,,,surplus\n";
    let path = office.file("export.csv", text);
    let mut mapping = plain();
    for (field, heading) in [
        ("latencyMs", "Latency"),
        ("aiConfidence", "Score"),
        ("reasonCode", "Why"),
        ("harmIfWrong", "Harm"),
        ("aiAt", "Output"),
    ] {
        mapping["columns"][field] = json!([heading]);
    }
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(refused["phase"], "refused");
    assert_eq!(
        codes(&refused),
        [
            (2, "Time", "too-early"),
            (3, "Time", "future"),
            (4, "Latency", "negative"),
            (5, "Score", "out-of-range"),
            (6, "Why", "unknown-reason"),
            (7, "Harm", "out-of-range"),
            (8, "Time", "no-date"),
            (9, "Time", "no-time"),
            (10, "Time", "blank"),
            (11, "Latency", "no-number"),
            (12, "Output", "before-result"),
            (13, "", "too-many-values"),
        ]
    );
    assert_eq!(office.total(), 0);
    let list = office.folder.path().join("problems.csv");
    office.desk.call(
        "decision_import_problems_save",
        json!({ "path": list, "format": "csv" }),
    );
    let saved = std::fs::read_to_string(list).unwrap();
    assert!(saved.contains("\r\n4,Latency,negative,'-5\r\n"), "{saved}");
    assert_eq!(saved.lines().count(), 13);
}

#[test]
fn a_file_of_another_system_is_noticed() {
    let mut office = Office::new();
    let text = "System,Time,Case,AI,Person\nBenefit triage,2026-11-01,1,a,a\nLoan triage,2026-11-01,2,a,a\n";
    let path = office.file("export.csv", text);
    let mut mapping = plain();
    mapping["columns"]["system"] = json!(["System"]);
    let refused = office.import(&path, &mapping).unwrap();
    assert_eq!(codes(&refused), [(3, "System", "other-system")]);
    assert_eq!(office.total(), 0);
}

#[test]
fn a_file_that_is_wrong_as_a_whole_is_a_sentence_and_leaves_nothing() {
    let mut office = Office::new();
    let mut rows = String::from("Time,Case,AI,Person\n");
    for row in 0..20_000 {
        writeln!(
            rows,
            "2026-10-{:02} 09:00:00,A-{row},grant,grant",
            1 + row % 28
        )
        .unwrap();
    }
    let open = format!("{rows}2026-11-01,\"B,grant,grant\n2026-11-02,C,grant,grant\n");
    let two_hundred: String = (0..200).map(|column| format!("c{column},")).collect();
    let cut = {
        let mut bytes = rows.clone().into_bytes();
        bytes.extend(b"2026-11-01,\xe5\xa4,grant,grant\n");
        [b"\xef\xbb\xbf".to_vec(), bytes].concat()
    };
    for (name, bytes, code) in [
        ("open.csv", open.into_bytes(), "table-open-quote"),
        ("empty.csv", Vec::new(), "table-empty"),
        ("blank.csv", b"\n\n  \n".to_vec(), "table-empty"),
        (
            "twice.csv",
            b"Time,Time\n1,2\n".to_vec(),
            "table-heading-twice",
        ),
        ("nul.csv", b"Time,Ca\0se\n".to_vec(), "table-nul"),
        (
            "wide.csv",
            format!("{two_hundred}\n").into_bytes(),
            "import-column-missing",
        ),
        ("cut.csv", cut, "table-encoding"),
        (
            "broken.xlsx",
            b"PK\x03\x04 not really".to_vec(),
            "table-unreadable",
        ),
    ] {
        let path = office.file(name, bytes);
        assert_eq!(office.failure(&path, &plain()).code, code, "{name}");
        assert_eq!(office.total(), 0, "{name}");
    }
    let missing = office.folder.path().join("missing.csv");
    assert_eq!(office.failure(&missing, &plain()).code, "file-missing");
    let open = office.folder.path().join("open.csv");
    let mut asked = plain();
    asked["source"] = json!({ "encoding": "klingon", "delimiter": "", "sheet": "" });
    assert_eq!(office.failure(&open, &asked).code, "table-encoding-unknown");
    asked["source"] = json!({ "encoding": "", "delimiter": "ab", "sheet": "" });
    assert_eq!(office.failure(&open, &asked).code, "table-delimiter");
    assert_eq!(office.desk.call("workspace_check", json!({}))["ok"], true);
}

#[test]
fn lines_of_json_are_recognised_and_what_is_cut_is_no_empty_file() {
    let mut office = Office::new();
    let line = "{\"Time\":\"2026-11-01\",\"Case\":\"A\",\"AI\":\"x\",\"Person\":\"x\"}\n";
    for (text, line) in [(&line[..40], "1"), ("\n\n{\"Time\n{", "3")] {
        let path = office.file("cut.jsonl", text);
        let error = office.failure(&path, &plain());
        assert_eq!(
            (error.code.as_str(), error.args["line"].as_str()),
            ("table-not-an-object", line)
        );
    }
    let path = office.file("cut.jsonl", format!("{{\n{line}"));
    let refused = office.import(&path, &plain()).unwrap();
    assert_eq!(codes(&refused), [(1, "", "not-an-object")]);
    for before in ["\u{feff}", "\n \n", "\u{feff}\r\n"] {
        let mut office = Office::new();
        let path = office.file("marked.jsonl", format!("{before}{line}"));
        assert_eq!(
            office.import(&path, &plain()).unwrap()["fresh"],
            1,
            "{before:?}"
        );
    }
}

#[test]
fn what_is_no_plain_file_is_refused_and_not_waited_for() {
    let mut office = Office::new();
    for path in assay_tests::no_plain_files(office.folder.path()) {
        let plan = office.plan(&path, &plain());
        for (command, request) in [
            (
                "decision_import_read",
                json!({ "system": office.system, "path": path }),
            ),
            ("decision_import_preview", plan.clone()),
            (
                "decision_import_start",
                json!({ "plan": plan, "trial": false }),
            ),
            ("mapping_read", json!({ "path": path })),
        ] {
            let code = if path.is_dir() {
                "file-folder"
            } else {
                "file-none"
            };
            assert_eq!(office.desk.refused(command, request), code, "{command}");
        }
    }
}

#[test]
fn a_nul_character_in_a_row_is_a_bad_row() {
    let mut office = Office::new();
    let path = office.file(
        "nul.csv",
        b"Time,Case,AI,Person\n2026-11-01,A,gr\0ant,grant\n",
    );
    let refused = office.import(&path, &plain()).unwrap();
    assert_eq!(codes(&refused), [(2, "", "nul")]);
}

#[test]
fn a_table_of_two_hundred_columns_is_taken_by_those_that_are_mapped() {
    let mut office = Office::new();
    let more: String = (0..196).map(|column| format!(",c{column}")).collect();
    let cells: String = (0..196).map(|column| format!(",{column}")).collect();
    let path = office.file(
        "wide.csv",
        format!("Time,Case,AI,Person{more}\n2026-11-01,A,grant,grant{cells}\n"),
    );
    assert_eq!(office.import(&path, &plain()).unwrap()["fresh"], 1);
}

#[test]
fn a_file_of_two_gigabytes_is_refused_before_it_is_read() {
    let mut office = Office::new();
    let path = office.file("huge.csv", PLAIN);
    // The rest of the file is a hole and takes no room.
    std::fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(2 << 30)
        .unwrap();
    let error = office.failure(&path, &plain());
    assert_eq!(
        (error.code.as_str(), error.args["size"].as_str()),
        ("table-too-long", "2147483648")
    );
    assert_eq!(office.total(), 0);
}

#[test]
fn reading_and_importing_need_an_open_workspace_and_a_role() {
    let mut office = Office::new();
    let path = office.file("export.csv", PLAIN);
    let plan = office.plan(&path, &plain());
    office.desk.call("workspace_lock", json!({}));
    for (command, request) in [
        (
            "decision_import_start",
            json!({ "plan": plan, "trial": false }),
        ),
        ("decision_import_step", json!({})),
        ("decision_import_cancel", json!({})),
        ("decision_import_list", json!({ "system": null })),
    ] {
        assert_eq!(
            office.desk.refused(command, request),
            "workspace-closed",
            "{command}"
        );
    }
}

/// A disk of its own that is nearly full, a workspace on it, and a file that does not fit in.
const FULL_DISK: &str = r#"
    mount -t tmpfs -o size=60m tmpfs "$1" || exit 77
    export HOME="$1" ASSAY_STATE="$2/state" ASSAY_PASSPHRASE="a long first sentence"
    "$3" new "$1/office.assay" --organisation Office --person Lead >"$2/said" || exit 78
    "$3" system add "$1/office.assay" --name Triage --reference T >"$2/said" || exit 79
    head -c 50000000 /dev/zero > "$1/ballast" || exit 81
    "$3" decision import "$1/office.assay" "$4" --system T --mapping "$5" && exit 80
    rm "$1/ballast"
    "$3" decision counts "$1/office.assay" --json
    "$3" decision imports "$1/office.assay" --json
    "$3" check "$1/office.assay" --json
    head -n 2000 "$4" > "$2/fewer.csv"
    "$3" decision import "$1/office.assay" "$2/fewer.csv" --system T --mapping "$5" --json
"#;

#[test]
fn a_full_disk_in_the_middle_is_a_sentence_and_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let office = Office::new();
    let path = many(&office, 60_000);
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mapping = folder.path().join("mapping.toml");
    let toml = "format = 1\nname = \"Many\"\n[columns]\ndecidedAt = [\"Time\"]\ncaseKey = [\"Case\"]\n\
        aiOutput = [\"AI\"]\nhumanFinal = [\"Person\"]\n[rule]\nkind = \"differs\"\n";
    std::fs::write(&mapping, toml).unwrap();
    let output = Command::new("unshare")
        .args([
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            FULL_DISK,
            "sh",
        ])
        .args([disk.as_path(), folder.path()])
        .arg(terminal::program())
        .args([path.as_path(), &mapping])
        .output();
    let output = match output {
        Ok(output) if !matches!(output.status.code(), Some(1 | 77)) => output,
        other => {
            return assay_tests::skip(&format!("no disk of its own could be mounted: {other:?}"));
        }
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let full = texts(Locale::En).get("err-disk-full", &[]);
    assert!(complaint.contains(&full), "{complaint}");
    let said = String::from_utf8(output.stdout).unwrap();
    let answers = serde_json::Deserializer::from_str(&said).into_iter::<Value>();
    let answers: Vec<Value> = answers.map(Result::unwrap).collect();
    let [counts, imports, check, fewer] = &answers[..] else {
        panic!("{said}");
    };
    assert_eq!(
        (&counts["total"], &imports["imports"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(
        (&check["ok"], &fewer["fresh"]),
        (&json!(true), &json!(1_999))
    );
}
