// Grades in words, as the catalogue names them.
import type { SystemRow } from "../api/contract.gen";
import { pick, t } from "../l10n/index.svelte";
import { gradeText, session } from "./session.svelte";

export type Interval = readonly [number, number, number];

export function gradeName(grade: number): string {
  return pick(gradeText(grade));
}

/** Names of the five grades, lowest first. */
export function gradeNames(): string[] {
  return (session.catalogue?.levels ?? []).map(pick);
}

/** The interval in words, such as "Moderate to Major". */
export function intervalText([best, , worst]: Interval): string {
  if (best === worst) return t("grade-interval-one", { best: gradeName(best) });
  return t("grade-interval", { best: gradeName(best), worst: gradeName(worst) });
}

export interface Trend {
  text: string;
  icon: "up" | "down" | "minus";
  kind: "good" | "bad" | "faint";
}

/** How the grade moved since the assessment before; nothing where there is no grade. */
export function trend(row: SystemRow): Trend | null {
  const grade = row.last?.summary.grade;
  if (grade === undefined) return null;
  if (row.gradeBefore === null) return { text: t("trend-first"), icon: "minus", kind: "faint" };
  if (row.gradeBefore === grade) return { text: t("trend-unchanged"), icon: "minus", kind: "faint" };
  const text = t("trend-was", { grade: gradeName(row.gradeBefore) });
  return grade > row.gradeBefore ? { text, icon: "up", kind: "bad" } : { text, icon: "down", kind: "good" };
}
