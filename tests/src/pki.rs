//! A small certificate authority made with OpenSSL, as one outside the program would be.

use crate::seal::run;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// From when to when ordinary certificates of these tests are valid, as OpenSSL writes times.
pub const VALID: [&str; 2] = ["20200101000000Z", "20400101000000Z"];

/// What `openssl ca` needs to know.
const SETTINGS: &str = "
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
unique_subject = no
rand_serial = yes
default_md = sha256
policy = any
[any]
organizationName = optional
commonName = supplied
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[deputy]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[cipher]
basicConstraints = critical,CA:false
keyUsage = critical,keyEncipherment
";

/// A kind of key that OpenSSL can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A curve by its name.
    Curve(&'static str),
    /// RSA with a modulus of so many bits.
    Rsa(u32),
}

/// A key with its certificate, by the names of their files.
pub struct Issued {
    /// The private key as PEM.
    pub key: PathBuf,
    /// The certificate as PEM.
    pub certificate: PathBuf,
}

/// A certificate authority in a folder of its own, with a root that signed itself.
pub struct Authority {
    folder: TempDir,
}

impl Authority {
    /// Makes the authority and its root.
    ///
    /// # Panics
    ///
    /// When OpenSSL is missing.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let own = Self { folder };
        std::fs::write(own.at("ca.cnf"), SETTINGS).expect("a file");
        std::fs::write(own.at("index.txt"), "").expect("a file");
        own.make_key("root", Key::Curve("P-256"));
        own.certify("root", "Example Root 示例根", "root", VALID, "root");
        own
    }

    /// A file of the authority.
    #[must_use]
    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The root's certificate as PEM.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.at("root.crt")
    }

    /// Makes a key for a person and a certificate of the section `use_of` of the settings.
    ///
    /// # Panics
    ///
    /// When OpenSSL does not make them.
    #[must_use]
    pub fn issue(&self, file: &str, person: &str, key: Key, valid: [&str; 2]) -> Issued {
        self.issue_for(file, person, key, valid, "signer")
    }

    /// Makes what [`Self::issue`] makes, for the use that a section of the settings allows.
    ///
    /// # Panics
    ///
    /// When OpenSSL does not make them.
    #[must_use]
    pub fn issue_for(
        &self,
        file: &str,
        person: &str,
        key: Key,
        valid: [&str; 2],
        section: &str,
    ) -> Issued {
        self.issue_by("root", file, person, key, valid, section)
    }

    /// Makes what [`Self::issue_for`] makes, vouched for by another certificate of the authority than its root.
    ///
    /// # Panics
    ///
    /// When OpenSSL does not make them.
    #[must_use]
    pub fn issue_by(
        &self,
        issuer: &str,
        file: &str,
        person: &str,
        key: Key,
        valid: [&str; 2],
        section: &str,
    ) -> Issued {
        self.make_key(file, key);
        self.certify(file, person, section, valid, issuer);
        Issued {
            key: self.at(&format!("{file}.key")),
            certificate: self.at(&format!("{file}.crt")),
        }
    }

    fn make_key(&self, file: &str, key: Key) {
        let (algorithm, option) = match key {
            Key::Curve(name) => ("EC", format!("ec_paramgen_curve:{name}")),
            Key::Rsa(bits) => ("RSA", format!("rsa_keygen_bits:{bits}")),
        };
        let out = self.at(&format!("{file}.key"));
        let made = ["genpkey", "-algorithm", algorithm, "-pkeyopt", &option];
        openssl(&[&made[..], &["-out", text(&out)]].concat());
    }

    fn certify(&self, file: &str, person: &str, section: &str, valid: [&str; 2], issuer: &str) {
        let [key, request, certificate] =
            ["key", "csr", "crt"].map(|end| self.at(&format!("{file}.{end}")));
        let subject = format!("/O=示例电网/CN={person}");
        let asked = [
            "req",
            "-new",
            "-utf8",
            "-subj",
            &subject,
            "-key",
            text(&key),
        ];
        openssl(&[&asked[..], &["-out", text(&request)]].concat());
        let [issuer, issuer_key] = ["crt", "key"].map(|end| self.at(&format!("{issuer}.{end}")));
        let signed = match section {
            "root" => vec!["-selfsign"],
            _ => vec!["-cert", text(&issuer)],
        };
        let folder = text(self.folder.path());
        let said = format!(
            "cd '{folder}' && openssl ca -batch -notext -utf8 -config ca.cnf -keyfile '{}' {} -extensions {section} -startdate {} -enddate {} -in '{}' -out '{}'",
            text(&issuer_key),
            signed.join(" "),
            valid[0],
            valid[1],
            text(&request),
            text(&certificate)
        );
        let _said = run("sh", &["-c", &said]);
    }

    /// Puts a key, its certificate and the root into a PKCS#12 file.
    ///
    /// `how` are options of `openssl pkcs12 -export`, which say how it is encrypted.
    ///
    /// # Panics
    ///
    /// When OpenSSL does not make it.
    #[must_use]
    pub fn pkcs12(&self, of: &Issued, label: &str, password: &str, how: &[&str]) -> Vec<u8> {
        let root = self.root();
        let taken = [
            "-inkey",
            text(&of.key),
            "-in",
            text(&of.certificate),
            "-certfile",
            text(&root),
            "-name",
            label,
        ];
        self.export(&[&taken[..], how].concat(), password)
    }

    /// Runs `openssl pkcs12 -export` and returns the file.
    ///
    /// # Panics
    ///
    /// When OpenSSL does not make it.
    #[must_use]
    pub fn export(&self, options: &[&str], password: &str) -> Vec<u8> {
        // Tests share an authority and run side by side.
        let out = tempfile::NamedTempFile::new_in(self.folder.path()).expect("a file");
        let password = format!("pass:{password}");
        let more = ["-passout", &password, "-out", text(out.path())];
        openssl(&[&["pkcs12", "-export"], options, &more[..]].concat());
        std::fs::read(out.path()).expect("the file")
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

/// Runs OpenSSL.
///
/// # Panics
///
/// When it is missing or says no.
pub fn openssl(arguments: &[&str]) {
    let _said = run("openssl", arguments);
}

/// A path as an argument.
///
/// # Panics
///
/// Never: the tests' folders have plain names.
#[must_use]
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a plain name")
}
