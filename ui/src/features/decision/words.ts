// Decisions in words, and the order in which their dispositions stand everywhere.
import type { Disposition, Reason } from "../../api/contract.gen";
import { pick } from "../../l10n/index.svelte";

export const DISPOSITIONS: readonly Disposition[] = [
  "accepted",
  "modified",
  "overridden",
  "deferred",
  "no_ai_output",
];

export function isDisposition(text: string): text is Disposition {
  return (DISPOSITIONS as readonly string[]).includes(text);
}

/** Whether the output was refused or changed, which asks for a reason. */
export function isOverride(disposition: string): boolean {
  return disposition === "modified" || disposition === "overridden";
}

/** The keys of a list of choices, in order: the row of digits, then letters. */
export const KEYS = "1234567890abcdefghijklmnopqrstuvwxyz";

/** The name of a reason; its code where the reason is not known. */
export function reasonName(reasons: readonly Reason[], code: string | null): string {
  if (!code) return "";
  const found = reasons.find((reason) => reason.id === code);
  return found ? pick(found.name) : code;
}
