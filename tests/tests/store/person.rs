//! Each person unlocks with a passphrase of their own, and has what is theirs alone.

use assay_domain::id::PersonId;
use assay_domain::person::{Person, Role};
use assay_store::{Error, KdfCost, NewPerson, Passphrase, PersonSecrets, Store};
use assay_tests::store::{PASSPHRASE, Place, act, administrator, moment, random, uuid};
use zeroize::Zeroizing;

const OTHER: &str = "another sentence 另一句";

fn reviewer() -> Person {
    Person {
        id: PersonId::new(uuid(2)),
        name: "Reviewer 复核人".to_owned(),
        title: "Second section".to_owned(),
        roles: [Role::Reviewer].into(),
        added_at: moment(10),
    }
}

fn add_reviewer(store: &mut Store, passphrase: &str) -> Result<PersonSecrets, Error> {
    let secrets = PersonSecrets::new(Zeroizing::new(b"the reviewer's".to_vec()), &mut random());
    let new = NewPerson {
        person: &reviewer(),
        passphrase: &Passphrase::from(passphrase),
        secrets: &secrets,
        certificate: Some(b"a certificate"),
        cost: KdfCost::FLOOR,
    };
    store.add_person(&act(10), &new)?;
    Ok(secrets)
}

fn open_as(place: &Place, passphrase: &str) -> Result<Store, Error> {
    Store::open(&place.path(), &Passphrase::from(passphrase), None, random())
}

#[test]
fn a_second_person_opens_with_their_own_passphrase_and_gets_their_own_secrets() {
    let place = Place::new();
    let mut store = place.create();
    let first = store.secrets().own_key.clone();
    let secrets = add_reviewer(&mut store, OTHER).unwrap();
    assert_eq!(store.key_holders(), [administrator().id, reviewer().id]);
    store.close().unwrap();

    let store = open_as(&place, OTHER).unwrap();
    assert_eq!(store.opened_by(), reviewer().id);
    assert_eq!(store.secrets().own_key, secrets.own_key);
    assert_eq!(store.secrets().signing_key.as_slice(), b"the reviewer's");
    let (persons, certificates) = store
        .read(|read| {
            let of = |person: Person| read.persons().certificate(person.id);
            let certificates = (of(administrator())?, of(reviewer())?);
            Ok::<_, Error>((read.persons().list()?, certificates))
        })
        .unwrap();
    assert_eq!(persons, [administrator(), reviewer()]);
    assert_eq!(certificates, (None, Some(b"a certificate".to_vec())));
    assert!(store.check().unwrap().is_clean());
    store.close().unwrap();

    let store = open_as(&place, PASSPHRASE).unwrap();
    assert_eq!(store.opened_by(), administrator().id);
    assert_eq!(store.secrets().own_key, first);
}

#[test]
fn a_passphrase_says_who_opened_so_no_two_persons_share_one() {
    let place = Place::new();
    let mut store = place.create();
    let head = store.head().unwrap();
    let refused = add_reviewer(&mut store, PASSPHRASE);
    assert!(matches!(refused, Err(Error::PassphraseTaken)));
    assert_eq!(store.head().unwrap(), head);
    assert_eq!(store.key_holders(), [administrator().id]);
}

#[test]
fn a_person_that_cannot_be_written_gets_no_slot() {
    let place = Place::new();
    let mut store = place.create();
    add_reviewer(&mut store, OTHER).unwrap();
    let refused = add_reviewer(&mut store, "a third sentence");
    assert!(matches!(refused, Err(Error::Taken { .. })), "{refused:?}");
    assert_eq!(store.key_holders(), [administrator().id, reviewer().id]);
    store.close().unwrap();
    assert!(matches!(
        open_as(&place, "a third sentence"),
        Err(Error::WrongPassphrase)
    ));
    open_as(&place, OTHER).unwrap();
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let place = Place::new();
    let mut store = place.create();
    add_reviewer(&mut store, OTHER).unwrap();
    let own_key = store.secrets().own_key.clone();
    let mut change = |old: &str, new: &str| {
        let (old, new) = (Passphrase::from(old), Passphrase::from(new));
        store.change_passphrase(&act(20), &old, &new, KdfCost::FLOOR)
    };
    let foreign = change(OTHER, "fresh 新的");
    assert!(matches!(foreign, Err(Error::WrongPassphrase)));
    let taken = change(PASSPHRASE, OTHER);
    assert!(matches!(taken, Err(Error::PassphraseTaken)));
    change(PASSPHRASE, "fresh 新的").unwrap();
    store.close().unwrap();

    assert!(matches!(
        open_as(&place, PASSPHRASE),
        Err(Error::WrongPassphrase)
    ));
    let store = open_as(&place, "fresh 新的").unwrap();
    assert_eq!(store.opened_by(), administrator().id);
    assert_eq!(store.secrets().own_key, own_key);
    assert!(store.check().unwrap().is_clean());
}

#[test]
fn a_key_is_handed_out_again_to_its_own_person_only() {
    let place = Place::new();
    let mut store = place.create();
    add_reviewer(&mut store, OTHER).unwrap();
    let confirmed = store.confirm(&Passphrase::from(PASSPHRASE)).unwrap();
    assert_eq!(confirmed.signing_key, store.secrets().signing_key);
    for wrong in [OTHER, ""] {
        let refused = store.confirm(&Passphrase::from(wrong));
        assert!(matches!(refused, Err(Error::WrongPassphrase)));
    }
}

#[test]
fn a_guess_costs_no_less_than_the_floor() {
    let place = Place::new();
    let mut store = place.create();
    let cheap = KdfCost {
        memory_kib: 63 * 1024,
        ..KdfCost::FLOOR
    };
    let (old, new) = (Passphrase::from(PASSPHRASE), Passphrase::from("fresh"));
    let refused = store.change_passphrase(&act(20), &old, &new, cheap);
    assert!(matches!(refused, Err(Error::KdfCost)));
}

#[test]
fn where_a_person_left_off_is_remembered_without_an_entry() {
    let place = Place::new();
    let mut store = place.create();
    let head = store.head().unwrap();
    store.remember("/assessment/1/b-03").unwrap();
    store.remember("/assessment/1/b-04").unwrap();
    drop(store);
    let store = place.open().unwrap();
    let route = store
        .read(|read| read.resume().get(administrator().id))
        .unwrap();
    assert_eq!(route.as_deref(), Some("/assessment/1/b-04"));
    assert_eq!(store.head().unwrap(), head);
}
