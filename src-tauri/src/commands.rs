//! One adapter for every command of the contract; no logic.
//!
//! Tauri has checked the command's permission before it comes here. Each runs on a thread that may
//! wait, so that the window stays responsive; commands on the workspace run one at a time.

use crate::dialogs::WindowHost;
use crate::state::Program;
use assay_api::contract::WireError;
use assay_api::{dispatch, dispatch_host};
use tauri::Manager;
use tauri::ipc::{Invoke, InvokeBody, InvokeResponseBody, Response};

/// Hands a command to the api and its answer to the page.
pub(crate) fn handle(invoke: Invoke) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    let command = message.command().to_owned();
    let request = match message.payload() {
        InvokeBody::Json(body) => body["request"].to_string(),
        InvokeBody::Raw(_) => String::new(),
    };
    let app = message.webview().app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let answer = match dispatch_host(app.state::<WindowHost>().inner(), &command, &request) {
            Some(answer) => answer,
            None => app
                .state::<Program>()
                .with(|session| dispatch(session, &command, &request)),
        };
        match answer {
            Ok(json) => resolver.resolve(Response::new(InvokeResponseBody::Json(json))),
            Err(error) => resolver.reject(error),
        }
    });
    true
}

/// What the page hears when a command brought the program down on its thread.
pub(crate) fn poisoned() -> WireError {
    WireError {
        code: "restart-needed".to_owned(),
        args: Default::default(),
    }
}
