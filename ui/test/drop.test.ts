import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import App from "../src/App.svelte";
import { connect, type Request } from "../src/api/backend";
import type { Catalogue } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { by, click, haveDialogs } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("a dropped file says what it is attached to, and can be given to another place that is open", async () => {
  const inner = memory(new URLSearchParams());
  const added: Request<"evidence_add">[] = [];
  let drop: (dropped: never) => void = () => undefined;
  connect({
    async call(name, request) {
      if (name === "file_drop_next") return await new Promise<never>((resolve) => (drop = resolve));
      if (name === "evidence_add") added.push(request as Request<"evidence_add">);
      const answer = await inner.call(name, request);
      if (name !== "framework_get") return answer;
      const read = answer as Catalogue;
      const [only] = read.measures;
      return { ...read, measures: [only, { ...only, id: "4.1.2a", clause: "4.1.2(a)" }] } as never;
    },
  });
  window.location.hash = "#/assessments/as-1/measures";
  render(App);
  await expect.poll(() => document.querySelectorAll(".measure").length, { timeout: 4000 }).toBeGreaterThan(1);
  const rows = [...document.querySelectorAll<HTMLElement>(".measure")].slice(0, 2);
  const [first, second] = rows.map((row) => row.dataset.testid?.replace("measure-", "") ?? "");
  await click(`measure-details-${first}`);
  await click(`measure-details-${second}`);
  drop({ paths: ["/home/user/minutes.pdf", "/home/user/photo.png"] } as never);
  await expect.poll(() => by<HTMLSelectElement>("evidence-place")).not.toBeNull();
  const names = [...by<HTMLSelectElement>("evidence-place").options].map((option) => option.textContent ?? "");
  expect(names).toHaveLength(2);
  expect(rows[0]?.querySelector("h3")?.textContent?.trim()).toBe(names[0]);
  const place = by<HTMLSelectElement>("evidence-place");
  expect(place.selectedOptions[0]?.textContent).toBe(names[1]);
  place.selectedIndex = 0;
  place.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
  await expect.poll(() => by<HTMLSelectElement>("evidence-place")?.selectedOptions[0]?.textContent).toBe(names[0]);
  await click("evidence-save");
  await expect.poll(() => added.length).toBe(1);
  await expect.poll(() => by<HTMLInputElement>("evidence-name")?.value).toBe("photo.png");
  await click("evidence-save");
  await expect.poll(() => added.length).toBe(2);
  expect(added.map((request) => [request.target.kind === "measure" && request.target.id, request.piece.path])).toEqual([
    [first, "/home/user/minutes.pdf"],
    [first, "/home/user/photo.png"],
  ]);
});
