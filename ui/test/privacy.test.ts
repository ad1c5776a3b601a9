import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";

async function settings(): Promise<HTMLElement> {
  connect(memory(new URLSearchParams()));
  window.location.hash = path("settings", {});
  const { container } = render(App);
  await expect.poll(() => container.querySelector("[data-testid=privacy-save]"), { timeout: 4000 }).not.toBeNull();
  return container;
}

function find(container: HTMLElement, testid: string): HTMLElement | null {
  return container.querySelector<HTMLElement>(`[data-testid=${testid}]`);
}

async function click(container: HTMLElement, testid: string): Promise<void> {
  await expect.poll(() => find(container, testid)).not.toBeNull();
  find(container, testid)?.click();
  await tick();
}

async function type(container: HTMLElement, testid: string, value: string): Promise<void> {
  const input = find(container, testid) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
}

beforeAll(() => {
  // The test's document has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

describe("people in decision records", () => {
  it("shows no name before somebody asks, and says that the history will", async () => {
    const container = await settings();
    expect(find(container, "privacy-show-names")).toBeNull();
    await click(container, "privacy-names");
    await click(container, "privacy-save");
    await click(container, "privacy-show-names");
    const dialog = find(container, "names-dialog");
    expect(dialog?.textContent).toContain("history");
    expect(dialog?.textContent).not.toContain("Records Clerk");
    await click(container, "names-show");
    await expect.poll(() => dialog?.textContent).toContain("Records Clerk");
    await click(container, "names-close");
    expect(container.textContent).not.toContain("Records Clerk");
  });

  it("asks once more before names are erased", async () => {
    const container = await settings();
    await click(container, "privacy-names");
    await click(container, "privacy-save");
    await expect.poll(() => find(container, "privacy-show-names")).not.toBeNull();
    await click(container, "privacy-names");
    await click(container, "privacy-save");
    expect(find(container, "names-erase-dialog")?.textContent).toContain("2 names");
    expect(find(container, "privacy-show-names")).not.toBeNull();
    await click(container, "names-erase");
    await expect.poll(() => find(container, "privacy-show-names")).toBeNull();
  });

  it("refuses a period that is no number of months", async () => {
    const container = await settings();
    await type(container, "privacy-retention", "0");
    await click(container, "privacy-save");
    expect(container.querySelector("#retention")?.getAttribute("aria-invalid")).toBe("true");
  });

  it("erases texts only after a look and a yes", async () => {
    const container = await settings();
    await type(container, "privacy-retention", "12");
    await click(container, "privacy-save");
    await click(container, "privacy-thin");
    const dialog = find(container, "thin-dialog");
    await expect.poll(() => dialog?.textContent).toContain("2,400 records");
    expect(dialog?.textContent).toContain("grant");
    expect(find(container, "thin-start")).toHaveProperty("disabled", true);
    await click(container, "thin-sure");
    await click(container, "thin-start");
    await expect.poll(() => container.textContent, { timeout: 4000 }).toContain("The texts of 2,400 records are erased");
    await click(container, "privacy-thin");
    await expect.poll(() => dialog?.textContent).toContain("No record decided before 24 November 2025");
  });

  it("stops erasing when it is told to, or when its dialog is closed, and says what is gone", async () => {
    const container = await settings();
    await type(container, "privacy-retention", "12");
    await click(container, "privacy-save");
    await click(container, "privacy-thin");
    const dialog = find(container, "thin-dialog");
    await expect.poll(() => find(container, "thin-sure")).not.toBeNull();
    await click(container, "thin-sure");
    await click(container, "thin-start");
    expect(find(container, "thin-close")?.textContent).toContain("Stop");
    await click(container, "thin-close");
    await expect.poll(() => find(container, "thin-stopped")?.textContent).toContain("Stopped");
    await expect.poll(() => find(container, "thin-sure")).not.toBeNull();
    expect(container.textContent).not.toContain("The texts of 2,400 records are erased");
    await click(container, "thin-sure");
    await click(container, "thin-start");
    (dialog as HTMLDialogElement).dispatchEvent(new Event("close"));
    await expect.poll(() => document.body.textContent).toContain("Stopped");
    expect(document.body.textContent).not.toContain("The texts of 2,400 records are erased");
  });
});
