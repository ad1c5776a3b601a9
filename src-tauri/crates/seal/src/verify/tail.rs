//! Bytes behind the end of the file.

/// Tells whether any reader could take these bytes for a part of the document.
///
/// Readers that repair a file scan it for objects (`1 0 obj`), trailers and cross-references; bytes without any of these change nothing for them either.
pub(crate) fn has_effect(tail: &[u8]) -> bool {
    let has = |word: &[u8]| tail.windows(word.len()).any(|window| window == word);
    has(b"xref") || has(b"trailer") || has(b"%PDF-") || has(b"/XRef") || has_object(tail)
}

/// Tells whether `obj` stands somewhere behind a digit, with or without space between.
fn has_object(tail: &[u8]) -> bool {
    (tail.windows(3).enumerate())
        .filter(|(_, window)| *window == b"obj")
        .any(|(at, _)| {
            let before = tail[..at].iter().rev().find(|byte| !is_gap(**byte));
            before.is_some_and(u8::is_ascii_digit)
        })
}

const fn is_gap(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | b' ')
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
            b"startxref\n1\n",
            b"trailer<</Root 1 0 R>>",
            b"%PDF-1.7",
        ] {
            assert!(has_effect(tail), "{tail:?}");
        }
    }
}
