import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { call } from "../src/api/backend";
import { l10n } from "../src/l10n/index.svelte";
import { enter, session } from "../src/lib/session.svelte";
import { by, click, haveDialogs, of, press, said, shown, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

const marks = (): number => document.querySelectorAll("[data-testid=drill-marks] li.set").length;

it("a row of the matrix is added, taken away again, and what is left is saved with the version that was seen", async () => {
  const calls = await shown("", "#/fallback/authorisation/s-1");
  await click("matrix-add");
  await click("matrix-add");
  expect(document.querySelectorAll("[data-testid=matrix-row]")).toHaveLength(3);
  document.querySelectorAll<HTMLElement>("[data-testid=matrix-row]")[1]?.querySelector("button")?.click();
  await expect.poll(() => document.querySelectorAll("[data-testid=matrix-row]").length).toBe(2);
  await click("matrix-save");
  await expect.poll(() => of(calls, "authorisation_save").length).toBe(1);
  const request = of(calls, "authorisation_save")[0]?.request as { version: number; actions: { permission: string }[] };
  expect(request.version).toBe(2);
  expect(request.actions.map((action) => action.permission)).toEqual(["after_approval", "never"]);
});

it("who approves is asked for and saved only where an operation waits for approval", async () => {
  const calls = await shown("", "#/fallback/authorisation/s-1");
  expect(by<HTMLInputElement>("matrix-approver").value).toBe("Shift lead");
  const permission = by<HTMLSelectElement>("matrix-permission");
  permission.value = "never";
  permission.dispatchEvent(new Event("change", { bubbles: true }));
  await expect.poll(() => by("matrix-approver")).toBeNull();
  expect(said("matrix-row")).toContain("not needed");
  await click("matrix-save");
  await expect.poll(() => of(calls, "authorisation_save").length).toBe(1);
  expect(of(calls, "authorisation_save")[0]?.request).toMatchObject({ actions: [{ permission: "never", approver: "" }] });
});

it("the matrix says what the AI may do more than in the version before", async () => {
  await shown("", "#/fallback/authorisation/s-1");
  expect(said("matrix-compared")).toContain("Propose a switching order");
  expect(said("matrix-compared")).toContain("from never to after approval");
});

it("a fallback plan is saved on top of the version that was seen, and says what is missing", async () => {
  const calls = await shown("", "#/fallback/plans/fp-1");
  expect(said()).toContain("3.5");
  await click("plan-save");
  await expect.poll(() => of(calls, "fallback_plan_save").length).toBe(1);
  expect(of(calls, "fallback_plan_save")[0]?.request).toMatchObject({ id: "fp-1", version: 3 });
});

/** Makes an approver of the person who is here. */
async function asApprover(): Promise<void> {
  if (session.open) await enter({ ...session.open, person: { ...session.open.person, roles: ["approver"] } });
}

it("a version is approved only while the form shows its text", async () => {
  const calls = await shown("", "#/fallback/plans/fp-1");
  await asApprover();
  const approve = (): HTMLButtonElement => by<HTMLButtonElement>("plan-approve");
  await expect.poll(() => approve()?.disabled).toBe(false);
  const stored = by<HTMLTextAreaElement>("plan-decider").value;
  await type("plan-decider", "The shift lead, by radio");
  expect(approve().disabled).toBe(true);
  expect(said("plan-approve-first")).toContain("Save it first");
  await type("plan-decider", stored);
  expect(approve().disabled).toBe(false);
  await click("plan-approve");
  await expect.poll(() => of(calls, "fallback_plan_approve").length).toBe(1);
});

it("what is typed stays when a version is approved", async () => {
  let done = (): void => undefined;
  const held = new Promise<void>((resolve) => (done = resolve));
  const calls = await shown("", "#/fallback/plans/fp-1", { name: "fallback_plan_approve", wait: () => held });
  await asApprover();
  await click("plan-approve");
  await type("plan-decider", "The shift lead, by radio");
  done();
  await expect.poll(() => of(calls, "fallback_plan_get").length).toBe(2);
  expect(by<HTMLTextAreaElement>("plan-decider").value).toBe("The shift lead, by radio");
});

it("a matrix is approved only while the form shows its text", async () => {
  await shown("", "#/fallback/authorisation/s-1");
  await asApprover();
  await expect.poll(() => by<HTMLButtonElement>("matrix-approve")?.disabled).toBe(false);
  await click("matrix-add");
  expect(by<HTMLButtonElement>("matrix-approve").disabled).toBe(true);
  expect(said("matrix-approve-first")).toContain("Save it first");
});

it("a running drill is marked by keys, and only by that of the next moment with the space bar", async () => {
  const calls = await shown("", "#/fallback/drills/dr-2");
  expect(marks()).toBe(3);
  press(" ");
  await expect.poll(() => of(calls, "drill_step").length).toBe(1);
  expect(of(calls, "drill_step")[0]?.request.step).toEqual({ kind: "mark", mark: "manual" });
  await expect.poll(marks).toBe(4);
  press("6");
  await expect.poll(() => of(calls, "drill_step").length).toBe(2);
  expect(of(calls, "drill_step")[1]?.request.step).toEqual({ kind: "mark", mark: "restored" });
});

it("the space bar marks nothing while a control has the focus, and keys of another part of the page mark nothing", async () => {
  let done = (): void => undefined;
  const held = new Promise<void>((resolve) => (done = resolve));
  const calls = await shown("", "#/fallback/drills/dr-2", { name: "drill_step", wait: () => held });
  await expect.poll(() => by("drill-backlog-one")).not.toBeNull();
  by("drill-backlog-one").focus();
  by("drill-backlog-one").click();
  await expect.poll(() => by("drill-backlog-one").getAttribute("aria-disabled")).toBe("true");
  // Under way the button keeps the focus, and takes no second press.
  expect(document.activeElement).toBe(by("drill-backlog-one"));
  press(" ");
  by("drill-backlog-one").click();
  done();
  await expect.poll(() => by("drill-backlog-one").getAttribute("aria-disabled")).toBeNull();
  by("rail-overview").focus();
  press("6");
  press(" ");
  expect(of(calls, "drill_step").map((call) => call.request.step)).toEqual([expect.objectContaining({ kind: "backlog" })]);
});

it("the stopwatch is read again when the window is seen, for the page's own clock sleeps with the computer", async () => {
  const calls = await shown("", "#/fallback/drills/dr-2");
  await expect.poll(() => by("drill-next")).not.toBeNull();
  document.dispatchEvent(new Event("visibilitychange"));
  await expect.poll(() => of(calls, "drill_get").length).toBe(2);
});

it("a drill is aborted only with a reason", async () => {
  const calls = await shown("", "#/fallback/drills/dr-2");
  await click("drill-abort");
  await click("drill-text-save");
  expect(of(calls, "drill_step")).toEqual([]);
  await type("drill-text", "A real fault came up");
  await click("drill-text-save");
  await expect.poll(() => of(calls, "drill_step").length).toBe(1);
  expect(of(calls, "drill_step")[0]?.request.step).toEqual({ kind: "abort", reason: "A real fault came up" });
});

it("evidence of a drill is taken off again, once that was asked", async () => {
  const calls = await shown("", "#/fallback/drills/dr-2");
  expect(said()).toContain("Observer's sheet");
  document.querySelector<HTMLElement>('[aria-label^="Remove: Observer"]')?.click();
  await expect.poll(() => said("evidence-detach-dialog")).toContain("Remove “Observer");
  expect(of(calls, "drill_evidence_detach")).toEqual([]);
  await click("evidence-detach-confirm");
  await expect.poll(() => of(calls, "drill_evidence_detach").length).toBe(1);
  expect(of(calls, "drill_evidence_detach")[0]?.request).toEqual({ id: "dr-2", piece: "e-9" });
  await expect.poll(() => said()).not.toContain("Observer's sheet");
  await expect.poll(() => document.activeElement?.closest(".evidence")).not.toBeNull();
});

it("before unlocking, a drill begins with a name alone", async () => {
  const calls = await shown("closed", "#/drill?file=/home/user/a.assay");
  await type("locked-named", "Load forecast");
  await click("locked-begin");
  expect(of(calls, "locked_drill_begin")[0]?.request).toMatchObject({ path: "/home/user/a.assay", named: "Load forecast" });
  await expect.poll(() => by("drill-next")).not.toBeNull();
  press(" ");
  await expect.poll(marks).toBe(1);
  expect(of(calls, "locked_drill_step")[0]?.request.step).toEqual({ kind: "mark", mark: "fault" });
  expect(by("locked-resumed")).toBeNull();
});

it("a recording that goes on says that the marks before are kept, takes any mark next, and calls no time one since the fault", async () => {
  const calls = await shown("closed", "#/drill?file=/home/user/a.assay");
  await click("locked-resume");
  await expect.poll(() => said("locked-resumed")).toContain("their times are kept");
  expect(by("drill-next")).toBeNull();
  press("4");
  await expect.poll(() => of(calls, "locked_drill_step").length).toBe(1);
  expect(of(calls, "locked_drill_step")[0]?.request.step).toEqual({ kind: "mark", mark: "manual" });
  await expect.poll(marks).toBe(1);
  expect(said()).not.toContain("Since the fault");
  expect(said("drill-marks").match(/Recorded before/g)).toHaveLength(3);
});

it("in Chinese, what is put together has Chinese punctuation", async () => {
  await shown("zh", "#/fallback/authorisation/s-1");
  const detail = await call("authorisation_get", { system: "s-1" });
  const facts = { day: "2026-10-01", action: "切换", result: "stopped", stoppedAfterS: 9, tester: "值长" };
  cleanup();
  await shown("zh", "#/fallback/authorisation/s-1", { name: "authorisation_get", answer: { ...detail, stopTests: [{ id: "st-1", facts }] } });
  await expect.poll(() => said("stop-list")).toContain("切换");
  expect(said("stop-list")).toContain("：");
  expect(said("stop-list")).not.toMatch(/[:,] /);
  cleanup();
  await shown("zh", "#/audits/programme");
  await expect.poll(() => said("plan-list")).not.toBe("");
  expect(said("plan-list")).toContain("：");
  expect(said("plan-list")).not.toMatch(/[(:]/);
  l10n.locale = "en";
});
