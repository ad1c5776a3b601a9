//! Moving what the write-ahead log holds into the file beside a long write.
//!
//! Whoever does it stands still twice for the disk, about 20 ms for 1,000 pages. An import would do so
//! every few pieces, and whoever saves something meanwhile would wait with it.

use crate::connection::{Purpose, connect};
use crate::error::Error;
use crate::key::DataKey;
use rusqlite::Connection;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

/// Pages after which a writer moves them itself.
pub(crate) const ALONE: u32 = 1_000;
/// The same while a checkpointer runs. It never catches up with who writes, so now and then the writer
/// moves the few that are left, and the log begins anew: it takes about 64 MiB.
pub(crate) const BESIDE: u32 = 8_000;
/// Pieces of an import, about 75 pages each, that go by between two turns.
const PIECES: u32 = 6;

/// A thread with a connection of its own that moves pages when it is told to.
pub(crate) struct Checkpointer {
    connection: Arc<Mutex<Connection>>,
    turn: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
    pieces: u32,
}

impl Checkpointer {
    pub(crate) fn start(path: &Path, key: &DataKey) -> Result<Self, Error> {
        let connection = connect(path, key, None, Purpose::Write)?;
        let connection = Arc::new(Mutex::new(connection));
        let (turn, turns) = sync_channel(1);
        let own = Arc::clone(&connection);
        let thread = Builder::new()
            .name("checkpoint".to_owned())
            .spawn(move || turns.iter().for_each(|()| checkpoint(&locked(&own))))?;
        Ok(Self {
            connection,
            turn: Some(turn),
            thread: Some(thread),
            pieces: 0,
        })
    }

    /// Holds it still for as long as the guard lives.
    pub(crate) fn still(&self) -> MutexGuard<'_, Connection> {
        locked(&self.connection)
    }

    /// Hears that a piece was written.
    pub(crate) fn written(&mut self) {
        self.pieces += 1;
        if self.pieces.is_multiple_of(PIECES)
            && let Some(turn) = &self.turn
        {
            // If a turn is still waiting, that one does.
            let _ = turn.try_send(());
        }
    }
}

fn locked(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn checkpoint(connection: &Connection) {
    // What can't be moved stays in the log, where it is as safe.
    let _ = connection.execute_batch("PRAGMA wal_checkpoint(PASSIVE)");
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        drop(self.turn.take());
        if let Some(thread) = self.thread.take() {
            // It has nothing to say.
            let _ = thread.join();
        }
    }
}
