//! Tokens in software (SoftHSM2), set up by its own tools, in a process of their own.

use crate::pki::{Authority, Key, VALID, openssl, text};
use crate::seal::run;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Where Debian puts the module.
pub const MODULE: &str = "/usr/lib/softhsm/libsofthsm2.so";

/// The PIN of each token.
pub const PIN: &str = "648219";

/// Which file SoftHSM2 reads its settings from; nothing can set it for a process that runs.
pub const SETTINGS: &str = "SOFTHSM2_CONF";

/// A folder with tokens.
pub struct Tokens {
    folder: TempDir,
}

impl Tokens {
    /// Makes a folder without tokens.
    ///
    /// # Panics
    ///
    /// When there is no room.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let tokens = folder.path().join("tokens");
        std::fs::create_dir(&tokens).expect("a folder");
        let settings = format!(
            "directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n",
            text(&tokens)
        );
        std::fs::write(folder.path().join("softhsm2.conf"), settings).expect("a file");
        Self { folder }
    }

    /// The settings to hand to a program in [`SETTINGS`].
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.folder.path().join("softhsm2.conf")
    }

    /// The folder with the tokens' data; to remove it is to pull the tokens out.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("tokens")
    }

    fn tool(&self, tool: &str, arguments: &[&str]) -> String {
        let settings = format!("{SETTINGS}={}", text(&self.settings()));
        run("env", &[&[settings.as_str(), tool], arguments].concat())
    }

    /// Makes an empty token.
    ///
    /// # Panics
    ///
    /// When SoftHSM2 is missing.
    pub fn add(&self, label: &str) {
        let made = [
            "--init-token",
            "--free",
            "--label",
            label,
            "--so-pin",
            "12345678",
        ];
        let _said = self.tool("softhsm2-util", &[&made[..], &["--pin", PIN]].concat());
    }

    /// Puts a key with a certificate of the authority on a token, and the authority's root with it.
    ///
    /// `more` are options of `pkcs11-tool` for the private key.
    ///
    /// # Panics
    ///
    /// When the tool says no.
    pub fn put(&self, token: &str, authority: &Authority, label: &str, kind: Key, more: &[&str]) {
        let person = format!("{label} 值班长");
        let issued = authority.issue(label, &person, kind, VALID);
        let der = |name: &str| authority.at(&format!("{label}.{name}.der"));
        let (key, certificate, root) = (der("key"), der("certificate"), der("root"));
        let out = |path: &Path| text(path).to_owned();
        let pem = [
            "-topk8",
            "-nocrypt",
            "-outform",
            "DER",
            "-in",
            text(&issued.key),
        ];
        openssl(&[&["pkcs8"], &pem[..], &["-out", &out(&key)]].concat());
        for (from, to) in [
            (&issued.certificate, &certificate),
            (&authority.root(), &root),
        ] {
            openssl(&[
                "x509",
                "-in",
                text(from),
                "-outform",
                "DER",
                "-out",
                &out(to),
            ]);
        }
        let id = format!("{:02x}", label.bytes().fold(1_u8, u8::wrapping_add));
        self.write(
            token,
            &key,
            &[
                &[
                    "--type",
                    "privkey",
                    "--id",
                    &id,
                    "--label",
                    label,
                    "--usage-sign",
                ],
                more,
            ]
            .concat(),
        );
        self.write(
            token,
            &certificate,
            &["--type", "cert", "--id", &id, "--label", label],
        );
        self.write(
            token,
            &root,
            &["--type", "cert", "--id", "ff", "--label", "root"],
        );
    }

    fn write(&self, token: &str, file: &Path, more: &[&str]) {
        let base = [
            "--module",
            MODULE,
            "--token-label",
            token,
            "--login",
            "--pin",
            PIN,
        ];
        let file = ["--write-object", text(file)];
        let _said = self.tool("pkcs11-tool", &[&base[..], &file[..], more].concat());
    }
}

impl Default for Tokens {
    fn default() -> Self {
        Self::new()
    }
}

/// Runs a test of this binary again in a process that sees `tokens`, and fails when it fails.
///
/// The module reads its settings from the environment, which a running process must not change.
///
/// # Panics
///
/// When the test fails there, or was not run at all.
pub fn again_with(tokens: &Tokens, test: &str) {
    let own = std::env::current_exe().expect("this program");
    let said = Command::new(own)
        .args(["--exact", test, "--nocapture"])
        .env(SETTINGS, tokens.settings())
        .env(DATA, tokens.data())
        .output()
        .expect("this program runs");
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let errors = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.status.success(), "{text}{errors}");
    assert!(
        text.contains("1 passed"),
        "{test} was not run: {text}{errors}"
    );
}

const DATA: &str = "ASSAY_TEST_TOKENS";

/// In the process that [`again_with`] started: where the tokens' data are.
#[must_use]
pub fn data() -> Option<PathBuf> {
    std::env::var_os(DATA).map(PathBuf::from)
}
