//! A mapping to begin with, from the headings and the first values.

use super::cell::plain_number;
use super::mapping::{Content, ExposureReading, FORMAT, Field, Mapping, Rule, RuleKind, Wide};
use super::moment;
use super::words::{self, fold};
use assay_domain::volume::ExposureUnit;
use std::collections::BTreeSet;

/// Proposes a mapping. A column is proposed for one field only, and for a listed one only when the
/// first values are all on its list; a file with several columns that name months holds
/// volumes by month.
#[must_use]
pub fn propose(columns: &[String], values: &[Vec<String>]) -> Mapping {
    let months: Vec<String> = columns
        .iter()
        .filter(|column| moment::month(column).is_some())
        .cloned()
        .collect();
    let mut mapping = Mapping {
        format: FORMAT,
        content: if months.len() >= 2 {
            Content::Volumes
        } else {
            Content::Decisions
        },
        ..Mapping::default()
    };
    if mapping.content == Content::Volumes {
        mapping.exposure = Some(ExposureReading {
            unit: ExposureUnit::Hours,
            factor: String::new(),
        });
        mapping.wide = Some(Wide {
            field: Field::Exposure,
            columns: months,
        });
        fill(&mut mapping, columns, values, |field| {
            matches!(
                field,
                Field::System | Field::DecisionPoint | Field::ModelVersion
            )
        });
        return mapping;
    }
    fill(&mut mapping, columns, values, |field| field < Field::Period);
    let stated = mapping.columns.contains_key(&Field::Disposition);
    let both = [Field::AiOutput, Field::HumanFinal]
        .iter()
        .all(|field| mapping.columns.contains_key(field));
    if !stated && both {
        mapping.rule = Rule {
            kind: RuleKind::Differs,
            ..Rule::default()
        };
    }
    mapping
}

fn fill(
    mapping: &mut Mapping,
    columns: &[String],
    values: &[Vec<String>],
    wanted: impl Fn(Field) -> bool,
) {
    let folded: Vec<String> = columns.iter().map(|column| fold(column)).collect();
    let mut taken = BTreeSet::new();
    for (field, words) in words::headings().filter(|(field, _)| wanted(*field)) {
        let column = words.iter().find_map(|word| {
            let place = folded.iter().position(|heading| heading == word)?;
            let known = values
                .get(place)
                .is_none_or(|values| knows_all(field, values));
            (known && !taken.contains(&place)).then_some(place)
        });
        if let Some(place) = column {
            taken.insert(place);
            mapping.columns.insert(field, vec![columns[place].clone()]);
        }
    }
}

/// Tells whether the first values of a column fit a field that takes words of a list only.
fn knows_all(field: Field, values: &[String]) -> bool {
    let mut values = values.iter().filter(|value| !value.is_empty());
    match field {
        Field::Disposition => values.all(|value| words::disposition(value).is_some()),
        Field::Seeded | Field::Reversible => values.all(|value| words::yes(value).is_some()),
        Field::LatencyMs | Field::AiConfidence => {
            values.all(|value| plain_number(value, false).is_some())
        }
        _ => true,
    }
}
