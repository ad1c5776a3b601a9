//! Evidence and reports: contents by digest, stored once, never rewritten.

use assay_domain::evidence::{Evidence, EvidenceSource, Standing};
use assay_domain::history::hex;
use assay_domain::id::{AssessmentId, EvidenceId, ReportId};
use assay_domain::report::{Report, ReportLocale, ReportState, ReportSubject};
use assay_store::{Error, Problem, Store};
use assay_tests::store::{Place, act, add_assessment, answer, edit, entry, raw_connection, uuid};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

fn noise(length: usize) -> Vec<u8> {
    (0..length.div_ceil(4))
        .flat_map(|n| (n as u32).wrapping_mul(2_654_435_761).to_le_bytes())
        .take(length)
        .collect()
}

fn add_file(store: &mut Store, number: u64, bytes: &[u8]) -> Result<Evidence, Error> {
    let staged = store.stage(&mut &bytes[..], bytes.len() as u64)?;
    let piece = Evidence {
        id: EvidenceId::new(uuid(3000 + number)),
        name: "扫描件 scan.pdf".to_owned(),
        source: EvidenceSource::File {
            sha256: staged.sha256(),
            size: staged.size(),
            content_kept: true,
        },
        shows: "what it shows".to_owned(),
        dated: None,
        standing: Standing::Attached,
        added: act(3),
    };
    store.mutate(entry(3, "evidence.add", json!({})), |tx| {
        tx.blobs_mut().publish(staged)?;
        tx.evidence_mut().add(&piece)?;
        Ok(piece)
    })
}

fn blob_rows(place: &Place) -> (i64, i64) {
    raw_connection(&place.path())
        .query_row(
            "SELECT (SELECT count(*) FROM blob), (SELECT count(*) FROM blob_part)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap()
}

fn sha256(piece: &Evidence) -> String {
    match &piece.source {
        EvidenceSource::File { sha256, .. } => sha256.clone(),
        EvidenceSource::Reference { .. } => unreachable!("the tests add files"),
    }
}

#[test]
fn a_content_comes_back_as_it_went_in_and_is_stored_once() {
    let place = Place::new();
    let mut store = place.create();
    let bytes = noise(3_500_000);
    let first = add_file(&mut store, 1, &bytes).unwrap();
    add_file(&mut store, 2, &bytes).unwrap();
    assert_eq!(sha256(&first), hex(&Sha256::digest(&bytes)));
    let read = store.read(|read| read.blobs().read(&sha256(&first)));
    assert!(read.unwrap() == bytes);
    let check = store.check().unwrap();
    assert!(check.is_clean() && check.contents == 1, "{check:?}");
    store.close().unwrap();
    assert_eq!(blob_rows(&place), (1, 4));
}

#[test]
fn evidence_in_use_cannot_be_removed_and_its_content_goes_with_the_last() {
    let place = Place::new();
    let mut store = place.create();
    let assessment = add_assessment(&mut store, 1).unwrap();
    let first = add_file(&mut store, 1, b"the same bytes").unwrap();
    let second = add_file(&mut store, 2, b"the same bytes").unwrap();
    let mut saved = answer("b-03", "");
    saved.evidence = vec![second.id, first.id];
    let save = |store: &mut Store, saved: &_, revision| {
        store.mutate(entry(4, "answer.save", json!({})), |tx| {
            tx.answers_mut().save(Some(assessment), saved, revision)
        })
    };
    let remove = |store: &mut Store, id| {
        store.mutate(entry(4, "evidence.remove", json!({})), |tx| {
            tx.evidence_mut().remove(id)
        })
    };
    save(&mut store, &saved, 0).unwrap();
    let of = |store: &Store, owner: Option<AssessmentId>| {
        store.read(|read| read.evidence().of(owner)).unwrap()
    };
    assert_eq!(
        of(&store, Some(assessment)),
        [first.clone(), second.clone()]
    );
    assert!(of(&store, None).is_empty());
    let answers = store.read(|read| read.answers().list(Some(assessment)));
    assert_eq!(answers.unwrap()[0].evidence, [second.id, first.id]);
    let refused = remove(&mut store, first.id);
    assert!(
        matches!(refused, Err(Error::InUse { uses: 1, .. })),
        "{refused:?}"
    );

    saved.evidence = vec![second.id];
    save(&mut store, &saved, 1).unwrap();
    remove(&mut store, first.id).unwrap();
    assert!(has(&store, &first));
    saved.evidence.clear();
    save(&mut store, &saved, 2).unwrap();
    remove(&mut store, second.id).unwrap();
    assert!(!has(&store, &first));
    assert!(matches!(
        remove(&mut store, second.id),
        Err(Error::NotFound { noun: "evidence" })
    ));
    assert!(store.check().unwrap().is_clean());
    store.close().unwrap();
    assert_eq!(blob_rows(&place), (0, 0));
}

fn has(store: &Store, piece: &Evidence) -> bool {
    store.read(|read| read.blobs().has(&sha256(piece))).unwrap()
}

#[test]
fn evidence_whose_content_is_not_there_is_refused() {
    let place = Place::new();
    let mut store = place.create();
    let mut piece = add_file(&mut store, 1, b"bytes").unwrap();
    piece.id = EvidenceId::new(uuid(3009));
    piece.source = EvidenceSource::File {
        sha256: "ab".repeat(32),
        size: 5,
        content_kept: true,
    };
    let mut add = |piece: &Evidence| {
        store.mutate(entry(4, "evidence.add", json!({})), |tx| {
            tx.evidence_mut().add(piece)
        })
    };
    assert!(matches!(add(&piece), Err(Error::Constraint(_))));
    if let EvidenceSource::File { content_kept, .. } = &mut piece.source {
        *content_kept = false;
    }
    add(&piece).unwrap();
}

struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the stick was pulled"));
        }
        let length = target.len().min(self.0);
        self.0 -= length;
        target[..length].fill(7);
        Ok(length)
    }
}

#[test]
fn a_source_that_fails_leaves_nothing() {
    let place = Place::new();
    let mut store = place.create();
    let failed = store.stage(&mut Failing(2_500_000), 3_000_000);
    assert!(matches!(failed, Err(Error::Io(_))));
    drop(store.stage(&mut &b"never published"[..], 15).unwrap());
    store.close().unwrap();
    place.open().unwrap().close().unwrap();
    assert_eq!(blob_rows(&place), (0, 0));
}

#[test]
fn a_source_larger_than_the_disk_is_refused_before_it_is_read() {
    let place = Place::new();
    let mut store = place.create();
    let refused = store.stage(&mut Failing(0), u64::MAX / 4);
    assert!(matches!(refused, Err(Error::DiskFull)), "{refused:?}");
}

#[test]
fn a_changed_content_is_found() {
    let place = Place::new();
    let mut store = place.create();
    let piece = add_file(&mut store, 1, b"genuine").unwrap();
    store.close().unwrap();
    edit(
        &raw_connection(&place.path()),
        "UPDATE blob_part SET bytes = x'00'",
    );
    let store = place.open().unwrap();
    let read = store.read(|read| read.blobs().read(&sha256(&piece)));
    assert!(matches!(read, Err(Error::Damaged(_))));
    assert_eq!(
        store.check().unwrap().problems,
        [Problem::Content(sha256(&piece))]
    );
}

fn report(assessment: AssessmentId, pdf: &[u8], facts: &[u8]) -> Report {
    Report {
        id: ReportId::new(uuid(4001)),
        subject: ReportSubject::Assessment(assessment),
        about: "S".to_owned(),
        number: 1,
        locale: ReportLocale::ZhCn,
        state: ReportState::Unsigned,
        made: act(5),
        facts_sha256: hex(&Sha256::digest(facts)),
        pdf_sha256: hex(&Sha256::digest(pdf)),
        pages: 40,
        signers: Vec::new(),
        signatures: Vec::new(),
    }
}

#[test]
fn a_report_grows_and_is_never_rewritten() {
    let place = Place::new();
    let mut store = place.create();
    let assessment = add_assessment(&mut store, 1).unwrap();
    let mut made = report(assessment, b"%PDF one", b"{}");
    let mut change = |act: &str, made: &Report, pdf: &[u8]| {
        store.mutate(entry(5, act, json!({})), |tx| {
            assert_eq!(
                tx.reports().next_number(made.subject)?,
                1 + u32::from(act != "add")
            );
            match act {
                "add" => tx.reports_mut().add(made, pdf, b"{}"),
                _ => tx.reports_mut().sign(made, pdf),
            }
        })
    };
    let refused = change("add", &made, b"%PDF other");
    assert!(matches!(refused, Err(Error::Constraint(_))), "{refused:?}");
    change("add", &made, b"%PDF one").unwrap();

    made.state = ReportState::Signed;
    made.pdf_sha256 = hex(&Sha256::digest(b"%PDF two"));
    let refused = change("sign", &made, b"%PDF two");
    assert!(matches!(refused, Err(Error::Frozen(_))), "{refused:?}");
    made.pdf_sha256 = hex(&Sha256::digest(b"%PDF one, signed"));
    change("sign", &made, b"%PDF one, signed").unwrap();
    let mut again = made.clone();
    again.pdf_sha256 = hex(&Sha256::digest(b"%PDF one, signed, again"));
    let refused = change("sign", &again, b"%PDF one, signed, again");
    assert!(matches!(refused, Err(Error::Frozen(_))), "{refused:?}");

    let (read, pdf, facts, unsigned) = store
        .read(|read| {
            let reports = read.reports();
            Ok::<_, Error>((
                reports.of(made.subject)?,
                reports.pdf(made.id)?,
                reports.facts(made.id)?,
                reports.count_unsigned()?,
            ))
        })
        .unwrap();
    assert_eq!(read, [made]);
    assert_eq!(pdf, b"%PDF one, signed");
    assert_eq!(facts, b"{}");
    assert_eq!(unsigned, 0);
    assert!(store.check().unwrap().is_clean());
}
