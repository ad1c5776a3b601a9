import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import App from "../src/App.svelte";
import { connect, type Backend } from "../src/api/backend";
import type { Verification } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { by, said, shown } from "./shown";

afterEach(cleanup);

it("of two files that are dropped one after the other, the last one is shown, whichever is read first", async () => {
  const inner = memory(new URLSearchParams("closed"));
  const drops = ["/a/first.pdf", "/a/last.pdf"];
  let slow = (): void => undefined;
  let reads = 0;
  const backend: Backend = {
    async call(name, request) {
      if (name === "file_drop_next") {
        const path = drops.shift();
        return path ? ({ paths: [path] } as never) : await new Promise<never>(() => undefined);
      }
      if (name !== "verify_file") return await inner.call(name, request);
      reads += 1;
      const { path } = request as { path: string };
      if (path.includes("first")) await new Promise<void>((resolve) => (slow = resolve));
      return { ...((await inner.call(name, request)) as unknown as Verification), path } as never;
    },
  };
  connect(backend);
  window.location.hash = "#/verify";
  render(App);
  await expect.poll(() => reads, { timeout: 4000 }).toBe(2);
  await expect.poll(() => said()).toContain("last.pdf");
  slow();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said()).toContain("last.pdf");
  expect(said()).not.toContain("first.pdf");
});

it("before a workspace is open, the grade has its name", async () => {
  await shown("closed", "#/verify");
  by("verify-pick").click();
  await expect.poll(() => document.querySelector(".verify-facts .grade")?.textContent ?? "").toMatch(/[a-z]{4}/);
});
