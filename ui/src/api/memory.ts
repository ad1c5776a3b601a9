// A backend that holds everything in memory, for tests and for drawing screens without the program.
// Screens are shown with what it answers; nothing of it reaches a build.
import { BackendError, type Backend, type CommandName, type Request, type Response } from "./backend";
import { assessmentHandlers, type Shown } from "./assessmentFixtures";
import { auditHandlers } from "./auditFixtures";
import { decisionHandlers } from "./decisionFixtures";
import { dueClocks, incidentHandlers } from "./incidentFixtures";
import { importHandlers } from "./importFixtures";
import { privacyHandlers } from "./privacyFixtures";
import { findingHandlers } from "./findingFixtures";
import { reviewHandlers } from "./reviewFixtures";
import { fallbackHandlers } from "./fallbackFixtures";
import * as fixtures from "./fixtures";
import type { ActionRow, Anchor, AppStatus, Locale, OpenWorkspace, Preferences, SystemRow, Workspace } from "./contract.gen";

export type Handlers = {
  [N in CommandName]?: (request: Request<N>) => Response<N> | Promise<Response<N>>;
};

/** A backend of the given answers; a command without one fails as the program would. */
export function answering(handlers: Handlers): Backend {
  return {
    async call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>> {
      const handler = handlers[name];
      if (!handler) throw new BackendError({ code: "unexpected", args: { detail: name } });
      return await handler(request);
    },
  };
}

/**
 * The fixtures behind `?memory`: `&closed` begins without a workspace, `&zh`, `&dark`, `&many`, `&empty`;
 * `&few` and `&huge` have a short and a very long log of decisions, `&refusals` one of refusals only;
 * `&in_review`, `&approved` and `&signed` show the running assessment in that state.
 */
export function memory(options: URLSearchParams): Backend {
  let open: OpenWorkspace | null = options.has("closed") ? null : fixtures.opened(options.has("zh"));
  let preferences: Preferences = {
    locale: options.has("zh") ? "zh-CN" : "en",
    theme: options.has("dark") ? "dark" : "light",
    reminders: true,
  };
  let systems: SystemRow[] = fixtures.systems(options.has("zh"), options.has("many") ? 500 : 0);
  let actions: ActionRow[] = fixtures.actions(options.has("zh"), systems);
  let anchors: Anchor[] = [];
  let persons = fixtures.persons(options.has("zh"));
  if (options.has("empty")) {
    systems = [];
    actions = [];
  }

  const shown: Shown = (["in_review", "approved", "signed"] as const).find((state) => options.has(state)) ?? "draft";

  const logged = options.has("empty") ? 0 : options.has("huge") ? 5_000_000 : options.has("few") ? 14 : 420;

  const kind = options.has("empty") ? "none" : options.has("few") ? "few" : options.has("refusals") ? "refusals" : "full";

  function status(): AppStatus {
    const locale: Locale = preferences.locale ?? "en";
    return {
      version: "1.0.0",
      locale,
      preferences,
      recent: options.has("first") ? [] : fixtures.recent(),
      folder: "/home/user/Assay",
      open,
    };
  }

  function fail(code: string, args: Record<string, string> = {}): never {
    throw new BackendError({ code, args });
  }

  function withLogo(logo: string | null): Workspace {
    if (!open) fail("workspace-closed");
    open = { ...open, workspace: { ...open.workspace, logo } };
    return open.workspace;
  }

  return answering({
    ...assessmentHandlers(options.has("zh"), systems, fixtures.catalogue(), shown),
    ...decisionHandlers(options.has("zh"), systems, logged, kind),
    ...auditHandlers(options.has("zh"), systems),
    ...reviewHandlers(options.has("zh"), systems),
    ...incidentHandlers(options.has("zh"), systems),
    ...findingHandlers(options.has("zh"), systems, actions),
    ...importHandlers(options.has("zh"), systems),
    ...fallbackHandlers(options.has("zh"), systems),
    app_status: status,
    app_preferences_save: (next) => {
      preferences = next;
      return {};
    },
    notification_show: () => ({}),
    reminder_take: () => ({ overdueReports: 0, runningReports: 0, checks: 0 }),
    file_pick: ({ purpose }) => ({ path: fixtures.pickedPath(purpose) }),
    file_drop_next: () => new Promise(() => undefined),
    workspace_create: ({ path, settings }) => {
      const made = fixtures.opened(false);
      open = { ...made, path, workspace: { ...made.workspace, settings } };
      return open;
    },
    workspace_create_sample: ({ locale }) => {
      const made = fixtures.opened(locale === "zh-CN");
      open = { ...made, workspace: { ...made.workspace, sample: true } };
      return open;
    },
    workspace_open: ({ passphrase }) => {
      if (passphrase === "wrong") fail("passphrase-wrong");
      open = fixtures.opened(options.has("zh"));
      return open;
    },
    workspace_lock: () => {
      open = null;
      return {};
    },
    workspace_overview: () => ({ ...fixtures.overview(systems, actions), clocks: dueClocks(options.has("zh"), systems) }),
    workspace_settings_save: (settings) => {
      if (!open) fail("workspace-closed");
      open = { ...open, workspace: { ...open.workspace, settings } };
      return open.workspace;
    },
    logo_set: () => withLogo(fixtures.LOGO),
    logo_remove: () => withLogo(null),
    ...privacyHandlers(systems),
    workspace_check: () => fixtures.check(),
    resume_save: () => ({}),
    person_list: () => ({ persons }),
    person_add: ({ name, title, roles }) => {
      const person = { id: `p-${persons.length + 1}`, name, title, roles, addedAt: fixtures.NOW };
      persons = [...persons, person];
      return person;
    },
    person_change: (change) => {
      persons = persons.map((person) => (person.id === change.id ? { ...person, ...change } : person));
      return persons.find((person) => person.id === change.id) ?? fail("unexpected", { detail: change.id });
    },
    person_passphrase_change: ({ current }) => (current === "wrong" ? fail("passphrase-wrong") : {}),
    framework_get: () => fixtures.catalogue(),
    system_list: () => ({ systems }),
    system_get: ({ id }) => {
      const row = systems.find((item) => item.system.id === id) ?? fail("unexpected", { detail: id });
      return { system: row.system, assessments: row.last ? [row.last] : [] };
    },
    system_save: ({ id, facts }) => {
      const before = systems.find((row) => row.system.id === id);
      const system = {
        id: id ?? `s-${systems.length + 1}`,
        facts,
        revision: (before?.system.revision ?? 0) + 1,
        addedAt: fixtures.NOW,
        changedAt: fixtures.NOW,
      };
      const row: SystemRow = before
        ? { ...before, system }
        : { system, last: null, gradeBefore: null, openActions: 0, lacksSigned: false };
      systems = before ? systems.map((item) => (item === before ? row : item)) : [...systems, row];
      return system;
    },
    system_import_read: () => fixtures.importTable(options.has("zh")),
    system_import_check: ({ mapping }) => fixtures.importCheck(systems, mapping),
    system_import_commit: () => ({ added: 36, known: 2 }),
    system_export: ({ path }) => ({ path, size: 18_442 }),
    action_list: ({ system }) => ({
      actions: actions.filter((row) => !system || row.action.facts.system === system),
    }),
    action_save: ({ id, facts }) => {
      const before = actions.find((row) => row.action.id === id);
      const action = {
        id: id ?? `a-${actions.length + 1}`,
        facts,
        revision: (before?.action.revision ?? 0) + 1,
        addedAt: fixtures.NOW,
        changedAt: fixtures.NOW,
      };
      const systemName = systems.find((row) => row.system.id === facts.system)?.system.facts.name ?? "";
      const row: ActionRow = { action, systemName, overdue: false };
      actions = before ? actions.map((item) => (item === before ? row : item)) : [...actions, row];
      return action;
    },
    figure_save: ({ path }) => ({ path, size: 24_110 }),
    figure_table_save: ({ path }) => ({ path, size: 6_204 }),
    report_list: ({ subject }) => ({
      reports: (options.has("empty") ? [] : fixtures.reports(systems)).filter(
        ({ report }) => !subject || JSON.stringify(report.subject) === JSON.stringify(subject),
      ),
    }),
    report_make: () => fixtures.reports(systems)[0]?.report ?? fail("unexpected"),
    report_page: ({ report, page }) => {
      const row = fixtures.reports(systems).find((item) => item.report.id === report);
      return row ? fixtures.pagePicture(row.report, page) : fail("unexpected");
    },
    report_sign: ({ report, passphrase, identity }) => {
      if (passphrase === "wrong") fail("passphrase-wrong");
      if (identity?.kind === "pkcs12" && identity.password === "wrong") fail("key-file-password");
      if (identity?.kind === "token" && identity.pin === "wrong") fail("pin-wrong", { left: "one" });
      const row = fixtures.reports(systems).find((item) => item.report.id === report);
      return row ? { ...row.report, state: "signed" } : fail("unexpected");
    },
    token_list: () => ({ tokens: fixtures.tokens() }),
    report_redact: ({ path, cut }) => {
      if (cut.answers.includes("h-01")) fail("redact-red-line", { question: "h-01" });
      return { path, size: 398_210, sha256: "0".repeat(64), removed: [{ kind: "persons", count: 3 }] };
    },
    report_body: ({ path, evidence }) => ({ path, files: evidence ? 9 : 0, namedOnly: evidence ? 2 : 11 }),
    report_export: ({ path }) => ({ path, size: 412_004 }),
    report_copy: ({ path }) => ({ path, size: 96_310 }),
    verify_file: ({ path }) => fixtures.verification(path, options.get("verdict") ?? "intact"),
    verify_record: ({ out }) => ({ path: out, size: 61_204 }),
    anchor_list: () => ({ anchors }),
    anchor_add: () => ({ anchors: (anchors = [fixtures.anchor()]) }),
    anchor_remove: ({ fingerprint }) => ({ anchors: (anchors = anchors.filter((item) => item.fingerprint !== fingerprint)) }),
    history_list: ({ before, limit }) => fixtures.history(before, limit, options.has("zh")),
  });
}
