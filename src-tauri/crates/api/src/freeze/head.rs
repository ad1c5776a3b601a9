//! What the facts of every kind but the assessment begin with.

use crate::error::Error;
use crate::framework::{edition, method_edition};
use crate::session::day;
use assay_domain::assessment::ExpectedSigner;
use assay_domain::drill::ClockReading;
use assay_domain::facts::{Head, PersonFacts, SignerFacts};
use assay_domain::framework::Framework;
use assay_domain::report::ReportSubject;
use assay_domain::time::Date;
use assay_domain::workspace::PaperSize;
use assay_store::Read;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// One state of the workspace, at one moment, from which the facts of a report are taken.
pub(crate) struct Freezer<'a> {
    pub(crate) read: &'a Read<'a>,
    pub(crate) framework: &'a Framework,
    pub(crate) now: ClockReading,
    /// What the report is about.
    pub(crate) subject: ReportSubject,
    /// Who shall sign, where the thing itself does not say so.
    pub(crate) signers: &'a [ExpectedSigner],
    /// On which paper, where it is not to be that of the settings.
    pub(crate) paper: Option<PaperSize>,
}

impl Freezer<'_> {
    /// Returns the head of facts that follow a schema, without the persons that they name.
    pub(super) fn head(&self, schema: &str) -> Result<Head, Error> {
        let workspace = self.read.workspace().get()?;
        let signers = self.signers.iter();
        Ok(Head {
            schema: schema.to_owned(),
            as_of: self.now.at,
            time_zone: workspace.settings.time_zone,
            organisation: workspace.settings.organisation,
            unit: workspace.settings.unit,
            sample: workspace.sample,
            marking: workspace.settings.marking,
            logo: workspace.logo,
            paper: self.paper.unwrap_or(workspace.settings.paper),
            report_number: self.read.reports().next_number(self.subject)?,
            framework: edition(self.framework),
            method: method_edition(self.framework.method()),
            persons: Vec::new(),
            signers: signers
                .map(|signer| SignerFacts {
                    role: signer.role,
                    person: signer.person,
                })
                .collect(),
            history: self.read.history().head()?.facts(),
        })
    }

    /// Returns the day of the facts in the workspace's time zone.
    pub(super) fn today(&self) -> Result<Date, Error> {
        let zone = self.read.workspace().get()?.settings.time_zone;
        Ok(day(self.now.at, &zone))
    }

    /// Returns everybody whom facts name, wherever in them, in the order of the workspace.
    pub(super) fn persons(&self, facts: &impl Serialize) -> Result<Vec<PersonFacts>, Error> {
        let mut named = BTreeSet::new();
        words(&serde_json::to_value(facts)?, &mut named);
        let persons = self.read.persons().list()?.into_iter();
        let persons = persons.filter(|person| named.contains(&person.id.to_string()));
        Ok(persons
            .map(|person| PersonFacts {
                id: person.id,
                name: person.name,
                title: person.title,
            })
            .collect())
    }
}

/// Collects every text of a value; an id is among them wherever it stands.
fn words(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| words(field, found)),
        _ => {}
    }
}
