//! Verifies a report: signatures, certificates, the facts inside, and the grade recomputed from them.
//!
//! Nothing of a workspace is known here, so that the program that an inspector carries holds nothing of one.
//! [`terminal`] is the command itself, which `assay verify` and `assay-verify` share.

mod file;
mod inspect;
mod kind;
mod recompute;
pub mod terminal;
mod verification;

pub use assay_seal::{Trust, certificates_in};
pub use file::{LONGEST, NoFile, is_no_file, open_file, read};
pub use inspect::{head, verify_bytes};
pub use verification::{
    TrustKind, UnreadFile, UnreadKind, VerdictKind, Verification, VerificationItem, Verified,
    VerifiedSignature,
};
