//! Loads the framework and refuses what it does not know.

use super::source::{LoadError, Problem, Source};
use super::table::{
    CategoryTable, ContextTable, CountermeasureTable, FrameworkTable, GovernanceTable,
    GuidelineTable, Id, MethodTable, ProfileTable, ProfilesTable, QuestionTable, QuestionsTable,
    RatingTable, RiskTable, SourceTable,
};
use super::{
    Category, Citation, Countermeasure, Facts, Framework, Governance, Guideline, Programme,
    Question, Risk, SeverityRule, Text,
};
use crate::grading::{Catalogue, Method};
use crate::profile::{Inherent, Profile, ProposedContext, ProposedRating};
use crate::time::Date;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use toml::Spanned;

/// The six files of a framework.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Facts of the framework.
    pub framework: Source<'a>,
    /// Our questions.
    pub questions: Source<'a>,
    /// Our profiles.
    pub profiles: Source<'a>,
    /// Our method and tables.
    pub method: Source<'a>,
    /// Our reasons for an override.
    pub reasons: Source<'a>,
    /// Our table of reporting duties.
    pub duties: Source<'a>,
}

/// Ids that others may link to.
struct Known {
    risks: BTreeSet<String>,
    risk_order: Vec<String>,
    letters: BTreeSet<String>,
}

impl Framework {
    /// Loads a framework from its six files; the only way to make one.
    ///
    /// # Errors
    /// The first thing that is wrong, with file and line: an unknown key, a duplicate id, a link
    /// that leads nowhere, a missing language, a value out of range, or a method that is refused.
    pub fn load(sources: &Sources<'_>) -> Result<Self, LoadError> {
        let facts = facts(&sources.framework)?;
        let risks: Vec<String> = facts.risks.iter().map(|risk| risk.id.to_string()).collect();
        let known = Known {
            risks: risks.iter().cloned().collect(),
            risk_order: risks,
            letters: facts
                .clauses()
                .map(|(letter, _)| letter.to_string())
                .collect(),
        };
        let questions = questions(&sources.questions, &known)?;
        let profiles = profiles(&sources.profiles, &known)?;
        let (method, programme) = method(&sources.method, &questions)?;
        let sha256 = digest(&facts, &questions, &profiles, &programme);
        Ok(Self {
            facts,
            questions,
            profiles,
            method,
            programme,
            reasons: super::reason::load(&sources.reasons)?,
            duties: crate::duty::load(&sources.duties)?,
            sha256,
        })
    }
}

/// Ids that categories and risks link to.
struct Linked {
    categories: BTreeSet<String>,
    countermeasures: BTreeSet<String>,
    governance: BTreeSet<String>,
    guidelines: BTreeSet<String>,
}

impl Linked {
    fn of(source: &Source<'_>, table: &FrameworkTable) -> Result<Self, LoadError> {
        Ok(Self {
            categories: source.unique(table.category.iter().map(|entry| &entry.id))?,
            countermeasures: source.unique(table.countermeasure.iter().map(|entry| &entry.id))?,
            governance: source.unique(table.governance.iter().map(|entry| &entry.id))?,
            guidelines: source.unique(table.guideline.iter().map(|entry| &entry.id))?,
        })
    }
}

/// Loads the facts of the framework itself.
fn facts(source: &Source<'_>) -> Result<Facts, LoadError> {
    let table: FrameworkTable = source.parse()?;
    source.schema(&table.schema, "assay-framework/1")?;
    let linked = Linked::of(source, &table)?;
    source.unique(table.risk.iter().map(|entry| &entry.id))?;
    Ok(Facts {
        id: table.id,
        version: table.version,
        citation: citation(source, table.source)?,
        origins: table.origin,
        categories: collect(table.category, |entry| category(source, entry, &linked))?,
        risks: collect(table.risk, |entry| risk(source, entry, &linked))?,
        countermeasures: collect(table.countermeasure, |entry| countermeasure(source, entry))?,
        governance: collect(table.governance, |entry| governance(source, entry))?,
        guidelines: collect(table.guideline, |entry| guideline(source, entry))?,
    })
}

pub(crate) fn collect<T, U>(
    entries: Vec<T>,
    make: impl FnMut(T) -> Result<U, LoadError>,
) -> Result<Vec<U>, LoadError> {
    entries.into_iter().map(make).collect()
}

fn citation(source: &Source<'_>, entry: SourceTable) -> Result<Citation, LoadError> {
    Ok(Citation {
        title: source.text(entry.title)?,
        issuer: source.text(entry.issuer)?,
        released: released(source, &entry.released)?,
        text_used: entry.text_used,
        name_check: entry.name_check,
    })
}

fn released(
    source: &Source<'_>,
    released: &Spanned<toml::value::Datetime>,
) -> Result<Date, LoadError> {
    let text = released.as_ref().to_string();
    text.parse()
        .map_err(|_| source.refuse(&released.span(), Problem::OutOfRange(text)))
}

fn category(
    source: &Source<'_>,
    entry: CategoryTable,
    linked: &Linked,
) -> Result<Category, LoadError> {
    let name = source.text(entry.name)?;
    let parent = entry.parent;
    let parent = parent.map(|parent| source.link(parent, &linked.categories));
    Ok(Category {
        name,
        parent: parent.transpose()?,
        id: entry.id.into_inner(),
    })
}

fn risk(source: &Source<'_>, entry: RiskTable, linked: &Linked) -> Result<Risk, LoadError> {
    Ok(Risk {
        id: entry.id.into_inner().into(),
        clause: entry.clause,
        category: source.link(entry.category, &linked.categories)?,
        name: source.text(entry.name)?,
        summary: source.text(entry.summary)?,
        countermeasures: source.links(entry.countermeasures, &linked.countermeasures)?,
        governance: source.links(entry.governance, &linked.governance)?,
        clauses: source.links(entry.clauses, &linked.guidelines)?,
    })
}

fn countermeasure(
    source: &Source<'_>,
    entry: CountermeasureTable,
) -> Result<Countermeasure, LoadError> {
    Ok(Countermeasure {
        id: entry.id.into_inner().into(),
        clause: entry.clause,
        name: source.text(entry.name)?,
        summary: source.text(entry.summary)?,
    })
}

fn governance(source: &Source<'_>, entry: GovernanceTable) -> Result<Governance, LoadError> {
    Ok(Governance {
        id: entry.id.into_inner().into(),
        name: source.text(entry.name)?,
        table_label: entry.table_label,
        summary: source.text(entry.summary)?,
    })
}

fn guideline(source: &Source<'_>, entry: GuidelineTable) -> Result<Guideline, LoadError> {
    Ok(Guideline {
        id: entry.id.into_inner().into(),
        clause: entry.clause,
        audience: entry.audience,
        title: entry.title.map(|title| source.text(title)).transpose()?,
        summary: source.text(entry.summary)?,
    })
}

fn questions(source: &Source<'_>, known: &Known) -> Result<Vec<Question>, LoadError> {
    let table: QuestionsTable = source.parse()?;
    source.schema(&table.schema, "assay-questions/1")?;
    source.ours(&table.origin)?;
    source.unique(table.question.iter().map(|entry| &entry.id))?;
    collect(table.question, |entry| question(source, entry, known))
}

fn question(
    source: &Source<'_>,
    entry: QuestionTable,
    known: &Known,
) -> Result<Question, LoadError> {
    if entry.phase.as_ref().is_empty() {
        return Err(source.refuse(&entry.phase.span(), Problem::Missing("phase".to_owned())));
    }
    if *entry.red_line.as_ref() && !entry.critical {
        return Err(source.refuse(
            &entry.red_line.span(),
            Problem::OutOfRange("red_line without critical".to_owned()),
        ));
    }
    let audited = entry.clause.as_ref() == crate::audit::CLAUSE;
    if audited != entry.dimension.is_some() || audited != entry.test.is_some() {
        let missing = Problem::Missing("dimension or test".to_owned());
        return Err(source.refuse(&entry.id.span(), missing));
    }
    Ok(Question {
        id: entry.id.into_inner().into(),
        clause: source.link(entry.clause, &known.letters)?,
        text: source.text(entry.text)?,
        why: source.text(entry.why)?,
        good: source.text(entry.good)?,
        evidence: source.text(entry.evidence)?,
        risks: source.links(entry.risks, &known.risks)?,
        critical: entry.critical,
        red_line: entry.red_line.into_inner(),
        scope: entry.scope,
        phase: entry.phase.into_inner(),
        derived_from: entry.derived_from,
        dimension: entry.dimension.map(Spanned::into_inner),
        test: entry.test.map(|test| source.text(test)).transpose()?,
    })
}

fn profiles(source: &Source<'_>, known: &Known) -> Result<Vec<Profile>, LoadError> {
    let table: ProfilesTable = source.parse()?;
    source.schema(&table.schema, "assay-profiles/1")?;
    source.ours(&table.origin)?;
    source.unique(table.profile.iter().map(|entry| &entry.id))?;
    collect(table.profile, |entry| profile(source, entry, known))
}

fn profile(source: &Source<'_>, entry: ProfileTable, known: &Known) -> Result<Profile, LoadError> {
    let span = entry.id.span();
    Ok(Profile {
        id: entry.id.into_inner().into(),
        name: source.text(entry.name)?,
        description: source.text(entry.description)?,
        scenario: context(source, entry.scenario)?,
        autonomy: context(source, entry.autonomy)?,
        scale: context(source, entry.scale)?,
        focus: source.links(entry.focus, &known.risks)?,
        ratings: ratings(source, &span, entry.ratings, known)?,
    })
}

fn context(
    source: &Source<'_>,
    entry: Spanned<ContextTable>,
) -> Result<ProposedContext, LoadError> {
    let span = entry.span();
    let entry = entry.into_inner();
    let reason = source.text(Spanned::new(
        span.clone(),
        Text {
            en: entry.en,
            zh: entry.zh,
        },
    ))?;
    Ok(ProposedContext {
        value: on_scale(source, &span, entry.value)?,
        reason,
    })
}

fn on_scale(source: &Source<'_>, span: &Range<usize>, value: u8) -> Result<u8, LoadError> {
    if (1..=5).contains(&value) {
        return Ok(value);
    }
    Err(source.refuse(span, Problem::OutOfRange(value.to_string())))
}

fn ratings(
    source: &Source<'_>,
    profile: &Range<usize>,
    entries: BTreeMap<Id, Spanned<RatingTable>>,
    known: &Known,
) -> Result<Vec<ProposedRating>, LoadError> {
    let mut by_risk = BTreeMap::new();
    for (id, entry) in entries {
        let id: String = source.link(id, &known.risks)?;
        by_risk.insert(id, entry);
    }
    let in_order = known.risk_order.iter().map(|risk| {
        let entry = by_risk.remove(risk);
        let entry = entry
            .ok_or_else(|| source.refuse(profile, Problem::Missing(format!("rating of {risk}"))))?;
        rating(source, risk, entry)
    });
    in_order.collect()
}

fn rating(
    source: &Source<'_>,
    risk: &str,
    entry: Spanned<RatingTable>,
) -> Result<ProposedRating, LoadError> {
    let span = entry.span();
    let entry = entry.into_inner();
    let inherent = match (entry.na, entry.likelihood, entry.impact) {
        (true, None, None) => None,
        (false, Some(likelihood), Some(impact)) => Some(Inherent {
            likelihood: on_scale(source, &span, likelihood)?,
            impact: on_scale(source, &span, impact)?,
        }),
        _ => return Err(source.refuse(&span, Problem::OutOfRange(format!("rating of {risk}")))),
    };
    let reason = source.text(Spanned::new(
        span,
        Text {
            en: entry.en,
            zh: entry.zh,
        },
    ))?;
    Ok(ProposedRating {
        risk: risk.into(),
        inherent,
        reason,
    })
}

fn method(source: &Source<'_>, questions: &[Question]) -> Result<(Method, Programme), LoadError> {
    let table: MethodTable = source.parse()?;
    source.schema(&table.schema, "assay-method/1")?;
    source.ours(&table.origin)?;
    let span = table.method.span();
    let catalogue =
        Catalogue::with_questions(questions.iter().map(|question| question.id.to_string()));
    let method = Method::from_json_in(table.method.into_inner(), catalogue).map_err(|error| {
        source.refuse(
            &source.below(&span, &error.place),
            Problem::Method(error.to_string()),
        )
    })?;
    let asked: BTreeSet<&str> = questions
        .iter()
        .filter(|question| question.red_line)
        .map(|question| question.id.as_str())
        .collect();
    let counted: BTreeSet<&str> = method.red_lines().iter().map(String::as_str).collect();
    if let Some(id) = asked.symmetric_difference(&counted).next() {
        return Err(source.refuse(
            &source.below(&span, "/red_lines"),
            Problem::RedLines((*id).to_owned()),
        ));
    }
    let programme = Programme {
        audit_interval_months: table.programme.audit_interval_months,
        longest_switch_minutes: table.programme.longest_switch_minutes,
        conforming_item_carried: table.programme.conforming_item_carried,
        escalation_days: table.programme.escalation_days,
        finding_severity: table
            .finding_severity
            .into_iter()
            .map(|rule| SeverityRule {
                severity: rule.severity,
                when: rule.when,
            })
            .collect(),
    };
    Ok((method, programme))
}

/// Digests everything but the method, which has a digest of its own, and the reasons and duties, by
/// which nothing is graded.
fn digest(
    facts: &Facts,
    questions: &[Question],
    profiles: &[Profile],
    programme: &Programme,
) -> String {
    let content = serde_json::json!({
        "facts": facts,
        "questions": questions,
        "profiles": profiles,
        "programme": programme,
    });
    let bytes = serde_json_canonicalizer::to_vec(&content)
        .expect("texts and small integers are canonical JSON");
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
