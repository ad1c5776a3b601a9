// What the shell asks before it closes the window.
import { mayClose } from "./unsaved.svelte";

declare global {
  interface Window {
    /** Answers `wait` until it is settled, then `stay` or `leave`. The shell goes on asking meanwhile. */
    assayClose?: () => "wait" | "stay" | "leave";
  }
}

/** Answers the shell; returns how to stop. */
export function answerClosing(): () => void {
  let said: "wait" | "stay" | "leave" | null = null;
  window.assayClose = () => {
    if (said === null) {
      said = "wait";
      mayClose().then(
        (may) => (said = may ? "leave" : "stay"),
        () => (said = "leave"),
      );
    }
    const answer = said;
    if (answer !== "wait") said = null;
    return answer;
  };
  return () => delete window.assayClose;
}
