//! From facts to the pages of a report, in the person's language.

use crate::environment::Environment;
use crate::error::{Error, file};
use assay_domain::facts::Facts;
use assay_domain::framework::Framework;
use assay_domain::locale::Locale;
use assay_report::l10n::Texts;
use assay_report::{AssessmentReport, FontSource, Fonts, Source, assessment_report, font_files};

/// Names the program in the properties of a PDF.
const PRODUCER: &str = concat!("Assay ", env!("CARGO_PKG_VERSION"));

macro_rules! messages {
    ($locale:literal) => {
        &[
            (
                "method.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/method.ftl"
                )),
            ),
            (
                "ui.ftl",
                include_str!(concat!("../../../../assets/locales/", $locale, "/ui.ftl")),
            ),
            (
                "action.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/action.ftl"
                )),
            ),
            (
                "system.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/system.ftl"
                )),
            ),
            (
                "report.ftl",
                include_str!(concat!(
                    "../../../../assets/locales/",
                    $locale,
                    "/report.ftl"
                )),
            ),
        ]
    };
}

/// Reads the messages of reports in a language.
fn texts(locale: Locale) -> Result<Texts, Error> {
    let files: &[(&str, &str)] = match locale {
        Locale::En => messages!("en"),
        Locale::ZhCn => messages!("zh-CN"),
    };
    Texts::load(locale, files).map_err(|error| Error::new("unexpected").with("detail", error))
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
    let bytes: Vec<Vec<u8>> = read.collect::<Result<_, _>>()?;
    let sources: Vec<FontSource<'_>> = files
        .into_iter()
        .zip(&bytes)
        .map(|(file, bytes)| FontSource { file, bytes })
        .collect();
    make(&Fonts::load(&sources)?)
}

/// Sets the report of an assessment.
pub(crate) fn assessment(
    facts: &Facts,
    framework: &Framework,
    locale: Locale,
    fonts: &Fonts<'_>,
) -> Result<AssessmentReport, Error> {
    let texts = texts(locale)?;
    Ok(assessment_report(
        Source {
            facts,
            framework,
            texts: &texts,
        },
        fonts,
        PRODUCER,
    )?)
}
