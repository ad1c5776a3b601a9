//! Signs and verifies PDF bytes (PAdES baseline B).
//!
//! Bytes in, bytes out: no file is opened, no clock is read, no randomness is drawn. Signing appends one revision that fills one signature field; verifying accepts exactly such revisions and nothing else. `PADES.md` beside this crate lists the clauses of the profile.

mod attachment;
mod certificate;
mod cms;
mod error;
mod form;
pub mod key_source;
mod page;
mod pdf;
mod public_key;
mod revision;
mod search;
mod time;
mod verify;

pub use attachment::{FACTS_NAME, attachments};
pub use certificate::{Holder, holder_of};
pub use error::{Error, KeyError, KeyName, PinTries, TokenName};
pub use form::{SignatureField, fields};
pub use page::page_texts;
pub use revision::{Appearance, SignRequest, sign};
pub use search::{stands_in, words_in};
pub use time::ClaimedTime;
pub use verify::chain::{Chain, Trust, certificates_in};
pub use verify::problem::{Part, Problem};
pub use verify::verdict::{FieldVerdict, State, Verdict};
pub use verify::verify;
