// What was chosen last on this computer, so that the next record begins with it.

const KEPT = "assay-decision-last";

export interface Last {
  system: string;
  decisionPoint: string;
}

export function lastChoice(): Last {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    if (kept && typeof kept === "object" && "system" in kept && "decisionPoint" in kept) {
      return { system: String(kept.system), decisionPoint: String(kept.decisionPoint) };
    }
  } catch {
    // Without storage, or with something else in it, the first system stands there.
  }
  return { system: "", decisionPoint: "" };
}

export function remember(last: Last): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(last));
  } catch {
    // The choice then lasts as long as the form.
  }
}
