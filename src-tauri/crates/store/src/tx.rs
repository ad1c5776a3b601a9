//! What a use case holds while it reads, and while it changes something.

use crate::blob::{Blobs, BlobsMut};
use crate::error::Error;
use crate::hex;
use crate::history::{self, History};
use crate::key::Random;
use crate::sql::Sql;
use crate::table::{
    action, answer, assessment, audit, audit_item, audit_sample, authorisation, check_record,
    decision, decision_block, decision_import, dissent, drill, duty, evidence, fallback_plan,
    finding, incident, incident_report, mapping, measure, person, plan, question_pack, rating,
    reason, report, resume, reviewer_name, second_review, system, volume, workspace,
};
use assay_domain::decision::FallbackFacts;
use assay_domain::history::{EntryBody, Head};
use assay_domain::id::SystemId;
use assay_domain::time::Timestamp;
use serde_json::{Map, Value, json};
use std::ops::Deref;

/// One state of the workspace, to read from.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    pub(crate) sql: Sql<'a>,
}

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident: $handle:path),+ $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> $handle {
            $handle(self.sql)
        }
    )+};
}

impl<'a> Read<'a> {
    /// Returns what the log of a system allows clause 6.3 i to reach, computed again only after a
    /// record changed.
    ///
    /// # Errors
    /// Passes on the function's error.
    pub fn fallback_facts<E>(
        &self,
        (system, from, until): (SystemId, Timestamp, Timestamp),
        compute: impl FnOnce() -> Result<FallbackFacts, E>,
    ) -> Result<FallbackFacts, E> {
        self.sql.memo.get((system, from, until), compute)
    }

    handles! {
        /// The workspace's own row.
        workspace: workspace::Workspaces::<'a>,
        /// Persons.
        persons: person::Persons::<'a>,
        /// AI systems.
        systems: system::Systems::<'a>,
        /// Assessments and the overview.
        assessments: assessment::Assessments::<'a>,
        /// Answers of the organisation or of an assessment.
        answers: answer::Answers::<'a>,
        /// Measures of an assessment.
        measures: measure::Measures::<'a>,
        /// Risk ratings of an assessment.
        ratings: rating::Ratings::<'a>,
        /// Dissents on an assessment.
        dissents: dissent::Dissents::<'a>,
        /// Evidence.
        evidence: evidence::EvidenceTable::<'a>,
        /// Actions.
        actions: action::Actions::<'a>,
        /// Reports.
        reports: report::Reports::<'a>,
        /// Decision records.
        decisions: decision::Decisions::<'a>,
        /// Reasons that AI systems added.
        reasons: reason::Reasons::<'a>,
        /// Volumes.
        volumes: volume::Volumes::<'a>,
        /// Columns of the log, month by month.
        decision_blocks: decision_block::Blocks::<'a>,
        /// Samples for second review.
        second_reviews: second_review::SecondReviews::<'a>,
        /// Mappings of sources.
        mappings: mapping::Mappings::<'a>,
        /// Imports of decision records and volumes.
        imports: decision_import::Imports::<'a>,
        /// Plans of recurring checks.
        plans: plan::Plans::<'a>,
        /// Recurring checks that were carried out.
        checks: check_record::Checks::<'a>,
        /// Audits.
        audits: audit::Audits::<'a>,
        /// Checklists of audits.
        audit_items: audit_item::AuditItems::<'a>,
        /// Question packs.
        question_packs: question_pack::QuestionPacks::<'a>,
        /// Findings of audits.
        findings: finding::Findings::<'a>,
        /// Samples of audits.
        audit_samples: audit_sample::AuditSamples::<'a>,
        /// Incidents.
        incidents: incident::Incidents::<'a>,
        /// Reports of incidents.
        incident_reports: incident_report::IncidentReports::<'a>,
        /// Reporting duties that the organisation changed or added.
        duties: duty::Duties::<'a>,
        /// Authorisation matrices and stop tests.
        authorisations: authorisation::Authorisations::<'a>,
        /// Fallback plans.
        fallback_plans: fallback_plan::FallbackPlans::<'a>,
        /// Drills.
        drills: drill::Drills::<'a>,
        /// What is known of reviewers' names without opening any.
        reviewer_names: reviewer_name::ReviewerNames::<'a>,
        /// Where persons left off.
        resume: resume::Resumes::<'a>,
        /// Contents by digest.
        blobs: Blobs::<'a>,
        /// The history.
        history: History::<'a>,
    }
}

/// A change in progress: everything written through it and its history entry are one transaction.
pub struct Tx<'a> {
    read: Read<'a>,
    random: &'a mut Random,
    notes: Map<String, Value>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

macro_rules! handles_mut {
    ($($(#[$doc:meta])* $name:ident: $handle:path),+ $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> $handle {
            $handle(self.read.sql)
        }
    )+};
}

impl<'a> Tx<'a> {
    handles_mut! {
        /// Writes the workspace's own row.
        workspace_mut: workspace::WorkspacesMut::<'a>,
        /// Writes persons.
        persons_mut: person::PersonsMut::<'a>,
        /// Writes AI systems.
        systems_mut: system::SystemsMut::<'a>,
        /// Writes assessments.
        assessments_mut: assessment::AssessmentsMut::<'a>,
        /// Writes answers.
        answers_mut: answer::AnswersMut::<'a>,
        /// Writes measures.
        measures_mut: measure::MeasuresMut::<'a>,
        /// Writes risk ratings.
        ratings_mut: rating::RatingsMut::<'a>,
        /// Writes dissents.
        dissents_mut: dissent::DissentsMut::<'a>,
        /// Writes evidence.
        evidence_mut: evidence::EvidenceTableMut::<'a>,
        /// Writes actions.
        actions_mut: action::ActionsMut::<'a>,
        /// Writes reports.
        reports_mut: report::ReportsMut::<'a>,
        /// Writes decision records.
        decisions_mut: decision::DecisionsMut::<'a>,
        /// Writes reasons of AI systems.
        reasons_mut: reason::ReasonsMut::<'a>,
        /// Writes volumes.
        volumes_mut: volume::VolumesMut::<'a>,
        /// Writes samples for second review and verdicts.
        second_reviews_mut: second_review::SecondReviewsMut::<'a>,
        /// Writes mappings.
        mappings_mut: mapping::MappingsMut::<'a>,
        /// Publishes and takes back imports.
        imports_mut: decision_import::ImportsMut::<'a>,
        /// Writes plans of recurring checks.
        plans_mut: plan::PlansMut::<'a>,
        /// Writes recurring checks that were carried out.
        checks_mut: check_record::ChecksMut::<'a>,
        /// Writes audits.
        audits_mut: audit::AuditsMut::<'a>,
        /// Writes checklists of audits.
        audit_items_mut: audit_item::AuditItemsMut::<'a>,
        /// Writes question packs.
        question_packs_mut: question_pack::QuestionPacksMut::<'a>,
        /// Writes findings.
        findings_mut: finding::FindingsMut::<'a>,
        /// Writes samples of audits and what came of their items.
        audit_samples_mut: audit_sample::AuditSamplesMut::<'a>,
        /// Writes incidents.
        incidents_mut: incident::IncidentsMut::<'a>,
        /// Writes reports of incidents.
        incident_reports_mut: incident_report::IncidentReportsMut::<'a>,
        /// Writes reporting duties.
        duties_mut: duty::DutiesMut::<'a>,
        /// Writes authorisation matrices and stop tests.
        authorisations_mut: authorisation::AuthorisationsMut::<'a>,
        /// Writes fallback plans.
        fallback_plans_mut: fallback_plan::FallbackPlansMut::<'a>,
        /// Writes drills.
        drills_mut: drill::DrillsMut::<'a>,
        /// Writes contents.
        blobs_mut: BlobsMut::<'a>,
    }

    pub(crate) fn new(sql: Sql<'a>, random: &'a mut Random) -> Self {
        Self {
            read: Read { sql },
            random,
            notes: Map::new(),
        }
    }

    pub(crate) fn sql(&self) -> Sql<'a> {
        self.read.sql
    }

    pub(crate) fn random(&mut self) -> &mut Random {
        self.random
    }

    /// Adds a field to the payload of the history entry: what is known only once the rows are written.
    pub fn note(&mut self, field: impl Into<String>, value: impl Into<Value>) {
        self.notes.insert(field.into(), value.into());
    }

    /// Adds a field to the payload whose text can be erased later without breaking the chain.
    ///
    /// The payload then holds `{"sealed": "<digest>"}`; text and salt are kept beside the chain.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn note_erasable(&mut self, field: impl Into<String>, text: &str) -> Result<(), Error> {
        let mut salt = [0; 32];
        (self.random)(&mut salt);
        let digest = history::keep_erasable(self.read.sql, salt, text)?;
        self.note(field, json!({ "sealed": hex::encode(&digest) }));
        Ok(())
    }

    /// Erases the texts behind the sealed values of every entry about a record, and returns how many
    /// there were; the chain still verifies afterwards.
    ///
    /// # Errors
    /// Fails when the file cannot be written.
    pub fn erase(&self, subject: &str) -> Result<usize, Error> {
        history::erase(self.read.sql, subject)
    }

    /// Writes the entry with everything noted and returns the new head.
    pub(crate) fn append(self, mut entry: EntryBody) -> Result<Head, Error> {
        if !self.notes.is_empty() {
            let mut payload = match entry.payload {
                Value::Object(fields) => fields,
                Value::Null => Map::new(),
                other => Map::from_iter([("value".to_owned(), other)]),
            };
            payload.extend(self.notes);
            entry.payload = Value::Object(payload);
        }
        history::append(self.read.sql, &entry)
    }
}
