// Findings and samples of audits for the memory backend: some open, one remedied, one that came back.
import { NO_CHECKLIST } from "./auditFixtures";
import { BackendError } from "./backend";
import type {
  ActionRow,
  Audit,
  AuditSample,
  AuditSampleDetail,
  Finding,
  FindingDetail,
  FindingFacts,
  FindingRow,
  FindingState,
  FindingStep,
  SampleEstimate,
  SampleItem,
  StepTaken,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";
import { wilson } from "./statsFixtures";

const NOW = "2026-11-24T06:05:00Z";
const ACT = { by: "p-1", at: "2026-11-16T02:20:00Z" };
const SEED = "5be0d1a27c9f3e68415d02b7a96cf80e13d74c5b6a92e0f1873dc64ab5902e7f";
const LEADS: Record<FindingStep, readonly [from: readonly FindingState[], to: FindingState]> = {
  start_remedy: [["open"], "in_remedy"],
  remedied: [["in_remedy"], "to_verify"],
  verify: [["to_verify"], "closed"],
  send_back: [["to_verify"], "in_remedy"],
  accept: [["open", "in_remedy", "to_verify"], "accepted"],
  reopen: [["closed", "accepted"], "open"],
};

const facts = (title: string, severity: FindingFacts["severity"], more: Partial<FindingFacts> = {}): FindingFacts => ({
  title,
  severity,
  severityReason: "",
  clause: null,
  risks: [],
  cause: "",
  effect: "",
  evidence: [],
  ...more,
});

function fail(code: string, args: Record<string, string> = {}): never {
  throw new BackendError({ code, args });
}

/** Answers to the commands about findings and samples. */
export function findingHandlers(zh: boolean, systems: readonly SystemRow[], actions: readonly ActionRow[]): Handlers {
  const say = (en: string, chinese: string): string => (zh ? chinese : en);
  const first = systems[0]?.system.id;
  const nameOf = (id: string): string => systems.find((row) => row.system.id === id)?.system.facts.name ?? "";
  const auditOf = (system: string): Audit => ({ ...AUDIT, system });
  const steps = new Map<string, StepTaken[]>();
  let findings: Finding[] = first ? beginning(first) : [];
  let samples: AuditSample[] = first ? sampled() : [];
  const items = new Map<string, SampleItem[]>(samples.map((sample) => [sample.id, itemsOf(sample)]));

  function beginning(system: string): Finding[] {
    const at = (day: string): { by: string; at: string } => ({ ...ACT, at: `${day}T02:20:00Z` });
    const base = { audit: "au-1", system, question: null, signal: null, proposed: null, state: "open" as const, acceptedUntil: null, revision: 1 };
    const cause = say("The sample of the second review was never looked at again.", "抽样复核的样本此后未再核查。");
    steps.set("f-1", [
      { step: "start_remedy", from: "open", to: "in_remedy", note: "", until: null, alone: false, taken: at("2026-11-17") },
      { step: "remedied", from: "in_remedy", to: "to_verify", note: say("Briefed all shifts.", "已对各班次培训。"), until: null, alone: false, taken: at("2026-11-19") },
      { step: "send_back", from: "to_verify", to: "in_remedy", note: say("The night shift was left out.", "夜班未培训。"), until: null, alone: false, taken: { by: "p-2", at: "2026-11-20T02:20:00Z" } },
    ]);
    return [
      { ...base, id: "f-3", question: "b-sc-01", facts: facts(say("The scope of use is written down nowhere", "未书面规定适用范围"), "low", { clause: "b", severityReason: say("The draft is being signed", "文稿正在签批") }), proposed: "medium", recorded: at("2026-11-18") },
      {
        ...base,
        id: "f-1",
        signal: "seeded",
        facts: facts(say("Most of the known wrong samples were approved.", "多数已知错误样本被采纳。"), "high", { clause: "i", cause, effect: say("A wrong switching order could pass.", "错误的操作指令可能通过。") }),
        state: "in_remedy",
        recorded: at("2026-11-16"),
        revision: 4,
      },
      { ...base, id: "f-0", question: "b-sc-01", facts: facts(say("The scope of use is out of date", "适用范围规定已过时"), "medium", { clause: "b" }), state: "closed", proposed: "medium", recorded: at("2026-05-12") },
    ];
  }

  const linked = (id: string): ActionRow[] => actions.filter(({ action }) => action.facts.target.kind === "finding" && action.facts.target.id === id);
  const same = (a: Finding, b: Finding): boolean =>
    a.system === b.system && ((a.question !== null && a.question === b.question) || (a.signal !== null && a.signal === b.signal));
  const before = (of: Finding): Finding[] => findings.filter((item) => same(item, of) && item.recorded.at < of.recorded.at);

  function row(finding: Finding): FindingRow {
    const due = linked(finding.id).map(({ action }) => action.facts.due).filter((day) => day !== null).sort()[0] ?? (finding.id === "f-1" ? "2026-11-20" : null);
    return {
      finding,
      systemName: nameOf(finding.system),
      state: finding.state,
      earlier: before(finding).length,
      actions: linked(finding.id).length + Number(finding.id === "f-1"),
      due,
      escalation: due && due < NOW.slice(0, 10) && finding.state !== "closed" ? "owner" : null,
    };
  }

  const find = (id: string): Finding => findings.find((item) => item.id === id) ?? fail("not-found", { noun: "finding" });

  function detail(finding: Finding): FindingDetail {
    const own: ActionRow[] = finding.id === "f-1" ? [shiftAction(finding)] : [];
    return {
      row: row(finding),
      audit: auditOf(finding.system),
      actions: [...own, ...linked(finding.id)],
      evidence: [],
      steps: steps.get(finding.id) ?? [],
      earlier: before(finding).map(row),
      later: findings.filter((item) => same(item, finding) && item.recorded.at > finding.recorded.at).map(row),
      may: (Object.keys(LEADS) as FindingStep[]).filter((step) => LEADS[step][0].includes(finding.state)),
      alone: true,
    };
  }

  function shiftAction(finding: Finding): ActionRow {
    const said = {
      title: say("Brief the night shift on known wrong samples", "对夜班开展已知错误样本培训"),
      system: finding.system,
      assessment: null,
      target: { kind: "finding" as const, id: finding.id },
      owner: say("Shift leader", "值班长"),
      due: "2026-11-20",
      state: "in_progress" as const,
      note: "",
      proof: [],
    };
    return { action: { id: "a-118", facts: said, revision: 1, addedAt: NOW, changedAt: NOW }, systemName: nameOf(finding.system), overdue: true };
  }

  function sampled(): AuditSample[] {
    const plan = { level: 0.95, tolerable: 0.05, expected: 0 };
    const base = { audit: "au-1", question: "b-sc-01", plan, seed: SEED, drawn: ACT };
    return [
      { ...base, id: "as-2", attribute: say("A person signed the order", "指令经人员签字"), population: { kind: "named", name: say("Switching orders of October", "10月操作指令") }, populationSize: 1_180, size: 57 },
      { ...base, id: "as-1", attribute: say("The reason is written down", "已写明理由"), population: { kind: "named", name: say("Refusals of the third quarter", "第三季度未采纳事项") }, populationSize: 640, size: 56 },
    ];
  }

  function itemsOf(sample: AuditSample): SampleItem[] {
    const done = sample.id === "as-1" ? sample.size : sample.id === "as-2" ? 12 : 0;
    return Array.from({ length: sample.size }, (_, place) => ({
      place,
      item: String(((place + 3) * 7919) % (sample.populationSize ?? 100_000)),
      result: place >= done ? null : place === 9 ? ("deviates" as const) : ("conforms" as const),
      note: place === 9 && place < done ? say("No signature", "无签字") : "",
      given: place < done ? ACT : null,
      revision: Number(place < done),
    }));
  }

  function estimate(sample: AuditSample, all: readonly SampleItem[]): SampleEstimate | null {
    if (all.some((item) => item.result === null)) return null;
    const deviating = all.filter((item) => item.result !== "conforms").length;
    const interval = wilson(deviating, all.length) ?? { lower: 0, upper: 1 };
    const size = sample.populationSize;
    return {
      deviating,
      notAvailable: all.filter((item) => item.result === "not_available").length,
      of: all.length,
      rate: deviating / all.length,
      interval,
      fewest: size === null ? null : Math.max(deviating, Math.floor(interval.lower * size)),
      most: size === null ? null : Math.ceil(interval.upper * size),
      upper: interval.upper,
      excluded: deviating <= sample.plan.expected,
    };
  }

  function shown(id: string): AuditSampleDetail {
    const sample = samples.find((item) => item.id === id) ?? fail("not-found", { noun: "audit_sample" });
    const all = items.get(id) ?? [];
    const system = first ?? "";
    return { sample, repeated: 0, system, systemName: nameOf(system), running: true, items: all, estimate: estimate(sample, all) };
  }

  return {
    finding_list: ({ system, states = [], severities = [], overdue = false, skip = 0, limit }) => {
      const of = findings.filter((item) => !system || item.system === system).map(row);
      const fitting = of.filter(
        (item) =>
          (states.length === 0 || states.includes(item.state)) &&
          (severities.length === 0 || severities.includes(item.finding.facts.severity)) &&
          (!overdue || item.escalation !== null),
      );
      const counts = (["open", "in_remedy", "to_verify", "closed", "accepted"] as const).map((state) => ({ state, count: of.filter((item) => item.state === state).length }));
      return { findings: fitting.slice(skip, limit ? skip + limit : undefined), found: fitting.length, counts, overdue: of.filter((item) => item.escalation).length };
    },
    finding_get: ({ id }) => detail(find(id)),
    finding_add: ({ system, title, severity, question, failing, signal, ...more }) => {
      if (!title.trim()) fail("title-empty");
      const proposed = question && failing ? (failing === "fails" ? "medium" : "low") : null;
      const said = facts(title.trim(), severity ?? proposed ?? fail("finding-severity-missing"), { clause: more.clause ?? null, cause: more.cause ?? "", effect: more.effect ?? "", risks: more.risks ?? [], severityReason: more.severityReason ?? "" });
      const finding: Finding = { id: `f-${findings.length + 1}`, audit: more.audit ?? "au-1", system, question, signal, facts: said, proposed, state: "open", acceptedUntil: null, recorded: { by: "p-1", at: NOW }, revision: 1 };
      findings = [finding, ...findings];
      return finding;
    },
    finding_save: ({ id, facts: said, revision }) => {
      if (find(id).revision !== revision) fail("stale", { current: String(find(id).revision) });
      findings = findings.map((item) => (item.id === id ? { ...item, facts: said, revision: revision + 1 } : item));
      return detail(find(id));
    },
    finding_move: ({ id, revision, move }) => {
      const finding = find(id);
      if (finding.revision !== revision) fail("stale", { current: String(finding.revision) });
      const [from, to] = LEADS[move.step];
      if (!from.includes(finding.state)) fail("finding-step", { step: move.step, state: finding.state });
      const taken: StepTaken = { step: move.step, from: finding.state, to, note: move.note, until: move.until, alone: move.step === "verify", taken: { by: "p-1", at: NOW } };
      steps.set(id, [...(steps.get(id) ?? []), taken]);
      findings = findings.map((item) => (item.id === id ? { ...item, state: to, acceptedUntil: move.until, revision: revision + 1 } : item));
      return detail(find(id));
    },
    finding_evidence_add: ({ id }) => detail(find(id)),
    severity_propose: ({ failing }) => ({ severity: failing === "fails" ? "medium" : "low" }),
    finding_ledger_write: ({ path }) => ({ path, size: 18_240 }),
    finding_ledger_check: () => ({
      sha256: SEED,
      rows: findings.length,
      changes: findings.slice(0, 1).map((item) => ({ line: 2, finding: item.id, title: item.facts.title, action: "a-118", field: "due" as const, before: "2026-11-20", after: "2026-12-04" })),
      problems: [],
    }),
    finding_ledger_take: () => ({ findings: 0, actions: 1 }),
    population_read: () => ({ columns: [say("Order", "指令编号"), say("Day", "日期")], firstRows: [["YC-88001", "2026-10-02"], ["YC-88007", "2026-10-02"]] }),
    audit_sample_list: ({ audit }) => ({
      samples: samples
        .filter((sample) => !audit || sample.audit === audit)
        .map((sample) => {
          const all = items.get(sample.id) ?? [];
          return { sample, lookedAt: all.filter((item) => item.result).length, estimate: estimate(sample, all) };
        }),
    }),
    audit_sample_draw: ({ audit, question, attribute, population, plan, seed, trial }) => {
      if (population.kind === "named" && population.size === 0) fail("sample-empty");
      if (population.kind === "named" && population.size > 5_000_000) fail("sample-too-many", { most: "5000000" });
      const populationSize = population.kind === "open" ? null : population.kind === "named" ? population.size : 1_180;
      const size = Math.min(populationSize ?? 59, Math.ceil(Math.log(1 - plan.level) / Math.log(1 - plan.tolerable)));
      const kept: AuditSample["population"] =
        population.kind === "imported"
          ? { kind: "imported", file: population.path.split("/").at(-1) ?? "", sha256: SEED, column: population.column }
          : population.kind === "decisions"
            ? { kind: "decisions", period: { from: population.from, to: population.to } }
            : { kind: population.kind, name: population.name };
      const sample: AuditSample = { id: `as-${samples.length + 1}`, audit, question, attribute, population: kept, populationSize, plan, seed: seed ?? SEED, size, drawn: { by: "p-1", at: NOW } };
      if (trial) return { sample, repeated: 0, system: first ?? "", systemName: "", running: true, items: [], estimate: null };
      samples = [sample, ...samples];
      items.set(sample.id, itemsOf(sample));
      return shown(sample.id);
    },
    audit_sample_get: ({ id }) => shown(id),
    audit_sample_record: ({ id, results }) => {
      const all = (items.get(id) ?? []).map((item) => {
        const given = results.find((result) => result.place === item.place);
        if (!given) return item;
        if (given.revision !== item.revision) fail("stale", { current: String(item.revision) });
        return { ...item, result: given.result, note: given.note, given: { by: "p-1", at: NOW }, revision: item.revision + 1 };
      });
      items.set(id, all);
      return shown(id);
    },
  };
}

const AUDIT: Audit = { id: "au-1", system: "", period: { from: "2026-07-01", to: "2026-09-30" }, due: "2026-11-30", state: "running", closed: null, ...NO_CHECKLIST };
