//! From facts to the pages of a report, in the person's language.

use crate::environment::Environment;
use crate::error::{Error, file};
use crate::framework;
use assay_domain::facts::Facts;
use assay_domain::framework::Framework;
use assay_domain::locale::Locale;
use assay_domain::report::ReportLocale;
use assay_report::l10n::Texts;
use assay_report::{
    FontSource, Fonts, MadeReport, Printed, Source, editable_copy, font_files, report,
};
use std::sync::Arc;

/// Names the program in the properties of a PDF.
pub(crate) const PRODUCER: &str = concat!("Assay ", env!("CARGO_PKG_VERSION"));

macro_rules! files {
    ($locale:literal: $($file:literal),+ $(,)?) => {
        &[$((
            $file,
            include_str!(concat!("../../../../assets/locales/", $locale, "/", $file)),
        )),+]
    };
}

/// The files of [`assay_report::l10n::REPORT_FILES`] with their content.
macro_rules! messages {
    ($locale:literal) => {
        files!(
            $locale: "method.ftl", "ui.ftl", "action.ftl", "system.ftl", "assessment.ftl",
            "audit.ftl", "decision.ftl", "stats.ftl",
            "finding.ftl", "incident.ftl", "fallback.ftl", "report.ftl", "report-kinds.ftl",
        )
    };
}

const fn files(locale: Locale) -> &'static [(&'static str, &'static str)] {
    match locale {
        Locale::En => messages!("en"),
        Locale::ZhCn => messages!("zh-CN"),
    }
}

/// Tells whether a word stands in what every report of a language says, whatever the facts.
pub(crate) fn is_own_word(locale: ReportLocale, word: &str) -> bool {
    let word = word.trim().to_lowercase();
    let messages = locale.locales().iter().flat_map(|locale| files(*locale));
    let messages = messages.map(|(_, text)| *text);
    let mut own = messages.chain(framework::TEXTS).chain([Facts::SCHEMA]);
    own.any(|text| text.to_lowercase().contains(&word))
}

/// Reads the messages of reports in a language.
pub(crate) fn texts(locale: Locale) -> Result<Texts, Error> {
    load(locale, files(locale))
}

/// Reads the messages of reports, and those of verifying.
pub(crate) fn verification_texts(locale: Locale) -> Result<Texts, Error> {
    let further: &[_] = match locale {
        Locale::En => files!("en": "verify.ftl"),
        Locale::ZhCn => files!("zh-CN": "verify.ftl"),
    };
    load(locale, &[files(locale), further].concat())
}

fn load(locale: Locale, files: &[(&str, &str)]) -> Result<Texts, Error> {
    Texts::load(locale, files).map_err(|error| Error::new("unexpected").with("detail", error))
}

/// Reads the messages of every language of a report.
pub(crate) fn all_texts(locale: ReportLocale) -> Result<Vec<Texts>, Error> {
    locale
        .locales()
        .iter()
        .map(|locale| texts(*locale))
        .collect()
}

/// Reads the faces of a language and hands them to a function.
pub(crate) fn with_fonts<T>(
    environment: &dyn Environment,
    locale: Locale,
    make: impl FnOnce(&Fonts<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let files = font_files(locale);
    let read = files.iter().map(|entry| {
        environment
            .font(entry.name)
            .map_err(|error| file(entry.name, error))
    });
    let bytes: Vec<Arc<Vec<u8>>> = read.collect::<Result<_, _>>()?;
    let sources: Vec<FontSource<'_>> = files
        .into_iter()
        .zip(&bytes)
        .map(|(file, bytes)| FontSource { file, bytes })
        .collect();
    make(&Fonts::load(&sources)?)
}

/// Sets a report.
pub(crate) fn set<F: Printed>(
    facts: &F,
    framework: &Framework,
    locale: ReportLocale,
    fonts: &Fonts<'_>,
) -> Result<MadeReport, Error> {
    let texts = all_texts(locale)?;
    let source = Source {
        facts,
        framework,
        texts: &texts,
    };
    Ok(report(&source, fonts, PRODUCER)?)
}

/// Tells a report as a Word file.
pub(crate) fn editable<F: Printed>(
    facts: &F,
    framework: &Framework,
    locale: ReportLocale,
    fonts: &Fonts<'_>,
) -> Result<Vec<u8>, Error> {
    let texts = all_texts(locale)?;
    let source = Source {
        facts,
        framework,
        texts: &texts,
    };
    Ok(editable_copy(&source, fonts)?)
}
