// Times of a drill in figures, and what stands beside its stopwatch.
import type { DrillMark } from "../../api/contract.gen";

/** The moments of a drill in their order; the key of each is its place from 1. */
export const MARKS: readonly DrillMark[] = ["fault", "noticed", "decided", "manual", "first_case", "restored"];

/** The figures of a stopwatch: `07:42`, from an hour on `1:07:42`. */
export function figures(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The mark that a key sets: its number, or the space bar for the one that comes next. */
export function markOfKey(key: string, next: DrillMark | null): DrillMark | null {
  if (key === " ") return next;
  return /^[1-6]$/.test(key) ? (MARKS[Number(key) - 1] ?? null) : null;
}

/** Whether a key is meant for the control that has the focus. */
export function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return true;
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest("input, textarea, select, dialog")) return true;
  return event.key === " " && at?.closest("button, a") !== null && at !== null;
}

/** The lines of a text that holds one thing a line. */
export function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
