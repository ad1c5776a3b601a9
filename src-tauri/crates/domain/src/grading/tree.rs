//! JSON read strictly: duplicate keys are kept until they can be refused with their place,
//! and a number is a whole number or refused.

use super::refusal::{Refusal, RefusalCode};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

/// One JSON value with nothing dropped.
#[derive(Debug)]
pub(crate) enum Tree {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number that is not whole or does not fit, as it was written.
    OtherNumber(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Parses text; duplicate keys survive, and numbers that are not whole stay as they were written.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let mut tree: Self = serde_json::from_str(text).map_err(|error| Refusal {
            code: RefusalCode::NotJson,
            place: format!("{}:{}", error.line(), error.column()),
            value: String::new(),
        })?;
        tree.write_as(&mut numbers(text));
        Ok(tree)
    }

    /// Gives numbers that are not whole the words that stand for them: the parser makes 3 of 3.0.
    fn write_as<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>) {
        match self {
            Self::Integer(_) => drop(words.next()),
            Self::OtherNumber(shown) => {
                *shown = words.next().map(str::to_owned).unwrap_or_default();
            }
            Self::List(items) => items.iter_mut().for_each(|item| item.write_as(words)),
            Self::Object(entries) => entries
                .iter_mut()
                .for_each(|(_, entry)| entry.write_as(words)),
            Self::Null | Self::Bool(_) | Self::Text(_) => {}
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Integer(value) => value.to_string(),
            Self::OtherNumber(text) => text.clone(),
            Self::Text(text) => format!("\"{text}\""),
            Self::List(_) => "[…]".to_owned(),
            Self::Object(_) => "{…}".to_owned(),
        }
    }
}

/// The numbers of a JSON text as they are written, in their order.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let in_number = |one: char| one.is_ascii_digit() || "+-.eE".contains(one);
    outside_texts(text)
        .flat_map(move |part| part.split(move |one| !in_number(one)))
        // The letter e alone is one of true, false or a word like them.
        .filter(|word| word.contains(|one: char| one.is_ascii_digit()))
}

/// The parts of a JSON text that stand outside its quotation marks.
fn outside_texts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (outside, begun) = match rest?.split_once('"') {
            Some((outside, begun)) => (outside, Some(begun)),
            None => (rest?, None),
        };
        rest = begun.map(behind_text);
        Some(outside)
    })
}

/// What stands behind a text whose first quotation mark was read.
fn behind_text(begun: &str) -> &str {
    let mut escaped = false;
    let end = begun.find(|one| {
        let ends = one == '"' && !escaped;
        escaped = one == '\\' && !escaped;
        ends
    });
    end.map_or("", |end| &begun[end + 1..])
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| Self::OtherNumber(number.to_string()), Self::Integer),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(entries) => Self::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(i64::try_from(value)
            .map_or_else(|_| Tree::OtherNumber(value.to_string()), Tree::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::OtherNumber(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Tree::Object(object))
    }
}

/// A value together with its place, from which every refusal is made.
pub(crate) struct Node<'t> {
    tree: &'t Tree,
    place: String,
}

impl<'t> Node<'t> {
    pub(crate) const fn root(tree: &'t Tree) -> Self {
        Self {
            tree,
            place: String::new(),
        }
    }

    pub(crate) fn refuse(&self, code: RefusalCode) -> Refusal {
        Refusal::new(code, &self.place, self.tree.shown())
    }

    /// Refuses the key under which this value stands.
    pub(crate) fn refuse_id(&self, code: RefusalCode, id: &str) -> Refusal {
        Refusal::new(code, &self.place, id)
    }

    pub(crate) const fn is_null(&self) -> bool {
        matches!(self.tree, Tree::Null)
    }

    /// Opens an object; a duplicate key is refused here.
    pub(crate) fn object(self) -> Result<Fields<'t>, Refusal> {
        let Tree::Object(entries) = self.tree else {
            return Err(self.refuse(RefusalCode::NotObject));
        };
        let mut seen = BTreeSet::new();
        for (key, _) in entries {
            if !seen.insert(key.as_str()) {
                let place = pointer(&self.place, key);
                return Err(Refusal::new(RefusalCode::DuplicateKey, &place, key));
            }
        }
        Ok(Fields {
            entries,
            place: self.place,
            taken: BTreeSet::new(),
        })
    }

    pub(crate) fn list(&self) -> Result<Vec<Node<'t>>, Refusal> {
        let Tree::List(items) = self.tree else {
            return Err(self.refuse(RefusalCode::NotList));
        };
        Ok(items
            .iter()
            .enumerate()
            .map(|(index, tree)| Node {
                tree,
                place: pointer(&self.place, &index.to_string()),
            })
            .collect())
    }

    /// Opens a list of exactly `N` entries.
    pub(crate) fn list_of<const N: usize>(&self) -> Result<[Node<'t>; N], Refusal> {
        let items = self.list()?;
        let length = items.len();
        items
            .try_into()
            .map_err(|_| Refusal::new(RefusalCode::WrongLength, &self.place, length))
    }

    pub(crate) fn boolean(&self) -> Result<bool, Refusal> {
        match self.tree {
            Tree::Bool(value) => Ok(*value),
            _ => Err(self.refuse(RefusalCode::NotBoolean)),
        }
    }

    pub(crate) fn text(&self) -> Result<&'t str, Refusal> {
        match self.tree {
            Tree::Text(text) => Ok(text),
            _ => Err(self.refuse(RefusalCode::NotText)),
        }
    }

    pub(crate) fn integer(&self, range: RangeInclusive<i64>) -> Result<i64, Refusal> {
        match self.tree {
            Tree::Integer(value) if range.contains(value) => Ok(*value),
            Tree::Integer(_) => Err(self.refuse(RefusalCode::OutOfRange)),
            _ => Err(self.refuse(RefusalCode::NotInteger)),
        }
    }

    /// Reads a small number; the range must lie within 0 to 255.
    pub(crate) fn small(&self, range: RangeInclusive<u8>) -> Result<u8, Refusal> {
        let wide = i64::from(*range.start())..=i64::from(*range.end());
        self.integer(wide)
            .map(|value| u8::try_from(value).expect("the range lies within u8"))
    }

    /// Reads one of the words of a fixed list.
    pub(crate) fn word<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, Refusal> {
        let text = self.text()?;
        words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value)
            .ok_or_else(|| self.refuse(RefusalCode::UnknownWord))
    }
}

/// The entries of an object, taken one by one so that what is left over can be refused.
pub(crate) struct Fields<'t> {
    entries: &'t [(String, Tree)],
    place: String,
    taken: BTreeSet<&'static str>,
}

impl<'t> Fields<'t> {
    /// Takes an entry that may be missing; null counts as missing.
    pub(crate) fn optional(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.present(key).filter(|node| !node.is_null())
    }

    /// Takes an entry that may be missing; null is handed on.
    pub(crate) fn present(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.taken.insert(key);
        self.entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(name, tree)| Node {
                tree,
                place: pointer(&self.place, name),
            })
    }

    /// Takes an entry that must be there.
    pub(crate) fn required(&mut self, key: &'static str) -> Result<Node<'t>, Refusal> {
        self.present(key)
            .ok_or_else(|| Refusal::new(RefusalCode::Missing, &pointer(&self.place, key), key))
    }

    /// Refuses the first entry that nobody took.
    pub(crate) fn finish(self) -> Result<(), Refusal> {
        match self
            .entries
            .iter()
            .find(|(key, _)| !self.taken.contains(key.as_str()))
        {
            Some((key, _)) => Err(Refusal::new(
                RefusalCode::UnknownKey,
                &pointer(&self.place, key),
                key,
            )),
            None => Ok(()),
        }
    }

    /// Returns every entry, for objects whose keys are ids.
    pub(crate) fn by_id(self) -> impl Iterator<Item = (&'t str, Node<'t>)> {
        let place = self.place;
        self.entries.iter().map(move |(key, tree)| {
            let node = Node {
                tree,
                place: pointer(&place, key),
            };
            (key.as_str(), node)
        })
    }
}

/// Appends one token to a JSON pointer (RFC 6901).
pub(crate) fn pointer(place: &str, token: &str) -> String {
    let token = token.replace('~', "~0").replace('/', "~1");
    format!("{place}/{token}")
}
