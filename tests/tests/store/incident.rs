//! Incidents, their reports and the duties that an organisation changed come back as they were saved,
//! in versions that nothing rewrites.

use assay_domain::duty::{Duty, DutyOrigin};
use assay_domain::id::{IncidentId, IncidentReportId, SystemId};
use assay_domain::incident::{
    IncidentFacts, IncidentKind, IncidentReport, IncidentReportFacts, IncidentReportKind,
    IncidentSeverity, IncidentState, IncidentVersion,
};
use assay_store::{Error, Store, Tx};
use assay_tests::framework::bundled;
use assay_tests::store::{Place, act, add_assessment, entry, moment, uuid};
use serde_json::json;

fn change<T>(
    store: &mut Store,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    store.mutate(entry(7, "test", json!({})), change)
}

fn facts() -> IncidentFacts {
    IncidentFacts {
        system: SystemId::new(uuid(1001)),
        kind: IncidentKind::NearMiss,
        severity: Some(IncidentSeverity::ExtremelySerious),
        title: "A wrong answer was caught 险情".to_owned(),
        decision_point: "Triage".to_owned(),
        occurred_at: moment(10),
        noticed_at: moment(11),
        decided_at: Some(moment(12)),
        manual_at: None,
        restored_at: Some(moment(14)),
        effect: "none".to_owned(),
        people: Some(0),
        cases: None,
        harm: Some(0),
        response: "switched to manual work".to_owned(),
        cause: String::new(),
        lessons: String::new(),
        evidence: Vec::new(),
    }
}

fn report(number: u64, duty: Option<Duty>, supersedes: Option<IncidentReportId>) -> IncidentReport {
    IncidentReport {
        id: IncidentReportId::new(uuid(number)),
        incident: IncidentId::new(uuid(7201)),
        duty,
        facts: IncidentReportFacts {
            kind: IncidentReportKind::Made,
            recipient: "the regulator".to_owned(),
            reported_at: Some(moment(20)),
            reporter: "duty officer".to_owned(),
            receipt: String::new(),
            note: "by telephone".to_owned(),
        },
        supersedes,
        recorded: act(33),
    }
}

#[test]
fn an_incident_is_kept_in_versions_and_a_stale_one_is_refused() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let id = IncidentId::new(uuid(7201));
    let added = change(&mut store, |tx| {
        tx.incidents_mut().add(id, &facts(), &act(15))
    })
    .unwrap();
    assert_eq!(
        (added.facts.clone(), added.state, added.revision),
        (facts(), IncidentState::Open, 1)
    );
    let mut version = IncidentVersion {
        revision: 1,
        facts: facts(),
        state: IncidentState::Handled,
        reason: "why".to_owned(),
        changed: act(16),
    };
    version.facts.cause = "an update".to_owned();
    let saved = change(&mut store, |tx| tx.incidents_mut().change(id, &version)).unwrap();
    assert_eq!((saved.revision, saved.changed), (2, act(16)));
    let stale = change(&mut store, |tx| tx.incidents_mut().change(id, &version));
    assert!(
        matches!(stale, Err(Error::Stale { current: 2 })),
        "{stale:?}"
    );
    let (versions, list) = store
        .read(|read| {
            let list = read.incidents().of_system(facts().system)?;
            assert_eq!(list, read.incidents().list()?);
            Ok::<_, Error>((read.incidents().versions(id)?, list))
        })
        .unwrap();
    assert_eq!((list.len(), versions.len()), (1, 2));
    assert_eq!(versions[0].facts, facts());
    assert_eq!(
        (versions[1].revision, versions[1].reason.as_str()),
        (2, "why")
    );
}

#[test]
fn a_report_is_superseded_once_and_keeps_its_duty() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let duty = bundled().duties()[0].clone();
    let first = report(7301, Some(duty), None);
    let second = report(7302, None, Some(first.id));
    change(&mut store, |tx| {
        tx.incidents_mut().add(first.incident, &facts(), &act(15))?;
        tx.incident_reports_mut().add(&first)?;
        tx.incident_reports_mut().add(&second)
    })
    .unwrap();
    let again = report(7303, None, Some(first.id));
    let again = change(&mut store, |tx| tx.incident_reports_mut().add(&again));
    assert!(matches!(again, Err(Error::Taken { .. })), "{again:?}");
    let read = store
        .read(|read| {
            let of = read.incident_reports().of(first.incident)?;
            assert_eq!(of, read.incident_reports().list()?);
            Ok::<_, Error>(of)
        })
        .unwrap();
    assert_eq!(read, [first, second]);
}

#[test]
fn a_duty_is_kept_in_versions() {
    let place = Place::new();
    let mut store = place.create();
    let bundled = bundled().duties()[0].clone();
    let mut facts = bundled.facts.clone();
    facts.active = false;
    let mut put = |facts: &_, revision| {
        change(&mut store, |tx| {
            let by = act(9);
            tx.duties_mut()
                .put(&bundled.id, facts, DutyOrigin::Changed, revision, &by)
        })
    };
    let first = put(&facts, 0).unwrap();
    assert_eq!((first.revision, first.facts.active), (1, false));
    assert!(matches!(put(&facts, 0), Err(Error::Stale { current: 1 })));
    let second = put(&bundled.facts, 1).unwrap();
    let versions = store
        .read(|read| {
            assert_eq!(read.duties().list()?, std::slice::from_ref(&second));
            read.duties().versions(&bundled.id)
        })
        .unwrap();
    assert_eq!(versions, [first, second]);
}
