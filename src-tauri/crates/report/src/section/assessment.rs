//! The assessment report.

use super::oscal::{self, Finding, Observation, Results, Risk};
use super::story::Story;
use super::voice::Voice;
use super::{
    Printed, Told, action, clause, cover, evidence, glossary, grade, measure, method, red_line,
    redaction, risk, summary, system,
};
use crate::Error;
use crate::model::{Block, Document, Heading};
use assay_domain::answer::AnswerValue;
use assay_domain::facts::{ClauseFacts, Facts, Head, QuestionFacts};

impl Printed for Facts {
    const SCHEMA: &'static str = include_str!("../../../../../assets/report/facts.schema.json");

    fn head(&self) -> Head {
        self.head()
    }

    fn told<'a>(&'a self, voice: &'a Voice<'a>) -> Result<Told, Error> {
        let story = Story::new(self, voice)?;
        let mut blocks = cover::blocks(&story);
        blocks.push(Block::PageBreak);
        blocks.extend(redaction::blocks(&story));
        blocks.extend(red_line::blocks(&story));
        blocks.extend(summary::blocks(&story));
        blocks.push(Block::Heading(Heading {
            level: 1,
            text: story.t("paper-contents"),
            ..Heading::default()
        }));
        blocks.push(Block::Contents);
        for section in [system::blocks, grade::blocks, clause::blocks, risk::blocks] {
            blocks.push(Block::PageBreak);
            blocks.extend(section(&story));
        }
        blocks.push(Block::PageBreak);
        blocks.extend(measure::blocks(&story));
        blocks.extend(action::blocks(
            &story,
            &story.facts.actions,
            "paper-actions-none",
        ));
        blocks.extend(evidence::blocks(&story, &story.annex));
        blocks.extend(method::blocks(&story));
        blocks.extend(glossary::blocks(&story, &glossary::ASSESSMENT));
        blocks.push(Block::PageBreak);
        blocks.extend(redaction::signatures(&story));
        let about = [("system", story.system().into())];
        let document = Document {
            locale: story.locale(),
            paper: story.head.paper,
            logo: story.logo.clone(),
            title: story.title(),
            frame: redaction::frame(&story, story.frame(story.say("paper-head", &about))),
            link_prefix: story.t("paper-link"),
            blocks,
        };
        let (system, actions) = (self.system_id.to_string(), self.actions.iter());
        Ok(Told {
            document,
            further: oscal::files(voice, &results(&story), &system, actions),
        })
    }
}

/// The assessment in the shape of OSCAL: each answer observed, each clause found, each risk rated.
fn results<'a>(story: &Story<'a>) -> Results<'a> {
    let facts = story.facts;
    Results {
        title: story.title(),
        description: story.grade_name(facts.grade.grade),
        period: &facts.assessment.period,
        controls: facts.clauses.iter().map(control).collect(),
        observations: observations(story),
        findings: findings(story),
        risks: risks(story),
    }
}

/// The clause as the control that it is in the method.
fn control(clause: &ClauseFacts) -> String {
    format!("6.3{}", clause.clause)
}

fn observations(story: &Story<'_>) -> Vec<Observation> {
    let facts = story.facts;
    let questions = facts.clauses.iter().flat_map(|clause| &clause.questions);
    let answered = questions.filter_map(|question| Some((question, question.answer?)));
    answered
        .map(|(question, answer)| Observation {
            key: question.question.to_string(),
            title: question.question.to_string(),
            description: story.question(&question.question),
            props: vec![
                ("answer", Voice::word(answer)),
                ("evidence-standing", Voice::word(question.standing)),
            ],
            collected: question.saved.as_ref().map_or(facts.as_of, |act| act.at),
        })
        .collect()
}

fn findings(story: &Story<'_>) -> Vec<Finding> {
    // Whether a clause is satisfied does not follow once answers of it were removed.
    let is_whole = |clause: &&ClauseFacts| {
        let mut questions = clause.questions.iter();
        !questions.any(|question| story.is_removed(&question.question))
    };
    let clauses = story.facts.clauses.iter().filter(is_whole);
    clauses
        .map(|clause| {
            let answered = clause.questions.iter().filter(|one| one.answer.is_some());
            let id = control(clause);
            Finding {
                title: story.control(&id),
                description: story.level(clause.counted_level),
                satisfied: clause.counted_level.is_some() && clause.questions.iter().all(is_good),
                observations: answered.map(|one| one.question.to_string()).collect(),
                key: id.clone(),
                target: id,
            }
        })
        .collect()
}

/// Tells whether an answer, or that there is none, leaves a clause satisfied.
fn is_good(question: &QuestionFacts) -> bool {
    matches!(
        question.answer,
        None | Some(AnswerValue::Met | AnswerValue::Na | AnswerValue::NotYetDue)
    )
}

fn risks(story: &Story<'_>) -> Vec<Risk> {
    let ratings = story.facts.ratings.iter();
    let rated = ratings.filter(|rating| !rating.not_applicable);
    rated
        .map(|rating| {
            let level = story.explained(rating.risk.as_str()).map(|risk| risk.level);
            let facets = [
                ("likelihood", rating.likelihood),
                ("impact", rating.impact),
                ("level-after-measures", level),
            ];
            let facets = facets.into_iter();
            Risk {
                key: rating.risk.to_string(),
                title: story.risk(rating.risk.as_str()),
                statement: rating.reason.clone(),
                open: level.is_none_or(|level| level > 1),
                facets: facets
                    .filter_map(|(name, value)| Some((name, value?.to_string())))
                    .collect(),
            }
        })
        .collect()
}
