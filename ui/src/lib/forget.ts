// What must not outlive the workspace it came from.

type Forget = () => void;

const all = new Set<Forget>();

/** Says how something read from the workspace is forgotten once the workspace is closed. */
export function onLock(forget: Forget): void {
  all.add(forget);
}

/** Forgets everything, since the workspace was closed. */
export function forgetAll(): void {
  for (const forget of all) forget();
}
