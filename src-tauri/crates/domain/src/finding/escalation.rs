//! To whom a late matter goes.

use crate::system::wire_enum;
use crate::time::Date;
use serde::{Deserialize, Serialize};

wire_enum! {
    /// Who has to see to something that is late.
    Escalation {
        /// Its owner.
        Owner,
        /// The owner's superior.
        Superior,
        /// The approver.
        Approver,
    }
}

/// Returns who has to see to something that was due; nothing while it is not late.
///
/// `days` are the days after the due date at which it goes to the superior and to the approver; on
/// such a day itself it has gone there.
#[must_use]
pub fn escalation(due: Date, today: Date, days: [u16; 2]) -> Option<Escalation> {
    let late = today.signed_duration_since(due).num_days();
    let [superior, approver] = days.map(i64::from);
    match late {
        ..=0 => None,
        late if late >= approver => Some(Escalation::Approver),
        late if late >= superior => Some(Escalation::Superior),
        _ => Some(Escalation::Owner),
    }
}
