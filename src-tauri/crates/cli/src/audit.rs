//! `assay audit`: the programme of checks, and audits from the checklist to the comparison.

use crate::secret::wire;
use crate::table::{columns, pieces};
use crate::workspace::{Desk, parsed, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

impl Desk<'_> {
    pub(crate) fn audit(&mut self, action: &str) -> Outcome {
        match action {
            "plan" => self.audit_plan(),
            "due" => self.audit_due(),
            "check" => self.audit_check(),
            "list" => self.audits(),
            "schedule" => self.audit_schedule(),
            "start" => self.audit_start(),
            "show" => self.audit_show(),
            "record" => self.audit_record(),
            "evidence" => self.audit_evidence(),
            "close" => self.audit_close(),
            "compare" => self.audit_compare(),
            "packs" => self.packs(),
            _ => self.pack_add(),
        }
    }

    /// Names a code in the language of the person.
    fn code(&self, prefix: &str, value: &Value) -> String {
        match value.as_str() {
            Some(code) => self.words.t(&format!("{prefix}-{code}")),
            None => String::new(),
        }
    }

    /// Finds the AI systems that `--system` names, one or several.
    fn named_systems(&mut self) -> Result<Vec<Value>, WireError> {
        let given = self.matches.try_get_many::<String>("system").ok().flatten();
        let named: Vec<String> = given.into_iter().flatten().cloned().collect();
        named
            .iter()
            .map(|name| Ok(json!(self.system(name)?)))
            .collect()
    }

    fn audit_plan(&mut self) -> Outcome {
        let systems = self.named_systems()?;
        let every = self.option("every").map(cadence).transpose()?;
        let asked = json!({ "systems": systems, "cadence": every });
        let proposed = self.call("plan_propose", &asked)?;
        let cadence = &proposed["cadence"];
        let first = self
            .option("first-due")
            .map_or(proposed["first"].clone(), |day| json!(day));
        let request = json!({
            "id": null,
            "revision": 0,
            "kind": self.option("kind").unwrap_or("system_audit"),
            "facts": { "name": self.word("name"), "systems": systems, "cadence": cadence, "first": first },
        });
        let made = self.call("plan_save", &request)?;
        let args = [("id", text(&made["id"])), ("first", text(&first))];
        self.said(made, "cli-said-plan", &args)
    }

    fn audit_due(&mut self) -> Outcome {
        let programme = self.call("programme_get", &json!({}))?;
        let mut rows = Vec::new();
        for list in ["due", "missed"] {
            for check in programme[list].as_array().into_iter().flatten() {
                let occurrence = &check["occurrence"];
                rows.push(vec![
                    text(&occurrence["due"]),
                    self.code("check-state", &occurrence["state"]),
                    self.code("check-kind", &check["kind"]),
                    text(&check["systemName"]),
                    text(&check["planName"]),
                ]);
            }
        }
        Ok(Done::yes(programme, columns(&rows)))
    }

    fn audit_check(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let request = json!({
            "system": self.system(&named)?,
            "kind": self.word("kind"),
            "on": self.word("on"),
            "result": self.word("found"),
            "note": self.word("note"),
        });
        let made = self.call("check_record", &request)?;
        let id = text(&made["id"]);
        self.said(made, "cli-said-check", &[("id", id)])
    }

    fn audits(&mut self) -> Outcome {
        let system = match self.option("system").map(str::to_owned) {
            Some(named) => Some(self.system(&named)?),
            None => None,
        };
        let list = self.call("audit_list", &json!({ "system": system, "limit": 500 }))?;
        let mut rows = Vec::new();
        for part in ["open", "closed"] {
            for row in list[part].as_array().into_iter().flatten() {
                let audit = &row["audit"];
                rows.push(vec![
                    text(&audit["id"]),
                    text(&audit["due"]),
                    self.code("audit-state", &audit["state"]),
                    text(&row["systemName"]),
                    self.results(&audit["tally"]),
                ]);
            }
        }
        Ok(Done::yes(list, columns(&rows)))
    }

    /// Adds up a tally in words.
    fn results(&self, tally: &Value) -> String {
        let sum = |field: &str| -> u64 {
            let parts = tally.as_array().into_iter().flatten();
            parts.filter_map(|part| part[field].as_u64()).sum()
        };
        let args =
            ["conforms", "partly", "fails", "open"].map(|field| (field, sum(field).to_string()));
        self.words.say("audit-results", &args)
    }

    /// Returns what the program proposes for the next audit of the system that `--system` names, with
    /// the days that were typed.
    fn audit_proposed(&mut self) -> Result<Value, WireError> {
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let mut proposed = self.call("audit_propose", &json!({ "system": system }))?;
        proposed["system"] = json!(system);
        for (option, field) in [
            ("from", "/period/from"),
            ("to", "/period/to"),
            ("due", "/due"),
        ] {
            if let (Some(day), Some(place)) = (self.option(option), proposed.pointer_mut(field)) {
                *place = json!(day);
            }
        }
        Ok(proposed)
    }

    fn audit_schedule(&mut self) -> Outcome {
        let proposed = self.audit_proposed()?;
        let request = json!({
            "system": proposed["system"], "period": proposed["period"], "due": proposed["due"],
        });
        let made = self.call("audit_schedule", &request)?;
        let args = [("id", text(&made["id"])), ("due", text(&made["due"]))];
        self.said(made, "cli-said-audit-schedule", &args)
    }

    fn audit_start(&mut self) -> Outcome {
        let proposed = self.audit_proposed()?;
        let mut scope = proposed["scope"].clone();
        let questions: Option<Vec<&String>> =
            self.matches.get_many("questions").map(Iterator::collect);
        let dimensions = self.option("dimensions").map(listed);
        if dimensions.is_some() || questions.is_some() {
            scope = json!({
                "dimensions": dimensions.unwrap_or_else(|| json!([])),
                "questions": questions.unwrap_or_default(),
                "packs": [],
            });
        }
        if let Some(packs) = self.option("packs") {
            scope["packs"] = listed(packs);
        }
        let request = json!({
            "system": proposed["system"],
            "period": proposed["period"],
            "due": proposed["due"],
            "scope": scope,
            "carry": !self.flag("no-carry"),
        });
        let made = self.call("audit_start", &request)?;
        let items = made["items"].as_array().map_or(0, Vec::len);
        let args = [
            ("id", text(&made["audit"]["id"])),
            ("count", items.to_string()),
        ];
        self.said(made, "cli-said-audit-start", &args)
    }

    fn audit_of(&mut self) -> Result<Value, WireError> {
        let request = json!({ "id": self.word("audit") });
        self.call("audit_get", &request)
    }

    fn audit_show(&mut self) -> Outcome {
        let detail = self.audit_of()?;
        let side = self.side();
        let line = |view: &Value| {
            let marks = view["marks"].as_array().into_iter().flatten();
            let marks: Vec<String> = marks.map(|mark| self.code("audit-mark", mark)).collect();
            vec![
                text(&view["item"]["question"]),
                self.code("audit-dimension", &view["item"]["dimension"]),
                self.code("audit-result", &view["item"]["result"]),
                marks.join(", "),
                text(&view["asked"]["text"][side]),
            ]
        };
        let rows = detail["items"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(detail, said))
    }

    fn side(&self) -> &'static str {
        match self.words.locale().tag() {
            "en" => "en",
            _ => "zh",
        }
    }

    fn audit_record(&mut self) -> Outcome {
        let question = self.word("question").to_owned();
        let detail = self.audit_of()?;
        let mut views = detail["items"].as_array().into_iter().flatten();
        let view = views.find(|view| view["item"]["question"] == question.as_str());
        let view =
            view.ok_or_else(|| wire("audit-question-unknown", &[("question", &question)]))?;
        let request = json!({
            "audit": self.word("audit"),
            "question": question,
            "revision": view["item"]["revision"],
            "result": self.word("found"),
            "reason": self.word("reason"),
            "observation": self.option("observation").unwrap_or_else(|| {
                view["item"]["observation"].as_str().unwrap_or_default()
            }),
        });
        let saved = self.call("audit_record", &request)?;
        let said = self.results(&saved["tally"]);
        Ok(Done::yes(saved, said))
    }

    /// Attaches a piece of evidence to a question, or takes one off.
    fn audit_evidence(&mut self) -> Outcome {
        let mut request = json!({
            "audit": self.word("audit"), "question": self.word("question"),
        });
        let command = match self.option("detach") {
            Some(piece) => {
                request["id"] = json!(piece);
                "audit_evidence_detach"
            }
            None => {
                request["piece"] = self.piece()?;
                "audit_evidence_add"
            }
        };
        let saved = self.call(command, &request)?;
        let rows = pieces(&saved["evidence"]);
        Ok(Done::yes(saved, rows))
    }

    fn audit_close(&mut self) -> Outcome {
        let detail = self.audit_of()?;
        let request = json!({
            "audit": self.word("audit"),
            "revision": detail["audit"]["revision"],
            "conclusion": self.word("conclusion"),
        });
        let closed = self.call("audit_close", &request)?;
        let said = self.results(&closed["audit"]["tally"]);
        Ok(Done::yes(closed, said))
    }

    fn audit_compare(&mut self) -> Outcome {
        let request = json!({ "audit": self.word("audit"), "with": self.option("with") });
        let compared = self.call("audit_compare", &request)?;
        let side = self.side();
        let line = |row: &Value| {
            let of = &row["compared"];
            vec![
                text(&of["question"]),
                self.code("audit-change", &of["change"]),
                self.code("audit-result", &of["before"]),
                self.code("audit-result", &of["now"]),
                text(&row["text"][side]),
            ]
        };
        let rows = compared["rows"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(compared, said))
    }

    fn packs(&mut self) -> Outcome {
        let list = self.call("question_pack_list", &json!({}))?;
        let side = self.side();
        let line = |pack: &Value| {
            let questions = pack["questions"].as_array().map_or(0, Vec::len);
            vec![
                text(&pack["id"]),
                text(&pack["name"][side]),
                questions.to_string(),
            ]
        };
        let rows = list["packs"].as_array().into_iter().flatten();
        let said = columns(&rows.map(line).collect::<Vec<_>>());
        Ok(Done::yes(list, said))
    }

    /// Keeps a pack, or lists what is wrong with it by line.
    fn pack_add(&mut self) -> Outcome {
        let request = json!({
            "path": self.place("file")?,
            "id": self.word("code"),
            "name": { "en": self.word("name-en"), "zh": self.word("name-zh") },
        });
        let read = self.call("question_pack_read", &request)?;
        let problems = read["problems"].as_array().cloned().unwrap_or_default();
        if self.flag("dry-run") || !problems.is_empty() {
            let line = |problem: &Value| {
                let kind = self.code("pack-problem", &problem["kind"]);
                vec![
                    text(&problem["line"]),
                    text(&problem["field"]),
                    kind,
                    text(&problem["value"]),
                ]
            };
            let said = columns(&problems.iter().map(line).collect::<Vec<_>>());
            return Ok(Done::answer(problems.is_empty(), read, said));
        }
        let kept = self.call("question_pack_save", &request)?;
        let count = kept["questions"].as_array().map_or(0, Vec::len).to_string();
        let args = [("id", text(&kept["id"])), ("count", count)];
        self.said(kept, "cli-said-pack", &args)
    }
}

/// Reads a cadence such as `3m` or `6w`.
fn cadence(typed: &str) -> Result<Value, WireError> {
    let malformed = || wire("request-malformed", &[("detail", typed)]);
    let (number, unit) = match (typed.strip_suffix('m'), typed.strip_suffix('w')) {
        (Some(number), _) => (number, "months"),
        (_, Some(number)) => (number, "weeks"),
        _ => return Err(malformed()),
    };
    let every = parsed(number)?;
    match every.is_u64() {
        true => Ok(json!({ "unit": unit, "every": every })),
        false => Err(malformed()),
    }
}

fn listed(typed: &str) -> Value {
    typed.split(',').map(str::trim).collect()
}
