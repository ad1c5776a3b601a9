//! What the desktop is told about: reporting clocks and recurring checks, each once a day.

use crate::contract::{ClockState, Nothing, Reminder};
use crate::error::Error;
use crate::incident::due_clocks;
use crate::programme::Calendar;
use crate::session::Session;
use assay_domain::framework::Framework;
use assay_domain::history::hex;
use assay_domain::time::{Date, Timestamp};
use assay_store::Read;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What was told on a day, on this computer. Each thing is kept as a digest of its id, so that the
/// file says nothing about what stands in a workspace.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Reminded {
    day: Option<Date>,
    told: BTreeSet<String>,
}

/// What something is that waits.
#[derive(Clone, Copy)]
enum Waits {
    OverdueReport,
    RunningReport,
    Check,
}

/// Answers with how much is due that was not told today, and takes it as told.
pub(crate) fn reminder_take(session: &mut Session, _: Nothing) -> Result<Reminder, Error> {
    if !session.preferences.reminders {
        return Ok(Reminder::default());
    }
    let (today, now) = (session.today()?, session.environment.now());
    let framework = &session.framework;
    let waiting = session
        .opened()?
        .store
        .read(|read| everything(read, framework, today, now))?;
    let mut kept = session.kept();
    let told = &mut kept.reminded;
    if told.day != Some(today) {
        *told = Reminded {
            day: Some(today),
            told: BTreeSet::new(),
        };
    }
    let mut reminder = Reminder::default();
    for (id, what) in waiting {
        if told.told.insert(digest(&id)) {
            *match what {
                Waits::OverdueReport => &mut reminder.overdue_reports,
                Waits::RunningReport => &mut reminder.running_reports,
                Waits::Check => &mut reminder.checks,
            } += 1;
        }
    }
    if reminder != Reminder::default() {
        let _ = session.keep(&kept);
    }
    Ok(reminder)
}

fn digest(id: &str) -> String {
    hex(&Sha256::digest(id))
}

fn everything(
    read: &Read<'_>,
    framework: &Framework,
    today: Date,
    now: Timestamp,
) -> Result<Vec<(String, Waits)>, Error> {
    let mut waits = Vec::new();
    for due in due_clocks(read, framework, now)? {
        // A clock that ran when it was told is told again when its time is over.
        let what = match due.clock.state {
            ClockState::Overdue => Waits::OverdueReport,
            _ => Waits::RunningReport,
        };
        let id = format!(
            "{} {} {:?}",
            due.incident, due.clock.duty.id, due.clock.state
        );
        waits.push((id, what));
    }
    let (checks, _) = Calendar::read(read, today)?.due_and_missed();
    for check in checks {
        if check.occurrence.due <= today {
            waits.push((format!("{} {}", check.plan, check.system), Waits::Check));
        }
    }
    Ok(waits)
}
