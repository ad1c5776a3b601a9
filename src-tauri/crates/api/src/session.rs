//! The program while it runs: the framework, the environment, and the workspace that is open.

use crate::contract::Preferences;
use crate::decision_import::ImportJob;
use crate::environment::Environment;
use crate::error::{Error, file};
use crate::framework;
use crate::locked_drill::Recording;
use crate::outside::{Aside, Output};
use crate::stats::LookedAt;
use crate::thin::ThinJob;
use assay_domain::drill::ClockReading;
use assay_domain::framework::Framework;
use assay_domain::history::{EntryBody, Subject};
use assay_domain::person::{Act, Person, Role};
use assay_domain::time::{Date, Timestamp};
use assay_store::{Store, Tx};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// A workspace that is open and who opened it.
pub(crate) struct Open {
    pub(crate) store: Store,
    pub(crate) person: Person,
}

/// Runs commands one at a time.
pub struct Session {
    pub(crate) environment: Box<dyn Environment>,
    pub(crate) framework: Arc<Framework>,
    pub(crate) preferences: Preferences,
    pub(crate) open: Option<Open>,
    /// The import that was begun last.
    pub(crate) import: Option<ImportJob>,
    /// The drill that is recorded without a passphrase.
    pub(crate) recording: Option<Recording>,
    /// The thinning that goes on.
    pub(crate) thinning: Option<ThinJob>,
    /// The columns of the log that were looked at last.
    pub(crate) looked_at: Option<LookedAt>,
    /// The files that whoever runs the commands reads beside them.
    read: Vec<PathBuf>,
}

impl Session {
    /// Starts with the bundled framework and no workspace open.
    ///
    /// # Errors
    /// When the bundled framework is refused, which a test forbids.
    pub fn new(environment: Box<dyn Environment>) -> Result<Self, Error> {
        let framework = Arc::new(framework::bundled()?);
        let mut session = Self {
            environment,
            framework,
            preferences: Preferences::default(),
            open: None,
            import: None,
            recording: None,
            thinning: None,
            looked_at: None,
            read: Vec::new(),
        };
        session.read_preferences();
        Ok(session)
    }

    /// Notes a file that whoever runs the commands reads, such as one with a passphrase: no command
    /// writes in its place.
    pub fn keep_file(&mut self, path: &Path) {
        self.read.push(path.to_owned());
    }

    /// Takes a path for a file outside the workspace.
    pub(crate) fn output(&self, path: String) -> Result<Output, Error> {
        let open = self.open.as_ref().map(|open| open.store.path());
        let output = Output::new(path, open)?;
        self.read
            .iter()
            .try_fold(output, |output, read| output.unlike(read))
    }

    /// Returns the workspace that is open.
    pub(crate) fn opened(&self) -> Result<&Open, Error> {
        self.open
            .as_ref()
            .ok_or_else(|| Error::new("workspace-closed"))
    }

    /// Returns who is here, what time it is, and the open workspace, for a person with one of the roles.
    pub(crate) fn writer(&mut self, roles: &[Role]) -> Result<Writer<'_>, Error> {
        let at = self.environment.now();
        let framework = Arc::clone(&self.framework);
        let new_id = self.new_id();
        let open = self
            .open
            .as_mut()
            .ok_or_else(|| Error::new("workspace-closed"))?;
        if !roles.iter().any(|role| open.person.has(*role)) {
            return Err(Error::new("role-missing").with("roles", words(roles)));
        }
        let act = Act {
            by: open.person.id,
            at,
        };
        Ok(Writer {
            open,
            act,
            framework,
            new_id,
        })
    }

    /// Makes a new id from the time and randomness (UUIDv7).
    pub(crate) fn new_id(&self) -> Uuid {
        uuid_at(self.environment.now(), &mut self.environment.random())
    }

    /// Looks at both clocks.
    pub(crate) fn reading(&self) -> ClockReading {
        let steady = self.environment.steady();
        ClockReading {
            at: self.environment.now(),
            steady_ms: steady.ms,
            base: steady.base,
        }
    }

    /// Returns today in the workspace's time zone.
    pub(crate) fn today(&self) -> Result<Date, Error> {
        let zone = self
            .opened()?
            .store
            .read(|read| Ok::<_, Error>(read.workspace().get()?.settings.time_zone))?;
        Ok(day(self.environment.now(), &zone))
    }
}

/// Names roles by their codes, for a message that lists them.
fn words(roles: &[Role]) -> String {
    let codes = roles
        .iter()
        .filter_map(|role| serde_json::to_value(role).ok());
    codes
        .filter_map(|code| code.as_str().map(str::to_owned))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Makes a UUIDv7 from a time and a source of randomness.
pub(crate) fn uuid_at(at: Timestamp, random: &mut assay_store::Random) -> Uuid {
    let mut bytes = [0; 10];
    random(&mut bytes);
    let millis = u64::try_from(at.micros() / 1000).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

/// Returns the day of a moment in a time zone; an unknown zone counts as UTC.
pub(crate) fn day(at: Timestamp, zone: &str) -> Date {
    let utc: DateTime<Utc> = at.utc();
    zone.parse::<chrono_tz::Tz>().map_or_else(
        |_| utc.date_naive(),
        |zone| utc.with_timezone(&zone).date_naive(),
    )
}

/// What a use case that changes something works with.
pub(crate) struct Writer<'a> {
    pub(crate) open: &'a mut Open,
    pub(crate) act: Act,
    pub(crate) framework: Arc<Framework>,
    /// An id for what may be added.
    pub(crate) new_id: Uuid,
}

impl Writer<'_> {
    /// Changes something and writes its history entry, both or neither.
    pub(crate) fn mutate<T>(
        &mut self,
        action: &str,
        subject: Subject,
        payload: &impl Serialize,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let payload = serde_json::to_value(payload)?;
        let entry = EntryBody {
            act: self.act.clone(),
            action: action.to_owned(),
            subject,
            payload,
        };
        self.open.store.mutate(entry, change)
    }

    /// Writes a file or folder outside the workspace and its history entry, both or neither.
    pub(crate) fn hand_out<T>(
        &mut self,
        action: &str,
        subject: Subject,
        payload: &impl Serialize,
        path: &str,
        write: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = Aside::keep(Path::new(path)).map_err(|error| file(path, error))?;
        let mut is_there = false;
        let done = self.mutate(action, subject, payload, |_| {
            let written = write()?;
            is_there = true;
            Ok(written)
        });
        if done.is_err() && is_there {
            before.put_back();
        }
        done
    }
}
