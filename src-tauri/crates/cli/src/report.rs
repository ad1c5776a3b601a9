//! `assay report`: making, signing and handing out.

use crate::secret::{passphrase, pin, pkcs12_password, wire};
use crate::table::columns;
use crate::workspace::{Desk, absolute, text};
use crate::{Done, Outcome};
use assay_api::contract::WireError;
use serde_json::{Value, json};

impl Desk<'_> {
    pub(crate) fn report(&mut self, action: &str) -> Outcome {
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
        let request = json!({
            "report": id,
            "passphrase": passphrase(self.matches)?,
            "identity": self.identity()?,
        });
        let report = self.call("report_sign", &request)?;
        match self.option("out").map(absolute) {
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
        if let Some(file) = self.option("pkcs12") {
            let password = pkcs12_password(self.matches)?;
            return Ok(json!({
                "kind": "pkcs12", "path": absolute(file), "password": password, "key": key,
            }));
        }
        let Some(module) = self.option("pkcs11-module") else {
            return Ok(json!({ "kind": "workspace" }));
        };
        let (token, pin) = (self.option("token"), pin(self.matches)?);
        Ok(json!({
            "kind": "token", "module": absolute(module), "token": token, "key": key, "pin": pin,
        }))
    }

    fn export(&mut self, id: &str, path: &str) -> Outcome {
        let done = self.call("report_export", &json!({ "report": id, "path": path }))?;
        self.said(done, "cli-said-export", &[("path", path.to_owned())])
    }
}
