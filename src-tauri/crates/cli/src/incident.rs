//! `assay incident`: incidents, their reports, and the reporting duties with their clocks.

use crate::method::input;
use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, parsed, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

/// What is typed as it is, and the field of an incident that it fills.
const TEXTS: [(&str, &str); 13] = [
    ("kind", "kind"),
    ("severity", "severity"),
    ("name", "title"),
    ("point", "decisionPoint"),
    ("occurred", "occurredAt"),
    ("noticed", "noticedAt"),
    ("decided", "decidedAt"),
    ("manual", "manualAt"),
    ("restored", "restoredAt"),
    ("effect", "effect"),
    ("response", "response"),
    ("cause", "cause"),
    ("lessons", "lessons"),
];

/// Numbers, and the field of an incident that each fills.
const NUMBERS: [(&str, &str); 3] = [("people", "people"), ("cases", "cases"), ("harm", "harm")];

/// What is typed about a report, and the field that it fills.
const REPORT: [(&str, &str); 5] = [
    ("recipient", "recipient"),
    ("reported", "reportedAt"),
    ("reporter", "reporter"),
    ("receipt", "receipt"),
    ("note", "note"),
];

impl Desk<'_> {
    pub(crate) fn incident(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.incidents(),
            "add" => self.incident_add(),
            "correct" => self.incident_correct(),
            "show" => self.incident_show(),
            "report" => self.incident_report(),
            "duties" => self.duties(),
            "duty" => self.duty_save(),
            step => self.incident_step(step),
        }
    }

    fn incidents(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => Some(self.system(&named)?),
            None => None,
        };
        let list = self.call("incident_list", &json!({ "system": system }))?;
        let line = |row: &Value| {
            let incident = &row["incident"];
            vec![
                text(&incident["id"]),
                text(&incident["facts"]["occurredAt"]),
                text(&row["systemName"]),
                text(&incident["facts"]["title"]),
                self.named("incident-kind", &incident["facts"]["kind"]),
                self.named("incident-severity", &incident["facts"]["severity"]),
                self.named("incident-state", &incident["state"]),
                self.first_clock(&row["clocks"]),
            ]
        };
        let rows = list["incidents"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(list, said))
    }

    /// Names a value by a message; nothing for nothing.
    fn named(&self, id: &str, value: &Value) -> String {
        value
            .as_str()
            .map_or_else(String::new, |word| self.words.t(&format!("{id}-{word}")))
    }

    /// Says how the most urgent clock stands that nobody answered.
    fn first_clock(&self, clocks: &Value) -> String {
        let open = clocks.as_array().into_iter().flatten();
        open.filter(|clock| clock["answer"].is_null())
            .map(|clock| self.clock_state(clock))
            .next()
            .unwrap_or_default()
    }

    /// Says how a clock stands: due at, what is left or by how much it is late.
    fn clock_state(&self, clock: &Value) -> String {
        let state = self.named("incident-clock", &clock["state"]);
        let left = clock["leftS"].as_i64().unwrap_or(0).unsigned_abs();
        let args = [
            ("state", state),
            ("due", text(&clock["dueAt"])),
            ("hours", (left / 3_600).to_string()),
            ("minutes", (left / 60 % 60).to_string()),
        ];
        match clock["dueAt"].is_null() || clock["leftS"].is_null() {
            true => args[0].1.clone(),
            false => self.words.say("cli-said-clock", &args),
        }
    }

    fn recipient(&self, duty: &Value) -> String {
        let side = match self.words.locale().tag() {
            "en" => "en",
            _ => "zh",
        };
        text(&duty["facts"]["recipient"][side])
    }

    /// Fills an incident with what was typed; what was not typed stays as it is.
    fn described(&mut self, entry: &mut Value) -> Result<(), WireError> {
        if let Some(file) = self.path("entry") {
            let given = parsed(&input(Some(file))?)?;
            let fields = given
                .as_object()
                .ok_or_else(|| wire("request-malformed", &[("detail", "entry")]))?;
            for (field, value) in fields {
                entry[field] = value.clone();
            }
        }
        if let Some(named) = self.option("system").map(str::to_owned) {
            entry["system"] = json!(self.system(&named)?);
        }
        for (option, field) in TEXTS {
            if let Some(given) = self.option(option) {
                entry[field] = json!(given);
            }
        }
        for (option, field) in NUMBERS {
            if let Some(given) = self.option(option) {
                entry[field] = parsed(given)?;
            }
        }
        if let Some(pieces) = self.option("evidence") {
            entry["evidence"] = pieces.split(',').map(str::trim).collect();
        }
        Ok(())
    }

    fn incident_add(&mut self) -> Outcome {
        let mut entry = json!({});
        self.described(&mut entry)?;
        let request = json!({ "id": null, "revision": null, "entry": entry });
        let made = self.call("incident_save", &request)?;
        let id = text(&made["incident"]["id"]);
        self.said_with_clocks(made, "cli-said-incident", &[("id", id)])
    }

    fn incident_correct(&mut self) -> Outcome {
        let (id, detail) = self.looked_at()?;
        let mut entry = detail["incident"]["facts"].clone();
        self.described(&mut entry)?;
        let request = json!({
            "id": id, "revision": detail["incident"]["revision"], "entry": entry,
        });
        let saved = self.call("incident_save", &request)?;
        self.said_with_clocks(saved, "cli-said-incident-correct", &[("id", id)])
    }

    /// Reads the incident that the command names.
    fn looked_at(&mut self) -> Result<(String, Value), WireError> {
        let id = self.word("incident").to_owned();
        let detail = self.call("incident_get", &json!({ "id": id }))?;
        Ok((id, detail))
    }

    fn said_with_clocks(&self, detail: Value, id: &str, args: &[(&str, String)]) -> Outcome {
        let said = self.words.say(id, args);
        let clocks = columns(&self.clock_rows(&detail));
        Ok(Done::yes(detail, format!("{said}\n{clocks}")))
    }

    fn clock_rows(&self, detail: &Value) -> Vec<Vec<String>> {
        let line = |clock: &Value| {
            vec![
                text(&clock["duty"]["id"]),
                self.recipient(&clock["duty"]),
                self.clock_state(clock),
                text(&clock["answer"]["facts"]["receipt"]),
            ]
        };
        let clocks = detail["clocks"].as_array().into_iter().flatten();
        clocks.map(line).collect()
    }

    fn incident_show(&mut self) -> Outcome {
        let (_, detail) = self.looked_at()?;
        let facts = &detail["incident"]["facts"];
        let mut rows = vec![
            vec![
                self.words.t("incident-field-system"),
                text(&detail["systemName"]),
            ],
            vec![
                self.words.t("incident-field-state"),
                self.named("incident-state", &detail["incident"]["state"]),
            ],
        ];
        for (_, field) in TEXTS.into_iter().chain(NUMBERS) {
            let shown = match field {
                "kind" => self.named("incident-kind", &facts[field]),
                "severity" => self.named("incident-severity", &facts[field]),
                _ => text(&facts[field]),
            };
            if !shown.is_empty() {
                let name = self.words.t(&format!("incident-field-{field}"));
                rows.push(vec![name, shown]);
            }
        }
        let clocks = self.clock_rows(&detail);
        let said = format!("{}\n\n{}", columns(&rows), columns(&clocks));
        Ok(Done::yes(detail, said))
    }

    fn incident_step(&mut self, step: &str) -> Outcome {
        let (id, detail) = self.looked_at()?;
        let request = json!({
            "id": id,
            "revision": detail["incident"]["revision"],
            "step": step,
            "reason": self.word("reason"),
        });
        let detail = self.call("incident_step", &request)?;
        let state = self.named("incident-state", &detail["incident"]["state"]);
        self.said(detail, "cli-said-incident-step", &[("state", state)])
    }

    fn incident_report(&mut self) -> Outcome {
        let mut entry = json!({});
        for (option, field) in REPORT {
            if let Some(given) = self.option(option) {
                entry[field] = json!(given);
            }
        }
        if self.flag("not-due") {
            entry["kind"] = json!("not_due");
        }
        let request = json!({
            "incident": self.word("incident"),
            "duty": self.option("duty"),
            "supersedes": self.option("supersedes"),
            "entry": entry,
        });
        let detail = self.call("incident_report_add", &request)?;
        self.said_with_clocks(detail, "cli-said-incident-report", &[])
    }

    fn duties(&mut self) -> Outcome {
        let list = self.call("duty_list", &json!({}))?;
        Ok(self.duty_table(list))
    }

    /// Changes a duty, or adds one from a file.
    fn duty_save(&mut self) -> Outcome {
        let list = self.call("duty_list", &json!({}))?;
        let wanted = self.option("duty");
        let mut rows = list["duties"].as_array().into_iter().flatten();
        let known = rows.find(|row| row["duty"]["id"].as_str() == wanted);
        let mut facts = match (wanted, known) {
            (None, _) => json!({}),
            (Some(_), Some(row)) => row["duty"]["facts"].clone(),
            (Some(_), None) => return Err(wire("not-found", &[("noun", "duty")])),
        };
        if let Some(file) = self.path("entry") {
            let given = parsed(&input(Some(file))?)?;
            for (field, value) in given.as_object().into_iter().flatten() {
                facts[field] = value.clone();
            }
        }
        if let Some(answer) = self.option("active") {
            facts["active"] = json!(answer == "yes");
        }
        let revision = known.map_or(json!(0), |row| row["duty"]["revision"].clone());
        let request = json!({ "id": wanted, "revision": revision, "facts": facts });
        let list = self.call("duty_save", &request)?;
        Ok(self.duty_table(list))
    }

    fn duty_table(&self, list: Value) -> Done {
        let line = |row: &Value| {
            let (duty, facts) = (&row["duty"], &row["duty"]["facts"]);
            let within = &facts["within"];
            let active = match facts["active"] == true {
                true => "decision-yes",
                false => "decision-no",
            };
            let unit = format!("duty-within-{}", text(&within["unit"]));
            vec![
                text(&duty["id"]),
                self.recipient(duty),
                self.words
                    .say(&unit, &[("amount", text(&within["amount"]))]),
                self.named("incident-moment", &facts["countedFrom"]),
                self.named("duty-origin", &duty["origin"]),
                self.words.t(active),
            ]
        };
        let rows = list["duties"].as_array().into_iter().flatten();
        let table = columns(&rows.map(line).collect::<Vec<_>>());
        let said = format!("{}\n{table}", self.words.t("duty-ours"));
        Done::yes(list, said)
    }
}
