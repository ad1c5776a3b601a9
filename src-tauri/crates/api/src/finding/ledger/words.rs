//! Headings and states of a ledger in words, in both languages.

use crate::error::Error;
use assay_domain::action::ActionState;
use assay_domain::finding::{FindingState, Severity};
use assay_domain::locale::Locale;
use assay_report::l10n::Texts;
use serde::Serialize;

macro_rules! messages {
    ($locale:literal) => {
        &[
            (
                "finding.ftl",
                include_str!(concat!(
                    "../../../../../../assets/locales/",
                    $locale,
                    "/finding.ftl"
                )),
            ),
            (
                "action.ftl",
                include_str!(concat!(
                    "../../../../../../assets/locales/",
                    $locale,
                    "/action.ftl"
                )),
            ),
        ]
    };
}

macro_rules! columns {
    ($($name:ident => $heading:literal),+ $(,)?) => {
        /// A column of the ledger.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Column { $($name),+ }

        impl Column {
            /// Every column, in the order in which they are written.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),+];

            const fn message(self) -> &'static str {
                match self { $(Self::$name => $heading),+ }
            }
        }
    };
}

columns! {
    System => "ledger-column-system",
    Title => "ledger-column-title",
    Severity => "ledger-column-severity",
    State => "ledger-column-state",
    Remark => "ledger-column-remark",
    ActionTitle => "ledger-column-action-title",
    Owner => "ledger-column-owner",
    Due => "ledger-column-due",
    ActionState => "ledger-column-action-state",
    Note => "ledger-column-note",
    Clause => "ledger-column-clause",
    Question => "ledger-column-question",
    Cause => "ledger-column-cause",
    Effect => "ledger-column-effect",
    Recorded => "ledger-column-recorded",
    Until => "ledger-column-until",
    Earlier => "ledger-column-earlier",
    Finding => "ledger-column-finding",
    Revision => "ledger-column-revision",
    Action => "ledger-column-action",
    ActionRevision => "ledger-column-action-revision",
}

/// The words of one language.
pub(super) struct Words {
    texts: Texts,
}

impl Words {
    pub(super) fn of(locale: Locale) -> Result<Self, Error> {
        let files: &[(&str, &str)] = match locale {
            Locale::En => messages!("en"),
            Locale::ZhCn => messages!("zh-CN"),
        };
        let texts = Texts::load(locale, files)
            .map_err(|error| Error::new("unexpected").with("detail", error))?;
        Ok(Self { texts })
    }

    /// Both languages: a ledger that was written in one can be read in the other.
    pub(super) fn both() -> Result<Vec<Self>, Error> {
        Locale::ALL.into_iter().map(Self::of).collect()
    }

    pub(super) fn heading(&self, column: Column) -> String {
        self.texts.get(column.message(), &[])
    }

    pub(super) fn severity(&self, severity: Severity) -> String {
        self.word("finding-severity-", &severity)
    }

    pub(super) fn state(&self, state: FindingState) -> String {
        self.word("finding-state-", &state)
    }

    pub(super) fn action_state(&self, state: ActionState) -> String {
        self.word("action-state-", &state)
    }

    fn word(&self, prefix: &str, value: &impl Serialize) -> String {
        self.texts.get(&format!("{prefix}{}", code(value)), &[])
    }
}

/// Returns the code of a value, such as `in_remedy`.
pub(super) fn code(value: &impl Serialize) -> String {
    let code = serde_json::to_value(value).unwrap_or_default();
    code.as_str().unwrap_or_default().to_owned()
}

/// Finds the value that a cell names, by its word in either language or by its code.
pub(super) fn named<T: Copy + Serialize>(
    cell: &str,
    all: &[T],
    said: impl Fn(&Words, T) -> String,
    words: &[Words],
) -> Option<T> {
    let same = |text: &str| text.trim().to_lowercase() == cell.trim().to_lowercase();
    let names =
        |value: &T| same(&code(value)) || words.iter().any(|words| same(&said(words, *value)));
    all.iter().copied().find(names)
}
