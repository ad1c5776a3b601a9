import { describe, expect, it } from "vitest";
import { BackendError, call, connect } from "../src/api/backend";
import { errorText, isWireError, PRESENTATION, presentation } from "../src/api/errors";
import { answering } from "../src/api/memory";
import { refused, summary } from "../src/lib/form";
import { has, l10n, LOCALES } from "../src/l10n/index.svelte";

describe("errors", () => {
  it.each(LOCALES)("have a sentence in %s for every code of the table", (locale) => {
    l10n.locale = locale;
    for (const code of Object.keys(PRESENTATION)) expect(has(`err-${code}`), code).toBe(true);
    l10n.locale = "en";
  });

  it("say the code where there is no sentence for it", () => {
    expect(errorText(new BackendError({ code: "never-heard-of", args: {} }))).toContain("never-heard-of");
  });

  it.each(["finding-actions-running", "ledger-refused", "audit-open", "audit-carried-changed", "pack-refused", "incident-unanswered"])(
    "speak of one thing as one: %s",
    (code) => {
      const said = (count: string): string => errorText(new BackendError({ code, args: { count, line: "1204", column: "C", field: "f" } }));
      expect(said("1")).toContain("One ");
      expect(said("2")).not.toContain("One ");
      expect(said("2")).toContain("2 ");
      expect(said("2")).not.toContain("1,204");
    },
  );

  it("stand at their field, others in the summary", () => {
    const wrong = refused(new BackendError({ code: "passphrase-wrong", args: {} }));
    expect(Object.keys(wrong)).toEqual(["passphrase"]);
    expect(summary(wrong)[0]?.target).toBe("passphrase");
    expect(summary(refused(new Error("cut off")))[0]?.target).toBeUndefined();
    expect(presentation("never-heard-of").severity).toBe("blocking");
  });

  it("are told from other values that cross", () => {
    expect(isWireError({ code: "x", args: {} })).toBe(true);
    expect(isWireError("x")).toBe(false);
    expect(isWireError({ code: 1, args: {} })).toBe(false);
    expect(isWireError(null)).toBe(false);
  });

  it("come from a command that the backend does not answer", async () => {
    connect(answering({}));
    await expect(call("workspace_lock", {})).rejects.toBeInstanceOf(BackendError);
  });
});
