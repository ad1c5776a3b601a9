import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { call } from "../src/api/backend";
import { memory } from "../src/api/memory";
import { stateNow } from "../src/features/incident/incident";
import { by, click, haveDialogs, of, plain, said, shown, submit, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

const clocks = (state: string): number => document.querySelectorAll(`[data-testid=incident-clock][data-state=${state}]`).length;

it("an incident is recorded with what is known, and only what is missing is asked for", async () => {
  const calls = await shown("", "#/incidents/new");
  await click("incident-save");
  expect(said("error-summary")).toContain("what happened");
  expect(of(calls, "incident_save")).toEqual([]);
  await type("incident-title", "Wrong refusals");
  await click("incident-save");
  await expect.poll(() => of(calls, "incident_save").length).toBe(1);
  const { id, revision, entry } = of(calls, "incident_save")[0]?.request as Record<string, Record<string, unknown> | null>;
  expect([id, revision]).toEqual([null, null]);
  expect(entry).toMatchObject({ system: "s-1", kind: "event", severity: null, title: "Wrong refusals", noticedAt: null });
});

it("a report with its receipt answers one clock and leaves the other", async () => {
  const calls = await shown("", "#/incidents/i-1");
  const waiting = clocks("overdue") + clocks("running");
  expect(waiting).toBe(2);
  await click("incident-report");
  await type("report-receipt", "12387-0042");
  await click("report-save");
  await expect.poll(() => clocks("overdue") + clocks("running")).toBe(1);
  expect(of(calls, "incident_report_add")[0]?.request).toMatchObject({
    incident: "i-1", duty: "cn-infrastructure-protection", entry: { kind: "made", receipt: "12387-0042" },
  });
  expect(said()).toContain("12387-0042");
});

it("a clock that runs out says so beside its time, and the clocks are read again when the window is seen", async () => {
  const calls = await shown("", "#/incidents/i-1");
  const detail = await call("incident_get", { id: "i-1" });
  const running = detail.clocks.find((clock) => clock.state === "running" || clock.state === "overdue");
  if (!running) throw new Error("no clock");
  const clock = { ...running, state: "running" as const, leftS: 30 };
  expect(stateNow(clock, 30)).toBe("running");
  expect(stateNow(clock, 31)).toBe("overdue");
  expect(stateNow({ ...clock, state: "in_time" }, 31)).toBe("in_time");
  const read = of(calls, "incident_get").length;
  document.dispatchEvent(new Event("visibilitychange"));
  await expect.poll(() => of(calls, "incident_get").length).toBe(read + 1);
});

it("that no report is due is said with a reason", async () => {
  const calls = await shown("", "#/incidents/i-1");
  await click("incident-waive");
  await click("report-save");
  expect(of(calls, "incident_report_add")).toEqual([]);
  await type("report-note", "Not a network incident");
  await click("report-save");
  await expect.poll(() => clocks("not_due")).toBe(1);
});

it("what an incident lacks for being closed is listed, and the button waits for it", async () => {
  const calls = await shown("", "#/incidents/i-1");
  await click("incident-handle");
  await click("incident-close");
  await expect.poll(() => by("incident-close-missing")).not.toBeNull();
  const listed = [...by("incident-close-missing").querySelectorAll("li")].map((item) => plain(item.textContent));
  expect(listed.slice(0, 2)).toEqual(["Cause", "Lessons"]);
  expect(listed[2]).toContain("Department that protects");
  const button = by<HTMLButtonElement>("incident-close-go");
  expect(button.disabled).toBe(true);
  expect(button.getAttribute("aria-describedby")).toBe(by("incident-close-missing").id);
  expect(of(calls, "incident_step").map((call) => call.request.step)).toEqual(["handle"]);
  expect(said("incident-reopen")).toContain("Deal with it again");
});

it("an incident that lacks nothing is closed", async () => {
  const detail = await memory(new URLSearchParams()).call("incident_get", { id: "i-3" });
  const answer = { ...detail, incident: { ...detail.incident, state: "handled" } };
  const calls = await shown("", "#/incidents/i-3", { name: "incident_get", answer });
  await click("incident-close");
  await submit("incident-close-go");
  await expect.poll(() => of(calls, "incident_step").at(-1)?.request).toMatchObject({ id: "i-3", step: "close" });
});

it("a second press on the same spot closes nothing", async () => {
  const calls = await shown("", "#/incidents/i-1");
  await click("incident-handle");
  by("incident-handle")?.click();
  await click("incident-close");
  await expect.poll(() => by("incident-close-go")).not.toBeNull();
  expect(of(calls, "incident_step").map((call) => call.request.step)).toEqual(["handle"]);
});

it("what is closed can't be changed before it is opened again with a reason", async () => {
  await shown("", "#/incidents/i-3");
  expect(by("incident-edit")).toBeNull();
  expect(by("incident-reopen")).not.toBeNull();
});

it("overdue reports come first on the overview", async () => {
  await shown("", "#/overview");
  await expect.poll(() => by("need-open")).not.toBeNull();
  expect(by("need-open").getAttribute("href")).toBe("#/incidents/i-1");
});

it("a duty says in words for which incidents it counts, and its time stays whole", async () => {
  await shown("", "#/incidents/duties");
  await expect.poll(() => by("duty-list")).not.toBeNull();
  expect(by("duty-list").textContent).toContain("1\u00a0hour after it was noticed");
  expect(said("duty-list")).toContain("Incidents of critical information infrastructure, considerable or above");
  expect(said("duty-list")).toContain("Key areas: Government");
});

it("the list and the page give a state one colour, and the list counts incidents, not reports", async () => {
  await shown("", "#/incidents");
  await expect.poll(() => by("incident-list")).not.toBeNull();
  const tag = (place: ParentNode, words: string): string | undefined =>
    [...place.querySelectorAll(".tag")].find((item) => item.textContent === words)?.className;
  const listed = tag(by("incident-list"), "Handled");
  expect(said()).toContain("One incident has overdue reports.");
  cleanup();
  await shown("", "#/incidents/i-2");
  await expect.poll(() => tag(document.body, "Handled")).toBe(listed);
});

it("the AI system of a recorded incident is locked and says so", async () => {
  await shown("", "#/incidents/i-1/edit");
  await expect.poll(() => by<HTMLSelectElement>("incident-system")?.disabled).toBe(true);
  expect(by<HTMLSelectElement>("incident-system").labels?.[0]?.textContent).toContain("can’t be changed");
});

it("a changed duty is saved under its own id, and a time of nothing is refused", async () => {
  const calls = await shown("", "#/incidents/duties");
  await click("duty-edit");
  const id = by("duty-edit").dataset.duty;
  await type("duty-amount", "0");
  await click("duty-save");
  expect(of(calls, "duty_save")).toEqual([]);
  await type("duty-amount", "2");
  await click("duty-save");
  await expect.poll(() => of(calls, "duty_save").length).toBe(1);
  expect(of(calls, "duty_save")[0]?.request).toMatchObject({ id, facts: { within: { amount: 2 } } });
});
