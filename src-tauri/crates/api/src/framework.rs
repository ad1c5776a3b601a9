//! The bundled framework, and the catalogue that the window shows.

use crate::contract::{
    Catalogue, CatalogueClause, CatalogueGovernance, CatalogueGroup, CatalogueMeasure,
    CatalogueProfile, CatalogueQuestion, CatalogueRisk, Nothing, ProfileContext, ProfileRating,
    Text,
};
use crate::error::Error;
use crate::session::Session;
use assay_domain::facts::Edition;
use assay_domain::framework::{Framework, Question, Scope, Source, Sources};
use assay_domain::grading::Method;
use assay_domain::profile::{Profile, ProposedContext};
use assay_domain::system::Phase;

macro_rules! bundled_file {
    ($name:literal) => {
        Source {
            file: $name,
            text: include_str!(concat!(
                "../../../../assets/frameworks/tc260_aisgf_1.0/",
                $name
            )),
        }
    };
}

/// The files of the framework that comes with the program.
const SOURCES: Sources<'static> = Sources {
    framework: bundled_file!("framework.toml"),
    questions: bundled_file!("questions.toml"),
    profiles: bundled_file!("profiles.toml"),
    method: bundled_file!("method.toml"),
    reasons: bundled_file!("reasons.toml"),
    duties: bundled_file!("duties.toml"),
};

/// The text of each.
pub(crate) const TEXTS: [&str; 6] = [
    SOURCES.framework.text,
    SOURCES.questions.text,
    SOURCES.profiles.text,
    SOURCES.method.text,
    SOURCES.reasons.text,
    SOURCES.duties.text,
];

/// Loads the framework that comes with the program.
///
/// # Errors
/// When a bundled file is refused, which a test forbids.
pub fn bundled() -> Result<Framework, Error> {
    Framework::load(&SOURCES).map_err(|error| Error::new("framework-refused").with("detail", error))
}

/// Returns what the facts say of the framework.
pub(crate) fn edition(framework: &Framework) -> Edition {
    Edition {
        id: framework.id().to_owned(),
        version: framework.version().to_owned(),
        sha256: framework.sha256().to_owned(),
    }
}

/// Returns what the facts say of the method.
pub(crate) fn method_edition(method: &Method) -> Edition {
    Edition {
        id: method.id().to_owned(),
        version: method.version().to_owned(),
        sha256: method.sha256().to_owned(),
    }
}

/// Answers with the whole catalogue in both languages.
pub(crate) fn framework_get(session: &mut Session, _: Nothing) -> Result<Catalogue, Error> {
    let framework = &session.framework;
    let tables = framework.method().to_json();
    Ok(Catalogue {
        framework: edition(framework),
        title: framework.citation().title.clone(),
        issuer: framework.citation().issuer.clone(),
        method: method_edition(framework.method()),
        groups: groups(framework),
        risks: risks(framework),
        measures: measures(framework),
        governance: framework
            .governance()
            .iter()
            .map(|entry| CatalogueGovernance {
                id: entry.id.clone(),
                name: entry.name.clone(),
            })
            .collect(),
        clauses: clauses(framework),
        profiles: framework.profiles().iter().map(profile).collect(),
        levels: framework
            .method()
            .level_names()
            .iter()
            .map(|level| Text {
                en: level.en.clone(),
                zh: level.zh.clone(),
            })
            .collect(),
        band_edges: serde_json::from_value(tables["band_edges"].clone())?,
        not_yet_due_phases: vec![Phase::BeforeUse],
    })
}

fn groups(framework: &Framework) -> Vec<CatalogueGroup> {
    let groups = framework.categories().iter();
    groups
        .map(|entry| CatalogueGroup {
            id: entry.id.clone(),
            name: entry.name.clone(),
            parent: entry.parent.clone(),
        })
        .collect()
}

fn risks(framework: &Framework) -> Vec<CatalogueRisk> {
    let risks = framework.risks().iter();
    risks
        .map(|entry| CatalogueRisk {
            id: entry.id.clone(),
            clause: entry.clause.clone(),
            group: entry.category.clone(),
            name: entry.name.clone(),
            summary: entry.summary.clone(),
            countermeasures: entry.countermeasures.clone(),
            governance: entry.governance.clone(),
        })
        .collect()
}

fn measures(framework: &Framework) -> Vec<CatalogueMeasure> {
    let method = framework.method();
    let credited = |control: &str| {
        let position = method.controls().iter().position(|id| id == control);
        let risks = method.risks().iter().enumerate();
        risks
            .filter(|(risk, _)| {
                method
                    .links(*risk)
                    .iter()
                    .any(|link| Some(link.control) == position)
            })
            .map(|(_, id)| id.as_str().into())
            .collect()
    };
    let measures = framework.countermeasures().iter();
    measures
        .map(|entry| CatalogueMeasure {
            id: entry.id.clone(),
            clause: entry.clause.clone(),
            name: entry.name.clone(),
            summary: entry.summary.clone(),
            risks: credited(entry.id.as_str()),
        })
        .collect()
}

fn clauses(framework: &Framework) -> Vec<CatalogueClause> {
    framework
        .clauses()
        .map(|(letter, guideline)| CatalogueClause {
            control: guideline.id.clone(),
            clause: guideline.clause.clone(),
            title: guideline.title.clone().unwrap_or_default(),
            summary: guideline.summary.clone(),
            questions: framework.questions_of(&letter).map(question).collect(),
            id: letter,
        })
        .collect()
}

fn question(entry: &Question) -> CatalogueQuestion {
    let derived = entry
        .derived_from
        .and_then(|source| serde_json::to_value(source).ok());
    CatalogueQuestion {
        id: entry.id.clone(),
        text: entry.text.clone(),
        why: entry.why.clone(),
        good: entry.good.clone(),
        evidence: entry.evidence.clone(),
        risks: entry.risks.clone(),
        critical: entry.critical,
        red_line: entry.red_line,
        organisation: entry.scope == Scope::Organisation,
        before_use: entry.is_due(Phase::BeforeUse),
        derived_from: derived.and_then(|code| code.as_str().map(str::to_owned)),
    }
}

fn profile(entry: &Profile) -> CatalogueProfile {
    let context = |value: &ProposedContext| ProfileContext {
        value: value.value,
        reason: value.reason.clone(),
    };
    CatalogueProfile {
        id: entry.id.clone(),
        name: entry.name.clone(),
        description: entry.description.clone(),
        scenario: context(&entry.scenario),
        autonomy: context(&entry.autonomy),
        scale: context(&entry.scale),
        focus: entry.focus.clone(),
        ratings: entry
            .ratings
            .iter()
            .map(|rating| ProfileRating {
                risk: rating.risk.clone(),
                likelihood: rating.inherent.map(|inherent| inherent.likelihood),
                impact: rating.inherent.map(|inherent| inherent.impact),
                reason: rating.reason.clone(),
            })
            .collect(),
    }
}
