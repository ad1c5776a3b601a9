//! Closing the window: the page is asked first, since something typed may not be saved yet.

use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tauri::{CloseRequestApi, Manager, WebviewWindow, Window};

/// What the page is asked; it answers `wait` while it saves or the person is being asked, then `stay` or `leave`.
const ASK: &str = "window.assayClose ? window.assayClose() : 'leave'";
/// How long a page may take to answer; one that does not has nothing to lose any more.
const PATIENCE: Duration = Duration::from_secs(2);
/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(100);
/// A request that comes so much later than one that is still asked about is meant; a sooner one is the second
/// half of a double click.
const MEANT: Duration = Duration::from_secs(3);

/// Since when the page is being asked.
#[derive(Default)]
pub(crate) struct Closing(Arc<Mutex<Option<Instant>>>);

/// Asks the page whether the window may close. Whoever asks for it again while the question stands closes it
/// whatever the page says, so that a window can always be closed.
pub(crate) fn requested(window: &Window, api: &CloseRequestApi) {
    let asking = window.state::<Closing>().0.clone();
    let Some(page) = window.get_webview_window(window.label()) else {
        return;
    };
    let mut since = asking.lock().unwrap_or_else(PoisonError::into_inner);
    if since.is_some_and(|since| since.elapsed() > MEANT) {
        return;
    }
    api.prevent_close();
    if since.is_some() {
        return;
    }
    *since = Some(Instant::now());
    drop(since);
    thread::spawn(move || {
        if stays(&page) {
            *asking.lock().unwrap_or_else(PoisonError::into_inner) = None;
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
