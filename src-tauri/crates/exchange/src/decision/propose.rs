//! A mapping to begin with, from the headings and the first values.

use super::cell::plain_number;
use super::mapping::{Content, ExposureReading, FORMAT, Field, Mapping, Rule, RuleKind, Wide};
use super::moment;
use super::words::{self, fold};
use assay_domain::volume::ExposureUnit;
use std::collections::BTreeSet;

/// Proposes a mapping. A column is proposed for one field only, and always for one that its heading
/// names: a value that does not fit is refused at its row, where a column passed over for it would
/// be missed by nobody. A file with several columns that name months holds volumes by month.
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
        let named = words.iter().filter_map(|word| {
            let place = folded.iter().position(|heading| heading == word)?;
            (!taken.contains(&place)).then_some(place)
        });
        // Of several columns the one is meant whose values fit best, and of those the most usual.
        let strange = |place: &usize| {
            let values = values.get(*place);
            values.map_or(0, |values| strange(field, values))
        };
        if let Some(place) = named.min_by_key(strange) {
            taken.insert(place);
            mapping.columns.insert(field, vec![columns[place].clone()]);
        }
    }
}

/// Counts the first values of a column that do not fit a field.
fn strange(field: Field, values: &[String]) -> usize {
    let fits = |value: &String| match field {
        Field::Disposition => words::disposition(value).is_some(),
        Field::Seeded | Field::Reversible => words::yes(value).is_some(),
        Field::LatencyMs | Field::AiConfidence => plain_number(value, false).is_some(),
        _ => true,
    };
    let values = values.iter().filter(|value| !value.is_empty());
    values.filter(|value| !fits(value)).count()
}
