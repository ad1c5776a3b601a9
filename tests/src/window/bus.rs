//! A session bus of the test's own, with a desktop on it that shows notifications.

use super::{Home, Own};
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

/// A notification as the desktop was asked to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its first line.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// A bus that programs of a home find, and what its desktop has shown.
#[derive(Debug)]
pub struct Bus {
    shown: Arc<Mutex<Vec<Shown>>>,
    _desktop: Connection,
    _daemon: Own,
}

impl Bus {
    /// Starts a bus where the programs of a home look for it.
    ///
    /// # Panics
    /// When `dbus-daemon` is missing or can't start.
    #[must_use]
    pub fn start(home: &Home) -> Self {
        let address = format!("unix:path={}", home.bus().display());
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .arg(format!("--address={address}"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon starts");
        let output = daemon.stdout.take().expect("its output is ours");
        let daemon = Own(daemon);
        let mut said = String::new();
        BufReader::new(output)
            .read_line(&mut said)
            .expect("dbus-daemon says its address");
        assert!(said.starts_with(&address), "the bus is at {said}");
        let shown = Arc::default();
        let desktop = Desktop(Arc::clone(&shown));
        let desktop = Builder::address(address.as_str())
            .and_then(|builder| builder.name("org.freedesktop.Notifications"))
            .and_then(|builder| builder.serve_at("/org/freedesktop/Notifications", desktop))
            .and_then(Builder::build)
            .expect("a desktop on the bus");
        Self {
            shown,
            _desktop: desktop,
            _daemon: daemon,
        }
    }

    /// Returns what the desktop has shown so far.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.clone()
    }
}

/// What shows notifications.
struct Desktop(Arc<Mutex<Vec<Shown>>>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    #[expect(clippy::too_many_arguments, reason = "as the specification has it")]
    fn notify(
        &self,
        _program: &str,
        _replaces: u32,
        _icon: &str,
        title: String,
        text: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires_ms: i32,
    ) -> u32 {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.push(Shown { title, text });
        1
    }
}
