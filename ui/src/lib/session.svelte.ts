// What every screen of an open workspace shares: who is here, the workspace, the catalogue.
import { call } from "../api/backend";
import type {
  AppStatus,
  Catalogue,
  CatalogueClause,
  CatalogueMeasure,
  CatalogueQuestion,
  CatalogueRisk,
  OpenWorkspace,
  Person,
  Preferences,
  Role,
} from "../api/contract.gen";
import { l10n } from "../l10n/index.svelte";
import { zone } from "../l10n/format";
import { forgetAll } from "./forget";
import { goTo } from "./router.svelte";
import { applyTheme } from "./theme";

let status = $state.raw<AppStatus | null>(null);
let open = $state.raw<OpenWorkspace | null>(null);
let catalogue = $state.raw<Catalogue | null>(null);
let persons = $state.raw<Person[]>([]);

export const session = {
  get status(): AppStatus | null {
    return status;
  },
  get open(): OpenWorkspace | null {
    return open;
  },
  get catalogue(): Catalogue | null {
    return catalogue;
  },
  /** Everybody of the workspace, in the order in which they were added. */
  get persons(): Person[] {
    return persons;
  },
};

/** Asks the program where it stands and shows its language and colours. */
export async function begin(): Promise<void> {
  status = await call("app_status", {});
  l10n.locale = status.locale;
  applyTheme(status.preferences.theme);
  if (status.open) await enter(status.open);
  else open = null;
}

/**
 * Takes a workspace that was just created or opened, and goes to a place in it. Both happen at once:
 * in between, the first screen would have led to the overview and kept that as the place to resume.
 */
export async function enter(opened: OpenWorkspace, place?: string): Promise<void> {
  zone.name = opened.workspace.settings.timeZone || undefined;
  const [read, list] = await Promise.all([
    catalogue ? Promise.resolve(catalogue) : call("framework_get", {}),
    call("person_list", {}),
  ]);
  catalogue = read;
  persons = list.persons;
  open = opened;
  if (place !== undefined) goTo(place, true);
}

/** Reads the catalogue where no workspace has been open yet; it belongs to the program. */
export async function readCatalogue(): Promise<void> {
  catalogue ??= await call("framework_get", {});
}

/** Takes changed settings of the open workspace. */
export function keepWorkspace(workspace: OpenWorkspace["workspace"]): void {
  if (open) open = { ...open, workspace };
  zone.name = workspace.settings.timeZone || undefined;
}

/** Reads the persons again, after one was added or changed. */
export async function readPersons(): Promise<void> {
  persons = (await call("person_list", {})).persons;
  const me = persons.find((person) => person.id === open?.person.id);
  if (open && me) open = { ...open, person: me };
}

/** Closes the workspace and forgets everything that was read from it. */
export async function lock(): Promise<void> {
  await call("workspace_lock", {});
  forgetAll();
  open = null;
  persons = [];
  zone.name = undefined;
  status = await call("app_status", {});
}

/** Shows and keeps what a person prefers on this computer; what is not named stays as it is. */
export async function keepPreferences(change: Partial<Preferences>): Promise<void> {
  if (!status) return;
  const preferences = { ...status.preferences, ...change };
  if (preferences.locale) l10n.locale = preferences.locale;
  applyTheme(preferences.theme);
  status = { ...status, preferences };
  await call("app_preferences_save", preferences);
}

/** Whether the person who is here has one of these roles. */
export function mayAs(...roles: Role[]): boolean {
  return roles.some((role) => open?.person.roles.includes(role));
}

/** Name of a person for a record; the id where the person is unknown. */
export function personName(id: string): string {
  return persons.find((person) => person.id === id)?.name ?? id;
}

export function question(id: string): CatalogueQuestion | undefined {
  for (const clause of catalogue?.clauses ?? []) {
    const found = clause.questions.find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}

export function clauseOf(questionId: string): CatalogueClause | undefined {
  return catalogue?.clauses.find((clause) => clause.questions.some((q) => q.id === questionId));
}

export function risk(id: string): CatalogueRisk | undefined {
  return catalogue?.risks.find((item) => item.id === id);
}

export function measure(id: string): CatalogueMeasure | undefined {
  return catalogue?.measures.find((item) => item.id === id);
}

/** The name of a grade as the catalogue gives it. */
export function gradeText(grade: number): { en: string; zh: string } {
  return catalogue?.levels[grade - 1] ?? { en: String(grade), zh: String(grade) };
}
