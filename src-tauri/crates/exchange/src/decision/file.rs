//! A mapping as a TOML file that can travel.

use super::mapping::{FORMAT, Mapping};

/// Why a mapping file can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is no mapping; says where and what, in English as the reader of TOML says it.
    #[error("line {line}: {detail}")]
    Malformed {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        detail: String,
    },
    /// It was written by a newer program.
    #[error("the form {0} is not known")]
    Newer(u32),
    /// It can't be written.
    #[error("the mapping can't be written: {0}")]
    Unwritable(String),
}

/// Reads a mapping file.
///
/// # Errors
/// Says where the file is malformed, or that it was written by a newer program.
pub fn read_mapping(text: &str) -> Result<Mapping, FileError> {
    let mapping: Mapping = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        FileError::Malformed {
            line: 1 + text[..at.min(text.len())].matches('\n').count(),
            detail: error.message().to_owned(),
        }
    })?;
    match mapping.format {
        FORMAT => Ok(mapping),
        0 => Err(FileError::Malformed {
            line: 1,
            detail: "format = 1".to_owned(),
        }),
        newer => Err(FileError::Newer(newer)),
    }
}

/// Writes a mapping file.
///
/// # Errors
/// Every mapping can be written; the error type is that of the format.
pub fn write_mapping(mapping: &Mapping) -> Result<String, FileError> {
    let whole = Mapping {
        format: FORMAT,
        ..mapping.clone()
    };
    toml::to_string(&whole).map_err(|error| FileError::Unwritable(error.to_string()))
}
