import { cleanup, render } from "@testing-library/svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import App from "../src/App.svelte";
import { connect } from "../src/api/backend";
import type { AssessmentResult, AssessmentView, ReportRow } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { path } from "../src/routes";
import { by, click, haveDialogs, of, said, shown, submit } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

/** An assessment on fixtures in a state, and what it comes to. */
async function standing(state: string): Promise<{ view: AssessmentView; result: AssessmentResult }> {
  const inner = memory(new URLSearchParams());
  const { assessments } = await inner.call("assessment_list", { system: null });
  const id = assessments.find((row) => row.state === state)?.id ?? "";
  return { view: await inner.call("assessment_get", { id }), result: await inner.call("assessment_result", { id }) };
}

/** How the result page names red lines in these states. */
async function headed(states: readonly (boolean | null)[]): Promise<string> {
  const { view, result } = await standing("draft");
  const ids = ["c-03", "c-04", "e-02", "g-01", "h-07", "i-09"];
  const redLines = Object.fromEntries(ids.map((id, at) => [id, states[at] ?? null]));
  await shown("", path("assessmentResult", { id: view.assessment.id }), {
    name: "assessment_result",
    answer: { ...result, redLines },
  });
  await expect.poll(() => by("red-lines-title"), { timeout: 4000 }).not.toBeNull();
  const words = said("red-lines-title").trim();
  cleanup();
  return words;
}

describe("red lines", () => {
  it("are clear only when all of them are answered", async () => {
    expect(await headed([])).toBe("Red lines: none crossed, 6 unanswered");
    expect(await headed([false, false, false, false, false])).toBe("Red lines: none crossed, 1 unanswered");
    expect(await headed([true, false, false, false])).toBe("Red lines: one of six crossed, 2 unanswered");
    expect(await headed([true, true, false, false, false, false])).toBe("Red lines: 2 of six crossed");
    expect(await headed([false, false, false, false, false, false])).toBe("Red lines: none of six crossed");
  });
});

describe("a comparison", () => {
  it("is offered where there is an earlier assessment", async () => {
    const { view, result } = await standing("draft");
    const { id } = view.assessment;
    for (const earlier of [null, view.assessment.id]) {
      await shown("", path("assessmentResult", { id }), { name: "assessment_result", answer: { ...result, earlier } });
      await expect.poll(() => by("red-lines-title"), { timeout: 4000 }).not.toBeNull();
      expect(by("make-report") !== null).toBe(earlier !== null);
      cleanup();
    }
  });
});

describe("a dissent", () => {
  it("starts from no grade, and never from the computed one", async () => {
    const { view } = await standing("draft");
    const { id } = view.assessment;
    const calls = await shown("", path("assessmentResult", { id }));
    await click("dissent-add");
    await expect.poll(() => by("dissent-dialog").querySelectorAll("input[type=radio]").length).toBe(4);
    expect(by(`dissent-grade-${view.summary.grade}`)).toBeNull();
    expect(by("dissent-dialog").querySelector("input:checked")).toBeNull();
    await submit("dissent-save");
    expect(said("dissent-dialog")).toContain("Choose the grade you think right.");
    expect(said("dissent-dialog")).toContain("Say why you think otherwise.");
    expect(of(calls, "dissent_add")).toEqual([]);
  });
});

describe("an approved assessment", () => {
  /** Shows a page of an approved assessment, of which a report was made that is now in this state. */
  async function approved(page: "assessmentResult" | "assessmentReview", state: "unsigned" | "superseded"): Promise<void> {
    const { view } = await standing("draft");
    const { id } = view.assessment;
    const inner = memory(new URLSearchParams());
    const { reports } = await inner.call("report_list", { subject: null });
    const [row] = reports as [ReportRow];
    const report = { ...row.report, subject: { kind: "assessment", id }, state };
    const act = { by: view.assessment.begun.by, at: "2026-11-20T06:00:00Z" };
    const assessment = { ...view.assessment, state: "approved", submitted: act, approved: act, signers: report.signers };
    connect({
      async call(name, request) {
        if (name === "assessment_get") return { ...view, assessment, steps: [] } as never;
        if (name === "report_list") return { reports: [{ ...row, report, maySign: true }] } as never;
        return await inner.call(name, request);
      },
    });
    window.location.hash = path(page, { id });
    render(App);
  }

  it("leads to the report that was made of it", async () => {
    await approved("assessmentResult", "unsigned");
    await expect.poll(() => by("result-report")?.textContent?.trim(), { timeout: 4000 }).toBe("Read and sign");
    expect(by("result-report").getAttribute("href")).toContain(path("report", { id: "r-1" }));
  });

  it("doesn't lead to a report of what stood before it was given back", async () => {
    await approved("assessmentResult", "superseded");
    await expect.poll(() => by("result-review"), { timeout: 4000 }).not.toBeNull();
    expect(by("result-report")).toBeNull();
  });

  it("names who handed it over, approved it and is to sign", async () => {
    await approved("assessmentReview", "unsigned");
    await expect.poll(() => by("review-report")?.textContent?.trim(), { timeout: 4000 }).toBe("Read and sign");
    for (const words of ["Begun", "Handed over for review", "Approved", "20 Nov 2026", "Who is to sign"]) {
      expect(said("review-acts")).toContain(words);
    }
  });
});
