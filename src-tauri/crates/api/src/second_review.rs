//! Second review: drawing a sample, cases without who decided, verdicts, what they say.

use crate::contract::{
    BlindCase, BlindCaseGet, SecondReview, SecondReviewCase, SecondReviewDetail, SecondReviewDraw,
    SecondReviewFigures, SecondReviewGet, SecondReviewList, SecondReviewRow, SecondReviewRows,
    Stratum, VerdictGive,
};
use crate::error::Error;
use crate::session::Session;
use crate::whole::midnight;
use assay_domain::decision::{Disposition, LONG_TEXT};
use assay_domain::history::{Subject, hex};
use assay_domain::id::{DecisionId, PersonId, SecondReviewId, SystemId};
use assay_domain::person::Role;
use assay_domain::second_review::{Judged, person_first, place, unblind};
use assay_domain::stats::sample::{Draw, sample_size};
use assay_domain::stats::second_review::second_review_figures;
use assay_domain::time::Period;
use assay_store::Read;
use assay_store::table::second_review::GivenVerdict;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Who may draw samples and judge cases.
const REVIEWERS: &[Role] = &[Role::Reviewer, Role::Assessor, Role::Approver];

/// The most cases of one kind; more are no work for people.
const MOST: u64 = 2_000;

/// Answers with the samples, newest first.
pub(crate) fn second_review_list(
    session: &mut Session,
    request: SecondReviewList,
) -> Result<SecondReviewRows, Error> {
    let open = session.opened()?;
    let me = open.person.id;
    open.store.read(|read| {
        let row = |review: SecondReview| {
            let cases = cases(read, review.id, me)?;
            let count = |wanted: fn(&SecondReviewCase) -> bool| {
                cases.iter().filter(|case| wanted(case)).count() as u64
            };
            Ok(SecondReviewRow {
                system_name: read.systems().get(review.system)?.facts.name,
                cases: cases.len() as u64,
                judged: count(|case| case.verdicts > 0),
                mine: count(|case| case.given),
                review,
            })
        };
        let reviews = read.second_reviews().list(request.system)?;
        Ok(SecondReviewRows {
            reviews: reviews.into_iter().map(row).collect::<Result<_, Error>>()?,
        })
    })
}

/// Draws a sample, or says how large it would be.
pub(crate) fn second_review_draw(
    session: &mut Session,
    request: SecondReviewDraw,
) -> Result<SecondReviewDetail, Error> {
    let mut random = session.environment.random();
    let seed = match &request.seed {
        Some(text) => read_seed(text)?,
        None => {
            let mut seed = [0; 32];
            random(&mut seed);
            seed
        }
    };
    let period = Period::new(request.from, request.to).ok_or_else(|| {
        Error::new("stats-range")
            .with("from", request.from)
            .with("to", request.to)
    })?;
    let mut writer = session.writer(REVIEWERS)?;
    let act = writer.act.clone();
    let store = &writer.open.store;
    let drawn = store.read(|read| draw(read, &request, &period, &seed))?;
    let review = SecondReview {
        id: SecondReviewId::new(writer.new_id),
        system: request.system,
        period,
        seed: hex(&seed),
        level: request.level,
        tolerable: request.tolerable,
        overridden: drawn.overridden,
        accepted: drawn.accepted,
        drawn: act,
    };
    if request.trial {
        let name =
            store.read(|read| Ok::<_, Error>(read.systems().get(request.system)?.facts.name))?;
        return Ok(SecondReviewDetail {
            review,
            system_name: name,
            cases: Vec::new(),
            figures: None,
        });
    }
    let id = review.id;
    let payload = serde_json::json!({ "review": review, "cases": digest(&drawn.cases) });
    writer.mutate(
        "second_review.draw",
        Subject::new("second_review", id),
        &payload,
        |tx| Ok(tx.second_reviews_mut().add(&review, &drawn.cases)?),
    )?;
    second_review_get(session, SecondReviewGet { id })
}

/// Records drawn, in an order that says nothing of their kind.
struct Drawn {
    overridden: Stratum,
    accepted: Stratum,
    cases: Vec<DecisionId>,
}

fn draw(
    read: &Read<'_>,
    request: &SecondReviewDraw,
    period: &Period,
    seed: &[u8; 32],
) -> Result<Drawn, Error> {
    let zone = read.workspace().get()?.settings.time_zone;
    let from = midnight(period.from, &zone);
    let until = midnight(period.to.succ_opt().unwrap_or(period.to), &zone);
    let reviews = read.second_reviews();
    let mut counts = [0_u64; 2];
    let kind = |disposition: Disposition| usize::from(disposition.is_override());
    reviews.drawable(request.system, from, until, |_, disposition| {
        counts[kind(disposition)] += 1;
    })?;
    let sizes = counts.map(|population| size(population, request));
    let [Some(accepted), Some(overridden)] = sizes else {
        return Err(Error::new("second-review-tolerable"));
    };
    if accepted + overridden == 0 {
        return Err(Error::new("second-review-empty"));
    }
    if accepted.max(overridden) > MOST {
        let asked = accepted.max(overridden);
        return Err(Error::new("second-review-large")
            .with("size", asked)
            .with("most", MOST));
    }
    let most = |size: u64| usize::try_from(size).unwrap_or_default();
    let mut draws = [
        Draw::new(seed, most(accepted)),
        Draw::new(seed, most(overridden)),
    ];
    reviews.drawable(request.system, from, until, |id, disposition| {
        draws[kind(disposition)].offer(&id.to_string());
    })?;
    let mut cases: Vec<DecisionId> = draws
        .into_iter()
        .flat_map(Draw::sample)
        .filter_map(|id| id.parse().ok())
        .collect();
    cases.sort_by_cached_key(|id| place(seed, *id));
    let [all_accepted, all_overridden] = counts;
    Ok(Drawn {
        overridden: Stratum {
            population: all_overridden,
            drawn: overridden,
        },
        accepted: Stratum {
            population: all_accepted,
            drawn: accepted,
        },
        cases,
    })
}

/// How many to draw: enough that a tolerable share of wrong ones would show; all where there are few.
fn size(population: u64, request: &SecondReviewDraw) -> Option<u64> {
    if population == 0 {
        return Some(0);
    }
    sample_size(population, request.tolerable, 0, request.level)
}

/// Reads what a draw began from.
pub(crate) fn read_seed(text: &str) -> Result<[u8; 32], Error> {
    let malformed = || Error::new("second-review-seed");
    let text = text.trim();
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(malformed());
    }
    let mut seed = [0; 32];
    for (byte, place) in seed.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[place..place + 2], 16).map_err(|_| malformed())?;
    }
    Ok(seed)
}

fn digest(cases: &[DecisionId]) -> String {
    let mut hash = Sha256::new();
    for case in cases {
        hash.update(case.uuid().as_bytes());
    }
    hex(&hash.finalize())
}

/// Answers with a sample, its cases, and what the verdicts say once every case has one.
pub(crate) fn second_review_get(
    session: &mut Session,
    request: SecondReviewGet,
) -> Result<SecondReviewDetail, Error> {
    let open = session.opened()?;
    let me = open.person.id;
    open.store.read(|read| {
        let review = read.second_reviews().get(request.id)?;
        Ok(SecondReviewDetail {
            system_name: read.systems().get(review.system)?.facts.name,
            cases: cases(read, review.id, me)?,
            figures: figures(read, &review)?,
            review,
        })
    })
}

fn cases(
    read: &Read<'_>,
    id: SecondReviewId,
    me: PersonId,
) -> Result<Vec<SecondReviewCase>, Error> {
    let verdicts = read.second_reviews().verdicts(id)?;
    let count = u32::try_from(read.second_reviews().cases(id)?.len()).unwrap_or(u32::MAX);
    let here = |place: u32| {
        verdicts
            .iter()
            .filter(move |verdict| verdict.place == place)
    };
    let complete = (0..count).all(|place| here(place).next().is_some());
    let case = |place: u32| {
        let mine = here(place).find(|verdict| verdict.by() == me);
        SecondReviewCase {
            place,
            verdicts: u32::try_from(here(place).count()).unwrap_or(u32::MAX),
            given: mine.is_some(),
            mine: mine.filter(|_| complete).map(|verdict| verdict.verdict),
        }
    };
    Ok((0..count).map(case).collect())
}

/// Makes the figures of a sample whose every case has a verdict; before that they would tell a
/// reviewer what the others said.
fn figures(read: &Read<'_>, review: &SecondReview) -> Result<Option<SecondReviewFigures>, Error> {
    let verdicts = read.second_reviews().verdicts(review.id)?;
    let cases = read.second_reviews().cases(review.id)?;
    let given: BTreeSet<u32> = verdicts.iter().map(|verdict| verdict.place).collect();
    if given.len() < cases.len() {
        return Ok(None);
    }
    let mut judged = Vec::with_capacity(cases.len());
    for (place, id) in (0_u32..).zip(cases) {
        let disposition = read.decisions().get(id)?.facts.disposition;
        let here = verdicts.iter().filter(|verdict| verdict.place == place);
        judged.push(Judged {
            overridden: disposition.is_override(),
            verdicts: here
                .map(|verdict| (verdict.by(), verdict.verdict))
                .collect(),
        });
    }
    let (accepted, overridden) = (review.accepted, review.overridden);
    Ok(Some(second_review_figures(
        &judged,
        accepted,
        overridden,
        review.level,
    )))
}

/// Returns the figures of the newest complete sample that was drawn within some days.
pub(crate) fn newest(
    read: &Read<'_>,
    system: SystemId,
    period: &Period,
) -> Result<Option<(SecondReview, SecondReviewFigures)>, Error> {
    for review in read.second_reviews().list(Some(system))? {
        if review.period.from < period.from || review.period.to > period.to {
            continue;
        }
        if let Some(made) = figures(read, &review)? {
            return Ok(Some((review, made)));
        }
    }
    Ok(None)
}

/// Answers with a case as a reviewer sees it.
pub(crate) fn blind_case_get(
    session: &mut Session,
    request: BlindCaseGet,
) -> Result<BlindCase, Error> {
    let open = session.opened()?;
    let me = open.person.id;
    open.store.read(|read| {
        let review = read.second_reviews().get(request.id)?;
        let cases = read.second_reviews().cases(review.id)?;
        let id = case_at(&cases, request.place)?;
        let facts = read.decisions().get(id)?.facts;
        let verdicts = read.second_reviews().verdicts(review.id)?;
        let mut verdicts = verdicts
            .iter()
            .filter(|verdict| verdict.place == request.place);
        let evidence = facts
            .evidence
            .iter()
            .map(|piece| Ok(read.evidence().get(*piece)?));
        let evidence = evidence.collect::<Result<_, Error>>()?;
        let (mut first, mut second) = (facts.ai_output, facts.human_final);
        if person_first(&read_seed(&review.seed)?, id) {
            std::mem::swap(&mut first, &mut second);
        }
        Ok(BlindCase {
            place: request.place,
            cases: u32::try_from(cases.len()).unwrap_or(u32::MAX),
            case_key: facts.case_key,
            decision_point: facts.decision_point,
            category: facts.category,
            second: (first != second).then_some(second),
            first,
            evidence,
            judged: verdicts.any(|verdict| verdict.by() == me),
        })
    })
}

fn case_at(cases: &[DecisionId], place: u32) -> Result<DecisionId, Error> {
    let found = usize::try_from(place)
        .ok()
        .and_then(|place| cases.get(place));
    found
        .copied()
        .ok_or_else(|| Error::new("not-found").with("noun", "case"))
}

/// Gives a verdict on a case.
pub(crate) fn verdict_give(
    session: &mut Session,
    request: VerdictGive,
) -> Result<SecondReviewDetail, Error> {
    if request.note.chars().count() > LONG_TEXT {
        return Err(Error::new("text-too-long").with("length", LONG_TEXT));
    }
    let mut writer = session.writer(REVIEWERS)?;
    let (seed, decision) = writer.open.store.read(|read| {
        let review = read.second_reviews().get(request.id)?;
        let id = case_at(&read.second_reviews().cases(review.id)?, request.place)?;
        Ok::<_, Error>((read_seed(&review.seed)?, read.decisions().get(id)?))
    })?;
    // Without its texts nobody can judge it.
    if decision.thinned_at.is_some() {
        return Err(Error::new("decision-thinned"));
    }
    let (facts, id) = (decision.facts, decision.id);
    let same = facts.ai_output == facts.human_final;
    let verdict = GivenVerdict {
        place: request.place,
        given: writer.act.clone(),
        verdict: unblind(request.verdict, person_first(&seed, id), same),
        note: request.note,
    };
    let payload = serde_json::json!({ "place": verdict.place, "verdict": verdict.verdict });
    writer.mutate(
        "verdict.give",
        Subject::new("second_review", request.id),
        &payload,
        |tx| {
            if !verdict.note.is_empty() {
                tx.note_erasable("note", &verdict.note)?;
            }
            Ok(tx.second_reviews_mut().give(request.id, &verdict)?)
        },
    )?;
    second_review_get(session, SecondReviewGet { id: request.id })
}
