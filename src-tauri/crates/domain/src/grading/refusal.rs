//! Why a method or an input is refused: a code to be put into words elsewhere, and the place.

use serde::Serialize;
use std::fmt;

/// What is wrong at the place that a [`Refusal`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RefusalCode {
    /// The text is not JSON; the place is line and column.
    NotJson,
    /// An object was expected.
    NotObject,
    /// A list was expected.
    NotList,
    /// A whole number was expected.
    NotInteger,
    /// `true` or `false` was expected.
    NotBoolean,
    /// A text was expected.
    NotText,
    /// A key that must be there is missing.
    Missing,
    /// A key stands twice in one object.
    DuplicateKey,
    /// A key that has no meaning here.
    UnknownKey,
    /// No risk of the framework has this id.
    UnknownRisk,
    /// No control of the method has this id.
    UnknownControl,
    /// No question, or no red line of the method, has this id.
    UnknownQuestion,
    /// A word outside the fixed list of its place, such as an unknown evidence standing.
    UnknownWord,
    /// A number outside its range.
    OutOfRange,
    /// A number below zero where only a shift may be.
    Negative,
    /// A list with too few or too many entries.
    WrongLength,
    /// An id listed twice.
    Repeated,
    /// A version that is not of the form major.minor.patch.
    NotVersion,
    /// A table whose entry is lower than the one before, so that worse would grade better.
    Falls,
    /// A cap for low tiers below the cap for the other tiers.
    LowTierCapLower,
    /// Two band edges that lie 100 points apart or less.
    BandTooNarrow,
    /// A decay above one half.
    DecayAboveHalf,
}

impl RefusalCode {
    /// Every code, so that a test can ask for each one's sentence.
    pub const ALL: [Self; 22] = [
        Self::NotJson,
        Self::NotObject,
        Self::NotList,
        Self::NotInteger,
        Self::NotBoolean,
        Self::NotText,
        Self::Missing,
        Self::DuplicateKey,
        Self::UnknownKey,
        Self::UnknownRisk,
        Self::UnknownControl,
        Self::UnknownQuestion,
        Self::UnknownWord,
        Self::OutOfRange,
        Self::Negative,
        Self::WrongLength,
        Self::Repeated,
        Self::NotVersion,
        Self::Falls,
        Self::LowTierCapLower,
        Self::BandTooNarrow,
        Self::DecayAboveHalf,
    ];

    /// Returns the code as message ids spell it, such as `unknown-risk`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::NotObject => "not-object",
            Self::NotList => "not-list",
            Self::NotInteger => "not-integer",
            Self::NotBoolean => "not-boolean",
            Self::NotText => "not-text",
            Self::Missing => "missing",
            Self::DuplicateKey => "duplicate-key",
            Self::UnknownKey => "unknown-key",
            Self::UnknownRisk => "unknown-risk",
            Self::UnknownControl => "unknown-control",
            Self::UnknownQuestion => "unknown-question",
            Self::UnknownWord => "unknown-word",
            Self::OutOfRange => "out-of-range",
            Self::Negative => "negative",
            Self::WrongLength => "wrong-length",
            Self::Repeated => "repeated",
            Self::NotVersion => "not-version",
            Self::Falls => "falls",
            Self::LowTierCapLower => "low-tier-cap-lower",
            Self::BandTooNarrow => "band-too-narrow",
            Self::DecayAboveHalf => "decay-above-half",
        }
    }
}

impl fmt::Display for RefusalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A method or an input that is not accepted: what is wrong, where, and with which value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS, schemars::JsonSchema))]
#[error("{code} at {place}: {value}")]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// What is wrong.
    pub code: RefusalCode,
    /// Where: a JSON pointer such as `/risks/3.1.1e/L`, `/` for the whole, or `line:column`.
    pub place: String,
    /// The offending value or id, shortened to 80 characters; the range for a number.
    pub value: String,
}

impl Refusal {
    pub(crate) fn new(code: RefusalCode, place: &str, value: impl fmt::Display) -> Self {
        let place = if place.is_empty() { "/" } else { place };
        Self {
            code,
            place: place.to_owned(),
            value: value.to_string().chars().take(80).collect(),
        }
    }
}

/// Why an input of the grade or of the clause level is refused.
pub type InputError = Refusal;

/// Why a method is refused.
pub type MethodError = Refusal;
