//! Mappings: kept for each AI system, read from and written to files that can travel.

use crate::contract::{
    Mapping, MappingList, MappingRead, MappingRows, MappingSave, MappingWrite, TableExported,
};
use crate::decision::RECORDERS;
use crate::error::Error;
use crate::outside::{read_within, size_of, write_file};
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::SystemId;
use assay_exchange::decision::{read_mapping, write_mapping};

/// The longest mapping file that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Answers with the mappings of an AI system.
pub(crate) fn mapping_list(
    session: &mut Session,
    request: MappingList,
) -> Result<MappingRows, Error> {
    rows(session, request.system)
}

fn rows(session: &Session, system: SystemId) -> Result<MappingRows, Error> {
    let files = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.mappings().list(system)?))?;
    let mut mappings: Vec<Mapping> = files
        .iter()
        .map(|text| Ok(read_mapping(text)?))
        .collect::<Result<_, Error>>()?;
    mappings.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(MappingRows { mappings })
}

/// Finds the mapping saved last that speaks only of columns that a file has.
pub(super) fn remembered(
    session: &Session,
    system: SystemId,
    columns: &[String],
) -> Result<Option<Mapping>, Error> {
    let files = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.mappings().list(system)?))?;
    for text in &files {
        let mapping = read_mapping(text)?;
        let wide = mapping.wide.iter().flat_map(|wide| &wide.columns);
        let mut named = mapping.columns.values().flatten().chain(wide);
        if named.all(|heading| columns.contains(heading)) {
            return Ok(Some(mapping));
        }
    }
    Ok(None)
}

/// Keeps a mapping for an AI system.
pub(crate) fn mapping_save(
    session: &mut Session,
    request: MappingSave,
) -> Result<MappingRows, Error> {
    let mut mapping = request.mapping;
    mapping.name = mapping.name.trim().to_owned();
    if mapping.name.is_empty() {
        return Err(Error::new("mapping-name-empty"));
    }
    let toml = write_mapping(&mapping)?;
    let mut writer = session.writer(RECORDERS)?;
    let act = writer.act.clone();
    let payload = serde_json::json!({ "name": mapping.name, "toml": toml });
    writer.mutate(
        "mapping.save",
        Subject::new("system", request.system),
        &payload,
        |tx| {
            tx.systems().get(request.system)?;
            Ok(tx
                .mappings_mut()
                .save(request.system, &mapping.name, &toml, &act)?)
        },
    )?;
    rows(session, request.system)
}

/// Answers with the mapping of a file.
pub(crate) fn mapping_read(_: &mut Session, request: MappingRead) -> Result<Mapping, Error> {
    let size = size_of(&request.path)?;
    let too_long = || Error::new("table-too-long").with("size", size);
    let bytes = read_within(&request.path, LONGEST)?.ok_or_else(too_long)?;
    let text = String::from_utf8(bytes);
    let not_text = |_| Error::new("file-not-text").with("path", &request.path);
    Ok(read_mapping(&text.map_err(not_text)?)?)
}

/// Writes a mapping to a file.
pub(crate) fn mapping_write(
    session: &mut Session,
    request: MappingWrite,
) -> Result<TableExported, Error> {
    let text = write_mapping(&request.mapping)?;
    write_file(session.output(request.path)?, text.as_bytes())
}
