//! Scope and system: what was assessed, in which context, with which filings.

use super::story::{Story, row, table};
use crate::model::{Block, Cell, Pair, Width};
use assay_domain::assessment::ContextValue;
use assay_domain::time::Date;

pub(super) fn blocks(story: &Story<'_>) -> Vec<Block> {
    vec![
        Block::heading(1, story.t("paper-scope-title")),
        together(story, "paper-system-title", system(story)),
        Block::heading(2, story.t("paper-context-title")),
        Block::body(story.t("paper-context-intro")),
        context(story),
        together(story, "paper-filing-title", filing(story)),
        together(story, "paper-assessment-title", assessment(story)),
    ]
}

/// A heading with its facts, on one page.
fn together(story: &Story<'_>, title: &str, pairs: Vec<Pair>) -> Block {
    let heading = Block::heading(2, story.t(title));
    Block::Keep(vec![heading, Block::Pairs(pairs)])
}

fn system(story: &Story<'_>) -> Vec<Pair> {
    let system = &story.facts.system;
    let grades: Vec<String> = system
        .data_grades
        .iter()
        .map(|grade| story.named("data-grade-", grade))
        .collect();
    let written = |id: &str, value: &str| Pair::new(story.t(id), story.given(value));
    vec![
        written("system-field-name", &system.name),
        written("system-field-reference", &system.reference),
        written("system-field-supplier", &system.supplier),
        written("system-field-model", &system.model),
        written("system-field-version", &system.version),
        written("system-field-purpose", &system.purpose),
        written(
            "system-field-decisionPoints",
            &system.decision_points.join("\n"),
        ),
        written(
            "system-field-keyArea",
            &story.named("area-", system.key_area),
        ),
        written("system-field-unit", &system.unit),
        written("system-field-dataGrades", &story.list(&grades)),
        written("system-field-affected", &system.affected),
        written("system-field-scale", &system.scale),
        written("system-field-autonomy", &system.autonomy),
        written("system-field-phase", &story.named("phase-", system.phase)),
    ]
}

fn context(story: &Story<'_>) -> Block {
    let context = &story.facts.assessment.context;
    let tier = &story.explanation.tier;
    let axis = |name: &str, value: &ContextValue, counted: u8| {
        row(vec![
            story.t(&format!("context-{name}")).into(),
            scale(story, &format!("scale-{name}-"), value.value, counted).into(),
            Cell::from(value.reason.clone()),
        ])
    };
    let rows = vec![
        axis("scenario", &context.scenario, tier.scenario),
        axis("autonomy", &context.autonomy, tier.autonomy),
        axis("scale", &context.scale, tier.scale),
    ];
    let columns = vec![
        story.column("paper-context-column-axis", Width::Fixed(92.0)),
        story.column("paper-context-column-value", Width::Share(1.0)),
        story.column("paper-context-column-reason", Width::Share(1.2)),
    ];
    table(columns, rows, story.t("paper-context-summary"))
}

/// A value of a scale with its meaning, or the value that stands in for an unanswered one.
pub(super) fn scale(story: &Story<'_>, prefix: &str, value: Option<u8>, counted: u8) -> String {
    match value {
        Some(value) => {
            let name = story.t(&format!("{prefix}{value}"));
            let args = [("value", value.into()), ("name", name.into())];
            story.say("paper-scale-value", &args)
        }
        None => story.say("paper-scale-assumed", &[("value", counted.into())]),
    }
}

fn filing(story: &Story<'_>) -> Vec<Pair> {
    let filing = &story.facts.system.filing;
    let date = |date: Option<Date>| date.map(|date| story.date(date)).unwrap_or_default();
    let yes = |answer: Option<bool>| match answer {
        Some(true) => story.t("paper-yes"),
        Some(false) => story.t("paper-no"),
        None => String::new(),
    };
    let level = filing
        .protection_level
        .map(|level| story.say("system-protection-level", &[("level", level.into())]));
    let pairs = [
        ("protectionLevel", level.unwrap_or_default()),
        ("protectionNumber", filing.protection_number.clone()),
        (
            "cryptographyAssessedOn",
            date(filing.cryptography_assessed_on),
        ),
        ("impactAssessedOn", date(filing.impact_assessed_on)),
        ("modelFilingNumber", filing.model_filing_number.clone()),
        (
            "criticalInfrastructure",
            yes(filing.critical_infrastructure),
        ),
        ("personalInformation", yes(filing.personal_information)),
        ("importantData", yes(filing.important_data)),
        ("crossBorder", yes(filing.cross_border)),
    ];
    pairs
        .into_iter()
        .map(|(field, value)| {
            let name = story.t(&format!("system-field-{field}"));
            Pair::new(name, story.given(&value))
        })
        .collect()
}

fn assessment(story: &Story<'_>) -> Vec<Pair> {
    let assessment = &story.facts.assessment;
    let profile = assessment
        .profile
        .as_ref()
        .and_then(|id| story.framework.profile(id));
    let profile = match profile {
        Some(profile) => story.text(&profile.name),
        None => story.t("paper-assessment-profile-none"),
    };
    let mut pairs = vec![
        Pair::new(story.t("paper-assessment-period"), story.period()),
        Pair::new(
            story.t("paper-assessment-phase"),
            story.named("phase-", assessment.phase),
        ),
        Pair::new(
            story.t("paper-depth"),
            story.named("depth-", assessment.depth),
        ),
        Pair::new(story.t("paper-assessment-profile"), profile),
        Pair::new(
            story.t("paper-assessment-begun"),
            story.act(&assessment.begun),
        ),
    ];
    if let Some(act) = &assessment.submitted {
        pairs.push(Pair::new(
            story.t("paper-assessment-submitted"),
            story.act(act),
        ));
    }
    if let Some(act) = &assessment.approved {
        pairs.push(Pair::new(
            story.t("paper-assessment-approved"),
            story.act(act),
        ));
    }
    let as_of = [
        ("moment", story.moment(story.facts.as_of).into()),
        ("zone", story.facts.time_zone.as_str().into()),
    ];
    pairs.push(Pair::new(
        story.t("paper-assessment-as-of"),
        story.say("paper-moment-in-zone", &as_of),
    ));
    pairs
}
