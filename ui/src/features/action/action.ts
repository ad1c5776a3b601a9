// Actions in words: what they answer to and when they are due.
import type { ActionState, ActionTarget, DecisionSignal } from "../../api/contract.gen";
import { named } from "../../l10n/format";
import { pick, t } from "../../l10n/index.svelte";
import { measure, question, risk, session } from "../../lib/session.svelte";

export const STATES: readonly ActionState[] = ["open", "in_progress", "done", "closed", "dropped"];

const SIGNS: readonly DecisionSignal[] = [
  "volume",
  "strong",
  "speed",
  "seeded",
  "rejection",
  "chart",
  "likeness",
  "reviewers",
];

/** Whether the action still waits for somebody. */
export function isOpen(state: ActionState): boolean {
  return state !== "closed" && state !== "dropped";
}

/** What an action answers to, in words. */
export function targetText(target: ActionTarget): string {
  if (target.kind === "system") return t("action-target-system");
  if (target.kind === "finding") return t("action-target-finding", { id: target.id });
  if (target.kind === "incident") return t("action-target-incident");
  if (target.kind === "signal") return t("action-target-signal", { sign: t(`sign-${target.id}`) });
  if (target.kind === "supplier") return t("action-target-supplier", { sign: t(`sign-${target.id}`) });
  const name = targetName(target.kind, target.id);
  return name ? named(target.id, name) : target.id;
}

function targetName(kind: "question" | "risk" | "control", id: string): string {
  if (kind === "question") return text(question(id)?.text);
  if (kind === "risk") return text(risk(id)?.name);
  const clause = session.catalogue?.clauses.find((item) => item.control === id);
  return text(measure(id)?.name ?? clause?.title);
}

function text(both: { en: string; zh: string } | undefined): string {
  return both ? pick(both) : "";
}

/** What an action answers to, from an address such as `?kind=question&id=h-04`. */
export function targetOf(query: URLSearchParams): ActionTarget {
  const kind = query.get("kind");
  const id = query.get("id");
  if (id && (kind === "question" || kind === "risk" || kind === "control" || kind === "finding" || kind === "incident")) {
    return { kind, id };
  }
  const sign = SIGNS.find((name) => name === id);
  if (sign && (kind === "signal" || kind === "supplier")) return { kind, id: sign };
  return { kind: "system" };
}
