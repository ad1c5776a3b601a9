//! What a reader that repairs files finds in raw bytes, whatever leads there.
//!
//! Such a reader looks for the words of the structure, inside strings and streams too, and each does it in its own way. Whatever one of them could take for a word is found here.

/// The words that structure a revision. `endstream` and `startxref` end in two of them.
pub(crate) const WORDS: [&[u8]; 6] = [
    b"stream", b"endobj", b"xref", b"trailer", b"%%EOF", b"%PDF-",
];

/// How far the bytes before `obj` are on the way to naming an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Numbers {
    /// No number stands there.
    None,
    /// A number ends there.
    One,
    /// A number stands there, and a gap behind it.
    Apart,
    /// Two numbers stand there, with or without a gap behind them.
    Two,
}

impl Numbers {
    const fn then(self, byte: u8) -> Self {
        match (self, byte) {
            (_, b'a'..=b'z' | b'A'..=b'Z') => Self::None,
            (Self::None, b'0'..=b'9') => Self::One,
            (Self::Apart, b'0'..=b'9') => Self::Two,
            (same, b'0'..=b'9') => same,
            // A sign or a point alone is a number to some.
            (Self::One | Self::Apart, b'+' | b'-' | b'.') => Self::Two,
            // Some step over stray brackets, and take these four bytes beyond ASCII for spaces.
            (Self::One, 0..=0x7f | 0x80 | 0x85 | 0xa0 | 0xff) => Self::Apart,
            (same, 0..=0x7f | 0x80 | 0x85 | 0xa0 | 0xff) => same,
            _ => Self::None,
        }
    }
}

/// Finds the first of `words`, or of `obj` behind at least `needed`, that does not stand where one is expected.
///
/// `before` is what the bytes before these end in. Each byte is looked at once, however long the gaps.
pub(crate) fn find(
    bytes: &[u8],
    words: &[&[u8]],
    needed: Numbers,
    before: Numbers,
    expected: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut numbers = before;
    // What stands before a comment counts again behind its end; which percent sign begins one is left open.
    let mut comment = Numbers::None;
    for (at, byte) in bytes.iter().enumerate() {
        let rest = &bytes[at..];
        let object = *byte == b'o' && numbers >= needed && rest.starts_with(b"obj");
        let found = object || words.iter().any(|word| rest.starts_with(word));
        if found && !expected(at) {
            return Some(at);
        }
        match byte {
            b'%' => comment = comment.max(numbers),
            b'\n' | b'\r' => {
                numbers = numbers.max(comment);
                comment = Numbers::None;
            }
            _ => {}
        }
        numbers = numbers.then(*byte);
    }
    None
}

/// Tells whether something in the data of a stream looks like a part of the structure.
pub(crate) fn is_misleading(data: &[u8]) -> bool {
    find(data, &WORDS, Numbers::Two, Numbers::None, |_| false).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_object_is_found_in_any_notation() {
        for text in [
            &b"56 0 obj"[..],
            b"56 0obj<<",
            b"056\t00\robject",
            b"56\0\0 0\0obj",
            b"56\x0b0\x0bobj",
            b"56\xa00\xa0obj",
            b"56\x800\xffobj",
            b"56 0 %\nobj",
            b"56%x\r0%y\r\n%z\n obj",
            b"(%) 56 0 %a%b c\nobj",
            b"+56 +0 obj",
            b"56 -0 obj",
            b"56 . obj",
            b"56 0 ) > obj",
            b"stray text 56 0 obj",
        ] {
            assert!(is_misleading(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn text_that_names_no_object_is_not_found() {
        for text in [
            &b"obj"[..],
            b"56 obj",
            b"56 0 R obj",
            b"56 x 0 obj",
            b"56 0 \x81 obj",
        ] {
            assert!(!is_misleading(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn words_are_found_unless_they_are_expected() {
        let text = b"7 0 obj\n(startxref)\nendobj\n";
        let found = |expected: &[usize]| {
            find(text, &WORDS, Numbers::Two, Numbers::None, |at| {
                expected.contains(&at)
            })
        };
        assert_eq!(found(&[]), Some(4));
        assert_eq!(found(&[4]), Some(14));
        assert_eq!(found(&[4, 14]), Some(20));
        assert_eq!(found(&[4, 14, 20]), None);
    }
}
