//! Persons: who may open the workspace, with which roles.

use crate::contract::{
    Nothing, PassphraseChange, Person, PersonAdd, PersonChange, PersonList, Role,
};
use crate::environment::Environment;
use crate::error::Error;
use crate::session::Session;
use assay_domain::history::Subject;
use assay_domain::id::PersonId;
use assay_domain::time::Timestamp;
use assay_seal::key_source::local::{LocalKey, Subject as KeySubject, Validity};
use assay_store::{NameKey, NewPerson, Passphrase, PersonSecrets, Tx};
use std::collections::BTreeSet;

/// The shortest passphrase, in characters.
const SHORTEST: usize = 8;
/// How long a signing key made here is valid, in days.
const KEY_DAYS: i64 = 3653;

/// Answers with everybody, in the order in which they were added.
pub(crate) fn person_list(session: &mut Session, _: Nothing) -> Result<PersonList, Error> {
    session.opened()?.store.read(|read| {
        Ok(PersonList {
            persons: read.persons().list()?,
        })
    })
}

/// Adds a person with a key slot and a signing key of their own.
pub(crate) fn person_add(session: &mut Session, request: PersonAdd) -> Result<Person, Error> {
    let passphrase = passphrase(request.passphrase)?;
    let organisation = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.workspace().get()?.settings.organisation))?;
    let person = Person {
        id: PersonId::new(session.new_id()),
        name: named(&request.name)?,
        title: request.title.trim().to_owned(),
        roles: some_roles(request.roles)?,
        added_at: session.environment.now(),
    };
    let key = signing_key(&*session.environment, &person, &organisation)?;
    let (cost, mut random) = (session.environment.kdf_cost(), session.environment.random());
    let writer = session.writer(&[Role::Administrator])?;
    let secrets = PersonSecrets::new(key.pkcs8_der(), &mut random);
    let new = NewPerson {
        person: &person,
        passphrase: &passphrase,
        secrets: &secrets,
        certificate: Some(key.certificate_der()),
        cost,
    };
    writer.open.store.add_person(&writer.act, &new)?;
    Ok(person)
}

/// Changes what is said about a person. The last administrator can't stop being one.
pub(crate) fn person_change(session: &mut Session, request: PersonChange) -> Result<Person, Error> {
    let mut writer = session.writer(&[Role::Administrator])?;
    let key = writer.open.store.name_key()?;
    let (name, roles) = (named(&request.name)?, some_roles(request.roles)?);
    let changed = writer.mutate(
        "person.change",
        Subject::new("person", request.id),
        &roles,
        |tx| {
            let mut person = tx.persons().get(request.id)?;
            person.name = name;
            person.title = request.title.trim().to_owned();
            person.roles.clone_from(&roles);
            tx.persons_mut().save(&person)?;
            if !tx
                .persons()
                .list()?
                .iter()
                .any(|person| person.has(Role::Administrator))
            {
                return Err(Error::new("administrator-last"));
            }
            share(tx, key.as_ref())?;
            tx.note_erasable("name", &person.name)?;
            tx.note_erasable("title", &person.title)?;
            Ok(person)
        },
    )?;
    if changed.id == writer.open.person.id {
        writer.open.person = changed.clone();
    }
    Ok(changed)
}

/// Sees to it that those who may read names of reviewers now can, and nobody else; somebody always can.
pub(crate) fn share(tx: &mut Tx<'_>, key: Option<&NameKey>) -> Result<(), Error> {
    tx.share_names(key)?;
    let names = tx.reviewer_names();
    if names.are_kept()? && names.holders()?.is_empty() {
        return Err(Error::new("names-reader-last"));
    }
    Ok(())
}

/// Changes the passphrase of the person who is here.
pub(crate) fn person_passphrase_change(
    session: &mut Session,
    request: PassphraseChange,
) -> Result<Nothing, Error> {
    let (old, new) = (Passphrase::new(request.current), passphrase(request.new)?);
    let cost = session.environment.kdf_cost();
    let writer = session.writer(&Role::ALL)?;
    writer
        .open
        .store
        .change_passphrase(&writer.act, &old, &new, cost)?;
    Ok(Nothing {})
}

/// Takes a passphrase that is long enough.
pub(crate) fn passphrase(text: String) -> Result<Passphrase, Error> {
    if text.chars().count() < SHORTEST {
        return Err(Error::new("passphrase-short").with("length", SHORTEST));
    }
    Ok(Passphrase::new(text))
}

/// Takes a name that is not blank.
pub(crate) fn named(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        Err(Error::new("name-empty"))
    } else {
        Ok(name.to_owned())
    }
}

fn some_roles(roles: BTreeSet<Role>) -> Result<BTreeSet<Role>, Error> {
    if roles.is_empty() {
        Err(Error::new("roles-empty"))
    } else {
        Ok(roles)
    }
}

/// Makes a person's signing key with a certificate that names them.
pub(crate) fn signing_key(
    environment: &dyn Environment,
    person: &Person,
    organisation: &str,
) -> Result<LocalKey, Error> {
    let subject = KeySubject {
        name: person.name.clone(),
        organisation: organisation.to_owned(),
        role: person.title.clone(),
    };
    let from = seconds(environment.now());
    let validity = Validity {
        not_before: from,
        not_after: from + KEY_DAYS * 86_400,
    };
    let mut random = environment.random();
    Ok(LocalKey::generate(&subject, validity, |bytes| {
        random(bytes)
    })?)
}

/// Returns whole seconds since 1970 UTC.
pub(crate) fn seconds(at: Timestamp) -> i64 {
    at.micros().div_euclid(1_000_000)
}
