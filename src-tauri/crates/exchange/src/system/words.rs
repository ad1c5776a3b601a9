//! Words by which headings and values are recognised, from `assets/import/system.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Lists of words by field, and for fields with listed values by value.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Words {
    headings: BTreeMap<String, Vec<String>>,
    key_area: BTreeMap<String, Vec<String>>,
    phase: BTreeMap<String, Vec<String>>,
    data_grades: BTreeMap<String, Vec<String>>,
    yes: BTreeMap<String, Vec<String>>,
}

static BUNDLED: LazyLock<Words> = LazyLock::new(|| {
    let text = include_str!("../../../../../assets/import/system.toml");
    toml::from_str(text).expect("the bundled word list is checked by a test")
});

impl Words {
    /// Returns the word lists that come with the program.
    pub(super) fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Returns the columns whose heading names the field, the most usual word first.
    pub(super) fn columns_for(&self, field: &str, columns: &[String]) -> Vec<usize> {
        let words = self.headings.get(field).into_iter().flatten();
        let named = |word: &String| {
            columns
                .iter()
                .position(|heading| fold(heading) == fold(word))
        };
        let own = columns
            .iter()
            .position(|heading| fold(heading) == fold(field));
        own.into_iter().chain(words.filter_map(named)).collect()
    }

    /// Tells whether each value that is not blank is on the list of the field, where it has one.
    pub(super) fn knows_all<'a>(
        &self,
        field: &str,
        mut values: impl Iterator<Item = &'a str>,
    ) -> bool {
        let Some(list) = self.list(field) else {
            return true;
        };
        values.all(|value| {
            let parts = super::split(value);
            parts.iter().all(|part| find(list, part).is_some())
        })
    }

    /// Returns the value that a word stands for in the list of the field.
    pub(super) fn value<T: serde::de::DeserializeOwned>(
        &self,
        field: &str,
        word: &str,
    ) -> Option<T> {
        let value = find(self.list(field)?, word)?;
        let wire = match value {
            "true" => serde_json::Value::Bool(true),
            "false" => serde_json::Value::Bool(false),
            word => serde_json::Value::String(word.to_owned()),
        };
        serde_json::from_value(wire).ok()
    }

    fn list(&self, field: &str) -> Option<&BTreeMap<String, Vec<String>>> {
        match field {
            "keyArea" => Some(&self.key_area),
            "phase" => Some(&self.phase),
            "dataGrades" => Some(&self.data_grades),
            "criticalInfrastructure" | "personalInformation" | "importantData" | "crossBorder" => {
                Some(&self.yes)
            }
            _ => None,
        }
    }
}

/// Finds the value of which a word is a name; the value's own code counts too, so that an export can be read back.
fn find<'a>(list: &'a BTreeMap<String, Vec<String>>, word: &str) -> Option<&'a str> {
    let word = fold(word);
    let named = |value: &str, words: &[String]| {
        fold(value) == word || words.iter().any(|other| fold(other) == word)
    };
    list.iter()
        .find(|(value, words)| named(value, words))
        .map(|(value, _)| value.as_str())
}

/// Takes case, spaces, underscores and hyphens out of a word.
fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}
