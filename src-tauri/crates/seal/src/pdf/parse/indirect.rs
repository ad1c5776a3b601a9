//! Objects that others refer to by number, and the streams among them.

use super::super::object::{Dictionary, Object, Stream};
use super::{Cursor, Fault};
use std::ops::Range;

/// An indirect object and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct Indirect {
    pub(crate) number: u32,
    pub(crate) object: Object,
    /// The object without `1 0 obj` and `endobj`.
    pub(crate) span: Range<usize>,
    /// Just behind `endobj`.
    pub(crate) end: usize,
    /// Where its words stand: `obj`, `endobj` and, of a stream, `stream` and the same within `endstream`; without a stream, `obj` again.
    pub(crate) words: [usize; 4],
}

impl Cursor<'_> {
    /// An indirect object that begins exactly here; `length_of` resolves a stream's length given by reference.
    pub(crate) fn indirect(
        &mut self,
        length_of: &dyn Fn(u32) -> Option<usize>,
    ) -> Result<Indirect, Fault> {
        let start = self.at;
        let number = self.unsigned()?;
        self.expect(" 0 obj")?;
        let head = self.at - 3;
        let number = (u32::try_from(number).ok().filter(|number| *number > 0))
            .ok_or(Fault::new(start, "an object number"))?;
        self.skip_space();
        let object_start = self.at;
        let mut object = self.object()?;
        let mut end = self.at;
        let mut stream = [head; 2];
        self.skip_space();
        if self.rest().starts_with(b"stream") {
            let Object::Dictionary(dictionary) = object else {
                return self.fault("a dictionary before a stream");
            };
            let begins = self.at;
            let data = self.stream_data(&dictionary, length_of)?;
            object = Object::Stream(Stream { dictionary, data });
            end = self.at;
            stream = [begins, end - 6];
            self.skip_space();
        }
        self.keyword("endobj")?;
        Ok(Indirect {
            number,
            object,
            span: object_start..end,
            end: self.at,
            words: [head, self.at - 6, stream[0], stream[1]],
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

    #[test]
    fn a_stream_has_exactly_its_length() {
        let text = b"7 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj";
        let read = Cursor::new(text, 0).indirect(&|_| None).unwrap();
        assert_eq!((read.number, read.end), (7, text.len()));
        assert_eq!(read.words, [4, text.len() - 6, 22, 36]);
        let short = b"7 0 obj\n<</Length 2>>\nstream\nabc\nendstream\nendobj";
        assert!(Cursor::new(short, 0).indirect(&|_| None).is_err());
        let long = b"7 0 obj\n<</Length 99999>>\nstream\nabc\nendstream\nendobj";
        assert!(Cursor::new(long, 0).indirect(&|_| None).is_err());
    }
}
