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

impl Law {
    fn deviation(self, centre: f64, size: f64) -> f64 {
        match self {
            Self::Binomial => (centre * (1.0 - centre) / size).sqrt(),
            Self::Poisson => (centre / size).sqrt(),
        }
    }

    const fn highest(self) -> f64 {
        match self {
            Self::Binomial => 1.0,
            Self::Poisson => f64::INFINITY,
        }
    }

    fn exact(self, centre: f64, size: f64) -> Option<CountLimits> {
        if centre * size >= 5.0 {
            return None;
        }
        Some(match self {
            Self::Binomial => binomial_limits(size as u64, centre),
            Self::Poisson => poisson_limits(centre * size),
        })
    }
}

/// Makes the chart of periods, stretch by stretch.
pub(super) fn chart(units: &[Unit], law: Law, plan: &ChartPlan) -> Chart {
    let mut chart = Chart::default();
    for (from, to) in borders(units.len(), &plan.stretches) {
        let (stretch, points) = limits(&units[from..to], from, law, plan);
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
fn limits(units: &[Unit], from: usize, law: Law, plan: &ChartPlan) -> (Stretch, Vec<ChartPoint>) {
    let with_data = units.iter().enumerate().filter(|(_, unit)| unit.is_some());
    let of_baseline: Vec<usize> = with_data
        .take(plan.baseline as usize)
        .map(|(index, _)| index)
        .collect();
    let end = of_baseline.last().map_or(0, |last| last + 1);
    let sum = |part: fn((f64, f64)) -> f64| -> f64 {
        let baseline = units[..end].iter().flatten();
        baseline.map(|unit| part(*unit)).sum()
    };
    let (count, size) = (sum(|(count, _)| count), sum(|(_, size)| size));
    let none = if of_baseline.is_empty() {
        Some(NoChart::NoData)
    } else if count == 0.0 {
        Some(NoChart::Nothing)
    } else if law == Law::Binomial && count >= size {
        Some(NoChart::Everything)
    } else {
        None
    };
    let centre = count / size;
    let limited = none.is_none() && centre.is_finite() && centre > 0.0;
    let z = |unit: &Unit| {
        let (count, size) = unit.filter(|_| limited)?;
        let z = (count / size - centre) / law.deviation(centre, size);
        z.is_finite().then_some(z)
    };
    let deviates: Vec<Option<f64>> = units.iter().map(z).collect();
    let variation = Variation::of(&deviates[..end]);
    let factor = variation.factor(plan.spread);
    let stretch = Stretch {
        from: place(from),
        to: place(from + units.len()),
        baseline: place(of_baseline.len()),
        provisional: of_baseline.len() < BASELINE as usize,
        centre: (!of_baseline.is_empty() && centre.is_finite()).then_some(centre),
        none: none.or((!limited).then_some(NoChart::NoData)),
        chi_square: variation.chi_square,
        df: variation.df,
        p_value: variation.p_value,
        sigma_z: variation.sigma_z,
        sigma_z_sd: variation.sigma_z_sd,
        factor,
    };
    let points = units.iter().zip(deviates).enumerate();
    let points = points.map(|(index, (unit, z))| {
        let exact = unit
            .filter(|_| limited)
            .and_then(|(_, size)| law.exact(centre, size));
        let limit = |sign: f64| {
            let (_, size) = unit.filter(|_| limited)?;
            let limit = match exact {
                Some(CountLimits { lower, .. }) if sign < 0.0 => lower as f64 / size,
                Some(CountLimits { upper, .. }) => upper as f64 / size,
                None => centre + sign * 3.0 * factor * law.deviation(centre, size),
            };
            let limit = limit.clamp(0.0, law.highest());
            limit.is_finite().then_some(limit)
        };
        ChartPoint {
            value: unit
                .map(|(count, size)| count / size)
                .filter(|v| v.is_finite()),
            lower: limit(-1.0),
            upper: limit(1.0),
            z,
            judged: z.map(|z| z / factor).filter(|z| z.is_finite()),
            exact,
            baseline: index < end && unit.is_some(),
        }
    });
    (stretch, points.collect())
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
