//! The desktop is told what is due by the real window, over a session bus.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_tests::window::journey::PASSPHRASE;
use assay_tests::window::prepared::due_today;
use assay_tests::window::{Bus, Home, Key, PATIENCE, Shown, Window};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const SYSTEM: &str = "Benefit triage";
/// Long enough for a window that has something to tell.
const A_WHILE: Duration = Duration::from_millis(1_500);

/// One window at a time: two would only slow each other.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A home with a workspace in which an audit is due today, and what this computer keeps.
fn home(folder: &Path, locale: &str, reminders: bool) -> (Home, PathBuf) {
    let home = Home::in_folder(folder);
    let workspace = home.documents().join("office.assay");
    due_today(&workspace, SYSTEM);
    let preferences = json!({ "locale": locale, "theme": "light", "reminders": reminders });
    let kept = json!({ "preferences": preferences }).to_string();
    std::fs::create_dir_all(home.state()).unwrap();
    std::fs::write(home.state().join("state.json"), kept).unwrap();
    (home, workspace)
}

/// Waits for the first notification.
fn first(bus: &Bus) -> Shown {
    let begun = Instant::now();
    loop {
        if let [shown] = &bus.shown()[..] {
            return shown.clone();
        }
        assert!(begun.elapsed() < PATIENCE, "no notification");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn a_due_check(locale: &str, title: &str, text: &str) {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let (home, workspace) = home(folder.path(), locale, true);
    let bus = Bus::start(&home);
    let window = Window::unlocked(&home, &workspace, PASSPHRASE);
    // The whole of it: it names neither the AI system nor the organisation.
    let told = Shown {
        title: title.to_owned(),
        text: text.to_owned(),
    };
    assert_eq!(first(&bus), told);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();

    // The program is started again on the same day, and nobody is told twice.
    let window = Window::unlocked(&home, &workspace, PASSPHRASE);
    std::thread::sleep(A_WHILE);
    assert_eq!(bus.shown(), [told]);
    window.close();
}

#[test]
fn a_due_check_is_told_once_a_day_in_english() {
    a_due_check(
        "en",
        "Assay: something is due",
        "One recurring check is due.",
    );
}

#[test]
fn a_due_check_is_told_once_a_day_in_chinese() {
    a_due_check("zh-CN", "Assay：有事项到期", "1项定期检查到期。");
}

#[test]
fn nothing_is_told_where_the_settings_say_so() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let (home, workspace) = home(folder.path(), "en", false);
    let bus = Bus::start(&home);
    let window = Window::unlocked(&home, &workspace, PASSPHRASE);
    std::thread::sleep(A_WHILE);
    assert_eq!(bus.shown(), []);
    window.enter("rail-settings");
    window.tab_to("settings-reminders");
    window.press(Key::Space);
    window.until(
        "reminders in the settings",
        "return find('settings-reminders').checked",
    );
    window.close();
    let window = Window::unlocked(&home, &workspace, PASSPHRASE);
    let _ = first(&bus);
    window.close();
}

#[test]
fn a_desktop_without_a_bus_keeps_nobody_waiting() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let (home, workspace) = home(folder.path(), "en", true);
    let window = Window::unlocked(&home, &workspace, PASSPHRASE);
    window.enter("rail-settings");
    window.wait_for("settings-reminders");
    std::thread::sleep(A_WHILE);
    assert_eq!(window.problems(), Vec::<String>::new());
    window.close();
}
