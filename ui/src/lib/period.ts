// Periods in words, the same on every screen.
import type { Period } from "../api/contract.gen";
import { t } from "../l10n/index.svelte";

/** A period such as 2026-10-01 to 2026-12-31, or its quarter where it is one. */
export function periodText({ from, to }: Period): string {
  const quarter = quarterOf(from, to);
  if (quarter) return t("period-quarter", { year: from.slice(0, 4), quarter });
  return t("period-range", { from, to });
}

function quarterOf(from: string, to: string): string | null {
  const year = from.slice(0, 4);
  const ends: Record<string, string> = {
    [`${year}-01-01`]: `${year}-03-31`,
    [`${year}-04-01`]: `${year}-06-30`,
    [`${year}-07-01`]: `${year}-09-30`,
    [`${year}-10-01`]: `${year}-12-31`,
  };
  if (ends[from] !== to) return null;
  return String((Number(from.slice(5, 7)) + 2) / 3);
}
