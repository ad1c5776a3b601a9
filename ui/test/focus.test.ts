import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import App from "../src/App.svelte";
import { connect } from "../src/api/backend";
import type { AssessmentView } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { by, click, haveDialogs, of, plain, press, shown, submit } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("a busy button keeps the focus and does nothing", async () => {
  let answer = (): void => undefined;
  let saves = 0;
  const inner = memory(new URLSearchParams());
  connect({
    async call(name, request) {
      if (name === "workspace_settings_save") {
        saves += 1;
        await new Promise<void>((resolve) => (answer = resolve));
      }
      return await inner.call(name, request);
    },
  });
  window.location.hash = "#/settings";
  render(App);
  await expect.poll(() => by("settings-save"), { timeout: 4000 }).not.toBeNull();
  by("settings-save").focus();
  await click("settings-save");
  await expect.poll(() => by("settings-save").getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(by("settings-save"));
  await click("settings-save");
  expect(saves).toBe(1);
  answer();
  await expect.poll(() => by("settings-save").getAttribute("aria-disabled")).toBeNull();
});

it("the next question is read out and named in the title, and the button keeps the focus", async () => {
  await shown("", "#/assessments/as-1/questions/a-01");
  await expect.poll(() => by("question-save")).not.toBeNull();
  expect(document.title).toContain("a-01 · ");
  expect(by("question-spoken").textContent).toBe("");
  by("question-save").focus();
  await submit("question-save");
  await expect.poll(() => document.querySelector("main .tags")?.textContent ?? "").toContain("a-02");
  await expect.poll(() => by("question-spoken").textContent).toMatch(/^Question 2 of \d+: /);
  expect(document.title).toContain("a-02 · ");
  expect(document.activeElement).toBe(by("question-save"));
});

it("confirming a risk leads to what can be done with it next", async () => {
  const inner = memory(new URLSearchParams());
  let confirmed = false;
  connect({
    async call(name, request) {
      if (name === "rating_confirm") confirmed = true;
      const answer = await inner.call(name, request);
      if (name !== "assessment_get" || confirmed) return answer;
      const view = answer as AssessmentView;
      return { ...view, ratings: view.ratings.map((rating) => ({ ...rating, confirmed: null })) } as never;
    },
  });
  window.location.hash = "#/assessments/as-1/ratings";
  render(App);
  const button = (): HTMLElement | null => document.querySelector(".rating[data-state=proposed] [data-testid^=rating-confirm-]");
  await expect.poll(button, { timeout: 4000 }).not.toBeNull();
  button()?.focus();
  button()?.click();
  await expect.poll(button).toBeNull();
  await expect.poll(() => document.activeElement?.getAttribute("data-testid") ?? "").toContain("rating-edit-");
  (document.activeElement as HTMLElement).click();
  await expect.poll(() => document.activeElement?.closest("form")?.className ?? "").toContain("edit");
});

it("where the control that had the focus is gone, the heading beside it has it", async () => {
  const calls = await shown("", "#/incidents/i-1");
  await expect.poll(() => by("incident-handle") ?? by("incident-close")).not.toBeNull();
  const step = by("incident-handle") ?? by("incident-close");
  step.focus();
  step.click();
  await expect.poll(() => of(calls, "incident_step").length).toBe(1);
  await expect.poll(() => step.isConnected).toBe(false);
  await tick();
  await expect.poll(() => document.activeElement?.tagName).toBe("H1");
  expect(plain(document.activeElement?.textContent)).not.toBe("");
  press("Escape");
});
