//! The messages of the terminal.

use assay_api::contract::WireError;
use assay_api::l10n::Locale;
pub(crate) use assay_verify::terminal::Words;

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
                "history.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/history.ftl"
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

/// The message files of a language.
pub(crate) fn files(locale: Locale) -> &'static [(&'static str, &'static str)] {
    match locale {
        Locale::En => messages!("en"),
        Locale::ZhCn => messages!("zh-CN"),
    }
}

/// Returns an error as a sentence.
pub(crate) fn error(words: &Words, error: &WireError) -> String {
    let args: Vec<(&str, String)> = error
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let refusal = error
        .args
        .get("reason")
        .map(|reason| format!("refusal-{reason}"));
    let refusal = refusal.filter(|id| error.code == "grade-input" && words.has(id));
    words.say(
        &refusal.unwrap_or_else(|| format!("err-{}", error.code)),
        &args,
    )
}
