//! The ids that a method may speak about: the risks, the controls and the questions.

use std::collections::BTreeSet;

/// The 26 risks of section 3 of the framework, in its order.
const RISKS: [&str; 26] = [
    "3.1.1a", "3.1.1b", "3.1.1c", "3.1.1d", "3.1.1e", "3.1.1f", "3.1.2a", "3.1.2b", "3.1.2c",
    "3.1.2d", "3.1.3a", "3.1.3b", "3.1.3c", "3.2.1a", "3.2.1b", "3.2.1c", "3.2.1d", "3.2.1e",
    "3.2.2a", "3.2.2b", "3.2.2c", "3.2.3a", "3.2.3b", "3.2.4a", "3.2.4b", "3.2.4c",
];

/// The 21 countermeasures of section 4 and the clauses 6.3 b to i, by id.
const CONTROLS: [&str; 29] = [
    "4.1.1a", "4.1.1b", "4.1.2a", "4.1.2b", "4.1.2c", "4.1.2d", "4.1.2e", "4.1.2f", "4.1.3a",
    "4.1.3b", "4.1.3c", "4.1.3d", "4.2.1a", "4.2.1b", "4.2.2a", "4.2.2b", "4.2.3a", "4.2.3b",
    "4.2.3c", "4.2.4a", "4.2.4b", "6.3b", "6.3c", "6.3d", "6.3e", "6.3f", "6.3g", "6.3h", "6.3i",
];

/// The ids that a method may speak about.
///
/// Risks and controls are the framework's published numbering. Questions are the project's own
/// and change with it: without a list of them a red line must at least look like one (`g-01`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    risks: Vec<String>,
    controls: Vec<String>,
    questions: Option<BTreeSet<String>>,
}

impl Catalogue {
    /// The numbering of the AI Safety Governance Framework V1.0, with any question.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            risks: RISKS.map(str::to_owned).to_vec(),
            controls: CONTROLS.map(str::to_owned).to_vec(),
            questions: None,
        }
    }

    /// The same, where only the questions named exist.
    #[must_use]
    pub fn with_questions<I>(questions: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        Self {
            questions: Some(questions.into_iter().map(Into::into).collect()),
            ..Self::standard()
        }
    }

    /// The risks in the framework's order, which is the order of their ids.
    #[must_use]
    pub fn risks(&self) -> &[String] {
        &self.risks
    }

    /// The controls by id.
    #[must_use]
    pub fn controls(&self) -> &[String] {
        &self.controls
    }

    pub(crate) fn risk(&self, id: &str) -> Option<usize> {
        position(&self.risks, id)
    }

    pub(crate) fn control(&self, id: &str) -> Option<usize> {
        position(&self.controls, id)
    }

    pub(crate) fn knows_question(&self, id: &str) -> bool {
        match &self.questions {
            Some(known) => known.contains(id),
            None => looks_like_a_question(id),
        }
    }
}

/// Finds an id in a sorted list.
fn position(sorted: &[String], id: &str) -> Option<usize> {
    sorted.binary_search_by(|known| known.as_str().cmp(id)).ok()
}

fn looks_like_a_question(id: &str) -> bool {
    matches!(id.as_bytes(), [b'a'..=b'i', b'-', b'0'..=b'9', b'0'..=b'9'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbering_is_sorted_so_that_search_by_halves_finds_it() {
        assert!(RISKS.is_sorted());
        assert!(CONTROLS.is_sorted());
    }
}
