//! What the composition root hands in: clock, randomness, folders, fonts.

use assay_domain::locale::Locale;
use assay_domain::time::Timestamp;
use assay_store::{KdfCost, Random};
use std::path::PathBuf;
use std::sync::Arc;

/// A look at a clock that nobody can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steady {
    /// Milliseconds that it counted.
    pub ms: u64,
    /// What it counts from; only looks of one base can be compared.
    pub base: String,
}

/// Everything the use cases may not reach for themselves.
pub trait Environment: Send {
    /// Returns the time now.
    fn now(&self) -> Timestamp;

    /// Returns what the steady clock says now.
    fn steady(&self) -> Steady;

    /// Returns a source of random bytes fit for keys.
    fn random(&self) -> Random;

    /// Returns what a guess at a passphrase shall cost.
    fn kdf_cost(&self) -> KdfCost {
        KdfCost::DEFAULT
    }

    /// Returns the folder in which a new workspace is proposed.
    fn documents(&self) -> PathBuf;

    /// Returns the folder for the program's own small state; nothing keeps none.
    fn state(&self) -> Option<PathBuf>;

    /// Returns the language of the desktop.
    fn locale(&self) -> Locale;

    /// Reads a font file by its name, such as `NotoSans-Regular.ttf`.
    ///
    /// # Errors
    /// The reading error of a file that is missing.
    fn font(&self, name: &str) -> std::io::Result<Arc<Vec<u8>>>;
}
