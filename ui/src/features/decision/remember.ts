// What was chosen last, so that the next record begins with it. It names what is in the workspace, so it
// stays in memory and goes when the workspace is locked.
import { onLock } from "../../lib/forget";

export interface Last {
  system: string;
  decisionPoint: string;
}

const NOTHING: Last = { system: "", decisionPoint: "" };

let last = NOTHING;

onLock(() => (last = NOTHING));

export function lastChoice(): Last {
  return last;
}

export function remember(chosen: Last): void {
  last = { system: chosen.system, decisionPoint: chosen.decisionPoint };
}
