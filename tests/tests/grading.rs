//! The grading method against its vectors, whole outputs compared exactly.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::grading::{
    clause_level, grade, parse_clause_input, parse_input, point_and_interval,
};
use assay_tests::grading::{clause_vectors, standard_method, vectors};
use serde_json::Value;

#[test]
fn every_grading_vector_is_reproduced_exactly() {
    let method = standard_method();
    let vectors = vectors();
    assert_eq!(vectors.len(), 14);
    for vector in vectors {
        let input = parse_input(&method, &vector.input.to_string()).unwrap();
        let outcome = serde_json::to_value(grade(&method, &input).unwrap()).unwrap();
        assert_eq!(outcome, vector.expected, "{}", vector.name);
    }
}

#[test]
fn every_clause_level_vector_is_reproduced_exactly() {
    let method = standard_method();
    let vectors = clause_vectors();
    assert_eq!(vectors.len(), 60);
    for (place, vector) in vectors.iter().enumerate() {
        let input = parse_clause_input(&vector.input.to_string()).unwrap();
        let level: Value = serde_json::to_value(clause_level(&method, &input)).unwrap();
        assert_eq!(level, vector.expected, "clause vector {place}");
    }
}

#[test]
fn the_short_way_gives_the_same_grade_interval_and_confidence() {
    let method = standard_method();
    for vector in vectors() {
        let input = parse_input(&method, &vector.input.to_string()).unwrap();
        let long = grade(&method, &input).unwrap();
        let short = point_and_interval(&method, &input).unwrap();
        assert_eq!(short.interval(), long.interval, "{}", vector.name);
        assert_eq!(short.parts, long.parts);
        assert_eq!(short.point.index, long.index);
        assert_eq!(short.point.tier, long.tier);
        assert_eq!(short.confidence, long.confidence);
        assert_eq!(short.confidence_band, long.confidence_band);
    }
}
