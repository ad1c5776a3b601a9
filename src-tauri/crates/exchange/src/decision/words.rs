//! Words by which headings and values are recognised, from `assets/import/decision.toml`.

use super::mapping::Field;
use assay_domain::decision::Disposition;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WordLists {
    headings: BTreeMap<Field, Vec<String>>,
    disposition: BTreeMap<Disposition, Vec<String>>,
    yes: BTreeMap<String, Vec<String>>,
}

static BUNDLED: LazyLock<WordLists> = LazyLock::new(|| {
    let text = include_str!("../../../../../assets/import/decision.toml");
    toml::from_str(text).expect("the bundled word list is checked by a test")
});

/// Folds a heading or a value so that case, spaces, underscores and hyphens do not count.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Returns the fields in their order with the headings that name them, the most usual first; the
/// field's own name is one.
pub(super) fn headings() -> impl Iterator<Item = (Field, Vec<String>)> {
    BUNDLED.headings.iter().map(|(field, words)| {
        let own = serde_json::to_value(field).ok();
        let own = own.as_ref().and_then(serde_json::Value::as_str).map(fold);
        (
            *field,
            own.into_iter()
                .chain(words.iter().map(|word| fold(word)))
                .collect(),
        )
    })
}

/// Returns the disposition that a word names.
pub(super) fn disposition(word: &str) -> Option<Disposition> {
    let folded = fold(word);
    BUNDLED.disposition.iter().find_map(|(disposition, words)| {
        let own = serde_json::to_value(disposition).ok()?;
        let named = own.as_str().is_some_and(|own| fold(own) == folded);
        (named || words.iter().any(|word| fold(word) == folded)).then_some(*disposition)
    })
}

/// Returns whether a word says yes or no.
pub(super) fn yes(word: &str) -> Option<bool> {
    let folded = fold(word);
    BUNDLED
        .yes
        .iter()
        .find(|(_, words)| words.iter().any(|word| fold(word) == folded))
        .map(|(answer, _)| answer == "yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_words_name_each_field_and_disposition_once() {
        let mut seen = BTreeMap::new();
        for (field, words) in headings() {
            for word in words {
                // A file holds decisions or volumes, so the two may share words.
                let volumes = field >= Field::Period;
                let before = seen.insert((volumes, word.clone()), field);
                assert!(before.is_none_or(|before| before == field), "{word}");
            }
        }
        for known in Disposition::ALL {
            assert!(BUNDLED.disposition.contains_key(known), "{known:?}");
        }
        assert_eq!(disposition("未采纳"), Some(Disposition::Overridden));
        assert_eq!(disposition("No AI output"), Some(Disposition::NoAiOutput));
        assert_eq!(
            (yes("是"), yes("0"), yes("perhaps")),
            (Some(true), Some(false), None)
        );
    }
}
