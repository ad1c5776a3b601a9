// The screen that is shown, kept in the address behind the `#`.
import { mayLeave, unsavedHere } from "./unsaved.svelte";
import { match, path, type Location, type Params, type RouteName } from "../routes";

const START: Location = { name: "start", params: {}, query: new URLSearchParams() };

let current = $state.raw<Location>(START);
/** The address of the screen that is shown, and one that a screen itself goes to once it has saved. */
let shown = "";
let ours: string | null = null;

export const router = {
  get location(): Location {
    return current;
  },
};

function read(): void {
  shown = window.location.hash;
  ours = null;
  current = match(window.location.hash.slice(1) || "/") ?? START;
}

/**
 * Follows a link or a step back, unless something typed would be lost: then the address is put back until
 * the person has answered.
 */
async function followed(): Promise<void> {
  const wanted = window.location.hash;
  if (wanted === ours || screen(wanted) === screen(shown) || !unsavedHere()) {
    read();
    return;
  }
  window.history.replaceState(null, "", shown);
  if (await mayLeave()) goTo(wanted.slice(1), true);
}

/** The address without what follows the `?`, which leaves the screen as it is. */
function screen(hash: string): string {
  return hash.split("?")[0] ?? "";
}

/** Begins to follow the address. */
export function follow(): () => void {
  read();
  const listen = (): void => void followed();
  window.addEventListener("hashchange", listen);
  return () => window.removeEventListener("hashchange", listen);
}

/** Goes to a screen without asking for what is typed; `replace` leaves no step to go back to. */
export function go(
  name: RouteName,
  params: Params = {},
  { query = {}, replace = false }: { query?: Params; replace?: boolean } = {},
): void {
  goTo(path(name, params, query), replace);
}

/** Goes to an address such as one kept for resuming. */
export function goTo(address: string, replace = false): void {
  if (replace) {
    window.history.replaceState(null, "", `#${address}`);
    read();
  } else if (window.location.hash === `#${address}`) {
    read();
  } else {
    ours = `#${address}`;
    window.location.hash = address;
  }
}
