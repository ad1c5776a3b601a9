//! The open workspace and the machine as it is: the desktop's composition root.

use crate::commands::poisoned;
use assay_api::Session;
use assay_api::contract::WireError;
use assay_api::native::Machine;
use std::path::PathBuf;
use std::sync::Mutex;

/// The program's one session.
pub(crate) struct Program(Mutex<Session>);

impl Program {
    /// Starts a session on this machine; fonts are looked for in the given folders first.
    pub(crate) fn start(fonts: Vec<PathBuf>) -> Result<Self, assay_api::Error> {
        Ok(Self(Mutex::new(Session::new(Box::new(Machine::new(
            fonts,
        )))?)))
    }

    /// Runs a command on the session, after those before it.
    pub(crate) fn with(
        &self,
        run: impl FnOnce(&mut Session) -> Result<String, WireError>,
    ) -> Result<String, WireError> {
        let mut session = self.0.lock().map_err(|_| poisoned())?;
        run(&mut session)
    }
}
