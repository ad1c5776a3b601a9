//! What screens and reports say about a grade, as cases with golden outputs.
//!
//! A case of `suite/grading` starts from a vector or from an input of its own. The golden text has one
//! line per fact, so that a change of the explanation can be read in a diff.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Depth;
use assay_domain::evidence::Standing;
use assay_domain::grading::{
    ClauseExplanation, ClauseInput, Explanation, Input, Method, Outcome, QuestionInput,
    QuestionStep, RiskExplanation, RiskInput, explain, explain_clause, grade, parse_input,
};
use assay_tests::golden;
use assay_tests::grading::{any_case, standard_method, vectors};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::fmt::Write as _;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    vector: Option<String>,
    input: Option<Value>,
    #[serde(default)]
    rest_not_applicable: bool,
    #[serde(default)]
    json: bool,
    #[serde(default)]
    clause: Vec<ClauseCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseCase {
    name: String,
    tier: u8,
    depth: Option<Depth>,
    questions: Vec<String>,
}

#[test]
fn every_case_is_explained_as_its_golden_output_says() {
    let method = standard_method();
    for path in golden::cases("grading") {
        let text = std::fs::read_to_string(&path).unwrap();
        let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let mut out = format!("{}\n", case.about.trim());
        if let Some(input) = input(&method, &case) {
            let outcome = grade(&method, &input).unwrap();
            let explanation = explain(&method, &input, &outcome).unwrap();
            grade_lines(&mut out, &outcome, &explanation);
            if case.json {
                let json = serde_json::to_string_pretty(&explanation).unwrap();
                golden::compare(&path.with_extension("json"), &format!("{json}\n"));
            }
        }
        for clause in &case.clause {
            clause_lines(&mut out, &method, clause);
        }
        golden::compare(&path.with_extension("txt"), &out);
    }
}

fn input(method: &Method, case: &Case) -> Option<Input> {
    let value = match &case.vector {
        Some(name) => {
            vectors()
                .into_iter()
                .find(|vector| vector.name == *name)
                .unwrap()
                .input
        }
        None => case.input.clone()?,
    };
    let mut input = parse_input(method, &value.to_string()).unwrap();
    if case.rest_not_applicable {
        for risk in method.risks() {
            input
                .risks
                .entry(risk.clone())
                .or_insert(RiskInput::not_applicable(true));
        }
    }
    Some(input)
}

fn word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn words<T: serde::Serialize>(values: impl IntoIterator<Item = T>) -> String {
    let words: Vec<String> = values.into_iter().map(word).collect();
    if words.is_empty() {
        "-".to_owned()
    } else {
        words.join(" ")
    }
}

fn grade_lines(out: &mut String, outcome: &Outcome, explanation: &Explanation) {
    let [best, point, worst] = outcome.interval;
    writeln!(
        out,
        "grade {point} ({best} to {worst}), confidence {}",
        outcome.confidence
    )
    .unwrap();
    writeln!(
        out,
        "deciding {}; worst {}",
        words(&explanation.deciding),
        words(&explanation.worst_risks)
    )
    .unwrap();
    let tier = &explanation.tier;
    writeln!(
        out,
        "tier {} from S {} A {} Z {}, shift {}, floor {}",
        tier.tier, tier.scenario, tier.autonomy, tier.scale, tier.shift, tier.floor
    )
    .unwrap();
    for gate in &explanation.gates {
        writeln!(
            out,
            "gate {} gives {}: control {} at {}, risks {}, red lines {}",
            word(gate.kind),
            gate.grade,
            gate.control.as_deref().unwrap_or("-"),
            gate.effective
                .map_or("-".to_owned(), |level| level.to_string()),
            words(&gate.risks),
            words(&gate.red_lines)
        )
        .unwrap();
    }
    for count in &explanation.accumulation {
        let reached = if count.reached {
            "reached"
        } else {
            "not reached"
        };
        writeln!(
            out,
            "accumulation: {} of {} risks at level {} for grade {}, {reached}",
            count.count, count.needed, count.level, count.grade
        )
        .unwrap();
    }
    for capped in &explanation.capped {
        writeln!(
            out,
            "capped {}: {} {} counts {}",
            capped.control,
            capped.answer,
            word(capped.standing),
            capped.effective
        )
        .unwrap();
    }
    let open = &explanation.open;
    writeln!(
        out,
        "open context {}; red lines {}",
        words(&open.context),
        words(&open.red_lines)
    )
    .unwrap();
    writeln!(out, "open risks {}", words(&open.risks)).unwrap();
    writeln!(out, "open controls {}", words(&open.controls)).unwrap();
    writeln!(out, "unevidenced risks {}", words(&open.unevidenced_risks)).unwrap();
    writeln!(
        out,
        "unevidenced controls {}",
        words(&open.unevidenced_controls)
    )
    .unwrap();
    writeln!(out, "unconfirmed {}", words(&open.unconfirmed)).unwrap();
    for risk in &explanation.risks {
        risk_lines(out, risk);
    }
}

fn risk_lines(out: &mut String, risk: &RiskExplanation) {
    let margin = |points: Option<i32>| points.map_or("-".to_owned(), |points| points.to_string());
    writeln!(
        out,
        "{}: L {} as {}, I {} as {}, {}; H {} level {} - R {} = {} -> {} level {}{}; up {} down {}",
        risk.risk,
        word(risk.likelihood),
        risk.counted_likelihood,
        word(risk.impact),
        risk.counted_impact,
        word(risk.standing),
        risk.inherent,
        risk.inherent_level,
        risk.reduction,
        risk.residual,
        risk.shifted,
        risk.level,
        if risk.impact_floor {
            " by the floor for impact 5"
        } else {
            ""
        },
        margin(risk.margin_above),
        margin(risk.margin_below)
    )
    .unwrap();
    for credit in &risk.credits {
        writeln!(
            out,
            "    {} {} {}: {} {} counts {}, credit {}, {} adjusted, {} counted",
            credit.control,
            word(credit.link),
            word(credit.source),
            word(credit.answer),
            word(credit.standing),
            credit.effective,
            credit.credit,
            credit.adjusted,
            credit.counted
        )
        .unwrap();
    }
}

fn question(text: &str) -> QuestionInput {
    let mut question = QuestionInput {
        critical: false,
        red_line: false,
        answer: None,
        evidence: Standing::None,
    };
    for word in text.split_whitespace() {
        let quoted = Value::from(word);
        if word == "critical" {
            question.critical = true;
        } else if word == "red_line" {
            question.red_line = true;
        } else if let Ok(standing) = serde_json::from_value::<Standing>(quoted.clone()) {
            question.evidence = standing;
        } else {
            question.answer = Some(serde_json::from_value::<AnswerValue>(quoted).unwrap());
        }
    }
    question
}

fn clause_lines(out: &mut String, method: &Method, case: &ClauseCase) {
    let input = ClauseInput {
        questions: case.questions.iter().map(|text| question(text)).collect(),
        depth: case.depth.unwrap_or(Depth::Full),
        tier: case.tier,
    };
    let why: ClauseExplanation = explain_clause(method, &input);
    writeln!(out, "\n{}", case.name).unwrap();
    writeln!(
        out,
        "level {} {} counts {}: {}, limits {}",
        word(why.level),
        word(why.standing),
        why.effective,
        word(why.line),
        words(&why.limits)
    )
    .unwrap();
    writeln!(
        out,
        "p {} M {}, {} of {} in scope apply; n {} z {} o {} t {}; standing {} of {}",
        why.points,
        why.maximum,
        why.applicable,
        why.in_scope,
        why.critical,
        why.zero,
        why.partly,
        why.tolerance,
        why.standing_place,
        why.standing_from
    )
    .unwrap();
    for raise in &why.raise {
        writeln!(
            out,
            "raise: {} gives {} {} counts {}",
            step(&raise.step),
            raise.level,
            word(raise.standing),
            raise.effective
        )
        .unwrap();
    }
    if !why.raise_together.is_empty() {
        let steps: Vec<String> = why.raise_together.iter().map(step).collect();
        writeln!(out, "raise together: {}", steps.join(", ")).unwrap();
    }
}

fn step(step: &QuestionStep) -> String {
    format!(
        "question {} to {} {}",
        step.question + 1,
        word(step.answer),
        word(step.evidence)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// What is explained adds up to what was computed.
    #[test]
    fn explanations_add_up_to_the_outcome((method, input) in any_case()) {
        let outcome = grade(&method, &input).unwrap();
        let explanation = explain(&method, &input, &outcome).unwrap();
        prop_assert_eq!(explanation.risks.len(), outcome.risks.len());
        for risk in &explanation.risks {
            let figures = outcome.risks[&risk.risk];
            prop_assert_eq!(risk.level, figures.level);
            prop_assert_eq!(risk.inherent_level, figures.inherent_level);
            prop_assert_eq!(risk.shifted, figures.shifted);
            let counted: i32 = risk.credits.iter().map(|credit| credit.counted).sum();
            prop_assert_eq!(counted, figures.reduction);
            let down = risk.credits.windows(2).all(|pair| pair[0].adjusted >= pair[1].adjusted);
            prop_assert!(down, "not in counting order");
            let edges = method.band_edges();
            if let Some(above) = risk.margin_above {
                prop_assert!(above > 0 && edges.contains(&(risk.shifted + above)));
            }
            if let Some(below) = risk.margin_below {
                prop_assert!(below >= 0 && edges.contains(&(risk.shifted - below)));
            }
        }
        let gates: Vec<u8> = explanation.gates.iter().map(|gate| gate.grade).collect();
        let fired: Vec<u8> = outcome.gates.iter().map(|(_, grade)| *grade).collect();
        prop_assert_eq!(gates, fired);
        prop_assert!(!explanation.deciding.is_empty());
        let reached = explanation.accumulation.iter().filter(|count| count.reached);
        let accumulation = reached.map(|count| count.grade).max().unwrap_or(1);
        prop_assert_eq!(accumulation, outcome.parts.accumulation);
    }
}

/// Every code by which something is refused has its sentence in both languages, naming the place.
#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    for locale in ["en", "zh-CN"] {
        let path = golden::suite(&format!("../../assets/locales/{locale}/grading.ftl"));
        let messages = std::fs::read_to_string(path).unwrap();
        for code in assay_domain::grading::RefusalCode::ALL {
            let id = format!("refusal-{code} = ");
            let line = messages.lines().find(|line| line.starts_with(&id));
            let line = line.unwrap_or_else(|| panic!("{locale} lacks {id}"));
            assert!(line.contains("{ $place }"), "{line}");
        }
    }
}
