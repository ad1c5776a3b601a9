//! A body of evidence: the report, the files that it rests on, and what is needed to check them without this program.

use crate::contract::{BodyWritten, ReportBody};
use crate::error::{Error, file};
use crate::paper;
use crate::report::MAKERS;
use crate::session::Session;
use assay_domain::evidence::{Evidence, EvidenceSource};
use assay_domain::history::{Subject, hex};
use assay_domain::locale::Locale;
use assay_exchange::archive::{Archive, plain_name};
use assay_report::evidence_numbers;
use assay_report::l10n::Texts;
use assay_store::Read;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

/// Name of the report in a body.
const REPORT: &str = "report.pdf";

/// What facts of any kind rest on; some kinds rest on no evidence.
#[derive(Deserialize)]
struct Rests {
    #[serde(default)]
    evidence: Vec<Evidence>,
}

/// A body of evidence while it is written.
struct Body<'a> {
    path: &'a str,
    archive: Archive,
    /// Lines of `SHA256SUMS`.
    sums: String,
    files: u32,
    /// What is named only: number, name, and digest or place.
    named: Vec<[String; 3]>,
}

/// Writes a report with its evidence into a folder or a zip file.
pub(crate) fn report_body(
    session: &mut Session,
    request: ReportBody,
) -> Result<BodyWritten, Error> {
    let payload = serde_json::json!({ "report": request.report, "evidence": request.evidence });
    let subject = Subject::new("report", request.report);
    if Path::new(&request.path).symlink_metadata().is_ok() {
        return Err(file(&request.path, io::ErrorKind::AlreadyExists.into()));
    }
    let output = session.output(request.path)?;
    let path = output.path();
    let mut writer = session.writer(MAKERS)?;
    let mut body = Body::begin(path)?;
    writer.open.store.read(|read| {
        body.bytes(REPORT, &read.reports().pdf(request.report)?)?;
        let rests: Rests = serde_json::from_slice(&read.reports().facts(request.report)?)
            .map_err(|error| Error::new("unexpected").with("detail", error))?;
        body.evidence(read, &rests.evidence, request.evidence)
    })?;
    // Evidence leaves its encryption here; that is recorded like every act.
    writer.hand_out("report.body", subject, &payload, path, || body.finish())
}

impl<'a> Body<'a> {
    fn begin(path: &'a str) -> Result<Self, Error> {
        Ok(Self {
            path,
            archive: Archive::begin(Path::new(path)).map_err(|error| file(path, error))?,
            sums: String::new(),
            files: 0,
            named: Vec::new(),
        })
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.sum(&hex(&Sha256::digest(bytes)), name);
        self.plain(name, bytes)
    }

    /// Writes a file of which there is no sum.
    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let written = self.archive.file(name);
        written
            .and_then(|mut out| out.write_all(bytes))
            .map_err(|error| file(self.path, error))
    }

    fn sum(&mut self, sha256: &str, name: &str) {
        let _ = writeln!(self.sums, "{sha256}  {name}");
    }

    /// Writes each file that is kept once; the rest is named.
    fn evidence(
        &mut self,
        read: &Read<'_>,
        evidence: &[Evidence],
        with_files: bool,
    ) -> Result<(), Error> {
        let numbers = evidence_numbers(evidence);
        let mut seen = BTreeSet::new();
        for piece in evidence {
            let number = numbers.get(&piece.id).cloned().unwrap_or_default();
            if seen.insert(number.clone()) {
                self.piece(read, piece, number, with_files)?;
            }
        }
        Ok(())
    }

    fn piece(
        &mut self,
        read: &Read<'_>,
        piece: &Evidence,
        number: String,
        with_files: bool,
    ) -> Result<(), Error> {
        let sha256 = match &piece.source {
            EvidenceSource::Reference { locator } => {
                self.named
                    .push([number, piece.name.clone(), locator.clone()]);
                return Ok(());
            }
            EvidenceSource::File { sha256, .. } => sha256,
        };
        if !with_files || !read.blobs().has(sha256)? {
            self.named
                .push([number, piece.name.clone(), format!("SHA-256 {sha256}")]);
            return Ok(());
        }
        let name = format!("evidence/{number}-{}", plain_name(&piece.name));
        self.sum(sha256, &name);
        self.files += 1;
        let mut out = (self.archive.file(&name)).map_err(|error| file(self.path, error))?;
        read.blobs().copy(sha256, &mut *out)?;
        Ok(())
    }

    fn finish(mut self) -> Result<BodyWritten, Error> {
        let mut readme = String::new();
        for locale in [Locale::En, Locale::ZhCn] {
            readme.push_str(&self.readme(&paper::texts(locale)?));
        }
        self.bytes("README.txt", readme.as_bytes())?;
        let sums = std::mem::take(&mut self.sums);
        self.plain("SHA256SUMS", sums.as_bytes())?;
        let finished = self.archive.finish();
        finished.map_err(|error| file(self.path, error))?;
        Ok(BodyWritten {
            path: self.path.to_owned(),
            files: self.files,
            named_only: u32::try_from(self.named.len()).unwrap_or(u32::MAX),
        })
    }

    fn readme(&self, texts: &Texts) -> String {
        let mut out = format!(
            "{}\n\n{}\n",
            texts.get("body-title", &[]),
            texts.get("body-text", &[("files", self.files.into())]),
        );
        if !self.named.is_empty() {
            let _ = writeln!(out, "\n{}", texts.get("body-named", &[]));
        }
        for [number, name, origin] in &self.named {
            let _ = writeln!(out, "{number}  {}  {origin}", plain_name(name));
        }
        out.push('\n');
        out
    }
}
