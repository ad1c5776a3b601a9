//! A window that WebDriver drives, over loopback.

use super::{Hand, Home, Key, PATIENCE, PAUSE, program};
use crate::window::{Display, Own, descendants};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::Instant;
use tokio::runtime::Runtime;

/// WebKit's own driver and the window that it has started.
pub(super) struct Driver {
    client: Client,
    runtime: Runtime,
    process: Own,
}

impl Driver {
    /// Starts the program in a home on a display.
    pub(super) fn start(home: &Home, display: &Display) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}"));
        home.around(&mut command, display);
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = Own(command.spawn().expect("WebKitWebDriver starts"));
        let client = runtime.block_on(connect(port));
        Self {
            client,
            runtime,
            process,
        }
    }

    /// Waits for the driver, but not for ever.
    fn in_time<T>(
        &self,
        asked: impl Future<Output = Result<T, fantoccini::error::CmdError>>,
    ) -> Result<T, String> {
        let answer = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, asked).await });
        answer
            .map_err(|late| late.to_string())?
            .map_err(|error| error.to_string())
    }

    fn perform(&self, actions: KeyActions) -> Result<(), String> {
        self.in_time(self.client.perform_actions(actions))
    }
}

impl Hand for Driver {
    fn look(&self, script: &str) -> Result<Value, String> {
        self.in_time(self.client.execute(script, Vec::new()))
    }

    fn press(&self, key: Key) -> Result<(), String> {
        let (held, code) = key.codes();
        let mut actions = KeyActions::new("keyboard".to_owned());
        if let Some(value) = held {
            actions = actions.then(KeyAction::Down { value });
        }
        actions = actions.then(KeyAction::Down { value: code });
        actions = actions.then(KeyAction::Up { value: code });
        if let Some(value) = held {
            actions = actions.then(KeyAction::Up { value });
        }
        self.perform(actions)
    }

    fn type_text(&self, text: &str) -> Result<(), String> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.perform(actions)
    }

    fn picture(&self) -> Result<Vec<u8>, String> {
        self.in_time(self.client.screenshot())
    }

    fn processes(&self) -> Vec<u32> {
        descendants(self.process.id())
    }

    fn close(&self) -> Result<(), String> {
        self.in_time(self.client.clone().close())
    }
}

async fn connect(port: u16) -> Client {
    let wanted = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
    let wanted = wanted.as_object().expect("an object").clone();
    let address = format!("http://127.0.0.1:{port}");
    let begun = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted.clone());
        match tokio::time::timeout(PATIENCE, builder.connect(&address)).await {
            Ok(Ok(client)) => return client,
            failed if begun.elapsed() > PATIENCE => panic!("no window: {failed:?}"),
            _ => tokio::time::sleep(PAUSE).await,
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a free port").port()
}
