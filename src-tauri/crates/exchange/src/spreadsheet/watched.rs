//! A spreadsheet file that is watched while it is read: its parts are unpacked here once more, and what should not
//! reach the reader stops it. What the parts say of their size is not believed.

use super::markup::Markup;
use crate::table::Error;
use flate2::write::DeflateDecoder;
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::rc::Rc;
use zip::{CompressionMethod, ZipArchive};

/// Bytes to which the parts that are kept whole may unpack, shared texts above all; a million different texts
/// come to about a tenth.
const MOST_KEPT: u64 = 256 << 20;
/// Bytes to which a sheet may unpack, which is read cell by cell; a million rows of twelve columns come to an eighth.
const MOST_READ: u64 = 4 << 30;

/// What was seen of a file, shared with whoever reads it.
pub(super) struct Watch {
    size: u64,
    most: u64,
    error: Option<Error>,
}

impl Watch {
    /// Goes on to a sheet, of which nothing is kept.
    pub(super) fn read_cells(&mut self) {
        (self.size, self.most) = (0, MOST_READ);
    }

    /// Takes what stopped the reader.
    pub(super) fn take(&mut self) -> Option<Error> {
        self.error.take()
    }

    fn count(&mut self, length: usize) -> Result<(), Error> {
        self.size += length as u64;
        if self.size > self.most {
            return Err(Error::TooLong {
                size: self.size,
                most: self.most,
            });
        }
        Ok(())
    }
}

/// Where a part is packed.
#[derive(Clone, Copy)]
struct Part {
    length: u64,
    packed: bool,
}

/// A file of which parts are read.
pub(super) struct Watched<R> {
    file: R,
    parts: HashMap<u64, Part>,
    place: u64,
    /// The part that is being read, and how much of it is left.
    reading: Option<(Unpacking, u64)>,
    watch: Rc<RefCell<Watch>>,
}

impl<R: Read + Seek> Watched<R> {
    pub(super) fn new(mut file: R) -> Result<(Self, Rc<RefCell<Watch>>), Error> {
        let parts = parts(&mut file)?;
        let place = file.rewind().map(|()| 0).map_err(broken)?;
        let watch = Rc::new(RefCell::new(Watch {
            size: 0,
            most: MOST_KEPT,
            error: None,
        }));
        let watched = Self {
            file,
            parts,
            place,
            reading: None,
            watch: Rc::clone(&watch),
        };
        Ok((watched, watch))
    }

    /// Looks at bytes of the file. Only a part that is read from its beginning can be unpacked.
    fn look(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(part) = self.parts.get(&self.place) {
            let unpacking = Unpacking::new(part.packed, Rc::clone(&self.watch));
            self.reading = Some((unpacking, part.length));
        }
        if let Some((unpacking, left)) = &mut self.reading {
            let own = bytes
                .len()
                .min(usize::try_from(*left).unwrap_or(usize::MAX));
            unpacking.take(&bytes[..own])?;
            *left -= own as u64;
        }
        Ok(())
    }
}

fn parts(file: impl Read + Seek) -> Result<HashMap<u64, Part>, Error> {
    let mut archive = ZipArchive::new(file).map_err(broken)?;
    let mut parts = HashMap::new();
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(broken)?;
        let packed = match part.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => return Err(broken(other)),
        };
        let Some(start) = part.data_start() else {
            continue;
        };
        let length = part.compressed_size();
        if parts.insert(start, Part { length, packed }).is_some() {
            return Err(broken("ZIP"));
        }
    }
    Ok(parts)
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Spreadsheet(error.to_string())
}

impl<R: Read + Seek> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.look(&buffer[..length])?;
        self.place += length as u64;
        Ok(length)
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = self.file.seek(to)?;
        if place != self.place {
            self.reading = None;
        }
        self.place = place;
        Ok(place)
    }
}

/// A part while it is unpacked.
enum Unpacking {
    Packed(Box<DeflateDecoder<Seen>>),
    Stored(Seen),
    /// What is packed badly, as its reader will find.
    Broken,
}

impl Unpacking {
    fn new(packed: bool, watch: Rc<RefCell<Watch>>) -> Self {
        let seen = Seen {
            markup: Markup::default(),
            watch,
        };
        if packed {
            Self::Packed(Box::new(DeflateDecoder::new(seen)))
        } else {
            Self::Stored(seen)
        }
    }

    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        let steps = match self {
            // What was unpacked waits for the next bytes unless it is asked for, also where nothing can follow.
            Self::Packed(decoder) => [decoder.write_all(bytes), decoder.flush()],
            Self::Stored(seen) => [seen.write_all(bytes), Ok(())],
            Self::Broken => [Ok(()), Ok(())],
        };
        for step in steps {
            match step {
                Err(error) if error.kind() == STOPPED => return Err(error),
                Err(_) => *self = Self::Broken,
                Ok(()) => {}
            }
        }
        Ok(())
    }
}

/// The kind of error by which what was seen stops the reader; no decoder has it.
const STOPPED: ErrorKind = ErrorKind::QuotaExceeded;

/// What a part unpacks to, in passing.
struct Seen {
    markup: Markup,
    watch: Rc<RefCell<Watch>>,
}

impl Write for Seen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut watch = self.watch.borrow_mut();
        let seen = watch
            .count(bytes.len())
            .and_then(|()| self.markup.follow(bytes));
        match seen {
            Ok(()) => Ok(bytes.len()),
            Err(error) => {
                watch.error = Some(error);
                Err(STOPPED.into())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Book;
    use super::*;
    use std::io::Cursor;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// Packs a workbook of one sheet whose part is made of pieces, each repeated.
    fn book(name: &str, pieces: &[(&str, usize)], packed: CompressionMethod) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(packed);
        let mut part = |name: &str, pieces: &[(&str, usize)]| {
            zip.start_file(name, options).expect("a part begins");
            for (piece, times) in pieces {
                for _ in 0..*times {
                    zip.write_all(piece.as_bytes()).expect("a part is written");
                }
            }
        };
        let workbook =
            "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        let relations = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" \
            Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
        let package = "<Relationships><Relationship Id=\"r1\" Target=\"xl/workbook.xml\" \
            Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
        part("_rels/.rels", &[(package, 1)]);
        part("xl/workbook.xml", &[(workbook, 1)]);
        part("xl/_rels/workbook.xml.rels", &[(relations, 1)]);
        part(name, pieces);
        zip.finish().expect("the archive ends").into_inner()
    }

    fn read(bytes: Vec<u8>) -> Result<usize, Error> {
        let mut book = Book::open(Cursor::new(bytes))?;
        let mut cells = book.cells("S")?;
        let mut count = 0;
        while cells.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    #[test]
    fn texts_that_unpack_to_too_much_are_refused() {
        let block = " ".repeat(1 << 20);
        for (piece, times) in [(format!("<si><t>{block}</t></si>"), 257), (block, 5)] {
            let pieces = [("<sst>", 1), (piece.as_str(), times)];
            let bomb = book("xl/sharedStrings.xml", &pieces, CompressionMethod::Deflated);
            assert!(bomb.len() < 1 << 20);
            assert!(matches!(read(bomb), Err(Error::TooLong { .. })));
        }
    }

    #[test]
    fn a_sheet_is_read_however_long_but_no_cell_is() {
        const SHEET: &str = "xl/worksheets/sheet1.xml";
        let block = "x".repeat(1 << 20);
        let (begin, end) = ("<worksheet><sheetData>", "</sheetData></worksheet>");
        let row = "<row><c t=\"inlineStr\"><is><t>y</t></is></c></row>";
        for packed in [CompressionMethod::Deflated, CompressionMethod::Stored] {
            let fits = book(SHEET, &[(begin, 1), (row, 20_000), (end, 1)], packed);
            assert_eq!(read(fits), Ok(20_000));
            for (line, open, part) in [
                (2, "<row><c t=\"inlineStr\"><is><t>", block.as_str()),
                (
                    2,
                    "<row><c t=\"inlineStr\"><is><r>",
                    "<t>and so on</t></r><r>",
                ),
                (2, "<row><c><v", " a=\"and > so on\""),
                (2, "<row><c><v><![CDATA[", "</v></c></row>"),
                (1, "<!--", "<c></c>"),
                (1, "<?and", "<c></c>"),
            ] {
                let pieces = [
                    (begin, 1),
                    (row, 1),
                    (open, 1),
                    (part, (5 << 20) / part.len()),
                ];
                let heavy = book(SHEET, &pieces, packed);
                assert_eq!(read(heavy), Err(Error::HeavyRow { line }), "{open}");
            }
        }
    }
}
