// What the analysis is asked for, and what it says first. Everything that was chosen stands in the address.
import type { ChartPeriod, ChartSignal, DecisionStats, DecisionStatsRequest, Figure, FigureSettings, Interval, Span } from "../../api/contract.gen";
import { briefDay, decimal, isoDay, month, number, percent, roundPercent, sentences, threeFigures } from "../../l10n/format";
import { t } from "../../l10n/index.svelte";

/** The override rate below which looking is doubted, where nobody chose another. */
export const TAU = 0.01;

/** How the figures are made where nobody chose otherwise, as the program has it. */
const DEFAULTS: FigureSettings = {
  unit: "week",
  selection: { decisionPoint: null, modelVersion: null, reviewer: null, category: null, reason: null, direction: null },
  modifiedCounts: true,
  labelOrder: [],
  tau: TAU,
  selective: false,
  minimumLatencyMs: null,
  allLogged: false,
  level: 0.95,
  rules: ["beyond", "one_side", "trend", "two_of_three"],
  baseline: 20,
  spread: "when_needed",
  correction: "holm",
};

export const UNITS: readonly Span[] = ["week", "month", "day"];
/** Periods that can be chosen by name, in days back from today. */
export const BACK = ["91", "182", "364"] as const;
const NONE = "none:";

/** Labels from lenient to strict, as an address has them. */
export function orderOf(query: URLSearchParams): string[] {
  return (query.get("order") ?? "").split("\n").filter(Boolean);
}

/** A share typed in per cent; nothing where it is none that can be doubted. */
export function shareOf(percent: string): number | null {
  const value = Number(percent.trim()) / 100;
  return percent.trim() !== "" && value > 0 && value < 1 ? value : null;
}

/** The settings that nobody can read off an address, as they are by default. */
export function defaultSettings(): FigureSettings {
  return structuredClone(DEFAULTS);
}

/** The request of an address; nothing without a system. */
export function requestOf(query: URLSearchParams, today: Date): DecisionStatsRequest | null {
  const system = query.get("system");
  if (!system) return null;
  const text = (name: string): string | null => {
    const value = query.get(name);
    return value === NONE ? "" : value || null;
  };
  const seconds = Number(query.get("least") ?? "");
  const settings: FigureSettings = {
    ...DEFAULTS,
    unit: UNITS.find((unit) => unit === query.get("unit")) ?? DEFAULTS.unit,
    selection: {
      ...DEFAULTS.selection,
      decisionPoint: text("point"),
      modelVersion: text("version"),
      category: text("category"),
      reviewer: text("reviewer"),
    },
    modifiedCounts: query.get("modified") !== "no",
    labelOrder: orderOf(query),
    tau: shareOf(query.get("tau") ?? "") ?? DEFAULTS.tau,
    allLogged: query.get("all") === "yes",
    selective: query.get("selective") === "yes",
    minimumLatencyMs: seconds > 0 ? Math.round(seconds * 1000) : null,
  };
  const back = Number(query.get("back") ?? "");
  if (back > 0) {
    const from = new Date(today.getTime() - (back - 1) * 86_400_000);
    return { system, from: isoDay(from), to: null, settings };
  }
  return { system, from: query.get("from"), to: query.get("to"), settings };
}

/** A period by the name that people give it. */
export function periodName(period: ChartPeriod, unit: Span): string {
  if (unit === "month") return month(period.from);
  if (unit === "day") return briefDay(period.from);
  return t("stat-week-of", { day: briefDay(period.from) });
}

/** The same where there is little room. */
export function periodLabel(period: ChartPeriod, unit: Span): string {
  return unit === "month" ? month(period.from) : briefDay(period.from);
}

export function ruleText(signal: ChartSignal): string {
  return t(`stat-rule-${signal.rule}`, { side: signal.side ?? "none" });
}

export function range({ lower, upper }: Interval): string {
  return t("stat-range", { lower: percent(lower), upper: percent(upper) });
}

/** A figure with all that must stand beside it. */
export function figureText(figure: Figure): string {
  const counts = t("stat-of", { count: number(figure.count), of: number(figure.of) });
  if (figure.of === 0) return t("stat-no-data");
  if (figure.value === null || !figure.interval) return counts;
  const more = { counts, rate: percent(figure.value), range: range(figure.interval) };
  return figure.few ? t("stat-figure-few", more) : t("stat-figure", more);
}

/** A figure as a row of a chart of intervals. */
export function intervalRow({ label, figure }: { label: string; figure: Figure }): {
  label: string;
  interval: readonly [number, number, number] | null;
  text: string;
  said: string;
} {
  const { value, interval } = figure;
  return {
    label,
    interval: value === null || !interval ? null : [interval.lower, value, interval.upper],
    text: value === null ? t("stat-no-rate") : percent(value),
    said: t("stat-said", { label, figure: figureText(figure) }),
  };
}

/** A p-value as people write it. */
export function pValue(p: number): string {
  return p < 0.001 ? t("stat-p-below", { p: decimal(0.001, 3) }) : t("stat-p", { p: decimal(p, 3) });
}

/** So many overrides are worth a picture where there is no rate. */
const PICTURED = 20;
/** So many periods with data make a chart over time. */
const CHARTED = 8;

/** Whether there are so few records that counts and reasons in sentences say all there is to say. */
export function isSmall({ figures }: DecisionStats): boolean {
  const { overall, basis } = figures.rates;
  return basis === "nothing" ? figures.counts.overrides < PICTURED : overall.few;
}

/** Whether there are periods enough for a control chart; fewer would only show chance. */
export function isCharted(points: readonly { value: number | null }[]): boolean {
  return periodsWithData(points) >= CHARTED;
}

function periodsWithData(points: readonly { value: number | null }[]): number {
  return points.filter((point) => point.value !== null).length;
}

/** What the page is headed with: the finding, not the topic. */
export function headline(stats: DecisionStats): string {
  const { systemName: system, figures, settings } = stats;
  const { overall, basis } = figures.rates;
  if (figures.counts.records === 0 && overall.of === 0) return t("stat-title-none", { system });
  if (basis === "nothing") return t("stat-title-refusals", { system, count: figures.counts.overrides });
  if (isSmall(stats)) return t("stat-title-few", { system, count: number(overall.count), of: number(overall.of) });
  const last = figures.chart.chart.signals.at(-1);
  const period = last && figures.chart.periods[last.at];
  const raised = new Set(figures.chart.chart.signals.map((signal) => signal.at)).size;
  if (period) return t("stat-title-signal", { system, count: raised, period: periodName(period, settings.unit) });
  return t("stat-title-calm", { system, rate: overall.value === null ? "" : percent(overall.value) });
}

/** The sentences that stand first. */
export function glance(stats: DecisionStats, reason: string): string[] {
  return [sayRate(stats), sayExposure(stats), sayTime(stats), sayAttention(stats), sayReason(stats, reason)].filter(Boolean);
}

function sayRate({ figures, settings }: DecisionStats): string {
  const { overall, basis } = figures.rates;
  if (basis === "nothing" && figures.counts.overrides > 0) {
    return t("stat-say-refusals", { count: figures.counts.overrides });
  }
  if (overall.value === null || !overall.interval) return t("stat-say-nothing");
  const said = {
    count: number(overall.count),
    of: number(overall.of),
    rate: percent(overall.value),
    lower: percent(overall.interval.lower),
    upper: percent(overall.interval.upper),
    level: roundPercent(settings.level),
  };
  return overall.few ? t("stat-say-few", said) : t("stat-say-rate", said);
}

/** Where no share can be told, the rate by exposure says how often it happens. */
function sayExposure({ figures }: DecisionStats): string {
  const found = figures.exposure.find((item) => item.value !== null);
  if (figures.rates.basis !== "nothing" || !found?.interval) return "";
  const hundred = (value: number): string => threeFigures(value * 100);
  return t("stat-say-exposure", {
    rate: hundred(found.value ?? 0),
    unit: t(`volume-unit-${found.unit}`),
    lower: hundred(found.interval.lower),
    upper: hundred(found.interval.upper),
  });
}

/** Whether the rate changes over time, in a sentence. */
export function sayTime(stats: DecisionStats): string {
  const { chart, periods } = stats.figures.chart;
  const { unit } = stats.settings;
  if (isSmall(stats) || stats.figures.rates.basis === "nothing") return "";
  if (!isCharted(chart.points)) return t("stat-say-few-periods", { unit, count: periodsWithData(chart.points) });
  const limits = chart.stretches.filter((stretch) => stretch.centre !== null && stretch.none === null);
  if (limits.length === 0) return t("stat-say-no-limits");
  const last = chart.signals.at(-1);
  const period = last && periods[last.at];
  const point = last && chart.points[last.at];
  const provisional = limits.some((stretch) => stretch.provisional) && t("stat-say-provisional");
  if (!last || !period) return sentences(t("stat-say-within", { unit, count: periodsWithData(chart.points) }), provisional);
  const most = point?.upper ?? null;
  const said = {
    period: periodName(period, unit),
    count: number(period.count),
    of: number(period.of ?? 0),
    rule: ruleText(last),
  };
  if (last.rule === "beyond" && last.side === "high" && most !== null && period.of) {
    return sentences(t("stat-say-above", { ...said, most: number(Math.floor(most * period.of)) }), provisional);
  }
  return sentences(t("stat-say-signal", said), provisional);
}

function sayAttention({ figures }: DecisionStats): string {
  const raised = figures.attention.signals.filter((signal) => signal.verdict === "raised");
  if (figures.rates.overall.of === 0 || figures.rates.basis === "nothing") return "";
  if (raised.length > 0) return sentences(...raised.map((signal) => t(`stat-sign-${signal.signal}-raised`)));
  const told = figures.attention.signals.some((signal) => signal.verdict === "not_raised");
  const fewest = figures.attention.fewest;
  if (told) return t("stat-say-looked");
  return fewest === null ? t("stat-say-cannot-tell") : t("stat-say-needs", { fewest: number(fewest), of: number(figures.rates.overall.of) });
}

/** Names the reason given most often, if one is, and if most overrides have a reason at all. */
function sayReason({ figures }: DecisionStats, reason: string): string {
  const [first, second] = figures.reasons.rows.filter((row) => row.code !== "");
  const told = figures.reasons.coded * 2 > figures.reasons.total && first?.figure.count !== second?.figure.count;
  if (!first || !reason || !told) return "";
  return t("stat-say-reason", { reason, count: number(first.figure.count), total: number(figures.reasons.total) });
}
