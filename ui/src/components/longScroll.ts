// Where a list of millions of rows stands. Engines let no element grow beyond about 33 million
// pixels, which is less than a million rows: so the way of the scroll bar is shorter than the rows
// together, and its place is a share of the list, not a number of pixels.

/** The longest way in pixels; every engine draws it, and each place on it is exact. */
export const LONGEST = 8_000_000;

export interface Way {
  /** Height of all that is scrolled, in pixels. */
  height: number;
  /** The first row of the last screenful. */
  last: number;
  /** How far the scroll bar goes, in pixels. */
  travel: number;
}

/** The way through a list: how many rows, how high each, how many are seen at once, in how high a window. */
export function way(count: number, rowHeight: number, rows: number, view: number): Way {
  const last = Math.max(0, count - rows);
  const height = last === 0 ? view : view + Math.min(last * rowHeight, LONGEST);
  return { height, last, travel: height - view };
}

/** The first row at a place of the scroll bar. */
export function rowAt({ last, travel }: Way, scrollTop: number): number {
  if (travel <= 0) return 0;
  return Math.max(0, Math.min(last, Math.round((scrollTop / travel) * last)));
}

/** The place of the scroll bar at which a row comes first. */
export function placeOf({ last, travel }: Way, row: number): number {
  return last === 0 ? 0 : (Math.max(0, Math.min(last, row)) / last) * travel;
}

/** By how many rows a turn of the wheel moves, and what of it is left for the next one. */
export function turned(
  event: { deltaY: number; deltaMode: number },
  rowHeight: number,
  rows: number,
  left: number,
): { rows: number; left: number } {
  const perUnit = [1 / rowHeight, 1, rows][event.deltaMode] ?? 1;
  const all = left + event.deltaY * perUnit;
  const whole = Math.trunc(all);
  return { rows: whole, left: all - whole };
}
