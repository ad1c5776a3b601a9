//! `assay decision`: the log of decisions, reasons for an override, and volumes.

use crate::method::input;
use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, parsed, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

/// What is typed as it is, and the field of a record that it fills.
const TEXTS: [(&str, &str); 17] = [
    ("at", "decidedAt"),
    ("point", "decisionPoint"),
    ("model-version", "modelVersion"),
    ("prompt-version", "promptVersion"),
    ("case", "caseKey"),
    ("category", "category"),
    ("output", "aiOutput"),
    ("output-at", "aiAt"),
    ("reviewer", "reviewer"),
    ("first", "humanInitial"),
    ("final", "humanFinal"),
    ("disposition", "disposition"),
    ("reason-code", "reasonCode"),
    ("reason-text", "reasonText"),
    ("outcome", "outcome"),
    ("outcome-at", "outcomeAt"),
    ("outcome-source", "outcomeSource"),
];

/// Numbers, and the field of a record that each fills.
const NUMBERS: [(&str, &str); 4] = [
    ("confidence", "aiConfidence"),
    ("latency-ms", "latencyMs"),
    ("harm-if-followed", "harmIfFollowed"),
    ("harm-if-wrong", "harmIfWrong"),
];

/// Totals of a volume, and the field that each fills.
const TOTALS: [(&str, &str); 6] = [
    ("issued", "issued"),
    ("accepted", "accepted"),
    ("modified", "modified"),
    ("overridden", "overridden"),
    ("automatic", "automatic"),
    ("not-reviewed", "notReviewed"),
];

/// The fields of a record in the order in which they are shown.
const SHOWN: [&str; 24] = [
    "decidedAt",
    "caseKey",
    "decisionPoint",
    "category",
    "modelVersion",
    "promptVersion",
    "aiOutput",
    "aiConfidence",
    "aiAt",
    "latencyMs",
    "reviewer",
    "humanInitial",
    "humanFinal",
    "disposition",
    "reasonCode",
    "reasonText",
    "harmIfFollowed",
    "harmIfWrong",
    "reversible",
    "outcome",
    "outcomeAt",
    "outcomeSource",
    "seeded",
    "enteredLate",
];

impl Desk<'_> {
    pub(crate) fn decision(&mut self, action: &str, below: &str) -> Outcome {
        match (action, below) {
            ("add", _) => self.decision_add(),
            ("list", _) => self.decisions(),
            ("show", _) => self.decision_show(),
            ("correct", _) => self.decision_correct(),
            ("evidence", _) => self.decision_evidence(),
            ("counts", _) => self.decision_counts(),
            ("thin", _) => self.decision_thin(),
            ("stats", _) => self.decision_stats(),
            ("reasons", _) => self.reasons(),
            ("reason-add", _) => self.reason_add(),
            ("import", _) => self.decision_import(),
            ("map", _) => self.decision_map(),
            ("imports", _) => self.decision_imports(),
            ("import-undo", _) => self.decision_import_undo(),
            ("volume", "add") => self.volume_add(),
            _ => self.volumes(),
        }
    }

    /// Fills a record with what was typed; what was not typed stays as it is.
    fn entered(&mut self, entry: &mut Value) -> Result<(), WireError> {
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
                let number = parsed(given).ok().filter(Value::is_number);
                let unfit = || wire("option-number", &[("option", option), ("value", given)]);
                entry[field] = number.ok_or_else(unfit)?;
            }
        }
        if let Some(answer) = self.option("reversible") {
            entry["reversible"] = json!(answer == "yes");
        }
        if self.flag("seeded") {
            entry["seeded"] = json!(true);
        }
        if let Some(pieces) = self.option("evidence") {
            entry["evidence"] = pieces.split(',').map(str::trim).collect();
        }
        Ok(())
    }

    fn decision_add(&mut self) -> Outcome {
        let mut entry = json!({});
        self.entered(&mut entry)?;
        let made = self.call("decision_add", &json!({ "entry": entry }))?;
        let id = text(&made["id"]);
        self.said(made, "cli-said-decision", &[("id", id)])
    }

    /// Supersedes a record by the same one with what was typed changed.
    fn decision_correct(&mut self) -> Outcome {
        let id = self.word("decision").to_owned();
        let detail = self.call("decision_get", &json!({ "id": id }))?;
        let mut entry = detail["decision"]["facts"].clone();
        // A latency that follows from two times must follow from them again when one changes.
        let times = ["at", "output-at"];
        if times.iter().any(|option| self.option(option).is_some()) {
            entry["latencyMs"] = Value::Null;
        }
        self.entered(&mut entry)?;
        let made = self.call("decision_correct", &json!({ "id": id, "entry": entry }))?;
        let args = [("id", text(&made["id"])), ("before", id)];
        self.said(made, "cli-said-decision-correct", &args)
    }

    /// Makes a piece of evidence of what was typed: a file, or a reference to what is kept elsewhere.
    pub(crate) fn piece(&self) -> Result<Value, WireError> {
        Ok(json!({
            "path": self.given_place("attach")?,
            "locator": self.word("locator"),
            "name": self.word("name"),
            "shows": self.word("shows"),
            "dated": self.option("dated"),
            "standing": self.option("standing").unwrap_or("attached"),
            "keepContent": !self.flag("digest-only"),
        }))
    }

    /// Attaches a file, or a reference to what is kept elsewhere, by a record that supersedes.
    fn decision_evidence(&mut self) -> Outcome {
        let id = self.word("decision").to_owned();
        let request = json!({ "id": id, "piece": self.piece()? });
        let made = self.call("decision_evidence_add", &request)?;
        let args = [("id", text(&made["id"])), ("before", id)];
        self.said(made, "cli-said-decision-correct", &args)
    }

    /// Makes the filter of the log from what was typed.
    fn filter(&mut self) -> Result<Value, WireError> {
        let mut filter = json!({});
        if let Some(named) = self.option("system").map(str::to_owned) {
            filter["system"] = json!(self.system(&named)?);
        }
        let fields = [
            ("from", "from"),
            ("to", "to"),
            ("reason-code", "reason"),
            ("point", "decisionPoint"),
            ("model-version", "modelVersion"),
            ("case", "caseText"),
        ];
        for (option, field) in fields {
            if let Some(given) = self.option(option) {
                filter[field] = json!(given);
            }
        }
        if let Some(wanted) = self.option("disposition") {
            filter["dispositions"] = wanted.split(',').map(str::trim).collect();
        }
        Ok(filter)
    }

    fn decisions(&mut self) -> Outcome {
        let limit: u32 = self.number("limit", 50)?;
        let request = json!({
            "filter": self.filter()?,
            "after": self.option("after"),
            "limit": limit,
        });
        let page = self.call("decision_list", &request)?;
        let line = |row: &Value| {
            let facts = &row["decision"]["facts"];
            vec![
                text(&row["decision"]["id"]),
                text(&facts["decidedAt"]),
                text(&row["systemName"]),
                text(&facts["caseKey"]),
                self.disposition(&facts["disposition"]),
                text(&facts["reasonCode"]),
            ]
        };
        let rows = page["decisions"].as_array().into_iter().flatten();
        let mut said = columns(&rows.map(line).collect::<Vec<_>>());
        if page["next"].is_string() {
            let more = self
                .words
                .say("cli-said-more", &[("after", text(&page["next"]))]);
            said = format!("{said}\n{more}");
        }
        Ok(Done::yes(page, said))
    }

    fn disposition(&self, disposition: &Value) -> String {
        self.words.t(&format!("disposition-{}", text(disposition)))
    }

    fn decision_show(&mut self) -> Outcome {
        let id = self.word("decision").to_owned();
        let detail = self.call("decision_get", &json!({ "id": id }))?;
        let mut rows = vec![vec![
            self.words.t("decision-field-system"),
            text(&detail["systemName"]),
        ]];
        for field in SHOWN {
            let shown = self.shown(field, &detail);
            if !shown.is_empty() {
                rows.push(vec![
                    self.words.t(&format!("decision-field-{field}")),
                    shown,
                ]);
            }
        }
        for piece in detail["evidence"].as_array().into_iter().flatten() {
            rows.push(vec![
                self.words.t("decision-field-evidence"),
                text(&piece["name"]),
            ]);
        }
        for step in detail["chain"].as_array().into_iter().flatten() {
            rows.push(vec![self.words.t("decision-field-chain"), self.step(step)]);
        }
        Ok(Done::yes(detail, columns(&rows)))
    }

    /// Writes one field of a record as a person reads it; nothing where there is nothing.
    fn shown(&self, field: &str, detail: &Value) -> String {
        let decision = &detail["decision"];
        let value = match field {
            "enteredLate" => &decision["enteredLate"],
            _ => &decision["facts"][field],
        };
        match (field, value) {
            ("disposition", value) => self.disposition(value),
            ("reasonCode", value) if !value.is_null() => {
                let name = match self.words.locale().tag() {
                    "en" => &detail["reason"]["name"]["en"],
                    _ => &detail["reason"]["name"]["zh"],
                };
                format!("{} ({})", text(name), text(value))
            }
            ("seeded" | "enteredLate", Value::Bool(false)) => String::new(),
            (_, Value::Bool(true)) => self.words.t("decision-yes"),
            (_, Value::Bool(false)) => self.words.t("decision-no"),
            (_, value) => text(value),
        }
    }

    fn step(&self, step: &Value) -> String {
        let change = self
            .words
            .t(&format!("decision-change-{}", text(&step["change"])));
        let recorded = &step["decision"]["recorded"]["at"];
        let parts = [
            text(&step["decision"]["id"]),
            text(recorded),
            text(&step["person"]),
            change,
        ];
        parts.join("  ")
    }

    fn decision_counts(&mut self) -> Outcome {
        let request = json!({ "filter": self.filter()? });
        let counts = self.call("decision_counts", &request)?;
        let mut rows = Vec::new();
        for row in counts["dispositions"].as_array().into_iter().flatten() {
            rows.push(vec![
                self.disposition(&row["disposition"]),
                text(&row["count"]),
            ]);
        }
        for row in counts["reasons"].as_array().into_iter().flatten() {
            let name = match (row["reason"].is_null(), self.words.locale().tag()) {
                (true, _) => self.words.t("decision-no-reason"),
                (false, "en") => text(&row["name"]["en"]),
                (false, _) => text(&row["name"]["zh"]),
            };
            let both = ["modified", "overridden"].map(|field| row[field].as_u64().unwrap_or(0));
            rows.push(vec![name, both.iter().sum::<u64>().to_string()]);
        }
        let args = ["total", "decided", "overrides"].map(|field| (field, text(&counts[field])));
        let sum = self.words.say("decision-counted", &args);
        let said = format!("{sum}\n{}", columns(&rows));
        Ok(Done::yes(counts, said))
    }

    fn reasons(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => Some(self.system(&named)?),
            None => None,
        };
        let list = self.call("reason_list", &json!({ "system": system }))?;
        Ok(reason_table(list))
    }

    fn reason_add(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let request = json!({
            "system": self.system(&named)?,
            "code": self.word("code"),
            "name": { "en": self.word("name-en"), "zh": self.word("name-zh") },
        });
        let list = self.call("reason_add", &request)?;
        Ok(reason_table(list))
    }

    fn volume_add(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let mut totals = json!({});
        for (option, field) in TOTALS {
            if let Some(given) = self.option(option) {
                totals[field] = parsed(given)?;
            }
        }
        let exposure = self
            .option("exposure")
            .map(|amount| json!({ "unit": self.word("unit"), "amount": amount }));
        let facts = json!({
            "system": self.system(&named)?,
            "decisionPoint": self.word("point"),
            "modelVersion": self.word("model-version"),
            "period": {
                "from": self.word("from"),
                "to": self.option("to").unwrap_or_else(|| self.word("from")),
            },
            "totals": totals,
            "exposure": exposure,
        });
        let request = json!({ "facts": facts, "supersedes": self.option("replaces") });
        let made = self.call("volume_save", &request)?;
        let id = text(&made["id"]);
        self.said(made, "cli-said-volume", &[("id", id)])
    }

    fn volumes(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => Some(self.system(&named)?),
            None => None,
        };
        let request = json!({
            "system": system,
            "from": self.option("from"),
            "to": self.option("to"),
        });
        let list = self.call("volume_list", &request)?;
        let line = |row: &Value| {
            let facts = &row["volume"]["facts"];
            let totals = TOTALS.map(|(_, field)| known(&facts["totals"][field]));
            let exposure = &facts["exposure"];
            let unit = exposure["unit"].as_str();
            let unit = unit.map(|unit| self.words.t(&format!("volume-unit-{unit}")));
            let span = self.words.t(&format!("volume-span-{}", text(&row["span"])));
            vec![
                text(&row["volume"]["id"]),
                text(&facts["period"]["from"]),
                text(&facts["period"]["to"]),
                span,
                text(&row["systemName"]),
                text(&facts["decisionPoint"]),
                text(&facts["modelVersion"]),
                totals.join(" / "),
                text(&exposure["amount"]),
                unit.unwrap_or_default(),
            ]
        };
        let rows = list["volumes"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(list, said))
    }
}

/// Shows a total, and one that is not known as a dash, never as zero.
fn known(total: &Value) -> String {
    if total.is_null() {
        "-".to_owned()
    } else {
        text(total)
    }
}

fn reason_table(list: Value) -> Done {
    let line = |reason: &Value| {
        vec![
            text(&reason["id"]),
            text(&reason["name"]["en"]),
            text(&reason["name"]["zh"]),
        ]
    };
    let rows = list["reasons"].as_array().into_iter().flatten();
    let said = columns(&rows.map(line).collect::<Vec<_>>());
    Done::yes(list, said)
}
