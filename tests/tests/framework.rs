//! The bundled framework is whole, says what its source says, and anything else is refused with its line.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::framework::{Origin, Scope};
use assay_domain::id::ClauseId;
use assay_domain::system::Phase;
use assay_tests::framework::{FILES, bundled, load_with};
use std::collections::BTreeMap;

#[test]
fn the_counts_are_those_of_the_source() {
    let framework = bundled();
    let links: usize = framework
        .risks()
        .iter()
        .map(|risk| risk.countermeasures.len())
        .sum();
    let groups = framework
        .categories()
        .iter()
        .filter(|category| category.parent.is_some())
        .count();
    assert_eq!(
        (
            framework.risks().len(),
            groups,
            framework.countermeasures().len()
        ),
        (26, 7, 21)
    );
    assert_eq!(
        (
            framework.governance().len(),
            framework.guidelines().len(),
            links
        ),
        (10, 35, 39)
    );
    let letters: Vec<String> = framework
        .clauses()
        .map(|(letter, _)| letter.to_string())
        .collect();
    assert_eq!(letters.concat(), "abcdefghi");
    assert_eq!(framework.origin("risk.name"), Some(Origin::Official));
    assert_eq!(framework.origin("risk.clauses"), Some(Origin::Ours));
}

#[test]
fn the_questions_are_those_of_the_catalogue() {
    let framework = bundled();
    let per_clause = |letter: &str| framework.questions_of(&ClauseId::from(letter)).count();
    let counts: Vec<usize> = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
        .map(per_clause)
        .to_vec();
    assert_eq!(counts, [11, 33, 9, 8, 11, 9, 8, 10, 10]);
    let questions = framework.questions();
    let red: Vec<&str> = questions
        .iter()
        .filter(|q| q.red_line)
        .map(|q| q.id.as_str())
        .collect();
    assert_eq!(red, ["c-03", "c-04", "e-02", "g-01", "h-07", "i-09"]);
    assert_eq!(questions.len(), 109);
    assert_eq!(questions.iter().filter(|q| q.critical).count(), 47);
    assert_eq!(
        questions
            .iter()
            .filter(|q| q.is_due(Phase::BeforeUse))
            .count(),
        79
    );
    assert_eq!(
        questions
            .iter()
            .filter(|q| q.scope == Scope::Organisation)
            .count(),
        18
    );
    assert_eq!(
        questions
            .iter()
            .filter(|q| q.derived_from.is_some())
            .count(),
        39
    );
}

#[test]
fn each_profile_rates_each_risk() {
    let framework = bundled();
    let ratings: Vec<_> = framework
        .profiles()
        .iter()
        .flat_map(|profile| &profile.ratings)
        .collect();
    assert_eq!((framework.profiles().len(), ratings.len()), (12, 312));
    assert_eq!(
        ratings
            .iter()
            .filter(|rating| rating.inherent.is_none())
            .count(),
        36
    );
    assert!(
        framework
            .profiles()
            .iter()
            .all(|profile| (6..=10).contains(&profile.focus.len()))
    );
}

#[test]
fn the_method_is_that_of_the_vectors() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../vectors/grading/grading-vectors.json")).unwrap();
    assert_eq!(bundled().method().to_json(), vectors["method"]);
}

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    file: String,
    find: String,
    replace: String,
    error: String,
}

#[test]
fn everything_else_is_refused_with_file_and_line() {
    let cases: BTreeMap<String, Vec<Case>> =
        toml::from_str(include_str!("../suite/framework/refused.toml")).unwrap();
    let wrong: Vec<String> = cases["case"].iter().filter_map(unlike).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Says how a case came out where it did not come out as written.
fn unlike(case: &Case) -> Option<String> {
    let (_, text) = FILES.iter().find(|(file, _)| *file == case.file).unwrap();
    assert!(
        text.contains(&case.find),
        "{}: the text to change is not there",
        case.name
    );
    let loaded = load_with(|file, text| {
        if file == case.file {
            text.replacen(&case.find, &case.replace, 1)
        } else {
            text.to_owned()
        }
    });
    let error = loaded.err().map_or_else(
        || "nothing was refused".to_owned(),
        |error| error.to_string(),
    );
    (!error.starts_with(&case.error)).then(|| format!("{}: {error}", case.name))
}

#[test]
fn the_digest_follows_the_content() {
    let changed =
        load_with(|_, text| text.replacen("Risks from data", "Risks from Data", 1)).unwrap();
    assert_ne!(changed.sha256(), bundled().sha256());
    assert_eq!(changed.method().sha256(), bundled().method().sha256());
}

/// Reads one of the JSON files from which the bundled ones were written, where they are at hand.
fn origin(name: &str) -> Option<serde_json::Value> {
    let data = std::env::var_os("ASSAY_DATA")?;
    let path = std::path::Path::new(&data)
        .parent()?
        .join("framework")
        .join(name);
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

#[test]
fn the_files_say_what_the_facts_they_were_written_from_say() {
    let (Some(facts), Some(clauses)) =
        (origin("framework-v1.json"), origin("clause-questions.json"))
    else {
        return assay_tests::skip("the framework's facts as JSON are not there");
    };
    let framework = bundled();
    for (risk, fact) in framework
        .risks()
        .iter()
        .zip(facts["risks"].as_array().unwrap())
    {
        assert_eq!(
            (risk.id.as_str(), risk.name.en.as_str()),
            (
                fact["id"].as_str().unwrap(),
                fact["name_en"].as_str().unwrap()
            )
        );
        assert_eq!(
            (&*risk.name.zh, &*risk.summary.zh),
            (
                fact["name_zh"].as_str().unwrap(),
                fact["summary_zh"].as_str().unwrap()
            )
        );
    }
    let asked = clauses
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|clause| clause["questions"].as_array().unwrap());
    for (question, fact) in framework.questions().iter().zip(asked) {
        assert_eq!(question.id.as_str(), fact["id"].as_str().unwrap());
        assert_eq!(
            (&*question.text.zh, &*question.good.en),
            (
                fact["text_zh"].as_str().unwrap(),
                fact["good_en"].as_str().unwrap()
            )
        );
        assert_eq!(question.critical, fact["critical"].as_bool().unwrap());
    }
}
