// What the audit screens share: results with their keys, tallies in words, cadences in words.
import type {
  AuditItemView,
  Cadence,
  CheckKind,
  Dimension,
  DimensionTally,
  ItemResult,
  Mark,
  OccurrenceState,
} from "../../api/contract.gen";
import { t } from "../../l10n/index.svelte";
import { mayAs } from "../../lib/session.svelte";

export const KINDS: readonly CheckKind[] = [
  "system_audit",
  "data_flow_check",
  "access_review",
  "restore_drill",
  "stop_test",
  "fallback_drill",
  "supply_cut_off",
];
export const DIMENSIONS: readonly Dimension[] = ["scenario", "safety", "reliability", "controllability", "programme"];
/** Results in the order of their number keys. */
export const RESULTS: readonly ItemResult[] = ["conforms", "partly", "fails", "not_applicable", "not_tested"];

/** The results as choices, each with its key. */
export function choices(): { value: ItemResult; label: string; key: string }[] {
  return RESULTS.map((value, index) => ({ value, label: t(`audit-result-${value}`), key: String(index + 1) }));
}

/** Whether the person who is here may carry out audits. */
export function mayAudit(): boolean {
  return mayAs("assessor", "reviewer", "approver", "operator");
}

/** Whether the person who is here may plan recurring checks. */
export function mayPlan(): boolean {
  return mayAs("administrator", "assessor", "approver");
}

type Tint = "plain" | "good" | "warn" | "bad" | "accent" | "line";

export function resultTint(result: ItemResult | null): Tint {
  if (result === "conforms") return "good";
  if (result === "partly") return "warn";
  return result === "fails" ? "bad" : result ? "plain" : "line";
}

export function stateTint(state: OccurrenceState): Tint {
  if (state === "done") return "good";
  if (state === "overdue" || state === "missed") return "bad";
  return state === "done_late" ? "warn" : "plain";
}

export function markTint(mark: Mark): Tint {
  return mark === "carried" ? "line" : "warn";
}

/** The sums of a tally over its dimensions. */
export function sums(tally: readonly DimensionTally[]): Omit<DimensionTally, "dimension"> {
  const zero = { conforms: 0, carried: 0, partly: 0, fails: 0, notApplicable: 0, notTested: 0, open: 0 };
  return tally.reduce(
    (sum, part) => ({
      conforms: sum.conforms + part.conforms,
      carried: sum.carried + part.carried,
      partly: sum.partly + part.partly,
      fails: sum.fails + part.fails,
      notApplicable: sum.notApplicable + part.notApplicable,
      notTested: sum.notTested + part.notTested,
      open: sum.open + part.open,
    }),
    zero,
  );
}

/** A tally as a sentence. */
export function results(tally: readonly DimensionTally[]): string {
  const { conforms, partly, fails, open } = sums(tally);
  return t("audit-results", { conforms, partly, fails, open });
}

/** The share of what was judged that conforms; nothing when nothing was judged. */
export function share(tally: DimensionTally): number | null {
  const judged = tally.conforms + tally.partly + tally.fails;
  return judged === 0 ? null : tally.conforms / judged;
}

const NAMED: Record<number, string> = { 1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly" };

/** A cadence in words. */
export function cadenceText({ unit, every }: Cadence): string {
  const name = unit === "months" ? NAMED[every] : undefined;
  return name ? t(`cadence-${name}`) : t(`cadence-every-${unit}`, { every });
}

/** The place of the next question without a result after one; the first such when there is none after. */
export function nextOpen(items: readonly AuditItemView[], after: number): number | null {
  const open = (view: AuditItemView): boolean => view.item.result === null;
  const later = items.findIndex((view, index) => index > after && open(view));
  if (later >= 0) return later;
  const first = items.findIndex(open);
  return first >= 0 ? first : null;
}
