//! The window: builds the Tauri program and hands every command to `assay-api`.

mod closing;
mod commands;
mod dialogs;
mod notification;
mod state;
#[cfg(feature = "e2e")]
mod witness;

use closing::Closing;
use dialogs::WindowHost;
use state::Program;
use std::path::PathBuf;
use tauri::{DragDropEvent, Manager, WindowEvent};

/// Starts the program and returns when its window is closed.
///
/// # Panics
/// When no window can be made, or the bundled framework is refused, which a test forbids.
pub fn run() {
    let builder = tauri::Builder::default();
    #[cfg(feature = "e2e")]
    let builder = builder.plugin(witness::plugin(|app, path| {
        app.state::<WindowHost>().dropped(&[path]);
    }));
    builder
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            let fonts: Vec<PathBuf> = app
                .path()
                .resource_dir()
                .map(|folder| folder.join("fonts"))
                .into_iter()
                .collect();
            app.manage(Program::start(fonts)?);
            app.manage(Closing::default());
            app.manage(WindowHost::new(app.handle().clone()));
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                window.state::<WindowHost>().dropped(paths);
            }
            WindowEvent::CloseRequested { api, .. } => closing::requested(window, api),
            _ => (),
        })
        .invoke_handler(commands::handle)
        .run(tauri::generate_context!())
        .expect("the window can be made");
}
