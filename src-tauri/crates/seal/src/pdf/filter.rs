//! Decoding streams within a bound.

use std::cell::Cell;
use std::io::Read as _;

use super::Fault;
use super::object::{Dictionary, Object};

/// How many bytes all decoded streams of one file may hold together: some thirty times the largest report.
pub(crate) const MAX_DECODED: usize = 128 << 20;

/// What is left of the bound, shared by all streams of a file.
#[derive(Debug)]
pub(crate) struct Budget(Cell<usize>);

impl Budget {
    pub(crate) const fn new() -> Self {
        Self(Cell::new(MAX_DECODED))
    }

    fn take(&self, count: usize, at: usize) -> Result<(), Fault> {
        let left = (self.0.get().checked_sub(count)).ok_or(Fault::new(at, "less data"))?;
        self.0.set(left);
        Ok(())
    }
}

/// Decodes a stream that is plain or deflated, with or without PNG prediction.
///
/// Other filters are refused; reports use them for pictures only, which nobody decodes here.
pub(crate) fn decode(
    dictionary: &Dictionary,
    data: &[u8],
    budget: &Budget,
    at: usize,
) -> Result<Vec<u8>, Fault> {
    let filter = match dictionary.get(b"Filter") {
        None => None,
        Some(Object::Name(name)) => Some(name),
        Some(Object::Array(names)) => match names.as_slice() {
            [] => None,
            [Object::Name(name)] => Some(name),
            _ => return Err(Fault::new(at, "one filter")),
        },
        Some(_) => return Err(Fault::new(at, "a filter's name")),
    };
    match filter.map(Vec::as_slice) {
        None => {
            budget.take(data.len(), at)?;
            Ok(data.to_vec())
        }
        Some(b"FlateDecode") => {
            let plain = inflate(data, budget, at)?;
            match parameters(dictionary) {
                None => Ok(plain),
                Some(parameters) => unpredict(plain, parameters, at),
            }
        }
        Some(_) => Err(Fault::new(at, "FlateDecode")),
    }
}

fn inflate(data: &[u8], budget: &Budget, at: usize) -> Result<Vec<u8>, Fault> {
    let left = budget.0.get();
    let mut plain = Vec::new();
    // One byte more than allowed tells a stream that is too long from one that just fits.
    flate2::read::ZlibDecoder::new(data)
        .take(left as u64 + 1)
        .read_to_end(&mut plain)
        .map_err(|_| Fault::new(at, "a deflated stream"))?;
    budget.take(plain.len(), at)?;
    Ok(plain)
}

fn parameters(dictionary: &Dictionary) -> Option<&Dictionary> {
    match dictionary.get(b"DecodeParms")? {
        Object::Dictionary(parameters) => Some(parameters),
        Object::Array(items) => items.first()?.dictionary(),
        _ => None,
    }
}

/// Takes back PNG prediction of one byte per column, the only kind that cross-reference streams use.
fn unpredict(plain: Vec<u8>, parameters: &Dictionary, at: usize) -> Result<Vec<u8>, Fault> {
    let predictor = parameters.integer(b"Predictor").unwrap_or(1);
    if predictor == 1 {
        return Ok(plain);
    }
    let plain_columns = |key: &[u8], usual| parameters.integer(key).is_none_or(|n| n == usual);
    let columns = parameters.size(b"Columns").unwrap_or(1);
    let fits = predictor >= 10
        && (1..=4096).contains(&columns)
        && plain.len().is_multiple_of(columns + 1)
        && plain_columns(b"Colors", 1)
        && plain_columns(b"BitsPerComponent", 8);
    if !fits {
        return Err(Fault::new(at, "PNG prediction of bytes"));
    }
    let mut out = Vec::with_capacity(plain.len());
    let mut above = vec![0_u8; columns];
    for row in plain.chunks_exact(columns + 1) {
        let mut left = 0_u8;
        let mut above_left = 0_u8;
        for (column, byte) in row[1..].iter().enumerate() {
            let up = above[column];
            let guess = match row[0] {
                0 => 0,
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, above_left),
                _ => return Err(Fault::new(at, "a PNG predictor")),
            };
            left = byte.wrapping_add(guess);
            above_left = up;
            above[column] = left;
            out.push(left);
        }
    }
    Ok(out)
}

fn paeth(left: u8, up: u8, above_left: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(up), i16::from(above_left));
    let estimate = a + b - c;
    let distance = |value: i16| (estimate - value).abs();
    if distance(a) <= distance(b) && distance(a) <= distance(c) {
        left
    } else if distance(b) <= distance(c) {
        up
    } else {
        above_left
    }
}
