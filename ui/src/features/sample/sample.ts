// Samples of audits: the form of a draw, and what results say in sentences.
import type { AuditSample, AuditSampleDraw, Population, PopulationGiven, SampleEstimate, SampleItem, SampleResult } from "../../api/contract.gen";
import { number, percent, roundPercent, sentences, shortDay } from "../../l10n/format";
import { t } from "../../l10n/index.svelte";
import { mayAs } from "../../lib/session.svelte";

export const KINDS = ["decisions", "named", "imported", "open"] as const;
export type Kind = (typeof KINDS)[number];
export const SHARES = [0.02, 0.05, 0.1] as const;
export const LEVELS = [0.9, 0.95, 0.99] as const;

/** The results with the key of each. */
export const RESULTS: readonly { value: SampleResult; key: string }[] = [
  { value: "conforms", key: "1" },
  { value: "deviates", key: "2" },
  { value: "not_available", key: "3" },
];

/** What stands in the form of a draw. */
export interface DrawForm {
  attribute: string;
  question: string;
  kind: Kind;
  name: string;
  size: string;
  path: string;
  column: string;
  from: string;
  to: string;
  tolerable: string;
  level: string;
  expected: string;
  seed: string;
}

export function mayAudit(): boolean {
  return mayAs("assessor", "reviewer", "approver", "operator");
}

/** What a draw would be made from; nothing while something is missing. */
function given(form: DrawForm): PopulationGiven | null {
  const name = form.name.trim();
  switch (form.kind) {
    case "decisions":
      return form.from && form.to ? { kind: "decisions", from: form.from, to: form.to } : null;
    case "named":
      return name && /^\d{1,15}$/.test(form.size.trim()) ? { kind: "named", name, size: Number(form.size) } : null;
    case "imported":
      return form.path && form.column ? { kind: "imported", path: form.path, column: form.column } : null;
    default:
      return name ? { kind: "open", name } : null;
  }
}

/** The request of a form; nothing while something is missing. */
export function drawOf(audit: string, form: DrawForm, trial: boolean): AuditSampleDraw | null {
  const population = given(form);
  if (!population || !/^\d{1,4}$/.test(form.expected.trim())) return null;
  if (!trial && !form.attribute.trim()) return null;
  return {
    audit,
    question: form.question || null,
    attribute: form.attribute.trim() || "-",
    population,
    plan: { level: Number(form.level), tolerable: Number(form.tolerable), expected: Number(form.expected) },
    seed: trial ? null : form.seed.trim() || null,
    trial,
  };
}

/** What a sample is drawn from, in words. */
export function populationText(population: Population, size: number | null): string {
  const count = size ?? 0;
  switch (population.kind) {
    case "decisions":
      return t("sample-from-decisions", { count, from: shortDay(population.period.from), to: shortDay(population.period.to) });
    case "named":
      return t("sample-from-named", { count, name: population.name });
    case "imported":
      return t("sample-from-imported", { count, file: population.file, column: population.column });
    default:
      return t("sample-from-open", { name: population.name });
  }
}

/** What a sample is to show, in words. */
export function planText({ plan }: AuditSample): string {
  return t("sample-plan", { level: roundPercent(plan.level), share: roundPercent(plan.tolerable) });
}

/** What the results say of all, for somebody who was not there. */
export function estimateText(sample: AuditSample, estimate: SampleEstimate): string {
  const level = roundPercent(sample.plan.level);
  const range = { from: percent(estimate.interval.lower), to: percent(estimate.interval.upper) };
  const found = t("sample-found", { deviating: estimate.deviating, of: number(estimate.of), rate: percent(estimate.rate) });
  const all =
    estimate.fewest !== null && estimate.most !== null && sample.populationSize !== null
      ? t("sample-all", { level, fewest: number(estimate.fewest), most: number(estimate.most), all: number(sample.populationSize), ...range })
      : t("sample-all-open", { level, ...range });
  return sentences(found, all);
}

/** Whether the tolerable rate is excluded, in words. */
export function conclusionText(sample: AuditSample, estimate: SampleEstimate): string {
  const id = estimate.excluded ? "sample-excluded" : "sample-not-excluded";
  return t(id, { share: roundPercent(sample.plan.tolerable), level: roundPercent(sample.plan.level), upper: percent(estimate.upper) });
}

/** The next item without a result, from one on and then from the top. */
export function nextOpen(items: readonly SampleItem[], from: number): number | null {
  const open = items.filter((item) => item.result === null);
  return (open.find((item) => item.place > from) ?? open[0])?.place ?? null;
}
