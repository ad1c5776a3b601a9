// Evidence while it is described: a file that was picked or dropped, or a reference to something else.
import type { Evidence, EvidenceNew, Standing } from "../api/contract.gen";
import { t } from "../l10n/index.svelte";
import { pickFile } from "./pick";

/** A piece of evidence as it stands in the form; without an id it is added. */
export interface EvidenceDraft {
  id: string | null;
  path: string | null;
  locator: string;
  name: string;
  shows: string;
  dated: string;
  standing: Standing;
  keep: boolean;
}

/** A form for a file, or for a reference where there is none. */
export function freshDraft(path: string | null): EvidenceDraft {
  const name = path?.split(/[\\/]/).at(-1) ?? "";
  return { id: null, path, locator: "", name, shows: "", dated: "", standing: "attached", keep: true };
}

/** The form of a piece that stands already. */
export function draftOfPiece(piece: Evidence): EvidenceDraft {
  return {
    id: piece.id,
    path: null,
    locator: piece.source.kind === "reference" ? piece.source.locator : "",
    name: piece.name,
    shows: piece.shows,
    dated: piece.dated ?? "",
    standing: piece.standing,
    keep: true,
  };
}

/** What a form says of the piece, whether it is new or stands already. */
export function saidOf(draft: EvidenceDraft): Pick<EvidenceNew, "name" | "shows" | "dated" | "standing"> {
  return { name: draft.name, shows: draft.shows, dated: draft.dated || null, standing: draft.standing };
}

/** What a form asks to add. */
export function newPiece(draft: EvidenceDraft): EvidenceNew {
  return { ...saidOf(draft), path: draft.path, locator: draft.locator, keepContent: draft.keep };
}

/** Asks for a file; nothing where none was picked. */
export function pickEvidence(): Promise<string | null> {
  return pickFile("evidence", t("evidence-add"));
}
