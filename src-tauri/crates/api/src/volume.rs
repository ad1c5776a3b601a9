//! Volumes: totals and exposure of periods.

use crate::contract::{Volume, VolumeFacts, VolumeList, VolumeRow, VolumeRows, VolumeSave};
use crate::decision::RECORDERS;
use crate::error::Error;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::VolumeId;
use assay_domain::volume::{check, span};
use assay_store::Tx;
use std::collections::BTreeMap;

/// Records a volume, or one that replaces another.
pub(crate) fn volume_save(session: &mut Session, request: VolumeSave) -> Result<Volume, Error> {
    let today = session.today()?;
    let facts = VolumeFacts {
        decision_point: request.facts.decision_point.trim().to_owned(),
        model_version: request.facts.model_version.trim().to_owned(),
        ..request.facts
    };
    check(&facts, today)?;
    record(session, facts, request.supersedes)
}

/// Writes a volume and its history entry, both or neither.
pub(crate) fn record(
    session: &mut Session,
    facts: VolumeFacts,
    supersedes: Option<VolumeId>,
) -> Result<Volume, Error> {
    let mut writer = session.writer(RECORDERS)?;
    let volume = Volume {
        id: VolumeId::new(writer.new_id),
        facts,
        supersedes,
        recorded: writer.act.clone(),
    };
    let action = match volume.supersedes {
        None => "volume.add",
        Some(_) => "volume.replace",
    };
    let subject = Subject::new("volume", volume.id);
    writer.mutate(action, subject, &volume.clone(), |tx| add(tx, volume))
}

fn add(tx: &mut Tx<'_>, volume: Volume) -> Result<Volume, Error> {
    tx.systems().get(volume.facts.system)?;
    if let Some(replaced) = volume.supersedes {
        tx.volumes().get(replaced)?;
    }
    let known = tx.volumes().overlapping(&volume.facts, volume.supersedes)?;
    if let Some(known) = known {
        let period = known.facts.period;
        return Err(Error::new("volume-overlap")
            .with("from", period.from)
            .with("to", period.to));
    }
    tx.volumes_mut().add(&volume)?;
    Ok(volume)
}

/// Answers with the volumes that count, newest period first.
pub(crate) fn volume_list(session: &mut Session, request: VolumeList) -> Result<VolumeRows, Error> {
    session.opened()?.store.read(|read| {
        let names: BTreeMap<_, _> = read
            .systems()
            .list()?
            .into_iter()
            .map(|system| (system.id, system.facts.name))
            .collect();
        let volumes = read
            .volumes()
            .list(request.system, request.from, request.to)?;
        let row = |volume: Volume| {
            let span = span(&volume.facts.period).ok_or_else(|| Error::new("volume-period"))?;
            Ok(VolumeRow {
                system_name: names.get(&volume.facts.system).cloned().unwrap_or_default(),
                span,
                volume,
            })
        };
        Ok(VolumeRows {
            volumes: volumes.into_iter().map(row).collect::<Result<_, Error>>()?,
        })
    })
}
