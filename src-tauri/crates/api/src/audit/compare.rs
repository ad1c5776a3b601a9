//! An audit beside earlier ones, and many of them over time.

use crate::contract::{
    Audit, AuditChange, AuditCompare, AuditComparison, AuditState, AuditTrend, AuditTrendGet,
    ChangeCount, Compared, ComparedRow,
};
use crate::error::Error;
use crate::session::Session;
use assay_domain::audit::compare::compare;
use assay_domain::framework::Text;
use assay_domain::id::QuestionId;
use assay_store::Read;
use std::collections::BTreeMap;

/// Answers with what has become of each question since an earlier audit.
pub(crate) fn audit_compare(
    session: &mut Session,
    request: AuditCompare,
) -> Result<AuditComparison, Error> {
    session.opened()?.store.read(|read| {
        let audit = read.audits().get(request.audit)?;
        let earlier = earlier(read, &audit)?;
        let with = match request.with {
            None => earlier.first().cloned(),
            Some(id) => {
                let found = earlier.iter().find(|known| known.id == id).cloned();
                Some(found.ok_or_else(|| Error::new("audit-not-earlier"))?)
            }
        };
        let from = earlier
            .iter()
            .skip_while(|known| with.as_ref().is_some_and(|with| known.id != with.id));
        let past = from
            .map(|known| read.audit_items().of(known.id))
            .collect::<Result<Vec<_>, _>>()?;
        let now = read.audit_items().of(audit.id)?;
        let compared = compare(&now, &past);
        let texts = texts(read, [Some(&audit), with.as_ref()])?;
        Ok(AuditComparison {
            system_name: read.systems().get(audit.system)?.facts.name,
            counts: counts(&compared),
            rows: compared.into_iter().map(|c| row(c, &texts)).collect(),
            audit,
            with,
            earlier,
        })
    })
}

/// Returns the closed audits of the same system before an audit, the last one first.
pub(crate) fn earlier(read: &Read<'_>, audit: &Audit) -> Result<Vec<Audit>, Error> {
    let closed = read.audits().closed_of(audit.system)?.into_iter();
    Ok(match audit.state {
        AuditState::Closed => closed.skip_while(|c| c.id != audit.id).skip(1).collect(),
        _ => closed.collect(),
    })
}

fn texts(
    read: &Read<'_>,
    audits: [Option<&Audit>; 2],
) -> Result<BTreeMap<QuestionId, Text>, Error> {
    let mut texts = BTreeMap::new();
    for audit in audits.into_iter().flatten() {
        for (id, asked) in read.audit_items().asked(audit.id)? {
            texts.entry(id).or_insert(asked.text);
        }
    }
    Ok(texts)
}

fn row(compared: Compared, texts: &BTreeMap<QuestionId, Text>) -> ComparedRow {
    ComparedRow {
        text: texts.get(&compared.question).cloned().unwrap_or_default(),
        compared,
    }
}

fn counts(compared: &[Compared]) -> Vec<ChangeCount> {
    let of = |change: &AuditChange| ChangeCount {
        change: *change,
        count: u32::try_from(compared.iter().filter(|c| c.change == *change).count())
            .unwrap_or(u32::MAX),
    };
    AuditChange::ALL.iter().map(of).collect()
}

/// Answers with the results of an AI system's closed audits over time.
pub(crate) fn audit_trend(
    session: &mut Session,
    request: AuditTrendGet,
) -> Result<AuditTrend, Error> {
    session.opened()?.store.read(|read| {
        let mut audits = read.audits().closed_of(request.system)?;
        audits.reverse();
        Ok(AuditTrend {
            system_name: read.systems().get(request.system)?.facts.name,
            audits,
        })
    })
}
