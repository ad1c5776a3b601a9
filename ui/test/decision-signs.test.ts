import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DecisionStats } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { followers, openSigns, questionOf } from "../src/features/decision/signs";
import { requestOf } from "../src/features/decision/stats";
import { l10n } from "../src/l10n/index.svelte";
import { by, of, plain, shown, type Call } from "./shown";

const ANALYSIS = "/decisions/analysis?system=s-1&back=182";

function type(id: string, text: string): void {
  const field = by<HTMLInputElement>(id);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  l10n.locale = "en";
});

describe("signs in the records", () => {
  async function opened(sign: string, options = ""): Promise<Call[]> {
    const calls = await shown(options, ANALYSIS);
    await expect.poll(() => by(`follow-${sign}`), { timeout: 4000 }).not.toBeNull();
    by(`follow-${sign}`).click();
    await expect.poll(() => by("follow-text")).not.toBeNull();
    return calls;
  }

  it("stand first, each with what follows from it already", async () => {
    await shown("", ANALYSIS);
    await expect.poll(() => by("signs")?.querySelectorAll(".follow > li").length ?? 0, { timeout: 4000 }).toBe(3);
    await expect.poll(() => by("sign-seeded").textContent ?? "").toContain("Finding: Most of the known wrong samples were approved. Being remedied");
    expect(by("sign-chart").textContent).not.toContain("Finding:");
  });

  it("become a finding with the sentence of the sign, and the page says so with a link", async () => {
    const calls = await opened("chart");
    expect(by<HTMLTextAreaElement>("follow-text").value).toContain("More was overridden than usual in the week of 9 Nov");
    by("follow-severity-high").click();
    await tick();
    by("follow-save").click();
    await expect.poll(() => by("follow-made")?.textContent ?? "").toContain("The finding is recorded.");
    expect(by("follow-made").querySelector("a")?.getAttribute("href")).toBe("#/audits/findings/f-4");
    expect(of(calls, "finding_add")[0]?.request).toMatchObject({ system: "s-1", severity: "high", signal: "chart", to: "2026-11-22" });
    await expect.poll(() => by("sign-chart").textContent ?? "").toContain("Finding:");
    expect(by("follow-dialog").hasAttribute("open")).toBe(false);
  });

  it.each([
    ["action", "signal"],
    ["supplier", "supplier"],
  ])("become an %s with owner and due day", async (kind, target) => {
    const calls = await opened("likeness");
    by(`follow-as-${kind}`).click();
    await tick();
    type("follow-owner", "Shift leader");
    type("follow-due", "2026-12-15");
    by("follow-save").click();
    await expect.poll(() => by("follow-made")?.querySelector("a")?.getAttribute("href") ?? "").toContain("#/actions/");
    const facts = of(calls, "action_save")[0]?.request.facts;
    expect(facts).toMatchObject({ system: "s-1", owner: "Shift leader", due: "2026-12-15", target: { kind: target, id: "likeness" } });
    await expect.poll(() => plain(by("sign-likeness").textContent)).toContain("differ 6.5 % of the time");
    expect(by("sign-likeness").querySelectorAll("p a")).toHaveLength(2);
  });

  it("are not followed without words or with a day that is none", async () => {
    const calls = await opened("likeness");
    by("follow-as-action").click();
    await tick();
    type("follow-text", " ");
    type("follow-due", "soon");
    by("follow-save").click();
    await expect.poll(() => by("error-summary")?.querySelectorAll("li").length ?? 0).toBe(2);
    expect(of(calls, "action_save")).toHaveLength(0);
  });

  it("are none where a small log raises none", async () => {
    await shown("few", ANALYSIS);
    await expect.poll(() => by("stat-glance"), { timeout: 4000 }).not.toBeNull();
    expect(document.querySelectorAll(".follow > li")).toHaveLength(0);
  });

  it("lead to the question that they speak to", () => {
    expect(questionOf("seeded", ["i-05", "b-co-06"])).toBe("b-co-06");
    expect(questionOf("chart", ["i-05", "b-co-06"])).toBe("i-05");
    expect(questionOf("chart", ["i-01"])).toBeNull();
    expect(followers("speed", [], [])).toEqual([]);
  });

  it("tell of reviewers by the test that holds, and of exposure where there is no rate", async () => {
    const backend = memory(new URLSearchParams());
    const request = requestOf(new URLSearchParams("system=s-1"), new Date("2026-11-24"));
    if (!request) throw new Error("no request");
    const stats: DecisionStats = structuredClone(await backend.call("decision_stats", request));
    expect(openSigns(stats).map((sign) => sign.id)).toEqual(["chart", "seeded", "likeness"]);
    if (stats.figures.reviewers.heterogeneity) stats.figures.reviewers.heterogeneity.permutationP = 0.01;
    expect(openSigns(stats).map((sign) => sign.id)).toContain("reviewers");
    const refusals = await memory(new URLSearchParams("refusals")).call("decision_stats", request);
    expect(openSigns(refusals).map((sign) => sign.said)).toEqual(["Overrides by hours stand out in a period."]);
  });

  it("left findings on the page of the AI system", async () => {
    await shown("", "/systems/s-1");
    await expect.poll(() => by("finding-list")?.textContent ?? "", { timeout: 4000 }).toContain("Most known wrong samples pass");
    await shown("", "/systems/s-2");
  });
});

describe("the second review in the analysis", () => {
  it("shows its figures where one is complete", async () => {
    await shown("", ANALYSIS);
    await expect.poll(() => by("second-section-open")?.getAttribute("href") ?? "", { timeout: 4000 }).toBe("#/decisions/reviews/sr-1");
    expect(plain(by("second-figures").textContent)).toContain("3.5 %");
  });

  it("invites to draw one for these days where none is", async () => {
    await shown("", "/decisions/analysis?system=s-2&from=2026-08-01&to=2026-10-31");
    await expect.poll(() => by("second-invite")?.getAttribute("href") ?? "", { timeout: 4000 }).toBe(
      "#/decisions/reviews?system=s-2&draw=yes&from=2026-08-01&to=2026-10-31",
    );
  });
});

describe("how figures are made", () => {
  it("is kept in the address: the order of labels, and what is doubted", async () => {
    const calls = await shown("", ANALYSIS);
    await expect.poll(() => by("order-own"), { timeout: 4000 }).not.toBeNull();
    await expect.poll(() => by<HTMLInputElement>("order-own").disabled).toBe(false);
    by("order-own").click();
    await expect.poll(() => of(calls, "decision_stats").at(-1)?.request.settings).toMatchObject({ labelOrder: ["keep", "shed", "switch"] });
    const first = by("order-list").querySelector<HTMLElement>("li");
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true }));
    await expect.poll(() => of(calls, "decision_stats").at(-1)?.request.settings).toMatchObject({ labelOrder: ["shed", "keep", "switch"] });
    await expect.poll(() => document.activeElement?.textContent ?? "").toContain("keep");
    by("order-numbers").click();
    await expect.poll(() => window.location.hash).not.toContain("order=");
    type("stat-tau", "2");
    by("stat-tau").dispatchEvent(new Event("change", { bubbles: true }));
    await expect.poll(() => window.location.hash).toContain("tau=2");
    await expect.poll(() => of(calls, "decision_stats").at(-1)?.request.settings).toMatchObject({ tau: 0.02, labelOrder: [] });
  });

  it("takes only shares that can be doubted", () => {
    const tau = (text: string): number | undefined => requestOf(new URLSearchParams({ system: "s-1", tau: text }), new Date())?.settings?.tau;
    expect(tau("0.5")).toBeCloseTo(0.005, 12);
    expect([tau("0"), tau("100"), tau("x"), tau("")]).toEqual([0.01, 0.01, 0.01, 0.01]);
  });
});
