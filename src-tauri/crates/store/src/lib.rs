//! The encrypted workspace file: keys, tables, history.
//!
//! A workspace is one SQLCipher file `NAME.assay` with the key slots beside it in
//! `NAME.assay-keys`. Opening it says who opened it; reading takes a snapshot; changing something
//! writes the rows and one entry of the hash-chained history in the same transaction.
//!
//! ```no_run
//! # use assay_store::{Error, Passphrase, Random, Store};
//! # use assay_domain::history::{EntryBody, Subject};
//! # use assay_domain::person::Act;
//! # fn example(random: Random, act: Act, id: assay_domain::id::SystemId,
//! #     facts: assay_domain::system::SystemFacts) -> Result<(), Error> {
//! let passphrase = Passphrase::from("a long sentence");
//! let mut store = Store::open("office.assay".as_ref(), &passphrase, None, random)?;
//! let entry = EntryBody {
//!     act: act.clone(),
//!     action: "system.add".to_owned(),
//!     subject: Subject::new("system", id),
//!     payload: serde_json::json!({ "facts": facts }),
//! };
//! let system = store.mutate(entry, |tx| tx.systems_mut().add(id, &facts, act.at))?;
//! let all = store.read(|read| read.systems().list())?;
//! assert!(all.contains(&system));
//! store.close()
//! # }
//! ```
//!
//! Randomness and time are handed in. No other crate writes SQL.

mod access;
mod backup;
pub mod blob;
mod checkpoint;
mod connection;
mod envelope;
mod error;
mod files;
mod hex;
pub mod history;
mod integrity;
mod key;
mod memo;
mod migration;
mod names;
mod open;
mod sealed_drill;
mod sidecar;
mod sql;
mod store;
pub mod table;
mod tx;

pub use access::{NewPerson, NewWorkspace};
pub use error::{Damage, Error};
pub use files::{files_of, is_of_a_workspace, is_same_file};
pub use history::{HistoryCheck, HistoryEntry};
pub use integrity::{Check, Problem};
pub use key::{KdfCost, Passphrase, PersonSecrets, Pseudonyms, Random};
pub use migration::{LATEST as SCHEMA_NUMBER, Layout};
pub use names::{NameKey, NameSealer, SealedName};
pub use open::{repair_salt, restore_sidecar};
pub use sealed_drill::{DrillSealer, SealedDrills, SealedEntry, WaitingDrill, waiting_drills};
pub use store::Store;
pub use table::decision_import::StagedImport;
pub use tx::{Read, Tx};
