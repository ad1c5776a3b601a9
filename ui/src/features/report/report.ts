// Reports: where they stand and what to write them to.
import type { Report, ReportSubject } from "../../api/contract.gen";
import { call } from "../../api/backend";
import { t } from "../../l10n/index.svelte";
import { href } from "../../routes";

export function isUnsigned(report: Report): boolean {
  return report.signers.length > 0 && (report.state === "unsigned" || report.state === "partly_signed");
}

/** What a report is about, in words; the ledger of the whole organisation has no name of its own. */
export function aboutOf(report: Report): string {
  return report.about || t("report-about-all");
}

/** Where the thing itself is shown. */
export function thing(subject: ReportSubject): string {
  switch (subject.kind) {
    case "assessment":
      return href("assessment", { id: subject.id });
    case "audit":
      return href("audit", { id: subject.id });
    case "ledger":
      return href("findingLedger");
    case "incident":
      return href("incident", { id: subject.id });
    case "fallback_card":
      return href("fallbackPlan", { id: subject.id });
    case "drill":
      return href("drill", { id: subject.id });
    case "overview":
      return href("overview");
    case "decisions":
      return href("decisionAnalysis", {}, { system: subject.id });
    case "comparison":
      return href("assessment", { id: subject.id });
  }
}

/** Kind, thing and number of a report. */
export function reportName(report: Report): string {
  return t("report-page-title", {
    kind: t(`report-kind-${report.subject.kind}`),
    about: aboutOf(report),
    number: report.number,
  });
}

/** Asks where to and writes an editable copy there; nothing when the person changed their mind. */
export async function copyReport(report: string, fileName: string): Promise<{ path: string; size: number } | null> {
  const { path } = await call("file_pick", {
    purpose: "report_copy",
    title: t("report-copy-title"),
    suggested: fileName.replace(/\.pdf$/, ".docx"),
  });
  return path ? call("report_copy", { report, path }) : null;
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
