// Assessments for the memory backend: built from the catalogue, changed by what the screens save.
import type {
  Act,
  Answer,
  AnswerValue,
  Assessment,
  AssessmentResult,
  AssessmentRow,
  AssessmentState,
  AssessmentStep,
  AssessmentView,
  AiSystem,
  Catalogue,
  CatalogueQuestion,
  ClauseTask,
  Evidence,
  EvidenceNew,
  EvidenceTarget,
  Measure,
  QuestionView,
  Remaining,
  RiskExplanation,
  RiskRating,
  Saved,
  Standing,
  SystemRow,
} from "./contract.gen";
import type { Handlers } from "./memory";

const SAVED_AT = "2026-11-24T06:05:00Z";
const DIGEST = "41d80b6e5c3f7a9022e16cd48f0b7395aa61d2c8e4f70b1395d8c6ea2047a917";
const ACT: Act = { by: "p-1", at: "2026-11-18T02:20:00Z" };
const EDGES = [400, 550, 700, 850];
const SHIFT = 50;

/** The state that an assessment is shown in; the options of the memory backend choose it. */
export type Shown = Extract<AssessmentState, "draft" | "in_review" | "approved" | "signed">;

const STEPS: Record<Shown, AssessmentStep[]> = {
  draft: ["submit"],
  in_review: ["return", "approve"],
  approved: ["return", "sign"],
  signed: ["supersede"],
};

const both = (zh: boolean, en: string, chinese: string): string => (zh ? chinese : en);

/** Answers in a fixed rhythm, so that every value is seen; the last clauses are still open. */
function valueOf(place: number, open: boolean): AnswerValue | null {
  if (open) return null;
  const rhythm: AnswerValue[] = ["met", "met", "partly", "met", "unknown", "met", "not_met", "met", "na"];
  return rhythm[place % rhythm.length] ?? "met";
}

function answerOf(zh: boolean, question: string, value: AnswerValue | null, evidence: string[]): Answer | null {
  if (value === null) return null;
  const reason = both(zh, "The system handles no such data.", "本系统不处理此类数据。");
  return {
    question,
    value,
    note: value === "partly" ? both(zh, "In place since September; the night shift follows in January.", "自9月起执行，夜班自1月起执行。") : "",
    naReason: value === "na" ? reason : "",
    evidence,
    saved: ACT,
    revision: 1,
  };
}

function pieces(zh: boolean): Evidence[] {
  return [
    {
      id: "e-1",
      name: both(zh, "Review screen, dispatch room.png", "审查界面截图（调度大厅）.png"),
      source: { kind: "file", sha256: DIGEST, size: 182_004, contentKept: true },
      shows: both(zh, "What the dispatcher sees before confirming", "调度员确认前所见界面"),
      dated: "2026-11-18",
      standing: "attached",
      added: ACT,
    },
    {
      id: "e-2",
      name: both(zh, "Review times, third quarter, audit office.xlsx", "第三季度审查用时统计（审计室）.xlsx"),
      source: { kind: "file", sha256: DIGEST.split("").reverse().join(""), size: 40_112, contentKept: false },
      shows: both(zh, "Median and spread of review times", "审查用时的中位数与分布"),
      dated: "2026-10-09",
      standing: "current_independent",
      added: ACT,
    },
    {
      id: "e-3",
      name: both(zh, "Minutes of the safety meeting", "安全例会纪要"),
      source: { kind: "reference", locator: both(zh, "Archive room 2, binder 14", "档案室2号柜，第14卷") },
      shows: "",
      dated: null,
      standing: "attached",
      added: ACT,
    },
  ];
}

function questionView(zh: boolean, entry: CatalogueQuestion, place: number, open: boolean): QuestionView {
  const critical = entry.critical && place % 2 === 0;
  const evidence = open ? [] : critical ? ["e-1", "e-2"] : place % 3 === 0 ? ["e-3"] : [];
  return {
    question: entry.id,
    inScope: true,
    due: true,
    inherited: entry.organisation && place % 2 === 1,
    answer: answerOf(zh, entry.id, valueOf(place, open), evidence),
    standing: critical && !open ? "current_independent" : evidence.length > 0 ? "attached" : "none",
    proposal: entry.derivedFrom === "inventory"
      ? { value: "partly", code: "inventory", args: { systems: "8", given: "14", of: "18" } }
      : null,
    previous: place % 4 === 0 ? "partly" : null,
  };
}

function questions(zh: boolean, catalogue: Catalogue, complete: boolean): QuestionView[] {
  return catalogue.clauses.flatMap((clause) =>
    clause.questions.map((entry, place) => {
      const open = !complete && (clause.id === "i" || (clause.id === "h" && place >= 4));
      return questionView(zh, entry, place, open);
    }),
  );
}

function measures(catalogue: Catalogue, complete: boolean): Measure[] {
  const levels = [3, 2, 4, 1, 3, 0];
  return catalogue.measures.map((entry, place) => ({
    control: entry.id,
    level: complete || place < 17 ? (levels[place % levels.length] ?? 3) : null,
    note: "",
    evidence: place % 4 === 0 ? ["e-2"] : [],
    saved: ACT,
    revision: 1,
  }));
}

function ratings(zh: boolean, catalogue: Catalogue, complete: boolean): RiskRating[] {
  const profile = catalogue.profiles[0];
  return catalogue.risks.map((entry, place) => {
    const proposed = profile?.ratings.find((item) => item.risk === entry.id);
    const reason = proposed ? proposed.reason[zh ? "zh" : "en"] : both(zh, "Seen twice a year.", "每年出现两次。");
    const applies = !proposed || proposed.likelihood !== null;
    return {
      risk: entry.id,
      likelihood: applies ? (proposed?.likelihood ?? 3) : null,
      impact: applies ? (proposed?.impact ?? 4) : null,
      notApplicable: applies ? null : { reason, agreed: null },
      reason,
      evidence: place % 6 === 0 ? ["e-1"] : [],
      asProposed: place % 5 !== 0,
      confirmed: complete || place < 9 ? ACT : null,
      revision: 1,
    };
  });
}

function clauseTasks(catalogue: Catalogue, views: readonly QuestionView[]): ClauseTask[] {
  return catalogue.clauses.map((clause, place) => {
    const own = views.filter((view) => view.inScope && clause.questions.some((entry) => entry.id === view.question));
    const answered = own.filter((view) => view.answer?.value).length;
    const level = answered === 0 ? null : [3, 2, 1, 3, 2][place % 5] ?? 2;
    return {
      clause: clause.id,
      status: answered === 0 ? "not_started" : answered < own.length ? "in_progress" : "completed",
      answered,
      inScope: own.length,
      level,
      standing: place % 2 === 0 ? "attached" : "none",
      countedLevel: level === null ? null : Math.min(level, 2),
    };
  });
}

function remaining(view: AssessmentView): Remaining[] {
  const questions = view.questions.filter((item) => item.inScope && !item.answer?.value).length;
  const measures = view.measures.filter((item) => item.level === null).length;
  const ratings = view.ratings.filter((item) => !item.confirmed).length;
  const all: Remaining[] = [
    { kind: "questions", count: questions },
    { kind: "measures", count: measures },
    { kind: "ratings", count: ratings },
    { kind: "evidence", count: questions > 0 ? 2 : 0 },
  ];
  return all.filter((item) => item.count > 0);
}

/** Counts anew what follows from the answers. */
function recount(catalogue: Catalogue, view: AssessmentView): AssessmentView {
  const inScope = view.questions.filter((item) => item.inScope);
  const answered = inScope.filter((item) => item.answer?.value).length;
  return {
    ...view,
    clauses: clauseTasks(catalogue, view.questions),
    remaining: remaining(view),
    summary: { ...view.summary, answered, inScope: inScope.length },
  };
}

function head(zh: boolean, row: AssessmentRow, catalogue: Catalogue, state: Shown): Assessment {
  const reason = both(zh, "As the register says.", "以台账所载为准。");
  return {
    id: row.id,
    system: row.system,
    period: row.period,
    phase: "in_use",
    depth: row.depth,
    profile: catalogue.profiles[0]?.id ?? null,
    context: {
      scenario: { value: 4, reason },
      autonomy: { value: 3, reason },
      scale: { value: 3, reason },
    },
    state,
    begun: ACT,
    submitted: state === "draft" ? null : ACT,
    approved: state === "approved" || state === "signed" ? ACT : null,
    signers: [
      { role: "assessor", person: "p-1" },
      { role: "approver", person: "p-2" },
    ],
    revision: 1,
  };
}

function assessmentView(zh: boolean, catalogue: Catalogue, system: AiSystem, row: AssessmentRow, state: Shown): AssessmentView {
  const complete = state !== "draft";
  return recount(catalogue, {
    assessment: head(zh, row, catalogue, state),
    system,
    clauses: [],
    questions: questions(zh, catalogue, complete),
    measures: measures(catalogue, complete),
    ratings: ratings(zh, catalogue, complete),
    evidence: pieces(zh),
    dissents: complete
      ? [{ id: "d-1", assessment: row.id, proposedGrade: 3, reason: both(zh, "The night shift has had no mistake in two years.", "夜班两年来未出现差错。"), recorded: ACT }]
      : [],
    actions: [],
    remaining: [],
    summary: row.summary,
    steps: STEPS[state],
  });
}

function levelOf(index: number): number {
  return 1 + EDGES.filter((edge) => index >= edge).length;
}

function riskExplanation(rating: RiskRating, catalogue: Catalogue, place: number): RiskExplanation {
  const likelihood = rating.likelihood ?? 1;
  const impact = rating.impact ?? 1;
  const inherent = 100 * (likelihood + impact);
  const linked = catalogue.risks.find((entry) => entry.id === rating.risk)?.countermeasures ?? [];
  const credits = linked.map((control, at) => ({
    control,
    link: at === 0 ? ("primary" as const) : ("supporting" as const),
    source: at === 0 ? ("official" as const) : ("ours" as const),
    answer: 3,
    standing: (["attached", "none", "current_independent"] as const)[at % 3] ?? ("none" as const),
    effective: 2,
    credit: 60,
    adjusted: 60,
    counted: at === 0 ? 60 : 12,
  }));
  const reduction = credits.reduce((sum, credit) => sum + credit.counted, place % 3);
  const shifted = inherent - reduction + SHIFT;
  const level = levelOf(shifted);
  return {
    risk: rating.risk,
    likelihood: rating.likelihood,
    impact: rating.impact,
    countedLikelihood: likelihood,
    countedImpact: impact,
    standing: "attached",
    inherent,
    inherentLevel: levelOf(inherent + SHIFT),
    credits,
    reduction,
    residual: inherent - reduction,
    shifted,
    level,
    impactFloor: false,
    marginAbove: level < 5 ? (EDGES[level - 1] ?? 0) - shifted : null,
    marginBelow: level > 1 ? shifted - (EDGES[level - 2] ?? 0) : null,
  };
}

function result(view: AssessmentView, catalogue: Catalogue, row: AssessmentRow): AssessmentResult {
  const rated = view.ratings.filter((rating) => !rating.notApplicable);
  const risks = rated.map((rating, place) => riskExplanation(rating, catalogue, place));
  const worst = [...risks].sort((a, b) => b.shifted - a.shifted)[0];
  const redLines = catalogue.clauses.flatMap((clause) => clause.questions.filter((entry) => entry.redLine));
  const questionOf = (id: string) => view.questions.find((item) => item.question === id);
  return {
    row: { ...row, state: view.assessment.state, summary: view.summary },
    outcome: {
      method: "kag 1.1.0",
      T: view.summary.tier,
      grade: view.summary.grade,
      parts: { worst_risk: 3, accumulation: view.summary.grade, context_floor: 2, gates: 1 },
      gates: [],
      index: worst?.shifted ?? 0,
      worst: worst?.risk ?? null,
      interval: view.summary.interval,
      confidence: view.summary.confidence,
      confidence_band: "medium",
      effective: {},
      risks: {},
      sensitivity: {
        better: [["3.1.1e.L-1", 3]],
        worse: [
          ["3.1.2d.I+1", 5],
          ["6.3h-1", 5],
        ],
        helps: ["6.3h", "6.3i", "4.1.1a"].map((control, place) => ({
          control,
          from: 2,
          to: 4 - (place % 2),
          evidence: "current_independent" as const,
          grade: 4,
          worst: [48, 14, 12][place] ?? 0,
          drops: [2, 0, 1][place] ?? 0,
          total: 60,
        })),
      },
      plan: {
        target: Math.max(1, view.summary.grade - 1),
        reachable: true,
        clear: [],
        steps: ["6.3c", "6.3e"].map((control) => ({ control, from: 3, to: 4, evidence: "current_independent" as const })),
      },
    },
    explanation: {
      tier: { scenario: 4, autonomy: 3, scale: 3, tier: view.summary.tier, shift: SHIFT, floor: 2 },
      deciding: ["accumulation"],
      worstRisks: worst ? [worst.risk] : [],
      gates: [],
      accumulation: [2, 3, 4].map((level) => ({
        level,
        count: risks.filter((risk) => risk.level >= level).length,
        needed: 8,
        grade: level + 1,
        reached: level === 3,
      })),
      risks,
      capped: [{ control: "6.3e", answer: 3, standing: "none", effective: 2 }],
      open: { context: [], risks: [], unevidencedRisks: [], unconfirmed: [], controls: [], unevidencedControls: [], redLines: [] },
    },
    clauses: view.clauses.map((task, place) => ({
      clause: task.clause,
      task,
      explanation: {
        level: task.level,
        standing: task.standing,
        effective: task.countedLevel ?? 0,
        inScope: task.inScope,
        applicable: task.inScope,
        points: task.answered,
        maximum: task.inScope * 2,
        critical: 3,
        zero: 0,
        partly: 1,
        tolerance: 1,
        standingFrom: task.inScope,
        standingPlace: 1,
        line: "implemented",
        limits: [],
        raise: [],
        raiseTogether: [],
      },
      raise: catalogue.clauses[place]?.questions.slice(1, 1 + (place % 3)).map((entry) => entry.id) ?? [],
    })),
    redLines: Object.fromEntries(
      redLines.map((entry) => {
        const value = questionOf(entry.id)?.answer?.value;
        return [entry.id, value ? value === "not_met" : null];
      }),
    ),
    dissents: view.dissents,
    earlier: null,
  };
}

function attached<T extends { evidence: string[] }>(item: T, id: string): T {
  return { ...item, evidence: [...item.evidence, id] };
}

/** The view with a piece of evidence attached to its target. */
function attach(view: AssessmentView, target: EvidenceTarget, piece: Evidence): AssessmentView {
  const next = { ...view, evidence: [...view.evidence, piece] };
  if (target.kind === "measure") {
    next.measures = view.measures.map((item) => (item.control === target.id ? attached(item, piece.id) : item));
  } else if (target.kind === "risk") {
    next.ratings = view.ratings.map((item) => (item.risk === target.id ? attached(item, piece.id) : item));
  } else {
    next.questions = view.questions.map((item) => {
      if (item.question !== target.id) return item;
      const answer = item.answer ?? { question: target.id, value: null, note: "", naReason: "", evidence: [], saved: ACT, revision: 0 };
      return { ...item, answer: attached(answer, piece.id), standing: piece.standing as Standing };
    });
  }
  return next;
}

/** The view without a piece of evidence of a question. */
function detach(view: AssessmentView, target: EvidenceTarget, id: string): AssessmentView {
  const questions = view.questions.map((item) =>
    item.question === target.id && item.answer
      ? { ...item, answer: { ...item.answer, evidence: item.answer.evidence.filter((piece) => piece !== id) } }
      : item,
  );
  return { ...view, questions };
}

/** Answers to the commands of the assessment screens. */
export function assessmentHandlers(zh: boolean, rows: readonly SystemRow[], catalogue: Catalogue, state: Shown): Handlers {
  const views = new Map<string, AssessmentView>();
  const made = new Map<string, AssessmentRow>();

  function rowOf(id: string): { system: SystemRow; row: AssessmentRow } {
    for (const system of rows) {
      const row = system.last?.id === id ? system.last : made.get(id);
      if (row && row.system === system.system.id) return { system, row };
    }
    throw new Error(`no assessment ${id}`);
  }

  function viewOf(id: string): AssessmentView {
    const { system, row } = rowOf(id);
    const shown: Shown = row.state === "signed" ? "signed" : state;
    const view = views.get(id) ?? assessmentView(zh, catalogue, system.system, row, shown);
    views.set(id, view);
    return view;
  }

  function keep(id: string, change: (view: AssessmentView) => AssessmentView): Saved {
    const view = recount(catalogue, change(viewOf(id)));
    views.set(id, view);
    return { savedAt: SAVED_AT, revision: 2, clauses: view.clauses, remaining: view.remaining, summary: view.summary };
  }

  function moveTo(id: string, next: Shown, changes: Partial<Assessment> = {}): AssessmentView {
    keep(id, (view) => ({ ...view, assessment: { ...view.assessment, ...changes, state: next }, steps: STEPS[next] }));
    return viewOf(id);
  }

  return {
    assessment_list: ({ system }) => ({
      assessments: rows.flatMap((row) => (row.last && (!system || row.system.id === system) ? [row.last] : [])),
    }),
    assessment_propose: () => ({
      tier: 4,
      depth: "full",
      profiles: catalogue.profiles.map((profile) => profile.id),
      period: { from: "2026-10-01", to: "2026-12-31" },
    }),
    assessment_start: ({ system, period, depth }) => {
      const first = rows.find((row) => row.last)?.last as AssessmentRow;
      const id = `as-new-${made.size + 1}`;
      made.set(id, { ...first, id, system, period, depth, state: "draft" });
      return viewOf(id);
    },
    assessment_get: ({ id }) => viewOf(id),
    assessment_result: ({ id }) => result(viewOf(id), catalogue, rowOf(id).row),
    assessment_submit: ({ id, signers }) => moveTo(id, "in_review", { signers, submitted: ACT }),
    assessment_return: ({ id }) => moveTo(id, "draft", { submitted: null, approved: null }),
    assessment_approve: ({ id }) => moveTo(id, "approved", { approved: ACT }),
    context_save: ({ assessment, context, depth }) =>
      keep(assessment, (view) => ({ ...view, assessment: { ...view.assessment, context, depth } })),
    answer_save: ({ assessment, question, value, note, naReason }) =>
      keep(assessment, (view) => ({
        ...view,
        questions: view.questions.map((item) =>
          item.question === question
            ? { ...item, answer: { question, value, note, naReason, evidence: item.answer?.evidence ?? [], saved: ACT, revision: (item.answer?.revision ?? 0) + 1 } }
            : item,
        ),
      })),
    answer_effect: () => ({
      clauseLevel: 2,
      grade: 4,
      outcomes: [
        { value: "met", clauseLevel: 3, grade: 4 },
        { value: "partly", clauseLevel: 2, grade: 4 },
        { value: "not_met", clauseLevel: 1, grade: 5 },
      ],
    }),
    measure_save: ({ assessment, control, level, note }) =>
      keep(assessment, (view) => ({
        ...view,
        measures: view.measures.map((item) => (item.control === control ? { ...item, level, note, revision: item.revision + 1 } : item)),
      })),
    rating_save: ({ assessment, risk, likelihood, impact, notApplicable, reason }) =>
      keep(assessment, (view) => ({
        ...view,
        ratings: view.ratings.map((item) =>
          item.risk === risk
            ? { ...item, likelihood, impact, reason, notApplicable: notApplicable ? { reason, agreed: null } : null, asProposed: false, confirmed: ACT, revision: item.revision + 1 }
            : item,
        ),
      })),
    rating_confirm: ({ assessment, risks }) =>
      keep(assessment, (view) => ({
        ...view,
        ratings: view.ratings.map((item) => (risks.includes(item.risk) ? { ...item, confirmed: ACT } : item)),
      })),
    rating_agree: ({ assessment, risk }) =>
      keep(assessment, (view) => ({
        ...view,
        ratings: view.ratings.map((item) =>
          item.risk === risk && item.notApplicable ? { ...item, notApplicable: { ...item.notApplicable, agreed: ACT } } : item,
        ),
      })),
    dissent_add: ({ assessment, proposedGrade, reason }) =>
      keep(assessment, (view) => ({
        ...view,
        dissents: [...view.dissents, { id: `d-${view.dissents.length + 1}`, assessment, proposedGrade, reason, recorded: ACT }],
      })),
    evidence_add: ({ assessment, target, piece }) => {
      const added = pieceOf(piece, `e-${viewOf(assessment).evidence.length + 1}`);
      return { evidence: added, saved: keep(assessment, (view) => attach(view, target, added)) };
    },
    evidence_detach: ({ assessment, target, id }) => keep(assessment, (view) => detach(view, target, id)),
  };
}

/** A new piece as it is kept. */
export function pieceOf({ path, locator, keepContent, ...said }: EvidenceNew, id: string): Evidence {
  const source: Evidence["source"] =
    path === null ? { kind: "reference", locator } : { kind: "file", sha256: DIGEST, size: 40_112, contentKept: keepContent };
  return { id, ...said, source, added: ACT };
}
