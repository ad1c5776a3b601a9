// The fields that a file can fill, in the order of the wizard, and what each can hold.
import type { Content, Field, Mapping, Source } from "../../api/contract.gen";
import { has, t } from "../../l10n/index.svelte";

const DECISION_FIRST: readonly Field[] = [
  "decidedAt",
  "caseKey",
  "aiOutput",
  "humanFinal",
  "disposition",
  "reasonCode",
  "reasonText",
  "modelVersion",
  "decisionPoint",
  "reviewer",
];
const DECISION_MORE: readonly Field[] = [
  "category",
  "promptVersion",
  "aiConfidence",
  "aiAt",
  "latencyMs",
  "humanInitial",
  "harmIfFollowed",
  "harmIfWrong",
  "reversible",
  "outcome",
  "outcomeAt",
  "outcomeSource",
  "seeded",
  "system",
];
const VOLUME_FIRST: readonly Field[] = [
  "period",
  "issued",
  "accepted",
  "modified",
  "overridden",
  "automatic",
  "notReviewed",
  "exposure",
];
const VOLUME_MORE: readonly Field[] = ["decisionPoint", "modelVersion", "system"];
/** Fields whose words a person may have to translate into ours. */
const VALUED: readonly Field[] = ["disposition", "reasonCode", "aiOutput", "humanFinal", "humanInitial", "outcome", "reversible", "seeded"];
/** What a total or the exposure by month can be. */
export const WIDE_FIELDS: readonly Field[] = ["exposure", "issued", "accepted", "modified", "overridden", "automatic", "notReviewed"];
export const ENCODINGS = ["utf-8", "gb18030", "windows-1252", "utf-16le", "utf-16be", "big5", "shift_jis"] as const;
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The fields that most files have, and the others. */
export function fieldsOf(content: Content): { first: readonly Field[]; more: readonly Field[] } {
  return content === "volumes"
    ? { first: VOLUME_FIRST, more: VOLUME_MORE }
    : { first: DECISION_FIRST, more: DECISION_MORE };
}

export function isValued(field: Field): boolean {
  return VALUED.includes(field);
}

export function fieldName(field: Field): string {
  const id = `decision-field-${field}`;
  return has(id) ? t(id) : t(`volume-${field}`);
}

export function emptySource(): Source {
  return { encoding: "", delimiter: "", sheet: "" };
}

/** The mapping for other content: what belongs to both stays, the rest is begun anew. */
export function withContent(mapping: Mapping, content: Content): Mapping {
  const known = fieldsOf(content);
  const fields = [...known.first, ...known.more];
  const kept = <V>(of: { [key in Field]?: V }): { [key in Field]?: V } =>
    Object.fromEntries(Object.entries(of).filter(([field]) => (fields as readonly string[]).includes(field)));
  return {
    ...mapping,
    content,
    columns: kept(mapping.columns),
    constants: kept(mapping.constants),
    values: kept(mapping.values),
    wide: content === "volumes" ? mapping.wide : null,
    exposure: content === "volumes" ? mapping.exposure : null,
  };
}

/** What is wrong with a value of a row, in words. */
export function problemText(code: string, value: string): string {
  const id = `import-row-${code}`;
  return has(id) ? t(id, { value }) : value;
}
