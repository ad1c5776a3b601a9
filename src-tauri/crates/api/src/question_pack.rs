//! Question packs of the organisation: read from a file, kept, withdrawn.

use crate::audit::AUDITORS;
use crate::contract::{
    Nothing, QuestionPack, QuestionPackFile, QuestionPackRead, QuestionPackRows,
    QuestionPackWithdraw,
};
use crate::error::Error;
use crate::outside::{read_table_file, size_of};
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::question_pack::{Draft, PackProblem, check, read_toml};
use assay_exchange::question_pack;
use assay_exchange::table;

/// Problems that are listed.
const PROBLEMS: usize = 200;
/// The longest TOML file that is read, in bytes: 500 long questions stay well below it.
const LONGEST: u64 = 16 << 20;

/// Answers with every pack.
pub(crate) fn question_pack_list(
    session: &mut Session,
    _: Nothing,
) -> Result<QuestionPackRows, Error> {
    session.opened()?.store.read(|read| {
        Ok(QuestionPackRows {
            packs: read.question_packs().list()?,
        })
    })
}

/// Answers with what a file comes to as a pack.
pub(crate) fn question_pack_read(
    session: &mut Session,
    request: QuestionPackRead,
) -> Result<QuestionPackFile, Error> {
    let names_itself = is_toml(&request.path);
    let (draft, checked) = match draft(&request)? {
        Ok(draft) => {
            let checked = check(&draft).map(|(_, _, questions)| questions);
            (draft, checked)
        }
        Err(problems) => (Draft::default(), Err(problems)),
    };
    let packs = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.question_packs().list()?))?;
    let (questions, mut problems) = match checked {
        Ok(questions) => (questions, Vec::new()),
        Err(problems) => (Vec::new(), problems),
    };
    problems.truncate(PROBLEMS);
    Ok(QuestionPackFile {
        replaces: packs.iter().any(|pack| pack.id == draft.id),
        id: draft.id,
        name: draft.name,
        names_itself,
        questions,
        problems,
    })
}

/// Keeps the pack that a file holds, all of it or nothing.
pub(crate) fn question_pack_save(
    session: &mut Session,
    request: QuestionPackRead,
) -> Result<QuestionPack, Error> {
    let draft = draft(&request)?.map_err(|problems| Error::pack(&problems))?;
    let (id, name, questions) = check(&draft).map_err(|problems| Error::pack(&problems))?;
    let mut writer = session.writer(AUDITORS)?;
    let pack = QuestionPack {
        id,
        name,
        questions,
        withdrawn: false,
        saved: writer.act.clone(),
    };
    let subject = Subject::new("question_pack", &pack.id);
    writer.mutate("question-pack.save", subject, &pack.clone(), |tx| {
        tx.question_packs_mut().put(&pack)?;
        Ok(pack)
    })
}

/// Withdraws a pack, or offers it again.
pub(crate) fn question_pack_withdraw(
    session: &mut Session,
    request: QuestionPackWithdraw,
) -> Result<QuestionPack, Error> {
    let mut writer = session.writer(AUDITORS)?;
    let act = writer.act.clone();
    let subject = Subject::new("question_pack", &request.id);
    writer.mutate("question-pack.withdraw", subject, &request.clone(), |tx| {
        let mut pack = tx.question_packs().get(&request.id)?;
        pack.withdrawn = request.withdrawn;
        pack.saved = act;
        tx.question_packs_mut().put(&pack)?;
        Ok(pack)
    })
}

fn is_toml(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".toml")
}

/// Reads a draft from a file: TOML by its name, a table otherwise.
fn draft(request: &QuestionPackRead) -> Result<Result<Draft, Vec<PackProblem>>, Error> {
    let path = &request.path;
    let size = size_of(path)?;
    if size > LONGEST {
        return Err(table::Error::TooLong {
            size,
            most: LONGEST,
        }
        .into());
    }
    let bytes = read_table_file(path)?;
    if is_toml(path) {
        let text = String::from_utf8(bytes).map_err(|_| Error::new("pack-unreadable"))?;
        return Ok(read_toml(&text).map_err(|problem| vec![problem]));
    }
    let table = table::read(&bytes)?;
    Ok(question_pack::read(&table).map(|questions| Draft {
        id: request.id.trim().to_owned(),
        name: request.name.clone(),
        questions,
    }))
}
