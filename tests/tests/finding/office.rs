//! An office with one AI system and findings of it.

use assay_tests::desk::Desk;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A workspace of one person who does everything.
pub(crate) struct Office {
    pub(crate) desk: Desk,
    pub(crate) folder: TempDir,
    pub(crate) system: String,
}

impl Office {
    pub(crate) fn new() -> Self {
        let (desk, folder, system) = Desk::office("Triage");
        Self {
            desk,
            folder,
            system,
        }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// What is asked to record that a question fell short.
    pub(crate) fn asked(&self, question: &str, failing: &str) -> Value {
        json!({
            "system": self.system, "from": "2026-10-01", "to": "2026-10-31",
            "title": format!("{question} {failing}"), "question": question, "failing": failing,
            "signal": null,
        })
    }

    pub(crate) fn finding(&mut self, question: &str) -> Value {
        let asked = self.asked(question, "fails");
        self.desk.call("finding_add", asked)
    }

    pub(crate) fn action(&mut self, finding: &Value, owner: &str, due: Value) -> Value {
        let facts = json!({
            "title": "Mend it", "system": self.system, "assessment": null,
            "target": { "kind": "finding", "id": finding["id"] }, "owner": owner, "due": due,
            "state": "open", "note": "", "proof": [],
        });
        self.save_action(None, facts, None)
    }

    pub(crate) fn save_action(
        &mut self,
        id: Option<&Value>,
        facts: Value,
        revision: Option<&Value>,
    ) -> Value {
        self.desk.call(
            "action_save",
            json!({ "id": id, "facts": facts, "revision": revision }),
        )
    }

    /// Puts an action into a state.
    pub(crate) fn set_action(&mut self, action: &Value, state: &str) -> Value {
        let mut facts = action["facts"].clone();
        facts["state"] = json!(state);
        self.save_action(Some(&action["id"]), facts, Some(&action["revision"]))
    }

    pub(crate) fn get(&mut self, finding: &Value) -> Value {
        self.desk
            .call("finding_get", json!({ "id": finding["id"] }))
    }

    fn step_of(&mut self, finding: &Value, step: &str, note: &str) -> Value {
        let revision = self.get(finding)["row"]["finding"]["revision"].clone();
        json!({
            "id": finding["id"], "revision": revision,
            "move": { "step": step, "note": note, "until": null },
        })
    }

    pub(crate) fn step(&mut self, finding: &Value, step: &str, note: &str) -> Value {
        let request = self.step_of(finding, step, note);
        self.desk.call("finding_move", request)
    }

    pub(crate) fn refuse_step(&mut self, finding: &Value, step: &str, note: &str) -> String {
        let request = self.step_of(finding, step, note);
        self.desk.refused("finding_move", request)
    }

    pub(crate) fn accept(&mut self, finding: &Value, until: &str) -> Value {
        let mut request = self.step_of(finding, "accept", "small, and known");
        request["move"]["until"] = json!(until);
        self.desk.call("finding_move", request)
    }

    pub(crate) fn list(&mut self, request: Value) -> Value {
        self.desk.call("finding_list", request)
    }
}
