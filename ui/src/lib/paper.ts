import type { PaperSize } from "../api/contract.gen";
import { t } from "../l10n/index.svelte";

const PAPERS: PaperSize[] = ["a4", "letter"];

/** The papers on which a report may be set, as a select offers them. */
export function papers(): { value: string; label: string }[] {
  return PAPERS.map((value) => ({ value, label: t(`settings-paper-${value}`) }));
}
