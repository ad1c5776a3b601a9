//! Samples of audits: drawing one, writing what came of its items, and what that says of all.

use crate::contract::{
    AuditSample, AuditSampleDetail, AuditSampleDraw, AuditSampleGet, AuditSampleList,
    AuditSampleRecord, AuditSampleRow, AuditSampleRows, AuditState, Population, PopulationFile,
    PopulationGiven, PopulationRead, SampleItem, SampleResult,
};
use crate::error::{Error, file};
use crate::outside::open_file;
use crate::second_review::read_seed;
use crate::session::Session;
use crate::whole::midnight;
use assay_domain::audit_sample::{
    Drawing, Drawn, LARGEST_POPULATION, LARGEST_SAMPLE, SampleRefusal, estimate,
};
use assay_domain::decision::LONG_TEXT;
use assay_domain::history::{Subject, hex};
use assay_domain::id::{AuditSampleId, SystemId};
use assay_domain::person::Role;
use assay_domain::time::{Date, Period};
use assay_exchange::decision::Source;
use assay_exchange::stream;
use assay_store::Read;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::ops::ControlFlow;
use std::path::Path;

/// Who may draw samples and write results.
const AUDITORS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Rows of the first look at a file.
const PREVIEW: usize = 5;

/// The longest name of an item, in characters.
const LONGEST_ITEM: usize = 500;

/// Answers with the columns of a table file and its first rows.
pub(crate) fn population_read(
    session: &mut Session,
    request: PopulationRead,
) -> Result<PopulationFile, Error> {
    session.opened()?;
    let opened = open_file(&request.path)?;
    let mut first_rows: Vec<Vec<String>> = Vec::new();
    let layout = stream::read(opened, &Source::default(), &mut |_, row| {
        first_rows.push(row.cells.iter().map(str::to_owned).collect());
        match first_rows.len() < PREVIEW {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    })?;
    Ok(PopulationFile {
        columns: layout.columns,
        first_rows,
    })
}

/// Draws a sample, or says how large it would be.
pub(crate) fn audit_sample_draw(
    session: &mut Session,
    request: AuditSampleDraw,
) -> Result<AuditSampleDetail, Error> {
    let attribute = request.attribute.trim().to_owned();
    if attribute.is_empty() {
        return Err(Error::new("sample-attribute"));
    }
    let mut random = session.environment.random();
    let seed = match &request.seed {
        Some(text) => read_seed(text)?,
        None => {
            let mut seed = [0; 32];
            random(&mut seed);
            seed
        }
    };
    let mut writer = session.writer(AUDITORS)?;
    let store = &writer.open.store;
    let (system, name) = store.read(|read| audited(read, &request))?;
    let seen = store.read(|read| seen(read, system, &request.population, seed))?;
    let size = request.plan.size(seen.size())?;
    let sample = AuditSample {
        id: AuditSampleId::new(writer.new_id),
        audit: request.audit,
        question: request.question,
        attribute,
        population_size: seen.size().and_then(|size| u32::try_from(size).ok()),
        population: seen.population,
        plan: request.plan,
        seed: hex(&seed),
        size: u32::try_from(size).unwrap_or(u32::MAX),
        drawn: writer.act.clone(),
    };
    let repeated = seen.drawn.as_ref().map_or(0, |drawn| drawn.repeated);
    let repeated = u32::try_from(repeated).unwrap_or(u32::MAX);
    if request.trial {
        return Ok(AuditSampleDetail {
            sample,
            repeated,
            system,
            system_name: name,
            running: true,
            items: Vec::new(),
            estimate: None,
        });
    }
    let items = items(seen.drawn, size);
    let id = sample.id;
    let payload = serde_json::json!({ "sample": sample, "items": digest(&items) });
    let subject = Subject::new("audit_sample", id);
    writer.mutate("audit_sample.draw", subject, &payload, |tx| {
        Ok(tx.audit_samples_mut().add(&sample, &items)?)
    })?;
    let detail = audit_sample_get(session, AuditSampleGet { id })?;
    Ok(AuditSampleDetail { repeated, ..detail })
}

/// The audited system, once it is sure that the audit is not closed.
fn audited(read: &Read<'_>, request: &AuditSampleDraw) -> Result<(SystemId, String), Error> {
    let audit = read.audits().get(request.audit)?;
    if audit.state == AuditState::Closed {
        return Err(Error::new("sample-audit-closed"));
    }
    let name = read.systems().get(audit.system)?.facts.name;
    Ok((audit.system, name))
}

/// The first items of a draw; of a process that goes on, the next that come.
fn items(drawn: Option<Drawn>, size: u64) -> Vec<String> {
    match drawn {
        Some(drawn) => {
            let size = usize::try_from(size).unwrap_or(usize::MAX);
            drawn.lowest.into_iter().take(size).collect()
        }
        None => (1..=size).map(|number| number.to_string()).collect(),
    }
}

fn digest(items: &[String]) -> String {
    let mut hash = Sha256::new();
    for item in items {
        hash.update(item);
        hash.update([0]);
    }
    hex(&hash.finalize())
}

/// A population that was looked at; a process that goes on has nothing to draw from.
struct Seen {
    population: Population,
    drawn: Option<Drawn>,
}

impl Seen {
    fn size(&self) -> Option<u64> {
        self.drawn.as_ref().map(|drawn| drawn.population)
    }
}

fn seen(
    read: &Read<'_>,
    system: SystemId,
    given: &PopulationGiven,
    seed: [u8; 32],
) -> Result<Seen, Error> {
    let mut drawing = Drawing::new(seed);
    let population = match given {
        PopulationGiven::Open { name } => {
            return Ok(Seen {
                population: Population::Open { name: named(name)? },
                drawn: None,
            });
        }
        PopulationGiven::Named { name, size } => {
            let name = named(name)?;
            if *size > LARGEST_POPULATION {
                return Err(SampleRefusal::TooMany.into());
            }
            for number in 1..=*size {
                drawing.offer(&number.to_string())?;
            }
            Population::Named { name }
        }
        PopulationGiven::Imported { path, column } => imported(path, column, &mut drawing)?,
        PopulationGiven::Decisions { from, to } => {
            let period = decisions(read, system, (*from, *to), &mut drawing)?;
            Population::Decisions { period }
        }
    };
    Ok(Seen {
        population,
        drawn: Some(drawing.finish()),
    })
}

fn named(name: &str) -> Result<String, Error> {
    match name.trim() {
        "" => Err(Error::new("sample-population-name")),
        name => Ok(name.to_owned()),
    }
}

/// Offers the decision records of a system that count.
fn decisions(
    read: &Read<'_>,
    system: SystemId,
    (from, to): (Date, Date),
    drawing: &mut Drawing,
) -> Result<Period, Error> {
    let period = Period::new(from, to)
        .ok_or_else(|| Error::new("stats-range").with("from", from).with("to", to))?;
    let zone = read.workspace().get()?.settings.time_zone;
    let first = midnight(from, &zone);
    let until = midnight(to.succ_opt().unwrap_or(to), &zone);
    let mut offered = Ok(());
    let take = |id: assay_domain::id::DecisionId, _| {
        if offered.is_ok() {
            offered = drawing.offer(&id.to_string());
        }
    };
    read.second_reviews().drawable(system, first, until, take)?;
    offered?;
    Ok(period)
}

/// Offers the values of a column of a file, in passing.
fn imported(path: &str, column: &str, drawing: &mut Drawing) -> Result<Population, Error> {
    let mut opened = open_file(path)?;
    let sha256 = file_digest(&mut opened).map_err(|error| file(path, error))?;
    let mut stopped: Option<Error> = None;
    let layout = stream::read(opened, &Source::default(), &mut |layout, row| {
        let place = layout.columns.iter().position(|heading| heading == column);
        let offered = place
            .ok_or_else(|| Error::new("sample-column").with("column", column))
            .and_then(|place| offer(drawing, &row, place, column));
        match offered {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                stopped = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(error) = stopped {
        return Err(error);
    }
    if !layout.columns.iter().any(|heading| heading == column) {
        return Err(Error::new("sample-column").with("column", column));
    }
    let name = Path::new(path).file_name().unwrap_or_default();
    Ok(Population::Imported {
        file: name.to_string_lossy().into_owned(),
        sha256,
        column: column.to_owned(),
    })
}

fn offer(
    drawing: &mut Drawing,
    row: &stream::StreamRow<'_>,
    place: usize,
    column: &str,
) -> Result<(), Error> {
    let refused = |code| {
        Error::new(code)
            .with("line", row.line)
            .with("column", column)
    };
    if row.fault.is_some() {
        return Err(refused("sample-row"));
    }
    let item = row.cells.get(place).unwrap_or_default().trim();
    if item.is_empty() {
        return Err(refused("sample-item-empty"));
    }
    if item.chars().count() > LONGEST_ITEM {
        return Err(refused("sample-item-long"));
    }
    Ok(drawing.offer(item)?)
}

fn file_digest(opened: &mut File) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = opened.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
    }
    opened.rewind()?;
    Ok(hex(&hash.finalize()))
}

/// Answers with the samples of an audit, or of all, newest first.
pub(crate) fn audit_sample_list(
    session: &mut Session,
    request: AuditSampleList,
) -> Result<AuditSampleRows, Error> {
    session.opened()?.store.read(|read| {
        let row = |sample: AuditSample| {
            let items = read.audit_samples().items(sample.id)?;
            let looked_at = items.iter().filter(|item| item.result.is_some()).count();
            Ok(AuditSampleRow {
                looked_at: u32::try_from(looked_at).unwrap_or(u32::MAX),
                estimate: estimated(&sample, &items),
                sample,
            })
        };
        let samples = read.audit_samples().list(request.audit)?;
        Ok(AuditSampleRows {
            samples: samples.into_iter().map(row).collect::<Result<_, Error>>()?,
        })
    })
}

fn estimated(
    sample: &AuditSample,
    items: &[SampleItem],
) -> Option<assay_domain::audit_sample::SampleEstimate> {
    let results: Vec<Option<SampleResult>> = items.iter().map(|item| item.result).collect();
    estimate(
        &results,
        sample.population_size.map(u64::from),
        &sample.plan,
    )
}

/// Answers with a sample and its items.
pub(crate) fn audit_sample_get(
    session: &mut Session,
    request: AuditSampleGet,
) -> Result<AuditSampleDetail, Error> {
    session.opened()?.store.read(|read| {
        let sample = read.audit_samples().get(request.id)?;
        let items = read.audit_samples().items(request.id)?;
        let audit = read.audits().get(sample.audit)?;
        Ok(AuditSampleDetail {
            estimate: estimated(&sample, &items),
            repeated: 0,
            system: audit.system,
            system_name: read.systems().get(audit.system)?.facts.name,
            running: audit.state != AuditState::Closed,
            sample,
            items,
        })
    })
}

/// Writes what came of items, all or none.
pub(crate) fn audit_sample_record(
    session: &mut Session,
    request: AuditSampleRecord,
) -> Result<AuditSampleDetail, Error> {
    let id = request.id;
    for result in &request.results {
        if result.note.chars().count() > LONG_TEXT {
            return Err(Error::new("text-too-long").with("length", LONG_TEXT));
        }
        if result.result == Some(SampleResult::Deviates) && result.note.trim().is_empty() {
            return Err(Error::new("sample-note").with("item", result.place + 1));
        }
    }
    let mut writer = session.writer(AUDITORS)?;
    let act = writer.act.clone();
    let subject = Subject::new("audit_sample", id);
    writer.mutate("audit_sample.record", subject, &request.results, |tx| {
        let audit = tx.audits().get(tx.audit_samples().get(id)?.audit)?;
        if audit.state == AuditState::Closed {
            return Err(Error::new("sample-audit-closed"));
        }
        for result in &request.results {
            let item = SampleItem {
                place: result.place,
                item: String::new(),
                result: result.result,
                note: result.note.trim().to_owned(),
                given: result.result.map(|_| act.clone()),
                revision: result.revision,
            };
            tx.audit_samples_mut().record(id, &item)?;
        }
        Ok(())
    })?;
    audit_sample_get(session, AuditSampleGet { id })
}

impl From<SampleRefusal> for Error {
    fn from(refusal: SampleRefusal) -> Self {
        match refusal {
            SampleRefusal::Empty => Self::new("sample-empty"),
            SampleRefusal::TooMany => Self::new("sample-too-many").with("most", LARGEST_POPULATION),
            SampleRefusal::Tolerable => Self::new("sample-tolerable"),
            SampleRefusal::Expected => Self::new("sample-expected"),
            SampleRefusal::TooLarge(size) => Self::new("sample-large")
                .with("size", size)
                .with("most", LARGEST_SAMPLE),
        }
    }
}
