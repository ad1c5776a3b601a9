// Where a workspace file lies, as a person names it.

/** File name without folder and ending. */
export function shortName(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  return file.replace(/\.assay$/i, "");
}

/** A file with the folder it lies in; what comes before is left out. */
export function shortPath(path: string): string {
  const separator = path.includes("\\") ? "\\" : "/";
  const parts = path.split(separator);
  return parts.length > 3 ? ["…", ...parts.slice(-2)].join(separator) : path;
}

/** A file for a new workspace in a folder, named after the organisation. */
export function proposedPath(folder: string, organisation: string): string {
  const separator = folder.includes("\\") ? "\\" : "/";
  const name = organisation
    .trim()
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, "")
    .replace(/\s+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${folder.replace(/[\\/]$/, "")}${separator}${name || "workspace"}.assay`;
}

/** The names of all time zones, the computer's own first. */
export function timeZones(): string[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set([own, "Asia/Shanghai", "UTC", ...all])].filter(Boolean);
}
