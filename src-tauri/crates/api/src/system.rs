//! AI systems: list, form and export.

use crate::contract::{
    AiSystem, AssessmentRow, Nothing, SystemDetail, SystemGet, SystemList, SystemRow, SystemSave,
    TableExport, TableExported, TableFormat,
};
use crate::error::Error;
use crate::outside::write_file;
use crate::overview::{assessment_row, system_row};
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::SystemId;
use assay_domain::person::Role;
use assay_domain::system::SystemFacts;
use assay_exchange::{system as columns, table};

/// Who may add and change AI systems.
pub(crate) const WRITERS: &[Role] = &[Role::Administrator, Role::Assessor];

/// Answers with all AI systems by name.
pub(crate) fn system_list(session: &mut Session, _: Nothing) -> Result<SystemList, Error> {
    let today = session.today()?;
    session.opened()?.store.read(|read| {
        let mut systems: Vec<SystemRow> = read
            .assessments()
            .overview(today)?
            .into_iter()
            .map(system_row)
            .collect::<Result<_, _>>()?;
        systems.sort_by(|a, b| a.system.facts.name.cmp(&b.system.facts.name));
        Ok(SystemList { systems })
    })
}

/// Answers with one AI system and its assessments.
pub(crate) fn system_get(session: &mut Session, request: SystemGet) -> Result<SystemDetail, Error> {
    session.opened()?.store.read(|read| {
        let system = read.systems().get(request.id)?;
        let rows = read.assessments().of_system(request.id)?;
        let mut assessments: Vec<AssessmentRow> = rows
            .into_iter()
            .map(|row| assessment_row(row, &system.facts.name))
            .collect::<Result<_, _>>()?;
        assessments.sort_by_key(|row| std::cmp::Reverse(row.changed_at));
        Ok(SystemDetail {
            system,
            assessments,
        })
    })
}

/// Adds or changes an AI system.
pub(crate) fn system_save(session: &mut Session, request: SystemSave) -> Result<AiSystem, Error> {
    let mut writer = session.writer(WRITERS)?;
    let facts = checked(request.facts)?;
    let at = writer.act.at;
    match (request.id, request.revision) {
        (None, _) => {
            let id = SystemId::new(writer.new_id);
            writer.mutate("system.add", Subject::new("system", id), &facts, |tx| {
                Ok(tx.systems_mut().add(id, &facts, at)?)
            })
        }
        (Some(id), Some(revision)) => {
            writer.mutate("system.save", Subject::new("system", id), &facts, |tx| {
                Ok(tx.systems_mut().save(id, &facts, revision, at)?)
            })
        }
        (Some(_), None) => Err(Error::new("revision-missing")),
    }
}

fn checked(mut facts: SystemFacts) -> Result<SystemFacts, Error> {
    facts.name = facts.name.trim().to_owned();
    facts.reference = facts.reference.trim().to_owned();
    facts
        .decision_points
        .retain(|point| !point.trim().is_empty());
    let texts = [
        &facts.name,
        &facts.purpose,
        &facts.affected,
        &facts.scale,
        &facts.autonomy,
    ];
    if facts.name.is_empty() {
        return Err(Error::new("name-empty"));
    }
    if texts
        .iter()
        .any(|text| text.chars().count() > columns::LONGEST_TEXT)
    {
        return Err(Error::new("text-too-long").with("length", columns::LONGEST_TEXT));
    }
    match facts.filing.protection_level {
        Some(level) if !(1..=5).contains(&level) => Err(Error::new("protection-level")),
        _ => Ok(facts),
    }
}

/// Writes all AI systems to a table file.
pub(crate) fn system_export(
    session: &mut Session,
    request: TableExport,
) -> Result<TableExported, Error> {
    let systems = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.systems().list()?))?;
    let headings: Vec<String> = columns::FIELDS
        .iter()
        .map(|field| (*field).to_owned())
        .collect();
    let rows = columns::rows(&systems);
    let bytes = match request.format {
        TableFormat::Csv => table::write_csv(&headings, &rows)?,
        TableFormat::Xlsx => table::write_xlsx(&headings, &rows)?,
    };
    write_file(session.output(request.path)?, &bytes)
}
