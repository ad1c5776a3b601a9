//! An office that imports, and what every test of an import writes and reads.

use assay_api::contract::WireError;
use assay_api::l10n::{Locale, Texts, Value as Argument};
use assay_tests::desk::Desk;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) struct Office {
    pub(crate) desk: Desk,
    pub(crate) folder: TempDir,
    pub(crate) system: String,
}

impl Office {
    pub(crate) fn new() -> Self {
        let (desk, folder, system) = Desk::office("Benefit triage");
        Self {
            desk,
            folder,
            system,
        }
    }

    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn plan(&self, path: &Path, mapping: &Value) -> Value {
        json!({ "system": self.system, "path": path, "mapping": mapping })
    }

    pub(crate) fn start(&mut self, path: &Path, mapping: &Value, trial: bool) -> Value {
        let plan = self.plan(path, mapping);
        self.desk.begin_import(&plan, trial).unwrap()
    }

    /// Goes on until the import is over.
    pub(crate) fn finish(&mut self) -> Result<Value, WireError> {
        self.desk.finish_import()
    }

    /// Goes on until so many rows are staged.
    pub(crate) fn stage(&mut self, rows: u64) {
        for _ in 0..10_000 {
            let state = self.desk.call("decision_import_step", json!({}));
            assert_eq!(state["phase"], "running");
            if state["rows"].as_u64() >= Some(rows) {
                return;
            }
        }
        panic!("the import does not go on");
    }

    pub(crate) fn import(&mut self, path: &Path, mapping: &Value) -> Result<Value, WireError> {
        self.start(path, mapping, false);
        self.finish()
    }

    /// An import that must be refused as a whole, with its sentence.
    pub(crate) fn failure(&mut self, path: &Path, mapping: &Value) -> WireError {
        let plan = self.plan(path, mapping);
        let begun = self.desk.begin_import(&plan, false);
        let error = match begun {
            Ok(_) => self.finish().unwrap_err(),
            Err(error) => error,
        };
        spoken(&error);
        self.finish().unwrap();
        error
    }

    pub(crate) fn records(&mut self) -> Vec<Value> {
        let request = json!({ "filter": { "system": self.system }, "limit": 500 });
        let page = self.desk.call("decision_list", request);
        let rows = page["decisions"].as_array().unwrap();
        rows.iter()
            .map(|row| row["decision"]["facts"].clone())
            .collect()
    }

    pub(crate) fn total(&mut self) -> u64 {
        let counts = self.desk.call(
            "decision_counts",
            json!({ "filter": { "system": self.system } }),
        );
        counts["total"].as_u64().unwrap()
    }

    pub(crate) fn history(&mut self) -> Vec<Value> {
        let page = self
            .desk
            .call("history_list", json!({ "before": null, "limit": 100 }));
        page["entries"].as_array().unwrap().clone()
    }
}

/// The sentences of errors in a language.
pub(crate) fn texts(locale: Locale) -> Texts {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/locales")
        .join(locale.tag())
        .join("errors.ftl");
    let text = std::fs::read_to_string(file).unwrap();
    Texts::load(locale, &[("errors.ftl", &text)]).unwrap()
}

/// Asserts that an error is a sentence in both languages, with everything put in.
pub(crate) fn spoken(error: &WireError) {
    for locale in Locale::ALL {
        let texts = texts(locale);
        let args: Vec<(&str, Argument<'_>)> = error
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().into()))
            .collect();
        let said = texts.get(&format!("err-{}", error.code), &args);
        assert!(!said.contains("{"), "{said}");
    }
}

/// A mapping of the columns `Time, Case, AI, Person`, with the rule that they differ.
pub(crate) fn plain() -> Value {
    json!({
        "format": 1, "name": "Office export", "content": "decisions",
        "columns": {
            "decidedAt": ["Time"], "caseKey": ["Case"], "aiOutput": ["AI"], "humanFinal": ["Person"],
        },
        "rule": { "kind": "differs", "overridden": "", "modified": "" },
    })
}

pub(crate) const PLAIN: &str = "Time,Case,AI,Person\n2026-11-01 09:00:00,A-1,grant,grant\n\
    2026-11-01 09:05:00,A-2,grant,refuse\n2026-11-02 10:00:00,A-3,refuse,refuse\n";

pub(crate) fn codes(state: &Value) -> Vec<(u64, &str, &str)> {
    let problems = state["problems"].as_array().unwrap();
    let problem = |problem: &'_ Value| {
        let text = |field: &str| problem[field].as_str().unwrap().to_owned();
        (
            problem["line"].as_u64().unwrap(),
            text("column"),
            text("code"),
        )
    };
    let found: Vec<(u64, String, String)> = problems.iter().map(problem).collect();
    found
        .into_iter()
        .map(|(line, column, code)| (line, &*column.leak(), &*code.leak()))
        .collect()
}

/// A file of many rows.
pub(crate) fn many(office: &Office, rows: usize) -> PathBuf {
    let mut text = String::from("Time,Case,AI,Person\n");
    for row in 0..rows {
        let (day, minute) = (1 + row / 1_440 % 28, row % 1_440);
        writeln!(
            text,
            "2026-10-{day:02} {:02}:{:02}:00,A-{row},grant,grant",
            minute / 60,
            minute % 60
        )
        .unwrap();
    }
    office.file("many.csv", text)
}
