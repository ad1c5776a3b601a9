//! The only place where errors become codes.

mod audit;
mod fallback;
mod import;
mod incident;
mod key;

pub(crate) use key::tries;

use crate::contract::WireError;
use assay_domain::decision;
use assay_domain::grading::InputError;
use assay_domain::volume;
use assay_exchange::{system as columns, table};
use assay_store::Damage;
use assay_verify::is_no_file;
use std::collections::BTreeMap;
use std::fmt;

/// An error on its way out: a code, what the message names, and what caused it.
#[derive(Debug)]
pub struct Error {
    code: &'static str,
    args: BTreeMap<String, String>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Makes an error from its code; the message is `err-` and the code.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self {
            code,
            args: BTreeMap::new(),
            cause: None,
        }
    }

    /// Adds what the message names.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Keeps what caused it, for logs.
    #[must_use]
    fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }

    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Returns what the window sees.
    #[must_use]
    pub fn into_wire(self) -> WireError {
        WireError {
            code: self.code.to_owned(),
            args: self.args,
        }
    }

    fn unexpected(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::new("unexpected")
            .with("detail", &cause)
            .caused_by(cause)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

impl From<assay_store::Error> for Error {
    fn from(error: assay_store::Error) -> Self {
        use assay_store::Error as Store;
        let made = match &error {
            Store::WrongPassphrase => Self::new("passphrase-wrong"),
            Store::PassphraseTaken => Self::new("passphrase-taken"),
            Store::SlotsFull { most } => Self::new("persons-most").with("most", most),
            Store::OutOfMemory => Self::new("memory-short"),
            Store::FileMissing => Self::new("workspace-missing"),
            Store::NotAWorkspace => Self::new("workspace-not-one"),
            Store::NotAFile(path) => {
                Self::new("workspace-beside-special").with("path", path.display())
            }
            Store::NewerFile { file, program } => Self::new("workspace-newer")
                .with("file", file)
                .with("program", program),
            Store::Altered(object) => Self::new("workspace-altered")
                .with("kind", &object.kind)
                .with("name", &object.name),
            Store::Damaged(damage) => Self::new("workspace-damaged").with("part", part(damage)),
            Store::SidecarMissing => Self::new("keys-missing"),
            Store::SidecarDamaged => Self::new("keys-damaged"),
            Store::SidecarTampered => Self::new("keys-changed"),
            Store::SidecarForeign => Self::new("keys-foreign"),
            Store::SidecarUnfit => Self::new("keys-unfit"),
            Store::NoDrillAddress => Self::new("drill-no-address"),
            Store::AlreadyOpen => Self::new("workspace-open-elsewhere"),
            Store::AlreadyExists => Self::new("file-exists"),
            Store::NameTaken(path) => {
                Self::new("workspace-name-taken").with("path", path.display())
            }
            Store::ReadOnly => Self::new("workspace-read-only"),
            Store::DiskFull => Self::new("disk-full"),
            Store::Stale { current } => Self::new("stale").with("current", current),
            Store::NotFound { noun } => Self::new("not-found").with("noun", noun),
            Store::Frozen(_) => Self::new("final"),
            Store::Taken { field } if field == "system.reference" => Self::new("reference-taken"),
            Store::Taken { field } if field == "decision.supersedes" => {
                Self::new("decision-superseded")
            }
            Store::Taken { field } if field == "volume.supersedes" => {
                Self::new("volume-superseded")
            }
            Store::Taken { field } if field == "incident_report.supersedes" => {
                Self::new("incident-report-superseded")
            }
            Store::Taken { field } if field.starts_with("decision_word") => {
                Self::new("import-overtaken")
            }
            Store::Taken { field } if field.contains("reason.id") => Self::new("reason-taken"),
            Store::Taken { field } => Self::new("taken").with("field", field),
            Store::InUse { noun, uses } => {
                Self::new("in-use").with("noun", noun).with("uses", uses)
            }
            Store::History(_) => Self::new("history-broken"),
            Store::Io(cause) => Self::new("io-failed").with("detail", cause),
            other => Self::new("unexpected").with("detail", other),
        };
        made.caused_by(error)
    }
}

fn part(damage: &Damage) -> &'static str {
    match damage {
        Damage::Salt => "salt",
        Damage::FirstPage => "first-page",
        Damage::Truncated => "truncated",
        Damage::Page => "page",
        Damage::Content(_) => "content",
    }
}

impl From<table::Error> for Error {
    fn from(error: table::Error) -> Self {
        use table::Error as Table;
        let made = match &error {
            Table::Empty => Self::new("table-empty"),
            Table::TooLong { size, .. } => Self::new("table-too-long").with("size", size),
            Table::LongRecord { line } => Self::new("table-long-record").with("line", line),
            Table::UnknownEncoding { label } => {
                Self::new("table-encoding-unknown").with("label", label)
            }
            Table::UnknownDelimiter => Self::new("table-delimiter"),
            Table::UnknownSheet { sheet } => Self::new("table-sheet-unknown").with("sheet", sheet),
            Table::Unreadable(detail) => Self::new("io-failed").with("detail", detail),
            Table::TooWide { columns } => Self::new("table-too-wide").with("columns", columns),
            Table::Nul { line } => Self::new("table-nul").with("line", line),
            Table::Encoding { line, encoding } => Self::new("table-encoding")
                .with("line", line)
                .with("encoding", encoding),
            Table::OpenQuote { line } => Self::new("table-open-quote").with("line", line),
            Table::DuplicateHeading { heading } => {
                Self::new("table-heading-twice").with("heading", heading)
            }
            Table::LongRow {
                line,
                expected,
                found,
            } => Self::new("table-long-row")
                .with("line", line)
                .with("expected", expected)
                .with("found", found),
            Table::ErrorCell {
                line,
                column,
                value,
            } => Self::new("table-error-cell")
                .with("line", line)
                .with("column", column)
                .with("value", value),
            Table::OutOfBounds { place } => Self::new("table-out-of-bounds").with("place", place),
            Table::HeavyRow { line } => Self::new("table-heavy-row").with("line", line),
            Table::NotAnObject { line } => Self::new("table-not-an-object").with("line", line),
            other => Self::new("table-unreadable").with("detail", other),
        };
        made.caused_by(error)
    }
}

impl From<columns::Error> for Error {
    fn from(error: columns::Error) -> Self {
        let made = match &error {
            columns::Error::NameMissing => Self::new("import-name-missing"),
            columns::Error::UnknownField { field } => {
                Self::new("import-field-unknown").with("field", field)
            }
            columns::Error::ColumnMissing { column } => {
                Self::new("import-column-missing").with("column", column)
            }
            other => Self::new("unexpected").with("detail", other),
        };
        made.caused_by(error)
    }
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Self {
        Self::new("grade-input")
            .with("place", &error.place)
            .with("value", &error.value)
            .with("reason", error.code.as_str())
            .caused_by(error)
    }
}

impl From<decision::Refusal> for Error {
    fn from(refusal: decision::Refusal) -> Self {
        use decision::Refusal;
        let made = match &refusal {
            Refusal::SystemMissing => Self::new("decision-system-missing"),
            Refusal::DispositionMissing => Self::new("decision-disposition-missing"),
            Refusal::ReasonMissing => Self::new("decision-reason-missing"),
            Refusal::ReasonUnknown(code) => Self::new("decision-reason-unknown").with("code", code),
            Refusal::ReasonTextMissing(code) => {
                Self::new("decision-reason-text-missing").with("code", code)
            }
            Refusal::FinalMissing => Self::new("decision-final-missing"),
            Refusal::OutcomeMissing => Self::new("decision-outcome-missing"),
            Refusal::Future(field) => Self::new("decision-time-future").with("field", word(field)),
            Refusal::TooEarly(field) => Self::new("decision-time-early").with("field", word(field)),
            Refusal::LatencyNegative => Self::new("decision-latency-negative"),
            Refusal::LatencyTooLong => Self::new("decision-latency-long"),
            Refusal::Confidence => Self::new("decision-confidence"),
            Refusal::Harm(field) => Self::new("decision-harm").with("field", word(field)),
            Refusal::TooLong { field, most } => Self::new("decision-text-long")
                .with("field", word(field))
                .with("length", most),
            Refusal::Nul(field) => Self::new("decision-text-nul").with("field", word(field)),
        };
        made.caused_by(refusal)
    }
}

/// Names a field by its code, from which the message makes a word.
fn word(field: &decision::DecisionField) -> String {
    let code = serde_json::to_value(field).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}

impl From<volume::Refusal> for Error {
    fn from(refusal: volume::Refusal) -> Self {
        use volume::Refusal;
        let made = match &refusal {
            Refusal::Period => Self::new("volume-period"),
            Refusal::Future => Self::new("volume-future"),
            Refusal::TooEarly => Self::new("volume-early"),
            Refusal::Empty => Self::new("volume-empty"),
            Refusal::Parts { parts, issued } => Self::new("volume-parts")
                .with("parts", parts)
                .with("issued", issued),
            Refusal::TooLarge => Self::new("volume-large"),
            Refusal::Exposure => Self::new("volume-exposure"),
            Refusal::TooLong { most } => Self::new("text-too-long").with("length", most),
        };
        made.caused_by(refusal)
    }
}

impl From<assay_report::Error> for Error {
    fn from(error: assay_report::Error) -> Self {
        let made = match &error {
            assay_report::Error::MissingGlyph {
                character,
                place,
                excerpt,
            } => Self::new("glyph-missing")
                .with("character", character)
                .with("code", format_args!("U+{:04X}", u32::from(*character)))
                .with("place", place)
                .with("excerpt", excerpt),
            assay_report::Error::Long => {
                Self::new("report-long").with("most", assay_report::MOST_PAGES)
            }
            assay_report::Error::Font(name) => Self::new("font-missing").with("name", name),
            other => Self::new("unexpected").with("detail", other),
        };
        made.caused_by(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::unexpected(error)
    }
}

/// Says that a file could not be read or written, naming it.
pub(crate) fn file(path: &str, error: std::io::Error) -> Error {
    let code = match error.kind() {
        std::io::ErrorKind::NotFound => "file-missing",
        std::io::ErrorKind::PermissionDenied => "file-forbidden",
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "disk-full",
        std::io::ErrorKind::AlreadyExists => "file-exists",
        std::io::ErrorKind::IsADirectory => "file-folder",
        _ if is_no_file(&error) => "file-none",
        _ => "file-failed",
    };
    Error::new(code)
        .with("path", path)
        .with("detail", &error)
        .caused_by(error)
}
