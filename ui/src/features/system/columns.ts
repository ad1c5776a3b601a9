// The columns that the list of AI systems can show, and which of them were chosen.
import type { SystemRow } from "../../api/contract.gen";
import type { Column } from "../../components/table";
import { t } from "../../l10n/index.svelte";

const KEPT = "assay-system-columns";
const DEFAULT = ["grade", "interval", "tier", "area", "phase", "unit", "actions"];

export function allColumns(): Column<SystemRow>[] {
  return [
    { id: "name", label: t("overview-column-system"), sortBy: (row) => row.system.facts.name },
    {
      id: "grade",
      label: t("overview-column-grade"),
      sortBy: (row) => row.last?.summary.grade ?? null,
      descendingFirst: true,
    },
    { id: "interval", label: t("overview-column-interval") },
    { id: "trend", label: t("overview-column-trend") },
    {
      id: "tier",
      label: t("overview-column-tier"),
      numeric: true,
      sortBy: (row) => row.last?.summary.tier ?? null,
      descendingFirst: true,
    },
    { id: "reference", label: t("system-field-reference"), sortBy: (row) => row.system.facts.reference || null },
    { id: "supplier", label: t("system-field-supplier"), sortBy: (row) => row.system.facts.supplier || null },
    { id: "area", label: t("system-field-keyArea"), sortBy: (row) => t(`area-${row.system.facts.keyArea}`) },
    { id: "phase", label: t("system-field-phase"), sortBy: (row) => t(`phase-${row.system.facts.phase}`) },
    { id: "unit", label: t("system-field-unit"), sortBy: (row) => row.system.facts.unit || null },
    {
      id: "actions",
      label: t("overview-column-actions"),
      numeric: true,
      sortBy: (row) => row.openActions,
      descendingFirst: true,
    },
    {
      id: "changed",
      label: t("overview-column-assessed"),
      numeric: true,
      sortBy: (row) => row.system.changedAt,
      descendingFirst: true,
    },
  ];
}

/** The columns that were chosen on this computer; the name is always among the shown. */
export function keptColumns(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    if (Array.isArray(kept)) return kept.filter((id): id is string => typeof id === "string");
  } catch {
    // Without storage, or with something else in it, the usual columns are shown.
  }
  return DEFAULT;
}

export function keepColumns(chosen: readonly string[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(chosen));
  } catch {
    // The choice then lasts as long as the screen.
  }
}
