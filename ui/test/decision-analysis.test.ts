import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, connect } from "../src/api/backend";
import type { DecisionStatsRequest } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { controlPlot, cut, diamond, linear, ticks, type ControlPoint } from "../src/components/chart/geometry";
import { base64, svgOf } from "../src/components/chart/paint";
import { drilled, emptyFilter } from "../src/features/decision/filter";
import { requestOf } from "../src/features/decision/stats";
import { l10n } from "../src/l10n/index.svelte";
import { by, of, shown as open, type Call } from "./shown";

async function shown(options: string, address = "/decisions/analysis"): Promise<Call[]> {
  const calls = await open(options, address);
  await expect.poll(() => document.querySelector(".stats")?.textContent ?? "", { timeout: 4000 }).not.toBe("");
  return calls;
}

const heading = (): string => document.querySelector("h1")?.textContent ?? "";

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

describe("the analysis", () => {
  it("heads the page with the finding and says it in plain sentences", async () => {
    await shown("");
    expect(heading()).toBe("Load dispatch advice: override rate stands out, week of 9 Nov");
    const said = by("stat-glance").textContent ?? "";
    expect(said).toContain("Of 23,496 decisions on an AI output, people changed or turned down 794");
    expect(said).toContain("50 of 905, where at most 44 were to be expected");
    expect(said).toContain("Weather data stale");
  });

  it("gives a small log its counts and reasons, and no chart", async () => {
    await shown("few");
    expect(heading()).toContain("of 14 decisions overridden");
    expect(by("stat-chart")).toBeNull();
    expect(by("stat-glance").textContent).toContain("too few for a rate to mean much");
    expect(by("stat-glance").textContent).toContain("can’t be told yet");
    expect(by("stat-small-reasons").querySelectorAll("li").length).toBeGreaterThan(0);
  });

  it("invents no rate where only refusals are logged, and says what would give one", async () => {
    await shown("refusals");
    expect(heading()).toContain("no rate can be told");
    // The one share is the confidence of the rate by exposure.
    expect(by("stat-glance").textContent?.replace("95\u00a0% confidence", "").replace("95 % confidence", "")).not.toContain("%");
    expect(by("stat-glance").querySelector("a")?.getAttribute("href")).toContain("/decisions/volumes?system=s-1");
  });

  it("says what is missing when there is nothing", async () => {
    connect(memory(new URLSearchParams("empty")));
    window.location.hash = "/decisions/analysis";
    render(App);
    await expect.poll(() => document.querySelector(".empty")?.textContent ?? "", { timeout: 4000 }).toContain("AI system");
  });

  it("leads from each figure to the records behind it", async () => {
    await shown("");
    expect(by("stat-drill-overall").getAttribute("href")).toContain("disposition=modified%2Coverridden");
    expect(by("stat-drill-overall").getAttribute("href")).toContain("system=s-1");
    const chart = by("stat-chart").querySelector<HTMLElement>("[role=listbox]");
    chart?.focus();
    await tick();
    chart?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true }));
    await tick();
    expect(by("stat-chart").querySelector(".chart-said")?.textContent).toContain("50 of 905");
    chart?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    await expect.poll(() => window.location.hash).toContain("from=2026-11-09&to=2026-11-15");
  });

  it("begins its chart with the first period that has something to show", async () => {
    const asked = of(await shown(""), "decision_stats")[0]?.request as unknown as DecisionStatsRequest;
    const stats = structuredClone(await call("decision_stats", asked));
    for (const point of stats.figures.chart.chart.points.slice(0, 10)) point.value = null;
    cleanup();
    await open("", "/decisions/analysis", { name: "decision_stats", answer: stats });
    await expect.poll(() => by("stat-chart"), { timeout: 4000 }).not.toBeNull();
    by("stat-chart").querySelector<HTMLElement>("[data-testid=chart-table]")?.click();
    await tick();
    expect(by("stat-chart").querySelectorAll("tbody tr")).toHaveLength(16);
    by("stat-chart").querySelector<HTMLElement>("[role=option]")?.click();
    await expect.poll(() => window.location.hash).toContain(`from=${stats.figures.chart.periods[10]?.from ?? "?"}`);
  });

  it("gives exact numbers on request, each with its records", async () => {
    await shown("");
    const notes = by("stat-rate-exact").parentElement as HTMLDetailsElement;
    const first = notes.querySelector("tbody tr")?.textContent?.replaceAll("\u00a0", " ") ?? "";
    expect(first).toContain("794");
    expect(first).toContain("23,496");
    expect(first).toContain("3.379 %");
    expect(first).toContain("3.156 % to 3.618 %");
    expect(notes.querySelector("tbody a")?.getAttribute("href")).toContain("#/decisions?");
  });

  it("shows each chart as a table too, and saves picture and table where one is chosen", async () => {
    const calls = await shown("");
    by("stat-chart").querySelector<HTMLElement>("[data-testid=chart-table]")?.click();
    await tick();
    expect(by("stat-chart").querySelectorAll("tbody tr")).toHaveLength(26);
    by("stat-chart").querySelector<HTMLElement>("[data-testid=chart-svg]")?.click();
    await expect.poll(() => calls.some((call) => call.name === "figure_save")).toBe(true);
    const saved = calls.find((call) => call.name === "figure_save")?.request;
    expect(saved?.format).toBe("svg");
    expect(atob(String(saved?.base64))).toContain("<svg");
    by("stat-chart").querySelector<HTMLElement>("[data-testid=chart-xlsx]")?.click();
    await expect.poll(() => calls.some((call) => call.name === "figure_table_save")).toBe(true);
    const table = calls.find((call) => call.name === "figure_table_save")?.request as { columns: string[]; rows: unknown[][] };
    expect(table.rows).toHaveLength(26);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(table.rows[24]?.[4]).toBeCloseTo(50 / 905, 12);
  });

  it.each(["en", "zh"])("has a sentence for every method and caveat in %s", async (language) => {
    await shown(language === "zh" ? "zh" : "");
    expect(document.querySelector(".stats")?.textContent).not.toMatch(/\b(?:figure|stat)-[a-z_-]+/);
  });
});

describe("what is asked for", () => {
  const today = new Date("2026-11-24T04:00:00Z");

  it("is by default the week, with modified counted, and nothing without a system", () => {
    expect(requestOf(new URLSearchParams(), today)).toBeNull();
    const request = requestOf(new URLSearchParams("system=s-1&back=182"), today);
    expect(request).toMatchObject({ system: "s-1", from: "2026-05-27", to: null });
    expect(request?.settings).toMatchObject({ unit: "week", modifiedCounts: true, level: 0.95, baseline: 20 });
  });

  it("takes what was chosen from the address, also what is to be missing", () => {
    const query = new URLSearchParams("system=s-1&from=2026-01-01&to=2026-03-31&unit=month&point=none:&modified=no&least=2.5");
    expect(requestOf(query, today)).toMatchObject({
      from: "2026-01-01",
      to: "2026-03-31",
      settings: { unit: "month", modifiedCounts: false, minimumLatencyMs: 2500, selection: { decisionPoint: "" } },
    });
  });

  it("lays a drill over the records without losing what they were narrowed to", () => {
    const records = { ...emptyFilter(), system: "s-1", from: "2026-01-01", modelVersion: "2.4.1" };
    const drill = { dispositions: ["overridden" as const], from: "2026-02-02", marks: ["ai_wrong" as const] };
    expect(drilled(records, drill)).toEqual({ ...records, ...drill });
    expect(drilled({ ...records, marks: ["seeded"] }, { dispositions: [], marks: ["seeded", "timed"] }).marks).toEqual(["seeded", "timed"]);
  });
});

describe("the geometry of charts", () => {
  const point = (value: number | null, more: Partial<ControlPoint> = {}): ControlPoint => ({
    label: "",
    value,
    lower: 0.01,
    centre: 0.03,
    upper: 0.05,
    baseline: true,
    signal: null,
    said: "",
    ...more,
  });

  it("takes round steps that reach the value", () => {
    expect(ticks(0.055)).toEqual([0, 0.02, 0.04, 0.06]);
    expect(ticks(9)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(ticks(0)).toEqual([0, 1]);
    expect(linear(0, 10, 100, 0)(5)).toBe(50);
  });

  it("breaks lines where a period has no data, and shades what the limits were not made from", () => {
    const plot = controlPlot([point(0.02), point(null), point(0.03), point(0.04, { baseline: false })], 640, 260);
    expect(plot.line.match(/M/g)).toHaveLength(2);
    expect(plot.points[1]?.y).toBeNull();
    expect(plot.parts.map((part) => part.baseline)).toEqual([true, false]);
    expect(plot.parts[1]?.x).toBeGreaterThan(plot.points[2]?.x ?? 0);
    expect(plot.parts[1]?.x).toBeLessThan(plot.points[3]?.x ?? 0);
    expect(plot.upper.match(/H/g)).toHaveLength(4);
  });

  it("shades each stretch that is judged by limits of its own", () => {
    const judged = { baseline: false };
    const plot = controlPlot([point(0.02), point(0.03, judged), point(null, judged), point(0.02), point(0.03, judged)], 640, 260);
    expect(plot.parts.map((part) => part.baseline)).toEqual([true, false, true, false]);
    expect(controlPlot([], 640, 260).parts).toEqual([]);
    // Periods before the first decision were judged by nothing.
    const late = controlPlot([point(null, judged), point(null, judged), point(0.02), point(0.03, judged)], 640, 260);
    expect(late.parts.map(({ baseline }) => baseline)).toEqual([true, false]);
    expect(late.parts[0]?.x).toBe(late.frame.left);
    expect(controlPlot([point(null, judged)], 640, 260).parts).toEqual([]);
  });

  it("keeps points in the frame and names no more periods than have room", () => {
    const many = controlPlot(Array.from({ length: 300 }, () => point(0.9, { upper: 1 })), 640, 260);
    expect(many.names.length).toBeLessThan(8);
    for (const { x, y } of many.points) {
      expect(x).toBeGreaterThan(many.frame.left);
      expect(x).toBeLessThan(many.frame.right);
      expect(y).toBeGreaterThanOrEqual(many.frame.top);
    }
  });

  it("draws signals as diamonds and cuts names by their width", () => {
    expect(diamond(10, 10, 5)).toBe("M10 5L15 10L10 15L5 10Z");
    expect(cut("short", 200)).toBe("short");
    expect(cut("a name that is much too long", 60).endsWith("…")).toBe(true);
    expect(cut("气象数据未更新", 60).length).toBeLessThan(7);
  });
});

describe("a chart as a file", () => {
  it("needs no style sheet and keeps its sentence", () => {
    const host = document.createElement("div");
    document.body.append(host);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("width", "100");
    svg.setAttribute("height", "50");
    svg.setAttribute("aria-label", "Rates < limits");
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    bar.setAttribute("class", "c-bar");
    bar.setAttribute("width", "10");
    svg.append(bar);
    host.append(svg);
    const text = svgOf(svg);
    expect(text).toContain("Rates &lt; limits");
    expect(text).not.toContain("class=");
    host.remove();
  });

  it("crosses in Base64, however long", () => {
    const bytes = new Uint8Array(30_000).map((_, index) => index % 251);
    expect(atob(base64(bytes)).length).toBe(30_000);
    expect(base64(new Uint8Array([0, 255, 16]))).toBe("AP8Q");
  });
});

describe("many refusals without totals", () => {
  it("are shown as counts and by exposure, never as a share", async () => {
    await shown("refusals");
    expect(by("stat-counts").querySelectorAll("rect")).toHaveLength(26);
    expect(by("stat-rate")).toBeNull();
    expect(by("stat-chart")).toBeNull();
    expect(by("stat-exposure-chart")).not.toBeNull();
    expect(by("stat-glance").textContent).toContain("in 100 hours");
    expect(document.querySelector(".stats")?.textContent).toContain("so there is no rate");
  });
});
