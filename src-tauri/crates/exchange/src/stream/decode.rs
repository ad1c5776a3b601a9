//! Bytes of any encoding as UTF-8 in passing, watched for what a reader of delimited text would
//! take silently: malformed bytes and a quoted value that never ends.

use super::{LONGEST_RECORD, broken, read_up_to};
use crate::table::{Error, guess_encoding};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Seek};
use std::rc::Rc;

/// How much of a file is looked at to recognise its encoding, once it is not plain ASCII.
const SAMPLE: usize = 1 << 20;
/// How much is read at a time.
const CHUNK: usize = 256 << 10;

/// Recognises the encoding of a file, and leaves it at its beginning. A file that begins with much
/// plain text is read on until something tells.
pub(super) fn recognise(
    file: &mut (impl Read + Seek),
    label: &str,
) -> Result<&'static Encoding, Error> {
    let mut sample = vec![0; SAMPLE];
    let length = read_up_to(file, &mut sample).map_err(broken)?;
    let marked = Encoding::for_bom(&sample[..length]).map(|(encoding, _)| encoding);
    let encoding = match Encoding::for_label(label.trim().as_bytes()) {
        _ if marked.is_some() => marked.unwrap_or(UTF_8),
        Some(asked) => asked,
        None if !label.trim().is_empty() => {
            return Err(Error::UnknownEncoding {
                label: label.to_owned(),
            });
        }
        None => {
            let mut length = length;
            // Zero bytes are ASCII too, but tell UTF-16 at once.
            while length == SAMPLE && sample.is_ascii() && !sample.contains(&0) {
                length = read_up_to(file, &mut sample).map_err(broken)?;
            }
            guess_encoding(&sample[..length])
        }
    };
    file.rewind().map_err(broken)?;
    Ok(encoding)
}

/// Where the watch stands; shared with the reader of records, which wraps this reader.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// Bytes of the file read so far.
    pub(super) bytes: u64,
    /// What is wrong with the file as a whole.
    pub(super) error: Option<Error>,
}

/// A reader of UTF-8 over a file in any encoding.
pub(super) struct Utf8Reader<R> {
    file: R,
    encoding: &'static Encoding,
    decoder: Decoder,
    raw: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    at_end: bool,
    quotes: Quotes,
    watch: Rc<RefCell<Watch>>,
}

impl<R: Read> Utf8Reader<R> {
    pub(super) fn new(
        file: R,
        encoding: &'static Encoding,
        delimiter: u8,
    ) -> (Self, Rc<RefCell<Watch>>) {
        let watch = Rc::new(RefCell::new(Watch::default()));
        let reader = Self {
            file,
            encoding,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; CHUNK],
            ready: Vec::with_capacity(2 * CHUNK),
            given: 0,
            at_end: false,
            quotes: Quotes::new(delimiter),
            watch: Rc::clone(&watch),
        };
        (reader, watch)
    }

    fn refill(&mut self) -> Result<(), Error> {
        let length = read_up_to(&mut self.file, &mut self.raw).map_err(broken)?;
        self.watch.borrow_mut().bytes += length as u64;
        self.at_end = length < self.raw.len();
        self.ready.clear();
        self.given = 0;
        self.decode(length)?;
        self.quotes.follow(&self.ready)?;
        if self.at_end {
            self.quotes.end()
        } else {
            Ok(())
        }
    }

    fn decode(&mut self, length: usize) -> Result<(), Error> {
        let mut rest = &self.raw[..length];
        loop {
            let room = self
                .decoder
                .max_utf8_buffer_length_without_replacement(rest.len())
                .unwrap_or(rest.len() * 3 + 16);
            let start = self.ready.len();
            self.ready.resize(start + room, 0);
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(
                rest,
                &mut self.ready[start..],
                self.at_end,
            );
            self.ready.truncate(start + written);
            rest = &rest[read..];
            match result {
                DecoderResult::InputEmpty => return Ok(()),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    return Err(Error::Encoding {
                        line: self.quotes.line + lines(&self.ready),
                        encoding: self.encoding.name().to_owned(),
                    });
                }
            }
        }
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() && !self.at_end {
            if let Err(error) = self.refill() {
                self.watch.borrow_mut().error = Some(error);
                return Err(io::Error::from(ErrorKind::InvalidData));
            }
        }
        let rest = &self.ready[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

fn lines(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).count() as u64
}

/// Follows quoted values from one piece of text to the next.
struct Quotes {
    delimiter: u8,
    /// Line that the next piece begins on.
    line: u64,
    /// Line on which the value began that was quoted last.
    began: u64,
    /// Whether that value is still open.
    open: bool,
    /// Bytes read since it began.
    length: usize,
    /// The byte before the next piece.
    before: u8,
}

impl Quotes {
    fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            line: 1,
            began: 0,
            open: false,
            length: 0,
            before: b'\n',
        }
    }

    /// Reads on. A mark closes an open value, one right after it makes both a doubled mark and opens
    /// the value again, and one at the beginning of a value opens it; any other is plain text.
    fn follow(&mut self, text: &[u8]) -> Result<(), Error> {
        let mut counted = 0;
        for at in memchr::memchr_iter(b'"', text) {
            let before = if at == 0 { self.before } else { text[at - 1] };
            if self.open {
                self.open = false;
            } else if before == b'"' && self.began > 0 {
                self.open = true;
            } else if before == self.delimiter || matches!(before, b'\n' | b'\r') {
                self.line += lines(&text[counted..at]);
                counted = at;
                (self.began, self.open, self.length) = (self.line, true, 0);
            } else {
                self.began = 0;
            }
        }
        self.line += lines(&text[counted..]);
        self.before = text.last().copied().unwrap_or(self.before);
        self.length += text.len();
        if self.open && self.length > LONGEST_RECORD {
            return self.end();
        }
        Ok(())
    }

    fn end(&self) -> Result<(), Error> {
        if self.open {
            return Err(Error::OpenQuote { line: self.began });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open_at(pieces: &[&str]) -> Option<u64> {
        let mut quotes = Quotes::new(b',');
        for piece in pieces {
            quotes.follow(piece.as_bytes()).expect("short pieces");
        }
        match quotes.end() {
            Err(Error::OpenQuote { line }) => Some(line),
            _ => None,
        }
    }

    #[test]
    fn an_open_value_is_noticed_wherever_the_text_is_cut() {
        let cases = [
            ("a,b\n1,\"x\"\n", None),
            ("a,b\n1,\"x\"\"y\"\n", None),
            ("a,b\n1,\"x\ny\"\n2,\"\"\n", None),
            ("a,b\n1,5\"\n", None),
            ("a,b\n1,\"\"\"x\"\"\"\n", None),
            ("a,b\n1,\"x\n", Some(2)),
            ("a,b\n1,\"x\"\n2,3\n4,\"y\"\"", Some(4)),
            ("\"a", Some(1)),
        ];
        for (text, expected) in cases {
            for cut in 0..=text.len() {
                let (front, back) = text.split_at(cut);
                assert_eq!(open_at(&[front, back]), expected, "{text:?} cut at {cut}");
            }
        }
    }
}
