// Signs in the decision records that somebody should follow, and what follows from them.
import type { ActionRow, DecisionSignal, DecisionStats, FindingRow, QuestionId } from "../../api/contract.gen";
import { number, percent } from "../../l10n/format";
import { t } from "../../l10n/index.svelte";
import { href } from "../../routes";
import { isSmall, sayTime } from "./stats";

/** A sign that is there now, in a sentence. */
export interface OpenSign {
  id: DecisionSignal;
  said: string;
}

/** The question that each sign speaks to first: whether overrides are studied (i-05), whether
 * disagreements are judged afterwards (i-06), whether reviewers catch known wrong samples (b-co-06). */
const QUESTIONS: Record<DecisionSignal, QuestionId> = {
  volume: "i-05",
  strong: "i-05",
  speed: "i-05",
  seeded: "b-co-06",
  rejection: "i-05",
  chart: "i-05",
  likeness: "i-06",
  reviewers: "i-06",
};

/** The question that a sign fits, of those that can be chosen. */
export function questionOf(sign: DecisionSignal, known: readonly QuestionId[]): QuestionId | null {
  return known.find((id) => id === QUESTIONS[sign]) ?? null;
}

/** Whether the reviewers differ more than chance explains. */
export function reviewersDiffer({ figures, settings }: DecisionStats): boolean {
  const test = figures.reviewers.heterogeneity;
  return test !== null && (test.permutationP ?? test.pValue) < 1 - settings.level;
}

/** Every sign that the figures show, in the order in which the page shows them. */
export function openSigns(stats: DecisionStats): OpenSign[] {
  const { attention, chart, exposure, likeness, rates } = stats.figures;
  const found: OpenSign[] = [];
  const small = isSmall(stats);
  const rated = rates.basis !== "nothing";
  if (!small && rated && chart.chart.signals.length > 0) found.push({ id: "chart", said: sayTime(stats) });
  const exposed = exposure.find((item) => item.chart.chart.signals.length > 0);
  if (!small && !rated && exposed) {
    found.push({ id: "chart", said: t("follow-exposure", { unit: t(`volume-unit-${exposed.unit}`) }) });
  }
  if (rated) {
    const raised = attention.signals.filter((sign) => sign.verdict === "raised");
    found.push(...raised.map(({ signal }) => ({ id: signal, said: t(`stat-sign-${signal}-raised`) })));
  }
  const { inconsistency, differing, pairs } = likeness.overall;
  if (!small && rated && inconsistency !== null && differing > 0) {
    found.push({ id: "likeness", said: t("follow-likeness", { share: percent(inconsistency), pairs: number(pairs) }) });
  }
  if (!small && rated && reviewersDiffer(stats)) found.push({ id: "reviewers", said: t("follow-reviewers") });
  return found;
}

/** Something that was made to follow a sign. */
export interface Follower {
  id: string;
  kind: "finding" | "action" | "supplier";
  title: string;
  state: string;
  href: string;
}

/** What follows from a sign already, the newest first within its kind. */
export function followers(sign: DecisionSignal, findings: readonly FindingRow[], actions: readonly ActionRow[]): Follower[] {
  const found = findings
    .filter(({ finding }) => finding.signal === sign)
    .map(({ finding, state }): Follower => ({
      id: finding.id,
      kind: "finding",
      title: finding.facts.title,
      state: t(`finding-state-${state}`),
      href: href("finding", { id: finding.id }),
    }));
  const done = actions.flatMap(({ action }): Follower[] => {
    const { target, title, state } = action.facts;
    if ((target.kind !== "signal" && target.kind !== "supplier") || target.id !== sign) return [];
    const kind = target.kind === "signal" ? "action" : "supplier";
    return [{ id: action.id, kind, title, state: t(`action-state-${state}`), href: href("action", { id: action.id }) }];
  });
  return [...found, ...done];
}
