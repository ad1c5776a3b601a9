// What of decision records points at persons, for tests and for drawing screens.
import type { Privacy, ReviewerName, SystemRow, ThinState } from "./contract.gen";
import type { Handlers } from "./memory";

const BEFORE = "2025-11-24";
const RECORDS = 2_400;
const STEP = 1_000;

/** Handlers that keep the settings, and thin what is past the period once. */
export function privacyHandlers(systems: SystemRow[]): Handlers {
  let settings: Privacy["settings"] = { keepNames: false, retentionMonths: null };
  let names: ReviewerName[] = [];
  let left = systems.length > 0 ? RECORDS : 0;
  let running: ThinState | null = null;
  const privacy = (): Privacy => ({ settings, names: names.length, readable: settings.keepNames });
  return {
    privacy_get: privacy,
    privacy_save: (next) => {
      const some = [
        { pseudonym: "R-2K7M9QXD", name: "Records Clerk" },
        { pseudonym: "R-7KQ2M9XD", name: "Li Hua" },
      ];
      names = next.keepNames ? (settings.keepNames ? names : some) : [];
      settings = next;
      return privacy();
    },
    reviewer_names: () => ({ names }),
    decision_thin_preview: () => {
      const row = systems[0];
      const due = { labels: ["grant", "refuse"], others: 3, records: left };
      return {
        before: settings.retentionMonths === null ? null : BEFORE,
        systems: row && left > 0 ? [{ system: row.system.id, systemName: row.system.facts.name, ...due }] : [],
      };
    },
    decision_thin: () => {
      const before: ThinState = running ?? { phase: "looking", before: BEFORE, records: left, thinned: 0 };
      const thinned = running ? Math.min(before.thinned + STEP, before.records) : 0;
      const state: ThinState = { ...before, thinned, phase: thinned === before.records ? "done" : "thinning" };
      running = state.phase === "done" ? null : state;
      if (state.phase === "done") left = 0;
      return state;
    },
  };
}
