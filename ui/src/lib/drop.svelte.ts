// Files dropped on the window. The shell answers with paths, one drop at a time; the screen that
// listens last gets them.
import { call } from "../api/backend";

type Listener = (paths: string[]) => void;

const listeners: Listener[] = [];
let waiting = false;

async function wait(): Promise<void> {
  if (waiting) return;
  waiting = true;
  try {
    while (listeners.length > 0) {
      const { paths } = await call("file_drop_next", {});
      if (paths.length > 0) listeners.at(-1)?.(paths);
    }
  } catch {
    // Without a window that takes drops, the button beside the drop area remains.
    listeners.length = 0;
  } finally {
    waiting = false;
  }
}

/** Listens for dropped files; returns how to stop. */
export function onDrop(listener: Listener): () => void {
  listeners.push(listener);
  void wait();
  return () => {
    const index = listeners.indexOf(listener);
    if (index >= 0) listeners.splice(index, 1);
  };
}
