//! Every dialog of the window, in both languages, both colours and at 200 %: axe finds nothing, nothing
//! runs out of it sideways, and the focus is inside.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::SAMPLE_PASSPHRASE;
use assay_tests::window::prepared::{DECISION_FILE, Known, sample};
use assay_tests::window::survey::{in_every_dress, routes};
use assay_tests::window::{Home, Key, Window};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is done on a screen before a dialog opens.
#[derive(Clone, Copy)]
enum Step {
    /// A control, by its name or by a selector.
    Press(&'static str),
    Write(&'static str, &'static str),
    /// A key for the screen as a whole.
    Strike(Key),
    /// The file of decisions.
    Drop,
}
use Step::{Drop, Press, Strike, Write};

/// Every dialog, with its screen and what opens it.
const DIALOGS: &[(&str, &str, &[Step])] = &[
    ("find", "overview", &[Press("find-open")]),
    ("shortcuts", "overview", &[Strike(Key::Help)]),
    (
        "leave-dialog",
        "systemNew",
        &[
            Write("system-name", "Meter reading"),
            Press("rail-overview"),
        ],
    ),
    (
        "system-columns-dialog",
        "systems",
        &[Press("system-columns")],
    ),
    (
        "evidence-dialog",
        "assessmentQuestion",
        &[Press("evidence-add-reference")],
    ),
    (
        "evidence-detach-dialog",
        "assessmentQuestion",
        &[
            Press("evidence-add-reference"),
            Write("evidence-name", "Minutes of the board"),
            Write("evidence-locator", "Shelf 4"),
            Press("evidence-save"),
            Press("evidence-detach"),
        ],
    ),
    (
        "rating-block-dialog",
        "assessmentRatings",
        &[Press("rating-confirm-block")],
    ),
    ("dissent-dialog", "draftResult", &[Press("dissent-add")]),
    ("make-report-dialog", "incident", &[Press("make-report")]),
    ("report-sign-dialog", "report", &[Press("report-sign")]),
    ("report-body-dialog", "report", &[Press("report-body")]),
    (
        "report-redact-dialog",
        "signedReport",
        &[Press("report-redact")],
    ),
    ("plan-dialog", "auditProgramme", &[Press("plan-add")]),
    ("check-dialog", "auditProgramme", &[Press("check-record")]),
    ("except-dialog", "auditProgramme", &[Press("plan-except")]),
    ("audit-close-dialog", "audit", &[Press("audit-close")]),
    ("sample-dialog", "auditSamples", &[Press("sample-draw")]),
    (
        "step-dialog",
        "finding",
        &[Press("[data-testid^=finding-step-]")],
    ),
    ("quick-entry", "decisions", &[Press("decision-note")]),
    ("outcome-dialog", "decision", &[Press("decision-outcome")]),
    ("volume-dialog", "decisionVolumes", &[Press("volume-add")]),
    ("second-dialog", "decisionReviews", &[Press("second-draw")]),
    (
        "follow-dialog",
        "decisionAnalysis",
        &[Press("[data-testid^=follow-]:is(button)")],
    ),
    (
        "imports-undo-dialog",
        "decisionImport",
        &[Press("imports-undo")],
    ),
    (
        "imports-values",
        "decisionImport",
        &[Drop, Press("[data-testid^=imports-values-]:is(button)")],
    ),
    ("drill-dialog", "fallback", &[Press("drill-plan")]),
    (
        "plan-overwrite",
        "fallbackPlan",
        &[
            Write("plan-trigger", ", or a wrong one"),
            Press("[data-testid=plan-versions] button"),
        ],
    ),
    ("stop-dialog", "authorisation", &[Press("stop-add")]),
    ("drill-text-dialog", "drill", &[Press("drill-note")]),
    (
        "drill-count-dialog",
        "drill",
        &[Press(".watch-counts .row button:last-child")],
    ),
    ("duty-dialog", "incidentDuties", &[Press("duty-add")]),
    (
        "report-dialog",
        "incident",
        &[Press("incident-report-free")],
    ),
    (
        "incident-close-dialog",
        "incident",
        &[Press("incident-close")],
    ),
    ("reopen-dialog", "incident", &[Press("incident-reopen")]),
    ("person-dialog", "settings", &[Press("person-add")]),
    (
        "passphrase-dialog",
        "settings",
        &[Press("passphrase-change")],
    ),
    ("names-dialog", "settings", &[Press("privacy-show-names")]),
    ("thin-dialog", "settings", &[Press("privacy-thin")]),
    (
        "names-erase-dialog",
        "settings",
        &[Press("privacy-names"), Press("privacy-save")],
    ),
];

fn take(window: &Window, step: Step, file: &Path) {
    let ready = |name: &str| {
        let free = format!(
            "window.assayFound = find({0}) ?? document.querySelector({0}); \
             return !!assayFound && !assayFound.disabled && assayFound.ariaDisabled !== 'true'",
            json!(name)
        );
        window.until(name, &free);
    };
    match step {
        Press(name) => {
            ready(name);
            let _ = window.look("assayFound.focus(); assayFound.click(); return true");
        }
        Write(name, text) => {
            ready(name);
            let _ = window.look("assayFound.focus(); return true");
            window.type_text(text);
        }
        Strike(key) => window.press(key),
        Drop => {
            ready("imports-system");
            window.drop_file(file);
        }
    }
}

/// Screens reached by a name of their own: a finished result can only be read, and what is not signed
/// is not yet redacted. Each with what `routes.ts` calls it and its address.
const SPECIAL: &[(&str, &str, &str)] = &[
    ("draftResult", "assessmentResult", "/assessments/:id/result"),
    ("signedReport", "report", "/reports/:id"),
];

/// Closes the dialog. What was written is given up with the page: leaving it asks.
fn leave(window: &Window, steps: &[Step]) {
    if steps.iter().any(|step| matches!(step, Write(..) | Drop)) {
        window.reload();
    } else {
        let _ = window.look("document.querySelector('dialog[open]').close(); return true");
        window.until(
            "no dialog",
            "return !document.querySelector('dialog[open]')",
        );
    }
}

/// Opens every dialog and returns everything that is wrong with it.
fn walk(window: &Window, known: &Known, file: &Path, dress: &str) -> Vec<String> {
    let mut addresses: BTreeMap<String, String> = routes(known).into_iter().collect();
    for (name, _, pattern) in SPECIAL {
        addresses.insert((*name).to_owned(), known.fill(name, pattern));
    }
    let mut wrong = Vec::new();
    for (dialog, screen, steps) in DIALOGS {
        let special = SPECIAL.iter().find(|row| row.0 == *screen);
        window.go(&addresses[*screen], special.map_or(*screen, |row| row.1));
        for step in *steps {
            take(window, *step, file);
        }
        window.until(dialog, &format!("return !!find({})?.open", json!(dialog)));
        window.rest(dialog);
        wrong.extend(window.survey(&format!("{dress}-dialog-{dialog}")));
        let inside = format!(
            "return find({}).contains(document.activeElement)",
            json!(dialog)
        );
        if window.look(&inside) != json!(true) {
            wrong.push(format!("{dress} {dialog}: the focus is outside"));
        }
        leave(window, steps);
    }
    wrong
}

/// Returns the names of all dialogs in the source of the window.
fn dialogs() -> BTreeSet<String> {
    fn gather(folder: &Path, into: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, into);
            } else if path.extension().is_some_and(|end| end == "svelte") {
                let source = std::fs::read_to_string(&path).unwrap();
                for tag in ["<Dialog ", "<Dialog\n", "<dialog\n"] {
                    let named = source.split(tag).skip(1).map(|rest| {
                        let name = rest.split_once("testid=\"").map(|(_, rest)| rest);
                        name.unwrap_or_else(|| panic!("a dialog without a name in {path:?}"))
                    });
                    into.extend(named.map(|rest| rest.split('"').next().unwrap().to_owned()));
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src");
    gather(&source, &mut found);
    found
}

#[test]
fn every_dialog_is_accessible_in_both_languages_and_colours_and_at_200_percent() {
    let named: BTreeSet<String> = DIALOGS.iter().map(|row| row.0.to_owned()).collect();
    assert_eq!(named, dialogs());
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("sample.assay");
    let known = sample(&workspace);
    let file = workspace.with_file_name(DECISION_FILE);
    let open = |home: &Home| Window::unlocked(home, &workspace, SAMPLE_PASSPHRASE);
    in_every_dress(&home, open, |window, dress| {
        walk(window, &known, &file, dress)
    });
}
