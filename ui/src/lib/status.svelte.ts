// A sentence about what was just done, shown briefly and read out once.

import { onLock } from "./forget";

export interface Notice {
  text: string;
  kind: "done" | "failed";
}

let current = $state.raw<Notice | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export const status = {
  get notice(): Notice | null {
    return current;
  },
};

/** Shows that something was done; it goes away by itself. */
export function done(text: string): void {
  show({ text, kind: "done" }, 6_000);
}

/** Shows that something failed; it stays until it is closed or replaced. */
export function failed(text: string): void {
  show({ text, kind: "failed" });
}

export function dismiss(): void {
  clearTimeout(timer);
  current = null;
}

// A sentence may name a file or a person of the workspace.
onLock(dismiss);

function show(notice: Notice, afterMs?: number): void {
  clearTimeout(timer);
  current = notice;
  if (afterMs !== undefined) timer = setTimeout(dismiss, afterMs);
}
