import type { PaperSize, ReportLocale } from "../api/contract.gen";
import { LOCALE_NAMES, LOCALES, t } from "../l10n/index.svelte";

const PAPERS: PaperSize[] = ["a4", "letter"];

/** The papers on which a report may be set, as a select offers them. */
export function papers(): { value: string; label: string }[] {
  return PAPERS.map((value) => ({ value, label: t(`settings-paper-${value}`) }));
}

/** The languages in which a report may be told, as a select offers them. */
export function reportLanguages(): { value: ReportLocale; label: string }[] {
  return [
    ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    { value: "both", label: t("language-both") },
  ];
}
