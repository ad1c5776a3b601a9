// Second reviews for the memory backend: one sample that is complete, one half judged.
import { BackendError } from "./backend";
import type {
  BlindCase,
  BlindVerdict,
  CaseVerdict,
  Estimate,
  Rate,
  SecondReview,
  SecondReviewDetail,
  SecondReviewDraw,
  SecondReviewFigures,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";
import { wilson } from "./statsFixtures";

const ACT = { by: "p-1", at: "2026-11-16T02:20:00Z" };
const NOW = "2026-11-24T06:05:00Z";
const SEED = "41d80b6e5c3f7a9022e16cd48f0b7395aa61d2c8e4f70b1395d8c6ea2047a917";
/** Decisions to draw from: accepted, overridden. */
const ALL = { accepted: 22_702, overridden: 794 };
const VERDICTS: CaseVerdict[] = ["both_right", "person_right", "both_right", "ai_right", "both_right", "cannot_tell", "both_wrong"];

type Texts = readonly [first: string, second: string | null];

const TEXTS: readonly [en: Texts, zh: Texts][] = [
  [["Shed load on feeder 7", "Shed load on feeder 9 instead"], ["对7号馈线限负荷", "改为对9号馈线限负荷"]],
  [["Keep the present switching", null], ["保持当前运行方式", null]],
  [["Switched feeder 12 after the crew had left", "Switch feeder 12 to bus B"], ["检修人员撤离后切换12号馈线", "将12号馈线切换至B母线"]],
  [["Close tie breaker T3", null], ["合上T3联络开关", null]],
  [["Kept the present switching", "Close tie breaker T3"], ["保持当前运行方式", "合上T3联络开关"]],
];

/** How many to draw so that a share of wrong ones would show; close to the law of draws not put back. */
function size(population: number, level: number, tolerable: number): number {
  if (population === 0) return 0;
  const wrong = Math.max(1, Math.ceil(tolerable * population));
  return Math.min(population, Math.ceil((1 - (1 - level) ** (1 / wrong)) * (population - (wrong - 1) / 2)));
}

function rate(count: number, of: number): Rate {
  return { count, of, value: count / of, few: of < 20, interval: wilson(count, of) ?? { lower: 0, upper: 1 } };
}

function figures(cases: number): SecondReviewFigures {
  const estimate = (value: number, lower: number, upper: number): Estimate => ({ value, interval: { lower, upper } });
  return {
    cases,
    judged: cases,
    undecided: 4,
    missedErrors: rate(2, 57),
    precision: rate(41, 54),
    needless: rate(6, 54),
    overReliance: estimate(0.532, 0.191, 0.797),
    underReliance: estimate(0.004, 0.0012, 0.011),
    agreement: { n: 30, agreed: 26, observed: 0.8667, expected: 0.48, kappa: { value: 0.744, standardError: 0.106, interval: { lower: 0.536, upper: 0.952 }, estimable: true }, pabak: 0.833, ac1: 0.838 },
  };
}

function drawn(id: string, system: string, asked: Pick<SecondReviewDraw, "from" | "to" | "level" | "tolerable" | "seed">): SecondReview {
  const { from, to, level, tolerable, seed } = asked;
  const stratum = (population: number): SecondReview["accepted"] => ({ population, drawn: size(population, level, tolerable) });
  return {
    id,
    system,
    period: { from, to },
    seed: seed ?? SEED,
    level,
    tolerable,
    overridden: stratum(ALL.overridden),
    accepted: stratum(ALL.accepted),
    drawn: ACT,
  };
}

/** The newest complete sample of the first system, as the analysis shows it. */
export function outcome(system: string): { review: SecondReview; figures: SecondReviewFigures } | null {
  if (system !== "s-1") return null;
  const review = drawn("sr-1", system, { from: "2026-07-01", to: "2026-09-30", level: 0.95, tolerable: 0.05, seed: null });
  return { review, figures: figures(review.accepted.drawn + review.overridden.drawn) };
}

/** Answers to the commands about second reviews. */
export function reviewHandlers(zh: boolean, systems: readonly SystemRow[]): Handlers {
  const nameOf = (id: string): string => systems.find((row) => row.system.id === id)?.system.facts.name ?? "";
  const fail = (code: string, args: Record<string, string> = {}): never => {
    throw new BackendError({ code, args });
  };
  const first = systems[0]?.system.id;
  let reviews: SecondReview[] = [];
  /** What was said of each case by whom: others, and the person who is here. */
  const others = new Map<string, number>();
  const mine = new Map<string, Map<number, CaseVerdict>>();

  if (first) {
    const days = { level: 0.95, tolerable: 0.05, seed: null };
    reviews = [drawn("sr-2", first, { from: "2026-10-01", to: "2026-11-15", ...days }), drawn("sr-1", first, { from: "2026-07-01", to: "2026-09-30", ...days })];
    others.set("sr-2", 12);
    others.set("sr-1", 1_000);
    const judged = (count: number): Map<number, CaseVerdict> =>
      new Map(Array.from({ length: count }, (_, place) => [place, VERDICTS[place % VERDICTS.length] as CaseVerdict]));
    mine.set("sr-2", judged(41));
    mine.set("sr-1", judged(60));
  }

  const casesOf = (review: SecondReview): number => review.accepted.drawn + review.overridden.drawn;
  const find = (id: string): SecondReview => reviews.find((item) => item.id === id) ?? fail("not-found", { noun: "second_review" });

  function detail(review: SecondReview): SecondReviewDetail {
    const own = mine.get(review.id) ?? new Map<number, CaseVerdict>();
    const cases = Array.from({ length: casesOf(review) }, (_, place) => ({
      place,
      verdicts: Number(place < (others.get(review.id) ?? 0)) + Number(own.has(place)),
      given: own.has(place),
      mine: own.get(place) ?? null,
    }));
    const complete = cases.every((item) => item.verdicts > 0);
    return { review, systemName: nameOf(review.system), cases, figures: complete ? figures(cases.length) : null };
  }

  function texts(place: number): Texts {
    const [en, chinese] = TEXTS[place % TEXTS.length] as (typeof TEXTS)[number];
    return zh ? chinese : en;
  }

  return {
    second_review_list: ({ system }) => ({
      reviews: reviews
        .filter((review) => !system || review.system === system)
        .map((review) => {
          const { cases } = detail(review);
          const count = (wanted: (item: (typeof cases)[number]) => boolean): number => cases.filter(wanted).length;
          return { review, systemName: nameOf(review.system), cases: cases.length, judged: count((item) => item.verdicts > 0), mine: count((item) => item.given) };
        }),
    }),
    second_review_draw: (asked) => {
      if (asked.from > asked.to) fail("stats-range", { from: asked.from, to: asked.to });
      if (asked.seed !== null && !/^[0-9a-f]{64}$/i.test(asked.seed)) fail("second-review-seed");
      if (asked.system !== first) fail("second-review-empty");
      const review = drawn(`sr-${reviews.length + 1}`, asked.system, asked);
      if (asked.trial) return { review, systemName: nameOf(asked.system), cases: [], figures: null };
      reviews = [{ ...review, drawn: { by: "p-1", at: NOW } }, ...reviews];
      return detail(find(review.id));
    },
    second_review_get: ({ id }) => detail(find(id)),
    blind_case_get: ({ id, place }): BlindCase => {
      const cases = casesOf(find(id));
      if (place >= cases) fail("not-found", { noun: "case" });
      const [one, other] = texts(place);
      return {
        place,
        cases,
        caseKey: `YC-2026-${String(88_000 + place * 7)}`,
        decisionPoint: systems[0]?.system.facts.decisionPoints[place % 2] ?? "",
        category: zh ? "高峰时段" : "peak hours",
        first: one,
        second: other,
        evidence:
          place % 3 === 0
            ? [{ id: "e-9", name: zh ? "当班运行日志摘录" : "Extract of the shift log", source: { kind: "reference", locator: zh ? "调度大厅，第46周" : "Dispatch room, week 46" }, shows: zh ? "事发时各馈线负荷" : "Load of the feeders at that time", dated: "2026-11-12", standing: "attached", added: ACT }]
            : [],
        judged: mine.get(id)?.has(place) ?? false,
      };
    },
    verdict_give: ({ id, place, verdict }) => {
      const review = find(id);
      const said: Record<BlindVerdict, CaseVerdict> = { first: "ai_right", second: "person_right", both: "both_right", neither: "both_wrong", cannot_tell: "cannot_tell" };
      const own = mine.get(id) ?? new Map<number, CaseVerdict>();
      own.set(place, said[verdict]);
      mine.set(id, own);
      return detail(review);
    },
  };
}
