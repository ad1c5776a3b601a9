//! `assay finding`: what audits found, its steps, and the rectification ledger.

use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

/// Options of a new finding, and the field that each fills.
const FIELDS: [(&str, &str); 8] = [
    ("from", "from"),
    ("to", "to"),
    ("question", "question"),
    ("failing", "failing"),
    ("finding-severity", "severity"),
    ("severity-reason", "severityReason"),
    ("finding-cause", "cause"),
    ("finding-effect", "effect"),
];

impl Desk<'_> {
    pub(crate) fn finding(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.findings(),
            "show" => self.finding_show(),
            "add" => self.finding_add(),
            "move" => self.finding_move(),
            "ledger-write" => self.ledger_write(),
            _ => self.ledger_read(),
        }
    }

    fn findings(&mut self) -> Outcome {
        let split = |value: Option<&str>| -> Vec<String> {
            let parts = value.into_iter().flat_map(|value| value.split(','));
            parts.map(|part| part.trim().to_owned()).collect()
        };
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => json!(self.system(&named)?),
            None => Value::Null,
        };
        let limit: u32 = self.number("limit", 50)?;
        let request = json!({
            "system": system,
            "states": split(self.option("state")),
            "severities": split(self.option("finding-severity")),
            "overdue": self.flag("overdue"),
            "limit": limit,
        });
        let list = self.call("finding_list", &request)?;
        let rows: Vec<_> = list["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| self.finding_line(row))
            .collect();
        Ok(Done::yes(list, columns(&rows)))
    }

    fn finding_line(&self, row: &Value) -> Vec<String> {
        let facts = &row["finding"]["facts"];
        vec![
            text(&row["finding"]["id"]),
            self.finding_word("finding-severity-", &facts["severity"]),
            self.finding_word("finding-state-", &row["state"]),
            text(&row["due"]),
            text(&row["systemName"]),
            text(&facts["title"]),
        ]
    }

    fn finding_word(&self, prefix: &str, code: &Value) -> String {
        self.words.t(&format!("{prefix}{}", text(code)))
    }

    fn finding_show(&mut self) -> Outcome {
        let request = json!({ "id": self.word("finding") });
        let detail = self.call("finding_get", &request)?;
        let mut rows = vec![self.finding_line(&detail["row"])];
        for row in detail["actions"].as_array().into_iter().flatten() {
            let facts = &row["action"]["facts"];
            rows.push(vec![
                text(&row["action"]["id"]),
                text(&facts["state"]),
                text(&facts["due"]),
                text(&facts["owner"]),
                text(&facts["title"]),
            ]);
        }
        for step in detail["steps"].as_array().into_iter().flatten() {
            rows.push(vec![
                text(&step["taken"]["at"]),
                self.finding_word("finding-state-", &step["to"]),
                text(&step["note"]),
            ]);
        }
        for row in detail["earlier"].as_array().into_iter().flatten() {
            rows.push(self.finding_line(row));
        }
        Ok(Done::yes(detail, columns(&rows)))
    }

    fn finding_add(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let mut request = json!({
            "system": self.system(&named)?,
            "title": self.word("finding-title"),
            "question": null,
            "signal": null,
        });
        for (option, field) in FIELDS {
            if let Some(given) = self.option(option) {
                request[field] = json!(given);
            }
        }
        if request["to"].is_null() {
            request["to"] = request["from"].clone();
        }
        let made = self.call("finding_add", &request)?;
        let id = text(&made["id"]);
        self.said(made, "cli-said-finding", &[("id", id)])
    }

    fn finding_move(&mut self) -> Outcome {
        let id = self.word("finding").to_owned();
        let before = self.call("finding_get", &json!({ "id": id }))?;
        let request = json!({
            "id": id,
            "revision": before["row"]["finding"]["revision"],
            "move": {
                "step": self.word("step"),
                "note": self.option("note").unwrap_or_default(),
                "until": self.option("until"),
            },
        });
        let after = self.call("finding_move", &request)?;
        let state = self.finding_word("finding-state-", &after["row"]["state"]);
        self.said(after, "cli-said-finding-move", &[("state", state)])
    }

    fn ledger_write(&mut self) -> Outcome {
        let path = self.place("out")?;
        let locale = self.words.locale().tag();
        let request = json!({ "path": path, "locale": locale, "system": null });
        let written = self.call("finding_ledger_write", &request)?;
        self.said(written, "cli-said-ledger-written", &[("path", path)])
    }

    /// Takes a ledger in, every row or none; with `--dry-run` it is only looked at.
    fn ledger_read(&mut self) -> Outcome {
        let path = self.place("file")?;
        let seen = self.call(
            "finding_ledger_check",
            &json!({ "path": path, "sha256": null }),
        )?;
        let problems = self.ledger_problems(&seen);
        if !problems.is_empty() {
            let said = columns(&problems);
            return Ok(Done::answer(false, seen, said));
        }
        if self.flag("dry-run") {
            let line = |change: &Value| {
                ["line", "title", "field", "before", "after"]
                    .map(|field| text(&change[field]))
                    .to_vec()
            };
            let changes = seen["changes"].as_array().into_iter().flatten();
            let said = columns(&changes.map(line).collect::<Vec<_>>());
            return Ok(Done::yes(seen, said));
        }
        let request = json!({ "path": path, "sha256": seen["sha256"] });
        let done = self.call("finding_ledger_take", &request)?;
        let args = ["findings", "actions"].map(|name| (name, text(&done[name])));
        self.said(done, "cli-said-ledger-taken", &args)
    }

    fn ledger_problems(&self, seen: &Value) -> Vec<Vec<String>> {
        let line = |problem: &Value| {
            let id = format!("import-{}", text(&problem["code"]));
            let said = self.words.say(&id, &[("value", text(&problem["value"]))]);
            vec![text(&problem["line"]), text(&problem["column"]), said]
        };
        let problems = seen["problems"].as_array().into_iter().flatten();
        problems.map(line).collect()
    }

    pub(crate) fn audit_sample(&mut self, action: &str) -> Outcome {
        match action {
            "draw" => self.sample_draw(),
            "list" => self.samples(),
            "show" => {
                let request = json!({ "id": self.word("sample-id") });
                let detail = self.call("audit_sample_get", &request)?;
                Ok(self.sample_said(detail))
            }
            _ => self.sample_record(),
        }
    }

    /// What a sample is drawn from: `--file` with `--column`, `--from` to `--to`, or `--name`, with
    /// `--size` where they are counted.
    fn population(&self) -> Result<Value, WireError> {
        if let Some(path) = self.given_place("file")? {
            return Ok(json!({ "kind": "imported", "path": path, "column": self.word("column") }));
        }
        if let Some(from) = self.option("from") {
            let to = self.option("to").unwrap_or(from);
            return Ok(json!({ "kind": "decisions", "from": from, "to": to }));
        }
        let name = self.word("name");
        Ok(match self.given_number::<u64>("size")? {
            None => json!({ "kind": "open", "name": name }),
            Some(size) => json!({ "kind": "named", "name": name, "size": size }),
        })
    }

    fn sample_draw(&mut self) -> Outcome {
        let request = json!({
            "audit": self.word("audit"),
            "question": self.option("question"),
            "attribute": self.word("attribute"),
            "population": self.population()?,
            "plan": {
                "level": self.number("sureness", 0.95)?,
                "tolerable": self.number("tolerable", 0.05)?,
                "expected": self.number::<u64>("expected", 0)?,
            },
            "seed": self.option("seed"),
            "trial": self.flag("dry-run"),
        });
        let drawn = self.call("audit_sample_draw", &request)?;
        Ok(self.sample_said(drawn))
    }

    fn samples(&mut self) -> Outcome {
        let request = json!({ "audit": self.option("audit") });
        let list = self.call("audit_sample_list", &request)?;
        let line = |row: &Value| {
            let sample = &row["sample"];
            vec![
                text(&sample["id"]),
                text(&row["lookedAt"]),
                text(&sample["size"]),
                text(&sample["attribute"]),
            ]
        };
        let rows = list["samples"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(list, said))
    }

    /// Writes what came of one item, counted from 1.
    fn sample_record(&mut self) -> Outcome {
        let id = self.word("sample-id").to_owned();
        let number: usize = self.number("item", 0)?;
        let place = number
            .checked_sub(1)
            .ok_or_else(|| wire("not-found", &[("noun", "audit_sample_item")]))?;
        let before = self.call("audit_sample_get", &json!({ "id": id }))?;
        let result = json!({
            "place": place,
            "result": self.word("came"),
            "note": self.option("note").unwrap_or_default(),
            "revision": before["items"][place]["revision"].as_u64().unwrap_or(0),
        });
        let request = json!({ "id": id, "results": [result] });
        let detail = self.call("audit_sample_record", &request)?;
        Ok(self.sample_said(detail))
    }

    fn sample_said(&self, detail: Value) -> Done {
        let sample = &detail["sample"];
        let all = text(&sample["populationSize"]);
        let size = [("size", text(&sample["size"])), ("all", all)];
        let mut said = vec![self.words.say("cli-said-sample-size", &size)];
        let line = |item: &Value| {
            ["place", "item", "result", "note"]
                .map(|field| match (field, item[field].as_u64()) {
                    ("place", Some(place)) => (place + 1).to_string(),
                    _ => text(&item[field]),
                })
                .to_vec()
        };
        let items = detail["items"].as_array().into_iter().flatten();
        said.push(columns(&items.map(line).collect::<Vec<_>>()));
        let estimate = &detail["estimate"];
        if !estimate.is_null() {
            let percent = |value: &Value| format!("{:.2}", value.as_f64().unwrap_or(0.0) * 100.0);
            let args = [
                ("deviating", text(&estimate["deviating"])),
                ("of", text(&estimate["of"])),
                ("from", percent(&estimate["interval"]["lower"])),
                ("to", percent(&estimate["interval"]["upper"])),
                ("tolerable", percent(&sample["plan"]["tolerable"])),
                ("excluded", text(&estimate["excluded"])),
            ];
            said.push(self.words.say("cli-said-sample-estimate", &args));
        }
        Done::yes(detail, said.join("\n"))
    }
}
