//! Closing the window: the page is asked first, since something typed may not be saved yet.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;
use tauri::{CloseRequestApi, Manager, WebviewWindow, Window};

/// What the page is asked; it answers `wait` while it saves or the person is being asked, then `stay` or `leave`.
const ASK: &str = "window.assayClose ? window.assayClose() : 'leave'";
/// How long a page may take to answer; one that does not has nothing to lose any more.
const PATIENCE: Duration = Duration::from_secs(2);
/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(100);
/// After so many of them a further request to close is meant; a sooner one is the second half of a double click.
const MEANT: u32 = 30;

/// Nobody asked for the window to close.
const AT_REST: u8 = 0;
/// The page was asked a moment ago.
const ASKED: u8 = 1;
/// The question stands for a while.
const STANDING: u8 = 2;

/// Whether the page is being asked.
#[derive(Default)]
pub(crate) struct Closing(Arc<AtomicU8>);

/// Asks the page whether the window may close. Whoever asks for it again while the question stands closes it
/// whatever the page says, so that a window can always be closed.
pub(crate) fn requested(window: &Window, api: &CloseRequestApi) {
    let asking = window.state::<Closing>().0.clone();
    let Some(page) = window.get_webview_window(window.label()) else {
        return;
    };
    match asking.compare_exchange(AT_REST, ASKED, Ordering::SeqCst, Ordering::SeqCst) {
        Err(STANDING) => return,
        Err(_) => return api.prevent_close(),
        Ok(_) => api.prevent_close(),
    }
    thread::spawn(move || {
        if stays(&page, &asking) {
            asking.store(AT_REST, Ordering::SeqCst);
        } else if page.destroy().is_err() {
            page.app_handle().exit(0);
        }
    });
}

/// Waits for what the page says at last; without an answer the window does not stay.
fn stays(page: &WebviewWindow, asking: &AtomicU8) -> bool {
    for round in 0_u32.. {
        if round == MEANT {
            asking.store(STANDING, Ordering::SeqCst);
        }
        match answer(page).as_deref() {
            Some("wait") => thread::sleep(PAUSE),
            said => return said == Some("stay"),
        }
    }
    false
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
