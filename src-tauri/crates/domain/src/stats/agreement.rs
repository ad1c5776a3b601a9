//! How far AI and people, or two people, come to the same answer (section 3).
//!
//! A person who has seen the AI's answer does not judge apart from it. Of such records these
//! figures say concordance; only a first judgement logged before makes them agreement.

use super::{Interval, LARGEST, Level, ratio};
use serde::{Deserialize, Serialize};

/// The most labels that a table may have.
pub const MOST_LABELS: usize = 1000;

/// A square table of counts: the first rater's labels down, the second's across, in one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    labels: usize,
    cells: Vec<u64>,
}

impl Square {
    /// Returns the table of so many labels, its cells row by row.
    ///
    /// Nothing when the cells are not as many as a square of two labels or more has, when all are
    /// zero, or beyond [`LARGEST`] and [`MOST_LABELS`].
    #[must_use]
    pub fn new(labels: usize, cells: Vec<u64>) -> Option<Self> {
        let total = cells.iter().copied().fold(0, u64::saturating_add);
        let is_square = (2..=MOST_LABELS).contains(&labels) && cells.len() == labels * labels;
        (is_square && (1..=LARGEST).contains(&total)).then_some(Self { labels, cells })
    }

    /// Returns the table of two labels with the rows `a b` and `c d`.
    #[must_use]
    pub fn two_by_two(a: u64, b: u64, c: u64, d: u64) -> Option<Self> {
        Self::new(2, vec![a, b, c, d])
    }

    /// Returns the same table with the raters exchanged.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let cell = |place: usize| self.at(place % self.labels, place / self.labels);
        Self {
            labels: self.labels,
            cells: (0..self.cells.len()).map(cell).collect(),
        }
    }

    fn at(&self, row: usize, column: usize) -> u64 {
        self.cells[row * self.labels + column]
    }

    fn total(&self) -> u64 {
        self.cells.iter().sum()
    }

    fn agreed(&self) -> u64 {
        (0..self.labels).map(|label| self.at(label, label)).sum()
    }

    fn rows(&self) -> Vec<u64> {
        let labels = 0..self.labels;
        labels
            .map(|row| (0..self.labels).map(|column| self.at(row, column)).sum())
            .collect()
    }

    fn columns(&self) -> Vec<u64> {
        self.transposed().rows()
    }
}

/// How much nearly the same counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weights {
    /// Only the same label counts.
    Same,
    /// Ordered labels: each step apart takes off the same.
    Linear,
    /// Ordered labels: what is taken off grows with the square of the steps apart.
    Quadratic,
}

impl Weights {
    fn of(self, labels: usize, row: usize, column: usize) -> f64 {
        let apart = row.abs_diff(column) as f64 / (labels - 1) as f64;
        match self {
            Self::Same => f64::from(u8::from(row == column)),
            Self::Linear => 1.0 - apart,
            Self::Quadratic => 1.0 - apart * apart,
        }
    }
}

/// Cohen's kappa of a table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Kappa {
    /// Kappa; nothing when chance alone explains everything.
    pub value: Option<f64>,
    /// Its standard error.
    pub standard_error: Option<f64>,
    /// Its interval, value plus or minus z standard errors.
    pub interval: Option<Interval>,
    /// Whether the table can tell: false when a rater used one label only. The numbers above are
    /// then arithmetic without a meaning, and are not shown.
    pub estimable: bool,
}

/// How far two raters agree, in the ways that must stand beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Agreement {
    /// How many were judged by both.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub n: u64,
    /// How many of them alike.
    #[cfg_attr(feature = "contract", ts(type = "number"))]
    pub agreed: u64,
    /// The share judged alike, po.
    pub observed: f64,
    /// The share to be expected if each had judged by chance with the same totals, pe.
    pub expected: f64,
    /// Cohen's kappa.
    pub kappa: Kappa,
    /// Kappa adjusted for prevalence and bias.
    pub pabak: f64,
    /// Gwet's AC1.
    pub ac1: f64,
}

/// Returns the agreement of a table.
///
/// # Formula
/// po = sum p_ii; pe = sum r_i c_i; kappa as in [`kappa`]; PABAK = (k po - 1)/(k - 1), that is
/// 2 po - 1 for two labels; AC1 = (po - g)/(1 - g) with g = sum q_i (1 - q_i)/(k - 1) and q_i the
/// mean of r_i and c_i.
/// # Inputs
/// `table`: counts, at least one by type; `level`: of kappa's interval.
/// # Domain
/// Up to [`LARGEST`] and [`MOST_LABELS`].
/// # Source
/// Cohen (1960); Byrt, Bishop and Carlin (1993) for PABAK; Gwet (2008) for AC1; section 3.
/// # Check
/// `kappa` and `ac1` of the vectors; `tests/peers/stats.py`.
#[must_use]
pub fn agreement(table: &Square, level: Level) -> Agreement {
    let (n, k) = (table.total() as f64, table.labels as f64);
    let observed = table.agreed() as f64 / n;
    let margins: Vec<(u64, u64)> = table.rows().into_iter().zip(table.columns()).collect();
    let chance: f64 = margins
        .iter()
        .map(|(row, column)| {
            let used = (row + column) as f64 / (2.0 * n);
            used * (1.0 - used) / (k - 1.0)
        })
        .sum();
    Agreement {
        n: table.total(),
        agreed: table.agreed(),
        observed,
        expected: expected(&margins) / (n * n),
        kappa: kappa(table, Weights::Same, level),
        pabak: (k * observed - 1.0) / (k - 1.0),
        ac1: (observed - chance) / (1.0 - chance),
    }
}

/// The sum of row total times column total, added in whole numbers so that no order matters.
fn expected(margins: &[(u64, u64)]) -> f64 {
    let products = margins.iter();
    products
        .map(|(row, column)| u128::from(*row) * u128::from(*column))
        .sum::<u128>() as f64
}

/// Returns Cohen's kappa, weighted for ordered labels.
///
/// # Formula
/// kappa = (po - pe)/(1 - pe) with po = sum w_ij p_ij and pe = sum w_ij r_i c_j. The standard error
/// is sqrt((sum p_ij (w_ij - (u_i + v_j)(1-kappa))² - (kappa - pe(1-kappa))²)/n)/(1 - pe), with u_i
/// and v_j the mean weights of row and column; for unweighted kappa this is (A + B - C) of
/// section 3. A difference below rounding counts as zero.
/// # Inputs
/// `table`: counts, at least one by type; `weights`; `level`: of the interval.
/// # Domain
/// Up to [`LARGEST`] and [`MOST_LABELS`]; no kappa where pe = 1.
/// # Source
/// Cohen (1960, 1968); Fleiss, Cohen and Everitt (1969).
/// # Check
/// `kappa` of the vectors; `statsmodels.stats.inter_rater.cohens_kappa`, `sklearn`'s
/// `cohen_kappa_score`.
#[must_use]
pub fn kappa(table: &Square, weights: Weights, level: Level) -> Kappa {
    let weighed = Weighed::of(table, weights);
    let (one_row, one_column) = (one_label(&weighed.rows), one_label(&weighed.columns));
    let same_only = one_row && one_column && table.agreed() == table.total();
    let Some(value) = weighed.kappa().filter(|_| !same_only) else {
        return Kappa {
            value: None,
            standard_error: None,
            interval: None,
            estimable: false,
        };
    };
    // A rater of one label agrees exactly as often as chance would have it.
    let estimable = !one_row && !one_column;
    let (value, standard_error) = if estimable {
        (value, weighed.standard_error(value))
    } else {
        (0.0, 0.0)
    };
    let half = level.z() * standard_error;
    Kappa {
        value: Some(value),
        standard_error: Some(standard_error),
        interval: Some(Interval {
            lower: value - half,
            upper: value + half,
        }),
        estimable,
    }
}

/// Tells whether a rater with these shares used one label only.
fn one_label(shares: &[f64]) -> bool {
    shares.iter().filter(|share| **share > 0.0).count() < 2
}

/// A table in shares of its total, and what its weights make of them.
struct Weighed<'a> {
    table: &'a Square,
    weights: Weights,
    n: f64,
    /// The shares of the first rater's labels, and of the second's.
    rows: Vec<f64>,
    columns: Vec<f64>,
    /// The mean weights of the rows, and of the columns.
    of_row: Vec<f64>,
    of_column: Vec<f64>,
    /// po and pe.
    observed: f64,
    expected: f64,
}

/// A cell of a table.
struct WeighedCell {
    row: usize,
    column: usize,
    share: f64,
    weight: f64,
}

impl<'a> Weighed<'a> {
    fn of(table: &'a Square, weights: Weights) -> Self {
        let n = table.total() as f64;
        let shares = |totals: Vec<u64>| -> Vec<f64> {
            let totals = totals.into_iter();
            totals.map(|total| total as f64 / n).collect()
        };
        let mut weighed = Self {
            table,
            weights,
            n,
            rows: shares(table.rows()),
            columns: shares(table.columns()),
            of_row: vec![0.0; table.labels],
            of_column: vec![0.0; table.labels],
            observed: 0.0,
            expected: 0.0,
        };
        for cell in cells(table, weights) {
            let (row, column) = (weighed.rows[cell.row], weighed.columns[cell.column]);
            weighed.observed += cell.weight * cell.share;
            weighed.expected += cell.weight * row * column;
            weighed.of_row[cell.row] += cell.weight * column;
            weighed.of_column[cell.column] += cell.weight * row;
        }
        weighed
    }

    fn kappa(&self) -> Option<f64> {
        ratio(self.observed - self.expected, 1.0 - self.expected)
    }

    fn standard_error(&self, kappa: f64) -> f64 {
        let beyond = 1.0 - kappa;
        let square: f64 = cells(self.table, self.weights)
            .map(|cell| {
                let mean = self.of_row[cell.row] + self.of_column[cell.column];
                let apart = cell.weight - mean * beyond;
                cell.share * apart * apart
            })
            .sum();
        let mean = kappa - self.expected * beyond;
        let variance = square - mean * mean;
        let is_dust = variance <= 64.0 * f64::EPSILON * square.max(mean * mean);
        if is_dust {
            return 0.0;
        }
        (variance / self.n).sqrt() / (1.0 - self.expected)
    }
}

/// The cells of a table, row by row.
fn cells(table: &Square, weights: Weights) -> impl Iterator<Item = WeighedCell> {
    let (labels, n) = (table.labels, table.total() as f64);
    let places = (0..labels).flat_map(move |row| (0..labels).map(move |column| (row, column)));
    places.map(move |(row, column)| WeighedCell {
        row,
        column,
        share: table.at(row, column) as f64 / n,
        weight: weights.of(labels, row, column),
    })
}
