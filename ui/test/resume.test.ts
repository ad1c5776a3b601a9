import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect, type Backend } from "../src/api/backend";
import type { OpenWorkspace, ResumeSave } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { keepPlace } from "../src/lib/resume";

let kept: string[] = [];
beforeEach(() => (kept = []));
afterEach(cleanup);

/** A program in which a workspace was left at a place, and which notes what it is told to keep. */
function left(resume: string | null): Backend {
  const backend = memory(new URLSearchParams("closed"));
  return {
    call: async (name, request) => {
      if (name === "resume_save") kept.push((request as ResumeSave).route);
      const answer = await backend.call(name, request);
      return name === "workspace_open" ? { ...(answer as OpenWorkspace), resume } : answer;
    },
  };
}

async function opened(resume: string | null): Promise<void> {
  connect(left(resume));
  window.location.hash = "/";
  const { container } = render(App);
  const entry = () => container.querySelector<HTMLInputElement>("#passphrase");
  await expect.poll(entry).not.toBeNull();
  entry()!.value = "a passphrase";
  entry()!.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
  entry()!.closest("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await expect.poll(() => container.querySelector("[data-testid=rail-systems]"), { timeout: 4000 }).not.toBeNull();
}

it.each([
  ["/systems", "/systems"],
  [null, "/overview"],
  ["/", "/overview"],
  ["/of/another/version", "/overview"],
])("a workspace left at %s opens at %s, and no other place is kept", async (resume, place) => {
  await opened(resume);
  expect(window.location.hash).toBe(`#${place}`);
  await expect.poll(() => kept).toEqual([place]);
});

it("places are kept one after the other, and those passed in between not at all", async () => {
  let arrive = () => {};
  connect({
    call: (_, request) => {
      kept.push((request as ResumeSave).route);
      return new Promise((done) => (arrive = () => done({} as never)));
    },
  });
  const keeping = keepPlace("/first");
  void keepPlace("/second");
  void keepPlace("/third");
  expect(kept).toEqual(["/first"]);
  arrive();
  await expect.poll(() => kept).toEqual(["/first", "/third"]);
  arrive();
  await keeping;
});
