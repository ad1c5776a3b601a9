// Second review in words: what is asked for, what may be said of a case, and what the verdicts come to.
import type { BlindVerdict, Estimate, Rate, SecondReviewCase, SecondReviewDraw, SecondReviewFigures } from "../../api/contract.gen";
import { decimal, isoDay, number, percent } from "../../l10n/format";
import { t } from "../../l10n/index.svelte";
import { parseDay } from "../../lib/day";
import { mayAs } from "../../lib/session.svelte";
import { range } from "./stats";
import { KEYS } from "./words";

export const LEVELS = [0.9, 0.95, 0.99] as const;
export const SHARES = [0.01, 0.02, 0.05, 0.1] as const;
const DAY = 86_400_000;
/** Days back from today that a sample is drawn from where nobody chose others. */
const BACK = 91;

/** Whether the person who is here may draw samples and judge cases. */
export function mayReview(): boolean {
  return mayAs("reviewer", "assessor", "approver");
}

/** What a form of a draw holds; days as they were typed. */
export interface DrawForm {
  system: string;
  from: string;
  to: string;
  level: string;
  tolerable: string;
  seed: string;
}

export function emptyDraw(query: URLSearchParams, systems: readonly string[], today: Date): DrawForm {
  const asked = query.get("system");
  return {
    system: systems.find((id) => id === asked) ?? systems[0] ?? "",
    from: parseDay(query.get("from") ?? "") ?? isoDay(new Date(today.getTime() - (BACK - 1) * DAY)),
    to: parseDay(query.get("to") ?? "") ?? isoDay(today),
    level: "0.95",
    tolerable: "0.05",
    seed: "",
  };
}

/** The request of a form; nothing where a day is none. */
export function drawOf(form: DrawForm, trial: boolean): SecondReviewDraw | null {
  const [from, to] = [parseDay(form.from), parseDay(form.to)];
  if (!form.system || !from || !to) return null;
  const seed = form.seed.trim() || null;
  return { system: form.system, from, to, level: Number(form.level), tolerable: Number(form.tolerable), seed, trial };
}

/** What can be said of a case of two texts, or of one. */
export function choices(two: boolean): { value: BlindVerdict; label: string; key: string }[] {
  const said: readonly (readonly [BlindVerdict, string])[] = two
    ? [
        ["first", "first"],
        ["second", "second"],
        ["both", "both"],
        ["neither", "neither"],
        ["cannot_tell", "cannot_tell"],
      ]
    : [
        ["both", "right"],
        ["neither", "wrong"],
        ["cannot_tell", "cannot_tell"],
      ];
  return said.map(([value, word], index) => ({ value, label: t(`second-say-${word}`), key: KEYS[index] ?? "" }));
}

/** The next case without a verdict of the person who is here, round the end; nothing when all have one. */
export function nextOpen(cases: readonly SecondReviewCase[], after: number): number | null {
  const open = cases.filter((item) => item.mine === null).map((item) => item.place);
  return open.find((place) => place > after) ?? open.find((place) => place !== after) ?? null;
}

/** A figure with its interval, and what it rests on. */
export interface Told {
  name: string;
  label: string;
  /** Lower end, figure and upper end; nothing where it can't be told. */
  interval: readonly [number, number, number] | null;
  /** The figure with its interval in words. */
  text: string;
  value: string;
  counts: string;
  how: string;
  know: string;
}

/** What the verdicts say, figure by figure. */
export function told(figures: SecondReviewFigures): Told[] {
  const counts = ({ count, of }: Rate): string => t("stat-of", { count: number(count), of: number(of) });
  const cases = t("second-of-cases", { n: number(figures.judged - figures.undecided) });
  const row = (name: string, found: Rate | Estimate | null, from: string): Told => {
    const base = { name, label: t(`second-${name}`), how: t(`second-${name}-how`) };
    if (!found) {
      const none = t("second-none");
      return { ...base, interval: null, text: none, value: none, counts: "", know: t("second-none-know") };
    }
    const { value, interval } = found;
    const shown = t("stat-figure", { rate: percent(value), range: range(interval), counts: from });
    return {
      ...base,
      interval: [interval.lower, value, interval.upper],
      text: shown,
      value: percent(value),
      counts: from,
      know: t(`second-${name}-know`),
    };
  };
  const rate = (name: "missedErrors" | "precision" | "needless"): Told => {
    const found = figures[name];
    return row(name, found, found ? counts(found) : "");
  };
  return [
    rate("missedErrors"),
    rate("precision"),
    rate("needless"),
    row("overReliance", figures.overReliance, cases),
    row("underReliance", figures.underReliance, cases),
  ];
}

/** How far two reviewers agree, in words; nothing where no case was judged twice. */
export function agreed({ agreement }: SecondReviewFigures): { counts: string; value: string; kappa: string } | null {
  if (!agreement) return null;
  const { kappa } = agreement;
  const told = kappa.estimable && kappa.value !== null && kappa.interval;
  const said = told
    ? t("stat-kappa-value", {
        kappa: decimal(kappa.value ?? 0),
        lower: decimal(kappa.interval?.lower ?? 0),
        upper: decimal(kappa.interval?.upper ?? 0),
      })
    : t("stat-not-estimable");
  return {
    counts: t("stat-of", { count: number(agreement.agreed), of: number(agreement.n) }),
    value: percent(agreement.observed),
    kappa: t("second-agreement-values", { kappa: said, pabak: decimal(agreement.pabak), ac1: decimal(agreement.ac1) }),
  };
}
