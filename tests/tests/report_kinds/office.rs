//! An office in which something of every kind has happened.

use assay_domain::locale::Locale;
use assay_domain::report::ReportLocale;
use assay_domain::workspace::PaperSize;
use assay_tests::desk::Desk;
use assay_tests::dice::Dice;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

/// A workspace of one person who does everything.
pub(crate) struct Office {
    pub(crate) desk: Desk,
    pub(crate) folder: TempDir,
    pub(crate) system: String,
    pub(crate) locale: Locale,
    /// In which language its reports are told.
    pub(crate) told: ReportLocale,
    dice: Dice,
    /// How many times over a text is told where there is room for it.
    length: usize,
}

/// Texts that a person may have written, with what makes pages hard to set.
const WORDS: [[&str; 2]; 8] = [
    ["The log was read line by line.", "逐行查看了日志。"],
    ["Nobody could say who decides.", "无人能说明由谁决定。"],
    [
        "A sensor sent the value of the day before, 12.5 °C.",
        "传感器传出前一日数值12.5℃。",
    ],
    [
        "See “Rule 7” (2025), § 3: both hold.",
        "见《规则七》（2025年）第3条，均成立。",
    ],
    [
        "First this; then that, and at last a third thing.",
        "先办此事；再办彼事，最后办第三件事。",
    ],
    ["Done by the night shift", "由夜班完成"],
    ["100 % of 3 cases", "3件中的100%"],
    ["𠮷野 asked for it", "𠮷野提出要求"],
];

impl Office {
    pub(crate) fn new(locale: Locale, seed: u64) -> Self {
        Self::telling(locale, seed, 1)
    }

    /// The same with texts that are so many times as long, where there is room for them.
    pub(crate) fn telling(locale: Locale, seed: u64, length: usize) -> Self {
        let name = match locale {
            Locale::En => "Load forecast",
            Locale::ZhCn => "负荷预测系统",
        };
        let (desk, folder, system) = Desk::office(name);
        Self {
            desk,
            folder,
            system,
            locale,
            told: match locale {
                Locale::En => ReportLocale::En,
                Locale::ZhCn => ReportLocale::ZhCn,
            },
            dice: Dice::new(seed),
            length,
        }
    }

    /// One of the texts.
    pub(crate) fn words(&mut self) -> String {
        let side = usize::from(self.locale == Locale::ZhCn);
        self.dice.pick(&WORDS)[side].to_owned()
    }

    /// A text, or nothing, which fields may hold too.
    fn maybe(&mut self) -> String {
        if self.dice.one_in(4) {
            return String::new();
        }
        self.words().repeat(self.length)
    }

    pub(crate) fn me(&mut self) -> Value {
        self.desk.call("app_status", json!({}))["open"]["person"]["id"].clone()
    }

    /// Carries out an audit with results by the dice, records findings of some, and closes it.
    pub(crate) fn audit(&mut self) -> Value {
        let scope = json!({
            "dimensions": ["safety", "controllability"], "questions": [], "packs": [],
        });
        let started = json!({
            "system": self.system, "period": { "from": "2026-01-01", "to": "2026-09-30" },
            "due": "2026-12-31", "scope": scope, "carry": true,
        });
        let audit = self.desk.call("audit_start", started);
        let items = audit["items"].as_array().cloned().unwrap_or_default();
        for item in &items {
            if item["item"]["result"].is_null() {
                self.judge(&audit, &item["item"]);
            }
        }
        let now = self
            .desk
            .call("audit_get", json!({ "id": audit["audit"]["id"] }));
        let closed = json!({
            "audit": now["audit"]["id"], "revision": now["audit"]["revision"],
            "conclusion": self.words(),
        });
        self.desk.call("audit_close", closed)["audit"]["id"].clone()
    }

    fn judge(&mut self, audit: &Value, item: &Value) {
        let result = self
            .dice
            .pick(&["conforms", "conforms", "partly", "fails", "not_applicable"]);
        let reason = if result == "not_applicable" {
            self.words()
        } else {
            String::new()
        };
        let recorded = json!({
            "audit": audit["audit"]["id"], "question": item["question"],
            "revision": item["revision"], "result": result, "reason": reason,
            "observation": self.maybe(),
        });
        self.desk.call("audit_record", recorded);
        if result == "fails" && self.dice.one_in(2) {
            self.finding(audit, item);
        }
    }

    fn finding(&mut self, audit: &Value, item: &Value) {
        let finding = json!({
            "system": self.system, "audit": audit["audit"]["id"], "from": "2026-01-01",
            "to": "2026-09-30", "title": self.words(), "question": item["question"],
            "failing": "fails", "signal": null, "cause": self.maybe(), "effect": self.maybe(),
            "risks": ["3.1.1a"],
        });
        let finding = self.desk.call("finding_add", finding);
        if self.dice.one_in(2) {
            return;
        }
        let due = self.dice.pick(&["2026-11-20", "2027-01-31"]);
        let facts = json!({
            "title": self.words(), "system": self.system, "assessment": null,
            "target": { "kind": "finding", "id": finding["id"] }, "owner": "Office", "due": due,
            "state": "open", "note": self.maybe(), "proof": [],
        });
        let action = json!({ "id": null, "facts": facts, "revision": null });
        self.desk.call("action_save", action);
        let step = json!({
            "id": finding["id"], "revision": finding["revision"],
            "move": { "step": "start_remedy", "note": self.maybe(), "until": null },
        });
        self.desk.call("finding_move", step);
    }

    /// Records an incident with what the dice say is known of it, and answers one duty.
    pub(crate) fn incident(&mut self) -> Value {
        let severity = self
            .dice
            .pick(&["general", "considerable", "major", "extremely_serious"]);
        let entry = json!({
            "system": self.system, "kind": "event", "severity": severity,
            "title": self.words(), "decisionPoint": self.words(),
            "occurredAt": "2026-11-24T13:00", "noticedAt": "2026-11-24T13:20",
            "decidedAt": "2026-11-24T13:25", "manualAt": "2026-11-24T13:40",
            "restoredAt": null, "effect": self.words(), "people": self.dice.below(90_000),
            "cases": null, "harm": self.dice.below(5), "response": self.maybe(),
            "cause": self.maybe(), "lessons": self.maybe(),
        });
        let save = json!({ "id": null, "revision": null, "entry": entry });
        let seen = self.desk.call("incident_save", save);
        let duty = seen["clocks"][0]["duty"]["id"].clone();
        if !duty.is_null() {
            let entry = json!({
                "reportedAt": "2026-11-24T13:50", "reporter": "Duty officer",
                "receipt": "R-17", "note": self.maybe(),
            });
            let made = json!({ "incident": seen["incident"]["id"], "duty": duty, "entry": entry });
            self.desk.call("incident_report_add", made);
        }
        seen["incident"]["id"].clone()
    }

    /// Writes a fallback plan.
    pub(crate) fn plan(&mut self) -> Value {
        let steps = format!("{}\n{}", self.words(), self.words());
        let facts = json!({
            "system": self.system, "decisionPoint": "", "trigger": self.words(),
            "decider": self.words(), "manualMethod": steps, "people": self.maybe(),
            "materials": self.maybe(), "capacityPerHour": "12.5", "loadPerHour": "20",
            "limitMinutes": self.dice.below(25) + 1, "limitReason": "", "wayBack": self.maybe(),
            "catchUp": self.maybe(),
        });
        let save = json!({ "id": null, "version": null, "facts": facts });
        self.desk.call("fallback_plan_save", save)["id"].clone()
    }

    /// Holds a drill, finished or given up as the dice say.
    pub(crate) fn drill(&mut self) -> Value {
        let facts = json!({
            "system": self.system, "named": "", "decisionPoint": "", "plan": null,
            "plannedFor": "2026-11-24", "scenario": self.words(), "announced": true,
            "observers": "Office", "limitMinutes": null,
        });
        let plan = json!({ "id": null, "revision": null, "facts": facts });
        let id = self.desk.call("drill_plan", plan)["drill"]["id"].clone();
        let note = json!({ "kind": "note", "text": self.words() });
        let backlog = json!({ "kind": "backlog", "count": self.dice.below(50) });
        let marks = ["fault", "noticed", "decided", "manual"];
        let marks = marks.map(|mark| json!({ "kind": "mark", "mark": mark }));
        let end = if self.dice.one_in(3) {
            json!({ "kind": "abort", "reason": self.words() })
        } else {
            json!({ "kind": "finish" })
        };
        for step in marks.into_iter().chain([note, backlog, end]) {
            let wait = self.dice.below(400_000);
            self.desk.wait_ms(i64::try_from(wait).unwrap_or_default());
            self.desk
                .call("drill_step", json!({ "id": id, "step": step }));
        }
        id
    }

    /// Logs a few weeks of decisions with what the dice say became of them.
    fn decisions(&mut self) {
        for day in 1..=20 {
            let disposition = self
                .dice
                .pick(&["accepted", "accepted", "modified", "overridden"]);
            let reason = match disposition {
                "accepted" => Value::Null,
                _ => json!("wrong-fact"),
            };
            let record = json!({
                "system": self.system, "decidedAt": format!("2026-11-{day:02}T09:30"),
                "caseKey": format!("C-{day}"), "disposition": disposition,
                "aiOutput": "yes", "humanFinal": if disposition == "accepted" { "yes" } else { "no" },
                "reasonCode": reason, "reviewer": "R", "decisionPoint": "review",
            });
            self.desk.call("decision_add", json!({ "entry": record }));
        }
    }

    /// Completes and approves an assessment of the system.
    pub(crate) fn assessment(&mut self) -> Value {
        let id = self.answered();
        self.desk.approve(id.as_str().unwrap_or_default());
        id
    }

    /// Completes an assessment of the system, with an action that is open.
    pub(crate) fn answered(&mut self) -> Value {
        let system = self.system.clone();
        let id = self.desk.assessment(&system, "eligibility-scoring")["assessment"]["id"].clone();
        let text = id.as_str().unwrap_or_default().to_owned();
        self.weigh(&text);
        let note = self.words().repeat(self.length);
        self.desk.complete_with(&text, &note);
        let facts = json!({
            "title": self.words(), "system": self.system, "assessment": id,
            "target": { "kind": "system" }, "owner": "Office", "due": "2027-01-31",
            "state": "open", "note": "", "proof": [],
        });
        let action = json!({ "id": null, "facts": facts, "revision": null });
        self.desk.call("action_save", action);
        id
    }

    /// Answers and rates a part of an assessment by the dice, with evidence for some of it and a dissent.
    fn weigh(&mut self, id: &str) {
        let view = self.desk.call("assessment_get", json!({ "id": id }));
        for question in view["questions"].as_array().into_iter().flatten() {
            if !question["answer"].is_null() || self.dice.one_in(2) {
                continue;
            }
            let value = self
                .dice
                .pick(&["met", "partly", "not_met", "unknown", "na"]);
            let reason = if value == "na" {
                self.words()
            } else {
                String::new()
            };
            let answer = json!({
                "assessment": id, "question": question["question"], "value": value,
                "note": self.maybe(), "naReason": reason, "revision": null,
            });
            self.desk.call("answer_save", answer);
            if self.dice.one_in(4) {
                self.evidence(id, &question["question"]);
            }
        }
        for rating in view["ratings"].as_array().into_iter().flatten() {
            if self.dice.one_in(2) {
                continue;
            }
            let rated = json!({
                "assessment": id, "risk": rating["risk"], "likelihood": self.dice.below(5) + 1,
                "impact": self.dice.below(5) + 1, "notApplicable": false, "reason": self.maybe(),
                "revision": rating["revision"],
            });
            self.desk.call("rating_save", rated);
        }
        let dissent = json!({ "assessment": id, "proposedGrade": 3, "reason": self.words() });
        self.desk.call("dissent_add", dissent);
    }

    /// Attaches a reference to an answer.
    fn evidence(&mut self, id: &str, question: &Value) {
        let piece = json!({
            "path": null, "locator": format!("Shelf {}", self.dice.below(90)),
            "name": self.words(), "shows": self.maybe(), "dated": "2026-10-07",
            "standing": self.dice.pick(&["attached", "current_independent"]), "keepContent": false,
        });
        let target = json!({ "kind": "question", "id": question });
        let add = json!({ "assessment": id, "target": target, "piece": piece });
        self.desk.call("evidence_add", add);
    }

    /// Makes a report, signed by the one who is here where it is asked for, and writes it to a file.
    pub(crate) fn report(&mut self, subject: &Value, signed: bool) -> (Value, PathBuf) {
        self.report_on(None, subject, signed)
    }

    /// The same on the paper that is asked for, else on that of the settings.
    pub(crate) fn report_on(
        &mut self,
        paper: Option<PaperSize>,
        subject: &Value,
        signed: bool,
    ) -> (Value, PathBuf) {
        let me = self.me();
        let signers = if signed {
            json!([{ "role": "approver", "person": me }])
        } else {
            json!([])
        };
        let request = json!({
            "subject": subject, "locale": self.told, "signers": signers, "paper": paper,
        });
        let report = self.desk.call("report_make", request);
        let path = self.folder.path().join(format!(
            "{}-{}.pdf",
            subject["kind"].as_str().unwrap_or_default(),
            report["number"]
        ));
        let export = json!({ "report": report["id"], "path": path });
        self.desk.call("report_export", export);
        (report, path)
    }

    /// One thing of each kind that is no assessment.
    pub(crate) fn subjects(&mut self) -> Vec<Value> {
        self.audit();
        let audit = self.audit();
        let incident = self.incident();
        let plan = self.plan();
        self.drill();
        let drill = self.drill();
        self.decisions();
        vec![
            json!({ "kind": "overview" }),
            json!({ "kind": "decisions", "id": self.system }),
            json!({ "kind": "audit", "id": audit }),
            json!({ "kind": "ledger", "id": null }),
            json!({ "kind": "incident", "id": incident }),
            json!({ "kind": "fallback_card", "id": plan }),
            json!({ "kind": "drill", "id": drill }),
        ]
    }

    /// One thing of each of the nine kinds.
    pub(crate) fn everything(&mut self) -> Vec<Value> {
        let assessment = self.assessment();
        let mut all = self.subjects();
        let later = self.assessment();
        all.push(json!({ "kind": "assessment", "id": assessment }));
        all.push(json!({ "kind": "comparison", "id": later }));
        all
    }
}
