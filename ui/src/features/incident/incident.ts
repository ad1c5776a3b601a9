// An incident as its form holds it, and its clocks in words.
import type {
  ClockState,
  DutyClock,
  Incident,
  IncidentEntry,
  IncidentKind,
  IncidentSeverity,
  IncidentState,
} from "../../api/contract.gen";
import { columnMoment, number } from "../../l10n/format";
import { pick, t } from "../../l10n/index.svelte";
import { parseMoment } from "../../lib/day";
import type { Errors } from "../../lib/form";

export const KINDS: readonly IncidentKind[] = ["event", "near_miss"];
export const SEVERITIES: readonly IncidentSeverity[] = ["general", "considerable", "major", "extremely_serious"];
export const STATES: readonly IncidentState[] = ["open", "handled", "closed"];

/** The moments of an incident in the order in which they follow each other. */
export const MOMENTS = ["occurredAt", "noticedAt", "decidedAt", "manualAt", "restoredAt"] as const;
export type Moment = (typeof MOMENTS)[number];

/** What is told in words, after the times. */
export const TEXTS = ["effect", "response", "cause", "lessons"] as const;
export type Words = (typeof TEXTS)[number];

export interface IncidentDraft {
  system: string;
  kind: IncidentKind;
  severity: IncidentSeverity | "";
  title: string;
  decisionPoint: string;
  moments: Record<Moment, string>;
  words: Record<Words, string>;
  people: string;
  cases: string;
  harm: string;
}

/** The form of a new incident of a system, which began now. */
export function emptyIncident(system: string, now: Date): IncidentDraft {
  return {
    system,
    kind: "event",
    severity: "",
    title: "",
    decisionPoint: "",
    moments: { occurredAt: columnMoment(now.toISOString()), noticedAt: "", decidedAt: "", manualAt: "", restoredAt: "" },
    words: { effect: "", response: "", cause: "", lessons: "" },
    people: "",
    cases: "",
    harm: "",
  };
}

/** A moment as the form writes it; with seconds only where there are some. */
function written(moment: string | null): string {
  if (!moment) return "";
  return columnMoment(moment, new Date(moment).getUTCSeconds() > 0);
}

/** The form of an incident that stands already. */
export function draftOf({ facts }: Incident): IncidentDraft {
  const count = (value: number | null): string => (value === null ? "" : String(value));
  return {
    system: facts.system,
    kind: facts.kind,
    severity: facts.severity ?? "",
    title: facts.title,
    decisionPoint: facts.decisionPoint,
    moments: {
      occurredAt: written(facts.occurredAt),
      noticedAt: written(facts.noticedAt),
      decidedAt: written(facts.decidedAt),
      manualAt: written(facts.manualAt),
      restoredAt: written(facts.restoredAt),
    },
    words: { effect: facts.effect, response: facts.response, cause: facts.cause, lessons: facts.lessons },
    people: count(facts.people),
    cases: count(facts.cases),
    harm: count(facts.harm),
  };
}

/** What is wrong with the form before the program is asked. */
export function checkIncident(draft: IncidentDraft): Errors {
  const errors: Errors = {};
  if (!draft.system) errors.system = t("incident-system-choose");
  if (!draft.title.trim()) errors.title = t("incident-title-missing");
  for (const moment of MOMENTS) {
    const text = draft.moments[moment];
    if (moment === "occurredAt" && !text.trim()) errors[moment] = t("incident-began-missing");
    else if (text.trim() && !parseMoment(text)) errors[moment] = t("moment-invalid");
  }
  for (const field of ["people", "cases", "harm"] as const) {
    if (draft[field].trim() && !/^\d{1,12}$/.test(draft[field].trim())) errors[field] = t("incident-whole-number");
  }
  return errors;
}

/** What the form says; a moment that was not touched goes back exactly as it came. */
export function entryOf(draft: IncidentDraft, before: Incident | null): IncidentEntry {
  const moment = (name: Moment): string | null => {
    const text = draft.moments[name].trim();
    const known = before?.facts[name] ?? null;
    if (known && text === written(known)) return known;
    return text || null;
  };
  const count = (text: string): number | null => (text.trim() ? Number(text.trim()) : null);
  return {
    system: draft.system,
    kind: draft.kind,
    severity: draft.severity || null,
    title: draft.title,
    decisionPoint: draft.decisionPoint,
    occurredAt: moment("occurredAt"),
    noticedAt: moment("noticedAt"),
    decidedAt: moment("decidedAt"),
    manualAt: moment("manualAt"),
    restoredAt: moment("restoredAt"),
    ...draft.words,
    people: count(draft.people),
    cases: count(draft.cases),
    harm: count(draft.harm),
    evidence: before?.facts.evidence ?? [],
  };
}

/** Whether a clock waits for somebody. */
export function isWaiting(clock: DutyClock): boolean {
  return clock.answer === null && clock.state !== "not_started";
}

/** What an incident that is over still needs before it can be closed, in words. */
export function missingToClose({ facts }: Incident, clocks: readonly DutyClock[]): string[] {
  const unsaid = (["severity", "cause", "lessons"] as const).filter((field) => !facts[field]?.trim());
  const unanswered = clocks.filter((clock) => clock.answer === null);
  return [
    ...unsaid.map((field) => t(`incident-field-${field}`)),
    ...unanswered.map((clock) => t("incident-close-duty", { recipient: pick(clock.duty.facts.recipient) })),
  ];
}

/** Seconds that are left when so many have passed since the clock was read; nothing where none run. */
export function leftNow(clock: DutyClock, passed: number): number | null {
  if (clock.leftS === null) return null;
  return isWaiting(clock) ? clock.leftS - passed : clock.leftS;
}

/** How a clock stands when so many seconds have passed since it was read. */
export function stateNow(clock: DutyClock, passed: number): ClockState {
  const over = clock.state === "running" && (leftNow(clock, passed) ?? 0) < 0;
  return over ? "overdue" : clock.state;
}

/** A stretch of time in the two units that say most, such as 1 h 12 min. */
export function stretch(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60)];
  if (days > 0) return t("incident-days-hours", { days: number(days), hours: hours - days * 24 });
  if (hours === 0) return t("incident-minutes", { minutes });
  return t("incident-hours-minutes", { hours, minutes: minutes - hours * 60 });
}

/** How a clock stands, in a few words. */
export function standing(clock: DutyClock, passed = 0): string {
  const left = leftNow(clock, passed);
  if (clock.state === "not_due") return t("incident-clock-not_due");
  if (left === null) return t("incident-clock-not_started");
  if (isWaiting(clock)) {
    return left >= 0 ? t("incident-left", { time: stretch(left) }) : t("incident-over", { time: stretch(left) });
  }
  return left >= 0 ? t("incident-was-left", { time: stretch(left) }) : t("incident-was-over", { time: stretch(left) });
}

/** How an incident's state looks; what is open asks for something. */
export function stateTag(state: IncidentState): "good" | "warn" | "plain" {
  if (state === "open") return "warn";
  return state === "closed" ? "good" : "plain";
}

/** How grave the state of a clock is to the eye; each has its words as well. */
export function clockTag(state: ClockState): "good" | "warn" | "bad" | "plain" {
  if (state === "overdue" || state === "late") return "bad";
  if (state === "running") return "warn";
  return state === "in_time" ? "good" : "plain";
}
