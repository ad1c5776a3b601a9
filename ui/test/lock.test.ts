import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { counts } from "../src/lib/counts.svelte";
import { quick } from "../src/lib/quick.svelte";
import { failed, status } from "../src/lib/status.svelte";
import { open } from "../src/features/assessment/open.svelte";
import { by, haveDialogs, of, shown } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("nothing of a workspace is left once it is locked", async () => {
  const calls = await shown("", "#/assessments/as-1/measures");
  await expect.poll(() => open.view).not.toBeNull();
  counts.reports = 3;
  quick.open = true;
  failed("/home/client/a.assay");
  by("workspace-lock").click();
  await expect.poll(() => by("workspace-unlock") ?? by("workspace-create")).not.toBeNull();
  expect(of(calls, "workspace_lock")).toHaveLength(1);
  expect([open.view, { ...counts }, quick.open, status.notice]).toEqual([null, {}, false, null]);
});

it("an assessment is read anew when one comes back to it", async () => {
  const calls = await shown("", "#/assessments/as-1/measures");
  await expect.poll(() => of(calls, "assessment_get").length).toBe(1);
  await expect.poll(() => by("measure-count")).not.toBeNull();
  window.location.hash = "#/systems";
  await expect.poll(() => by("measure-count")).toBeNull();
  window.location.hash = "#/assessments/as-1/measures";
  await expect.poll(() => by("measure-count")).not.toBeNull();
  await expect.poll(() => of(calls, "assessment_get").length).toBe(2);
});

it("one button is filled before a workspace is open", async () => {
  const filled = (): string[] => [...document.querySelectorAll<HTMLElement>(".btn.primary")].map((button) => button.dataset.testid ?? "");
  await shown("closed&first", "#/");
  expect(filled()).toEqual(["workspace-create"]);
  cleanup();
  await shown("closed&first", "#/?file=%2Fhome%2Fclient%2Fa.assay");
  await expect.poll(filled).toEqual(["workspace-unlock"]);
});
