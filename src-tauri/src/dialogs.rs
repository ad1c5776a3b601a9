//! Native dialogs and dropped files behind `assay_api::host::Host`.

use assay_api::Error;
use assay_api::contract::{
    DroppedFiles, FilePick, FilePurpose, Nothing, NotificationShow, PickedFile,
};
use assay_api::host::Host;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex};
use tauri::AppHandle;
#[cfg(not(feature = "e2e"))]
use tauri_plugin_dialog::DialogExt;

/// Files dropped and not yet fetched; `turn` counts those who wait, since only the last is answered.
#[derive(Default)]
struct Drops {
    waiting: VecDeque<Vec<String>>,
    listening: usize,
    turn: u64,
}

/// What the window can do for the use cases.
pub(crate) struct WindowHost {
    #[cfg_attr(feature = "e2e", allow(dead_code))]
    app: AppHandle,
    drops: Mutex<Drops>,
    changed: Condvar,
}

impl WindowHost {
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            drops: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// Takes files that were dropped on the window. Where no screen listens they are let go: they would
    /// surface on a later screen, perhaps that of another workspace.
    pub(crate) fn dropped(&self, paths: &[PathBuf]) {
        let paths = paths
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        if let Ok(mut drops) = self.drops.lock()
            && drops.listening > 0
        {
            drops.waiting.push_back(paths);
            self.changed.notify_all();
        }
    }
}

impl Host for WindowHost {
    #[cfg(not(feature = "e2e"))]
    fn file_pick(&self, request: FilePick) -> Result<PickedFile, Error> {
        let mut dialog = self.app.dialog().file().set_title(&request.title);
        if let Some((name, endings)) = filter(request.purpose) {
            dialog = dialog.add_filter(name, endings);
        }
        let picked = if saves(request.purpose) {
            dialog
                .set_file_name(&request.suggested)
                .blocking_save_file()
        } else {
            dialog.blocking_pick_file()
        };
        let path = picked.and_then(|path| path.into_path().ok());
        Ok(PickedFile {
            path: path.map(|path| path.to_string_lossy().into_owned()),
        })
    }

    /// Answers with the first line of the file that `ASSAY_E2E_PICK` names, as if a person had picked it.
    #[cfg(feature = "e2e")]
    fn file_pick(&self, _: FilePick) -> Result<PickedFile, Error> {
        let script = std::env::var_os("ASSAY_E2E_PICK")
            .and_then(|script| std::fs::read_to_string(script).ok());
        let path = script.and_then(|script| script.lines().next().map(str::to_owned));
        Ok(PickedFile { path })
    }

    fn notification_show(&self, request: NotificationShow) -> Result<Nothing, Error> {
        crate::notification::show(&request)
    }

    fn file_drop_next(&self) -> Result<DroppedFiles, Error> {
        let broken = || Error::new("unexpected").with("detail", "dropped files");
        let mut drops = self.drops.lock().map_err(|_| broken())?;
        drops.turn += 1;
        drops.listening += 1;
        let turn = drops.turn;
        self.changed.notify_all();
        let paths = loop {
            if drops.turn != turn {
                break Vec::new();
            }
            if let Some(paths) = drops.waiting.pop_front() {
                break paths;
            }
            drops = self.changed.wait(drops).map_err(|_| broken())?;
        };
        drops.listening -= 1;
        Ok(DroppedFiles { paths })
    }
}

/// Tells whether a file is written rather than read.
#[cfg_attr(feature = "e2e", allow(dead_code))]
fn saves(purpose: FilePurpose) -> bool {
    matches!(
        purpose,
        FilePurpose::WorkspaceCreate
            | FilePurpose::TableExport
            | FilePurpose::ReportExport
            | FilePurpose::ReportBody
            | FilePurpose::ReportCopy
            | FilePurpose::MappingSave
            | FilePurpose::FigureExport
    )
}

/// Returns the name and the endings of the files that fit a purpose.
#[cfg_attr(feature = "e2e", allow(dead_code))]
fn filter(purpose: FilePurpose) -> Option<(&'static str, &'static [&'static str])> {
    match purpose {
        FilePurpose::WorkspaceOpen | FilePurpose::WorkspaceCreate => Some(("Assay", &["assay"])),
        FilePurpose::SystemImport => Some(("CSV, XLSX", &["csv", "txt", "tsv", "xlsx"])),
        FilePurpose::TableExport => Some(("CSV, XLSX", &["csv", "xlsx"])),
        FilePurpose::Verify | FilePurpose::ReportExport => Some(("PDF", &["pdf"])),
        FilePurpose::ReportCopy => Some(("DOCX", &["docx"])),
        FilePurpose::DecisionImport => Some((
            "CSV, XLSX, JSON Lines",
            &["csv", "txt", "tsv", "xlsx", "jsonl", "ndjson"],
        )),
        FilePurpose::MappingOpen | FilePurpose::MappingSave => Some(("TOML", &["toml"])),
        FilePurpose::FigureExport => Some(("SVG, PNG", &["svg", "png"])),
        FilePurpose::Logo => Some(("PNG, SVG", &["png", "svg"])),
        FilePurpose::ReportBody => Some(("ZIP", &["zip"])),
        FilePurpose::SigningKey => Some(("PKCS#12", &["p12", "pfx"])),
        FilePurpose::Certificate => Some(("PEM, DER", &["pem", "crt", "cer", "der"])),
        FilePurpose::QuestionPack => Some(("TOML, XLSX", &["toml", "xlsx", "csv"])),
        // Modules end in .so, and often in a version after it.
        FilePurpose::Evidence | FilePurpose::TokenModule => None,
    }
}
