// Incidents and reporting duties for the memory backend: one with clocks that run, one near miss, one closed.
import { BackendError } from "./backend";
import type {
  Duty,
  DutyClock,
  DutyFacts,
  DutyRow,
  DueClock,
  Incident,
  IncidentDetail,
  IncidentEntry,
  IncidentFacts,
  IncidentReport,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";

const NOW = "2026-11-24T06:05:00Z";
const ACT = { by: "p-1", at: NOW };

function at(minutes: number): string {
  return new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
}

const SOURCE = {
  en: "National Cybersecurity Incident Reporting Measures (CAC, in force since 1 November 2025), Article 4",
  zh: "《国家网络安全事件报告管理办法》（2025年11月1日起施行）第四条",
};

function duty(id: string, en: string, zh: string, facts: Partial<DutyFacts>): Duty {
  return {
    id,
    facts: {
      recipient: { en, zh },
      areas: [],
      infrastructure: null,
      kinds: ["event"],
      fromSeverity: "considerable",
      within: { amount: 1, unit: "hours" },
      countedFrom: "noticed",
      source: SOURCE,
      note: { en: "", zh: "" },
      active: true,
      ...facts,
    },
    origin: "bundled",
    revision: 0,
    changed: null,
  };
}

function bundled(): Duty[] {
  return [
    duty("cn-infrastructure-protection", "Department that protects the critical infrastructure", "关键信息基础设施保护工作部门", { infrastructure: true }),
    duty("cn-infrastructure-police", "Public security authority", "公安机关", { infrastructure: true }),
    duty("cn-central-organ", "Cyberspace office of your own department", "本部门网信工作机构", { areas: ["government"], infrastructure: false, within: { amount: 2, unit: "hours" }, active: false }),
    duty("cn-provincial-cyberspace", "Cyberspace administration of the province", "属地省级网信部门", { infrastructure: false, within: { amount: 4, unit: "hours" } }),
    duty("cn-summary", "Whoever received the first report, through the same channel", "原报告接收部门（按原渠道）", { within: { amount: 30, unit: "days" }, countedFrom: "restored" }),
  ];
}

function facts(system: string, title: string, change: Partial<IncidentFacts>): IncidentFacts {
  return {
    system,
    kind: "event",
    severity: "considerable",
    title,
    decisionPoint: "",
    occurredAt: at(-95),
    noticedAt: at(-75),
    decidedAt: null,
    manualAt: null,
    restoredAt: null,
    effect: "",
    people: null,
    cases: null,
    harm: null,
    response: "",
    cause: "",
    lessons: "",
    evidence: [],
    ...change,
  };
}

function begin(zh: boolean, systems: SystemRow[]): Incident[] {
  const system = (index: number): string => systems[index % Math.max(1, systems.length)]?.system.id ?? "";
  if (systems.length === 0) return [];
  const incident = (id: string, state: Incident["state"], said: IncidentFacts): Incident => ({ id, facts: said, state, revision: 1, recorded: ACT, changed: ACT });
  return [
    incident("i-1", "open", facts(system(0), zh ? "负荷预测偏差过半" : "Load forecast off by half", {
      decidedAt: at(-60),
      manualAt: at(-48),
      effect: zh ? "按预测多启动了两台机组，备用容量一度不足。" : "Two units were started for nothing, and the reserve was short for a while.",
      people: 0,
      cases: 2,
      harm: 2,
      response: zh ? "改用前一日曲线，由调度员人工安排。" : "Dispatchers planned by hand from the curve of the day before.",
    })),
    incident("i-2", "handled", facts(system(1), zh ? "险些误退一笔补助" : "A grant was almost taken back", {
      kind: "near_miss",
      severity: null,
      occurredAt: at(-3_000),
      noticedAt: at(-2_990),
      response: zh ? "审核时发现并改正。" : "Seen and put right in review.",
    })),
    incident("i-3", "closed", facts(system(2), zh ? "摘要引用了不存在的文号" : "A summary cited a document that does not exist", {
      severity: "general",
      occurredAt: at(-40_000),
      noticedAt: at(-39_000),
      restoredAt: at(-38_500),
      response: zh ? "撤回并重发。" : "Taken back and sent anew.",
      cause: zh ? "模型更新" : "An update of the model",
      lessons: zh ? "引文逐条核对。" : "Citations are checked one by one.",
    })),
  ];
}

/** Handlers that keep incidents, reports and duties as the program would, with its rules left out. */
export function incidentHandlers(zh: boolean, systems: SystemRow[]): Handlers {
  let incidents = begin(zh, systems);
  let duties = bundled();
  let reports: IncidentReport[] = [];

  function find(id: string): Incident {
    const found = incidents.find((item) => item.id === id);
    if (!found) throw new BackendError({ code: "not-found", args: { noun: "incident" } });
    return found;
  }

  function clock(item: Incident, asked: Duty): DutyClock {
    const made = reports.filter((report) => report.incident === item.id && report.duty?.id === asked.id);
    const answer = made.find((report) => !made.some((other) => other.supersedes === report.id)) ?? null;
    const start = asked.facts.countedFrom === "restored" ? item.facts.restoredAt : item.facts.noticedAt;
    const unit = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }[asked.facts.within.unit];
    const due = start ? Date.parse(start) + asked.facts.within.amount * unit : null;
    const until = answer?.facts.reportedAt ? Date.parse(answer.facts.reportedAt) : Date.parse(NOW);
    const left = due === null ? null : Math.floor((due - until) / 1000);
    const late = left !== null && left < 0;
    const open = left === null ? "not_started" : late ? "overdue" : "running";
    const state = !answer ? open : answer.facts.kind === "not_due" ? "not_due" : late ? "late" : "in_time";
    const dueAt = due === null ? null : new Date(due).toISOString();
    return { duty: asked, state, startedAt: start, dueAt, leftS: state === "not_due" ? null : left, answer };
  }

  function clocks(item: Incident): DutyClock[] {
    const grave = item.facts.kind === "event" && item.facts.severity !== "general" && item.state !== "closed";
    const all = grave ? duties.filter((asked) => asked.facts.active && asked.facts.infrastructure !== false) : [];
    const order = ["overdue", "running", "not_started", "late", "in_time", "not_due"];
    return all.map((asked) => clock(item, asked)).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  }

  const named = (item: Incident): string => systems.find((row) => row.system.id === item.facts.system)?.system.facts.name ?? "";

  function detail(item: Incident): IncidentDetail {
    const person = zh ? "值班员" : "Duty officer";
    return {
      incident: item,
      systemName: named(item),
      infrastructureUnknown: item.id === "i-2",
      clocks: clocks(item),
      now: NOW,
      reports: reports.filter((report) => report.incident === item.id).map((report) => ({ report, superseded: reports.some((other) => other.supersedes === report.id), person })),
      versions: Array.from({ length: item.revision }, (_, index) => ({ revision: index + 1, state: item.state, reason: "", changed: index === 0 ? [] : ["response" as const], at: NOW, person })),
      actions: [],
      evidence: [],
    };
  }

  function keep(next: Incident): IncidentDetail {
    const known = incidents.some((item) => item.id === next.id);
    incidents = known ? incidents.map((item) => (item.id === next.id ? next : item)) : [next, ...incidents];
    return detail(next);
  }

  function said(entry: IncidentEntry): IncidentFacts {
    const { system, kind, occurredAt, noticedAt, ...rest } = entry;
    const moment = (text: string | null): string | null => (text ? new Date(text.replace(" ", "T")).toISOString() : null);
    const began = moment(occurredAt) ?? NOW;
    const times = { decidedAt: moment(rest.decidedAt), manualAt: moment(rest.manualAt), restoredAt: moment(rest.restoredAt) };
    return { ...rest, ...times, system: system ?? "", kind: kind ?? "event", occurredAt: began, noticedAt: moment(noticedAt) ?? began };
  }

  const rows = (): DutyRow[] =>
    duties.map((item) => {
      const ours = bundled().find((other) => other.id === item.id);
      return { duty: item, bundled: ours && item.origin === "changed" ? ours.facts : null, person: "" };
    });

  return {
    incident_list: ({ system }) => ({
      incidents: incidents.filter((item) => !system || item.facts.system === system).map((item) => ({ incident: item, systemName: named(item), clocks: clocks(item) })),
      now: NOW,
    }),
    incident_get: ({ id }) => detail(find(id)),
    incident_save: ({ id, entry }) => {
      const before = id ? find(id) : null;
      const facts = said(entry);
      return keep(before ? { ...before, facts, revision: before.revision + 1 } : { id: `i-${incidents.length + 1}`, facts, state: "open", revision: 1, recorded: ACT, changed: ACT });
    },
    incident_step: ({ id, step }) => {
      const before = find(id);
      if (step === "close" && clocks(before).some((item) => item.answer === null)) {
        throw new BackendError({ code: "incident-unanswered", args: { count: "1" } });
      }
      const state = ({ handle: "handled", close: "closed", reopen: "open" } as const)[step];
      return keep({ ...before, state, revision: before.revision + 1 });
    },
    incident_report_add: ({ incident, duty: asked, supersedes, entry }) => {
      const kind = entry.kind ?? "made";
      const made: IncidentReport = {
        id: `r-${reports.length + 1}`,
        incident,
        duty: duties.find((item) => item.id === asked) ?? null,
        facts: { ...entry, kind, reportedAt: kind === "made" ? NOW : null },
        supersedes: supersedes ?? null,
        recorded: ACT,
      };
      reports = [...reports, made];
      return detail(find(incident));
    },
    duty_list: () => ({ duties: rows() }),
    duty_save: ({ id, facts }) => {
      const before = duties.find((item) => item.id === id);
      const next: Duty = before
        ? { ...before, facts, origin: before.origin === "own" ? "own" : "changed", revision: before.revision + 1 }
        : { id: `d-${duties.length}`, facts, origin: "own", revision: 1, changed: ACT };
      duties = before ? duties.map((item) => (item === before ? next : item)) : [...duties, next];
      return { duties: rows() };
    },
  };
}

/** The clocks of the fixtures that wait, as the overview shows them. */
export function dueClocks(zh: boolean, systems: SystemRow[]): DueClock[] {
  const list = incidentHandlers(zh, systems).incident_list?.({ system: null });
  if (!list || list instanceof Promise) return [];
  return list.incidents.flatMap((row) =>
    row.clocks
      .filter((clock) => clock.state === "overdue" || clock.state === "running")
      .map((clock) => ({ incident: row.incident.id, title: row.incident.facts.title, systemName: row.systemName, clock })),
  );
}
