// What was entered and is not on the disk yet.

/** Something that saves itself after a pause, wherever one goes meanwhile. */
export interface SavesItself {
  /** Saves now; answers whether everything has reached the disk. */
  flush(): Promise<boolean>;
}

const saving = new Set<SavesItself>();

/** Tells of something that saves itself, so that it can be waited for before the workspace is closed. */
export function savesItself(what: SavesItself): void {
  saving.add(what);
}

/** Saves everything that saves itself; answers whether it has reached the disk. */
export async function flushAll(): Promise<boolean> {
  const reached = await Promise.all([...saving].map((what) => what.flush()));
  return reached.every(Boolean);
}
