import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { connect } from "../src/api/backend";
import type { Overview, Programme } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { by, click, haveDialogs, of, said, shown, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

/** What a command answers on fixtures. */
async function answered<T>(name: "programme_get" | "workspace_overview"): Promise<T> {
  const backend = memory(new URLSearchParams());
  connect(backend);
  return (await backend.call(name, {})) as T;
}

it("misses of the programme stand on pages", async () => {
  const programme = await answered<Programme>("programme_get");
  const check = programme.missed[0];
  if (!check) throw new Error("nothing missed");
  const missed = Array.from({ length: 45 }, (_, at) => ({ ...check, system: `s-${at}`, systemName: `System ${at}` }));
  await shown("", "#/audits/programme", { name: "programme_get", answer: { ...programme, missed } });
  const lines = (): number => by("programme-missed").querySelectorAll("li").length;
  await expect.poll(lines).toBe(20);
  expect(said("programme-missed")).toContain("1 to 20 of 45");
  await click("programme-missed-pager-next");
  await click("programme-missed-pager-next");
  await expect.poll(lines).toBe(5);
  expect(said("programme-missed")).toContain("System 44");
});

it("the AI systems of a plan are searched where there are many", async () => {
  await shown("many", "#/audits/programme");
  await click("plan-add");
  const boxes = (): number => document.querySelectorAll('[data-testid^="plan-system-"]').length;
  await expect.poll(boxes).toBeGreaterThan(100);
  const name = document.querySelector('[data-testid^="plan-system-"]')?.closest("label")?.textContent?.trim() ?? "";
  expect(name).not.toBe("");
  await type("plan-search", name.toUpperCase());
  await expect.poll(boxes).toBeLessThan(100);
  expect(boxes()).toBeGreaterThan(0);
});

it("the log asks once for reasons however many AI systems there are, and not again with each filter", async () => {
  const calls = await shown("many", "#/decisions");
  await expect.poll(() => by("decision-log"), { timeout: 4000 }).not.toBeNull();
  expect(of(calls, "reason_list")).toHaveLength(1);
  window.location.hash = "#/decisions?disposition=overridden";
  await expect.poll(() => of(calls, "decision_counts").length).toBe(2);
  await tick();
  expect(of(calls, "reason_list")).toHaveLength(1);
});

it("the overview sorts all AI systems before it shows some, and says that there may be more misses", async () => {
  const overview = await answered<Overview>("workspace_overview");
  const check = overview.missedChecks[0];
  const row = overview.systems[0];
  if (!check || !row) throw new Error("nothing");
  const systems = Array.from({ length: 20 }, (_, at) => ({
    ...row,
    openActions: at,
    system: { ...row.system, id: `s-${at}`, facts: { ...row.system.facts, name: `System ${at}` } },
  }));
  const answer = { ...overview, systems, missedChecks: Array.from({ length: 100 }, () => check) };
  await shown("", "#/overview", { name: "workspace_overview", answer });
  await click("sort-actions");
  await expect.poll(() => document.querySelector("tbody tr")?.textContent ?? "").toContain("System 19");
  expect(said()).toContain("100 or more recurring checks were missed");
});
