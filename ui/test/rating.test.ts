import { cleanup, render } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import App from "../src/App.svelte";
import { BackendError, connect } from "../src/api/backend";
import type { AssessmentView } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { click, haveDialogs, said, shown } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

const full = new BackendError({ code: "disk-full", args: {} });
const proposed = (): HTMLElement | null => document.querySelector(".rating[data-state=proposed]");

/** Shows ratings that wait to be confirmed, on a disk that is full. */
async function waiting(): Promise<void> {
  const inner = memory(new URLSearchParams());
  connect({
    async call(name, request) {
      if (name === "rating_confirm") throw full;
      const answer = await inner.call(name, request);
      if (name !== "assessment_get") return answer;
      const view = answer as AssessmentView;
      return { ...view, ratings: view.ratings.map((rating) => ({ ...rating, confirmed: null })) } as never;
    },
  });
  window.location.hash = "#/assessments/as-1/ratings";
  render(App);
  await expect.poll(proposed, { timeout: 4000 }).not.toBeNull();
}

it("a block that could not be confirmed stays on screen with the cause", async () => {
  await waiting();
  await click("rating-confirm-block");
  await click("rating-block-confirm");
  await expect.poll(() => said("rating-block-dialog")).toContain("The disk is full");
});

it("a rating that could not be confirmed says so beside the risk", async () => {
  await waiting();
  const row = proposed();
  row?.querySelector<HTMLElement>("[data-testid^=rating-confirm-]")?.click();
  await expect.poll(() => row?.querySelector("[role=alert]")?.textContent).toContain("The disk is full");
});

it("a file dialog that can't be shown is told", async () => {
  await shown("", "#/settings", { name: "file_pick", error: full });
  await click("logo-choose");
  await expect.poll(() => said("status-notice")).toContain("The disk is full");
});
