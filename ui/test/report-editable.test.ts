import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { BackendError, connect, type Backend } from "../src/api/backend";
import { memory } from "../src/api/memory";
import App from "../src/App.svelte";
import { path } from "../src/routes";

/** Opens a report's page and presses the button; the dialog answers with a place, or with none. */
async function pressed(place: string | null, fail = false): Promise<[string, unknown][]> {
  const backend = memory(new URLSearchParams());
  const sent: [string, unknown][] = [];
  const call = (async (name, request) => {
    if (name === "file_pick" || name === "report_copy") sent.push([name, request]);
    if (name === "file_pick") return { path: place };
    if (name === "report_copy" && fail) throw new BackendError({ code: "file-forbidden", args: { path: place ?? "" } });
    return backend.call(name, request);
  }) as Backend["call"];
  connect({ call });
  window.location.hash = path("report", { id: "r-1" });
  const { container } = render(App);
  const button = (): HTMLElement | null => container.querySelector("[data-testid=report-copy]");
  await expect.poll(button, { timeout: 4000 }).not.toBeNull();
  button()?.click();
  await expect.poll(() => sent.length, { timeout: 4000 }).toBe(place ? 2 : 1);
  return sent;
}

afterEach(cleanup);

describe("the editable copy of a report", () => {
  it("asks for a place under the name of the report, and writes there", async () => {
    const sent = await pressed("/home/user/copy.docx");
    expect(sent[0]).toMatchObject(["file_pick", { purpose: "report_copy" }]);
    expect((sent[0]?.[1] as { suggested: string }).suggested).toMatch(/[^.]\.docx$/);
    expect(sent[1]).toEqual(["report_copy", { report: "r-1", path: "/home/user/copy.docx" }]);
    await expect.poll(() => document.body.textContent).toContain("An unsigned copy was written to /home/user/copy.docx");
  });

  it("writes nothing when the dialog is closed", async () => {
    expect((await pressed(null)).map(([name]) => name)).toEqual(["file_pick"]);
  });

  it("says why a place can't be written to", async () => {
    await pressed("/root/copy.docx", true);
    await expect.poll(() => document.body.textContent).toContain("You may not open or write /root/copy.docx");
  });
});
