import { cleanup } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { pickedPath } from "../src/api/fixtures";
import { path } from "../src/routes";
import { click, of, said, shown } from "./shown";

const PLACE = pickedPath("report_copy");
const PAGE = path("report", { id: "r-1" });

afterEach(cleanup);

describe("the editable copy of a report", () => {
  it("asks for a place under the name of the report, and writes there", async () => {
    const calls = await shown("", PAGE);
    await click("report-copy");
    await expect.poll(() => said()).toContain(`An unsigned copy was written to ${PLACE}`);
    const [asked] = of(calls, "file_pick");
    expect(asked?.request.purpose).toBe("report_copy");
    expect(asked?.request.suggested).toMatch(/[^.]\.docx$/);
    expect(of(calls, "report_copy").map(({ request }) => request)).toEqual([{ report: "r-1", path: PLACE }]);
  });

  it("writes nothing when the dialog is closed", async () => {
    const calls = await shown("", PAGE, { name: "file_pick", answer: { path: null } });
    await click("report-copy");
    await expect.poll(() => of(calls, "file_pick")).toHaveLength(1);
    expect(of(calls, "report_copy")).toEqual([]);
  });

  it("says why a place can't be written to", async () => {
    const error = new BackendError({ code: "file-forbidden", args: { path: "D:\\copy.docx" } });
    await shown("", PAGE, { name: "report_copy", error });
    await click("report-copy");
    await expect.poll(() => said()).toContain("You may not open or write D:\\copy.docx");
  });
});
