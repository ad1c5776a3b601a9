//! One walk over a log that adds up everything that the figures are made of.

use super::class::{ByNumber, Class, Classes};
use super::scope::{Counted, DaySpan, Scope};
use super::setting::{Direction, FigureSettings};
use super::volumes::{ByTime, VolumeTally};
use crate::decision::Disposition;
use crate::stats::log::{Latency, Log};
use crate::stats::outcome::Outcomes;
use crate::stats::rate::Tally;

/// The most labels whose pairs are counted in a table; more are counted in a map.
const TABLE: usize = 256;

/// Pairs of labels and how often each stands together, with how many are alike.
#[derive(Default)]
pub(super) struct LabelPairs {
    pub(super) alike: Tally,
    labels: usize,
    table: Vec<u64>,
    map: ByNumber<u32, u64>,
}

impl LabelPairs {
    fn new(labels: usize) -> Self {
        let labels = if labels <= TABLE { labels } else { 0 };
        Self {
            labels,
            table: vec![0; labels * labels],
            ..Self::default()
        }
    }

    fn add(&mut self, ai: u16, other: u16, alike: bool) {
        self.alike.of += 1;
        self.alike.count += u64::from(alike);
        let place = usize::from(ai) * self.labels + usize::from(other);
        match self.table.get_mut(place) {
            Some(count) if usize::from(other) < self.labels => *count += 1,
            _ => {
                *self
                    .map
                    .entry(u32::from(ai) << 16 | u32::from(other))
                    .or_default() += 1
            }
        }
    }

    /// Returns each pair, the AI's label first, with how often it stands together.
    pub(super) fn list(&self) -> Vec<([u16; 2], u64)> {
        let labels = self.labels.max(1);
        let in_table = self
            .table
            .iter()
            .enumerate()
            .map(|(place, count)| ([(place / labels) as u16, (place % labels) as u16], *count));
        let in_map = self.map.iter();
        let in_map = in_map.map(|(pair, count)| ([(pair >> 16) as u16, *pair as u16], *count));
        in_table
            .chain(in_map)
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}

/// Everything that was added up.
#[derive(Default)]
pub(super) struct Sums {
    pub(super) records: u64,
    pub(super) dispositions: [u64; 5],
    pub(super) entered_late: u64,
    pub(super) seeded: u64,
    pub(super) thinned: u64,
    /// Counted overrides of decisions.
    pub(super) overall: Tally,
    /// All overrides of decisions, whatever the selection counts.
    pub(super) all_overrides: Tally,
    /// Whether any acceptance is logged, chosen or not.
    pub(super) accepted_logged: bool,
    pub(super) periods: Vec<Tally>,
    /// Decisions by period and version, row by row.
    pub(super) period_versions: Vec<u64>,
    /// Counted overrides: stricter, more lenient, neither.
    pub(super) directions: [u64; 3],
    /// By the numbers of the log's words, and so are the next ones.
    pub(super) versions: Vec<Tally>,
    pub(super) points: Vec<Tally>,
    pub(super) reviewers: Vec<Tally>,
    /// Counted overrides: modified, overridden.
    pub(super) reasons: Vec<[u64; 2]>,
    /// The text that more than half of the counted overrides carry, if any does.
    pub(super) candidate: (u32, u64),
    pub(super) with_text: u64,
    pub(super) outcomes: Outcomes,
    pub(super) ai_errors: Tally,
    pub(super) caught: Tally,
    pub(super) latencies: Vec<Latency>,
    pub(super) hasty: Tally,
    pub(super) switched: Tally,
    pub(super) kept: Tally,
    pub(super) concordance: LabelPairs,
    pub(super) agreement: LabelPairs,
    classes: Classes,
    pub(super) uncategorised: u64,
}

/// Walks over the log once.
pub(super) fn sums(
    log: &Log,
    periods: &[DaySpan],
    volumes: &mut [Vec<VolumeTally<'_>>],
    settings: &FigureSettings,
) -> Sums {
    let mut scope = Scope::new(log, periods, settings);
    let mut sums = Sums {
        periods: vec![Tally::default(); periods.len()],
        period_versions: vec![0; periods.len() * log.versions.words.len()],
        points: vec![Tally::default(); log.points.words.len()],
        reasons: vec![[0; 2]; log.reasons.words.len()],
        concordance: LabelPairs::new(log.labels.len()),
        agreement: LabelPairs::new(log.labels.len()),
        classes: Classes::new(log),
        ..Sums::default()
    };
    let uses = volumes.iter_mut();
    let mut uses: Vec<ByTime<'_, '_>> = uses.map(|volumes| ByTime::new(log, volumes)).collect();
    for record in 0..log.len() {
        let Some(period) = scope.period(record) else {
            continue;
        };
        let disposition = log.disposition(record);
        sums.accepted_logged |= disposition == Disposition::Accepted;
        if !scope.chooses(record) {
            continue;
        }
        sums.count(log, record, disposition);
        let counted = scope.counted(record);
        for volumes in &mut uses {
            volumes.add(log, record, disposition, counted);
        }
        if counted == Counted::Undecided {
            continue;
        }
        let way = (counted == Counted::Override).then(|| scope.direction(record));
        sums.decided(log, record, period, counted, way);
        sums.judged(log, record, counted);
        sums.looked(log, record, disposition);
    }
    sums
}

impl Sums {
    fn count(&mut self, log: &Log, record: usize, disposition: Disposition) {
        let marks = log.marks[record];
        self.records += 1;
        self.dispositions[disposition as usize] += 1;
        self.entered_late += u64::from(marks.entered_late());
        self.seeded += u64::from(marks.seeded());
        self.thinned += u64::from(marks.thinned());
    }

    fn decided(
        &mut self,
        log: &Log,
        record: usize,
        period: usize,
        counted: Counted,
        way: Option<Option<Direction>>,
    ) {
        let is = counted == Counted::Override;
        let x = u64::from(is);
        let add = |tally: &mut Tally| {
            tally.of += 1;
            tally.count += x;
        };
        add(&mut self.overall);
        self.all_overrides.of += 1;
        self.all_overrides.count += u64::from(counted != Counted::Accepted);
        add(&mut self.periods[period]);
        let class = Class {
            version: log.versions.codes.get(record),
            output: log.ai.get(record),
            category: log.categories.codes.get(record),
            reviewer: log.reviewers.codes.get(record),
        };
        let words = log.versions.words.len();
        if usize::from(class.version) < words {
            self.period_versions[period * words + usize::from(class.version)] += 1;
        }
        if let Some(tally) = self
            .points
            .get_mut(usize::from(log.points.codes.get(record)))
        {
            add(tally);
        }
        add(self.classes.at(class));
        self.uncategorised += u64::from(class.category == 0);
        let Some(way) = way else { return };
        let place = match way {
            Some(Direction::Stricter) => 0,
            Some(Direction::MoreLenient) => 1,
            None => 2,
        };
        self.directions[place] += 1;
        let overridden = usize::from(log.disposition(record) == Disposition::Overridden);
        let reason = usize::from(log.reasons.codes.get(record));
        if let Some(counts) = self.reasons.get_mut(reason) {
            counts[overridden] += 1;
        }
        self.texted(log.texts[record]);
    }

    /// Keeps the text that may be that of more than half: each other one takes one of it away.
    fn texted(&mut self, text: u32) {
        if text == 0 {
            return;
        }
        self.with_text += 1;
        match &mut self.candidate {
            (kept, votes) if *votes == 0 => (*kept, *votes) = (text, 1),
            (kept, votes) if *kept == text => *votes += 1,
            (_, votes) => *votes -= 1,
        }
    }

    fn judged(&mut self, log: &Log, record: usize, counted: Counted) {
        let marks = log.marks[record];
        let [ai, first, last, outcome] =
            [&log.ai, &log.first, &log.last, &log.outcome].map(|codes| codes.get(record));
        if ai != 0 && last != 0 {
            self.concordance.add(ai, last, marks.last_as_ai());
        }
        if ai != 0 && first != 0 {
            self.agreement.add(ai, first, marks.first_as_ai());
        }
        let known = ai != 0 && outcome != 0;
        let right = marks.ai_right();
        let cells = &mut self.outcomes;
        let cell = match (counted, known, right) {
            (Counted::Accepted, false, _) => Some(&mut cells.accepted_unknown),
            (Counted::Accepted, true, true) => Some(&mut cells.accepted_right),
            (Counted::Accepted, true, false) => Some(&mut cells.accepted_wrong),
            (Counted::Override, false, _) => Some(&mut cells.overridden_unknown),
            (Counted::Override, true, true) => Some(&mut cells.overridden_right),
            (Counted::Override, true, false) => Some(&mut cells.overridden_wrong),
            (Counted::OtherOverride | Counted::Undecided, ..) => None,
        };
        if let Some(cell) = cell {
            *cell += 1;
        }
        if !known {
            return;
        }
        let person = marks.person_right();
        cells.person_right += u64::from(counted == Counted::Override && !right && person);
        if !marks.seeded() {
            self.ai_errors.of += 1;
            self.ai_errors.count += u64::from(!right);
        }
        if first == 0 {
            return;
        }
        let tally = match (right, marks.first_right()) {
            (true, false) => &mut self.switched,
            (false, true) => &mut self.kept,
            _ => return,
        };
        tally.of += 1;
        tally.count += u64::from(person);
    }

    fn looked(&mut self, log: &Log, record: usize, disposition: Disposition) {
        if log.marks[record].seeded() {
            self.caught.of += 1;
            self.caught.count += u64::from(disposition.is_override());
        }
        if let Some(latency) = log.latency(record) {
            self.latencies.push(latency);
            self.hasty.of += 1;
            self.hasty.count += u64::from(latency.ms() < 2_000);
        }
    }

    /// Returns the decisions by class, and adds up by version and by reviewer what is counted by both.
    pub(super) fn add_up(&mut self, log: &Log) -> Vec<(Class, Tally)> {
        let classes = self.classes.list();
        self.versions = vec![Tally::default(); log.versions.words.len()];
        self.reviewers = vec![Tally::default(); log.reviewers.words.len()];
        for (class, part) in &classes {
            let version = self.versions.get_mut(usize::from(class.version));
            let reviewer = self.reviewers.get_mut(usize::from(class.reviewer));
            for tally in [version, reviewer].into_iter().flatten() {
                tally.count += part.count;
                tally.of += part.of;
            }
        }
        classes
    }

    /// Counts the counted overrides that carry the text which may be that of more than half.
    pub(super) fn most_common_text(
        &self,
        log: &Log,
        periods: &[DaySpan],
        settings: &FigureSettings,
    ) -> Tally {
        let (text, votes) = self.candidate;
        if votes == 0 {
            return Tally::new(0, self.with_text);
        }
        let mut scope = Scope::new(log, periods, settings);
        let carry = (0..log.len()).filter(|record| {
            log.texts[*record] == text
                && scope.period(*record).is_some()
                && scope.chooses(*record)
                && scope.counted(*record) == Counted::Override
        });
        Tally::new(carry.count() as u64, self.with_text)
    }
}
