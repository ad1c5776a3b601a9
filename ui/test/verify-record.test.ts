import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { connect, type Backend } from "../src/api/backend";
import type { VerifyRecord } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { l10n } from "../src/l10n/index.svelte";
import { path } from "../src/routes";

let asked: VerifyRecord[] = [];

async function verified(options: string): Promise<HTMLElement> {
  const backend = memory(new URLSearchParams(options));
  const call: Backend["call"] = (name, request) => {
    if (name === "verify_record") asked.push(request as VerifyRecord);
    return backend.call(name, request);
  };
  connect({ call });
  asked = [];
  window.location.hash = path("verify");
  const { container } = render(App);
  await press(container, "verify-pick");
  return container;
}

async function press(container: HTMLElement, testid: string): Promise<void> {
  const find = (): HTMLElement | null => container.querySelector<HTMLElement>(`[data-testid=${testid}]`);
  await expect.poll(find, { timeout: 4000 }).not.toBeNull();
  find()?.click();
}

afterEach(() => {
  cleanup();
  l10n.locale = "en";
});

describe("the record of a verification", () => {
  it.each(["", "zh", "closed"])("is of the file that is shown, in the language of the window, options %o", async (options) => {
    const container = await verified(options);
    await press(container, "verify-record");
    await expect.poll(() => asked.length).toBe(1);
    expect(container.textContent).toContain(asked[0]?.sha256);
    expect(asked[0]?.locale).toBe(options === "zh" ? "zh-CN" : "en");
    expect(asked[0]?.out).toMatch(/\.pdf$/);
    await expect.poll(() => container.textContent).toContain(asked[0]?.out);
  });
});
