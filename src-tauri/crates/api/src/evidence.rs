//! Evidence: sealing a file or noting a reference, and attaching it to an answer, measure or rating.

use crate::answer::{answer, clause_of, refresh_others};
use crate::assessment::{Edit, change, check_text};
use crate::contract::{
    EvidenceAdd, EvidenceChange, EvidenceDetach, EvidenceNew, EvidenceSaved, EvidenceTarget, Saved,
};
use crate::error::{Error, file};
use crate::measure::measure;
use crate::outside::open_file;
use crate::session::Session;
use crate::whole::{Whole, is_organisations};
use assay_domain::evidence::{Evidence, EvidenceSource, Standing};
use assay_domain::history::hex;
use assay_domain::id::EvidenceId;
use assay_domain::person::{Act, Role};
use assay_store::Tx;
use assay_store::blob::Staged;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// How a file is read to digest it, in bytes at a time.
const CHUNK: usize = 1 << 20;

/// Adds a piece of evidence and attaches it.
pub(crate) fn evidence_add(
    session: &mut Session,
    request: EvidenceAdd,
) -> Result<EvidenceSaved, Error> {
    check_target(session, &request.target)?;
    let sealed = seal(session, &request.piece, crate::assessment::WRITERS)?;
    let payload = json!({
        "assessment": request.assessment,
        "target": request.target,
        "piece": sealed.said()?,
    });
    let mut added = None;
    let saved = change(
        session,
        "evidence.add",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let piece = sealed.add(tx, EvidenceId::new(edit.new_id), edit.act)?;
            whole.evidence.insert(piece.id, piece.clone());
            let id = piece.id;
            added = Some(piece);
            attach(edit, tx, whole, &request.target, |pieces| pieces.push(id))
        },
    )?;
    answered(added, saved)
}

fn answered(piece: Option<Evidence>, saved: Saved) -> Result<EvidenceSaved, Error> {
    let evidence =
        piece.ok_or_else(|| Error::new("unexpected").with("detail", "no evidence was added"))?;
    Ok(EvidenceSaved { evidence, saved })
}

fn check(shows: &str, standing: Standing) -> Result<(), Error> {
    check_text(shows)?;
    if standing == Standing::None {
        Err(Error::new("evidence-standing"))
    } else {
        Ok(())
    }
}

fn check_target(session: &Session, target: &EvidenceTarget) -> Result<(), Error> {
    let framework = &session.framework;
    let known = match target {
        EvidenceTarget::Question(question) => clause_of(framework, question).is_ok(),
        EvidenceTarget::Measure(control) => framework.countermeasure(control).is_some(),
        EvidenceTarget::Risk(risk) => framework.risk(risk).is_some(),
    };
    if known {
        Ok(())
    } else {
        Err(Error::new("evidence-target"))
    }
}

fn file_name(path: &str) -> String {
    Path::new(path)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A piece of evidence whose file is sealed, to be added in the transaction that attaches it.
pub(crate) struct Sealed {
    piece: EvidenceNew,
    name: String,
    source: EvidenceSource,
    staged: Option<Staged>,
}

impl Sealed {
    /// Returns what the history says of it; the place of the file is nobody's business.
    pub(crate) fn said(&self) -> Result<Value, Error> {
        let mut said = serde_json::to_value(&self.piece)?;
        said["path"] = Value::Null;
        said["source"] = serde_json::to_value(&self.source)?;
        Ok(said)
    }

    /// Adds the piece with its content.
    pub(crate) fn add(self, tx: &mut Tx<'_>, id: EvidenceId, act: &Act) -> Result<Evidence, Error> {
        if let Some(staged) = self.staged {
            tx.blobs_mut().publish(staged)?;
        }
        let piece = Evidence {
            id,
            name: self.name,
            source: self.source,
            shows: self.piece.shows,
            dated: self.piece.dated,
            standing: self.piece.standing,
            added: act.clone(),
        };
        tx.evidence_mut().add(&piece)?;
        Ok(piece)
    }
}

/// Seals a file by its digest, keeping its content where that is asked for, or notes a reference.
pub(crate) fn seal(
    session: &mut Session,
    piece: &EvidenceNew,
    writers: &[Role],
) -> Result<Sealed, Error> {
    check(&piece.shows, piece.standing)?;
    let name = match (piece.name.trim(), &piece.path) {
        ("", Some(path)) => file_name(path),
        ("", None) => return Err(Error::new("name-empty")),
        (name, _) => name.to_owned(),
    };
    let (source, staged) = match &piece.path {
        Some(path) => seal_file(session, path, piece.keep_content, writers)?,
        None => (reference(&piece.locator)?, None),
    };
    Ok(Sealed {
        piece: piece.clone(),
        name,
        source,
        staged,
    })
}

fn reference(locator: &str) -> Result<EvidenceSource, Error> {
    match locator.trim() {
        "" => Err(Error::new("locator-empty")),
        locator => Ok(EvidenceSource::Reference {
            locator: locator.to_owned(),
        }),
    }
}

fn seal_file(
    session: &mut Session,
    path: &str,
    keep_content: bool,
    writers: &[Role],
) -> Result<(EvidenceSource, Option<Staged>), Error> {
    let writer = session.writer(writers)?;
    let mut content = open_file(path)?;
    if !keep_content {
        let (sha256, size) = digest(&mut content).map_err(|error| file(path, error))?;
        let source = EvidenceSource::File {
            sha256,
            size,
            content_kept: false,
        };
        return Ok((source, None));
    }
    let size = content.metadata().map_err(|error| file(path, error))?.len();
    let staged = writer.open.store.stage(&mut content, size)?;
    let source = EvidenceSource::File {
        sha256: staged.sha256(),
        size: staged.size(),
        content_kept: true,
    };
    Ok((source, Some(staged)))
}

fn digest(content: &mut File) -> std::io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let read = content.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex(&hash.finalize()), size));
        }
        hash.update(&buffer[..read]);
        size += read as u64;
    }
}

/// Changes the list of pieces of a target and returns its new revision.
fn attach(
    edit: &Edit<'_>,
    tx: &mut Tx<'_>,
    whole: &mut Whole,
    target: &EvidenceTarget,
    alter: impl FnOnce(&mut Vec<EvidenceId>),
) -> Result<u32, Error> {
    let id = whole.assessment.id;
    match target {
        EvidenceTarget::Question(question) => {
            let shared = is_organisations(edit.framework, question);
            let mut answer = answer(whole, question.clone(), edit.act);
            alter(&mut answer.evidence);
            let expected = answer.revision;
            answer.revision = tx
                .answers_mut()
                .save((!shared).then_some(id), &answer, expected)?;
            let revision = answer.revision;
            whole.answers.insert(question.clone(), answer);
            if shared {
                refresh_others(tx, edit.framework, id, edit.act.at)?;
            }
            Ok(revision)
        }
        EvidenceTarget::Measure(control) => {
            let mut measure = measure(whole, control.clone(), edit.act);
            alter(&mut measure.evidence);
            measure.revision = tx.measures_mut().save(id, &measure, measure.revision)?;
            let revision = measure.revision;
            whole.measures.insert(control.clone(), measure);
            Ok(revision)
        }
        EvidenceTarget::Risk(risk) => {
            let rating = whole
                .ratings
                .get_mut(risk)
                .ok_or_else(|| Error::new("rating-empty").with("risk", risk))?;
            alter(&mut rating.evidence);
            rating.revision = tx.ratings_mut().save(id, rating, rating.revision)?;
            Ok(rating.revision)
        }
    }
}

/// Changes what is said about a piece of evidence.
pub(crate) fn evidence_change(
    session: &mut Session,
    request: EvidenceChange,
) -> Result<EvidenceSaved, Error> {
    check(&request.shows, request.standing)?;
    if request.name.trim().is_empty() {
        return Err(Error::new("name-empty"));
    }
    let payload = serde_json::to_value(&request)?;
    let mut changed = None;
    let saved = change(
        session,
        "evidence.change",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let known = whole.evidence.get(&request.id).cloned();
            let mut piece =
                known.ok_or_else(|| Error::new("not-found").with("noun", "evidence"))?;
            piece.name = request.name.trim().to_owned();
            piece.shows = request.shows;
            piece.dated = request.dated;
            piece.standing = request.standing;
            tx.evidence_mut().describe(&piece)?;
            whole.evidence.insert(piece.id, piece.clone());
            changed = Some(piece);
            refresh_others(tx, edit.framework, whole.assessment.id, edit.act.at)?;
            Ok(whole.assessment.revision)
        },
    )?;
    answered(changed, saved)
}

/// Takes a piece of evidence off an answer, measure or rating, and removes it when nothing uses it any more.
pub(crate) fn evidence_detach(
    session: &mut Session,
    request: EvidenceDetach,
) -> Result<Saved, Error> {
    let payload = serde_json::to_value(&request)?;
    change(
        session,
        "evidence.detach",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let revision = attach(edit, tx, whole, &request.target, |pieces| {
                pieces.retain(|id| *id != request.id)
            })?;
            if release(tx, request.id)? {
                whole.evidence.remove(&request.id);
            }
            Ok(revision)
        },
    )
}

/// Removes a piece of evidence for good when nothing uses it any more; tells whether it did.
pub(crate) fn release(tx: &Tx<'_>, piece: EvidenceId) -> Result<bool, Error> {
    let unused = tx.evidence().uses(piece)? == 0;
    if unused {
        tx.evidence_mut().remove(piece)?;
    }
    Ok(unused)
}
