// Which records are meant, kept in the address so that every figure can lead to its records.
import type { DecisionFilter } from "../../api/contract.gen";
import type { Params } from "../../routes";
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

/** The filter of an address. */
export function filterOf(query: URLSearchParams): DecisionFilter {
  const text = (name: string): string | null => {
    const value = query.get(name);
    return value === NONE ? "" : value || null;
  };
  return {
    system: query.get("system") || null,
    from: query.get("from") || null,
    to: query.get("to") || null,
    dispositions: (query.get("disposition") ?? "").split(",").filter(isDisposition),
    reason: text("reason"),
    decisionPoint: text("point"),
    modelVersion: text("version"),
    caseText: query.get("case") ?? "",
  };
}

/** The same the other way. */
export function queryOf(filter: DecisionFilter): Params {
  const found: Params = {};
  const put = (name: string, value: string | null): void => {
    if (value !== null) found[name] = value === "" ? NONE : value;
  };
  if (filter.system) found.system = filter.system;
  if (filter.from) found.from = filter.from;
  if (filter.to) found.to = filter.to;
  if (filter.dispositions.length > 0) found.disposition = filter.dispositions.join(",");
  put("reason", filter.reason);
  put("point", filter.decisionPoint);
  put("version", filter.modelVersion);
  if (filter.caseText) found.case = filter.caseText;
  return found;
}

export function isEmpty(filter: DecisionFilter): boolean {
  return Object.keys(queryOf(filter)).length === 0;
}
