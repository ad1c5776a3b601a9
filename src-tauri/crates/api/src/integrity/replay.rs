//! What the history says of each row: the entries, one after the other, as the program wrote them.

use super::agree::shortened;
use assay_domain::framework::Framework;
use assay_domain::history::EntryBody;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A noun, and which of them: an id, or what tells rows without one apart.
pub(super) type Key = (&'static str, String);

/// What is said of rows, as far as the history has been read. It holds as much as there are rows, however
/// long the history is.
pub(super) struct Replay<'a> {
    pub(super) framework: &'a Framework,
    pub(super) said: BTreeMap<Key, Value>,
    /// When systems were imported; each of them carries that time.
    pub(super) systems_imported: BTreeSet<String>,
    /// How many records runs of thinning named, by system.
    pub(super) thinned: BTreeMap<String, u64>,
    /// Questions, and assessments with a profile, that this program does not know: where an answer stands and
    /// what was proposed cannot be told.
    pub(super) unknown: BTreeSet<String>,
    /// Actions that answer to a finding, or once did.
    actions: BTreeMap<String, BTreeSet<String>>,
}

/// Reads a field as text; empty where it is none.
pub(super) fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// Returns some of the fields, those that are there.
pub(super) fn pick(value: &Value, names: &[&str]) -> Value {
    let fields = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), value.get(*name)?.clone())));
    Value::Object(fields.collect::<Map<_, _>>())
}

impl<'a> Replay<'a> {
    pub(super) fn new(framework: &'a Framework) -> Self {
        Self {
            framework,
            said: BTreeMap::new(),
            systems_imported: BTreeSet::new(),
            thinned: BTreeMap::new(),
            unknown: BTreeSet::new(),
            actions: BTreeMap::new(),
        }
    }

    /// Takes an entry in.
    pub(super) fn take(&mut self, entry: &EntryBody) {
        let EntryBody {
            act,
            action,
            subject,
            payload,
        } = entry;
        if !payload.is_object() {
            return;
        }
        let (noun, verb) = action.split_once('.').unwrap_or_default();
        let act = json!(act);
        let id = subject.id.as_str();
        match noun {
            "workspace" | "privacy" | "logo" => self.workspace(action, id, payload),
            "person" => self.person(verb, id, payload),
            "system" => self.system(verb, id, payload, &act),
            "assessment" | "answer" | "measure" | "rating" | "evidence" | "dissent" => {
                self.assessment(action, id, payload, &act);
            }
            "report" => self.report(verb, id, payload),
            "volume" if verb != "import" => self.put(("volume", id.to_owned()), payload),
            "incident" => self.incident(verb, id, payload, &act),
            "finding" => self.finding(verb, id, payload),
            "action" => {
                let finding = text(&payload["target"], "id");
                self.actions
                    .entry(finding)
                    .or_default()
                    .insert(id.to_owned());
                self.put(("action", id.to_owned()), &json!({ "facts": payload }));
            }
            "decision" if verb == "thin" => self.thin(payload),
            _ => {}
        }
    }

    /// Says everything of a row anew.
    pub(super) fn put(&mut self, key: Key, value: &Value) {
        self.said.insert(key, shortened(value));
    }

    /// Says some fields of a row anew.
    pub(super) fn set(&mut self, key: Key, fields: &Value) {
        let row = self.said.entry(key).or_insert_with(|| json!({}));
        for (name, value) in fields.as_object().into_iter().flatten() {
            row[name] = shortened(value);
        }
    }

    fn workspace(&mut self, action: &str, id: &str, payload: &Value) {
        let key = ("workspace", id.to_owned());
        match action {
            "workspace.create" => {
                let made = &payload["workspace"];
                self.put(key, &pick(made, &["settings", "sample"]));
                let nothing = json!({ "logoSha256": null, "retentionMonths": null });
                self.set(("workspace", id.to_owned()), &nothing);
                self.person("add", &text(payload, "person"), payload);
            }
            "workspace.settings" => self.set(key, &json!({ "settings": payload })),
            "privacy.save" => self.set(key, &pick(payload, &["retentionMonths"])),
            _ => self.set(key, &pick(payload, &["logoSha256"])),
        }
    }

    fn person(&mut self, verb: &str, id: &str, payload: &Value) {
        let key = ("person", id.to_owned());
        match verb {
            "add" => self.put(key, &pick(payload, &["roles", "name", "title"])),
            "change" => {
                self.set(key, &pick(payload, &["name", "title"]));
                let roles = json!({ "roles": payload["value"] });
                self.set(("person", id.to_owned()), &roles);
            }
            _ => {}
        }
    }

    fn system(&mut self, verb: &str, id: &str, payload: &Value, act: &Value) {
        match verb {
            "add" | "save" => self.put(("system", id.to_owned()), &json!({ "facts": payload })),
            "import" => drop(self.systems_imported.insert(text(act, "at"))),
            _ => {}
        }
    }

    fn report(&mut self, verb: &str, id: &str, payload: &Value) {
        let report = &payload["report"];
        if !matches!(verb, "make" | "sign") {
            return;
        }
        self.put(("report", id.to_owned()), report);
        let versions = self.of("report_version", &format!("{id}/")).len();
        let version = ("report_version", format!("{id}/{versions}"));
        self.put(version, &json!({ "sha256": report["pdfSha256"] }));
        if verb == "sign"
            && report["state"] == "signed"
            && report["subject"]["kind"] == "assessment"
        {
            self.finish(&text(&report["subject"], "id"));
        }
    }

    fn incident(&mut self, verb: &str, id: &str, payload: &Value, act: &Value) {
        if verb == "report" {
            return self.put(("incident_report", text(payload, "id")), payload);
        }
        let versions = self.of("incident_version", &format!("{id}/"));
        let next = versions.len() + 1;
        let last = versions.into_iter().next_back();
        let before = last.and_then(|key| self.said.get(&key)).cloned();
        let mut version = before.unwrap_or_else(|| json!({ "state": "open" }));
        version["reason"] = json!("");
        version["changed"] = act.clone();
        match verb {
            "add" | "correct" => version["facts"] = payload.clone(),
            "handle" => version["state"] = json!("handled"),
            "close" => version["state"] = json!("closed"),
            "reopen" => version["state"] = json!("open"),
            _ => forget(&mut version["facts"], &["evidence"]),
        }
        if matches!(verb, "handle" | "close" | "reopen") {
            version["reason"] = json!(text(payload, "reason").trim());
        }
        self.put(("incident_version", format!("{id}/{next:06}")), &version);
    }

    fn finding(&mut self, verb: &str, id: &str, payload: &Value) {
        let key = ("finding", id.to_owned());
        match verb {
            "add" => {
                let mut finding = payload.clone();
                forget(&mut finding, &["revision"]);
                // Where an audit began with the finding, the entry holds it whole.
                if let Some(audit) = payload["audit"].get("id") {
                    finding["audit"] = audit.clone();
                }
                self.put(key, &finding);
            }
            "save" => self.set(key, &json!({ "facts": payload })),
            "evidence" => {
                if let Some(finding) = self.said.get_mut(&key) {
                    forget(&mut finding["facts"], &["evidence"]);
                }
            }
            "move" => {
                let stands = json!({ "state": payload["to"], "acceptedUntil": payload["until"] });
                self.set(key, &stands);
                if payload["step"] == "verify" {
                    self.actions_of(id, |action| {
                        if action["facts"]["state"] == "done" {
                            action["facts"]["state"] = json!("closed");
                        }
                    });
                }
            }
            "ledger" => {
                for change in payload["changes"].as_array().into_iter().flatten() {
                    self.ledger(change);
                }
            }
            _ => {}
        }
    }

    /// A ledger's entry holds cells, so from then on only the rows' being there is known.
    fn ledger(&mut self, change: &Value) {
        let id = text(change, "finding");
        if let Some(finding) = self.said.get_mut(&("finding", id.clone())) {
            forget(finding, &["state", "acceptedUntil"]);
        }
        self.actions_of(&id, |action| {
            if let Some(facts) = action.get_mut("facts") {
                forget(facts, &["state"]);
            }
        });
        let action = ("action", text(change, "action"));
        if let Some(action) = self.said.get_mut(&action) {
            *action = json!({});
        }
    }

    fn actions_of(&mut self, finding: &str, mut change: impl FnMut(&mut Value)) {
        let target = json!({ "kind": "finding", "id": finding });
        for id in self.actions.get(finding).into_iter().flatten() {
            match self.said.get_mut(&("action", id.clone())) {
                Some(action) if action["facts"]["target"] == target => change(action),
                _ => {}
            }
        }
    }

    fn thin(&mut self, payload: &Value) {
        for system in payload["systems"].as_array().into_iter().flatten() {
            let records = system["records"].as_u64().unwrap_or_default();
            *self.thinned.entry(text(system, "system")).or_default() += records;
        }
    }

    /// Returns the keys of a noun that begin with something, in order.
    pub(super) fn of(&self, noun: &'static str, start: &str) -> Vec<Key> {
        let from = (noun, start.to_owned());
        let keys = self.said.range(from..).map(|(key, _)| key);
        keys.take_while(|(other, id)| *other == noun && id.starts_with(start))
            .cloned()
            .collect()
    }
}

/// Takes fields away, of which nothing is known from now on.
fn forget(value: &mut Value, names: &[&str]) {
    if let Some(fields) = value.as_object_mut() {
        for name in names {
            fields.remove(*name);
        }
    }
}
