import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { path } from "../src/routes";
import { by, click, haveDialogs, of, said, shown, submit, type } from "./shown";

const REPORT = path("report", { id: "r-1" });
const VERIFY = path("verify");

beforeAll(haveDialogs);
afterEach(cleanup);

describe("copies of a report", () => {
  it("asks what is removed, and says at its field what can not be", async () => {
    const calls = await shown("", REPORT);
    await click("report-redact");
    await type("redact-answers", "h-01, h-04");
    await type("redact-words", "Willow Street 14\n\n  Room 3 ");
    await submit("redact-confirm");
    expect(of(calls, "report_redact")).toEqual([]);
    await type("redact-passphrase", "a passphrase");
    await submit("redact-confirm");
    await expect.poll(() => document.querySelector("#answers")?.getAttribute("aria-invalid")).toBe("true");
    expect(of(calls, "report_redact")[0]?.request).toMatchObject({
      cut: { persons: true, evidence: false, answers: ["h-01", "h-04"], words: ["Willow Street 14", "Room 3"] },
    });
  });

  it("leaves evidence encrypted unless it is asked for", async () => {
    const calls = await shown("", REPORT);
    await click("report-body");
    await submit("body-confirm");
    await expect.poll(() => of(calls, "report_body")[0]?.request).toMatchObject({ evidence: false });
  });
});

describe("verifying", () => {
  it("says first what was changed, and then the rest", async () => {
    await shown("verdict=changed", VERIFY);
    await click("verify-pick");
    await expect.poll(() => said("verdict-wrong")).toContain("what is drawn on a page, page 12");
    expect(said()).not.toMatch(/problem-/);
  });

  it("trusts a certificate and verifies anew", async () => {
    const calls = await shown("", VERIFY);
    await click("verify-pick");
    await expect.poll(() => by("verdict")).not.toBeNull();
    await click("anchor-add");
    await expect.poll(() => said("anchors")).toContain("CN=Audit desk");
    await expect.poll(() => of(calls, "verify_file")).toHaveLength(2);
    await click("anchor-remove");
    await expect.poll(() => by("anchors")).toBeNull();
  });
});
