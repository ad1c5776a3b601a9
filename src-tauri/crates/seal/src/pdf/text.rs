//! Text strings: what is read from a file and written into one.

/// Reads a text string: UTF-16 or UTF-8 with its mark, or else one byte per character.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> = units
            .chunks(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)]))
            .collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(text) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        return String::from_utf8_lossy(text).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Writes a text string as the hexadecimal notation of UTF-16 with its mark.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::from("<feff");
    for unit in text.encode_utf16() {
        out.push_str(&format!("{unit:04x}"));
    }
    out.push('>');
    out
}

/// Writes bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
