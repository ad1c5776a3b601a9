// Imports of the memory backend: a file of another program, its mapping, and an import step by step.
import { BackendError } from "./backend";
import type {
  DecisionFacts,
  DecisionImportFile,
  DecisionImportRow,
  DecisionImportState,
  ImportPreviewRow,
  ImportProblem,
  Mapping,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";

const SIZE = 48_311_204;
const ROWS = 120_000;

const EN = ["Date", "Time", "File no.", "Proposal", "Decision", "Progress", "Reason", "Officer"];
const ZH = ["日期", "时间", "受理号", "系统建议", "最终决定", "办理状态", "原因", "经办人"];

function cells(zh: boolean, place: number): string[] {
  const refused = place % 9 === 4;
  const day = String(1 + (place % 28)).padStart(2, "0");
  const grant = zh ? "通过" : "grant";
  const refuse = zh ? "退回" : "refuse";
  return [
    `${day}.10.2026`,
    `${String(8 + (place % 9)).padStart(2, "0")}:${String((place * 7) % 60).padStart(2, "0")}`,
    `L-${4_100 + place}`,
    grant,
    refused ? refuse : grant,
    refused ? (zh ? "退回重审" : "sent back") : zh ? "已办结" : "done",
    refused ? (zh ? "材料不齐" : "papers missing") : "",
    zh ? "窗口二" : "desk 2",
  ];
}

export function importFile(zh: boolean, remembered: Mapping | null): DecisionImportFile {
  const names = zh ? ZH : EN;
  const rows = Array.from({ length: 50 }, (_, place) => ({ line: place + 2, cells: cells(zh, place) }));
  const columns = names.map((name, index) => {
    const values = [...new Set(rows.map((row) => row.cells[index] ?? ""))].filter(Boolean);
    return { name, values: values.slice(0, 30), more: values.length > 30 };
  });
  const [date = "", time = "", file = "", proposal = "", decision = "", , reason = "", officer = ""] = names;
  const proposed: Mapping = {
    format: 1,
    name: "",
    content: "decisions",
    only: "",
    source: { encoding: "", delimiter: "", sheet: "" },
    reading: { dateOrder: "dayFirst", timeZone: "", timeOfDay: "", decimalComma: false, latencyUnit: "milliseconds", periodLength: "month" },
    columns: { decidedAt: [date, time], caseKey: [file], aiOutput: [proposal], humanFinal: [decision], reasonCode: [reason], reviewer: [officer] },
    constants: {},
    values: {},
    rule: { kind: "differs", overridden: "", modified: "" },
    exposure: null,
    wide: null,
  };
  return {
    format: "delimited",
    source: { encoding: zh ? "gb18030" : "utf-8", delimiter: ";", sheet: "" },
    sheets: [],
    size: SIZE,
    columns,
    rows,
    mapping: remembered ?? proposed,
    remembered: remembered !== null,
  };
}

function preview(zh: boolean, mapping: Mapping): ImportPreviewRow[] {
  const file = importFile(zh, null);
  const needed = (["decidedAt", ...(mapping.rule.kind === "differs" ? (["aiOutput", "humanFinal"] as const) : [])] as const).find(
    (field) => !mapping.columns[field]?.length && !mapping.constants[field],
  );
  if (mapping.content === "decisions" && needed) throw new BackendError({ code: "mapping-field-missing", args: { field: needed } });
  if (mapping.rule.kind === "stated" && !mapping.columns.disposition && !mapping.constants.disposition) {
    throw new BackendError({ code: "mapping-disposition-missing", args: {} });
  }
  return file.rows.map((row): ImportPreviewRow => {
    const [date = "", time = "", key = "", output = "", final = "", , reason = ""] = row.cells;
    const known = mapping.values.reasonCode?.[reason];
    const problems: ImportProblem[] = [];
    if (reason && mapping.columns.reasonCode && !known) {
      problems.push({ line: row.line, column: mapping.columns.reasonCode[0] ?? "", code: "unknown-reason", value: reason });
    }
    const [day, month, year] = date.split(".");
    const facts: DecisionFacts = {
      system: "s-1",
      decidedAt: `${year}-${month}-${day}T${time}:00+08:00`,
      decisionPoint: "",
      modelVersion: "",
      promptVersion: "",
      caseKey: key,
      category: "",
      aiOutput: output,
      aiConfidence: null,
      aiAt: null,
      latencyMs: null,
      reviewer: "",
      humanInitial: null,
      humanFinal: final,
      disposition: output === final ? "accepted" : "overridden",
      reasonCode: known ?? null,
      reasonText: "",
      harmIfFollowed: null,
      harmIfWrong: null,
      reversible: null,
      outcome: null,
      outcomeAt: null,
      outcomeSource: "",
      seeded: false,
      evidence: [],
    };
    return { line: row.line, decision: problems.length > 0 ? null : facts, volumes: [], leftOut: false, problems };
  });
}

const NOTHING: DecisionImportState = {
  phase: "none",
  file: "",
  system: null,
  content: "decisions",
  bytes: 0,
  size: 0,
  rows: 0,
  fresh: 0,
  known: 0,
  repeated: 0,
  leftOut: 0,
  unused: [],
  dispositions: [],
  earliest: null,
  latest: null,
  problemCount: 0,
  problems: [],
  import: null,
};

export function importHandlers(zh: boolean, systems: readonly SystemRow[]): Handlers {
  let kept: Mapping[] = [];
  let state = NOTHING;
  let trial = false;
  let bad = false;
  let imports: DecisionImportRow[] = ["2026-09", "2026-08"].map((month, index) => ({
    id: `i-${index + 1}`,
    system: systems[0]?.system.id ?? "",
    systemName: systems[0]?.system.facts.name ?? "",
    file: `dispatch-${month}.csv`,
    mapping: zh ? "调度系统月度导出" : "Dispatch, monthly export",
    content: "decisions",
    count: 118_402 - index * 900,
    person: zh ? "审计岗" : "Audit desk",
    importedAt: `${month}-28T02:11:00Z`,
    undoneAt: index === 1 ? "2026-09-02T01:00:00Z" : null,
  }));

  function ended(): DecisionImportState {
    const names = zh ? ZH : EN;
    const problems: ImportProblem[] = bad
      ? [6, 15, 24, 33].map((line) => ({ line, column: names[6] ?? "", code: "unknown-reason", value: zh ? "材料不齐" : "papers missing" }))
      : [];
    return {
      ...state,
      phase: bad && !trial ? "refused" : trial ? "tried" : "imported",
      bytes: SIZE,
      rows: ROWS,
      fresh: ROWS - 13_412,
      known: 80,
      repeated: 4,
      leftOut: bad ? 13_328 : 0,
      unused: [names[5] ?? ""],
      dispositions: [
        { disposition: "accepted", count: 95_000 },
        { disposition: "overridden", count: ROWS - 13_412 - 95_000 },
      ],
      earliest: "2026-10-01T00:12:00Z",
      latest: "2026-10-31T15:58:00Z",
      problemCount: bad ? 13_333 : 0,
      problems,
      import: trial || bad ? null : `i-${imports.length + 1}`,
    };
  }

  return {
    decision_import_read: () => importFile(zh, kept.at(-1) ?? null),
    decision_import_preview: ({ mapping }) => ({ rows: preview(zh, mapping) }),
    decision_import_start: (request) => {
      trial = request.trial;
      bad = preview(zh, request.plan.mapping).some((row) => row.problems.length > 0);
      const file = request.plan.path.split("/").at(-1) ?? "";
      state = { ...NOTHING, phase: "running", file, system: request.plan.system, content: request.plan.mapping.content, size: SIZE };
      return state;
    },
    decision_import_step: async () => {
      if (state.phase === "clearing") state = { ...state, phase: "undone" };
      if (state.phase !== "running") return state;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const bytes = Math.min(SIZE, state.bytes + SIZE / 25);
      state = { ...state, bytes, rows: Math.round((ROWS * bytes) / SIZE) };
      if (bytes < SIZE) return state;
      state = ended();
      if (state.import) {
        const system = systems.find((row) => row.system.id === state.system)?.system;
        const made = { id: state.import, system: system?.id ?? "", systemName: system?.facts.name ?? "", file: state.file, mapping: "", content: state.content, count: state.fresh, person: zh ? "审计岗" : "Audit desk", importedAt: "2026-11-24T06:05:00Z", undoneAt: null };
        imports = [made, ...imports];
      }
      return state;
    },
    decision_import_cancel: () => (state = { ...state, phase: "cancelled" }),
    decision_import_list: () => ({ imports }),
    decision_import_undo: ({ id }) => {
      const found = imports.find((row) => row.id === id);
      imports = imports.map((row) => (row.id === id ? { ...row, undoneAt: "2026-11-24T06:05:00Z" } : row));
      return (state = { ...NOTHING, phase: "clearing", file: found?.file ?? "" });
    },
    decision_import_problems_save: ({ path }) => ({ path, size: 61_240 }),
    mapping_list: () => ({ mappings: kept }),
    mapping_save: ({ mapping }) => {
      if (!mapping.name.trim()) throw new BackendError({ code: "mapping-name-empty", args: {} });
      kept = [...kept.filter((item) => item.name !== mapping.name), mapping];
      return { mappings: kept };
    },
    mapping_read: () => importFile(zh, null).mapping,
    mapping_write: ({ path }) => ({ path, size: 912 }),
  };
}
