import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeAll, expect, it } from "vitest";
import { BackendError } from "../src/api/backend";
import { by, click, haveDialogs, shown, submit, type } from "./shown";

beforeAll(haveDialogs);
afterEach(cleanup);

it("a wrong passphrase is read out, and the field is ready for another", async () => {
  await shown("closed", "#/");
  await type("passphrase", "wrong");
  await submit("passphrase");
  await expect.poll(() => document.querySelector("#passphrase-error")?.getAttribute("role")).toBe("alert");
  expect(document.activeElement?.id).toBe("passphrase");
});

it.each(["passphrase-taken", "passphrase-short"])("a new passphrase that is refused stands beside the new one: %s", async (code) => {
  const error = new BackendError({ code, args: { length: "8" } });
  await shown("", "#/settings", { name: "person_passphrase_change", error });
  await click("passphrase-change");
  const fields = [...by("passphrase-dialog").querySelectorAll("input")];
  for (const field of fields) {
    field.value = "a new passphrase";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await submit("passphrase-save");
  await expect.poll(() => document.querySelector("#passphrase-new-error")).not.toBeNull();
  expect(document.querySelector("#passphrase-error")).toBeNull();
});

it("a wrong PIN is read out with the way to its field", async () => {
  const error = new BackendError({ code: "pin-wrong", args: { left: "one" } });
  await shown("", "#/reports/r-1", { name: "report_sign", error });
  await click("report-sign");
  await click("sign-with-token");
  await type("sign-module", "/usr/lib/module.so");
  await type("sign-pin", "0000");
  await type("sign-passphrase", "a passphrase");
  await new Promise((resolve) => setTimeout(resolve, 200));
  await submit("sign-passphrase");
  await expect.poll(() => by("error-summary")?.textContent).toContain("One try is left");
  expect(document.activeElement).toBe(by("error-summary"));
});
