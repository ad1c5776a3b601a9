//! Messages of the terminal, in the language of the desktop or of `--lang`.

use assay_api::contract::WireError;
use assay_api::l10n::{Locale, Texts, Value};

macro_rules! messages {
    ($locale:literal) => {
        &[
            (
                "cli.ftl",
                include_str!(concat!("../../../../assets/locales/", $locale, "/cli.ftl")),
            ),
            (
                "audit.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/audit.ftl"
                )),
            ),
            (
                "decision.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/decision.ftl"
                )),
            ),
            (
                "incident.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/incident.ftl"
                )),
            ),
            (
                "errors.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/errors.ftl"
                )),
            ),
            (
                "fallback.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/fallback.ftl"
                )),
            ),
            (
                "finding.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/finding.ftl"
                )),
            ),
            (
                "grading.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/grading.ftl"
                )),
            ),
            (
                "method.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/method.ftl"
                )),
            ),
            (
                "report-list.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/report-list.ftl"
                )),
            ),
            (
                "stats.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/stats.ftl"
                )),
            ),
            (
                "verify.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/verify.ftl"
                )),
            ),
        ]
    };
}

/// The messages of one language.
pub(crate) struct Words {
    texts: Texts,
}

impl Words {
    /// Takes the language from the arguments, else from the environment. It is needed before the
    /// arguments are parsed, since the help is in it too.
    pub(crate) fn of(arguments: impl Iterator<Item = String>) -> Self {
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
        let files: &[(&str, &str)] = match locale {
            Locale::En => messages!("en"),
            Locale::ZhCn => messages!("zh-CN"),
        };
        Self {
            texts: Texts::load(locale, files).expect("the bundled messages are checked by a test"),
        }
    }

    /// Returns the language.
    pub(crate) fn locale(&self) -> Locale {
        self.texts.locale()
    }

    /// Returns a message without arguments.
    pub(crate) fn t(&self, id: &str) -> String {
        self.texts.get(id, &[])
    }

    /// Returns a message with arguments.
    pub(crate) fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Value<'_>)> = args
            .iter()
            .map(|(name, value)| (*name, argument(value)))
            .collect();
        self.texts.get(id, &args)
    }

    /// Returns an error as a sentence.
    pub(crate) fn error(&self, error: &WireError) -> String {
        let args: Vec<(&str, Value<'_>)> = error
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), argument(value)))
            .collect();
        let refusal = error
            .args
            .get("reason")
            .map(|reason| format!("refusal-{reason}"));
        let refusal = refusal.filter(|id| error.code == "grade-input" && self.texts.has(id));
        self.texts.get(
            &refusal.unwrap_or_else(|| format!("err-{}", error.code)),
            &args,
        )
    }
}

/// Hands a number over as a number, so that messages can choose between one and many.
fn argument(value: &str) -> Value<'_> {
    value
        .parse::<i64>()
        .map_or_else(|_| value.into(), Value::Number)
}
