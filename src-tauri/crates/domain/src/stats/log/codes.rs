//! Dictionaries, and columns of numbers into them that take a byte while a byte is enough.

use super::LONGEST_WORD;
use hashbrown::HashMap;

/// The number of a word that found no place in a full dictionary.
pub(crate) const ANOTHER: u16 = u16::MAX;

/// Words and their numbers. Number 0 is the empty word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    words: Vec<String>,
    numbers: HashMap<String, u16>,
    most: usize,
}

impl Words {
    pub(super) fn new(most: usize) -> Self {
        Self {
            words: vec![String::new()],
            numbers: HashMap::new(),
            most,
        }
    }

    /// Returns how many words there are, the empty one among them.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns the word of a number; nothing for [`ANOTHER`].
    pub(crate) fn word(&self, number: u16) -> Option<&str> {
        self.words.get(usize::from(number)).map(String::as_str)
    }

    /// Returns the number of a word, if it has one.
    pub(crate) fn find(&self, word: &str) -> Option<u16> {
        if word.is_empty() {
            return Some(0);
        }
        self.numbers.get(word).copied()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u16, &str)> {
        (0..).zip(self.words.iter().map(String::as_str))
    }

    /// Returns the number of a word, which gets one while there is room and unless it is long.
    pub(super) fn keep(&mut self, word: &str) -> u16 {
        if let Some(number) = self.find(word) {
            return number;
        }
        let short = word.len() <= LONGEST_WORD || word.chars().count() <= LONGEST_WORD;
        match u16::try_from(self.words.len()) {
            Ok(number) if short && self.words.len() <= self.most && number < ANOTHER => {
                self.words.push(word.to_owned());
                self.numbers.insert(word.to_owned(), number);
                number
            }
            _ => ANOTHER,
        }
    }

    /// Takes in the words of another dictionary and returns the new number of each.
    pub(super) fn merge(&mut self, other: &Self) -> Vec<u16> {
        other.words.iter().map(|word| self.keep(word)).collect()
    }
}

/// A column of numbers of words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Codes {
    pub(crate) fn get(&self, record: usize) -> u16 {
        match self {
            Self::Narrow(codes) => u16::from(codes[record]),
            Self::Wide(codes) => codes[record],
        }
    }

    pub(super) fn push(&mut self, code: u16) {
        if let (Self::Narrow(codes), Ok(code)) = (&mut *self, u8::try_from(code)) {
            codes.push(code);
            return;
        }
        self.widen().push(code);
    }

    /// Takes in another column, each of whose numbers has a new one.
    pub(super) fn append(&mut self, other: &Self, new: &[u16]) {
        let new = |code: u16| new.get(usize::from(code)).copied().unwrap_or(ANOTHER);
        match other {
            Self::Narrow(codes) => {
                let by_code: Vec<u16> = (0..=u16::from(u8::MAX)).map(new).collect();
                let mut used = [false; 256];
                for code in codes {
                    used[usize::from(*code)] = true;
                }
                let wide = (0..256).any(|code| used[code] && by_code[code] > u16::from(u8::MAX));
                let codes = codes.iter().map(|code| by_code[usize::from(*code)]);
                match self {
                    Self::Narrow(mine) if !wide => mine.extend(codes.map(|code| code as u8)),
                    _ => self.widen().extend(codes),
                }
            }
            Self::Wide(codes) => self.widen().extend(codes.iter().map(|code| new(*code))),
        }
    }

    fn widen(&mut self) -> &mut Vec<u16> {
        if let Self::Narrow(codes) = self {
            *self = Self::Wide(codes.iter().map(|code| u16::from(*code)).collect());
        }
        match self {
            Self::Wide(codes) => codes,
            Self::Narrow(_) => unreachable!("the column was widened above"),
        }
    }
}
