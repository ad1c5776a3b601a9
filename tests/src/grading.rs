//! The method's vectors, and inputs and methods drawn at random.

use assay_domain::answer::AnswerValue;
use assay_domain::assessment::Depth;
use assay_domain::evidence::Standing;
use assay_domain::grading::{
    ClauseInput, ContextInput, ControlAnswer, Input, Method, QuestionInput, RiskInput,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::sync::LazyLock;

/// One vector: a whole input with its whole output.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// The system's name; clause vectors have none.
    #[serde(default)]
    pub name: String,
    /// Input in the shape of the command line's contract.
    pub input: Value,
    /// Expected output.
    pub expected: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GradingVectors {
    method: Value,
    vectors: Vec<Vector>,
}

/// Where the vectors are.
fn read(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("vectors/grading")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn grading_vectors() -> GradingVectors {
    serde_json::from_str(&read("grading-vectors.json")).expect("the vectors are well formed")
}

/// The document of the method that the vectors were made with.
#[must_use]
pub fn standard_document() -> Value {
    grading_vectors().method
}

/// The method that the vectors were made with.
#[must_use]
pub fn standard_method() -> Method {
    static STANDARD: LazyLock<Method> = LazyLock::new(|| {
        Method::from_json(standard_document()).expect("the standard method is sound")
    });
    STANDARD.clone()
}

/// The vectors of the grade.
#[must_use]
pub fn vectors() -> Vec<Vector> {
    grading_vectors().vectors
}

/// The vectors of the clause level.
#[must_use]
pub fn clause_vectors() -> Vec<Vector> {
    serde_json::from_str(&read("clause-level-vectors.json")).expect("the vectors are well formed")
}

/// Draws an evidence standing.
pub fn any_standing() -> impl Strategy<Value = Standing> + Clone {
    prop_oneof![
        Just(Standing::None),
        Just(Standing::Attached),
        Just(Standing::CurrentIndependent),
    ]
}

/// Draws a number from 1 to 5 that is sometimes unanswered.
fn any_rank(unanswered: u32) -> impl Strategy<Value = Option<u8>> + Clone {
    prop_oneof![unanswered => Just(None), 8 => (1..=5_u8).prop_map(Some)]
}

/// Draws a risk: rated, not applicable or unanswered, with levels up to a bound.
fn any_risk(highest: u8) -> impl Strategy<Value = RiskInput> {
    let axis = move || prop_oneof![1 => Just(None), 12 => (1..=highest).prop_map(Some)];
    prop_oneof![
        8 => (axis(), axis(), any_standing())
            .prop_map(|(likelihood, impact, evidence)| RiskInput::rated(likelihood, impact, evidence)),
        2 => any::<bool>().prop_map(RiskInput::not_applicable),
        1 => Just(RiskInput::default()),
    ]
}

/// Draws a control's answer, between two levels when answered.
fn any_control(lowest: u8) -> impl Strategy<Value = Option<ControlAnswer>> {
    prop_oneof![
        1 => Just(None),
        9 => (lowest..=4, any_standing()).prop_map(Some),
    ]
}

/// Draws a whole input.
///
/// The bounds on ratings and answers are drawn first, so that low and high grades, well and badly
/// run systems all occur; with ranges drawn evenly nearly every system would be at grade 5.
pub fn any_input(method: &Method) -> impl Strategy<Value = Input> + use<> {
    let risks = method.risks().to_vec();
    let controls = method.controls().to_vec();
    let red_lines = method.red_lines().to_vec();
    let red_line = prop_oneof![12 => Just(Some(false)), 1 => Just(Some(true)), 1 => Just(None)];
    (2..=5_u8, 0..=3_u8).prop_flat_map(move |(highest, lowest)| {
        let (risks, controls, red_lines) = (risks.clone(), controls.clone(), red_lines.clone());
        (
            (any_rank(1), any_rank(1), any_rank(1)),
            vec(any_risk(highest), risks.len()),
            vec(any_control(lowest), controls.len()),
            vec(red_line.clone(), red_lines.len()),
        )
            .prop_map(
                move |((scenario, autonomy, scale), rated, answers, crossed)| Input {
                    context: ContextInput {
                        scenario,
                        autonomy,
                        scale,
                    },
                    risks: risks.iter().cloned().zip(rated).collect(),
                    controls: controls.iter().cloned().zip(answers).collect(),
                    red_lines: red_lines.iter().cloned().zip(crossed).collect(),
                },
            )
    })
}

/// Draws numbers that never fall, within bounds.
fn rising(count: usize, range: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Vec<i32>> {
    vec(range, count).prop_map(|mut values| {
        values.sort_unstable();
        values
    })
}

/// Draws band edges that lie more than 100 apart.
fn edges() -> impl Strategy<Value = Vec<i32>> {
    (200..=500_i32, vec(101..=220_i32, 3)).prop_map(|(first, widths)| {
        let mut edges = vec![first];
        for width in widths {
            edges.push(edges[edges.len() - 1] + width);
        }
        edges
    })
}

fn standings(values: &[i32]) -> Value {
    json!({"none": values[0], "attached": values[1], "current_independent": values[2]})
}

/// Draws the rules of a gate.
fn rules() -> impl Strategy<Value = Value> {
    vec((1..=5_u8, 1..=5_u8, 1..=5_u8), 0..4).prop_map(|rules| {
        rules
            .into_iter()
            .map(|(a, s, g)| json!([a, s, g]))
            .collect()
    })
}

/// Draws caps, those for low tiers at least as high as the others.
fn caps() -> impl Strategy<Value = (Value, Value)> {
    (rising(3, 0..=4), rising(3, 0..=4)).prop_map(|(caps, low)| {
        let low: Vec<i32> = low.iter().zip(&caps).map(|(a, b)| *a.max(b)).collect();
        (standings(&caps), standings(&low))
    })
}

/// Draws a credit table for the risks of a method.
fn links(method: &Method) -> impl Strategy<Value = Value> + use<> {
    let (risks, controls) = (method.risks().to_vec(), method.controls().to_vec());
    let link = (0..controls.len(), any::<bool>());
    vec(vec(link, 0..7), risks.len()).prop_map(move |table| {
        let mut object = Map::new();
        for (risk, links) in risks.iter().zip(table) {
            let mut links = links;
            links.sort_unstable();
            links.dedup_by_key(|link| link.0);
            let links = links.into_iter().map(|(control, primary)| {
                let kind = if primary { "primary" } else { "supporting" };
                json!([controls[control], kind, "ours"])
            });
            object.insert(risk.clone(), links.collect());
        }
        Value::Object(object)
    })
}

/// Draws a sound method that differs from the standard one in every table.
///
/// Credits rise at every level from 2 on, so that credit steps lead all the way up.
pub fn any_document() -> impl Strategy<Value = Value> {
    let standard = standard_document();
    let method = standard_method();
    let tables = (
        edges(),
        (0..=30_i32, 1..=60_i32, 1..=60_i32, 1..=60_i32),
        rising(5, -200..=200),
        rising(5, 1..=4),
        rising(5, 1..=5),
        caps(),
        (0..=50_i32, 0..=100_i32, 0..=100_i32),
        vec(1..=15_i32, 3),
    );
    let gates = (rules(), rules(), rules(), (0..=3_u8, 0..=3_u8, 0..=3_u8));
    let rest = (
        (1..=5_u8, 1..=5_u8, 0..=5_u8, 1..=2_u8, 0..=120_i32),
        links(&method),
        (0..=3_u8, 0..=2_u8, 0..=2_u8, 0..=3_u8),
    );
    (tables, gates, rest).prop_map(move |(tables, gates, rest)| {
        let (edges, credit, shift, floors, neglect, (caps, low_caps), strength, counts) = tables;
        let (control, fallback, red_line, at_most) = gates;
        let ((unknown, na, low_tier, floor, doubt), links, weights) = rest;
        let mut document = standard.clone();
        let mut set = |pointer: &str, value: Value| {
            *document
                .pointer_mut(pointer)
                .unwrap_or_else(|| panic!("the method has {pointer}")) = value;
        };
        let (first, second, third) = (
            credit.0 + credit.1,
            credit.0 + credit.1 + credit.2,
            credit.0 + credit.1 + credit.2 + credit.3,
        );
        set("/version", json!("1.1.0-drawn"));
        set("/band_edges", json!(edges));
        set("/credit", json!([0, credit.0, first, second, third]));
        set("/shift", json!(shift));
        set("/tier_floor", json!(floors));
        set("/gates/neglect/grade_by_tier", json!(neglect));
        set("/evidence_cap", caps);
        set("/evidence_cap_low_tier", low_caps);
        set("/decay_num", json!(strength.0));
        set("/decay_den", json!(100));
        set("/strength/primary", json!(strength.1));
        set("/strength/supporting", json!(strength.2));
        for (level, count) in ["2", "3", "4"].into_iter().zip(counts) {
            set(&format!("/accumulate/{level}"), json!(count));
        }
        set("/gates/control/rules", control);
        set("/gates/fallback/rules", fallback);
        set("/gates/red_line/rules", red_line);
        set("/gates/control/at_most", json!(at_most.0));
        set("/gates/fallback/at_most", json!(at_most.1));
        set("/gates/neglect/at_most", json!(at_most.2));
        set("/unknown_point", json!(unknown));
        set("/na_unconfirmed", json!(na));
        set("/low_tier", json!(low_tier));
        set("/impact5_floor", json!(floor));
        set("/axis_doubt", json!(doubt));
        set("/credit_links", links);
        set("/tier/wS", json!(weights.0));
        set("/tier/wA", json!(weights.1));
        set("/tier/wZ", json!(weights.2));
        set("/tier/s_veto", json!(weights.3));
        document
    })
}

/// Draws the standard method three times in four, else a sound method of another kind.
pub fn any_method() -> impl Strategy<Value = Method> {
    let standard = standard_method();
    prop_oneof![
        3 => Just(standard),
        1 => any_document().prop_map(|document| {
            Method::from_json(document).expect("a drawn method is sound")
        }),
    ]
}

/// Draws a method with an input for it.
pub fn any_case() -> impl Strategy<Value = (Method, Input)> {
    any_method().prop_flat_map(|method| {
        let input = any_input(&method);
        (Just(method), input)
    })
}

/// Draws one question of a clause.
pub fn any_question() -> impl Strategy<Value = QuestionInput> {
    let answer = prop_oneof![
        6 => Just(Some(AnswerValue::Met)),
        3 => Just(Some(AnswerValue::Partly)),
        1 => Just(Some(AnswerValue::NotMet)),
        1 => Just(Some(AnswerValue::Unknown)),
        1 => Just(Some(AnswerValue::Na)),
        1 => Just(Some(AnswerValue::NotYetDue)),
        1 => Just(None),
    ];
    let critical = prop::bool::weighted(0.7);
    let red_line = prop::bool::weighted(0.1);
    (critical, red_line, answer, any_standing()).prop_map(
        |(critical, red_line, answer, evidence)| QuestionInput {
            critical,
            red_line,
            answer,
            evidence,
        },
    )
}

/// Draws the questions of a clause with depth and tier.
pub fn any_clause() -> impl Strategy<Value = ClauseInput> {
    let depth = prop_oneof![Just(Depth::Full), Just(Depth::Quick)];
    (vec(any_question(), 0..15), depth, 1..=5_u8).prop_map(|(questions, depth, tier)| ClauseInput {
        questions,
        depth,
        tier,
    })
}
