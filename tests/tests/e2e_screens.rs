//! Every screen of the window, in both languages, both colours and at 200 %: axe finds
//! nothing, the page's policy is kept, and nothing runs out of the window sideways.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_api::SAMPLE_PASSPHRASE;
use assay_tests::store::{edit, raw_connection_of};
use assay_tests::window::prepared::{Known, office, sample};
use assay_tests::window::survey::{in_every_dress, routes};
use assay_tests::window::{Home, Key, Window};
use serde_json::Value;
use std::collections::BTreeSet;

/// Walks over every screen and returns everything that is wrong with it.
fn walk(window: &Window, known: &Known, dress: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    let routes = routes(known);
    for (name, address) in &routes {
        // With a workspace open, the first screen leads to the overview.
        let screen = if name == "start" { "overview" } else { name };
        window.go(address, screen);
        wrong.extend(window.survey(&format!("{dress}-{name}")));
        seen.insert(window.address());
    }
    assert_eq!(seen.len(), routes.len() - 1, "{seen:?}");
    wrong
}

#[test]
fn every_screen_is_accessible_in_both_languages_and_colours_and_at_200_percent() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("sample.assay");
    let known = sample(&workspace);
    let open = |home: &Home| Window::unlocked(home, &workspace, SAMPLE_PASSPHRASE);
    in_every_dress(&home, open, |window, dress| walk(window, &known, dress));
}

#[test]
fn the_first_screens_are_accessible_before_and_after_a_workspace_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("office.assay");
    office(&workspace, "Benefit triage");
    in_every_dress(&home, Window::open, |window, dress| {
        let mut wrong = Vec::new();
        for (address, screen) in [("/", "start"), ("/new", "create"), ("/verify", "verify")] {
            window.go(address, screen);
            wrong.extend(window.survey(&format!("{dress}-before-{screen}")));
        }
        window.go("/", "start");
        window.choose_workspace(&workspace);
        wrong.extend(window.survey(&format!("{dress}-before-unlock")));
        window.fill("passphrase", "not this one");
        window.press(Key::Enter);
        window.until(
            "a refusal",
            "return !!document.querySelector('[role=alert]')?.innerText",
        );
        window.rest("the refusal");
        wrong.extend(window.survey(&format!("{dress}-before-unlock-refused")));
        wrong
    });
}

/// What a full check finds is shown by the history, row by row.
#[test]
fn the_check_of_a_workspace_that_was_changed_past_the_program_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("sample.assay");
    let _ = sample(&workspace);
    edit(
        &raw_connection_of(&workspace, SAMPLE_PASSPHRASE),
        "UPDATE answer SET value = 'met', note = 'better';
         UPDATE action SET owner = 'nobody';
         UPDATE report SET state = 'unsigned', signatures = '[]';
         DELETE FROM finding_step; DELETE FROM finding;
         DELETE FROM erasable",
    );
    let open = |home: &Home| Window::unlocked(home, &workspace, SAMPLE_PASSPHRASE);
    in_every_dress(&home, open, |window, dress| {
        window.go("/history", "history");
        let _ = window.look("find('history-check').click(); return true");
        window.until("problems", "return !!find('history-check-result')");
        window.rest("the problems");
        let named =
            window.look("return find('history-check-result').querySelectorAll('li li').length");
        assert!(named.as_u64() > Some(100), "{named}");
        window.survey(&format!("{dress}-history-problems"))
    });
}

/// A page with faults is called faulty: else its silence says nothing.
#[test]
fn axe_and_the_measure_of_width_find_what_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&Home::in_folder(folder.path()));
    window.dress("en", "light");
    assert_eq!(window.overflow(), 0);
    let plant = "const image = document.createElement('img'); const wide = document.createElement('p'); \
                 wide.style.width = '4000px'; wide.textContent = 'wide'; \
                 document.querySelector('#main').append(image, wide); return true";
    assert_eq!(window.look(plant), Value::Bool(true));
    let found = window.axe();
    assert!(
        found.iter().any(|found| found.starts_with("image-alt")),
        "{found:?}"
    );
    assert!(window.overflow() > 1_000);
    window.close();
}
