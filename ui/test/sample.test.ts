import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { by, click, haveDialogs, of, press, said, shown, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("the size of a sample is said while it is chosen, and only then can it be drawn", async () => {
  const calls = await shown("", "#/audits/au-1/samples");
  await click("sample-draw");
  await click("sample-kind-named");
  await type("sample-attribute", "A person signed it");
  await type("sample-name", "Letters of the year");
  expect(by<HTMLButtonElement>("sample-now").disabled).toBe(true);
  await type("sample-count", "1000");
  await expect.poll(() => said("sample-said"), { timeout: 4000 }).toContain("59");
  await click("sample-now");
  await expect.poll(() => window.location.hash).toMatch(/^#\/audits\/au-1\/samples\/as-/);
  const drawn = of(calls, "audit_sample_draw").filter((call) => call.request.trial === false);
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.request).toMatchObject({ audit: "au-1", population: { kind: "named", size: 1000 }, seed: null });
});

it("the list says for each sample whether its rate is excluded, and the page which item is current", async () => {
  await shown("", "#/audits/au-1/samples");
  await expect.poll(() => said("sample-list")).toContain("5 % not excluded");
  cleanup();
  await shown("", "#/audits/au-1/samples/as-2");
  await expect.poll(() => document.querySelectorAll("[data-testid=sample-items] li.current")).toHaveLength(1);
  const current = document.querySelector("[data-testid=sample-items] li.current [aria-current]");
  expect(said("sample-item")).toContain(`Item ${current?.textContent?.trim()}`);
});

it.each([
  ["0", "nothing to draw from"],
  ["5000001", "more than"],
])("a population of %s is refused in words", async (size, words) => {
  await shown("", "#/audits/au-1/samples");
  await click("sample-draw");
  await click("sample-kind-named");
  await type("sample-name", "Letters");
  await type("sample-count", size);
  await expect.poll(() => said("sample-said"), { timeout: 4000 }).toContain(words);
  expect(by<HTMLButtonElement>("sample-now").disabled).toBe(true);
});

it("items are judged by number keys; what deviates waits for a note", async () => {
  const calls = await shown("", "#/audits/au-1/samples/as-2");
  await expect.poll(() => said("sample-item")).toContain("13");
  press("1");
  await expect.poll(() => of(calls, "audit_sample_record").length).toBe(1);
  expect(of(calls, "audit_sample_record")[0]?.request).toMatchObject({ results: [{ place: 12, result: "conforms", revision: 0 }] });
  await expect.poll(() => said("sample-item")).toContain("14");
  press("2");
  await click("sample-save");
  expect(of(calls, "audit_sample_record")).toHaveLength(1);
  await type("sample-note", "No signature");
  await click("sample-save");
  await expect.poll(() => of(calls, "audit_sample_record").length).toBe(2);
  expect(of(calls, "audit_sample_record")[1]?.request).toMatchObject({ results: [{ place: 13, result: "deviates", note: "No signature" }] });
});

it("a note is stored before another item is shown, and a result that needs one keeps its item", async () => {
  const calls = await shown("", "#/audits/au-1/samples/as-2");
  await expect.poll(() => said("sample-item")).toContain("13");
  await type("sample-note", "The file is on loan");
  press("j");
  await expect.poll(() => said("sample-item")).toContain("14");
  expect(of(calls, "audit_sample_record")[0]?.request).toMatchObject({ results: [{ place: 12, result: null, note: "The file is on loan" }] });
  press("2");
  await expect.poll(() => document.activeElement?.id).toBe("sample-item-note");
  by("rail-overview").focus();
  press("k");
  await tick();
  expect(said("sample-item")).not.toContain("Say what was seen");
  by("sample-item").focus();
  press("k");
  await expect.poll(() => said("sample-item")).toContain("Say what was seen");
  expect(said("sample-item")).toContain("14");
});

it("a sample that was looked at says its rate with an interval, and leads to a finding", async () => {
  await shown("", "#/audits/au-1/samples/as-1");
  await expect.poll(() => said("sample-estimate")).toContain("between 2 and 61 of all 640");
  const link = by("sample-finding").getAttribute("href") ?? "";
  expect(link).toContain("audit=au-1");
  expect(link).toContain("question=b-sc-01");
});
