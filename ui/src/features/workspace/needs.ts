// What waits for somebody, from the overview: reporting clocks first, then what is late, then running, due soon, unsigned, unassessed.
import type { Action, AssessmentRow, DueCheck, DueClock, DutyClock, Overview } from "../../api/contract.gen";
import type { IconName } from "../../components/icons";
import { pick, t } from "../../l10n/index.svelte";
import { daysBetween, moment, momentDay, shortDay } from "../../l10n/format";
import { href } from "../../routes";

export interface Need {
  id: string;
  icon: IconName;
  title: string;
  text: string;
  when: string;
  late: boolean;
  button: string;
  href: string;
}

const DAY_S = 86_400;
/** Actions beyond this number are counted, not listed. */
const MOST_ACTIONS = 4;
const MOST_RUNNING = 4;
const MOST_CHECKS = 4;
/** The program tells of no more missed checks than these. */
const MOST_MISSED = 100;
/** Reporting clocks beyond this number are counted, not listed. */
const MOST_CLOCKS = 6;

export function needs(overview: Overview, today: string): Need[] {
  const names = new Map(overview.systems.map((row) => [row.system.id, row.system.facts.name]));
  const action = (item: Action): Need => actionNeed(item, names.get(item.facts.system) ?? "", today);
  return [
    ...overview.clocks.slice(0, MOST_CLOCKS).map(clock),
    ...overview.overdue.slice(0, MOST_ACTIONS).map(action),
    ...overview.dueChecks.slice(0, MOST_CHECKS).map((check) => checkNeed(check, today)),
    ...missed(overview.missedChecks.length),
    ...toGoOn(overview).slice(0, MOST_RUNNING).map(running),
    ...overview.dueSoon.slice(0, MOST_ACTIONS).map(action),
    ...unsigned(overview.unsignedReports),
    ...unassessed(overview.unassessed),
  ];
}

/** How many things wait in all, listed or not. */
export function needCount(overview: Overview): number {
  return (
    overview.clocks.length +
    overview.overdue.length +
    overview.dueChecks.length +
    (overview.missedChecks.length > 0 ? 1 : 0) +
    toGoOn(overview).length +
    overview.dueSoon.length +
    overview.unsignedReports +
    (overview.unassessed > 0 ? 1 : 0)
  );
}

/** How many of them are past their day. */
export function lateCount(overview: Overview, today: string): number {
  return (
    overview.clocks.filter((due) => due.clock.state === "overdue").length +
    overview.overdue.length +
    overview.dueChecks.filter((check) => daysBetween(today, check.occurrence.due) < 0).length
  );
}

function clock(due: DueClock): Need {
  const late = due.clock.state === "overdue";
  const { recipient } = due.clock.duty.facts;
  return {
    id: `${due.incident} ${due.clock.duty.id}`,
    icon: "warning",
    title: t("overview-clock", { recipient: pick(recipient) }),
    text: t("overview-clock-text", { title: due.title, system: due.systemName }),
    when: clockText(due.clock, late),
    late,
    button: t("incident-report"),
    href: href("incident", { id: due.incident }),
  };
}

/** Hours count until a day is over; what is late for longer is told in days, as all else here. */
function clockText({ dueAt, leftS }: DutyClock, late: boolean): string {
  if (dueAt === null || leftS === null) return "";
  const days = Math.floor(-leftS / DAY_S);
  if (late && days >= 1) return t("overview-overdue", { days });
  return t(late ? "overview-clock-late" : "overview-clock-due", { at: moment(dueAt) });
}

function actionNeed(item: Action, system: string, today: string): Need {
  const days = item.facts.due ? daysBetween(today, item.facts.due) : null;
  const late = days !== null && days < 0;
  return {
    id: item.id,
    icon: "flag",
    title: item.facts.title,
    text: t("overview-action-text", { system, owner: item.facts.owner }),
    when: whenText(item.facts.due, days),
    late,
    button: t("open"),
    href: href("action", { id: item.id }),
  };
}

function whenText(due: string | null, days: number | null): string {
  if (due === null || days === null) return "";
  if (days < 0) return t("overview-overdue", { days: -days });
  if (days === 0) return t("overview-due-today");
  return t("overview-due", { day: shortDay(due) });
}

/** A recurring check that is due: an audit begins at once, any other opens the programme. */
function checkNeed(check: DueCheck, today: string): Need {
  const days = daysBetween(today, check.occurrence.due);
  return {
    id: check.plan + check.system,
    icon: "columns",
    title: t("overview-check", { kind: t(`check-kind-${check.kind}`), system: check.systemName }),
    text: t("overview-check-text"),
    when: whenText(check.occurrence.due, days),
    late: days < 0,
    button: t("overview-check-open"),
    href: check.kind === "system_audit" ? href("auditNew", { system: check.system }) : href("auditProgramme"),
  };
}

/** Checks that were missed are one line; the programme shows each. */
function missed(count: number): Need[] {
  if (count === 0) return [];
  return [
    {
      id: "missed",
      icon: "warning",
      title: count < MOST_MISSED ? t("overview-missed", { count }) : t("overview-missed-many", { count }),
      text: t("overview-missed-text"),
      when: "",
      late: true,
      button: t("overview-check-open"),
      href: href("auditProgramme"),
    },
  ];
}

/** Assessments to go on with: one whose report waits for signatures is counted with the reports. */
function toGoOn({ running, toSign }: Overview): AssessmentRow[] {
  return running.filter((row) => !toSign.includes(row.id));
}

function running(row: AssessmentRow): Need {
  const approved = row.state === "approved";
  return {
    id: row.id,
    icon: "assessment",
    title: t("overview-running", { system: row.systemName }),
    text: t("overview-running-text", {
      state: t(`assessment-state-${row.state}`),
      answered: row.summary.answered,
      inScope: row.summary.inScope,
    }),
    when: t("overview-since", { day: momentDay(row.changedAt) }),
    late: false,
    button: t(approved ? "review-report-make" : "overview-continue"),
    href: href(approved ? "assessmentReview" : "assessment", { id: row.id }),
  };
}

function unsigned(count: number): Need[] {
  if (count === 0) return [];
  return [
    {
      id: "unsigned",
      icon: "edit",
      title: t("overview-unsigned", { count }),
      text: t("overview-unsigned-text"),
      when: "",
      late: false,
      button: t("overview-unsigned-button"),
      href: href("reports"),
    },
  ];
}

function unassessed(count: number): Need[] {
  if (count === 0) return [];
  return [
    {
      id: "unassessed",
      icon: "system",
      title: t("overview-unassessed", { count }),
      text: t("overview-unassessed-text"),
      when: "",
      late: false,
      button: t("overview-unassessed-button"),
      href: href("systems", {}, { grade: "unsigned" }),
    },
  ];
}
