//! `assay drill`, `assay fallback` and `assay authorisation`: going on without the AI, and stopping it.

use crate::method::input;
use crate::secret::wire;
use crate::table::{columns, pieces};
use crate::workspace::{Desk, parsed, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

/// Texts of a stop test, and the field that each fills.
const STOP_TEXTS: [(&str, &str); 4] = [
    ("action", "action"),
    ("day", "day"),
    ("tester", "tester"),
    ("note", "note"),
];

impl Desk<'_> {
    pub(crate) fn drill(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.drills(),
            "start" => self.drill_start(),
            "mark" => self.drill_mark(),
            "finish" => self.drill_step(json!({ "kind": "finish" })),
            "abort" => {
                let reason = self.word("reason").to_owned();
                self.drill_step(json!({ "kind": "abort", "reason": reason }))
            }
            "evidence" => self.drill_evidence(),
            _ => {
                let id = self.word("drill").to_owned();
                let detail = self.call("drill_get", &json!({ "id": id }))?;
                Ok(self.drill_shown(detail))
            }
        }
    }

    /// Finds the system of `--system`, if it was given.
    fn system_given(&mut self) -> Result<Option<String>, WireError> {
        match self.option("system").map(str::to_owned) {
            Some(named) => self.system(&named).map(Some),
            None => Ok(None),
        }
    }

    fn drills(&mut self) -> Outcome {
        let system = self.system_given()?;
        let list = self.call("drill_list", &json!({ "system": system }))?;
        let line = |row: &Value| {
            let verdict = self
                .words
                .t(&format!("drill-verdict-{}", text(&row["verdict"])));
            vec![
                text(&row["id"]),
                text(&row["begunAt"]),
                text(&row["systemName"]),
                text(&row["decisionPoint"]),
                row["manualAfterMs"]
                    .as_u64()
                    .map(figures)
                    .unwrap_or_default(),
                verdict,
            ]
        };
        let rows = list["drills"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(list, said))
    }

    /// Plans a drill and marks the fault at once.
    fn drill_start(&mut self) -> Outcome {
        let facts = json!({
            "system": self.system_given()?,
            "named": "",
            "decisionPoint": self.word("point"),
            "plan": null,
            "plannedFor": null,
            "scenario": self.word("scenario"),
            "announced": self.flag("announced"),
            "observers": self.word("observers"),
            "limitMinutes": null,
        });
        let request = json!({ "id": null, "revision": null, "facts": facts });
        let planned = self.call("drill_plan", &request)?;
        let step = json!({ "kind": "mark", "mark": "fault" });
        let id = planned["drill"]["id"].clone();
        let begun = self.call("drill_step", &json!({ "id": id, "step": step }))?;
        self.said(begun, "cli-said-drill", &[("id", text(&id))])
    }

    /// Records a moment, a number of waiting cases or errors, or a note; each that was typed, in this order.
    fn drill_mark(&mut self) -> Outcome {
        let mut steps = Vec::new();
        if let Some(mark) = self.option("mark") {
            steps.push(json!({ "kind": "mark", "mark": mark }));
        }
        for kind in ["backlog", "errors"] {
            if let Some(count) = self.option(kind) {
                steps.push(json!({ "kind": kind, "count": parsed(count)? }));
            }
        }
        if let Some(note) = self.option("note") {
            steps.push(json!({ "kind": "note", "text": note }));
        }
        let last = steps.pop().ok_or_else(|| wire("drill-nothing", &[]))?;
        for step in steps {
            self.drill_step(step)?;
        }
        self.drill_step(last)
    }

    fn drill_step(&mut self, step: Value) -> Outcome {
        let id = self.word("drill").to_owned();
        let detail = self.call("drill_step", &json!({ "id": id, "step": step }))?;
        Ok(self.drill_shown(detail))
    }

    /// Attaches a piece of evidence, or takes one off.
    fn drill_evidence(&mut self) -> Outcome {
        let id = self.word("drill").to_owned();
        let detail = match self.option("detach") {
            Some(piece) => {
                let request = json!({ "id": id, "piece": piece });
                self.call("drill_evidence_detach", &request)?
            }
            None => {
                let request = json!({ "id": id, "piece": self.piece()? });
                self.call("drill_evidence_add", &request)?
            }
        };
        let rows = pieces(&detail["evidence"]);
        Ok(Done::yes(detail, rows))
    }

    /// Shows the marks with their times, and how the drill compares with its limit.
    fn drill_shown(&self, detail: Value) -> Done {
        let course = &detail["course"];
        let mark = |row: &Value| {
            let source = match row["source"].as_str() {
                Some("wall") => self.words.t("drill-source-wall"),
                Some("unknown") => self.words.t("drill-source-unknown"),
                _ => String::new(),
            };
            vec![
                self.words.t(&format!("drill-mark-{}", text(&row["mark"]))),
                row["afterMs"].as_u64().map(figures).unwrap_or_default(),
                text(&row["at"]),
                source,
            ]
        };
        let marks = course["marks"].as_array().into_iter().flatten();
        let mut rows: Vec<Vec<String>> = marks.map(mark).collect();
        for jump in course["jumps"].as_array().into_iter().flatten() {
            rows.push(vec![self.jump(jump)]);
        }
        rows.push(vec![
            self.words.t("drill-limit"),
            self.words
                .say("minutes", &[("count", text(&detail["limitMinutes"]))]),
            self.words
                .t(&format!("drill-verdict-{}", text(&detail["verdict"]))),
        ]);
        let said = columns(&rows);
        Done::yes(detail, said)
    }

    /// Says what the clock did.
    fn jump(&self, jump: &Value) -> String {
        let by = jump["byMs"].as_i64().unwrap_or_default();
        let time = [("time", figures(by.unsigned_abs()))];
        match jump["source"].as_str() {
            Some("wall") => self.words.t("drill-jump-restart"),
            Some("unknown") => self.words.t("drill-jump-unknown"),
            _ if by < 0 => self.words.say("drill-jump-back", &time),
            _ => self.words.say("drill-jump-forth", &time),
        }
    }

    pub(crate) fn fallback(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.fallbacks(),
            "show" => self.fallback_show(),
            "set" => self.fallback_set(),
            _ => {
                let id = self.word("plan").to_owned();
                let detail = self.call("fallback_plan_get", &json!({ "id": id }))?;
                let version = &detail["versions"][0]["plan"]["version"];
                let request = json!({ "id": id, "version": version });
                let plan = self.call("fallback_plan_approve", &request)?;
                self.said_version(plan)
            }
        }
    }

    fn said_version(&self, plan: Value) -> Outcome {
        let args = [
            ("id", text(&plan["id"])),
            ("version", text(&plan["version"])),
        ];
        self.said(plan, "cli-said-fallback-plan", &args)
    }

    fn fallbacks(&mut self) -> Outcome {
        let list = self.call("fallback_list", &json!({}))?;
        let mut rows = Vec::new();
        for row in list["systems"].as_array().into_iter().flatten() {
            let success = &row["demonstrated"]["success"];
            let share = success["of"].as_u64().map(|of| {
                let args = [("count", text(&success["count"])), ("of", of.to_string())];
                self.words.say("drill-share", &args)
            });
            let plans: Vec<String> = row["plans"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|plan| text(&plan["plan"]["id"]))
                .collect();
            rows.push(vec![
                text(&row["systemName"]),
                self.words
                    .say("minutes", &[("count", text(&row["limit"]["minutes"]))]),
                share.unwrap_or_else(|| self.words.t("fallback-not-shown")),
                plans.join(" "),
            ]);
        }
        let said = columns(&rows);
        Ok(Done::yes(list, said))
    }

    fn fallback_show(&mut self) -> Outcome {
        let id = self.word("plan").to_owned();
        let detail = self.call("fallback_plan_get", &json!({ "id": id }))?;
        let last = &detail["versions"][0];
        let facts = last["plan"]["facts"].as_object();
        let mut rows: Vec<Vec<String>> = facts
            .into_iter()
            .flatten()
            .filter(|(_, value)| !value.is_null() && *value != "")
            .map(|(field, value)| vec![field.clone(), text(value)])
            .collect();
        for gap in last["gaps"].as_array().into_iter().flatten() {
            rows.push(vec![self.words.t(&format!("plan-gap-{}", text(gap)))]);
        }
        let said = columns(&rows);
        Ok(Done::yes(detail, said))
    }

    /// Writes a plan, or its next version; what the JSON object leaves out stays as it was, or empty.
    fn fallback_set(&mut self) -> Outcome {
        let plan = self.option("plan").map(str::to_owned);
        let (mut facts, version) = match &plan {
            Some(id) => {
                let detail = self.call("fallback_plan_get", &json!({ "id": id }))?;
                let last = &detail["versions"][0]["plan"];
                (last["facts"].clone(), last["version"].clone())
            }
            None => (blank(&self.system_given()?), Value::Null),
        };
        let given = parsed(&input(self.path("facts"))?)?;
        let fields = given
            .as_object()
            .ok_or_else(|| wire("request-malformed", &[("detail", "facts")]))?;
        for (field, value) in fields {
            facts[field] = value.clone();
        }
        let request = json!({ "id": plan, "version": version, "facts": facts });
        let saved = self.call("fallback_plan_save", &request)?;
        self.said_version(saved)
    }

    pub(crate) fn authorisation(&mut self, action: &str) -> Outcome {
        let system = json!(self.system_given()?);
        let request = json!({ "system": system });
        let shown = self.call("authorisation_get", &request)?;
        let version = shown["versions"][0]["matrix"]["version"].as_u64();
        let version = version.unwrap_or_default();
        let detail = match action {
            "show" => shown,
            "set" => {
                let actions = parsed(&input(self.path("facts"))?)?;
                let note = self.word("note");
                let request = json!({ "system": system, "version": version, "actions": actions, "note": note });
                self.call("authorisation_save", &request)?
            }
            "approve" => {
                let request = json!({ "system": system, "version": version });
                self.call("authorisation_approve", &request)?
            }
            _ => return self.stop_test(&system),
        };
        Ok(self.matrix(detail))
    }

    fn matrix(&self, detail: Value) -> Done {
        let line = |row: &Value| {
            let now = if row["after"].is_null() {
                &row["before"]
            } else {
                &row["after"]
            };
            let change = self
                .words
                .t(&format!("matrix-change-{}", text(&row["change"])));
            let may = self
                .words
                .t(&format!("permission-{}", text(&now["permission"])));
            let expires = text(&now["expires"]);
            vec![
                change,
                text(&now["action"]),
                may,
                text(&now["stopper"]),
                expires,
            ]
        };
        let rows = detail["compared"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Done::yes(detail, said)
    }

    fn stop_test(&mut self, system: &Value) -> Outcome {
        let mut facts =
            json!({ "system": system, "result": self.word("stop-result"), "stoppedAfterS": null });
        for (option, field) in STOP_TEXTS {
            facts[field] = json!(self.word(option));
        }
        if let Some(seconds) = self.option("seconds") {
            facts["stoppedAfterS"] = parsed(seconds)?;
        }
        let made = self.call("stop_test_add", &json!({ "facts": facts }))?;
        let id = text(&made["id"]);
        self.said(made, "cli-said-stop-test", &[("id", id)])
    }
}

/// A plan that says nothing yet.
fn blank(system: &Option<String>) -> Value {
    json!({
        "system": system, "decisionPoint": "", "trigger": "", "decider": "", "manualMethod": "",
        "people": "", "materials": "", "capacityPerHour": null, "loadPerHour": null,
        "limitMinutes": null, "limitReason": "", "wayBack": "", "catchUp": "",
    })
}

/// Writes milliseconds as the figures of a stopwatch.
fn figures(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match hours {
        0 => format!("{minutes:02}:{:02}", seconds % 60),
        _ => format!("{hours}:{minutes:02}:{:02}", seconds % 60),
    }
}
