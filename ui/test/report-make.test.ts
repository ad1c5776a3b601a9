import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { memory } from "../src/api/memory";
import { session } from "../src/lib/session.svelte";
import { path } from "../src/routes";
import { by, click, haveDialogs, of, said, shown, submit, type Call } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

/** Chooses an entry of a list, as a person does. */
async function choose(name: string, value: string): Promise<void> {
  await expect.poll(() => document.querySelector(`select[name="${name}"]`)).not.toBeNull();
  const list = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`) as HTMLSelectElement;
  list.value = value;
  // The test's document does not know which entry of a list is chosen, which the window asks it for.
  list.querySelector = (() => list.options[list.selectedIndex]) as typeof list.querySelector;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

const asked = (calls: readonly Call[]): Record<string, unknown>[] =>
  of(calls, "report_make").map(({ request }) => request);

describe("making a report", () => {
  it("asks for the language and paper that are chosen, and goes to the report", async () => {
    const calls = await shown("", path("findingLedger"));
    await click("make-report");
    await choose("make-report-locale", "both");
    await choose("make-report-paper", "letter");
    await submit("make-report-do");
    await expect.poll(() => asked(calls)).toEqual([
      { subject: { kind: "ledger", id: null }, locale: "both", paper: "letter", signers: [], analysis: undefined },
    ]);
    await expect.poll(() => window.location.hash).toContain(path("report", { id: "r-1" }));
  });

  it("starts from the language that the workspace is set to, not from that of the window", async () => {
    const status = await memory(new URLSearchParams()).call("app_status", {});
    if (status.open) status.open.workspace.settings.locale = "zh-CN";
    await shown("", path("findingLedger"), { name: "app_status", answer: status });
    await click("make-report");
    await expect.poll(() => document.querySelector("select[name=make-report-locale]")).not.toBeNull();
    expect(document.querySelector<HTMLSelectElement>("select[name=make-report-locale]")?.value).toBe("zh-CN");
    expect(said("make-report-dialog")).toContain("Make report: Rectification ledger");
  });

  it("proposes whoever is at the desk as the first who signs", async () => {
    const calls = await shown("", path("findingLedger"));
    await click("make-report");
    by("make-report-dialog").querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await expect.poll(() => by("make-report-dialog").querySelectorAll("select").length).toBeGreaterThan(2);
    await submit("make-report-do");
    await expect.poll(() => asked(calls)).toHaveLength(1);
    const [first] = asked(calls)[0]?.signers as { role: string; person: string }[];
    expect(session.open?.person.id).toBeTruthy();
    expect(first).toEqual({ role: "assessor", person: session.open?.person.id });
  });

  it("says why it can't be made, and stays where it is", async () => {
    const error = new BackendError({ code: "glyph-missing", args: { character: "x", code: "U+0078", excerpt: "x", place: "1" } });
    await shown("", path("findingLedger"), { name: "report_make", error });
    await click("make-report");
    await submit("make-report-do");
    await expect.poll(() => by("make-report-dialog").querySelector('[role="alert"]')).not.toBeNull();
    expect(said("make-report-dialog")).toContain("No font has the character x (U+0078)");
    expect(window.location.hash).toContain(path("findingLedger"));
  });
});
