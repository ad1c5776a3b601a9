// A reporting duty as its form holds it.
import type {
  DutyFacts,
  IncidentKind,
  IncidentMoment,
  IncidentSeverity,
  KeyArea,
  WithinUnit,
} from "../../api/contract.gen";
import { t } from "../../l10n/index.svelte";
import type { Errors } from "../../lib/form";

export const AREAS: readonly KeyArea[] = [
  "government",
  "energy",
  "finance",
  "transport",
  "health",
  "water",
  "telecommunications",
  "public_safety",
  "education",
  "industry",
  "other",
];
export const UNITS: readonly WithinUnit[] = ["minutes", "hours", "days"];
export const COUNTED: readonly IncidentMoment[] = ["occurred", "noticed", "decided", "manual_running", "restored"];

export interface DutyDraft {
  recipientEn: string;
  recipientZh: string;
  sourceEn: string;
  sourceZh: string;
  noteEn: string;
  noteZh: string;
  areas: KeyArea[];
  infrastructure: "any" | "only" | "not";
  kinds: IncidentKind[];
  fromSeverity: IncidentSeverity;
  amount: string;
  unit: WithinUnit;
  countedFrom: IncidentMoment;
  active: boolean;
}

export function emptyDuty(): DutyDraft {
  return {
    recipientEn: "",
    recipientZh: "",
    sourceEn: "",
    sourceZh: "",
    noteEn: "",
    noteZh: "",
    areas: [],
    infrastructure: "any",
    kinds: ["event"],
    fromSeverity: "general",
    amount: "",
    unit: "hours",
    countedFrom: "noticed",
    active: true,
  };
}

export function dutyDraft(facts: DutyFacts): DutyDraft {
  return {
    recipientEn: facts.recipient.en,
    recipientZh: facts.recipient.zh,
    sourceEn: facts.source.en,
    sourceZh: facts.source.zh,
    noteEn: facts.note.en,
    noteZh: facts.note.zh,
    areas: [...facts.areas],
    infrastructure: facts.infrastructure === null ? "any" : facts.infrastructure ? "only" : "not",
    kinds: [...facts.kinds],
    fromSeverity: facts.fromSeverity,
    amount: String(facts.within.amount),
    unit: facts.within.unit,
    countedFrom: facts.countedFrom,
    active: facts.active,
  };
}

/** What is wrong with the form; a text with one side counts in both languages. */
export function checkDuty(draft: DutyDraft): Errors {
  const errors: Errors = {};
  if (!draft.recipientEn.trim() && !draft.recipientZh.trim()) errors.recipientEn = t("incident-recipient-missing");
  if (!/^[1-9]\d{0,5}$/.test(draft.amount.trim())) errors.amount = t("duty-amount-missing");
  if (draft.kinds.length === 0) errors.kinds = t("duty-kinds-missing");
  if (!draft.sourceEn.trim() && !draft.sourceZh.trim()) errors.sourceEn = t("duty-source-missing");
  return errors;
}

export function dutyFacts(draft: DutyDraft): DutyFacts {
  return {
    recipient: { en: draft.recipientEn, zh: draft.recipientZh },
    source: { en: draft.sourceEn, zh: draft.sourceZh },
    note: { en: draft.noteEn, zh: draft.noteZh },
    areas: draft.areas,
    infrastructure: draft.infrastructure === "any" ? null : draft.infrastructure === "only",
    kinds: draft.kinds,
    fromSeverity: draft.fromSeverity,
    within: { amount: Number(draft.amount.trim()), unit: draft.unit },
    countedFrom: draft.countedFrom,
    active: draft.active,
  };
}
