//! Measures: how far each countermeasure is in place.

use crate::assessment::{change, check_text};
use crate::contract::{MeasureSave, Saved};
use crate::error::Error;
use crate::session::Session;
use crate::whole::Whole;
use assay_domain::id::ControlId;
use assay_domain::measure::Measure;
use assay_domain::person::Act;

/// The highest level: verified effective.
const HIGHEST: u8 = 4;

/// Saves how far a countermeasure is in place.
pub(crate) fn measure_save(session: &mut Session, request: MeasureSave) -> Result<Saved, Error> {
    check_text(&request.note)?;
    if request.level.is_some_and(|level| level > HIGHEST) {
        return Err(Error::new("measure-level"));
    }
    if session.framework.countermeasure(&request.control).is_none() {
        return Err(Error::new("measure-unknown").with("control", &request.control));
    }
    let payload = serde_json::to_value(&request)?;
    change(
        session,
        "measure.save",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let mut measure = measure(whole, request.control, edit.act);
            measure.level = request.level;
            measure.note = request.note;
            let revision =
                tx.measures_mut()
                    .save(request.assessment, &measure, request.revision)?;
            measure.revision = revision;
            whole.measures.insert(measure.control.clone(), measure);
            Ok(revision)
        },
    )
}

/// Returns the measure as it stands, saved anew by the person who is here.
pub(crate) fn measure(whole: &Whole, control: ControlId, act: &Act) -> Measure {
    let mut measure = whole
        .measures
        .get(&control)
        .cloned()
        .unwrap_or_else(|| Measure {
            control,
            level: None,
            note: String::new(),
            evidence: Vec::new(),
            saved: act.clone(),
            revision: 0,
        });
    measure.saved = act.clone();
    measure
}
