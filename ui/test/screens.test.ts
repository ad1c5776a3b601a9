import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { bundle, l10n } from "../src/l10n/index.svelte";
import { path, ROUTES, type RouteName } from "../src/routes";

/** Ids that the fixtures know. */
const IDS: Partial<Record<RouteName, Record<string, string>>> = {
  auditNew: { system: "s-1" },
  audit: { id: "au-5" },
  auditCompare: { id: "au-5" },
  system: { id: "s-1" },
  systemEdit: { id: "s-1" },
  decision: { id: "d-3" },
  decisionCorrect: { id: "d-3" },
  decisionReview: { id: "sr-2" },
  decisionReviewCase: { id: "sr-2", place: "41" },
  incident: { id: "i-1" },
  incidentEdit: { id: "i-1" },
  fallbackPlanNew: { system: "s-1" },
  fallbackPlan: { id: "fp-1" },
  authorisation: { system: "s-1" },
  drill: { id: "dr-1" },
  finding: { id: "f-1" },
  findingEdit: { id: "f-3" },
  auditSamples: { audit: "au-1" },
  auditSample: { audit: "au-1", id: "as-2" },
  action: { id: "a-118" },
  report: { id: "r-1" },
};
// The assessment screens are walked over in their own test.
const NAMES = (Object.keys(ROUTES) as RouteName[]).filter((name) => !name.startsWith("assessment"));

/** Something that looks like the id of a message: what `t` gives back when there is none. */
const IDLIKE = /(?<![\w./#-])[a-z]+(?:-[a-z_]+)+(?![\w.-])/g;

async function shown(options: string, name: RouteName): Promise<HTMLElement> {
  connect(memory(new URLSearchParams(options)));
  window.location.hash = path(name, IDS[name] ?? {});
  const { container } = render(App);
  await expect.poll(() => container.querySelector("h1")?.textContent?.trim() ?? "", { timeout: 4000 }).not.toBe("");
  await tick();
  return container;
}

beforeAll(() => {
  // The test's document has no modal dialogs.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  l10n.locale = "en";
});

describe.each(["", "zh"])("screens, options %o", (language) => {
  it.each(NAMES)("%s has a heading and only messages that exist", async (name) => {
    const closed = ROUTES[name].open ? "" : "closed";
    const container = await shown([language, closed].filter(Boolean).join("&"), name);
    const ids = (container.textContent ?? "").match(IDLIKE) ?? [];
    const messages = bundle("en");
    const prefixes = ["start", "create", "rail", "system", "incident", "duty", "fallback", "authorisation", "drill", "stop", "audit", "audits", "programme", "plan", "pack", "packs", "check", "compare", "trend", "action", "report", "decision", "entry", "log", "record", "volume", "reason", "second", "sign", "follow", "beside", "order", "finding", "ledger", "sample", "stat", "figure", "chart", "mark", "import", "imports", "place", "verify", "history", "settings", "overview"];
    const missing = ids.filter((id) => prefixes.some((prefix) => id.startsWith(`${prefix}-`)));
    expect(missing.filter((id) => !messages.hasMessage(id) || container.textContent?.includes(id))).toEqual([]);
    expect(container.querySelectorAll("h1")).toHaveLength(1);
    const named = [...container.querySelectorAll("[id]")].map((element) => element.id);
    expect(named.filter((id, index) => named.indexOf(id) !== index)).toEqual([]);
  });
});

describe("the way through", () => {
  it("leads to the first screen when no workspace is open", async () => {
    const container = await shown("closed", "systems");
    expect(window.location.hash).toBe("#/");
    expect(container.querySelector("[data-testid=workspace-create]")).not.toBeNull();
  });

  it("leads from the first screen to the overview when one is", async () => {
    await shown("", "start");
    await expect.poll(() => window.location.hash).toBe("#/overview");
  });

  it("says what is missing when a system has no name", async () => {
    const container = await shown("", "systemNew");
    container.querySelector<HTMLElement>("[data-testid=system-save]")?.click();
    await tick();
    expect(container.querySelector("[data-testid=error-summary]")?.textContent).toContain("name");
    expect(container.querySelector("#name")?.getAttribute("aria-invalid")).toBe("true");
  });
});
