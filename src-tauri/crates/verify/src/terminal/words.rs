//! Messages of a program in a terminal, in the language of the desktop or of `--lang`.

use assay_report::l10n::{Locale, Texts, Value};
use std::collections::BTreeMap;

/// The messages of one language.
pub struct Words {
    texts: Texts,
    json: bool,
}

impl Words {
    /// Takes the language from the arguments, else from the environment. It is needed before the
    /// arguments are parsed, since the help is in it too, and so is what a refusal of them is to be.
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
        let mut options = arguments.iter().take_while(|word| *word != "--");
        Self {
            json: options.any(|word| word == "--json"),
            texts: Texts::load(locale, files(locale))
                .expect("the bundled messages are checked by a test"),
        }
    }

    /// Tells whether answers and refusals are wanted as JSON.
    #[must_use]
    pub fn json(&self) -> bool {
        self.json
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

    /// Returns a message with arguments that are kept by their names.
    #[must_use]
    pub fn say_of(&self, id: &str, args: &BTreeMap<String, String>) -> String {
        let args: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, value)| (name.as_str(), argument(value)))
            .collect();
        self.texts.get(id, &args)
    }

    /// Tells whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.texts.has(id)
    }
}

/// Hands a number over as a number, so that messages can choose between one and many; what is written in another way
/// stays as it is written.
fn argument(value: &str) -> Value<'_> {
    let number = value.parse::<i64>().ok();
    number
        .filter(|number| number.to_string() == value)
        .map_or_else(|| value.into(), Value::Number)
}
