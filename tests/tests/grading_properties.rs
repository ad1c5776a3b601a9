//! The properties of the grading method (its section 7), on the standard method and on drawn ones.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::answer::AnswerValue;
use assay_domain::evidence::Standing;
use assay_domain::grading::{
    ClauseInput, Input, Method, Plan, PointAndInterval, QuestionInput, Reading, RiskInput,
    clause_level, explain_clause, grade, parse_input, point_and_interval,
};
use assay_tests::grading::{any_case, any_clause, any_input, any_method, any_standing};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;

fn read(method: &Method, input: &Input) -> PointAndInterval {
    point_and_interval(method, input).unwrap()
}

fn not_lower(name: &str, before: &Reading, after: &Reading) -> TestCaseResult {
    prop_assert!(
        after.grade >= before.grade,
        "{name}: grade fell, {before:?} {after:?}"
    );
    prop_assert!(
        after.index >= before.index,
        "{name}: index fell, {before:?} {after:?}"
    );
    Ok(())
}

/// Grade and index of all three readings are not lower than before.
fn never_lower(method: &Method, before: &Input, after: &Input) -> TestCaseResult {
    let (before, after) = (read(method, before), read(method, after));
    not_lower("best", &before.best, &after.best)?;
    not_lower("point", &before.point, &after.point)?;
    not_lower("worst", &before.worst, &after.worst)
}

fn nth<'a>(ids: &'a [String], place: &Index) -> &'a str {
    &ids[place.index(ids.len())]
}

/// The five numbers of an input that P1 speaks of: S, A, Z and a risk's L and I.
fn axis<'a>(input: &'a mut Input, method: &Method, place: &Index, which: u8) -> &'a mut Option<u8> {
    match which {
        0 => &mut input.context.scenario,
        1 => &mut input.context.autonomy,
        2 => &mut input.context.scale,
        _ => {
            let risk = input.risks.get_mut(nth(method.risks(), place)).unwrap();
            if which == 3 {
                &mut risk.likelihood
            } else {
                &mut risk.impact
            }
        }
    }
}

/// Answers what is missing; what was answered stays.
fn complete(input: &Input, with: &Input, only: impl Fn(usize) -> bool) -> Input {
    let mut completed = input.clone();
    let mut place = 0;
    let mut fill = |slot: &mut Option<u8>, answer: Option<u8>| {
        place += 1;
        if slot.is_none() && only(place) {
            *slot = answer.or(Some(3));
        }
    };
    fill(&mut completed.context.scenario, with.context.scenario);
    fill(&mut completed.context.autonomy, with.context.autonomy);
    fill(&mut completed.context.scale, with.context.scale);
    for (id, risk) in &mut completed.risks {
        if !risk.not_applicable {
            fill(&mut risk.likelihood, with.risks[id].likelihood);
            fill(&mut risk.impact, with.risks[id].impact);
        }
    }
    for (id, answer) in &mut completed.controls {
        place += 1;
        if answer.is_none() && only(place) {
            *answer = with.controls[id].or(Some((2, Standing::Attached)));
        }
    }
    for (id, crossed) in &mut completed.red_lines {
        place += 1;
        if crossed.is_none() && only(place) {
            *crossed = with.red_lines[id].or(Some(false));
        }
    }
    completed
}

fn lies_inside(outer: &PointAndInterval, inner: &Reading) -> TestCaseResult {
    not_lower("from best", &outer.best, inner)?;
    not_lower("to worst", inner, &outer.worst)
}

fn two_inputs() -> impl Strategy<Value = (Method, Input, Input)> {
    any_method().prop_flat_map(|method| {
        let (one, other) = (any_input(&method), any_input(&method));
        (Just(method), one, other)
    })
}

/// The keys of every object in reverse, which is an order that no writer here uses.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .rev()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), reversed(value)))
                .collect();
            format!("{{{}}}", entries.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(reversed).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn p1_raising_context_likelihood_or_impact_never_lowers(
        (method, before) in any_case(), place: Index, which in 0..5_u8, by in 1..=4_u8,
    ) {
        let mut after = before.clone();
        let slot = axis(&mut after, &method, &place, which);
        prop_assume!(slot.is_some_and(|value| value < 5));
        *slot = slot.map(|value| (value + by).min(5));
        never_lower(&method, &before, &after)?;
    }

    #[test]
    fn p2_lowering_a_control_never_lowers_nor_raises_the_confidence(
        (method, before) in any_case(), place: Index, level in 0..=4_u8, standing in any_standing(),
    ) {
        let mut after = before.clone();
        let slot = after.controls.get_mut(nth(method.controls(), &place)).unwrap();
        let Some((high, evidence)) = *slot else { return Ok(()) };
        *slot = Some((high.min(level), evidence.min(standing)));
        never_lower(&method, &before, &after)?;
        let confidence = |input| read(&method, input).confidence;
        prop_assert!(confidence(&after) <= confidence(&before));
    }

    #[test]
    fn p3_making_a_risk_applicable_never_lowers(
        (method, after) in any_case(), place: Index, confirmed: bool,
    ) {
        let mut before = after.clone();
        let risk = nth(method.risks(), &place).to_owned();
        prop_assume!(!after.risks[&risk].not_applicable);
        before.risks.insert(risk, RiskInput::not_applicable(confirmed));
        let (without, with) = (read(&method, &before), read(&method, &after));
        not_lower("best", &without.best, &with.best)?;
        not_lower("point", &without.point, &with.point)?;
        if confirmed {
            not_lower("worst", &without.worst, &with.worst)?;
        }
    }

    #[test]
    fn p5_best_point_worst_are_in_order_and_hold_every_completion(
        (method, input, other) in two_inputs(),
    ) {
        let outer = read(&method, &input);
        lies_inside(&outer, &outer.point)?;
        let completed = complete(&input, &other, |_| true);
        lies_inside(&outer, &read(&method, &completed).point)?;
    }

    #[test]
    fn p7_one_step_of_a_rating_moves_its_risk_by_one_level_at_most(
        (method, before) in any_case(), place: Index, impact: bool,
    ) {
        let mut after = before.clone();
        let slot = axis(&mut after, &method, &place, if impact { 4 } else { 3 });
        prop_assume!(slot.is_some_and(|value| value < 5));
        *slot = slot.map(|value| value + 1);
        let level = |input: &Input| {
            let outcome = grade(&method, input).unwrap();
            outcome.risks.get(nth(method.risks(), &place)).map(|risk| risk.level)
        };
        let (Some(low), Some(high)) = (level(&before), level(&after)) else { return Ok(()) };
        prop_assert!(high == low || high == low + 1, "from {low} to {high}");
    }

    #[test]
    fn p8_crossing_a_red_line_never_lowers((method, before) in any_case(), place: Index) {
        let mut after = before.clone();
        after.red_lines.insert(nth(method.red_lines(), &place).to_owned(), Some(true));
        never_lower(&method, &before, &after)?;
    }

    #[test]
    fn p9_answering_what_is_missing_never_widens_the_interval(
        (method, input, other) in two_inputs(), seed: u64,
    ) {
        let outer = read(&method, &input);
        let some = |place: usize| seed.rotate_left(u32::try_from(place % 64).unwrap()) & 1 == 1;
        let inner = read(&method, &complete(&input, &other, some));
        lies_inside(&outer, &inner.best)?;
        lies_inside(&outer, &inner.worst)?;
    }

    #[test]
    fn clause_improvements_never_lower_the_level_that_counts(
        clause in any_clause(), place: Index, better in any_answer(), standing in any_standing(),
        tier in 1..=5_u8,
    ) {
        let method = assay_tests::grading::standard_method();
        let mut after = clause.clone();
        after.tier = clause.tier.min(tier);
        if !after.questions.is_empty() {
            let count = after.questions.len();
            let question = &mut after.questions[place.index(count)];
            if rank(question.answer) < rank(Some(better)) {
                question.answer = Some(better);
            }
            question.evidence = question.evidence.max(standing);
        }
        let (low, high) = (counted(&method, &clause), counted(&method, &after));
        prop_assert!(high.0 >= low.0 && high.1 >= low.1, "{low:?} {high:?}");
    }

    #[test]
    fn what_would_raise_a_clause_does_and_nothing_smaller_would(clause in any_clause()) {
        let method = assay_tests::grading::standard_method();
        let now = counted(&method, &clause).0;
        let explanation = explain_clause(&method, &clause);
        prop_assert_eq!(explanation.effective, now);
        prop_assert_eq!(
            explanation.level,
            clause_level(&method, &clause).map(|(level, _)| level)
        );
        for raise in &explanation.raise {
            let mut raised = clause.clone();
            apply(&mut raised.questions[raise.step.question], raise.step.answer, raise.step.evidence);
            prop_assert_eq!(counted(&method, &raised).0, raise.effective);
            prop_assert!(raise.effective > now);
            prop_assert_eq!(clause_level(&method, &raised), Some((raise.level, raise.standing)));
        }
        let missed = questions_that_raise(&method, &clause, now)
            .into_iter()
            .find(|place| !explanation.raise.iter().any(|raise| raise.step.question == *place));
        prop_assert_eq!(missed, None);
        together(&method, &clause, now, &explanation.raise_together)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn p4_and_p6_any_order_of_keys_gives_the_same_bytes((method, input) in any_case()) {
        let text = serde_json::to_string(&input).unwrap();
        let turned = reversed(&serde_json::from_str(&text).unwrap());
        let bytes = |method: &Method, text: &str| {
            let input = parse_input(method, text).unwrap();
            serde_json::to_vec(&grade(method, &input).unwrap()).unwrap()
        };
        let again = Method::parse(&reversed(&method.to_json())).unwrap();
        prop_assert_eq!(again.sha256(), method.sha256());
        let expected = bytes(&method, &text);
        prop_assert_eq!(&bytes(&method, &turned), &expected);
        prop_assert_eq!(&bytes(&again, &text), &expected);
        prop_assert_eq!(parse_input(&method, &turned).unwrap(), input);
    }

    #[test]
    fn plans_reach_their_target_and_hold_no_step_too_many((method, input) in any_case()) {
        let outcome = grade(&method, &input).unwrap();
        match &outcome.plan {
            None => prop_assert_eq!(outcome.grade, 1),
            Some(Plan::Reachable { target, clear, steps, .. }) => {
                prop_assert_eq!(*target, outcome.grade - 1);
                let all: Vec<usize> = (0..steps.len()).collect();
                let with = |taken: &[usize]| {
                    let mut planned = cleared(&input, clear);
                    for place in taken {
                        let step = &steps[*place];
                        let answer = Some((step.to, step.evidence));
                        planned.controls.insert(step.control.clone(), answer);
                    }
                    read(&method, &planned).point.grade
                };
                prop_assert!(with(&all) <= *target);
                for step in steps {
                    let last = steps.iter().rposition(|other| other.control == step.control);
                    let rest: Vec<usize> =
                        all.iter().copied().filter(|place| Some(*place) != last).collect();
                    prop_assert!(with(&rest) > *target, "{} can stay lower", step.control);
                }
            }
            Some(Plan::OutOfReach { target, clear, best, blockers, risks, .. }) => {
                prop_assert_eq!(*target, outcome.grade - 1);
                let verified = verified(&method, &cleared(&input, clear));
                let outcome = grade(&method, &verified).unwrap();
                prop_assert_eq!(outcome.grade, *best);
                prop_assert!(best > target);
                prop_assert_eq!(
                    *blockers,
                    assay_domain::grading::Blockers::above(&outcome.parts, *target)
                );
                let above: Vec<&String> = outcome
                    .risks
                    .iter()
                    .filter(|(_, risk)| risk.level > *target)
                    .map(|(id, _)| id)
                    .collect();
                prop_assert_eq!(above, risks.iter().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn every_single_step_is_listed_exactly_when_it_moves_the_grade((method, input) in any_case()) {
        let outcome = grade(&method, &input).unwrap();
        let now = outcome.grade;
        let (mut better, mut worse) = (Vec::new(), Vec::new());
        for (label, changed) in single_steps(&method, &input, &outcome.effective) {
            let grade = read(&method, &changed).point.grade;
            if grade < now {
                better.push((label, grade));
            } else if grade > now {
                worse.push((label, grade));
            }
        }
        prop_assert_eq!(outcome.sensitivity.better, better);
        prop_assert_eq!(outcome.sensitivity.worse, worse);
    }

    #[test]
    fn what_helps_gains_what_it_says((method, input) in any_case()) {
        let outcome = grade(&method, &input).unwrap();
        for help in &outcome.sensitivity.helps {
            let mut changed = input.clone();
            changed.controls.insert(help.control.clone(), Some((help.to, help.evidence)));
            let after = grade(&method, &changed).unwrap();
            prop_assert_eq!(after.grade, help.grade);
            prop_assert_eq!(after.effective[&help.control], help.to);
            prop_assert_eq!(outcome.effective[&help.control], help.from);
            let gain = |id: &String| outcome.risks[id].shifted - after.risks[id].shifted;
            prop_assert_eq!(outcome.worst.as_ref().map_or(0, gain), help.worst);
            prop_assert_eq!(outcome.risks.keys().map(gain).sum::<i32>(), help.total);
            let drops = outcome.risks.iter().filter(|(id, risk)| after.risks[*id].level < risk.level);
            prop_assert_eq!(u32::try_from(drops.count()).unwrap(), help.drops);
            prop_assert!(help.total != 0 || help.grade != outcome.grade);
        }
    }
}

fn any_answer() -> impl Strategy<Value = AnswerValue> {
    prop_oneof![Just(AnswerValue::Partly), Just(AnswerValue::Met)]
}

/// How good an answer is; nothing for those that cannot be raised.
fn rank(answer: Option<AnswerValue>) -> Option<u8> {
    match answer {
        None | Some(AnswerValue::Unknown | AnswerValue::NotMet) => Some(0),
        Some(AnswerValue::Partly) => Some(1),
        Some(AnswerValue::Met) => Some(2),
        // Higher than any answer here, so that neither is ever replaced.
        Some(AnswerValue::Na | AnswerValue::NotYetDue) => Some(9),
    }
}

/// The level that counts at the point, and the one in the worst bound.
fn counted(method: &Method, clause: &ClauseInput) -> (u8, u8) {
    match clause_level(method, clause) {
        None => (0, 0),
        Some((level, standing)) => {
            let effective = level.min(method.cap(standing, clause.tier));
            let worst = if standing == Standing::None {
                0
            } else {
                effective
            };
            (effective, worst)
        }
    }
}

fn apply(question: &mut QuestionInput, answer: Option<AnswerValue>, evidence: Option<Standing>) {
    question.answer = answer.or(question.answer);
    question.evidence = evidence.unwrap_or(question.evidence);
}

/// The questions that alone could raise the level that counts, by trying the best there is.
fn questions_that_raise(method: &Method, clause: &ClauseInput, now: u8) -> Vec<usize> {
    (0..clause.questions.len())
        .filter(|place| {
            let mut best = clause.clone();
            let question = &mut best.questions[*place];
            if rank(question.answer) == Some(9) {
                return false;
            }
            apply(
                question,
                Some(AnswerValue::Met),
                Some(Standing::CurrentIndependent),
            );
            counted(method, &best).0 > now
        })
        .collect()
}

/// Changes that raise together do so, and stop doing so without any one of them.
fn together(
    method: &Method,
    clause: &ClauseInput,
    now: u8,
    steps: &[assay_domain::grading::QuestionStep],
) -> TestCaseResult {
    if steps.is_empty() {
        return Ok(());
    }
    let without = |left_out: Option<usize>| {
        let mut raised = clause.clone();
        for (place, step) in steps.iter().enumerate() {
            if Some(place) != left_out {
                apply(
                    &mut raised.questions[step.question],
                    step.answer,
                    step.evidence,
                );
            }
        }
        counted(method, &raised).0
    };
    prop_assert!(without(None) > now);
    for place in 0..steps.len() {
        prop_assert!(without(Some(place)) <= now, "step {place} can be left out");
    }
    Ok(())
}

fn cleared(input: &Input, clear: &[String]) -> Input {
    let mut cleared = input.clone();
    for id in clear {
        cleared.red_lines.insert(id.clone(), Some(false));
    }
    cleared
}

fn verified(method: &Method, input: &Input) -> Input {
    let mut verified = input.clone();
    for id in method.controls() {
        let answer = Some((4, Standing::CurrentIndependent));
        verified.controls.insert(id.clone(), answer);
    }
    verified
}

/// Every single step in the method's order, with the whole input that it leads to.
fn single_steps(
    method: &Method,
    input: &Input,
    effective: &std::collections::BTreeMap<String, u8>,
) -> Vec<(String, Input)> {
    let mut steps = Vec::new();
    let mut stepped = |label: &str, value: Option<u8>, set: &dyn Fn(&mut Input, u8)| {
        let Some(value) = value else { return };
        for (to, sign) in [(value + 1, "+1"), (value - 1, "-1")] {
            if (1..=5).contains(&to) {
                let mut changed = input.clone();
                set(&mut changed, to);
                steps.push((format!("{label}{sign}"), changed));
            }
        }
    };
    stepped("S", input.context.scenario, &|input, to| {
        input.context.scenario = Some(to)
    });
    stepped("A", input.context.autonomy, &|input, to| {
        input.context.autonomy = Some(to)
    });
    stepped("Z", input.context.scale, &|input, to| {
        input.context.scale = Some(to)
    });
    for (id, risk) in input.risks.iter().filter(|(_, risk)| !risk.not_applicable) {
        stepped(&format!("{id}.L"), risk.likelihood, &|input, to| {
            input.risks.get_mut(id).unwrap().likelihood = Some(to);
        });
        stepped(&format!("{id}.I"), risk.impact, &|input, to| {
            input.risks.get_mut(id).unwrap().impact = Some(to);
        });
    }
    for id in method.red_lines() {
        let crossed = input.red_lines[id] == Some(true);
        let mut changed = input.clone();
        changed.red_lines.insert(id.clone(), Some(!crossed));
        steps.push((
            format!("{} {id}", if crossed { "clear" } else { "cross" }),
            changed,
        ));
    }
    let tier = read(method, input).point.tier;
    for (id, answer) in &input.controls {
        if let Some(answer) = credit_step(method, tier, effective[id], *answer) {
            let mut changed = input.clone();
            changed.controls.insert(id.clone(), Some(answer));
            steps.push((format!("{id}+1"), changed));
        }
        if let Some((level @ 1.., standing)) = *answer {
            let mut changed = input.clone();
            changed
                .controls
                .insert(id.clone(), Some((level - 1, standing)));
            steps.push((format!("{id}-1"), changed));
        }
    }
    steps
}

fn credit_step(
    method: &Method,
    tier: u8,
    from: u8,
    answer: Option<(u8, Standing)>,
) -> Option<(u8, Standing)> {
    let credits = method.credits();
    let to = (from + 1..5).find(|to| credits[usize::from(*to)] > credits[usize::from(from)])?;
    let standing = answer.map_or(Standing::None, |(_, standing)| standing);
    Standing::ALL
        .into_iter()
        .filter(|evidence| *evidence != Standing::None && *evidence >= standing)
        .find(|evidence| method.cap(*evidence, tier) >= to)
        .map(|evidence| (to, evidence))
}
