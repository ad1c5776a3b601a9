//! A page that remembers what went wrong on it since it was made, for tests that drive the window.

use tauri::Runtime;
use tauri::plugin::{Builder, TauriPlugin};

/// Runs before anything of the page itself and keeps violations of the policy and errors nobody caught.
const LISTEN: &str = r#"
(() => {
  const seen = [];
  Object.defineProperty(window, "assayWitness", { value: seen });
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

/// Returns the plugin that puts the witness on every page.
pub(crate) fn plugin<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("witness")
        .js_init_script(LISTEN.to_owned())
        .build()
}
