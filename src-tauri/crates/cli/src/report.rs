//! `assay report`: making, signing and handing out.

use crate::secret::{passphrase, pin, pkcs12_password, text_of, wire};
use crate::table::columns;
use crate::workspace::{Desk, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

impl Desk<'_> {
    pub(crate) fn report(&mut self, action: &str) -> Outcome {
        match action {
            "list" => self.reports(),
            "make" => self.make(),
            "copy" => self.copy(),
            "sign" => {
                let id = self.word("report").to_owned();
                self.sign(&id)
            }
            "redact" => self.redact(),
            "body" => self.body(),
            _ => {
                let (id, path) = (self.word("report").to_owned(), self.place("file")?);
                self.export(&id, &path)
            }
        }
    }

    fn reports(&mut self) -> Outcome {
        let list = self.call("report_list", &json!({ "subject": null }))?;
        let line = |row: &Value| {
            let report = &row["report"];
            vec![
                text(&report["id"]),
                self.words
                    .t(&format!("report-kind-{}", text(&report["subject"]["kind"]))),
                text(&report["about"]),
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

    /// Makes a report of what `--kind` names, else of an assessment; signs and exports on request.
    fn make(&mut self) -> Outcome {
        let subject = self.subject()?;
        let signers = self.signers()?;
        let locale = self
            .option("report-lang")
            .map_or_else(|| self.words.locale().tag().to_owned(), str::to_owned);
        let request = json!({
            "subject": subject, "locale": locale, "signers": signers, "paper": self.option("paper"),
        });
        let report = self.call("report_make", &request)?;
        let id = text(&report["id"]);
        if self.flag("sign") {
            return self.sign(&id);
        }
        match self.given_place("out")? {
            Some(path) => self.export(&id, &path),
            None => self.said(report, "cli-said-report", &[("id", id)]),
        }
    }

    /// What a report is made of; the grammar asks for the id that the kind needs.
    fn subject(&mut self) -> Result<Value, WireError> {
        let kind = self
            .option("report-kind")
            .unwrap_or("assessment")
            .to_owned();
        let id = match kind.as_str() {
            "assessment" => Some(match self.option("assessment") {
                Some(id) => id.to_owned(),
                None => self.approved()?,
            }),
            "fallback_card" => self.option("plan").map(str::to_owned),
            "overview" => return Ok(json!({ "kind": kind })),
            "comparison" => Some(self.compared()?),
            "ledger" | "decisions" => match self.option("system").map(str::to_owned) {
                Some(named) => Some(self.system(&named)?),
                None => None,
            },
            noun => self.option(noun).map(str::to_owned),
        };
        Ok(json!({ "kind": kind, "id": id }))
    }

    /// The later of the two assessments that are compared: the one named, or a system's newest.
    fn compared(&mut self) -> Result<String, WireError> {
        if let Some(id) = self.option("assessment") {
            return Ok(id.to_owned());
        }
        let named = self.word("system").to_owned();
        let system = self.system(&named)?;
        let list = self.call("assessment_list", &json!({ "system": system }))?;
        let newest = list["assessments"][0]["id"].as_str().map(str::to_owned);
        newest.ok_or_else(|| wire("comparison-none", &[]))
    }

    /// A system's newest approved assessment.
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
        let request = json!({
            "report": id,
            "passphrase": passphrase(self.matches)?,
            "identity": self.identity()?,
            "seen": self.option("seen"),
        });
        let report = self.call("report_sign", &request)?;
        match self.given_place("out")? {
            Some(path) => self.export(id, &path),
            None => {
                let state = text(&report["state"]);
                self.said(report, "cli-said-signed", &[("state", state)])
            }
        }
    }

    /// With what the report is signed: a PKCS#12 file or a token where one is named, else the key of the workspace.
    fn identity(&self) -> Result<Value, WireError> {
        let key = self.option("key");
        if let Some(path) = self.given_place("pkcs12")? {
            let password = pkcs12_password(self.matches)?;
            return Ok(json!({
                "kind": "pkcs12", "path": path, "password": password, "key": key,
            }));
        }
        let Some(module) = self.given_place("pkcs11-module")? else {
            return Ok(json!({ "kind": "workspace" }));
        };
        let (token, pin) = (self.option("token"), pin(self.matches)?);
        Ok(json!({
            "kind": "token", "module": module, "token": token, "key": key, "pin": pin,
        }))
    }

    /// Writes a copy from which something is removed.
    fn redact(&mut self) -> Outcome {
        let answers = self.word("hide-answers").split(',').map(str::trim);
        let answers: Vec<&str> = answers.filter(|answer| !answer.is_empty()).collect();
        let words = match self.path("hide-words-file") {
            Some(path) => text_of(path)?,
            None => String::new(),
        };
        let cut = json!({
            "persons": self.flag("hide-persons"),
            "organisation": self.flag("hide-organisation"),
            "evidence": self.flag("hide-evidence"),
            "notes": self.flag("hide-notes"),
            "answers": answers,
            "words": words.lines().collect::<Vec<_>>(),
        });
        let path = self.place("file")?;
        let request = json!({
            "report": self.word("report"),
            "path": path,
            "cut": cut,
            "passphrase": passphrase(self.matches)?,
            "identity": self.identity()?,
        });
        let copy = self.call("report_redact", &request)?;
        self.said(copy, "cli-said-export", &[("path", path)])
    }

    /// Writes the report with its evidence.
    fn body(&mut self) -> Outcome {
        let path = self.place("file")?;
        let request = json!({
            "report": self.word("report"),
            "path": path,
            "evidence": self.flag("with-evidence"),
        });
        let written = self.call("report_body", &request)?;
        let files = text(&written["files"]);
        self.said(
            written,
            "cli-said-body",
            &[("path", path), ("files", files)],
        )
    }

    /// Writes an editable copy of the report.
    fn copy(&mut self) -> Outcome {
        let path = self.place("file")?;
        let request = json!({ "report": self.word("report"), "path": path });
        let done = self.call("report_copy", &request)?;
        self.said(done, "cli-said-export", &[("path", path)])
    }

    fn export(&mut self, id: &str, path: &str) -> Outcome {
        let done = self.call("report_export", &json!({ "report": id, "path": path }))?;
        self.said(done, "cli-said-export", &[("path", path.to_owned())])
    }
}
