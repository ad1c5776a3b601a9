//! The rows, one noun after the other, beside what the history says of them.

use super::Found;
use super::agree::agrees;
use super::assessments::within;
use super::replay::{Key, Replay, text};
use super::texts;
use crate::error::Error;
use assay_domain::answer::Answer;
use assay_domain::decision::Decision;
use assay_domain::framework::Framework;
use assay_domain::history::{EntryBody, hex};
use assay_domain::id::{DecisionId, VolumeId};
use assay_domain::workspace::Logo;
use assay_store::{Error as StoreError, Read};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Reads the history once and compares the rows with it; returns what is wrong with rows, and with texts.
pub(super) fn compared(read: &Read<'_>, framework: &Framework) -> Result<(Found, Found), Error> {
    let mut pass = Pass {
        read: *read,
        replay: Replay::new(framework),
        records: Found::default(),
        decisions: 0,
    };
    let mut gone = Found::default();
    // Pages of the history, so that rows can be read in between.
    let mut after = 0;
    loop {
        let page = read.history().after(after, PAGE)?;
        let Some(last) = page.last() else {
            break;
        };
        after = last.sequence;
        for entry in &page {
            let decision = pass.decision(&entry.body)?;
            texts::missing(
                read,
                (entry.sequence, &entry.body),
                decision.as_ref(),
                &mut gone,
            )?;
            pass.replay.take(&entry.body);
        }
    }
    pass.log()?;
    pass.all()?;
    pass.left();
    Ok((pass.records, gone))
}

/// How many entries are held at once.
const PAGE: u32 = 500;

/// The comparison as it goes.
struct Pass<'a> {
    read: Read<'a>,
    replay: Replay<'a>,
    records: Found,
    /// Entries of decision records whose row is there.
    decisions: u64,
}

impl Pass<'_> {
    /// Compares one row with what is said of it, and takes that off the list.
    fn row(&mut self, key: Key, row: &Value) -> Result<(), Error> {
        match self.replay.said.remove(&key) {
            None => self.problem("foreign", &key),
            Some(said) if !self.agrees(&said, row)? => self.problem("changed", &key),
            Some(_) => {}
        }
        Ok(())
    }

    fn agrees(&self, said: &Value, row: &Value) -> Result<bool, Error> {
        let failed = std::cell::Cell::new(None);
        let erasable = |sealed: &str| match texts::kept(&self.read, sealed) {
            Ok(kept) => kept,
            Err(error) => {
                failed.set(Some(error));
                None
            }
        };
        let agrees = agrees(said, row, &erasable);
        failed.take().map_or(Ok(agrees), Err)
    }

    fn problem(&mut self, fault: &str, (noun, id): &Key) {
        let args = [
            ("fault", fault.to_owned()),
            ("noun", (*noun).to_owned()),
            ("id", id.clone()),
        ];
        self.records.add("record", &args);
    }

    /// Compares a decision record as soon as its entry is read, since there may be millions.
    fn decision(&mut self, body: &EntryBody) -> Result<Option<Decision>, Error> {
        let by_hand = matches!(
            body.action.as_str(),
            "decision.add" | "decision.correct" | "decision.evidence"
        );
        if !by_hand {
            return Ok(None);
        }
        let key = ("decision", body.subject.id.clone());
        let id = body.subject.id.parse::<DecisionId>();
        let found = match id.map(|id| self.read.decisions().get(id)) {
            Ok(Err(StoreError::NotFound { .. })) | Err(_) => None,
            Ok(other) => Some(other?),
        };
        let Some(decision) = found else {
            self.problem("missing", &key);
            return Ok(None);
        };
        self.decisions += 1;
        let mut said = body.payload.as_object().cloned().unwrap_or_default();
        said.remove("piece");
        if decision.thinned_at.is_some() {
            said.retain(|_, value| value.get("sealed").is_none());
        }
        said.insert("recorded".to_owned(), json!(body.act));
        let mut row = serde_json::to_value(&decision.facts)?;
        row["supersedes"] = json!(decision.supersedes);
        row["enteredLate"] = json!(decision.entered_late);
        row["recorded"] = json!(decision.recorded);
        if !body.payload.is_object() || !self.agrees(&Value::Object(said), &row)? {
            self.problem("changed", &key);
        }
        Ok(Some(decision))
    }

    /// Looks for records that no entry knows, and for more thinned ones than runs of thinning named.
    fn log(&mut self) -> Result<(), Error> {
        let decisions = self.read.decisions();
        if decisions.by_hand()? != self.decisions {
            for id in decisions.without_entry()? {
                self.problem("foreign", &("decision", id.to_string()));
            }
        }
        for (system, count) in decisions.thinned()? {
            let system = system.to_string();
            let named = self.replay.thinned.get(&system).copied();
            if count > named.unwrap_or_default() {
                self.records.add(
                    "thinned",
                    &[
                        ("system", system),
                        ("count", count.to_string()),
                        ("named", named.unwrap_or_default().to_string()),
                    ],
                );
            }
        }
        Ok(())
    }

    fn all(&mut self) -> Result<(), Error> {
        let read = self.read;
        self.workspace()?;
        for person in read.persons().list()? {
            let row = serde_json::to_value(&person)?;
            self.row(("person", person.id.to_string()), &row)?;
        }
        self.systems()?;
        self.assessments()?;
        self.reports()?;
        self.volumes()?;
        self.incidents()?;
        for outline in read.findings().outlines(None)? {
            let finding = read.findings().get(outline.matter.id)?;
            let row = serde_json::to_value(&finding)?;
            self.row(("finding", finding.id.to_string()), &row)?;
        }
        for action in read.actions().list()? {
            let row = serde_json::to_value(&action)?;
            self.row(("action", action.id.to_string()), &row)?;
        }
        Ok(())
    }

    fn workspace(&mut self) -> Result<(), Error> {
        let workspace = self.read.workspace().get()?;
        let logo = workspace.logo.as_ref();
        let logo = logo.map(|Logo(picture)| hex(&Sha256::digest(picture)));
        let row = json!({
            "settings": workspace.settings,
            "sample": workspace.sample,
            "logoSha256": logo,
            "retentionMonths": self.read.workspace().retention()?,
        });
        self.row(("workspace", workspace.id.to_string()), &row)
    }

    fn systems(&mut self) -> Result<(), Error> {
        for system in self.read.systems().list()? {
            let key = ("system", system.id.to_string());
            let row = serde_json::to_value(&system)?;
            let by_hand = self.replay.said.contains_key(&key);
            if by_hand
                || !self
                    .replay
                    .systems_imported
                    .contains(&text(&row, "addedAt"))
            {
                self.row(key, &row)?;
            }
        }
        Ok(())
    }

    fn assessments(&mut self) -> Result<(), Error> {
        let read = self.read;
        for answer in read.answers().list(None)? {
            self.answer(("answer", answer.question.to_string()), &answer)?;
        }
        for row in read.assessments().list()? {
            let assessment = row.assessment;
            let id = assessment.id.to_string();
            let row = serde_json::to_value(&assessment)?;
            self.row(("assessment", id.clone()), &row)?;
            for answer in read.answers().list(Some(assessment.id))? {
                self.answer(within("answer", &id, answer.question.as_str()), &answer)?;
            }
            for measure in read.measures().list(assessment.id)? {
                let row = serde_json::to_value(&measure)?;
                self.row(within("measure", &id, measure.control.as_str()), &row)?;
            }
            for rating in read.ratings().list(assessment.id)? {
                let key = within("rating", &id, rating.risk.as_str());
                let is_said = self.replay.said.contains_key(&key);
                if is_said || !self.replay.unknown.contains(&id) {
                    self.row(key, &serde_json::to_value(&rating)?)?;
                }
            }
            for dissent in read.dissents().list(assessment.id)? {
                let row = serde_json::to_value(&dissent)?;
                let at = text(&row["recorded"], "at");
                self.row(within("dissent", &id, &at), &row)?;
            }
        }
        Ok(())
    }

    fn answer(&mut self, key: Key, answer: &Answer) -> Result<(), Error> {
        if self.replay.unknown.contains(answer.question.as_str()) {
            return Ok(());
        }
        self.row(key, &serde_json::to_value(answer)?)
    }

    fn reports(&mut self) -> Result<(), Error> {
        for report in self.read.reports().list()? {
            let id = report.id.to_string();
            let row = serde_json::to_value(&report)?;
            self.row(("report", id.clone()), &row)?;
            for (number, sha256) in self.read.reports().versions(report.id)? {
                let key = ("report_version", format!("{id}/{number}"));
                self.row(key, &json!({ "sha256": sha256 }))?;
            }
        }
        Ok(())
    }

    /// Compares volumes that count with those that they replace. An import's own carry its time.
    fn volumes(&mut self) -> Result<(), Error> {
        let imports = self.read.imports().list(None)?;
        let imported: BTreeSet<String> = imports
            .iter()
            .map(|import| json!(import.imported).to_string())
            .collect();
        for newest in self.read.volumes().list(None, None, None)? {
            let mut next: Option<VolumeId> = Some(newest.id);
            while let Some(id) = next {
                let volume = self.read.volumes().get(id)?;
                next = volume.supersedes;
                let key = ("volume", id.to_string());
                let own = self.replay.said.contains_key(&key);
                if own || !imported.contains(&json!(volume.recorded).to_string()) {
                    self.row(key, &serde_json::to_value(&volume)?)?;
                }
            }
        }
        Ok(())
    }

    fn incidents(&mut self) -> Result<(), Error> {
        for incident in self.read.incidents().list()? {
            for version in self.read.incidents().versions(incident.id)? {
                let key = format!("{}/{:06}", incident.id, version.revision);
                let row = serde_json::to_value(&version)?;
                self.row(("incident_version", key), &row)?;
            }
        }
        for report in self.read.incident_reports().list()? {
            let row = serde_json::to_value(&report)?;
            self.row(("incident_report", report.id.to_string()), &row)?;
        }
        Ok(())
    }

    /// What the history says of rows that are not there.
    fn left(&mut self) {
        for key in std::mem::take(&mut self.replay.said).into_keys() {
            self.problem("missing", &key);
        }
    }
}
