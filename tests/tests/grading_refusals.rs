//! What the method and the inputs of the command line refuse, and with which place.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::decision::FallbackFacts;
use assay_domain::grading::{
    Catalogue, FallbackLimit, Method, Plan, Refusal, RefusalCode, grade, limit_fallback,
    parse_clause_input, parse_input, point_and_interval,
};
use assay_tests::grading::{standard_document, standard_method, vectors};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Puts a value at a place of the standard method; null there takes the entry out.
fn broken(pointer: &str, value: Value) -> Value {
    let mut document = standard_document();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(entries) if value.is_null() => {
            entries.remove(key).unwrap();
        }
        Value::Object(entries) => {
            entries.insert(key.to_owned(), value);
        }
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        other => panic!("{other} holds nothing"),
    }
    document
}

fn refusal(pointer: &str, value: Value) -> Refusal {
    let shown = value.to_string();
    Method::from_json(broken(pointer, value))
        .map(|_| ())
        .expect_err(&format!("{pointer} = {shown} must be refused"))
}

/// Each table of step 12 broken at one place: where, with what, the code, and the place named.
fn broken_tables() -> Vec<(&'static str, Value, RefusalCode, &'static str)> {
    use RefusalCode as C;
    vec![
        // Edges, credits, shift, floors, neglect grades and caps that fall.
        (
            "/band_edges",
            json!([400, 550, 500, 850]),
            C::Falls,
            "/band_edges/2",
        ),
        (
            "/credit",
            json!([0, 30, 22, 52, 100]),
            C::Falls,
            "/credit/2",
        ),
        (
            "/shift",
            json!([-150, -100, 0, 100, 50]),
            C::Falls,
            "/shift/4",
        ),
        (
            "/tier_floor",
            json!([1, 2, 1, 2, 3]),
            C::Falls,
            "/tier_floor/2",
        ),
        (
            "/gates/neglect/grade_by_tier",
            json!([3, 3, 3, 4, 3]),
            C::Falls,
            "/gates/neglect/grade_by_tier/4",
        ),
        (
            "/evidence_cap/attached",
            json!(1),
            C::Falls,
            "/evidence_cap/attached",
        ),
        (
            "/evidence_cap_low_tier/current_independent",
            json!(3),
            C::Falls,
            "/evidence_cap_low_tier/current_independent",
        ),
        (
            "/confidence/q_control/attached",
            json!(20),
            C::Falls,
            "/confidence/q_control/attached",
        ),
        (
            "/confidence/q_rating/current_independent",
            json!(60),
            C::Falls,
            "/confidence/q_rating/current_independent",
        ),
        (
            "/confidence/q_na",
            json!({"unconfirmed": 90, "confirmed": 80}),
            C::Falls,
            "/confidence/q_na/confirmed",
        ),
        ("/confidence/high", json!(40), C::Falls, "/confidence/high"),
        // Low-tier caps below the others.
        (
            "/evidence_cap_low_tier",
            json!({"none": 1, "attached": 4, "current_independent": 4}),
            C::LowTierCapLower,
            "/evidence_cap_low_tier",
        ),
        // A band of 100 or less.
        (
            "/band_edges/2",
            json!(650),
            C::BandTooNarrow,
            "/band_edges/2",
        ),
        (
            "/band_edges/1",
            json!(400),
            C::BandTooNarrow,
            "/band_edges/1",
        ),
        // Decay above one half.
        ("/decay_num", json!(2), C::DecayAboveHalf, "/decay_num"),
        ("/decay_den", json!(0), C::OutOfRange, "/decay_den"),
        // Strengths outside 0 to 100, accumulation counts below 1.
        (
            "/strength/primary",
            json!(101),
            C::OutOfRange,
            "/strength/primary",
        ),
        (
            "/strength/supporting",
            json!(-1),
            C::Negative,
            "/strength/supporting",
        ),
        ("/accumulate/3", json!(0), C::OutOfRange, "/accumulate/3"),
        // Unknown ids.
        (
            "/credit_links/3.1.1g",
            json!([]),
            C::UnknownRisk,
            "/credit_links/3.1.1g",
        ),
        (
            "/credit_links/3.1.1a/0/0",
            json!("4.1.1z"),
            C::UnknownControl,
            "/credit_links/3.1.1a/0/0",
        ),
        (
            "/credit_links/3.1.1a/0/0",
            json!("6.3a"),
            C::UnknownControl,
            "/credit_links/3.1.1a/0/0",
        ),
        (
            "/gates/control/control",
            json!("6.3z"),
            C::UnknownControl,
            "/gates/control/control",
        ),
        (
            "/gates/neglect/clauses/1",
            json!("3.1.1a"),
            C::UnknownControl,
            "/gates/neglect/clauses/1",
        ),
        (
            "/red_lines/0",
            json!("z-99"),
            C::UnknownQuestion,
            "/red_lines/0",
        ),
        // Negative numbers other than shifts.
        ("/credit/0", json!(-1), C::Negative, "/credit/0"),
        ("/band_edges/0", json!(-400), C::Negative, "/band_edges/0"),
        ("/tier/wA", json!(-1), C::Negative, "/tier/wA"),
        ("/tier/half", json!(-2), C::Negative, "/tier/half"),
        ("/axis_doubt", json!(-50), C::Negative, "/axis_doubt"),
        (
            "/confidence/context",
            json!(-6),
            C::Negative,
            "/confidence/context",
        ),
        (
            "/confidence/q_context",
            json!(-80),
            C::Negative,
            "/confidence/q_context",
        ),
        ("/decay_num", json!(-1), C::Negative, "/decay_num"),
        (
            "/gates/control/rules/0/2",
            json!(-1),
            C::Negative,
            "/gates/control/rules/0/2",
        ),
        (
            "/gates/uncontrolled/likelihood",
            json!(-3),
            C::Negative,
            "/gates/uncontrolled/likelihood",
        ),
        // Numbers that would mean nothing.
        ("/tier/div", json!(0), C::OutOfRange, "/tier/div"),
        ("/unknown_point", json!(6), C::OutOfRange, "/unknown_point"),
        (
            "/na_unconfirmed",
            json!(0),
            C::OutOfRange,
            "/na_unconfirmed",
        ),
        ("/impact5_floor", json!(6), C::OutOfRange, "/impact5_floor"),
        ("/tier_floor/4", json!(6), C::OutOfRange, "/tier_floor/4"),
        (
            "/gates/red_line/rules/0/2",
            json!(6),
            C::OutOfRange,
            "/gates/red_line/rules/0/2",
        ),
        (
            "/evidence_cap/current_independent",
            json!(5),
            C::OutOfRange,
            "/evidence_cap/current_independent",
        ),
        (
            "/confidence/q_context",
            json!(101),
            C::OutOfRange,
            "/confidence/q_context",
        ),
        ("/credit/4", json!(10_001), C::OutOfRange, "/credit/4"),
        // Shapes.
        ("/shift", json!([0, 0, 0, 0]), C::WrongLength, "/shift"),
        ("/levels/0", json!(["Low"]), C::WrongLength, "/levels/0"),
        ("/levels/0/1", json!(""), C::Missing, "/levels/0/1"),
        ("/credit/2", json!(22.5), C::NotInteger, "/credit/2"),
        ("/credit", json!(22), C::NotList, "/credit"),
        ("/tier", json!([]), C::NotObject, "/tier"),
        ("/method_id", json!(1), C::NotText, "/method_id"),
        ("/version", json!("1.1"), C::NotVersion, "/version"),
        ("/version", json!("1.01.0"), C::NotVersion, "/version"),
        ("/tier/wS", Value::Null, C::Missing, "/tier/wS"),
        (
            "/credit_links/3.2.4c",
            Value::Null,
            C::Missing,
            "/credit_links/3.2.4c",
        ),
        ("/decay", json!(1), C::UnknownKey, "/decay"),
        (
            "/gates/neglect/grade",
            json!(1),
            C::UnknownKey,
            "/gates/neglect/grade",
        ),
        ("/strength/weak", json!(10), C::UnknownKey, "/strength/weak"),
        (
            "/credit_links/3.1.1a/0/1",
            json!("weak"),
            C::UnknownWord,
            "/credit_links/3.1.1a/0/1",
        ),
        (
            "/credit_links/3.1.1a/1/0",
            json!("4.1.1a"),
            C::Repeated,
            "/credit_links/3.1.1a/1/0",
        ),
        ("/red_lines/1", json!("c-03"), C::Repeated, "/red_lines/1"),
        (
            "/gates/neglect/clauses/1",
            json!("6.3c"),
            C::Repeated,
            "/gates/neglect/clauses/1",
        ),
    ]
}

#[test]
fn a_method_with_one_broken_table_is_refused_at_its_place() {
    for (pointer, value, code, place) in broken_tables() {
        let refused = refusal(pointer, value.clone());
        assert_eq!(
            (refused.code, refused.place.as_str()),
            (code, place),
            "{pointer} = {value}"
        );
    }
}

#[test]
fn a_method_without_any_one_of_its_entries_is_refused() {
    let document = standard_document();
    let entries = document.as_object().unwrap();
    for key in entries.keys() {
        let refused = refusal(&format!("/{key}"), Value::Null);
        assert_eq!(refused.code, RefusalCode::Missing);
        assert_eq!(refused.place, format!("/{key}"));
    }
}

#[test]
fn a_method_whose_weights_are_all_zero_is_refused() {
    let mut document = standard_document();
    for key in ["context", "axis", "control"] {
        document["confidence"][key] = json!(0);
    }
    let refused = Method::from_json(document).map(|_| ()).unwrap_err();
    assert_eq!(refused.place, "/confidence/context");
}

#[test]
fn a_red_line_must_be_a_question_of_the_catalogue_when_it_is_known() {
    let known = Catalogue::with_questions(["c-03", "c-04", "e-02", "g-01", "h-07", "i-09"]);
    let method = Method::from_json_in(standard_document(), known).unwrap();
    assert_eq!(method.red_lines().len(), 6);
    let fewer = Catalogue::with_questions(["c-03", "c-04", "e-02", "g-01", "h-07"]);
    let refused = Method::from_json_in(standard_document(), fewer)
        .map(|_| ())
        .unwrap_err();
    assert_eq!(refused.code, RefusalCode::UnknownQuestion);
    assert_eq!(
        (refused.place.as_str(), refused.value.as_str()),
        ("/red_lines/5", "\"i-09\"")
    );
}

#[test]
fn a_method_text_with_a_duplicate_key_is_refused() {
    let text = standard_document().to_string();
    let twice = text.replacen("\"wA\":1", "\"wA\":1,\"wA\":2", 1);
    assert_ne!(text, twice);
    let refused = Method::parse(&twice).map(|_| ()).unwrap_err();
    assert_eq!(
        (refused.code, refused.place.as_str()),
        (RefusalCode::DuplicateKey, "/tier/wA")
    );
    assert_eq!(
        Method::parse(&text).unwrap().sha256(),
        standard_method().sha256()
    );
}

#[test]
fn the_method_names_itself_and_its_canonical_bytes() {
    let method = standard_method();
    assert_eq!((method.id(), method.version()), ("kag", "1.1.0"));
    assert_eq!(method.label(), "kag 1.1.0");
    // Computed over sorted keys without spaces by another JSON library.
    assert_eq!(
        method.sha256(),
        "4e8078a445ec172aef0d78661ae74a324577a600052a41ffb2223a6f59540c94"
    );
    assert_eq!(method.to_json(), standard_document());
    assert_eq!((method.risks().len(), method.controls().len()), (26, 29));
    assert_eq!(method.level_names()[4].zh, "特别重大风险");
}

#[test]
fn a_changed_method_has_another_digest() {
    let changed = Method::from_json(broken("/axis_doubt", json!(40))).unwrap();
    assert_ne!(changed.sha256(), standard_method().sha256());
}

#[test]
fn an_input_that_breaks_the_contract_is_refused_at_its_place() {
    use RefusalCode as C;
    let method = standard_method();
    for (text, code, place) in [
        ("", C::NotJson, "1:0"),
        ("{", C::NotJson, "1:1"),
        ("{} {}", C::NotJson, "1:4"),
        ("{\"context\": {\"S\": 1e999}}", C::NotJson, "1:23"),
        ("[]", C::NotObject, "/"),
        ("null", C::NotObject, "/"),
        ("{\"contexts\": {}}", C::UnknownKey, "/contexts"),
        ("{\"a/b~\": 1}", C::UnknownKey, "/a~1b~0"),
        ("{\"context\": []}", C::NotObject, "/context"),
        ("{\"context\": {\"S\": 0}}", C::OutOfRange, "/context/S"),
        ("{\"context\": {\"A\": 6}}", C::OutOfRange, "/context/A"),
        ("{\"context\": {\"Z\": 3.0}}", C::NotInteger, "/context/Z"),
        ("{\"context\": {\"Z\": \"3\"}}", C::NotInteger, "/context/Z"),
        ("{\"context\": {\"Z\": true}}", C::NotInteger, "/context/Z"),
        (
            "{\"context\": {\"Z\": 18446744073709551615}}",
            C::NotInteger,
            "/context/Z",
        ),
        ("{\"context\": {\"s\": 3}}", C::UnknownKey, "/context/s"),
        (
            "{\"context\": {\"S\": 3, \"S\": 3}}",
            C::DuplicateKey,
            "/context/S",
        ),
        ("{\"risks\": {}, \"risks\": {}}", C::DuplicateKey, "/risks"),
        (
            "{\"risks\": {\"3.1.1z\": {}}}",
            C::UnknownRisk,
            "/risks/3.1.1z",
        ),
        (
            "{\"risks\": {\"3.1.1z\": null}}",
            C::UnknownRisk,
            "/risks/3.1.1z",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"L\": 6}}}",
            C::OutOfRange,
            "/risks/3.1.1a/L",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"I\": -1}}}",
            C::OutOfRange,
            "/risks/3.1.1a/I",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"ev\": \"photo\"}}}",
            C::UnknownWord,
            "/risks/3.1.1a/ev",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"ev\": 1}}}",
            C::NotText,
            "/risks/3.1.1a/ev",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"na\": 1}}}",
            C::NotBoolean,
            "/risks/3.1.1a/na",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {\"note\": 1}}}",
            C::UnknownKey,
            "/risks/3.1.1a/note",
        ),
        (
            "{\"risks\": {\"3.1.1a\": [3, 4]}}",
            C::NotObject,
            "/risks/3.1.1a",
        ),
        (
            "{\"risks\": {\"3.1.1a\": {}, \"3.1.1a\": {}}}",
            C::DuplicateKey,
            "/risks/3.1.1a",
        ),
        (
            "{\"controls\": {\"6.3a\": null}}",
            C::UnknownControl,
            "/controls/6.3a",
        ),
        (
            "{\"controls\": {\"6.3h\": 3}}",
            C::NotList,
            "/controls/6.3h",
        ),
        (
            "{\"controls\": {\"6.3h\": [3]}}",
            C::WrongLength,
            "/controls/6.3h",
        ),
        (
            "{\"controls\": {\"6.3h\": [3, \"none\", 1]}}",
            C::WrongLength,
            "/controls/6.3h",
        ),
        (
            "{\"controls\": {\"6.3h\": [5, \"none\"]}}",
            C::OutOfRange,
            "/controls/6.3h/0",
        ),
        (
            "{\"controls\": {\"6.3h\": [3, \"None\"]}}",
            C::UnknownWord,
            "/controls/6.3h/1",
        ),
        (
            "{\"red_lines\": {\"a-01\": true}}",
            C::UnknownQuestion,
            "/red_lines/a-01",
        ),
        (
            "{\"red_lines\": {\"g-01\": \"met\"}}",
            C::NotBoolean,
            "/red_lines/g-01",
        ),
        (
            "{\"red_lines\": {\"g-01\": 0}}",
            C::NotBoolean,
            "/red_lines/g-01",
        ),
    ] {
        let refused = parse_input(&method, text).expect_err(text);
        assert_eq!(
            (refused.code, refused.place.as_str()),
            (code, place),
            "{text}"
        );
    }
}

/// The method document lists answers and ratings as whole numbers and refuses other types: 3.0 is no 3.
#[test]
fn a_number_that_is_refused_is_shown_as_it_was_written() {
    let method = standard_method();
    for written in [
        "3.0",
        "-0",
        "-0.0",
        "3e0",
        "2.50",
        "1E+2",
        "18446744073709551616",
        "-9223372036854775809",
    ] {
        for before in ["", r#""A": 1, "#, r#""note 4.0 \" 5": "a\\", "#] {
            let text = format!(r#"{{"context": {{{before}"Z": {written}}}}}"#);
            let refused = parse_input(&method, &text).expect_err(&text);
            assert_eq!(refused.code, RefusalCode::NotInteger, "{text}");
            assert_eq!(refused.value, written, "{text}");
        }
    }
    let behind = r#"{"risks": {"3.1.1a": {"L": 1, "I": 2, "ev": "none"}, "3.1.1b": {"L": 4.0}}}"#;
    let refused = parse_input(&method, behind).expect_err(behind);
    assert_eq!(
        (&*refused.place, &*refused.value),
        ("/risks/3.1.1b/L", "4.0")
    );
    let clause = r#"{"questions": [{"critical": false}], "depth": "full", "tier": -0}"#;
    let refused = parse_clause_input(clause).expect_err(clause);
    assert_eq!((&*refused.place, &*refused.value), ("/tier", "-0"));
}

#[test]
fn a_clause_input_that_breaks_the_contract_is_refused_at_its_place() {
    use RefusalCode as C;
    for (text, code, place) in [
        ("7", C::NotObject, "/"),
        ("{}", C::Missing, "/questions"),
        ("{\"questions\": []}", C::Missing, "/depth"),
        (
            "{\"questions\": [], \"depth\": \"full\"}",
            C::Missing,
            "/tier",
        ),
        (
            "{\"questions\": {}, \"depth\": \"full\", \"tier\": 3}",
            C::NotList,
            "/questions",
        ),
        (
            "{\"questions\": [], \"depth\": \"deep\", \"tier\": 3}",
            C::UnknownWord,
            "/depth",
        ),
        (
            "{\"questions\": [], \"depth\": \"full\", \"tier\": 6}",
            C::OutOfRange,
            "/tier",
        ),
        (
            "{\"questions\": [], \"depth\": \"full\", \"tier\": 3, \"x\": 1}",
            C::UnknownKey,
            "/x",
        ),
        (
            "{\"questions\": [{}], \"depth\": \"full\", \"tier\": 3}",
            C::Missing,
            "/questions/0/critical",
        ),
        (
            "{\"questions\": [{\"critical\": true, \"answer\": \"yes\"}], \"depth\": \"full\", \"tier\": 3}",
            C::UnknownWord,
            "/questions/0/answer",
        ),
        (
            "{\"questions\": [{\"critical\": true, \"evidence\": null}], \"depth\": \"full\", \"tier\": 3}",
            C::NotText,
            "/questions/0/evidence",
        ),
        (
            "{\"questions\": [{\"critical\": true, \"id\": \"c-01\"}], \"depth\": \"full\", \"tier\": 3}",
            C::UnknownKey,
            "/questions/0/id",
        ),
        (
            "{\"questions\": [{\"critical\": true, \"critical\": true}], \"depth\": \"full\", \"tier\": 3}",
            C::DuplicateKey,
            "/questions/0/critical",
        ),
    ] {
        let refused = parse_clause_input(text).expect_err(text);
        assert_eq!(
            (refused.code, refused.place.as_str()),
            (code, place),
            "{text}"
        );
    }
}

#[test]
fn missing_null_and_empty_are_the_same_unanswered_input() {
    let method = standard_method();
    let bytes = |text: &str| {
        let input = parse_input(&method, text).unwrap();
        serde_json::to_string(&grade(&method, &input).unwrap()).unwrap()
    };
    let empty = bytes("{}");
    for text in [
        "{\"context\": null, \"risks\": null, \"controls\": null, \"red_lines\": null}",
        "{\"context\": {\"S\": null}, \"risks\": {\"3.1.1a\": null, \"3.1.1b\": {}}}",
        "{\"controls\": {\"6.3h\": null}, \"red_lines\": {\"g-01\": null}}",
        "{\"risks\": {\"3.1.1a\": {\"L\": null, \"I\": null, \"ev\": null, \"na\": null, \"na_ok\": null}}}",
    ] {
        assert_eq!(bytes(text), empty, "{text}");
    }
}

#[test]
fn an_input_made_without_the_reader_is_checked_all_the_same() {
    let method = standard_method();
    let sound = parse_input(&method, &vectors()[0].input.to_string()).unwrap();
    sound.check(&method).unwrap();
    let mut wrong = sound.clone();
    wrong.context.scale = Some(0);
    assert_eq!(grade(&method, &wrong).unwrap_err().place, "/context/Z");
    let mut wrong = sound.clone();
    wrong.controls.insert("6.3j".to_owned(), None);
    let refused = point_and_interval(&method, &wrong).unwrap_err();
    assert_eq!(
        (refused.code, refused.value.as_str()),
        (RefusalCode::UnknownControl, "6.3j")
    );
    let mut wrong = sound.clone();
    wrong.risks.get_mut("3.1.1b").unwrap().impact = Some(9);
    assert_eq!(wrong.check(&method).unwrap_err().place, "/risks/3.1.1b/I");
    let mut wrong = sound;
    wrong.red_lines.insert("a-01".to_owned(), Some(true));
    assert_eq!(wrong.check(&method).unwrap_err().place, "/red_lines/a-01");
}

#[test]
fn every_refusal_code_has_a_word_of_its_own() {
    let words: BTreeSet<&str> = RefusalCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(words.len(), RefusalCode::ALL.len());
}

#[test]
fn limits_from_data_hold_the_fallback_clause_down() {
    use FallbackLimit::{NoDecisionRecord, NoDrill, RubberStampSignal};
    let facts = |drill, records, signal| FallbackFacts {
        drill_within_year: drill,
        decision_records: records,
        rubber_stamp_open: signal,
        ..FallbackFacts::default()
    };
    for (level, given, expected) in [
        (4, facts(true, 1, false), (4, vec![])),
        (4, facts(false, 1, false), (3, vec![NoDrill])),
        (3, facts(false, 1, false), (3, vec![])),
        (4, facts(true, 0, false), (2, vec![NoDecisionRecord])),
        (3, facts(true, 5, true), (2, vec![RubberStampSignal])),
        (
            4,
            facts(false, 0, true),
            (2, vec![NoDrill, NoDecisionRecord, RubberStampSignal]),
        ),
        (3, facts(false, 0, false), (2, vec![NoDecisionRecord])),
        (2, facts(false, 0, true), (2, vec![])),
        (0, facts(false, 0, true), (0, vec![])),
    ] {
        assert_eq!(limit_fallback(level, given), expected, "{level} {given:?}");
    }
}

/// Credits that stop rising below a gate leave credit steps short of "everything verified".
#[test]
fn a_plan_that_runs_out_of_credit_steps_says_so() {
    let mut document = standard_document();
    document["credit"] = json!([0, 0, 0, 0, 0]);
    let method = Method::from_json(document).unwrap();
    let text = "{\"context\": {\"S\": 1, \"A\": 1, \"Z\": 1}, \"risks\": RISKS, \
                \"red_lines\": {\"g-01\": false}}";
    let risks: Vec<String> = method
        .risks()
        .iter()
        .map(|risk| format!("\"{risk}\": {{\"na\": true, \"na_ok\": true}}"))
        .collect();
    let text = text.replace("RISKS", &format!("{{{}}}", risks.join(",")));
    let input = parse_input(&method, &text).unwrap();
    let outcome = grade(&method, &input).unwrap();
    assert_eq!((outcome.grade, outcome.parts.gates), (2, 2));
    let Some(Plan::OutOfReach { best, blockers, .. }) = outcome.plan else {
        panic!("no step earns anything");
    };
    assert_eq!((best, blockers.gates), (2, Some(2)));
}
