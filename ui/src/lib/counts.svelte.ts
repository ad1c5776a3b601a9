// The grey numbers in the rail, kept by the screens that know them.
import { call } from "../api/backend";
import type { IncidentRow, Overview } from "../api/contract.gen";
import type { RailPlace } from "../routes";
import { onLock } from "./forget";

export const counts = $state<Partial<Record<RailPlace, number>>>({});

onLock(() => {
  for (const place of Object.keys(counts) as RailPlace[]) delete counts[place];
});

export function countOverview(read: Overview): void {
  counts.systems = read.systems.length;
  counts.assessments = read.running.length;
  counts.reports = read.unsignedReports;
  counts.actions = read.systems.reduce((sum, row) => sum + row.openActions, 0);
}

/** Counts those that are not closed, of all AI systems. */
export function countIncidents(rows: readonly IncidentRow[]): void {
  counts.incidents = rows.filter((row) => row.incident.state !== "closed").length;
}

/** Reads all numbers, for who begins on another screen than the overview. */
export async function readCounts(): Promise<void> {
  const [overview, { incidents }] = await Promise.all([call("workspace_overview", {}), call("incident_list", { system: null })]);
  countOverview(overview);
  countIncidents(incidents);
}
