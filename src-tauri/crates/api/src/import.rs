//! Importing AI systems: read, try, take all or nothing.

use crate::contract::{
    ImportCheck, ImportDone, ImportProblem, ImportTable, SystemImport, SystemImportRead,
};
use crate::error::Error;
use crate::outside::read_table_file;
use crate::session::{Session, uuid_at};
use crate::system::WRITERS;
use assay_domain::history::{Subject, hex};
use assay_domain::id::SystemId;
use assay_domain::system::SystemFacts;
use assay_exchange::system::{Mapped, Mapping, Problem, map, propose};
use assay_exchange::table::{self, Table};
use assay_store::{Read, Store};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Rows of the preview.
const PREVIEW: usize = 50;
/// Problems that are listed.
const PROBLEMS: usize = 200;

/// Answers with the columns of a table file and a proposed mapping.
pub(crate) fn system_import_read(
    session: &mut Session,
    request: SystemImportRead,
) -> Result<ImportTable, Error> {
    session.opened()?;
    let (table, _) = read_table(&request.path)?;
    Ok(ImportTable {
        mapping: propose(&table),
        rows: table.rows.len() as u64,
        first_rows: table
            .rows
            .iter()
            .take(PREVIEW)
            .map(|row| row.cells.clone())
            .collect(),
        encoding: table.encoding,
        columns: table.columns,
    })
}

/// Answers with what an import would do.
pub(crate) fn system_import_check(
    session: &mut Session,
    request: SystemImport,
) -> Result<ImportCheck, Error> {
    let (table, _) = read_table(&request.path)?;
    let mapped = map(&table, &request.mapping)?;
    let (fresh, known) = session
        .opened()?
        .store
        .read(|read| sift(read, mapped.systems.clone()))?;
    Ok(ImportCheck {
        valid: fresh.len() as u64,
        known,
        problem_count: mapped.problems.len() as u64,
        unused: unused(&table, &request.mapping),
        problems: mapped.problems.iter().take(PROBLEMS).map(problem).collect(),
        first: mapped
            .systems
            .into_iter()
            .take(PREVIEW)
            .map(|(_, facts)| facts)
            .collect(),
    })
}

fn unused(table: &Table, mapping: &Mapping) -> Vec<String> {
    let taken = |heading: &String| mapping.values().any(|taken| taken == heading);
    let headings = table.columns.iter();
    let unused = headings.filter(|heading| !heading.is_empty() && !taken(heading));
    unused.cloned().collect()
}

/// Imports every row, or none when one value can't be taken.
pub(crate) fn system_import_commit(
    session: &mut Session,
    request: SystemImport,
) -> Result<ImportDone, Error> {
    let (table, digest) = read_table(&request.path)?;
    let Mapped { systems, problems } = map(&table, &request.mapping)?;
    if let Some(first) = problems.first() {
        return Err(Error::new("import-refused")
            .with("count", problems.len())
            .with("line", first.line)
            .with("column", &first.column));
    }
    let mut random = session.environment.random();
    let mut writer = session.writer(WRITERS)?;
    let at = writer.act.at;
    let name = std::path::Path::new(&request.path)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let payload = serde_json::json!({ "file": name, "sha256": digest, "mapping": request.mapping });
    let id = workspace_id(&writer.open.store)?;
    writer.mutate(
        "system.import",
        Subject::new("workspace", id),
        &payload,
        |tx| {
            let (fresh, known) = sift(tx, systems)?;
            let rows = fresh
                .into_iter()
                .map(|facts| (SystemId::new(uuid_at(at, &mut random)), facts));
            let imported = tx.systems_mut().import(rows, at)?;
            tx.note("count", imported.count);
            tx.note("rows", imported.sha256);
            Ok(ImportDone {
                added: u64::from(imported.count),
                known,
            })
        },
    )
}

fn workspace_id(store: &Store) -> Result<assay_domain::id::WorkspaceId, Error> {
    store.read(|read| Ok(read.workspace().get()?.id))
}

fn read_table(path: &str) -> Result<(Table, String), Error> {
    let bytes = read_table_file(path)?;
    Ok((table::read(&bytes)?, hex(&Sha256::digest(&bytes))))
}

/// Leaves out rows whose reference is in the workspace already, and counts them.
fn sift(
    read: &Read<'_>,
    systems: Vec<(u64, SystemFacts)>,
) -> Result<(Vec<SystemFacts>, u64), Error> {
    let present: BTreeSet<String> = read
        .systems()
        .list()?
        .into_iter()
        .map(|system| system.facts.reference)
        .collect();
    let all = systems.len();
    let is_new =
        |facts: &SystemFacts| facts.reference.is_empty() || !present.contains(&facts.reference);
    let fresh: Vec<SystemFacts> = systems
        .into_iter()
        .map(|(_, facts)| facts)
        .filter(is_new)
        .collect();
    let known = (all - fresh.len()) as u64;
    Ok((fresh, known))
}

fn problem(problem: &Problem) -> ImportProblem {
    ImportProblem {
        line: problem.line,
        column: problem.column.clone(),
        code: problem.kind.code().to_owned(),
        value: problem.value.clone(),
    }
}
