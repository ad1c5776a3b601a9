import { cleanup } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import { connect } from "../src/api/backend";
import type { ResumeSave } from "../src/api/contract.gen";
import { opened } from "../src/api/fixtures";
import { keepPlace } from "../src/lib/resume";
import { by, of, shown, submit, type, type Call } from "./shown";

afterEach(cleanup);

/** Opens a workspace that was left at a place. */
async function unlocked(resume: string | null): Promise<Call[]> {
  const calls = await shown("closed", "/", { name: "workspace_open", answer: { ...opened(false), resume } });
  await type("passphrase", "a passphrase");
  await submit("passphrase");
  await expect.poll(() => by("rail-systems"), { timeout: 4000 }).not.toBeNull();
  return calls;
}

it.each([
  ["/systems", "/systems"],
  [null, "/overview"],
  ["/", "/overview"],
  ["/of/another/version", "/overview"],
])("a workspace left at %s opens at %s, and no other place is kept", async (resume, place) => {
  const calls = await unlocked(resume);
  expect(window.location.hash).toBe(`#${place}`);
  await expect.poll(() => of(calls, "resume_save").map(({ request }) => request.route)).toEqual([place]);
});

it("places are kept one after the other, and those passed in between not at all", async () => {
  const kept: string[] = [];
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
