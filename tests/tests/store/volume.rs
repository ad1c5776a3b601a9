//! Volumes: kept whole, replaced by others, never edited, never counted twice.

use assay_domain::id::{SystemId, VolumeId};
use assay_domain::time::{Date, Period};
use assay_domain::volume::{Exposure, ExposureUnit, Totals, Volume, VolumeFacts};
use assay_store::{Error, Store, Tx};
use assay_tests::store::{Place, act, add_assessment, entry, raw_connection, uuid};
use serde_json::json;

fn change<T>(
    store: &mut Store,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    store.mutate(entry(7, "test", json!({})), change)
}

fn day(day: u32) -> Date {
    Date::from_ymd_opt(2026, 10, day).unwrap()
}

fn volume(number: u64, supersedes: Option<VolumeId>) -> Volume {
    Volume {
        id: VolumeId::new(uuid(7000 + number)),
        facts: VolumeFacts {
            system: SystemId::new(uuid(1001)),
            decision_point: "初审".to_owned(),
            model_version: "3.2.0".to_owned(),
            period: Period {
                from: day(1),
                to: day(31),
            },
            totals: Totals {
                issued: Some(100),
                accepted: Some(90 - number),
                modified: None,
                overridden: Some(0),
                automatic: None,
                not_reviewed: Some(3),
            },
            exposure: Some(Exposure {
                unit: ExposureUnit::Kilometres,
                amount: "12345.678901".parse().unwrap(),
            }),
        },
        supersedes,
        recorded: act(9),
    }
}

#[test]
fn a_volume_comes_back_whole_and_is_replaced_by_another() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let first = volume(1, None);
    let second = volume(2, Some(first.id));
    change(&mut store, |tx| tx.volumes_mut().add(&first)).unwrap();
    let listed = |store: &Store| {
        let system = Some(first.facts.system);
        store
            .read(|read| read.volumes().list(system, Some(day(31)), Some(day(31))))
            .unwrap()
    };
    assert_eq!(listed(&store), std::slice::from_ref(&first));
    change(&mut store, |tx| tx.volumes_mut().add(&second)).unwrap();
    assert_eq!(listed(&store), [second]);
    let twice = change(&mut store, |tx| {
        tx.volumes_mut().add(&volume(3, Some(first.id)))
    });
    assert!(matches!(twice, Err(Error::Taken { .. })), "{twice:?}");
    let found = store.read(|read| read.volumes().get(first.id)).unwrap();
    assert_eq!(found, first);
    let none = store.read(|read| read.volumes().list(None, None, Some(Date::MIN)));
    assert_eq!(none.unwrap(), []);
}

#[test]
fn a_volume_that_would_count_twice_is_found() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let mut first = volume(1, None);
    first.facts.exposure = None;
    change(&mut store, |tx| tx.volumes_mut().add(&first)).unwrap();
    let found = |facts: &VolumeFacts, but: Option<VolumeId>| {
        let found = store.read(|read| read.volumes().overlapping(facts, but));
        found.unwrap().map(|volume| volume.id)
    };
    let mut other = volume(2, None).facts;
    other.period = Period {
        from: day(31),
        to: day(31),
    };
    assert_eq!(found(&other, None), Some(first.id));
    assert_eq!(found(&other, Some(first.id)), None);
    other.totals = Totals::default();
    assert_eq!(found(&other, None), None, "exposure counts nothing twice");
    let mut elsewhere = volume(2, None).facts;
    elsewhere.decision_point = String::new();
    assert_eq!(found(&elsewhere, None), None);
}

#[test]
fn a_volume_is_never_edited_nor_deleted() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    change(&mut store, |tx| tx.volumes_mut().add(&volume(1, None))).unwrap();
    store.close().unwrap();
    let connection = raw_connection(&place.path());
    for statement in ["DELETE FROM volume", "UPDATE volume SET issued = 7"] {
        let error = connection.execute(statement, []).unwrap_err().to_string();
        assert_eq!(error, "final: volume");
    }
}
