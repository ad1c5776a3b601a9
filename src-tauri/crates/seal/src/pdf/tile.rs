//! Checks that a revision is its objects and its cross-reference, without a byte that neither names.
//!
//! A reader that repairs files finds objects by scanning for them; here none can lie where only such a reader looks.

use super::Fault;
use super::document::View;
use super::parse::Cursor;
use super::xref::{Place, Section};

/// Checks one revision; `view` is the file at it.
pub(crate) fn check(view: View<'_, '_>, section: &Section) -> Result<(), Fault> {
    let file = view.document().file;
    let mut cursor = Cursor::new(file, section.region.start);
    if section.region.start == 0 {
        skip_header(&mut cursor);
    }
    let mut objects: Vec<(usize, u32)> = (section.entries.iter())
        .filter_map(|(number, place)| match place {
            Place::At(at) => Some((*at, *number)),
            Place::Free | Place::Packed { .. } => None,
        })
        .filter(|(at, number)| (*at, Some(*number)) != (section.at, section.stream))
        .collect();
    objects.sort_unstable();
    for (at, number) in objects {
        cursor.skip_space();
        if cursor.at != at {
            return Err(Fault::new(
                cursor.at,
                "an object that the cross-reference names",
            ));
        }
        cursor.at = view.indirect(number, at)?.end;
    }
    cursor.skip_space();
    if cursor.at != section.at {
        return Err(Fault::new(cursor.at, "the cross-reference section"));
    }
    Ok(())
}

/// Steps over the version and the comment line with bytes that say the file is binary.
fn skip_header(cursor: &mut Cursor<'_>) {
    while cursor.peek() == Some(b'%') {
        cursor.skip_line();
        cursor.skip_end_of_line();
    }
}
