// The assessment that is open on screen: read once, then kept current by what each save answers.
import { BackendError, call, type CommandName, type Request } from "../../api/backend";
import { errorText } from "../../api/errors";
import { clock } from "../../l10n/format";
import { onLock } from "../../lib/forget";
import type {
  AssessmentView,
  ClauseTask,
  Evidence,
  QuestionView,
  ReportRow,
  RiskRating,
  Measure,
  Saved,
} from "../../api/contract.gen";

let view = $state.raw<AssessmentView | null>(null);
let working = $state(0);
let savedAt = $state.raw<string | null>(null);
let refused = $state.raw<string | null>(null);
let problem = $state.raw<string | null>(null);
/** How often the workspace was locked: what was asked for before is no longer shown. */
let locks = 0;

export const open = {
  get view(): AssessmentView | null {
    return view;
  },
  /** Whether something is being saved. */
  get working(): boolean {
    return working > 0;
  },
  /** When something reached the disk last, as a clock shows it. */
  get savedAt(): string | null {
    return savedAt;
  },
  /** Why the last step did not reach the disk; what was typed is kept with its draft. */
  get refused(): string | null {
    return refused;
  },
  /** Why the assessment could not be read. */
  get problem(): string | null {
    return problem;
  },
  get editable(): boolean {
    return view?.assessment.state === "draft";
  },
};

/**
 * Runs one after the other what reads and saves: of two that run at once, the one that was asked for
 * first could answer last, and a revision that was overtaken would be sent.
 */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = last.then(run);
  last = done.catch(() => undefined);
  return done;
}

/** Reads an assessment anew; what was read of it before is shown meanwhile. */
export function read(id: string): Promise<void> {
  return inTurn(() => readNow(id));
}

async function readNow(id: string): Promise<void> {
  const begun = locks;
  try {
    const next = await call("assessment_get", { id });
    if (begun === locks) show(next);
  } catch (reason) {
    if (begun !== locks) return;
    problem = errorText(reason);
    view = null;
  }
}

/** Shows an assessment that a command has answered with. */
export function show(next: AssessmentView): void {
  if (view?.assessment.id !== next.assessment.id) forgetSaves();
  view = next;
  problem = null;
}

onLock(() => {
  locks += 1;
  view = null;
  problem = null;
  forgetSaves();
});

function forgetSaves(): void {
  savedAt = null;
  refused = null;
}

export function clauseTask(clause: string): ClauseTask | undefined {
  return view?.clauses.find((task) => task.clause === clause);
}

export function questionView(id: string): QuestionView | undefined {
  return view?.questions.find((question) => question.question === id);
}

export function measureOf(control: string): Measure | undefined {
  return view?.measures.find((measure) => measure.control === control);
}

export function ratingOf(risk: string): RiskRating | undefined {
  return view?.ratings.find((rating) => rating.risk === risk);
}

export function evidenceOf(ids: readonly string[]): Evidence[] {
  return ids.flatMap((id) => view?.evidence.find((piece) => piece.id === id) ?? []);
}

/** The report of the open assessment that stands, signed or not; one of before it was given back is superseded. */
export function standingReport(id: () => string): { readonly row: ReportRow | null } {
  let row = $state.raw<ReportRow | null>(null);
  const approved = $derived(view?.assessment.id === id() && view.assessment.approved !== null);
  $effect(() => {
    row = null;
    if (!approved) return;
    // Without the list there is still the button that makes one.
    call("report_list", { subject: { kind: "assessment", id: id() } }).then(
      ({ reports }) => (row = reports.find(({ report }) => report.state !== "superseded") ?? null),
      () => undefined,
    );
  });
  return {
    get row() {
      return row;
    },
  };
}

/** The commands that answer with what the screen must show anew. */
type SavingCommand =
  | "context_save"
  | "answer_save"
  | "measure_save"
  | "rating_save"
  | "rating_confirm"
  | "rating_agree"
  | "dissent_add"
  | "evidence_detach";

/** Takes a step, says so, and reads the assessment anew. Answers why it did not reach the disk. */
export async function save<N extends SavingCommand>(name: N, request: Request<N>): Promise<string | null> {
  refused = await send(name, request.assessment, () => request);
  return refused;
}

/** The same for evidence, whose answer carries the piece beside what is to be shown. */
export async function saveEvidence<N extends "evidence_add" | "evidence_change">(
  name: N,
  request: Request<N>,
): Promise<string | null> {
  refused = await sendAs(name, request.assessment, () => request, (response) => (response as { saved: Saved }).saved);
  return refused;
}

/**
 * Saves what a draft holds; `request` is asked for when its turn has come, with the assessment as it
 * stands by then. Answers why it did not reach the disk.
 */
export function send<N extends SavingCommand>(
  name: N,
  assessment: string,
  request: (standing: AssessmentView) => Request<N>,
): Promise<string | null> {
  return sendAs(name, assessment, request, (response) => response as Saved);
}

async function sendAs<N extends CommandName>(
  name: N,
  id: string,
  request: (standing: AssessmentView) => Request<N>,
  savedOf: (response: unknown) => Saved,
): Promise<string | null> {
  working += 1;
  try {
    return await inTurn(async () => {
      try {
        const standing = view?.assessment.id === id ? view : await call("assessment_get", { id });
        const saved = savedOf(await call(name, request(standing)));
        if (view?.assessment.id !== id) return null;
        await readNow(id);
        savedAt = clock(saved.savedAt);
        refused = null;
        return null;
      } catch (reason) {
        // Somebody else's newer version is shown, so that the person sees what it would overwrite.
        if (reason instanceof BackendError && reason.code === "stale" && view?.assessment.id === id) await readNow(id);
        return errorText(reason);
      }
    });
  } finally {
    working -= 1;
  }
}
