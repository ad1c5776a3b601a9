import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { agreed, choices, nextOpen, told } from "../src/features/decision/review";
import { outcome } from "../src/api/reviewFixtures";
import { quick } from "../src/lib/quick.svelte";
import { l10n } from "../src/l10n/index.svelte";
import { by, of, plain, shown, type Call } from "./shown";


function press(key: string, more: KeyboardEventInit = {}): void {
  const at = document.activeElement ?? document.body;
  at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

/** Enter in a form's radio, as a browser takes it. */
function enter(): void {
  press("Enter");
  (document.activeElement?.closest("form") as HTMLFormElement | null)?.requestSubmit();
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

describe("the samples", () => {
  it("stand in a list with how far each is", async () => {
    await shown("", "/decisions/reviews");
    await expect.poll(() => by("second-list")?.querySelectorAll("tbody tr").length ?? 0).toBe(2);
    const [half, whole] = [...by("second-list").querySelectorAll("tbody tr")].map((row) => plain(row.textContent));
    expect(half).toContain("41 of 115");
    expect(half).toContain("With 95 % confidence, more than 5 % wrong decisions would show.");
    expect(whole).toContain("Complete");
  });

  it("say while they are chosen how much work they are, and draw nothing before", async () => {
    const calls = await shown("", "/decisions/reviews?draw=yes&from=2026-07-01&to=2026-09-30");
    await expect.poll(() => plain(by("draw-sizes")?.textContent), { timeout: 4000 }).toContain("59 of 22,702 accepted and 56 of 794 overridden");
    by("draw-share-0.02").click();
    await expect.poll(() => plain(by("draw-sizes").textContent)).toContain("more than 2 % wrong decisions would show");
    await expect.poll(() => plain(by("draw-sizes").textContent)).toContain("of 22,702");
    await expect.poll(() => of(calls, "second_review_draw").at(-1)?.request.tolerable).toBe(0.02);
    expect(of(calls, "second_review_draw").every((call) => call.request.trial === true)).toBe(true);
    await expect.poll(() => by<HTMLButtonElement>("draw-now").disabled).toBe(false);
    by("draw-now").click();
    await expect.poll(() => window.location.hash).toContain("/decisions/reviews/sr-3");
    expect(of(calls, "second_review_draw").at(-1)?.request).toMatchObject({ system: "s-1", from: "2026-07-01", to: "2026-09-30", level: 0.95, tolerable: 0.02, seed: null, trial: false });
  });

  it("are said to be counted until the answer, and never where a day is none", async () => {
    await shown("", "/decisions/reviews?draw=yes&from=2026-07-01&to=2026-09-30");
    await expect.poll(() => by("draw-sizes")?.getAttribute("aria-busy")).toBe("true");
    expect(by("draw-sizes").textContent).toContain("Counting the decisions");
    await expect.poll(() => by("draw-sizes").getAttribute("aria-busy"), { timeout: 4000 }).toBe("false");
    const from = by<HTMLInputElement>("draw-from");
    from.value = "yesterday";
    from.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.poll(() => plain(by("draw-sizes").textContent)).toContain("Write the day as year");
    expect(by("draw-sizes").getAttribute("aria-busy")).toBe("false");
  });

  it("say why nothing can be drawn", async () => {
    await shown("", "/decisions/reviews?draw=yes&system=s-2");
    await expect.poll(() => by("draw-sizes")?.textContent ?? "", { timeout: 4000 }).toContain("There are no decisions to draw from");
    expect(by<HTMLButtonElement>("draw-now").disabled).toBe(true);
  });
});

describe("a sample", () => {
  it("hides its figures until every case is judged, and says why and how many are left", async () => {
    await shown("", "/decisions/reviews/sr-2");
    await expect.poll(() => by("second-left")?.textContent ?? "", { timeout: 4000 }).toContain("74 of 115 cases have no verdict yet");
    expect(by("second-left").textContent).toContain("sway the reviewer");
    expect(by("second-figures")).toBeNull();
    // What a verdict came to would tell whose text was whose.
    const said = by("second-cases").textContent ?? "";
    expect(said).toContain("judged");
    expect(said).not.toMatch(/AI right|person right/);
    expect(by("second-next").getAttribute("href")).toBe("#/decisions/reviews/sr-2/cases/41");
    by("second-open-only").click();
    await tick();
    expect(by("second-cases").querySelectorAll("li")).toHaveLength(74);
  });

  it("shows each figure of a complete one with what it rests on", async () => {
    await shown("", "/decisions/reviews/sr-1");
    await expect.poll(() => by("second-figures")?.textContent ?? "", { timeout: 4000 }).not.toBe("");
    const said = plain(by("second-figures").textContent);
    for (const part of ["3.5 %", "2 of 57", "41 of 54", "6 of 54", "from 111 cases", "26 of 30", "kappa 0.74 (0.54 to 0.95), PABAK 0.83, AC1 0.84", "Wilson"]) {
      expect(said).toContain(part);
    }
    expect(by("second-cases").textContent).toContain("person right");
  });

  it("says what can’t be told instead of a number", () => {
    const made = outcome("s-1")?.figures;
    if (!made) throw new Error("no figures");
    const [first] = told({ ...made, missedErrors: null });
    expect(first?.interval).toBeNull();
    expect(first?.know).toContain("not 0 %");
    const { agreement } = made;
    if (!agreement) throw new Error("no agreement");
    const one = agreed({ ...made, agreement: { ...agreement, kappa: { value: null, standardError: null, interval: null, estimable: false } } });
    expect(one?.kappa).toContain("kappa not estimable");
    expect(agreed({ ...made, agreement: null })).toBeNull();
  });
});

describe("a case", () => {
  async function opened(place = 42, options = ""): Promise<Call[]> {
    const calls = await shown(options, `/decisions/reviews/sr-2/cases/${place}`);
    await expect.poll(() => document.activeElement?.id ?? "", { timeout: 4000 }).toBe("verdict");
    return calls;
  }

  it("is judged with a digit and Enter, and the next open one follows", async () => {
    const calls = await opened();
    press("2");
    await tick();
    enter();
    await expect.poll(() => window.location.hash).toBe("#/decisions/reviews/sr-2/cases/43");
    expect(of(calls, "verdict_give")).toHaveLength(1);
    expect(of(calls, "verdict_give")[0]?.request).toEqual({ id: "sr-2", place: 42, verdict: "second", note: "" });
    await expect.poll(() => document.querySelector("h1")?.textContent ?? "").toContain("Case 44 of 115");
    await expect.poll(() => document.activeElement?.id ?? "").toBe("verdict");
    expect(document.querySelectorAll("input:checked")).toHaveLength(0);
  });

  it("takes no verdict for a case that is not shown yet", async () => {
    let held = Promise.resolve();
    let go = (): void => undefined;
    const calls = await shown("", "/decisions/reviews/sr-2/cases/42", { name: "blind_case_get", wait: () => held });
    await expect.poll(() => document.activeElement?.id ?? "", { timeout: 4000 }).toBe("verdict");
    held = new Promise((resolve) => (go = resolve));
    press("1");
    await tick();
    press("Enter", { ctrlKey: true });
    // The address is that of the next case long before its text is there.
    await expect.poll(() => window.location.hash).toBe("#/decisions/reviews/sr-2/cases/43");
    press("Enter", { ctrlKey: true });
    await tick();
    expect(of(calls, "verdict_give").map((call) => call.request.place)).toEqual([42]);
    go();
    await expect.poll(() => document.querySelectorAll("input:checked").length).toBe(0);
    press("2");
    await tick();
    press("Enter", { ctrlKey: true, repeat: true });
    press("Enter", { ctrlKey: true });
    await expect.poll(() => of(calls, "verdict_give").map((call) => call.request.place)).toEqual([42, 43]);
  });

  it("takes the keys anywhere in the case, but leaves digits in the note and elsewhere alone", async () => {
    const calls = await opened();
    by("rail-overview").focus();
    press("3");
    await tick();
    expect(document.querySelector("input:checked")).toBeNull();
    by("second-case").focus();
    press("3", { repeat: true });
    await tick();
    expect(document.querySelector("input:checked")).toBeNull();
    press("4");
    await tick();
    expect(document.querySelector<HTMLInputElement>("input:checked")?.value).toBe("neither");
    by("second-note").focus();
    press("1");
    await tick();
    expect(document.querySelector<HTMLInputElement>("input:checked")?.value).toBe("neither");
    const note = by<HTMLTextAreaElement>("second-note");
    note.value = "The crew was on feeder 9.";
    note.dispatchEvent(new Event("input", { bubbles: true }));
    press("Enter", { ctrlKey: true });
    await expect.poll(() => of(calls, "verdict_give").length).toBe(1);
    expect(of(calls, "verdict_give")[0]?.request).toMatchObject({ verdict: "neither", note: "The crew was on feeder 9." });
  });

  it("leaves the keys of a dialog over it to the dialog", async () => {
    const calls = await opened();
    press("1");
    press("d", { ctrlKey: true });
    await expect.poll(() => document.activeElement?.id ?? "", { timeout: 4000 }).toBe("quick-disposition");
    press("3");
    press("Enter", { ctrlKey: true });
    await tick();
    expect(of(calls, "verdict_give")).toHaveLength(0);
    expect(document.querySelector<HTMLInputElement>("[name=verdict]:checked")?.value).toBe("first");
    quick.open = false;
  });

  it("is not left while a note stands there that nothing has saved", async () => {
    await opened();
    const note = by<HTMLTextAreaElement>("second-note");
    note.value = "The crew was on feeder 9.";
    note.dispatchEvent(new Event("input", { bubbles: true }));
    await tick();
    by("second-later").click();
    await tick();
    expect(by("error-summary").textContent).toContain("The note is saved with a verdict only");
    expect(window.location.hash).toContain("/cases/42");
  });

  it("asks for a verdict before it saves", async () => {
    const calls = await opened();
    enter();
    await tick();
    expect(by("error-summary").textContent).toContain("Choose a verdict");
    expect(of(calls, "verdict_give")).toHaveLength(0);
  });

  it.each(["", "zh"])("tells nothing of who decided, options %o", async (options) => {
    await opened(42, options);
    const said = document.querySelector("#main")?.textContent ?? "";
    expect(said).not.toMatch(/\bAI\b|R-[0-9a-f]{4}|系统输出|最终决定|人员正确|系统正确/);
    expect(document.querySelectorAll(".second-text")).toHaveLength(2);
  });

  it("of one text asks whether it is right", async () => {
    const calls = await opened(41);
    expect(document.querySelectorAll(".second-text")).toHaveLength(1);
    expect(document.querySelectorAll("[name=verdict][type=radio]")).toHaveLength(3);
    press("2");
    await tick();
    enter();
    await expect.poll(() => of(calls, "verdict_give")[0]?.request.verdict).toBe("neither");
  });

  it("says when it was judged before", async () => {
    await opened(3);
    expect(document.querySelector("#main")?.textContent).toContain("You judged this case before");
  });

  it("leads on to the open cases only, round the end", () => {
    const cases = [null, "ai_right" as const, null].map((mine, place) => ({ place, verdicts: 1, given: mine !== null, mine }));
    expect(nextOpen(cases, 0)).toBe(2);
    expect(nextOpen(cases, 2)).toBe(0);
    expect(nextOpen([{ place: 0, verdicts: 0, given: false, mine: null }], 0)).toBeNull();
    expect(choices(true).map((choice) => choice.key)).toEqual(["1", "2", "3", "4", "5"]);
  });
});
