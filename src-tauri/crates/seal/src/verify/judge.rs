//! Goes through the revisions of a file in order and holds each to what it may be.

use super::problem::Problem;
use super::verdict::FieldVerdict;
use super::{change, signature, tail};
use crate::error::Error;
use crate::form::{self, Field};
use crate::pdf::document::Document;

/// What the revisions of a file come to.
#[derive(Debug)]
pub(crate) struct Judgement {
    pub(crate) fields: Vec<FieldVerdict>,
    pub(crate) problems: Vec<Problem>,
    /// How many bytes follow the last signature, or the report itself, and change nothing.
    pub(crate) additions: usize,
    /// Whether any revision has a signature, be it removed later.
    pub(crate) ever_signed: bool,
}

/// Judges a file: one revision with empty fields, then one for each signature, then nothing that counts.
pub(crate) fn judge(document: &Document<'_>) -> Judgement {
    let mut walk = Walk {
        document,
        fields: Vec::new(),
        problems: Vec::new(),
        last_signed: 0,
        ever_signed: false,
    };
    walk.base();
    for revision in 1..document.revisions() {
        walk.revision(revision);
    }
    walk.tail();
    let end = document.at(walk.last_signed).section().region.end;
    let clean = walk.problems.is_empty();
    Judgement {
        additions: if clean { document.file.len() - end } else { 0 },
        fields: walk.fields,
        problems: walk.problems,
        ever_signed: walk.ever_signed,
    }
}

struct Walk<'d, 'a> {
    document: &'d Document<'a>,
    fields: Vec<FieldVerdict>,
    problems: Vec<Problem>,
    /// The last revision that is a signature, or the first of all.
    last_signed: usize,
    ever_signed: bool,
}

impl Walk<'_, '_> {
    /// The first revision is the report itself, with every field empty.
    fn base(&mut self) {
        let Some(fields) = self.read_fields(0) else {
            return;
        };
        for field in fields {
            let name = field.public.name;
            if field.value.is_some() {
                self.ever_signed = true;
                self.problems
                    .push(Problem::UnexpectedRevision { revision: 0 });
            }
            let mut verdict = FieldVerdict::empty(name, field.public.label);
            verdict.signed = field.value.is_some();
            self.fields.push(verdict);
        }
    }

    /// Every later revision is the signature in the next empty field, or else must change nothing.
    fn revision(&mut self, revision: usize) {
        let (Some(before), Some(after)) =
            (self.read_fields(revision - 1), self.read_fields(revision))
        else {
            return;
        };
        self.ever_signed |= after.iter().any(|field| field.value.is_some());
        let next = before.iter().position(|field| field.value.is_none());
        let filled = next.and_then(|place| {
            let field = before.get(place)?;
            let same = after.iter().find(|other| other.number == field.number)?;
            Some((place, field, same.value?))
        });
        match filled {
            Some((place, field, value)) => self.signature(revision, place, field, value),
            None => {
                let changes = change::without_signature(self.document, revision);
                self.problems.extend(changes);
            }
        }
    }

    fn signature(&mut self, revision: usize, place: usize, field: &Field, value: u32) {
        if self.last_signed + 1 != revision {
            self.problems.push(Problem::UnexpectedRevision {
                revision: revision - 1,
            });
        }
        self.last_signed = revision;
        let first = place == 0;
        let changes = change::of_signature(self.document, revision, field, value, first);
        let checked = signature::check(self.document, revision, field, value, first);
        let mut verdict = checked.verdict;
        verdict.holds = checked.problems.is_empty() && changes.is_empty();
        self.problems.extend(checked.problems);
        self.problems.extend(changes);
        if let Some(slot) = self.fields.get_mut(place) {
            *slot = verdict;
        }
    }

    fn tail(&mut self) {
        let tail = self.document.tail();
        if tail::has_effect(tail) {
            self.problems.push(Problem::AppendedObjects {
                at: self.document.file.len() - tail.len(),
            });
        }
    }

    fn read_fields(&mut self, revision: usize) -> Option<Vec<Field>> {
        match form::read(self.document.at(revision)) {
            Ok(fields) => Some(fields),
            Err(error) => {
                let problem = match error {
                    Error::Unreadable { at, .. } => Problem::Unreadable { at },
                    _ => Problem::Form { revision },
                };
                if !self.problems.contains(&problem) {
                    self.problems.push(problem);
                }
                None
            }
        }
    }
}
