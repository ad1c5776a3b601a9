//! The machine as it is: the clock, randomness and folders that both composition roots hand in.
//!
//! This is the one place of the crate that reads them, and no use case constructs it.

use crate::environment::{Environment, Steady};
use assay_domain::locale::Locale;
use assay_domain::time::Timestamp;
use assay_store::Random;
use std::collections::HashMap;
use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// This computer and the person's folders on it.
pub struct Machine {
    fonts: Vec<PathBuf>,
    /// The font files that were read, by name: together they have thirty megabytes, and signing needs them again.
    read: Mutex<HashMap<String, Arc<Vec<u8>>>>,
    started: Instant,
    run: String,
}

impl Machine {
    /// Looks for fonts in the given folders first, then where packages put them.
    #[must_use]
    pub fn new(mut fonts: Vec<PathBuf>) -> Self {
        fonts.extend(env::var_os("ASSAY_ASSETS").map(|folder| Path::new(&folder).join("fonts")));
        if let Some(program) = env::current_exe().ok().as_deref().and_then(Path::parent) {
            fonts.extend(
                ["fonts", "../lib/Assay/fonts", "../share/assay/fonts"]
                    .map(|folder| program.join(folder)),
            );
        }
        #[cfg(debug_assertions)]
        fonts.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts"));
        let mut run = [0; 16];
        getrandom::fill(&mut run).expect("the system has randomness");
        Self {
            fonts,
            read: Mutex::default(),
            started: Instant::now(),
            run: uuid::Uuid::from_bytes(run).to_string(),
        }
    }

    fn home() -> PathBuf {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
        home.map_or_else(env::temp_dir, PathBuf::from)
    }
}

impl Environment for Machine {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Timestamp::from_micros(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }

    fn steady(&self) -> Steady {
        since_boot().unwrap_or_else(|| Steady {
            ms: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX),
            base: self.run.clone(),
        })
    }

    fn random(&self) -> Random {
        Box::new(|bytes| getrandom::fill(bytes).expect("the system has randomness"))
    }

    fn documents(&self) -> PathBuf {
        env::var_os("ASSAY_DOCUMENTS")
            .map_or_else(|| Self::home().join("Documents/Assay"), PathBuf::from)
    }

    fn state(&self) -> Option<PathBuf> {
        let own = env::var_os("ASSAY_STATE").map(PathBuf::from);
        let shared = || {
            env::var_os("XDG_STATE_HOME")
                .or_else(|| env::var_os("APPDATA"))
                .map(PathBuf::from)
        };
        own.or_else(|| {
            Some(
                shared()
                    .unwrap_or_else(|| Self::home().join(".local/state"))
                    .join("assay"),
            )
        })
    }

    fn locale(&self) -> Locale {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| env::var(name).ok());
        set.into_iter()
            .find(|value| !value.is_empty())
            .and_then(|tag| Locale::from_tag(&tag))
            .unwrap_or_default()
    }

    fn font(&self, name: &str) -> io::Result<Arc<Vec<u8>>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = read.get(name) {
            return Ok(Arc::clone(bytes));
        }
        let mut paths = self.fonts.iter().map(|folder| folder.join(name));
        let path = paths.find(|path| path.is_file());
        let bytes = Arc::new(std::fs::read(path.ok_or(io::ErrorKind::NotFound)?)?);
        read.insert(name.to_owned(), Arc::clone(&bytes));
        Ok(bytes)
    }
}

/// Returns the time since this computer was started, where the system tells it to every program: it goes
/// on while the program is not running and while the computer sleeps. Elsewhere the steady clock counts
/// from the program's own start.
fn since_boot() -> Option<Steady> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let (seconds, rest) = uptime.split_once('.')?;
    let hundredths = rest.get(..2)?;
    let ms = seconds.parse::<u64>().ok()? * 1000 + hundredths.parse::<u64>().ok()? * 10;
    Some(Steady {
        ms,
        base: boot.trim().to_owned(),
    })
}
