// The analysis of the memory backend's log: 26 weeks with one signal, or a log that is too small.
import { outcome } from "./reviewFixtures";
import type {
  Caveat,
  ChartPeriod,
  ChartPoint,
  DecisionMark,
  DecisionStats,
  DecisionStatsRequest,
  Disposition,
  Drill,
  Figure,
  FigureMethod,
  Figures,
  Interval,
  SignalFigure,
  SystemRow,
} from "./contract.gen";

/** Decisions and overrides of each week, the last but one out of the ordinary. */
const WEEKS: readonly [of: number, count: number][] = [
  [880, 32], [905, 24], [912, 36], [931, 29], [903, 24], [897, 25], [889, 24], [921, 29], [915, 30], [932, 30],
  [907, 21], [880, 26], [918, 29], [896, 34], [903, 29], [911, 35], [887, 26], [925, 30], [902, 35], [913, 32],
  [912, 36], [891, 31], [903, 26], [898, 38], [905, 50], [860, 33],
];
const DAY = 86_400_000;
const Z = 1.959963984540054;
const OVERRIDES: Disposition[] = ["modified", "overridden"];
const DECIDED: Disposition[] = ["accepted", "modified", "overridden"];

export type Kind = "full" | "few" | "refusals" | "none";

export function wilson(count: number, of: number): Interval | null {
  if (of === 0) return null;
  const p = count / of;
  const base = 1 + (Z * Z) / of;
  const centre = (p + (Z * Z) / (2 * of)) / base;
  const half = (Z / base) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return { lower: count === 0 ? 0 : Math.max(0, centre - half), upper: count === of ? 1 : Math.min(1, centre + half) };
}

function drill(dispositions: Disposition[], more: Partial<Drill> = {}): Drill {
  return { dispositions, marks: [], ...more };
}

function share(count: number, of: number, more: { drill?: Drill; base?: Drill; caveats?: Caveat[]; method?: FigureMethod } = {}): Figure {
  const own: Caveat[] = of === 0 ? ["no_data"] : of < 20 ? ["few"] : [];
  return {
    count,
    of,
    value: of === 0 ? null : count / of,
    interval: wilson(count, of),
    few: of < 20,
    method: more.method ?? "wilson",
    caveats: [...own, ...(more.caveats ?? [])],
    drill: more.drill ?? drill(OVERRIDES),
    base: more.base ?? drill(DECIDED),
  };
}

const marked = (marks: DecisionMark[], dispositions: Disposition[] = DECIDED): Drill => drill(dispositions, { marks });

function periods(weeks: readonly [number, number][]): ChartPeriod[] {
  const last = Date.parse("2026-11-16");
  const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return weeks.map(([of, count], index): ChartPeriod => {
    const from = last - (weeks.length - 1 - index) * 7 * DAY;
    const days = { from: iso(from), to: iso(from + 6 * DAY) };
    const version = index < 4 ? "2.3.0" : "2.4.1";
    return { ...days, count, of, exposure: null, interval: wilson(count, of), version, drill: drill(OVERRIDES, days) };
  });
}

function chart(weeks: readonly [number, number][]): Figures["chart"] {
  const sum = weeks.slice(0, 20).reduce((all, [of, count]) => [all[0] + of, all[1] + count] as const, [0, 0] as const);
  const centre = sum[0] === 0 ? 0 : sum[1] / sum[0];
  const points = weeks.map(([of, count], index): ChartPoint => {
    const value = of === 0 ? null : count / of;
    const s = Math.sqrt((centre * (1 - centre)) / Math.max(1, of));
    const z = value === null || s === 0 ? null : (value - centre) / s;
    return { value, lower: Math.max(0, centre - 3 * s), upper: centre + 3 * s, z, judged: z, exact: null, baseline: index < 20 };
  });
  const at = points.findIndex((point) => (point.judged ?? 0) > 3);
  return {
    periods: periods(weeks),
    chart: {
      stretches: [
        { from: 0, to: weeks.length, baseline: Math.min(20, weeks.length), provisional: weeks.length < 20, centre, none: null, chiSquare: 18.2, df: 19, pValue: 0.51, sigmaZ: 0.94, sigmaZSd: 0.97, factor: 1 },
      ],
      points,
      signals: at < 0 ? [] : [{ rule: "beyond", from: at, at, side: "high" }],
    },
    method: "p_chart",
    caveats: ["modified_counts", "low_side", ...(weeks.length < 20 ? (["provisional"] as const) : [])],
  };
}

/** The same counts, of nobody knows how many. */
function unrated(made: Figures["chart"]): Figures["chart"] {
  return {
    ...made,
    periods: made.periods.map((period) => ({ ...period, of: null, interval: null })),
    chart: {
      stretches: [],
      signals: [],
      points: made.chart.points.map((point) => ({ ...point, value: null, lower: null, upper: null, z: null, judged: null, baseline: false })),
    },
    caveats: ["no_data", "only_overrides"],
  };
}

/** The same counts by the hours of each week. */
function byHours(made: Figures["chart"]): Figures["chart"] {
  const hours = 168;
  const centre = made.periods.slice(0, 20).reduce((sum, period) => sum + period.count, 0) / 20 / hours;
  const spread = 3 * Math.sqrt(centre / hours);
  return {
    ...made,
    method: "u_chart",
    caveats: [],
    periods: made.periods.map((period) => ({ ...period, of: null, exposure: hours, interval: null })),
    chart: {
      ...made.chart,
      stretches: made.chart.stretches.map((stretch) => ({ ...stretch, centre })),
      points: made.chart.points.map((point, index) => {
        const value = (made.periods[index]?.count ?? 0) / hours;
        return { ...point, value, lower: Math.max(0, centre - spread), upper: centre + spread };
      }),
    },
  };
}

function signals(kind: Kind): SignalFigure[] {
  const told = kind === "full";
  const verdict = (): SignalFigure["verdict"] => (told ? "not_raised" : "cannot_tell");
  return [
    { signal: "volume", verdict: verdict(), method: "volume_signal", caveats: told ? [] : ["cannot_tell"] },
    { signal: "strong", verdict: verdict(), method: "strong_signal", caveats: told ? [] : ["cannot_tell"] },
    { signal: "speed", verdict: verdict(), method: "speed_signal", caveats: ["no_minimum"] },
    { signal: "seeded", verdict: told ? "raised" : "cannot_tell", method: "seeded_signal", caveats: told ? [] : ["not_seeded"] },
    { signal: "rejection", verdict: verdict(), method: "rejection_signal", caveats: ["not_proof"] },
  ];
}

const REASONS: readonly [code: string, modified: number, overridden: number][] = [
  ["weather-stale", 62, 185], ["local-knowledge", 93, 58], ["wrong-fact", 21, 102], ["unsafe", 4, 83],
  ["missing-input", 40, 27], ["system-fault", 0, 48], ["other", 20, 31], ["", 6, 14],
];

export function stats(request: DecisionStatsRequest, systems: readonly SystemRow[], zh: boolean, kind: Kind): DecisionStats {
  const system = systems.find((row) => row.system.id === request.system)?.system;
  const weeks = kind === "full" || kind === "refusals" ? WEEKS : kind === "none" ? [] : ([[3, 1], [2, 0], [4, 2], [5, 1]] as [number, number][]);
  const of = weeks.reduce((sum, week) => sum + week[0], 0);
  const count = weeks.reduce((sum, week) => sum + week[1], 0);
  const full = kind === "full";
  const refusals = kind === "refusals";
  const part = (value: number): number => Math.round(value * (full || refusals ? 1 : 0.003));
  const versionOf = (name: string, n: number, x: number) => ({
    name,
    figure: share(x, n, { drill: drill(OVERRIDES, { modelVersion: name }), base: drill(DECIDED, { modelVersion: name }) }),
  });
  const overall = share(count, of, { caveats: ["modified_counts", ...(full ? (["clustered"] as const) : [])] });
  const withheld: Figure = { ...share(count, count), value: null, interval: null, caveats: ["only_overrides"] };
  const sum = REASONS.reduce((all, [, modified, overridden]) => all + part(modified) + part(overridden), 0);
  let running = 0;
  const bounded = (x: number, n: number, lower: number, upper: number, marks: DecisionMark[]) => ({
    figure: share(part(x), part(n), { drill: marked(marks), base: marked(["outcome_known"]), method: "outcome_bounds" }),
    bounds: full ? { lower, upper } : null,
  });
  const figures: Figures = {
    counts: {
      records: of + part(96),
      dispositions: [
        { disposition: "accepted", count: kind === "refusals" ? 0 : of - count },
        { disposition: "modified", count: Math.floor(count / 3) },
        { disposition: "overridden", count: count - Math.floor(count / 3) },
        { disposition: "deferred", count: part(70) },
        { disposition: "no_ai_output", count: part(26) },
      ],
      decided: of,
      overrides: count,
      seeded: part(40),
      thinned: 0,
    },
    rates: {
      basis: kind === "refusals" ? "nothing" : "records",
      overall: kind === "refusals" ? withheld : overall,
      phi: full ? 1.3 : null,
      clustered: full ? { lower: 0.0314, upper: 0.0367 } : null,
      deferred: share(part(70), of + part(96), { drill: drill(["deferred"]), base: drill([]) }),
      noOutput: share(part(26), of + part(96), { drill: drill(["no_ai_output"]), base: drill([]) }),
      enteredLate: share(part(310), of + part(96), { drill: drill([], { marks: ["entered_late"] }), base: drill([]) }),
      directions: [
        { direction: "stricter", figure: share(part(560), of, { drill: marked(["stricter"], OVERRIDES) }) },
        { direction: "more_lenient", figure: share(part(180), of, { drill: marked(["more_lenient"], OVERRIDES) }) },
        { direction: null, figure: share(part(54), of, { drill: marked(["no_direction"], OVERRIDES), caveats: ["no_direction"] }) },
      ],
      versions: { rows: full ? [versionOf("2.4.1", of - 3_628, count - 121), versionOf("2.3.0", 3_628, 121)] : [], leftOut: 0 },
      points: {
        rows: full
          ? (system?.facts.decisionPoints ?? []).map((name, index) => ({
              name,
              figure: share(index === 0 ? 611 : 183, index === 0 ? 18_790 : 4_706, {
                drill: drill(OVERRIDES, { decisionPoint: name }),
                base: drill(DECIDED, { decisionPoint: name }),
              }),
            }))
          : [],
        leftOut: 0,
      },
      reviewers: { rows: [], hidden: full ? 1 : 3, hiddenTogether: null, unstated: share(0, 0) },
    },
    chart: refusals ? unrated(chart(weeks)) : chart(weeks),
    exposure: full || refusals
      ? [{ unit: "hours", count: refusals ? 794 : 121, exposure: refusals ? 4_368 : 672, value: 0.18, interval: { lower: 0.149, upper: 0.215 }, method: "exact_poisson", caveats: ["from_volumes"], chart: refusals ? byHours(chart(weeks)) : { ...chart([]), method: "u_chart" } }]
      : [],
    judgement: {
      concordance: {
        alike: share(of - count, of, { drill: marked(["final_as_ai"]), base: marked(["labelled"]) }),
        agreement: full
          ? { n: of, agreed: of - count, observed: (of - count) / of, expected: 0.31, kappa: { value: 0.951, standardError: 0.0018, interval: { lower: 0.947, upper: 0.954 }, estimable: true }, pabak: 0.932, ac1: 0.957 }
          : null,
        linear: null,
        quadratic: null,
        labels: full ? (zh ? ["保持", "切换", "限负荷"] : ["keep", "switch", "shed"]) : [],
        table: full ? [[9_800, 210, 60], [180, 8_900, 90], [70, 184, 4_002]] : [],
        method: "kappa",
        caveats: full ? ["concordance"] : ["concordance", "not_estimable"],
      },
      agreement: null,
    },
    reasons: {
      total: sum,
      coded: part(723),
      rows: REASONS.map(([code, modified, overridden]) => {
        const n = part(modified) + part(overridden);
        running += n;
        return {
          code,
          modified: part(modified),
          overridden: part(overridden),
          figure: share(n, sum, { drill: drill(OVERRIDES, { reason: code }), base: drill(OVERRIDES) }),
          cumulative: sum === 0 ? 0 : running / sum,
          vital: ["weather-stale", "local-knowledge", "wrong-fact", "unsafe"].includes(code),
        };
      }).filter((row) => row.figure.count > 0),
      method: "pareto",
      caveats: [],
    },
    outcomes: {
      counts: { acceptedRight: part(13_530), acceptedWrong: part(312), overriddenRight: part(98), overriddenWrong: part(394), personRight: part(371), acceptedUnknown: part(8_856), overriddenUnknown: part(302) },
      missing: share(refusals ? 302 : part(9_158), refusals ? count : of, { drill: marked(["outcome_unknown"]) }),
      aiWrong: bounded(706, 14_334, 0.03, 0.42, ["ai_wrong"]),
      overReliance: bounded(312, 706, 0.03, 0.93, ["ai_wrong"]),
      underReliance: bounded(98, 13_628, 0.004, 0.03, ["ai_right"]),
      precision: bounded(371, 492, 0.467, 0.847, ["person_right"]),
      netBenefit: full ? 273 : null,
      netBenefitBounds: full ? [-29, 575] : [0, 0],
      mcNemarP: full ? 2.1e-38 : null,
      rair: share(0, 0),
      rsr: share(0, 0),
      method: "outcome_bounds",
      caveats: full ? ["outcomes_missing"] : ["outcomes_missing", "no_discordant"],
    },
    attention: {
      upper: full ? 0.036 : null,
      lower: full ? 0.032 : null,
      aiErrorLower: full ? 0.046 : null,
      fewest: 299,
      aiErrors: share(part(706), part(14_334), { drill: marked(["ai_wrong"]) }),
      caught: share(full ? 11 : 0, full ? 36 : 0, { drill: marked(["seeded"], OVERRIDES), base: marked(["seeded"]), method: "seeded_signal" }),
      medianMs: full ? 41_000 : null,
      underTwoSeconds: share(part(410), part(22_800), { drill: marked(["under_two_seconds"]), base: marked(["timed"]) }),
      signals: signals(kind),
      rubberStamp: full,
    },
    likeness: {
      overall: { differing: part(91_200), pairs: part(1_402_000), inconsistency: full ? 0.065 : null },
      sameReviewer: { differing: part(20_100), pairs: part(362_000), inconsistency: full ? 0.0555 : null },
      crossReviewer: { differing: part(71_100), pairs: part(1_040_000), inconsistency: full ? 0.0684 : null },
      keys: full ? 16 : 0,
      largest: full
        ? [
            {
              modelVersion: "2.4.1",
              aiOutput: zh ? "对7号馈线限负荷" : "Shed load on feeder 7",
              category: zh ? "高峰时段" : "peak hours",
              count: 126,
              of: 1_204,
              pairs: { differing: 135_828, pairs: 724_206, inconsistency: 0.1876 },
              drill: drill(DECIDED, { modelVersion: "2.4.1", aiOutput: zh ? "对7号馈线限负荷" : "Shed load on feeder 7", category: zh ? "高峰时段" : "peak hours" }),
              examples: [
                {
                  accepted: { decision: "d-8", decidedAt: "2026-11-20T02:14:00+08:00", caseKey: "YC-2026-89992", reviewer: "R-4f2a", humanFinal: zh ? "对7号馈线限负荷" : "Shed load on feeder 7" },
                  overridden: { decision: "d-9", decidedAt: "2026-11-20T03:40:00+08:00", caseKey: "YC-2026-89991", reviewer: "R-9c71", humanFinal: zh ? "改为对9号馈线限负荷" : "Shed load on feeder 9 instead" },
                },
              ],
            },
          ]
        : [],
      method: "pairs",
      caveats: full ? [] : ["no_data"],
    },
    reviewers: {
      heterogeneity: full ? { reviewers: 4, n: of, chiSquare: 3.9, df: 3, pValue: 0.27, phi: 1.3, icc: 0.0001, leastExpected: 190, permutationP: null } : null,
      permutationRounds: null,
      method: "chi_square",
      caveats: full ? [] : ["nothing_to_compare"],
      rows: full
        ? ["R-4f2a", "R-9c71", "R-b03d"].map((reviewer, index) => ({
            reviewer,
            figure: share([268, 241, 285][index] ?? 0, [7_702, 7_690, 8_104][index] ?? 0, { drill: drill(OVERRIDES, { reviewer }), base: drill(DECIDED, { reviewer }) }),
            ratio: { observed: [268, 241, 285][index] ?? 0, expected: [259.9, 260.1, 274][index] ?? 1, ratio: [1.031, 0.927, 1.04][index] ?? 1, exact: { lower: 0.81 + index * 0.05, upper: 1.09 + index * 0.05 }, byar: { lower: 0.81, upper: 1.1 }, pValue: 0.4 },
            adjustedP: 0.8,
            flagged: false,
          }))
        : [],
      hidden: full ? 1 : 3,
      mixMethod: "standardised",
      mixCaveats: ["no_ranking", "reviewers_hidden", "corrected"],
    },
  };
  const days = periods(WEEKS);
  return {
    system: request.system,
    systemName: system?.facts.name ?? "",
    from: request.from ?? days[0]?.from ?? "",
    to: request.to ?? "2026-11-22",
    timeZone: "Asia/Shanghai",
    settings: request.settings,
    records: { system: request.system, from: request.from, to: request.to, dispositions: [], reason: null, decisionPoint: request.settings.selection.decisionPoint, modelVersion: request.settings.selection.modelVersion, caseText: "" },
    pickers: {
      decisionPoints: (system?.facts.decisionPoints ?? []).map((value, index) => ({ value, n: index === 0 ? 18_790 : 4_706 })),
      modelVersions: [{ value: "2.3.0", n: 3_628 }, { value: "2.4.1", n: 19_868 }],
      reasons: REASONS.map(([value, modified, overridden]) => ({ value, n: modified + overridden })),
      categories: (zh ? ["夜间", "高峰时段"] : ["night", "peak hours"]).map((value) => ({ value, n: 9_000 })),
      reviewers: ["R-4f2a", "R-9c71", "R-b03d"].map((value) => ({ value, n: 7_700 })),
      hiddenReviewers: 1,
      labels: zh ? ["保持", "切换", "限负荷"] : ["keep", "shed", "switch"],
    },
    figures,
    secondReview: full ? outcome(request.system) : null,
  };
}
