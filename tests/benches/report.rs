//! Reports by their length: made, signed and verified, beside the same words typeset by the typst package.

use assay_domain::facts::Facts;
use assay_domain::framework::Framework;
use assay_domain::locale::Locale;
use assay_report::{Fonts, MadeReport, Source, documents, report};
use assay_tests::bench::{Figures, memory_mb, quantile, reset_memory_mark, timed};
use assay_tests::peer::script;
use assay_tests::report::{long_facts, texts, with_fonts};
use assay_tests::seal::{key, signed};
use assay_tests::typst::markup;
use assay_verify::{Trust, verify_bytes};
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

const ROUNDS: usize = 5;
const TARGET_SHORT_MS: f64 = 300.0;
const TARGET_LONG_MS: f64 = 1_500.0;
const TARGET_LONG_MB: f64 = 300.0;
const TARGET_SIGN_MS: f64 = 500.0;
const TARGET_VERIFY_MS: f64 = 1_000.0;
/// The reports that are measured have at least so many pages.
const SHORT: u32 = 40;
const LONG: u32 = 300;
/// So many sentences in each note make each of them.
const FEW: usize = 1;
const MANY: usize = 60;

fn make(of: &(Framework, Facts), fonts: &Fonts<'_>) -> MadeReport {
    let texts = texts(Locale::En);
    let source = Source {
        facts: &of.1,
        framework: &of.0,
        texts: std::slice::from_ref(&texts),
    };
    report(&source, fonts, "Assay bench").expect("a report")
}

/// How long typst takes over the same words, in milliseconds.
fn typst(of: &(Framework, Facts), folder: &Path) -> f64 {
    let texts = texts(Locale::En);
    let source = Source {
        facts: &of.1,
        framework: &of.0,
        texts: std::slice::from_ref(&texts),
    };
    let path = folder.join("report.typ");
    let words = markup(&documents(&source).expect("a document")[0]);
    std::fs::write(&path, words).expect("the folder takes a file");
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    let output = script("typst_report.py").arg(&path).arg(fonts).output();
    let output = output.expect("the script runs");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let said: Value = serde_json::from_slice(&output.stdout).expect("it answers in JSON");
    said["seconds"].as_f64().expect("a number") * 1_000.0
}

/// Makes a report again and again; returns it with the median time.
fn measured(
    figures: &mut Figures,
    of: &(Framework, Facts),
    (pages, target): (u32, f64),
    folder: &Path,
) -> MadeReport {
    let (made, times) = with_fonts(Locale::En, |fonts| {
        let mut made = make(of, fonts);
        let rounds = (0..ROUNDS).map(|_| {
            let (again, taken) = timed(|| make(of, fonts));
            made = again;
            taken
        });
        let times: Vec<f64> = rounds.collect();
        (made, times)
    });
    assert!(made.pages >= pages, "{} pages", made.pages);
    let taken = quantile(times, 0.5);
    figures.say(
        &format!("a report of {} pages made", made.pages),
        taken,
        target,
    );
    let peer = typst(of, folder);
    figures.compare("the same words typeset by typst", taken, peer, 1.0);
    made
}

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    let mut figures = Figures::of("report");
    let short = long_facts(Locale::En, FEW);
    measured(
        &mut figures,
        &short,
        (SHORT, TARGET_SHORT_MS),
        folder.path(),
    );
    let long = long_facts(Locale::En, MANY);
    reset_memory_mark();
    let made = measured(&mut figures, &long, (LONG, TARGET_LONG_MS), folder.path());
    figures.size(
        "the most memory while it was made",
        memory_mb(),
        TARGET_LONG_MB,
    );
    let key = key("assessor", 7);
    let (pdf, taken) = timed(|| signed(&made.pdf, "Sig1", &key));
    figures.say("signing it", taken, TARGET_SIGN_MS);
    let (found, taken) = timed(|| verify_bytes(&pdf, "report.pdf", &Trust::default()));
    assert!(!found.signatures.is_empty(), "{found:?}");
    figures.say("verifying it", taken, TARGET_VERIFY_MS);
    figures.end()
}
