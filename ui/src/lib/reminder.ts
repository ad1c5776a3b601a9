// What is due, said by the desktop: when a workspace was opened, and now and then while it is.
import { call } from "../api/backend";
import { sentences } from "../l10n/format";
import { t } from "../l10n/index.svelte";

/** How often the program is asked, in milliseconds; it says each thing once a day. */
const PAUSE = 15 * 60_000;

/** Asks what is due, and lets the desktop say it in numbers. */
export async function remind(): Promise<void> {
  try {
    const { overdueReports, runningReports, checks } = await call("reminder_take", {});
    const text = sentences(
      overdueReports > 0 && t("reminder-overdue", { count: overdueReports }),
      runningReports > 0 && t("reminder-running", { count: runningReports }),
      checks > 0 && t("reminder-checks", { count: checks }),
    );
    if (text) await call("notification_show", { title: t("reminder-title"), text });
  } catch {
    // A desktop without notifications: the overview says the same.
  }
}

/** Reminds now and from time to time; returns how to stop. */
export function keepReminding(): () => void {
  void remind();
  const timer = setInterval(() => void remind(), PAUSE);
  return () => clearInterval(timer);
}
