//! A PDF as other people's programs see it.

use assay_domain::workspace::PaperSize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a program and returns whether it was content, with everything that it said.
///
/// # Panics
/// When there is no such program.
pub fn ran(program: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), format!("{said}{complained}"))
}

/// The words on the pages of a PDF, as `pdftotext` reads them, with one space between them.
///
/// # Panics
/// When it can't be read.
#[must_use]
pub fn text_of(path: &Path) -> String {
    words(path, &[])
}

/// The same in the order in which they were written, so that a cell of a table stays whole.
///
/// # Panics
/// When it can't be read.
#[must_use]
pub fn written_text_of(path: &Path) -> String {
    words(path, &["-raw"])
}

fn words(path: &Path, options: &[&str]) -> String {
    let path = path.to_str().expect("paths of tests are text");
    let arguments = [options, &[path, "-"]].concat();
    let (good, text) = ran(Path::new("pdftotext"), &arguments);
    assert!(good, "{text}");
    // Line breaks on paper are no part of the words.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The size of the first page of a PDF, as `pdfinfo` says it.
///
/// # Panics
/// When it can't be read.
#[must_use]
pub fn sheet_of(path: &Path) -> String {
    let path = path.to_str().expect("paths of tests are text");
    let (good, said) = ran(Path::new("pdfinfo"), &[path]);
    assert!(good, "{said}");
    let size = said
        .lines()
        .find_map(|line| line.strip_prefix("Page size:"));
    size.expect("every page has a size").trim().to_owned()
}

/// Returns what `pdfinfo` calls a sheet of paper.
#[must_use]
pub const fn sheet(paper: PaperSize) -> &'static str {
    match paper {
        PaperSize::A4 => "595.28 x 841.89 pts (A4)",
        PaperSize::Letter => "612 x 792 pts (letter)",
    }
}

/// A program of the judges' Python, which may not be installed.
#[must_use]
pub fn venv(program: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let venv = std::env::var_os("ASSAY_VENV").map_or_else(|| root.join(".venv"), PathBuf::from);
    venv.join("bin").join(program)
}

/// Has a PDF judged by qpdf, and by PDF/A-3a and PDF/UA-1 where the judges are installed.
///
/// # Panics
/// When one of them complains.
pub fn judged(path: &Path) {
    all_judged(&[path.to_owned()], &[]);
}

/// The same of several at once, since the start of a judge takes most of its time; without rules of
/// outloud that they can't follow, by their names.
///
/// # Panics
/// When a judge complains about one of them.
pub fn all_judged(paths: &[PathBuf], skipped: &[&str]) {
    let text = |path: &PathBuf| path.to_str().expect("paths of tests are text").to_owned();
    let paths: Vec<String> = paths.iter().map(text).collect();
    for path in &paths {
        let (good, said) = ran(Path::new("qpdf"), &["--check", path]);
        assert!(good && !said.contains("WARNING"), "{said}");
    }
    let python = venv("python");
    if !python.exists() {
        crate::skip("the Python judges are not installed: set ASSAY_VENV");
        return;
    }
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/judge_report.py");
    let judge = judge.to_str().expect("paths of tests are text");
    let paths = paths.iter().map(String::as_str);
    let arguments: Vec<&str> = std::iter::once(judge).chain(paths.clone()).collect();
    let (good, said) = ran(&python, &arguments);
    assert!(good, "{said}");
    let skipped = skipped.iter().flat_map(|rule| ["--skip", rule]);
    let arguments = ["--fail-on", "error"].into_iter();
    let arguments: Vec<&str> = arguments.chain(skipped).chain(paths).collect();
    let (good, said) = ran(&venv("outloud"), &arguments);
    assert!(good, "{said}");
}

/// Checks JSON files against schemas, each pair a schema and a file, where the judge is installed.
///
/// # Panics
/// When a file does not follow its schema.
pub fn follow(pairs: &[(PathBuf, PathBuf)]) {
    let python = venv("python");
    let ready = ran_if_there(&python, &["-c", "import jsonschema, regex"]);
    if !ready {
        crate::skip("jsonschema is not installed: set ASSAY_VENV");
        return;
    }
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/schema.py");
    let paths = pairs.iter().flat_map(|(schema, file)| [schema, file]);
    let arguments: Vec<&str> = std::iter::once(&judge)
        .chain(paths)
        .map(|path| path.to_str().expect("paths of tests are text"))
        .collect();
    let (good, said) = ran(&python, &arguments);
    assert!(good, "{said}");
}

/// Tells whether a program is there and content.
fn ran_if_there(program: &Path, arguments: &[&str]) -> bool {
    program.exists() && ran(program, arguments).0
}

/// Has compliance-trestle read OSCAL files, where it is installed.
///
/// # Panics
/// When it refuses one.
pub fn oscal(files: &[PathBuf]) {
    let python = venv("python");
    if !ran_if_there(&python, &["-c", "import trestle"]) {
        crate::skip("compliance-trestle is not installed: set ASSAY_VENV");
        return;
    }
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/oscal.py");
    let arguments: Vec<&str> = std::iter::once(&judge)
        .chain(files)
        .map(|path| path.to_str().expect("paths of tests are text"))
        .collect();
    let (good, said) = ran(&python, &arguments);
    assert!(good, "{said}");
}

/// Takes a file out of a PDF by its name; nothing where there is none.
///
/// # Panics
/// When the list of attachments can't be read.
#[must_use]
pub fn inside(pdf: &Path, name: &str) -> Option<PathBuf> {
    let out = pdf.with_extension(name);
    let (out_text, pdf_text) = (out.to_str()?, pdf.to_str()?);
    let (good, list) = ran(Path::new("pdfdetach"), &["-list", pdf_text]);
    assert!(good, "{list}");
    let entries = list.lines().filter_map(|line| line.split_once(": "));
    let mut entries = entries.filter(|(_, listed)| *listed == name);
    let (number, _) = entries.next()?;
    let arguments = ["-save", number.trim(), "-o", out_text, pdf_text];
    ran(Path::new("pdfdetach"), &arguments).0.then_some(out)
}
