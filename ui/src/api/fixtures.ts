// What the memory backend answers. Organisations are invented and persons are role titles.
import { dueChecks } from "./auditFixtures";
import type {
  Action,
  ActionRow,
  Anchor,
  AssessmentRow,
  Catalogue,
  FilePurpose,
  HistoryEntry,
  HistoryPage,
  ImportCheck,
  ImportTable,
  OpenWorkspace,
  Overview,
  PagePicture,
  Person,
  RecentWorkspace,
  Report,
  ReportRow,
  SystemFacts,
  SystemRow,
  Text,
  TokenRow,
  VerdictKind,
  Verification,
  WorkspaceCheck,
} from "./contract.gen";

export const NOW = "2026-11-24T06:05:00Z";
/** A logo as covers show it. */
export const LOGO =
  "iVBORw0KGgoAAAANSUhEUgAAADAAAAAQCAIAAADfzGvmAAAALUlEQVR42mP4jwMoB87GimitnmHUQaMOGnXQiHPQQFmMS/2og0YdNOqgEecgAIGuElv7L4RMAAAAAElFTkSuQmCC";
const DIGEST = "9f3c71a0b55d1e0c84a2f6637d90e1148ab3c52f6e7190dd43b8a6c15f202e84";

const both = (zh: boolean, en: string, chinese: string): string => (zh ? chinese : en);

export function persons(zh: boolean): Person[] {
  return [
    {
      id: "p-1",
      name: both(zh, "Audit desk", "审计岗"),
      title: both(zh, "Automation section", "自动化处"),
      roles: ["administrator", "assessor"],
      addedAt: "2026-09-01T01:00:00Z",
    },
    {
      id: "p-2",
      name: both(zh, "Shift leader", "值班长"),
      title: both(zh, "Dispatch room", "调度大厅"),
      roles: ["reviewer", "approver"],
      addedAt: "2026-09-02T01:00:00Z",
    },
  ];
}

export function opened(zh: boolean): OpenWorkspace {
  return {
    path: "/home/user/Assay/yunchuan.assay",
    workspace: {
      id: "w-1",
      logo: null,
      sample: false,
      settings: {
        organisation: both(zh, "Yunchuan Dispatch", "云川电网调度中心"),
        unit: both(zh, "Power dispatch centre", "自动化处"),
        locale: zh ? "zh-CN" : "en",
        timeZone: "Asia/Shanghai",
        paper: "a4",
        marking: {
          classification: both(zh, "Internal", "内部"),
          circulation: both(zh, "Automation section", "自动化处"),
          documentNumber: "YC-AI-2026-",
          basis: both(zh, "Annual plan for the use of AI", "人工智能应用年度计划"),
        },
      },
    },
    person: persons(zh)[0] as Person,
    resume: null,
    takenIn: null,
  };
}

export function recent(): RecentWorkspace[] {
  return [
    { path: "/home/user/Assay/yunchuan.assay", openedAt: "2026-11-24T00:12:00Z", present: true, sample: false },
    { path: "/home/user/Assay/hexi-water.assay", openedAt: "2026-11-19T07:40:00Z", present: true, sample: false },
    { path: "/media/user/stick/linan.assay", openedAt: "2026-10-02T02:00:00Z", present: false, sample: false },
    { path: "/home/user/Assay/sample.assay", openedAt: "2026-09-20T02:00:00Z", present: true, sample: true },
  ];
}

export function pickedPath(purpose: FilePurpose): string {
  const names: Record<FilePurpose, string> = {
    workspace_open: "yunchuan.assay",
    workspace_create: "new.assay",
    system_import: "inventory.csv",
    table_export: "systems.xlsx",
    decision_import: "dispatch-2026-10.csv",
    mapping_open: "dispatch.toml",
    mapping_save: "dispatch.toml",
    figure_export: "override-rate.svg",
    evidence: "review-times.xlsx",
    question_pack: "grid.xlsx",
    verify: "assessment-2026-031.pdf",
    report_export: "assessment-2026-031.pdf",
    report_body: "assessment-2026-031.zip",
    certificate: "authority.pem",
    report_copy: "assessment-2026-031.docx",
    signing_key: "wang-fang.p12",
    logo: "yunchuan.png",
    token_module: "token-pkcs11.so",
  };
  return `/home/user/Documents/${names[purpose]}`;
}

export function facts(changes: Partial<SystemFacts>): SystemFacts {
  return {
    name: "",
    reference: "",
    supplier: "",
    model: "",
    version: "",
    purpose: "",
    decisionPoints: [],
    keyArea: "energy",
    unit: "",
    dataGrades: [],
    affected: "",
    scale: "",
    autonomy: "",
    phase: "in_use",
    filing: {
      protectionLevel: null,
      protectionNumber: "",
      cryptographyAssessedOn: null,
      impactAssessedOn: null,
      modelFilingNumber: "",
      criticalInfrastructure: null,
      personalInformation: null,
      importantData: null,
      crossBorder: null,
    },
    ...changes,
  };
}

type Sample = [en: string, zh: string, version: string, interval: [number, number, number] | null, before: number | null, tier: number];

const SAMPLES: Sample[] = [
  ["Load dispatch advice", "负荷调度建议系统", "2.4.1", [4, 4, 5], 4, 4],
  ["Outage triage agent", "停电研判智能体", "0.9", [3, 4, 5], 5, 4],
  ["Line-inspection images", "线路巡检图像识别", "5.0.2", [2, 3, 4], 2, 3],
  ["Fault-call chatbot", "报修语音机器人", "1.7", [2, 3, 4], 3, 3],
  ["Transformer forecast", "变压器负荷预测", "3.1", [2, 2, 3], 2, 3],
  ["Meter anomaly finder", "电表异常检测", "4.4", [1, 2, 3], 3, 2],
  ["Invoice reading", "票据识别", "8.2", [2, 2, 3], null, 1],
  ["Work-order writer", "工单生成助手", "1.3", null, null, 2],
];

export function systems(zh: boolean, many: number): SystemRow[] {
  const rows = SAMPLES.map((sample, index) => systemRow(zh, sample, `s-${index + 1}`, sample[zh ? 1 : 0]));
  for (let index = rows.length; index < many; index += 1) {
    const sample = SAMPLES[index % SAMPLES.length] as Sample;
    rows.push(systemRow(zh, sample, `s-${index + 1}`, `${sample[zh ? 1 : 0]} ${index + 1}`));
  }
  return rows;
}

function systemRow(zh: boolean, [, , version, interval, before, tier]: Sample, id: string, name: string): SystemRow {
  const system = {
    id,
    facts: facts({
      name,
      version,
      reference: `AI-${id.slice(2).padStart(3, "0")}`,
      supplier: both(zh, "Yunchuan Grid Software", "云川电网软件公司"),
      model: both(zh, "Gradient boosting", "梯度提升树"),
      purpose: both(zh, "Proposes feeder switching to the dispatcher on duty.", "向当值调度员提出馈线切换建议。"),
      decisionPoints: [both(zh, "feeder switching", "馈线切换"), both(zh, "load shedding order", "负荷切除次序")],
      unit: both(zh, "Automation section", "自动化处"),
      dataGrades: ["internal", "important"],
      affected: both(zh, "Households and firms of the city", "全市居民与企业用户"),
      scale: both(zh, "About 900 proposals a week", "每周约900条建议"),
      autonomy: both(zh, "Proposes, a dispatcher decides", "系统建议，调度员决定"),
    }),
    revision: 1,
    addedAt: "2026-09-03T01:00:00Z",
    changedAt: "2026-11-20T01:00:00Z",
  };
  const last: AssessmentRow | null = interval && {
    id: `as-${id.slice(2)}`,
    system: id,
    systemName: name,
    period: { from: "2026-10-01", to: "2026-12-31" },
    depth: "full",
    state: id === "s-1" ? "draft" : "signed",
    changedAt: "2026-11-20T06:00:00Z",
    summary: {
      tier,
      grade: interval[1],
      interval,
      confidence: 71,
      confidenceBand: "medium",
      index: 678,
      redLines: [],
      answered: id === "s-1" ? 82 : 109,
      inScope: 109,
    },
  };
  const used = !["before_use", "retired"].includes(system.facts.phase);
  const lacksSigned = used && last?.state !== "signed";
  return { system, last, gradeBefore: before, openActions: id === "s-1" ? 2 : 0, lacksSigned };
}

export function actions(zh: boolean, rows: readonly SystemRow[]): ActionRow[] {
  const make = (id: string, title: string, due: string | null, state: Action["facts"]["state"], overdue: boolean, at: number): ActionRow => {
    const system = rows[at] as SystemRow;
    return {
      action: {
        id,
        facts: {
          title,
          system: system.system.id,
          assessment: system.last?.id ?? null,
          target: { kind: "question", id: "h-04" },
          owner: both(zh, "Shift leader", "值班长"),
          due,
          state,
          note: "",
          proof: [],
        },
        revision: 1,
        addedAt: "2026-11-01T01:00:00Z",
        changedAt: "2026-11-20T01:00:00Z",
      },
      systemName: system.system.facts.name,
      overdue,
    };
  };
  return [
    make("a-118", both(zh, "Second person on night shift for manual load shedding", "夜班手动切负荷时增配第二人"), "2026-11-18", "open", true, 0),
    make("a-119", both(zh, "Exercise the manual route without notice", "不预先通知的人工切换演练"), "2026-12-02", "in_progress", false, 1),
    make("a-120", both(zh, "Have the supplier confirm the model version", "请供应商书面确认模型版本"), "2026-12-15", "open", false, 0),
    make("a-101", both(zh, "Narrow the service account's rights", "收紧服务账号权限"), "2026-10-30", "done", false, 2),
  ];
}

export function overview(systemRows: readonly SystemRow[], actionRows: readonly ActionRow[]): Overview {
  const grades = [5, 4, 3, 2, 1, null].map((grade) => ({
    grade,
    systems: systemRows.filter((row) => (row.last?.summary.grade ?? null) === grade).length,
  }));
  return {
    running: systemRows.flatMap((row) => (row.last && row.last.state !== "signed" ? [row.last] : [])),
    toSign: [],
    clocks: [],
    overdue: actionRows.filter((row) => row.overdue).map((row) => row.action),
    dueSoon: actionRows.filter((row) => !row.overdue && row.action.facts.state !== "done").map((row) => row.action),
    dueChecks: dueChecks(systemRows).due,
    missedChecks: dueChecks(systemRows).missed,
    unsignedReports: systemRows.length > 0 ? 1 : 0,
    unassessed: systemRows.filter((row) => !row.last).length,
    grades,
    systems: [...systemRows],
    history: { sequence: 412, sha256: DIGEST },
  };
}

export function check(): WorkspaceCheck {
  const codes = ["pages", "structure", "history", "records", "reports", "contents", "keys", "drills"];
  return {
    ok: true,
    items: codes.map((code) => ({ code, ok: true, detail: "", problems: [] })),
    history: { sequence: 412, sha256: DIGEST },
  };
}

export function importTable(zh: boolean): ImportTable {
  const columns = zh
    ? ["系统名称", "供应商", "用途", "阶段", "责任部门", "备注"]
    : ["Use case name", "Vendor", "Summary", "Development stage", "Office", "Remarks"];
  return {
    encoding: zh ? "GB18030" : "UTF-8",
    columns,
    rows: 41,
    firstRows: [
      [both(zh, "Permit triage", "许可初审"), both(zh, "In-house", "自建"), both(zh, "Sorts permit applications", "对许可申请分类"), both(zh, "In production", "运行中"), both(zh, "Permits", "审批处"), ""],
      [both(zh, "Flood alerts", "洪水预警"), both(zh, "Hexi Data", "河西数据"), both(zh, "Warns of rising water", "水位上涨预警"), both(zh, "Planned", "规划中"), both(zh, "Water", "水利处"), ""],
    ],
    mapping: {
      name: columns[0] as string,
      supplier: columns[1] as string,
      purpose: columns[2] as string,
      phase: columns[3] as string,
    },
  };
}

export function importCheck(rows: readonly SystemRow[], mapping: Record<string, string | undefined>): ImportCheck {
  return {
    valid: 36,
    known: 2,
    problemCount: 3,
    unused: [],
    problems: [
      { line: 9, column: mapping.phase ?? "", code: "unknown-value", value: "Retiring soon" },
      { line: 17, column: mapping.name ?? "", code: "name-empty", value: "" },
      { line: 30, column: mapping.phase ?? "", code: "unknown-value", value: "TBD" },
    ],
    first: rows.slice(0, 6).map((row) => row.system.facts),
  };
}

export function reports(rows: readonly SystemRow[]): ReportRow[] {
  const made = rows.filter((row) => row.last && row.last.state === "signed").slice(0, 3);
  return made.map((row, index) => ({
    report: {
      id: `r-${index + 1}`,
      subject: { kind: "assessment", id: row.last?.id ?? "" },
      about: row.system.facts.name,
      number: 1,
      locale: index === 2 ? "zh-CN" : "en",
      state: index === 0 ? "partly_signed" : "signed",
      made: { by: "p-1", at: "2026-11-20T06:10:00Z" },
      factsSha256: DIGEST,
      pdfSha256: DIGEST.split("").reverse().join(""),
      pages: 38,
      signers: [
        { role: "assessor", person: "p-1" },
        { role: "approver", person: "p-2" },
      ],
      signatures: [
        { signer: { role: "assessor" as const, person: "p-1" }, signed: { by: "p-1", at: "2026-11-20T06:12:00Z" }, fingerprint: DIGEST, identity: "workspace" as const, subject: "" },
        { signer: { role: "approver" as const, person: "p-2" }, signed: { by: "p-2", at: "2026-11-21T02:12:00Z" }, fingerprint: DIGEST, identity: "workspace" as const, subject: "" },
      ].slice(0, index === 0 ? 1 : 2),
    },
    grade: row.last?.summary.grade ?? 1,
    maySign: index === 0,
    fileName: `assessment-2026-03${index + 1}.pdf`,
  }));
}

export function pagePicture({ pages, pdfSha256 }: Report, page: number): PagePicture {
  // One white dot.
  const base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==";
  return { page, pages, pdfSha256, base64 };
}

export function verification(path: string, verdict: string): Verification {
  const broken = verdict !== "intact" && verdict !== "intact_with_additions";
  return {
    path,
    size: 412_004,
    sha256: DIGEST,
    verdict: verdict as VerdictKind,
    systemName: verdict === "not_ours" ? "" : "Outage triage agent",
    organisation: verdict === "not_ours" ? "" : "Yunchuan Dispatch",
    grade: verdict === "not_ours" ? null : 4,
    recomputedGrade: verdict === "not_ours" ? null : 4,
    items: [
      broken
        ? { code: "problem-changed", ok: false, args: { part: "content", page: "12", object: "84" } }
        : { code: "item-signatures", ok: true, args: { signed: "1", expected: "1" } },
      { code: "item-schema", ok: true, args: { schema: "assay-facts/1" } },
      { code: "item-pages", ok: true, args: { pages: "36" } },
      { code: "item-times", ok: true, args: {} },
      { code: "item-grade", ok: true, args: {} },
      { code: "item-clauses", ok: true, args: {} },
    ],
    signatures: [
      {
        field: "assessor",
        signed: true,
        valid: !broken,
        subject: "Audit desk",
        issuer: "Audit desk",
        selfSigned: true,
        fingerprint: DIGEST,
        validFrom: "2026-01-05",
        validTo: "2036-01-05",
        claimedTime: "2026-11-20T06:12:00Z",
        trust: "trusted",
        trustSubject: "Audit desk",
        known: true,
      },
    ],
  };
}

export function tokens(): TokenRow[] {
  return [
    { label: "desk", serial: "7f21", tries: "unknown" },
    { label: "spare", serial: "90ab", tries: "one" },
  ];
}

export function anchor(): Anchor {
  return {
    subject: "CN=Audit desk,O=Yunchuan Dispatch",
    issuer: "CN=Audit desk,O=Yunchuan Dispatch",
    selfSigned: true,
    fingerprint: DIGEST,
    validFrom: "2026-01-05",
    validTo: "2036-01-05",
  };
}

export function history(before: number | null, limit: number, zh: boolean): HistoryPage {
  const actionsDone = ["answer.save", "rating.confirm", "evidence.add", "system.save", "workspace.create"];
  const subjects = ["h-04", "3.1.1e", both(zh, "Review times.xlsx", "审查用时.xlsx"), both(zh, "Load dispatch advice", "负荷调度建议系统"), ""];
  const from = Math.min(412, (before ?? 413) - 1);
  const entries: HistoryEntry[] = [];
  for (let sequence = from; sequence > Math.max(0, from - limit); sequence -= 1) {
    entries.push({
      sequence,
      at: new Date(Date.parse(NOW) - (412 - sequence) * 3_600_000).toISOString(),
      person: both(zh, "Audit desk", "审计岗"),
      action: actionsDone[sequence % 5] as string,
      subject: subjects[sequence % 5] as string,
      payload: { value: "partly", note: "" },
      sha256: sequence.toString(16).padStart(4, "0") + DIGEST.slice(4),
    });
  }
  return { entries, head: { sequence: 412, sha256: DIGEST } };
}

const text = (en: string, zh: string): Text => ({ en, zh });

/** A catalogue with every part, but few items of each. */
export function catalogue(): Catalogue {
  const edition = (id: string, version: string) => ({ id, version, sha256: DIGEST });
  return {
    framework: edition("tc260_aisgf", "1.0"),
    title: text("AI Safety Governance Framework (V1.0)", "人工智能安全治理框架（1.0版）"),
    issuer: text("SAC/TC260", "全国网络安全标准化技术委员会"),
    method: edition("kag", "1.1.0"),
    groups: [{ id: "3.1.1", name: text("Risks of models and algorithms", "模型算法安全风险"), parent: null }],
    risks: [
      {
        id: "3.1.1a",
        clause: "3.1.1(a)",
        group: "3.1.1",
        name: text("Risks of explainability", "可解释性差的风险"),
        summary: text("Why an output came about can't be told.", "输出的由来难以说明。"),
        countermeasures: ["4.1.1a"],
        governance: [],
      },
    ],
    measures: [
      {
        id: "4.1.1a",
        clause: "4.1.1(a)",
        name: text("Explain the model", "提升可解释性"),
        summary: text("Outputs come with their reasons.", "输出附带依据。"),
        risks: ["3.1.1a"],
      },
    ],
    governance: [],
    clauses: "abcdefghi".split("").map((id) => ({
      id,
      control: `6.3${id}`,
      clause: `6.3(${id})`,
      title: text(`Clause ${id}`, `条款${id}`),
      summary: text("What the clause asks for.", "条款的要求。"),
      questions: [1, 2].map((number) => ({
        id: `${id}-0${number}`,
        text: text("Is the use of the system risk-assessed?", "是否对系统的使用开展风险评估？"),
        why: text("Without it nobody knows what may go wrong.", "否则无人知道可能出现什么问题。"),
        good: text("A dated assessment that names the risks.", "有注明日期并列明风险的评估。"),
        evidence: text("The assessment itself.", "评估文件。"),
        risks: ["3.1.1a"],
        critical: number === 1,
        redLine: false,
        organisation: number === 2,
        beforeUse: true,
        derivedFrom: id === "i" ? (number === 1 ? "decision_log" : "decision_stats") : null,
      })),
    })),
    profiles: [],
    levels: [
      text("Low", "低风险"),
      text("Moderate", "一般风险"),
      text("Considerable", "较大风险"),
      text("Major", "重大风险"),
      text("Extremely serious", "特别重大风险"),
    ],
    bandEdges: [400, 550, 700, 850],
    notYetDuePhases: ["before_use"],
  };
}
