//! JSON Lines: one object on each line. The headings are the names in the first objects.

use super::{Format, LONGEST_RECORD, Layout, RowFault, StreamRow, Take, broken};
use crate::decision::Source;
use crate::table::{Error, check_headings};
use csv::StringRecord;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;

/// Lines whose names make the headings; a name that only comes later is passed over.
const FIRST: usize = 200;
/// Bytes after which no further line is waited for, since all of them are kept until the headings are known.
const FIRST_BYTES: u64 = 16 << 20;

pub(super) fn read(file: impl Read, size: u64, take: Take<'_>) -> Result<Layout, Error> {
    let mut lines = Lines {
        reader: BufReader::with_capacity(256 << 10, file),
        text: Vec::new(),
        line: 0,
        bytes: 0,
        size,
    };
    let mut first = Vec::new();
    while first.len() < FIRST && lines.bytes < FIRST_BYTES {
        match lines.next()? {
            Some(line) => first.push(line),
            None => break,
        }
    }
    let layout = Layout {
        format: Format::JsonLines,
        source: Source {
            encoding: "UTF-8".to_owned(),
            ..Source::default()
        },
        sheets: Vec::new(),
        columns: names(&first),
    };
    check_headings(&layout.columns)?;
    if layout.columns.is_empty() {
        let cut = first.iter().find(|line| line.object.is_none());
        return Err(cut.map_or(Error::Empty, |line| Error::NotAnObject { line: line.line }));
    }
    for line in first {
        if hand_on(&layout, &line, take) == ControlFlow::Break(()) {
            return Ok(layout);
        }
    }
    while let Some(line) = lines.next()? {
        if hand_on(&layout, &line, take) == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(layout)
}

/// A line that is not blank; nothing where it holds no object.
struct Line {
    line: u64,
    bytes: u64,
    object: Option<Map<String, Value>>,
}

struct Lines<R> {
    reader: BufReader<R>,
    text: Vec<u8>,
    line: u64,
    bytes: u64,
    size: u64,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> Result<Option<Line>, Error> {
        loop {
            self.text.clear();
            let most = LONGEST_RECORD as u64 + 1;
            let read = (&mut self.reader)
                .take(most)
                .read_until(b'\n', &mut self.text);
            let read = read.map_err(broken)?;
            if read == 0 {
                return Ok(None);
            }
            self.line += 1;
            self.bytes += read as u64;
            if read > LONGEST_RECORD {
                return Err(Error::LongRecord { line: self.line });
            }
            if self.text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            return Ok(Some(Line {
                line: self.line,
                bytes: self.bytes.min(self.size),
                object: self.object()?,
            }));
        }
    }

    fn object(&self) -> Result<Option<Map<String, Value>>, Error> {
        if std::str::from_utf8(&self.text).is_err() {
            return Err(Error::Encoding {
                line: self.line,
                encoding: "UTF-8".to_owned(),
            });
        }
        Ok(serde_json::from_slice(&self.text).ok())
    }
}

fn names(lines: &[Line]) -> Vec<String> {
    let mut seen = HashSet::new();
    let objects = lines.iter().filter_map(|line| line.object.as_ref());
    let names = objects.flat_map(Map::keys);
    names.filter(|name| seen.insert(*name)).cloned().collect()
}

fn hand_on(layout: &Layout, line: &Line, take: Take<'_>) -> ControlFlow<()> {
    let mut cells = StringRecord::new();
    let object = line.object.as_ref();
    for name in &layout.columns {
        cells.push_field(
            &object
                .and_then(|object| object.get(name))
                .map(text)
                .unwrap_or_default(),
        );
    }
    let fault = match object {
        None => Some(RowFault::NotAnObject),
        Some(_) if cells.as_slice().contains('\0') => Some(RowFault::Nul),
        Some(_) => None,
    };
    let row = StreamRow {
        line: line.line,
        bytes: line.bytes,
        cells: &cells,
        fault,
    };
    take(layout, row)
}

/// A value as a cell: text as it is, nothing for null, anything else as JSON writes it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}
