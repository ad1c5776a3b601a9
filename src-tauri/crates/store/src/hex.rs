//! Hexadecimal text, as the sidecar and digests are written.

/// Writes bytes as lower-case hexadecimal.
pub(crate) use assay_domain::history::hex as encode;

/// Reads hexadecimal text of any even length; nothing when it is none.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
        .collect()
}

/// Reads exactly `N` bytes of hexadecimal text.
pub(crate) fn array<const N: usize>(text: &str) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}
