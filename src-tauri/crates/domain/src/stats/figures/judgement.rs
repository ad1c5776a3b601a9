//! How far AI and person come to the same answer (section 3).

use super::code::{Caveat, DecisionMark, FigureMethod, noted};
use super::context::Context;
use super::figure::{Drill, Figure};
use super::tally::LabelPairs;
use crate::stats::Level;
use crate::stats::agreement::{Agreement, Kappa, MOST_LABELS, Square, Weights, agreement, kappa};
use crate::stats::log::{ANOTHER, label, number};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

/// How far two columns of the log hold the same label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreementFigure {
    /// The share judged alike, with Wilson's interval.
    pub alike: Figure,
    /// Kappa, PABAK and AC1; nothing without records or with too many labels.
    pub agreement: Option<Agreement>,
    /// Kappa that takes off the same for each step, for three ordered labels or more.
    pub linear: Option<Kappa>,
    /// Kappa that takes off the square of the steps.
    pub quadratic: Option<Kappa>,
    /// The labels of the table in its order; empty when there are too many to show.
    pub labels: Vec<String>,
    /// The table: the AI's label down, the person's across.
    #[cfg_attr(feature = "contract", ts(type = "number[][]"))]
    pub table: Vec<Vec<u64>>,
    /// How it was made.
    pub method: FigureMethod,
    /// What to know about it.
    pub caveats: Vec<Caveat>,
}

/// Concordance of all decisions, and agreement where the first judgement is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Judgement {
    /// The AI's output and the final decision: the person had seen the output.
    pub concordance: AgreementFigure,
    /// The AI's output and the person's first judgement; nothing where none is logged.
    pub agreement: Option<AgreementFigure>,
}

/// The most labels of a table that is shown.
const SHOWN: usize = 20;

/// Makes concordance and agreement.
pub(super) fn judgement(made: &Context<'_>) -> Judgement {
    let sums = &made.sums;
    let labelled = Context::decided().with(&[DecisionMark::Labelled]);
    let first = Context::decided().with(&[DecisionMark::FirstKnown]);
    let mut concordance = figure(made, &sums.concordance, labelled, DecisionMark::FinalAsAi);
    concordance.caveats.insert(0, Caveat::Concordance);
    let agreement = figure(made, &sums.agreement, first, DecisionMark::FirstAsAi);
    Judgement {
        concordance,
        agreement: (sums.agreement.alike.of > 0).then_some(agreement),
    }
}

fn figure(
    made: &Context<'_>,
    found: &LabelPairs,
    base: Drill,
    same: DecisionMark,
) -> AgreementFigure {
    let level = made.level();
    let alike = Figure::share(found.alike, level, base.clone().with(&[same]), base);
    let table = Table::of(made, found);
    let agreed = table.as_ref().and_then(|table| table.agreement(level));
    let weighted = |weights| {
        let table = table
            .as_ref()
            .filter(|table| table.ordered && table.labels.len() > 2)?;
        Some(kappa(&table.square()?, weights, level))
    };
    let any = found.alike.of > 0;
    let paradox = agreed.is_some_and(|found| {
        let low = found.kappa.value.is_some_and(|kappa| kappa < 0.6);
        found.kappa.estimable && found.observed >= 0.8 && low
    });
    let caveats = [
        (!any, Caveat::NoData),
        (any && table.is_none(), Caveat::TooManyLabels),
        (
            agreed.is_some_and(|found| !found.kappa.estimable),
            Caveat::NotEstimable,
        ),
        (paradox, Caveat::Prevalence),
        (made.sums.thinned > 0, Caveat::Thinned),
    ];
    let shown = table.as_ref().filter(|table| table.labels.len() <= SHOWN);
    AgreementFigure {
        alike,
        agreement: agreed,
        linear: weighted(Weights::Linear),
        quadratic: weighted(Weights::Quadratic),
        labels: shown.map(|table| table.labels.clone()).unwrap_or_default(),
        table: shown.map(Table::rows).unwrap_or_default(),
        method: FigureMethod::Kappa,
        caveats: noted(&caveats),
    }
}

/// A table of the labels that were used.
struct Table {
    labels: Vec<String>,
    cells: Vec<u64>,
    /// Whether the labels have an order that says how far they are apart.
    ordered: bool,
}

impl Table {
    /// Nothing without records, or with more labels than are told apart.
    fn of(made: &Context<'_>, found: &LabelPairs) -> Option<Self> {
        let pairs = found.list();
        let used: BTreeSet<u16> = pairs.iter().flat_map(|(pair, _)| *pair).collect();
        if used.is_empty() || used.contains(&ANOTHER) || used.len() > MOST_LABELS {
            return None;
        }
        let mut used: Vec<(u16, &str)> = used
            .into_iter()
            .filter_map(|code| Some((code, made.log.labels.word(code)?)))
            .collect();
        let ordered = order(&mut used, &made.settings.label_order);
        let places: HashMap<u16, usize> = used
            .iter()
            .enumerate()
            .map(|(place, (code, _))| (*code, place))
            .collect();
        let mut cells = vec![0; used.len() * used.len()];
        for (pair, count) in pairs {
            let [row, column] = pair.map(|code| places.get(&code).copied());
            cells[row? * used.len() + column?] += count;
        }
        Some(Self {
            labels: used
                .into_iter()
                .map(|(_, label)| label.to_owned())
                .collect(),
            cells,
            ordered,
        })
    }

    fn square(&self) -> Option<Square> {
        match (self.labels.len(), &*self.cells) {
            // One label makes no square, but two of which one is not used do.
            (1, [all]) => Square::two_by_two(*all, 0, 0, 0),
            (labels, cells) => Square::new(labels, cells.to_vec()),
        }
    }

    fn agreement(&self, level: Level) -> Option<Agreement> {
        self.square().map(|square| agreement(&square, level))
    }

    fn rows(&self) -> Vec<Vec<u64>> {
        let rows = self.cells.chunks(self.labels.len());
        rows.map(<[u64]>::to_vec).collect()
    }
}

/// Puts labels in the order given, else as numbers, else as texts; tells whether steps between them
/// mean something.
fn order(labels: &mut [(u16, &str)], given: &[String]) -> bool {
    let place = |text: &str| given.iter().position(|word| label(word) == text);
    if !given.is_empty() && labels.iter().all(|(_, text)| place(text).is_some()) {
        labels.sort_by_key(|(_, text)| place(text));
        return true;
    }
    if given.is_empty() && labels.iter().all(|(_, text)| number(text).is_some()) {
        labels.sort_by(|(_, a), (_, b)| {
            let (x, y) = (number(a), number(b));
            x.partial_cmp(&y)
                .unwrap_or(Ordering::Equal)
                .then_with(|| a.cmp(b))
        });
        return true;
    }
    labels.sort_by_key(|(_, text)| *text);
    false
}
