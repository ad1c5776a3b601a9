// What was entered and is not on the disk yet: what saves itself is waited for, and of what does not the
// person is asked before it is lost.
import { onDestroy } from "svelte";

/** Something that saves itself after a pause, wherever one goes meanwhile. */
export interface SavesItself {
  /** Saves now; answers whether everything has reached the disk. */
  flush(): Promise<boolean>;
}

/** What is typed into a form. */
export interface Typed {
  /** Says that what stands in the form is what is kept: it was just read or just saved. */
  settle(): void;
}

type Unsaved = () => boolean;

const saving = new Set<SavesItself>();
/** Lost with the screen. */
const onScreen = new Set<Unsaved>();
/** Kept while screens change, and lost with the workspace. */
const beside = new Set<Unsaved>();

let answer = $state.raw<((leave: boolean) => void) | null>(null);

export const leaving = {
  /** Whether the person is being asked. */
  get asked(): boolean {
    return answer !== null;
  },
  answer(leave: boolean): void {
    answer?.(leave);
    answer = null;
  },
};

/** Tells of something that saves itself, so that it can be waited for before the workspace is closed. */
export function savesItself(what: SavesItself): void {
  saving.add(what);
}

/** Tells of something that may be unsaved, for as long as the component stands that is being made. */
export function mayBeUnsaved(unsaved: Unsaved, { outlives = false } = {}): void {
  const place = outlives ? beside : onScreen;
  place.add(unsaved);
  onDestroy(() => place.delete(unsaved));
}

/** Guards what is typed into a form: `read` answers with what stands in it. Until it is settled it has nothing to lose. */
export function guarded(read: () => unknown): Typed {
  let kept: string | undefined;
  mayBeUnsaved(() => kept !== undefined && JSON.stringify(read()) !== kept);
  return {
    settle() {
      kept = JSON.stringify(read());
    },
  };
}

/** Whether something would be lost with the screen. */
export function unsavedHere(): boolean {
  return [...onScreen].some((unsaved) => unsaved());
}

/** Whether the screen may be left: nothing would be lost, or the person lets it go. */
export async function mayLeave(): Promise<boolean> {
  return !unsavedHere() || (await askToDiscard());
}

/** Whether the workspace may be closed. What saves itself is saved before. */
export async function mayClose(): Promise<boolean> {
  const reached = await Promise.all([...saving].map((what) => what.flush()));
  const left = !reached.every(Boolean) || unsavedHere() || [...beside].some((unsaved) => unsaved());
  return !left || (await askToDiscard());
}

/** Asks whether what is unsaved may be lost. A question that still stands is answered with no. */
export function askToDiscard(): Promise<boolean> {
  leaving.answer(false);
  return new Promise((resolve) => (answer = resolve));
}
