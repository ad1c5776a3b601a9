//! Bytes behind the end of the file.

use super::scan::{Numbers, find};

/// What tells a reader where the document begins. MuPDF takes any dictionary outside the objects for a trailer.
const WORDS: [&[u8]; 5] = [b"xref", b"trailer", b"%PDF-", b"/XRef", b"<<"];

/// Tells whether any reader could take these bytes for a part of the document.
///
/// Readers that repair a file scan it for objects (`1 0 obj`), trailers and cross-references; bytes without any of these change nothing for them either.
pub(crate) fn has_effect(tail: &[u8]) -> bool {
    // The file before ends in the offset of its cross-reference and a comment, and one number is enough here.
    find(tail, &WORDS, Numbers::One, Numbers::Apart, |_| false).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_bytes_have_no_effect() {
        for tail in [
            &b""[..],
            b"\n",
            b"% an object note\n",
            b"\0\xff\n%%EOF\n",
            b"endobj",
        ] {
            assert!(!has_effect(tail), "{tail:?}");
        }
    }

    #[test]
    fn what_a_repairing_reader_finds_has_effect() {
        for tail in [
            &b"7 0 obj\nnull\nendobj"[..],
            b"7 0\n\0obj",
            b"70obj",
            b"7 0 %\nobj",
            b"7%a note\n0%another\r%third\nobj",
            b"7\xa00\xa0obj",
            b"7 0 )obj",
            b"+7 -0 obj",
            b"0 obj",
            b"startxref\n1\n",
            b"trailer<</Root 1 0 R>>",
            b"<</Ro#6ft 1 0 R>>",
            b"%PDF-1.7",
        ] {
            assert!(has_effect(tail), "{tail:?}");
        }
    }
}
