//! An assessment whole: everything that its grade, its pages and its report are made from.

use crate::error::Error;
use crate::session::day;
use crate::stats;
use assay_domain::answer::{Answer, AnswerValue};
use assay_domain::assessment::{Assessment, AssessmentState, Depth, RiskRating};
use assay_domain::decision::FallbackFacts;
use assay_domain::evidence::{Evidence, Standing};
use assay_domain::framework::{Framework, Question, Scope};
use assay_domain::id::{AssessmentId, ControlId, EvidenceId, QuestionId, RiskId};
use assay_domain::measure::Measure;
use assay_domain::system::AiSystem;
use assay_domain::time::{Date, Timestamp};
use assay_store::Read;
use chrono::{NaiveTime, TimeZone};
use std::collections::BTreeMap;

/// An assessment with its system, answers, measures, ratings and evidence.
pub(crate) struct Whole {
    pub(crate) assessment: Assessment,
    pub(crate) system: AiSystem,
    pub(crate) answers: BTreeMap<QuestionId, Answer>,
    pub(crate) measures: BTreeMap<ControlId, Measure>,
    pub(crate) ratings: BTreeMap<RiskId, RiskRating>,
    pub(crate) evidence: BTreeMap<EvidenceId, Evidence>,
    pub(crate) fallback: FallbackFacts,
}

impl Whole {
    /// Reads an assessment. While it is a draft, organisation-level answers are the organisation's;
    /// from the hand-over on they are the copies that were taken then.
    pub(crate) fn read(
        read: &Read<'_>,
        framework: &Framework,
        id: AssessmentId,
    ) -> Result<Self, Error> {
        let assessment = read.assessments().get(id)?;
        let system = read.systems().get(assessment.system)?;
        let mut answers = by_question(read.answers().list(Some(id))?);
        let mut evidence = read.evidence().of(Some(id))?;
        if assessment.state.is_editable() {
            answers.retain(|question, _| !is_organisations(framework, question));
            answers.extend(by_question(read.answers().list(None)?));
            evidence.extend(read.evidence().of(None)?);
        }
        let measures = read.measures().list(id)?;
        let ratings = read.ratings().list(id)?;
        Ok(Self {
            fallback: fallback(read, &assessment)?,
            system,
            answers,
            measures: measures
                .into_iter()
                .map(|measure| (measure.control.clone(), measure))
                .collect(),
            ratings: ratings
                .into_iter()
                .map(|rating| (rating.risk.clone(), rating))
                .collect(),
            evidence: evidence
                .into_iter()
                .map(|piece| (piece.id, piece))
                .collect(),
            assessment,
        })
    }

    /// Returns the standing that pieces of evidence give together.
    pub(crate) fn standing(&self, pieces: &[EvidenceId]) -> Standing {
        let known = pieces.iter().filter_map(|id| self.evidence.get(id));
        assay_domain::evidence::best_standing(known)
    }

    /// Tells whether the depth asks a question.
    pub(crate) fn asks(&self, question: &Question) -> bool {
        question.critical || self.assessment.depth == Depth::Full
    }

    /// Returns the answer that counts: "not applicable" without a reason counts as unanswered.
    pub(crate) fn counted(&self, question: &QuestionId) -> Option<AnswerValue> {
        let answer = self.answers.get(question)?;
        match answer.value {
            Some(AnswerValue::Na) if answer.na_reason.trim().is_empty() => None,
            value => value,
        }
    }

    /// Fails unless the assessment can still be changed.
    pub(crate) fn editable(&self) -> Result<(), Error> {
        if self.assessment.state.is_editable() {
            Ok(())
        } else {
            Err(Error::new("final"))
        }
    }
}

/// Tells whether a question is answered once for the organisation.
pub(crate) fn is_organisations(framework: &Framework, question: &QuestionId) -> bool {
    framework
        .question(question)
        .is_some_and(|question| question.scope == Scope::Organisation)
}

fn by_question(answers: Vec<Answer>) -> BTreeMap<QuestionId, Answer> {
    answers
        .into_iter()
        .map(|answer| (answer.question.clone(), answer))
        .collect()
}

/// Reads what the workspace's own records allow clause 6.3 i to reach.
fn fallback(read: &Read<'_>, assessment: &Assessment) -> Result<FallbackFacts, Error> {
    let zone = read.workspace().get()?.settings.time_zone;
    stats::fallback(read, assessment.system, &assessment.period, &zone)
}

/// Returns the moment at which a day begins in a time zone.
pub(crate) fn midnight(date: Date, zone: &str) -> Timestamp {
    let start = date.and_time(NaiveTime::MIN);
    let local = zone
        .parse::<chrono_tz::Tz>()
        .ok()
        .and_then(|zone| zone.from_local_datetime(&start).earliest());
    let micros = local.map_or_else(
        || start.and_utc().timestamp_micros(),
        |local| local.timestamp_micros(),
    );
    Timestamp::from_micros(micros)
}

/// Returns the newest assessment of the same system, before this one, that was approved or signed.
pub(crate) fn previous(
    read: &Read<'_>,
    assessment: &Assessment,
) -> Result<Option<Assessment>, Error> {
    let rows = read.assessments().of_system(assessment.system)?;
    let done = |state| {
        matches!(
            state,
            AssessmentState::Approved | AssessmentState::Signed | AssessmentState::Superseded
        )
    };
    let earlier = rows.into_iter().map(|row| row.assessment).filter(|other| {
        other.id != assessment.id && other.begun.at < assessment.begun.at && done(other.state)
    });
    Ok(earlier.max_by_key(|other| other.begun.at))
}

/// Returns the first and last day of the quarter in which a moment lies.
pub(crate) fn quarter(at: Timestamp, zone: &str) -> (Date, Date) {
    use chrono::{Datelike, Months};
    let today = day(at, zone);
    let first = today
        .with_day(1)
        .and_then(|date| date.with_month(today.month0() / 3 * 3 + 1))
        .unwrap_or(today);
    let next = first.checked_add_months(Months::new(3)).unwrap_or(first);
    (first, next.pred_opt().unwrap_or(next))
}
