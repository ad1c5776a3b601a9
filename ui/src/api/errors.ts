// How each error is shown: how grave it is, and which field it belongs to.
import { counted, has, t } from "../l10n/index.svelte";
import { BackendError } from "./backend";
import type { WireError } from "./contract.gen";

export interface Presentation {
  /** `field` stands beside a control, `notice` in a status line, `blocking` in a summary. */
  severity: "field" | "notice" | "blocking";
  /** Name of the control that takes the focus, where one is at fault. */
  focus?: string;
}

const BLOCKING: Presentation = { severity: "blocking" };

/** Errors that a screen treats differently from a plain summary. */
export const PRESENTATION: Record<string, Presentation> = {
  "passphrase-wrong": { severity: "field", focus: "passphrase" },
  "passphrase-short": { severity: "field", focus: "passphrase" },
  "passphrase-taken": { severity: "field", focus: "passphrase" },
  "organisation-empty": { severity: "field", focus: "organisation" },
  "name-empty": { severity: "field", focus: "name" },
  "reference-taken": { severity: "field", focus: "reference" },
  "time-zone-unknown": { severity: "field", focus: "timeZone" },
  "decision-system-missing": { severity: "field", focus: "system" },
  "decision-disposition-missing": { severity: "field", focus: "disposition" },
  "decision-reason-missing": { severity: "field", focus: "reasonCode" },
  "decision-reason-unknown": { severity: "field", focus: "reasonCode" },
  "decision-reason-text-missing": { severity: "field", focus: "reasonText" },
  "decision-final-missing": { severity: "field", focus: "humanFinal" },
  "decision-outcome-missing": { severity: "field", focus: "outcome" },
  "decision-latency-negative": { severity: "field", focus: "seconds" },
  "decision-latency-long": { severity: "field", focus: "seconds" },
  "decision-confidence": { severity: "field", focus: "aiConfidence" },
  "reason-code": { severity: "field", focus: "code" },
  "reason-taken": { severity: "field", focus: "code" },
  "volume-period": { severity: "field", focus: "day" },
  "volume-future": { severity: "field", focus: "day" },
  "volume-early": { severity: "field", focus: "day" },
  "volume-overlap": { severity: "field", focus: "day" },
  "volume-empty": { severity: "field", focus: "issued" },
  "volume-parts": { severity: "field", focus: "issued" },
  "volume-exposure": { severity: "field", focus: "amount" },
  "key-file-password": { severity: "field", focus: "password" },
  "key-file-unreadable": { severity: "field", focus: "path" },
  "redact-question": { severity: "field", focus: "answers" },
  "redact-red-line": { severity: "field", focus: "answers" },
  "redact-word-short": { severity: "field", focus: "words" },
  "redact-left": { severity: "field", focus: "words" },
  "key-several": { severity: "field", focus: "key" },
  "key-unknown": { severity: "field", focus: "key" },
  "module-unusable": { severity: "field", focus: "module" },
  "token-several": { severity: "field", focus: "token" },
  "token-unknown": { severity: "field", focus: "token" },
  "pin-wrong": { severity: "field", focus: "pin" },
  "plan-cadence-zero": { severity: "field", focus: "every" },
  "plan-cadence-long": { severity: "field", focus: "every" },
  "plan-first-past": { severity: "field", focus: "first" },
  "plan-first-far": { severity: "field", focus: "first" },
  "plan-move": { severity: "field", focus: "movedTo" },
  "plan-reason": { severity: "field", focus: "reason" },
  "check-future": { severity: "field", focus: "checkOn" },
  "fallback-empty": { severity: "field", focus: "trigger" },
  "fallback-limit": { severity: "field", focus: "limitMinutes" },
  "fallback-limit-reason": { severity: "field", focus: "limitReason" },
  "drill-named-empty": { severity: "field", focus: "named" },
  "stop-test-future": { severity: "field", focus: "day" },
  "stop-test-tester-missing": { severity: "field", focus: "tester" },
  "stop-test-time-missing": { severity: "field", focus: "seconds" },
  "stop-test-time-long": { severity: "field", focus: "seconds" },
  cancelled: { severity: "notice" },
  unexpected: BLOCKING,
};

export function presentation(code: string): Presentation {
  return PRESENTATION[code] ?? BLOCKING;
}

export function isWireError(value: unknown): value is WireError {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as WireError).code === "string" &&
    typeof (value as WireError).args === "object"
  );
}

/** The error as a sentence in the language of the window. */
export function errorText(reason: unknown): string {
  if (reason instanceof BackendError) {
    const id = `err-${reason.code}`;
    if (has(id)) return t(id, counted(reason.args));
    return t("err-unexpected", { detail: reason.code });
  }
  return t("err-unexpected", { detail: reason instanceof Error ? reason.message : String(reason) });
}
