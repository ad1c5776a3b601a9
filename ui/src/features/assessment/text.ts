// How the screens of an assessment say states, grades and effects.
import type { Assessment, Remaining, RiskRating, Summary } from "../../api/contract.gen";
import { clauseNamed, printed } from "../../l10n/format";
import { pick, t } from "../../l10n/index.svelte";
import { gradeText, measure, risk, session } from "../../lib/session.svelte";

/** What is advised before signing, but does not block it. */
export const ADVICE: readonly Remaining["kind"][] = ["evidence", "secondPerson"];

export function depthAndState(assessment: Pick<Assessment, "depth" | "state">): {
  depth: string;
  state: string;
} {
  return {
    depth: t(`depth-${assessment.depth}`),
    state: t(`assessment-state-${assessment.state}`),
  };
}

export function gradeName(grade: number): string {
  return pick(gradeText(grade));
}

/** The reason of a rating. The profile's own words are told in the language of the window, whichever they stand in. */
export function ratingReason({ risk, reason, notApplicable }: RiskRating, profile: string | null): string {
  const stored = notApplicable?.reason ?? reason;
  const own = session.catalogue?.profiles
    .find((entry) => entry.id === profile)
    ?.ratings.find((proposed) => proposed.risk === risk)?.reason;
  return own && [own.en, own.zh].includes(stored) ? pick(own) : stored;
}

/** The interval and the confidence in one sentence. */
export function certainty(summary: Summary): string {
  return t("question-interval", {
    best: gradeName(summary.interval[0]),
    worst: gradeName(summary.interval[2]),
    confidence: String(summary.confidence),
    band: t(`confidence-${summary.confidenceBand}`),
  });
}

/** The name of a countermeasure or clause as control. */
export function controlName(id: string): string {
  const found = measure(id);
  if (found) return pick(found.name);
  const clause = session.catalogue?.clauses.find((entry) => entry.control === id);
  return clause ? pick(clause.title) : id;
}

/** The clause as printed, such as `4.1.1(a)`. */
export function controlClause(id: string): string {
  const clause = session.catalogue?.clauses.find((entry) => entry.control === id);
  return printed(measure(id)?.clause ?? clause?.clause ?? id);
}

const AXES: Record<string, string> = {
  S: "context-scenario",
  A: "context-autonomy",
  Z: "context-scale",
  L: "likelihood",
  I: "impact",
};

/** A single step as the method labels it (`S+1`, `3.1.1e.L-1`, `6.3h+1`, `clear c-03`), in words. */
export function stepText(label: string): string {
  const [verb, line] = label.split(" ");
  if (line) return t(`result-step-${verb}`, { line: t(`red-line-${line}`) });
  const [, subject = label, axis, way = ""] = /^(?:(.*?)\.?)??([SAZLI])?([+-]1)$/.exec(label) ?? [];
  const step = way.startsWith("-") ? "down" : "up";
  if (!axis) return t(`result-step-${step}`, { what: controlClause(subject) });
  const name = t(AXES[axis] ?? axis);
  const found = risk(subject);
  return t(`result-step-${step}`, { what: found ? clauseNamed(found.clause, name) : name });
}
