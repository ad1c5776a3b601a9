//! Cross-reference sections: which revision a file has and where its objects lie.

use std::collections::BTreeMap;
use std::ops::Range;

use super::filter::{Budget, decode};
use super::object::{Dictionary, Object};
use super::parse::Cursor;
use super::{Fault, UNENCRYPTED};

/// How many objects all sections together may name; a report of 1,000 pages has some 100,000.
pub(crate) const MAX_ENTRIES: usize = 1_000_000;

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// There is none of this number.
    Free,
    /// At this offset in the file.
    At(usize),
    /// In an object stream.
    Packed {
        /// Number of the object stream.
        stream: u32,
        /// Position among its objects.
        index: usize,
    },
}

/// One cross-reference section with its trailer: one revision of a file.
#[derive(Debug)]
pub(crate) struct Section {
    /// The bytes that this revision added, to just behind its end-of-file mark.
    pub(crate) region: Range<usize>,
    /// Where the section itself begins.
    pub(crate) at: usize,
    /// Number of the section's own object, where it is a stream.
    pub(crate) stream: Option<u32>,
    pub(crate) entries: BTreeMap<u32, Place>,
    pub(crate) trailer: Dictionary,
    /// Where its words stand: `xref` and `trailer`, unless it is a stream, `xref` within `startxref`, and the end-of-file mark.
    pub(crate) words: Vec<usize>,
}

impl Section {
    /// Reads the section at `at`; its region's start is set by who knows the revision before.
    pub(crate) fn read(file: &[u8], at: usize, budget: &Budget) -> Result<Self, Fault> {
        let mut cursor = Cursor::new(file, at);
        let mut section = if file.get(at..).is_some_and(|rest| rest.starts_with(b"xref")) {
            read_table(&mut cursor, at)?
        } else {
            read_stream(&mut cursor, file, at, budget)?
        };
        if section.trailer.has(b"Encrypt") {
            return Err(Fault::new(at, UNENCRYPTED));
        }
        if section.trailer.has(b"XRefStm") {
            return Err(Fault::new(at, "one kind of cross-reference"));
        }
        let size =
            (section.trailer.size(b"Size")).ok_or(Fault::new(at, "the size in a trailer"))?;
        let last = section.entries.last_key_value();
        if last.is_some_and(|(number, _)| *number as usize >= size) {
            return Err(Fault::new(at, "object numbers below the size"));
        }
        section.region.end = end_of_revision(&mut cursor, at, &mut section.words)?;
        Ok(section)
    }

    /// Where the section before this one begins.
    pub(crate) fn previous(&self) -> Result<Option<usize>, Fault> {
        match self.trailer.get(b"Prev") {
            None => Ok(None),
            Some(_) => (self.trailer.size(b"Prev").map(Some))
                .ok_or(Fault::new(self.at, "an offset of the revision before")),
        }
    }

    fn add(&mut self, number: usize, place: Place) -> Result<(), Fault> {
        let number = u32::try_from(number).map_err(|_| Fault::new(self.at, "an object number"))?;
        if self.entries.len() >= MAX_ENTRIES {
            return Err(Fault::new(self.at, "fewer objects"));
        }
        match self.entries.insert(number, place) {
            None => Ok(()),
            Some(_) => Err(Fault::new(self.at, "each object number once")),
        }
    }
}

fn read_table(cursor: &mut Cursor<'_>, at: usize) -> Result<Section, Fault> {
    let mut section = Section {
        region: 0..0,
        at,
        stream: None,
        entries: BTreeMap::new(),
        trailer: Dictionary::default(),
        words: vec![at],
    };
    cursor.expect("xref")?;
    cursor.skip_space();
    while cursor.peek() != Some(b't') {
        let first = cursor.unsigned()?;
        cursor.expect(" ")?;
        let count = cursor.unsigned()?;
        cursor.skip_space();
        for number in 0..count {
            let number =
                (first.checked_add(number)).ok_or(Fault::new(cursor.at, "an object number"))?;
            let place = table_entry(cursor)?;
            section.add(number, place)?;
        }
    }
    section.words.push(cursor.at);
    cursor.expect("trailer")?;
    section.trailer = cursor.dictionary()?;
    Ok(section)
}

fn table_entry(cursor: &mut Cursor<'_>) -> Result<Place, Fault> {
    let start = cursor.at;
    let offset = cursor.unsigned()?;
    cursor.expect(" ")?;
    let generation = cursor.unsigned()?;
    cursor.expect(" ")?;
    let kind = cursor.peek();
    cursor.at += 1;
    cursor.skip_space();
    if cursor.at != start + 20 {
        return Err(Fault::new(start, "an entry of 20 bytes"));
    }
    match kind {
        Some(b'f') => Ok(Place::Free),
        Some(b'n') if generation == 0 => Ok(Place::At(offset)),
        _ => Err(Fault::new(start, "an entry of generation 0")),
    }
}

fn read_stream(
    cursor: &mut Cursor<'_>,
    file: &[u8],
    at: usize,
    budget: &Budget,
) -> Result<Section, Fault> {
    let indirect = cursor.indirect(&|_| None)?;
    let Object::Stream(stream) = indirect.object else {
        return Err(Fault::new(at, "a cross-reference stream"));
    };
    if stream.dictionary.name(b"Type") != Some(b"XRef") {
        return Err(Fault::new(at, "a cross-reference stream"));
    }
    let data = decode(&stream.dictionary, &file[stream.data], budget, at)?;
    let mut section = Section {
        region: 0..0,
        at,
        stream: Some(indirect.number),
        entries: BTreeMap::new(),
        trailer: stream.dictionary,
        words: Vec::new(),
    };
    let widths = field_widths(&section.trailer).ok_or(Fault::new(at, "field widths"))?;
    let runs = index_runs(&section.trailer).ok_or(Fault::new(at, "an index"))?;
    let row = widths.iter().sum::<usize>();
    let mut rows = data.chunks_exact(row);
    for (first, count) in runs {
        for number in 0..count {
            let bytes = rows.next().ok_or(Fault::new(at, "more entries"))?;
            let number = first
                .checked_add(number)
                .ok_or(Fault::new(at, "an object number"))?;
            section.add(number, stream_entry(bytes, widths, at)?)?;
        }
    }
    if rows.next().is_some() || !rows.remainder().is_empty() {
        return Err(Fault::new(at, "the end of the entries"));
    }
    Ok(section)
}

fn field_widths(trailer: &Dictionary) -> Option<[usize; 3]> {
    let mut widths = [0; 3];
    let given = trailer.array(b"W")?;
    if given.len() != 3 {
        return None;
    }
    for (width, object) in widths.iter_mut().zip(given) {
        *width = match object {
            Object::Integer(value) => usize::try_from(*value).ok().filter(|width| *width <= 8)?,
            _ => return None,
        };
    }
    // A row without an offset would let one byte stand for endless entries.
    (widths[1] > 0).then_some(widths)
}

fn index_runs(trailer: &Dictionary) -> Option<Vec<(usize, usize)>> {
    let Some(index) = trailer.get(b"Index") else {
        return Some(vec![(0, trailer.size(b"Size")?)]);
    };
    let Object::Array(numbers) = index else {
        return None;
    };
    let number = |object: &Object| match object {
        Object::Integer(value) => usize::try_from(*value).ok(),
        _ => None,
    };
    let pairs = numbers.chunks(2).map(|pair| match pair {
        [first, count] => Some((number(first)?, number(count)?)),
        _ => None,
    });
    pairs.collect()
}

fn stream_entry(row: &[u8], widths: [usize; 3], at: usize) -> Result<Place, Fault> {
    let value = |bytes: &[u8]| {
        let sum = bytes
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        usize::try_from(sum).map_err(|_| Fault::new(at, "a smaller number"))
    };
    let (kind, rest) = row.split_at(widths[0]);
    let (second, third) = rest.split_at(widths[1]);
    // A kind that is not written is an object at an offset.
    let kind = if kind.is_empty() { 1 } else { value(kind)? };
    let (second, third) = (value(second)?, value(third)?);
    match kind {
        0 => Ok(Place::Free),
        1 if third == 0 => Ok(Place::At(second)),
        2 => Ok(Place::Packed {
            stream: u32::try_from(second).map_err(|_| Fault::new(at, "an object number"))?,
            index: third,
        }),
        _ => Err(Fault::new(at, "an entry of generation 0")),
    }
}

/// Reads what follows a section: its own offset and the end-of-file mark with at most one end of line.
fn end_of_revision(
    cursor: &mut Cursor<'_>,
    at: usize,
    words: &mut Vec<usize>,
) -> Result<usize, Fault> {
    cursor.skip_space();
    cursor.expect("startxref")?;
    words.push(cursor.at - 4);
    cursor.skip_space();
    let offset_at = cursor.at;
    if cursor.unsigned()? != at {
        return Err(Fault::new(offset_at, "the offset of its own section"));
    }
    if !cursor.skip_end_of_line() {
        return Err(Fault::new(cursor.at, "the end of a line"));
    }
    words.push(cursor.at);
    cursor.expect("%%EOF")?;
    cursor.skip_end_of_line();
    Ok(cursor.at)
}
