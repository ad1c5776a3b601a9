// Times that go on while a screen stands there are read anew now and then: the page's own clock stands
// still while the computer sleeps, and the time of day may be set.

const MINUTE = 60_000;
/** How often it is looked whether a minute is over, in milliseconds. */
const LOOK = 5_000;

/** Reads anew each minute, and when the window is seen again; answers with what ends it. */
export function keepFresh(read: () => void): () => void {
  let last = Date.now();
  const again = (): void => {
    last = Date.now();
    read();
  };
  const timer = setInterval(() => Math.abs(Date.now() - last) >= MINUTE && again(), LOOK);
  const seen = (): void => {
    if (document.visibilityState === "visible") again();
  };
  document.addEventListener("visibilitychange", seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
  };
}
