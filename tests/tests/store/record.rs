//! Each noun comes back as it was saved; stale and final records are refused.

use assay_domain::action::{ActionFacts, ActionState, ActionTarget};
use assay_domain::assessment::{
    AssessmentState, Context, ContextValue, Dissent, ExpectedSigner, NotApplicable, RiskRating,
};
use assay_domain::audit::{Audit, AuditState};
use assay_domain::finding::{
    Finding, FindingFacts, FindingState, FindingStep, Severity, StepTaken,
};
use assay_domain::id::{
    ActionId, AssessmentId, AuditId, DissentId, FindingId, QuestionId, SystemId,
};
use assay_domain::measure::Measure;
use assay_domain::person::Role;
use assay_domain::system::{DataGrade, FilingFacts, KeyArea, Phase, SystemFacts};
use assay_domain::time::{Date, Period};
use assay_store::{Error, Store, Tx};
use assay_tests::store::{
    Place, act, add_assessment, administrator, answer, assessment, entry, moment, uuid, workspace,
};
use serde_json::json;

fn day(month: u32, day: u32) -> Date {
    Date::from_ymd_opt(2026, month, day).unwrap()
}

fn change<T>(
    store: &mut Store,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    store.mutate(entry(7, "test", json!({})), change)
}

#[test]
fn a_new_workspace_opens_again_with_everything_in_it() {
    let place = Place::new();
    let mut store = place.create();
    let own_key = store.secrets().own_key.clone();
    let assessment = add_assessment(&mut store, 1).unwrap();
    let saved = answer("b-03", "a note 备注");
    let revision = change(&mut store, |tx| {
        tx.answers_mut().save(Some(assessment), &saved, 0)
    });
    assert_eq!(revision.unwrap(), 1);
    store.close().unwrap();

    let store = place.open().unwrap();
    assert_eq!(store.opened_by(), administrator().id);
    assert_eq!(store.secrets().own_key, own_key);
    assert_eq!(store.secrets().signing_key.as_slice(), b"a signing key");
    store
        .read(|read| {
            assert_eq!(read.workspace().get()?, workspace());
            assert_eq!(read.persons().list()?, [administrator()]);
            let answers = read.answers().list(Some(assessment))?;
            assert_eq!(answers.len(), 1);
            assert_eq!(answers[0].note, "a note 备注");
            assert_eq!(answers[0].saved, act(2));
            assert_eq!(answers[0].revision, 1);
            let question = QuestionId::from("b-03");
            let one = read.answers().get(Some(assessment), &question)?;
            assert_eq!(one.as_ref(), answers.first());
            assert!(read.answers().list(None)?.is_empty());
            Ok::<_, Error>(())
        })
        .unwrap();
    let check = store.check().unwrap();
    assert!(check.is_clean(), "{check:?}");
    assert_eq!(check.head.sequence, 3);
}

#[test]
fn a_store_can_be_handed_to_another_thread() {
    fn sendable<T: Send>(_: &T) {}
    let place = Place::new();
    sendable(&place.create());
}

fn full_facts() -> SystemFacts {
    SystemFacts {
        reference: "AI-2026-001".to_owned(),
        supplier: "Supplier 供应商".to_owned(),
        model: "Model".to_owned(),
        version: "1.2.3".to_owned(),
        purpose: "Answers questions of the public".to_owned(),
        decision_points: vec!["advice".to_owned(), "分流".to_owned()],
        key_area: KeyArea::PublicSafety,
        unit: "First section".to_owned(),
        data_grades: [DataGrade::Personal, DataGrade::Important].into(),
        affected: "residents".to_owned(),
        scale: "2,000 a day".to_owned(),
        autonomy: "a person decides".to_owned(),
        phase: Phase::AfterChange,
        filing: FilingFacts {
            protection_level: Some(3),
            cryptography_assessed_on: Some(day(2, 28)),
            cross_border: Some(false),
            ..FilingFacts::default()
        },
        ..SystemFacts::named("Service assistant 政务助手 𠮷")
    }
}

#[test]
fn a_system_is_saved_whole_and_a_stale_form_is_refused() {
    let place = Place::new();
    let mut store = place.create();
    let id = SystemId::new(uuid(1));
    let facts = full_facts();
    let added = change(&mut store, |tx| tx.systems_mut().add(id, &facts, moment(1)));
    let added = added.unwrap();
    let read = store.read(|read| read.systems().get(id)).unwrap();
    assert_eq!(read, added);
    assert_eq!((read.facts, read.revision), (facts.clone(), 1));

    let renamed = SystemFacts {
        name: "Renamed".to_owned(),
        ..facts.clone()
    };
    let mut save = |revision| {
        change(&mut store, |tx| {
            tx.systems_mut().save(id, &renamed, revision, moment(2))
        })
    };
    let saved = save(1).unwrap();
    assert_eq!((saved.revision, saved.changed_at), (2, moment(2)));
    assert_eq!((saved.facts, saved.added_at), (renamed.clone(), moment(1)));
    let stale = save(1);
    assert!(
        matches!(stale, Err(Error::Stale { current: 2 })),
        "{stale:?}"
    );
    let missing = change(&mut store, |tx| {
        tx.systems_mut()
            .save(SystemId::new(uuid(9)), &facts, 1, moment(2))
    });
    assert!(matches!(missing, Err(Error::NotFound { noun: "system" })));
}

#[test]
fn an_import_is_all_or_nothing_and_digests_its_rows() {
    let place = Place::new();
    let mut store = place.create();
    let rows = |count: u64| {
        (0..count).map(|number| {
            let facts = SystemFacts {
                reference: format!("R-{}", number % 900),
                ..SystemFacts::named(format!("System {number}"))
            };
            (SystemId::new(uuid(100 + number)), facts)
        })
    };
    let twice = change(&mut store, |tx| {
        tx.systems_mut().import(rows(1000), moment(1))
    });
    assert!(
        matches!(&twice, Err(Error::Taken { field }) if field == "system.reference"),
        "{twice:?}"
    );
    assert_eq!(store.read(|read| read.systems().count()).unwrap(), 0);
    let head = store.head().unwrap();

    let imported = change(&mut store, |tx| {
        let imported = tx.systems_mut().import(rows(900), moment(1))?;
        tx.note("count", imported.count);
        tx.note("sha256", imported.sha256.clone());
        Ok(imported)
    });
    let imported = imported.unwrap();
    assert_eq!((imported.count, imported.sha256.len()), (900, 64));
    let (count, found) = store
        .read(|read| {
            let found = read.systems().by_reference("R-7")?;
            Ok::<_, Error>((read.systems().count()?, found))
        })
        .unwrap();
    assert_eq!((count, found.unwrap().facts.name), (900, "System 7".into()));
    assert_eq!(store.head().unwrap().sequence, head.sequence + 1);
    let last = store.read(|read| read.history().entries(None, 1)).unwrap();
    assert_eq!(last[0].body.payload["sha256"], json!(imported.sha256));
}

#[test]
fn answers_of_the_organisation_and_of_an_assessment_stand_apart() {
    let place = Place::new();
    let mut store = place.create();
    let one = add_assessment(&mut store, 1).unwrap();
    let two = add_assessment(&mut store, 2).unwrap();
    let mut saved = answer("a-01", "");
    for owner in [None, Some(one), Some(two)] {
        saved.note = format!("{owner:?}");
        let revision = change(&mut store, |tx| tx.answers_mut().save(owner, &saved, 0));
        assert_eq!(revision.unwrap(), 1);
    }
    let again = change(&mut store, |tx| tx.answers_mut().save(None, &saved, 0));
    assert!(matches!(again, Err(Error::Stale { current: 1 })));
    let ahead = change(&mut store, |tx| tx.answers_mut().save(Some(one), &saved, 2));
    assert!(matches!(ahead, Err(Error::Stale { current: 1 })));
    let revision = change(&mut store, |tx| tx.answers_mut().save(Some(one), &saved, 1));
    assert_eq!(revision.unwrap(), 2);
    for (owner, note) in [(None, "None"), (Some(two), saved.note.as_str())] {
        let answers = store.read(|read| read.answers().list(owner)).unwrap();
        assert_eq!((answers.len(), answers[0].note.as_str()), (1, note));
        assert_eq!(answers[0].revision, 1);
    }
}

#[test]
fn a_note_of_100_kb_comes_back_as_it_was_typed() {
    let place = Place::new();
    let mut store = place.create();
    let note = "评估 note 𠮷\u{0}\r\n\t'\"".repeat(6000);
    assert!(note.len() > 100_000);
    let saved = answer("b-03", &note);
    let payload = json!({ "answer": saved });
    store
        .mutate(entry(2, "answer.save", payload.clone()), |tx| {
            tx.answers_mut().save(None, &saved, 0)
        })
        .unwrap();
    store.close().unwrap();
    let store = place.open().unwrap();
    let answers = store.read(|read| read.answers().list(None)).unwrap();
    assert_eq!(answers[0].note, note);
    let last = store.read(|read| read.history().entries(None, 1)).unwrap();
    assert_eq!(last[0].body.payload, payload);
    assert!(store.check().unwrap().is_clean());
}

fn measure(level: Option<u8>) -> Measure {
    Measure {
        control: "4.1.1a".into(),
        level,
        note: "at the supplier".to_owned(),
        evidence: Vec::new(),
        saved: act(3),
        revision: 0,
    }
}

fn rating() -> RiskRating {
    RiskRating {
        risk: "3.1.1e".into(),
        likelihood: Some(2),
        impact: Some(5),
        not_applicable: None,
        reason: "why".to_owned(),
        evidence: Vec::new(),
        as_proposed: false,
        confirmed: Some(act(4)),
        revision: 0,
    }
}

#[test]
fn measures_and_ratings_come_back_as_they_were_saved() {
    let place = Place::new();
    let mut store = place.create();
    let id = add_assessment(&mut store, 1).unwrap();
    let not_applicable = RiskRating {
        risk: "3.1.2a".into(),
        likelihood: None,
        impact: None,
        not_applicable: Some(NotApplicable {
            reason: "no model of our own".to_owned(),
            agreed: Some(act(5)),
        }),
        confirmed: None,
        as_proposed: true,
        ..rating()
    };
    change(&mut store, |tx| {
        tx.measures_mut().save(id, &measure(None), 0)?;
        tx.measures_mut().save(id, &measure(Some(4)), 1)?;
        tx.ratings_mut().save(id, &rating(), 0)?;
        tx.ratings_mut().save(id, &not_applicable, 0)
    })
    .unwrap();
    let (measures, ratings, one, other) = store
        .read(|read| {
            Ok::<_, Error>((
                read.measures().list(id)?,
                read.ratings().list(id)?,
                read.measures().get(id, &"4.1.1a".into())?,
                read.ratings().get(id, &"3.1.2a".into())?,
            ))
        })
        .unwrap();
    let mut expected = (measure(Some(4)), rating(), not_applicable);
    expected.0.revision = 2;
    expected.1.revision = 1;
    expected.2.revision = 1;
    assert_eq!(measures, [expected.0.clone()]);
    assert_eq!(ratings, [expected.1, expected.2.clone()]);
    assert_eq!((one, other), (Some(expected.0), Some(expected.2)));
    let stale = change(&mut store, |tx| {
        tx.measures_mut().save(id, &measure(None), 1)
    });
    assert!(matches!(stale, Err(Error::Stale { current: 2 })));
    let impossible = change(&mut store, |tx| {
        tx.measures_mut().save(id, &measure(Some(5)), 2)
    });
    assert!(matches!(impossible, Err(Error::Constraint(_))));
}

#[test]
fn an_assessment_goes_through_its_states_and_signed_is_final() {
    let place = Place::new();
    let mut store = place.create();
    let id = add_assessment(&mut store, 1).unwrap();
    change(&mut store, |tx| {
        tx.answers_mut()
            .save(Some(id), &answer("b-03", "before"), 0)?;
        tx.measures_mut().save(id, &measure(Some(1)), 0)?;
        tx.ratings_mut().save(id, &rating(), 0)
    })
    .unwrap();
    let mut value = store.read(|read| read.assessments().get(id)).unwrap();
    assert_eq!(value, assessment(id, value.system));
    value.context = Context {
        scenario: ContextValue {
            value: Some(4),
            reason: "a hospital".to_owned(),
        },
        ..Context::default()
    };
    value.submitted = Some(act(5));
    value.approved = Some(act(6));
    value.signers = vec![ExpectedSigner {
        role: Role::Approver,
        person: administrator().id,
    }];
    for state in [
        AssessmentState::InReview,
        AssessmentState::Approved,
        AssessmentState::Signed,
    ] {
        if value.state == AssessmentState::Approved {
            let mut reworded = value.clone();
            reworded.context.scale.value = Some(1);
            let refused = change(&mut store, |tx| {
                tx.assessments_mut().save(&reworded, value.revision)
            });
            assert!(matches!(refused, Err(Error::Frozen(_))), "{refused:?}");
            refuses_every_change(&mut store, id);
        }
        value.state = state;
        let saved = change(&mut store, |tx| {
            tx.assessments_mut().save(&value, value.revision)
        });
        value.revision = saved.unwrap();
    }
    let read = store.read(|read| read.assessments().get(id)).unwrap();
    assert_eq!(read, value);

    refuses_every_change(&mut store, id);
    let stale = change(&mut store, |tx| tx.assessments_mut().save(&value, 1));
    assert!(
        matches!(stale, Err(Error::Stale { current: 4 })),
        "{stale:?}"
    );
    let mut returned = value.clone();
    returned.state = AssessmentState::Draft;
    let mut reworded = value.clone();
    reworded.state = AssessmentState::Superseded;
    reworded.context = Context::default();
    for forbidden in [&returned, &reworded, &value] {
        let refused = change(&mut store, |tx| tx.assessments_mut().save(forbidden, 4));
        assert!(matches!(refused, Err(Error::Frozen(_))), "{refused:?}");
    }
    value.state = AssessmentState::Superseded;
    change(&mut store, |tx| tx.assessments_mut().save(&value, 4)).unwrap();
    let check = store.check().unwrap();
    assert!(check.is_clean(), "{check:?}");
}

fn refuses_every_change(store: &mut Store, id: AssessmentId) {
    type Attempt<'a> = &'a dyn Fn(&mut Tx<'_>) -> Result<(), Error>;
    let attempts: [Attempt<'_>; 5] = [
        &|tx| {
            let later = answer("b-03", "after");
            tx.answers_mut().save(Some(id), &later, 1).map(drop)
        },
        &|tx| {
            let later = answer("b-04", "after");
            tx.answers_mut().save(Some(id), &later, 0).map(drop)
        },
        &|tx| tx.measures_mut().save(id, &measure(Some(4)), 1).map(drop),
        &|tx| tx.ratings_mut().save(id, &rating(), 1).map(drop),
        &|tx| {
            let other = RiskRating {
                risk: "3.2.1a".into(),
                ..rating()
            };
            tx.ratings_mut().save(id, &other, 0).map(drop)
        },
    ];
    for (number, attempt) in attempts.into_iter().enumerate() {
        let refused = change(store, |tx| attempt(tx));
        assert!(
            matches!(refused, Err(Error::Frozen(_))),
            "{number}: {refused:?}"
        );
    }
}

#[test]
fn a_dissent_stands_beside_the_grade_until_it_is_signed() {
    let place = Place::new();
    let mut store = place.create();
    let id = add_assessment(&mut store, 1).unwrap();
    let dissent = Dissent {
        id: DissentId::new(uuid(1)),
        assessment: id,
        proposed_grade: 2,
        reason: "the drill was held".to_owned(),
        recorded: act(8),
    };
    change(&mut store, |tx| tx.dissents_mut().add(&dissent)).unwrap();
    let read = store.read(|read| read.dissents().list(id)).unwrap();
    assert_eq!(read, std::slice::from_ref(&dissent));
    let mut value = store.read(|read| read.assessments().get(id)).unwrap();
    value.state = AssessmentState::Signed;
    let late = change(&mut store, |tx| {
        tx.assessments_mut().save(&value, value.revision)?;
        tx.dissents_mut().add(&Dissent {
            id: DissentId::new(uuid(2)),
            ..dissent
        })
    });
    assert!(matches!(late, Err(Error::Frozen(_))), "{late:?}");
}

fn action(system: SystemId, due: Option<Date>, state: ActionState) -> ActionFacts {
    ActionFacts {
        title: "Hold the drill".to_owned(),
        system,
        assessment: None,
        target: ActionTarget::Question("h-02".into()),
        owner: "Duty officer".to_owned(),
        due,
        state,
        note: String::new(),
        proof: Vec::new(),
    }
}

#[test]
fn the_overview_reads_systems_assessments_summaries_and_actions_together() {
    let place = Place::new();
    let mut store = place.create();
    let first = add_assessment(&mut store, 1).unwrap();
    let second = add_assessment(&mut store, 2).unwrap();
    let system = SystemId::new(uuid(1001));
    let later = AssessmentId::new(uuid(2100));
    let actions = [
        (day(3, 1), ActionState::Open),
        (day(9, 1), ActionState::InProgress),
        (day(3, 1), ActionState::Closed),
    ];
    change(&mut store, |tx| {
        tx.assessments_mut()
            .set_summary(first, &json!({ "grade": 3 }), moment(3))?;
        tx.assessments_mut()
            .set_summary(first, &json!({ "grade": 2 }), moment(4))?;
        let mut value = assessment(later, system);
        value.begun = act(100);
        tx.assessments_mut().add(&value)?;
        for (number, (due, state)) in (0..).zip(actions) {
            let facts = action(system, Some(due), state);
            let id = ActionId::new(uuid(5000 + number));
            tx.actions_mut().add(id, &facts, moment(9))?;
        }
        Ok(())
    })
    .unwrap();
    let rows = store
        .read(|read| read.assessments().overview(day(6, 1)))
        .unwrap();
    let shape: Vec<_> = rows
        .iter()
        .map(|row| {
            let ids: Vec<_> = row.assessments.iter().map(|a| a.assessment.id).collect();
            (
                row.system.facts.name.as_str(),
                row.open_actions,
                row.overdue_actions,
                ids,
            )
        })
        .collect();
    assert_eq!(
        shape,
        [
            ("System 1 系统", 2, 1, vec![later, first]),
            ("System 2 系统", 0, 0, vec![second]),
        ]
    );
    assert_eq!(rows[0].assessments[1].summary, Some(json!({ "grade": 2 })));
    assert_eq!(rows[0].assessments[1].changed_at, moment(4));
    assert_eq!(rows[0].assessments[0].summary, None);
    assert_eq!(rows[0].assessments[0].changed_at, moment(100));
    let (listed, one) = store
        .read(|read| {
            let listed = read.assessments().of_system(system)?;
            Ok::<_, Error>((listed, read.assessments().summary(first)?))
        })
        .unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[1].summary, one);
}

#[test]
fn an_action_is_followed_from_open_to_closed() {
    let place = Place::new();
    let mut store = place.create();
    let assessment = add_assessment(&mut store, 1).unwrap();
    let system = SystemId::new(uuid(1001));
    let id = ActionId::new(uuid(5001));
    let mut facts = action(system, Some(day(9, 1)), ActionState::Open);
    facts.assessment = Some(assessment);
    let added = change(&mut store, |tx| tx.actions_mut().add(id, &facts, moment(9)));
    assert_eq!(added.unwrap().facts, facts);
    facts.state = ActionState::Closed;
    facts.due = None;
    facts.target = ActionTarget::System;
    let saved = change(&mut store, |tx| {
        tx.actions_mut().save(id, &facts, 1, moment(10))
    });
    let saved = saved.unwrap();
    assert_eq!((saved.facts.clone(), saved.revision), (facts.clone(), 2));
    let stale = change(&mut store, |tx| {
        tx.actions_mut().save(id, &facts, 1, moment(11))
    });
    assert!(matches!(stale, Err(Error::Stale { current: 2 })));
    let (all, of_system) = store
        .read(|read| {
            let of_system = read.actions().of_system(system)?;
            Ok::<_, Error>((read.actions().list()?, of_system))
        })
        .unwrap();
    assert_eq!(all, [saved]);
    assert_eq!(all, of_system);
}

#[test]
fn audits_and_findings_are_kept() {
    let place = Place::new();
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    let system = SystemId::new(uuid(1001));
    let period = Period::new(day(1, 1), day(3, 31)).unwrap();
    let mut audit = Audit {
        state: AuditState::Running,
        ..Audit::planned(AuditId::new(uuid(7001)), system, period, day(4, 15))
    };
    let mut finding = Finding {
        id: FindingId::new(uuid(7101)),
        audit: audit.id,
        system,
        signal: None,
        question: Some("b-03".into()),
        facts: FindingFacts {
            title: "No record of the test".to_owned(),
            severity: Severity::High,
            severity_reason: "found twice".to_owned(),
            clause: Some("b".into()),
            risks: vec!["3.1.1a".into()],
            cause: "nobody kept it".to_owned(),
            effect: "nobody can tell".to_owned(),
            evidence: Vec::new(),
        },
        proposed: Some(Severity::Medium),
        state: FindingState::Open,
        accepted_until: None,
        recorded: act(30),
        revision: 1,
    };
    let step = StepTaken {
        step: FindingStep::StartRemedy,
        from: FindingState::Open,
        to: FindingState::InRemedy,
        note: String::new(),
        until: None,
        alone: false,
        taken: act(35),
    };
    change(&mut store, |tx| {
        tx.audits_mut().put(&audit)?;
        tx.findings_mut().add(&finding)
    })
    .unwrap();
    audit.state = AuditState::Closed;
    audit.closed = Some(act(34));
    finding.state = FindingState::InRemedy;
    finding.revision = 2;
    change(&mut store, |tx| {
        tx.audits_mut().put(&audit)?;
        tx.findings_mut().take(finding.id, &step, 1)
    })
    .unwrap();
    let read = store
        .read(|read| {
            Ok::<_, Error>((
                read.audits().of_system(system)?,
                read.audits().get(audit.id)?,
                read.findings().of(audit.id)?,
            ))
        })
        .unwrap();
    let expected = (vec![audit.clone()], audit.clone(), vec![finding]);
    assert_eq!(read, expected);
    audit.state = AuditState::Running;
    let reopened = change(&mut store, |tx| tx.audits_mut().put(&audit));
    assert!(matches!(reopened, Err(Error::Frozen(_))), "{reopened:?}");
}

#[test]
fn what_refers_to_nothing_is_refused() {
    let place = Place::new();
    let mut store = place.create();
    let id = AssessmentId::new(uuid(1));
    let refused = change(&mut store, |tx| {
        tx.assessments_mut()
            .add(&assessment(id, SystemId::new(uuid(404))))
    });
    assert!(matches!(refused, Err(Error::Constraint(_))), "{refused:?}");
    let refused = change(&mut store, |tx| {
        tx.answers_mut().save(Some(id), &answer("b-03", ""), 0)
    });
    assert!(matches!(refused, Err(Error::Constraint(_))), "{refused:?}");
}
