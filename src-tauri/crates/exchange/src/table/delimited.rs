//! Text with delimiters: encoding and delimiter are recognised, quoted values may hold line breaks.

use super::{Error, Row, Table, fit, heading};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Delimiters that are recognised, in the order of preference on a tie.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a delimited text file.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Error> {
    let (encoding, text) = decode(bytes)?;
    if let Some(at) = text.bytes().position(|byte| byte == 0) {
        return Err(Error::Nul {
            line: line_at(&text, at),
        });
    }
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let delimiter = delimiter(&text);
    check_quotes(&text, delimiter)?;
    let (columns, rows) = records(&text, delimiter)?;
    Ok(Table {
        encoding: encoding.name().to_owned(),
        columns,
        rows,
    })
}

fn decode(bytes: &[u8]) -> Result<(&'static Encoding, String), Error> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed {
        let line = text.find('\u{fffd}').map_or(1, |at| line_at(&text, at));
        return Err(Error::Encoding {
            line,
            encoding: encoding.name().to_owned(),
        });
    }
    Ok((encoding, text.into_owned()))
}

/// Guesses an encoding where no byte order mark tells it.
pub(crate) fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = guess_wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    // GB18030 holds every character of GBK and the rare ones that occur in names.
    if found == GBK { GB18030 } else { found }
}

/// UTF-16 without a mark shows in the zero bytes beside ASCII delimiters and line ends.
fn guess_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 8;
    match () {
        () if head.len() < 8 || !bytes.len().is_multiple_of(2) => None,
        () if odd > many && even == 0 => Some(UTF_16LE),
        () if even > many && odd == 0 => Some(UTF_16BE),
        () => None,
    }
}

fn line_at(text: &str, at: usize) -> u64 {
    1 + text.as_bytes()[..at]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count() as u64
}

/// Takes the delimiter that stands most often in the first line, outside quotes.
pub(crate) fn delimiter(text: &str) -> u8 {
    let mut counts = [0_u32; DELIMITERS.len()];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some(which) = DELIMITERS.iter().position(|delimiter| *delimiter == byte) {
                    counts[which] += 1;
                }
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    counts
        .iter()
        .position(|count| *count == most)
        .map_or(b',', |which| DELIMITERS[which])
}

/// Refuses a file that ends inside a quoted value; the reader itself would take it silently.
fn check_quotes(text: &str, delimiter: u8) -> Result<(), Error> {
    let mut open: Option<u64> = None;
    let mut at_start = true;
    let mut line = 1_u64;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, open) {
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', Some(_)) => open = None,
            (b'"', None) if at_start => open = Some(line),
            _ => {}
        }
        at_start = open.is_none() && (byte == delimiter || byte == b'\n' || byte == b'\r');
        line += u64::from(byte == b'\n');
    }
    open.map_or(Ok(()), |line| Err(Error::OpenQuote { line }))
}

fn records(text: &str, delimiter: u8) -> Result<(Vec<String>, Vec<Row>), Error> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Error::Encoding {
            line: error.position().map_or(1, csv::Position::line),
            encoding: UTF_8.name().to_owned(),
        })?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = record.position().map_or(1, csv::Position::line);
        match &columns {
            None => columns = Some(record.iter().map(heading).collect()),
            Some(headings) => {
                let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
                rows.push(fit(line, cells, headings.len())?);
            }
        }
    }
    Ok((columns.ok_or(Error::Empty)?, rows))
}
