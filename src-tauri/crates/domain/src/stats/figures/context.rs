//! What every section needs: the sums, what the denominators are, and which records stand behind.

use super::class::Class;
use super::code::Caveat;
use super::figure::{Drill, Figure};
use super::rates::Basis;
use super::scope::DaySpan;
use super::setting::FigureSettings;
use super::tally::{Sums, sums};
use super::volumes::{Exposed, PlacedVolume, Totalled, Use, chosen, differ, exposed, totalled};
use crate::decision::Disposition;
use crate::stats::Level;
use crate::stats::log::Log;
use crate::stats::rate::Tally;
use crate::volume::ExposureUnit;

const DECIDED: [Disposition; 3] = [
    Disposition::Accepted,
    Disposition::Modified,
    Disposition::Overridden,
];
const UNITS: [ExposureUnit; 3] = [
    ExposureUnit::Hours,
    ExposureUnit::Kilometres,
    ExposureUnit::Cases,
];

/// Everything that the sections are made from.
pub(super) struct Context<'a> {
    pub(super) log: &'a Log,
    pub(super) periods: &'a [DaySpan],
    pub(super) settings: &'a FigureSettings,
    pub(super) sums: Sums,
    /// Decisions by class, those of like cases beside each other.
    pub(super) classes: Vec<(Class, Tally)>,
    pub(super) basis: Basis,
    pub(super) totals: Option<Totalled>,
    pub(super) exposed: Vec<(ExposureUnit, Exposed)>,
    pub(super) volumes_differ: bool,
    pub(super) volumes_not_split: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        log: &'a Log,
        periods: &'a [DaySpan],
        volumes: &[PlacedVolume],
        settings: &'a FigureSettings,
    ) -> Self {
        let selection = &settings.selection;
        let of = |wanted| chosen(volumes, periods, selection, wanted);
        let mut uses = vec![of(Use::Totals)];
        uses.extend(UNITS.map(|unit| of(Use::Exposure(unit))));
        let mut sums = sums(log, periods, &mut uses, settings);
        let classes = sums.add_up(log);
        let totals = totalled(&uses[0], periods, settings);
        let stating = UNITS
            .iter()
            .zip(&uses[1..])
            .filter(|(_, volumes)| !volumes.is_empty());
        let basis = if sums.accepted_logged || settings.all_logged {
            Basis::Records
        } else if totals.is_some() {
            Basis::Volumes
        } else if sums.overall.of > 0 {
            Basis::Nothing
        } else {
            Basis::Records
        };
        let used = uses.iter().map(Vec::len).sum::<usize>();
        Self {
            exposed: stating
                .map(|(unit, volumes)| (*unit, exposed(volumes, periods, settings)))
                .collect(),
            volumes_differ: differ(&uses[0], sums.accepted_logged),
            volumes_not_split: used == 0 && !volumes.is_empty(),
            log,
            periods,
            settings,
            sums,
            classes,
            basis,
            totals,
        }
    }

    pub(super) fn level(&self) -> Level {
        self.settings.level
    }

    /// Records with an output and a final decision.
    pub(super) fn decided() -> Drill {
        Drill::of(&DECIDED)
    }

    /// Whether only some overrides are counted, so that accepted and counted are not all decisions.
    pub(super) fn counts_some(&self) -> bool {
        let selection = &self.settings.selection;
        selection.reason.is_some() || selection.direction.is_some()
    }

    /// Makes the override rate of some decisions from their records, and withholds it where no
    /// acceptance is logged.
    pub(super) fn rate(&self, tally: Tally, narrow: impl Fn(Drill) -> Drill) -> Figure {
        let (drill, base) = (narrow(self.settings.overrides()), narrow(Self::decided()));
        let figure = Figure::share(tally, self.level(), drill, base);
        if self.basis == Basis::Records || tally.of == 0 {
            figure
        } else {
            figure.withheld(Caveat::OnlyOverrides)
        }
    }
}
