import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { BackendError, connect, type Backend, type Request } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";
import { click, haveDialogs, type as typed } from "./shown";

/** Shows a question of the running assessment on fixtures. */
async function asked(options: string, question: string): Promise<{ calls: string[] }> {
  const inner = memory(new URLSearchParams(options));
  const calls: string[] = [];
  connect({
    async call(name, request) {
      calls.push(name);
      return await inner.call(name, request);
    },
  });
  const { assessments } = await inner.call("assessment_list", { system: null });
  const id = assessments.find((row) => row.state === "draft")?.id ?? "";
  window.location.hash = path("assessmentQuestion", { id, question });
  render(App);
  await expect.poll(() => document.querySelector("main .tags")?.textContent ?? "", { timeout: 4000 }).toContain(question);
  return { calls };
}

type Save = Request<"answer_save">;

/** Shows a question on a backend that writes down what is saved; `hold` keeps saves waiting. */
async function shown(hold: Promise<void>): Promise<{ saves: Save[]; note: () => HTMLTextAreaElement; go: (to: number) => Promise<void> }> {
  const inner = memory(new URLSearchParams());
  const saves: Save[] = [];
  const backend: Backend = {
    async call(name, request) {
      if (name === "answer_save") {
        saves.push(request as Save);
        await hold;
      }
      return await inner.call(name, request);
    },
  };
  connect(backend);
  return { saves, ...(await answering(inner)) };
}

/** Shows the first question of the running assessment, with the way to the others. */
async function answering(inner: Backend): Promise<{ note: () => HTMLTextAreaElement; go: (to: number) => Promise<void> }> {
  const { assessments } = await inner.call("assessment_list", { system: null });
  const id = assessments.find((row) => row.state === "draft")?.id ?? "";
  const { questions } = await inner.call("assessment_get", { id });
  const go = async (to: number): Promise<void> => {
    const question = questions[to]?.question ?? "";
    window.location.hash = path("assessmentQuestion", { id, question });
    await expect.poll(() => document.querySelector("main .tags")?.textContent ?? "", { timeout: 4000 }).toContain(question);
    await tick();
  };
  window.location.hash = path("assessmentQuestion", { id, question: questions[0]?.question ?? "" });
  render(App);
  await go(0);
  const note = (): HTMLTextAreaElement => document.querySelector<HTMLTextAreaElement>("[data-testid=question-note]") as HTMLTextAreaElement;
  return { note, go };
}

function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const state = (): string => document.querySelector<HTMLElement>("[data-testid=save-state]")?.dataset.state ?? "";

describe("a question", () => {
  afterEach(cleanup);

  it("saves what was typed under its own name when another is shown at once", async () => {
    const { saves, note, go } = await shown(Promise.resolve());
    type(note(), "seen on the night shift");
    await go(1);
    await expect.poll(() => saves.length).toBeGreaterThan(0);
    expect(saves.map((save) => save.note)).toEqual(["seen on the night shift"]);
    expect(saves[0]?.question).toBe("a-01");
    expect(note().value).not.toContain("night shift");
  });

  it("loses nothing that is typed while a save is under way and another question is shown", async () => {
    let release = (): void => undefined;
    const { saves, note, go } = await shown(new Promise((resolve) => (release = resolve)));
    type(note(), "first");
    note().dispatchEvent(new Event("blur"));
    await expect.poll(() => saves.length).toBe(1);
    type(note(), "first and second");
    await go(1);
    release();
    await expect.poll(() => saves.length).toBe(2);
    expect(saves.map((save) => [save.question, save.note])).toEqual([
      ["a-01", "first"],
      ["a-01", "first and second"],
    ]);
  });

  it("does not call saved what is only typed", async () => {
    let release = (): void => undefined;
    const { note } = await shown(new Promise((resolve) => (release = resolve)));
    type(note(), "not on the disk");
    await tick();
    expect(state()).toBe("pending");
    release();
    await expect.poll(state, { timeout: 4000 }).toBe("saved");
  });
});

describe("evidence of a question", () => {
  beforeAll(haveDialogs);
  afterEach(cleanup);

  it("is attached and taken off without going on to the next question", async () => {
    const { calls } = await asked("", "a-01");
    const here = window.location.hash;
    await click("evidence-add-reference");
    await typed("evidence-name", "Minutes");
    await typed("evidence-locator", "Room 3");
    await click("evidence-save");
    await expect.poll(() => calls).toContain("evidence_add");
    const remove = (): HTMLElement | null => document.querySelector("[aria-label='Remove: Minutes']");
    await expect.poll(remove).not.toBeNull();
    expect(calls).not.toContain("answer_save");
    expect(window.location.hash).toBe(here);
    remove()?.click();
    await click("evidence-detach-confirm");
    await expect.poll(remove).toBeNull();
    expect(calls).toContain("evidence_detach");
    await expect.poll(() => document.activeElement?.closest(".evidence")).not.toBeNull();
    expect(window.location.hash).toBe(here);
  });
});

describe("figures beside a question", () => {
  afterEach(cleanup);
  const panel = (): string => document.querySelector("[data-testid=beside]")?.textContent?.replaceAll("\u00a0", " ") ?? "";

  it("come after the question, with counts, rate, open signs and the way to the analysis", async () => {
    const { calls } = await asked("", "i-02");
    expect(calls).not.toContain("decision_stats");
    await expect.poll(panel, { timeout: 4000 }).toContain("3.4 % (3.2 % to 3.6 %)");
    expect(panel()).toContain("794");
    expect(panel()).toContain("More was overridden than usual");
    expect(panel()).toContain("Accepted although wrong, by second review3.5 %");
    const link = document.querySelector("[data-testid=beside-analysis]")?.getAttribute("href") ?? "";
    expect(link).toContain("#/decisions/analysis?system=s-1&from=2026-10-01");
  });

  it("say that nothing can be told where only refusals are logged", async () => {
    await asked("refusals", "i-01");
    await expect.poll(panel, { timeout: 4000 }).toContain("cannot tell: only refusals are logged");
  });

  it("are none where nothing speaks to the question", async () => {
    const { calls } = await asked("", "h-01");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(panel()).toBe("");
    expect(calls).not.toContain("decision_stats");
  });
});

describe("what could not be saved", () => {
  afterEach(cleanup);

  /** Shows a question on a disk that is full until it is said otherwise. */
  async function full(): Promise<{ free: () => void; saves: Save[]; note: () => HTMLTextAreaElement; go: (to: number) => Promise<void> }> {
    let isFull = true;
    const saves: Save[] = [];
    const inner = memory(new URLSearchParams());
    connect({
      async call(name, request) {
        if (name === "answer_save") {
          saves.push(request as Save);
          if (isFull && (request as Save).question === "a-01") throw new BackendError({ code: "disk-full", args: {} });
        }
        return await inner.call(name, request);
      },
    });
    const { go, note } = await answering(inner);
    return { free: () => (isFull = false), saves, note, go };
  }

  const left = (): string => document.querySelector("[data-testid=save-left]")?.textContent ?? "";

  it("is kept when the screen is left, is named with the way back, and is saved again", async () => {
    const { free, saves, note, go } = await full();
    type(note(), "seen on the night shift");
    await go(1);
    await expect.poll(state).toBe("failed");
    expect(left()).toContain("a-01");
    type(note(), "something else");
    note().dispatchEvent(new Event("blur"));
    await expect.poll(() => saves.length).toBe(2);
    await tick();
    expect(state()).toBe("failed");
    await go(0);
    expect(note().value).toBe("seen on the night shift");
    free();
    document.querySelector<HTMLElement>("[data-testid=save-again]")?.click();
    await expect.poll(state).toBe("saved");
    expect(saves.at(-1)).toMatchObject({ question: "a-01", note: "seen on the night shift" });
  });

  it("is not called saved while newer letters wait", async () => {
    let release = (): void => undefined;
    const { saves, note } = await shown(new Promise((resolve) => (release = resolve)));
    type(note(), "first");
    note().dispatchEvent(new Event("blur"));
    await expect.poll(() => saves.length).toBe(1);
    type(note(), "first and second");
    release();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(state()).toBe("pending");
    await expect.poll(state, { timeout: 4000 }).toBe("saved");
    expect(saves.map((save) => save.note)).toEqual(["first", "first and second"]);
  });

  it("is sent before the workspace is locked", async () => {
    const calls: string[] = [];
    const inner = memory(new URLSearchParams());
    connect({
      async call(name, request) {
        calls.push(name);
        return await inner.call(name, request);
      },
    });
    const { note } = await answering(inner);
    type(note(), "typed at the last moment");
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "l", ctrlKey: true, bubbles: true }));
    await expect.poll(() => calls).toContain("workspace_lock");
    expect(calls.indexOf("answer_save")).toBeGreaterThan(-1);
    expect(calls.indexOf("answer_save")).toBeLessThan(calls.indexOf("workspace_lock"));
  });
});
