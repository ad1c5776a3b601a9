//! Text with delimiters, record by record.

use super::decode::{Utf8Reader, recognise};
use super::{Format, LONGEST_RECORD, Layout, RowFault, StreamRow, Take, broken, fit, read_up_to};
use crate::decision::Source;
use crate::table::{Error, check_headings, guess_delimiter, heading};
use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord, Trim};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

/// How much of the text is looked at to recognise the delimiter.
const SAMPLE: usize = 64 << 10;

pub(super) fn read(
    mut file: impl Read + Seek,
    source: &Source,
    size: u64,
    take: Take<'_>,
) -> Result<Layout, Error> {
    let encoding = recognise(&mut file, &source.encoding)?;
    let delimiter = match *source.delimiter.as_bytes() {
        [one] => one,
        [] => {
            let (mut text, _) = Utf8Reader::new(&mut file, encoding, b',');
            let mut sample = vec![0; SAMPLE];
            // What is wrong with the text is said when it is read.
            let length = read_up_to(&mut text, &mut sample).unwrap_or_default();
            guess_delimiter(&String::from_utf8_lossy(&sample[..length]))
        }
        _ => return Err(Error::UnknownDelimiter),
    };
    file.rewind().map_err(broken)?;
    let (text, watch) = Utf8Reader::new(file, encoding, delimiter);
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .buffer_capacity(128 << 10)
        .from_reader(text);
    let named = |columns| Layout {
        format: Format::Delimited,
        source: Source {
            encoding: encoding.name().to_owned(),
            delimiter: char::from(delimiter).to_string(),
            sheet: String::new(),
        },
        sheets: Vec::new(),
        columns,
    };
    let bytes = || watch.borrow().bytes.min(size);
    records(reader, named, bytes, take)
        .map_err(|error| watch.borrow_mut().error.take().unwrap_or(error))
}

fn records<R: Read>(
    mut reader: Reader<R>,
    named: impl Fn(Vec<String>) -> Layout,
    bytes: impl Fn() -> u64,
    take: Take<'_>,
) -> Result<Layout, Error> {
    let mut layout: Option<Layout> = None;
    let mut raw = ByteRecord::new();
    while reader.read_byte_record(&mut raw).map_err(broken)? {
        let line = raw.position().map_or(1, csv::Position::line);
        if raw.as_slice().len() > LONGEST_RECORD {
            return Err(Error::LongRecord { line });
        }
        if raw.iter().all(<[u8]>::is_empty) {
            continue;
        }
        // The reader before has checked every byte, so nothing is lost here.
        let mut cells = StringRecord::from_byte_record_lossy(std::mem::take(&mut raw));
        let Some(layout) = &layout else {
            let columns: Vec<String> = cells.iter().map(heading).collect();
            if has_nul(&cells) {
                return Err(Error::Nul { line });
            }
            check_headings(&columns)?;
            layout = Some(named(columns));
            continue;
        };
        let fault = if has_nul(&cells) {
            Some(RowFault::Nul)
        } else {
            fit(&mut cells, layout.columns.len())
        };
        let row = StreamRow {
            line,
            bytes: bytes(),
            cells: &cells,
            fault,
        };
        if take(layout, row) == ControlFlow::Break(()) {
            break;
        }
        raw = cells.into_byte_record();
    }
    layout.ok_or(Error::Empty)
}

fn has_nul(cells: &StringRecord) -> bool {
    memchr::memchr(0, cells.as_slice().as_bytes()).is_some()
}
