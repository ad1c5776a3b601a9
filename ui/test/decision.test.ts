import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BackendError, call } from "../src/api/backend";
import { memory } from "../src/api/memory";
import { placeOf, rowAt, turned, way } from "../src/components/longScroll";
import { check, draftOf, emptyDraft, entryOf } from "../src/features/decision/entry";
import { emptyFilter, filterOf, queryOf } from "../src/features/decision/filter";
import { checkVolume, codeOf, emptyVolume, periodOf } from "../src/features/decision/volume";
import { parseMoment } from "../src/lib/day";
import { quick } from "../src/lib/quick.svelte";
import { by, of, shown, type Call } from "./shown";


/** Presses a key where the focus is, as the keyboard would. */
function press(key: string, more: KeyboardEventInit = {}): void {
  const at = document.activeElement ?? document.body;
  at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

function type(text: string): void {
  const field = document.activeElement as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const focused = (): string => document.activeElement?.id ?? "";

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  quick.open = false;
});

describe("noting a decision", () => {
  async function opened(options = "", refuse?: BackendError): Promise<Call[]> {
    const calls = await shown(options, "/overview", refuse && { name: "decision_add", error: refuse });
    press("d", { ctrlKey: true });
    await expect.poll(focused, { timeout: 4000 }).toBe("quick-disposition");
    await expect.poll(() => by<HTMLSelectElement>("entry-system").value).toBe("s-1");
    return calls;
  }

  it("takes two keys for what was done and why, from anywhere, and saves with Ctrl Enter", async () => {
    const calls = await opened();
    let keys = 2;
    const key = (name: string): void => {
      keys += 1;
      press(name);
    };
    key("3");
    await expect.poll(focused).toBe("quick-reasonCode");
    key("2");
    await expect.poll(focused).toBe("quick-aiOutput");
    type("switch feeder 12");
    keys += 1;
    document.getElementById("quick-humanFinal")?.focus();
    type("kept as it is");
    keys += 2;
    // The key is pressed twice, and there is one record all the same.
    press("Enter", { ctrlKey: true });
    press("Enter", { ctrlKey: true });
    await expect.poll(() => of(calls, "decision_add").length).toBe(1);
    expect(keys).toBeLessThanOrEqual(15);
    expect(of(calls, "decision_add")[0]?.request).toMatchObject({
      entry: {
        system: "s-1",
        disposition: "overridden",
        reasonCode: "missing-input",
        aiOutput: "switch feeder 12",
        humanFinal: "kept as it is",
        modelVersion: "2.4.1",
        decidedAt: null,
      },
    });
    await expect.poll(() => quick.open).toBe(false);
  });

  it("asks for words where the reason says nothing by itself", async () => {
    const calls = await opened();
    press("2");
    await expect.poll(focused).toBe("quick-reasonCode");
    press("c");
    await expect.poll(focused).toBe("quick-reasonText");
    document.getElementById("quick-humanFinal")?.focus();
    type("changed the order");
    press("Enter", { ctrlKey: true });
    await tick();
    expect(of(calls, "decision_add")).toEqual([]);
    expect(document.getElementById("quick-reasonText")?.getAttribute("aria-invalid")).toBe("true");
    expect(by("error-summary").textContent).toContain("in words");
  });

  it("keeps what was typed when the program refuses it, and says it beside its field", async () => {
    const refuse = new BackendError({ code: "decision-text-long", args: { field: "human_final", length: "10000" } });
    await opened("", refuse);
    press("5");
    await expect.poll(focused).toBe("quick-humanFinal");
    type("done by hand");
    press("Enter", { ctrlKey: true });
    await expect.poll(() => by("error-summary")?.textContent ?? "").toContain("10000");
    expect(document.getElementById("quick-humanFinal")?.getAttribute("aria-invalid")).toBe("true");
    expect(by<HTMLTextAreaElement>("entry-humanFinal").value).toBe("done by hand");
    quick.open = false;
    await tick();
    press("d", { ctrlKey: true });
    await expect.poll(() => by<HTMLTextAreaElement>("entry-humanFinal")?.value).toBe("done by hand");
  });

  it("has the model version that the system has when it is opened again, but not in place of one that was typed", async () => {
    await opened();
    const version = (): string => document.querySelector<HTMLInputElement>("#quick-modelVersion")?.value ?? "";
    by("quick-more").click();
    await expect.poll(version).not.toBe("");
    const before = version();
    const reopen = async (after: string): Promise<void> => {
      quick.open = false;
      await tick();
      const { system } = await call("system_get", { id: "s-1" });
      await call("system_save", { id: "s-1", facts: { ...system.facts, version: after }, revision: system.revision });
      press("d", { ctrlKey: true });
      await expect.poll(() => by("quick-more"), { timeout: 4000 }).not.toBeNull();
    };
    await reopen(`${before}-next`);
    await expect.poll(version).toBe(`${before}-next`);
    document.getElementById("quick-aiOutput")?.focus();
    type("grant");
    await reopen(`${before}-last`);
    await expect.poll(version).toBe(`${before}-last`);
    expect(by<HTMLTextAreaElement>("entry-aiOutput").value).toBe("grant");
    document.getElementById("quick-modelVersion")?.focus();
    type("mine");
    await reopen(`${before}-other`);
    await tick();
    expect(version()).toBe("mine");
  });

  it("does not take digits in a field for choices", async () => {
    await opened();
    press("1");
    await expect.poll(focused).toBe("quick-aiOutput");
    press("3");
    expect(document.querySelector<HTMLInputElement>("input[name=quick-disposition]:checked")?.value).toBe("accepted");
  });
});

describe("a correction", () => {
  it("is a new record that supersedes and keeps the time as it was stated", async () => {
    const calls = await shown("", "/decisions/d-3/correct");
    await expect.poll(() => by<HTMLTextAreaElement>("entry-humanFinal")?.value ?? "").not.toBe("");
    by("entry-humanFinal").focus();
    type("something else");
    press("Enter", { ctrlKey: true });
    await expect.poll(() => of(calls, "decision_correct").length).toBe(1);
    const { id, entry } = of(calls, "decision_correct")[0]?.request as { id: string; entry: Record<string, unknown> };
    expect(id).toBe("d-3");
    expect(entry).toMatchObject({ humanFinal: "something else", decidedAt: expect.stringContaining("T") });
    await expect.poll(() => document.querySelectorAll("[data-testid=decision-chain] > ol > li").length).toBe(2);
    expect(by("decision-chain").textContent).toContain("became “something else”");
  });

  it("leads from a superseded record to the one that counts", async () => {
    await shown("", "/decisions/d-3/correct");
    await expect.poll(() => by<HTMLTextAreaElement>("entry-humanFinal")?.value ?? "").not.toBe("");
    by("entry-humanFinal").focus();
    type("again");
    press("Enter", { ctrlKey: true });
    await expect.poll(() => window.location.hash).toBe("#/decisions/n-1");
    window.location.hash = "/decisions/d-3";
    await expect.poll(() => by("decision-superseded")?.querySelector("a")?.getAttribute("href")).toBe("#/decisions/n-1");
    expect(by("decision-correct")).toBeNull();
  });
});

describe("evidence of a record", () => {
  it("is attached by one more record of the chain", async () => {
    const calls = await shown("", "/decisions/d-3");
    await expect.poll(() => by("evidence-add-reference")).not.toBeNull();
    by("evidence-add-reference").click();
    await expect.poll(() => by("evidence-name")).not.toBeNull();
    by("evidence-name").focus();
    type("Minutes");
    by("evidence-locator").focus();
    type("shelf 4");
    by("evidence-save").click();
    await expect.poll(() => document.querySelector(".evidence .name")?.textContent ?? "").toContain("Minutes");
    const { id, piece } = of(calls, "decision_evidence_add")[0]?.request as { id: string; piece: unknown };
    expect(id).toBe("d-3");
    expect(piece).toMatchObject({ path: null, locator: "shelf 4", name: "Minutes", keepContent: true });
    expect(by("decision-chain").textContent).toContain("Evidence attached");
    expect(document.querySelector("[data-testid=evidence-dialog][open]")).toBeNull();
  });
});

describe("the log", () => {
  it("says its counts in words and asks for what the filters say", async () => {
    const calls = await shown("", "/decisions?disposition=modified,overridden&reason=weather-stale");
    await expect.poll(() => of(calls, "decision_counts").length).toBe(1);
    expect(of(calls, "decision_counts")[0]?.request).toEqual({
      filter: { ...emptyFilter(), dispositions: ["modified", "overridden"], reason: "weather-stale" },
    });
    await expect.poll(() => document.querySelector(".counted")?.textContent ?? "").toContain("overridden");
    expect(by<HTMLSelectElement>("log-disposition").value).toBe("modified,overridden");
  });

  it("shows rows anywhere in five million after one read", async () => {
    const calls = await shown("huge", "/decisions");
    await expect.poll(() => by("decision-log")?.querySelectorAll("tbody tr").length ?? 0).toBeGreaterThan(5);
    expect(by("decision-log").querySelector("table")?.getAttribute("aria-rowcount")).toBe("5000001");
    by("decision-log").focus();
    const before = of(calls, "decision_list").length;
    press("End");
    await expect.poll(() => by("decision-log").querySelector("tbody tr:last-child a")).not.toBeNull();
    expect(by("decision-log").querySelector("tbody tr:last-child")?.getAttribute("aria-rowindex")).toBe("5000001");
    expect(of(calls, "decision_list").length - before).toBe(1);
    expect(of(calls, "decision_list").at(-1)?.request.skip).toBe(4_999_900);
  });

  it("keeps its filter in the address, also what is to be missing", () => {
    const filter = {
      ...emptyFilter(),
      system: "s-1",
      from: "2026-01-01",
      dispositions: ["deferred" as const],
      reason: "",
      modelVersion: "2.4.1",
      caseText: "YC",
    };
    expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
    expect(queryOf(emptyFilter())).toEqual({});
    expect(filterOf(new URLSearchParams("disposition=all,accepted")).dispositions).toEqual(["accepted"]);
  });
});

describe("the way through a long list", () => {
  const five = way(5_000_000, 34, 20, 714);

  it("stays below what engines draw, and reaches the first and the last row", () => {
    expect(five.height).toBeLessThan(16_000_000);
    expect(rowAt(five, 0)).toBe(0);
    expect(rowAt(five, five.travel)).toBe(4_999_980);
    expect(rowAt(five, 10 * five.travel)).toBe(4_999_980);
  });

  it("comes back to the row whose place it gave", () => {
    for (const row of [0, 1, 2, 777, 2_499_999, 4_999_979, 4_999_980]) expect(rowAt(five, placeOf(five, row))).toBe(row);
  });

  it("is a pixel for a pixel while the list is short, and none for a list in view", () => {
    const short = way(100, 34, 20, 714);
    expect(placeOf(short, 10)).toBe(340);
    expect(way(5, 34, 20, 714).travel).toBe(0);
    expect(rowAt(way(5, 34, 20, 714), 50)).toBe(0);
  });

  it("moves by whole rows and forgets nothing of slow turns", () => {
    expect(turned({ deltaY: 100, deltaMode: 0 }, 34, 20, 0).rows).toBe(2);
    let left = 0;
    let moved = 0;
    for (let turn = 0; turn < 34; turn += 1) {
      const next = turned({ deltaY: 3, deltaMode: 0 }, 34, 20, left);
      left = next.left;
      moved += next.rows;
    }
    expect(moved).toBe(3);
    expect(turned({ deltaY: -1, deltaMode: 2 }, 34, 20, 0).rows).toBe(-20);
  });
});

describe("what is entered", () => {
  it("is checked in the order of the form", () => {
    expect(Object.keys(check(emptyDraft(), []))).toEqual(["disposition", "system"]);
    const draft = { ...emptyDraft(), system: "s-1", disposition: "overridden" as const, aiConfidence: "85", decidedAt: "yesterday" };
    expect(Object.keys(check(draft, []))).toEqual(["reasonCode", "humanFinal", "decidedAt", "aiConfidence"]);
  });

  it("leaves a deferred decision without an end, and takes an accepted output for the decision", () => {
    const draft = { ...emptyDraft(), system: "s-1", disposition: "deferred" as const };
    expect(check(draft, [])).toEqual({});
    expect(entryOf({ ...draft, disposition: "accepted", aiOutput: "grant" }).humanFinal).toBe("grant");
    expect(entryOf({ ...draft, disposition: "accepted", aiOutput: "grant", reasonCode: "other" }).reasonCode).toBeNull();
  });

  it("reads moments as people write them", () => {
    expect(parseMoment("2026-11-24 9:05")).toBe("2026-11-24 09:05");
    expect(parseMoment("2026年11月24日 14：05：09")).toBe("2026-11-24 14:05:09");
    for (const wrong of ["2026-11-24", "2026-11-24 24:00", "14:05", "2026-02-30 10:00"]) expect(parseMoment(wrong)).toBeNull();
  });

  it("goes to the form and back unchanged", async () => {
    const backend = memory(new URLSearchParams());
    const { decision } = await backend.call("decision_get", { id: "d-1" });
    expect(entryOf(draftOf(decision.facts))).toEqual(decision.facts);
  });
});

describe("volumes and reasons", () => {
  it("have the week from Monday to Sunday or the whole month around a day", () => {
    expect(periodOf("week", "2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(periodOf("week", "2026-11-16")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(periodOf("month", "2028-02-03")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(periodOf("day", "2026/2/3")).toEqual({ from: "2026-02-03", to: "2026-02-03" });
    expect(periodOf("month", "soon")).toBeNull();
  });

  it("say what is wrong beside the field", () => {
    const draft = { ...emptyVolume("s-1"), day: "2026-11-16" };
    expect(Object.keys(checkVolume(draft))).toEqual(["issued"]);
    draft.totals.issued = "900";
    draft.totals.accepted = "-1";
    draft.amount = "1.1234567";
    expect(Object.keys(checkVolume(draft))).toEqual(["accepted", "amount"]);
  });

  it("get a code from the English name that is not taken", () => {
    const taken = [{ id: "sensor-fault", name: { en: "", zh: "" }, meaning: { en: "", zh: "" }, needsText: false, own: true }];
    expect(codeOf("Sensor fault!", taken)).toBe("sensor-fault-2");
    expect(codeOf("传感器", [])).toBe("own");
    expect(codeOf("x".repeat(90), []).length).toBeLessThanOrEqual(40);
  });
});
