//! Why something was not signed or read. The words are for logs; windows have their own.

use crate::pdf::Fault;

/// Why a file was not read or not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no PDF that this crate reads.
    #[error("not a readable PDF: at byte {at}, expected {expected}")]
    Unreadable {
        /// Where reading stopped, in bytes.
        at: usize,
        /// What a readable file has there.
        expected: &'static str,
    },
    /// The file has no form with signature fields in the shape that reports have.
    #[error("the form is not that of a report: {0}")]
    Form(&'static str),
    /// There is no signature field of this name.
    #[error("there is no signature field {0}")]
    NoField(String),
    /// Somebody has signed in this field.
    #[error("the signature field {0} is already signed")]
    AlreadySigned(String),
    /// Fields are signed in their order, and another one is next.
    #[error("the next field to sign is {next}")]
    OutOfOrder {
        /// The field to sign next.
        next: String,
    },
    /// Bytes follow the end of the file; a signature on top of them would cover them.
    #[error("bytes follow the end of the file")]
    Appended,
    /// An earlier signature does not hold, so that nothing is signed on top of it.
    #[error("an earlier signature does not hold")]
    EarlierSignature,
    /// The claimed time can't be written, or lies outside the validity of the certificate.
    #[error("the claimed time is outside what can be written or the certificate allows")]
    Time,
    /// The appearance is larger than 4 MiB.
    #[error("the appearance is too large")]
    Appearance,
    /// The key could not be made, read or used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The signature could not be encoded.
    #[error("the signature could not be encoded: {0}")]
    Encoding(#[from] der::Error),
    /// Embedded files are not in the shape that reports have, or more than the bounds allow.
    #[error("embedded files can't be read: {0}")]
    Attachments(&'static str),
}

/// Why a key could not be made, read or used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The private key is none, or not one of the curve P-256.
    #[error("not a private key of P-256")]
    PrivateKey,
    /// The certificate is none that can be used.
    #[error("not a usable certificate")]
    Certificate,
    /// Private key and certificate do not belong together.
    #[error("the certificate is not of this private key")]
    Mismatch,
    /// A subject without a name, or a validity that ends before it begins or can't be written.
    #[error("the subject or the validity can't be put into a certificate")]
    Subject,
    /// Whatever holds the key did not sign.
    #[error("the key did not sign: {0}")]
    Refused(String),
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Unreadable {
            at: fault.at,
            expected: fault.expected,
        }
    }
}
