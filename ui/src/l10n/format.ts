// Dates, times and numbers as the language of the window writes them.
import { l10n } from "./index.svelte";

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = l10n.locale === "en" ? "en-GB" : "zh-CN";
  const key = locale + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options);
    formats.set(key, made);
  }
  return made;
}

/** The time zone in which times are shown: the workspace's, else the computer's. */
export const zone: { name: string | undefined } = { name: undefined };

/** A day such as 24 November 2026, from `YYYY-MM-DD`. */
export function day(value: string): string {
  return dateFormat({ dateStyle: "long", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
}

/** A day that fits a column, such as 24 Nov 2026. */
export function shortDay(value: string): string {
  return dateFormat({ dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
}

/** Day and time of a moment, in the workspace's time zone. */
export function moment(value: string): string {
  return dateFormat({ dateStyle: "medium", timeStyle: "short", timeZone: zone.name }).format(
    new Date(value),
  );
}

/** The same with seconds, for records. */
export function exactMoment(value: string): string {
  return dateFormat({ dateStyle: "medium", timeStyle: "medium", timeZone: zone.name }).format(
    new Date(value),
  );
}

/** The day of a moment in a sentence, in the workspace's time zone. */
export function momentDay(value: string): string {
  return dateFormat({ dateStyle: "medium", timeZone: zone.name }).format(new Date(value));
}

/** Hours and minutes of a moment. */
export function clock(value: string): string {
  return dateFormat({ timeStyle: "short", timeZone: zone.name, hourCycle: "h23" }).format(
    new Date(value),
  );
}

/** The same with seconds, for records. */
export function exactClock(value: string): string {
  return dateFormat({ timeStyle: "medium", timeZone: zone.name, hourCycle: "h23" }).format(
    new Date(value),
  );
}

/** Weekday and day of a moment, such as Tuesday 24 November 2026. */
export function longDay(value: string): string {
  return dateFormat({ dateStyle: "full", timeZone: zone.name }).format(new Date(value));
}

/** The day of a moment as `YYYY-MM-DD` in the workspace's time zone. */
export function isoDay(value: Date | string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone.name,
    calendar: "gregory",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(typeof value === "string" ? new Date(value) : value);
  // The parts are put together here, since no language writes them this way in every engine.
  return (["year", "month", "day"] as const)
    .map((wanted) => parts.find((part) => part.type === wanted)?.value ?? "")
    .join("-");
}

/** Day and time that fit a column, such as 2026-11-24 14:05; with seconds for records. */
export function columnMoment(value: string, seconds = false): string {
  return `${isoDay(value)} ${seconds ? exactClock(value) : clock(value)}`;
}

/** A clause as the language prints it: Chinese sets its brackets full width. */
export function printed(clause: string): string {
  if (l10n.locale === "en") return clause;
  return clause.replaceAll("(", "\uff08").replaceAll(")", "\uff09");
}

/** What stands between sentences: Chinese sets no space after its full stop or bracket. */
export function gap(): string {
  return l10n.locale === "en" ? " " : "";
}

/** What follows a clause on its line. */
export function afterClause(text: string): string {
  return gap() + text;
}

/** A clause as printed, and what it is called. */
export function clauseNamed(clause: string, name: string): string {
  return printed(clause) + afterClause(name);
}

/** A word as it stands alone in a list or a choice: with a capital where the language has them. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(l10n.locale) + text.slice(1);
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A number with the thousands marked. */
export function number(value: number): string {
  return new Intl.NumberFormat(l10n.locale).format(value);
}

/** A share with one place, such as 3.4 %; more places where it would look like none. */
export function percent(value: number): string {
  const places = value > 0 && value < 0.001 ? 3 : value > 0 && value < 0.01 ? 2 : 1;
  const shown = new Intl.NumberFormat(l10n.locale, { maximumFractionDigits: places, minimumFractionDigits: places === 1 ? 1 : 0 });
  return `${shown.format(value * 100)}${l10n.locale === "en" ? "\u00a0%" : "%"}`;
}

/** A share with three places, where somebody asks for it exactly. */
export function finePercent(value: number): string {
  const shown = new Intl.NumberFormat(l10n.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value * 100);
  return `${shown}${l10n.locale === "en" ? "\u00a0%" : "%"}`;
}

/** A share on an axis or in a table: without places where they say nothing. */
export function roundPercent(value: number): string {
  const shown = new Intl.NumberFormat(l10n.locale, { maximumFractionDigits: 1 }).format(value * 100);
  return `${shown}${l10n.locale === "en" ? "\u00a0%" : "%"}`;
}

/** A number in three figures, however large or small, such as a rate by exposure. */
export function threeFigures(value: number): string {
  return new Intl.NumberFormat(l10n.locale, { maximumSignificantDigits: 3 }).format(value);
}

/** A number with places, such as a ratio or a kappa. */
export function decimal(value: number, places = 2): string {
  return new Intl.NumberFormat(l10n.locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);
}

/** A day of this year in few letters, such as 9 Nov, from `YYYY-MM-DD`. */
export function briefDay(value: string): string {
  return dateFormat({ day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
}

/** A month such as November 2026, from a day in it. */
export function month(value: string): string {
  return dateFormat({ year: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
}

/** A length in bytes, in the unit that reads best. */
export function size(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** A digest in groups of four, shortened in the middle: `9f3c 71a0 … 2e84`. */
export function shortDigest(sha256: string): string {
  if (sha256.length < 16) return sha256;
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`;
}

/** Sentences or clauses in a row, with the gap of the language. */
export function sentences(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(gap());
}

/** Facts in a row, with the comma of the language. */
export function inRow(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(l10n.locale === "en" ? ", " : "\uff0c");
}

/** A name and what it names, with the colon of the language. */
export function named(name: string, what: string): string {
  return `${name}${l10n.locale === "en" ? ": " : "\uff1a"}${what}`;
}

/** A list in words, such as "a, b and c". */
export function list(items: readonly string[]): string {
  if (l10n.locale === "zh-CN") return items.join("、");
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);
}
