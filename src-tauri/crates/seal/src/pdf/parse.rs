//! From bytes to objects.

use std::ops::Range;

use super::Fault;
use super::object::{Dictionary, Entry, Object, Stream};

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

/// An indirect object and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Indirect {
    pub(crate) number: u32,
    pub(crate) object: Object,
    /// The object without `1 0 obj` and `endobj`.
    pub(crate) span: Range<usize>,
    /// Just behind `endobj`.
    pub(crate) end: usize,
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

const fn hex_value(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
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

    fn hex_digit(&mut self) -> Result<u8, Fault> {
        match self.peek().and_then(hex_value) {
            Some(value) => {
                self.at += 1;
                Ok(value)
            }
            None => self.fault("a hexadecimal digit"),
        }
    }

    fn hex_string(&mut self) -> Result<Vec<u8>, Fault> {
        self.expect("<")?;
        let mut bytes = Vec::new();
        let mut half = None;
        loop {
            self.skip_space();
            if self.peek() == Some(b'>') {
                self.at += 1;
                bytes.extend(half.map(|high| high << 4));
                return Ok(bytes);
            }
            let digit = self.hex_digit()?;
            half = match half {
                None => Some(digit),
                Some(high) => {
                    bytes.push(high << 4 | digit);
                    None
                }
            };
        }
    }

    fn literal_string(&mut self) -> Result<Vec<u8>, Fault> {
        self.expect("(")?;
        let mut bytes = Vec::new();
        let mut open = 1_usize;
        loop {
            let Some(byte) = self.peek() else {
                return self.fault("the end of a string");
            };
            match byte {
                b'\\' => {
                    self.at += 1;
                    self.escape(&mut bytes)?;
                    continue;
                }
                b'\r' => {
                    self.skip_end_of_line();
                    bytes.push(b'\n');
                    continue;
                }
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Ok(bytes);
            }
            bytes.push(byte);
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) -> Result<(), Fault> {
        let Some(byte) = self.peek() else {
            return self.fault("an escaped character");
        };
        if byte == b'\r' || byte == b'\n' {
            self.skip_end_of_line();
            return Ok(());
        }
        if matches!(byte, b'0'..=b'7') {
            let mut value = 0_u32;
            for _ in 0..3 {
                let Some(digit @ b'0'..=b'7') = self.peek() else {
                    break;
                };
                value = value * 8 + u32::from(digit - b'0');
                self.at += 1;
            }
            // The standard ignores the overflow of an octal escape.
            bytes.push((value & 0xff) as u8);
            return Ok(());
        }
        self.at += 1;
        bytes.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 0x0c,
            other => other,
        });
        Ok(())
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

    /// An indirect object that begins exactly here; `length_of` resolves a stream's length given by reference.
    pub(crate) fn indirect(
        &mut self,
        length_of: &dyn Fn(u32) -> Option<usize>,
    ) -> Result<Indirect, Fault> {
        let start = self.at;
        let number = self.unsigned()?;
        self.expect(" 0 obj")?;
        let number = (u32::try_from(number).ok().filter(|number| *number > 0))
            .ok_or(Fault::new(start, "an object number"))?;
        self.skip_space();
        let object_start = self.at;
        let mut object = self.object()?;
        let mut end = self.at;
        self.skip_space();
        if self.rest().starts_with(b"stream") {
            let Object::Dictionary(dictionary) = object else {
                return self.fault("a dictionary before a stream");
            };
            let data = self.stream_data(&dictionary, length_of)?;
            object = Object::Stream(Stream { dictionary, data });
            end = self.at;
            self.skip_space();
        }
        self.keyword("endobj")?;
        Ok(Indirect {
            number,
            object,
            span: object_start..end,
            end: self.at,
        })
    }

    fn stream_data(
        &mut self,
        dictionary: &Dictionary,
        length_of: &dyn Fn(u32) -> Option<usize>,
    ) -> Result<Range<usize>, Fault> {
        self.expect("stream")?;
        if self.rest().starts_with(b"\r\n") {
            self.at += 1;
        }
        self.expect("\n")?;
        let length = match dictionary.get(b"Length") {
            Some(Object::Reference(number)) => length_of(*number),
            _ => dictionary.size(b"Length"),
        };
        let start = self.at;
        let end = length
            .and_then(|length| start.checked_add(length))
            .filter(|end| *end <= self.bytes.len())
            .ok_or(Fault::new(start, "the length of a stream"))?;
        self.at = end;
        self.skip_end_of_line();
        self.keyword("endstream")?;
        Ok(start..end)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn read(text: &str) -> Result<Object, Fault> {
        Cursor::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn strings_compare_regardless_of_notation() {
        assert_eq!(read("<6162>"), read("(a\\142)"));
        assert_eq!(
            read("(a\\\nb(c)\\)\r\n)"),
            Ok(Object::String(b"ab(c))\n".to_vec()))
        );
        assert_eq!(read("<616>"), Ok(Object::String(vec![0x61, 0x60])));
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

    #[test]
    fn a_stream_has_exactly_its_length() {
        let text = b"7 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj";
        let read = Cursor::new(text, 0).indirect(&|_| None).unwrap();
        assert_eq!((read.number, read.end), (7, text.len()));
        let short = b"7 0 obj\n<</Length 2>>\nstream\nabc\nendstream\nendobj";
        assert!(Cursor::new(short, 0).indirect(&|_| None).is_err());
        let long = b"7 0 obj\n<</Length 99999>>\nstream\nabc\nendstream\nendobj";
        assert!(Cursor::new(long, 0).indirect(&|_| None).is_err());
    }
}
