// What is typed on a screen, on its way to the disk.
import { open, unsaved } from "./open.svelte";

export interface Draft {
  /** Says that something was changed; it is saved after a pause in which nothing else is. */
  changed(afterMs: number): void;
  /** Saves now what is not saved yet; answers whether everything has reached the disk. */
  flush(): Promise<boolean>;
  /** Begins anew, since the screen shows something else. */
  renew(): void;
}

/**
 * Saves what was changed, one save at a time and in the order of typing. `take` reads the screen before
 * anything is waited for, since the screen may show something else by then.
 */
export function draft<T>(take: () => T | null, send: (taken: T) => Promise<boolean>): Draft {
  let dirty = false;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> = Promise.resolve(true);

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    const taken = dirty && open.editable ? take() : null;
    if (taken === null) return running;
    dirty = false;
    const begun = round;
    running = running
      .then(() => send(taken))
      .then((reached) => {
        if (!reached && begun === round) dirty = true;
        return reached;
      });
    return running;
  }

  return {
    changed(afterMs) {
      dirty = true;
      unsaved();
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), afterMs);
    },
    flush,
    renew() {
      dirty = false;
      round += 1;
    },
  };
}
