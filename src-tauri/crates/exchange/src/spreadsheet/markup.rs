//! The markup of a part in passing: how long its cells are and where they say that they stand. It is cut into tags as
//! the reader of spreadsheets does it.

use super::{COLUMNS, ROWS};
use crate::table::Error;
use memchr::memchr_iter;

/// The longest cell, tag, text or comment, in bytes; spreadsheet programs keep 32,767 characters in a cell.
const LONGEST: usize = 4 << 20;
/// How much of a place is quoted, in characters.
const QUOTED: usize = 24;

/// What the next byte belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Text,
    /// A tag whose first byte comes next.
    Opened,
    /// A tag, in a value that this mark ends where there is one.
    Tag(Option<u8>),
    /// What begins with an exclamation mark, and has not said yet what it is.
    Declaration,
    Comment,
    Data,
    Instruction,
}

/// Follows markup from one piece to the next.
#[derive(Debug, Default)]
pub(super) struct Markup {
    within: Within,
    /// A tag of which only the beginning is known.
    tag: Vec<u8>,
    /// Bytes of the tag, text or comment so far.
    length: usize,
    /// Bytes of the cell that is open.
    cell: Option<usize>,
    /// Its last two bytes.
    last: [u8; 2],
    row: u64,
}

impl Markup {
    /// Reads on.
    pub(super) fn follow(&mut self, piece: &[u8]) -> Result<(), Error> {
        let mut rest = piece;
        while !rest.is_empty() {
            let taken = self.step(rest)?;
            rest = &rest[taken..];
        }
        Ok(())
    }

    /// Takes the bytes up to the next change, and returns how many they are.
    fn step(&mut self, rest: &[u8]) -> Result<usize, Error> {
        match self.within {
            Within::Text => self.text(rest),
            Within::Opened => {
                self.within = match rest[0] {
                    b'!' => Within::Declaration,
                    b'?' => Within::Instruction,
                    _ => Within::Tag(None),
                };
                self.tag.clear();
                self.last = [0; 2];
                Ok(0)
            }
            Within::Tag(quote) => self.tag(quote, rest),
            Within::Declaration => self.declaration(rest),
            Within::Comment => self.until(rest, *b"--", 6),
            Within::Data => self.until(rest, *b"]]", 0),
            Within::Instruction => self.until(rest, [0, b'?'], 0),
        }
    }

    /// Goes to the next tag, and past it where it is one of those of which most of a sheet is made.
    #[inline]
    fn text(&mut self, rest: &[u8]) -> Result<usize, Error> {
        let Some(at) = rest.iter().position(|byte| *byte == b'<') else {
            return self.pass(rest);
        };
        let usual = match &rest[at + 1..] {
            [b'v', b'>', ..] => 2,
            [b'/', b'v' | b'c', b'>', ..] => 3,
            _ => 0,
        };
        self.count(at)?;
        self.length = 0;
        self.count(1 + usual)?;
        if usual == 0 {
            self.within = Within::Opened;
            return Ok(at + 1);
        }
        if rest[at + 2] == b'c' {
            self.cell = None;
        }
        self.end();
        Ok(at + 1 + usual)
    }

    /// Tells what begins with an exclamation mark. Definitions have no place in a spreadsheet.
    fn declaration(&mut self, rest: &[u8]) -> Result<usize, Error> {
        if self.last[1] != b'!' {
            return self.pass(&rest[..1]);
        }
        self.within = match rest[0] {
            b'-' => Within::Comment,
            b'[' => Within::Data,
            _ => return Err(Error::Spreadsheet("<!".to_owned())),
        };
        Ok(0)
    }

    /// Goes to the `>` that stands behind these bytes, of which a zero stands for any, and not before so many bytes.
    fn until(&mut self, rest: &[u8], before: [u8; 2], least: usize) -> Result<usize, Error> {
        let byte = |back: usize, at: usize| match at.checked_sub(back) {
            Some(place) => rest[place],
            None => self.last[2 - (back - at)],
        };
        let end = memchr_iter(b'>', rest).find(|at| {
            let [first, second] = before;
            (first == 0 || byte(2, *at) == first)
                && byte(1, *at) == second
                && self.length + at >= least
        });
        match end {
            Some(at) => {
                self.count(at + 1)?;
                self.end();
                Ok(at + 1)
            }
            None => self.pass(rest),
        }
    }

    /// Goes to the end of a tag, which is a `>` outside of values.
    fn tag(&mut self, mut quote: Option<u8>, rest: &[u8]) -> Result<usize, Error> {
        for (at, byte) in rest.iter().enumerate() {
            match (quote, *byte) {
                (None, b'>') => {
                    self.count(at + 1)?;
                    if self.tag.is_empty() {
                        self.tagged(&rest[..at])?;
                    } else {
                        let mut tag = std::mem::take(&mut self.tag);
                        tag.extend_from_slice(&rest[..at]);
                        self.tagged(&tag)?;
                        self.tag = tag;
                    }
                    self.end();
                    return Ok(at + 1);
                }
                (None, mark @ (b'"' | b'\'')) => quote = Some(mark),
                (Some(mark), byte) if mark == byte => quote = None,
                _ => {}
            }
        }
        self.within = Within::Tag(quote);
        self.tag.extend_from_slice(rest);
        self.pass(rest)
    }

    #[inline]
    fn end(&mut self) {
        self.within = Within::Text;
        self.length = 0;
    }

    fn pass(&mut self, rest: &[u8]) -> Result<usize, Error> {
        self.count(rest.len())?;
        self.last = match *rest {
            [.., first, second] => [first, second],
            [one] => [self.last[1], one],
            [] => self.last,
        };
        Ok(rest.len())
    }

    #[inline]
    fn count(&mut self, bytes: usize) -> Result<(), Error> {
        self.length += bytes;
        let cell = match &mut self.cell {
            Some(cell) => {
                *cell += bytes;
                *cell
            }
            None => 0,
        };
        let size = self.length.max(cell);
        if size > LONGEST {
            return Err(self.heavy(size));
        }
        Ok(())
    }

    #[cold]
    fn heavy(&self, size: usize) -> Error {
        match self.row {
            0 => Error::TooLong {
                size: size as u64,
                most: LONGEST as u64,
            },
            line => Error::HeavyRow { line },
        }
    }

    /// Looks at a tag that is whole, without its brackets.
    fn tagged(&mut self, tag: &[u8]) -> Result<(), Error> {
        if let Some(name) = tag.strip_prefix(b"/") {
            if local(name.trim_ascii_end()) == b"c" {
                self.cell = None;
            }
            return Ok(());
        }
        let (tag, closed) = match tag.strip_suffix(b"/") {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let name = tag.iter().position(u8::is_ascii_whitespace);
        let (name, rest) = tag.split_at(name.unwrap_or(tag.len()));
        match local(name) {
            b"c" => {
                within_bounds(rest, b"r")?;
                self.cell = (!closed).then_some(0);
            }
            b"row" => {
                let row = within_bounds(rest, b"r")?;
                self.row = row.unwrap_or(self.row + 1);
            }
            b"dimension" => {
                within_bounds(rest, b"ref")?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Takes off the prefix of a name.
fn local(name: &[u8]) -> &[u8] {
    let prefix = name.iter().position(|byte| *byte == b':');
    prefix.map_or(name, |at| &name[at + 1..])
}

/// Refuses a tag with a place outside of every sheet, and returns the row of the last one. Tags are so short that going
/// from byte to byte takes a third of the time of any search.
fn within_bounds(rest: &[u8], wanted: &[u8]) -> Result<Option<u64>, Error> {
    let mut row = None;
    let mut bytes = rest.iter();
    loop {
        let name = bytes.as_slice();
        let Some(length) = bytes.position(|byte| *byte == b'=') else {
            return Ok(row);
        };
        let Some(mark) = bytes.find(|byte| !byte.is_ascii_whitespace()) else {
            return Ok(row);
        };
        let value = bytes.as_slice();
        let end = bytes.position(|byte| byte == mark).unwrap_or(value.len());
        if name[..length].trim_ascii() == wanted {
            for place in value[..end].split(|byte| *byte == b':') {
                row = Some(row_within(place)?);
            }
        }
    }
}

/// Returns the row of a place such as `B5`; what is malformed is left to the reader.
fn row_within(place: &[u8]) -> Result<u64, Error> {
    let (mut column, mut row) = (0_u64, 0_u64);
    for byte in place {
        match byte {
            b'0'..=b'9' => {
                row = row
                    .saturating_mul(10)
                    .saturating_add(u64::from(byte - b'0'))
            }
            b'A'..=b'Z' | b'a'..=b'z' => {
                let letter = u64::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.saturating_mul(26).saturating_add(letter);
            }
            _ => {}
        }
    }
    if column > COLUMNS || row > ROWS {
        let place = String::from_utf8_lossy(place);
        return Err(Error::OutOfBounds {
            place: place.chars().take(QUOTED).collect(),
        });
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(text: &str, cut: usize) -> Result<(u64, Option<usize>), Error> {
        let mut markup = Markup::default();
        let (front, back) = text.as_bytes().split_at(cut);
        markup.follow(front)?;
        markup.follow(back)?;
        assert_eq!(markup.within, Within::Text, "{text} cut at {cut}");
        Ok((markup.row, markup.cell))
    }

    #[test]
    fn markup_is_cut_alike_wherever_its_pieces_end() {
        for (text, row, open) in [
            (
                "<row r=\"7\"><c r='B7' t=\"s\"><v>1</v></c></row>",
                7,
                false,
            ),
            ("<row><c></c></row><x:row><x:c >", 2, true),
            ("<row/><c/><d a='>\">'/><c a = \"/>'\">", 1, true),
            ("<!---><c><!----> <!-- <c> ---><c><?c ?> ?><?>", 0, true),
            ("<c><![CDATA[ </c> ]> ]]></c ><row r=\"3\"/>", 3, false),
        ] {
            for cut in 0..=text.len() {
                let (found, cell) = followed(text, cut).expect("within bounds");
                assert_eq!((found, cell.is_some()), (row, open), "{text} cut at {cut}");
            }
        }
    }

    #[test]
    fn places_outside_of_every_sheet_are_refused() {
        for (text, place) in [
            (
                "<c r=\"XFD1048576\"/><dimension ref=\"A1:XFD1048576\"/>",
                None,
            ),
            ("<row r=\"4294967295\">", Some("4294967295")),
            ("<c s=\"1\" r='XFE1'>", Some("XFE1")),
            ("<x:c r = \"A1048577\">", Some("A1048577")),
            (
                "<c r=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1\">",
                Some("AAAAAAAAAAAAAAAAAAAAAAAA"),
            ),
            ("<dimension ref=\"A1:A99999999999\">", Some("A99999999999")),
        ] {
            let found = followed(text, 3).err();
            let expected = place.map(|place| Error::OutOfBounds {
                place: place.to_owned(),
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
