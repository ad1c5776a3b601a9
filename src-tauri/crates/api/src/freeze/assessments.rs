//! Several assessments as they stand: all of the organisation's, or one beside the one before it.

use super::Freezer;
use crate::conduct::Conduct;
use crate::contract::{DueCheck, SystemRow};
use crate::error::Error;
use crate::overview::system_row;
use crate::programme::Calendar;
use crate::whole::Whole;
use assay_domain::action::ActionState;
use assay_domain::assessment::{Assessment, AssessmentState};
use assay_domain::facts::assessments::{
    AnswerStanding, AssessmentStanding, COMPARISON_SCHEMA, CheckStanding, ClauseStanding,
    ComparedSide, FrozenComparison, FrozenOverview, MeasureStanding, OVERVIEW_SCHEMA, OpenAction,
    RatingStanding, SystemStanding,
};
use assay_domain::grading::grade;
use assay_domain::id::AssessmentId;
use assay_store::Read;
use std::collections::BTreeMap;

/// Returns the assessment of the same AI system that was begun last before this one; drafts are passed over,
/// since what they say may still change.
pub(crate) fn earlier(
    read: &Read<'_>,
    assessment: &Assessment,
) -> Result<Option<Assessment>, Error> {
    let others = read.assessments().of_system(assessment.system)?;
    let earlier = others
        .into_iter()
        .map(|row| row.assessment)
        .filter(|other| other.id != assessment.id && other.begun.at < assessment.begun.at)
        .filter(|other| other.state != AssessmentState::Draft)
        .max_by_key(|other| other.begun.at);
    Ok(earlier)
}

fn standing(whole: &Whole, conduct: &Conduct) -> AssessmentStanding {
    let (assessment, summary) = (&whole.assessment, &conduct.summary);
    let clauses = conduct.clauses.iter();
    AssessmentStanding {
        id: assessment.id,
        period: assessment.period.clone(),
        depth: assessment.depth,
        state: assessment.state,
        tier: summary.tier,
        grade: summary.grade,
        interval: summary.interval,
        confidence: summary.confidence,
        red_lines: summary.red_lines.clone(),
        clauses: clauses
            .map(|task| ClauseStanding {
                clause: task.clause.clone(),
                level: task.counted_level,
            })
            .collect(),
    }
}

fn check(due: DueCheck) -> CheckStanding {
    CheckStanding {
        system_name: due.system_name,
        kind: due.kind,
        occurrence: due.occurrence,
    }
}

impl Freezer<'_> {
    /// Freezes the whole organisation.
    pub(crate) fn overview(&self) -> Result<(FrozenOverview, String), Error> {
        let (read, today) = (self.read, self.today()?);
        let rows = read.assessments().overview(today)?;
        let rows: Vec<SystemRow> = rows.into_iter().map(system_row).collect::<Result<_, _>>()?;
        let names: BTreeMap<_, _> = rows
            .iter()
            .map(|row| (row.system.id, row.system.facts.name.clone()))
            .collect();
        let mut systems: Vec<SystemStanding> = rows
            .into_iter()
            .map(|row| self.system(row))
            .collect::<Result<_, Error>>()?;
        let grade = |system: &SystemStanding| system.assessment.as_ref().map(|last| last.grade);
        systems.sort_by(|a, b| (grade(b), &a.name).cmp(&(grade(a), &b.name)));
        let mut actions = read.actions().list()?;
        actions.retain(|action| {
            !matches!(
                action.facts.state,
                ActionState::Closed | ActionState::Dropped
            )
        });
        actions.sort_by_key(|action| (action.facts.due.is_none(), action.facts.due, action.id));
        let (due, missed) = Calendar::read(read, today)?.due_and_missed();
        let mut facts = FrozenOverview {
            head: self.head(OVERVIEW_SCHEMA)?,
            systems,
            actions: actions
                .into_iter()
                .map(|action| OpenAction {
                    system_name: names.get(&action.facts.system).cloned().unwrap_or_default(),
                    action,
                })
                .collect(),
            due: due.into_iter().map(check).collect(),
            missed: missed.into_iter().map(check).collect(),
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, String::new()))
    }

    fn system(&self, row: SystemRow) -> Result<SystemStanding, Error> {
        let assessment = match row.last {
            Some(last) => {
                let whole = Whole::read(self.read, self.framework, last.id)?;
                Some(standing(&whole, &Conduct::of(self.framework, &whole)?))
            }
            None => None,
        };
        let facts = row.system.facts;
        Ok(SystemStanding {
            name: facts.name,
            reference: facts.reference,
            version: facts.version,
            unit: facts.unit,
            key_area: facts.key_area,
            phase: facts.phase,
            assessment,
            grade_before: row.grade_before,
            open_actions: row.open_actions,
        })
    }

    /// Freezes an assessment beside the one before it, with what lists call them.
    pub(crate) fn comparison(&self, id: AssessmentId) -> Result<(FrozenComparison, String), Error> {
        let read = self.read;
        let after = Whole::read(read, self.framework, id)?;
        let before =
            earlier(read, &after.assessment)?.ok_or_else(|| Error::new("comparison-none"))?;
        let before = Whole::read(read, self.framework, before.id)?;
        let system_name = after.system.facts.name.clone();
        let mut actions = read.actions().of_system(after.system.id)?;
        actions.retain(|action| action.facts.state != ActionState::Dropped);
        let mut facts = FrozenComparison {
            head: self.head(COMPARISON_SCHEMA)?,
            system_name: system_name.clone(),
            before: self.side(&before)?,
            after: self.side(&after)?,
            actions,
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, system_name))
    }

    fn side(&self, whole: &Whole) -> Result<ComparedSide, Error> {
        let framework = self.framework;
        let conduct = Conduct::of(framework, whole)?;
        let outcome = grade(framework.method(), &conduct.input)?;
        let answers = framework.questions().iter().map(|question| {
            let answer = whole.answers.get(&question.id);
            AnswerStanding {
                question: question.id.clone(),
                answer: answer.and_then(|answer| answer.value),
                standing: answer
                    .map(|answer| whole.standing(&answer.evidence))
                    .unwrap_or_default(),
            }
        });
        let measures = framework.countermeasures().iter().map(|entry| {
            let measure = whole.measures.get(&entry.id);
            MeasureStanding {
                control: entry.id.clone(),
                level: measure.and_then(|measure| measure.level),
            }
        });
        let ratings = framework.risks().iter().filter_map(|entry| {
            let rating = whole.ratings.get(&entry.id)?;
            Some(RatingStanding {
                risk: entry.id.clone(),
                likelihood: rating.likelihood,
                impact: rating.impact,
                level: outcome.risks.get(entry.id.as_str()).map(|risk| risk.level),
            })
        });
        Ok(ComparedSide {
            standing: standing(whole, &conduct),
            answers: answers.collect(),
            measures: measures.collect(),
            ratings: ratings.collect(),
        })
    }
}
