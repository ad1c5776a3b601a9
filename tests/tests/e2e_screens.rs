//! Every screen of the window, in both languages, both colours and at 200 %: axe finds nothing, the
//! page's policy is kept, and nothing runs out of the window sideways.
#![allow(clippy::unwrap_used, missing_docs, clippy::print_stderr)]

use assay_tests::window::prepared::{Known, sample};
use assay_tests::window::{Home, Key, Shape, Window};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// The sample's published passphrase.
const ASSESSOR: &str = "assay-sample";

/// Returns name and address of every screen that `routes.ts` lists, with what is known put in.
fn routes(known: &Known) -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/routes.ts");
    let source = std::fs::read_to_string(source).unwrap();
    let table = source.split("export const ROUTES = {").nth(1).unwrap();
    let table = table.split("} as const").next().unwrap();
    let rows = table.lines().filter_map(|line| {
        let (name, rest) = line.trim().split_once(": { path: \"")?;
        Some((name.to_owned(), known.fill(name, rest.split('"').next()?)))
    });
    rows.collect()
}

/// Opens the sample's workspace in a new window.
fn open(home: &Home, workspace: &Path) -> Window {
    let window = Window::open(home);
    window.pick(workspace);
    window.enter("workspace-open");
    window.wait_for("workspace-unlock");
    window.fill("passphrase", ASSESSOR);
    window.press(Key::Enter);
    window.arrive("rail-systems");
    window
}

/// Shows the window in a language and colours, as the settings keep them.
fn dress(window: &Window, locale: &str, theme: &str) {
    let keep = format!(
        "window.__TAURI_INTERNALS__.invoke('app_preferences_save', {{ request: {} }}).then(() => location.reload()); return true",
        json!({ "locale": locale, "theme": theme })
    );
    let _ = window.look(&keep);
    let dressed = format!(
        "const d = document.documentElement; return d.lang === '{locale}' && d.dataset.theme === '{theme}' \
         && !!document.querySelector('h1')"
    );
    window.until(&format!("{locale} in {theme}"), &dressed);
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let _ = window.look(&std::fs::read_to_string(axe).unwrap());
}

/// Goes to an address and waits until its screen stands there with all that it asked for.
fn go(window: &Window, address: &str, screen: &str) {
    let _ = window.look(&format!("location.hash = {}; return true", json!(address)));
    let drawn = format!(
        "return document.documentElement.dataset.screen === {} && window.assayAsked === 0 \
         && !!document.querySelector('h1') && !document.querySelector('[aria-busy=true]')",
        json!(screen)
    );
    window.until(address, &drawn);
    // What an answer brings is drawn, and may ask again, in the moment after it.
    let still = format!(
        "const text = document.body.innerText; const same = window.assayText === text; \
         window.assayText = text; return same && (() => {{ {drawn} }})()"
    );
    window.until(address, &still);
}

/// Waits until what stands on the page has been drawn twice, so that a picture shows it.
fn drawn(window: &Window) {
    let _ = window.look(
        "window.assayDrawn = false; const twice = () => requestAnimationFrame(() => { window.assayDrawn = true }); \
         requestAnimationFrame(twice); return true",
    );
    window.until("the page drawn", "return window.assayDrawn");
    std::thread::sleep(std::time::Duration::from_millis(60));
}

/// Returns what axe finds on the screen by the rules of WCAG 2.2 AA, each as rule and place.
fn axe(window: &Window) -> Vec<String> {
    let run = "window.assayFound = null; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
               resultTypes: ['violations'] }).then((r) => { window.assayFound = r.violations.flatMap((v) => \
               v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`)) }, (e) => { window.assayFound = [String(e)] }); return true";
    let _ = window.look(run);
    window.until("the answer of axe", "return window.assayFound !== null");
    serde_json::from_value(window.look("return window.assayFound")).unwrap()
}

/// Returns by how many pixels the page, or what scrolls on it as a whole, is wider than its room.
fn overflow(window: &Window) -> i64 {
    let wide = window.look(
        "const all = [document.documentElement, document.body, document.querySelector('#main')]; \
         return Math.max(...all.map((e) => e.scrollWidth - e.clientWidth))",
    );
    wide.as_i64().unwrap()
}

/// Returns by how many pixels the window itself can be scrolled down beside a page that scrolls. The
/// screens before a workspace is open, that of a locked drill among them, have no such page; where they
/// stack, the window scrolls them.
fn hidden_length(window: &Window) -> i64 {
    let long = window.look(
        "const root = document.documentElement; \
         return document.querySelector('.page:not(.locked-drill)') ? root.scrollHeight - root.clientHeight : 0",
    );
    long.as_i64().unwrap()
}

/// Walks over every screen and returns everything that is wrong with it.
fn walk(window: &Window, known: &Known, seen: &mut BTreeSet<String>, into: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, address) in routes(known) {
        // With a workspace open, the first screen leads to the overview.
        let screen = if name == "start" { "overview" } else { &name };
        go(window, &address, screen);
        let at = format!("{name} {address}");
        wrong.extend(
            axe(window)
                .into_iter()
                .map(|found| format!("{at}: {found}")),
        );
        let wider = overflow(window);
        if wider > 0 {
            wrong.push(format!("{at}: {wider} px wider than the window"));
        }
        let longer = hidden_length(window);
        if longer > 0 {
            wrong.push(format!(
                "{at}: the window scrolls by {longer} px beside its page"
            ));
        }
        seen.insert(window.address());
        if pictures() {
            drawn(window);
            window.picture(&format!("{into}-{name}"));
        }
    }
    wrong.extend(problems(window));
    wrong
}

/// Returns what went wrong on the page, but for what loading it anew leaves behind: the answer to the
/// question whether files were dropped finds nobody who asked.
fn problems(window: &Window) -> Vec<String> {
    let mut problems = window.problems();
    problems.retain(|problem| !problem.contains("Couldn't find callback id"));
    problems
}

/// The smallest window that everything must be usable in, and one whose page is twice as large.
const SHAPES: [Shape; 2] = [
    Shape {
        size: (1024, 700),
        zoom: 1,
    },
    Shape {
        size: (1280, 800),
        zoom: 2,
    },
];
/// The screen of a desk, of which pictures are taken as well.
const DESK: Shape = Shape {
    size: (1920, 1080),
    zoom: 1,
};

#[test]
fn every_screen_is_accessible_in_both_languages_and_colours_and_at_200_percent() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let workspace = home.documents().join("sample.assay");
    let known = sample(&workspace);
    let mut wrong = Vec::new();
    let desk = pictures().then_some(DESK);
    for shape in SHAPES.into_iter().chain(desk) {
        let home = home.shaped(shape);
        let window = open(&home, &workspace);
        let room = i64::from(shape.size.0 / shape.zoom);
        assert_eq!(window.look("return innerWidth"), json!(room));
        for locale in ["en", "zh-CN"] {
            for theme in ["light", "dark"] {
                dress(&window, locale, theme);
                let mut seen = BTreeSet::new();
                let name = format!("{locale}-{theme}-{}-{}", shape.size.0, shape.zoom);
                let found = walk(&window, &known, &mut seen, &name);
                wrong.extend(found.into_iter().map(|found| format!("{name}: {found}")));
                // With a workspace open, the first screen leads to the overview.
                assert_eq!(seen.len(), routes(&known).len() - 1, "{seen:?}");
            }
        }
        window.close();
    }
    assert!(
        wrong.is_empty(),
        "{} faults:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether pictures of all screens are wanted, for people to look at: `ASSAY_PICTURES` is set.
fn pictures() -> bool {
    std::env::var_os("ASSAY_PICTURES").is_some()
}

#[test]
fn the_first_screen_is_accessible_before_and_after_a_workspace_was_open() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::in_folder(folder.path());
    let window = Window::open(&home);
    let mut wrong = Vec::new();
    for locale in ["en", "zh-CN"] {
        for theme in ["light", "dark"] {
            dress(&window, locale, theme);
            for (address, screen) in [("/", "start"), ("/new", "create"), ("/verify", "verify")] {
                go(&window, address, screen);
                wrong.extend(
                    axe(&window)
                        .into_iter()
                        .map(|found| format!("{locale} {theme} {address}: {found}")),
                );
            }
        }
    }
    wrong.extend(problems(&window));
    window.close();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A page with faults is called faulty: else its silence says nothing.
#[test]
fn axe_and_the_measure_of_width_find_what_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&Home::in_folder(folder.path()));
    dress(&window, "en", "light");
    assert_eq!(overflow(&window), 0);
    let plant = "const image = document.createElement('img'); const wide = document.createElement('p'); \
                 wide.style.width = '4000px'; wide.textContent = 'wide'; \
                 document.querySelector('#main').append(image, wide); return true";
    assert_eq!(window.look(plant), Value::Bool(true));
    let found = axe(&window);
    assert!(
        found.iter().any(|found| found.starts_with("image-alt")),
        "{found:?}"
    );
    assert!(overflow(&window) > 1_000);
    window.close();
}
