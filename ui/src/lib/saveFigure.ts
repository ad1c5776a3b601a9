// Saves a chart where the person wants it: as a picture, or the numbers behind it as a table.
import { call } from "../api/backend";
import type { FigureCell, FigureFormat, TableFormat } from "../api/contract.gen";
import { base64, pngOf, svgOf } from "../components/chart/paint";
import { t } from "../l10n/index.svelte";

export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly FigureCell[])[];
}

/** Asks where to and writes; gives back the path, or nothing when nobody chose one. */
export async function saveFigure(
  format: FigureFormat | TableFormat,
  name: string,
  svg: SVGSVGElement,
  table: FigureTable,
): Promise<string | null> {
  const isPicture = format === "svg" || format === "png";
  const { path } = await call("file_pick", {
    purpose: isPicture ? "figure_export" : "table_export",
    title: t("chart-export-title"),
    suggested: `${name}.${format}`,
  });
  if (!path) return null;
  if (isPicture) {
    const bytes = format === "svg" ? new TextEncoder().encode(svgOf(svg)) : await pngOf(svg);
    await call("figure_save", { path, format, base64: base64(bytes) });
  } else {
    await call("figure_table_save", { path, format, columns: [...table.columns], rows: table.rows.map((row) => [...row]) });
  }
  return path;
}
