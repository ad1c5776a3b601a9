import type { PaperSize, ReportLocale } from "../api/contract.gen";
import { LOCALES, t } from "../l10n/index.svelte";

const PAPERS: PaperSize[] = ["a4", "letter"];

/** The papers on which a report may be set, as a select offers them. */
export function papers(): { value: string; label: string }[] {
  return PAPERS.map((value) => ({ value, label: t(`settings-paper-${value}`) }));
}

/** The languages in which a report may be told, as a select offers them. */
export function reportLanguages(): { value: ReportLocale; label: string }[] {
  return ([...LOCALES, "both"] as const).map((value) => ({ value, label: t(`language-${value}`) }));
}
