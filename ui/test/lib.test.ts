import { afterEach, describe, expect, it } from "vitest";
import { catalogue, overview, systems } from "../src/api/fixtures";
import { find, questionEntries, systemEntries } from "../src/features/frame/find";
import { filtered } from "../src/features/system/filter";
import { lateCount } from "../src/features/workspace/needs";
import { proposedPath, shortName, shortPath } from "../src/features/workspace/place";
import { clauseNamed, daysBetween, exactMoment, gap, isoDay, list, sentences, shortDigest, size, zone } from "../src/l10n/format";
import { l10n } from "../src/l10n/index.svelte";
import { parseDay } from "../src/lib/day";

describe("days", () => {
  it.each([
    ["2026-11-24", "2026-11-24"],
    ["2026/1/4", "2026-01-04"],
    ["2026.11.24", "2026-11-24"],
    ["2026年11月24日", "2026-11-24"],
    [" 20261124 ", "2026-11-24"],
    ["2024-02-29", "2024-02-29"],
  ])("%s is %s", (text, day) => expect(parseDay(text)).toBe(day));

  it.each(["", "24.11.2026", "2026-02-30", "2026-13-01", "2025-02-29", "tomorrow", "2026-11"])("%s is none", (text) =>
    expect(parseDay(text)).toBeNull(),
  );
});

describe("times and numbers", () => {
  afterEach(() => {
    zone.name = undefined;
    l10n.locale = "en";
  });

  it("are shown in the time zone of the workspace", () => {
    zone.name = "Asia/Shanghai";
    expect(exactMoment("2026-11-23T16:05:07Z")).toBe("24 Nov 2026, 00:05:07");
    expect(isoDay("2026-11-23T16:05:07Z")).toBe("2026-11-24");
    zone.name = "UTC";
    expect(isoDay("2026-11-23T16:05:07Z")).toBe("2026-11-23");
  });

  it("count days, shorten digests and say sizes", () => {
    expect(daysBetween("2026-11-24", "2026-11-18")).toBe(-6);
    expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
    expect(shortDigest("9f3c71a0".padEnd(60, "0") + "2e84")).toBe("9f3c 71a0 … 2e84");
    expect(size(999)).toBe("999 B");
    expect(size(1500)).toBe("1.5 kB");
    expect(size(412_004)).toBe("412 kB");
  });

  it("make lists as each language does", () => {
    expect(list(["a", "b", "c"])).toBe("a, b and c");
    l10n.locale = "zh-CN";
    expect(list(["甲", "乙"])).toBe("甲、乙");
  });

  it("set a clause before its name, in Chinese with nothing between them", () => {
    expect(clauseNamed("4.1.1(a)", "Explain the model")).toBe("4.1.1(a) Explain the model");
    l10n.locale = "zh-CN";
    expect(clauseNamed("4.1.1(a)", "提升可解释性")).toBe("4.1.1（a）提升可解释性");
  });

  it("set sentences in a row, in Chinese with nothing between them", () => {
    expect(sentences("One.", false, "Two.") + gap()).toBe("One. Two. ");
    l10n.locale = "zh-CN";
    expect(sentences("甲。", null, "乙。") + gap()).toBe("甲。乙。");
  });
});

describe("workspace files", () => {
  it("are named after the organisation, without what a file name can't hold", () => {
    expect(proposedPath("/home/user/Assay", " City: Permits / Office ")).toBe("/home/user/Assay/city-permits-office.assay");
    expect(proposedPath("E:\\Assay\\", "云川市民政局")).toBe("E:\\Assay\\云川市民政局.assay");
    expect(proposedPath("/a", "...")).toBe("/a/workspace.assay");
  });

  it("are shown without folder and ending", () => {
    expect(shortName("/home/user/yunchuan.assay")).toBe("yunchuan");
    expect(shortName("E:\\Assay\\河西.ASSAY")).toBe("河西");
  });

  it("are shown with the folder they lie in where the whole path is too long", () => {
    expect(shortPath("/home/user/Documents/workspace.assay")).toBe("…/Documents/workspace.assay");
    expect(shortPath("E:\\Data\\Assay\\河西.assay")).toBe("…\\Assay\\河西.assay");
    expect(shortPath("/a/workspace.assay")).toBe("/a/workspace.assay");
  });
});

describe("finding", () => {
  const english = systemEntries(systems(false, 0));
  const questions = questionEntries(catalogue(), "as-1", false);

  it("wants every word, and puts titles that begin with the search first", () => {
    expect(find(english, "line images").map((entry) => entry.title)).toEqual(["Line-inspection images"]);
    expect(find(english, "")).toEqual([]);
    expect(find(english, "o")[0]?.title.toLowerCase().startsWith("o")).toBe(true);
  });

  it("finds a question by either language and leads into the assessment", () => {
    expect(find(questions, "风险评估").length).toBeGreaterThan(0);
    const [first] = find(questions, "a-01");
    expect(first?.href).toBe("#/assessments/as-1/questions/a-01");
  });
});

describe("the overview", () => {
  it("counts as overdue what is past its day, whatever it is", () => {
    const read = overview(systems(false, 0), []);
    const [due] = read.dueChecks;
    if (!due) throw new Error("a check is due");
    const on = (day: string): number => lateCount({ ...read, dueChecks: [{ ...due, occurrence: { ...due.occurrence, due: day } }] }, "2026-11-24");
    expect(on("2026-11-23")).toBe(1);
    expect(on("2026-11-24")).toBe(0);
  });
});

describe("the list's filter", () => {
  const rows = systems(false, 0);
  const all = { search: "", phase: "", area: "", grade: "" };

  it("shows everything when nothing is asked", () => expect(filtered(rows, all)).toHaveLength(rows.length));

  it("knows systems that were never assessed", () => {
    expect(filtered(rows, { ...all, grade: "none" }).map((row) => row.system.facts.name)).toEqual(["Work-order writer"]);
    expect(filtered(rows, { ...all, grade: "4" })).toHaveLength(2);
  });

  it("knows systems in use that lack a signed assessment", () => {
    const some = rows.map((row, place) => ({ ...row, lacksSigned: place === 1 }));
    expect(filtered(some, { ...all, grade: "unsigned" })).toEqual([some[1]]);
  });

  it("joins search and filters", () => {
    expect(filtered(rows, { ...all, search: "grid forecast" })).toHaveLength(1);
    expect(filtered(rows, { ...all, search: "forecast", phase: "retired" })).toHaveLength(0);
  });
});
