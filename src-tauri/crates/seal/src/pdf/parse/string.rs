//! Strings in both notations: `(text)` with its escapes, and `<74657874>`.

use super::{Cursor, Fault};

const fn hex_value(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl Cursor<'_> {
    pub(super) fn hex_digit(&mut self) -> Result<u8, Fault> {
        match self.peek().and_then(hex_value) {
            Some(value) => {
                self.at += 1;
                Ok(value)
            }
            None => self.fault("a hexadecimal digit"),
        }
    }

    pub(super) fn hex_string(&mut self) -> Result<Vec<u8>, Fault> {
        self.expect("<")?;
        let mut bytes = Vec::new();
        let mut half = None;
        loop {
            self.skip_space();
            if self.peek() == Some(b'>') {
                self.at += 1;
                bytes.extend(half.map(|high| high << 4));
                return Ok(bytes);
            }
            let digit = self.hex_digit()?;
            half = match half {
                None => Some(digit),
                Some(high) => {
                    bytes.push(high << 4 | digit);
                    None
                }
            };
        }
    }

    pub(super) fn literal_string(&mut self) -> Result<Vec<u8>, Fault> {
        self.expect("(")?;
        let mut bytes = Vec::new();
        let mut open = 1_usize;
        loop {
            let Some(byte) = self.peek() else {
                return self.fault("the end of a string");
            };
            match byte {
                b'\\' => {
                    self.at += 1;
                    self.escape(&mut bytes)?;
                    continue;
                }
                b'\r' => {
                    self.skip_end_of_line();
                    bytes.push(b'\n');
                    continue;
                }
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Ok(bytes);
            }
            bytes.push(byte);
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) -> Result<(), Fault> {
        let Some(byte) = self.peek() else {
            return self.fault("an escaped character");
        };
        if byte == b'\r' || byte == b'\n' {
            self.skip_end_of_line();
            return Ok(());
        }
        if matches!(byte, b'0'..=b'7') {
            let mut value = 0_u32;
            for _ in 0..3 {
                let Some(digit @ b'0'..=b'7') = self.peek() else {
                    break;
                };
                value = value * 8 + u32::from(digit - b'0');
                self.at += 1;
            }
            // The standard ignores the overflow of an octal escape.
            bytes.push((value & 0xff) as u8);
            return Ok(());
        }
        self.at += 1;
        bytes.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 0x0c,
            other => other,
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::object::Object;

    fn read(text: &str) -> Result<Object, Fault> {
        Cursor::new(text.as_bytes(), 0).object()
    }

    #[test]
    fn strings_compare_regardless_of_notation() {
        assert_eq!(read("<6162>"), read("(a\\142)"));
        assert_eq!(
            read("(a\\\nb(c)\\)\r\n)"),
            Ok(Object::String(b"ab(c))\n".to_vec()))
        );
        assert_eq!(read("<616>"), Ok(Object::String(vec![0x61, 0x60])));
    }
}
