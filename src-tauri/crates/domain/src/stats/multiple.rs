//! Many tests in one report: p-values corrected for their number (sections 7 and 9).

use serde::{Deserialize, Serialize};

crate::system::wire_enum! {
    /// How p-values are corrected for their number.
    Correction {
        /// Holm's: the chance of a single false flag in the report stays below the level.
        Holm,
        /// Benjamini and Hochberg's: the expected share of false flags stays below it.
        BenjaminiHochberg,
    }
}

impl Correction {
    /// Corrects p-values; see [`holm`] and [`benjamini_hochberg`].
    #[must_use]
    pub fn adjust(self, p_values: &[f64]) -> Vec<f64> {
        match self {
            Self::Holm => holm(p_values),
            Self::BenjaminiHochberg => benjamini_hochberg(p_values),
        }
    }
}

/// Returns the places of p-values, the smallest first; equal ones keep their order.
fn ascending(p_values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    order
}

/// A p-value that is none counts as 1, so that it can raise no flag.
fn sound(p: f64) -> f64 {
    if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) }
}

/// Returns p-values corrected by Holm's step-down method, in the order given.
///
/// # Formula
/// The i-th smallest of m times (m - i + 1), each at least as large as the one before, at most 1.
/// # Inputs
/// `p_values`: probabilities of one report.
/// # Domain
/// Any number of them; one that is no number counts as 1.
/// # Source
/// Holm (1979).
/// # Check
/// `holm` of the vectors; `multipletests(method="holm")`.
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let p_values: Vec<f64> = p_values.iter().copied().map(sound).collect();
    let mut adjusted = p_values.clone();
    let mut largest = 0.0_f64;
    for (rank, place) in ascending(&p_values).into_iter().enumerate() {
        let factor = (p_values.len() - rank) as f64;
        largest = largest.max((p_values[place] * factor).min(1.0));
        adjusted[place] = largest;
    }
    adjusted
}

/// Returns p-values corrected by Benjamini and Hochberg's step-up method, in the order given.
///
/// # Formula
/// The i-th smallest of m times m/i, each at most as large as the one after, at most 1.
/// # Inputs
/// `p_values`: probabilities of one report.
/// # Domain
/// Any number of them; one that is no number counts as 1.
/// # Source
/// Benjamini and Hochberg (1995).
/// # Check
/// `bh` of the vectors; `multipletests(method="fdr_bh")`.
#[must_use]
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let p_values: Vec<f64> = p_values.iter().copied().map(sound).collect();
    let mut adjusted = p_values.clone();
    let mut smallest = 1.0_f64;
    for (rank, place) in ascending(&p_values).into_iter().enumerate().rev() {
        let factor = p_values.len() as f64 / (rank + 1) as f64;
        smallest = smallest.min(p_values[place] * factor);
        adjusted[place] = smallest;
    }
    adjusted
}
