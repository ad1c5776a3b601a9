//! Loads the framework and refuses what it does not know, with file and line.

use super::table::{
    ContextTable, FrameworkTable, Id, MethodTable, ProfileTable, ProfilesTable, QuestionTable,
    QuestionsTable, RatingTable, RiskTable,
};
use super::{
    Category, Citation, Countermeasure, Facts, Framework, Governance, Guideline, Origin, Programme,
    Question, Risk, SeverityRule, Text,
};
use crate::grading::{Catalogue, Method};
use crate::profile::{Inherent, Profile, ProposedContext, ProposedRating};
use crate::time::Date;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::ops::Range;
use toml::Spanned;

/// One file of the framework.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, for errors.
    pub file: &'a str,
    /// Its content.
    pub text: &'a str,
}

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

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Not TOML, a key that is not known, one that is missing, or a value of the wrong kind.
    Syntax(String),
    /// Another schema than this version reads.
    Schema(String),
    /// An id that stands twice.
    Duplicate(String),
    /// An id that nothing has.
    Dangling(String),
    /// A text without its English or Chinese side.
    MissingLanguage {
        /// The side that is missing.
        language: &'static str,
        /// What stands in the other one.
        other: String,
    },
    /// A value outside its range.
    OutOfRange(String),
    /// Something that must be there for each entry of another list.
    Missing(String),
    /// The method was refused.
    Method(String),
    /// The red lines of the questions and of the method differ.
    RedLines(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) | Self::Method(message) => f.write_str(message),
            Self::Schema(schema) => write!(f, "the schema {schema:?} is not read by this version"),
            Self::Duplicate(id) => write!(f, "{id:?} stands twice"),
            Self::Dangling(id) => write!(f, "there is no {id:?}"),
            Self::MissingLanguage { language, other } => {
                write!(f, "{other:?} has no text in {language}")
            }
            Self::OutOfRange(value) => write!(f, "{value} is out of range"),
            Self::Missing(what) => write!(f, "{what} is missing"),
            Self::RedLines(id) => write!(f, "{id:?} is a red line in one file only"),
        }
    }
}

/// A file that was refused, with the line where it is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct LoadError {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

impl Source<'_> {
    pub(crate) fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, LoadError> {
        toml::from_str(self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            self.refuse(&span, Problem::Syntax(error.message().to_owned()))
        })
    }

    pub(crate) fn refuse(&self, span: &Range<usize>, problem: Problem) -> LoadError {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        LoadError {
            file: self.file.to_owned(),
            line: 1 + before.matches('\n').count(),
            problem,
        }
    }

    /// Returns where the first key of a place such as `/band_edges/1` stands below a table's head.
    fn below(&self, table: &Range<usize>, place: &str) -> Range<usize> {
        let key = place
            .split('/')
            .find(|part| !part.is_empty())
            .unwrap_or_default();
        let stands = |line: &str| {
            let named = line.trim_start_matches("[method.").trim_start_matches(key);
            named.len() < line.len() && named.starts_with([' ', ']', '.', '='])
        };
        let mut at = table.start;
        for line in self
            .text
            .get(table.start..)
            .unwrap_or_default()
            .split_inclusive('\n')
        {
            if !key.is_empty() && stands(line) {
                return at..at;
            }
            at += line.len();
        }
        table.clone()
    }

    pub(crate) fn schema(&self, found: &Id, expected: &str) -> Result<(), LoadError> {
        if found.as_ref() == expected {
            return Ok(());
        }
        Err(self.refuse(&found.span(), Problem::Schema(found.as_ref().clone())))
    }

    pub(crate) fn ours(&self, origin: &Spanned<Origin>) -> Result<(), LoadError> {
        match origin.as_ref() {
            Origin::Ours => Ok(()),
            Origin::Official => {
                Err(self.refuse(&origin.span(), Problem::OutOfRange("origin".to_owned())))
            }
        }
    }

    pub(crate) fn text(&self, text: Spanned<Text>) -> Result<Text, LoadError> {
        let span = text.span();
        let text = text.into_inner();
        for (language, side, other) in [
            ("English", &text.en, &text.zh),
            ("Chinese", &text.zh, &text.en),
        ] {
            if side.trim().is_empty() {
                return Err(self.refuse(
                    &span,
                    Problem::MissingLanguage {
                        language,
                        other: other.clone(),
                    },
                ));
            }
        }
        Ok(text)
    }

    /// Collects ids and refuses one that stands twice.
    pub(crate) fn unique<'t>(
        &self,
        ids: impl Iterator<Item = &'t Id>,
    ) -> Result<BTreeSet<String>, LoadError> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.as_ref().clone()) {
                return Err(self.refuse(&id.span(), Problem::Duplicate(id.as_ref().clone())));
            }
        }
        Ok(seen)
    }

    /// Turns links into ids and refuses one that leads nowhere or stands twice.
    fn links<T: From<String>>(
        &self,
        links: Vec<Id>,
        known: &BTreeSet<String>,
    ) -> Result<Vec<T>, LoadError> {
        self.unique(links.iter())?;
        links
            .into_iter()
            .map(|link| self.link(link, known))
            .collect()
    }

    fn link<T: From<String>>(&self, link: Id, known: &BTreeSet<String>) -> Result<T, LoadError> {
        if known.contains(link.as_ref()) {
            return Ok(T::from(link.into_inner()));
        }
        Err(self.refuse(&link.span(), Problem::Dangling(link.as_ref().clone())))
    }
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

/// Loads the facts of the framework itself.
fn facts(source: &Source<'_>) -> Result<Facts, LoadError> {
    let table: FrameworkTable = source.parse()?;
    source.schema(&table.schema, "assay-framework/1")?;
    let categories = source.unique(table.category.iter().map(|entry| &entry.id))?;
    let countermeasures = source.unique(table.countermeasure.iter().map(|entry| &entry.id))?;
    let governance = source.unique(table.governance.iter().map(|entry| &entry.id))?;
    let guidelines = source.unique(table.guideline.iter().map(|entry| &entry.id))?;
    source.unique(table.risk.iter().map(|entry| &entry.id))?;
    Ok(Facts {
        id: table.id,
        version: table.version,
        citation: Citation {
            title: source.text(table.source.title)?,
            issuer: source.text(table.source.issuer)?,
            released: released(source, &table.source.released)?,
            text_used: table.source.text_used,
            name_check: table.source.name_check,
        },
        origins: table.origin,
        categories: collect(table.category, |entry| {
            Ok(Category {
                name: source.text(entry.name)?,
                parent: entry
                    .parent
                    .map(|parent| source.link(parent, &categories))
                    .transpose()?,
                id: entry.id.into_inner(),
            })
        })?,
        risks: collect(table.risk, |entry| {
            risk(
                source,
                entry,
                &categories,
                [&countermeasures, &governance, &guidelines],
            )
        })?,
        countermeasures: collect(table.countermeasure, |entry| {
            Ok(Countermeasure {
                id: entry.id.into_inner().into(),
                clause: entry.clause,
                name: source.text(entry.name)?,
                summary: source.text(entry.summary)?,
            })
        })?,
        governance: collect(table.governance, |entry| {
            Ok(Governance {
                id: entry.id.into_inner().into(),
                name: source.text(entry.name)?,
                table_label: entry.table_label,
                summary: source.text(entry.summary)?,
            })
        })?,
        guidelines: collect(table.guideline, |entry| {
            Ok(Guideline {
                id: entry.id.into_inner().into(),
                clause: entry.clause,
                audience: entry.audience,
                title: entry.title.map(|title| source.text(title)).transpose()?,
                summary: source.text(entry.summary)?,
            })
        })?,
    })
}

pub(crate) fn collect<T, U>(
    entries: Vec<T>,
    make: impl FnMut(T) -> Result<U, LoadError>,
) -> Result<Vec<U>, LoadError> {
    entries.into_iter().map(make).collect()
}

fn risk(
    source: &Source<'_>,
    entry: RiskTable,
    categories: &BTreeSet<String>,
    [countermeasures, governance, guidelines]: [&BTreeSet<String>; 3],
) -> Result<Risk, LoadError> {
    Ok(Risk {
        id: entry.id.into_inner().into(),
        clause: entry.clause,
        category: source.link(entry.category, categories)?,
        name: source.text(entry.name)?,
        summary: source.text(entry.summary)?,
        countermeasures: source.links(entry.countermeasures, countermeasures)?,
        governance: source.links(entry.governance, governance)?,
        clauses: source.links(entry.clauses, guidelines)?,
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
