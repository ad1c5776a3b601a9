//! The teaching sample: a fictional organisation with planted weaknesses, from `assets/sample`.
//!
//! It is made by the same use cases as a person's own workspace, so its history is a real one.

mod data;

use crate::contract::{
    ActionSave, AnswerSave, AssessmentGet, AssessmentStart, AssessmentSubmit, DissentAdd,
    EvidenceAdd, EvidenceNew, EvidenceTarget, MeasureSave, OpenWorkspace, PersonAdd, RatingConfirm,
    SystemSave, WorkspaceOpen,
};
use crate::error::Error;
use crate::session::Session;
use crate::{
    action, answer, assessment, decision, evidence, lifecycle, measure, person, rating, system,
    workspace,
};
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::ExpectedSigner;
use assay_domain::decision::DecisionFacts;
use assay_domain::framework::Scope;
use assay_domain::id::{AssessmentId, PersonId, SystemId, WorkspaceId};
use assay_domain::locale::Locale;
use assay_domain::person::{Person, Role};
use assay_domain::system::SystemFacts;
use assay_domain::time::{Date, Period, StatedTime, Timestamp};
use assay_domain::workspace::{Marking, PaperSize, Workspace, WorkspaceSettings};
use assay_store::Passphrase;
use data::{ActionData, AnswerData, DecisionData, EvidenceData, Sample, SystemData};
use std::collections::BTreeMap;

/// The published passphrase of the sample's first person.
pub const PASSPHRASE: &str = "assay-sample";

/// The quarter that the sample's assessments speak about.
const QUARTER: (&str, &str) = ("2026-10-01", "2026-12-31");
/// The offset of the sample's time zone from UTC, in minutes.
const OFFSET_MIN: i16 = 8 * 60;

/// Makes the sample workspace and opens it as its first person.
pub(crate) fn install(
    session: &mut Session,
    path: &str,
    locale: Locale,
) -> Result<OpenWorkspace, Error> {
    let sample: Sample = toml::from_str(include_str!("../../../../assets/sample/sample.toml"))
        .map_err(|error| Error::new("sample-refused").with("detail", error))?;
    let mut maker = Maker {
        session,
        locale,
        persons: BTreeMap::new(),
    };
    maker.workspace(path, &sample)?;
    let mut assessments = Vec::new();
    let mut systems = Vec::new();
    for data in &sample.system {
        let system = maker.system(data)?;
        systems.push(system);
        assessments.push(maker.begin(data, system)?);
    }
    if let Some(first) = assessments.first() {
        maker.organisation(&sample, *first)?;
    }
    for ((data, system), assessment) in sample.system.iter().zip(systems).zip(&assessments) {
        maker.fill(data, system, *assessment)?;
    }
    maker.dissents(path, &sample, &assessments)?;
    for assessment in &assessments {
        maker.submit(*assessment)?;
    }
    maker.approve(path, &sample, &assessments)?;
    let passphrase = sample.workspace.passphrase.clone();
    workspace::workspace_open(
        maker.session,
        WorkspaceOpen {
            path: path.to_owned(),
            passphrase,
        },
    )
}

/// Returns the moment of a day and a time such as `10:24` in the sample's time zone.
fn moment(day: Date, time: &str) -> Result<Timestamp, Error> {
    let time = chrono::NaiveTime::parse_from_str(time, "%H:%M")
        .map_err(|_| Error::new("sample-refused").with("detail", time))?;
    let offset = i64::from(OFFSET_MIN) * 60 * 1_000_000;
    let local = day.and_time(time).and_utc().timestamp_micros();
    Ok(Timestamp::from_micros(local - offset))
}

struct Maker<'a> {
    session: &'a mut Session,
    locale: Locale,
    persons: BTreeMap<String, PersonId>,
}

impl Maker<'_> {
    fn say(&self, text: &assay_domain::framework::Text) -> String {
        text.get(self.locale).to_owned()
    }

    fn workspace(&mut self, path: &str, sample: &Sample) -> Result<(), Error> {
        let data = &sample.workspace;
        let settings = WorkspaceSettings {
            organisation: self.say(&data.organisation),
            unit: self.say(&data.unit),
            locale: self.locale,
            time_zone: data.time_zone.clone(),
            paper: PaperSize::A4,
            marking: Marking {
                classification: self.say(&data.classification),
                circulation: self.say(&data.circulation),
                document_number: self.say(&data.document_number),
                basis: self.say(&data.basis),
            },
        };
        let workspace = Workspace {
            id: WorkspaceId::new(self.session.new_id()),
            settings,
            logo: None,
            sample: true,
        };
        let (first, others) = sample
            .person
            .split_first()
            .ok_or_else(|| Error::new("sample-refused"))?;
        let person = Person {
            id: PersonId::new(self.session.new_id()),
            name: self.say(&first.name),
            title: self.say(&first.title),
            roles: first.roles.clone(),
            added_at: self.session.environment.now(),
        };
        self.persons.insert(first.key.clone(), person.id);
        let passphrase = Passphrase::new(first.passphrase.clone());
        workspace::make(self.session, path, &workspace, &person, &passphrase)?;
        for other in others {
            let added = PersonAdd {
                name: self.say(&other.name),
                title: self.say(&other.title),
                roles: other.roles.clone(),
                passphrase: other.passphrase.clone(),
            };
            let added = person::person_add(self.session, added)?;
            self.persons.insert(other.key.clone(), added.id);
        }
        Ok(())
    }

    fn system(&mut self, data: &SystemData) -> Result<SystemId, Error> {
        let facts = self.facts(data);
        Ok(system::system_save(
            self.session,
            SystemSave {
                id: None,
                facts,
                revision: None,
            },
        )?
        .id)
    }

    fn facts(&self, data: &SystemData) -> SystemFacts {
        let said = &data.facts;
        let mut facts = SystemFacts::named(self.say(&said.name));
        facts.reference.clone_from(&said.reference);
        facts.supplier = self.say(&said.supplier);
        facts.model = self.say(&said.model);
        facts.version.clone_from(&said.version);
        facts.purpose = self.say(&said.purpose);
        facts.decision_points = said
            .decision_points
            .iter()
            .map(|point| self.say(point))
            .collect();
        facts.key_area = said.key_area;
        facts.unit = self.say(&said.unit);
        facts.data_grades.clone_from(&said.data_grades);
        facts.affected = self.say(&said.affected);
        facts.scale = self.say(&said.scale);
        facts.autonomy = self.say(&said.autonomy);
        facts.phase = said.phase;
        facts.filing = said.filing();
        facts
    }

    fn begin(&mut self, data: &SystemData, system: SystemId) -> Result<AssessmentId, Error> {
        let day = |text: &str| {
            text.parse()
                .map_err(|_| Error::new("sample-refused").with("detail", text))
        };
        let request = AssessmentStart {
            system,
            period: Period {
                from: day(QUARTER.0)?,
                to: day(QUARTER.1)?,
            },
            context: data.context.in_language(self.locale),
            profile: Some(data.profile.as_str().into()),
            depth: data.depth,
        };
        Ok(assessment::assessment_start(self.session, request)?
            .assessment
            .id)
    }

    /// Answers the organisation's questions, through the first assessment as a person would.
    fn organisation(&mut self, sample: &Sample, first: AssessmentId) -> Result<(), Error> {
        let data = &sample.organisation;
        self.answers(first, Scope::Organisation, data.usual, &data.answer)?;
        data.evidence
            .iter()
            .try_for_each(|piece| self.evidence(first, piece))
    }

    fn fill(&mut self, data: &SystemData, system: SystemId, id: AssessmentId) -> Result<(), Error> {
        self.answers(id, Scope::System, data.usual, &data.answer)?;
        for (control, level) in &data.measures {
            let request = MeasureSave {
                assessment: id,
                control: control.as_str().into(),
                level: Some(*level),
                note: String::new(),
                revision: 0,
            };
            measure::measure_save(self.session, request)?;
        }
        data.evidence
            .iter()
            .try_for_each(|piece| self.evidence(id, piece))?;
        let risks = self
            .session
            .framework
            .risks()
            .iter()
            .map(|risk| risk.id.clone())
            .collect();
        rating::rating_confirm(
            self.session,
            RatingConfirm {
                assessment: id,
                risks,
            },
        )?;
        for planned in &data.action {
            self.action(planned, system, id)?;
        }
        self.decisions(data, system)?;
        self.volumes(data, system)
    }

    fn answers(
        &mut self,
        id: AssessmentId,
        scope: Scope,
        usual: AnswerValue,
        exceptions: &[AnswerData],
    ) -> Result<(), Error> {
        let questions: Vec<_> = self
            .session
            .framework
            .questions()
            .iter()
            .filter(|q| q.scope == scope)
            .cloned()
            .collect();
        for question in questions {
            let said = exceptions
                .iter()
                .find(|answer| answer.question == question.id.as_str());
            let request = AnswerSave {
                assessment: id,
                value: Some(said.map_or(usual, |said| said.value)),
                note: said
                    .and_then(|said| said.note.as_ref())
                    .map(|note| self.say(note))
                    .unwrap_or_default(),
                na_reason: said
                    .and_then(|said| said.na_reason.as_ref())
                    .map(|why| self.say(why))
                    .unwrap_or_default(),
                revision: None,
                question: question.id,
            };
            answer::answer_save(self.session, request)?;
        }
        Ok(())
    }

    /// Adds a piece once for each place that it is attached to, each with its own reference.
    fn evidence(&mut self, id: AssessmentId, piece: &EvidenceData) -> Result<(), Error> {
        let questions = piece
            .questions
            .iter()
            .map(|id| EvidenceTarget::Question(id.as_str().into()));
        let measures = piece
            .measures
            .iter()
            .map(|id| EvidenceTarget::Measure(id.as_str().into()));
        let risks = piece
            .risks
            .iter()
            .map(|id| EvidenceTarget::Risk(id.as_str().into()));
        let targets: Vec<EvidenceTarget> = questions.chain(measures).chain(risks).collect();
        for target in targets {
            let request = EvidenceAdd {
                assessment: id,
                target,
                piece: EvidenceNew {
                    path: None,
                    locator: self.say(&piece.locator),
                    name: self.say(&piece.name),
                    shows: self.say(&piece.shows),
                    dated: piece.dated(),
                    standing: piece.standing,
                    keep_content: false,
                },
            };
            evidence::evidence_add(self.session, request)?;
        }
        Ok(())
    }

    fn action(
        &mut self,
        planned: &ActionData,
        system: SystemId,
        id: AssessmentId,
    ) -> Result<(), Error> {
        let facts = assay_domain::action::ActionFacts {
            title: self.say(&planned.title),
            system,
            assessment: Some(id),
            target: assay_domain::action::ActionTarget::Question(planned.target.as_str().into()),
            owner: self.say(&planned.owner),
            due: planned.due(),
            state: planned.state,
            note: String::new(),
            proof: Vec::new(),
        };
        action::action_save(
            self.session,
            ActionSave {
                id: None,
                facts,
                revision: None,
            },
        )?;
        Ok(())
    }

    fn decisions(&mut self, data: &SystemData, system: SystemId) -> Result<(), Error> {
        let version = &data.facts.version;
        data.decision
            .iter()
            .try_for_each(|record| self.decision(record, system, version))
    }

    /// Writes a record past the check of the clock: the sample's quarter is a fixed one, and the
    /// computer's clock may stand before it.
    fn decision(
        &mut self,
        record: &DecisionData,
        system: SystemId,
        version: &str,
    ) -> Result<(), Error> {
        let say = |text: &Option<assay_domain::framework::Text>| {
            let text = text.as_ref().map(|text| self.say(text));
            text.unwrap_or_default()
        };
        let reviewer = say(&record.reviewer);
        let at = moment(record.day(), &record.at)?;
        let decided_at = StatedTime::new(at, OFFSET_MIN).unwrap_or_else(|| StatedTime::utc(at));
        let mut facts = DecisionFacts {
            decision_point: say(&record.point),
            model_version: version.to_owned(),
            prompt_version: record.prompt_version.clone(),
            case_key: record.case.clone(),
            category: say(&record.category),
            ai_output: self.say(&record.ai),
            ai_confidence: record.confidence,
            latency_ms: record.seconds.map(|seconds| seconds * 1_000),
            human_initial: record.first.as_ref().map(|text| self.say(text)),
            human_final: self.say(&record.human),
            reason_code: record.reason_code.clone(),
            reason_text: self.say(&record.reason),
            harm_if_followed: record.harm_if_followed,
            harm_if_wrong: record.harm_if_wrong,
            reversible: record.reversible,
            outcome: record.outcome.as_ref().map(|text| self.say(text)),
            outcome_source: say(&record.outcome_source),
            seeded: record.seeded,
            ..DecisionFacts::of(system, decided_at, record.disposition)
        };
        let latency = facts.latency_ms.unwrap_or_default() * 1_000;
        facts.ai_at = facts
            .latency_ms
            .map(|_| Timestamp::from_micros(at.micros() - latency));
        let mut writer = self.session.writer(decision::RECORDERS)?;
        if !reviewer.is_empty() {
            facts.reviewer = writer.open.store.pseudonym(&reviewer);
        }
        let made = decision::new(&writer, facts, None, record.entered_late);
        decision::record(&mut writer, "decision.add", made, "")?;
        Ok(())
    }

    fn volumes(&mut self, data: &SystemData, system: SystemId) -> Result<(), Error> {
        for volume in &data.volume {
            let facts = volume.facts(system, data.facts.version.clone());
            crate::volume::record(self.session, facts, None)?;
        }
        Ok(())
    }

    fn dissents(
        &mut self,
        path: &str,
        sample: &Sample,
        assessments: &[AssessmentId],
    ) -> Result<(), Error> {
        for (data, id) in sample.system.iter().zip(assessments) {
            let Some(dissent) = &data.dissent else {
                continue;
            };
            self.unlock(path, sample, &dissent.by)?;
            let request = DissentAdd {
                assessment: *id,
                proposed_grade: dissent.proposed_grade,
                reason: self.say(&dissent.reason),
            };
            lifecycle::dissent_add(self.session, request)?;
        }
        self.unlock(path, sample, "assessor")
    }

    fn submit(&mut self, id: AssessmentId) -> Result<(), Error> {
        let signer = self
            .persons
            .get("assessor")
            .copied()
            .ok_or_else(|| Error::new("sample-refused"))?;
        let signers = vec![ExpectedSigner {
            role: Role::Assessor,
            person: signer,
        }];
        lifecycle::assessment_submit(self.session, AssessmentSubmit { id, signers })?;
        Ok(())
    }

    fn approve(
        &mut self,
        path: &str,
        sample: &Sample,
        assessments: &[AssessmentId],
    ) -> Result<(), Error> {
        self.unlock(path, sample, "approver")?;
        for id in assessments {
            lifecycle::assessment_approve(self.session, AssessmentGet { id: *id })?;
        }
        Ok(())
    }

    /// Opens the workspace as another of its persons.
    fn unlock(&mut self, path: &str, sample: &Sample, key: &str) -> Result<(), Error> {
        let person = sample.person.iter().find(|person| person.key == key);
        let passphrase = person
            .map(|person| person.passphrase.clone())
            .ok_or_else(|| Error::new("sample-refused"))?;
        workspace::workspace_open(
            self.session,
            WorkspaceOpen {
                path: path.to_owned(),
                passphrase,
            },
        )?;
        Ok(())
    }
}
