import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BackendError, connect } from "../src/api/backend";
import { answering, type Handlers } from "../src/api/memory";
import type { NotificationShow, Reminder } from "../src/api/contract.gen";
import { l10n } from "../src/l10n/index.svelte";
import { keepReminding, remind } from "../src/lib/reminder";

const NOTHING: Reminder = { overdueReports: 0, runningReports: 0, checks: 0 };
let shown: NotificationShow[] = [];

function due(reminder: Reminder, more: Handlers = {}): void {
  const notification_show: Handlers["notification_show"] = (notification) => {
    shown.push(notification);
    return {};
  };
  connect(answering({ reminder_take: () => reminder, notification_show, ...more }));
}

beforeEach(() => (shown = []));
afterEach(() => {
  vi.useRealTimers();
  l10n.locale = "en";
});

it("says in one notification how much is due, in the language of the window", async () => {
  due({ overdueReports: 1, runningReports: 2, checks: 3 });
  await remind();
  l10n.locale = "zh-CN";
  await remind();
  expect(shown.map((one) => one.text)).toEqual([
    "One report of an incident is overdue. 2 reports of incidents must be made in time. 3 recurring checks are due.",
    "1项事件报告已逾期。2项事件报告须按时完成。3项定期检查到期。",
  ]);
});

it("says nothing where nothing is due", async () => {
  due(NOTHING);
  await remind();
  expect(shown).toEqual([]);
});

it("is silent where the desktop shows nothing, or the workspace was locked meanwhile", async () => {
  const refuse = (code: string) => () => {
    throw new BackendError({ code, args: {} });
  };
  due({ ...NOTHING, checks: 1 }, { notification_show: refuse("notification-failed") });
  await expect(remind()).resolves.toBeUndefined();
  due(NOTHING, { reminder_take: refuse("workspace-closed") });
  await expect(remind()).resolves.toBeUndefined();
});

it("asks now and then as long as a workspace is open", async () => {
  vi.useFakeTimers();
  let asked = 0;
  due(NOTHING, { reminder_take: () => ((asked += 1), NOTHING) });
  const stop = keepReminding();
  await vi.advanceTimersByTimeAsync(31 * 60_000);
  expect(asked).toBe(3);
  stop();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(asked).toBe(3);
});
