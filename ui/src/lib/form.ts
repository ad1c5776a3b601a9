// What is wrong with a form, field by field, in the order in which the fields stand.
import { BackendError } from "../api/backend";
import { errorText, presentation } from "../api/errors";

export type Errors = Record<string, string>;

/** The same for the error summary, which links to the fields. */
export function summary(errors: Errors): { text: string; target?: string }[] {
  return Object.entries(errors).map(([field, text]) =>
    field === "" ? { text } : { text, target: field },
  );
}

/** What the program refused, at its field where it has one. */
export function refused(reason: unknown): Errors {
  const focus = reason instanceof BackendError ? presentation(reason.code).focus : undefined;
  return { [focus ?? ""]: errorText(reason) };
}
