// Asking the person for a file.
import { call } from "../api/backend";
import type { FilePick } from "../api/contract.gen";
import { errorText } from "../api/errors";
import { failed } from "./status.svelte";

/** Asks for a file; nothing where none was picked, or where none can be asked for, which is said. */
export async function pickFile(purpose: FilePick["purpose"], title: string, suggested = ""): Promise<string | null> {
  try {
    return (await call("file_pick", { purpose, title, suggested })).path;
  } catch (reason) {
    failed(errorText(reason));
    return null;
  }
}
