// What is entered about a decision: from the form to the request, and from a record to the form.
import type { DecisionEntry, DecisionFacts, Disposition, Reason } from "../../api/contract.gen";
import { columnMoment } from "../../l10n/format";
import { t } from "../../l10n/index.svelte";
import { parseMoment } from "../../lib/day";
import type { Errors } from "../../lib/form";
import { isDisposition, isOverride } from "./words";

/** A moment as the form shows it, with what the record said before anybody touched it. */
interface Kept {
  shown: string;
  stated: string;
}

type Moment = "decidedAt" | "aiAt" | "outcomeAt";

/** All fields as text, so that what can't be read is kept and said beside its field. */
export interface Draft {
  system: string;
  disposition: Disposition | "";
  reasonCode: string;
  reasonText: string;
  aiOutput: string;
  humanFinal: string;
  humanInitial: string;
  caseKey: string;
  decisionPoint: string;
  category: string;
  modelVersion: string;
  promptVersion: string;
  decidedAt: string;
  aiAt: string;
  seconds: string;
  aiConfidence: string;
  reviewer: string;
  harmIfFollowed: string;
  harmIfWrong: string;
  reversible: string;
  seeded: boolean;
  outcome: string;
  outcomeAt: string;
  outcomeSource: string;
  evidence: string[];
  kept: Partial<Record<Moment, Kept>>;
}

export function emptyDraft(): Draft {
  return {
    system: "",
    disposition: "",
    reasonCode: "",
    reasonText: "",
    aiOutput: "",
    humanFinal: "",
    humanInitial: "",
    caseKey: "",
    decisionPoint: "",
    category: "",
    modelVersion: "",
    promptVersion: "",
    decidedAt: "",
    aiAt: "",
    seconds: "",
    aiConfidence: "",
    reviewer: "",
    harmIfFollowed: "",
    harmIfWrong: "",
    reversible: "",
    seeded: false,
    outcome: "",
    outcomeAt: "",
    outcomeSource: "",
    evidence: [],
    kept: {},
  };
}

/** The record as a form shows it. */
export function draftOf(facts: DecisionFacts): Draft {
  const text = (value: number | null): string => (value === null ? "" : String(value));
  const kept: Draft["kept"] = {};
  const moment = (name: Moment): string => {
    const stated = facts[name];
    if (!stated) return "";
    const shown = columnMoment(stated, true);
    kept[name] = { shown, stated };
    return shown;
  };
  return {
    ...facts,
    decidedAt: moment("decidedAt"),
    aiAt: moment("aiAt"),
    outcomeAt: moment("outcomeAt"),
    reasonCode: facts.reasonCode ?? "",
    humanInitial: facts.humanInitial ?? "",
    outcome: facts.outcome ?? "",
    aiConfidence: text(facts.aiConfidence),
    seconds: facts.latencyMs === null ? "" : String(facts.latencyMs / 1000),
    harmIfFollowed: text(facts.harmIfFollowed),
    harmIfWrong: text(facts.harmIfWrong),
    reversible: facts.reversible === null ? "" : facts.reversible ? "yes" : "no",
    evidence: [...facts.evidence],
    kept,
  };
}

/** The request of what was entered. A decision that follows the output is what the output says. */
export function entryOf(draft: Draft): DecisionEntry {
  const number = (text: string): number | null => (text.trim() === "" ? null : Number(text));
  const moment = (name: Moment): string | null => {
    const kept = draft.kept[name];
    if (kept && kept.shown === draft[name]) return kept.stated;
    return parseMoment(draft[name])?.replace(" ", "T") ?? (draft[name].trim() || null);
  };
  const override = isOverride(draft.disposition);
  const output = draft.disposition === "no_ai_output" ? "" : draft.aiOutput;
  const seconds = number(draft.seconds);
  return {
    system: draft.system || null,
    disposition: isDisposition(draft.disposition) ? draft.disposition : null,
    reasonCode: override && draft.reasonCode ? draft.reasonCode : null,
    reasonText: draft.reasonText,
    aiOutput: output,
    humanFinal: draft.disposition === "accepted" && !draft.humanFinal.trim() ? output : draft.humanFinal,
    humanInitial: draft.humanInitial.trim() ? draft.humanInitial : null,
    caseKey: draft.caseKey,
    decisionPoint: draft.decisionPoint,
    category: draft.category,
    modelVersion: draft.modelVersion,
    promptVersion: draft.promptVersion,
    decidedAt: moment("decidedAt"),
    aiAt: moment("aiAt"),
    latencyMs: seconds === null ? null : Math.round(seconds * 1000),
    aiConfidence: number(draft.aiConfidence),
    reviewer: draft.reviewer,
    harmIfFollowed: number(draft.harmIfFollowed),
    harmIfWrong: number(draft.harmIfWrong),
    reversible: draft.reversible === "" ? null : draft.reversible === "yes",
    outcome: draft.outcome.trim() ? draft.outcome : null,
    outcomeAt: moment("outcomeAt"),
    outcomeSource: draft.outcomeSource,
    seeded: draft.seeded,
    evidence: [...draft.evidence],
  };
}

/** What is wrong with what was entered, field by field, in the order of the form. */
export function check(draft: Draft, reasons: readonly Reason[]): Errors {
  const found: Errors = {};
  const override = isOverride(draft.disposition);
  if (!draft.disposition) found.disposition = t("entry-disposition-missing");
  if (!draft.system) found.system = t("entry-system-missing");
  if (override && !draft.reasonCode) found.reasonCode = t("entry-reason-missing");
  const needsText = reasons.find((reason) => reason.id === draft.reasonCode)?.needsText;
  if (override && needsText && !draft.reasonText.trim()) found.reasonText = t("entry-reasonText-missing");
  if (draft.disposition === "accepted" && !draft.aiOutput.trim() && !draft.humanFinal.trim()) {
    found.aiOutput = t("entry-aiOutput-missing");
  } else if (draft.disposition && !/accepted|deferred/.test(draft.disposition) && !draft.humanFinal.trim()) {
    found.humanFinal = t("entry-humanFinal-missing");
  }
  for (const name of ["decidedAt", "aiAt", "outcomeAt"] as const) {
    if (draft[name].trim() && !parseMoment(draft[name])) found[name] = t("moment-invalid");
  }
  if (!within(draft.seconds, 0, Infinity)) found.seconds = t("entry-seconds-wrong");
  if (!within(draft.aiConfidence, 0, 1)) found.aiConfidence = t("entry-aiConfidence-wrong");
  if (!draft.outcome.trim() && (draft.outcomeAt.trim() || draft.outcomeSource.trim())) {
    found.outcome = t("entry-outcome-missing");
  }
  return found;
}

/** Whether a text is empty or a number from one to another. */
function within(text: string, least: number, most: number): boolean {
  if (text.trim() === "") return true;
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most;
}

/** Whether something was entered that would be missed. */
export function isTouched(draft: Draft): boolean {
  const { disposition, reasonText, aiOutput, humanFinal, caseKey, reviewer, outcome } = draft;
  return [disposition, reasonText, aiOutput, humanFinal, caseKey, reviewer, outcome].some((text) => text !== "");
}
