import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import { connect, type Backend, type Request } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";

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
  return { saves, note, go };
}

function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

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
    const { note } = await shown(new Promise(() => undefined));
    type(note(), "not on the disk");
    await tick();
    expect(document.querySelector<HTMLElement>("[data-testid=save-state]")?.dataset.state).toBe("pending");
  });
});
