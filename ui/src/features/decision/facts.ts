// A record in words, group by group, and what one record says beside another.
import type { DecisionDetail, DecisionFacts } from "../../api/contract.gen";
import { capital, exactMoment, number } from "../../l10n/format";
import { pick, t } from "../../l10n/index.svelte";

export interface Fact {
  label: string;
  value: string;
  /** Whether it may be a text of several lines. */
  long?: boolean;
}

type Name = Exclude<keyof DecisionFacts, "system" | "evidence">;

const GROUPS = [
  ["record-group-decision", ["disposition", "reasonCode", "reasonText", "aiOutput", "humanFinal", "humanInitial"]],
  ["record-group-case", ["caseKey", "category", "decisionPoint", "modelVersion", "promptVersion", "seeded"]],
  ["record-group-review", ["decidedAt", "aiAt", "latencyMs", "aiConfidence", "reviewer"]],
  ["record-group-harm", ["harmIfFollowed", "harmIfWrong", "reversible"]],
  ["entry-outcome-title", ["outcome", "outcomeAt", "outcomeSource"]],
] as const satisfies readonly (readonly [string, readonly Name[]])[];

const LONG: readonly Name[] = ["aiOutput", "humanFinal", "humanInitial", "reasonText", "outcome"];

/** The word of a message as it stands alone. */
export function capitalised(id: string): string {
  return capital(t(id));
}

/** What the record says; what it does not say takes no room. */
export function factGroups({ decision, reason }: DecisionDetail): { title: string; facts: Fact[] }[] {
  const { facts } = decision;
  const groups = GROUPS.map(([title, names]) => ({
    title: t(title),
    facts: names
      .map((name) => ({
        label: label(name),
        value: name === "reasonCode" && reason ? pick(reason.name) : said(facts, name),
        long: (LONG as readonly string[]).includes(name),
      }))
      .filter((fact) => fact.value !== ""),
  }));
  return groups.filter((group) => group.facts.length > 0);
}

function label(name: Name): string {
  return name === "latencyMs" ? t("entry-seconds") : t(`decision-field-${name}`);
}

/** The fields in which two records differ. */
export function changed(before: DecisionFacts, after: DecisionFacts): { label: string; before: string; after: string }[] {
  const names = GROUPS.flatMap(([, all]) => all as readonly Name[]);
  return names
    .map((name) => ({ label: label(name), before: said(before, name), after: said(after, name) }))
    .filter((field) => field.before !== field.after);
}

function said(facts: DecisionFacts, name: Name): string {
  const value = facts[name];
  if (value === null || value === "") return "";
  if (name === "disposition") return t(`disposition-${facts.disposition}`);
  if (name === "decidedAt" || name === "aiAt" || name === "outcomeAt") return exactMoment(String(value));
  if (name === "latencyMs") return number(Number(value) / 1000);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  return typeof value === "number" ? number(value) : value;
}
