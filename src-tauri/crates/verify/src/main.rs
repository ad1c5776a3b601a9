//! `assay-verify`: what an inspector carries. The same command as `assay verify`, with nothing of a workspace.
//!
//! Exit status: 0 every report is sound, 1 the answer is no, 2 it could not be done.

use assay_report::l10n::Locale;
use assay_verify::terminal::{PROGRAM, Words, inspector, refuse, run};
use std::process::ExitCode;

macro_rules! messages {
    ($locale:literal) => {
        &[
            (
                "cli.ftl",
                include_str!(concat!("../../../../assets/locales/", $locale, "/cli.ftl")),
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

fn files(locale: Locale) -> &'static [(&'static str, &'static str)] {
    match locale {
        Locale::En => messages!("en"),
        Locale::ZhCn => messages!("zh-CN"),
    }
}

fn main() -> ExitCode {
    let typed = std::env::args_os().map(|word| word.to_string_lossy().into_owned());
    let words = Words::of(typed, files);
    let matches = match inspector(&words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return refuse(&error, &words, PROGRAM),
    };
    match run(&matches, &words) {
        Ok(done) => done.print(words.json(), &words),
        Err(failure) => failure.refusal(&words).print(PROGRAM, words.json()),
    }
}
