// Findings in words and choices: what lists filter by and what the steps ask for.
import type { ActionRow, FindingRow, FindingState, FindingStep, Severity } from "../../api/contract.gen";
import { t } from "../../l10n/index.svelte";
import { mayAs } from "../../lib/session.svelte";

export const STATES: readonly FindingState[] = ["open", "in_remedy", "to_verify", "accepted", "closed"];
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Rows of one page of the list. */
export const PAGE = 100;

/** Whether the person who is here may record and describe findings. */
export function mayFind(): boolean {
  return mayAs("assessor", "reviewer", "approver", "operator");
}

/** Whether a step needs words. */
export function needsNote(step: FindingStep): boolean {
  return step !== "start_remedy" && step !== "remedied";
}

/** Whether a step waits for an action: remedy begins with one that has an owner and a due date. */
export function lacksAction(step: FindingStep, actions: readonly ActionRow[]): boolean {
  const planned = actions.some(({ action: { facts } }) => facts.state !== "dropped" && facts.owner.trim() && facts.due);
  return step === "start_remedy" && !planned;
}

export function isGrave(severity: Severity): boolean {
  return severity === "critical" || severity === "high";
}

/** The states that a choice of the filter means. */
export function statesOf(shown: string): FindingState[] {
  if (shown === "all") return [];
  const one = STATES.find((state) => state === shown);
  return one ? [one] : ["open", "in_remedy", "to_verify"];
}

/** When it is due and who has to see to it, in words. */
export function dueText(row: FindingRow): string {
  if (!row.due) return "";
  return row.escalation ? t(`finding-late-${row.escalation}`, { day: row.due }) : row.due;
}
