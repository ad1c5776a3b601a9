//! Why something was not signed or read. The words are for logs; windows have their own.

use crate::certificate;
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
    /// The bytes are no PKCS#12 file.
    #[error("not a PKCS#12 file")]
    NotPkcs12,
    /// The file is encrypted or protected in a way that is not known here.
    #[error("the PKCS#12 file is encrypted in a way that is not known")]
    Encryption,
    /// The password does not open the file.
    #[error("the password does not open the file")]
    Password,
    /// There is no private key.
    #[error("there is no private key")]
    NoKey,
    /// There are several private keys, and none was chosen.
    #[error("there are several keys: {}", names(.0))]
    SeveralKeys(Vec<KeyName>),
    /// No key has this label or fingerprint.
    #[error("no key is called {wanted}; there are: {}", names(.present))]
    NoSuchKey {
        /// What was asked for.
        wanted: String,
        /// What there is.
        present: Vec<KeyName>,
    },
    /// The private key has no certificate.
    #[error("the key has no certificate")]
    NoCertificate,
    /// The certificate does not allow signatures.
    #[error("the certificate does not allow signatures")]
    Usage,
    /// The certificate is not valid yet.
    #[error("the certificate is not valid before {from}")]
    NotYetValid {
        /// First second of its validity, counted from 1970-01-01 UTC.
        from: i64,
    },
    /// The certificate is no longer valid.
    #[error("the certificate has expired at {since}")]
    Expired {
        /// Last second of its validity, counted from 1970-01-01 UTC.
        since: i64,
    },
    /// The key is too short to be safe.
    #[error("an RSA key of {bits} bits is too short")]
    Weak {
        /// Length of the modulus in bits.
        bits: usize,
    },
    /// The key is of a kind that does not sign reports.
    #[error("the key is not one of P-256, P-384 or RSA")]
    Kind,
    /// The PKCS#11 module can't be loaded or started.
    #[error("the module can't be used: {0}")]
    Module(String),
    /// The module sees no token.
    #[error("there is no token")]
    NoToken,
    /// The module sees several tokens, and none was chosen.
    #[error("there are several tokens")]
    SeveralTokens(Vec<TokenName>),
    /// No token has this serial number or label.
    #[error("no token is called {wanted}")]
    NoSuchToken {
        /// What was asked for.
        wanted: String,
        /// What there is.
        present: Vec<TokenName>,
    },
    /// The PIN does not open the token.
    #[error("the PIN does not open the token")]
    Pin {
        /// What the token says of tries left.
        left: PinTries,
    },
    /// The token takes no PIN any more.
    #[error("the PIN of the token is locked")]
    PinLocked,
    /// The token is no longer there.
    #[error("the token is no longer there")]
    TokenGone,
    /// Whatever holds the key did not sign.
    #[error("the key did not sign: {0}")]
    Refused(String),
}

/// By what a key can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyName {
    /// The label that it has where it lies; empty when it has none.
    pub label: String,
    /// Subject of its certificate, in the notation of RFC 4514; empty without a certificate.
    pub subject: String,
    /// SHA-256 of its certificate, lower-case hexadecimal; empty without a certificate.
    pub fingerprint: String,
}

impl KeyName {
    /// Names a key by its label and its certificate in DER.
    pub(crate) fn of(label: &str, certificate: Option<&[u8]>) -> Self {
        let read = certificate.and_then(|bytes| Some((certificate::read(bytes).ok()?, bytes)));
        let holder = read.map(|(read, bytes)| certificate::holder(&read, bytes));
        let (subject, fingerprint) = holder
            .map(|holder| (holder.subject, holder.fingerprint))
            .unwrap_or_default();
        Self {
            label: label.to_owned(),
            subject,
            fingerprint,
        }
    }

    /// Tells whether somebody who writes this label or fingerprint means this key.
    pub(crate) fn is(&self, wanted: &str) -> bool {
        let digits = wanted.replace([':', ' '], "").to_lowercase();
        self.label == wanted || (!digits.is_empty() && self.fingerprint == digits)
    }
}

/// By what a token can be chosen, and what it says of its PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenName {
    /// Label that the token was given.
    pub label: String,
    /// Serial number, which its maker gave it.
    pub serial: String,
    /// What it says of tries left.
    pub tries: PinTries,
}

/// What a token says of the tries that are left for its PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinTries {
    /// Nothing: all of them, or it does not tell.
    Unknown,
    /// Fewer than all: a wrong PIN was given since the last right one.
    Few,
    /// One: another wrong PIN locks it.
    One,
    /// None: it is locked.
    None,
}

fn names(keys: &[KeyName]) -> String {
    let named = keys.iter().map(|key| match key.label.as_str() {
        "" => key.subject.as_str(),
        label => label,
    });
    named.collect::<Vec<_>>().join(", ")
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Unreadable {
            at: fault.at,
            expected: fault.expected,
        }
    }
}
