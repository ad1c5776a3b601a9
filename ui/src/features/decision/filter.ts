// Which records are meant, kept in the address so that every figure can lead to its records.
import type { DecisionFilter, DecisionMark, Drill } from "../../api/contract.gen";
import { go } from "../../lib/router.svelte";
import { href, type Params } from "../../routes";
import { isDisposition } from "./words";

/** What the address says for a text that is to be missing. */
const NONE = "none:";

export function emptyFilter(): DecisionFilter {
  return {
    system: null,
    from: null,
    to: null,
    dispositions: [],
    reason: null,
    decisionPoint: null,
    modelVersion: null,
    caseText: "",
  };
}

const MARKS: readonly DecisionMark[] = [
  "stricter",
  "more_lenient",
  "no_direction",
  "labelled",
  "final_as_ai",
  "outcome_known",
  "outcome_unknown",
  "ai_right",
  "ai_wrong",
  "person_right",
  "first_known",
  "first_as_ai",
  "first_right",
  "first_wrong",
  "timed",
  "under_two_seconds",
  "seeded",
  "not_seeded",
  "entered_late",
];

/** The filter of an address. */
export function filterOf(query: URLSearchParams): DecisionFilter {
  const text = (name: string): string | null => {
    const value = query.get(name);
    return value === NONE ? "" : value || null;
  };
  const found: DecisionFilter = {
    system: query.get("system") || null,
    from: query.get("from") || null,
    to: query.get("to") || null,
    dispositions: (query.get("disposition") ?? "").split(",").filter(isDisposition),
    reason: text("reason"),
    decisionPoint: text("point"),
    modelVersion: text("version"),
    caseText: query.get("case") ?? "",
  };
  const [reviewer, category, aiOutput] = [text("reviewer"), text("category"), text("output")];
  const marks = (query.get("mark") ?? "").split(",");
  const known = MARKS.filter((mark) => marks.includes(mark));
  const order = (query.get("order") ?? "").split("\n").filter(Boolean);
  if (reviewer !== null) found.reviewer = reviewer;
  if (category !== null) found.category = category;
  if (aiOutput !== null) found.aiOutput = aiOutput;
  if (known.length > 0) found.marks = known;
  if (order.length > 0) found.labelOrder = order;
  return found;
}

/** The same the other way. */
export function queryOf(filter: DecisionFilter): Params {
  const found: Params = {};
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined) found[name] = value === "" ? NONE : value;
  };
  if (filter.system) found.system = filter.system;
  if (filter.from) found.from = filter.from;
  if (filter.to) found.to = filter.to;
  if (filter.dispositions.length > 0) found.disposition = filter.dispositions.join(",");
  put("reason", filter.reason);
  put("point", filter.decisionPoint);
  put("version", filter.modelVersion);
  put("reviewer", filter.reviewer);
  put("category", filter.category);
  put("output", filter.aiOutput);
  if (filter.marks?.length) found.mark = filter.marks.join(",");
  if (filter.labelOrder?.length) found.order = filter.labelOrder.join("\n");
  if (filter.caseText) found.case = filter.caseText;
  return found;
}

export function isEmpty(filter: DecisionFilter): boolean {
  return Object.keys(queryOf(filter)).length === 0;
}

/** The records behind a figure: its drill laid over those that were looked at. */
export function drilled(records: DecisionFilter, drill: Drill): DecisionFilter {
  const marks = [...new Set([...(records.marks ?? []), ...drill.marks])];
  const dispositions = drill.dispositions.length > 0 ? drill.dispositions : records.dispositions;
  return { ...records, ...drill, dispositions, marks };
}

/** The address of the log with them. */
export function drillHref(records: DecisionFilter, drill: Drill): string {
  return href("decisions", {}, queryOf(drilled(records, drill)));
}

/** Goes there; nowhere where a figure has no single records behind it. */
export function openRecords(records: DecisionFilter, drill: Drill | null | undefined): void {
  if (drill) go("decisions", {}, { query: queryOf(drilled(records, drill)) });
}
