//! Centre and limits: the part that charts of shares and of exposure have in common.

use super::exact::{CountLimits, binomial_limits, poisson_limits};
use super::rule::{self, Side};
use super::{BASELINE, Chart, ChartPlan, ChartPoint, NoChart, Spread, Stretch};
use crate::stats::law::chi_square_above;

/// Count and size of a period; nothing for a gap.
pub(super) type Unit = Option<(f64, f64)>;

/// The law that counts would follow if nothing but chance varied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Law {
    Binomial,
    Poisson,
}

/// A law about its centre: what periods are judged by.
#[derive(Clone, Copy)]
struct Chance {
    law: Law,
    centre: f64,
}

/// Where the rate of a period ends that varies by chance alone.
#[derive(Default)]
struct Limits {
    lower: Option<f64>,
    upper: Option<f64>,
    /// The counts behind them, where they come from the law itself.
    exact: Option<CountLimits>,
}

impl Chance {
    /// How many standard deviations a period lies from the centre.
    fn deviate(self, (count, size): (f64, f64)) -> Option<f64> {
        let z = (count / size - self.centre) / self.deviation(size);
        z.is_finite().then_some(z)
    }

    fn deviation(self, size: f64) -> f64 {
        let centre = self.centre;
        match self.law {
            Law::Binomial => (centre * (1.0 - centre) / size).sqrt(),
            Law::Poisson => (centre / size).sqrt(),
        }
    }

    /// Returns the limits of a period of a size, the standard deviation times a factor.
    fn limits(self, size: f64, factor: f64) -> Limits {
        let exact = self.exact(size);
        let (lower, upper) = match exact {
            Some(CountLimits { lower, upper }) => (lower as f64 / size, upper as f64 / size),
            None => {
                let apart = 3.0 * factor * self.deviation(size);
                (self.centre - apart, self.centre + apart)
            }
        };
        let possible = |limit: f64| {
            let limit = limit.clamp(0.0, self.highest());
            limit.is_finite().then_some(limit)
        };
        Limits {
            lower: possible(lower),
            upper: possible(upper),
            exact,
        }
    }

    fn exact(self, size: f64) -> Option<CountLimits> {
        if self.centre * size >= 5.0 {
            return None;
        }
        Some(match self.law {
            Law::Binomial => binomial_limits(size as u64, self.centre),
            Law::Poisson => poisson_limits(self.centre * size),
        })
    }

    const fn highest(self) -> f64 {
        match self.law {
            Law::Binomial => 1.0,
            Law::Poisson => f64::INFINITY,
        }
    }
}

/// Makes the chart of periods, stretch by stretch.
pub(super) fn chart(units: &[Unit], law: Law, plan: &ChartPlan) -> Chart {
    let mut chart = Chart::default();
    for (from, to) in borders(units.len(), &plan.stretches) {
        let (stretch, points) = stretch(&units[from..to], from, law, plan);
        let judged: Vec<Option<f64>> = points.iter().map(|point| point.judged).collect();
        let beyond: Vec<Option<Side>> = points.iter().map(outside).collect();
        let mut signals = rule::raised(&judged, &beyond, &plan.rules);
        for signal in &mut signals {
            signal.from += stretch.from;
            signal.at += stretch.from;
        }
        chart.stretches.push(stretch);
        chart.points.extend(points);
        chart.signals.extend(signals);
    }
    chart
}

/// Which limit a point lies beyond.
///
/// The deviate decides, since the division of limits by sizes rounds; the law's own limits are
/// counts, and decide themselves.
fn outside(point: &ChartPoint) -> Option<Side> {
    if point.exact.is_none() {
        return point.judged.and_then(|z| rule::side(z, 3.0));
    }
    let value = point.value?;
    if value > point.upper? {
        Some(Side::High)
    } else if value < point.lower? {
        Some(Side::Low)
    } else {
        None
    }
}

fn borders(periods: usize, starts: &[u32]) -> Vec<(usize, usize)> {
    let starts = starts.iter().map(|start| *start as usize);
    let mut starts: Vec<usize> = starts
        .filter(|start| *start > 0 && *start < periods)
        .chain((periods > 0).then_some(0))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([periods]);
    starts.iter().copied().zip(ends).collect()
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Returns a stretch with the points of its periods.
fn stretch(units: &[Unit], from: usize, law: Law, plan: &ChartPlan) -> (Stretch, Vec<ChartPoint>) {
    let baseline = Baseline::of(units, plan.baseline as usize);
    let chance = baseline.chance(law);
    let deviate = |unit: &Unit| chance.ok()?.deviate((*unit)?);
    let deviates: Vec<Option<f64>> = units.iter().map(deviate).collect();
    let variation = Variation::of(&deviates[..baseline.end]);
    let factor = variation.factor(plan.spread);
    let points = units.iter().zip(deviates).enumerate();
    let points = points.map(|(index, (unit, z))| {
        let limits = unit.zip(chance.ok());
        let limits = limits.map(|((_, size), chance)| chance.limits(size, factor));
        let limits = limits.unwrap_or_default();
        let value = unit.map(|(count, size)| count / size);
        ChartPoint {
            value: value.filter(|value| value.is_finite()),
            lower: limits.lower,
            upper: limits.upper,
            z,
            judged: z.map(|z| z / factor).filter(|z| z.is_finite()),
            exact: limits.exact,
            baseline: index < baseline.end && unit.is_some(),
        }
    });
    let stretch = Stretch {
        from: place(from),
        to: place(from + units.len()),
        baseline: place(baseline.periods),
        provisional: baseline.periods < BASELINE as usize,
        centre: baseline.centre(),
        none: chance.err(),
        chi_square: variation.chi_square,
        df: variation.df,
        p_value: variation.p_value,
        sigma_z: variation.sigma_z,
        sigma_z_sd: variation.sigma_z_sd,
        factor,
    };
    (stretch, points.collect())
}

/// The first periods with data of a stretch, which say what is to be expected of all.
struct Baseline {
    /// How many periods with data.
    periods: usize,
    /// The period after its last.
    end: usize,
    count: f64,
    size: f64,
}

impl Baseline {
    /// Takes so many periods with data, or as many as there are.
    fn of(units: &[Unit], most: usize) -> Self {
        let with_data = units.iter().enumerate().filter(|(_, unit)| unit.is_some());
        let periods: Vec<usize> = with_data.take(most).map(|(index, _)| index).collect();
        let end = periods.last().map_or(0, |last| last + 1);
        let units = || units[..end].iter().flatten();
        Self {
            periods: periods.len(),
            end,
            count: units().map(|(count, _)| count).sum(),
            size: units().map(|(_, size)| size).sum(),
        }
    }

    /// Its rate; nothing without data.
    fn centre(&self) -> Option<f64> {
        let centre = self.count / self.size;
        centre.is_finite().then_some(centre)
    }

    /// Returns what the periods are judged by, or why they can't be judged.
    fn chance(&self, law: Law) -> Result<Chance, NoChart> {
        if self.periods == 0 {
            return Err(NoChart::NoData);
        }
        if self.count == 0.0 {
            return Err(NoChart::Nothing);
        }
        if law == Law::Binomial && self.count >= self.size {
            return Err(NoChart::Everything);
        }
        let centre = self.centre().filter(|centre| *centre > 0.0);
        let centre = centre.ok_or(NoChart::NoData)?;
        Ok(Chance { law, centre })
    }
}

/// How much the deviates of a baseline vary.
#[derive(Default)]
struct Variation {
    chi_square: Option<f64>,
    df: Option<u32>,
    p_value: Option<f64>,
    sigma_z: Option<f64>,
    sigma_z_sd: Option<f64>,
}

impl Variation {
    fn of(deviates: &[Option<f64>]) -> Self {
        let z: Vec<f64> = deviates.iter().flatten().copied().collect();
        if z.len() < 2 {
            return Self::default();
        }
        let n = z.len() as f64;
        let df = z.len() - 1;
        let chi_square: f64 = z.iter().map(|z| z * z).sum();
        let mean = z.iter().sum::<f64>() / n;
        let squares: f64 = z.iter().map(|z| (z - mean) * (z - mean)).sum();
        // A period without data parts its neighbours: they are not one range apart.
        let ranges: Vec<f64> = deviates
            .windows(2)
            .filter_map(|pair| Some((pair[1]? - pair[0]?).abs()))
            .collect();
        let mean_range = ranges.iter().sum::<f64>() / ranges.len() as f64;
        Self {
            chi_square: Some(chi_square),
            df: Some(place(df)),
            p_value: Some(chi_square_above(chi_square, df as u64)),
            sigma_z: (!ranges.is_empty()).then_some(mean_range / 1.128),
            sigma_z_sd: Some((squares / df as f64).sqrt()),
        }
    }

    fn factor(&self, spread: Spread) -> f64 {
        let sigma = self.sigma_z.unwrap_or(1.0);
        match spread {
            Spread::Plain => 1.0,
            Spread::Laney => sigma.max(1.0),
            Spread::LaneyUnbounded if sigma > 0.0 => sigma,
            Spread::LaneyUnbounded => 1.0,
            Spread::WhenNeeded if self.p_value.is_some_and(|p| p < 0.05) => sigma.max(1.0),
            Spread::WhenNeeded => 1.0,
        }
    }
}
