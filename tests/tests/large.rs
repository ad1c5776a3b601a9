//! Reports longer than anybody plans for: made in bounded memory up to a bound, and refused beyond it.
//!
//! One test, so that nothing else in the process takes memory meanwhile.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::locale::Locale;
use assay_report::{Error, MOST_PAGES, MadeReport, Source, report};
use assay_tests::bench::{memory_mb, reset_memory_mark};
use assay_tests::pdf::ran;
use assay_tests::report::{long_facts, texts, with_fonts};
use std::path::Path;

fn made(sentences: usize) -> Result<MadeReport, Error> {
    let (framework, facts) = long_facts(Locale::En, sentences);
    let texts = texts(Locale::En);
    let source = Source {
        facts: &facts,
        framework: &framework,
        texts: std::slice::from_ref(&texts),
    };
    with_fonts(Locale::En, |fonts| report(&source, fonts, "Assay tests"))
}

#[test]
fn a_thousand_pages_are_made_in_bounded_memory_and_more_than_the_bound_is_refused() {
    reset_memory_mark();
    let report = made(230).unwrap();
    let memory = memory_mb();
    assert!(report.pages >= 1_000, "{}", report.pages);
    assert!(memory < 700.0, "{memory} MB");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, &report.pdf).unwrap();
    let (good, said) = ran(Path::new("qpdf"), &["--check", path.to_str().unwrap()]);
    assert!(good && !said.contains("WARNING"), "{said}");
    let refused = made(700).unwrap_err();
    assert!(matches!(refused, Error::Long), "{refused}");
    assert!(report.pages < u32::from(MOST_PAGES));
}
