import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../src/api/backend";
import type { DecisionImportPlan, DecisionImportState, Mapping } from "../src/api/contract.gen";
import { importFile } from "../src/api/importFixtures";
import { memory } from "../src/api/memory";
import { withContent } from "../src/features/decision/importFields";
import { ImportPlan } from "../src/features/decision/importPlan.svelte";
import { forgetImport, importJob } from "../src/lib/importJob.svelte";
import { by, shown as open, type Call } from "./shown";

async function shown(options = ""): Promise<Call[]> {
  const calls = await open(options, "/decisions/import");
  await expect.poll(() => by<HTMLSelectElement>("imports-system")?.value ?? "", { timeout: 4000 }).toBe("s-1");
  return calls;
}

const plans = (calls: readonly Call[]): DecisionImportPlan[] =>
  calls.filter((call) => call.name === "decision_import_preview").map((call) => call.request as unknown as DecisionImportPlan);
const phase = (): string => by("imports-state")?.dataset.phase ?? "";

function choose(id: string, value: string): void {
  const select = by<HTMLSelectElement>(id);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

async function picked(options = ""): Promise<Call[]> {
  const calls = await shown(options);
  by("imports-pick").click();
  await expect.poll(() => by("imports-rows")?.querySelectorAll("tbody tr").length ?? 0).toBe(50);
  return calls;
}

/** Gives the one word that the program does not know a meaning. */
async function translated(): Promise<void> {
  by("imports-values-reasonCode").click();
  await tick();
  choose("imports-word", "missing-input");
  by("imports-values-save").click();
  await expect.poll(() => document.querySelectorAll("tr.refused").length).toBe(0);
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await expect.poll(() => importJob.running, { timeout: 4000 }).toBe(false);
  forgetImport();
  cleanup();
});

describe("the import wizard", () => {
  it("shows the first rows as they would come out, and each problem at its row", async () => {
    const calls = await picked();
    expect(plans(calls)[0]?.mapping.columns.decidedAt).toEqual(["Date", "Time"]);
    const refused = [...document.querySelectorAll("tr.refused")];
    expect(refused).toHaveLength(6);
    expect(refused[0]?.textContent).toContain("papers missing");
    expect(by("imports-rows").textContent).toContain("2026-10-01 08:00");
  });

  it("looks again after each change of the mapping", async () => {
    const calls = await picked();
    await translated();
    expect(plans(calls).at(-1)?.mapping.values.reasonCode).toEqual({ "papers missing": "missing-input" });
    by("imports-rule-stated").click();
    await expect.poll(() => by("imports-problem")?.textContent ?? "").toContain("Choose a column for it, or a rule");
    choose("imports-constant-disposition", "overridden");
    await expect.poll(() => by("imports-problem")).toBeNull();
    expect(plans(calls).at(-1)?.mapping).toMatchObject({ rule: { kind: "stated" }, constants: { disposition: "overridden" } });
  });

  it("marks the field that is missing and keeps the rows of the file in sight", async () => {
    await picked();
    choose("imports-map-aiOutput", "");
    await expect.poll(() => by("imports-map-aiOutput").getAttribute("aria-invalid")).toBe("true");
    expect(by("imports-rows").textContent).toContain("01.10.2026");
  });

  it("tries the whole file first, lists what can't be taken, and imports only when nothing is left", async () => {
    const calls = await picked();
    by("imports-try").click();
    await expect.poll(phase, { timeout: 4000 }).toBe("tried");
    expect(by("imports-problem-list").querySelectorAll("tbody tr").length).toBeGreaterThan(0);
    expect(by("imports-start")).toBeNull();
    by("imports-problems-save").click();
    await expect.poll(() => calls.some((call) => call.name === "decision_import_problems_save")).toBe(true);
    by("imports-back").click();
    await tick();
    await translated();
    by("imports-try").click();
    await expect.poll(phase, { timeout: 4000 }).toBe("tried");
    by("imports-start").click();
    await expect.poll(phase, { timeout: 4000 }).toBe("imported");
    expect(calls.filter((call) => call.name === "decision_import_start").map((call) => (call.request as { trial: boolean }).trial)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("goes on while other screens are shown, and says how far it is", async () => {
    await picked();
    by("imports-try").click();
    await expect.poll(phase).toBe("running");
    window.location.hash = "/systems";
    await expect.poll(() => document.querySelector("h1")?.textContent ?? "").toContain("AI systems");
    expect(by("importing")?.getAttribute("href")).toBe("#/decisions/import");
    const before = importJob.state?.bytes ?? 0;
    await expect.poll(() => importJob.state?.bytes ?? 0).toBeGreaterThan(before);
    await expect.poll(() => by("importing"), { timeout: 4000 }).toBeNull();
  });

  it("can be cancelled", async () => {
    await picked();
    by("imports-try").click();
    await expect.poll(() => by("imports-cancel")).not.toBeNull();
    by("imports-cancel").click();
    await expect.poll(phase).toBe("cancelled");
  });

  it("takes a whole import back after naming it", async () => {
    const calls = await shown();
    await expect.poll(() => by("imports-list")?.querySelectorAll("tbody tr").length ?? 0).toBe(2);
    by("imports-undo").click();
    await tick();
    expect(by("imports-undo-dialog").textContent).toContain("dispatch-2026-09.csv");
    by("imports-undo-confirm").click();
    await expect.poll(() => calls.some((call) => call.name === "decision_import_undo")).toBe(true);
    await expect.poll(phase).toBe("undone");
  });
});

describe("a mapping", () => {
  it("is there again when the content is chosen otherwise and back", async () => {
    connect(memory(new URLSearchParams()));
    const plan = new ImportPlan();
    plan.system = "s-1";
    await plan.read("/home/user/dispatch.csv");
    plan.translate("reasonCode", { "papers missing": "missing-input" });
    plan.choose("volumes");
    expect(plan.mapping?.columns).toEqual({});
    plan.set({ reading: { ...(plan.mapping as Mapping).reading, decimalComma: true } });
    plan.choose("decisions");
    expect(plan.mapping?.columns.decidedAt).toEqual(["Date", "Time"]);
    expect(plan.mapping?.values.reasonCode).toEqual({ "papers missing": "missing-input" });
    expect(plan.mapping?.reading.decimalComma).toBe(true);
  });

  it("loses what the other content does not have", () => {
    const { mapping } = importFile(false, null);
    const volumes = withContent({ ...mapping, constants: { decisionPoint: "gate", reasonCode: "other" } }, "volumes");
    expect(volumes.columns).toEqual({});
    expect(volumes.constants).toEqual({ decisionPoint: "gate" });
    expect(withContent(volumes, "decisions").wide).toBeNull();
  });
});

describe("the state of an import", () => {
  it("is no import where the program knows of none", async () => {
    await shown();
    const none: DecisionImportState | null = importJob.state;
    expect(none).toBeNull();
  });
});
