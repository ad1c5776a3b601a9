//! The program's seam for tests that drive the window: a page that remembers what went wrong on it,
//! and a socket of the file system through which a test looks at the page.
//!
//! It is compiled into nothing that people get.

use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{AppHandle, LogicalSize, Manager, Runtime, Webview};

/// How long a look at the page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs before anything of the page itself; keeps violations of the policy and errors nobody caught, and
/// counts the keys that were let go and the questions to the program that wait for their answer.
const LISTEN: &str = r#"
(() => {
  const seen = [];
  Object.defineProperty(window, "assayWitness", { value: seen });
  let keys = 0;
  Object.defineProperty(window, "assayKeys", { get: () => keys });
  addEventListener("keyup", (event) => (keys += ["Shift", "Control"].includes(event.key) ? 0 : 1), true);
  let asked = 0;
  Object.defineProperty(window, "assayAsked", { get: () => asked });
  const ask = window.fetch;
  window.fetch = (...question) => {
    // This one waits for a person, not for the program.
    if (String(question[0]).includes("file_drop_next")) return ask(...question);
    asked += 1;
    return ask(...question).finally(() => setTimeout(() => (asked -= 1)));
  };
  const keep = (kind, text) => seen.push(`${kind}: ${text}`);
  addEventListener("securitypolicyviolation", (event) =>
    keep("policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
  addEventListener("error", (event) => keep("error", event.message ?? event.target?.src ?? ""), true);
  addEventListener("unhandledrejection", (event) => keep("rejection", String(event.reason)));
  for (const level of ["error", "warn"]) {
    const say = console[level].bind(console);
    console[level] = (...words) => {
      keep(level, [...words, new Error().stack].map(String).join(" "));
      say(...words);
    };
  }
})();
"#;

/// Takes a file that a test drops on the window, where the display's own event brings dropped files.
pub(crate) type Dropped<R> = fn(&AppHandle<R>, PathBuf);

/// Returns the plugin that puts the witness on every page and listens where `ASSAY_E2E_SOCKET` says.
pub(crate) fn plugin<R: Runtime>(dropped: Dropped<R>) -> TauriPlugin<R> {
    Builder::new("witness")
        .js_init_script(LISTEN.to_owned())
        .on_page_load(|page, _| {
            let _ = shape(page);
        })
        .setup(move |app, _| {
            if let Some(path) = std::env::var_os("ASSAY_E2E_SOCKET") {
                let listener = UnixListener::bind(path)?;
                let app = app.clone();
                std::thread::spawn(move || {
                    for line in listener.incoming().flatten() {
                        let _ = answer(&app, line, dropped);
                    }
                });
            }
            Ok(())
        })
        .build()
}

/// Gives the window the width, height and zoom that `ASSAY_E2E_SHAPE` names.
fn shape<R: Runtime>(page: &Webview<R>) -> tauri::Result<()> {
    let wanted = std::env::var("ASSAY_E2E_SHAPE").unwrap_or_default();
    let wanted: Vec<f64> = wanted.split(' ').flat_map(str::parse).collect();
    if let [width, height, zoom] = wanted[..] {
        page.window().set_size(LogicalSize::new(width, height))?;
        page.set_zoom(zoom)?;
    }
    Ok(())
}

/// Answers each line with `{ value }` or `{ error }` as JSON: a script as a JSON text, `{ drop }` with the path of a
/// file, or `{ close: true }`, which asks the window to close as its frame does.
fn answer<R: Runtime>(
    app: &AppHandle<R>,
    line: UnixStream,
    dropped: Dropped<R>,
) -> std::io::Result<()> {
    let mut out = line.try_clone()?;
    for script in BufReader::new(line).lines() {
        let answer =
            ask(app, &script?, dropped).unwrap_or_else(|| r#"{"error":"no page"}"#.to_owned());
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn ask<R: Runtime>(app: &AppHandle<R>, script: &str, dropped: Dropped<R>) -> Option<String> {
    let page = app.get_webview_window("main")?;
    let asked: Value = serde_json::from_str(script).ok()?;
    if let Some(path) = asked["drop"].as_str() {
        dropped(app, PathBuf::from(path));
        return Some(r#"{"value":null}"#.to_owned());
    }
    if asked["close"] == true {
        page.close().ok()?;
        return Some(r#"{"value":null}"#.to_owned());
    }
    let script = asked.as_str()?;
    // The page's policy forbids making functions from text, so the script stands where it runs.
    let script = format!(
        "(() => {{ try {{ return {{ value: (() => {{ {script} }})() ?? null }} }} \
         catch (error) {{ return {{ error: String(error) }} }} }})()"
    );
    let (found, answer) = mpsc::channel();
    page.eval_with_callback(script, move |answer| {
        let _ = found.send(answer);
    })
    .ok()?;
    answer.recv_timeout(PATIENCE).ok()
}
