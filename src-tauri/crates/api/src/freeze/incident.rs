//! An incident as it stands.

use super::Freezer;
use crate::error::Error;
use crate::incident::clocks_of;
use assay_domain::action::{ActionState, ActionTarget};
use assay_domain::facts::incident::{FrozenIncident, SCHEMA};
use assay_domain::id::IncidentId;

impl Freezer<'_> {
    /// Freezes an incident, with what lists call it.
    pub(crate) fn incident(&self, id: IncidentId) -> Result<(FrozenIncident, String), Error> {
        let read = self.read;
        let incident = read.incidents().get(id)?;
        let head = self.head(SCHEMA)?;
        let clocks = clocks_of(
            read,
            self.framework,
            &incident,
            self.now.at,
            &head.time_zone,
        )?;
        let mut actions = read.actions().of_system(incident.facts.system)?;
        actions.retain(|action| {
            action.facts.target == ActionTarget::Incident(id)
                && action.facts.state != ActionState::Dropped
        });
        let evidence = incident.facts.evidence.iter();
        let title = incident.facts.title.clone();
        let mut facts = FrozenIncident {
            head,
            system: read.systems().get(incident.facts.system)?.facts,
            clocks,
            reports: read.incident_reports().of(id)?,
            versions: read.incidents().versions(id)?,
            actions,
            evidence: evidence
                .map(|piece| read.evidence().get(*piece))
                .collect::<Result<_, _>>()?,
            incident,
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, title))
    }
}
