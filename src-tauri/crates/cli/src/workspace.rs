//! Commands on a workspace: each is one or a few commands of the contract.

use crate::method::input;
use crate::secret::{new_passphrase, passphrase, wire};
use crate::table::columns;
use crate::words::Words;
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use assay_api::native::Machine;
use assay_api::{Error, SAMPLE_PASSPHRASE, Session, dispatch};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::Path;

/// A session with the workspace that the command names.
struct Desk<'a> {
    session: Session,
    matches: &'a ArgMatches,
    words: &'a Words,
}

/// Runs a command that works on a workspace.
pub(crate) fn run(name: &str, matches: &ArgMatches, words: &Words) -> Outcome {
    let session = Session::new(Box::new(Machine::new(Vec::new()))).map_err(Error::into_wire)?;
    let (action, rest) = matches.subcommand().unwrap_or(("", matches));
    let mut desk = Desk {
        session,
        matches: rest,
        words,
    };
    if name == "new" {
        return desk.new_workspace();
    }
    desk.open()?;
    let done = match (name, action) {
        ("check", _) => desk.check(),
        ("history", _) => desk.history(),
        ("call", _) => desk.any(),
        ("person", "list") => desk.persons(),
        ("person", _) => desk.person_add(),
        ("system", "list") => desk.systems(),
        ("system", "add") => desk.system_add(),
        ("system", _) => desk.system_import(),
        ("assessment", action) => desk.assessment(action),
        ("report", action) => desk.report(action),
        _ => Err(wire("command-unknown", &[("command", name)])),
    };
    desk.call("workspace_lock", &json!({}))?;
    done
}

impl Desk<'_> {
    fn call(&mut self, command: &str, request: &Value) -> Result<Value, WireError> {
        let answer = dispatch(&mut self.session, command, &request.to_string())?;
        serde_json::from_str(&answer)
            .map_err(|error| wire("unexpected", &[("detail", &error.to_string())]))
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.matches
            .try_get_one::<String>(name)
            .ok()
            .flatten()
            .map(String::as_str)
    }

    fn word(&self, name: &str) -> &str {
        self.option(name).unwrap_or_default()
    }

    fn flag(&self, name: &str) -> bool {
        self.matches.get_flag(name)
    }

    /// Says that something was done, with the answer for `--json`.
    fn said(&self, json: Value, id: &str, args: &[(&str, String)]) -> Outcome {
        let text = self.words.say(id, args);
        Ok(Done::yes(json, text))
    }

    fn open(&mut self) -> Result<(), WireError> {
        let request = json!({ "path": absolute(self.word("workspace")), "passphrase": passphrase(self.matches)? });
        self.call("workspace_open", &request).map(drop)
    }

    fn new_workspace(&mut self) -> Outcome {
        let path = absolute(self.word("workspace"));
        let locale = self.words.locale().tag();
        if self.flag("sample") {
            let made = self.call(
                "workspace_create_sample",
                &json!({ "path": path, "locale": locale }),
            )?;
            let args = [("path", path), ("passphrase", SAMPLE_PASSPHRASE.to_owned())];
            return self.said(made, "cli-said-sample", &args);
        }
        let request = json!({
            "path": path,
            "passphrase": passphrase(self.matches)?,
            "settings": {
                "organisation": self.word("organisation"),
                "unit": "",
                "locale": locale,
                "timeZone": self.option("time-zone").unwrap_or("Asia/Shanghai"),
                "marking": {},
            },
            "personName": self.word("person"),
            "personTitle": "",
        });
        let made = self.call("workspace_create", &request)?;
        self.said(made, "cli-said-new", &[("path", path)])
    }

    fn check(&mut self) -> Outcome {
        let check = self.call("workspace_check", &json!({}))?;
        let items = check["items"].as_array().cloned().unwrap_or_default();
        let state = |item: &Value| {
            self.words.t(if item["ok"] == true {
                "verify-holds"
            } else {
                "verify-fails"
            })
        };
        let line = |item: &Value| vec![text(&item["code"]), state(item), text(&item["detail"])];
        let text = columns(&items.iter().map(line).collect::<Vec<_>>());
        Ok(Done {
            yes: check["ok"] == true,
            json: check,
            text,
        })
    }

    fn history(&mut self) -> Outcome {
        let limit: u32 = self
            .option("limit")
            .and_then(|limit| limit.parse().ok())
            .unwrap_or(50);
        let page = self.call("history_list", &json!({ "before": null, "limit": limit }))?;
        let line = |entry: &Value| {
            ["sequence", "at", "person", "action", "subject"]
                .map(|field| text(&entry[field]))
                .to_vec()
        };
        let rows: Vec<_> = page["entries"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(page, columns(&rows)))
    }

    /// Runs any command of the contract with a request from a file or standard input.
    fn any(&mut self) -> Outcome {
        let request = parsed(&input(self.word("request"))?)?;
        let command = self.word("command").to_owned();
        let answer = self.call(&command, &request)?;
        let text = serde_json::to_string_pretty(&answer).unwrap_or_default();
        Ok(Done::yes(answer, text))
    }

    fn persons(&mut self) -> Outcome {
        let list = self.call("person_list", &json!({}))?;
        let line = |person: &Value| {
            vec![
                text(&person["id"]),
                text(&person["name"]),
                person["roles"].to_string(),
            ]
        };
        let rows: Vec<_> = list["persons"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(list, columns(&rows)))
    }

    fn person_add(&mut self) -> Outcome {
        let roles: Vec<&str> = self.word("roles").split(',').map(str::trim).collect();
        let request = json!({
            "name": self.word("name"),
            "title": self.word("title"),
            "roles": roles,
            "passphrase": new_passphrase(self.matches)?,
        });
        let person = self.call("person_add", &request)?;
        let name = text(&person["name"]);
        self.said(person, "cli-said-person", &[("name", name)])
    }

    fn systems(&mut self) -> Outcome {
        let list = self.call("system_list", &json!({}))?;
        let line = |row: &Value| {
            let facts = &row["system"]["facts"];
            let grade = row["last"]["summary"]["grade"]
                .as_u64()
                .map(|grade| self.words.t(&format!("grade-{grade}")));
            let id = text(&row["system"]["id"]);
            vec![
                id,
                text(&facts["reference"]),
                text(&facts["name"]),
                grade.unwrap_or_default(),
            ]
        };
        let rows: Vec<_> = list["systems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(list.clone(), columns(&rows)))
    }

    fn system_add(&mut self) -> Outcome {
        let facts = parsed(&input(self.word("facts"))?)?;
        let system = self.call(
            "system_save",
            &json!({ "id": null, "facts": facts, "revision": null }),
        )?;
        let id = text(&system["id"]);
        self.said(system, "cli-said-system", &[("id", id)])
    }

    fn system_import(&mut self) -> Outcome {
        let path = absolute(self.word("file"));
        let mapping = match self.option("mapping") {
            Some(file) => parsed(&input(file)?)?,
            None => self.call("system_import_read", &json!({ "path": path }))?["mapping"].clone(),
        };
        let request = json!({ "path": path, "mapping": mapping });
        let check = self.call("system_import_check", &request)?;
        if self.flag("dry-run") || check["problemCount"] != 0 {
            let line = |problem: &Value| {
                ["line", "column", "code", "value"]
                    .map(|field| text(&problem[field]))
                    .to_vec()
            };
            let mut rows: Vec<_> = check["problems"]
                .as_array()
                .into_iter()
                .flatten()
                .map(line)
                .collect();
            rows.push(vec![self.words.say(
                "cli-said-import-check",
                &[
                    ("valid", text(&check["valid"])),
                    ("known", text(&check["known"])),
                ],
            )]);
            let yes = check["problemCount"] == 0;
            return Ok(Done {
                json: check,
                text: columns(&rows),
                yes,
            });
        }
        let done = self.call("system_import_commit", &request)?;
        let args = [
            ("added", text(&done["added"])),
            ("known", text(&done["known"])),
        ];
        self.said(done, "cli-said-import", &args)
    }

    fn assessment(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.assessments(),
            "start" => self.start(),
            "show" => self.show(),
            "confirm" => self.confirm(),
            "submit" => self.submit(),
            "approve" | "return" => {
                let id = self.word("assessment").to_owned();
                let request = match action {
                    "approve" => json!({ "id": id }),
                    _ => json!({ "id": id, "reason": self.word("reason") }),
                };
                let view = self.call(&format!("assessment_{action}"), &request)?;
                self.graded(view)
            }
            "answer" => self.answer(),
            "measure" => self.measure(),
            _ => self.rate(),
        }
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

    /// Finds a system by its id or the organisation's own number.
    fn system(&mut self, named: &str) -> Result<String, WireError> {
        let list = self.call("system_list", &json!({}))?;
        let mut systems = list["systems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|row| &row["system"]);
        let found =
            systems.find(|system| system["id"] == named || system["facts"]["reference"] == named);
        found
            .map(|system| text(&system["id"]))
            .ok_or_else(|| wire("not-found", &[("noun", "system")]))
    }

    fn start(&mut self) -> Outcome {
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let values: Vec<Option<u8>> = self
            .word("context")
            .split(',')
            .map(|value| value.trim().parse().ok())
            .collect();
        let value =
            |place: usize| json!({ "value": values.get(place).copied().flatten(), "reason": "" });
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

    fn show(&mut self) -> Outcome {
        let request = json!({ "id": self.word("assessment") });
        if self.flag("result") {
            let result = self.call("assessment_result", &request)?;
            let text = serde_json::to_string_pretty(&result["outcome"]).unwrap_or_default();
            return Ok(Done::yes(result, text));
        }
        let view = self.call("assessment_get", &request)?;
        self.graded(view)
    }

    /// Says the grade that an answer of the contract carries.
    fn graded(&self, answer: Value) -> Outcome {
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
    fn stored(&mut self, list: &str, key: &str, id: &str) -> Result<Value, WireError> {
        let view = self.call("assessment_get", &json!({ "id": self.word("assessment") }))?;
        let mut rows = view[list].as_array().into_iter().flatten();
        Ok(rows
            .find(|row| row[key] == id)
            .cloned()
            .unwrap_or(Value::Null))
    }

    fn answer(&mut self) -> Outcome {
        let question = self.word("question").to_owned();
        let stored = self.stored("questions", "question", &question)?;
        let kept = |field: &str| {
            stored["answer"][field]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        let request = json!({
            "assessment": self.word("assessment"),
            "question": question,
            "value": self.word("value"),
            "note": self.option("note").map_or_else(|| kept("note"), str::to_owned),
            "naReason": self.option("reason").map_or_else(|| kept("naReason"), str::to_owned),
            "revision": stored["answer"]["revision"],
        });
        let saved = self.call("answer_save", &request)?;
        self.graded(saved)
    }

    fn measure(&mut self) -> Outcome {
        let control = self.word("control").to_owned();
        let stored = self.stored("measures", "control", &control)?;
        let level: Option<u8> = self.word("level").parse().ok();
        let note = self
            .option("note")
            .map_or_else(|| text(&stored["note"]), str::to_owned);
        let request = json!({
            "assessment": self.word("assessment"),
            "control": control,
            "level": level,
            "note": note,
            "revision": stored["revision"].as_u64().unwrap_or(0),
        });
        let saved = self.call("measure_save", &request)?;
        self.graded(saved)
    }

    fn rate(&mut self) -> Outcome {
        let risk = self.word("risk").to_owned();
        let stored = self.stored("ratings", "risk", &risk)?;
        let number = |option: &str| {
            self.option(option)
                .and_then(|value| value.parse::<u8>().ok())
        };
        let away = self.option("not-applicable");
        let request = json!({
            "assessment": self.word("assessment"),
            "risk": risk,
            "likelihood": number("likelihood"),
            "impact": number("impact"),
            "notApplicable": away.is_some(),
            "reason": away.unwrap_or_default(),
            "revision": stored["revision"].as_u64().unwrap_or(0),
        });
        let saved = self.call("rating_save", &request)?;
        self.graded(saved)
    }

    fn confirm(&mut self) -> Outcome {
        let view = self.call("assessment_get", &json!({ "id": self.word("assessment") }))?;
        let open = view["ratings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|rating| rating["confirmed"].is_null());
        let risks: Vec<&Value> = open.map(|rating| &rating["risk"]).collect();
        let request = json!({ "assessment": self.word("assessment"), "risks": risks });
        let saved = self.call("rating_confirm", &request)?;
        self.graded(saved)
    }

    /// Hands over, with signers as `role:name` in order; without any, the person who is here signs.
    fn submit(&mut self) -> Outcome {
        let persons = self.call("person_list", &json!({}))?;
        let named = |name: &str| {
            let mut persons = persons["persons"].as_array().into_iter().flatten();
            persons
                .find(|person| person["name"] == name || person["id"] == name)
                .map(|person| person["id"].clone())
        };
        let me = self.call("app_status", &json!({}))?["open"]["person"]["id"].clone();
        let signers: Vec<Value> = match self.option("signers") {
            None => vec![json!({ "role": "assessor", "person": me })],
            Some(list) => list
                .split(',')
                .filter_map(|signer| signer.split_once(':'))
                .map(|(role, name)| json!({ "role": role.trim(), "person": named(name.trim()) }))
                .collect(),
        };
        let request = json!({ "id": self.word("assessment"), "signers": signers });
        let view = self.call("assessment_submit", &request)?;
        self.graded(view)
    }

    fn report(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.reports(),
            "make" => self.make(),
            "sign" => {
                let id = self.word("report").to_owned();
                self.sign(&id)
            }
            _ => {
                let (id, path) = (self.word("report").to_owned(), absolute(self.word("file")));
                self.export(&id, &path)
            }
        }
    }

    fn reports(&mut self) -> Outcome {
        let list = self.call("report_list", &json!({ "assessment": null }))?;
        let line = |row: &Value| {
            let report = &row["report"];
            vec![
                text(&report["id"]),
                text(&row["systemName"]),
                text(&report["state"]),
                text(&report["locale"]),
            ]
        };
        let rows: Vec<_> = list["reports"]
            .as_array()
            .into_iter()
            .flatten()
            .map(line)
            .collect();
        Ok(Done::yes(list, columns(&rows)))
    }

    /// Makes a report of an assessment, or of a system's newest approved one; signs and exports on request.
    fn make(&mut self) -> Outcome {
        let assessment = match self.option("assessment") {
            Some(id) => id.to_owned(),
            None => self.approved()?,
        };
        let locale = self
            .option("report-lang")
            .map_or_else(|| self.words.locale().tag().to_owned(), str::to_owned);
        let report = self.call(
            "report_make",
            &json!({ "assessment": assessment, "locale": locale }),
        )?;
        let id = text(&report["id"]);
        if self.flag("sign") {
            return self.sign(&id);
        }
        match self.option("out").map(absolute) {
            Some(path) => self.export(&id, &path),
            None => self.said(report, "cli-said-report", &[("id", id)]),
        }
    }

    fn approved(&mut self) -> Result<String, WireError> {
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let list = self.call("assessment_list", &json!({ "system": system }))?;
        let mut rows = list["assessments"].as_array().into_iter().flatten();
        let found = rows
            .find(|row| row["state"] == "approved")
            .map(|row| text(&row["id"]));
        found.ok_or_else(|| wire("not-approved", &[]))
    }

    fn sign(&mut self, id: &str) -> Outcome {
        let request = json!({ "report": id, "passphrase": passphrase(self.matches)? });
        let report = self.call("report_sign", &request)?;
        match self.option("out").map(absolute) {
            Some(path) => self.export(id, &path),
            None => {
                let state = text(&report["state"]);
                self.said(report, "cli-said-signed", &[("state", state)])
            }
        }
    }

    fn export(&mut self, id: &str, path: &str) -> Outcome {
        let done = self.call("report_export", &json!({ "report": id, "path": path }))?;
        self.said(done, "cli-said-export", &[("path", path.to_owned())])
    }
}

fn parsed(text: &str) -> Result<Value, WireError> {
    serde_json::from_str(text)
        .map_err(|error| wire("request-malformed", &[("detail", &error.to_string())]))
}

/// Shows a value as a person writes it: a text without quotation marks, nothing for nothing.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Makes a path absolute, since the workspace remembers where it lies.
fn absolute(path: &str) -> String {
    std::path::absolute(Path::new(path)).map_or_else(
        |_| path.to_owned(),
        |path| path.to_string_lossy().into_owned(),
    )
}
