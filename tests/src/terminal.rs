//! The terminal program as a person runs it: arguments in, two streams and a status out.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    /// Exit status: 0 done or valid, 1 the answer is no, 2 it could not be done.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub complaint: String,
}

impl Ran {
    /// Returns standard output as JSON.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Returns the run when it ended as it should.
    ///
    /// # Panics
    /// When it did not.
    pub fn with(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }
}

/// A caller of the program, with an environment of its own.
pub struct Terminal {
    program: PathBuf,
    folder: PathBuf,
    passphrase: Option<String>,
    more: Vec<(String, String)>,
}

impl Terminal {
    /// Calls from a folder, which also holds the program's own small state.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            program: program().to_owned(),
            folder: folder.to_owned(),
            passphrase: None,
            more: vec![],
        }
    }

    /// Calls the program that an inspector carries.
    #[must_use]
    pub fn inspector(folder: &Path) -> Self {
        Self {
            program: inspector().to_owned(),
            ..Self::in_folder(folder)
        }
    }

    /// Calls with one more variable in the environment.
    #[must_use]
    pub fn with(mut self, variable: &str, value: &str) -> Self {
        self.more.push((variable.to_owned(), value.to_owned()));
        self
    }

    /// Calls with another passphrase.
    #[must_use]
    pub fn as_person(&self, passphrase: &str) -> Self {
        Self {
            program: self.program.clone(),
            folder: self.folder.clone(),
            passphrase: Some(passphrase.to_owned()),
            more: self.more.clone(),
        }
    }

    /// Runs the program.
    ///
    /// # Panics
    /// When it can't be started.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// Runs the program with a text on its standard input.
    ///
    /// # Panics
    /// When it can't be started.
    #[must_use]
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        self.ran(arguments, input)
    }

    /// Runs the program with words that need not be texts.
    ///
    /// # Panics
    /// When it can't be started.
    #[must_use]
    pub fn run_os(&self, arguments: &[&OsStr]) -> Ran {
        self.ran(arguments, "")
    }

    fn ran(&self, arguments: &[impl AsRef<OsStr>], input: &str) -> Ran {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env_clear();
        command.env("HOME", &self.folder).env("LANG", "en_US.UTF-8");
        command.env("ASSAY_STATE", self.folder.join("state"));
        command.env("ASSAY_ASSETS", assets());
        command.envs(self.more.iter().cloned());
        if let Some(passphrase) = &self.passphrase {
            command.env("ASSAY_PASSPHRASE", passphrase);
        }
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the terminal program starts");
        let mut stdin = child.stdin.take().expect("its input is ours");
        let input = input.to_owned();
        // A program that refuses its arguments does not wait for the end of its input.
        let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let done = child.wait_with_output().expect("it ends");
        writer.join().expect("the writer ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
        Ran {
            status: done.status.code().expect("it ends by itself"),
            out: text(done.stdout),
            complaint: text(done.stderr),
        }
    }
}

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets")
}

/// Returns the program that `ASSAY_TERMINAL` names, else builds it beside the tests.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        std::env::var_os("ASSAY_TERMINAL")
            .map_or_else(|| built("assay-cli", "assay"), PathBuf::from)
    })
}

/// Returns the program that an inspector carries: beside the one that `ASSAY_TERMINAL` names, else built beside the tests.
pub fn inspector() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| match std::env::var_os("ASSAY_TERMINAL") {
        Some(named) => Path::new(&named).with_file_name("assay-verify"),
        None => built("assay-verify", "assay-verify"),
    })
}

/// Builds a program beside the tests.
fn built(package: &str, program: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    // A test lies in <target>/<profile>/deps.
    let profile = test.ancestors().nth(2).expect("a target folder");
    let target = profile.parent().expect("a target folder");
    let mut build = Command::new(env!("CARGO"));
    build
        .args(["build", "--quiet", "--package", package, "--target-dir"])
        .arg(target);
    build.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    assert!(
        build.status().expect("cargo starts").success(),
        "{program} builds"
    );
    profile.join(program)
}
