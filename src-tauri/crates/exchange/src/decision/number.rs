//! Numbers as sources write them, exact to six places.

use assay_domain::volume::Decimal;

/// Reads a decimal with or without marks between thousands; with `comma`, the comma parts the
/// decimals. A sign is kept, so that what must not be negative is refused by name.
pub(super) fn decimal(text: &str, comma: bool) -> Option<(bool, Decimal)> {
    let (negative, text) = match text.trim().strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.trim().trim_start_matches('+')),
    };
    let (point, mark) = if comma { (',', '.') } else { ('.', ',') };
    let blank = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}' || c == '\'';
    let text: String = text.chars().filter(|c| !blank(*c)).collect();
    let (whole, places) = text.split_once(point).unwrap_or((&text, ""));
    let whole = without_marks(whole, mark)?;
    if !places.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // More places than are kept are rounded away toward zero.
    let places = &places[..places.len().min(6)];
    let whole = if whole.is_empty() { "0" } else { &whole };
    let places = if places.is_empty() { "0" } else { places };
    (!text.is_empty() && text != point.to_string())
        .then(|| format!("{whole}.{places}").parse().ok())?
        .map(|decimal| (negative, decimal))
}

/// Takes out the marks between thousands, where they part groups of three digits.
fn without_marks(whole: &str, mark: char) -> Option<String> {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let marked = rest.is_empty() || (1..=3).contains(&first.len());
    let fits = marked && rest.iter().all(|group| group.len() == 3);
    let joined: String = std::iter::once(first).chain(rest).collect();
    (fits && joined.bytes().all(|byte| byte.is_ascii_digit())).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_with_point_or_comma() {
        for (text, comma, expected) in [
            ("1827", false, Some("1827")),
            ("338.18", false, Some("338.18")),
            ("15,073.46", false, Some("15073.46")),
            ("830 .04", false, Some("830.04")),
            ("1 234,5", true, Some("1234.5")),
            ("1.234,5", true, Some("1234.5")),
            (".5", false, Some("0.5")),
            ("0.12345678", false, Some("0.123456")),
            ("1,23", false, None),
            ("1.2.3", false, None),
            ("", false, None),
            (".", false, None),
            ("12 km", false, None),
            ("99999999999999999999", false, None),
        ] {
            let read = decimal(text, comma).map(|(_, decimal)| decimal.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
        assert_eq!(
            decimal("-3", false).map(|(negative, _)| negative),
            Some(true)
        );
    }
}
