//! Importing decision records and volumes: look, try, take all or none, take back.

mod ids;
mod job;
mod known;
mod mapping;
mod reader;
mod rows_digest;

pub(crate) use job::ImportJob;
pub(crate) use mapping::{mapping_list, mapping_read, mapping_save, mapping_write};

use crate::contract::{
    DecisionImportFile, DecisionImportList, DecisionImportPlan, DecisionImportPreview,
    DecisionImportRead, DecisionImportRow, DecisionImportRows, DecisionImportStart,
    DecisionImportState, DecisionImportUndo, ImportColumn, ImportFormat, ImportPreviewRow,
    ImportProblem, ImportRow, Mapping, Nothing, TableExport, TableExported, TableFormat,
};
use crate::decision::RECORDERS;
use crate::error::{Error, file};
use crate::outside::{open_file, write_file};
use crate::session::Session;
use assay_domain::decision::{Content, Import};
use assay_domain::history::Subject;
use assay_domain::id::PersonId;
use assay_exchange::decision::{Mapper, Problem, Taken, propose};
use assay_exchange::stream::{self, Format, Layout};
use assay_exchange::table::{Cell, write_csv, write_xlsx};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// Rows of the preview.
const PREVIEW: usize = 50;
/// Rows whose values are looked at.
const LOOKED_AT: usize = 5_000;
/// Different values of a column that are shown.
const VALUES: usize = 30;

/// Answers with what a file holds and a mapping to begin with.
pub(crate) fn decision_import_read(
    session: &mut Session,
    request: DecisionImportRead,
) -> Result<DecisionImportFile, Error> {
    let open = session.opened()?;
    open.store
        .read(|read| Ok::<_, Error>(read.systems().get(request.system)?))?;
    let opened = open_file(&request.path)?;
    let size = opened
        .metadata()
        .map_err(|error| file(&request.path, error))?
        .len();
    let mut rows = Vec::new();
    let mut values: Vec<BTreeMap<String, u64>> = Vec::new();
    let mut looked_at = 0;
    let layout = stream::read(opened, &request.source, &mut |layout, row| {
        if rows.len() < PREVIEW {
            rows.push(ImportRow {
                line: row.line,
                cells: row.cells.iter().map(str::to_owned).collect(),
            });
        }
        values.resize(layout.columns.len(), BTreeMap::new());
        for (counts, cell) in values.iter_mut().zip(row.cells) {
            if counts.len() <= VALUES || counts.contains_key(cell) {
                *counts.entry(cell.to_owned()).or_default() += 1;
            }
        }
        looked_at += 1;
        match looked_at < LOOKED_AT {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    })?;
    let columns = columns(&layout, values);
    let remembered = mapping::remembered(session, request.system, &layout.columns)?;
    let known: Vec<Vec<String>> = columns.iter().map(|column| column.values.clone()).collect();
    Ok(DecisionImportFile {
        format: match layout.format {
            Format::Delimited => ImportFormat::Delimited,
            Format::Spreadsheet => ImportFormat::Spreadsheet,
            Format::JsonLines => ImportFormat::JsonLines,
        },
        remembered: remembered.is_some(),
        mapping: remembered.unwrap_or_else(|| Mapping {
            source: request.source,
            ..propose(&layout.columns, &known)
        }),
        source: layout.source,
        sheets: layout.sheets,
        size,
        columns,
        rows,
    })
}

fn columns(layout: &Layout, values: Vec<BTreeMap<String, u64>>) -> Vec<ImportColumn> {
    let counted = values.into_iter().chain(std::iter::repeat(BTreeMap::new()));
    let columns = layout.columns.iter().zip(counted);
    let column = |(name, counts): (&String, BTreeMap<String, u64>)| {
        let more = counts.len() > VALUES;
        let mut counts: Vec<(String, u64)> = counts.into_iter().collect();
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let values = counts.into_iter().map(|(value, _)| value);
        ImportColumn {
            name: name.clone(),
            values: values
                .filter(|value| !value.is_empty())
                .take(VALUES)
                .collect(),
            more,
        }
    };
    columns.map(column).collect()
}

/// Answers with the first rows as they would be imported.
pub(crate) fn decision_import_preview(
    session: &mut Session,
    request: DecisionImportPlan,
) -> Result<DecisionImportPreview, Error> {
    let setting = reader::setting(session, request.system, &request.mapping)?;
    let opened = open_file(&request.path)?;
    let mut setting = Some(setting);
    let mut mapper: Option<Result<Mapper, Error>> = None;
    let mut rows = Vec::new();
    let layout = stream::read(opened, &request.mapping.source, &mut |layout, row| {
        let mapper = mapper.get_or_insert_with(|| {
            let setting = setting.take().ok_or_else(|| Error::new("unexpected"))?;
            Ok(Mapper::new(&request.mapping, &layout.columns, setting)?)
        });
        let Ok(mapper) = mapper else {
            return ControlFlow::Break(());
        };
        rows.push(preview(mapper, &row, request.mapping.content));
        match rows.len() < PREVIEW {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    })?;
    match (mapper, setting) {
        (Some(mapper), _) => drop(mapper?),
        // A file with headings only still says whether the mapping fits them.
        (None, Some(setting)) => drop(Mapper::new(&request.mapping, &layout.columns, setting)?),
        (None, None) => {}
    }
    Ok(DecisionImportPreview { rows })
}

fn preview(mapper: &Mapper, row: &stream::StreamRow<'_>, content: Content) -> ImportPreviewRow {
    let mut problems = Vec::new();
    let mut shown = ImportPreviewRow {
        line: row.line,
        decision: None,
        volumes: Vec::new(),
        left_out: false,
        problems: Vec::new(),
    };
    match content {
        Content::Decisions => match mapper.decision(row, &mut problems) {
            Taken::Row(facts) => shown.decision = Some(facts),
            Taken::LeftOut => shown.left_out = true,
            Taken::Refused => {}
        },
        Content::Volumes => match mapper.volumes(row, &mut problems) {
            Taken::Row(volumes) => shown.volumes = volumes,
            Taken::LeftOut => shown.left_out = true,
            Taken::Refused => {}
        },
    }
    shown.problems = problems.iter().map(wire).collect();
    shown
}

/// Turns a problem into what the window sees.
fn wire(problem: &Problem) -> ImportProblem {
    ImportProblem {
        line: problem.line,
        column: problem.column.clone(),
        code: problem.kind.code().to_owned(),
        value: problem.value.clone(),
    }
}

/// Begins an import, or a trial of one.
pub(crate) fn decision_import_start(
    session: &mut Session,
    request: DecisionImportStart,
) -> Result<DecisionImportState, Error> {
    session.writer(RECORDERS)?;
    if session.import.as_ref().is_some_and(ImportJob::is_running) {
        return Err(Error::new("import-running"));
    }
    if session.thinning.is_some() {
        return Err(Error::new("thinning-running"));
    }
    let job = ImportJob::start(session, request)?;
    let state = job.state();
    session.import = Some(job);
    Ok(state)
}

/// Goes on with an import for a moment, and says where it stands.
pub(crate) fn decision_import_step(
    session: &mut Session,
    _: Nothing,
) -> Result<DecisionImportState, Error> {
    session.opened()?;
    let Some(mut job) = session.import.take() else {
        return Ok(job::nothing());
    };
    let stepped = job.step(session);
    let state = job.state();
    session.import = Some(job);
    stepped.map(|()| state)
}

/// Cancels the import; what was staged is removed by further steps.
pub(crate) fn decision_import_cancel(
    session: &mut Session,
    _: Nothing,
) -> Result<DecisionImportState, Error> {
    session.opened()?;
    let Some(job) = &mut session.import else {
        return Ok(job::nothing());
    };
    job.cancel();
    Ok(job.state())
}

/// Saves the list of what could not be taken.
pub(crate) fn decision_import_problems_save(
    session: &mut Session,
    request: TableExport,
) -> Result<TableExported, Error> {
    session.opened()?;
    let job = session
        .import
        .as_ref()
        .ok_or_else(|| Error::new("not-found").with("noun", "import"))?;
    let columns = ["line", "column", "problem", "value"].map(str::to_owned);
    let rows: Vec<Vec<Cell>> = job.problems().iter().map(cells).collect();
    let bytes = match request.format {
        TableFormat::Csv => write_csv(&columns, &rows),
        TableFormat::Xlsx => write_xlsx(&columns, &rows),
    }?;
    write_file(session.output(request.path)?, &bytes)
}

fn cells(problem: &Problem) -> Vec<Cell> {
    // A line number of a file that can be read is exact as a floating-point number.
    let line = u32::try_from(problem.line).map_or(Cell::Text(problem.line.to_string()), |line| {
        Cell::Number(f64::from(line))
    });
    vec![
        line,
        Cell::Text(problem.column.clone()),
        Cell::Text(problem.kind.code().to_owned()),
        Cell::Text(problem.value.clone()),
    ]
}

/// Answers with the imports, newest first.
pub(crate) fn decision_import_list(
    session: &mut Session,
    request: DecisionImportList,
) -> Result<DecisionImportRows, Error> {
    session.opened()?.store.read(|read| {
        let names: BTreeMap<PersonId, String> = read
            .persons()
            .list()?
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect();
        let row = |import: Import| {
            Ok(DecisionImportRow {
                id: import.id,
                system: import.system,
                system_name: read.systems().get(import.system)?.facts.name,
                file: import.file,
                mapping: import.mapping,
                content: import.content,
                count: import.count,
                person: names.get(&import.imported.by).cloned().unwrap_or_default(),
                imported_at: import.imported.at,
                undone_at: import.undone.map(|act| act.at),
            })
        };
        let imports = read.imports().list(request.system)?;
        Ok(DecisionImportRows {
            imports: imports.into_iter().map(row).collect::<Result<_, Error>>()?,
        })
    })
}

/// Takes an import back. Its records leave every list at once; further steps remove them.
pub(crate) fn decision_import_undo(
    session: &mut Session,
    request: DecisionImportUndo,
) -> Result<DecisionImportState, Error> {
    if session.import.as_ref().is_some_and(ImportJob::is_running) {
        return Err(Error::new("import-running"));
    }
    if session.thinning.is_some() {
        return Err(Error::new("thinning-running"));
    }
    let mut writer = session.writer(RECORDERS)?;
    let (import, corrected) = writer.open.store.read(|read| {
        let import = read.imports().get(request.id)?;
        Ok::<_, Error>((import, read.imports().corrected(request.id)?))
    })?;
    if import.undone.is_some() {
        return Err(Error::new("import-undone"));
    }
    if corrected > 0 {
        return Err(Error::new("import-corrected").with("count", corrected));
    }
    let act = writer.act.clone();
    let payload = serde_json::json!({ "file": import.file, "count": import.count });
    writer.mutate(
        "decision.import_undo",
        Subject::new("import", import.id),
        &payload,
        |tx| Ok(tx.imports_mut().undo(import.id, &act)?),
    )?;
    let job = ImportJob::undoing(import);
    let state = job.state();
    session.import = Some(job);
    Ok(state)
}

/// Returns the last part of a path.
fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
