// Volumes and own reasons: the parts of their forms that are reckoned.
import type { ExposureUnit, Period, Reason, Span, Totals, VolumeFacts } from "../../api/contract.gen";
import { t } from "../../l10n/index.svelte";
import { parseDay } from "../../lib/day";
import type { Errors } from "../../lib/form";

export const SPANS: readonly Span[] = ["day", "week", "month"];
export const UNITS: readonly ExposureUnit[] = ["hours", "kilometres", "cases"];
export const TOTALS = ["issued", "accepted", "modified", "overridden", "automatic", "notReviewed"] as const satisfies readonly (keyof Totals)[];

export interface VolumeDraft {
  system: string;
  decisionPoint: string;
  modelVersion: string;
  span: Span;
  /** Any day of the period. */
  day: string;
  totals: Record<(typeof TOTALS)[number], string>;
  unit: ExposureUnit;
  amount: string;
}

export function emptyVolume(system: string): VolumeDraft {
  const totals = { issued: "", accepted: "", modified: "", overridden: "", automatic: "", notReviewed: "" };
  return { system, decisionPoint: "", modelVersion: "", span: "week", day: "", totals, unit: "hours", amount: "" };
}

export function volumeDraft(facts: VolumeFacts, span: Span): VolumeDraft {
  const text = (value: number | null): string => (value === null ? "" : String(value));
  const { issued, accepted, modified, overridden, automatic, notReviewed } = facts.totals;
  return {
    system: facts.system,
    decisionPoint: facts.decisionPoint,
    modelVersion: facts.modelVersion,
    span,
    day: facts.period.from,
    totals: {
      issued: text(issued),
      accepted: text(accepted),
      modified: text(modified),
      overridden: text(overridden),
      automatic: text(automatic),
      notReviewed: text(notReviewed),
    },
    unit: facts.exposure?.unit ?? "hours",
    amount: facts.exposure?.amount ?? "",
  };
}

/** The day, the week from Monday to Sunday, or the month in which a day lies. */
export function periodOf(span: Span, text: string): Period | null {
  const day = parseDay(text);
  if (!day) return null;
  if (span === "day") return { from: day, to: day };
  const date = new Date(`${day}T00:00:00Z`);
  const iso = (value: Date): string => value.toISOString().slice(0, 10);
  if (span === "month") {
    const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
    return { from: `${day.slice(0, 8)}01`, to: iso(next) };
  }
  const monday = new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000);
  return { from: iso(monday), to: iso(new Date(monday.getTime() + 6 * 86_400_000)) };
}

/** The totals; an empty field is not known, never none. */
export function totalsOf(draft: VolumeDraft): Totals {
  const number = (text: string): number | null => (text.trim() === "" ? null : Number(text));
  const { issued, accepted, modified, overridden, automatic, notReviewed } = draft.totals;
  return {
    issued: number(issued),
    accepted: number(accepted),
    modified: number(modified),
    overridden: number(overridden),
    automatic: number(automatic),
    notReviewed: number(notReviewed),
  };
}

/** What is wrong with a volume, in the order of its form. */
export function checkVolume(draft: VolumeDraft): Errors {
  const found: Errors = {};
  if (!draft.system) found.system = t("entry-system-missing");
  if (!parseDay(draft.day)) found.day = t("date-invalid");
  for (const name of TOTALS) {
    if (!/^\s*\d*\s*$/.test(draft.totals[name])) found[name] = t("volume-total-wrong");
  }
  if (!/^\s*(\d+(\.\d{1,6})?)?\s*$/.test(draft.amount)) found.amount = t("volume-amount-wrong");
  const nothing = TOTALS.every((name) => draft.totals[name].trim() === "") && draft.amount.trim() === "";
  if (nothing) found.issued = t("err-volume-empty");
  return found;
}

/** A code for an own reason, from its English name: stable, short, and not taken. */
export function codeOf(name: string, taken: readonly Reason[]): string {
  const plain = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 36);
  const base = plain || "own";
  const known = new Set(taken.map((reason) => reason.id));
  let code = base;
  for (let count = 2; known.has(code); count += 1) code = `${base}-${count}`;
  return code;
}
