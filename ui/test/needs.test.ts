import { expect, it } from "vitest";
import * as fixtures from "../src/api/fixtures";
import { needCount, needs } from "../src/features/workspace/needs";

it("an approved assessment whose report waits for signatures is told once, with the reports", () => {
  const overview = fixtures.overview([], []);
  const row = fixtures.systems(false, 3)[0]?.last;
  if (!row) throw new Error("a system with an assessment");
  const told = (toSign: string[]) => {
    const read = { ...overview, running: [row], toSign, unsignedReports: 1 };
    return [needCount(read), ...needs(read, "2026-11-01").map((need) => need.id)];
  };
  expect(told([])).toEqual([2, row.id, "unsigned"]);
  expect(told([row.id])).toEqual([1, "unsigned"]);
});
