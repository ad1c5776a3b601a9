// The grey numbers in the rail, kept by the screens that know them.
import type { RailPlace } from "../routes";
import { onLock } from "./forget";

export const counts = $state<Partial<Record<RailPlace, number>>>({});

onLock(() => {
  for (const place of Object.keys(counts) as RailPlace[]) delete counts[place];
});
