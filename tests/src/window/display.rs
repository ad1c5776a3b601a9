//! A display of the test's own, and what the program finds around it.

use super::processes::Own;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// A screen that nobody looks at.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Own,
}

impl Display {
    /// Starts a display on a free number.
    ///
    /// # Panics
    /// When Xvfb is missing or can't start.
    #[must_use]
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let output = server.stdout.take().expect("its output is ours");
        BufReader::new(output)
            .read_line(&mut number)
            .expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb has found a display");
        Self {
            name: format!(":{}", number.trim()),
            _server: Own(server),
        }
    }

    /// Returns its name, as `DISPLAY` takes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A home of its own: everything the program reads and writes lies in one folder.
#[derive(Clone, Debug)]
pub struct Home {
    folder: PathBuf,
    shape: Shape,
}

/// How large a window is, in pixels, and its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Width and height of the window.
    pub size: (u32, u32),
    /// By which factor the page is shown larger.
    pub zoom: u32,
}

impl Home {
    /// Lays out a home in a folder.
    ///
    /// # Panics
    /// When the folder can't be written.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        for name in HOMES.iter().map(|(_, name)| *name).chain(["documents"]) {
            std::fs::create_dir_all(folder.join(name)).expect("the folder can be written");
        }
        Self {
            folder: folder.to_owned(),
            shape: Shape {
                size: (1280, 800),
                zoom: 1,
            },
        }
    }

    /// Returns the same home with windows of another shape.
    #[must_use]
    pub fn shaped(&self, shape: Shape) -> Self {
        Self {
            shape,
            ..self.clone()
        }
    }

    /// Returns the folder in which the program proposes to keep workspaces.
    #[must_use]
    pub fn documents(&self) -> PathBuf {
        self.folder.join("documents")
    }

    /// Returns the folder of the program's own small state.
    #[must_use]
    pub fn state(&self) -> PathBuf {
        self.folder.join("state")
    }

    /// Returns where a program looks for its session bus; nothing is there unless a test starts one.
    #[must_use]
    pub fn bus(&self) -> PathBuf {
        self.folder.join("runtime/bus")
    }

    /// Returns where the program's seam for tests listens.
    #[must_use]
    pub fn seam(&self) -> PathBuf {
        self.folder.join("seam")
    }

    /// Says what a person picks in the next file dialogs.
    ///
    /// # Panics
    /// When it can't be written down.
    pub fn pick(&self, path: &Path) {
        let line = path.to_str().expect("test paths are text");
        std::fs::write(self.folder.join("pick"), line).expect("the pick can be written down");
    }

    /// Gives a command the surroundings of this home and a display, and none of the machine's own.
    pub fn around(&self, command: &mut Command, display: &Display) {
        for (variable, name) in HOMES {
            command.env(variable, self.folder.join(name));
        }
        // A program that was killed leaves its socket behind, where the next could not listen.
        let _ = std::fs::remove_file(self.seam());
        command
            .env("ASSAY_STATE", self.state())
            .env("ASSAY_DOCUMENTS", self.documents())
            .env("ASSAY_E2E_PICK", self.folder.join("pick"))
            .env("ASSAY_E2E_SOCKET", self.seam())
            .env("DISPLAY", display.name())
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8");
        let Shape {
            size: (width, height),
            zoom,
        } = self.shape;
        command.env("ASSAY_E2E_SHAPE", format!("{width} {height} {zoom}"));
        for variable in ABSENT {
            command.env_remove(variable);
        }
    }
}

const HOMES: [(&str, &str); 5] = [
    ("HOME", "home"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_RUNTIME_DIR", "runtime"),
];

/// The two of WebKit's make its pictures of the page hang.
const ABSENT: [&str; 7] = [
    "DBUS_SESSION_BUS_ADDRESS",
    "LC_ALL",
    "LC_MESSAGES",
    "WAYLAND_DISPLAY",
    "WEBKIT_DISABLE_COMPOSITING_MODE",
    "WEBKIT_DISABLE_DMABUF_RENDERER",
    "XDG_STATE_HOME",
];

/// Returns the desktop program with its seams for tests: the one that `ASSAY_DESKTOP` names, else
/// one built beside the tests, for which the pages must have been built.
///
/// # Panics
/// When it can't be built.
#[must_use]
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(named) = std::env::var_os("ASSAY_DESKTOP") {
            return PathBuf::from(named);
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let pages = root.join("ui/dist/index.html");
        assert!(pages.is_file(), "the pages are built: npm run build in ui");
        let target = target();
        let mut build = Command::new(env!("CARGO"));
        build
            .args(["build", "--quiet", "--package", "assay-desktop"])
            .args(["--features", "custom-protocol,e2e", "--target-dir"])
            .arg(&target)
            .current_dir(root);
        let built = build.status().expect("cargo starts").success();
        assert!(built, "the desktop program builds");
        target.join("debug/assay-desktop")
    })
}

/// Returns the folder into which the tests were built.
pub(super) fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    // A test lies in <target>/<profile>/deps.
    let target = test.ancestors().nth(3).expect("a target folder");
    target.to_owned()
}
