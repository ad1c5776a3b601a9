//! A file as the sequence of its revisions.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::Fault;
use super::filter::{Budget, decode};
use super::object::{Dictionary, Object, Stream};
use super::parse::{Cursor, Indirect};
use super::tile;
use super::xref::{MAX_ENTRIES, Place, Section};

/// How many revisions a file may have; a report has one more than it has signers.
const MAX_REVISIONS: usize = 16;

/// A readable file, its revisions in order.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) file: &'a [u8],
    sections: Vec<Section>,
    budget: Budget,
    object_streams: RefCell<HashMap<usize, Rc<ObjectStream>>>,
    /// Lengths of streams that are objects of their own, by place: many streams may share one.
    lengths: RefCell<HashMap<Place, Option<usize>>>,
}

/// The objects of an object stream, not yet read.
#[derive(Debug)]
struct ObjectStream {
    text: Vec<u8>,
    /// Number and place in `text` of each object; no two places overlap.
    objects: Vec<(u32, Range<usize>)>,
}

/// A file as it was at one revision.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'d, 'a> {
    document: &'d Document<'a>,
    revision: usize,
}

/// The text of a dictionary object, for changing it without touching the rest.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) dictionary: Dictionary,
    /// What the spans of `dictionary` count in.
    pub(crate) text: Vec<u8>,
    /// Where the dictionary begins and ends in `text`.
    pub(crate) span: Range<usize>,
}

impl<'a> Document<'a> {
    /// Reads the revisions of a file and checks that each consists of its objects and nothing else.
    ///
    /// What follows the last end-of-file mark is left to [`Document::tail`].
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, Fault> {
        let header = file.starts_with(b"%PDF-1.") || file.starts_with(b"%PDF-2.");
        if !header {
            return Err(Fault::new(0, "the header of a PDF"));
        }
        let budget = Budget::new();
        let sections = read_sections(file, &budget)?;
        let document = Self {
            file,
            sections,
            budget,
            object_streams: RefCell::default(),
            lengths: RefCell::default(),
        };
        document.check_trailers()?;
        for (revision, section) in document.sections.iter().enumerate() {
            tile::check(document.at(revision), section)?;
        }
        Ok(document)
    }

    pub(crate) fn revisions(&self) -> usize {
        self.sections.len()
    }

    /// The file as it was at `revision`, counted from 0.
    pub(crate) const fn at(&self, revision: usize) -> View<'_, 'a> {
        View {
            document: self,
            revision,
        }
    }

    /// The file as it is.
    pub(crate) fn latest(&self) -> View<'_, 'a> {
        self.at(self.sections.len() - 1)
    }

    /// The bytes behind the last end-of-file mark.
    pub(crate) fn tail(&self) -> &'a [u8] {
        let end = self.sections.last().map_or(0, |section| section.region.end);
        &self.file[end..]
    }

    fn check_trailers(&self) -> Result<(), Fault> {
        let first = &self.sections[0].trailer;
        for section in &self.sections {
            let root = section.trailer.reference(b"Root");
            if root.is_none() || root != first.reference(b"Root") {
                return Err(Fault::new(section.at, "the same catalog in every revision"));
            }
            if section.trailer.get(b"Info") != first.get(b"Info") {
                return Err(Fault::new(
                    section.at,
                    "the same information in every revision",
                ));
            }
        }
        Ok(())
    }

    fn object_stream(&self, at: usize) -> Result<Rc<ObjectStream>, Fault> {
        if let Some(known) = self.object_streams.borrow().get(&at) {
            return Ok(Rc::clone(known));
        }
        let indirect = Cursor::new(self.file, at).indirect(&|_| None)?;
        let Object::Stream(stream) = indirect.object else {
            return Err(Fault::new(at, "an object stream"));
        };
        let read = Rc::new(self.read_object_stream(&stream, at)?);
        self.object_streams
            .borrow_mut()
            .insert(at, Rc::clone(&read));
        Ok(read)
    }

    fn read_object_stream(&self, stream: &Stream, at: usize) -> Result<ObjectStream, Fault> {
        let dictionary = &stream.dictionary;
        if dictionary.name(b"Type") != Some(b"ObjStm") {
            return Err(Fault::new(at, "an object stream"));
        }
        let text = decode(
            dictionary,
            &self.file[stream.data.clone()],
            &self.budget,
            at,
        )?;
        let first = dictionary
            .size(b"First")
            .filter(|first| *first <= text.len());
        let count = dictionary.size(b"N").filter(|count| *count <= MAX_ENTRIES);
        let (Some(first), Some(count)) = (first, count) else {
            return Err(Fault::new(at, "the size of an object stream"));
        };
        let mut cursor = Cursor::new(&text[..first], 0);
        let mut objects: Vec<(u32, Range<usize>)> = Vec::new();
        for _ in 0..count {
            cursor.skip_space();
            let number = cursor.unsigned()?;
            cursor.skip_space();
            let offset = cursor.unsigned()?;
            let number = u32::try_from(number).map_err(|_| Fault::new(at, "an object number"))?;
            let start = (first.checked_add(offset)).filter(|start| *start <= text.len());
            let start = start.ok_or(Fault::new(at, "an offset"))?;
            // Objects in sequence: were many numbers to name one place, it would be read as often.
            if let Some((_, before)) = objects.last_mut() {
                if start <= before.start {
                    return Err(Fault::new(at, "objects in their order"));
                }
                before.end = start;
            }
            objects.push((number, start..text.len()));
        }
        Ok(ObjectStream { text, objects })
    }
}

fn read_sections(file: &[u8], budget: &Budget) -> Result<Vec<Section>, Fault> {
    const MARK: &[u8] = b"startxref";
    let mark = (file.windows(MARK.len()).rposition(|window| window == MARK))
        .ok_or(Fault::new(file.len(), "startxref"))?;
    let mut cursor = Cursor::new(file, mark + MARK.len());
    cursor.skip_space();
    let mut at = cursor.unsigned()?;
    let mut limit = mark;
    let mut entries = 0;
    let mut sections = Vec::new();
    loop {
        // Each section lies before the one that names it, so that no chain runs in a circle.
        if at >= limit || sections.len() == MAX_REVISIONS {
            return Err(Fault::new(mark, "an earlier revision"));
        }
        let section = Section::read(file, at, budget)?;
        if section.region.end > limit && !sections.is_empty() {
            return Err(Fault::new(at, "revisions one after another"));
        }
        entries += section.entries.len();
        if entries > MAX_ENTRIES {
            return Err(Fault::new(at, "fewer objects"));
        }
        limit = at;
        let previous = section.previous()?;
        sections.push(section);
        match previous {
            Some(previous) => at = previous,
            None => break,
        }
    }
    sections.reverse();
    let mut start = 0;
    for section in &mut sections {
        section.region.start = start;
        start = section.region.end;
    }
    Ok(sections)
}

impl<'d, 'a> View<'d, 'a> {
    pub(crate) const fn document(self) -> &'d Document<'a> {
        self.document
    }

    fn place(self, number: u32) -> Option<Place> {
        let sections = &self.document.sections[..=self.revision];
        let found = sections
            .iter()
            .rev()
            .find_map(|section| section.entries.get(&number));
        found.copied().filter(|place| *place != Place::Free)
    }

    /// Tells whether there is an object of this number.
    pub(crate) fn has(self, number: u32) -> bool {
        self.place(number).is_some()
    }

    /// Every object number in use.
    pub(crate) fn numbers(self) -> Vec<u32> {
        let sections = &self.document.sections[..=self.revision];
        let mut seen = HashSet::new();
        let mut numbers = Vec::new();
        for (number, place) in sections.iter().rev().flat_map(|section| &section.entries) {
            if seen.insert(*number) && *place != Place::Free {
                numbers.push(*number);
            }
        }
        numbers
    }

    /// An object; null where there is none, as the standard has it.
    pub(crate) fn get(self, number: u32) -> Result<Object, Fault> {
        match self.place(number) {
            None | Some(Place::Free) => Ok(Object::Null),
            Some(Place::At(at)) => Ok(self.indirect(number, at)?.object),
            Some(Place::Packed { stream, index }) => {
                let (packed, place) = self.packed(number, stream, index)?;
                Cursor::new(&packed.text[..place.end], place.start).object()
            }
        }
    }

    /// The object itself, or what its reference leads to.
    pub(crate) fn resolve(self, object: &Object) -> Result<Object, Fault> {
        match object {
            Object::Reference(number) => self.get(*number),
            other => Ok(other.clone()),
        }
    }

    /// A dictionary object; a fault where it is something else.
    pub(crate) fn dictionary(self, number: u32) -> Result<Dictionary, Fault> {
        match self.get(number)? {
            Object::Dictionary(dictionary) => Ok(dictionary),
            _ => Err(Fault::new(0, "a dictionary")),
        }
    }

    /// A dictionary object together with its text.
    pub(crate) fn source(self, number: u32) -> Result<Source, Fault> {
        let (text, at) = match self.place(number) {
            None | Some(Place::Free) => return Err(Fault::new(0, "a dictionary")),
            Some(Place::At(at)) => {
                let span = self.indirect(number, at)?.span;
                (self.document.file[span].to_vec(), 0)
            }
            Some(Place::Packed { stream, index }) => {
                let (packed, place) = self.packed(number, stream, index)?;
                (packed.text[place].to_vec(), 0)
            }
        };
        let mut cursor = Cursor::new(&text, at);
        cursor.skip_space();
        let start = cursor.at;
        let dictionary = cursor.dictionary()?;
        let span = start..cursor.at;
        Ok(Source {
            dictionary,
            text,
            span,
        })
    }

    /// The object of this number, which begins at `at`.
    pub(crate) fn indirect(self, number: u32, at: usize) -> Result<Indirect, Fault> {
        let length = |number| self.length(number);
        let read = Cursor::new(self.document.file, at).indirect(&length)?;
        if read.number != number {
            return Err(Fault::new(at, "the object that the cross-reference names"));
        }
        Ok(read)
    }

    /// A stream's length that is an object of its own; its own object can't be a stream.
    fn length(self, number: u32) -> Option<usize> {
        let place = self.place(number)?;
        let known = self.document.lengths.borrow().get(&place).copied();
        known.unwrap_or_else(|| {
            let length = self.length_at(number, place);
            self.document.lengths.borrow_mut().insert(place, length);
            length
        })
    }

    fn length_at(self, number: u32, place: Place) -> Option<usize> {
        let object = match place {
            Place::Free => return None,
            Place::At(at) => {
                Cursor::new(self.document.file, at)
                    .indirect(&|_| None)
                    .ok()?
                    .object
            }
            Place::Packed { stream, index } => {
                let (packed, place) = self.packed(number, stream, index).ok()?;
                Cursor::new(&packed.text[..place.end], place.start)
                    .object()
                    .ok()?
            }
        };
        match object {
            Object::Integer(value) => usize::try_from(value).ok(),
            _ => None,
        }
    }

    fn packed(
        self,
        number: u32,
        stream: u32,
        index: usize,
    ) -> Result<(Rc<ObjectStream>, Range<usize>), Fault> {
        let Some(Place::At(at)) = self.place(stream) else {
            return Err(Fault::new(0, "an object stream outside object streams"));
        };
        let packed = self.document.object_stream(at)?;
        match packed.objects.get(index) {
            Some((named, place)) if *named == number => {
                let place = place.clone();
                Ok((packed, place))
            }
            _ => Err(Fault::new(at, "the object that the cross-reference names")),
        }
    }

    /// The decoded bytes of a stream.
    pub(crate) fn decoded(self, stream: &Stream) -> Result<Vec<u8>, Fault> {
        let data = &self.document.file[stream.data.clone()];
        let budget = &self.document.budget;
        decode(&stream.dictionary, data, budget, stream.data.start)
    }

    /// Tells whether two objects are the same, streams by their bytes.
    pub(crate) fn same(self, a: &Object, b: &Object) -> bool {
        match (a, b) {
            (Object::Stream(a), Object::Stream(b)) => {
                let bytes = |stream: &Stream| &self.document.file[stream.data.clone()];
                a.dictionary == b.dictionary && bytes(a) == bytes(b)
            }
            _ => a == b,
        }
    }

    /// The section that this revision added.
    pub(crate) fn section(self) -> &'d Section {
        &self.document.sections[self.revision]
    }

    pub(crate) fn trailer(self) -> &'d Dictionary {
        &self.section().trailer
    }

    /// Number of the catalog.
    pub(crate) fn root(self) -> u32 {
        let trailer = self.trailer();
        trailer
            .reference(b"Root")
            .expect("reading a document checks that it has a catalog")
    }

    pub(crate) fn catalog(self) -> Result<Dictionary, Fault> {
        self.dictionary(self.root())
    }
}
