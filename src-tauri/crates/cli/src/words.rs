//! The messages of the terminal.

use assay_api::contract::WireError;
use assay_api::l10n::Locale;
use assay_verify::terminal::Refusal;
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

/// Returns an error as it is said; what the method refuses has sentences of its own.
pub(crate) fn refusal(words: &Words, error: WireError) -> Refusal {
    let mut said = Refusal::of(&error.code, error.args, words);
    let reason = said
        .args
        .get("reason")
        .map(|reason| format!("refusal-{reason}"));
    if let Some(id) = reason.filter(|id| said.code == "grade-input" && words.has(id)) {
        said.sentence = words.say_of(&id, &said.args);
    }
    said
}
