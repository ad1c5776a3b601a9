//! Labels: what an output, a judgement or an outcome says, and which of two is the stricter.

use crate::stats::figures::Direction;

/// Returns a text as a label: without the space around it.
#[must_use]
pub fn label(text: &str) -> &str {
    text.trim()
}

/// Returns the number that a label is; words that programs read as numbers, such as `inf`, are none.
pub(crate) fn number(label: &str) -> Option<f64> {
    let plain = label
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    let number: f64 = plain.then(|| label.parse().ok()).flatten()?;
    number.is_finite().then_some(number)
}

/// Returns the direction from one place to another on a scale from lenient to strict.
pub(super) fn compared<T: PartialOrd>(from: &T, to: &T) -> Option<Direction> {
    match to.partial_cmp(from)? {
        std::cmp::Ordering::Greater => Some(Direction::Stricter),
        std::cmp::Ordering::Less => Some(Direction::MoreLenient),
        std::cmp::Ordering::Equal => None,
    }
}

/// Returns the direction in which a decision lies from an output.
///
/// # Formula
/// The one that stands later in the order is stricter; without an order, the larger number.
/// # Inputs
/// `output`, `decision`: texts; `order`: labels from lenient to strict, may be empty.
/// # Domain
/// Nothing where the two are alike, or one is not in the order or no number.
/// # Source
/// Section 1: "split by direction (stricter / more lenient)".
/// # Check
/// `tests/tests/decision_stats.rs`; the bail decisions of section 5, 162 lenient and 70 strict.
#[must_use]
pub fn direction(output: &str, decision: &str, order: &[String]) -> Option<Direction> {
    let (output, decision) = (label(output), label(decision));
    if order.is_empty() {
        return compared(&number(output)?, &number(decision)?);
    }
    let place = |wanted: &str| order.iter().position(|word| label(word) == wanted);
    compared(&place(output)?, &place(decision)?)
}
