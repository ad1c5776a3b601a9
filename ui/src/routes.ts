// Every screen of the window: its name, its address and its place in the rail. Tests walk over it.

/** A place in the rail. */
export type RailPlace =
  | "overview"
  | "systems"
  | "assessments"
  | "audits"
  | "decisions"
  | "fallback"
  | "incidents"
  | "actions"
  | "reports"
  | "verify"
  | "history"
  | "settings";

export interface Route {
  /** Address with `:parameters`. */
  path: string;
  /** Where the rail shows that one is; nothing before a workspace is open. */
  rail: RailPlace | null;
  /** Whether the screen needs an open workspace; the first screen and verifying do not. */
  open: boolean;
}

export const ROUTES = {
  start: { path: "/", rail: null, open: false },
  create: { path: "/new", rail: null, open: false },
  overview: { path: "/overview", rail: "overview", open: true },
  systems: { path: "/systems", rail: "systems", open: true },
  systemNew: { path: "/systems/new", rail: "systems", open: true },
  systemImport: { path: "/systems/import", rail: "systems", open: true },
  system: { path: "/systems/:id", rail: "systems", open: true },
  systemEdit: { path: "/systems/:id/edit", rail: "systems", open: true },
  assessments: { path: "/assessments", rail: "assessments", open: true },
  assessmentNew: { path: "/assessments/new/:system", rail: "assessments", open: true },
  assessment: { path: "/assessments/:id", rail: "assessments", open: true },
  assessmentContext: { path: "/assessments/:id/context", rail: "assessments", open: true },
  assessmentQuestion: { path: "/assessments/:id/questions/:question", rail: "assessments", open: true },
  assessmentMeasures: { path: "/assessments/:id/measures", rail: "assessments", open: true },
  assessmentRatings: { path: "/assessments/:id/ratings", rail: "assessments", open: true },
  assessmentResult: { path: "/assessments/:id/result", rail: "assessments", open: true },
  assessmentCheck: { path: "/assessments/:id/check", rail: "assessments", open: true },
  assessmentReview: { path: "/assessments/:id/review", rail: "assessments", open: true },
  findings: { path: "/audits/findings", rail: "audits", open: true },
  findingLedger: { path: "/audits/findings/ledger", rail: "audits", open: true },
  findingNew: { path: "/audits/findings/new", rail: "audits", open: true },
  finding: { path: "/audits/findings/:id", rail: "audits", open: true },
  findingEdit: { path: "/audits/findings/:id/edit", rail: "audits", open: true },
  auditSamples: { path: "/audits/:audit/samples", rail: "audits", open: true },
  auditSample: { path: "/audits/:audit/samples/:id", rail: "audits", open: true },
  audits: { path: "/audits", rail: "audits", open: true },
  auditProgramme: { path: "/audits/programme", rail: "audits", open: true },
  auditPacks: { path: "/audits/packs", rail: "audits", open: true },
  auditNew: { path: "/audits/new/:system", rail: "audits", open: true },
  audit: { path: "/audits/:id", rail: "audits", open: true },
  auditCompare: { path: "/audits/:id/compare", rail: "audits", open: true },
  decisions: { path: "/decisions", rail: "decisions", open: true },
  decisionNew: { path: "/decisions/new", rail: "decisions", open: true },
  decisionImport: { path: "/decisions/import", rail: "decisions", open: true },
  decisionAnalysis: { path: "/decisions/analysis", rail: "decisions", open: true },
  decisionVolumes: { path: "/decisions/volumes", rail: "decisions", open: true },
  decisionReasons: { path: "/decisions/reasons", rail: "decisions", open: true },
  decisionReviews: { path: "/decisions/reviews", rail: "decisions", open: true },
  decisionReview: { path: "/decisions/reviews/:id", rail: "decisions", open: true },
  decisionReviewCase: { path: "/decisions/reviews/:id/cases/:place", rail: "decisions", open: true },
  decision: { path: "/decisions/:id", rail: "decisions", open: true },
  decisionCorrect: { path: "/decisions/:id/correct", rail: "decisions", open: true },
  fallback: { path: "/fallback", rail: "fallback", open: true },
  fallbackPlanNew: { path: "/fallback/plans/new/:system", rail: "fallback", open: true },
  fallbackPlan: { path: "/fallback/plans/:id", rail: "fallback", open: true },
  authorisation: { path: "/fallback/authorisation/:system", rail: "fallback", open: true },
  drill: { path: "/fallback/drills/:id", rail: "fallback", open: true },
  lockedDrill: { path: "/drill", rail: null, open: false },
  incidents: { path: "/incidents", rail: "incidents", open: true },
  incidentNew: { path: "/incidents/new", rail: "incidents", open: true },
  incidentDuties: { path: "/incidents/duties", rail: "incidents", open: true },
  incident: { path: "/incidents/:id", rail: "incidents", open: true },
  incidentEdit: { path: "/incidents/:id/edit", rail: "incidents", open: true },
  actions: { path: "/actions", rail: "actions", open: true },
  actionNew: { path: "/actions/new", rail: "actions", open: true },
  action: { path: "/actions/:id", rail: "actions", open: true },
  reports: { path: "/reports", rail: "reports", open: true },
  report: { path: "/reports/:id", rail: "reports", open: true },
  verify: { path: "/verify", rail: "verify", open: false },
  history: { path: "/history", rail: "history", open: true },
  settings: { path: "/settings", rail: "settings", open: true },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
export type Params = Record<string, string>;

/** A screen with the parameters of its address. */
export interface Location {
  name: RouteName;
  params: Params;
  /** What follows the `?`, such as a search or a step. */
  query: URLSearchParams;
}

/** The address of a screen, such as `/systems/3f…/edit`. */
export function path(name: RouteName, params: Params = {}, query: Params = {}): string {
  const filled = ROUTES[name].path.replace(/:(\w+)/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new Error(`route ${name} needs ${key}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}

/** The same as a link's `href`. */
export function href(name: RouteName, params: Params = {}, query: Params = {}): string {
  return `#${path(name, params, query)}`;
}

/** The screen of an address; nothing when no screen has it. */
export function match(address: string): Location | null {
  const [bare = "/", search = ""] = address.replace(/^#/, "").split("?", 2);
  const parts = bare.split("/");
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const params = matchParts(ROUTES[name].path.split("/"), parts);
    if (params) return { name, params, query: new URLSearchParams(search) };
  }
  return null;
}

function matchParts(pattern: string[], parts: string[]): Params | null {
  if (pattern.length !== parts.length) return null;
  const params: Params = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (expected.startsWith(":")) {
      const value = decode(part);
      if (!value) return null;
      params[expected.slice(1)] = value;
    } else if (expected !== part) {
      return null;
    }
  }
  return params;
}

/** The text behind the escapes; nothing where they are broken. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
