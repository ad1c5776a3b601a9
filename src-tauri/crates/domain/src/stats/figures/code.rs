//! The codes that figures speak in. Each method and each caveat is a sentence in both languages,
//! which somebody who knows no statistics understands.

use crate::system::wire_enum;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// How a figure is made.
    FigureMethod {
        /// A share with Wilson's interval.
        Wilson,
        /// Counts of a stated total of outputs instead of single records.
        Volumes,
        /// A control chart of shares.
        PChart,
        /// A control chart of shares that allows for more than chance.
        PPrimeChart,
        /// A control chart of events by exposure.
        UChart,
        /// A control chart of events by exposure that allows for more than chance.
        UPrimeChart,
        /// Events by exposure with the exact Poisson interval.
        ExactPoisson,
        /// Cohen's kappa beside the share judged alike, PABAK and AC1.
        Kappa,
        /// Reasons in the order of their number.
        Pareto,
        /// Known outcomes, with bounds for those that are not known.
        OutcomeBounds,
        /// The exact test of McNemar.
        McNemar,
        /// Relative reliance, from first to final judgement.
        Reliance,
        /// The exact one-sided upper bound of the override rate against tau.
        VolumeSignal,
        /// The override rate's upper bound against the AI's known errors.
        StrongSignal,
        /// How long a look took.
        SpeedSignal,
        /// Seeded errors that were caught.
        SeededSignal,
        /// The exact one-sided lower bound of the override rate against 1 - tau.
        RejectionSignal,
        /// Pairs of like cases that were decided differently.
        Pairs,
        /// Chi-square of reviewers, dispersion and intraclass correlation.
        ChiSquare,
        /// The same with a permutation test, because counts are small.
        Permutation,
        /// Observed by expected overrides of the same mix of cases.
        Standardised,
    }
}

wire_enum! {
    /// What to know about a figure.
    Caveat {
        /// There is no record to count.
        NoData,
        /// Fewer than 20: the counts say more than the rate.
        Few,
        /// Only overrides are logged and no volume says of how many, so there is no rate.
        OnlyOverrides,
        /// The denominator is a stated total, not single records.
        FromVolumes,
        /// What the volumes state differs from what is logged.
        VolumesDiffer,
        /// A volume covers more than one period of the chart and is left out of it.
        VolumesTooCoarse,
        /// Volumes do not say anything about the chosen records.
        VolumesNotSplit,
        /// Decisions of one reviewer resemble each other; the wider interval allows for it.
        Clustered,
        /// Outputs used after a change count as overrides.
        ModifiedCounts,
        /// Outputs used after a change do not count as overrides.
        ModifiedDoesNotCount,
        /// Known wrong samples are among the records.
        SeededIncluded,
        /// Some overrides have no direction.
        NoDirection,
        /// Fewer than 20 periods in the baseline.
        Provisional,
        /// The baseline begins anew where the model version changed.
        NewBaseline,
        /// Few overrides are expected in a period, so the limits are exact ones.
        SmallCounts,
        /// The periods vary more than chance, and the limits are widened.
        Overdispersed,
        /// Nothing was overridden in the baseline: no limits.
        NothingOverridden,
        /// Everything was overridden in the baseline: no limits.
        EverythingOverridden,
        /// A falling or low rate is a signal too.
        LowSide,
        /// The person had seen the AI's answer.
        Concordance,
        /// One label only, so agreement cannot be told from chance.
        NotEstimable,
        /// One label is so frequent that kappa is low in spite of high agreement.
        Prevalence,
        /// Too many different labels for a table.
        TooManyLabels,
        /// Texts of some records were erased.
        Thinned,
        /// More than a tenth has no reason or "other".
        PoorlyCoded,
        /// More than half carry the same words.
        SameText,
        /// Some outcomes are not known.
        OutcomesMissing,
        /// The decision decides which outcomes become known.
        Selective,
        /// No case in which exactly one of AI and person was right and the person overrode.
        NoDiscordant,
        /// The signal is no proof: a very good AI looks alike.
        NotProof,
        /// Too few records to tell.
        CannotTell,
        /// No times are logged.
        NoTimes,
        /// No least time of a look is declared.
        NoMinimum,
        /// No known wrong samples were mixed in.
        NotSeeded,
        /// Cases have no category, so only the AI's output makes them alike.
        NoCategory,
        /// Some records have no reviewer.
        ReviewerUnstated,
        /// Fewer than two reviewers, or nothing that varies.
        NothingToCompare,
        /// Few overrides are expected of a reviewer, so the permutation test counts.
        SmallExpected,
        /// Reviewers with fewer than ten decisions are not shown.
        ReviewersHidden,
        /// Reviewers are not ranked.
        NoRanking,
        /// P-values are corrected for the number of reviewers.
        Corrected,
    }
}

wire_enum! {
    /// What may be true of a record, so that the log can list those behind a figure.
    DecisionMark {
        /// The final decision is stricter than the AI's output.
        Stricter,
        /// The final decision is more lenient than the AI's output.
        MoreLenient,
        /// The order of the labels says nothing about the two.
        NoDirection,
        /// Output and final decision are there.
        Labelled,
        /// The final decision is the AI's output.
        FinalAsAi,
        /// The outcome is known, and the output is there.
        OutcomeKnown,
        /// The outcome is not known, or the output is not there.
        OutcomeUnknown,
        /// The outcome is the AI's output.
        AiRight,
        /// The outcome is known and is not the AI's output.
        AiWrong,
        /// The outcome is the final decision.
        PersonRight,
        /// The first judgement and the AI's output are there.
        FirstKnown,
        /// The first judgement is the AI's output.
        FirstAsAi,
        /// The first judgement is the outcome.
        FirstRight,
        /// First judgement and outcome are known and differ.
        FirstWrong,
        /// The time of the look is logged.
        Timed,
        /// The look took less than two seconds.
        UnderTwoSeconds,
        /// A known wrong sample.
        Seeded,
        /// No known wrong sample.
        NotSeeded,
        /// Entered more than 24 hours after the decision.
        EnteredLate,
    }
}

/// Returns the caveats that apply.
pub(super) fn noted(caveats: &[(bool, Caveat)]) -> Vec<Caveat> {
    let applying = caveats.iter().filter(|(applies, _)| *applies);
    applying.map(|(_, caveat)| *caveat).collect()
}
