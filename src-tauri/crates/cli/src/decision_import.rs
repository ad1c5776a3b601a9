//! `assay decision import`: files of other programs, by a mapping.

use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};
use std::path::Path;

impl Desk<'_> {
    /// Imports a file, all of it or nothing; with `--dry-run` it is only read and checked.
    pub(crate) fn decision_import(&mut self) -> Outcome {
        let plan = self.plan()?;
        let trial = self.flag("dry-run");
        let mut state = self.call(
            "decision_import_start",
            &json!({ "plan": plan, "trial": trial }),
        )?;
        while matches!(state["phase"].as_str(), Some("running" | "clearing")) {
            state = match self.call("decision_import_step", &json!({})) {
                Ok(state) => state,
                Err(error) => {
                    self.clear()?;
                    return Err(error);
                }
            };
        }
        self.imported(state)
    }

    /// Removes what a failed import staged.
    fn clear(&mut self) -> Result<(), WireError> {
        while self.call("decision_import_step", &json!({}))?["phase"] == "clearing" {}
        Ok(())
    }

    fn plan(&mut self) -> Result<Value, WireError> {
        let path = self.place("file")?;
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let mapping = match self.given_place("mapping")? {
            Some(path) => self.call("mapping_read", &json!({ "path": path }))?,
            None => {
                let request = json!({ "system": system, "path": path });
                self.call("decision_import_read", &request)?["mapping"].clone()
            }
        };
        Ok(json!({ "system": system, "path": path, "mapping": mapping }))
    }

    fn imported(&mut self, state: Value) -> Outcome {
        let line = |problem: &Value| {
            ["line", "column", "code", "value"]
                .map(|field| text(&problem[field]))
                .to_vec()
        };
        let problems = state["problems"].as_array().into_iter().flatten();
        let mut rows: Vec<_> = problems.map(line).collect();
        let said = match state["phase"].as_str() {
            Some("imported") => "cli-said-decision-import",
            Some("tried") => "cli-said-decision-import-trial",
            _ => "cli-said-decision-import-refused",
        };
        let count = |field: &str| text(&state[field]);
        let args = [
            ("rows", count("rows")),
            ("fresh", count("fresh")),
            ("known", count("known")),
            ("repeated", count("repeated")),
            ("leftOut", count("leftOut")),
            ("problems", count("problemCount")),
        ];
        rows.extend(self.unused(&state));
        rows.push(vec![self.words.say(said, &args)]);
        let yes = state["problemCount"] == 0;
        Ok(Done::answer(yes, state, columns(&rows)))
    }

    /// Names the columns of a file of which nothing is taken.
    pub(crate) fn unused(&self, answer: &Value) -> Option<Vec<String>> {
        let columns: Vec<String> = answer["unused"].as_array()?.iter().map(text).collect();
        let named = || {
            let args = [("columns", columns.join(", "))];
            vec![self.words.say("cli-said-columns-unused", &args)]
        };
        (!columns.is_empty()).then(named)
    }

    /// Writes the mapping that is remembered or proposed for a file.
    pub(crate) fn decision_map(&mut self) -> Outcome {
        let plan = self.plan()?;
        if let Some(read) = self.path("file").map(Path::to_owned) {
            self.keep_file(&read);
        }
        let path = self.place("out")?;
        let request = json!({ "path": path, "mapping": plan["mapping"] });
        let done = self.call("mapping_write", &request)?;
        self.said(done, "cli-said-export", &[("path", path)])
    }

    /// Lists the imports, newest first.
    pub(crate) fn decision_imports(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => json!(self.system(&named)?),
            None => Value::Null,
        };
        let list = self.call("decision_import_list", &json!({ "system": system }))?;
        let line = |import: &Value| {
            [
                "id",
                "importedAt",
                "file",
                "content",
                "count",
                "person",
                "undoneAt",
            ]
            .map(|field| text(&import[field]))
            .to_vec()
        };
        let imports = list["imports"].as_array().into_iter().flatten();
        let rows: Vec<_> = imports.map(line).collect();
        Ok(Done::yes(list, columns(&rows)))
    }

    /// Takes a whole import back.
    pub(crate) fn decision_import_undo(&mut self) -> Outcome {
        let id = self.word("import").to_owned();
        let undone = self.call("decision_import_undo", &json!({ "id": id }))?;
        self.clear()?;
        if undone["import"] != id {
            return Err(wire("unexpected", &[("detail", &id)]));
        }
        let args = [("count", text(&undone["fresh"]))];
        self.said(undone, "cli-said-decision-import-undo", &args)
    }
}
