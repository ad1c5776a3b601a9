//! Commands on a workspace: each is one or a few commands of the contract.

use crate::method::input;
use crate::secret::{new_passphrase, passphrase, wire};
use crate::table::columns;
use crate::words::{self, Words};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use assay_api::native::Machine;
use assay_api::{Error, SAMPLE_PASSPHRASE, Session, dispatch};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::Path;
use std::str::FromStr;

/// The options that name a file which is read.
const READ: [&str; 8] = [
    "passphrase-file",
    "new-passphrase-file",
    "pkcs12",
    "pkcs12-password-file",
    "pkcs11-module",
    "pin-file",
    "hide-words-file",
    "mapping",
];

/// A session with the workspace that the command names.
pub(crate) struct Desk<'a> {
    session: Session,
    pub(crate) matches: &'a ArgMatches,
    pub(crate) words: &'a Words,
}

/// Runs a command that works on a workspace.
pub(crate) fn run(name: &str, matches: &ArgMatches, words: &Words) -> Outcome {
    let session = Session::new(Box::new(Machine::new(Vec::new()))).map_err(Error::into_wire)?;
    let (action, rest) = matches.subcommand().unwrap_or(("", matches));
    let (below, rest) = rest.subcommand().unwrap_or(("", rest));
    let mut desk = Desk {
        session,
        matches: rest,
        words,
    };
    for option in READ {
        if let Some(path) = rest.try_get_one::<OsString>(option).ok().flatten() {
            desk.keep_file(Path::new(path));
        }
    }
    if name == "new" {
        return desk.new_workspace();
    }
    desk.open()?;
    let done = match (name, action) {
        ("check", _) => desk.check(),
        ("logo", _) => desk.logo(),
        ("privacy", _) => desk.privacy(),
        ("history", _) => desk.history(),
        ("call", _) => desk.any(),
        ("person", "list") => desk.persons(),
        ("person", _) => desk.person_add(),
        ("system", action) => desk.systems_of(action),
        ("assessment", action) => desk.assessment(action),
        ("audit", "sample") => desk.audit_sample(below),
        ("audit", action) => desk.audit(action),
        ("decision", action) => desk.decision(action, below),
        ("drill", action) => desk.drill(action),
        ("fallback", action) => desk.fallback(action),
        ("authorisation", action) => desk.authorisation(action),
        ("incident", action) => desk.incident(action),
        ("finding", action) => desk.finding(action),
        ("reviewer", _) => desk.reviewer_names(),
        ("report", action) => desk.report(action),
        _ => Err(wire("command-unknown", &[("command", name)])),
    };
    let locked = desk.call("workspace_lock", &json!({}));
    // What was done was done; that closing failed is the second thing to say.
    let mut done = done?;
    if let Err(error) = locked {
        done.failed.push(words::refusal(desk.words, error).sentence);
    }
    Ok(done)
}

/// Reads a number that an option gives.
pub(crate) fn number_of<T: FromStr>(option: &str, given: &str) -> Result<T, WireError> {
    let unfit = |_| wire("option-number", &[("option", option), ("value", given)]);
    given.trim().parse().map_err(unfit)
}

impl Desk<'_> {
    pub(crate) fn call(&mut self, command: &str, request: &Value) -> Result<Value, WireError> {
        let answer = dispatch(&mut self.session, command, &request.to_string())?;
        serde_json::from_str(&answer)
            .map_err(|error| wire("unexpected", &[("detail", &error.to_string())]))
    }

    /// Sees to it that nothing is written in the place of a file that the command reads.
    pub(crate) fn keep_file(&mut self, path: &Path) {
        self.session.keep_file(path);
    }

    /// Returns the number that an option gives, or another where it is not given.
    pub(crate) fn number<T: FromStr>(&self, name: &str, otherwise: T) -> Result<T, WireError> {
        Ok(self.given_number(name)?.unwrap_or(otherwise))
    }

    /// Returns the number that an option gives.
    pub(crate) fn given_number<T: FromStr>(&self, name: &str) -> Result<Option<T>, WireError> {
        let given = self.option(name).map(|given| number_of(name, given));
        given.transpose()
    }

    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.matches
            .try_get_one::<String>(name)
            .ok()
            .flatten()
            .map(String::as_str)
    }

    pub(crate) fn word(&self, name: &str) -> &str {
        self.option(name).unwrap_or_default()
    }

    /// Returns the path that an argument gives.
    pub(crate) fn path(&self, name: &str) -> Option<&Path> {
        let given = self.matches.try_get_one::<OsString>(name).ok().flatten();
        given.map(Path::new)
    }

    /// Returns the path that an argument gives, as the contract takes it: whole, and a text.
    pub(crate) fn given_place(&self, name: &str) -> Result<Option<String>, WireError> {
        self.path(name).map(absolute).transpose()
    }

    /// Returns the path that an argument which must be there gives, as the contract takes it.
    pub(crate) fn place(&self, name: &str) -> Result<String, WireError> {
        Ok(self.given_place(name)?.unwrap_or_default())
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.matches.get_flag(name)
    }

    /// Says that something was done, with the answer for `--json`.
    pub(crate) fn said(&self, json: Value, id: &str, args: &[(&str, String)]) -> Outcome {
        let text = self.words.say(id, args);
        Ok(Done::yes(json, text))
    }

    fn open(&mut self) -> Result<(), WireError> {
        let request =
            json!({ "path": self.place("workspace")?, "passphrase": passphrase(self.matches)? });
        self.call("workspace_open", &request).map(drop)
    }

    fn new_workspace(&mut self) -> Outcome {
        let path = self.place("workspace")?;
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
                "check-passed"
            } else {
                "check-failed"
            })
        };
        let line = |item: &Value| vec![text(&item["code"]), state(item), text(&item["detail"])];
        let mut lines = vec![columns(&items.iter().map(line).collect::<Vec<_>>())];
        let problems = items.iter().filter_map(|item| item["problems"].as_array());
        lines.extend(problems.flatten().map(|problem| self.problem(problem)));
        let yes = check["ok"] == true;
        Ok(Done::answer(yes, check, lines.join("\n")))
    }

    /// Says a problem that the check found.
    fn problem(&self, problem: &Value) -> String {
        let args: Vec<(&str, String)> = problem["args"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.as_str(), text(value)))
            .collect();
        let id = format!("check-problem-{}", text(&problem["code"]));
        self.words.say(&id, &args)
    }

    /// Chooses or takes away the logo, or says whether there is one.
    fn logo(&mut self) -> Outcome {
        let workspace = match self.given_place("picture")? {
            Some(path) => self.call("logo_set", &json!({ "path": path }))?,
            None if self.flag("remove") => self.call("logo_remove", &json!({}))?,
            None => self.call("app_status", &json!({}))?["open"]["workspace"].clone(),
        };
        let said = match workspace["logo"].is_null() {
            true => "cli-said-logo-none",
            false => "cli-said-logo",
        };
        self.said(workspace, said, &[])
    }

    fn history(&mut self) -> Outcome {
        let limit: u32 = self.number("limit", 50)?;
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
        let request = parsed(&input(self.path("request"))?)?;
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
}

/// Reads a JSON text that a person wrote.
pub(crate) fn parsed(text: &str) -> Result<Value, WireError> {
    serde_json::from_str(text).map_err(|error| malformed(&error))
}

/// Says where a text is no JSON, or what it should say instead.
pub(crate) fn malformed(error: &serde_json::Error) -> WireError {
    if error.is_data() {
        return wire("request-malformed", &[("detail", &error.to_string())]);
    }
    let place = format!("{}:{}", error.line(), error.column());
    wire("json-malformed", &[("place", &place)])
}

/// Shows a value as a person writes it: a text without quotation marks, nothing for nothing.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Makes a path absolute, since the workspace remembers where it lies.
///
/// The commands of the contract take paths as texts: one that is none would come to stand for another file.
pub(crate) fn absolute(path: &Path) -> Result<String, WireError> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = whole.into_os_string().into_string();
    text.map_err(|path| wire("path-not-text", &[("path", &path.to_string_lossy())]))
}
