use crate::contract::*;
use crate::error::Error;
use crate::session::Session;
pub(crate) fn decision_import_read(
    _: &mut Session,
    _: DecisionImportRead,
) -> Result<DecisionImportFile, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_preview(
    _: &mut Session,
    _: DecisionImportPlan,
) -> Result<DecisionImportPreview, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_start(
    _: &mut Session,
    _: DecisionImportStart,
) -> Result<DecisionImportState, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_step(
    _: &mut Session,
    _: Nothing,
) -> Result<DecisionImportState, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_cancel(
    _: &mut Session,
    _: Nothing,
) -> Result<DecisionImportState, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_problems_save(
    _: &mut Session,
    _: TableExport,
) -> Result<TableExported, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_list(
    _: &mut Session,
    _: DecisionImportList,
) -> Result<DecisionImportRows, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn decision_import_undo(
    _: &mut Session,
    _: DecisionImportUndo,
) -> Result<DecisionImportState, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn mapping_list(_: &mut Session, _: MappingList) -> Result<MappingRows, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn mapping_save(_: &mut Session, _: MappingSave) -> Result<MappingRows, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn mapping_read(_: &mut Session, _: MappingRead) -> Result<Mapping, Error> {
    Err(Error::new("unexpected"))
}
pub(crate) fn mapping_write(_: &mut Session, _: MappingWrite) -> Result<TableExported, Error> {
    Err(Error::new("unexpected"))
}
