//! Closing the window: the page is asked first, since something typed may not be saved yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tauri::{CloseRequestApi, Manager, WebviewWindow, Window};

/// What the page is asked; it answers `wait` while it saves or the person is being asked, then `stay` or `leave`.
const ASK: &str = "window.assayClose ? window.assayClose() : 'leave'";
/// How long a page may take to answer; one that does not has nothing to lose any more.
const PATIENCE: Duration = Duration::from_secs(2);
/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(100);

/// Whether the page is being asked.
#[derive(Default)]
pub(crate) struct Closing(Arc<AtomicBool>);

/// Asks the page whether the window may close. A second request meanwhile closes it whatever the page says,
/// so that a window can always be closed.
pub(crate) fn requested(window: &Window, api: &CloseRequestApi) {
    let asking = window.state::<Closing>().0.clone();
    let Some(page) = window.get_webview_window(window.label()) else {
        return;
    };
    if asking.swap(true, Ordering::Relaxed) {
        return;
    }
    api.prevent_close();
    thread::spawn(move || {
        if stays(&page) {
            asking.store(false, Ordering::Relaxed);
        } else if page.destroy().is_err() {
            page.app_handle().exit(0);
        }
    });
}

/// Waits for what the page says at last; without an answer the window does not stay.
fn stays(page: &WebviewWindow) -> bool {
    loop {
        match answer(page).as_deref() {
            Some("wait") => thread::sleep(PAUSE),
            said => return said == Some("stay"),
        }
    }
}

fn answer(page: &WebviewWindow) -> Option<String> {
    let (found, answer) = mpsc::channel();
    page.eval_with_callback(ASK, move |said| {
        let _ = found.send(said);
    })
    .ok()?;
    let json = answer.recv_timeout(PATIENCE).ok()?;
    serde_json::from_str(&json).ok()
}
