// What the memory backend answers about fallback plans, matrices and drills.
import type { Handlers } from "./memory";
import type {
  DrillCourse,
  DrillDetail,
  DrillFacts,
  DrillMark,
  DrillRow,
  Evidence,
  FallbackPlanFacts,
  FallbackRow,
  LockedDrills,
  PlanRow,
  SystemRow,
} from "./contract.gen";

const AT = "2026-11-24T01:30:00.000000Z";
const MARKS: readonly DrillMark[] = ["fault", "noticed", "decided", "manual", "first_case", "restored"];

function at(minutes: number): string {
  return new Date(Date.parse(AT) + minutes * 60_000).toISOString().replace("Z", "000Z");
}

/** A drill of which so many marks are set, one every two minutes. */
function course(marks: number, state: DrillCourse["state"] = "running"): DrillCourse {
  return {
    state,
    marks: MARKS.slice(0, marks).map((mark, place) => ({
      mark,
      at: at(place * 2),
      afterMs: place * 120_000,
      source: "steady",
    })),
    next: MARKS[marks] ?? null,
    backlog: 6,
    backlogPeak: 9,
    errors: 0,
    abortReason: "",
    jumps: [],
  };
}

export function fallbackHandlers(zh: boolean, systems: readonly SystemRow[]): Handlers {
  const both = (en: string, other: string): string => (zh ? other : en);
  const first = systems[0]?.system;
  const facts: FallbackPlanFacts = {
    system: first?.id ?? "s-1",
    decisionPoint: "",
    trigger: both("No answer for one minute, or two wrong ones in a row", "一分钟无响应，或连续两次明显错误"),
    decider: both("Shift lead, extension 6102; else the deputy", "值长，内线6102；否则副值"),
    manualMethod: both(
      "Stop the advice interface\nCall the neighbouring desks\nTake the paper load table, two people check\nGive the first order by telephone",
      "停用建议接口\n通知相邻调度台\n取出纸质负荷表，双人核对\n电话下达第一条人工调度令",
    ),
    people: both("Two dispatchers with a licence", "持证调度员2名"),
    materials: both("Paper load tables, cabinet B2", "纸质负荷表，资料柜B2"),
    capacityPerHour: "12",
    loadPerHour: "15.5",
    limitMinutes: null,
    limitReason: "",
    wayBack: both("Head of shift, after two good runs side by side", "值长，并行两次正确后恢复"),
    catchUp: both("Extra shift within two days", "两日内加班补办"),
  };
  const limit = { tier: 4, known: true, minutes: 30 };
  const person = "p-1";
  const plan: PlanRow = {
    plan: { id: "fp-1", version: 3, facts, saved: { by: person, at: AT }, approved: null },
    gaps: ["approval"],
    shortfall: "3.5",
    limitMinutes: 30,
    savedBy: both("Audit desk", "审计岗"),
    approvedBy: null,
  };
  const row: DrillRow = {
    id: "dr-1",
    system: facts.system,
    systemName: first?.facts.name ?? "",
    decisionPoint: "",
    state: "finished",
    begunAt: AT,
    plannedFor: null,
    announced: false,
    manualAfterMs: 768_000,
    source: "steady",
    limitMinutes: 30,
    verdict: "within",
    backlogPeak: 9,
    errors: 0,
  };
  const demonstrated = {
    n: 5,
    success: { count: 5, of: 5, share: 1, lower: 0.4782, upper: 1 },
    successLower: 0.5493,
    medianMs: 680_000,
    maxMs: 845_000,
    kaplanMeierMedianMs: 680_000,
  } as unknown as NonNullable<FallbackRow["demonstrated"]>;
  const drillFacts: DrillFacts = {
    system: facts.system,
    named: "",
    decisionPoint: "",
    plan: { plan: "fp-1", version: 3 },
    plannedFor: null,
    scenario: both("The scoring service does not answer.", "评分服务无响应。"),
    announced: false,
    observers: both("Audit desk", "审计岗"),
    limitMinutes: 30,
  };
  let pieces: Evidence[] = [
    {
      id: "e-9",
      name: both("Observer's sheet", "观察记录"),
      source: { kind: "reference", locator: both("Audit desk, folder 6", "审计岗6号夹") },
      shows: "",
      dated: null,
      standing: "attached",
      added: { by: person, at: AT },
    },
  ];
  let marks = 3;
  const detail = (state: DrillCourse["state"] = "running"): DrillDetail => ({
    drill: { id: "dr-2", facts: drillFacts, events: [], revision: 2, recorded: { by: person, at: AT } },
    systemName: row.systemName,
    course: course(marks, state),
    now: { at: at(8), elapsedMs: marks === 0 ? null : 462_000, source: "steady" },
    limit,
    limitMinutes: 30,
    verdict: "open",
    plan: facts,
    past: demonstrated,
    last: row,
    evidence: pieces,
  });
  const rows: FallbackRow[] = systems.map(({ system }, place) => ({
    system: system.id,
    systemName: system.facts.name,
    reference: system.facts.reference,
    decisionPoints: system.facts.decisionPoints,
    limit: { ...limit, known: place < 4 },
    plans: place === 0 ? [plan] : [],
    running: place === 0 ? "dr-2" : null,
    lastDrill: place === 0 ? row : null,
    demonstrated: place === 0 ? demonstrated : null,
    drillWithinYear: place === 0,
    matrixVersion: place === 0 ? 2 : null,
    matrixApproved: place === 0,
    matrixGaps: 0,
    lastStopTest: null,
  }));
  const action = {
    action: both("Propose a switching order", "提出倒闸建议"),
    permission: "after_approval" as const,
    approver: both("Shift lead", "值长"),
    stopper: both("Any dispatcher", "任一调度员"),
    stopMethod: both("Key switch on desk 2", "2号台钥匙开关"),
    expires: "2027-06-30",
  };
  const matrix = { system: facts.system, version: 2, actions: [action], note: "", saved: { by: person, at: AT }, approved: null };
  const authorisation = {
    system: facts.system,
    systemName: row.systemName,
    versions: [{ matrix, savedBy: both("Audit desk", "审计岗"), approvedBy: null }],
    comparedWith: 1,
    compared: [{ change: "widened" as const, before: { ...action, permission: "never" as const }, after: action }],
    gaps: [],
    stopTests: [],
  };
  let locked: LockedDrills = { current: null, waiting: [{ drill: "dr-9", entries: 4 }] };
  const begun = (named: string, resumed: boolean): LockedDrills => ({
    current: {
      drill: "dr-9",
      path: "/home/user/Assay/yunchuan.assay",
      named,
      resumed,
      course: course(0, "planned"),
      now: { at: AT, elapsedMs: null, source: "steady" },
      entries: 1,
    },
    waiting: [],
  });
  return {
    fallback_list: () => ({ systems: rows, unassigned: [] }),
    fallback_plan_get: () => ({ systemName: row.systemName, decisionPoints: first?.facts.decisionPoints ?? [], limit, versions: [plan] }),
    fallback_plan_save: () => plan.plan,
    fallback_plan_approve: () => plan.plan,
    authorisation_get: () => authorisation,
    authorisation_save: () => authorisation,
    authorisation_approve: () => authorisation,
    drill_get: () => detail(),
    drill_plan: () => detail(),
    drill_step: ({ step }) => {
      if (step.kind === "mark") marks += 1;
      return detail(step.kind === "finish" ? "finished" : step.kind === "abort" ? "aborted" : "running");
    },
    drill_evidence_detach: ({ piece }) => {
      pieces = pieces.filter((known) => known.id !== piece);
      return detail();
    },
    locked_drill_get: () => locked,
    locked_drill_begin: ({ named }) => (locked = begun(named, false)),
    locked_drill_resume: () => (locked = begun("", true)),
    locked_drill_step: ({ step }) => {
      if (locked.current && step.kind === "mark") {
        const { course: before, entries } = locked.current;
        const { mark } = step;
        const marks = [...before.marks, { mark, at: AT, afterMs: before.marks.length * 60_000, source: "steady" as const }];
        const next = MARKS[MARKS.indexOf(mark) + 1] ?? null;
        const now = { at: AT, elapsedMs: 1_000, source: "steady" as const };
        locked = { ...locked, current: { ...locked.current, course: { ...course(0), marks, next }, now, entries: entries + 1 } };
      }
      return locked;
    },
    locked_drill_leave: () => ({}),
  };
}
