//! `assay system`: the register of AI systems.

use crate::method::input;
use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, parsed, text};
use crate::{Done, Outcome};
use assay_api::contract::{SystemFacts, WireError};
use serde_json::{Value, json};

impl Desk<'_> {
    pub(crate) fn systems_of(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.systems(),
            "add" => self.system_add(),
            "import" => self.system_import(),
            _ => self.system_export(),
        }
    }

    fn systems(&mut self) -> Outcome {
        let list = self.call("system_list", &json!({}))?;
        let line = |row: &Value| {
            let facts = &row["system"]["facts"];
            let grade = row["last"]["summary"]["grade"]
                .as_u64()
                .map(|grade| self.words.t(&format!("grade-{grade}")));
            let id = text(&row["system"]["id"]);
            vec![
                id,
                text(&facts["reference"]),
                text(&facts["name"]),
                grade.unwrap_or_default(),
            ]
        };
        let rows: Vec<_> = list["systems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(list.clone(), columns(&rows)))
    }

    /// Adds a system by its name, its number, or any facts of a JSON object; what is left out is empty.
    fn system_add(&mut self) -> Outcome {
        let mut facts = json!(SystemFacts::named(self.word("name")));
        let given = match self.path("facts") {
            Some(file) => parsed(&input(Some(file))?)?,
            None => json!({}),
        };
        let given = given
            .as_object()
            .ok_or_else(|| wire("request-malformed", &[("detail", "facts")]))?;
        for (field, value) in given {
            facts[field] = value.clone();
        }
        if let Some(reference) = self.option("reference") {
            facts["reference"] = json!(reference);
        }
        let system = self.call(
            "system_save",
            &json!({ "id": null, "facts": facts, "revision": null }),
        )?;
        let id = text(&system["id"]);
        self.said(system, "cli-said-system", &[("id", id)])
    }

    fn system_import(&mut self) -> Outcome {
        let path = self.place("file")?;
        let mapping = match self.path("mapping") {
            Some(file) => parsed(&input(Some(file))?)?,
            None => self.call("system_import_read", &json!({ "path": path }))?["mapping"].clone(),
        };
        let request = json!({ "path": path, "mapping": mapping });
        let check = self.call("system_import_check", &request)?;
        if self.flag("dry-run") || check["problemCount"] != 0 {
            let line = |problem: &Value| {
                ["line", "column", "code", "value"]
                    .map(|field| text(&problem[field]))
                    .to_vec()
            };
            let mut rows: Vec<_> = check["problems"]
                .as_array()
                .into_iter()
                .flatten()
                .map(line)
                .collect();
            rows.extend(self.unused(&check));
            rows.push(vec![self.words.say(
                "cli-said-import-check",
                &[
                    ("valid", text(&check["valid"])),
                    ("known", text(&check["known"])),
                ],
            )]);
            let yes = check["problemCount"] == 0;
            return Ok(Done::answer(yes, check, columns(&rows)));
        }
        let done = self.call("system_import_commit", &request)?;
        let args = [
            ("added", text(&done["added"])),
            ("known", text(&done["known"])),
        ];
        let said = self.words.say("cli-said-import", &args);
        let lines = self.unused(&check).into_iter().flatten().chain([said]);
        Ok(Done::yes(done, lines.collect::<Vec<_>>().join("\n")))
    }

    /// Writes all systems to a table, as the ending of the file's name says.
    fn system_export(&mut self) -> Outcome {
        let path = self.place("out")?;
        let format = if path.to_lowercase().ends_with(".csv") {
            "csv"
        } else {
            "xlsx"
        };
        let done = self.call("system_export", &json!({ "path": path, "format": format }))?;
        self.said(done, "cli-said-export", &[("path", path)])
    }

    /// Finds a system by its id or the organisation's own number.
    pub(crate) fn system(&mut self, named: &str) -> Result<String, WireError> {
        let list = self.call("system_list", &json!({}))?;
        let mut systems = list["systems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| &row["system"]);
        let found =
            systems.find(|system| system["id"] == named || system["facts"]["reference"] == named);
        found
            .map(|system| text(&system["id"]))
            .ok_or_else(|| wire("system-unnamed", &[("named", named)]))
    }
}
