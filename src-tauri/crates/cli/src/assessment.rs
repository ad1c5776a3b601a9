//! `assay assessment`: from the context to the approval.

use crate::secret::wire;
use crate::table::columns;
use crate::workspace::{Desk, number_of, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

impl Desk<'_> {
    pub(crate) fn assessment(&mut self, action: &str) -> Outcome {
        match action {
            "list" => return self.assessments(),
            "start" => return self.start(),
            _ => {}
        }
        let id = self.named_assessment()?;
        match action {
            "show" => self.show(&id),
            "answer" => self.answer(&id),
            "measure" => self.measure(&id),
            "rate" => self.rate(&id),
            "confirm" => self.confirm(&id),
            "fill" => self.fill(&id),
            "submit" => self.submit(&id),
            "approve" => self.moved("assessment_approve", &json!({ "id": id })),
            _ => self.moved(
                "assessment_return",
                &json!({ "id": id, "reason": self.word("reason") }),
            ),
        }
    }

    fn moved(&mut self, command: &str, request: &Value) -> Outcome {
        let view = self.call(command, request)?;
        self.graded(view)
    }

    /// Finds an assessment by its id, or the one of a system that was changed last.
    fn named_assessment(&mut self) -> Result<String, WireError> {
        let named = self.word("assessment").to_owned();
        let list = self.call("assessment_list", &json!({ "system": null }))?;
        let rows = list["assessments"].as_array().cloned().unwrap_or_default();
        if rows.iter().any(|row| row["id"] == named.as_str()) {
            return Ok(named);
        }
        let system = self.system(&named).unwrap_or_default();
        let newest = rows.iter().find(|row| row["system"] == system.as_str());
        newest
            .map(|row| text(&row["id"]))
            .ok_or_else(|| wire("assessment-unnamed", &[("named", &named)]))
    }

    fn assessments(&mut self) -> Outcome {
        let list = self.call("assessment_list", &json!({ "system": null }))?;
        let line = |row: &Value| {
            let grade = text(&row["summary"]["grade"]);
            vec![
                text(&row["id"]),
                text(&row["systemName"]),
                text(&row["state"]),
                text(&row["period"]["to"]),
                grade,
            ]
        };
        let rows: Vec<_> = list["assessments"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(list, columns(&rows)))
    }

    fn start(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let values = self.word("context").split(',');
        let values: Vec<u8> = values
            .map(|value| number_of("context", value))
            .collect::<Result<_, _>>()?;
        let value = |place: usize| json!({ "value": values.get(place), "reason": "" });
        let context = json!({ "scenario": value(0), "autonomy": value(1), "scale": value(2) });
        let proposal = self.call(
            "assessment_propose",
            &json!({ "system": system, "context": context }),
        )?;
        let date = |option: &str, proposed: &Value| {
            self.option(option)
                .map_or_else(|| text(proposed), str::to_owned)
        };
        let request = json!({
            "system": system,
            "period": {
                "from": date("from", &proposal["period"]["from"]),
                "to": date("to", &proposal["period"]["to"]),
            },
            "context": context,
            "profile": self.option("profile"),
            "depth": self.option("depth").map_or_else(|| text(&proposal["depth"]), str::to_owned),
        });
        let view = self.call("assessment_start", &request)?;
        let id = text(&view["assessment"]["id"]);
        self.said(view, "cli-said-start", &[("id", id)])
    }

    fn show(&mut self, id: &str) -> Outcome {
        let request = json!({ "id": id });
        if self.flag("result") {
            let result = self.call("assessment_result", &request)?;
            let text = serde_json::to_string_pretty(&result["outcome"]).unwrap_or_default();
            return Ok(Done::yes(result, text));
        }
        let view = self.call("assessment_get", &request)?;
        self.graded(view)
    }

    /// Says the grade that an answer of the contract carries.
    pub(crate) fn graded(&self, answer: Value) -> Outcome {
        let summary = &answer["summary"];
        let grade = |grade: &Value| self.words.t(&format!("grade-{}", text(grade)));
        let interval = &summary["interval"];
        let args = [
            ("grade", grade(&summary["grade"])),
            ("best", grade(&interval[0])),
            ("worst", grade(&interval[2])),
            ("tier", text(&summary["tier"])),
            ("confidence", text(&summary["confidence"])),
            ("answered", text(&summary["answered"])),
            ("total", text(&summary["inScope"])),
        ];
        self.said(answer.clone(), "cli-said-grade", &args)
    }

    /// Returns the revision that is stored, so that a change made elsewhere in between is noticed.
    fn stored(&mut self, id: &str, list: &str, key: &str, named: &str) -> Result<Value, WireError> {
        let view = self.call("assessment_get", &json!({ "id": id }))?;
        let mut rows = view[list].as_array().into_iter().flatten();
        Ok(rows
            .find(|row| row[key] == named)
            .cloned()
            .unwrap_or(Value::Null))
    }

    fn answer(&mut self, id: &str) -> Outcome {
        let question = self.word("question").to_owned();
        let stored = self.stored(id, "questions", "question", &question)?;
        let kept = |field: &str| {
            stored["answer"][field]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        let request = json!({
            "assessment": id,
            "question": question,
            "value": self.word("value"),
            "note": self.option("note").map_or_else(|| kept("note"), str::to_owned),
            "naReason": self.option("reason").map_or_else(|| kept("naReason"), str::to_owned),
            "revision": stored["answer"]["revision"],
        });
        let saved = self.call("answer_save", &request)?;
        self.graded(saved)
    }

    fn measure(&mut self, id: &str) -> Outcome {
        let control = self.word("control").to_owned();
        let stored = self.stored(id, "measures", "control", &control)?;
        let level: Option<u8> = self.given_number("level")?;
        let note = self
            .option("note")
            .map_or_else(|| text(&stored["note"]), str::to_owned);
        let request = json!({
            "assessment": id,
            "control": control,
            "level": level,
            "note": note,
            "revision": stored["revision"].as_u64().unwrap_or(0),
        });
        let saved = self.call("measure_save", &request)?;
        self.graded(saved)
    }

    fn rate(&mut self, id: &str) -> Outcome {
        let risk = self.word("risk").to_owned();
        let stored = self.stored(id, "ratings", "risk", &risk)?;
        let away = self.option("not-applicable");
        let request = json!({
            "assessment": id,
            "risk": risk,
            "likelihood": self.given_number::<u8>("likelihood")?,
            "impact": self.given_number::<u8>("impact")?,
            "notApplicable": away.is_some(),
            "reason": away.unwrap_or_default(),
            "revision": stored["revision"].as_u64().unwrap_or(0),
        });
        let saved = self.call("rating_save", &request)?;
        self.graded(saved)
    }

    pub(crate) fn confirm(&mut self, id: &str) -> Outcome {
        let view = self.call("assessment_get", &json!({ "id": id }))?;
        let open = view["ratings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|rating| rating["confirmed"].is_null());
        let risks: Vec<&Value> = open.map(|rating| &rating["risk"]).collect();
        let request = json!({ "assessment": id, "risks": risks });
        let saved = self.call("rating_confirm", &request)?;
        self.graded(saved)
    }

    /// Hands over, with signers in order; without any, the person who is here signs.
    fn submit(&mut self, id: &str) -> Outcome {
        let mut signers = self.signers()?;
        if signers.is_empty() {
            let me = self.call("app_status", &json!({}))?["open"]["person"]["id"].clone();
            signers.push(json!({ "role": "assessor", "person": me }));
        }
        let request = json!({ "id": id, "signers": signers });
        let view = self.call("assessment_submit", &request)?;
        self.graded(view)
    }

    /// Returns the signers that were given as `role:name` in order.
    pub(crate) fn signers(&mut self) -> Result<Vec<Value>, WireError> {
        let Some(list) = self.option("signers").map(str::to_owned) else {
            return Ok(Vec::new());
        };
        let persons = self.call("person_list", &json!({}))?;
        let named = |name: &str| {
            let mut persons = persons["persons"].as_array().into_iter().flatten();
            persons
                .find(|person| person["name"] == name || person["id"] == name)
                .map(|person| person["id"].clone())
        };
        let signers = list
            .split(',')
            .filter_map(|signer| signer.split_once(':'))
            .map(|(role, name)| json!({ "role": role.trim(), "person": named(name.trim()) }));
        Ok(signers.collect())
    }
}
