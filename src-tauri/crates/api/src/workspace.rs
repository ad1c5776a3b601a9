//! The program's own state, and the workspace as a file: creating, opening, locking, checking.

use crate::contract::{
    AppStatus, CheckItem, CheckProblem, Nothing, OpenWorkspace, Person, Preferences,
    RecentWorkspace, ResumeSave, Role, Workspace, WorkspaceCheck, WorkspaceCreate,
    WorkspaceCreateSample, WorkspaceOpen, WorkspaceSettings,
};
use crate::error::{Error, file};
use crate::integrity;
use crate::locked_drill::taken_in;
use crate::outside::replace;
use crate::person::{named, passphrase, signing_key};
use crate::reminder::Reminded;
use crate::sample;
use crate::session::{Open, Session};
use assay_domain::history::Subject;
use assay_domain::id::{PersonId, WorkspaceId};
use assay_domain::person::Act;
use assay_store::{NewWorkspace, Passphrase, PersonSecrets, Problem, Store};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many workspaces are remembered.
const MOST_RECENT: usize = 12;
/// Name of the file with the program's own small state.
const STATE_FILE: &str = "state.json";

/// What is kept on this computer outside any workspace.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Kept {
    preferences: Preferences,
    recent: Vec<RecentWorkspace>,
    pub(crate) reminded: Reminded,
    /// Certificates that are trusted when verifying, in Base64.
    pub(crate) anchors: Vec<String>,
}

impl Session {
    fn kept_path(&self) -> Option<PathBuf> {
        self.environment
            .state()
            .map(|folder| folder.join(STATE_FILE))
    }

    /// Reads the small state; one that can't be read is as good as none and is put aside, since whom
    /// somebody trusts stands in it.
    pub(crate) fn kept(&self) -> Kept {
        let Some(path) = self.kept_path() else {
            return Kept::default();
        };
        let Ok(text) = std::fs::read(&path) else {
            return Kept::default();
        };
        serde_json::from_slice(&text).unwrap_or_else(|_| {
            let _ = std::fs::rename(&path, path.with_extension("damaged"));
            Kept::default()
        })
    }

    /// Writes the small state.
    ///
    /// # Errors
    /// A computer on which it can't be kept; all but trust works there all the same.
    pub(crate) fn keep(&self, kept: &Kept) -> Result<(), Error> {
        let path = self.kept_path().unwrap_or_default();
        let written = path
            .parent()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
            .and_then(std::fs::create_dir_all)
            .and_then(|()| replace(&path, &serde_json::to_vec_pretty(kept)?));
        written.map_err(|error| file(&path.to_string_lossy(), error))
    }

    pub(crate) fn read_preferences(&mut self) {
        self.preferences = self.kept().preferences;
    }

    fn remember(&self, path: &str, sample: bool) {
        let mut kept = self.kept();
        kept.recent.retain(|recent| recent.path != path);
        let opened_at = self.environment.now();
        kept.recent.insert(
            0,
            RecentWorkspace {
                path: path.to_owned(),
                opened_at,
                present: true,
                sample,
            },
        );
        kept.recent.truncate(MOST_RECENT);
        let _ = self.keep(&kept);
    }

    /// Takes a store that was just opened or made, and says what the window needs of it.
    pub(crate) fn enter(&mut self, store: Store) -> Result<OpenWorkspace, Error> {
        let (workspace, person, resume) = store.read(|read| {
            let person = read.persons().get(store.opened_by())?;
            let resume = read.resume().get(person.id)?;
            Ok::<_, Error>((read.workspace().get()?, person, resume))
        })?;
        let path = store.path().to_string_lossy().into_owned();
        self.remember(&path, workspace.sample);
        // Whatever was recorded without a passphrase is the workspace's from here on.
        self.recording = None;
        let act = Act {
            by: person.id,
            at: self.environment.now(),
        };
        let mut open = Open {
            store,
            person: person.clone(),
        };
        let taken_in = taken_in(&mut open, &self.framework, act);
        self.open = Some(open);
        Ok(OpenWorkspace {
            path,
            workspace,
            person,
            resume,
            taken_in,
        })
    }

    /// Closes the workspace that is open, if there is one.
    pub(crate) fn leave(&mut self) -> Result<(), Error> {
        // An import that is not over leaves nothing behind; what it staged goes with the next one.
        self.import = None;
        self.thinning = None;
        self.looked_at = None;
        match self.open.take() {
            Some(open) => Ok(open.store.close()?),
            None => Ok(()),
        }
    }
}

/// Answers with what the first screen needs.
pub(crate) fn app_status(session: &mut Session, _: Nothing) -> Result<AppStatus, Error> {
    let mut kept = session.kept();
    for recent in &mut kept.recent {
        recent.present = Path::new(&recent.path).is_file();
    }
    let open = match &session.open {
        None => None,
        Some(open) => Some(open.store.read(|read| {
            Ok::<_, Error>(OpenWorkspace {
                path: open.store.path().to_string_lossy().into_owned(),
                workspace: read.workspace().get()?,
                resume: read.resume().get(open.person.id)?,
                person: open.person.clone(),
                taken_in: None,
            })
        })?),
    };
    Ok(AppStatus {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        locale: session
            .preferences
            .locale
            .unwrap_or_else(|| session.environment.locale()),
        preferences: session.preferences.clone(),
        recent: kept.recent,
        folder: session
            .environment
            .documents()
            .to_string_lossy()
            .into_owned(),
        open,
    })
}

/// Keeps language and colours on this computer.
pub(crate) fn app_preferences_save(
    session: &mut Session,
    request: Preferences,
) -> Result<Nothing, Error> {
    let mut kept = session.kept();
    kept.preferences = request.clone();
    let _ = session.keep(&kept);
    session.preferences = request;
    Ok(Nothing {})
}

/// Makes a workspace whose first person holds every role but inspector, and opens it.
pub(crate) fn workspace_create(
    session: &mut Session,
    request: WorkspaceCreate,
) -> Result<OpenWorkspace, Error> {
    let settings = checked(request.settings)?;
    let passphrase = passphrase(request.passphrase)?;
    let person = Person {
        id: PersonId::new(session.new_id()),
        name: named(&request.person_name)?,
        title: request.person_title.trim().to_owned(),
        roles: Role::ALL
            .into_iter()
            .filter(|role| *role != Role::Inspector)
            .collect(),
        added_at: session.environment.now(),
    };
    let workspace = Workspace {
        id: WorkspaceId::new(session.new_id()),
        settings,
        logo: None,
        sample: false,
    };
    make(session, &request.path, &workspace, &person, &passphrase)
}

/// Makes a workspace file and opens it as its first person.
pub(crate) fn make(
    session: &mut Session,
    path: &str,
    workspace: &Workspace,
    person: &Person,
    passphrase: &Passphrase,
) -> Result<OpenWorkspace, Error> {
    session.leave()?;
    let key = signing_key(
        &*session.environment,
        person,
        &workspace.settings.organisation,
    )?;
    let mut random = session.environment.random();
    let new = NewWorkspace {
        workspace,
        person,
        passphrase,
        secrets: PersonSecrets::new(key.pkcs8_der(), &mut random),
        certificate: Some(key.certificate_der()),
        cost: session.environment.kdf_cost(),
    };
    let store = Store::create(Path::new(path), &new, random)?;
    session.enter(store)
}

/// Makes the teaching sample and opens it.
pub(crate) fn workspace_create_sample(
    session: &mut Session,
    request: WorkspaceCreateSample,
) -> Result<OpenWorkspace, Error> {
    let path = match request.path {
        Some(path) => path,
        None => free_path(session)?,
    };
    sample::install(session, &path, request.locale)
}

/// Finds a free name for the sample in the proposed folder.
fn free_path(session: &Session) -> Result<String, Error> {
    let folder = session.environment.documents();
    std::fs::create_dir_all(&folder).map_err(|error| file(&folder.to_string_lossy(), error))?;
    let names = (1..1000).map(|number| match number {
        1 => "assay-sample.assay".to_owned(),
        _ => format!("assay-sample-{number}.assay"),
    });
    let free = names
        .map(|name| folder.join(name))
        .find(|path| !path.exists());
    free.map(|path| path.to_string_lossy().into_owned())
        .ok_or_else(|| Error::new("file-exists"))
}

/// Opens a workspace; the passphrase says who opens it.
pub(crate) fn workspace_open(
    session: &mut Session,
    request: WorkspaceOpen,
) -> Result<OpenWorkspace, Error> {
    let path = PathBuf::from(&request.path);
    if session
        .open
        .as_ref()
        .is_some_and(|open| open.store.path() == path)
    {
        session.leave()?;
    }
    let passphrase = Passphrase::new(request.passphrase);
    let store = Store::open(&path, &passphrase, None, session.environment.random())?;
    session.leave()?;
    session.enter(store)
}

/// Closes the workspace.
pub(crate) fn workspace_lock(session: &mut Session, _: Nothing) -> Result<Nothing, Error> {
    session.leave()?;
    Ok(Nothing {})
}

/// Changes organisation, time zone and marking.
pub(crate) fn workspace_settings_save(
    session: &mut Session,
    request: WorkspaceSettings,
) -> Result<Workspace, Error> {
    let settings = checked(request)?;
    let mut writer = session.writer(&[Role::Administrator])?;
    let id = writer
        .open
        .store
        .read(|read| Ok::<_, Error>(read.workspace().get()?.id))?;
    writer.mutate(
        "workspace.settings",
        Subject::new("workspace", id),
        &settings,
        |tx| {
            tx.workspace_mut().set(&settings)?;
            Ok(tx.workspace().get()?)
        },
    )
}

fn checked(mut settings: WorkspaceSettings) -> Result<WorkspaceSettings, Error> {
    settings.organisation = settings.organisation.trim().to_owned();
    if settings.organisation.is_empty() {
        return Err(Error::new("organisation-empty"));
    }
    if settings.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Error::new("time-zone-unknown").with("zone", &settings.time_zone));
    }
    Ok(settings)
}

/// Checks pages, structure, history, evidence and keys of the open workspace.
pub(crate) fn workspace_check(session: &mut Session, _: Nothing) -> Result<WorkspaceCheck, Error> {
    let framework = Arc::clone(&session.framework);
    let store = &session.opened()?.store;
    let check = store.check()?;
    let mut said: BTreeMap<&str, Vec<CheckProblem>> = BTreeMap::new();
    let mut found: Vec<(&str, String)> = Vec::new();
    for problem in &check.problems {
        match sentence(problem) {
            Some(sentence) => said.entry(place(problem)).or_default().push(sentence),
            None => found.push((place(problem), format!("{problem:?}"))),
        }
    }
    let beside = integrity::beside(store, &framework, &check);
    let beside = beside.unwrap_or_else(|error| {
        found.push(("structure", error.to_string()));
        None
    });
    match beside {
        Some(beside) => {
            said.entry("history").or_default().extend(beside.history);
            said.insert("reports", beside.reports);
            said.insert("records", beside.records);
        }
        None => {
            for code in ["records", "reports"] {
                said.insert(code, vec![CheckProblem::new("skipped", &[])]);
            }
        }
    }
    let codes = [
        "pages",
        "structure",
        "history",
        "records",
        "reports",
        "contents",
        "keys",
        "drills",
    ];
    let items = codes.into_iter().map(|code| {
        let problems = said.remove(code).unwrap_or_default();
        let own: BTreeSet<&str> = found
            .iter()
            .filter(|(place, _)| *place == code)
            .map(|(_, detail)| detail.as_str())
            .collect();
        CheckItem {
            code: code.to_owned(),
            ok: own.is_empty() && problems.is_empty(),
            detail: own.into_iter().collect::<Vec<_>>().join("; "),
            problems,
        }
    });
    let items: Vec<CheckItem> = items.collect();
    Ok(WorkspaceCheck {
        ok: items.iter().all(|item| item.ok),
        items,
        history: check.head.facts(),
    })
}

/// Says a problem in a sentence, where it has one of its own.
fn sentence(problem: &Problem) -> Option<CheckProblem> {
    match problem {
        Problem::Layout(object) => {
            let args = [("kind", object.kind.clone()), ("name", object.name.clone())];
            Some(CheckProblem::new("layout", &args))
        }
        _ => None,
    }
}

fn place(problem: &Problem) -> &'static str {
    match problem {
        Problem::Page(_) => "pages",
        Problem::Structure(_)
        | Problem::Layout(_)
        | Problem::Reference(_)
        | Problem::Unreadable(_) => "structure",
        Problem::History(_) | Problem::Anchor | Problem::Erasable(_) => "history",
        Problem::Content(_) => "contents",
        Problem::Sidecar => "keys",
        Problem::Drills(_) => "drills",
    }
}

/// Remembers the screen that the person is at; it leaves no history entry.
pub(crate) fn resume_save(session: &mut Session, request: ResumeSave) -> Result<Nothing, Error> {
    let open = session
        .open
        .as_mut()
        .ok_or_else(|| Error::new("workspace-closed"))?;
    open.store.remember(&request.route)?;
    Ok(Nothing {})
}
