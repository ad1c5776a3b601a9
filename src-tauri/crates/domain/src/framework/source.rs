//! A file of the framework as text: reads it, and refuses what is wrong with file and line.

use super::table::Id;
use super::{Origin, Text};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use toml::Spanned;

/// One file of the framework.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, for errors.
    pub file: &'a str,
    /// Its content.
    pub text: &'a str,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Not TOML, a key that is not known, one that is missing, or a value of the wrong kind.
    Syntax(String),
    /// Another schema than this version reads.
    Schema(String),
    /// An id that stands twice.
    Duplicate(String),
    /// An id that nothing has.
    Dangling(String),
    /// A text without its English or Chinese side.
    MissingLanguage {
        /// The side that is missing.
        language: &'static str,
        /// What stands in the other one.
        other: String,
    },
    /// A value outside its range.
    OutOfRange(String),
    /// Something that must be there for each entry of another list.
    Missing(String),
    /// The method was refused.
    Method(String),
    /// The red lines of the questions and of the method differ.
    RedLines(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) | Self::Method(message) => f.write_str(message),
            Self::Schema(schema) => write!(f, "the schema {schema:?} is not read by this version"),
            Self::Duplicate(id) => write!(f, "{id:?} stands twice"),
            Self::Dangling(id) => write!(f, "there is no {id:?}"),
            Self::MissingLanguage { language, other } => {
                write!(f, "{other:?} has no text in {language}")
            }
            Self::OutOfRange(value) => write!(f, "{value} is out of range"),
            Self::Missing(what) => write!(f, "{what} is missing"),
            Self::RedLines(id) => write!(f, "{id:?} is a red line in one file only"),
        }
    }
}

/// A file that was refused, with the line where it is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct LoadError {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

impl Source<'_> {
    pub(crate) fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, LoadError> {
        toml::from_str(self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            self.refuse(&span, Problem::Syntax(error.message().to_owned()))
        })
    }

    pub(crate) fn refuse(&self, span: &Range<usize>, problem: Problem) -> LoadError {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        LoadError {
            file: self.file.to_owned(),
            line: 1 + before.matches('\n').count(),
            problem,
        }
    }

    /// Returns where the first key of a place such as `/band_edges/1` stands below a table's head.
    pub(super) fn below(&self, table: &Range<usize>, place: &str) -> Range<usize> {
        let key = place
            .split('/')
            .find(|part| !part.is_empty())
            .unwrap_or_default();
        let stands = |line: &str| {
            let named = line.trim_start_matches("[method.").trim_start_matches(key);
            named.len() < line.len() && named.starts_with([' ', ']', '.', '='])
        };
        let mut at = table.start;
        for line in self
            .text
            .get(table.start..)
            .unwrap_or_default()
            .split_inclusive('\n')
        {
            if !key.is_empty() && stands(line) {
                return at..at;
            }
            at += line.len();
        }
        table.clone()
    }

    pub(crate) fn schema(&self, found: &Id, expected: &str) -> Result<(), LoadError> {
        if found.as_ref() == expected {
            return Ok(());
        }
        Err(self.refuse(&found.span(), Problem::Schema(found.as_ref().clone())))
    }

    pub(crate) fn ours(&self, origin: &Spanned<Origin>) -> Result<(), LoadError> {
        match origin.as_ref() {
            Origin::Ours => Ok(()),
            Origin::Official => {
                Err(self.refuse(&origin.span(), Problem::OutOfRange("origin".to_owned())))
            }
        }
    }

    pub(crate) fn text(&self, text: Spanned<Text>) -> Result<Text, LoadError> {
        let span = text.span();
        let text = text.into_inner();
        for (language, side, other) in [
            ("English", &text.en, &text.zh),
            ("Chinese", &text.zh, &text.en),
        ] {
            if side.trim().is_empty() {
                return Err(self.refuse(
                    &span,
                    Problem::MissingLanguage {
                        language,
                        other: other.clone(),
                    },
                ));
            }
        }
        Ok(text)
    }

    /// Collects ids and refuses one that stands twice.
    pub(crate) fn unique<'t>(
        &self,
        ids: impl Iterator<Item = &'t Id>,
    ) -> Result<BTreeSet<String>, LoadError> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.as_ref().clone()) {
                return Err(self.refuse(&id.span(), Problem::Duplicate(id.as_ref().clone())));
            }
        }
        Ok(seen)
    }

    /// Turns links into ids and refuses one that leads nowhere or stands twice.
    pub(super) fn links<T: From<String>>(
        &self,
        links: Vec<Id>,
        known: &BTreeSet<String>,
    ) -> Result<Vec<T>, LoadError> {
        self.unique(links.iter())?;
        links
            .into_iter()
            .map(|link| self.link(link, known))
            .collect()
    }

    pub(super) fn link<T: From<String>>(
        &self,
        link: Id,
        known: &BTreeSet<String>,
    ) -> Result<T, LoadError> {
        if known.contains(link.as_ref()) {
            return Ok(T::from(link.into_inner()));
        }
        Err(self.refuse(&link.span(), Problem::Dangling(link.as_ref().clone())))
    }
}
