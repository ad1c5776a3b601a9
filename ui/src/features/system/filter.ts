// Which AI systems the list shows.
import type { SystemRow } from "../../api/contract.gen";

export interface Filter {
  search: string;
  /** Phase, or empty for all. */
  phase: string;
  /** Key area, or empty for all. */
  area: string;
  /** Grade 1 to 5, `none` for systems never assessed, `unsigned` for those that lack a signed assessment, or empty for all. */
  grade: string;
}

/** Whether a system is used, or was before a change or an incident. */
export function isUsed(row: SystemRow): boolean {
  return row.system.facts.phase !== "before_use" && row.system.facts.phase !== "retired";
}

export function filtered(rows: readonly SystemRow[], filter: Filter): SystemRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { facts } = row.system;
    if (filter.phase && facts.phase !== filter.phase) return false;
    if (filter.area && facts.keyArea !== filter.area) return false;
    if (filter.grade === "unsigned") {
      if (!row.lacksSigned) return false;
    } else if (filter.grade && String(row.last?.summary.grade ?? "none") !== filter.grade) return false;
    if (words.length === 0) return true;
    const text = [facts.name, facts.reference, facts.supplier, facts.model, facts.version, facts.unit, facts.purpose]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
