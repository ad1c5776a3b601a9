// What the window asks of the program. One implementation speaks to the shell, one holds fixtures.
import type { Commands, WireError } from "./contract.gen";

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]["request"];
export type Response<N extends CommandName> = Commands[N]["response"];

export interface Backend {
  /** Sends one command; rejects with a `BackendError`. */
  call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>>;
}

/** What went wrong, as a code and arguments; the sentence is the Fluent message `err-<code>`. */
export class BackendError extends Error {
  readonly code: string;
  readonly args: Record<string, string>;

  constructor(wire: WireError) {
    super(wire.code);
    this.name = "BackendError";
    this.code = wire.code;
    this.args = wire.args;
  }
}

let backend: Backend | null = null;

/** Chooses the backend, once, before anything is shown. */
export function connect(chosen: Backend): void {
  backend = chosen;
}

/** Sends one command to the chosen backend. */
export function call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>> {
  if (!backend) throw new Error("no backend is connected");
  return backend.call(name, request);
}
