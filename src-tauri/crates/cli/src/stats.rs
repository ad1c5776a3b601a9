//! `assay decision stats`: the analysis as JSON, or as what a person reads.

mod page;

use crate::method::input;
use crate::workspace::{Desk, parsed};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use page::page;
use serde_json::{Value, json};

/// Options of the selection, and the field that each fills.
const SELECTED: [(&str, &str); 6] = [
    ("point", "decisionPoint"),
    ("model-version", "modelVersion"),
    ("reviewer", "reviewer"),
    ("category", "category"),
    ("reason-code", "reason"),
    ("direction", "direction"),
];

/// Options that are numbers, and the setting that each fills.
const NUMBERS: [(&str, &str); 3] = [
    ("tau", "tau"),
    ("minimum-ms", "minimumLatencyMs"),
    ("interval", "level"),
];

impl Desk<'_> {
    pub(crate) fn decision_stats(&mut self) -> Outcome {
        let settings = self.settings()?;
        let named = self.matches.get_many::<String>("system");
        let named: Vec<String> = named.into_iter().flatten().cloned().collect();
        let (mut lines, mut said, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for system in &named {
            let request = json!({
                "system": self.system(system)?,
                "from": self.option("from"),
                "to": self.option("to"),
                "settings": settings,
            });
            let stats = self.call("decision_stats", &request)?;
            said.push(page(&stats, self.words));
            lines.push(stats.to_string());
            all.push(stats);
        }
        match <[Value; 1]>::try_from(all) {
            Ok([one]) => Ok(Done::yes(one, said.join("\n\n"))),
            Err(_) if self.flag("json") => Ok(Done::yes(Value::Null, lines.join("\n"))),
            Err(_) => Ok(Done::yes(Value::Null, said.join("\n\n"))),
        }
    }

    /// Makes the settings from a file and from what was typed.
    fn settings(&self) -> Result<Value, WireError> {
        let mut settings = match self.path("settings") {
            Some(file) => parsed(&input(Some(file))?)?,
            None => json!({}),
        };
        if let Some(unit) = self.option("by") {
            settings["unit"] = json!(unit);
        }
        for (option, field) in SELECTED {
            if let Some(given) = self.option(option) {
                settings["selection"][field] = json!(given);
            }
        }
        for (option, field) in NUMBERS {
            if let Some(given) = self.option(option) {
                settings[field] = parsed(given)?;
            }
        }
        if let Some(answer) = self.option("modified-counts") {
            settings["modifiedCounts"] = json!(answer == "yes");
        }
        if let Some(labels) = self.option("label-order") {
            settings["labelOrder"] = labels.split(',').map(str::trim).collect();
        }
        for (option, field) in [("selective", "selective"), ("all-logged", "allLogged")] {
            if self.flag(option) {
                settings[field] = json!(true);
            }
        }
        Ok(settings)
    }
}
