// The grey numbers in the rail, kept by the screens that know them.
import type { RailPlace } from "../routes";

export const counts = $state<Partial<Record<RailPlace, number>>>({});
