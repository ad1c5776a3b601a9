//! What the history says of assessments, and of what is answered in them.

use super::replay::{Key, Replay, pick, text};
use assay_domain::framework::Scope;
use assay_domain::id::{ProfileId, QuestionId};
use serde_json::{Value, json};

/// The key of an answer, measure or rating within its assessment.
pub(super) fn within(noun: &'static str, assessment: &str, item: &str) -> Key {
    (noun, format!("{assessment}/{item}"))
}

impl Replay<'_> {
    pub(super) fn assessment(&mut self, action: &str, id: &str, payload: &Value, act: &Value) {
        let key = ("assessment", id.to_owned());
        match action {
            "assessment.start" => self.start(id, payload, act),
            "assessment.context" => self.set(key, &pick(payload, &["context", "depth"])),
            "assessment.submit" => {
                let mut stands = pick(payload, &["signers"]);
                stands["state"] = json!("in_review");
                stands["submitted"] = act.clone();
                self.set(key, &stands);
                self.keep_organisations_answers(id);
            }
            "assessment.return" => {
                let stands = json!({ "state": "draft", "submitted": null, "approved": null });
                self.set(key, &stands);
                self.supersede_reports(id);
            }
            "assessment.approve" => {
                self.set(key, &json!({ "state": "approved", "approved": act }));
            }
            "answer.save" => {
                let mut answer = pick(payload, &["value", "note", "naReason"]);
                answer["saved"] = act.clone();
                if let Some(key) = self.answer(id, &text(payload, "question")) {
                    self.put(key, &answer);
                }
            }
            "measure.save" => {
                let mut measure = pick(payload, &["level", "note"]);
                measure["saved"] = act.clone();
                self.put(within("measure", id, &text(payload, "control")), &measure);
            }
            "rating.save" => self.rating(id, payload, act),
            "rating.confirm" => {
                for risk in payload["risks"].as_array().into_iter().flatten() {
                    let risk = risk.as_str().unwrap_or_default();
                    self.set(within("rating", id, risk), &json!({ "confirmed": act }));
                }
            }
            "rating.agree" => {
                let rating = self
                    .said
                    .entry(within("rating", id, &text(payload, "risk")))
                    .or_insert_with(|| json!({}));
                rating["notApplicable"]["agreed"] = act.clone();
            }
            "evidence.add" | "evidence.detach" => self.attached(id, &payload["target"], act),
            "dissent.add" => {
                let mut dissent = pick(payload, &["proposedGrade", "reason"]);
                dissent["recorded"] = act.clone();
                self.put(within("dissent", id, &text(act, "at")), &dissent);
            }
            _ => {}
        }
    }

    fn start(&mut self, id: &str, payload: &Value, act: &Value) {
        let mut row = pick(
            payload,
            &["system", "period", "profile", "context", "depth"],
        );
        let system = self.said.get(&("system", text(payload, "system")));
        if let Some(phase) = system.and_then(|system| system["facts"].get("phase")) {
            row["phase"] = phase.clone();
        }
        row["state"] = json!("draft");
        row["begun"] = act.clone();
        row["submitted"] = Value::Null;
        row["approved"] = Value::Null;
        row["signers"] = json!([]);
        self.put(("assessment", id.to_owned()), &row);
        let framework = self.framework;
        let profile = payload["profile"].as_str();
        let profile = profile.map(|profile| framework.profile(&ProfileId::from(profile)));
        if profile == Some(None) {
            self.unknown.insert(id.to_owned());
        }
        let profile = profile.flatten();
        for proposed in profile.iter().flat_map(|profile| &profile.ratings) {
            let inherent = proposed.inherent.as_ref();
            let mut rating = json!({
                "likelihood": inherent.map(|inherent| inherent.likelihood),
                "impact": inherent.map(|inherent| inherent.impact),
                "asProposed": true,
                "confirmed": null,
                "notApplicable": null,
            });
            if inherent.is_none() {
                rating["notApplicable"] = json!({ "agreed": null });
            }
            self.put(within("rating", id, proposed.risk.as_str()), &rating);
        }
    }

    /// Names an answer: the organisation's where the question is. Nothing where the question is unknown.
    fn answer(&mut self, assessment: &str, question: &str) -> Option<Key> {
        let id = QuestionId::from(question);
        match self.framework.question(&id).map(|question| question.scope) {
            Some(Scope::Organisation) => Some(("answer", question.to_owned())),
            Some(_) => Some(within("answer", assessment, question)),
            None => {
                self.unknown.insert(question.to_owned());
                None
            }
        }
    }

    fn keep_organisations_answers(&mut self, id: &str) {
        let questions = self.framework.questions().iter();
        let shared = questions.filter(|question| question.scope == Scope::Organisation);
        let copies: Vec<(Key, Value)> = shared
            .filter_map(|question| {
                let question = question.id.as_str();
                let said = self.said.get(&("answer", question.to_owned()))?;
                Some((within("answer", id, question), said.clone()))
            })
            .collect();
        self.said.extend(copies);
    }

    fn supersede_reports(&mut self, assessment: &str) {
        let subject = json!({ "kind": "assessment", "id": assessment });
        for key in self.of("report", "") {
            let unfinished = |report: &Value| {
                report["subject"] == subject
                    && (report["state"] == "unsigned" || report["state"] == "partly_signed")
            };
            if let Some(report) = self.said.get_mut(&key).filter(|report| unfinished(report)) {
                report["state"] = json!("superseded");
            }
        }
    }

    /// The last signature makes an assessment final; it takes the place of the earlier ones of its system.
    pub(super) fn finish(&mut self, id: &str) {
        let key = ("assessment", id.to_owned());
        let system = match self.said.get_mut(&key) {
            Some(row) if row["state"] == "approved" => {
                row["state"] = json!("signed");
                row["system"].clone()
            }
            _ => return,
        };
        for other in self.of("assessment", "") {
            let earlier = |row: &Value| row["state"] == "signed" && row["system"] == system;
            let row = self.said.get_mut(&other).filter(|row| earlier(row));
            match row {
                Some(row) if other != key => row["state"] = json!("superseded"),
                _ => {}
            }
        }
    }

    fn rating(&mut self, id: &str, payload: &Value, act: &Value) {
        let key = within("rating", id, &text(payload, "risk"));
        let before = self.said.get(&key);
        let same = before.is_some_and(|before| {
            before["asProposed"] == true
                && before["likelihood"] == payload["likelihood"]
                && before["impact"] == payload["impact"]
                && before["notApplicable"].is_object() == (payload["notApplicable"] == true)
        });
        let mut rating = pick(payload, &["likelihood", "impact", "reason"]);
        rating["notApplicable"] = Value::Null;
        if payload["notApplicable"] == true {
            rating["notApplicable"] = json!({ "reason": payload["reason"], "agreed": null });
            rating["reason"] = json!("");
        }
        rating["asProposed"] = json!(same);
        rating["confirmed"] = act.clone();
        self.put(key, &rating);
    }

    /// Evidence that comes or goes saves an answer or a measure anew and leaves what it says.
    fn attached(&mut self, id: &str, target: &Value, act: &Value) {
        let item = text(target, "id");
        let (key, empty) = match target["kind"].as_str() {
            Some("question") => {
                let nothing = json!({ "value": null, "note": "", "naReason": "" });
                (self.answer(id, &item), nothing)
            }
            Some("measure") => {
                let nothing = json!({ "level": null, "note": "" });
                (Some(within("measure", id, &item)), nothing)
            }
            _ => (None, Value::Null),
        };
        let Some(key) = key else {
            return;
        };
        let row = self.said.entry(key).or_insert(empty);
        row["saved"] = act.clone();
    }
}
