//! A log written down.
//!
//! Little-endian throughout. `ASLG`, the version as u16 (1), the number of records n as u32; then
//! n seconds as u32, n marks as u16, n latencies as u32, n digests as u32; then reasons, decision
//! points, model versions, reviewers and categories, each a dictionary and a column; then the
//! dictionary of labels and the columns of outputs, first judgements, final decisions and outcomes;
//! at last a checksum of all before as u64. A dictionary is the number of its words as u16, the
//! empty one left out, and each word as its length in bytes as u16 and UTF-8. A column is 1 or 2 as
//! u8 and n numbers of so many bytes.

use super::codes::{ANOTHER, Codes, Words};
use super::mark::Marks;
use super::{Column, Log};

const MAGIC: &[u8; 4] = b"ASLG";
const VERSION: u16 = 1;
const CHECKSUM: usize = 8;

/// The bytes are no log, or not a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are no log of decisions")]
pub struct Damaged;

impl Log {
    /// Writes the log down.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64 + 24 * self.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&(self.len() as u32).to_le_bytes());
        let wide = |column: &[u32], bytes: &mut Vec<u8>| {
            bytes.extend(column.iter().flat_map(|value| value.to_le_bytes()));
        };
        wide(&self.seconds, &mut bytes);
        bytes.extend(
            self.marks
                .iter()
                .flat_map(|marks| marks.bits().to_le_bytes()),
        );
        wide(&self.latencies, &mut bytes);
        wide(&self.texts, &mut bytes);
        for column in self.columns() {
            write_words(&column.words, &mut bytes);
            write_codes(&column.codes, &mut bytes);
        }
        write_words(&self.labels, &mut bytes);
        for codes in [&self.ai, &self.first, &self.last, &self.outcome] {
            write_codes(codes, &mut bytes);
        }
        let sum = checksum(&bytes);
        bytes.extend_from_slice(&sum.to_le_bytes());
        bytes
    }

    fn columns(&self) -> [&Column; 5] {
        [
            &self.reasons,
            &self.points,
            &self.versions,
            &self.reviewers,
            &self.categories,
        ]
    }

    /// Reads a log that was written down.
    ///
    /// # Errors
    /// [`Damaged`] when the bytes are anything else, a byte of them changed included.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let end = bytes.len().checked_sub(CHECKSUM).ok_or(Damaged)?;
        let (content, sum) = bytes.split_at(end);
        if checksum(content).to_le_bytes() != *sum {
            return Err(Damaged);
        }
        let mut reader = Reader { left: content };
        if reader.take(MAGIC.len())? != MAGIC || reader.short()? != VERSION {
            return Err(Damaged);
        }
        let n = reader.long()? as usize;
        let mut log = Self {
            seconds: reader.longs(n)?,
            ..Self::new()
        };
        let marks = reader.shorts(n)?;
        log.marks = marks
            .map(|bits| Marks::read(bits).ok_or(Damaged))
            .collect::<Result<_, _>>()?;
        log.latencies = reader.longs(n)?;
        log.texts = reader.longs(n)?;
        for column in [
            &mut log.reasons,
            &mut log.points,
            &mut log.versions,
            &mut log.reviewers,
            &mut log.categories,
        ] {
            reader.words(&mut column.words)?;
            column.codes = reader.codes(n, column.words.len())?;
        }
        reader.words(&mut log.labels)?;
        let labels = log.labels.len();
        for codes in [&mut log.ai, &mut log.first, &mut log.last, &mut log.outcome] {
            *codes = reader.codes(n, labels)?;
        }
        if reader.left.is_empty() {
            Ok(log)
        } else {
            Err(Damaged)
        }
    }
}

fn write_words(words: &Words, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(&((words.len() - 1) as u16).to_le_bytes());
    for (_, word) in words.iter().skip(1) {
        // No word has more than 200 characters, so its length fits.
        bytes.extend_from_slice(&(word.len() as u16).to_le_bytes());
        bytes.extend_from_slice(word.as_bytes());
    }
}

fn write_codes(codes: &Codes, bytes: &mut Vec<u8>) {
    match codes {
        Codes::Narrow(codes) => {
            bytes.push(1);
            bytes.extend_from_slice(codes);
        }
        Codes::Wide(codes) => {
            bytes.push(2);
            bytes.extend(codes.iter().flat_map(|code| code.to_le_bytes()));
        }
    }
}

/// Mixes all bytes, eight at a time, so that a change of any shows; no protection against intent.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, value: u64| {
        let mixed = (sum.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    };
    let chunks = bytes.chunks_exact(8);
    let rest = chunks.remainder();
    let sum = chunks.fold(bytes.len() as u64, |sum, chunk| {
        let mut value = [0; 8];
        value.copy_from_slice(chunk);
        mix(sum, u64::from_le_bytes(value))
    });
    rest.iter()
        .fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

struct Reader<'a> {
    left: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Damaged> {
        let (taken, left) = self.left.split_at_checked(count).ok_or(Damaged)?;
        self.left = left;
        Ok(taken)
    }

    fn short(&mut self) -> Result<u16, Damaged> {
        self.shorts(1)?.next().ok_or(Damaged)
    }

    fn long(&mut self) -> Result<u32, Damaged> {
        self.longs(1)?.pop().ok_or(Damaged)
    }

    fn shorts(&mut self, count: usize) -> Result<impl Iterator<Item = u16> + use<'a>, Damaged> {
        let taken = self.take(count.checked_mul(2).ok_or(Damaged)?)?;
        Ok(taken
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]])))
    }

    fn longs(&mut self, count: usize) -> Result<Vec<u32>, Damaged> {
        let taken = self.take(count.checked_mul(4).ok_or(Damaged)?)?;
        let longs = taken.chunks_exact(4);
        Ok(longs
            .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect())
    }

    fn words(&mut self, words: &mut Words) -> Result<(), Damaged> {
        for number in 1..=self.short()? {
            let length = usize::from(self.short()?);
            let word = std::str::from_utf8(self.take(length)?).map_err(|_| Damaged)?;
            // A word that is empty, stands twice or is one too many has another number.
            if words.keep(word) != number {
                return Err(Damaged);
            }
        }
        Ok(())
    }

    fn codes(&mut self, count: usize, words: usize) -> Result<Codes, Damaged> {
        let known = |code: u16| usize::from(code) < words || code == ANOTHER;
        match self.take(1)? {
            [1] => {
                let codes = self.take(count)?.to_vec();
                let all = codes.iter().all(|code| known(u16::from(*code)));
                all.then_some(Codes::Narrow(codes)).ok_or(Damaged)
            }
            [2] => {
                let codes: Vec<u16> = self.shorts(count)?.collect();
                let all = codes.iter().all(|code| known(*code));
                all.then_some(Codes::Wide(codes)).ok_or(Damaged)
            }
            _ => Err(Damaged),
        }
    }
}
