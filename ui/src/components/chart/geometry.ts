// Geometry of the charts, apart from their drawing so that it can be tested.

/** Round steps from 0 that reach a value: 0, 2, 4, 6 for 5.5. */
export function ticks(most: number, about = 4): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A straight scale from values to pixels. */
export function linear(from: number, to: number, first: number, last: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => round(first + ((value - from) / span) * (last - first));
}

/** A tenth of a pixel is enough, and keeps paths short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A point of a control chart. What is not known is nothing: it leaves a gap. */
export interface ControlPoint {
  /** Name of the period, as the axis writes it. */
  label: string;
  value: number | null;
  lower: number | null;
  centre: number | null;
  upper: number | null;
  /** Whether the limits were made from it. */
  baseline: boolean;
  /** What it signals, in a few words; nothing where it does not. */
  signal: string | null;
  /** What is said about it where it is looked at. */
  said: string;
}

export interface Placed extends ControlPoint {
  x: number;
  y: number | null;
}

export interface ControlPlot {
  points: Placed[];
  /** Values and heights of the lines across. */
  rules: { value: number; y: number }[];
  /** Places of the periods that are named on the axis. */
  names: { x: number; label: string }[];
  line: string;
  lower: string;
  centre: string;
  upper: string;
  /** The parts that were not used for limits, and those that were. */
  parts: { x: number; width: number; baseline: boolean }[];
  frame: { left: number; right: number; top: number; bottom: number };
}

const FRAME = { left: 52, right: 92, top: 22, bottom: 28 };

export function controlPlot(points: readonly ControlPoint[], width: number, height: number): ControlPlot {
  const frame = { left: FRAME.left, right: width - FRAME.right, top: FRAME.top, bottom: height - FRAME.bottom };
  const most = Math.max(0, ...points.flatMap(({ value, upper }) => [value ?? 0, upper ?? 0]));
  const steps = ticks(most * 1.02);
  const y = linear(0, steps.at(-1) ?? 1, frame.bottom, frame.top);
  const slot = (frame.right - frame.left) / Math.max(1, points.length);
  const x = (index: number): number => round(frame.left + (index + 0.5) * slot);
  const edge = (index: number): number => round(frame.left + index * slot);
  const placed = points.map((point, index): Placed => ({
    ...point,
    x: x(index),
    y: point.value === null ? null : y(point.value),
  }));
  return {
    points: placed,
    rules: steps.map((value) => ({ value, y: y(value) })),
    names: named(placed, frame.right - frame.left),
    line: joined(placed.map((point) => (point.y === null ? null : [point.x, point.y]))),
    lower: stairs(points.map((point) => point.lower), edge, y),
    centre: stairs(points.map((point) => point.centre), edge, y),
    upper: stairs(points.map((point) => point.upper), edge, y),
    parts: parts(points).map(({ from, to, baseline }) => ({ x: edge(from), width: round(edge(to) - edge(from)), baseline })),
    frame,
  };
}

/**
 * Runs of periods that limits were made from, and of periods judged by them. A gap belongs to the run before it,
 * one before all else to the first.
 */
function parts(points: readonly ControlPoint[]): { from: number; to: number; baseline: boolean }[] {
  const found: { from: number; to: number; baseline: boolean }[] = [];
  for (const [index, { baseline, value }] of points.entries()) {
    const last = found.at(-1);
    if (last && (value === null || last.baseline === baseline)) last.to = index + 1;
    else if (value !== null) found.push({ from: last ? index : 0, to: index + 1, baseline });
  }
  return found;
}

/** As many names as have room, evenly spread, the first among them. */
function named(points: readonly Placed[], width: number): { x: number; label: string }[] {
  const every = Math.max(1, Math.ceil((points.length * 84) / width));
  return points.filter((_, index) => index % every === 0).map(({ x, label }) => ({ x, label }));
}

function joined(points: readonly (readonly [number, number] | null)[]): string {
  let path = "";
  let down = false;
  for (const point of points) {
    if (point) path += `${down ? "L" : "M"}${point[0]} ${point[1]}`;
    down = point !== null;
  }
  return path;
}

/** A line that keeps its height over each period. */
function stairs(
  values: readonly (number | null)[],
  edge: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  let down = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${down ? "L" : "M"}${edge(index)} ${y(value)}H${edge(index + 1)}`;
    down = value !== null;
  }
  return path;
}

/** A diamond, so that a signal differs in shape too. */
export function diamond(x: number, y: number, size: number): string {
  return `M${x} ${round(y - size)}L${round(x + size)} ${y}L${x} ${round(y + size)}L${round(x - size)} ${y}Z`;
}

/** The text cut to a width, about; Chinese characters take the room of two. */
export function cut(text: string, width: number, perLetter = 6.6): string {
  let room = width / perLetter;
  for (const [index, letter] of [...text].entries()) {
    room -= /[\u2e80-\uffff]/.test(letter) ? 1.85 : 1;
    if (room < 0) return `${[...text].slice(0, Math.max(1, index - 1)).join("")}\u2026`;
  }
  return text;
}
