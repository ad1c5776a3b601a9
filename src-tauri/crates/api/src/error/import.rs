//! What can be wrong with a mapping, as codes.

use super::Error;
use assay_exchange::decision::{self, Field, FileError};

impl From<decision::Error> for Error {
    fn from(error: decision::Error) -> Self {
        use decision::Error as Mapping;
        let made = match &error {
            Mapping::FieldMissing(field) => {
                Self::new("mapping-field-missing").with("field", word(*field))
            }
            Mapping::FieldForeign(field) => {
                Self::new("mapping-field-foreign").with("field", word(*field))
            }
            Mapping::DispositionMissing => Self::new("mapping-disposition-missing"),
            Mapping::ColumnMissing { column } => {
                Self::new("import-column-missing").with("column", column)
            }
            Mapping::Expression { text, place } => Self::new("mapping-expression")
                .with("text", text)
                .with("place", place),
            Mapping::Setting { setting, value } => Self::new("mapping-setting")
                .with("setting", setting)
                .with("value", value),
            Mapping::NothingToSum => Self::new("mapping-nothing-to-sum"),
            Mapping::NoMonth { column } => Self::new("mapping-no-month").with("column", column),
            other => Self::new("unexpected").with("detail", other),
        };
        made.caused_by(error)
    }
}

/// Names a field by its code, from which the message makes a word.
fn word(field: Field) -> String {
    let code = serde_json::to_value(field).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        let made = match &error {
            FileError::Malformed { line, detail } => Self::new("mapping-malformed")
                .with("line", line)
                .with("detail", detail),
            FileError::Newer(form) => Self::new("mapping-newer").with("form", form),
            FileError::Unwritable(detail) => Self::new("unexpected").with("detail", detail),
        };
        made.caused_by(error)
    }
}
