// Audits and the programme for the memory backend: one audit is running, four are closed.
import type {
  AskedQuestion,
  Audit,
  AuditComparison,
  AuditDetail,
  AuditItemView,
  AuditRow,
  Dimension,
  DimensionTally,
  DueCheck,
  ItemResult,
  Occurrence,
  OccurrenceState,
  Plan,
  QuestionPack,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";

const ACT = { by: "p-1", at: "2026-11-16T02:20:00Z" };
const TODAY = "2026-11-24";
const DIMENSIONS: Dimension[] = ["scenario", "safety", "reliability", "controllability", "programme"];

const TEXTS: readonly [id: string, dimension: Dimension, en: string, zh: string][] = [
  ["b-sc-01", "scenario", "Does real use, taken from logs, stay inside the scenarios that were approved?", "从日志看，实际使用是否始终处于已批准的场景范围内？"],
  ["b-sa-01", "safety", "Was a fixed set of harmful requests run since the last change?", "自最近一次变更以来，是否使用固定的违法有害请求测试集进行测试？"],
  ["b-sa-04", "safety", "Can the installed model be shown, by digest, to be the one that was approved?", "能否通过摘要值证明在用模型即为批准版本？"],
  ["b-re-01", "reliability", "Does accuracy on a local test set reach the acceptance threshold?", "使用本地测试集测得的准确率是否达到验收阈值？"],
  ["b-co-01", "controllability", "Was the time from the stop command until the AI has no more effect measured?", "是否实测停用用时？"],
  ["grid/g-01", "safety", "Are switched lines told apart on the screen?", "界面是否区分已切换线路？"],
];

function asked([id, dimension, en, zh]: (typeof TEXTS)[number]): AskedQuestion {
  return {
    id,
    clause: "b",
    dimension,
    text: { en, zh },
    good: { en: "Every sampled case is as it was approved.", zh: "抽样情形均与批准一致。" },
    how: { en: "Draw a random sample and check each case yourself.", zh: "随机抽样并自行逐条核对。" },
    take: { en: "Sample of at least 30 logged requests", zh: "至少30条日志请求" },
    critical: id !== "b-sa-04",
    redLine: false,
  };
}

function view(audit: string, place: number, result: ItemResult | null, changes: Partial<AuditItemView> = {}): AuditItemView {
  const question = asked(TEXTS[place] ?? TEXTS[0]!);
  return {
    item: {
      audit,
      question: question.id,
      position: place + 1,
      dimension: question.dimension,
      digest: "00".repeat(32),
      result,
      reason: "",
      observation: result ? "30 of 30 as approved" : "",
      evidence: [],
      version: "2.1",
      standing: "none",
      judged: result ? ACT : null,
      carried: null,
      reopened: null,
      revision: 1,
    },
    asked: question,
    marks: [],
    ...changes,
  };
}

function items(audit: string): AuditItemView[] {
  const carried = view(audit, 0, "conforms", { marks: ["carried"] });
  carried.item.carried = { from: "au-4", times: 1 };
  const failing = view(audit, 1, "fails");
  const removed = view(audit, 2, "partly", { marks: ["question_removed"] });
  const open = view(audit, 3, null);
  open.item.reopened = "system_changed";
  return [carried, failing, removed, open, view(audit, 4, null), view(audit, 5, null)];
}

export function tallied(views: readonly AuditItemView[]): DimensionTally[] {
  return DIMENSIONS.flatMap((dimension) => {
    const own = views.filter((item) => item.item.dimension === dimension).map((item) => item.item);
    const count = (result: ItemResult | null): number => own.filter((item) => item.result === result).length;
    if (own.length === 0) return [];
    return [
      {
        dimension,
        conforms: count("conforms"),
        carried: own.filter((item) => item.carried).length,
        partly: count("partly"),
        fails: count("fails"),
        notApplicable: count("not_applicable"),
        notTested: count("not_tested"),
        open: count(null),
      },
    ];
  });
}

/** What an audit says before it has a checklist. */
export const NO_CHECKLIST: Pick<Audit, "scope" | "version" | "last" | "begun" | "conclusion" | "tally" | "revision"> = {
  scope: { dimensions: [], questions: [], packs: [] },
  version: "",
  last: null,
  begun: null,
  conclusion: "",
  tally: [],
  revision: 1,
};

function audit(id: string, system: string, due: string, closed: boolean, tally: DimensionTally[]): Audit {
  return {
    id,
    system,
    period: { from: "2026-07-01", to: "2026-09-30" },
    due,
    state: closed ? "closed" : "running",
    scope: { dimensions: DIMENSIONS, questions: [], packs: ["grid"] },
    version: "2.1",
    last: null,
    begun: ACT,
    conclusion: "",
    tally,
    closed: closed ? { by: "p-1", at: `${due}T08:00:00Z` } : null,
    revision: 4,
  };
}

function past(id: string, system: string, due: string, fails: number): Audit {
  const tally = DIMENSIONS.map((dimension, index) => ({
    dimension,
    conforms: 6 - (index === 1 ? fails : 0),
    carried: 2,
    partly: 1,
    fails: index === 1 ? fails : 0,
    notApplicable: 0,
    notTested: 0,
    open: 0,
  }));
  return audit(id, system, due, true, tally);
}

function pack(): QuestionPack {
  const question = asked(TEXTS[5]!);
  const { clause, dimension, text, good, how, take, critical } = question;
  return {
    id: "grid",
    name: { en: "Grid operation", zh: "电网运行" },
    questions: [{ id: "g-01", clause, dimension, text, good, how, take, critical }],
    withdrawn: false,
    saved: ACT,
  };
}

function occurrence(due: string, state: OccurrenceState): Occurrence {
  return { regular: due, due, state, check: null, on: null };
}

/** Due and missed checks of the first systems. */
export function dueChecks(systems: readonly SystemRow[]): { due: DueCheck[]; missed: DueCheck[] } {
  const check = (row: SystemRow, kind: DueCheck["kind"], due: string, state: OccurrenceState): DueCheck => ({
    plan: `pl-${kind}`,
    planName: "",
    kind,
    system: row.system.id,
    systemName: row.system.facts.name,
    occurrence: occurrence(due, state),
  });
  const [first, second] = systems;
  if (!first || !second) return { due: [], missed: [] };
  return {
    due: [check(first, "stop_test", "2026-11-10", "overdue"), check(second, "system_audit", "2026-12-01", "ahead")],
    missed: [check(first, "system_audit", "2026-06-30", "missed")],
  };
}

export function auditHandlers(zh: boolean, systems: readonly SystemRow[]): Handlers {
  const of = systems[0]?.system.id ?? "s-1";
  const name = systems[0]?.system.facts.name ?? "";
  let views = items("au-5");
  const closed = ["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30"].map((due, index) => past(`au-${index + 1}`, of, due, 4 - index));
  const row = (one: Audit): AuditRow => ({ audit: one, systemName: name });
  const running = (): Audit => audit("au-5", of, "2026-12-31", false, tallied(views));
  const detail = (id: string): AuditDetail => {
    const one = closed.find((known) => known.id === id);
    return {
      audit: one ?? running(),
      systemName: name,
      items: one ? items(id).map((item) => ({ ...item, item: { ...item.item, result: item.item.result ?? "conforms" } })) : views,
      evidence: [],
      packs: [pack()],
    };
  };
  const plans: Plan[] = [
    {
      id: "pl-system_audit",
      kind: "system_audit",
      name: zh ? "调度系统" : "Dispatch systems",
      terms: [{ from: "2026-01-01", first: "2026-03-31", cadence: { unit: "months", every: 3 }, systems: systems.slice(0, 2).map((item) => item.system.id) }],
      exceptions: [],
      pauses: [],
      begun: ACT,
      revision: 1,
    },
  ];
  const comparison = (): AuditComparison => ({
    audit: running(),
    with: closed[3] ?? null,
    systemName: name,
    rows: TEXTS.map((text, index) => ({
      compared: {
        question: text[0],
        dimension: text[1],
        change: (["unchanged", "new", "worse", "fixed", "reopened", "question_changed"] as const)[index] ?? "unchanged",
        before: index === 2 ? "partly" : "conforms",
        now: index === 1 || index === 2 ? "fails" : "conforms",
      },
      text: { en: text[2], zh: text[3] },
    })),
    counts: (["new", "fixed", "worse", "unchanged", "reopened", "question_changed"] as const).map((change) => ({ change, count: 1 })),
    earlier: [...closed].reverse(),
  });
  const empty = systems.length === 0;
  return {
    audit_list: () => ({
      today: TODAY,
      due: dueChecks(systems).due.filter((check) => check.kind === "system_audit"),
      open: empty ? [] : [row(running())],
      closed: empty ? [] : [...closed].reverse().map(row),
      closedTotal: empty ? 0 : closed.length,
    }),
    audit_propose: () => ({
      systemName: name,
      period: { from: "2026-10-01", to: TODAY },
      due: "2026-12-31",
      scope: running().scope,
      last: closed[3] ?? null,
      waiting: null,
      carried: ["b-sc-01"],
      mostCarried: 2,
      dimensions: DIMENSIONS.map((dimension) => ({
        dimension,
        questions: TEXTS.filter((text) => text[1] === dimension && !text[0].includes("/")).map(asked),
      })),
      packs: [pack()],
    }),
    audit_start: () => detail("au-5"),
    audit_get: ({ id }) => detail(id),
    audit_record: ({ question, result, reason, observation }) => {
      views = views.map((known) =>
        known.item.question === question
          ? { ...known, marks: [], item: { ...known.item, result, reason, observation, carried: null, revision: known.item.revision + 1 } }
          : known,
      );
      const saved = views.find((known) => known.item.question === question) ?? views[0]!;
      return { view: saved, evidence: [], revision: 5, tally: tallied(views) };
    },
    audit_close: () => ({ ...detail("au-5"), audit: { ...running(), state: "closed", closed: ACT } }),
    audit_compare: comparison,
    audit_trend: () => ({ systemName: name, audits: closed }),
    question_pack_list: () => ({ packs: empty ? [] : [pack()] }),
    question_pack_read: ({ id, name: named }) => ({
      id,
      name: named,
      namesItself: false,
      questions: [],
      problems: [{ line: 2, field: "text.zh", kind: "language_missing", value: "" }],
      replaces: false,
    }),
    programme_get: () => ({
      today: TODAY,
      plans: empty ? [] : plans.map((plan) => ({
        plan,
        paused: false,
        systems: systems.slice(0, 2).map((item) => ({
          system: item.system.id,
          name: item.system.facts.name,
          next: occurrence("2026-12-31", "ahead"),
          missed: 1,
          last: null,
        })),
      })),
      due: dueChecks(systems).due,
      missed: dueChecks(systems).missed,
      auditIntervalMonths: [24, 12, 12, 6, 3],
    }),
    plan_propose: () => ({ tier: 4, cadence: { unit: "months", every: 6 }, first: "2027-05-24" }),
    plan_save: () => plans[0]!,
    plan_except: () => plans[0]!,
    plan_pause: () => plans[0]!,
    check_record: ({ system, kind, on, result, note }) => ({ id: "ch-1", system, kind, on, result, note, record: "", recorded: ACT }),
  };
}
