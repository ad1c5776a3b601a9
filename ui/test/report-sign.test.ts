import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { BackendError, connect, type Backend } from "../src/api/backend";
import type { ReportSign } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";

let sent: ReportSign[] = [];

function watched(): Backend {
  const backend = memory(new URLSearchParams());
  const call: Backend["call"] = (name, request) => {
    if (name === "report_sign") sent.push({ ...(request as ReportSign) });
    return backend.call(name, request);
  };
  return { call };
}

async function dialog(backend = watched()): Promise<HTMLElement> {
  connect(backend);
  sent = [];
  window.location.hash = path("report", { id: "r-1" });
  const { container } = render(App);
  await click(container, "report-sign");
  return container;
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

async function confirm(container: HTMLElement): Promise<void> {
  const form = find(container, "sign-confirm")?.closest("form");
  form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await tick();
}

beforeAll(() => {
  // The test's document has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

describe("signing with another key", () => {
  it("signs with the key of the workspace unless something else is chosen", async () => {
    const container = await dialog();
    await type(container, "sign-passphrase", "a passphrase");
    await confirm(container);
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]?.identity).toEqual({ kind: "workspace" });
  });

  it("asks for file and password, says which one is wrong, and forgets the password", async () => {
    const container = await dialog();
    await click(container, "sign-with-pkcs12");
    await type(container, "sign-passphrase", "a passphrase");
    await confirm(container);
    expect(container.textContent).toContain("Choose the file with the key");
    expect(sent).toEqual([]);
    await click(container, "sign-file-pick");
    await expect.poll(() => (find(container, "sign-file") as HTMLInputElement).value).toContain(".p12");
    await type(container, "sign-password", "wrong");
    await confirm(container);
    await expect.poll(() => container.textContent).toContain("The password does not open");
    expect((find(container, "sign-password") as HTMLInputElement).value).toBe("");
    expect(sent[0]?.identity).toMatchObject({ kind: "pkcs12", password: "wrong", key: null });
  });

  it("never tries an empty PIN, and tells how many tries are left", async () => {
    const container = await dialog();
    await click(container, "sign-with-token");
    await click(container, "sign-module-pick");
    await expect.poll(() => (find(container, "sign-module") as HTMLInputElement).value).toContain(".so");
    await type(container, "sign-passphrase", "a passphrase");
    await confirm(container);
    expect(container.textContent).toContain("Enter the PIN of the token");
    expect(sent).toEqual([]);
    expect(container.textContent).toContain("spare (90ab): one try left");
    await click(container, "token-7f21");
    await type(container, "sign-pin", "wrong");
    await confirm(container);
    await expect.poll(() => container.textContent).toContain("One try is left");
    expect(sent[0]?.identity).toMatchObject({ kind: "token", token: "7f21", pin: "wrong" });
    expect((find(container, "sign-pin") as HTMLInputElement).value).toBe("");
  });
});

describe("the pages before signing", () => {
  it("shows one page at a time, turned by buttons and keys, with words for those who do not see it", async () => {
    const container = await dialog();
    const shown = (): string | undefined =>
      find(container, "report-sign-dialog")?.querySelector<HTMLImageElement>("[data-testid=page-picture]")?.alt;
    const inDialog = (testid: string): HTMLElement | null | undefined =>
      find(container, "report-sign-dialog")?.querySelector<HTMLElement>(`[data-testid=${testid}]`);
    await expect.poll(shown).toBe("Page 1 of 38, as it is in the file");
    inDialog("page-next")?.click();
    await expect.poll(shown).toBe("Page 2 of 38, as it is in the file");
    expect(inDialog("page-place")?.textContent?.trim()).toBe("Page 2 of 38");
    for (const [key, page] of [["End", 38], ["PageUp", 37], ["PageDown", 38], ["PageDown", 38], ["Home", 1]] as const) {
      inDialog("pages")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await expect.poll(shown).toBe(`Page ${page} of 38, as it is in the file`);
    }
    inDialog("page-large")?.click();
    await tick();
    expect(inDialog("pages")?.classList.contains("large")).toBe(true);
  });

  it("says with the signature which file was shown", async () => {
    const container = await dialog();
    await expect.poll(() => find(container, "page-picture")).not.toBeNull();
    await type(container, "sign-passphrase", "a passphrase");
    await confirm(container);
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]?.seen).toMatch(/^[0-9a-f]{64}$/);
  });

  it("signs nothing whose pages can't be shown, or are of another file by now", async () => {
    for (const answer of ["fails", "another"]) {
      const backend = memory(new URLSearchParams());
      const call: Backend["call"] = async (name, request) => {
        if (name === "report_sign") sent.push(request as ReportSign);
        if (name === "report_page" && answer === "fails") throw new BackendError({ code: "page-large", args: {} });
        const result = await backend.call(name, request);
        return name === "report_page" ? { ...result, pdfSha256: "0".repeat(64) } : result;
      };
      const container = await dialog({ call });
      const said = answer === "fails" ? "too large to be shown" : "has changed since";
      await expect.poll(() => container.textContent).toContain(said);
      await type(container, "sign-passphrase", "a passphrase");
      await confirm(container);
      await expect.poll(() => container.textContent).toContain("Look at the pages first");
      expect(sent).toEqual([]);
      cleanup();
    }
  });
});
