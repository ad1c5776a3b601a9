//! Dates in running text, which a line does not break in two where there is room for them.

/// Months as an English date names them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What stands behind the numbers of a Chinese date.
const YEAR: char = '\u{5e74}';
const MONTH: char = '\u{6708}';
const DAY: char = '\u{65e5}';

/// Tells whether a line that ends after so many characters ends within a date, such as 24 November 2026.
pub(super) fn is_within(text: &[char], end: usize) -> bool {
    let (before, after) = text.split_at(end);
    let (Some(last), Some(next)) = (before.last(), after.first()) else {
        return false;
    };
    match *last {
        YEAR | MONTH => next.is_ascii_digit() && ends_with_digit(&before[..before.len() - 1]),
        ' ' => {
            let before = &before[..before.len() - 1];
            (ends_with_digit(before) && starts_with_month(after))
                || (next.is_ascii_digit() && ends_with_month(before))
        }
        digit => digit.is_ascii_digit() && matches!(*next, YEAR | MONTH | DAY),
    }
}

fn ends_with_digit(text: &[char]) -> bool {
    text.last().is_some_and(char::is_ascii_digit)
}

fn starts_with_month(text: &[char]) -> bool {
    let word = text.iter().take_while(|each| each.is_alphabetic());
    is_month(word.copied())
}

fn ends_with_month(text: &[char]) -> bool {
    let word = text.iter().rev().take_while(|each| each.is_alphabetic());
    let length = word.count();
    is_month(text[text.len() - length..].iter().copied())
}

fn is_month(word: impl Iterator<Item = char> + Clone) -> bool {
    MONTHS.iter().any(|month| month.chars().eq(word.clone()))
}

#[cfg(test)]
mod tests {
    use super::is_within;

    /// The text with a bar wherever a line would end within a date.
    fn barred(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut barred = String::new();
        for (place, character) in characters.iter().enumerate() {
            if is_within(&characters, place) {
                barred.push('|');
            }
            barred.push(*character);
        }
        barred
    }

    #[test]
    fn a_date_is_told_from_other_numbers_in_both_languages() {
        for (text, expected) in [
            ("自2026年11月24日起", "自2026|年|11|月|24|日起"),
            (
                "due 24 November 2026 at 14:00",
                "due 24 |November |2026 at 14:00",
            ),
            ("3 Mayors in May", "3 Mayors in May"),
            ("本年3月", "本年3|月"),
            ("6.3 a, 24 cases in 2026", "6.3 a, 24 cases in 2026"),
        ] {
            assert_eq!(barred(text), expected);
        }
    }
}
