// The import that is going on. It goes on whatever screen is shown, one short step at a time, so that
// saving elsewhere is never kept waiting.
import { call } from "../api/backend";
import type { DecisionImportPlan, DecisionImportState, ImportPhase } from "../api/contract.gen";
import { errorText } from "../api/errors";
import { onLock } from "./forget";

let current = $state.raw<DecisionImportState | null>(null);
let problem = $state("");
let stepping = false;

export const importJob = {
  /** Where the last import stands; nothing when there was none. */
  get state(): DecisionImportState | null {
    return current;
  },
  get problem(): string {
    return problem;
  },
  get running(): boolean {
    return current !== null && isRunning(current.phase);
  },
};

function isRunning(phase: ImportPhase): boolean {
  return phase === "running" || phase === "clearing";
}

/** Begins an import, or a trial that writes nothing. */
export async function startImport(plan: DecisionImportPlan, trial: boolean): Promise<void> {
  problem = "";
  current = await call("decision_import_start", { plan, trial });
  void step();
}

export async function cancelImport(): Promise<void> {
  current = await call("decision_import_cancel", {});
  void step();
}

/** Takes a whole import back. */
export async function undoImport(id: string): Promise<void> {
  problem = "";
  current = await call("decision_import_undo", { id });
  void step();
}

/** Takes up an import that still goes on, such as after the page was loaded anew. */
export async function resumeImport(): Promise<void> {
  if (stepping) return;
  const found = await call("decision_import_step", {});
  if (isRunning(found.phase)) current = found;
  void step();
}

/** Forgets how the last import ended. */
export function forgetImport(): void {
  if (importJob.running) return;
  current = null;
  problem = "";
}

onLock(() => {
  current = null;
  problem = "";
});

async function step(): Promise<void> {
  if (stepping) return;
  stepping = true;
  // After a step that failed the program removes what was staged, which takes further steps.
  let failed = false;
  try {
    while (current && isRunning(current.phase)) {
      try {
        const next = await call("decision_import_step", {});
        if (current) current = next;
      } catch (reason) {
        // With the workspace the import was closed, which was said where it was closed.
        if (current) problem = errorText(reason);
        if (failed) current = null;
        failed = true;
      }
      // Where each step answers at once, the window is still drawn in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    stepping = false;
  }
}
