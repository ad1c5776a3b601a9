import { cleanup } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { CheckProblem } from "../src/api/contract.gen";
import * as fixtures from "../src/api/fixtures";
import { by, click, plain, shown } from "./shown";

afterEach(cleanup);

const PROBLEMS: readonly (readonly [string, CheckProblem, RegExp, RegExp])[] = [
  ["structure", { code: "layout", args: { kind: "trigger", name: "evil" } }, /The trigger “evil” is not/, /触发器“evil”与程序/],
  [
    "history",
    { code: "texts", args: { sequence: "7", fields: "humanFinal, outcome" } },
    /Entry 7 .* has lost texts \(humanFinal, outcome\)/,
    /第7条的文本（humanFinal, outcome）已不在/,
  ],
  [
    "records",
    { code: "record", args: { noun: "answer", id: "x/a-01", fault: "changed" } },
    /Answer x\/a-01: it differs from what/,
    /回答x\/a-01：其内容与变更历史/,
  ],
  [
    "records",
    { code: "record", args: { noun: "rating", id: "x/3.1.1a", fault: "missing" } },
    /Rating x\/3.1.1a: it is gone/,
    /风险评定x\/3.1.1a：已经不在/,
  ],
  [
    "records",
    { code: "record", args: { noun: "person", id: "y", fault: "foreign" } },
    /Person y: no entry of the history says that it was added/,
    /人员y：变更历史中没有添加它的记录/,
  ],
  [
    "records",
    { code: "thinned", args: { system: "z", count: "3", named: "1" } },
    /AI system z: 3 decision records have lost/,
    /人工智能系统z：有3条决策记录/,
  ],
  ["records", { code: "skipped", args: {} }, /Not compared/, /未作比对/],
  ["records", { code: "more", args: { count: "12" } }, /12 more are not named/, /另有12项/],
  [
    "reports",
    { code: "head", args: { about: "Sorter", number: "2", signatures: "1", sequence: "40" } },
    /Report 2 on “Sorter” \(signed\) states entry 40/,
    /“Sorter”的第2号报告（已签署）载有变更历史第40条/,
  ],
];

it.each(["en", "zh-CN"])("what the check finds is a sentence each, in %s", async (locale) => {
  const check = fixtures.check();
  for (const item of check.items) {
    item.problems = PROBLEMS.filter(([code]) => code === item.code).map(([, problem]) => problem);
    item.ok = item.problems.length === 0;
  }
  const answer = { ...check, ok: false };
  await shown(locale === "en" ? "" : "zh", "#/history", { name: "workspace_check", answer });
  await click("history-check");
  await expect.poll(() => by("history-check-result")).not.toBeNull();
  for (const [, , english, chinese] of PROBLEMS) {
    expect(plain(by("history-check-result").textContent)).toMatch(locale === "en" ? english : chinese);
  }
});
