// Reports: where they stand and what to write them to.
import type { Report } from "../../api/contract.gen";
import { call } from "../../api/backend";
import { t } from "../../l10n/index.svelte";

export function isUnsigned(report: Report): boolean {
  return report.state === "unsigned" || report.state === "partly_signed";
}

/** Asks where to and writes the PDF there; nothing when the person changed their mind. */
export async function exportReport(report: string, fileName: string): Promise<{ path: string; size: number } | null> {
  const { path } = await call("file_pick", {
    purpose: "report_export",
    title: t("report-export-title"),
    suggested: fileName,
  });
  return path ? call("report_export", { report, path }) : null;
}
