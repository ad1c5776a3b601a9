import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect, type Backend } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path, type RouteName } from "../src/routes";

let sent: { name: string; request: unknown }[] = [];

async function shown(name: RouteName, options = ""): Promise<HTMLElement> {
  const backend = memory(new URLSearchParams(options));
  const call: Backend["call"] = (command, request) => {
    sent.push({ name: command, request: JSON.parse(JSON.stringify(request)) });
    return backend.call(command, request);
  };
  connect({ call });
  sent = [];
  window.location.hash = path(name, { id: "r-1" });
  return render(App).container;
}

function find(container: HTMLElement, testid: string): HTMLElement | null {
  return container.querySelector<HTMLElement>(`[data-testid=${testid}]`);
}

async function click(container: HTMLElement, testid: string): Promise<void> {
  await expect.poll(() => find(container, testid), { timeout: 4000 }).not.toBeNull();
  find(container, testid)?.click();
  await tick();
}

async function type(container: HTMLElement, testid: string, value: string): Promise<void> {
  const input = find(container, testid) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
}

async function submit(container: HTMLElement, testid: string): Promise<void> {
  find(container, testid)?.closest("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await tick();
}

const request = (name: string) => sent.find((one) => one.name === name)?.request;

beforeAll(() => {
  // The test's document has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

describe("copies of a report", () => {
  it("asks what is removed, and says at its field what can not be", async () => {
    const container = await shown("report");
    await click(container, "report-redact");
    await type(container, "redact-answers", "h-01, h-04");
    await type(container, "redact-words", "Willow Street 14\n\n  Room 3 ");
    await submit(container, "redact-confirm");
    expect(request("report_redact")).toBeUndefined();
    await type(container, "redact-passphrase", "a passphrase");
    await submit(container, "redact-confirm");
    await expect.poll(() => container.querySelector("#answers")?.getAttribute("aria-invalid")).toBe("true");
    expect(request("report_redact")).toMatchObject({
      cut: { persons: true, evidence: false, answers: ["h-01", "h-04"], words: ["Willow Street 14", "Room 3"] },
    });
  });

  it("leaves evidence encrypted unless it is asked for", async () => {
    const container = await shown("report");
    await click(container, "report-body");
    await submit(container, "body-confirm");
    await expect.poll(() => request("report_body")).toMatchObject({ evidence: false });
  });
});

describe("verifying", () => {
  it("says first what was changed, and then the rest", async () => {
    const container = await shown("verify", "verdict=changed");
    await click(container, "verify-pick");
    await expect.poll(() => find(container, "verdict-wrong")?.textContent).toContain("what is drawn on a page, page 12");
    expect(container.textContent).not.toMatch(/problem-/);
  });

  it("trusts a certificate and verifies anew", async () => {
    const container = await shown("verify");
    await click(container, "verify-pick");
    await expect.poll(() => find(container, "verdict")).not.toBeNull();
    await click(container, "anchor-add");
    await expect.poll(() => find(container, "anchors")?.textContent).toContain("CN=Audit desk");
    await expect.poll(() => sent.filter((one) => one.name === "verify_file").length).toBe(2);
    await click(container, "anchor-remove");
    await expect.poll(() => find(container, "anchors")).toBeNull();
  });
});
