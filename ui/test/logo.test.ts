import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import { BackendError, connect } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";

const REFUSED = "http://example.com/a.svg";

async function settings(): Promise<HTMLElement> {
  window.location.hash = path("settings", {});
  const { container } = render(App);
  await expect.poll(() => find(container, "logo-choose"), { timeout: 4000 }).not.toBeNull();
  return container;
}

function find(container: HTMLElement, testid: string): HTMLElement | null {
  return container.querySelector<HTMLElement>(`[data-testid=${testid}]`);
}

afterEach(cleanup);

it("shows the logo that is chosen, named after the organisation, until it is removed", async () => {
  connect(memory(new URLSearchParams()));
  const container = await settings();
  expect(find(container, "logo")).toBeNull();
  find(container, "logo-choose")?.click();
  await expect.poll(() => find(container, "logo")?.getAttribute("src")).toMatch(/^data:image\/png;base64,/);
  expect(find(container, "logo")?.getAttribute("alt")).toContain("Yunchuan Dispatch");
  find(container, "logo-remove")?.click();
  await expect.poll(() => find(container, "logo")).toBeNull();
});

it("says why a file can't be the logo", async () => {
  const kept = memory(new URLSearchParams());
  connect({
    ...kept,
    call: async (name, request) => {
      if (name === "logo_set") throw new BackendError({ code: "logo-reference", args: { target: REFUSED } });
      return await kept.call(name, request);
    },
  });
  const container = await settings();
  find(container, "logo-choose")?.click();
  await expect.poll(() => container.querySelector("[role=alert]")?.textContent).toContain(REFUSED);
  expect(find(container, "logo")).toBeNull();
});
