// The assessment that is open on screen: read once, then kept current by what each save answers.
import { BackendError, call, type CommandName, type Request } from "../../api/backend";
import { errorText } from "../../api/errors";
import type { Saving } from "../../components/SaveState.svelte";
import { clock } from "../../l10n/format";
import type {
  AssessmentView,
  ClauseTask,
  Evidence,
  QuestionView,
  RiskRating,
  Measure,
  Saved,
} from "../../api/contract.gen";

let view = $state.raw<AssessmentView | null>(null);
let saving = $state.raw<Saving>({ kind: "idle" });
let problem = $state.raw<string | null>(null);

export const open = {
  get view(): AssessmentView | null {
    return view;
  },
  get save(): Saving {
    return saving;
  },
  /** Why the assessment could not be read. */
  get problem(): string | null {
    return problem;
  },
  get editable(): boolean {
    return view?.assessment.state === "draft";
  },
};

/** Reads an assessment, unless it is the one that is open. */
export async function read(id: string, anew = false): Promise<void> {
  if (!anew && view?.assessment.id === id) return;
  try {
    show(await call("assessment_get", { id }));
  } catch (reason) {
    problem = errorText(reason);
    view = null;
  }
}

/** Shows an assessment that a command has answered with. */
export function show(next: AssessmentView): void {
  if (view?.assessment.id !== next.assessment.id) saving = { kind: "idle" };
  view = next;
  problem = null;
}

/** Forgets the assessment, so that the next screen reads it anew. */
export function forget(): void {
  view = null;
  saving = { kind: "idle" };
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

/** Says that something on the screen is not on the disk yet. */
export function unsaved(): void {
  saving = { kind: "pending" };
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

/** Saves, says so, and reads the assessment anew. Returns whether it reached the disk. */
export async function save<N extends SavingCommand>(name: N, request: Request<N>): Promise<boolean> {
  return saveAs(name, request, (response) => response as Saved);
}

/** The same for evidence, whose answer carries the piece beside what is to be shown. */
export async function saveEvidence<N extends "evidence_add" | "evidence_change">(
  name: N,
  request: Request<N>,
): Promise<boolean> {
  return saveAs(name, request, (response) => (response as { saved: Saved }).saved);
}

async function saveAs<N extends CommandName>(
  name: N,
  request: Request<N>,
  savedOf: (response: unknown) => Saved,
): Promise<boolean> {
  const id = view?.assessment.id;
  if (!id) return false;
  unsaved();
  try {
    const saved = savedOf(await call(name, request));
    await read(id, true);
    saving = { kind: "saved", at: clock(saved.savedAt) };
    return true;
  } catch (reason) {
    saving = { kind: "failed", cause: errorText(reason) };
    // Somebody else's newer version is shown, so that the person sees what it would overwrite.
    if (reason instanceof BackendError && reason.code === "stale") await read(id, true);
    return false;
  }
}
