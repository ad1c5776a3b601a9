//! What a revision changes, held against what it may change.

use std::collections::{BTreeSet, HashSet};

use super::part::Parts;
use super::problem::{Part, Problem};
use super::scan::{Numbers, WORDS, find};
use crate::form::{self, Field};
use crate::pdf::document::{Document, View};
use crate::pdf::object::{Dictionary, Object};
use crate::pdf::xref::Place;
use crate::revision::is_appearance;

/// How many changes are named; more say nothing new.
const MAX_NAMED: usize = 20;

/// The entries of a trailer or a cross-reference stream that say nothing about the document.
const TRAILER_KEYS: [&[u8]; 11] = [
    b"Size",
    b"Root",
    b"Info",
    b"ID",
    b"Prev",
    b"Type",
    b"W",
    b"Index",
    b"Length",
    b"Filter",
    b"DecodeParms",
];

/// A revision and the one before it.
struct Step<'d, 'a> {
    before: View<'d, 'a>,
    after: View<'d, 'a>,
    revision: usize,
    problems: Vec<Problem>,
    /// What belonged where before and belongs there after, read when something has changed.
    parts: Option<[Parts; 2]>,
}

/// What the revision of one signature may hold.
struct Allowed<'s> {
    field: &'s Field,
    signature: u32,
    appearance: Option<u32>,
    form: Option<u32>,
    /// The catalog, in the revision of the first signature.
    catalog: Option<u32>,
}

/// Finds what the revision of a signature changes beyond its field, the form's flags and the permissions.
pub(crate) fn of_signature(
    document: &Document<'_>,
    revision: usize,
    field: &Field,
    signature: u32,
    first: bool,
) -> Vec<Problem> {
    let mut step = Step::new(document, revision);
    step.check_trailer();
    step.check_bytes();
    let after = step.after;
    let dictionary = after.dictionary(field.number).unwrap_or_default();
    let allowed = Allowed {
        field,
        signature,
        appearance: (dictionary.dictionary(b"AP")).and_then(|shown| shown.reference(b"N")),
        form: form::number(after).ok().flatten(),
        catalog: first.then(|| after.root()),
    };
    let own = after.section().stream;
    if let Some(own) = own.filter(|own| !step.is_beyond(*own)) {
        step.changed(own);
    }
    for (number, place) in &after.section().entries {
        if Some(*number) == own {
            continue;
        }
        let plain = matches!(place, Place::At(_));
        if !plain || !step.allows(&allowed, *number) {
            step.changed(*number);
        }
    }
    step.require(&allowed);
    step.problems
}

/// Finds what a revision without a signature changes; nothing, when it only repeats what is there.
pub(crate) fn without_signature(document: &Document<'_>, revision: usize) -> Vec<Problem> {
    let mut step = Step::new(document, revision);
    step.check_trailer();
    step.check_bytes();
    let mut dangling = None;
    let (before, after) = (step.before, step.after);
    let own = after.section().stream;
    let mut numbers: BTreeSet<u32> = after.section().entries.keys().copied().collect();
    // A cross-reference stream need not name itself.
    numbers.extend(own);
    for number in numbers {
        let harmless = if before.has(number) {
            Some(number) != own && step.is_unchanged(number) && step.is_inert(number)
        } else if Some(number) != own && !after.has(number) {
            true
        } else {
            // An object that nothing leads to is never looked at.
            let dangling = dangling.get_or_insert_with(|| dangling_references(before));
            !dangling.contains(&number) && (Some(number) == own || step.is_inert(number))
        };
        if !harmless {
            step.changed(number);
        }
    }
    step.problems
}

/// Every object number that is referred to without being there; an object of that number would appear.
fn dangling_references(view: View<'_, '_>) -> HashSet<u32> {
    let mut dangling = HashSet::new();
    let mut note = |number| {
        if !view.has(number) {
            dangling.insert(number);
        }
    };
    for entry in view.trailer().entries() {
        entry.value.references(&mut note);
    }
    for number in view.numbers() {
        if let Ok(object) = view.get(number) {
            object.references(&mut note);
        }
    }
    dangling
}

impl<'d, 'a> Step<'d, 'a> {
    fn new(document: &'d Document<'a>, revision: usize) -> Self {
        Self {
            before: document.at(revision - 1),
            after: document.at(revision),
            revision,
            problems: Vec::new(),
            parts: None,
        }
    }

    fn check_trailer(&mut self) {
        let (before, after) = (self.before.trailer(), self.after.trailer());
        let first_id =
            |trailer: &Dictionary| trailer.array(b"ID").and_then(|id| id.first().cloned());
        let grows = after.size(b"Size") >= before.size(b"Size");
        let same_id = !before.has(b"ID") || first_id(before) == first_id(after);
        if !after.has_only(&TRAILER_KEYS) || !grows || !same_id {
            self.push(Part::CrossReference, 0, 0);
        }
    }

    /// Checks that the words of the structure stand nowhere in the revision but where they belong.
    ///
    /// A reader that repairs files does not ask the cross-reference; it must find the same.
    fn check_bytes(&mut self) {
        let section = self.after.section();
        let Some(places) = self.words() else {
            self.push(Part::CrossReference, 0, 0);
            return;
        };
        let start = section.region.start;
        let bytes = &self.after.document().file[section.region.clone()];
        let is_own = |at: usize| places.contains(&(start + at));
        if let Some(at) = find(bytes, &WORDS, Numbers::Two, Numbers::None, is_own) {
            self.problems
                .push(Problem::AppendedObjects { at: start + at });
        }
    }

    /// Where the words of the revision's own objects and of its cross-reference stand.
    fn words(&self) -> Option<HashSet<usize>> {
        let section = self.after.section();
        let mut places: HashSet<usize> = section.words.iter().copied().collect();
        let own = section.stream.map(|number| (number, section.at));
        let listed = section.entries.iter();
        let objects = listed.filter_map(|(number, place)| match place {
            Place::At(at) => Some((*number, *at)),
            Place::Free | Place::Packed { .. } => None,
        });
        for (number, at) in objects.chain(own) {
            places.extend(self.after.indirect(number, at).ok()?.words);
        }
        Some(places)
    }

    fn push(&mut self, part: Part, page: usize, object: u32) {
        self.problems.push(Problem::Changed {
            revision: self.revision,
            part,
            page,
            object,
        });
    }

    fn changed(&mut self, number: u32) {
        if self.problems.len() >= MAX_NAMED {
            return;
        }
        let (before, after) = (self.before, self.after);
        let parts = self
            .parts
            .get_or_insert_with(|| [Parts::of(before), Parts::of(after)]);
        // What it was says more than what it is now, unless it is new.
        let (part, page) = parts[usize::from(!before.has(number))].of_object(number);
        self.push(part, page, number);
    }

    fn is_unchanged(&self, number: u32) -> bool {
        match (self.before.get(number), self.after.get(number)) {
            (Ok(before), Ok(after)) => self.after.has(number) && self.after.same(&before, &after),
            _ => false,
        }
    }

    /// Tells whether an object says nothing to a reader that repairs a file: such a reader takes catalogs, cross-references and the contents of object streams from wherever they stand.
    fn is_inert(&self, number: u32) -> bool {
        let Ok(object) = self.after.get(number) else {
            return false;
        };
        let stream = matches!(object, Object::Stream(_));
        let Some(dictionary) = object.any_dictionary() else {
            return true;
        };
        let plain = match dictionary.get(b"Type") {
            None => true,
            Some(Object::Name(name)) => match name.as_slice() {
                b"XRef" | b"ObjStm" => false,
                b"Catalog" => number == self.after.root(),
                _ => true,
            },
            // Some follow a reference even here.
            Some(_) => false,
        };
        let unknown = stream && !self.before.has(number);
        plain && !unknown && !dictionary.has(b"Root") && !dictionary.has(b"Encrypt")
    }

    /// Tells whether a number lies beyond all that were in use.
    fn is_beyond(&self, number: u32) -> bool {
        let size = self.before.trailer().size(b"Size");
        !self.before.has(number) && size.is_some_and(|size| number as usize >= size)
    }

    fn allows(&self, allowed: &Allowed<'_>, number: u32) -> bool {
        let new = self.is_beyond(number);
        if number == allowed.signature {
            return new;
        }
        if Some(number) == allowed.appearance {
            let stream = self.after.get(number);
            return new
                && matches!(stream, Ok(Object::Stream(stream)) if is_appearance(&stream.dictionary, allowed.field));
        }
        let (Ok(before), Ok(after)) = (
            self.before.dictionary(number),
            self.after.dictionary(number),
        ) else {
            return false;
        };
        if number == allowed.field.number {
            before.equals_except(&after, &[b"V", b"AP"])
                && after.reference(b"V") == Some(allowed.signature)
                && after
                    .dictionary(b"AP")
                    .is_some_and(|shown| shown.has_only(&[b"N"]))
        } else if Some(number) == allowed.form {
            before.equals_except(&after, &[b"SigFlags"]) && after.integer(b"SigFlags") == Some(3)
        } else if Some(number) == allowed.catalog {
            before.equals_except(&after, &[b"Perms"]) && is_certified(&after, allowed.signature)
        } else {
            false
        }
    }

    /// Checks that the signature's revision has all that it must have.
    fn require(&mut self, allowed: &Allowed<'_>) {
        let entries = &self.after.section().entries;
        let mut required = vec![Some(allowed.field.number), Some(allowed.signature)];
        required.push(allowed.appearance);
        required.extend(allowed.catalog.map(Some));
        let complete = (required.iter())
            .all(|number| number.is_some_and(|number| entries.contains_key(&number)));
        let distinct = allowed.appearance != Some(allowed.signature);
        let flagged = (allowed.form)
            .and_then(|form| self.after.dictionary(form).ok())
            .is_some_and(|form| form.integer(b"SigFlags") == Some(3));
        let certified = self
            .after
            .catalog()
            .is_ok_and(|catalog| catalog.has(b"Perms"));
        if !complete || !distinct || !flagged || !certified {
            self.push(Part::Signature, 0, allowed.field.number);
        }
    }
}

/// Tells whether the catalog's permissions are those of a certification by this signature, and nothing else.
fn is_certified(catalog: &Dictionary, signature: u32) -> bool {
    let permissions = catalog.dictionary(b"Perms");
    permissions.is_some_and(|permissions| {
        permissions.has_only(&[b"DocMDP"]) && permissions.reference(b"DocMDP") == Some(signature)
    })
}
