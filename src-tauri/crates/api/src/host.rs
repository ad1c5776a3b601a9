//! What only a window or the desktop can do.

use crate::contract::{DroppedFiles, FilePick, Nothing, NotificationShow, PickedFile};
use crate::error::Error;

/// A window or its stand-in. Its calls may wait for a person and hold no lock on the workspace.
pub trait Host: Send + Sync {
    /// Asks the person for a file.
    ///
    /// # Errors
    /// When no dialog can be shown.
    fn file_pick(&self, request: FilePick) -> Result<PickedFile, Error>;

    /// Waits for files to be dropped on the window.
    ///
    /// # Errors
    /// When files can't be dropped here.
    fn file_drop_next(&self) -> Result<DroppedFiles, Error>;

    /// Shows a notification of the desktop.
    ///
    /// # Errors
    /// When the desktop has no place for notifications.
    fn notification_show(&self, request: NotificationShow) -> Result<Nothing, Error>;
}
