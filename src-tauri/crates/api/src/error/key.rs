//! What can be wrong with a key of a file or a token, as codes.

use super::Error;
use assay_seal::{KeyError, KeyName, PinTries, TokenName};
use chrono::DateTime;

impl From<KeyError> for Error {
    fn from(error: KeyError) -> Self {
        let made = match &error {
            KeyError::NotPkcs12 => Self::new("key-file-unreadable"),
            KeyError::Encryption => Self::new("key-file-encryption"),
            KeyError::Password => Self::new("key-file-password"),
            KeyError::NoKey => Self::new("key-missing"),
            KeyError::SeveralKeys(keys) => Self::new("key-several").with("keys", names(keys)),
            KeyError::NoSuchKey { wanted, present } => Self::new("key-unknown")
                .with("wanted", wanted)
                .with("keys", names(present)),
            KeyError::NoCertificate => Self::new("key-certificate-missing"),
            KeyError::Usage => Self::new("key-usage"),
            KeyError::NotYetValid { from } => {
                Self::new("key-not-yet-valid").with("day", day(*from))
            }
            KeyError::Expired { since } => Self::new("key-expired").with("day", day(*since)),
            KeyError::Weak { bits } => Self::new("key-weak").with("bits", bits),
            KeyError::Kind => Self::new("key-kind"),
            KeyError::Mismatch => Self::new("key-mismatch"),
            KeyError::Module(detail) => Self::new("module-unusable").with("detail", detail),
            KeyError::NoToken => Self::new("token-missing"),
            KeyError::SeveralTokens(present) => {
                Self::new("token-several").with("tokens", tokens(present))
            }
            KeyError::NoSuchToken { wanted, present } => Self::new("token-unknown")
                .with("wanted", wanted)
                .with("tokens", tokens(present)),
            KeyError::Pin { left } => Self::new("pin-wrong").with("left", tries(*left)),
            KeyError::PinLocked => Self::new("pin-locked"),
            KeyError::TokenGone => Self::new("token-gone"),
            other => Self::new("signing-failed").with("detail", other),
        };
        made.caused_by(error)
    }
}

impl From<assay_seal::Error> for Error {
    fn from(error: assay_seal::Error) -> Self {
        match error {
            assay_seal::Error::Key(error) => error.into(),
            other => Self::new("signing-failed")
                .with("detail", &other)
                .caused_by(other),
        }
    }
}

/// Names keys by label, and by the beginning of the fingerprint, which tells those with one label apart.
fn names(keys: &[KeyName]) -> String {
    let named = keys.iter().map(|key| {
        let label = match key.label.as_str() {
            "" => &key.subject,
            label => label,
        };
        format!(
            "{label} ({})",
            key.fingerprint.get(..16).unwrap_or_default()
        )
    });
    named.collect::<Vec<_>>().join(", ")
}

fn tokens(tokens: &[TokenName]) -> String {
    let named = (tokens.iter()).map(|token| format!("{} ({})", token.label, token.serial));
    named.collect::<Vec<_>>().join(", ")
}

/// What a token says of tries left, by the word from which the message makes a sentence.
pub(crate) const fn tries(left: PinTries) -> &'static str {
    match left {
        PinTries::Few => "few",
        PinTries::One => "one",
        PinTries::None => "none",
        PinTries::Unknown => "unknown",
    }
}

/// The day in UTC, as certificates count.
fn day(unix_seconds: i64) -> String {
    let time = DateTime::from_timestamp(unix_seconds, 0);
    time.map(|time| time.format("%Y-%m-%d").to_string())
        .unwrap_or_default()
}
