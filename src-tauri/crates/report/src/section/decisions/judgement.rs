//! How far people and AI judge alike, and what a second review found.

use super::super::voice::{Voice, thousands};
use super::{ends, in_line, notes};
use crate::model::{Block, Pair};
use assay_domain::facts::decisions::FrozenDecisions;
use assay_domain::stats::figures::AgreementFigure;
use assay_domain::stats::rate::Rate;
use assay_domain::stats::second_review::SecondReviewFigures;

pub(super) fn blocks(voice: &Voice<'_>, facts: &FrozenDecisions) -> Vec<Block> {
    let judgement = &facts.figures.judgement;
    let mut blocks = vec![Block::heading(1, voice.t("paper-decisions-judgement"))];
    blocks.extend(agreement(
        voice,
        "paper-decisions-concordance",
        &judgement.concordance,
    ));
    if let Some(first) = &judgement.agreement {
        blocks.extend(agreement(voice, "paper-decisions-agreement", first));
    }
    if let Some(again) = &facts.second_review {
        blocks.extend(second_review(voice, &again.figures));
    }
    blocks
}

fn agreement(voice: &Voice<'_>, title: &str, figure: &AgreementFigure) -> Vec<Block> {
    let mut pairs = vec![Pair::new(
        voice.t("paper-decisions-judged-alike"),
        in_line(voice, &figure.alike),
    )];
    if let Some(agreed) = &figure.agreement {
        let kappa = agreed.kappa.value.filter(|_| agreed.kappa.estimable);
        pairs.extend([
            Pair::new(voice.t("paper-decisions-kappa"), coefficient(voice, kappa)),
            Pair::new("PABAK", coefficient(voice, Some(agreed.pabak))),
            Pair::new("AC1", coefficient(voice, Some(agreed.ac1))),
        ]);
    }
    vec![
        Block::heading(2, voice.t(title)),
        Block::Pairs(pairs),
        notes(voice, figure.method, &figure.caveats),
    ]
}

/// A coefficient with two decimals.
fn coefficient(voice: &Voice<'_>, value: Option<f64>) -> String {
    value.map_or_else(|| voice.t("paper-unknown"), |value| format!("{value:.2}"))
}

fn second_review(voice: &Voice<'_>, found: &SecondReviewFigures) -> [Block; 2] {
    let rate = |rate: Option<Rate>| match rate {
        Some(rate) => {
            let args = [
                ("count", thousands(rate.count).into()),
                ("of", thousands(rate.of).into()),
                ("share", voice.percent(Some(rate.value)).into()),
                ("interval", ends(voice, Some(rate.interval)).into()),
            ];
            voice.say("paper-decisions-share", &args)
        }
        None => voice.t("paper-unknown"),
    };
    let pairs = vec![
        Pair::new(voice.t("paper-decisions-cases"), thousands(found.cases)),
        Pair::new(voice.t("paper-decisions-judged"), thousands(found.judged)),
        Pair::new(
            voice.t("paper-decisions-missed-errors"),
            rate(found.missed_errors),
        ),
        Pair::new(voice.t("paper-decisions-precision"), rate(found.precision)),
        Pair::new(voice.t("paper-decisions-needless"), rate(found.needless)),
    ];
    [
        Block::heading(2, voice.t("paper-decisions-again")),
        Block::Pairs(pairs),
    ]
}
