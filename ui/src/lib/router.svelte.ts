// The screen that is shown, kept in the address behind the `#`.
import { match, path, type Location, type Params, type RouteName } from "../routes";

const START: Location = { name: "start", params: {}, query: new URLSearchParams() };

let current = $state.raw<Location>(START);

export const router = {
  get location(): Location {
    return current;
  },
};

function read(): void {
  current = match(window.location.hash.slice(1) || "/") ?? START;
}

/** Begins to follow the address. */
export function follow(): () => void {
  read();
  window.addEventListener("hashchange", read);
  return () => window.removeEventListener("hashchange", read);
}

/** Goes to a screen; `replace` leaves no step to go back to. */
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
    window.location.hash = address;
  }
}
