//! The method's vectors, and inputs and methods drawn at random.

use assay_domain::grading::Method;
use serde::Deserialize;
use serde_json::Value;
use std::path::PathBuf;

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
    Method::from_json(standard_document()).expect("the standard method is sound")
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
