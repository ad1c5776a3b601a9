// A log of decisions for the memory backend: always the same one, changed by what the screens save.
import { pieceOf } from "./assessmentFixtures";
import { BackendError } from "./backend";
import type {
  Decision,
  DecisionCounts,
  DecisionDetail,
  DecisionEntry,
  DecisionFacts,
  DecisionFilter,
  DecisionStep,
  Evidence,
  Disposition,
  Reason,
  SystemRow,
  Text,
  VolumeRow,
} from "./contract.gen";
import type { Handlers } from "./memory";
import { stats, type Kind } from "./statsFixtures";

const NOW = Date.parse("2026-11-24T06:05:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const text = (en: string, zh: string): Text => ({ en, zh });

const STANDARD: [id: string, name: Text, meaning: Text][] = [
  ["wrong-fact", text("Wrong fact", "事实错误"), text("The output states something about this case that is not so.", "系统输出所述与本事项的实际情况不符。")],
  ["missing-input", text("Missing input", "输入不全"), text("The system did not have what was needed to judge the case.", "系统缺少判断该事项所需的信息。")],
  ["out-of-scope", text("Out of scope", "超出适用范围"), text("The case is of a kind that the system is not meant for.", "该类事项不在系统的适用范围之内。")],
  ["rule-changed", text("Rule or law changed", "规定或法律已变更"), text("The output follows a rule that no longer holds.", "系统输出所依据的规定已不再适用。")],
  ["unfair", text("Unfair to a group", "对特定群体不公"), text("People of a group would have been treated worse without a good ground.", "按系统输出办理会使特定群体无正当理由受到不利对待。")],
  ["unsafe", text("Unsafe", "存在安全隐患"), text("Following the output would have put people, plant or data in danger.", "按系统输出办理会危及人身、设施或数据安全。")],
  ["conflicting-source", text("Conflicts with another source", "与其他来源矛盾"), text("Another source that is trusted more says otherwise.", "更可信的其他来源给出了不同结论。")],
  ["no-explanation", text("Lacks an explanation", "缺少说明"), text("It could not be seen why the output came about.", "无法了解该输出的由来，难以据此承担责任。")],
  ["local-knowledge", text("Local knowledge", "掌握现场情况"), text("The person knew something about place or people that no input holds.", "办理人员掌握任何输入中都没有的现场或人员情况。")],
  ["system-fault", text("System fault", "系统故障"), text("The output was broken, late, cut off or belonged to another case.", "输出残缺、延迟、中断，或属于其他事项。")],
  ["training", text("Training or drill", "培训或演练"), text("The case was not a real one.", "该事项并非真实业务。")],
  ["other", text("Other", "其他"), text("None of the above; say in words what it was.", "以上均不适用，须用文字说明。")],
];

const STALE = text("Weather data stale", "气象数据未更新");
/** How often each reason is chosen, as a list to draw from. */
const DRAWN = ["weather-stale", "weather-stale", "weather-stale", "weather-stale", "local-knowledge", "local-knowledge", "local-knowledge", "wrong-fact", "wrong-fact", "unsafe", "missing-input", "system-fault", "other"];
const OUTPUTS = [
  text("Switch feeder 12 to bus B", "将12号馈线切换至B母线"),
  text("Keep the present switching", "保持当前运行方式"),
  text("Shed load on feeder 7", "对7号馈线限负荷"),
  text("Close tie breaker T3", "合上T3联络开关"),
];
const FINALS = [
  text("Kept the present switching", "保持当前运行方式"),
  text("Switched feeder 12 after the crew had left", "检修人员撤离后切换12号馈线"),
  text("Shed load on feeder 9 instead", "改为对9号馈线限负荷"),
];

/** A number below a limit that is the same for the same place each time. */
function drawn(place: number, salt: number, below: number): number {
  const mixed = Math.imul(place + 1, 2_654_435_761) ^ Math.imul(salt + 7, 40_503);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

function dispositionOf(place: number): Disposition {
  const chance = drawn(place, 1, 1000);
  if (chance < 40) return "overridden";
  if (chance < 75) return "modified";
  if (chance < 90) return "deferred";
  return chance < 100 ? "no_ai_output" : "accepted";
}

/** The record at a place, the newest first; two of three belong to the first system. */
function recordAt(place: number, systems: readonly SystemRow[], zh: boolean): Decision {
  const side = (both: Text | undefined): string => (both ? (zh ? both.zh : both.en) : "");
  const system = systems[drawn(place, 2, 3) < 2 ? 0 : 1 + drawn(place, 3, 2)]?.system;
  const disposition = dispositionOf(place);
  const decided = NOW - place * 5 * HOUR - drawn(place, 4, 200) * 60_000 - HOUR;
  const output = side(OUTPUTS[drawn(place, 5, OUTPUTS.length)]);
  const override = disposition === "modified" || disposition === "overridden";
  const reason = DRAWN[drawn(place, 6, DRAWN.length)] as string;
  const known = drawn(place, 9, 10) < 6;
  const final = disposition === "accepted" ? output : disposition === "deferred" ? "" : side(FINALS[drawn(place, 8, FINALS.length)]);
  return {
    id: `d-${place}`,
    facts: {
      system: system?.id ?? "",
      decidedAt: new Date(decided).toISOString(),
      decisionPoint: system?.facts.decisionPoints[drawn(place, 10, 5) === 0 ? 1 : 0] ?? "",
      modelVersion: place > 260 ? "2.3.0" : (system?.facts.version ?? ""),
      promptVersion: "",
      caseKey: `YC-${2026 - Math.floor(place / 1600)}-${String(90_000 - (place % 80_000)).padStart(5, "0")}`,
      category: side(drawn(place, 11, 2) ? text("peak hours", "高峰时段") : text("night", "夜间")),
      aiOutput: disposition === "no_ai_output" ? "" : output,
      aiConfidence: disposition === "no_ai_output" ? null : 0.6 + drawn(place, 12, 40) / 100,
      aiAt: null,
      latencyMs: 4000 + drawn(place, 13, 90) * 1000,
      reviewer: `R-${["4f2a", "9c71", "b03d", "e88c"][drawn(place, 14, 4)]}`,
      humanInitial: null,
      humanFinal: final,
      disposition,
      reasonCode: override ? reason : null,
      reasonText: override && reason === "other" ? side(text("Crew still at the switch.", "检修人员仍在开关处。")) : "",
      harmIfFollowed: override ? drawn(place, 15, 4) : null,
      harmIfWrong: override ? drawn(place, 16, 3) : null,
      reversible: override ? true : null,
      outcome: known && disposition !== "no_ai_output" ? (drawn(place, 17, 8) === 0 ? side(FINALS[0]) : output) : null,
      outcomeAt: known && disposition !== "no_ai_output" ? new Date(decided + DAY).toISOString() : null,
      outcomeSource: known ? side(text("Shift log", "值班记录")) : "",
      seeded: drawn(place, 18, 40) === 0,
      evidence: [],
    },
    supersedes: null,
    enteredLate: drawn(place, 19, 25) === 0,
    thinnedAt: null,
    recorded: { by: "p-1", at: new Date(decided + 120_000).toISOString() },
  };
}

/** Answers to the commands about decisions; `many` is how many records there are. */
export function decisionHandlers(zh: boolean, systems: readonly SystemRow[], many: number, kind: Kind): Handlers {
  let made: Decision[] = [];
  const evidence: Evidence[] = [];
  const superseded = new Set<string>();
  let own: Reason[] = [{ id: "weather-stale", name: STALE, meaning: text("", ""), needsText: false, own: true }];
  let volumes: VolumeRow[] = fixedVolumes(systems);

  const nameOf = (id: string): string => systems.find((row) => row.system.id === id)?.system.facts.name ?? "";
  const reasonsOf = (system: string | null): Reason[] => {
    const rows = STANDARD.map(([id, name, meaning]): Reason => ({ id, name, meaning, needsText: id === "other", own: false }));
    const mine = system === systems[0]?.system.id ? own : [];
    return [...rows.slice(0, -1), ...mine, ...rows.slice(-1)];
  };
  const base = Array.from({ length: Math.min(many, 420) }, (_, place) => recordAt(place, systems, zh));
  const standing = (): Decision[] => [...made, ...base].filter((item) => !superseded.has(item.id)).sort(newestFirst);
  const find = (id: string): Decision => {
    const found = [...made, ...base].find((item) => item.id === id);
    if (found) return found;
    if (/^d-\d+$/.test(id) && Number(id.slice(2)) < many) return recordAt(Number(id.slice(2)), systems, zh);
    throw new BackendError({ code: "not-found", args: {} });
  };

  function keep(entry: DecisionEntry, supersedes: string | null): Decision {
    if (!entry.system || !entry.disposition) throw new BackendError({ code: "decision-system-missing", args: {} });
    if (entry.decidedAt && Date.parse(entry.decidedAt) > NOW + DAY) {
      throw new BackendError({ code: "decision-time-future", args: { field: "decided_at" } });
    }
    const decidedAt = entry.decidedAt ?? new Date(NOW + made.length * 1000).toISOString();
    return keepFacts({ ...entry, system: entry.system, disposition: entry.disposition, decidedAt }, supersedes);
  }

  function keepFacts(facts: DecisionFacts, supersedes: string | null): Decision {
    const recorded = { by: "p-1", at: new Date(NOW + made.length * 60_000).toISOString() };
    const decision = { id: `n-${made.length + 1}`, facts, supersedes, enteredLate: false, thinnedAt: null, recorded };
    made = [decision, ...made];
    if (supersedes) superseded.add(supersedes);
    return decision;
  }

  function detail(id: string): DecisionDetail {
    const decision = find(id);
    const chain: Decision[] = [decision];
    for (let first = chain[0]; first?.supersedes; first = chain[0]) chain.unshift(find(first.supersedes));
    for (let next = after(id); next; next = after(next.id)) chain.push(next);
    return {
      decision,
      systemName: nameOf(decision.facts.system),
      reason: reasonsOf(decision.facts.system).find((reason) => reason.id === decision.facts.reasonCode) ?? null,
      current: chain.at(-1)?.id ?? id,
      chain: chain.map((item, index): DecisionStep => ({
        decision: item,
        change: changeOf(chain[index - 1]?.facts, item.facts),
        person: zh ? "审计岗" : "Audit desk",
      })),
      evidence: evidence.filter((piece) => decision.facts.evidence.includes(piece.id)),
    };
  }

  const after = (id: string): Decision | undefined => made.find((item) => item.supersedes === id);

  return {
    decision_add: ({ entry }) => keep(entry, null),
    decision_correct: ({ id, entry }) => {
      if (superseded.has(id)) throw new BackendError({ code: "decision-superseded", args: { current: id } });
      return keep(entry, id);
    },
    decision_evidence_add: ({ id, piece }) => {
      const added = pieceOf(piece, `de-${evidence.length + 1}`);
      evidence.push(added);
      const facts = find(id).facts;
      return keepFacts({ ...facts, evidence: [...facts.evidence, added.id] }, id);
    },
    decision_get: ({ id }) => detail(id),
    decision_list: ({ filter, skip, limit }) => {
      // Beyond the records that are held, each is made where it is looked at.
      const all = many > base.length ? null : standing().filter((item) => fits(item, filter));
      const total = all ? all.length : many;
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - skip)) }, (_, index) =>
        all ? (all[skip + index] as Decision) : recordAt(skip + index, systems, zh),
      );
      return {
        decisions: rows.map((decision) => ({ decision, systemName: nameOf(decision.facts.system) })),
        next: null,
      };
    },
    decision_counts: ({ filter }) => {
      const counted = counts(standing().filter((item) => fits(item, filter)), reasonsOf(systems[0]?.system.id ?? null));
      return many > base.length ? { ...counted, total: many } : counted;
    },
    decision_stats: (request) => stats(request, systems, zh, kind),
    reason_list: ({ system }) => ({ reasons: reasonsOf(system) }),
    reason_add: ({ system, code, name }) => {
      if (reasonsOf(system).some((reason) => reason.id === code)) throw new BackendError({ code: "reason-taken", args: {} });
      own = [...own, { id: code, name, meaning: text("", ""), needsText: false, own: true }];
      return { reasons: reasonsOf(system) };
    },
    volume_list: ({ system }) => ({ volumes: volumes.filter((row) => !system || row.volume.facts.system === system) }),
    volume_save: ({ facts, supersedes }) => {
      const volume = { id: `v-${volumes.length + 1}`, facts, supersedes, recorded: { by: "p-1", at: new Date(NOW).toISOString() } };
      const days = (Date.parse(facts.period.to) - Date.parse(facts.period.from)) / DAY;
      const row: VolumeRow = { volume, systemName: nameOf(facts.system), span: days === 0 ? "day" : days === 6 ? "week" : "month" };
      volumes = [row, ...volumes.filter((item) => item.volume.id !== supersedes)];
      return volume;
    },
  };
}

function changeOf(before: DecisionFacts | undefined, after: DecisionFacts): DecisionStep["change"] {
  if (!before) return "first";
  if (before.outcome !== after.outcome) return "outcome";
  return before.evidence.length === after.evidence.length ? "correction" : "evidence";
}

function newestFirst(a: Decision, b: Decision): number {
  return Date.parse(b.facts.decidedAt) - Date.parse(a.facts.decidedAt);
}

function fits({ facts }: Decision, filter: DecisionFilter): boolean {
  const day = facts.decidedAt.slice(0, 10);
  const same = (wanted: string | null, value: string): boolean => wanted === null || wanted === value;
  return (
    same(filter.system, facts.system) &&
    same(filter.reason, facts.reasonCode ?? "") &&
    same(filter.decisionPoint, facts.decisionPoint) &&
    same(filter.modelVersion, facts.modelVersion) &&
    same(filter.reviewer ?? null, facts.reviewer) &&
    same(filter.category ?? null, facts.category) &&
    same(filter.aiOutput ?? null, facts.aiOutput) &&
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to) &&
    (filter.dispositions.length === 0 || filter.dispositions.includes(facts.disposition)) &&
    facts.caseKey.toLowerCase().includes(filter.caseText.toLowerCase())
  );
}

function counts(records: readonly Decision[], reasons: readonly Reason[]): DecisionCounts {
  const of = (disposition: Disposition): number => records.filter((item) => item.facts.disposition === disposition).length;
  const all: Disposition[] = ["accepted", "modified", "overridden", "deferred", "no_ai_output"];
  const overrides = records.filter((item) => item.facts.reasonCode);
  const rows = [...new Set(overrides.map((item) => item.facts.reasonCode))].map((reason) => {
    const same = overrides.filter((item) => item.facts.reasonCode === reason);
    const modified = same.filter((item) => item.facts.disposition === "modified").length;
    return { reason, name: reasons.find((item) => item.id === reason)?.name ?? null, modified, overridden: same.length - modified };
  });
  const last = (reason: string | null): number => (reason === "other" ? 1 : 0);
  return {
    total: records.length,
    decided: of("accepted") + of("modified") + of("overridden"),
    overrides: of("modified") + of("overridden"),
    dispositions: all.map((disposition) => ({ disposition, count: of(disposition) })),
    reasons: rows.sort((a, b) => last(a.reason) - last(b.reason) || b.modified + b.overridden - a.modified - a.overridden),
  };
}

function fixedVolumes(systems: readonly SystemRow[]): VolumeRow[] {
  const system = systems[1]?.system;
  if (!system) return [];
  return [0, 1, 2, 3].map((back): VolumeRow => {
    const monday = Date.parse("2026-11-16") - back * 7 * DAY;
    const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
    return {
      volume: {
        id: `v-${back + 1}`,
        facts: {
          system: system.id,
          decisionPoint: "",
          modelVersion: "",
          period: { from: iso(monday), to: iso(monday + 6 * DAY) },
          totals: { issued: 900 + drawn(back, 1, 60), accepted: 850, modified: null, overridden: null, automatic: null, notReviewed: drawn(back, 2, 9) },
          exposure: back === 3 ? null : { unit: "hours", amount: "168" },
        },
        supersedes: null,
        recorded: { by: "p-1", at: new Date(NOW).toISOString() },
      },
      systemName: system.facts.name,
      span: "week",
    };
  });
}
