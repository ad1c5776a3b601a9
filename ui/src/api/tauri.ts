// The only module that speaks to the shell.
import { invoke } from "@tauri-apps/api/core";
import { BackendError, type Backend } from "./backend";
import { isWireError } from "./errors";

export const tauri: Backend = {
  async call(name, request) {
    try {
      return await invoke(name, { request });
    } catch (reason) {
      throw new BackendError(
        isWireError(reason) ? reason : { code: "unexpected", args: { detail: String(reason) } },
      );
    }
  },
};
