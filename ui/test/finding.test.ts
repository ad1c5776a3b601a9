import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { by, click, haveDialogs, of, said, shown, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("a finding of a question has the severity that the method's table proposes, and another only with a reason", async () => {
  const calls = await shown("", "#/audits/findings/new?system=s-1&audit=au-5&question=b-sc-01&failing=fails");
  await expect.poll(() => by<HTMLInputElement>("finding-severity-medium")?.checked).toBe(true);
  await type("finding-title", "No figure for wrong answers");
  await click("finding-severity-low");
  await click("finding-save");
  expect(said("error-summary")).toContain("Say why the severity");
  expect(of(calls, "finding_add")).toEqual([]);
  await type("finding-severity-reason", "The draft is being signed");
  await click("finding-save");
  await expect.poll(() => of(calls, "finding_add").length).toBe(1);
  expect(of(calls, "finding_add")[0]?.request).toMatchObject({
    system: "s-1", audit: "au-5", question: "b-sc-01", failing: "fails", severity: "low", severityReason: "The draft is being signed",
  });
  await expect.poll(() => window.location.hash).toMatch(/^#\/audits\/findings\/f-/);
});

it("a finding of no question has no severity until somebody chooses one", async () => {
  const calls = await shown("", "#/audits/findings/new?system=s-1");
  await type("finding-title", "Nobody signed");
  await click("finding-save");
  expect(said("error-summary")).toContain("Choose a severity");
  expect(of(calls, "finding_add")).toEqual([]);
});

it("steps lead a finding to closed, and verifying asks for words and says when nobody else looked", async () => {
  const calls = await shown("", "#/audits/findings/f-1");
  await click("finding-step-remedied");
  await click("step-save");
  await click("finding-step-verify");
  expect(by("step-alone")).not.toBeNull();
  await click("step-save");
  expect(of(calls, "finding_move")).toHaveLength(1);
  await type("step-note", "Every shift knows them");
  await click("step-save");
  await expect.poll(() => by("finding-step-reopen")).not.toBeNull();
  expect(of(calls, "finding_move").at(-1)?.request).toMatchObject({ id: "f-1", move: { step: "verify", note: "Every shift knows them" } });
  expect(by("finding-step-remedied")).toBeNull();
});

it("where remedy waits for an action, adding one is the main button and the step says why it can't be taken", async () => {
  await shown("", "#/audits/findings/f-3");
  await expect.poll(() => by("finding-action-add")?.classList.contains("primary")).toBe(true);
  expect(document.querySelectorAll("main .btn.primary")).toHaveLength(1);
  await click("finding-step-start_remedy");
  expect(said("step-blocked")).toContain("add an action with an owner and a due date first");
  const button = by<HTMLButtonElement>("step-save");
  expect(button.disabled).toBe(true);
  expect(button.getAttribute("aria-describedby")).toBe(by("step-blocked").id);
});

it("accepting a finding asks until when", async () => {
  const calls = await shown("", "#/audits/findings/f-3");
  await click("finding-step-accept");
  await type("step-note", "The system is replaced in spring");
  await click("step-save");
  expect(of(calls, "finding_move")).toEqual([]);
  await type("step-until", "2027-03-31");
  await click("step-save");
  await expect.poll(() => of(calls, "finding_move").length).toBe(1);
  await expect.poll(() => said()).toContain("2027-03-31");
});

it("a step on what somebody else changed meanwhile is refused in words and takes no effect", async () => {
  const error = new BackendError({ code: "stale", args: { current: "5" } });
  await shown("", "#/audits/findings/f-1", { name: "finding_move", error });
  await click("finding-step-remedied");
  await click("step-save");
  await expect.poll(() => said("step-dialog")).toContain("Somebody saved this in the meantime");
  expect(by("finding-step-remedied")).not.toBeNull();
});

it("a finding that came back leads to the earlier one", async () => {
  await shown("", "#/audits/findings/f-3");
  expect(by("finding-earlier").querySelector("a")?.getAttribute("href")).toBe("#/audits/findings/f-0");
});

it("the list is narrowed by state and by what is overdue", async () => {
  const calls = await shown("", "#/audits/findings");
  await expect.poll(() => by("finding-table")?.querySelectorAll("tbody tr").length).toBe(2);
  by<HTMLInputElement>("finding-late").click();
  await expect.poll(() => by("finding-table")?.querySelectorAll("tbody tr").length).toBe(1);
  expect(of(calls, "finding_list").at(-1)?.request).toMatchObject({ overdue: true });
});

it("a ledger is read, shows what it changes, and is taken by its digest", async () => {
  const calls = await shown("", "#/audits/findings/ledger");
  await click("ledger-pick");
  await expect.poll(() => by("ledger-change-list")?.querySelectorAll("tbody tr").length).toBe(1);
  expect(said("ledger-change-list")).toContain("2026-12-04");
  await click("ledger-take");
  await expect.poll(() => of(calls, "finding_ledger_take").length).toBe(1);
  expect(of(calls, "finding_ledger_take")[0]?.request.sha256).toMatch(/^[0-9a-f]{64}$/);
});
