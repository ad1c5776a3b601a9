//! Signed reports of the sample, made by the program that people run, before judges that share no code with it.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::locale::Locale;
use assay_tests::report::texts;
use assay_tests::seal::{python, run};
use assay_tests::terminal::Terminal;
use serde_json::Value;
use std::path::Path;

/// The sample's published passphrase.
const ASSESSOR: &str = "assay-sample";

/// What each language's report must have as text besides its grade: a system, a person, a risk, and measures by their names.
fn names(locale: Locale) -> [&'static str; 4] {
    match locale {
        Locale::En => [
            "Load dispatch advice",
            "Assessment lead",
            "Risks of robustness",
            "Vetted suppliers",
        ],
        Locale::ZhCn => [
            "电网负荷调度辅助决策系统",
            "评估负责人",
            "鲁棒性弱风险",
            "供应商",
        ],
    }
}

/// Makes the sample in a language and its signed report, and returns the report's path.
fn signed(folder: &Path, locale: Locale) -> String {
    let terminal = Terminal::in_folder(folder).as_person(ASSESSOR);
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (workspace, pdf) = (at("sample.assay"), at("report.pdf"));
    let lang = ["--lang", locale.tag()];
    let new = ["new", &workspace, "--sample"];
    terminal.run(&[&new[..], &lang].concat()).with(0);
    let make = [
        "report",
        "make",
        &workspace,
        "--system",
        "YMS-AI-02",
        "--report-lang",
        locale.tag(),
        "--sign",
        "--out",
        &pdf,
    ];
    terminal.run(&make).with(0);
    pdf
}

fn judge(script: &str, pdf: &str) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("peers")
        .join(script);
    run(python(), &[script.to_str().unwrap(), pdf])
}

fn is_accepted(locale: Locale) {
    let folder = tempfile::tempdir().unwrap();
    let pdf = signed(folder.path(), locale);

    let pdfsig = run("pdfsig", &[&pdf]);
    assert_eq!(pdfsig.matches("Signature is Valid").count(), 1, "{pdfsig}");
    assert!(pdfsig.contains("Total document signed"), "{pdfsig}");

    let found: Value = serde_json::from_str(&judge("judge_signature.py", &pdf)).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["bottom_line"], true, "{found}");
    assert_eq!(found[0]["coverage"], "ENTIRE_FILE", "{found}");

    let qpdf = run("qpdf", &["--check", &pdf]);
    assert!(
        qpdf.contains("No syntax or stream encoding errors"),
        "{qpdf}"
    );

    let said = judge("judge_report.py", &pdf);
    assert!(
        said.contains("3a passes") && said.contains("ua1 passes"),
        "{said}"
    );

    let recomputed: Value = serde_json::from_str(&run(
        "python3",
        &[
            concat!(env!("CARGO_MANIFEST_DIR"), "/peers/recompute.py"),
            &pdf,
        ],
    ))
    .unwrap();
    assert_eq!(recomputed["agrees"], true, "{recomputed}");

    let text = run("pdftotext", &["-layout", &pdf, "-"]);
    let grade = texts(locale).get(&format!("grade-{}", recomputed["grade"]), &[]);
    assert!(text.contains(&grade), "{grade}");
    for clause in 'a'..='i' {
        assert!(text.contains(&format!("6.3({clause})")), "{clause}");
    }
    for name in names(locale) {
        assert!(text.contains(name), "{name}");
    }
}

#[test]
fn every_judge_accepts_the_signed_report_in_english() {
    is_accepted(Locale::En);
}

#[test]
fn every_judge_accepts_the_signed_report_in_chinese() {
    is_accepted(Locale::ZhCn);
}
