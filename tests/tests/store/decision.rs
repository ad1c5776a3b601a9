//! Decision records: kept whole, corrected by others, never edited, thinned for good, found fast.

use assay_domain::decision::{Decision, DecisionFacts, Disposition, DispositionCount, ReasonCount};
use assay_domain::evidence::{Evidence, EvidenceSource, Standing};
use assay_domain::framework::{Reason, Text};
use assay_domain::history::{EntryBody, Subject};
use assay_domain::id::{DecisionId, EvidenceId, SystemId};
use assay_domain::stats::log::LabelCounts;
use assay_domain::time::StatedTime;
use assay_store::table::decision::{LogFilter, LogPlace, Thinning};
use assay_store::{Error, Store, Tx};
use assay_tests::bench::{quantile, timed};
use assay_tests::store::{Place, act, add_assessment, entry, moment, raw_connection, uuid};
use serde_json::json;

fn change<T>(
    store: &mut Store,
    change: impl FnOnce(&mut Tx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    store.mutate(entry(7, "test", json!({})), change)
}

fn first_system() -> SystemId {
    SystemId::new(uuid(1001))
}

fn id(number: u64) -> DecisionId {
    DecisionId::new(uuid(6000 + number))
}

/// An override decided so many seconds after the fixed moment.
fn record(number: u64, supersedes: Option<u64>) -> Decision {
    let decided_at = StatedTime::new(moment(number.cast_signed()), 480).unwrap();
    Decision {
        id: id(number),
        facts: DecisionFacts {
            case_key: format!("Case {number}"),
            ai_output: "grant".to_owned(),
            human_final: "refuse 不予批准".to_owned(),
            reason_code: Some("wrong-fact".into()),
            reason_text: "the applicant's own words".to_owned(),
            ..DecisionFacts::of(first_system(), decided_at, Disposition::Overridden)
        },
        supersedes: supersedes.map(id),
        entered_late: false,
        thinned_at: None,
        recorded: act(20),
    }
}

/// A record in which every field says something.
fn whole(evidence: Vec<EvidenceId>) -> Decision {
    let mut decision = record(1, None);
    decision.entered_late = true;
    decision.facts = DecisionFacts {
        decision_point: "first review 初审".to_owned(),
        model_version: "3.2.0".to_owned(),
        prompt_version: "p-7".to_owned(),
        category: "fees".to_owned(),
        ai_confidence: Some(0.125),
        ai_at: Some(moment(-4)),
        latency_ms: Some(5_000),
        reviewer: "R-7KQ2M9XD".to_owned(),
        human_initial: Some("refuse".to_owned()),
        harm_if_followed: Some(4),
        harm_if_wrong: Some(0),
        reversible: Some(false),
        outcome: Some("refused on appeal".to_owned()),
        outcome_at: Some(moment(60)),
        outcome_source: "court".to_owned(),
        seeded: true,
        evidence,
        ..decision.facts
    };
    decision
}

/// A workspace with one system.
fn begun(place: &Place) -> Store {
    let mut store = place.create();
    add_assessment(&mut store, 1).unwrap();
    store
}

fn piece() -> Evidence {
    Evidence {
        id: EvidenceId::new(uuid(3001)),
        name: "Notice".to_owned(),
        source: EvidenceSource::Reference {
            locator: "file 7".to_owned(),
        },
        shows: String::new(),
        dated: None,
        standing: Standing::Attached,
        added: act(2),
    }
}

#[test]
fn every_field_of_a_record_comes_back_as_it_was_saved() {
    let place = Place::new();
    let mut store = begun(&place);
    let full = whole(vec![piece().id]);
    let mut bare = record(2, None);
    bare.facts = DecisionFacts::of(
        first_system(),
        StatedTime::utc(moment(2)),
        Disposition::Deferred,
    );
    change(&mut store, |tx| {
        tx.evidence_mut().add(&piece())?;
        tx.decisions_mut().add(&full)?;
        tx.decisions_mut().add(&bare)
    })
    .unwrap();
    store.close().unwrap();
    let store = place.open().unwrap();
    let (first, second, listed) = store
        .read(|read| {
            let decisions = read.decisions();
            Ok::<_, Error>((
                decisions.get(full.id)?,
                decisions.get(bare.id)?,
                decisions.list(first_system(), moment(0), moment(100))?,
            ))
        })
        .unwrap();
    assert_eq!(
        first.facts.decided_at.to_string(),
        "2026-11-24T18:05:31.000000+08:00"
    );
    assert_eq!((&first, &second), (&full, &bare));
    assert_eq!(listed, [full, bare]);
}

#[test]
fn a_correction_supersedes_once_and_the_chain_can_be_walked_from_any_record() {
    let place = Place::new();
    let mut store = begun(&place);
    let chain = [record(1, None), record(2, Some(1)), record(3, Some(2))];
    change(&mut store, |tx| {
        chain
            .iter()
            .try_for_each(|decision| tx.decisions_mut().add(decision))
    })
    .unwrap();
    let twice = change(&mut store, |tx| tx.decisions_mut().add(&record(4, Some(1))));
    assert!(
        matches!(&twice, Err(Error::Taken { field }) if field == "decision.supersedes"),
        "{twice:?}"
    );
    let nothing = change(&mut store, |tx| {
        tx.decisions_mut().add(&record(4, Some(99)))
    });
    assert!(matches!(nothing, Err(Error::Constraint(_))), "{nothing:?}");
    for start in [1, 2, 3] {
        let walked = store.read(|read| read.decisions().chain(id(start)));
        assert_eq!(walked.unwrap(), chain);
    }
    let (listed, count, page) = store
        .read(|read| {
            let decisions = read.decisions();
            Ok::<_, Error>((
                decisions.list(first_system(), moment(0), moment(100))?,
                decisions.list(first_system(), moment(0), moment(3))?.len(),
                decisions.page(&LogFilter::default(), None, (0, 10))?,
            ))
        })
        .unwrap();
    assert_eq!((listed.as_slice(), count), (&chain[2..], 0));
    assert_eq!(page, &chain[2..]);
}

#[test]
fn a_record_is_never_edited_nor_deleted() {
    let place = Place::new();
    let mut store = begun(&place);
    change(&mut store, |tx| {
        tx.decisions_mut().add(&record(1, None))?;
        tx.reasons_mut().add(
            first_system(),
            &Reason {
                id: "flood".into(),
                name: Text {
                    en: "Flood".to_owned(),
                    zh: "洪水".to_owned(),
                },
                meaning: Text::default(),
                needs_text: false,
                own: true,
            },
            &act(3),
        )
    })
    .unwrap();
    store.close().unwrap();
    let connection = raw_connection(&place.path());
    let bare = "reviewer = NULL, case_key = '', ai_output = '', human_initial = NULL,
        human_final = '', reason_text = '', outcome = NULL";
    let thinned = &format!("{bare}, marks = 7");
    let refused = [
        "DELETE FROM decision",
        "UPDATE decision SET human_final = 'grant'",
        "UPDATE decision SET reason_text = ''",
        "UPDATE decision SET disposition = 0",
        "UPDATE decision SET reason = NULL",
        "UPDATE decision SET decided_at = decided_at + 1",
        "UPDATE decision SET offset_min = 0",
        "UPDATE decision SET seeded = 1",
        "UPDATE decision SET entered_late = 1",
        "UPDATE decision SET thinned_at = 1",
        &format!("UPDATE decision SET {bare}, thinned_at = 1"),
        &format!("UPDATE decision SET {thinned}, thinned_at = 1, disposition = 0"),
        &format!("UPDATE decision SET {thinned}, thinned_at = 1, latency_ms = 7"),
        &format!("UPDATE decision SET {thinned}, thinned_at = 1, ai_confidence = 1"),
        &format!("UPDATE decision SET {thinned}, thinned_at = 1, import = 7"),
        "UPDATE decision_word SET word = 'other'",
        "DELETE FROM decision_word",
        "DELETE FROM decision_word WHERE word = 'wrong-fact'",
        "UPDATE reason SET en = 'Fire'",
        "DELETE FROM reason",
    ];
    for statement in refused {
        let error = connection.execute(statement, []).unwrap_err().to_string();
        assert!(error.starts_with("final: "), "{statement}: {error}");
    }
}

/// Thins records as a run does, with what a log says of its labels.
fn thin(store: &mut Store, counts: LabelCounts, ids: &[DecisionId]) -> Result<u64, Error> {
    let mut thinning = Thinning::new(moment(90), counts);
    let thinned = store.thin(&mut thinning, ids)?;
    store.sweep_reviewers()?;
    Ok(thinned)
}

#[test]
fn thinning_is_for_good_keeps_the_figures_and_the_history_still_verifies() {
    let place = Place::new();
    let mut store = begun(&place);
    let full = whole(Vec::new());
    let body = EntryBody {
        act: act(20),
        action: "decision.add".to_owned(),
        subject: Subject::new("decision", full.id),
        payload: json!({}),
    };
    let add = |tx: &mut Tx<'_>| {
        tx.note_erasable("reasonText", &full.facts.reason_text)?;
        tx.note_erasable("reviewer", &full.facts.reviewer)?;
        tx.decisions_mut().add(&full)
    };
    store.mutate(body, add).unwrap();
    assert!(knows(&store, &full.facts.reviewer));
    assert_eq!(
        thin(&mut store, LabelCounts::default(), &[full.id]).unwrap(),
        1
    );
    let thinned = store.read(|read| read.decisions().get(full.id)).unwrap();
    let expected = Decision {
        thinned_at: Some(moment(90)),
        facts: DecisionFacts {
            reviewer: String::new(),
            case_key: String::new(),
            ai_output: String::new(),
            human_initial: None,
            human_final: String::new(),
            reason_text: String::new(),
            outcome: None,
            ..full.facts.clone()
        },
        ..full.clone()
    };
    assert_eq!(thinned, expected);
    assert!(!knows(&store, &full.facts.reviewer), "no record names it");
    assert!(knows(&store, &full.facts.category), "a record has it");
    assert_eq!(
        thin(&mut store, LabelCounts::default(), &[full.id]).unwrap(),
        0
    );
    let kept = store.read(|read| {
        let entries = read.history().of(&full.id.to_string())?;
        let sealed = entries[0].body.payload["reviewer"]["sealed"].as_str();
        let digest: Vec<u8> = (0..32)
            .map(|at| u8::from_str_radix(&sealed.unwrap()[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        read.history().erasable(&digest.try_into().unwrap())
    });
    assert_eq!(kept.unwrap(), None::<String>);
    assert!(store.verify().unwrap().is_whole());
    assert!(store.check().unwrap().is_clean());
}

fn knows(store: &Store, word: &str) -> bool {
    store
        .read(|read| read.decisions().knows_word(word))
        .unwrap()
}

#[test]
fn a_record_is_thinned_with_those_that_it_supersedes_and_other_reviewers_stay() {
    let place = Place::new();
    let mut store = begun(&place);
    let mut other = whole(Vec::new());
    other.id = id(4);
    other.facts.reviewer = "R-7KQ2M9XE".to_owned();
    let chain = [whole(Vec::new()), record(2, Some(1)), record(3, Some(2))];
    change(&mut store, |tx| {
        chain
            .iter()
            .chain([&other])
            .try_for_each(|decision| tx.decisions_mut().add(decision))
    })
    .unwrap();
    let due = store.read(|read| read.decisions().due(first_system(), moment(100), None, 9));
    let due: Vec<_> = due.unwrap().into_iter().map(|place| place.id).collect();
    assert_eq!(due, [id(4), id(3)], "those that count");
    let count = |store: &Store| {
        store
            .read(|read| read.decisions().due_count(first_system(), moment(100)))
            .unwrap()
    };
    assert_eq!(count(&store), 2);
    assert_eq!(
        thin(&mut store, LabelCounts::default(), &[id(3)]).unwrap(),
        3
    );
    assert_eq!(count(&store), 1);
    assert!(!knows(&store, "R-7KQ2M9XD") && knows(&store, "R-7KQ2M9XE"));
    assert!(store.check().unwrap().is_clean());
}

#[test]
fn pseudonyms_are_stable_in_a_workspace_and_say_nothing_outside_it() {
    let (here, there) = (Place::new(), Place::new());
    let store = here.create();
    let first = store.pseudonym("王小明");
    assert!(first.len() == 10 && first.starts_with("R-"), "{first}");
    assert_eq!(first, store.pseudonym("  王小明 "));
    assert_eq!(store.pseudonym("Ｌｉ"), store.pseudonym("Li"));
    assert_ne!(first, store.pseudonym("王小红"));
    // The workspace id of tests is one and the same, so only the key differs.
    assert_ne!(first, there.create().pseudonym("王小明"));
    store.close().unwrap();
    assert_eq!(first, here.open().unwrap().pseudonym("王小明"));
}

/// Fills a log with records whose words repeat, as an import would bring them.
fn fill(store: &mut Store, records: u64) {
    let all = Disposition::ALL;
    let reasons = ["wrong-fact", "missing-input", "other"];
    change(store, |tx| {
        for number in 0..records {
            let mut decision = record(number, None);
            let facts = &mut decision.facts;
            facts.disposition = if number % 5 == 0 {
                all[(number / 5) as usize % all.len()]
            } else {
                Disposition::Accepted
            };
            facts.reason_code = facts
                .disposition
                .is_override()
                .then(|| reasons[(number / 25) as usize % 3].into());
            facts.decision_point = format!("point {}", number % 3);
            facts.model_version = format!("{}.0", number * 4 / records);
            facts.ai_output = format!("Level {} of the scale", number % 5);
            tx.decisions_mut().add(&decision)?;
        }
        Ok(())
    })
    .unwrap();
}

/// Says in another way whether a record is one of a filter.
fn matches(decision: &Decision, filter: &LogFilter) -> bool {
    let facts = &decision.facts;
    let at = facts.decided_at.at();
    let is = |wanted: &Option<String>, word: &str| wanted.as_ref().is_none_or(|w| w == word);
    let reason = facts.reason_code.as_ref().map_or("", |code| code.as_str());
    filter.system.is_none_or(|system| system == facts.system)
        && filter.from.is_none_or(|from| at >= from)
        && filter.until.is_none_or(|until| at < until)
        && (filter.dispositions.is_empty() || filter.dispositions.contains(&facts.disposition))
        && is(&filter.reason, reason)
        && is(&filter.decision_point, &facts.decision_point)
        && is(&filter.model_version, &facts.model_version)
        && facts
            .case_key
            .to_lowercase()
            .contains(&filter.case_text.to_lowercase())
}

fn filters() -> Vec<LogFilter> {
    let none = LogFilter::default();
    let word = |word: &str| Some(word.to_owned());
    vec![
        none.clone(),
        LogFilter {
            system: Some(first_system()),
            from: Some(moment(100)),
            until: Some(moment(400)),
            ..none.clone()
        },
        LogFilter {
            dispositions: vec![Disposition::Modified, Disposition::Overridden],
            ..none.clone()
        },
        LogFilter {
            reason: word("other"),
            ..none.clone()
        },
        LogFilter {
            reason: word(""),
            dispositions: vec![Disposition::Overridden],
            ..none.clone()
        },
        LogFilter {
            decision_point: word("point 2"),
            model_version: word("3.0"),
            ..none.clone()
        },
        LogFilter {
            model_version: word("9.9"),
            ..none.clone()
        },
        LogFilter {
            case_text: "cAsE 4".to_owned(),
            ..none.clone()
        },
        LogFilter {
            case_text: "%".to_owned(),
            ..none
        },
    ]
}

#[test]
fn pages_and_counts_are_those_of_the_filter() {
    let place = Place::new();
    let mut store = begun(&place);
    fill(&mut store, 500);
    let mut later = record(900, Some(40));
    later.facts.reason_code = Some("unsafe".into());
    change(&mut store, |tx| tx.decisions_mut().add(&later)).unwrap();
    let all = store
        .read(|read| {
            read.decisions()
                .list(first_system(), moment(0), moment(9_999))
        })
        .unwrap();
    assert_eq!(all.len(), 500);
    for filter in filters() {
        let mut wanted: Vec<_> = all
            .iter()
            .filter(|d| matches(d, &filter))
            .cloned()
            .collect();
        wanted.reverse();
        assert_eq!(paged(&store, &filter), wanted, "{filter:?}");
        let counts = store.read(|read| read.decisions().counts(&filter)).unwrap();
        let count = |disposition| DispositionCount {
            disposition,
            count: wanted
                .iter()
                .filter(|d| d.facts.disposition == disposition)
                .count() as u64,
        };
        let expected: Vec<_> = Disposition::ALL.iter().copied().map(count).collect();
        assert_eq!(counts.dispositions, expected, "{filter:?}");
        let reasons: u64 = counts.reasons.iter().map(ReasonCount::count).sum();
        let overrides = wanted.iter().filter(|d| d.facts.disposition.is_override());
        assert_eq!(reasons, overrides.count() as u64, "{filter:?}");
    }
}

/// Reads a log page by page.
fn paged(store: &Store, filter: &LogFilter) -> Vec<Decision> {
    let mut found: Vec<Decision> = Vec::new();
    loop {
        let after = found.last().map(|last| LogPlace {
            decided_at: last.facts.decided_at.at(),
            id: last.id,
        });
        let page = store.read(|read| read.decisions().page(filter, after, (0, 70)));
        let page = page.unwrap();
        let last = page.len() < 70;
        found.extend(page);
        if last {
            return found;
        }
    }
}

#[test]
fn records_decided_at_the_same_moment_are_each_on_one_page() {
    let place = Place::new();
    let mut store = begun(&place);
    change(&mut store, |tx| {
        (0..150).try_for_each(|number| {
            let mut decision = record(number, None);
            decision.facts.decided_at = StatedTime::utc(moment(1));
            tx.decisions_mut().add(&decision)
        })
    })
    .unwrap();
    let found = paged(&store, &LogFilter::default());
    let ids: Vec<_> = found.iter().map(|decision| decision.id).collect();
    assert_eq!(ids, (0..150).rev().map(id).collect::<Vec<_>>());
}

/// Each read of the log at 100,000 records, in the middle of nine rounds.
#[test]
#[allow(clippy::print_stdout)]
fn pages_counts_and_chains_of_100_000_records_come_within_100_ms() {
    let place = Place::new();
    let mut store = begun(&place);
    fill(&mut store, 100_000);
    change(&mut store, |tx| {
        tx.decisions_mut().add(&record(200_000, Some(50_000)))
    })
    .unwrap();
    let middle = LogPlace {
        decided_at: moment(50_000),
        id: id(50_000),
    };
    let mut slow = Vec::new();
    let mut say = |what: String, taken: Vec<f64>| {
        let middle = quantile(taken, 0.5);
        println!("{what}: {middle:.1} ms");
        if middle > limit() {
            slow.push(what);
        }
    };
    for filter in filters() {
        let page = |after: Option<LogPlace>| {
            timed(|| {
                store
                    .read(|read| read.decisions().page(&filter, after, (0, 51)))
                    .unwrap()
            })
            .1
        };
        let counts = || timed(|| store.read(|read| read.decisions().counts(&filter)).unwrap()).1;
        let rounds = |run: &dyn Fn() -> f64| (0..9).map(|_| run()).collect::<Vec<_>>();
        say(format!("first page {filter:?}"), rounds(&|| page(None)));
        say(format!("middle {filter:?}"), rounds(&|| page(Some(middle))));
        say(format!("counts {filter:?}"), rounds(&counts));
    }
    let chain = || {
        timed(|| {
            store
                .read(|read| read.decisions().chain(id(50_000)))
                .unwrap()
        })
        .1
    };
    say("chain".to_owned(), (0..9).map(|_| chain()).collect());
    assert_eq!(slow, Vec::<String>::new());
}

/// The limit in milliseconds; an unoptimised build, whose own part of the work is far slower, gets more.
fn limit() -> f64 {
    if cfg!(debug_assertions) { 300.0 } else { 100.0 }
}

#[test]
fn the_log_is_a_table_that_a_bulk_import_can_fill() {
    let place = Place::new();
    begun(&place).close().unwrap();
    let connection = raw_connection(&place.path());
    let read = |sql: &str| -> i64 { connection.query_row(sql, [], |row| row.get(0)).unwrap() };
    // Two indexes beside the table itself, and a column that names the import.
    let indexes = "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'decision' AND type = 'index' AND sql IS NOT NULL";
    assert_eq!(read(indexes), 2);
    let column = "SELECT count(*) FROM pragma_table_info('decision') WHERE name = 'import' AND type = 'INTEGER'";
    assert_eq!(read(column), 1);
    let rowid = "SELECT wr FROM pragma_table_list WHERE name = 'decision'";
    assert_eq!(read(rowid), 1);
}
