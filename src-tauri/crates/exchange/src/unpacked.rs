//! How much a spreadsheet unpacks to, before a reader keeps it all in memory.

use crate::table::Error;
use std::io::{Read, Seek, copy, sink};
use zip::ZipArchive;

/// Bytes to which the parts that are kept whole may unpack, shared texts above all; a million different texts
/// come to about a tenth.
const MOST: u64 = 256 << 20;
/// Folder of the sheets, which are read cell by cell.
const SHEETS: &str = "xl/worksheets/";

/// Refuses a spreadsheet that unpacks to more than its reader should keep. What its parts say of their size is not
/// believed.
///
/// # Errors
/// [`Error::TooLong`], or [`Error::Spreadsheet`] when it can't be unpacked.
pub(crate) fn check(file: impl Read + Seek) -> Result<(), Error> {
    let broken = |error: String| Error::Spreadsheet(error);
    let mut parts = ZipArchive::new(file).map_err(|error| broken(error.to_string()))?;
    let mut size = 0;
    for place in 0..parts.len() {
        let part = parts
            .by_index(place)
            .map_err(|error| broken(error.to_string()))?;
        if part.name().is_ok_and(|name| name.starts_with(SHEETS)) {
            continue;
        }
        let left = MOST + 1 - size;
        size +=
            copy(&mut part.take(left), &mut sink()).map_err(|error| broken(error.to_string()))?;
        if size > MOST {
            return Err(Error::TooLong { size, most: MOST });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(name: &str, size: u64) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        zip.start_file(name, options).expect("a part begins");
        let block = vec![b' '; 1 << 20];
        for _ in 0..size >> 20 {
            zip.write_all(&block).expect("a part is written");
        }
        zip.finish().expect("the archive ends").into_inner()
    }

    #[test]
    fn texts_that_unpack_to_too_much_are_refused() {
        let bomb = packed("xl/sharedStrings.xml", MOST + (1 << 20));
        assert!(bomb.len() < 1 << 20);
        assert!(matches!(
            check(Cursor::new(bomb)),
            Err(Error::TooLong { .. })
        ));
        let sheet = packed("xl/worksheets/sheet1.xml", MOST + (1 << 20));
        assert!(check(Cursor::new(sheet)).is_ok(), "it is read cell by cell");
        assert!(check(Cursor::new(packed("xl/styles.xml", 1 << 20))).is_ok());
    }
}
