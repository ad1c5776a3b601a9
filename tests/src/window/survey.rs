//! Looks at a screen as a whole: what axe finds, whether something runs out of the window, pictures.

use super::prepared::Known;
use super::{Home, Shape, Window};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

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

/// Whether pictures of all screens are wanted, for people to look at: `ASSAY_PICTURES` is set.
fn pictures() -> bool {
    std::env::var_os("ASSAY_PICTURES").is_some()
}

/// Opens a window in every shape and looks at it in both languages and colours. The look is told the
/// beginning of names of pictures, and returns what is wrong.
///
/// # Panics
/// When something is wrong.
pub fn in_every_dress(
    home: &Home,
    open: impl Fn(&Home) -> Window,
    mut look: impl FnMut(&Window, &str) -> Vec<String>,
) {
    let mut wrong = Vec::new();
    for shape in SHAPES.into_iter().chain(pictures().then_some(DESK)) {
        let window = open(&home.shaped(shape));
        let (width, zoom) = (shape.size.0, shape.zoom);
        assert_eq!(window.look("return innerWidth"), json!(width / zoom));
        for locale in ["en", "zh-CN"] {
            for theme in ["light", "dark"] {
                window.dress(locale, theme);
                wrong.extend(look(&window, &format!("{locale}-{theme}-{width}-{zoom}")));
            }
        }
        wrong.extend(window.problems_but_of_loading());
        window.close();
    }
    let faults = wrong.join("\n");
    assert!(wrong.is_empty(), "{} faults:\n{faults}", wrong.len());
}

/// Returns name and address of every screen that `routes.ts` lists, with what is known put in.
///
/// # Panics
/// When the table of routes is not found.
#[must_use]
pub fn routes(known: &Known) -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/routes.ts");
    let source = std::fs::read_to_string(source).expect("the routes are there");
    let table = source.split("export const ROUTES = {").nth(1);
    let table = table.and_then(|rest| rest.split("} as const").next());
    let rows = table.expect("a table of routes").lines();
    let rows = rows.filter_map(|line| {
        let (name, rest) = line.trim().split_once(": { path: \"")?;
        Some((name.to_owned(), known.fill(name, rest.split('"').next()?)))
    });
    rows.collect()
}

impl Window {
    /// Shows the window in a language and colours, as the settings keep them.
    ///
    /// # Panics
    /// When it does not come up again.
    pub fn dress(&self, locale: &str, theme: &str) {
        let wanted = json!({ "locale": locale, "theme": theme });
        let keep = format!(
            "window.assayKept = false; window.__TAURI_INTERNALS__.invoke('app_preferences_save', \
             {{ request: {wanted} }}).then(() => {{ window.assayKept = true }}); return true"
        );
        let _ = self.look(&keep);
        self.until("the settings kept", "return window.assayKept");
        self.reload();
        let dressed = format!(
            "const d = document.documentElement; \
             return d.lang === '{locale}' && d.dataset.theme === '{theme}'"
        );
        self.until(&format!("{locale} in {theme}"), &dressed);
    }

    /// Loads the page anew, with all screens as they are at first.
    ///
    /// # Panics
    /// When it does not come up again.
    pub fn reload(&self) {
        let _ = self.look("window.assayOld = true; location.reload(); return true");
        self.until(
            "the page anew",
            "return !window.assayOld && !!document.querySelector('h1')",
        );
        let axe =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let _ = self.look(&std::fs::read_to_string(axe).expect("axe is installed"));
    }

    /// Goes to an address and waits until its screen stands there with all that it asked for.
    pub fn go(&self, address: &str, screen: &str) {
        let _ = self.look(&format!("location.hash = {}; return true", json!(address)));
        self.until(
            address,
            &format!(
                "return document.documentElement.dataset.screen === {}",
                json!(screen)
            ),
        );
        self.rest(address);
    }

    /// Waits until what stands on the page has all that it asked for and no longer moves.
    pub fn rest(&self, wanted: &str) {
        let answered = "return window.assayAsked === 0 && !!document.querySelector('h1') \
                        && !document.querySelector('[aria-busy=true]') \
                        && document.getAnimations().every((moving) => moving.playState !== 'running')";
        self.until(wanted, answered);
        // What an answer brings is drawn, and may ask again, in the moment after it.
        let still = format!(
            "const text = document.body.innerText; const same = window.assayText === text; \
             window.assayText = text; return same && (() => {{ {answered} }})()"
        );
        self.until(wanted, &still);
    }

    /// Returns everything that is wrong with what the window shows; takes a picture of it, if pictures
    /// are wanted.
    pub fn survey(&self, name: &str) -> Vec<String> {
        let mut wrong = self.axe();
        let wider = self.overflow();
        if wider > 0 {
            wrong.push(format!("{wider} px wider than the window"));
        }
        let longer = self.hidden_length();
        if longer > 0 {
            wrong.push(format!("the window scrolls by {longer} px beside its page"));
        }
        if pictures() {
            self.drawn();
            self.picture(name);
        }
        wrong
            .into_iter()
            .map(|found| format!("{name}: {found}"))
            .collect()
    }

    /// Returns what axe finds by the rules of WCAG 2.2 AA, each as rule and place; beside an open dialog
    /// nothing else can be used, and is not looked at.
    ///
    /// # Panics
    /// When it does not answer.
    #[must_use]
    pub fn axe(&self) -> Vec<String> {
        let run = "window.assayFound = null; axe.run(document.querySelector('dialog[open]') ?? document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
                   resultTypes: ['violations'] }).then((r) => { window.assayFound = r.violations.flatMap((v) => \
                   v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`)) }, (e) => { window.assayFound = [String(e)] }); return true";
        let _ = self.look(run);
        self.until("the answer of axe", "return window.assayFound !== null");
        serde_json::from_value(self.look("return window.assayFound")).expect("a list of texts")
    }

    /// Returns by how many pixels the page, a dialog on it, or what scrolls on it as a whole, is wider
    /// than its room.
    ///
    /// # Panics
    /// When it can't be measured.
    #[must_use]
    pub fn overflow(&self) -> i64 {
        let wide = self.look(
            "const all = [document.documentElement, document.body, document.querySelector('#main'), \
             ...document.querySelectorAll('dialog[open], .dialog-body')]; \
             return Math.max(...all.map((e) => e.scrollWidth - e.clientWidth))",
        );
        wide.as_i64().expect("a number of pixels")
    }

    /// Returns by how many pixels the window itself can be scrolled down beside a page that scrolls. The
    /// screens before a workspace is open, that of a locked drill among them, have no such page; where
    /// they stack, the window scrolls them.
    fn hidden_length(&self) -> i64 {
        let long = self.look(
            "const root = document.documentElement; \
             return document.querySelector('.page:not(.locked-drill)') ? root.scrollHeight - root.clientHeight : 0",
        );
        long.as_i64().expect("a number of pixels")
    }

    /// Waits until what stands on the page has been drawn twice, so that a picture shows it.
    fn drawn(&self) {
        let _ = self.look(
            "window.assayDrawn = false; const twice = () => requestAnimationFrame(() => { window.assayDrawn = true }); \
             requestAnimationFrame(twice); return true",
        );
        self.until("the page drawn", "return window.assayDrawn");
        std::thread::sleep(Duration::from_millis(60));
    }

    /// Returns what went wrong on the page, but for what loading it anew leaves behind: the answer to the
    /// question whether files were dropped finds nobody who asked.
    #[must_use]
    pub fn problems_but_of_loading(&self) -> Vec<String> {
        let mut problems = self.problems();
        problems.retain(|problem| !problem.contains("Couldn't find callback id"));
        problems
    }
}
