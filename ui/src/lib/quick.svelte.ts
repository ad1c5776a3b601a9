// The dialog in which a decision is noted from anywhere, and who may do so.
import { onLock } from "./forget";
import { mayAs } from "./session.svelte";

export const quick = $state({
  open: false,
  /** Counts what was recorded, so that a list that is shown can read itself again. */
  recorded: 0,
});

onLock(() => {
  quick.open = false;
  quick.recorded = 0;
});

/** Whether the person who is here may record decisions, reasons and volumes. */
export function mayRecord(): boolean {
  return mayAs("operator", "assessor");
}
