//! Stated totals and exposure as denominators.
//!
//! A volume speaks for its decision point and model version, or for all. Where one for all and ones
//! for parts speak of the same days, the widest counts and the others do not, so that no output is
//! counted twice.

use super::scope::{Counted, DaySpan};
use super::setting::{FigureSelection, FigureSettings};
use crate::decision::Disposition;
use crate::stats::log::Log;
use crate::stats::rate::Tally;
use crate::volume::{ExposureUnit, VolumeFacts};

/// A volume with the moments at which its days begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedVolume {
    /// What it says.
    pub facts: VolumeFacts,
    /// Its days.
    pub span: DaySpan,
}

/// What was logged within a volume.
#[derive(Clone, Copy, Default)]
struct Logged {
    accepted: u64,
    modified: u64,
    overridden: u64,
    counted: u64,
}

/// A volume that counts, and what was logged within it.
pub(super) struct VolumeTally<'a> {
    volume: &'a PlacedVolume,
    logged: Logged,
}

/// What a volume is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Totals,
    Exposure(ExposureUnit),
}

impl Use {
    fn has(self, facts: &VolumeFacts) -> bool {
        match self {
            Self::Totals => !facts.totals.is_unknown(),
            Self::Exposure(unit) => facts.exposure.is_some_and(|exposure| exposure.unit == unit),
        }
    }
}

/// Returns the volumes that speak about the chosen records and lie within the time, so that none
/// counts an output twice.
pub(super) fn chosen<'a>(
    volumes: &'a [PlacedVolume],
    periods: &[DaySpan],
    selection: &FigureSelection,
    wanted: Use,
) -> Vec<VolumeTally<'a>> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Vec::new();
    };
    if selection.reviewer.is_some() || selection.category.is_some() {
        return Vec::new();
    }
    let asked = |wanted: &Option<String>, stated: &str| wanted.as_ref().is_none_or(|w| w == stated);
    let mut speaking: Vec<&PlacedVolume> = volumes
        .iter()
        .filter(|volume| {
            let facts = &volume.facts;
            wanted.has(facts)
                && asked(&selection.decision_point, &facts.decision_point)
                && asked(&selection.model_version, &facts.model_version)
                && first.start <= volume.span.start
                && volume.span.end <= last.end
        })
        .collect();
    speaking.sort_by(|a, b| {
        let width = |facts: &VolumeFacts| {
            u8::from(!facts.decision_point.is_empty()) + u8::from(!facts.model_version.is_empty())
        };
        width(&a.facts)
            .cmp(&width(&b.facts))
            .then_with(|| a.span.start.cmp(&b.span.start))
    });
    let mut taken: Vec<&PlacedVolume> = Vec::new();
    for volume in speaking {
        if !taken.iter().any(|other| meet(other, volume)) {
            taken.push(volume);
        }
    }
    let tally = |volume| VolumeTally {
        volume,
        logged: Logged::default(),
    };
    taken.into_iter().map(tally).collect()
}

/// Tells whether two volumes may speak of the same output.
fn meet(one: &PlacedVolume, other: &PlacedVolume) -> bool {
    let alike = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
    alike(&one.facts.decision_point, &other.facts.decision_point)
        && alike(&one.facts.model_version, &other.facts.model_version)
        && one.span.start < other.span.end
        && other.span.start < one.span.end
}

/// Volumes by what they speak about, each list in the order of time.
pub(super) struct ByTime<'v, 'a> {
    groups: Vec<Group<'v, 'a>>,
}

struct Group<'v, 'a> {
    point: Option<u16>,
    version: Option<u16>,
    volumes: Vec<(i64, i64, &'v mut VolumeTally<'a>)>,
}

impl<'v, 'a> ByTime<'v, 'a> {
    pub(super) fn new(log: &Log, volumes: &'v mut [VolumeTally<'a>]) -> Self {
        let mut groups: Vec<Group<'v, 'a>> = Vec::new();
        for tally in volumes {
            let facts = &tally.volume.facts;
            // A word that no record has is one that no record matches.
            let word = |text: &str, number: Option<u16>| {
                (!text.is_empty()).then(|| number.unwrap_or(u16::MAX - 1))
            };
            let point = word(
                &facts.decision_point,
                log.points.words.find(&facts.decision_point),
            );
            let version = word(
                &facts.model_version,
                log.versions.words.find(&facts.model_version),
            );
            let (start, end) = tally.volume.span.seconds();
            let found = groups
                .iter_mut()
                .find(|g| g.point == point && g.version == version);
            match found {
                Some(group) => group.volumes.push((start, end, tally)),
                None => groups.push(Group {
                    point,
                    version,
                    volumes: vec![(start, end, tally)],
                }),
            }
        }
        for group in &mut groups {
            group.volumes.sort_by_key(|(start, ..)| *start);
        }
        Self { groups }
    }

    pub(super) fn add(&mut self, log: &Log, record: usize, is: Disposition, counted: Counted) {
        let at = i64::from(log.seconds[record]);
        for group in &mut self.groups {
            let speaks =
                |wanted: Option<u16>, code: u16| wanted.is_none_or(|wanted| wanted == code);
            if !speaks(group.point, log.points.codes.get(record))
                || !speaks(group.version, log.versions.codes.get(record))
            {
                continue;
            }
            let after = group.volumes.partition_point(|(start, ..)| *start <= at);
            let found = after
                .checked_sub(1)
                .and_then(|place| group.volumes.get_mut(place));
            if let Some((_, end, tally)) = found
                && at < *end
            {
                let logged = &mut tally.logged;
                logged.accepted += u64::from(is == Disposition::Accepted);
                logged.modified += u64::from(is == Disposition::Modified);
                logged.overridden += u64::from(is == Disposition::Overridden);
                logged.counted += u64::from(counted == Counted::Override);
            }
        }
    }
}

impl VolumeTally<'_> {
    fn modified(&self) -> u64 {
        self.volume
            .facts
            .totals
            .modified
            .unwrap_or(self.logged.modified)
    }

    fn overridden(&self) -> u64 {
        self.volume
            .facts
            .totals
            .overridden
            .unwrap_or(self.logged.overridden)
    }

    /// Returns all overrides, whatever the selection counts.
    fn all(&self, settings: &FigureSettings) -> u64 {
        let modified = if settings.modified_counts {
            self.modified()
        } else {
            0
        };
        self.overridden() + modified
    }

    /// Returns the overrides that the selection counts: those stated, or logged where only some are
    /// asked for, since no volume says why or which way.
    fn counted(&self, settings: &FigureSettings) -> u64 {
        let some = settings.selection.reason.is_some() || settings.selection.direction.is_some();
        if some {
            self.logged.counted
        } else {
            self.all(settings)
        }
    }

    /// Returns how many outputs a person decided on, where the totals tell.
    fn decided(&self) -> Option<u64> {
        let totals = &self.volume.facts.totals;
        let others = self.modified() + self.overridden();
        let seen = || {
            let unseen = totals.automatic?.checked_add(totals.not_reviewed?)?;
            totals.issued?.checked_sub(unseen)
        };
        match totals.accepted {
            Some(accepted) => Some(accepted + others),
            None => seen().filter(|seen| *seen >= others),
        }
    }

    pub(super) fn exposure(&self) -> f64 {
        let exposure = self.volume.facts.exposure;
        exposure.map_or(0.0, |exposure| exposure.amount.millionths() as f64 / 1e6)
    }

    /// Tells whether what is stated differs from what is logged, acceptances only where any are.
    fn differs(&self, accepted_logged: bool) -> bool {
        let totals = &self.volume.facts.totals;
        let apart = |stated: Option<u64>, logged| stated.is_some_and(|stated| stated != logged);
        apart(totals.modified, self.logged.modified)
            || apart(totals.overridden, self.logged.overridden)
            || accepted_logged && apart(totals.accepted, self.logged.accepted)
    }

    /// Returns the period that holds the volume whole.
    fn period(&self, periods: &[DaySpan]) -> Option<usize> {
        let span = &self.volume.span;
        let after = periods.partition_point(|period| period.start <= span.start);
        let place = after.checked_sub(1)?;
        (span.end <= periods[place].end).then_some(place)
    }
}

/// Volumes added up: overrides of decisions.
pub(super) struct Totalled {
    /// Overrides that the selection counts.
    pub(super) overall: Tally,
    /// All overrides.
    pub(super) all_overrides: Tally,
    pub(super) periods: Vec<Tally>,
    pub(super) too_coarse: bool,
}

/// Adds up the volumes that tell how many outputs were decided on; nothing when none does.
pub(super) fn totalled(
    volumes: &[VolumeTally<'_>],
    periods: &[DaySpan],
    settings: &FigureSettings,
) -> Option<Totalled> {
    let mut sum = Totalled {
        overall: Tally::default(),
        all_overrides: Tally::default(),
        periods: vec![Tally::default(); periods.len()],
        too_coarse: false,
    };
    let mut any = false;
    for volume in volumes {
        let Some(decided) = volume.decided() else {
            continue;
        };
        any = true;
        let counted = volume.counted(settings).min(decided);
        let add = |tally: &mut Tally, count| {
            tally.count += count;
            tally.of += decided;
        };
        add(&mut sum.overall, counted);
        add(&mut sum.all_overrides, volume.all(settings));
        match volume.period(periods) {
            Some(period) => add(&mut sum.periods[period], counted),
            None => sum.too_coarse = true,
        }
    }
    any.then_some(sum)
}

/// Tells whether any volume states something else than what is logged within it.
pub(super) fn differ(volumes: &[VolumeTally<'_>], accepted_logged: bool) -> bool {
    volumes.iter().any(|volume| volume.differs(accepted_logged))
}

/// Events and exposure of one unit.
pub(super) struct Exposed {
    pub(super) count: u64,
    pub(super) exposure: f64,
    pub(super) periods: Vec<(u64, f64)>,
    pub(super) too_coarse: bool,
}

/// Adds up the exposure of volumes and the overrides within them.
pub(super) fn exposed(
    volumes: &[VolumeTally<'_>],
    periods: &[DaySpan],
    settings: &FigureSettings,
) -> Exposed {
    let mut sum = Exposed {
        count: 0,
        exposure: 0.0,
        periods: vec![(0, 0.0); periods.len()],
        too_coarse: false,
    };
    for volume in volumes {
        let (count, exposure) = (volume.counted(settings), volume.exposure());
        sum.count += count;
        sum.exposure += exposure;
        match volume.period(periods) {
            Some(period) => {
                sum.periods[period].0 += count;
                sum.periods[period].1 += exposure;
            }
            None => sum.too_coarse = true,
        }
    }
    sum
}
