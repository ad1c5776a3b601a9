//! `assay privacy` and `assay decision thin`: what of decision records points at persons.

use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

impl Desk<'_> {
    /// Shows what is set, after what was given is changed.
    pub(crate) fn privacy(&mut self) -> Outcome {
        let mut privacy = self.call("privacy_get", &json!({}))?;
        let mut settings = privacy["settings"].clone();
        if let Some(answer) = self.option("keep-names") {
            settings["keepNames"] = json!(answer == "yes");
        }
        if let Some(given) = self.option("retention-months") {
            settings["retentionMonths"] = months(given)?;
        }
        if settings != privacy["settings"] {
            privacy = self.call("privacy_save", &settings)?;
        }
        let settings = &privacy["settings"];
        let kept = match settings["keepNames"] == true {
            true => self.words.t("cli-said-names-kept"),
            false => self.words.t("cli-said-names-not-kept"),
        };
        let period = match settings["retentionMonths"].as_u64() {
            Some(months) => self
                .words
                .say("cli-said-retention", &[("months", months.to_string())]),
            None => self.words.t("cli-said-retention-none"),
        };
        Ok(Done::yes(privacy, format!("{kept}\n{period}")))
    }

    /// Shows the names behind pseudonyms; the history says that somebody looked.
    pub(crate) fn reviewer_names(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => json!(self.system(&named)?),
            None => Value::Null,
        };
        let found = self.call("reviewer_names", &json!({ "system": system }))?;
        let line = |name: &Value| vec![text(&name["pseudonym"]), text(&name["name"])];
        let names = found["names"].as_array().into_iter().flatten();
        let rows: Vec<_> = names.map(line).collect();
        Ok(Done::yes(found, columns(&rows)))
    }

    /// Thins every record past the period; with `--dry-run` it only says which.
    pub(crate) fn decision_thin(&mut self) -> Outcome {
        let preview = self.call("decision_thin_preview", &json!({}))?;
        if preview["before"].is_null() {
            return Err(wire("retention-none", &[]));
        }
        if self.flag("dry-run") {
            return self.thin_preview(preview);
        }
        let mut state = self.call("decision_thin", &json!({}))?;
        while state["phase"] != "done" {
            state = self.call("decision_thin", &json!({}))?;
        }
        let args = [
            ("records", text(&state["thinned"])),
            ("before", text(&state["before"])),
        ];
        self.said(state, "cli-said-thin", &args)
    }

    fn thin_preview(&self, preview: Value) -> Outcome {
        let systems = preview["systems"].as_array().into_iter().flatten();
        let line = |system: &Value| {
            let labels = system["labels"].as_array().into_iter().flatten();
            let labels: Vec<String> = labels.map(text).collect();
            vec![
                text(&system["systemName"]),
                text(&system["records"]),
                labels.join(", "),
                text(&system["others"]),
            ]
        };
        let heads = ["system", "records", "labels", "others"];
        let mut rows = vec![
            heads
                .map(|head| self.words.t(&format!("cli-thin-{head}")))
                .to_vec(),
        ];
        rows.extend(systems.map(line));
        let before = [("before", text(&preview["before"]))];
        let said = self.words.say("cli-said-thin-trial", &before);
        let table = columns(&rows);
        Ok(Done::yes(preview, format!("{said}\n{table}")))
    }
}

/// Reads a number of months, or `none`.
fn months(given: &str) -> Result<Value, WireError> {
    if given == "none" {
        return Ok(Value::Null);
    }
    let months: Result<u32, _> = given.parse();
    months
        .map(|months| json!(months))
        .map_err(|_| wire("retention-months", &[("most", "1200")]))
}
