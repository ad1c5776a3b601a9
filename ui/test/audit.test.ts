import { cleanup } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { l10n } from "../src/l10n/index.svelte";
import { by, click, haveDialogs, of, plain, press, shown, type } from "./shown";

beforeAll(haveDialogs);
afterEach(() => {
  cleanup();
  l10n.locale = "en";
});

const question = (): string => plain(document.querySelector("#item-text")?.textContent);

it("a checklist is judged by number keys, each saved at once with the revision that was seen", async () => {
  const calls = await shown("", "#/audits/au-5");
  expect(question()).toContain("accuracy");
  press("1");
  await expect.poll(() => of(calls, "audit_record").length).toBe(1);
  expect(of(calls, "audit_record")[0]?.request).toMatchObject({ question: "b-re-01", result: "conforms", revision: 1 });
  await expect.poll(question).toContain("stop command");
  press("3");
  await expect.poll(() => of(calls, "audit_record").length).toBe(2);
  expect(of(calls, "audit_record")[1]?.request).toMatchObject({ question: "b-co-01", result: "fails" });
});

it("a key counts once, and only while the focus is in the question", async () => {
  const calls = await shown("", "#/audits/au-5");
  expect(document.activeElement?.id).toBe("item-text");
  by("rail-overview").focus();
  press("1");
  by("audit-next").focus();
  press("1", { repeat: true });
  await tick();
  expect(of(calls, "audit_record")).toEqual([]);
  press("1");
  await expect.poll(() => of(calls, "audit_record").length).toBe(1);
  // The next question has the focus without a click.
  await expect.poll(question).toContain("stop command");
  expect(document.activeElement?.id).toBe("item-text");
});

it("what fails leads to a finding that knows its question", async () => {
  const calls = await shown("", "#/audits/au-5?question=b-re-01");
  expect(by("audit-finding")).toBeNull();
  press("3");
  await expect.poll(() => of(calls, "audit_record").length).toBeGreaterThan(0);
  window.location.hash = "#/audits/au-5?question=b-re-01";
  await expect.poll(() => by("audit-finding")?.getAttribute("href") ?? "").toContain("failing=fails");
  expect(by("audit-finding").getAttribute("href")).toContain("question=b-re-01");
  expect(by("audit-samples").getAttribute("href")).toBe("#/audits/au-5/samples");
});

it("the state of an audit stands in its heading in small letters", async () => {
  await shown("", "#/audits/au-5");
  expect(plain(document.querySelector("h1")?.textContent)).toMatch(/^Audit of .+: running$/);
});

it("closing says how many questions stay unanswered", async () => {
  await shown("", "#/audits/au-5");
  await click("audit-close");
  await expect.poll(() => plain(by("audit-close-open")?.textContent)).toBe("3 questions are still open and stay unanswered.");
});

it("not applicable waits for its reason", async () => {
  const calls = await shown("", "#/audits/au-5");
  press("4");
  await tick();
  expect(by("audit-reason")).not.toBeNull();
  expect(of(calls, "audit_record")).toEqual([]);
});

it("what was seen is stored before a result is chosen, and the question is left only then", async () => {
  const calls = await shown("", "#/audits/au-5?question=b-re-01");
  await type("audit-observation", "Two outputs were wrong");
  await click("audit-next");
  await expect.poll(() => of(calls, "audit_record").length).toBe(1);
  expect(of(calls, "audit_record")[0]?.request).toMatchObject({ question: "b-re-01", result: null, observation: "Two outputs were wrong" });
  await expect.poll(question).not.toContain("accuracy");
});

it.each(["audit-next", "checklist"])("a question whose text could not be saved stays, left by %s", async (by_) => {
  const error = new BackendError({ code: "disk-full", args: {} });
  await shown("", "#/audits/au-5?question=b-re-01", { name: "audit_record", error });
  await type("audit-observation", "Two outputs were wrong");
  if (by_ === "checklist") document.querySelector<HTMLElement>('[data-testid="audit-checklist"] a[href*="b-sc-01"]')?.click();
  else await click(by_);
  await expect.poll(() => by("error-summary")).not.toBeNull();
  expect(question()).toContain("accuracy");
  expect(by<HTMLTextAreaElement>("audit-observation").value).toBe("Two outputs were wrong");
});

it("what does not apply asks for its reason before the question is left", async () => {
  const calls = await shown("", "#/audits/au-5?question=b-re-01");
  press("4");
  await expect.poll(() => document.activeElement?.id).toBe("reason");
  await click("audit-next");
  await expect.poll(() => plain(by("error-summary")?.textContent)).toContain("Say why the question does not apply");
  expect(document.activeElement?.id).toBe("reason");
  expect(of(calls, "audit_record")).toEqual([]);
});

it("leaving a carried result as it is does not say that it was looked at", async () => {
  const calls = await shown("", "#/audits/au-5?question=b-sc-01");
  by("audit-observation").dispatchEvent(new FocusEvent("blur"));
  await click("audit-next");
  await expect.poll(() => window.location.hash).not.toContain("b-sc-01");
  expect(of(calls, "audit_record")).toEqual([]);
});

it("a carried result and a removed question say so", async () => {
  await shown("", "#/audits/au-5?question=b-sc-01");
  expect(plain(by("audit-marks").textContent)).toContain("Carried from the last audit");
  cleanup();
  await shown("", "#/audits/au-5?question=b-sa-04");
  expect(document.body.textContent).toContain("no longer in the framework");
});

it("a stale write is told, the stored result is read again, and what was typed stays", async () => {
  const error = new BackendError({ code: "stale", args: { current: "2" } });
  const calls = await shown("", "#/audits/au-5", { name: "audit_record", error });
  const field = by<HTMLTextAreaElement>("audit-observation");
  field.value = "seen on site";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  press("1");
  await expect.poll(() => of(calls, "audit_get").length).toBe(2);
  expect(document.body.textContent).toContain("Somebody saved this in the meantime");
  expect(by<HTMLTextAreaElement>("audit-observation").value).toBe("seen on site");
});

it("due and missed checks are on the overview in both languages", async () => {
  for (const [options, due, missed] of [
    ["", "System audit:", "One recurring check was missed"],
    ["zh", "系统审计：", "有1次定期检查漏检"],
  ] as const) {
    await shown(options, "#/overview");
    await expect.poll(() => plain(document.body.textContent)).toContain(due);
    expect(plain(document.body.textContent)).toContain(missed);
    cleanup();
  }
});

it("an audit asks single questions beside whole dimensions", async () => {
  const calls = await shown("", "#/audits/new/s-1");
  expect(by("audit-single")).toBeNull();
  by("audit-dimension-safety").click();
  await expect.poll(() => by("audit-single")).not.toBeNull();
  expect(by("audit-single-b-sa-01")).not.toBeNull();
  const search = by<HTMLInputElement>("audit-single-search");
  search.value = "DIGEST";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  await expect.poll(() => by("audit-single-b-sa-01")).toBeNull();
  by("audit-single-b-sa-04").click();
  await expect.poll(() => plain(by("audit-single").textContent)).toContain("one chosen");
  by("audit-start").click();
  await expect.poll(() => of(calls, "audit_start").length).toBe(1);
  expect(of(calls, "audit_start")[0]?.request.scope).toMatchObject({
    dimensions: ["scenario", "reliability", "controllability", "programme"],
    questions: ["b-sa-04"],
  });
});
