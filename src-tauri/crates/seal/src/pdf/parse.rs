//! From bytes to objects.

mod indirect;
mod string;

pub(crate) use indirect::Indirect;

use super::Fault;
use super::object::{Dictionary, Entry, Object};

/// How deep arrays and dictionaries may nest; a report nests fewer than ten levels.
const MAX_DEPTH: usize = 48;

/// How many objects one object may hold, however deep; a report of 1,000 pages has lists of some 100,000.
///
/// In memory an object takes up to fifty times the two bytes that it has in a file.
const MAX_ITEMS: usize = 1_000_000;

/// A place in some bytes, from which objects are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
    /// How many more objects the one that is being read may hold.
    left: usize,
}

pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            left: MAX_ITEMS,
        }
    }

    fn fault<T>(&self, expected: &'static str) -> Result<T, Fault> {
        Err(Fault::new(self.at, expected))
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Steps over white space, comments excluded.
    pub(crate) fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Steps over white space and comments.
    fn skip_blank(&mut self) {
        loop {
            self.skip_space();
            if self.peek() != Some(b'%') {
                return;
            }
            self.skip_line();
        }
    }

    pub(crate) fn skip_line(&mut self) {
        while self
            .peek()
            .is_some_and(|byte| byte != b'\n' && byte != b'\r')
        {
            self.at += 1;
        }
    }

    /// Steps over one end of line, if there is one.
    pub(crate) fn skip_end_of_line(&mut self) -> bool {
        let length = match self.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.at += length;
        length > 0
    }

    /// Steps over exactly these bytes.
    pub(crate) fn expect(&mut self, text: &'static str) -> Result<(), Fault> {
        if !self.rest().starts_with(text.as_bytes()) {
            return self.fault(text);
        }
        self.at += text.len();
        Ok(())
    }

    /// Steps over a keyword that ends where it ends.
    fn keyword(&mut self, text: &'static str) -> Result<(), Fault> {
        self.expect(text)?;
        if self.peek().is_some_and(is_regular) {
            return self.fault("the end of a keyword");
        }
        Ok(())
    }

    /// An unsigned decimal number, digits only.
    pub(crate) fn unsigned(&mut self) -> Result<usize, Fault> {
        let digits = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let text = &self.rest()[..digits];
        let value = std::str::from_utf8(text)
            .ok()
            .and_then(|text| text.parse().ok());
        match value {
            Some(value) => {
                self.at += digits;
                Ok(value)
            }
            None => self.fault("a number"),
        }
    }

    /// Any object but a stream.
    pub(crate) fn object(&mut self) -> Result<Object, Fault> {
        self.left = MAX_ITEMS;
        self.object_at_depth(0)
    }

    /// The next word, such as an operator; nothing where another kind of object, or the end, is next.
    pub(crate) fn word(&mut self) -> Option<&'a [u8]> {
        self.skip_blank();
        let rest = self.rest();
        if !rest
            .first()
            .is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"'))
        {
            return None;
        }
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        Some(&rest[..length])
    }

    /// Tells whether only white space and comments are left.
    pub(crate) fn is_at_end(&mut self) -> bool {
        self.skip_blank();
        self.rest().is_empty()
    }

    fn object_at_depth(&mut self, depth: usize) -> Result<Object, Fault> {
        if depth > MAX_DEPTH {
            return self.fault("less nesting");
        }
        let Some(left) = self.left.checked_sub(1) else {
            return self.fault("fewer objects in one");
        };
        self.left = left;
        self.skip_blank();
        match self.peek() {
            Some(b'/') => Ok(Object::Name(self.name()?)),
            Some(b'(') => Ok(Object::String(self.literal_string()?)),
            Some(b'<') if self.rest().starts_with(b"<<") => {
                Ok(Object::Dictionary(self.dictionary_at_depth(depth)?))
            }
            Some(b'<') => Ok(Object::String(self.hex_string()?)),
            Some(b'[') => self.array(depth),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.number_or_reference(),
            Some(b't') => self.keyword("true").map(|()| Object::Boolean(true)),
            Some(b'f') => self.keyword("false").map(|()| Object::Boolean(false)),
            Some(b'n') => self.keyword("null").map(|()| Object::Null),
            _ => self.fault("an object"),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object, Fault> {
        self.expect("[")?;
        let mut items = Vec::new();
        loop {
            self.skip_blank();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Object::Array(items));
            }
            items.push(self.object_at_depth(depth + 1)?);
        }
    }

    fn dictionary_at_depth(&mut self, depth: usize) -> Result<Dictionary, Fault> {
        self.expect("<<")?;
        let beginning = self.at;
        let mut entries = Vec::new();
        loop {
            self.skip_blank();
            if self.rest().starts_with(b">>") {
                self.at += 2;
                let unique = Dictionary::new(entries);
                return unique.ok_or(Fault::new(beginning, "each key once"));
            }
            let start = self.at;
            let key = self.name()?;
            self.skip_blank();
            let value_start = self.at;
            let value = self.object_at_depth(depth + 1)?;
            entries.push(Entry {
                key,
                value,
                span: start..self.at,
                value_span: value_start..self.at,
            });
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, Fault> {
        self.expect("/")?;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            if byte != b'#' {
                name.push(byte);
                continue;
            }
            let digits = [self.hex_digit()?, self.hex_digit()?];
            name.push(digits[0] << 4 | digits[1]);
        }
        Ok(name)
    }

    fn number_or_reference(&mut self) -> Result<Object, Fault> {
        if let Some(number) = self.try_reference()? {
            return Ok(Object::Reference(number));
        }
        let start = self.at;
        if matches!(self.peek(), Some(b'+' | b'-')) {
            self.at += 1;
        }
        let mut digits = 0_usize;
        let mut points = 0_usize;
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            match byte {
                b'0'..=b'9' => digits += 1,
                b'.' => points += 1,
                _ => return self.fault("a digit"),
            }
            self.at += 1;
        }
        let text = &self.bytes[start..self.at];
        if digits == 0 || points > 1 {
            return Err(Fault::new(start, "a number"));
        }
        if points == 1 {
            return Ok(Object::Real(text.to_vec()));
        }
        let value = std::str::from_utf8(text)
            .ok()
            .and_then(|text| text.parse().ok());
        value
            .map(Object::Integer)
            .ok_or(Fault::new(start, "a number of 64 bits"))
    }

    /// Reads `12 0 R`, or stays where it is.
    fn try_reference(&mut self) -> Result<Option<u32>, Fault> {
        let mut ahead = *self;
        let Ok(number) = ahead.unsigned() else {
            return Ok(None);
        };
        if !ahead.peek().is_some_and(is_space) {
            return Ok(None);
        }
        ahead.skip_space();
        let Ok(generation) = ahead.unsigned() else {
            return Ok(None);
        };
        if !ahead.peek().is_some_and(is_space) {
            return Ok(None);
        }
        ahead.skip_space();
        if ahead.keyword("R").is_err() {
            return Ok(None);
        }
        match u32::try_from(number) {
            Ok(number) if number > 0 && generation == 0 => {
                self.at = ahead.at;
                Ok(Some(number))
            }
            _ => self.fault("a reference of generation 0"),
        }
    }

    /// A dictionary that stands alone, such as a trailer.
    pub(crate) fn dictionary(&mut self) -> Result<Dictionary, Fault> {
        self.skip_blank();
        self.dictionary_at_depth(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Object, Fault> {
        Cursor::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn numbers_keep_their_notation() {
        assert_ne!(read("340.79"), read("340.7900"));
        assert_eq!(read("-12"), Ok(Object::Integer(-12)));
        assert!(read("1.2.3").is_err() && read("-").is_err() && read("12x").is_err());
        assert!(read("99999999999999999999").is_err());
    }

    #[test]
    fn references_have_generation_zero() {
        assert_eq!(read("12 0 R"), Ok(Object::Reference(12)));
        assert!(read("12 1 R").is_err());
        assert_eq!(
            read("[1 2 3 0 R]"),
            Ok(Object::Array(vec![
                Object::Integer(1),
                Object::Integer(2),
                Object::Reference(3)
            ]))
        );
    }

    #[test]
    fn a_key_twice_and_deep_nesting_are_refused() {
        assert!(read("<</A 1/A 2>>").is_err());
        assert!(read("<</A 1/#41 2>>").is_err());
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(read(&"<</A".repeat(100_000)).is_err());
    }

    #[test]
    fn keys_in_another_order_are_the_same_dictionary() {
        assert_eq!(read("<</A 1/B 2>>"), read("<< /B 2 /A 1 >>"));
        assert_ne!(read("<</A 1/B 2>>"), read("<</A 1>>"));
    }
}
