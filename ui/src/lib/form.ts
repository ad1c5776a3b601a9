// What is wrong with a form, field by field, in the order in which the fields stand.
import { BackendError } from "../api/backend";
import { errorText, presentation } from "../api/errors";

export type Errors = Record<string, string>;

/** The same for the error summary, which links to the fields; a dialog's fields may have a prefix. */
export function summary(errors: Errors, prefix = ""): { text: string; target?: string }[] {
  return Object.entries(errors).map(([field, text]) =>
    field === "" ? { text } : { text, target: prefix + field },
  );
}

/** What the program refused, at its field where it has one. */
export function refused(reason: unknown): Errors {
  const focus = reason instanceof BackendError ? (presentation(reason.code).focus ?? named(reason)) : undefined;
  return { [focus ?? ""]: errorText(reason) };
}

/** The field that the error itself names, such as `ai_at`, as the forms call it. */
function named(error: BackendError): string | undefined {
  return error.args.field?.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
