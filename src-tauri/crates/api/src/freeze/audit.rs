//! An audit and the ledger as they stand.

use super::Freezer;
use crate::audit::{detail, earlier};
use crate::error::Error;
use crate::finding::ledger_findings;
use assay_domain::audit::compare::compare;
use assay_domain::audit::{Audit, AuditState};
use assay_domain::facts::audit::{self, AuditQuestion, FrozenAudit};
use assay_domain::facts::ledger::{self, FrozenLedger};
use assay_domain::id::{AuditId, SystemId};

impl Freezer<'_> {
    /// Freezes an audit that has begun, with what lists call it.
    pub(crate) fn audit(&self, id: AuditId) -> Result<(FrozenAudit, String), Error> {
        let read = self.read;
        let whole = detail(read, self.framework, id)?;
        if whole.audit.state == AuditState::Planned {
            return Err(Error::new("audit-not-begun"));
        }
        let earlier = earlier(read, &whole.audit)?;
        let items = whole.items.into_iter().map(|view| AuditQuestion {
            item: view.item,
            asked: view.asked,
            marks: view.marks,
        });
        let mut facts = FrozenAudit {
            head: self.head(audit::SCHEMA)?,
            system: read.systems().get(whole.audit.system)?.facts,
            items: items.collect(),
            with: earlier.first().cloned(),
            compared: self.compared(&whole.audit, &earlier)?,
            findings: ledger_findings(
                read,
                self.framework,
                Some(whole.audit.system),
                self.today()?,
            )?
            .into_iter()
            .rev()
            .filter(|found| found.finding.audit == id)
            .collect(),
            trend: trend(&whole.audit, earlier),
            evidence: whole.evidence,
            audit: whole.audit,
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, whole.system_name))
    }

    fn compared(
        &self,
        audit: &Audit,
        earlier: &[Audit],
    ) -> Result<Vec<assay_domain::audit::compare::Compared>, Error> {
        if earlier.is_empty() {
            return Ok(Vec::new());
        }
        let items = self.read.audit_items();
        let past = earlier.iter().map(|known| items.of(known.id));
        Ok(compare(
            &items.of(audit.id)?,
            &past.collect::<Result<Vec<_>, _>>()?,
        ))
    }

    /// Freezes the ledger of one AI system, or of all, with what lists call it.
    pub(crate) fn ledger(&self, system: Option<SystemId>) -> Result<(FrozenLedger, String), Error> {
        let system_name = match system {
            Some(id) => self.read.systems().get(id)?.facts.name,
            None => String::new(),
        };
        let mut facts = FrozenLedger {
            head: self.head(ledger::SCHEMA)?,
            system,
            findings: ledger_findings(self.read, self.framework, system, self.today()?)?,
            system_name: system_name.clone(),
        };
        facts.head.persons = self.persons(&facts)?;
        Ok((facts, system_name))
    }
}

/// The closed audits up to one, the first one first.
fn trend(audit: &Audit, earlier: Vec<Audit>) -> Vec<Audit> {
    let this = (audit.state == AuditState::Closed).then(|| audit.clone());
    earlier.into_iter().rev().chain(this).collect()
}
