// Keeps the place to come back to after a restart.
import { call } from "../api/backend";

let wanted = "";
let keeping = false;

/**
 * Keeps a place, one after the other: of two that are kept at the same time, the earlier could be
 * the last to arrive.
 */
export async function keepPlace(route: string): Promise<void> {
  wanted = route;
  if (keeping) return;
  keeping = true;
  let kept: string | undefined;
  while (kept !== wanted) {
    kept = wanted;
    await call("resume_save", { route: kept }).catch(() => undefined);
  }
  keeping = false;
}
