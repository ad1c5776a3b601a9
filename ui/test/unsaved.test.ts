import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { quick } from "../src/lib/quick.svelte";
import { unsavedHere } from "../src/lib/unsaved.svelte";
import { by, click, haveDialogs, of, said, shown, submit, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

const field = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;
const asked = (): boolean => by<HTMLDialogElement>("leave-dialog").open;

async function write(id: string, text: string): Promise<void> {
  await expect.poll(() => field(id), { timeout: 4000 }).not.toBeNull();
  field(id).value = text;
  field(id).dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
}

async function follow(address: string): Promise<void> {
  window.location.hash = address;
  await new Promise((resolve) => setTimeout(resolve, 50));
}

it("a form that nothing was typed into is left without a question", async () => {
  await shown("", "#/systems/s-1/edit");
  await expect.poll(() => field("name")?.value ?? "").not.toBe("");
  await follow("#/actions");
  expect(asked()).toBe(false);
  await expect.poll(() => field("name")).toBeNull();
});

it.each([
  "#/systems/new",
  "#/assessments/new/s-1",
  "#/assessments/as-1/ratings",
  "#/audits/findings/new?title=A&system=s-1",
  "#/audits/findings/f-3/edit",
  "#/decisions/new",
  "#/decisions/d-3/correct",
  "#/decisions/import",
  "#/incidents/new",
  "#/incidents/i-1/edit",
  "#/actions/new?title=A",
  "#/actions/a-118",
  "#/fallback/plans/new/s-1",
  "#/fallback/plans/fp-1",
  "#/fallback/authorisation/s-1",
  "#/settings",
])("nothing is called typed where nobody has typed: %s", async (address) => {
  await shown("", address);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(unsavedHere()).toBe(false);
});

it("what was typed is lost only when the person says so", async () => {
  await shown("", "#/systems/s-1/edit");
  await expect.poll(() => field("name")?.value ?? "").not.toBe("");
  await write("name", "Another name");
  await follow("#/actions");
  expect(asked()).toBe(true);
  expect(window.location.hash).toBe("#/systems/s-1/edit");
  await click("leave-stay");
  expect(asked()).toBe(false);
  expect(field("name").value).toBe("Another name");
  await follow("#/actions");
  await click("leave-discard");
  await expect.poll(() => window.location.hash).toBe("#/actions");
  await expect.poll(() => field("name")).toBeNull();
});

it("what was saved is left without a question", async () => {
  const calls = await shown("", "#/systems/s-1/edit");
  await expect.poll(() => field("name")?.value ?? "").not.toBe("");
  await write("name", "Another name");
  await submit("system-save");
  await expect.poll(() => of(calls, "system_save").length).toBe(1);
  await expect.poll(() => window.location.hash).toBe("#/systems/s-1");
  expect(asked()).toBe(false);
});

it("a form of the same kind at another address is made anew", async () => {
  await shown("", "#/systems/s-1/edit");
  await expect.poll(() => field("name")?.value ?? "").not.toBe("");
  const first = field("name").value;
  await follow("#/systems/s-2/edit");
  await expect.poll(() => field("name")?.value ?? first).not.toBe(first);
});

it("locking asks for what is typed", async () => {
  const calls = await shown("", "#/systems/new");
  await write("name", "A new system");
  await click("workspace-lock");
  await expect.poll(asked).toBe(true);
  await click("leave-stay");
  await tick();
  expect(of(calls, "workspace_lock")).toEqual([]);
  await click("workspace-lock");
  await expect.poll(asked).toBe(true);
  await click("leave-discard");
  await expect.poll(() => of(calls, "workspace_lock").length).toBe(1);
});

it("locking asks for a draft that could not be saved", async () => {
  const error = new BackendError({ code: "disk-full", args: {} });
  const others = await shown("", "#/assessments/as-1/questions/a-01", { name: "answer_save", error });
  await type("question-note", "seen on the night shift");
  await click("workspace-lock");
  await expect.poll(asked).toBe(true);
  expect(of(others, "workspace_lock")).toEqual([]);
  await click("leave-discard");
  await expect.poll(() => of(others, "workspace_lock").length).toBe(1);
});

it("a dialog that was written into is not closed by a key that was pressed by chance", async () => {
  await shown("", "#/fallback/drills/dr-2");
  await click("drill-abort");
  await type("drill-text", "A real fault came up");
  const dialog = by("drill-text").closest("dialog") as HTMLDialogElement;
  const event = new Event("cancel", { cancelable: true });
  dialog.dispatchEvent(event);
  await tick();
  expect(event.defaultPrevented).toBe(true);
  expect(asked()).toBe(true);
  await click("leave-discard");
  await expect.poll(() => dialog.open).toBe(false);
});

it("what quick entry keeps while screens change is asked for before locking", async () => {
  const calls = await shown("", "#/systems");
  quick.open = true;
  await expect.poll(() => by("quick-entry")).not.toBeNull();
  await click("quick-more");
  await expect.poll(() => field("quick-caseKey")).not.toBeNull();
  await write("quick-caseKey", "A-17");
  quick.open = false;
  await follow("#/actions");
  expect(asked()).toBe(false);
  await click("workspace-lock");
  await expect.poll(asked).toBe(true);
  expect(of(calls, "workspace_lock")).toEqual([]);
  await click("leave-discard");
  await expect.poll(() => of(calls, "workspace_lock").length).toBe(1);
  expect(said()).not.toContain("A-17");
});

it("the shell is told to wait while the person is asked, and what was answered", async () => {
  const close = (): string | undefined => window.assayClose?.();
  await shown("", "#/systems/new");
  expect(close()).toBe("wait");
  await expect.poll(close).toBe("leave");
  await write("name", "A new system");
  expect(close()).toBe("wait");
  await expect.poll(asked).toBe(true);
  expect(close()).toBe("wait");
  await click("leave-stay");
  await expect.poll(close).toBe("stay");
  expect(close()).toBe("wait");
  await expect.poll(asked).toBe(true);
  await click("leave-discard");
  await expect.poll(close).toBe("leave");
});
