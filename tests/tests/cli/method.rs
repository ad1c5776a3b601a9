//! The method in the terminal: what an inspector computes again from standard input.

use assay_tests::terminal::Terminal;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

fn vectors(file: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/grading");
    serde_json::from_slice(&std::fs::read(folder.join(file)).unwrap()).unwrap()
}

/// Writes JSON with the keys of every object in reverse, which means the same.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().rev();
            let parts: Vec<String> = fields
                .map(|(key, value)| format!("{}:{}", json!(key), reversed(value)))
                .collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => format!(
            "[{}]",
            items.iter().map(reversed).collect::<Vec<_>>().join(",")
        ),
        plain => plain.to_string(),
    }
}

/// Computes every vector in one run, and once more with all keys reversed: the same bytes must come out.
fn reproduces(command: &str, vectors: &[Value]) {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let (mut plain, mut turned) = (String::new(), String::new());
    for vector in vectors {
        writeln!(plain, "{}", vector["input"]).unwrap();
        writeln!(turned, "{}", reversed(&vector["input"])).unwrap();
    }
    let ran = terminal
        .run_with(&["method", command, "--lines", "-"], &plain)
        .with(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), vectors.len());
    for (line, vector) in lines.iter().zip(vectors) {
        let found: Value = serde_json::from_str(line).unwrap();
        assert_eq!(found, vector["expected"], "{}", vector["input"]);
    }
    let again = terminal
        .run_with(&["method", command, "--lines", "-"], &turned)
        .with(0);
    assert_eq!(ran.out, again.out);
    let one = terminal
        .run_with(&["method", command, "-"], &reversed(&vectors[0]["input"]))
        .with(0);
    assert_eq!(one.out.trim_end(), lines[0]);
}

#[test]
fn method_grade_reproduces_every_vector_in_any_order_of_keys() {
    let all = vectors("grading-vectors.json");
    reproduces("grade", all["vectors"].as_array().unwrap());
}

#[test]
fn method_clause_level_reproduces_every_vector_in_any_order_of_keys() {
    reproduces(
        "clause-level",
        vectors("clause-level-vectors.json").as_array().unwrap(),
    );
}

#[test]
fn what_the_method_refuses_is_named_and_nothing_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = Terminal::in_folder(folder.path());
    let bad = [
        ("grade", "{", "1:1"),
        ("grade", "[]", "object"),
        ("grade", r#"{"context":{"S":6}}"#, "/context/S"),
        ("grade", r#"{"context":{"S":2.5}}"#, "/context/S"),
        ("grade", r#"{"context":{"S":3.0}}"#, "not 3.0."),
        ("grade", r#"{"context":{"S":-0}}"#, "not -0."),
        ("grade", r#"{"risks":{"9.9":{"L":1,"I":1}}}"#, "9.9"),
        ("grade", r#"{"contexts":{}}"#, "contexts"),
        ("grade", r#"{"context":{"S":1,"S":2}}"#, "twice"),
        (
            "clause-level",
            r#"{"questions":[],"depth":"deep","tier":3}"#,
            "/depth",
        ),
        (
            "clause-level",
            r#"{"questions":[],"depth":"full"}"#,
            "/tier",
        ),
    ];
    for (command, input, named) in bad {
        let ran = terminal.run_with(&["method", command, "-"], input).with(2);
        assert_eq!(ran.out, "", "{input}");
        assert!(ran.complaint.contains(named), "{input}: {}", ran.complaint);
    }
}

#[test]
fn method_show_prints_the_tables_with_the_digest_of_reports() {
    let folder = tempfile::tempdir().unwrap();
    let ran = Terminal::in_folder(folder.path())
        .run(&["method", "show"])
        .with(0);
    assert_eq!(ran.json(), vectors("grading-vectors.json")["method"]);
}
