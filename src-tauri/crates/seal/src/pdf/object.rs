//! The kinds of PDF objects, kept so that two revisions can be compared exactly.

use std::ops::Range;

/// One PDF object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number with a fraction, as it is written: `340.7900` is not `340.79`.
    Real(Vec<u8>),
    /// The bytes of a string, whatever its notation.
    String(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    /// The number of an indirect object; generations other than 0 are refused when read.
    Reference(u32),
    Stream(Stream),
}

/// A stream: its dictionary, and where its encoded bytes lie in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    pub(crate) dictionary: Dictionary,
    pub(crate) data: Range<usize>,
}

/// A dictionary whose keys are unique and sorted; in which order they were written does not count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary(Vec<Entry>);

/// One entry of a dictionary and where it was read.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: Vec<u8>,
    pub(crate) value: Object,
    /// From the slash of the key to the end of the value, in the bytes that were read.
    pub(crate) span: Range<usize>,
    /// The value alone.
    pub(crate) value_span: Range<usize>,
}

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && (self.0.iter()).all(|entry| other.get(&entry.key) == Some(&entry.value))
    }
}

impl Eq for Dictionary {}

impl Dictionary {
    /// A dictionary of these entries; nothing when a key is there twice.
    pub(crate) fn new(mut entries: Vec<Entry>) -> Option<Self> {
        // Sorted, so that a dictionary of a million keys takes no longer than its bytes deserve.
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        let unique = entries.windows(2).all(|pair| pair[0].key != pair[1].key);
        unique.then_some(Self(entries))
    }

    pub(crate) fn entry(&self, key: &[u8]) -> Option<&Entry> {
        let found = self
            .0
            .binary_search_by(|entry| entry.key.as_slice().cmp(key));
        found.ok().map(|place| &self.0[place])
    }

    pub(crate) fn get(&self, key: &[u8]) -> Option<&Object> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entries in the order of their keys.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.0
    }

    pub(crate) fn has(&self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn name(&self, key: &[u8]) -> Option<&[u8]> {
        match self.get(key)? {
            Object::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn string(&self, key: &[u8]) -> Option<&[u8]> {
        match self.get(key)? {
            Object::String(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn integer(&self, key: &[u8]) -> Option<i64> {
        match self.get(key)? {
            Object::Integer(value) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn size(&self, key: &[u8]) -> Option<usize> {
        usize::try_from(self.integer(key)?).ok()
    }

    pub(crate) fn reference(&self, key: &[u8]) -> Option<u32> {
        self.get(key)?.reference()
    }

    pub(crate) fn array(&self, key: &[u8]) -> Option<&[Object]> {
        match self.get(key)? {
            Object::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn dictionary(&self, key: &[u8]) -> Option<&Dictionary> {
        self.get(key)?.dictionary()
    }

    /// Tells whether every key is one of `allowed`.
    pub(crate) fn has_only(&self, allowed: &[&[u8]]) -> bool {
        (self.0.iter()).all(|entry| allowed.contains(&entry.key.as_slice()))
    }

    /// Tells whether this and `other` hold the same apart from the keys of `free`.
    pub(crate) fn equals_except(&self, other: &Self, free: &[&[u8]]) -> bool {
        let covers = |a: &Self, b: &Self| {
            a.0.iter().all(|entry| {
                free.contains(&entry.key.as_slice()) || b.get(&entry.key) == Some(&entry.value)
            })
        };
        covers(self, other) && covers(other, self)
    }
}

impl Object {
    pub(crate) const fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    /// The dictionary of a dictionary or of a stream.
    pub(crate) const fn any_dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            Self::Stream(stream) => Some(&stream.dictionary),
            _ => None,
        }
    }

    pub(crate) const fn reference(&self) -> Option<u32> {
        match self {
            Self::Reference(number) => Some(*number),
            _ => None,
        }
    }

    /// A finite number.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Integer(value) => Some(*value as f64),
            Self::Real(text) => std::str::from_utf8(text).ok()?.parse().ok(),
            _ => None,
        }
    }

    /// Calls `found` with every object number that this object refers to.
    pub(crate) fn references(&self, found: &mut impl FnMut(u32)) {
        match self {
            Self::Reference(number) => found(*number),
            Self::Array(items) => items.iter().for_each(|item| item.references(found)),
            Self::Dictionary(dictionary) | Self::Stream(Stream { dictionary, .. }) => {
                for entry in dictionary.entries() {
                    entry.value.references(found);
                }
            }
            _ => {}
        }
    }
}
