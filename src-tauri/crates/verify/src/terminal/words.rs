//! Messages of a program in a terminal, in the language of the desktop or of `--lang`.

use assay_report::l10n::{Locale, Texts, Value};

/// The messages of one language.
pub struct Words {
    texts: Texts,
}

impl Words {
    /// Takes the language from the arguments, else from the environment. It is needed before the
    /// arguments are parsed, since the help is in it too.
    ///
    /// # Panics
    /// When the bundled message files of a language are not sound, which a test forbids.
    #[must_use]
    pub fn of(
        arguments: impl Iterator<Item = String>,
        files: impl Fn(Locale) -> &'static [(&'static str, &'static str)],
    ) -> Self {
        let arguments: Vec<String> = arguments.collect();
        let after = arguments
            .windows(2)
            .find(|pair| pair[0] == "--lang")
            .map(|pair| pair[1].clone());
        let joined = arguments
            .iter()
            .find_map(|word| word.strip_prefix("--lang=").map(str::to_owned));
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        let locale = after
            .or(joined)
            .or(set)
            .and_then(|tag| Locale::from_tag(&tag))
            .unwrap_or_default();
        Self {
            texts: Texts::load(locale, files(locale))
                .expect("the bundled messages are checked by a test"),
        }
    }

    /// Returns the language.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.texts.locale()
    }

    /// Returns a message without arguments.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.texts.get(id, &[])
    }

    /// Returns a message with arguments.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, value)| (*name, argument(value)))
            .collect();
        self.texts.get(id, &args)
    }

    /// Tells whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.texts.has(id)
    }
}

/// Hands a number over as a number, so that messages can choose between one and many.
fn argument(value: &str) -> Value<'_> {
    value
        .parse::<i64>()
        .map_or_else(|_| value.into(), Value::Number)
}
