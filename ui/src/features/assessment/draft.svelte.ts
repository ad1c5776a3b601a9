// What is typed on a screen, on its way to the disk. It is kept here and not on the screen, so that it
// outlives the screen where it could not be saved.
import type { Saving } from "../../components/SaveState.svelte";
import { onLock } from "../../lib/forget";
import { savesItself } from "../../lib/unsaved.svelte";
import { open } from "./open.svelte";

/** What a draft belongs to, and the way back to it. */
export interface Place {
  key: string;
  /** Its name, read when it is shown. */
  name: () => string;
  href: string;
  /** Id of its control on that screen. */
  control: string;
}

/** A draft that could not be saved. */
export interface Failed {
  place: Place;
  cause: string;
}

export interface Draft<T> {
  /** Takes what the screen shows; it is saved after a pause in which nothing else is changed. */
  changed(taken: T, afterMs: number): void;
  /** Saves now what is not saved yet; answers whether all of it has reached the disk. */
  flush(): Promise<boolean>;
  /** What was entered and has not reached the disk. */
  kept(): T | null;
}

interface Entry {
  place: Place;
  /** The newest that was entered. */
  taken: unknown;
  /** Whether it is still to be sent. */
  waiting: boolean;
  /** How many saves are under way, one after the other. */
  sending: number;
  cause: string | null;
  send: (taken: unknown) => Promise<string | null>;
  timer: ReturnType<typeof setTimeout> | undefined;
  running: Promise<boolean>;
}

const entries = new Map<string, Entry>();
let failed = $state.raw<readonly Failed[]>([]);
let waiting = $state(false);

export const drafts = {
  /** What could not be saved. */
  get failed(): readonly Failed[] {
    return failed;
  },
  /** Where everything stands; it is called saved only when nothing is left to be. */
  get saving(): Saving {
    const cause = failed[0]?.cause ?? open.refused;
    if (cause) return { kind: "failed", cause };
    if (waiting || open.working) return { kind: "pending" };
    return open.savedAt ? { kind: "saved", at: open.savedAt } : { kind: "idle" };
  },
};

/** Saves everything that waits or has failed; answers whether all of it has reached the disk. */
export async function flushDrafts(): Promise<boolean> {
  const reached = await Promise.all([...entries.values()].map(flush));
  return reached.every(Boolean);
}

savesItself({ flush: flushDrafts });

onLock(() => {
  for (const entry of entries.values()) clearTimeout(entry.timer);
  entries.clear();
  tell();
});

function tell(): void {
  const all = [...entries.values()];
  waiting = all.length > 0;
  failed = all.flatMap(({ place, cause, sending }) => (cause === null || sending > 0 ? [] : { place, cause }));
}

function flush(entry: Entry): Promise<boolean> {
  clearTimeout(entry.timer);
  if (!entry.waiting) return entry.running;
  const { taken } = entry;
  entry.waiting = false;
  entry.sending += 1;
  entry.running = entry.running.then(() => entry.send(taken)).then((cause) => settle(entry, taken, cause));
  tell();
  return entry.running;
}

/** Notes how a save ended. What was entered meanwhile still waits, and so does what has failed. */
function settle(entry: Entry, taken: unknown, cause: string | null): boolean {
  entry.sending -= 1;
  entry.cause = cause;
  if (cause !== null) entry.waiting = true;
  else if (taken === entry.taken) entry.waiting = false;
  const { key } = entry.place;
  if (!entry.waiting && entry.sending === 0 && entries.get(key) === entry) entries.delete(key);
  tell();
  return cause === null;
}

/**
 * Saves what is entered for a place, one save at a time and in the order of typing. `send` answers why
 * it did not reach the disk; the screen may be gone by then.
 */
export function draft<T>(place: () => Place, send: (taken: T) => Promise<string | null>): Draft<T> {
  function entryOf(here: Place): Entry {
    const known = entries.get(here.key);
    if (known) return known;
    const running = Promise.resolve(true);
    const made: Entry = { place: here, taken: null, waiting: false, sending: 0, cause: null, send: () => running.then(() => null), timer: undefined, running };
    entries.set(here.key, made);
    return made;
  }

  return {
    changed(taken, afterMs) {
      const entry = entryOf(place());
      entry.taken = taken;
      entry.waiting = true;
      entry.send = (what) => send(what as T);
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void flush(entry), afterMs);
      tell();
    },
    async flush() {
      const entry = entries.get(place().key);
      return entry ? flush(entry) : true;
    },
    kept() {
      return (entries.get(place().key)?.taken as T | undefined) ?? null;
    },
  };
}
