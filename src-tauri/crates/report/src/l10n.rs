//! Messages: a small wrapper over Fluent that reports and the terminal share.

pub use assay_domain::locale::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The message files that a report needs, by their names under `assets/locales/<language>`.
pub const REPORT_FILES: [&str; 13] = [
    "method.ftl",
    "ui.ftl",
    "action.ftl",
    "system.ftl",
    "assessment.ftl",
    "audit.ftl",
    "decision.ftl",
    "stats.ftl",
    "finding.ftl",
    "incident.ftl",
    "fallback.ftl",
    "report.ftl",
    "report-kinds.ftl",
];

/// What is wrong with a message file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct MessageError {
    /// Which file.
    pub file: String,
    /// What is wrong, for logs.
    pub problem: String,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Words.
    Text(std::borrow::Cow<'a, str>),
    /// A whole number, written in digits without separators.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl From<$type> for Value<'_> {
            fn from(number: $type) -> Self {
                Self::Number(number.into())
            }
        }
    )+};
}
numbers!(u8, u16, u32, i32, i64);

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The messages of one language.
pub struct Texts {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads message files, each as its name and its content.
    ///
    /// # Errors
    /// Refuses a file that is not Fluent, and a message id that stands twice.
    pub fn load(locale: Locale, files: &[(&str, &str)]) -> Result<Self, MessageError> {
        let tag = locale.tag().parse().expect("the tags of locales are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around arguments would end up in copied text and in digests of what people see.
        bundle.set_use_isolating(false);
        for (file, content) in files {
            let refuse = |problem: String| MessageError {
                file: (*file).to_owned(),
                problem,
            };
            let resource = FluentResource::try_new((*content).to_owned())
                .map_err(|(_, errors)| refuse(format!("{errors:?}")))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| refuse(format!("{errors:?}")))?;
        }
        Ok(Self { locale, bundle })
    }

    /// Returns the language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Tells whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// Returns a message with its arguments; an id that nothing has comes back in braces.
    #[must_use]
    pub fn get(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let pattern = self.bundle.get_message(id).and_then(|found| found.value());
        let Some(pattern) = pattern else {
            return format!("{{{id}}}");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value: FluentValue<'_> = match value {
                Value::Text(text) => text.as_ref().into(),
                Value::Number(number) => (*number).into(),
            };
            values.set(*name, value);
        }
        // An argument that is missing shows as its name; the tests compare arguments of both languages.
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }
}
